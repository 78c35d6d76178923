// Pages that only move on (`../moved.mjs` knows them). Nobody stays on one, so no other judge walks it. It leads to a page of the
// site, or a place on it, that does not move on itself; who stays all the same finds a title, a language and a plain link; search
// engines are told the new address alone.

import { addressOf, baseOf, fileAt } from "../addresses.mjs";

export default {
  name: "moved",
  about: "pages that only move on: to a live page, with language, title, plain link and canonical address, in no sitemap",

  async site({ site, kept, reportOn }) {
    if (!site.moved.size) return undefined;
    const blank = await kept.blank();
    const base = baseOf(site, new Map());
    const sitemaps = site.files.filter((file) => /^sitemap[^/]*\.xml$/.test(file)).map((file) => site.text(file));
    const listed = new Set(sitemaps.flatMap((text) => [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address.replaceAll("&amp;", "&"))));
    for (const [path, written] of site.moved) {
      const say = (rule, criterion, message, snippet = "") => reportOn(path, { rule, criterion, element: { snippet }, message });
      const said = await blank.evaluate(read, site.text(path));
      const { file, fragment, fault } = target(site, path, written);
      if (fault) say("dead-target", "WCAG 2.2 2.4.4", fault, written);
      else if (site.moved.has(file)) say("moves-again", "WCAG 2.2 2.4.4", `“${file}” moves on too: name the page where it ends.`, written);
      else if (fragment && !(await blank.evaluate(hasPlace, [site.text(file), fragment]))) {
        say("dead-target", "WCAG 2.2 2.4.4", `${file} has no id “${fragment}”.`, written);
      }
      if (!said.lang) say("no-language", "WCAG 2.2 3.1.1", "The page does not say its language.");
      if (!said.title) say("no-title", "WCAG 2.2 2.4.2", "The page has no title.");
      if (!said.links.includes(written)) say("no-link", "WCAG 2.2 2.4.4", "No link with words leads where the page moves on to.", written);
      if (base && file) {
        const own = said.canonical.map((address) => fileAt(site, base, address));
        if (own.length !== 1 || own[0] !== file) say("canonical", "RFC 6596", `The canonical address is not that of ${file}.`, said.canonical.join(" "));
      }
      if (base && listed.has(addressOf(base, path))) say("in-sitemap", "sitemaps.org 0.9", "The sitemap names a page that only moves on.");
    }
    return `${site.moved.size} pages`;
  },
};

/** The page of the site and the place on it that an address leads to, or why there is none. */
function target(site, path, written) {
  let url;
  try {
    url = new URL(written, site.url(path));
  } catch {
    return { fault: `“${written}” is no address.` };
  }
  const file = url.origin === site.origin ? site.fileAt(url.pathname) : undefined;
  if (!file?.endsWith(".html")) return { fault: `“${written}” is no page of the site.` };
  return { file, fragment: decodeURIComponent(url.hash.slice(1)) };
}

function read(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  return {
    lang: page.documentElement.lang.trim(),
    title: page.title.trim(),
    links: [...page.querySelectorAll("body a[href]")].filter((link) => link.textContent.trim()).map((link) => link.getAttribute("href")),
    canonical: [...page.head.querySelectorAll("link[rel=canonical]")].map((link) => link.getAttribute("href")),
  };
}

function hasPlace([html, id]) {
  return Boolean(new DOMParser().parseFromString(html, "text/html").getElementById(id));
}
