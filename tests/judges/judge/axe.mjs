// axe-core: every rule tagged with a WCAG 2.0, 2.1 or 2.2 criterion (A, AA, AAA) or as best practice, in every view.
//
// A result that axe leaves to a person ("incomplete") is a finding too where it concerns contrast: our own pages put
// text on plain colours, so a contrast that cannot be computed is a contrast nobody has checked.
//
// The rules about colours run in every scheme, all others wherever other elements are shown than before, and those about sizes wherever
// elements have others: the rest of what they read is the document, which neither scheme nor width changes. Of all texts whose contrast depends
// on the same things (text-makes.js), axe is shown one; what it finds nothing wrong with, it is not shown again.
//
// A page that knows nothing of scripts is the same page with scripts off, and not looked at twice.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { SCHEMES, WIDTHS, look, show, viewName } from "../browser.mjs";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const textMakes = readFileSync(new URL("../text-makes.js", import.meta.url), "utf8");

// The rules that read how large elements are, and where they stand.
const OF_SIZE = ["target-size", "scrollable-region-focusable", "css-orientation-lock", "meta-viewport", "meta-viewport-large", "skip-link"];

const TAGS = [
  "wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag21aaa", "wcag22a", "wcag22aa", "wcag22aaa", "best-practice",
];

// With page scripts off, Chromium lets the debugger evaluate and lets promises settle, but runs no timer. axe yields
// through timers of no delay; a settled promise does the same. Long timers are its time-outs, which must not fire.
const TIMERS = `globalThis.setTimeout = (run, delay, ...rest) => {
  if (!delay || delay < 50) Promise.resolve().then(() => run(...rest));
  return 0;
};`;

// Where colours are forced, Chromium reports the fill colour of letters as it was before; what it draws is `color`.
const FILL = `(() => {
  const read = CSSStyleDeclaration.prototype.getPropertyValue;
  CSSStyleDeclaration.prototype.getPropertyValue = function (name) {
    const forced = name === "-webkit-text-fill-color" && matchMedia("(forced-colors: active)").matches;
    return read.call(this, forced ? "color" : name);
  };
})();`;

export default {
  name: "axe",
  about: "axe-core: WCAG 2.2 A, AA, AAA and best practice in every scheme, at 320 and 1280 px; with scripts off where a page has any",
  scripts: [true, false],

  wants(path, { options }, scripts) {
    return !options.view?.includes(`scripts ${scripts ? "off" : "on"}`);
  },

  start() {
    return { passed: new Set() };
  },

  async page({ page, scripts, report, options, state }) {
    if (!scripts && !(await page.evaluate(() => judge.knowsScripts()))) return;
    if (!scripts) {
      await page.evaluate(TIMERS);
      // axe skips <noscript>, and with scripts off its content is what the reader sees.
      await page.evaluate(() => document.querySelectorAll("noscript").forEach((element) => element.replaceWith(...element.childNodes)));
    }
    await page.evaluate(`${FILL}${source};${textMakes};0`);
    const judged = { shown: new Set(), sizes: new Set() }; // where rules ran
    for (const width of WIDTHS) {
      for (const scheme of Object.keys(SCHEMES)) {
        const view = viewName({ width, scheme, scripts });
        if (options.view && !view.includes(options.view)) continue;
        await show(page, { width, scheme });
        const { shown, sizes } = await colours(page, report, view, state.passed);
        if (!judged.shown.has(shown)) await run(page, report, view, { preload: scripts });
        else if (!judged.sizes.has(sizes)) await run(page, report, view, { only: OF_SIZE });
        judged.shown.add(shown);
        judged.sizes.add(sizes);
      }
    }
    if (scripts) await offeredSettings(page, report, options, state.passed);
  },
};

