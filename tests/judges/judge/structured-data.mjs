// What pages, and the exports of collections, say in the words of schema.org: expanded by jsonld, which drops nothing in its safe mode, and held to the types of schema-dts
// by the TypeScript compiler: each property is one of its type, each value one that the property takes. Addresses are those of the site.
//
// A name without a type is that of a person or of an organisation; it is tried as that of an organisation.

import { createRequire } from "node:module";
import nodePath from "node:path";
import jsonld from "jsonld";
import ts from "typescript";
import { baseOf, fileAt, heads } from "../addresses.mjs";

const CONTEXT = "https://schema.org";
const CRITERION = "JSON-LD 1.1; schema.org";
// All that their context says of the terms that matter here.
const loader = async (url) => {
  if (url.replace(/\/$/, "") !== CONTEXT) throw new Error(`the data asks for “${url}”`);
  return { contextUrl: null, documentUrl: url, document: { "@context": { "@vocab": "https://schema.org/" } } };
};

export default {
  name: "structured-data",
  about: "JSON-LD: expanded by jsonld, every property and value one of schema.org by schema-dts, no dead address",

  async site({ site, kept, reportOn }) {
    const read = await heads(site, site.pages, await kept.blank());
    const base = baseOf(site, read);
    const typed = [];
    const files = site.files.filter((file) => file.endsWith(".jsonld")).map((file) => [file, { data: [site.text(file)] }]);
    for (const [page, { data }] of [...read, ...files]) {
      const say = (rule, message, snippet = "") => reportOn(page, { rule, criterion: CRITERION, element: { snippet }, message });
      for (const text of data) {
        let thing;
        try {
          thing = JSON.parse(text);
        } catch (error) {
          say("no-json", error.message);
          continue;
        }
        try {
          const expanded = await jsonld.expand(thing, { documentLoader: loader, safe: true });
          if (!expanded.length) say("says-nothing", "Nothing is left of the data when it is expanded.");
        } catch (error) {
          say("not-expanded", error.message);
          continue;
        }
        for (const address of addresses(thing)) {
          if (fileAt(site, base, address) === null) say("dead-address", `“${address}” is not in the site.`);
        }
        typed.push({ page, thing });
      }
    }
    if (!typed.length) return undefined;
    for (const { page, message } of judgeTypes(typed)) reportOn(page, { rule: "vocabulary", criterion: CRITERION, element: {}, message });
    return `${typed.length} descriptions`;
  },
};

function addresses(value) {
  if (Array.isArray(value)) return value.flatMap(addresses);
  if (value && typeof value === "object") return Object.values(value).flatMap(addresses);
  return typeof value === "string" && /^https?:\/\//.test(value) ? [value] : [];
}

/** Names have types, and words with a language are words. */
function withTypes(value) {
  if (Array.isArray(value)) return value.map(withTypes);
  if (!value || typeof value !== "object") return value;
  if ("@value" in value) return value["@value"];
  const entries = Object.entries(value).map(([key, part]) => [key, withTypes(part)]);
  const isBare = entries.length === 1 && entries[0][0] === "name";
  return Object.fromEntries(isBare ? [["@type", "Organization"], ...entries] : entries);
}

/** What the compiler says of the descriptions, each one line of a program. */
function judgeTypes(typed) {
  const kinds = new Set(typed.map(({ thing }) => String(thing["@type"])));
  const lines = [`import type { ${["WithContext", ...kinds].join(", ")} } from "schema-dts";`];
  typed.forEach(({ thing }, at) => lines.push(`export const d${at}: WithContext<${thing["@type"]}> = ${JSON.stringify(withTypes(thing))};`));
  const folder = nodePath.resolve(nodePath.dirname(createRequire(import.meta.url).resolve("schema-dts/package.json")), "../..");
  const name = nodePath.join(folder, "described.ts");
  const options = {
    strict: true, noEmit: true, skipLibCheck: true, types: [], target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const host = ts.createCompilerHost(options);
  const fromDisk = host.getSourceFile.bind(host);
  host.getSourceFile = (file, ...rest) => (file === name ? ts.createSourceFile(file, lines.join("\n"), options.target) : fromDisk(file, ...rest));
  const diagnostics = ts.getPreEmitDiagnostics(ts.createProgram([name], options, host));
  return diagnostics.map(({ file, start, messageText }) => {
    const line = file?.fileName === name ? file.getLineAndCharacterOfPosition(start).line : 0;
    const message = ts.flattenDiagnosticMessageText(messageText, " ").slice(0, 500);
    // What is said of the import is said of the types that it names.
    const of = typed[line - 1] ?? typed.find(({ thing }) => message.includes(`'${thing["@type"]}'`)) ?? typed[0];
    return { page: of.page, message };
  });
}
