// A walk through the page with the Tab key, as a person without a pointer walks it.
//
// The skip link comes first, shows itself and works; every stop is seen and lies free; the walk reaches every control
// and ends. A stop counts as seen when an outline of 2 px and 3:1 says so; anything else is settled by pixels: as many
// must change by 3:1 as a line of 2 px around the element has (WCAG 2.4.13). The order of the stops is the same in every
// scheme, so the other schemes are not walked: each stop is given the focus and looked at.

import { SCHEMES, WIDTHS, show, viewName, visit } from "../browser.mjs";
import { changedPixels } from "../pixels.mjs";

export default {
  name: "keyboard",
  about: "Tab walk: skip link first, visible, working; focus always seen, never covered; no trap, nothing left out",
  scripts: [true, false],

  start() {
    return { seenKinds: new Map() };
  },

  async page({ page, url, scripts, report, blank, state, options }) {
    const inView = async ({ width, scheme }, acts) => {
      const view = viewName({ width, scheme, scripts });
      if (options.view && !view.includes(options.view)) return;
      await show(page, { width, scheme });
      for (const act of acts) {
        // A walk begins where a fresh page does; who gives the focus does not care where it was.
        if (act !== lookAtEach) await visit(page, url);
        await act(page, (fault) => report({ view, ...fault }), { blank, kinds: state.seenKinds, scheme: `${scheme} ${width}` });
      }
    };
    if (scripts) {
      for (const width of WIDTHS) await inView({ width, scheme: "light" }, [skipLink, walk]);
      for (const scheme of Object.keys(SCHEMES).filter((scheme) => scheme !== "light")) await inView({ width: 1280, scheme }, [lookAtEach]);
    } else {
      await inView({ width: 1280, scheme: "light" }, [skipLink]);
    }
    await show(page);
  },
};

async function skipLink(page, say) {
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return { element: {} };
    const target = at.matches('a[href^="#"]') ? document.getElementById(decodeURIComponent(at.hash.slice(1))) : null;
    const main = document.querySelector("main,[role=main]");
    const box = at.getBoundingClientRect();
    const style = getComputedStyle(at);
    const inWindow = box.left >= 0 && box.top >= 0 && box.right <= innerWidth + 1 && box.bottom <= innerHeight + 1;
    const top = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    return {
      element: judge.describe(at),
      toMain: Boolean(target && main && (main === target || main.contains(target))),
      // "In sight" in every sense: inside the window, not faded or clipped away, nothing on top.
      visible: inWindow && judge.shown(at) && !judge.outOfSight(at) && Number(style.opacity) > 0.9 && at.contains(top),
      size: [box.width, box.height],
    };
  });
  if (!first.toMain) {
    say({ rule: "skip-link-not-first", criterion: "WCAG 2.2 2.4.1", element: first.element, message: "The first Tab stop is not a link to the main content." });
    return;
  }
  const { element } = first;
  if (!first.visible) say({ rule: "skip-link-unseen", criterion: "WCAG 2.2 2.4.7", element, message: "The skip link has the focus but cannot be seen." });
  else if (Math.min(...first.size) < 43.5) {
    say({ rule: "skip-link-small", criterion: "WCAG 2.2 2.5.5", element, message: `The skip link is ${first.size.map(Math.round).join(" by ")} px; 44 by 44 is the least.` });
  }
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const landed = await page.evaluate(() => {
    const main = document.querySelector("main,[role=main]");
    const at = document.activeElement;
    const onward = (stop) => main.contains(stop) || Boolean(main.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING);
    const stops = [...document.querySelectorAll("a[href],button,input,select,textarea,summary,[tabindex='0']")].filter((stop) => stop.checkVisibility());
    // Where main is the end of all stops, Tab goes round to the first; the address shows that the link was followed.
    return stops.some(onward) ? onward(at) : location.hash.length > 1;
  });
  if (!landed) say({ rule: "skip-link-dead", criterion: "WCAG 2.2 2.4.1", element, message: "After the skip link the next Tab stop is still before the main content." });
}

/** How often Tab is pressed before anybody asks where it led: each press notes that itself. */
const PRESSES = 40;

/** A player has stops of its own, which a page sees as the player: no more than these. */
const STOPS_OF_PLAYER = 12;

