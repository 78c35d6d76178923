// Pages as they are printed, on A4 and on Letter: nothing is wider than the paper, no picture of an easy-read page is parted from its
// words, no heading from what follows it; what is closed on a screen is printed, and what leads through the site is not.
//
// In the print style, the page is laid out in columns as wide and high as the paper inside the margins of our style sheet: the browser breaks
// columns as it breaks pages, and says where each line came to stand. The PDF itself is not read.

import { show } from "../browser.mjs";
import { isEasyRead } from "../site.mjs";

const MM = 96 / 25.4;
const GAP = 200; // between the columns: what runs out of one is in none
const PAPERS = [
  { name: "A4", width: (210 - 40) * MM, height: (297 - 38) * MM },
  { name: "Letter", width: (215.9 - 40) * MM, height: (279.4 - 38) * MM },
];

export default {
  name: "paper",
  about: "printed on A4 and Letter: nothing cut off, no picture parted from its words, no heading alone, no menus",
  scripts: [true],

  async page({ page, path, report }) {
    for (const { name, width, height } of PAPERS) {
      await page.setViewportSize({ width: Math.floor(width), height: Math.floor(height) });
      await page.emulateMedia({ media: "print", colorScheme: "light", contrast: "no-preference", forcedColors: "none" });
      const found = await page.evaluate(printed, { width: Math.floor(width), height: Math.floor(height), gap: GAP, easyRead: isEasyRead(path) });
      for (const fault of found) report({ criterion: "readable on paper", view: name, ...fault });
    }
    await page.emulateMedia({ media: "screen" });
    await show(page);
  },
};

function printed({ width, height, gap, easyRead }) {
  const style = document.createElement("style");
  style.textContent = `html { overflow: visible !important; } body { display: block !important; margin: 0 !important; padding: 0 !important;
    max-inline-size: none !important;
    inline-size: ${width}px !important; min-block-size: 0 !important; block-size: ${height}px !important;
    columns: ${width}px auto !important; column-gap: ${gap}px !important; column-fill: auto !important; }`;
  document.head.append(style);
  const body = document.body.getBoundingClientRect();
  const isLeftward = getComputedStyle(document.body).direction === "rtl";
  const start = (rect) => (isLeftward ? body.right - rect.right : rect.left - body.left);
  const column = (rect) => Math.floor((start(rect) + 1) / (width + gap));
  const seen = (rects) => [...rects].filter((rect) => rect.width > 1 && rect.height > 1);
  const rectsOf = (node) => {
    if (node.nodeType === Node.ELEMENT_NODE) return seen(node.getClientRects());
    const range = document.createRange();
    range.selectNodeContents(node);
    return seen(range.getClientRects());
  };
  const words = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) => (node.data.trim() && !node.parentElement.closest("script,style,noscript,rp") ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT));
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found;
  };
  const all = words(document.body);
  const after = (element) => all.find((node) => element.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING && !element.contains(node) && rectsOf(node).length);
  const found = [];
  const add = (rule, element, message) => found.push({ rule, element: judge.describe(element), message });

  const outside = (node) => rectsOf(node).find((rect) => start(rect) - column(rect) * (width + gap) + rect.width > width + 1);
  const wide = new Set();
  for (const node of [...all, ...document.querySelectorAll("main :is(img, td, th)")]) {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const block = element.closest("table, pre, figure") ?? element;
    if (wide.has(block) || !outside(node)) continue;
    wide.add(block);
    add("cut-off", block, `It is wider than the paper, which has room for ${width} px.`);
  }

  for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const last = rectsOf(heading).at(-1);
    const next = last && after(heading);
    if (next && column(rectsOf(next)[0]) !== column(last)) add("heading-alone", heading, "What follows it stands on the next page.");
  }

  for (const picture of easyRead ? document.querySelectorAll("main img") : []) {
    const place = rectsOf(picture)[0];
    if (!place) continue;
    let group = picture.parentElement;
    while (!words(group).length) group = group.parentElement;
    const isWhole = !group.matches("main, article, section, body");
    const lines = (isWhole ? words(group) : [after(picture)]).filter(Boolean).flatMap(rectsOf);
    const tall = rectsOf(group).reduce((sum, rect) => sum + rect.height, 0) > height;
    const apart = (tall ? lines.slice(0, 1) : lines).find((line) => column(line) !== column(place));
    if (apart) add("picture-parted", picture, "Words that belong to it stand on another page.");
  }

  for (const details of document.querySelectorAll("details")) {
    const closed = words(details).find((node) => !node.parentElement.closest("summary") && !rectsOf(node).length);
    if (closed) add("closed", details, "What it holds is not printed.");
  }
  for (const nav of document.querySelectorAll("nav")) {
    if (words(nav).some((node) => rectsOf(node).length)) add("menu", nav, "Paper leads nowhere: this is for screens.");
  }
  style.remove();
  return found;
}
