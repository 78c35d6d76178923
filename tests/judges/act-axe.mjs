// What axe-core finds in published examples of the W3C ACT rules, to lay beside what the audit finds (scripts/act --beside).
//
// In:  a folder of examples, each a page by itself.
// Out: a line for each example on standard output: its file, a tab, the ids of the ACT rules that axe's violations name, with
//      commas between them. What axe leaves to a person ("incomplete") is no violation.
// Refused: every request but that for the example, so a page that sends its reader on stays where it is.

import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { launch } from "./browser.mjs";

const ORIGIN = "http://examples.test/";
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("Usage: node tests/judges/act-axe.mjs FOLDER");
  process.exit(2);
}

const browser = await launch();
try {
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".html")).sort()) {
    console.log(`${file}\t${(await violated(file)).join(",")}`);
  }
} finally {
  await browser.close();
}

async function violated(file) {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  const address = ORIGIN + file;
  let served = false;
  await context.route("**", (route) => {
    // “No content” is the one answer to a navigation that leaves the page as it is.
    if (served && route.request().isNavigationRequest()) return route.fulfill({ status: 204 });
    if (served || route.request().url() !== address) return route.abort();
    served = true;
    return route.fulfill({ contentType: "text/html; charset=utf-8", body: readFileSync(join(folder, file)) });
  });
  await page.addInitScript({ content: axe });
  await page.goto(address, { waitUntil: "domcontentloaded" });
  const ids = await page.evaluate(async () => {
    const { violations } = await axe.run(document, { resultTypes: ["violations"], iframes: false });
    const act = new Map(axe.getRules().map(({ ruleId, actIds }) => [ruleId, actIds ?? []]));
    return violations.flatMap(({ id }) => act.get(id) ?? []);
  });
  await context.close();
  return [...new Set(ids)].sort();
}
