// Word files, as programs of others read them: python-docx finds the structure that people with assistive technology need, openxml-audit
// holds them to the schema and the rules of Word, and the words of the page are looked for in the file.

import { execFile } from "node:child_process";
import nodePath from "node:path";
import { promisify } from "node:util";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("./word.py", import.meta.url));

export default {
  name: "word",
  about: "Word files: schema and rules of Word, title, languages, directions, headings, heads of tables, alternative texts, typed numbers, no word of the page lost",

  async site({ site, options, reportOn }) {
    const files = site.files.filter((file) => file.endsWith(".docx"));
    if (!files.length) return undefined;
    const read = [];
    for (const file of files) {
      const folder = nodePath.posix.dirname(file);
      const page = nodePath.posix.join(folder, file.endsWith("-easy-read.docx") ? "easy-read/index.html" : "index.html");
      if (site.has(page) && site.text(page).includes(nodePath.posix.basename(file))) read.push([file, page]);
      else reportOn(file, { rule: "not-offered", criterion: "", element: { snippet: "" }, message: `“${page}” does not offer the file.` });
    }
    if (!read.length) return `${files.length} files`;
    const paths = read.flatMap((pair) => pair.map((file) => site.absolute(file)));
    const { stdout } = await promisify(execFile)(options.python, [program, ...paths], { maxBuffer: 1 << 26 });
    const counts = { paragraphs: 0, tables: 0, pictures: 0 };
    for (const [number, line] of stdout.trim().split("\n").entries()) {
      const { wrong, ...said } = JSON.parse(line);
      for (const name of Object.keys(counts)) counts[name] += said[name];
      for (const [rule, message] of wrong) reportOn(read[number][0], { rule, criterion: "ECMA-376", element: { snippet: "" }, message });
    }
    return `${files.length} files, ${counts.paragraphs} paragraphs, ${counts.tables} tables, ${counts.pictures} pictures`;
  },
};
