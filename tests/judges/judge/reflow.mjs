// Reflow, text spacing and enlarged text: the page is made narrow, its text spread out, its text doubled, and each time
// nothing may be lost: no sideways scrolling of the page, nothing cut off, no letters on letters, no word of a table or heading broken.
//
// A wide table scrolls in its frame. The frame takes the room that the page has, shows that more follows, and what names the table and
// its rows stays in sight.

import { WIDTHS, picture, show } from "../browser.mjs";
import { changedPixels } from "../pixels.mjs";

// WCAG 1.4.12 names these four distances.
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

const REFLOW = { name: "reflow", criterion: "WCAG 2.2 1.4.10", view: "" };
const SPACED = { name: "text-spacing", criterion: "WCAG 2.2 1.4.12", view: ", text spaced out" };
const DOUBLED = { name: "text-200", criterion: "WCAG 2.2 1.4.4", view: ", text at 200 %" };

export default {
  name: "reflow",
  about: "320 px without sideways scrolling (1.4.10), text spacing (1.4.12), text at 200 % (1.4.4): nothing lost",
  scripts: [true],

  start() {
    return { seenEdges: new Set() };
  },

  async page({ page, report, kept, state }) {
    for (const width of [1280, 768, 320]) {
      await show(page, { width });
      if (WIDTHS.includes(width)) {
        for (const fault of await page.evaluate(frames)) report({ criterion: "wide tables", view: `${width} px`, ...fault });
        for (const scheme of ["light", "dark", "forced colours"]) await unseenEdges(page, report, { width, scheme, kept, seen: state.seenEdges });
        await show(page, { width });
      }
      if (width === 320) await lost(page, report, width, REFLOW);
      if (WIDTHS.includes(width)) await lost(page, report, width, SPACED);
      await lost(page, report, width, DOUBLED);
    }
  },
};

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
      const lines = judge.linesOf(judge.textNodes(name).filter((node) => !judge.outOfSight(node.parentElement)));
      return lines.some((line) => line.left < edge.left - 1 || line.right > edge.right + 1);
    });
    if (gone) found.push({ rule: "scrolled-away", element: judge.describe(gone), message: "It is out of sight when the table is scrolled." });
    frame.scrollLeft = 0;
  }
  return found;
}

/** Reports each frame whose edge looks the same whether or not more of the table follows; of frames that are drawn alike, one is looked at. */
async function unseenEdges(page, report, { width, scheme, kept, seen }) {
  if (!(await page.evaluate(scrollingFrames))) return;
  await show(page, { width, scheme });
  await page.evaluate(scrollingFrames);
  for (const [number, make] of (await page.evaluate(edgeMakes)).entries()) {
    const key = `${scheme} ${make}`;
    if (seen.has(key)) continue;
    const { edge, inside } = await page.evaluate(bareEdge, number);
    const [before, after] = [await picture(page, inside), await picture(page, edge)];
    const element = await page.evaluate((number) => {
      const frame = globalThis.judgeFrames[number];
      frame.querySelectorAll("*").forEach((part) => part.style.removeProperty("visibility"));
      return judge.describe(frame);
    }, number);
    if ((await changedPixels(await kept.blank(), before, after)) >= edge.height / 2) seen.add(key);
    else report({ rule: "more-unseen", criterion: "wide tables", element, view: `${width} px, ${scheme}`, message: "Nothing at its edge shows that more of the table follows." });
  }
}

/** How many frames of tables scroll. */
function scrollingFrames() {
  const scrolls = (frame) => /auto|scroll/.test(getComputedStyle(frame).overflowX) && frame.scrollWidth > frame.clientWidth + 1;
  globalThis.judgeFrames = [...document.querySelectorAll("main table")].map((table) => table.parentElement).filter(scrolls);
  return globalThis.judgeFrames.length;
}

/** What the edges of these frames look like depends on: all of their own style but sizes, what is drawn before and after, and the grounds behind. */
function edgeMakes() {
  const SIZE = /^(width|height|inline-size|block-size|perspective-origin|transform-origin)$/;
  const all = (style) => [...style].filter((name) => !SIZE.test(name)).map((name) => `${name}: ${style.getPropertyValue(name)}`);
  return globalThis.judgeFrames.map((frame) => {
    const parts = all(getComputedStyle(frame));
    for (const pseudo of ["::before", "::after"]) {
      const style = getComputedStyle(frame, pseudo);
      if (!/^(none|normal)$/.test(style.content)) parts.push(...all(style));
    }
    for (let at = frame.parentElement; at; at = at.parentElement) {
      const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode } = getComputedStyle(at);
      parts.push(backgroundColor, backgroundImage, opacity, filter, mixBlendMode);
    }
    return parts.join("; ");
  });
}

/** Hides what a frame holds: a strip at its edge, and one like it inside. */
function bareEdge(number) {
  const frame = globalThis.judgeFrames[number];
  frame.scrollIntoView({ block: "nearest", behavior: "instant" });
  frame.querySelectorAll("*").forEach((part) => part.style.setProperty("visibility", "hidden"));
  const { left, right, top, height } = frame.getBoundingClientRect();
  const from = Math.max(top, 0) + 4;
  const strip = { y: from, width: 8, height: Math.max(8, Math.min(top + height, innerHeight) - from - 4) };
  const isLeftward = getComputedStyle(frame).direction === "rtl";
  return { edge: { ...strip, x: isLeftward ? left : right - 8 }, inside: { ...strip, x: (left + right) / 2 } };
}

async function lost(page, report, width, { name, criterion, view: of }) {
  const view = `${width} px${of}`;
  const found = await page.evaluate(changed, { name, SPACING });
  for (const { element, old, now } of found.stuck) {
    const message = `The text goes from ${old} px to ${now} px when the reader doubles the text size: write its size in rem.`;
    report({ rule: "text-does-not-grow", criterion: "WCAG 2.2 1.4.4", element, view, message });
  }
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

/** What is lost when the text is changed in this way; it is changed back. */
function changed({ name, SPACING }) {
  const root = document.documentElement;
  const style = document.createElement("style");
  let stuck = [];
  if (name === "text-spacing") {
    style.textContent = SPACING;
    document.head.append(style);
  }
  if (name === "text-200") {
    const size = (block) => parseFloat(getComputedStyle(block).fontSize);
    const before = new Map([...judge.still(() => judge.textBlocks()).keys()].map((block) => [block, size(block)]));
    root.style.fontSize = `${2 * size(root)}px`;
    // A heading is large already and may be fluid, growing by half; all other text doubles. Text in pixels does not grow.
    stuck = [...before]
      .filter(([block, old]) => size(block) < (block.closest("h1,h2,h3,h4,h5,h6") ? 1.5 : 1.9) * old)
      .map(([block, old]) => ({ element: judge.describe(block), old, now: size(block) }));
  }
  const found = judge.still(() => {
    const { by, culprits } = judge.sideways();
    return {
      by, stuck,
      culprits: culprits.slice(0, 10).map(judge.describe),
      clipped: judge.clipped().map(({ block, by }) => ({ element: judge.describe(block), by: judge.describe(by).selector })),
      broken: [...judge.brokenWords(), ...judge.brokenHeadings()].map(({ cell, word }) => ({ element: judge.describe(cell), word })),
      out: judge.runningOut().map(({ block, by }) => ({ element: judge.describe(block), by })),
      overlapping: judge.overlapping().map(({ block, other }) => ({ element: judge.describe(block), other: judge.describe(other).selector })),
    };
  });
  root.style.removeProperty("font-size");
  style.remove();
  return found;
}
