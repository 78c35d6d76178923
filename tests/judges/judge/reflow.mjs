// Reflow, text spacing and enlarged text: the page is made narrow, its text spread out, its text doubled, and each time
// nothing may be lost: no sideways scrolling of the page, nothing cut off, no letters on letters.

import { WIDTHS, show } from "../browser.mjs";

// WCAG 1.4.12 names these four distances.
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

export default {
  name: "reflow",
  about: "320 px without sideways scrolling (1.4.10), text spacing (1.4.12), text at 200 % (1.4.4): nothing lost",
  scripts: [true],

  async page({ page, report }) {
    await show(page, { width: 320 });
    await lost(page, report, { name: "reflow", criterion: "WCAG 2.2 1.4.10", view: "320 px" });

    await page.evaluate((css) => {
      const style = document.createElement("style");
      style.id = "judge-spacing";
      style.textContent = css;
      document.head.append(style);
    }, SPACING);
    for (const width of WIDTHS) {
      await show(page, { width });
      await lost(page, report, { name: "text-spacing", criterion: "WCAG 2.2 1.4.12", view: `${width} px, text spaced out` });
    }
    await page.evaluate(() => document.getElementById("judge-spacing").remove());

    for (const width of [320, 768, 1280]) {
      await show(page, { width });
      await enlarged(page, report, `${width} px, text at 200 %`);
    }
    await show(page);
  },
};

async function enlarged(page, report, view) {
  const stuck = await page.evaluate(() => {
    const root = document.documentElement;
    const size = (block) => parseFloat(getComputedStyle(block).fontSize);
    const before = new Map([...judge.textBlocks().keys()].map((block) => [block, size(block)]));
    root.style.fontSize = `${2 * size(root)}px`;
    // A heading is large already and may be fluid, growing by half; all other text doubles. Text in pixels does not grow.
    return [...before]
      .filter(([block, old]) => size(block) < (block.closest("h1,h2,h3,h4,h5,h6") ? 1.5 : 1.9) * old)
      .map(([block, old]) => ({ element: judge.describe(block), old, now: size(block) }));
  });
  for (const { element, old, now } of stuck) {
    const message = `The text goes from ${old} px to ${now} px when the reader doubles the text size: write its size in rem.`;
    report({ rule: "text-does-not-grow", criterion: "WCAG 2.2 1.4.4", element, view, message });
  }
  await lost(page, report, { name: "text-200", criterion: "WCAG 2.2 1.4.4", view });
  await page.evaluate(() => document.documentElement.style.removeProperty("font-size"));
}

async function lost(page, report, { name, criterion, view }) {
  const found = await page.evaluate(() => {
    const { by, culprits } = judge.sideways();
    return {
      by,
      culprits: culprits.slice(0, 10).map(judge.describe),
      clipped: judge.clipped().map(({ block, by }) => ({ element: judge.describe(block), by: judge.describe(by).selector })),
      out: judge.runningOut().map(({ block, by }) => ({ element: judge.describe(block), by })),
      overlapping: judge.overlapping().map(({ block, other }) => ({ element: judge.describe(block), other: judge.describe(other).selector })),
    };
  });
  if (found.by > 0 && !found.culprits.length) found.culprits.push({ selector: "html" });
  for (const element of found.culprits) {
    report({ rule: `${name}-sideways`, criterion, element, view, message: `The content is ${found.by} px wider than the window; this element sticks out.` });
  }
  for (const { element, by } of found.clipped) report({ rule: `${name}-clipped`, criterion, element, view, message: `Text is cut off by ${by}.` });
  for (const { element, by } of found.out) report({ rule: `${name}-runs-out`, criterion, element, view, message: `Its content ends ${by} px below it.` });
  for (const { element, other } of found.overlapping) {
    report({ rule: `${name}-overlap`, criterion, element, view, message: `Its letters lie on those of ${other}.` });
  }
}
