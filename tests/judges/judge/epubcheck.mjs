// EPUBCheck over every EPUB of the site. Errors and warnings are findings; its notes on usage are not.

import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import nodePath from "node:path";

export default {
  name: "epubcheck",
  about: "EPUBCheck: no fatal error, error or warning in any EPUB",

  async site({ site, epubs, reportOn, options }) {
    if (!epubs.length) return undefined;
    const jar = options.epubcheckJar;
    if (!jar || !existsSync(jar)) throw new Error("epubcheck.jar is not installed: run scripts/install-test-tools");
    for (const book of epubs) {
      for (const { severity, ID, message, locations } of await check(jar, site.absolute(book))) {
        if (!/^(FATAL|ERROR|WARNING)$/.test(severity)) continue;
        const [place] = locations ?? [];
        const snippet = place ? `${place.path}${place.line > 0 ? `:${place.line}:${place.column}` : ""}` : "";
        reportOn(book, { rule: `${severity.toLowerCase()}-${ID}`, criterion: "EPUB 3.3", element: { snippet }, message });
      }
    }
    return `${epubs.length} EPUBs`;
  },
};

async function check(jar, book) {
  const folder = mkdtempSync(nodePath.join(tmpdir(), "epubcheck-"));
  const report = nodePath.join(folder, "report.json");
  try {
    // Its exit code only repeats what the report says; a report that is missing is the real failure.
    await new Promise((resolve) => execFile("java", ["-jar", jar, book, "--json", report, "--quiet"], { maxBuffer: 1 << 26 }, resolve));
    return JSON.parse(readFileSync(report, "utf8")).messages;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
