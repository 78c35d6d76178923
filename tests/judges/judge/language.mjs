// Language: of the page, of its parts (WCAG 3.1.2), and of every label, which axe does not judge.
//
// A screen reader picks its voice by `lang`: Chinese words in an English voice are not said at all. The script of the
// letters shows most mistakes: Han in a part marked English, two Latin words in a part marked Chinese, a label without
// one Chinese character on a Chinese page. A single Latin word in running Chinese passes: it is nearly always a name.

import { readFileSync } from "node:fs";
import axe from "axe-core";
import { look } from "../browser.mjs";

const names = readFileSync(new URL("../names.txt", import.meta.url), "utf8")
  .split("\n")
  .map((line) => line.trim())
  .filter((line) => line && !line.startsWith("#"));

export default {
  name: "language",
  about: "valid lang and dir; every part and every label (also hidden and generated ones) in the language it is marked with",
  scripts: [true, false],

  async page({ page, scripts, report }) {
    const given = { names, known: axe.utils.validLangs() };
    for (const fault of await look(page, languages, given)) report({ view: `scripts ${scripts ? "on" : "off"}`, ...fault });
  },
};

function languages({ names, known }) {
  const found = [];
  const say = (rule, element, message, criterion = "WCAG 2.2 3.1.2") => found.push({ rule, criterion, element: judge.describe(element), message });
  const RIGHT_TO_LEFT = new Set(["Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm"]);
  const OWN = { Hans: ["Hani"], Hant: ["Hani"], Jpan: ["Hani", "Hira", "Kana"], Kore: ["Hang", "Hani"] };
  // The registry of IANA: a browser has names of the larger languages alone.
  const registered = new Set(known);

  function localeOf(tag) {
    try {
      const locale = new Intl.Locale(tag);
      return registered.has(locale.language) ? locale : null;
    } catch {
      return null;
    }
  }
  function scriptsOf(tag) {
    const script = localeOf(tag)?.maximize().script;
    return script ? (OWN[script] ?? [script]) : null;
  }
  const isOwn = (scripts) => new RegExp(`[${scripts.map((script) => `\\p{Script=${script}}`).join("")}]`, "u");

  // A symbol or a name is the same in every language.
  const symbol = (word) => /[\d/@_]/.test(word) || /^[\p{Lu}.&-]{1,8}$/u.test(word);
  const withoutNames = (text) => names.reduce((rest, name) => rest.replaceAll(name, " § "), text).replace(/https?:\/\/\S+|\b[\w.-]+\.(org|int|com|net|html|md)\b\S*/g, " § ");
  const LATIN_RUN = /[\p{Script=Latn}\d][\p{Script=Latn}\p{M}\p{N}'’./&@_-]*(?:[\s,:]+[\p{Script=Latn}\d][\p{Script=Latn}\p{M}\p{N}'’./&@_-]*)*/gu;

  /** The part of `text` that is in another script than its language is written in, or "". */
  function foreign(text, tag) {
    const own = scriptsOf(tag);
    if (!own) return "";
    const rest = withoutNames(text);
    if (!own.includes("Latn")) {
      for (const [run] of rest.matchAll(LATIN_RUN)) {
        const words = run.split(/[\s,:]+/).filter((word) => /\p{L}{2,}/u.test(word) && !symbol(word));
        if (words.length >= 2) return run;
      }
    }
    for (const script of ["Hani", "Hira", "Kana", "Hang", "Arab", "Cyrl", "Hebr", "Deva", "Thai", "Grek"]) {
      if (own.includes(script)) continue;
      const run = new RegExp(`\\p{Script=${script}}[\\p{Script=${script}}\\s]*`, "u").exec(rest);
      if (run) return run[0];
    }
    return "";
  }

  /** Whether a label of its own has no word in its language although it has words. */
  function wrongLabel(text, tag) {
    const own = scriptsOf(tag);
    if (!own) return false;
    const words = withoutNames(text).split(/[\s,:()]+/).filter((word) => /\p{L}{2,}/u.test(word) && !symbol(word));
    return words.length > 0 && !isOwn(own).test(words.join(" "));
  }

  function label(element, text, what, tag = judge.language(element)) {
    if (!text?.trim()) return;
    const part = foreign(text, tag);
    if (wrongLabel(text, tag) || part) {
      say("label", element, `The ${what} “${text.trim().replace(/\s+/g, " ").slice(0, 80)}” is not in the language it is marked with (${tag || "none"}).`, "WCAG 2.2 3.1.1, 3.1.2");
    }
  }

  // 1. The marks themselves.
  const root = document.documentElement;
  if (!root.lang) say("no-lang", root, "The page does not say its language.", "WCAG 2.2 3.1.1");
  for (const element of document.querySelectorAll("[lang],[hreflang]")) {
    for (const attribute of ["lang", "hreflang"]) {
      const tag = element.getAttribute(attribute);
      if (tag === null || (attribute === "hreflang" && tag === "x-default")) continue;
      const locale = localeOf(tag);
      if (!locale) say("bad-lang", element, `“${tag}” is no language tag.`, element === root ? "WCAG 2.2 3.1.1" : "WCAG 2.2 3.1.2");
      else if (locale.language === "zh" && !locale.script) say("lang-without-script", element, `“${tag}” does not say which characters: zh-Hans or zh-Hant.`, "BCP 47");
      if (locale && attribute === "lang") {
        const rightToLeft = RIGHT_TO_LEFT.has(locale.maximize().script);
        // An element may say the language of its name alone; the words in it are then in others.
        if (rightToLeft !== (getComputedStyle(element).direction === "rtl") && holdsOwnWords(element)) {
          say("direction", element, `“${tag}” is written ${rightToLeft ? "right to left" : "left to right"}; the element's dir says otherwise.`, "WCAG 2.2 1.3.2");
        }
      }
    }
  }

  /** Numbers, such as the mark of a note, are the same in every language. */
  function holdsOwnWords(element) {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      if (/\p{L}/u.test(texts.currentNode.data) && texts.currentNode.parentElement.closest("[lang]") === element) return true;
    }
    return false;
  }

  // 2. Running text: what stands together in one block under one language.
  const runs = new Map();
  for (const node of judge.textNodes()) {
    const parent = node.parentElement;
    if (parent.closest("code,pre,kbd,samp,svg title,svg desc")) continue;
    const block = judge.blockOf(node);
    const tag = judge.language(parent);
    if (!runs.has(block)) runs.set(block, []);
    const parts = runs.get(block);
    if (parts.at(-1)?.tag === tag) parts.at(-1).text += node.data;
    else parts.push({ tag, text: node.data, element: parent });
  }
  for (const parts of runs.values()) {
    for (const { tag, text, element } of parts) {
      const part = foreign(text, tag);
      if (part) say("unmarked-part", element, `“${part.trim().slice(0, 80)}” stands in text marked ${tag || "with no language"} without a lang of its own.`);
    }
  }

  // 3. Labels: attributes, names of controls, headings, words out of sight, words that the stylesheet writes.
  label(root, document.title, "title");
  for (const element of document.querySelectorAll('meta[name="description"]')) label(element, element.content, "description");
  for (const attribute of ["aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "aria-placeholder", "title", "alt", "placeholder", "label"]) {
    for (const element of document.querySelectorAll(`[${attribute}]`)) {
      // A link's title in the head names the other page, which may be in another language.
      const tag = element.matches("link[hreflang]") ? element.hreflang : judge.language(element);
      label(element, element.getAttribute(attribute), attribute, tag);
    }
  }
  const labels = "button,summary,label,legend,caption,th,dt,option,h1,h2,h3,h4,h5,h6,figcaption,nav a,header a,footer a,svg title,svg desc";
  for (const element of document.querySelectorAll(labels)) {
    if (element.closest("svg") ? !element.matches("svg title,svg desc") : !judge.shown(element)) continue;
    // Parts with a lang of their own answer for themselves.
    const own = [...element.childNodes].filter((node) => node.nodeType === 3 || !node.lang).map((node) => node.textContent).join("");
    if (!judge.shown(element) && !element.closest("svg")) continue;
    label(element, own, element.localName);
  }
  for (const node of judge.textNodes()) {
    const element = node.parentElement;
    if (judge.outOfSight(element) && !element.closest(labels)) label(element, node.data, "text out of sight");
  }
  for (const element of document.body.querySelectorAll("*")) {
    for (const pseudo of ["::before", "::after", "::marker"]) {
      const content = getComputedStyle(element, pseudo).content;
      const words = [...content.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1]).join(" ");
      if (/\p{L}{2,}/u.test(words)) label(element, words, `text of ${pseudo}`);
    }
  }
  return found;
}
