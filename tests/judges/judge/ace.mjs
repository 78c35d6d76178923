// Ace by DAISY over every EPUB of the site: every failed assertion is a finding, of whatever impact.

import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import nodePath from "node:path";
import { executable } from "../browser.mjs";

const command = nodePath.join(nodePath.dirname(createRequire(import.meta.url).resolve("@daisy/ace-cli/package.json")), "bin/ace.js");

export default {
  name: "ace",
  about: "Ace by DAISY: no violation in any EPUB",

  async site({ site, epubs, reportOn }) {
    if (!epubs.length) return undefined;
    for (const book of epubs) {
      for (const { document, rule, impact, criterion, message, snippet } of await check(site.absolute(book))) {
        reportOn(book, { rule, criterion, element: { snippet: `${document} ${snippet}`.trim() }, message: `${message} (${impact})` });
      }
    }
    return `${epubs.length} EPUBs`;
  },
};

async function check(book) {
  const folder = mkdtempSync(nodePath.join(tmpdir(), "ace-"));
  try {
    await new Promise((resolve, reject) => {
      const environment = { ...process.env, PUPPETEER_EXECUTABLE_PATH: executable(), HOME: folder };
      execFile(process.execPath, [command, "--force", "--silent", "--outdir", folder, book], { env: environment, cwd: folder, maxBuffer: 1 << 26 }, (error, stdout, stderr) =>
        error ? reject(new Error(`Ace did not finish: ${error.message} ${stdout} ${stderr}`)) : resolve(),
      );
    });
    const report = JSON.parse(readFileSync(nodePath.join(folder, "report.json"), "utf8"));
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
  } finally {
    rmSync(folder, { recursive: true });
  }
}