// The reader's own settings (colours, size, spacing) are attributes on the root element that the stylesheet answers to.
// Every one that the stylesheet knows is judged, so a new theme cannot be forgotten here.
async function offeredSettings(page, report, options, passed) {
  const settings = await page.evaluate(() => {
    const found = new Set();
    const read = (rules) => {
      for (const rule of rules) {
        const selector = rule.selectorText ?? "";
        for (const [, name, value] of selector.matchAll(/(?:^|[\s,(]):?(?:root|html)\[(data-[\w-]+)\s*=\s*["']?([\w-]+)["']?\]/g)) {
          found.add(`${name}=${value}`);
        }
        if (rule.cssRules) read(rule.cssRules);
      }
    };
    for (const sheet of document.styleSheets) read(sheet.cssRules);
    return [...found];
  });
  for (const setting of settings) {
    const view = `1280 px, light, ${setting}, scripts on`;
    if (options.view && !view.includes(options.view)) continue;
    const [name, value] = setting.split("=");
    const before = await page.evaluate(([name, value]) => {
      const old = document.documentElement.getAttribute(name);
      document.documentElement.setAttribute(name, value);
      return old;
    }, [name, value]);
    await show(page, { width: 1280, scheme: "light" });
    await colours(page, report, view, passed);
    await run(page, report, view, { preload: true });
    await page.evaluate(([name, old]) => {
      if (old === null) document.documentElement.removeAttribute(name);
      else document.documentElement.setAttribute(name, old);
    }, [name, before]);
  }
}

/** Runs the rules about colours over a text of each make that has not passed yet; digests of which elements are shown, and of how large they are. */
async function colours(page, report, view, passed) {
  const { shown, sizes, keys } = await look(page, () => {
    globalThis.judgeMakes = textMakes.of();
    const all = [...document.querySelectorAll("*")];
    const boxes = all.map((element) => element.getBoundingClientRect());
    const isShown = (element, at) => `${element.checkVisibility({ visibilityProperty: true, opacityProperty: true })} ${boxes[at].width > 1} ${boxes[at].height > 1}`;
    const size = ({ width, height }) => `${Math.round(width)} ${Math.round(height)}`;
    return {
      shown: textMakes.digest(all.map(isShown).join()),
      sizes: textMakes.digest(boxes.map(size).join()),
      keys: [...globalThis.judgeMakes.keys()],
    };
  });
  const open = keys.filter((key) => !passed.has(key));
  if (open.length) {
    const failed = await run(page, report, view, { open });
    for (const key of open) if (!failed.includes(key)) passed.add(key);
  }
  return { shown, sizes };
}

/** With `open`, keys of makes, the rules about colours over these, else all others or `only` some; the keys of makes in which something was found. */
async function run(page, report, view, { preload = false, open, only }) {
  const { found, failed } = await page.evaluate(
    async ([tags, preload, open, only]) => {
      const wanted = (rule) => (only?.includes(rule.ruleId) ?? true) && !rule.tags.includes("deprecated") && rule.tags.includes("cat.color") === Boolean(open);
      // Some AAA rules are off unless named.
      const rules = Object.fromEntries(axe.getRules(tags).filter(wanted).map((rule) => [rule.ruleId, { enabled: true }]));
      const options = { runOnly: { type: "rule", values: Object.keys(rules) }, rules, preload, resultTypes: ["violations", "incomplete"], elementRef: true };
      const result = await axe.run(open ? { include: open.map((key) => globalThis.judgeMakes.get(key)) } : document, options);
      // What lies outside of a frame that scrolls, axe cannot look at: it stands on the plain colours of the page, which are computed.
      const isPlain = (element) => {
        const colours = [judge.rgba(getComputedStyle(element).color), judge.backdrop(element.firstChild)];
        return judge.scrolledOut(element) && judge.contrast(...colours) >= 7;
      };
      const faulty = new Set();
      const entry = (verdict) => (rule) =>
        rule.nodes.filter(({ element }) => !verdict || !isPlain(element)).map(({ element, failureSummary }) => {
          faulty.add(element);
          return {
            rule: verdict + rule.id,
            tags: rule.tags,
            message: `${rule.help}. ${failureSummary ?? ""}`.replace(/\s+/g, " ").trim(),
            element: judge.describe(element),
          };
        });
      const found = [
        ...result.violations.flatMap(entry("")),
        ...result.incomplete.filter((rule) => /contrast/.test(rule.id)).flatMap(entry("undecided-")),
      ];
      return { found, failed: (open ?? []).filter((key) => faulty.has(globalThis.judgeMakes.get(key))) };
    },
    [TAGS, preload, open, only],
  );
  for (const { rule, tags, message, element } of found) report({ rule, criterion: criterion(tags), message, element, view });
  return failed;
}

/** axe's tags "wcag22aa", "wcag143" as the criterion's number. */
function criterion(tags) {
  const numbers = tags.map((tag) => /^wcag(\d)(\d)(\d+)$/.exec(tag)).filter(Boolean).map(([, a, b, c]) => `${a}.${b}.${c}`);
  return numbers.length ? `WCAG 2.2 ${numbers.join(", ")}` : "best practice";
}
