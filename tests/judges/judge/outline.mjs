// The page's skeleton, as a person with a screen reader walks it: one h1, headings without jumps, one main, banner and
// contentinfo, named navigations, tables with headers, and titles that tell the site's pages apart.

export default {
  name: "outline",
  about: "one h1, no skipped level, landmarks, named navigations, tables with headers, titles unique in the site",
  scripts: [true],

  start() {
    return { titles: new Map() };
  },

  async page({ page, path, report, state }) {
    const { faults, title } = await page.evaluate(skeleton);
    for (const fault of faults) report(fault);
    if (!title.trim()) report({ rule: "no-title", criterion: "WCAG 2.2 2.4.2", message: "The page has no title." });
    if (!state.titles.has(title)) state.titles.set(title, []);
    state.titles.get(title).push(path);
  },

  async end({ reportOn, state }) {
    for (const [title, pages] of state.titles) {
      for (const page of title.trim() ? pages.slice(1) : []) {
        reportOn(page, { rule: "same-title", criterion: "WCAG 2.2 2.4.2", message: `The title “${title}” is also that of ${pages[0]}.` });
      }
    }
  },
};

function skeleton() {
  const faults = [];
  const say = (rule, criterion, element, message) => faults.push({ rule, criterion, element: judge.describe(element), message });
  const all = (selector) => [...document.querySelectorAll(selector)].filter(judge.shown);
  const name = (element) =>
    (element.getAttribute("aria-label") ??
      (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? "").join(" ")).trim();

  const tops = all("h1");
  if (!tops.length) say("no-h1", "WCAG 2.2 1.3.1", document.body, "The page has no h1.");
  for (const extra of tops.slice(1)) say("two-h1", "WCAG 2.2 1.3.1", extra, "A second h1: a page has one subject.");
  let level = 0;
  for (const heading of all("h1,h2,h3,h4,h5,h6")) {
    const own = Number(heading.localName[1]);
    if (own > level + 1) say("heading-jump", "WCAG 2.2 1.3.1", heading, `h${own} follows ${level ? `h${level}` : "nothing"}: a level is left out.`);
    if (!heading.textContent.trim()) say("empty-heading", "WCAG 2.2 2.4.6", heading, "The heading is empty.");
    level = own;
  }

  const outside = (element) => !element.closest("main,article,section,aside,nav");
  const landmarks = {
    main: all("main,[role=main]"),
    banner: all("header,[role=banner]").filter((element) => element.role === "banner" || outside(element)),
    contentinfo: all("footer,[role=contentinfo]").filter((element) => element.role === "contentinfo" || outside(element)),
  };
  for (const [landmark, found] of Object.entries(landmarks)) {
    if (!found.length) say(`no-${landmark}`, "WCAG 2.2 1.3.1", document.body, `The page has no ${landmark} landmark.`);
    for (const extra of found.slice(1)) say(`two-${landmark}`, "WCAG 2.2 1.3.1", extra, `A second ${landmark} landmark.`);
  }
  const names = new Set();
  for (const nav of all("nav,[role=navigation]")) {
    const label = name(nav);
    if (!label) say("unnamed-nav", "WCAG 2.2 1.3.1", nav, "The navigation has no name.");
    else if (names.has(label)) say("same-nav-name", "WCAG 2.2 1.3.1", nav, `Another navigation is named “${label}” too.`);
    names.add(label);
    if (!nav.querySelector("a[href],button")) say("empty-nav", "WCAG 2.2 1.3.1", nav, "The navigation leads nowhere.");
  }

  for (const table of all("table")) {
    const headers = [...table.querySelectorAll("th")];
    if (!headers.length) say("table-without-headers", "WCAG 2.2 1.3.1", table, "The table has no th: either it lays out the page or its cells have no headers.");
    for (const header of headers) if (!header.scope) say("header-without-scope", "WCAG 2.2 1.3.1", header, "The th has no scope.");
    if (!table.caption && !name(table)) say("table-without-caption", "WCAG 2.2 1.3.1", table, "The table has no caption.");
  }
  return { faults, title: document.title };
}
