// Calendars, as programs read them: the Python package icalendar. Its lines are those of RFC 5545, which readers take less strictly; each
// event is itself alone, says what is to be done, ends after it begins, and leads to a page of the site.

import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { fileURLToPath } from "node:url";
import { baseOf, fileAt } from "../addresses.mjs";

const program = fileURLToPath(new URL("./calendar-events.py", import.meta.url));

/** The octets of a line, without its end: RFC 5545, 3.1. */
const LONGEST = 75;

export default {
  name: "calendar",
  about: "iCalendar: lines of RFC 5545, read by icalendar; every event is itself alone, ends after it begins, leads to a page",

  async site({ site, options, reportOn }) {
    const files = site.files.filter((file) => file.endsWith(".ics"));
    if (!files.length) return undefined;
    const { stdout } = await promisify(execFile)(options.python, [program, ...files.map((file) => site.absolute(file))], { maxBuffer: 1 << 26 });
    const base = baseOf(site, new Map());
    let count = 0;
    for (const [number, line] of stdout.trim().split("\n").entries()) {
      const file = files[number];
      const say = (rule, message, snippet = "") => reportOn(file, { rule, criterion: "RFC 5545", element: { snippet }, message });
      lines(readFileSync(site.absolute(file)), say);
      const { events, errors } = JSON.parse(line);
      errors.forEach((error) => say("invalid", error));
      if (!events.length) say("empty", "The calendar has no event.");
      if (new Set(events.map(({ uid }) => uid)).size !== events.length) say("same-uid", "Two events have the same UID.");
      for (const { summary, url, backwards } of events) {
        if (backwards) say("backwards", "An event does not end after it begins.", summary);
        const page = url.replace(/#.*/, "");
        const target = page && fileAt(site, base, page);
        if (page && !target) say("dead-page", `“${url}” is no page of the site.`, summary);
        const id = decodeURIComponent(/#(.*)/.exec(url)?.[1] ?? "");
        if (target && id && !site.text(target).includes(`id="${id}"`)) say("dead-page", `“${url}” is no place of the page.`, summary);
      }
      count += events.length;
    }
    return `${files.length} calendars, ${count} events`;
  },
};

/** What is wrong with the lines of a calendar. */
function lines(bytes, say) {
  const text = bytes.toString("utf8");
  if (/\r(?!\n)|(?<!\r)\n/.test(text) || !text.endsWith("\r\n")) say("line-end", "A line does not end with CR and LF.");
  let start = 0;
  while (start < bytes.length) {
    const found = bytes.indexOf("\r\n", start);
    const end = found < 0 ? bytes.length : found;
    const line = bytes.subarray(start, end);
    if (line.length > LONGEST) say("long-line", `A line has ${line.length} octets.`, line.toString("utf8").slice(0, 60));
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(line);
    } catch {
      say("broken-character", "A line ends within a character.", line.toString("utf8").slice(0, 60));
    }
    start = end + 2;
  }
  for (const line of text.replace(/\r?\n[ \t]/g, "").split(/\r?\n/)) {
    const [, name, value] = /^(SUMMARY|DESCRIPTION|X-WR-CALNAME)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
    if (name && /[,;]|\\(?![\\;,nN])/.test(value.replace(/\\[\\;,nN]/g, ""))) say("escape", `A mark of ${name} is not escaped.`, value.slice(0, 60));
  }
}
