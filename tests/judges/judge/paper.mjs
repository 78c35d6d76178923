// Pages as they are printed, on A4 and on Letter: nothing is wider than the paper, no word or number of a table is broken, no picture of
// an easy-read page is parted from its words, no heading from what follows it; what is closed on a screen is printed, once, and what
// leads through the site is not. What a title or a link holds is on paper, if no words there say it.
//
// In the print style, the page is laid out in columns as wide and high as the paper inside the margins of our style sheet: the browser breaks
// columns as it breaks pages, and says where each line came to stand. What asks for a page of its own name is looked at in columns of the
// size of a turned page, as our style sheet turns it. The PDF itself is not read.

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
  about: "printed on A4 and Letter: nothing cut off, no word of a table broken, nothing parted from what it belongs to or printed twice, no menus",
  scripts: [true],

  async page({ page, path, report }) {
    const turned = PAPERS.map(({ name, width, height }) => ({ name: `${name}, turned`, width: height - 2 * MM, height: width + 2 * MM, turned: true }));
    for (const { name, width, height, turned: isTurned = false } of [...PAPERS, ...turned]) {
      await show(page, { width: Math.floor(width), height: Math.floor(height), media: "print" });
      const found = await page.evaluate(printed, { width: Math.floor(width), height: Math.floor(height), gap: GAP, easyRead: isEasyRead(path), isTurned });
      for (const { inTurned, ...fault } of found) report({ criterion: "readable on paper", view: name, ...fault });
    }
  },
};

