// The Nu HTML checker over every page and every picture in SVG, in one Java process. Errors and warnings are findings.

import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { fileURLToPath } from "node:url";
import nodePath from "node:path";

const jar = nodePath.join(nodePath.dirname(createRequire(import.meta.url).resolve("vnu-jar/package.json")), "build/dist/vnu.jar");

export default {
  name: "nu",
  about: "Nu HTML checker: errors and warnings of every page and SVG",

  async site({ site, pages, whole, reportOn, source }) {
    const files = [...pages, ...(whole ? site.moved.keys() : []), ...site.files.filter((file) => file.endsWith(".svg"))].map((file) => site.absolute(file));
    const options = ["-jar", jar, "--format", "json", "--stdout", "--exit-zero-always", "--also-check-svg"];
    const { stdout } = await promisify(execFile)("java", [...options, ...files], { maxBuffer: 1 << 28 });
    const { messages } = JSON.parse(stdout);
    for (const { type, subType, url, message, extract, lastLine, lastColumn } of messages) {
      if (type === "info" && subType !== "warning") continue;
      const file = nodePath.relative(site.directory, fileURLToPath(url)).split(nodePath.sep).join("/");
      const element = { snippet: `line ${lastLine}, column ${lastColumn}: ${(extract ?? "").replace(/\s+/g, " ").trim()}`, source: source(file, lastLine, lastColumn) };
      reportOn(file, { rule: type === "info" ? "warning" : "error", criterion: "HTML Living Standard", element, message });
    }
    return `${files.length} files`;
  },
};
