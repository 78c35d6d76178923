// Where a site stands, as its pages say it: whole addresses are those of files of the site, or of other hosts.
//
// In:  the site. Its first page says its address in a canonical link.
// Out: the file that a whole address stands for, and what the heads of pages say of other addresses.

import nodePath from "node:path";

/** What the heads of these pages say, read by the browser: canonical address, other versions, JSON-LD. */
export async function heads(site, pages, blank) {
  const read = new Map();
  for (const page of pages) {
    read.set(page, await blank.evaluate((html) => {
      const head = new DOMParser().parseFromString(html, "text/html").head;
      const links = (selector) => [...head.querySelectorAll(selector)].map((link) => ({ href: link.getAttribute("href"), hreflang: link.getAttribute("hreflang"), type: link.getAttribute("type") }));
      return {
        canonical: links("link[rel=canonical]").map(({ href }) => href),
        alternates: links("link[rel=alternate][hreflang]"),
        lists: links("link[rel=alternate][type]"),
        data: [...head.querySelectorAll('script[type="application/ld+json"]')].map((script) => script.textContent),
      };
    }, site.text(page)));
  }
  return read;
}

/** The address of the site's root; undefined where its first page does not say it. */
export function baseOf(site, heads) {
  return heads.get("index.html")?.canonical[0] ?? /<link rel="canonical" href="([^"]*)"/.exec(site.has("index.html") ? site.text("index.html") : "")?.[1];
}

/** The file of the site that a whole address stands for; null for one that is not there, undefined for another host. */
export function fileAt(site, base, address) {
  if (!base || !address?.startsWith(base)) return undefined;
  const path = decodeURIComponent(new URL(address).pathname).slice(decodeURIComponent(new URL(base).pathname).length);
  const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  return site.has(file) ? nodePath.posix.normalize(file) : null;
}

/** The whole address of a file. */
export function addressOf(base, file) {
  return base + file.replace(/(^|\/)index\.html$/, "$1").split("/").map(encodeURIComponent).join("/");
}
