// The catalogue of books, as a reading app reads it: the parser of the Palace Project holds it to OPDS 2. Every book that it offers is
// there, with its size and a picture, and every book of the site is offered.

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { fileURLToPath } from "node:url";
import { baseOf, fileAt } from "../addresses.mjs";

const program = fileURLToPath(new URL("./catalogue.py", import.meta.url));

export default {
  name: "catalogue",
  about: "OPDS 2 catalogue of the books: read by the Palace Project's parser; every book there, of its size, none left out",

  async site({ site, epubs, options, reportOn }) {
    const files = site.files.filter((file) => /(^|\/)catalogue(-\d+)?\.json$/.test(file));
    if (!files.length) return undefined;
    const { stdout } = await promisify(execFile)(options.python, [program, ...files.map((file) => site.absolute(file))], { maxBuffer: 1 << 26 });
    const base = baseOf(site, new Map());
    const offered = new Set();
    for (const [number, line] of stdout.trim().split("\n").entries()) {
      const file = files[number];
      const say = (rule, message, snippet = "") => reportOn(file, { rule, criterion: "OPDS 2.0", element: { snippet }, message });
      const { errors } = JSON.parse(line);
      errors.forEach((error) => say("invalid", error));
      let catalogue;
      try {
        catalogue = JSON.parse(site.text(file));
      } catch {
        continue;
      }
      const links = [...(catalogue.links ?? []), ...(catalogue.publications ?? []).flatMap(({ links, images }) => [...(links ?? []), ...(images ?? [])])];
      for (const { href } of links) if (!fileAt(site, base, href)) say("dead-link", `“${href}” is not in the site.`);
      if (!(catalogue.links ?? []).some(({ rel, href }) => rel === "self" && fileAt(site, base, href) === file)) say("self", "The catalogue does not say where it stands.");
      for (const { links, images, metadata } of catalogue.publications ?? []) {
        if (images && !images.some(({ type }) => /^image\/(jpeg|png|gif)$/.test(type))) say("no-picture", "None of the pictures is one of points.", metadata?.title);
        for (const { href, size, type } of (links ?? []).filter(({ rel }) => rel?.startsWith("http://opds-spec.org/acquisition"))) {
          const book = fileAt(site, base, href);
          if (!book) continue;
          offered.add(book);
          if (type !== "application/epub+zip" || size !== site.bytes(book)) say("wrong-size", `“${book}” has ${site.bytes(book)} bytes.`, metadata?.title);
        }
      }
    }
    for (const book of epubs) if (!offered.has(book)) reportOn(book, { rule: "not-offered", criterion: "OPDS 2.0", element: {}, message: "No catalogue offers this book." });
    return `${files.length} catalogues, ${offered.size} books`;
  },
};
