// Whole addresses: the sitemap by the schema of sitemaps.org, robots.txt as a crawler reads it, and the canonical addresses and
// versions that pages name. Every page is in the sitemap, every address leads to a page, and versions name each other.

import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import nodePath from "node:path";
import { promisify } from "node:util";
import { fileURLToPath } from "node:url";
import robotsParser from "robots-parser";
import { addressOf, baseOf, fileAt, heads } from "../addresses.mjs";

const program = fileURLToPath(new URL("./XmlSchema.java", import.meta.url));
const schema = nodePath.join(nodePath.dirname(createRequire(import.meta.url).resolve("sitemap")), "../../schema/sitemap.xsd");
const CRITERION = "sitemaps.org 0.9; RFC 9309; RFC 6596";

export default {
  name: "sitemap",
  about: "sitemap by its schema, robots.txt, canonical addresses and versions: complete, alive, and naming each other",

  async site({ site, kept, reportOn }) {
    const files = site.files.filter((file) => /^sitemap[^/]*\.xml$/.test(file));
    if (!files.length) return undefined;
    const say = (page, rule, message, snippet = "") => reportOn(page, { rule, criterion: CRITERION, element: { snippet }, message });

    const { stdout } = await promisify(execFile)("java", [program, schema, ...files.filter((file) => !/<sitemapindex/.test(site.text(file))).map((file) => site.absolute(file))], { maxBuffer: 1 << 26 });
    const judged = files.filter((file) => !/<sitemapindex/.test(site.text(file)));
    for (const line of stdout.split("\n").filter(Boolean)) {
      const [number, row, column, message] = line.split("\t");
      say(judged[Number(number)], "schema", message, `line ${row}, column ${column}`);
    }

    const pages = site.pages.filter((page) => page !== "404.html");
    const read = await heads(site, pages, await kept.blank());
    const base = baseOf(site, read);
    const listed = judged.flatMap((file) => [...site.text(file).matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address.replaceAll("&amp;", "&")));
    const known = new Set(listed);
    if (known.size !== listed.length) say(files[0], "listed-twice", "An address stands in the sitemap more than once.");
    for (const address of known) {
      if (!fileAt(site, base, address)) say(files[0], "dead-address", `“${address}” is no page of the site.`);
    }
    for (const [page, { canonical, alternates }] of read) {
      const own = addressOf(base, page);
      if (!known.has(own)) say(page, "not-listed", `The sitemap does not name “${own}”.`);
      if (canonical.length !== 1 || canonical[0] !== own) say(page, "canonical", `The canonical address is not “${own}”.`, canonical.join(" "));
      const tags = alternates.map(({ hreflang }) => hreflang);
      if (new Set(tags).size !== tags.length) say(page, "same-version-twice", "Two versions have the same hreflang.", tags.join(" "));
      for (const { href, hreflang } of alternates) {
        const file = fileAt(site, base, href);
        if (!file) say(page, "dead-version", `“${href}” is no page of the site.`, hreflang);
        else if (file !== page && !read.get(file)?.alternates.some((back) => fileAt(site, base, back.href) === page)) {
          say(page, "no-way-back", `“${file}” does not name this page among its versions.`, hreflang);
        }
      }
      if (tags.includes("x-default") && !alternates.some(({ href, hreflang }) => hreflang !== "x-default" && href === alternates[tags.indexOf("x-default")].href)) {
        say(page, "default-version", "What x-default names is none of the versions.");
      }
    }

    if (site.has("robots.txt")) {
      const robots = robotsParser(new URL("/robots.txt", base).href, site.text("robots.txt"));
      if (!robots.getSitemaps().includes(`${base}sitemap.xml`)) say("robots.txt", "no-sitemap", "robots.txt does not name the sitemap.");
      const closed = listed.find((address) => !robots.isAllowed(address, "AnyBot"));
      if (closed) say("robots.txt", "closed", `robots.txt keeps crawlers from “${closed}”.`);
    }
    return `${known.size} addresses`;
  },
};
