// Ace by DAISY over every EPUB of the site: every failed assertion is a finding, of whatever impact.

import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import nodePath from "node:path";
import { fileURLToPath } from "node:url";
import { executable } from "../browser.mjs";

const program = fileURLToPath(new URL("./ace-books.mjs", import.meta.url));

export default {
  name: "ace",
  about: "Ace by DAISY: no violation in any EPUB",

  async site({ site, epubs, reportOn }) {
    if (!epubs.length) return undefined;
    const reports = await check(epubs.map((book) => site.absolute(book)));
    for (const [number, book] of epubs.entries()) {
      for (const { document, rule, impact, criterion, message, snippet } of violations(reports[number])) {
        reportOn(book, { rule, criterion, element: { snippet: `${document} ${snippet}`.trim() }, message: `${message} (${impact})` });
      }
    }
    return `${epubs.length} EPUBs`;
  },
};

/** Ace's reports on these books, in their order. */
async function check(books) {
  const folder = mkdtempSync(nodePath.join(tmpdir(), "ace-"));
  try {
    await new Promise((resolve, reject) => {
      // Ace keeps its settings in the home folder.
      const environment = { ...process.env, PUPPETEER_EXECUTABLE_PATH: executable(), HOME: folder };
      execFile(process.execPath, [program, folder, ...books], { env: environment, cwd: folder, maxBuffer: 1 << 26 }, (error, stdout, stderr) =>
        error ? reject(new Error(`Ace did not finish: ${error.message} ${stdout} ${stderr}`)) : resolve(),
      );
    });
    return JSON.parse(readFileSync(nodePath.join(folder, "reports.json"), "utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function violations(report) {
  return report.assertions.flatMap((document) =>
    document.assertions.map((assertion) => ({
      document: document["earl:testSubject"].url,
      rule: assertion["earl:test"]["dct:title"],
      impact: assertion["earl:test"]["earl:impact"],
      criterion: (assertion["earl:test"].rulesetTags ?? []).join(" ") || "EPUB Accessibility 1.1",
      message: assertion["earl:result"]["dct:description"].replace(/\s+/g, " "),
      snippet: (assertion["earl:result"].html ?? "").replace(/\s+/g, " ").slice(0, 120),
    })),
  );
}
