// Target size: controls and links that are navigation, at least 44 by 44 px (WCAG 2.5.5); any other target that is not
// part of a sentence, at least 24 by 24 px (2.5.8). A link inside a sentence is exempt in both criteria.

import { WIDTHS, look, show } from "../browser.mjs";

export default {
  name: "targets",
  about: "controls and navigation links of at least 44 px, every other link outside a sentence of at least 24 px",
  scripts: [true],

  async page({ page, report }) {
    for (const width of WIDTHS) {
      await show(page, { width });
      for (const { element, size, least } of await look(page, measure)) {
        const criterion = least === 44 ? "WCAG 2.2 2.5.5" : "WCAG 2.2 2.5.8";
        report({ rule: `target-${least}`, criterion, element, view: `${width} px`, message: `The target is ${size} px; ${least} by ${least} is the least.` });
      }
    }
  },
};

function measure() {
  const found = [];
  const targets = "a[href],button,summary,select,textarea,input:not([type=hidden]),[role=button],[role=link],[role=tab],[role=switch],[role=checkbox],[role=menuitem]";
  for (const element of document.querySelectorAll(targets)) {
    // A skip link is out of sight until it has the focus: the keyboard judge measures it then.
    if (!judge.shown(element) || judge.outOfSight(element)) continue;
    const control = !element.matches("a[href]") && !element.matches("[role=link]");
    const navigation = Boolean(element.closest("nav,[role=navigation]"));
    if (!control && !navigation && inSentence(element)) continue;
    // A label is part of the target of its field.
    const boxes = [element, ...(element.labels ?? [])].map((part) => part.getBoundingClientRect());
    const width = Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.left));
    const drawn = Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top));
    const height = Math.min(drawn, ofLetters(element));
    const least = control || navigation ? 44 : 24;
    if (width < least - 0.5 || height < least - 0.5) {
      found.push({ element: judge.describe(element), size: `${width.toFixed(0)} by ${height.toFixed(0)}`, least });
    }
  }
  return found;

  // What is as high as its letters is as high as those of the font that a page happens to have: Chinese fonts are higher than Latin ones.
  function ofLetters(element) {
    const style = getComputedStyle(element);
    return style.display === "inline" && !element.querySelector("img,svg") ? 1.16 * parseFloat(style.fontSize) + parseFloat(style.paddingTop) + parseFloat(style.paddingBottom) : Infinity;
  }

  // Its size is bound by the line of text around it.
  function inSentence(element) {
    if (getComputedStyle(element).display !== "inline") return false;
    const around = judge.blockOf(element).textContent.replace(element.textContent, "");
    return /[\p{L}\p{N}]/u.test(around);
  }
}
