// Easy-read pages (their address ends in /easy-read/): large text everywhere on the page, short lines.
//
// 14 pt is the smallest size in Inclusion Europe's "Information for all" and in UK and German practice. The pinyin above
// a character (rt) is exempt: it is an aid beside text that is itself large.

import { WIDTHS, look, show } from "../browser.mjs";
import { isEasyRead } from "../site.mjs";

const SMALLEST_PX = 18.67; // 14 pt
const LONGEST_EM = 26;

export default {
  name: "easy-read",
  about: "easy-read pages: every text of at least 18.67 px (14 pt), lines of at most 26 em",
  scripts: [true],
  wants: isEasyRead,

  async page({ page, report }) {
    for (const width of WIDTHS) {
      await show(page, { width });
      const found = await look(page, measure, { SMALLEST_PX, LONGEST_EM });
      for (const fault of found) report({ criterion: "Inclusion Europe, Information for all", view: `${width} px`, ...fault });
    }
  },
};

function measure({ SMALLEST_PX, LONGEST_EM }) {
  const found = [];
  for (const node of judge.textNodes()) {
    const element = node.parentElement;
    if (element.closest("rt,rp") || judge.outOfSight(element)) continue;
    const size = parseFloat(getComputedStyle(element).fontSize);
    if (size < SMALLEST_PX - 0.01) {
      found.push({ rule: "small-text", element: judge.describe(element), message: `The text is ${size.toFixed(2)} px; 18.67 px (14 pt) is the least.` });
    }
  }
  for (const [block, nodes] of judge.textBlocks()) {
    const em = Math.max(0, ...judge.linesOf(nodes).map((line) => line.right - line.left)) / parseFloat(getComputedStyle(block).fontSize);
    if (em > LONGEST_EM + 0.5) {
      found.push({ rule: "long-line", element: judge.describe(block), message: `A line is ${em.toFixed(1)} em long; 26 em are the limit.` });
    }
  }
  return found;
}
