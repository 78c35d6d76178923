// Setting of the text, WCAG 1.4.8: line length, leading, distance of paragraphs, never justified; and what Chinese
// typography adds: no slanted Han, and no underline except on links, because an underline is Chinese's proper-noun mark.

import { WIDTHS, look, show } from "../browser.mjs";

const CJK_EM = 40;
const COLUMNS = 80;
const LEADING = 1.5;
const PARAGRAPH_GAP = 1.5; // of the line height

export default {
  name: "measure",
  about: "1.4.8: lines of at most 80 columns, 40 Chinese characters, leading 1.5, paragraph gap 1.5 lines, not justified",
  scripts: [true],

  async page({ page, report }) {
    for (const width of WIDTHS) {
      await show(page, { width });
      const found = await look(page, measure, { CJK_EM, COLUMNS, LEADING, PARAGRAPH_GAP });
      for (const fault of found) report({ criterion: "WCAG 2.2 1.4.8", view: `${width} px`, ...fault });
    }
  },
};

function measure({ CJK_EM, COLUMNS, LEADING, PARAGRAPH_GAP }) {
  const found = [];
  const say = (rule, element, message, rest = {}) => found.push({ rule, element: judge.describe(element), message, ...rest });
  const HAN = /\p{Script=Han}/u;

  for (const [block, nodes] of judge.textBlocks()) {
    const style = getComputedStyle(block);
    const size = parseFloat(style.fontSize);
    const text = nodes.map((node) => node.data.replace(/\s+/g, " ")).join("");
    const lines = judge.linesOf(nodes);
    if (!lines.length) continue;
    const widths = lines.map((line) => line.right - line.left);
    const em = Math.max(...widths) / size;
    const han = (text.match(/\p{Script=Han}/gu) ?? []).length;
    if (han * 2 > (text.match(/\p{L}/gu) ?? []).length && em > CJK_EM + 0.5) {
      say("line-length", block, `A line is ${em.toFixed(1)} em long; 40 Chinese characters are the limit.`);
    } else {
      const columns = judge.columnsOf(nodes, COLUMNS);
      if (columns > COLUMNS) say("line-length", block, `A line has ${columns} columns, a Chinese character taking two; 80 are the limit.`);
    }

    if (style.textAlign === "justify") say("justified", block, "The text is justified; uneven gaps make it hard to follow.");

    if (lines.length > 1 && !block.closest("h1,h2,h3,h4,h5,h6,nav,button,summary")) {
      const leading = parseFloat(style.lineHeight) / size;
      if (!(leading >= LEADING - 0.01)) say("leading", block, `Line height is ${Number.isNaN(leading) ? style.lineHeight : leading.toFixed(2)}; 1.5 is the least.`);
    }

    for (const node of nodes) {
      const parent = node.parentElement;
      const own = getComputedStyle(parent);
      if (HAN.test(node.data) && own.fontStyle !== "normal") {
        say("slanted-han", parent, "Chinese characters are slanted; Chinese has no italics.", { criterion: "Requirements for Chinese Text Layout" });
      }
      const lined = parent.closest("u,ins") ?? (own.textDecorationLine.includes("underline") ? parent : null);
      if (lined && !lined.closest("a[href],abbr") && getComputedStyle(lined).textDecorationLine.includes("underline")) {
        say("underline", lined, "Underlined, but not a link.", { criterion: "Inclusion Europe, Information for all" });
      }
    }
  }

  for (const paragraph of document.querySelectorAll("main p + p")) {
    const before = paragraph.previousElementSibling;
    if (!judge.shown(paragraph) || !judge.shown(before) || judge.outOfSight(paragraph) || judge.outOfSight(before)) continue;
    const [upper, lower] = [before.getBoundingClientRect(), paragraph.getBoundingClientRect()];
    if (lower.top < upper.bottom - 1) continue; // side by side
    if (!isBlockOfText(before) || !isBlockOfText(paragraph) || isBoxed(before) || isBoxed(paragraph)) continue;
    const line = parseFloat(getComputedStyle(before).lineHeight);
    const gap = lower.top - upper.bottom;
    if (gap < PARAGRAPH_GAP * line - 1) {
      say("paragraph-gap", paragraph, `${gap.toFixed(0)} px after the paragraph before; 1.5 lines are ${(PARAGRAPH_GAP * line).toFixed(0)} px.`);
    }
  }
  return found;

  // A border or a ground of its own sets a paragraph apart more clearly than a gap does.
  function isBoxed(element) {
    const style = getComputedStyle(element);
    const borders = [style.borderTopWidth, style.borderBottomWidth, style.borderInlineStartWidth].map(parseFloat);
    return Math.max(...borders) > 0 || judge.rgba(style.backgroundColor)[3] > 0;
  }

  // WCAG's “block of text” is more than one sentence. A resolution's paragraph is grammatically part of one sentence, so
  // anything longer than a line may be counts too.
  function isBlockOfText(element) {
    const text = element.textContent.trim();
    const letters = (text.match(/\p{Script=Han}/gu) ?? []).length * 2 + (text.match(/[^\p{Script=Han}]/gu) ?? []).length;
    return (text.match(/[。！？；.!?;](?=\s|$|\p{Script=Han})/gu) ?? []).length > 1 || letters > COLUMNS;
  }
}
