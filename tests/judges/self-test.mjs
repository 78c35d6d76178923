// The judges are judged: each planted fault must be found by the judge meant to find it, and the clean fixture, which
// differs from it in nothing else, must pass every judge.
//
// In:  planted/clean, planted/book, planted/word, planted/spoken and the list planted/faults.mjs, with planted/books.json.
// Out: true when every fault was found and the clean fixture passed.
// Refused: a fault whose edit changes nothing; it would prove nothing. A judge without a planted fault.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { KeptPages } from "./browser.mjs";
import { print } from "./finding.mjs";
import { judges } from "./judge/all.mjs";
import { judgeSite } from "./judging.mjs";
import { faults } from "./planted/faults.mjs";
import { PYTHON, Site } from "./site.mjs";
import { pack } from "./zip.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const planted = path.join(here, "planted");
const options = { spoken: path.join(planted, "spoken"), epubcheckJar: process.env.EPUBCHECK_JAR, python: PYTHON, expect: judges.map(({ name }) => name) };
const AT_ONCE = 2;

export async function selfTest({ browser, only, results }) {
  const bare = judges.filter(({ name }) => !faults.some(({ judge }) => judge === name));
  if (bare.length) throw new Error(`no planted fault for ${bare.map(({ name }) => name).join(", ")}`);
  const chosen = faults.filter(({ judge }) => !only || only.includes(judge));

  const clean = await inFixture([], (site) => judgeSite({ site, browser, judges: judges.filter(({ name }) => !only || only.includes(name)), pages: site.pages, options }));
  const rejected = clean.results.filter(({ verdict }) => verdict !== "passed");
  for (const finding of clean.findings.all()) console.log(`${print(finding)}\n`);
  for (const { name, note } of rejected) console.log(`The clean fixture did not pass ${name}: ${note}`);

  const verdicts = new Map();
  // What judges books waits for programs of its own, so it goes beside the pages.
  const bookTrials = judges.map(async (judge) => {
    const ofBooks = chosen.filter((fault) => fault.book && fault.judge === judge.name);
    for (const [fault, verdict] of await tryBooks(judge, ofBooks, browser)) verdicts.set(fault, verdict);
  });
  const queue = chosen.filter((fault) => !fault.book);
  const worker = async () => {
    const kept = new KeptPages(browser);
    for (let fault = queue.shift(); fault; fault = queue.shift()) verdicts.set(fault, await tryFault(fault, browser, kept));
    await kept.close();
  };
  await Promise.all([...bookTrials, ...Array.from({ length: AT_ONCE }, worker)]);

  console.log("Planted faults");
  for (const [fault, { found, others, error }] of [...verdicts].sort(([a], [b]) => chosen.indexOf(a) - chosen.indexOf(b))) {
    console.log(`  ${found ? "found " : "MISSED"} ${`${fault.judge}/${fault.rule}`.padEnd(36)} ${fault.name}${fault.view ? ` (${fault.view})` : ""}`);
    if (!found) console.log(`         ${error || `it found ${others.join(", ") || "nothing"}`}`);
  }
  for (const judge of judges.filter(({ name }) => !only || only.includes(name))) {
    const own = [...verdicts].filter(([fault]) => fault.judge === judge.name);
    const missed = own.filter(([, { found }]) => !found).length + rejected.filter(({ name }) => name === judge.name).length;
    const seconds = own.reduce((sum, [, { seconds }]) => sum + seconds, 0);
    results(judge.name, missed ? "failed" : "passed", missed, seconds, `${own.length} planted fault${own.length === 1 ? "" : "s"}`);
  }
  const missed = [...verdicts.values()].filter(({ found }) => !found).length;
  console.log(`${chosen.length - missed} of ${chosen.length} planted faults found; the clean fixture ${rejected.length ? "was rejected" : "passed"}`);
  return !missed && !rejected.length;
}

async function tryFault(fault, browser, kept) {
  const began = performance.now();
  const page = fault.page ?? "index.html";
  const judge = judges.filter(({ name }) => name === fault.judge);
  const pages = (site) => (fault.wholeSite ? site.pages : [page]);
  try {
    // The clean fixture is judged in every view; a fault only in the one that shows it, unless others decide what is judged there.
    const view = fault.view ?? "1280 px, light, scripts on";
    const inView = { ...options, view: fault.everyView || /^(over HTTP|file)/.test(view) ? undefined : view };
    const { results, findings } = await inFixture(fault.edits, (site) => judgeSite({ site, browser, kept, judges: judge, pages: pages(site), options: inView }));
    const all = findings.all();
    const hit = ({ rule, views }) => (rule === fault.rule || rule.startsWith(`${fault.rule}-`)) && (!fault.view || [...views].some((view) => view.includes(fault.view)));
    return {
      found: all.some(hit),
      others: all.map(({ rule, views }) => `${rule} [${[...views].join("; ")}]`),
      error: results.find(({ error }) => error)?.error ?? "",
      seconds: (performance.now() - began) / 1000,
    };
  } catch (error) {
    return { found: false, others: [], error: String(error), seconds: 0 };
  }
}

/** Judges a site whose books have one fault each: a judge of books starts once for all of them. */
async function tryBooks(judge, faults, browser) {
  if (!faults.length) return [];
  const began = performance.now();
  const name = (fault) => `books/${faults.indexOf(fault)}.epub`;
  const { results, findings } = await inFixture([], (site) => judgeSite({ site, browser, judges: [judge], pages: site.pages, options }), (folder) => {
    mkdirSync(path.join(folder, "books"));
    for (const fault of faults) {
      const book = path.join(folder, name(fault));
      cpSync(path.join(planted, "book"), `${book}.folder`, { recursive: true });
      edit(`${book}.folder`, fault.book);
      writeFileSync(book, packFolder(`${book}.folder`));
      rmSync(`${book}.folder`, { recursive: true });
    }
  });
  const seconds = (performance.now() - began) / 1000 / faults.length;
  return faults.map((fault) => {
    const rules = findings.all().filter(({ page }) => page === name(fault)).map(({ rule }) => rule);
    const found = rules.some((rule) => rule === fault.rule || rule.startsWith(`${fault.rule}-`));
    return [fault, { found, others: rules, error: (results.find(({ error }) => error)?.error ?? "").split("\n")[0], seconds }];
  });
}

function edit(folder, edits) {
  for (const [file, before, after] of edits) {
    const target = path.join(folder, file);
    const text = readFileSync(target, "utf8");
    if (!text.includes(before)) throw new Error(`the edit of ${file} changes nothing: it has no “${before}”`);
    writeFileSync(target, text.replace(before, () => after));
  }
}

/** A copy of the clean fixture with `edits` made, its book and its Word file packed and more put into it by `add`, open for `act`. */
async function inFixture(edits, act, add = () => {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "planted-"));
  try {
    cpSync(path.join(planted, "clean"), folder, { recursive: true });
    for (const name of ["book", "word"]) cpSync(path.join(planted, name), path.join(folder, name), { recursive: true });
    edit(folder, edits);
    for (const [name, file, first] of [["book", "book.epub"], ["word", "word.docx", "[Content_Types].xml"]]) {
      writeFileSync(path.join(folder, file), packFolder(path.join(folder, name), first));
      rmSync(path.join(folder, name), { recursive: true });
    }
    add(folder);
    const site = new Site(folder);
    await site.open();
    try {
      return await act(site);
    } finally {
      await site.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function packFolder(folder, first) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return pack(new Map(files.map((entry) => {
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    return [path.relative(folder, file).split(path.sep).join("/"), readFileSync(file)];
  })), first);
}
