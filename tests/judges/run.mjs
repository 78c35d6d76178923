// The command line of the judges. `node tests/judges/run.mjs --help` explains it.
//
// In:  a folder with a finished site.
// Out: every finding on standard output, a table of results; exit code 0 when every judge ran and found nothing,
//      1 when one found something or did not run, 2 for wrong usage, 3 when the judging could not begin or finish.

import { appendFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { launch } from "./browser.mjs";
import { print } from "./finding.mjs";
import { judges } from "./judge/all.mjs";
import { judgeSite } from "./judging.mjs";
import { selfTest } from "./self-test.mjs";
import { PYTHON, Site } from "./site.mjs";

const HELP = `Usage: node tests/judges/run.mjs [options] SITE_FOLDER
       node tests/judges/run.mjs --self-test

Runs the judges over every page of a finished site.

  --only NAME,…          only these judges
  --page PATH            only this page (may be repeated): --page a-hrc-res-52-8/index.html
  --expect NAME,…        these judges must have something to judge
  --expect-epub          the same as --expect epubcheck,ace
  --source-map FOLDER    the same site built with --source-map: findings then name the Markdown line
  --spoken FOLDER        accepted logs of the virtual screen reader
  --accept-spoken        write the logs instead of comparing them
  --dump-spoken FOLDER   write the log of every page into this folder
  --results FILE         append one line for each judge: name, verdict, findings, seconds, note; tab separated
  --self-test            judge the planted faults: every judge must find its own
  --list                 name the judges

EPUBCHECK_JAR names epubcheck.jar; JUDGES_PYTHON the Python that has the packages; CHROMIUM the browser.`;

const { values, positionals } = parse();
if (values.help) {
  console.log(HELP);
} else if (values.list) {
  for (const { name, about } of judges) console.log(`${name.padEnd(12)}${about}`);
} else if (values["self-test"]) {
  process.exitCode = await withBrowser((browser) => selfTest({ browser, only: values.only?.split(","), results: write }));
} else {
  process.exitCode = await withBrowser(run);
}

function parse() {
  try {
    const parsed = parseArgs({
      allowPositionals: true,
      options: {
        only: { type: "string" },
        page: { type: "string", multiple: true },
        expect: { type: "string" },
        "expect-epub": { type: "boolean" },
        "source-map": { type: "string" },
        spoken: { type: "string" },
        "accept-spoken": { type: "boolean" },
        "dump-spoken": { type: "string" },
        results: { type: "string" },
        "self-test": { type: "boolean" },
        list: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
    const needsSite = !parsed.values.help && !parsed.values.list && !parsed.values["self-test"];
    if (needsSite && parsed.positionals.length !== 1) throw new Error("name one folder with a finished site");
    const known = judges.map(({ name }) => name);
    for (const name of [...(parsed.values.only?.split(",") ?? []), ...(parsed.values.expect?.split(",") ?? [])]) {
      if (!known.includes(name)) throw new Error(`no judge is called ${name}; there are ${known.join(", ")}`);
    }
    return parsed;
  } catch (error) {
    console.error(`${error.message}\n\n${HELP}`);
    process.exit(2);
  }
}

async function withBrowser(act) {
  let browser;
  try {
    browser = await launch();
    return (await act(browser)) ? 0 : 1;
  } catch (error) {
    console.error(`the judging could not be finished: ${error.message}`);
    return 3;
  } finally {
    await browser?.close();
  }
}

async function run(browser) {
  const site = new Site(positionals[0]);
  const missing = values.page?.find((page) => !site.pages.includes(page));
  if (missing) throw new Error(site.moved.has(missing) ? `${missing} only moves on: the judge “moved” looks at it with the whole site` : `the site has no page ${missing}`);
  await site.open();
  const only = values.only?.split(",");
  const options = {
    sourceMap: values["source-map"],
    spoken: values.spoken,
    acceptSpoken: values["accept-spoken"],
    dumpSpoken: values["dump-spoken"],
    epubcheckJar: process.env.EPUBCHECK_JAR,
    python: PYTHON,
    expect: [...(values.expect?.split(",") ?? []), ...(values["expect-epub"] ? ["epubcheck", "ace"] : [])],
  };
  try {
    const chosen = judges.filter(({ name }) => !only || only.includes(name));
    const { results, findings } = await judgeSite({ site, browser, judges: chosen, pages: values.page ?? site.pages, options });
    for (const finding of findings.all()) console.log(`${print(finding)}\n`);
    for (const { name, error } of results) if (error) console.log(`${name} did not finish: ${error}\n`);
    console.log(`${site.pages.length} pages in ${positionals[0]}, and ${site.moved.size} that only move on`);
    for (const { name, verdict, findings, seconds, note } of results) {
      console.log(`  ${name.padEnd(16)} ${verdict.padEnd(17)} ${String(findings).padStart(4)} findings ${seconds.toFixed(1).padStart(7)} s  ${note}`);
      write(name, verdict, findings, seconds, note);
    }
    return results.every(({ verdict }) => verdict !== "failed");
  } finally {
    await site.close();
  }
}

function write(name, verdict, findings, seconds, note = "") {
  if (values.results) appendFileSync(values.results, `${[name, verdict, findings, seconds.toFixed(1), note.replace(/\s+/g, " ")].join("\t")}\n`);
}
