// EPUBCheck over every EPUB of the site. Errors and warnings are findings; its notes on usage are not.

import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import nodePath from "node:path";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("./EpubChecks.java", import.meta.url));
// What is run for seconds is not worth the compiler's best.
const BRIEF = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];

export default {
  name: "epubcheck",
  about: "EPUBCheck: no fatal error, error or warning in any EPUB",

  async site({ site, epubs, reportOn, options }) {
    if (!epubs.length) return undefined;
    const jar = options.epubcheckJar;
    if (!jar || !existsSync(jar)) throw new Error("epubcheck.jar is not installed: run scripts/install-test-tools");
    const reports = await check(jar, epubs.map((book) => site.absolute(book)));
    for (const [number, book] of epubs.entries()) {
      for (const { severity, ID, message, locations } of reports[number].messages) {
        if (!/^(FATAL|ERROR|WARNING)$/.test(severity)) continue;
        const [place] = locations ?? [];
        const snippet = place ? `${place.path}${place.line > 0 ? `:${place.line}:${place.column}` : ""}` : "";
        reportOn(book, { rule: `${severity.toLowerCase()}-${ID}`, criterion: "EPUB 3.3", element: { snippet }, message });
      }
    }
    return `${epubs.length} EPUBs`;
  },
};

/** EPUBCheck's reports on these books, in their order. */
async function check(jar, books) {
  const folder = mkdtempSync(nodePath.join(tmpdir(), "epubcheck-"));
  try {
    await new Promise((resolve, reject) => {
      execFile("java", [...BRIEF, "-cp", jar, program, folder, ...books], { maxBuffer: 1 << 26 }, (error, stdout, stderr) =>
        error ? reject(new Error(`EPUBCheck did not finish: ${error.message} ${stdout} ${stderr}`)) : resolve(),
      );
    });
    return books.map((_, number) => JSON.parse(readFileSync(nodePath.join(folder, `${number}.json`), "utf8")));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
