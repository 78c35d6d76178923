// The preview in a browser: what an editor sees while saving, and the desk before the judges.
//
// In:  the program and a small site, which is copied first.
// Out: one line a check, every finding of the judges; exit code 0 when all held, 1 when one did not, 3 when the
//      checking could not begin or finish.
// Refused: waiting for a fixed time. What is to happen is waited for, and the wait ends with a failure.

import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import nodePath from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as after } from "node:timers/promises";
import { AT_MOST, launch } from "./browser.mjs";
import { print } from "./finding.mjs";
import { judges } from "./judge/all.mjs";
import { judgeSite } from "./judging.mjs";

const [program, folder] = process.argv.slice(2);
if (!program || !folder) {
  console.error("Usage: node tests/judges/serve.mjs PROGRAM SITE_FOLDER");
  process.exit(2);
}

const EASY = "content/jue-yi/easy-read.md";
const OFFICIAL = "content/jue-yi/index.md";
const JUDGES = ["outline", "language", "targets", "reflow", "axe", "keyboard"];
const PAGES = [
  "index.html", "jue-yi/index.html", "jue-yi/easy-read/index.html", "en/jue-yi/index.html", "glossary/index.html",
  "_curbcut/beside/jue-yi/index.html", "_curbcut/findings/index.html", "nothing/here/index.html",
];

let failed = 0;
const check = (what, held, saw = "") => {
  console.log(`${held ? "ok    " : "FAILED"} ${what}${held || saw === "" ? "" : `: ${saw}`}`);
  if (!held) failed += 1;
};

const root = mkdtempSync(nodePath.join(tmpdir(), "curbcut-serve-"));
cpSync(folder, root, { recursive: true });
const read = (file) => readFileSync(nodePath.join(root, file), "utf8");
const write = (file, text) => writeFileSync(nodePath.join(root, file), text);
const edit = (file, old, now) => {
  if (!read(file).includes(old)) throw new Error(`${file} does not say ${old}`);
  write(file, read(file).replace(old, now));
};

let server, browser;
try {
  server = spawn(program, ["serve", "--port", "0", "--root", root], { stdio: ["ignore", "pipe", "inherit"] });
  const origin = await address(server);
  browser = await launch();
  await saving(origin);
  await desk(origin);
  await policy(origin);
  await judged(origin);
  await stopping(origin);
} catch (error) {
  console.error(`the preview could not be checked: ${error.stack}`);
  process.exitCode = 3;
} finally {
  await browser?.close();
  server?.kill("SIGKILL");
  rmSync(root, { recursive: true, force: true });
}
if (!process.exitCode) {
  console.log(failed ? `${failed} checks of the preview failed` : "the preview holds");
  process.exitCode = failed ? 1 : 0;
}

/** The address the program says it serves at. */
async function address(server) {
  for await (const line of createInterface({ input: server.stdout })) {
    const found = /http:\/\/\S+(?=\/)/.exec(line);
    if (found) return found[0];
  }
  throw new Error("the program did not say where it serves");
}

/** A page in a window too low for its text, so that there is something to scroll. */
async function open(origin, path) {
  const context = await browser.newContext({ viewport: { width: 800, height: 560 } });
  const page = await context.newPage();
  page.setDefaultTimeout(AT_MOST);
  await page.goto(origin + path);
  return { page, close: () => context.close() };
}

function says(page, words) {
  return page.waitForFunction((words) => document.body.textContent.includes(words), words, { timeout: AT_MOST });
}

function saysNot(page, words) {
  return page.waitForFunction((words) => !document.body.textContent.includes(words), words, { timeout: AT_MOST });
}

async function saving(origin) {
  const { page, close } = await open(origin, "/jue-yi/easy-read/");
  await page.evaluate(() => scrollTo(0, 300));
  await page.locator("main a[href]").nth(3).evaluate((link) => link.focus({ preventScroll: true }));
  const state = () => page.evaluate(() => ({ y: scrollY, focus: document.activeElement.outerHTML }));
  const before = await state();
  check("the page can be scrolled and has a focus", before.y === 300 && before.focus.startsWith("<a"), JSON.stringify(before));
  await page.evaluate(() => (window.before = true));

  edit(EASY, "报告要写清楚。", "报告要写得很清楚。");
  await says(page, "报告要写得很清楚。");
  await page.waitForFunction(() => !window.before && document.querySelector(".curbcut-status").textContent);
  const after = await state();
  check("a saved text is on the page", true);
  check("the scroll position stays", after.y === before.y, `${before.y} became ${after.y}`);
  check("the focus stays", after.focus === before.focus, `${before.focus} became ${after.focus}`);
  const announced = await page.locator(".curbcut-status").textContent();
  check("the change is announced", announced.includes("页面更新了"), announced);

  await page.evaluate(() => (window.before = true));
  edit("content/wen-jian/index.md", "。", "。另外还有一句。");
  edit(EASY, "报告要写得很清楚。", "报告要清楚。");
  await says(page, "报告要清楚。");
  check("the page after an edit elsewhere and one here is the last one", true);

  write(EASY, read(EASY).replace("title:", "titel:"));
  await page.waitForSelector(".curbcut-notice");
  check("a broken text leaves its last page", (await page.locator("main").textContent()).includes("报告要清楚。"));
  check("the finding stands above it", (await page.locator("main > :first-child").textContent()).includes("titel"));
  write(EASY, read(EASY).replace("titel:", "title:"));
  await page.waitForSelector(".curbcut-notice", { state: "detached" });
  check("mending the text clears it", true);
  await close();
}