async function walk(page, say, { blank, kinds, scheme }) {
  const total = await page.evaluate(prepare);
  await page.evaluate(`globalThis.judgeLook = ${look}; (${noteEachPress})();`);
  const keyboard = await page.context().newCDPSession(page);
  const players = await page.evaluate(() => document.querySelectorAll("audio[controls],video[controls]").length);
  const limit = 3 * total + 20 + STOPS_OF_PLAYER * players;
  // What is pressed inside a player is not always noted: then each press is asked for.
  const atOnce = players ? 1 : PRESSES;
  const presses = [];
  const times = new Map(); // how often the walk came to a stop
  for (let ended = false; !ended && presses.length < limit; ) {
    const count = Math.min(atOnce, limit - presses.length);
    await tab(keyboard, count);
    const makes = [];
    for (const stop of await page.evaluate(noted, count)) {
      ended = stop.ended || isRound(say, stop, presses, times);
      if (ended) break;
      if (times.get(stop.id) > 1) continue;
      judgePlace(say, stop);
      makes.push(stop);
    }
    for (const stop of makes) await judgeRing(page, say, stop, { blank, kinds, scheme, walked: true });
    await page.evaluate(goOn);
  }
  await keyboard.detach();
  const missed = await page.evaluate(unvisited);
  if (presses.length >= limit) say({ rule: "trap", criterion: "WCAG 2.2 2.1.2", element: presses.at(-1).element, message: "The walk does not end." });
  for (const element of missed) say({ rule: "unreached", criterion: "WCAG 2.2 2.1.1", element, message: "The Tab key never comes here." });
}

function noteEachPress() {
  addEventListener("keyup", () => globalThis.judgeWalk.noted.push(globalThis.judgeLook()), true);
}

/** Where each of `count` presses led. What is pressed inside a frame is not noted here: there the walk is at the frame. */
function noted(count) {
  const noted = globalThis.judgeWalk.noted.splice(0);
  globalThis.judgeWalk.last = document.activeElement;
  while (noted.length < count) noted.push(globalThis.judgeLook());
  return noted;
}

/** Gives the focus back to where the walk was. */
function goOn() {
  const { last } = globalThis.judgeWalk;
  // Inside a player the walk would begin anew.
  if (document.activeElement !== last) last.focus({ focusVisible: true });
}

/** Presses Tab, one press after the other, and waits for the last alone. */
async function tab(keyboard, count) {
  const key = { key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 };
  const sent = Array.from({ length: count }, () => [
    keyboard.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key }),
    keyboard.send("Input.dispatchKeyEvent", { type: "keyUp", ...key }),
  ]);
  await Promise.all(sent.flat());
}

/** Whether the walk is back where it began, or does not get on. */
function isRound(say, stop, presses, times) {
  presses.push(stop);
  times.set(stop.id, (times.get(stop.id) ?? 0) + 1);
  if (times.get(stop.id) === 1) return false;
  if (stop.id === presses[0].id) return true;
  if (stop.player && times.get(stop.id) <= STOPS_OF_PLAYER) return false;
  if (presses.at(-2)?.id !== stop.id && times.get(stop.id) <= 2) return false;
  say({ rule: "trap", criterion: "WCAG 2.2 2.1.2", element: stop.element, message: "The Tab key does not lead on from here." });
  return true;
}

/** Gives every stop the focus and judges the first of each make. */
async function lookAtEach(page, say, { blank, kinds, scheme }) {
  await page.keyboard.press("Tab"); // from here on the browser shows focus as it does for the keyboard
  const total = await page.evaluate(prepare);
  const judged = new Set();
  for (let index = 0; index < total; index++) {
    const kind = await page.evaluate(focusNextMake, [index, [...judged]]);
    if (!kind) break;
    index = kind.index;
    judged.add(kind.kind);
    await judgeRing(page, say, await page.evaluate(look), { blank, kinds, scheme });
  }
}

function judgePlace(say, { element, offscreen, coveredBy }) {
  if (offscreen) say({ rule: "focus-off-screen", criterion: "WCAG 2.2 2.4.7", element, message: "It has the focus but lies outside the window." });
  if (coveredBy) say({ rule: "focus-covered", criterion: "WCAG 2.2 2.4.12", element, message: `It has the focus but is covered by ${coveredBy}.` });
}

/** With `walked`, the focus has gone on since and is given to the stop again. */
async function judgeRing(page, say, stop, { blank, kinds, scheme, walked = false }) {
  if (stop.ended || stop.offscreen) return;
  const { element } = stop;
  // Elements of one make look alike when focused: pixels are asked once for each make, an outline's claim included,
  // because a box that clips its content can swallow an outline.
  const kind = `${scheme} ${stop.kind}`;
  if (!kinds.has(kind)) {
    if (walked) await page.evaluate((id) => [...globalThis.judgeWalk.ids.keys()][id].focus({ focusVisible: true }), stop.id);
    kinds.set(kind, await seenInPixels(page, blank));
  }
  if (!kinds.get(kind) && !(stop.outlined && stop.free)) {
    say({ rule: "focus-unseen", criterion: "WCAG 2.2 2.4.7, 2.4.13", element, message: "Nothing visible changes when it gets the focus (2 px around it at 3:1 are the least)." });
  }
}

