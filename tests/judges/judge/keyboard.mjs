// A walk through the page with the Tab key, as a person without a pointer walks it.
//
// The skip link comes first, shows itself and works; every stop is seen and lies free; the walk reaches every control
// and ends. A stop counts as seen when an outline of 2 px and 3:1 says so that nothing cuts off; anything else is settled by
// pixels: as many must change by 3:1 as a line of 2 px around the element has (WCAG 2.4.13). The order of the stops is the same
// in every scheme, so the other schemes are not walked: each stop is given the focus and looked at. What a region that scrolls cuts off
// depends on where the walk came from, so there every stop is looked at, where the walk left it, and the walk is gone backward too.
//
// A page that knows nothing of scripts is the same page with scripts off, and not walked again.

import { SCHEMES, WIDTHS, picture, protocol, show, viewName, visit } from "../browser.mjs";
import { changedPixels } from "../pixels.mjs";

export default {
  name: "keyboard",
  about: "Tab walk: skip link first, visible, working; focus always seen, never covered; no trap, nothing left out",
  scripts: [true, false],

  wants(path, { options }, scripts) {
    return !options.view?.includes(`scripts ${scripts ? "off" : "on"}`);
  },

  start() {
    return { seenKinds: new Map() };
  },

  async page({ page, url, scripts, report, kept, state, options }) {
    if (!scripts && !(await page.evaluate(() => judge.knowsScripts()))) return;
    const inView = async ({ width, scheme }, act) => {
      const view = viewName({ width, scheme, scripts });
      if (options.view && !view.includes(options.view)) return;
      await show(page, { width, scheme });
      // A walk begins where a fresh page does; who gives the focus does not care where it was.
      if (act !== lookAtEach) await visit(page, url);
      return act(page, (fault) => report({ view, ...fault }), { kept, kinds: state.seenKinds, scheme: `${scheme} ${width}` });
    };
    if (scripts) {
      for (const width of WIDTHS) {
        if (await inView({ width, scheme: "light" }, walk)) await inView({ width, scheme: "light" }, walkBack);
      }
      for (const scheme of Object.keys(SCHEMES).filter((scheme) => scheme !== "light")) await inView({ width: 1280, scheme }, lookAtEach);
    } else {
      await inView({ width: 1280, scheme: "light" }, skipLink);
    }
  },
};

async function skipLink(page, say) {
  await tab(page, 1);
  if (await leadsToMain(page, say)) await follow(page, say);
}

