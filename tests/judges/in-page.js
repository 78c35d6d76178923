// What the judges ask of a page from inside it. Evaluated in the page; leaves one global, `judge`.
//
// In:  the page's document.
// Out: `judge`, functions that describe elements, find text and measure it.
// Refused: waiting. With page scripts off, timers and events do not run, so everything here is synchronous.

globalThis.judge = (() => {
  const NO_TEXT = "script,style,template,option,datalist";

  /** A selector that finds the element again, the start of its HTML and, where our renderer left it, its source. */
  function describe(element) {
    if (!element) return {};
    const steps = [];
    for (let at = element; at && at.nodeType === 1; at = at.parentElement) {
      if (at.id) {
        steps.unshift(`#${CSS.escape(at.id)}`);
        break;
      }
      const tag = at.localName;
      const twins = at.parentElement ? [...at.parentElement.children].filter((other) => other.localName === tag) : [];
      steps.unshift(twins.length > 1 ? `${tag}:nth-of-type(${twins.indexOf(at) + 1})` : tag);
    }
    const html = element.outerHTML.replace(/\s+/g, " ");
    return {
      selector: steps.join(" > "),
      snippet: html.length > 120 ? `${html.slice(0, 120)}…` : html,
      source: element.closest("[data-source]")?.dataset.source ?? "",
    };
  }

  let known = null;

  /** What `act` gives. It changes nothing on the page, so what is once found out about a node is known until its end. */
  function still(act) {
    known = new Map();
    try {
      return act();
    } finally {
      known = null;
    }
  }

  /** `find(node)`, found out only once while nothing changes. */
  function once(find) {
    return (node) => {
      if (!known) return find(node);
      if (!known.has(find)) known.set(find, new Map());
      const of = known.get(find);
      if (!of.has(node)) of.set(node, find(node));
      return of.get(node);
    };
  }

  function shown(element) {
    return element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  }

  /** Present for a screen reader, taken out of sight by one of the usual ways. */
  const outOfSight = once((element) => {
    if (!element || element === document.body) return false;
    const style = getComputedStyle(element);
    const cut = style.overflow !== "visible" || style.clipPath !== "none" || style.clip !== "auto";
    const moved = style.position === "absolute" || style.position === "fixed" || style.transform !== "none";
    if (cut || moved) {
      const box = element.getBoundingClientRect();
      if (cut && box.width <= 2 && box.height <= 2) return true;
      if (/^inset\((50|100)%/.test(style.clipPath)) return true;
      if (moved && (box.right + scrollX <= 0 || box.bottom + scrollY <= 0)) return true;
    }
    return outOfSight(element.parentElement);
  });

  /** Every text node with a letter, digit or sign in it that a reader can see. */
  function textNodes(root = document.body) {
    return nodesIn(root);
  }

  const nodesIn = once((root) => {
    // The walker's own filter would be a callback, which does not run while page scripts are off.
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const parent = node.parentElement;
      if (node.data.trim() && !parent.closest(NO_TEXT) && shown(parent)) nodes.push(node);
    }
    return nodes;
  });

  /** The box that breaks this text into lines. */
  const blockOf = once((node) => {
    if (node.nodeType !== 1) return blockOf(node.parentElement);
    const { display } = getComputedStyle(node);
    return node.parentElement && /^(inline|contents|ruby)/.test(display) && display !== "inline-block" ? blockOf(node.parentElement) : node;
  });

  /** The text blocks in sight, each with its text nodes, in document order. */
  function textBlocks(root = document.body) {
    return blocksIn(root);
  }

  const blocksIn = once((root) => {
    const blocks = new Map();
    for (const node of textNodes(root)) {
      if (outOfSight(node.parentElement) || node.parentElement.closest("rt,rp")) continue;
      const block = blockOf(node);
      if (!blocks.has(block)) blocks.set(block, []);
      blocks.get(block).push(node);
    }
    return blocks;
  });

  const rectsOf = once((node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
  });

  /** The lines that a block's text nodes make: left, right, top, bottom in CSS pixels of the window. */
  function linesOf(nodes) {
    const rects = nodes.flatMap(rectsOf).sort((a, b) => a.top - b.top || a.left - b.left);
    const lines = [];
    for (const rect of rects) {
      const middle = (rect.top + rect.bottom) / 2;
      const line = lines.findLast((other) => middle > other.top && middle < other.bottom);
      if (line) {
        line.left = Math.min(line.left, rect.left);
        line.right = Math.max(line.right, rect.right);
        line.bottom = Math.max(line.bottom, rect.bottom);
      } else {
        lines.push({ left: rect.left, right: rect.right, top: rect.top, bottom: rect.bottom });
      }
    }
    return lines;
  }

  const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFF60]/u;

  /** How many columns the longest line of a block's text nodes has, a wide character taking two; those of all of it, if these are no more than `limit`. */
  function columnsOf(nodes, limit) {
    const all = nodes.reduce((sum, { data }) => sum + [...data].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0), 0);
    if (all <= limit) return all;
    const range = document.createRange();
    const lines = [];
    for (const node of nodes) {
      let at = 0;
      for (const character of node.data) {
        range.setStart(node, at);
        range.setEnd(node, (at += character.length));
        const rect = range.getClientRects()[0];
        if (!rect?.width) continue;
        const middle = (rect.top + rect.bottom) / 2;
        let line = lines.findLast((other) => middle > other.top && middle < other.bottom);
        if (!line) lines.push((line = { top: rect.top, bottom: rect.bottom, columns: 0 }));
        line.columns += WIDE.test(character) ? 2 : 1;
      }
    }
    return Math.max(0, ...lines.map(({ columns }) => columns));
  }

  /** Blocks whose own content ends below them: what follows, or the end of the page, takes its room. */
  function runningOut() {
    const found = [];
    for (const block of textBlocks().keys()) {
      const style = getComputedStyle(block);
      // A line box lower than its letters is the font's business; half a letter is more than that.
      const slack = parseFloat(style.fontSize) / 4;
      if (style.display !== "inline" && style.overflowY === "visible" && block.clientHeight && block.scrollHeight > block.clientHeight + slack) {
        found.push({ block, by: block.scrollHeight - block.clientHeight });
      }
    }
    return found;
  }

  /** Elements that cut off their own text. A box that scrolls cuts nothing off. */
  function clipped() {
    const found = [];
    for (const [block, nodes] of textBlocks()) {
      for (let at = block; at && at !== document.documentElement; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (style.position === "fixed") break;
        const cutsX = /hidden|clip/.test(style.overflowX);
        const cutsY = /hidden|clip/.test(style.overflowY) && at !== document.body;
        if (/auto|scroll/.test(`${style.overflowX} ${style.overflowY}`)) break;
        if (!cutsX && !cutsY) continue;
        const box = at.getBoundingClientRect();
        const over = nodes.flatMap(rectsOf).some((rect) => {
          const half = glyphHalf(rect, nodes[0].parentElement);
          const middle = (rect.top + rect.bottom) / 2;
          return (
            (cutsX && (rect.right > box.right + 1 || rect.left < box.left - 1)) ||
            (cutsY && (middle + half > box.bottom + 1 || middle - half < box.top - 1))
          );
        });
        if (over) found.push({ block, by: at });
      }
    }
    return found;
  }

  /** Half the height of the drawn glyphs: a line's rectangle also holds the font's empty space above and below them. */
  function glyphHalf(rect, element) {
    return Math.min(rect.bottom - rect.top, parseFloat(getComputedStyle(element).fontSize)) / 2;
  }

  /** Pairs of text blocks whose letters lie on each other. */
  function overlapping() {
    const boxes = [];
    for (const [block, nodes] of textBlocks()) {
      if (pinned(block)) continue;
      for (const node of nodes) {
        for (const rect of rectsOf(node)) {
          const half = glyphHalf(rect, node.parentElement);
          const middle = (rect.top + rect.bottom) / 2;
          boxes.push({ block, left: rect.left, right: rect.right, top: middle - half, bottom: middle + half });
        }
      }
    }
    boxes.sort((a, b) => a.top - b.top);
    const pairs = [];
    const seen = new Set();
    for (let i = 0; i < boxes.length; i++) {
      for (let j = i + 1; j < boxes.length && boxes[j].top < boxes[i].bottom - 2; j++) {
        const [a, b] = [boxes[i], boxes[j]];
        if (a.block === b.block || a.left > b.right - 2 || b.left > a.right - 2 || seen.has(a.block)) continue;
        seen.add(a.block);
        pairs.push({ block: a.block, other: b.block });
      }
    }
    return pairs;
  }

  // Scripts that are written without spaces: their lines may end between letters.
  const WORD = /[\p{L}\p{N}\p{M}]+(?:[.,:'’\u00A0\u202F][\p{L}\p{N}\p{M}]+)*/gu;
  const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

  /** The headings with a word that a line ends in, and no hyphen shows it, although what the heading stands in has room for all up to the next hyphen or space. */
  function brokenHeadings() {
    const room = ({ parentElement: around }) => {
      const style = getComputedStyle(around);
      return around.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    };
    return brokenWords("h1, h2, h3, h4, h5, h6").filter(({ cell, wide }) => wide <= room(cell));
  }

  /** The cells, or other blocks, with a word or number that a line ends in, and no hyphen shows it; how wide the word is. */
  function brokenWords(blocks = "th, td") {
    const found = [];
    const range = document.createRange();
    for (const cell of document.querySelectorAll(blocks)) {
      for (const node of textNodes(cell)) {
        const lines = rectsOf(node).map((rect) => rect.top);
        if (Math.max(...lines) - Math.min(...lines) < 1) continue;
        const style = getComputedStyle(node.parentElement);
        const mayHyphenate = style.hyphens === "auto" && style.overflowWrap === "normal" && style.wordBreak === "normal";
        for (const { 0: word, index } of node.data.matchAll(WORD)) {
          if (UNSPACED.test(word) || (mayHyphenate && !/\p{N}/u.test(word))) continue;
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          const parts = [...range.getClientRects()].filter((rect) => rect.width > 0);
          const tops = parts.map((rect) => Math.round(rect.top));
          if (Math.max(...tops) - Math.min(...tops) <= 2) continue;
          const whole = node.data.slice(0, index).search(/[^\s\p{Pd}]*$/u);
          const rest = /^[^\s\p{Pd}]*\p{Pd}?/u.exec(node.data.slice(index))[0].length;
          range.setStart(node, whole);
          range.setEnd(node, index + rest);
          found.push({ cell, word, wide: [...range.getClientRects()].reduce((sum, rect) => sum + rect.width, 0) });
        }
      }
    }
    return found;
  }

  /** Itself or that around it which stays in the window while the page scrolls. */
  const pinned = once((element) => {
    if (!element) return null;
    return /fixed|sticky/.test(getComputedStyle(element).position) ? element : pinned(element.parentElement);
  });

  /** What sticks out of the window sideways, when the page as a whole scrolls sideways. */
  function sideways() {
    const root = document.scrollingElement;
    const width = root.clientWidth;
    // Content that sticks out of a page with `overflow-x: hidden` is lost instead of scrolled to: as bad.
    const hides = [document.documentElement, document.body].some((at) => /hidden|clip/.test(getComputedStyle(at).overflowX));
    if (root.scrollWidth <= width + 1 && !hides) return { by: 0, culprits: [] };
    const culprits = [...document.body.querySelectorAll("*")].filter((element) => {
      const box = element.getBoundingClientRect();
      if (box.right <= width + 1 || !shown(element) || outOfSight(element)) return false;
      for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
        if (/auto|scroll|hidden|clip/.test(getComputedStyle(at).overflowX)) return false;
      }
      return ![...element.children].some((child) => child.getBoundingClientRect().right > width + 1);
    });
    return { by: Math.max(root.scrollWidth - width, ...culprits.map((element) => Math.round(element.getBoundingClientRect().right - width))), culprits };
  }

  /** Whether the page could be another one when its scripts run, or when none do. */
  function knowsScripts() {
    const asks = (rules) => [...rules].some((rule) => /\(\s*scripting\b/.test(rule.conditionText ?? rule.media?.mediaText ?? "") || asks(rule.cssRules ?? rule.styleSheet?.cssRules ?? []));
    const holds = 'script:not([type="application/ld+json"]), noscript, iframe, object, embed, [href^="javascript:" i], [media*="scripting"]';
    const acts = (element) => element.getAttributeNames().some((name) => name.startsWith("on"));
    return Boolean(document.querySelector(holds)) || [...document.querySelectorAll("*")].some(acts) || [...document.styleSheets].some((sheet) => asks(sheet.cssRules));
  }

  function language(element) {
    return element.closest("[lang]")?.lang ?? "";
  }

  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const brush = canvas.getContext("2d", { willReadFrequently: true });

  const colours = new Map();

  /** Any CSS colour as [red, green, blue, alpha], 0 to 255. */
  function rgba(colour) {
    // What a name of the system means depends on the scheme.
    if (!/^(rgb|#|color\()/.test(colour)) return painted(colour);
    if (!colours.has(colour)) colours.set(colour, painted(colour));
    return colours.get(colour);
  }

  function painted(colour) {
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = "#000";
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
    return [...brush.getImageData(0, 0, 1, 1).data];
  }

  function luminance([red, green, blue]) {
    const [r, g, b] = [red, green, blue].map((value) => {
      const c = value / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  function contrast(a, b) {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (light + 0.05) / (dark + 0.05);
  }

  /** The nearest painted background behind an element's edge. */
  function backdrop(element) {
    for (let at = element.parentElement; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour[3] > 200) return colour;
    }
    return rgba("Canvas");
  }

  /** The frame around it that scrolls sideways now. */
  function scrolling(element) {
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth) return at;
    }
    return null;
  }

  /** Whether it lies in a frame that scrolls sideways, and at least in part outside of it. */
  function scrolledOut(element) {
    for (let at = element.parentElement; at; at = at.parentElement) {
      if (!/auto|scroll/.test(getComputedStyle(at).overflowX) || at.scrollWidth <= at.clientWidth) continue;
      const [inner, outer] = [element.getBoundingClientRect(), at.getBoundingClientRect()];
      if (inner.left < outer.left || inner.right > outer.right) return true;
    }
    return false;
  }

  return {
    still, describe, shown, outOfSight, scrolling, scrolledOut, textNodes, textBlocks, blockOf, linesOf, columnsOf, runningOut, rectsOf, clipped, brokenWords, brokenHeadings, overlapping, pinned, sideways,
    knowsScripts, language, rgba, contrast, backdrop,
  };
})();