async function seenInPixels(page, blank) {
  const clip = await page.evaluate(() => {
    const box = document.activeElement.getBoundingClientRect();
    const [left, top] = [Math.max(0, box.left - 8), Math.max(0, box.top - 8)];
    return {
      // Of the window: a place below it would be no picture at all.
      x: left, y: top,
      width: Math.max(1, Math.min(innerWidth, box.right + 8) - left), height: Math.max(1, Math.min(innerHeight, box.bottom + 8) - top),
    };
  });
  const focused = await page.screenshot({ clip, fullPage: false, caret: "initial" }).catch(() => null);
  if (!focused) return false;
  const perimeter = await page.evaluate(() => {
    const at = document.activeElement;
    const box = at.getBoundingClientRect();
    globalThis.judgeFocus = at;
    at.blur();
    return 2 * (box.width + box.height);
  });
  const blurred = await page.screenshot({ clip, caret: "initial" });
  await page.evaluate(() => globalThis.judgeFocus.focus({ focusVisible: true, preventScroll: true }));
  // Part of a ring may lie on a neighbour of its own colour, and a link broken over lines has a smaller ring.
  return (await changedPixels(blank, focused, blurred)) >= perimeter;
}

/** Lists the stops there should be; a radio group is one stop. */
function prepare() {
  const candidates = document.querySelectorAll(
    "a[href],area[href],button,input:not([type=hidden]),select,textarea,summary,iframe,audio[controls],video[controls],[tabindex],[contenteditable]",
  );
  const groups = new Set();
  const stops = [...candidates].filter((element) => {
    if (element.tabIndex < 0 || element.matches(":disabled") || element.closest("[inert]") || !element.checkVisibility({ visibilityProperty: true })) return false;
    if (element.type === "radio") {
      const group = `${element.form?.id} ${element.name}`;
      if (groups.has(group)) return false;
      groups.add(group);
    }
    return true;
  });
  globalThis.judgeWalk = { stops, ids: new Map(), noted: [] };
  return stops.length;
}

function look() {
  const at = document.activeElement;
  if (!at || at === document.body || at === document.documentElement) return { ended: true };
  const { ids } = globalThis.judgeWalk;
  if (!ids.has(at)) ids.set(at, ids.size);

  // Of a link over two lines that part which is seen.
  const isSeen = ({ left, right, top, bottom }) => right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;
  const parts = [...at.getClientRects()];
  const box = parts.find(isSeen) ?? parts[0] ?? at.getBoundingClientRect();
  const style = getComputedStyle(at);
  const width = parseFloat(style.outlineWidth);
  const colour = judge.rgba(style.outlineColor);
  const outlined =
    style.outlineStyle === "auto" || // the browser's own ring is two-coloured and shows on any ground
    (style.outlineStyle !== "none" && width >= 2 && colour[3] > 200 && judge.contrast(colour, judge.backdrop(at)) >= 3);

  const inset = Math.min(2, box.width / 3, box.height / 3);
  const points = [
    [(box.left + box.right) / 2, (box.top + box.bottom) / 2],
    [box.left + inset, box.top + inset],
    [box.right - inset, box.top + inset],
    [box.left + inset, box.bottom - inset],
    [box.right - inset, box.bottom - inset],
  ];
  const inWindow = points.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
  // Rounded corners show what lies behind; only something pinned to the window counts as a cover.
  const cover = inWindow.map(([x, y]) => document.elementFromPoint(x, y)).find((top) => top && !at.contains(top) && !top.contains(at) && judge.pinned(top) && !judge.pinned(top).contains(at));

  const clips = [];
  for (let box = at.parentElement; box && box !== document.body; box = box.parentElement) {
    if (getComputedStyle(box).overflow !== "visible") clips.push(box.localName + box.className);
  }
  const landmark = at.closest("nav,header,footer,main,aside,form,details")?.localName ?? "";
  return {
    id: ids.get(at),
    element: judge.describe(at),
    offscreen: !inWindow.length || !box.width || !box.height,
    coveredBy: cover ? judge.describe(judge.pinned(cover)).selector : "",
    player: at.matches("audio, video"),
    outlined,
    free: !clips.length,
    kind: [at.localName, at.className, at.parentElement.localName, at.parentElement.className, landmark, style.outline, style.outlineOffset, clips].join("|"),
  };
}

/** Focuses stops from `index` on until one is of a make not yet judged. */
function focusNextMake([index, judged]) {
  const { stops } = globalThis.judgeWalk;
  for (; index < stops.length; index++) {
    const at = stops[index];
    at.focus({ focusVisible: true });
    if (document.activeElement !== at) continue;
    const style = getComputedStyle(at);
    const kind = [at.localName, at.className, at.parentElement.className, at.closest("nav,header,footer,main,aside")?.localName, style.outline, style.color].join("|");
    if (!judged.includes(kind)) return { index, kind };
  }
  return null;
}

function unvisited() {
  const { stops, ids } = globalThis.judgeWalk;
  return stops.filter((stop) => !ids.has(stop) && !(stop.type === "radio")).map(judge.describe);
}
