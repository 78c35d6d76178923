// The exports of collections, as programs of others read them: the table by Python's csv, held to the data in JSON; the schema by
// jsonschema, held to its meta-schema, and every entry to the schema; the linked data name the same entries; no address is dead.

import { execFile } from "node:child_process";
import nodePath from "node:path";
import { promisify } from "node:util";
import { fileURLToPath } from "node:url";
import { baseOf, fileAt } from "../addresses.mjs";

const program = fileURLToPath(new URL("./exports.py", import.meta.url));

export default {
  name: "exports",
  about: "exports of collections: CSV read by Python is what the JSON says, JSON Schema valid, each entry valid, no dead address",

  async site({ site, options, reportOn }) {
    const folders = site.files.filter((file) => /(^|\/)entries\.csv$/.test(file)).map((file) => nodePath.posix.dirname(file));
    if (!folders.length) return undefined;
    const { stdout } = await promisify(execFile)(options.python, [program, ...folders.map((folder) => site.absolute(folder))], { maxBuffer: 1 << 26 });
    const base = baseOf(site, new Map());
    let count = 0;
    for (const [number, line] of stdout.trim().split("\n").entries()) {
      const folder = folders[number];
      const at = (name) => nodePath.posix.join(folder, name);
      const say = (file, rule, message, snippet = "") => reportOn(at(file), { rule, criterion: "RFC 4180; JSON Schema 2020-12", element: { snippet }, message });
      const { entries, wrong } = JSON.parse(line);
      count += entries;
      for (const [file, rule, message] of wrong) say(file, rule, message);
      let data, feed;
      try {
        [data, feed] = ["entries.json", "entries.jsonld"].map((name) => JSON.parse(site.text(at(name))));
      } catch (error) {
        say("entries.jsonld", "unreadable", error.message);
        continue;
      }
      const led = (entry) => [...Object.values(entry.address ?? {}), ...Object.values(entry["easy-read"] ?? {})];
      for (const address of [data.collection, ...data.entries].flatMap(led)) {
        if (!leads(site, base, folder, address)) say("entries.json", "dead-address", `“${address}” is not in the site.`);
      }
      const named = new Set((feed.dataFeedElement ?? []).map((work) => work.identifier).filter(Boolean));
      for (const { id } of data.entries) if (!named.delete(id)) say("entries.jsonld", "missing-entry", `“${id}” is not among the linked data.`);
      for (const id of named) say("entries.jsonld", "other-entry", `“${id}” is among the linked data alone.`);
    }
    return `${folders.length} collections, ${count} entries`;
  },
};

/** Whether an address is that of a file of the site: whole, or as seen from the folder of the export. */
function leads(site, base, folder, address) {
  if (/^https?:/.test(address)) return fileAt(site, base, address);
  return site.has(nodePath.posix.join(folder, decodeURIComponent(address)));
}
