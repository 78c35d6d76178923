// Ace over several books in one process and one browser of its own: a book then takes a second, not six.
//
// In:  a scratch folder, then the books, as arguments; PUPPETEER_EXECUTABLE_PATH in the environment.
// Out: FOLDER/reports.json, Ace's report for each book in the order of the arguments; exit code 0.
// Refused: a book that Ace cannot finish; the exit code is 1 and no report is written.
//
// Ace's command line takes one book. What it calls is called here in the same way, only with the browser left open.

import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(createRequire(import.meta.url).resolve("@daisy/ace-cli/package.json"));
const ace = require("@daisy/ace-core");
const runner = require("@daisy/ace-axe-runner-puppeteer");

const [folder, ...books] = process.argv.slice(2);
const open = { ...runner, launch: async () => {}, close: async () => {} };
await launch(3);
try {
  const reports = [];
  for (const [number, book] of books.entries()) {
    const outdir = path.join(folder, String(number));
    mkdirSync(outdir);
    const [, report] = await ace(book, { cwd: folder, outdir, silent: true, initLogger: number === 0 }, open);
    reports.push(report);
  }
  writeFileSync(path.join(folder, "reports.json"), JSON.stringify(reports));
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await runner.close();
}

/** Starts the browser; a busy machine may take longer than the library waits, so it is asked again. */
async function launch(tries) {
  try {
    await runner.launch();
  } catch (error) {
    if (tries === 1) throw error;
    await launch(tries - 1);
  }
}
