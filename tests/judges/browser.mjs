// Headless Chromium, started once for all judges.
//
// In:  the Chromium of the system ($CHROMIUM, else /usr/bin/chromium).
// Out: pages in the wanted view; a view is a width, a scheme and whether scripts run.
// Refused: every request to another host. It is reported by the requests judge and never sent.

import { existsSync, readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox", // a container's root has no user namespaces to build the sandbox from; only our own pages are loaded
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage", // containers give /dev/shm 64 MB
  "--hide-scrollbars", // a 15 px scrollbar would make a 320 px window narrower than a phone's
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/** What a reader's system may ask for. Forced colours are Windows' contrast themes. */
export const SCHEMES = {
  light: { colorScheme: "light", contrast: "no-preference", forcedColors: "none" },
  dark: { colorScheme: "dark", contrast: "no-preference", forcedColors: "none" },
  "more contrast": { colorScheme: "light", contrast: "more", forcedColors: "none" },
  "more contrast, dark": { colorScheme: "dark", contrast: "more", forcedColors: "none" },
  "forced colours": { colorScheme: "dark", contrast: "more", forcedColors: "active" },
};

export const WIDTHS = [1280, 320];

/** How long a page may take, in milliseconds: a watchdog against a hang, which a busy machine does not reach. */
export const AT_MOST = 300_000;

/** 320 CSS pixels is a 1280 px window at 400 % zoom, the measure of WCAG 1.4.10. */
const HEIGHTS = { 1280: 900, 320: 640 };

const inPage = readFileSync(new URL("in-page.js", import.meta.url), "utf8");

export function executable() {
  const found = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
    (candidate) => candidate && existsSync(candidate),
  );
  if (!found) throw new Error("no Chromium: install Debian's package chromium or set CHROMIUM to its path");
  return found;
}

export async function launch() {
  return chromium.launch({ executablePath: executable(), args: FLAGS });
}

/** A new page with its own storage. Every request is kept in `requests` as { url, type }. */
export async function newPage(browser, { scripts }) {
  const context = await browser.newContext({
    javaScriptEnabled: scripts,
    bypassCSP: true, // the judges' own scripts must run on a page that rightly forbids foreign ones
    reducedMotion: "reduce", // a transition would be measured half-way
    viewport: { width: 1280, height: HEIGHTS[1280] },
  });
  context.setDefaultTimeout(AT_MOST);
  const requests = [];
  context.on("request", (request) => requests.push({ url: request.url(), type: request.resourceType() }));
  const page = await context.newPage();
  return { context, page, requests };
}

/**
 * Pages that are kept from one load to the next: to open one takes longer than most judges look at it. Each load begins with nothing
 * stored and nothing running.
 */
export class KeptPages {
  #browser;
  #kept = new Map();
  #blank;

  constructor(browser) {
    this.#browser = browser;
  }

  /** The page of this name, emptied; `requests` are those since then. */
  async empty(name, { scripts }) {
    const isNew = !this.#kept.has(name);
    if (isNew) this.#kept.set(name, await newPage(this.#browser, { scripts }));
    const kept = this.#kept.get(name);
    if (!isNew) {
      const { protocol: scheme, origin } = new URL(kept.page.url());
      await kept.context.clearCookies();
      await (await protocol(kept.page)).send("Storage.clearDataForOrigin", { origin: scheme === "file:" ? "file://" : origin, storageTypes: "all" });
      // A page whose scripts run may ask for something until it is gone.
      if (scripts && (await kept.page.evaluate(() => [...document.scripts].some((script) => !/json/.test(script.type))))) await kept.page.goto("about:blank");
    }
    kept.requests.length = 0;
    return kept;
  }

  /** A page with nothing on it, for what a browser can compute. */
  async blank() {
    this.#blank ??= newPage(this.#browser, { scripts: true });
    return (await this.#blank).page;
  }

  /** Closes it, when nobody knows what a judge that broke off has left behind. */
  async discard(name) {
    const kept = this.#kept.get(name);
    this.#kept.delete(name);
    await kept?.context.close();
  }

  async close() {
    for (const name of [...this.#kept.keys()]) await this.discard(name);
    await (await this.#blank)?.context.close();
  }
}

/** Loads `url` and gives the page the functions of in-page.js. */
export async function visit(page, url) {
  await page.goto(url, { waitUntil: "load" });
  await page.evaluate(inPage);
}

/** What `look(given)` gives in the page, on which it changes nothing. */
export function look(page, look, given = null) {
  return page.evaluate(`judge.still(() => (${look})(${JSON.stringify(given)}))`);
}

const views = new WeakMap();

/** Puts a loaded page into a view without loading it again. */
export async function show(page, { width = 1280, height = HEIGHTS[width] ?? 900, scheme = "light", media = "screen" } = {}) {
  const before = views.get(page) ?? {};
  views.set(page, { width, height, scheme, media });
  if (before.width !== width || before.height !== height) await page.setViewportSize({ width, height });
  if (before.scheme !== scheme || before.media !== media) await page.emulateMedia({ ...SCHEMES[scheme], media, reducedMotion: "reduce" });
}

const sessions = new WeakMap();

/** The browser's own protocol for this page. */
export async function protocol(page) {
  if (!sessions.has(page)) sessions.set(page, page.context().newCDPSession(page));
  return sessions.get(page);
}

/** A picture, in base64, of this part of the window. */
export async function picture(page, { x, y, width, height }) {
  const session = await protocol(page);
  const { cssVisualViewport: at } = await session.send("Page.getLayoutMetrics");
  const clip = { x: x + at.pageX, y: y + at.pageY, width, height, scale: 1 };
  return (await session.send("Page.captureScreenshot", { format: "png", clip, optimizeForSpeed: true })).data;
}

export function viewName({ width, scheme, scripts }) {
  return `${width} px, ${scheme}, scripts ${scripts ? "on" : "off"}`;
}