function printed({ width, height, gap, easyRead, isTurned }) {
  const asksForTurned = [...document.querySelectorAll("main *")].filter((element) => getComputedStyle(element).page !== "auto");
  if (isTurned && !asksForTurned.length) return [];
  const attributes = new Map();
  const lay = (element, property, value) => {
    if (!element) return;
    if (!attributes.has(element)) attributes.set(element, element.getAttribute("style"));
    element.style.setProperty(property, value, "important");
  };
  for (const element of asksForTurned) {
    if (isTurned) lay(element, "break-before", "column");
    else lay(element, "display", "none");
    lay(element.nextElementSibling, "break-before", "column");
  }
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
  const add = (rule, element, message) => found.push({ rule, element: judge.describe(element), message, inTurned: asksForTurned.some((turned) => turned.contains(element)) });
  const clean = () => {
    style.remove();
    for (const [element, before] of attributes) before === null ? element.removeAttribute("style") : element.setAttribute("style", before);
  };
  /** What `content` puts there, with the attributes that it names. */
  const contentOf = (element, content) => (content === "none" || content === "normal" ? "" : [...content.matchAll(/"((?:[^"\\]|\\.)*)"|attr\(([\w-]+)\)/g)].map(([, words, name]) => words ?? element.getAttribute(name) ?? "").join(""));

  const outside = (node) => rectsOf(node).find((rect) => start(rect) - column(rect) * (width + gap) + rect.width > width + 1);
  const wide = new Set();
  for (const node of [...all, ...document.querySelectorAll("main :is(img, td, th)")]) {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const block = element.closest("table, pre, figure") ?? element;
    if (wide.has(block) || !outside(node)) continue;
    wide.add(block);
    add("cut-off", block, `It is wider than the paper, which has room for ${width} px.`);
  }

  for (const { cell, word } of judge.brokenWords()) {
    if (rectsOf(cell).length) add("broken-word", cell, `“${word}” is broken.`);
  }
  for (const table of document.querySelectorAll("main table")) {
    const rows = [...table.rows].flatMap(rectsOf);
    const tall = rows.reduce((sum, rect) => sum + rect.height, 0) > height * 0.75;
    if (table.rows.length < 9 && !tall && new Set(rows.map(column)).size > 1) add("table-parted", table, `Its ${table.rows.length} rows stand on two pages.`);
    const [head, first] = [table.tHead?.rows[0], table.tBodies[0]?.rows[0]].map((row) => row && rectsOf(row)[0]);
    if (head && first && column(head) !== column(first)) add("heading-alone", table.tHead, "The rows that it names stand on the next page.");
    if (table.tFoot && getComputedStyle(table.tFoot).display === "table-footer-group") add("foot-repeated", table.tFoot, "It stands at the foot of each page of the table, before its last rows.");
  }
  if (isTurned) {
    clean();
    return found.filter(({ inTurned }) => inTurned);
  }

  for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6, dt, caption, summary")) {
    const own = rectsOf(heading);
    const next = own.length && after(heading);
    const rule = /^h/.test(heading.localName) ? "heading-alone" : "term-alone";
    if (next && column(rectsOf(next)[0]) !== column(own[0])) add(rule, heading, "What follows it stands on the next page.");
  }

  // No browser moves the end of a box that began on an earlier page to what stands after the box.
  const footer = document.querySelector("body > footer");
  let end = all.findLast((node) => !footer?.contains(node) && rectsOf(node).length)?.parentElement;
  while (end && end.parentElement !== document.body && getComputedStyle(end.parentElement).display !== "contents") end = end.parentElement;
  const isLong = end && new Set(words(end).flatMap(rectsOf).map(column)).size > 1;
  const own = footer && words(footer).flatMap(rectsOf)[0];
  const precedes = [...all, ...document.querySelectorAll("main img")].filter((node) => !footer?.contains(node)).flatMap(rectsOf);
  if (own && !isLong && !precedes.some((rect) => column(rect) === column(own))) add("footer-alone", footer, "It stands on a page of its own.");

  for (const end of easyRead ? document.querySelectorAll("main section > p:last-child") : []) {
    const before = end.previousElementSibling && rectsOf(end.previousElementSibling).at(-1);
    const own = rectsOf(end)[0];
    if (before && own && column(before) !== column(own)) add("end-parted", end, "It stands on another page than what it belongs to.");
  }

  for (const link of document.querySelectorAll("main a[href]")) {
    if (!rectsOf(link).length) continue;
    const printed = contentOf(link, getComputedStyle(link, "::after").content);
    const bare = (address) => address.trim().replace(/^[a-z]+:(\/\/)?/, "").replace(/\/$/, "").toLowerCase();
    if (/mailto:/.test(printed)) add("address", link, `“${printed}” is printed: “mailto:” is for programs.`);
    else if (printed && bare(printed.replace(/^\W*<|>\W*$/g, "")) === bare(link.textContent)) add("address", link, "Its address is printed twice.");
    const block = judge.blockOf(link.parentElement);
    const around = block.textContent.replace(link.textContent, "");
    const following = link.nextSibling?.nodeType === Node.TEXT_NODE && !link.nextSibling.data.trim() ? link.nextElementSibling : null;
    const [last, first] = [rectsOf(link).at(-1), following?.matches("a[href]") && rectsOf(following)[0]];
    if (first && first.top < last.bottom && last.top < first.bottom && Math.max(first.left - last.right, last.left - first.right) < parseFloat(getComputedStyle(link).fontSize) / 2) {
      add("links-together", following, "It stands in one line with the link before it, as if both were one.");
    }
    if (/inline-(flex|block|grid)/.test(getComputedStyle(link).display) && /[\p{L}\p{N}]/u.test(around)) add("link-apart", link, "It is a box of its own in a line of words.");
  }
  const said = new Set();
  for (const short of document.querySelectorAll("main abbr[title]")) {
    const { title } = short;
    const isPrinted = contentOf(short, getComputedStyle(short, "::after").content).includes(title);
    if (!said.has(title) && !isPrinted && !document.body.textContent.includes(title)) add("title-lost", short, `“${title}” is not printed.`);
    said.add(title);
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
    // What is not printed at all is no paper's: menus.
    if (!words(details).some((node) => rectsOf(node).length)) continue;
    const closed = words(details).find((node) => !node.parentElement.closest("summary") && !rectsOf(node).length);
    if (closed) add("closed", details, "What it holds is not printed.");
  }
  for (const nav of document.querySelectorAll("nav")) {
    if (words(nav).some((node) => rectsOf(node).length)) add("menu", nav, "Paper leads nowhere: this is for screens.");
  }
  clean();
  return found;
}