async function desk(origin) {
  const { page, close } = await open(origin, "/jue-yi/easy-read/");
  const summary = page.locator(".curbcut-desk summary");
  await page.locator(".curbcut-top a").focus();
  await page.keyboard.press("Enter");
  check("the way to the desk opens it", await page.locator(".curbcut-sheet").isVisible());
  await page.keyboard.press("Enter");
  check("and leads to its switch", !(await page.locator(".curbcut-sheet").isVisible()));
  await page.keyboard.press("Enter");

  edit(EASY, "报告要清楚。", "25% 的报告要清楚。");
  await page.waitForSelector(".curbcut-sheet >> text=easy-read/percentage");
  check("a finding appears", true);
  check("the desk is still open", await page.locator(".curbcut-sheet").isVisible());
  check("the focus is still on it", await summary.evaluate((element) => element === document.activeElement));
  const finding = page.locator(".curbcut-sheet li", { hasText: "easy-read/percentage" });
  const words = await finding.textContent();
  check("it gives file, line and help", words.includes(EASY) && /第 \d+ 行/.test(words) && (await finding.locator("p").count()) === 3, words);
  await finding.locator(".curbcut-what a").focus();
  await page.keyboard.press("Enter");
  const target = await page.evaluate(() => document.querySelector(":target")?.textContent ?? "");
  check("it leads to its paragraph", target.includes("25% 的报告要清楚。"), target);
  const bar = await page.locator(".curbcut-sheet progress").evaluate((bar) => [bar.value, bar.max].join("/"));
  check("the bar says how much is explained", bar === "3/3", bar);

  edit(EASY, "25% 的报告要清楚。", "报告要清楚。");
  await saysNot(page, "easy-read/percentage");
  check("the finding vanishes", true);

  await page.locator(".curbcut-ways a").first().click();
  await page.waitForURL("**/_curbcut/beside/**");
  const row = page.locator(".curbcut-row", { hasText: "鼓励各国编写报告" });
  check("both texts stand side by side", (await row.locator(".curbcut-cell.easy").textContent()).includes("各国要写报告。"));
  edit(OFFICIAL, "鼓励各国编写报告；", "鼓励各国编写年度报告；");
  await says(page, "鼓励各国编写年度报告；");
  check("they follow an edit", true);

  await page.goto(`${origin}/jue-yi/`);
  await summary.focus();
  await page.keyboard.press("Enter");
  check("the desk closes by keyboard", !(await page.locator(".curbcut-sheet").isVisible()));
  await page.goto(`${origin}/jue-yi/easy-read/`);
  check("and stays closed on the next page", !(await page.locator(".curbcut-sheet").isVisible()));
  await close();
}

/** No page breaks the policy that it is served with. */
async function policy(origin) {
  const { page, close } = await open(origin, "/");
  const broken = [];
  page.on("console", (message) => message.type() === "error" && !message.text().includes("404") && broken.push(message.text()));
  for (const path of PAGES) await page.goto(`${origin}/${path}`, { waitUntil: "load" });
  check("every page passes its Content-Security-Policy", broken.length === 0, broken.join("\n"));
  await close();
}

/** The judges of the published site, on the preview with the desk open. */
async function judged(origin) {
  edit(EASY, "报告要清楚。", "25% 的报告被写得清楚，UN 也看。");
  const withOpenDesk = {
    newContext: async (options) => {
      const context = await browser.newContext(options);
      await context.addInitScript(() => localStorage.setItem("curbcut-open", "yes"));
      return context;
    },
    newPage: (options) => browser.newPage(options),
  };
  const site = { pages: PAGES, files: PAGES, origin, url: (path) => `${origin}/${path}` };
  const chosen = judges.filter(({ name }) => JUDGES.includes(name));
  const { results, findings } = await judgeSite({ site, browser: withOpenDesk, judges: chosen, pages: PAGES });
  for (const finding of findings.all()) console.log(`${print(finding)}\n`);
  for (const { name, verdict, findings, error } of results) {
    check(`${name} finds nothing on ${PAGES.length} pages with the desk open`, verdict === "passed", error || `${findings} findings`);
  }
}

async function stopping(origin) {
  const { page, close } = await open(origin, "/jue-yi/");
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGINT");
  const code = await Promise.race([ended, after(AT_MOST, "did not end", { ref: false })]);
  check("Ctrl-C ends the program, although a page waits for the next state", code === 0, code);
  await page.waitForSelector(".curbcut-status.lost", { state: "visible" });
  check("the page says that the preview has stopped", true);
  await close();
}
