// The makes of the texts on a page: what their contrast depends on. Evaluated in the page; leaves one global, `textMakes`.
//
// In:  the page's document, as it is shown now.
// Out: one key for each make of text, and one element of it. Texts of one make have ancestors of the same names, classes and styles, lie
//      on the same things and reach out of the same things; so a rule about colours finds in one what it finds in all of them.
// Refused: to tell texts of pages apart where more than style decides, as where a control is switched off: there each text is a make.

globalThis.textMakes = (() => {
  // All that axe reads of a style for its rules about colours, but for sizes.
  const STYLE = [
    "color", "-webkit-text-fill-color", "-webkit-text-stroke-width", "-webkit-text-stroke-color", "text-shadow", "font-size", "font-weight", "text-indent",
    "background-color", "background-image", "opacity", "mix-blend-mode", "filter", "backdrop-filter", "mask", "isolation", "will-change", "contain",
    "content-visibility", "perspective", "transform", "transform-style", "translate", "rotate", "scale", "position", "z-index", "float", "display",
    "direction", "visibility", "overflow", "clip", "clip-path", "pointer-events",
  ];
  // Of a link, too: its edges, and in what it differs from the block that it stands in.
  const EDGES = ["border-top", "border-bottom", "outline"].flatMap((edge) => ["width", "style", "color"].map((part) => `${edge}-${part}`));
  const APART = ["font-family", "font-style", "text-decoration", "text-decoration-line", "text-decoration-style"];
  const OF_PSEUDO = ["content", "display", "visibility", "position", "background-color", "background-image"];
  const ROW = 64; // pixels, of the grid in which what lies at a point is looked up

  /** Two hashes of 32 bits in one word: texts that differ have different ones. */
  function digest(text) {
    let [a, b] = [0xdeadbeef, 0x41c6ce57];
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      a = Math.imul(a ^ code, 2654435761);
      b = Math.imul(b ^ code, 1597334677);
    }
    a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
    b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
    return (b >>> 0).toString(36) + (a >>> 0).toString(36);
  }

  const isTransparent = (colour) => colour === "rgba(0, 0, 0, 0)";

  /** Each shown element with its style and those of its ancestors, its place, and what it may hide. */
  function read() {
    const read = new Map();
    for (const element of document.querySelectorAll("html, body, body *")) {
      const around = read.get(element.parentElement);
      if ((!around && element !== document.documentElement) || !element.checkVisibility()) continue;
      const style = getComputedStyle(element);
      const own = [element.localName, element.getAttribute("role"), element.getAttribute("type"), ...STYLE.map((name) => style.getPropertyValue(name))];
      let painted = 0; // the area of what the style draws before or after it
      for (const pseudo of ["::before", "::after"]) {
        const drawn = getComputedStyle(element, pseudo);
        if (drawn.content === "none" || drawn.content === "normal") continue;
        own.push(pseudo, ...OF_PSEUDO.map((name) => drawn.getPropertyValue(name)));
        const shows = drawn.display !== "none" && drawn.visibility !== "hidden" && (!isTransparent(drawn.backgroundColor) || drawn.backgroundImage !== "none");
        if (shows && drawn.position === "absolute") painted += /px$/.test(drawn.width + drawn.height) ? parseFloat(drawn.width) * parseFloat(drawn.height) : Infinity;
      }
      const box = element.getBoundingClientRect();
      const rects = style.display === "inline" ? [...element.getClientRects()] : [box];
      read.set(element, {
        element, number: read.size, around, box, rects, painted,
        chain: digest(`${around?.chain ?? ""}${own.join("|")}`),
        hasGround: !isTransparent(style.backgroundColor),
        cuts: style.overflow !== "visible",
        scrolls: /auto|scroll/.test(style.overflow),
        away: box.right + scrollX <= 0 || box.bottom + scrollY <= 0,
        tiny: box.width < 3 || box.height < 3,
      });
    }
    return read;
  }

  /** The elements by the rows of the page that they reach into. */
  function inRows(read) {
    const rows = new Map();
    for (const known of read.values()) {
      for (const { top, bottom, width, height } of known.rects) {
        if (!width || !height) continue;
        for (let row = Math.floor(top / ROW); row <= Math.floor(bottom / ROW); row++) {
          if (!rows.has(row)) rows.set(row, new Set());
          rows.get(row).add(known);
        }
      }
    }
    return rows;
  }

  const holds = (rect, x, y) => x >= Math.floor(rect.left) && x < Math.floor(rect.right) && y >= Math.floor(rect.top) && y < Math.floor(rect.bottom);
  const spans = (box, rect) => rect.top >= box.top && rect.bottom <= box.bottom && rect.left >= box.left && rect.right <= box.right;
  const meets = (box, rect) => rect.top < box.bottom && rect.bottom > box.top && rect.left < box.right && rect.right > box.left;
  const reach = (box, rect) => (spans(box, rect) ? "in" : meets(box, rect) ? "cut" : "out");
  const isAt = ({ left, right, top, bottom }, x, y) => x >= left && x <= right && y >= top && y <= bottom;

  /** What lies where this rectangle has its middle: the ancestors that do not, and all else that does. */
  function stackAt(of, rect, rows, spanned, names) {
    const [x, y] = [Math.floor((rect.left + rect.right) / 2), Math.floor((rect.top + rect.bottom) / 2)];
    const here = rows.get(Math.floor(y / ROW)) ?? new Set();
    const parts = [];
    for (let at = of; at; at = at.around) {
      const isHere = here.has(at) && at.rects.some((rect) => holds(rect, x, y));
      const isWhole = !at.hasGround || spanned.every((rect) => spans(at.box, rect));
      parts.push(isHere ? 1 : 0, isWhole ? 1 : 0);
      if (at.cuts) parts.push(reach(at.box, rect));
    }
    for (const other of here) {
      if (other.element.contains(of.element) || !other.rects.some((rect) => holds(rect, x, y))) continue;
      if (!names.has(other)) names.set(other, names.size); // two things of one make are two things
      parts.push(names.get(other), other.number < of.number ? "under" : "over", of.element.contains(other.element) ? "inside" : "", other.chain);
      if (other.hasGround) parts.push(spanned.every((rect) => spans(other.box, rect)) ? 1 : 0);
    }
    return parts.join(" ");
  }

  /** The place of a text, as far as its contrast depends on it. */
  function placeOf(of, rows) {
    const range = document.createRange();
    const rects = [];
    for (const node of of.element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) continue;
      range.selectNodeContents(node);
      rects.push(...[...range.getClientRects()].filter(({ width, height }) => width >= 1 && height >= 1));
    }
    const isWithin = rects.every(({ left, right, top, bottom }) => isAt(of.box, (left + right) / 2, (top + bottom) / 2));
    if (!rects.length || !isWithin) rects.push(of.box);
    const names = new Map();
    const stacks = new Set(rects.map((rect) => stackAt(of, rect, rows, rects, names)));
    const around = [isWithin];
    for (let at = of; at; at = at.around) {
      around.push(at.away ? 1 : 0, at.tiny ? 1 : 0, at.painted > 0.25 * of.box.width * of.box.height ? 1 : 0, at.cuts ? reach(at.box, of.box) : "");
      // What scrolls is looked at with all that lies at its own middle.
      if (at.scrolls && at !== of) stacks.add(stackAt(at, at.box, rows, [at.box], names));
    }
    return `${[...stacks].sort().join("\n")}\n${around.join("")}`;
  }

  /** What of the words themselves decides: axe leaves out signs, and doubts a single letter. */
  function wordsOf(element) {
    const text = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join("").replace(/\s+/g, "");
    if (!/[\p{L}\p{N}]/u.test(text) || /[\uD800-\uF8FF]/.test(text)) return [...new Set(text)].sort().join("");
    return text.length === 1;
  }

  function wordsBeside(block) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { currentNode: node } = walker;
      if (node.data.trim() && !node.parentElement.closest("a, [role=link]")) return true;
    }
    return false;
  }

  /** What tells a link from the words around it. */
  function linkOf(element) {
    if (!element.matches("a, [role=link]")) return "";
    const block = judge.blockOf(element);
    const [own, around] = [element, block].map((element) => getComputedStyle(element));
    const parts = [...EDGES.map((name) => own.getPropertyValue(name)), ...APART.map((name) => own.getPropertyValue(name) === around.getPropertyValue(name))];
    // Whether a link without a line stands among words depends on them.
    if (own.textDecorationLine === "none" && wordsBeside(block)) parts.push(block.textContent.trim(), element.textContent.trim());
    return parts.join("|");
  }

  const isText = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const isOdd = () => Boolean(document.querySelector(":disabled, [aria-disabled], [inert], dialog[open], iframe, object, embed, svg text"));

  /** The key of each make, and one element of it. */
  function textMakes() {
    const known = read();
    const rows = inRows(known);
    const odd = isOdd();
    const makes = new Map();
    for (const of of known.values()) {
      const { element } = of;
      if (!isText(element) && !element.matches("a[href], [role=link], input, select, textarea, button")) continue;
      const key = digest(`${of.chain}\n${placeOf(of, rows)}\n${wordsOf(element)}\n${linkOf(element)}`) + (odd ? ` ${location.pathname} ${of.number}` : "");
      if (!makes.has(key)) makes.set(key, element);
    }
    return makes;
  }

  return { of: textMakes, digest, known: [...STYLE, ...EDGES, ...APART] };
})();
