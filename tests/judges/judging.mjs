// One judging of one site: which judge saw what, and whether every judge really ran.
//
// In:  the open site, the judges, the pages to look at, the browser.
// Out: one result for each judge (passed, failed, nothing to judge) and all findings.
// Refused: silence. A judge that breaks off, or that was expected to have something to judge and had not, has failed.
//
// A judge is an object with `name`, `about` and one of
//   page({ page, path, url, scripts, report, … })  called on each page, loaded once with scripts and once without; the page stays
//                                                  open for the next load (`kept` has more of them)
//                                                  (`scripts` lists which of both it wants; `wants(path, …)` may pick pages)
//   site({ site, pages, epubs, reportOn, … })      called once; undefined means there was nothing to judge
// and, if it wants them, start() for its state and end() after the last page. What end() or site() returns is the
// note in the summary.

import { existsSync, readFileSync } from "node:fs";
import nodePath from "node:path";
import { pathToFileURL } from "node:url";
import { AT_MOST, KeptPages, show, visit } from "./browser.mjs";
import { Findings } from "./finding.mjs";

const AT_ONCE = 2; // pages; the machines that run this have two cores

/** `kept` holds the pages that stay open for another judging; without it, as many as there are cores are opened and closed. */
export async function judgeSite({ site, judges, pages, browser, kept, options = {} }) {
  const findings = new Findings();
  const whole = pages.length === site.pages.length;
  const workers = kept ? [kept] : Array.from({ length: AT_ONCE }, () => new KeptPages(browser));
  const trials = judges.map((judge) => {
    const trial = { judge, seconds: 0, looked: 0, note: "", error: "" };
    trial.context = {
      site, pages, browser, options, whole, kept: workers[0],
      epubs: site.files.filter((file) => file.endsWith(".epub")),
      reportOn: (page, fault) => findings.add({ judge: judge.name, page, ...fault }),
      source: (file, line, column) => sourceAt(options.sourceMap, file, line, column),
    };
    return trial;
  });
  await each(trials, async (trial) => {
    trial.context.state = (await trial.judge.start?.(trial.context)) ?? {};
  });

  const loads = pages.flatMap((path) => [true, false].map((scripts) => ({ path, scripts })));
  const work = async (kept) => {
    for (let load = loads.shift(); load; load = loads.shift()) await judgeLoad({ ...load, site, kept, trials });
  };
  await Promise.all(workers.map(work));

  // Those that judge a whole site wait for programs of their own, so they go side by side.
  const ofSite = trials.filter(({ judge }) => judge.site);
  const judgeWhole = async ({ judge, context }, trial) => {
    const note = await judge.site(context);
    if (note === undefined) return;
    trial.looked += 1;
    trial.note = note;
  };
  await Promise.all(ofSite.map((trial) => each([trial], judgeWhole)));
  await each(trials, async ({ judge, context }, trial) => {
    trial.note = (await judge.end?.(context)) || trial.note;
  });
  if (!kept) await Promise.all(workers.map((worker) => worker.close()));
  await addSources(findings, options.sourceMap, browser);
  return { results: trials.map((trial) => result(trial, findings, options)), findings };
}

async function judgeLoad({ path, scripts, site, kept, trials }) {
  const wanted = trials.filter(({ judge, context }) => judge.page && judge.scripts.includes(scripts) && (judge.wants?.(path, context, scripts) ?? true));
  if (!wanted.length) return;
  const name = `scripts ${scripts}`;
  let failed = false;
  try {
    const url = site.url(path);
    const { page, requests } = await kept.empty(name, { scripts });
    await show(page);
    await visit(page, url);
    const firstRequests = [...requests];
    failed = await each(wanted, async (trial) => {
      await show(page);
      const report = (fault) => trial.context.reportOn(path, fault);
      await trial.judge.page({ ...trial.context, page, kept, path, url, scripts, report, requests: firstRequests });
      trial.looked += 1;
    });
  } catch (error) {
    for (const trial of wanted) trial.error ||= `${path}: ${error.message}`;
    failed = true;
  }
  if (failed) await kept.discard(name);
}

/** Runs `act` for each trial, keeps its time, and turns whatever breaks into that judge's failure; whether one broke. */
async function each(trials, act) {
  let broke = false;
  for (const trial of trials) {
    const began = performance.now();
    try {
      await act(trial, trial);
    } catch (error) {
      trial.error ||= error.stack ?? String(error);
      broke = true;
    }
    trial.seconds += (performance.now() - began) / 1000;
  }
  return broke;
}

function result({ judge, seconds, looked, note, error }, findings, options) {
  const count = findings.of(judge.name).length;
  const expected = options.expect?.includes(judge.name);
  let verdict = count ? "failed" : "passed";
  if (!looked && !count) verdict = expected ? "failed" : "nothing to judge";
  if (!looked && expected) note = "expected something to judge and found nothing";
  if (error) verdict = "failed";
  return { name: judge.name, verdict, findings: count, seconds, note: error ? `did not finish: ${error.split("\n")[0]}` : note, error };
}

// `curbcut build --source-map` marks elements with their Markdown line; a published site has no such marks. So the
// published site is judged, and its twin with the marks, built from the same sources, is asked about the findings.
async function addSources(findings, twin, browser) {
  if (!twin) return;
  const byPage = group(findings.all());
  for (const [path, faults] of byPage) {
    const file = nodePath.join(twin, path);
    const open = faults.filter(({ selector, source }) => selector && !source);
    if (!open.length || !path.endsWith(".html") || !existsSync(file)) continue;
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(pathToFileURL(file).href, { timeout: AT_MOST });
    for (const fault of open) {
      fault.source = await page.evaluate((selector) => document.querySelector(selector)?.closest("[data-source]")?.dataset.source ?? "", fault.selector);
    }
    await page.close();
  }
}

function group(faults) {
  const groups = new Map();
  for (const fault of faults) groups.set(fault.page, [...(groups.get(fault.page) ?? []), fault]);
  return groups;
}

/** The last source mark at or before a line of the page; the twin has the same lines, only longer. */
function sourceAt(twin, file, line) {
  const path = twin && nodePath.join(twin, file);
  if (!path || !existsSync(path)) return "";
  const before = readFileSync(path, "utf8").split("\n").slice(0, line).join("\n");
  return [...before.matchAll(/data-source="([^"]*)"/g)].at(-1)?.[1] ?? "";
}