/** Whether the first stop, which has the focus, is a link to the main content; it must be seen. */
async function leadsToMain(page, say) {
  const first = await page.evaluate(() => {
    const at = document.activeElement;
    globalThis.judgeFirst = at;
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
  const { element } = first;
  if (!first.toMain) {
    say({ rule: "skip-link-not-first", criterion: "WCAG 2.2 2.4.1", element, message: "The first Tab stop is not a link to the main content." });
  } else if (!first.visible) {
    say({ rule: "skip-link-unseen", criterion: "WCAG 2.2 2.4.7", element, message: "The skip link has the focus but cannot be seen." });
  } else if (Math.min(...first.size) < 43.5) {
    say({ rule: "skip-link-small", criterion: "WCAG 2.2 2.5.5", element, message: `The skip link is ${first.size.map(Math.round).join(" by ")} px; 44 by 44 is the least.` });
  }
  return first.toMain;
}

/** Follows the skip link: the next stop is in the main content or after it. */
async function follow(page, say) {
  await page.evaluate(() => globalThis.judgeFirst.focus({ focusVisible: true }));
  await page.keyboard.press("Enter");
  await tab(page, 1);
  const { landed, element } = await page.evaluate(() => {
    const main = document.querySelector("main,[role=main]");
    const at = document.activeElement;
    const onward = (stop) => main.contains(stop) || Boolean(main.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING);
    const stops = [...document.querySelectorAll("a[href],button,input,select,textarea,summary,[tabindex='0']")].filter((stop) => stop.checkVisibility());
    // Where main is the end of all stops, Tab goes round to the first; the address shows that the link was followed.
    return { landed: stops.some(onward) ? onward(at) : location.hash.length > 1, element: judge.describe(globalThis.judgeFirst) };
  });
  if (!landed) say({ rule: "skip-link-dead", criterion: "WCAG 2.2 2.4.1", element, message: "After the skip link the next Tab stop is still before the main content." });
}

/** How often Tab is pressed before anybody asks where it led: each press notes that itself. */
const PRESSES = 40;

/** A player has stops of its own, which a page sees as the player: no more than these. */
const STOPS_OF_PLAYER = 12;

/** Whether some stop stands in a region that scrolls sideways. */
async function walk(page, say, { kept, kinds, scheme }) {
  const total = await getReady(page);
  const players = await page.evaluate(() => document.querySelectorAll("audio[controls],video[controls]").length);
  const limit = 3 * total + 20 + STOPS_OF_PLAYER * players;
  // What is pressed inside a player is not always noted: then each press is asked for.
  const atOnce = players ? 1 : PRESSES;
  const presses = [];
  const times = new Map(); // how often the walk came to a stop
  let toMain = false;
  for (let ended = false; !ended && presses.length < limit; ) {
    const isFirst = !presses.length;
    const count = isFirst ? 1 : Math.min(atOnce, limit - presses.length);
    await tab(page, count);
    if (isFirst) toMain = await leadsToMain(page, say);
    const doubtful = [];
    for (const stop of await page.evaluate(noted, count)) {
      ended = stop.ended || isRound(say, stop, presses, times);
      if (ended) break;
      if (times.get(stop.id) > 1) continue;
      judgePlace(say, stop);
      if (!stop.isSeen && !stop.offscreen) doubtful.push(stop);
    }
    for (const stop of doubtful) await judgeRing(page, say, stop, { kept, kinds, scheme });
    if (doubtful.length) await page.evaluate(goOn);
  }
  const missed = await page.evaluate(unvisited);
  if (presses.length >= limit) say({ rule: "trap", criterion: "WCAG 2.2 2.1.2", element: presses.at(-1).element, message: "The walk does not end." });
  for (const element of missed) say({ rule: "unreached", criterion: "WCAG 2.2 2.1.1", element, message: "The Tab key never comes here." });
  if (toMain) await follow(page, say);
  return presses.some(({ scrolled }) => scrolled);
}

/** From the end to the beginning: how the stops in regions that scroll are seen. */
async function walkBack(page, say, { kept, kinds, scheme }) {
  const total = await getReady(page);
  for (let pressed = 0; pressed < total; pressed += PRESSES) {
    await tab(page, PRESSES, { back: true });
    const stops = await page.evaluate(noted, PRESSES);
    for (const stop of stops) {
      if (!stop.scrolled) continue;
      judgePlace(say, stop);
      if (!stop.isSeen && !stop.offscreen) await judgeRing(page, say, stop, { kept, kinds, scheme });
    }
    if (stops.some(({ scrolled, isSeen }) => scrolled && !isSeen)) await page.evaluate(goOn);
    if (stops.some(({ ended }) => ended)) break;
  }
}

function getReady(page) {
  return page.evaluate(`globalThis.judgeRing = ${ring}; globalThis.judgeLook = ${lookAround}; (${noteEachPress})(); (${prepare})()`);
}

function noteEachPress() {
  addEventListener("keyup", () => globalThis.judgeWalk.noted.push(globalThis.judgeLook(document.activeElement)), true);
}

/** Where each of `count` presses led. What is pressed inside a frame is not noted here: there the walk is at the frame. */
function noted(count) {
  const noted = globalThis.judgeWalk.noted.splice(0);
  globalThis.judgeWalk.last = document.activeElement;
  while (noted.length < count) noted.push(globalThis.judgeLook(document.activeElement));
  return noted;
}

/** Gives the focus back to where the walk was. Inside a player it would begin anew. */
function goOn() {
  const { last } = globalThis.judgeWalk;
  if (document.activeElement !== last) last.focus({ focusVisible: true });
}

/** Presses Tab, or Shift and Tab, one press after the other, and waits for the last alone. */
async function tab(page, count, { back = false } = {}) {
  const keyboard = await protocol(page);
  const key = { key: "Tab", code: "Tab", windowsVirtualKeyCode: 9, modifiers: back ? 8 : 0 };
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

/** Gives every stop the focus; of those that no outline shows, the first of each kind is judged by pixels. */
async function lookAtEach(page, say, { kept, kinds, scheme }) {
  await tab(page, 1); // from here on the browser shows focus as it does for the keyboard
  const doubtful = await page.evaluate(`globalThis.judgeRing = ${ring}; (${prepare})(); (${lookAll})()`);
  for (const stop of doubtful) await judgeRing(page, say, stop, { kept, kinds, scheme });
}

function lookAll() {
  const kinds = new Map();
  for (const at of globalThis.judgeWalk.stops) {
    at.focus({ focusVisible: true });
    if (document.activeElement !== at) continue;
    const { isSeen, kind, scrolled } = globalThis.judgeRing(at);
    if (!isSeen && !kinds.has(kind)) kinds.set(kind, { at, scrolled });
  }
  const { ids } = globalThis.judgeWalk;
  return [...kinds].map(([kind, { at, scrolled }]) => {
    if (!ids.has(at)) ids.set(at, ids.size);
    return { kind, id: ids.get(at), element: judge.describe(at), scrolled };
  });
}

function judgePlace(say, { element, offscreen, coveredBy, cutOff }) {
  if (cutOff) say({ rule: "focus-cut-off", criterion: "WCAG 2.2 2.4.12", element, message: "It has the focus, and the region that it scrolls in has room for it, but shows only a part of it." });
  if (offscreen) say({ rule: "focus-off-screen", criterion: "WCAG 2.2 2.4.7", element, message: "It has the focus but lies outside the window." });
  if (coveredBy) say({ rule: "focus-covered", criterion: "WCAG 2.2 2.4.12", element, message: `It has the focus but is covered by ${coveredBy}.` });
}

/** Stops of one kind look alike when they have the focus: pixels are asked once for each, where the walk saw it. */
async function judgeRing(page, say, { id, kind, element, scrolled }, { kept, kinds, scheme }) {
  const key = `${scheme} ${kind}`;
  if (!kinds.has(key)) {
    await page.evaluate(
      ({ id, scrolled }) => {
        const at = [...globalThis.judgeWalk.ids.keys()][id];
        at.focus({ focusVisible: true });
        if (scrolled) judge.scrolling(at).scrollLeft = scrolled.left;
      },
      { id, scrolled },
    );
    kinds.set(key, await seenInPixels(page, kept));
  }
  if (!kinds.get(key)) {
    say({ rule: "focus-unseen", criterion: "WCAG 2.2 2.4.7, 2.4.13", element, message: "Nothing visible changes when it gets the focus (2 px around it at 3:1 are the least)." });
  }
}

async function seenInPixels(page, kept) {
  const clip = await page.evaluate(() => {
    const box = document.activeElement.getBoundingClientRect();
    const [left, top] = [Math.max(0, box.left - 8), Math.max(0, box.top - 8)];
    return {
      // Of the window: a place below it would be no picture at all.
      x: left, y: top,
      width: Math.max(1, Math.min(innerWidth, box.right + 8) - left), height: Math.max(1, Math.min(innerHeight, box.bottom + 8) - top),
    };
  });
  const focused = await picture(page, clip);
  const perimeter = await page.evaluate(() => {
    const at = document.activeElement;
    const box = at.getBoundingClientRect();
    globalThis.judgeFocus = at;
    at.blur();
    return 2 * (box.width + box.height);
  });
  const blurred = await picture(page, clip);
  await page.evaluate(() => globalThis.judgeFocus.focus({ focusVisible: true, preventScroll: true }));
  // Part of a ring may lie on a neighbour of its own colour, and a link broken over lines has a smaller ring.
  return (await changedPixels(await kept.blank(), focused, blurred)) >= perimeter;
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

/** How the focus shows, which `at` has: whether by an outline that is seen all around it, and all that it depends on. */
function ring(at) {
  const style = getComputedStyle(at);
  const width = parseFloat(style.outlineWidth);
  const colour = judge.rgba(style.outlineColor);
  const ground = judge.backdrop(at);
  const outlined =
    style.outlineStyle === "auto" || // the browser's own ring is two-coloured and shows on any ground
    (style.outlineStyle !== "none" && width >= 2 && colour[3] > 200 && judge.contrast(colour, ground) >= 3);

  // What its box cuts off of the outline is not seen.
  const reach = Math.ceil(width + parseFloat(style.outlineOffset)) || 0;
  const box = at.getBoundingClientRect();
  const cuts = [];
  for (let around = at.parentElement; around && around !== document.body; around = around.parentElement) {
    const { overflow, clipPath } = getComputedStyle(around);
    if (clipPath !== "none") cuts.push(clipPath, -1);
    if (overflow === "visible") continue;
    const edge = around.getBoundingClientRect();
    const [left, top] = [edge.left + around.clientLeft, edge.top + around.clientTop];
    const free = [box.left - left, left + around.clientWidth - box.right, box.top - top, top + around.clientHeight - box.bottom];
    cuts.push(...free.map((free) => Math.max(-1, Math.min(reach, Math.floor(free + 0.5)))).filter((free) => free < reach));
  }
  const { parentElement: parent } = at;
  const region = judge.scrolling(at);
  const scrolled = region && { left: region.scrollLeft, of: [...document.querySelectorAll("*")].indexOf(at) };
  const landmark = at.closest("nav,header,footer,main,aside,form,details")?.localName ?? "";
  const drawn = [style.outline, style.outlineOffset, style.backgroundColor, style.color, style.boxShadow, style.textDecoration, style.border];
  return {
    isSeen: outlined && !cuts.length,
    scrolled,
    // What is cut off is cut off in its own way.
    kind: [at.localName, at.className, parent.localName, parent.className, landmark, ...drawn, ground, cuts, scrolled ? [location.href, scrolled.of, scrolled.left] : ""].join("|"),
  };
}

/** Where the walk is, and whether it is seen there. */
function lookAround(at) {
  if (!at || at === document.body || at === document.documentElement) return { ended: true };
  const { ids } = globalThis.judgeWalk;
  if (!ids.has(at)) ids.set(at, ids.size);

  // Of a link over two lines that part which is seen.
  const isSeen = ({ left, right, top, bottom }) => right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;
  const parts = [...at.getClientRects()];
  const box = parts.find(isSeen) ?? parts[0] ?? at.getBoundingClientRect();
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
  const isCutOff = (at) => {
    const region = judge.scrolling(at);
    if (!region) return false;
    const [inner, outer] = [at.getBoundingClientRect(), region.getBoundingClientRect()];
    return inner.width < outer.width - 16 && (inner.left < outer.left - 1 || inner.right > outer.right + 1);
  };
  return {
    id: ids.get(at),
    element: judge.describe(at),
    offscreen: !inWindow.length || !box.width || !box.height,
    cutOff: isCutOff(at),
    coveredBy: cover ? judge.describe(judge.pinned(cover)).selector : "",
    player: at.matches("audio, video"),
    ...globalThis.judgeRing(at),
  };
}

function unvisited() {
  const { stops, ids } = globalThis.judgeWalk;
  return stops.filter((stop) => !ids.has(stop) && !(stop.type === "radio")).map(judge.describe);
}
