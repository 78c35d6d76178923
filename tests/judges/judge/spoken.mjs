// What a screen reader would say of a page, phrase by phrase, kept as a text that a person reads when it changes.
//
// Each file in the folder of logs names its page in the first line. A log is no proof of what NVDA or VoiceOver say
// (no language changes, English role names); it shows what a change did to names, roles, order and noise.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import nodePath from "node:path";

const HEAD = "# page: ";

// The package is an ES module; in the page it becomes one global.
const reader = readFileSync(createRequire(import.meta.url).resolve("@guidepup/virtual-screen-reader/browser.js"), "utf8")
  .replace(/\/\/# sourceMappingURL.*/, "")
  .replace(/export\{([^}]*)\}/, (_, names) => `globalThis.screenReader={${names.split(",").map((pair) => pair.split(" as ").reverse().join(":"))}}`);

export default {
  name: "spoken",
  about: "virtual screen reader: the log of what is said equals the one a person accepted",
  scripts: [true],

  start({ options }) {
    const logs = new Map();
    if (options.spoken && existsSync(options.spoken)) {
      for (const name of readdirSync(options.spoken).filter((name) => name.endsWith(".txt")).sort()) {
        const file = nodePath.join(options.spoken, name);
        const [first] = readFileSync(file, "utf8").split("\n");
        if (!first.startsWith(HEAD)) throw new Error(`${file}: the first line must be “${HEAD}PAGE”`);
        logs.set(first.slice(HEAD.length).trim(), file);
      }
    }
    return { logs, heard: new Map() };
  },

  wants(path, { state, options }) {
    return state.logs.has(path) || Boolean(options.dumpSpoken);
  },

  async page({ page, path, report, state, options }) {
    await page.evaluate(`(() => {${reader}\n})();0`);
    const phrases = await page.evaluate(async () => {
      const { virtual } = globalThis.screenReader;
      // The reader would say the source text of a <noscript>, which no screen reader hears while scripts run.
      document.querySelectorAll("noscript").forEach((element) => element.remove());
      await virtual.start({ container: document.body });
      for (let steps = 0; (await virtual.lastSpokenPhrase()) !== "end of document"; steps++) {
        if (steps > 20000) throw new Error("the page does not end");
        await virtual.next();
      }
      const log = await virtual.spokenPhraseLog();
      await virtual.stop();
      return log;
    });
    const before = phrases.findIndex((phrase) => /^heading, .*level 1$/.test(phrase));
    state.heard.set(path, { phrases: phrases.length, before });

    const now = `${HEAD}${path}\n${phrases.map((phrase) => phrase.replace(/\s+/g, " ")).join("\n")}\n`;
    if (options.dumpSpoken) {
      const dumped = nodePath.join(options.dumpSpoken, path.replace(/\.html$/, ".txt"));
      mkdirSync(nodePath.dirname(dumped), { recursive: true });
      writeFileSync(dumped, now);
    }
    const file = state.logs.get(path);
    if (!file) return;
    const accepted = readFileSync(file, "utf8");
    if (now === accepted) return;
    if (options.acceptSpoken) {
      writeFileSync(file, now);
      return;
    }
    report({
      rule: "changed",
      criterion: "a person reads the log",
      element: { snippet: nodePath.relative(process.cwd(), file) },
      message: `The page is heard otherwise than accepted. Read the difference; if it is right: scripts/test --accept-spoken\n${difference(accepted, now)}`,
    });
  },

  async end({ site, reportOn, state, whole }) {
    for (const [path, file] of whole ? state.logs : []) {
      if (!site.has(path)) reportOn(path, { rule: "no-page", criterion: "a person reads the log", message: `${file} is the log of a page that is not in the site.` });
    }
    return [...state.heard].map(([path, { phrases, before }]) => `${path}: ${phrases} phrases, ${before} before its h1`).join("; ");
  },
};

function difference(accepted, now) {
  const folder = mkdtempSync(nodePath.join(tmpdir(), "spoken-"));
  try {
    const [a, b] = ["accepted", "now"].map((name) => nodePath.join(folder, name));
    writeFileSync(a, accepted);
    writeFileSync(b, now);
    execFileSync("diff", ["-U1", "--label", "accepted", "--label", "now", a, b]);
    return "";
  } catch (error) {
    if (error.status !== 1) throw error; // 1 is diff's word for "they differ"
    const lines = error.stdout.toString().split("\n").map((line) => `    ${line}`);
    return lines.length > 42 ? [...lines.slice(0, 40), `    … ${lines.length - 40} more lines`].join("\n") : lines.join("\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
}
