// Files of Akoma Ntoso: valid by the schema of OASIS, every part named by its place, no dead link, and every numbered part, note and
// word of the page in them.

import { execFile } from "node:child_process";
import nodePath from "node:path";
import { promisify } from "node:util";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("./akn.py", import.meta.url));

export default {
  name: "akn",
  about: "Akoma Ntoso files: schema, title, languages, directions, names of parts, no dead link, no part, note or word of the page lost",

  async site({ site, options, reportOn }) {
    const files = site.files.filter((file) => file.endsWith(".akn.xml"));
    if (!files.length) return undefined;
    const read = [];
    for (const file of files) {
      const folder = nodePath.posix.dirname(file);
      const page = nodePath.posix.join(folder, file.endsWith("-easy-read.akn.xml") ? "easy-read/index.html" : "index.html");
      if (site.has(page) && site.text(page).includes(nodePath.posix.basename(file))) read.push([file, page]);
      else reportOn(file, { rule: "not-offered", criterion: "", element: { snippet: "" }, message: `“${page}” does not offer the file.` });
    }
    if (!read.length) return `${files.length} files`;
    const paths = read.flatMap((pair) => pair.map((file) => site.absolute(file)));
    const { stdout } = await promisify(execFile)(options.python, [program, ...paths], { maxBuffer: 1 << 26 });
    const counts = { parts: 0, notes: 0, links: 0 };
    for (const [number, line] of stdout.trim().split("\n").entries()) {
      const { wrong, ...said } = JSON.parse(line);
      for (const name of Object.keys(counts)) counts[name] += said[name];
      for (const [rule, message] of wrong) reportOn(read[number][0], { rule, criterion: "Akoma Ntoso 3.0", element: { snippet: "" }, message });
    }
    return `${files.length} files, ${counts.parts} parts, ${counts.notes} notes, ${counts.links} links`;
  },
};
