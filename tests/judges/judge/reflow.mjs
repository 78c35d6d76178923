// Reflow, text spacing and enlarged text: the page is made narrow, its text spread out, its text doubled, and each time
// nothing may be lost: no sideways scrolling of the page, nothing cut off, no letters on letters, no word of a table broken.
//
// A wide table scrolls in its frame. The frame takes the room that the page has, shows that more follows, and what names the table and
// its rows stays in sight.

import { WIDTHS, show } from "../browser.mjs";
import { changedPixels } from "../pixels.mjs";

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

    for (const width of WIDTHS) {
      await show(page, { width });
      for (const fault of await page.evaluate(frames)) report({ criterion: "wide tables", view: `${width} px`, ...fault });
      for (const scheme of ["light", "dark", "forced colours"]) await unseenEdges(page, report, { width, scheme });
    }
    await show(page, { width: 320 });

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

/** What frames of tables that scroll leave unused, and what leaves sight when they are scrolled. */
function frames() {
  const found = [];
  for (const table of document.querySelectorAll("main table")) {
    const frame = table.parentElement;
    if (!/auto|scroll/.test(getComputedStyle(frame).overflowX) || frame.scrollWidth <= frame.clientWidth + 1) continue;
    const around = frame.parentElement.closest("li, dd, blockquote, [role=note], main");
    const style = getComputedStyle(around);
    const room = around.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    if (room > frame.clientWidth + 16) found.push({ rule: "room-unused", element: judge.describe(frame), message: `It scrolls and is ${frame.clientWidth} px wide where there are ${Math.round(room)}.` });
    const isLeftward = getComputedStyle(frame).direction === "rtl";
    frame.scrollLeft = (isLeftward ? -1 : 1) * frame.scrollWidth;
    const edge = frame.getBoundingClientRect();
    const names = table.querySelector("tbody [rowspan]") ? [] : table.querySelectorAll("tbody th:first-child:not([colspan])");
    const gone = [...table.querySelectorAll("caption"), ...names].find((name) => {
      const lines = judge.linesOf(judge.textNodes(name));
      return lines.some((line) => line.left < edge.left - 1 || line.right > edge.right + 1);
    });
    if (gone) found.push({ rule: "scrolled-away", element: judge.describe(gone), message: "It is out of sight when the table is scrolled." });
    frame.scrollLeft = 0;
  }
  return found;
}

/** Reports each frame whose edge looks the same whether or not more of the table follows. */
async function unseenEdges(page, report, { width, scheme }) {
  await show(page, { width, scheme });
  for (const table of await page.$$("main table")) {
    const frame = await table.evaluateHandle((table) => table.parentElement);
    const scrolls = await frame.evaluate((frame) => /auto|scroll/.test(getComputedStyle(frame).overflowX) && frame.scrollWidth > frame.clientWidth + 1);
    if (!scrolls) continue;
    await frame.scrollIntoViewIfNeeded();
    await frame.evaluate((frame) => frame.querySelectorAll("*").forEach((part) => part.style.setProperty("visibility", "hidden")));
    const { edge, inside } = await frame.evaluate((frame) => {
      const { left, right, top, height } = frame.getBoundingClientRect();
      const from = Math.max(top, 0) + 4;
      const strip = { y: from, width: 8, height: Math.max(8, Math.min(top + height, innerHeight) - from - 4) };
      const isLeftward = getComputedStyle(frame).direction === "rtl";
      return { edge: { ...strip, x: isLeftward ? left : right - 8 }, inside: { ...strip, x: (left + right) / 2 } };
    });
    const [before, after] = [await page.screenshot({ clip: inside }), await page.screenshot({ clip: edge })];
    await frame.evaluate((frame) => frame.querySelectorAll("*").forEach((part) => part.style.removeProperty("visibility")));
    if ((await changedPixels(page, before, after)) < edge.height / 2) {
      report({ rule: "more-unseen", criterion: "wide tables", element: await frame.evaluate((frame) => judge.describe(frame)), view: `${width} px, ${scheme}`, message: "Nothing at its edge shows that more of the table follows." });
    }
  }
}

async function lost(page, report, { name, criterion, view }) {
  const found = await page.evaluate(() => {
    const { by, culprits } = judge.sideways();
    return {
      by,
      culprits: culprits.slice(0, 10).map(judge.describe),
      clipped: judge.clipped().map(({ block, by }) => ({ element: judge.describe(block), by: judge.describe(by).selector })),
      broken: judge.brokenWords().map(({ cell, word }) => ({ element: judge.describe(cell), word })),
      out: judge.runningOut().map(({ block, by }) => ({ element: judge.describe(block), by })),
      overlapping: judge.overlapping().map(({ block, other }) => ({ element: judge.describe(block), other: judge.describe(other).selector })),
    };
  });
  if (found.by > 0 && !found.culprits.length) found.culprits.push({ selector: "html" });
  for (const element of found.culprits) {
    report({ rule: `${name}-sideways`, criterion, element, view, message: `The content is ${found.by} px wider than the window; this element sticks out.` });
  }
  for (const { element, by } of found.clipped) report({ rule: `${name}-clipped`, criterion, element, view, message: `Text is cut off by ${by}.` });
  for (const { element, word } of found.broken) report({ rule: `${name}-broken-word`, criterion, element, view, message: `“${word}” is broken.` });
  for (const { element, by } of found.out) report({ rule: `${name}-runs-out`, criterion, element, view, message: `Its content ends ${by} px below it.` });
  for (const { element, other } of found.overlapping) {
    report({ rule: `${name}-overlap`, criterion, element, view, message: `Its letters lie on those of ${other}.` });
  }
}
