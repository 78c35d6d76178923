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

/** A new page with its own storage. Every request is kept in `requests` as { url, type }; those to other hosts are stopped. */
export async function newPage(browser, { scripts, origin }) {
  const context = await browser.newContext({
    javaScriptEnabled: scripts,
    bypassCSP: true, // the judges' own scripts must run on a page that rightly forbids foreign ones
    reducedMotion: "reduce", // a transition would be measured half-way
    viewport: { width: 1280, height: HEIGHTS[1280] },
  });
  context.setDefaultTimeout(AT_MOST);
  const requests = [];
  context.on("request", (request) => requests.push({ url: request.url(), type: request.resourceType() }));
  await context.route(
    (url) => /^(https?|wss?|ftp):$/.test(url.protocol) && url.origin !== origin,
    (route) => route.abort(),
  );
  const page = await context.newPage();
  return { context, page, requests };
}

/** Loads `url` and gives the page the functions of in-page.js. */
export async function visit(page, url) {
  await page.goto(url, { waitUntil: "load" });
  await page.evaluate(inPage);
}

/** Puts a loaded page into a view without loading it again. */
export async function show(page, { width = 1280, scheme = "light" } = {}) {
  await page.setViewportSize({ width, height: HEIGHTS[width] ?? 900 });
  await page.emulateMedia({ ...SCHEMES[scheme], reducedMotion: "reduce" });
}

export function viewName({ width, scheme, scripts }) {
  return `${width} px, ${scheme}, scripts ${scripts ? "on" : "off"}`;
}
