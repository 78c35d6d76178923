// The site under judgement: a folder of finished pages.
//
// In:  the folder.
// Out: the list of its files, of its pages, and of those that only move on, and an HTTP server on the loopback address that serves them as a web host would.
// Refused: a path that leads out of the folder; a folder without pages.

import { createServer } from "node:http";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { movesTo } from "./moved.mjs";

const TYPES = {
  ".atom": "application/atom+xml",
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ".epub": "application/epub+zip",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".jsonld": "application/ld+json",
  ".jpg": "image/jpeg",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

/** The Python that scripts/install-test-tools made. */
export const PYTHON = process.env.JUDGES_PYTHON ?? fileURLToPath(new URL("../../target/test-tools/python/bin/python", import.meta.url));

export class Site {
  constructor(directory) {
    this.directory = path.resolve(directory);
    this.files = readdirSync(this.directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(this.directory, path.join(entry.parentPath ?? entry.path, entry.name)))
      .map((file) => file.split(path.sep).join("/"))
      .sort();
    const pages = this.files.filter((file) => file.endsWith(".html"));
    /** Where each page that only moves on leads; the judges of pages do not see them. */
    this.moved = new Map(pages.map((page) => [page, movesTo(this.text(page))]).filter(([, to]) => to !== undefined));
    this.pages = pages.filter((page) => !this.moved.has(page));
    if (!this.pages.length) throw new Error(`${directory} holds no .html file`);
    // The page for addresses that lead nowhere begins its links with the path of the site on its host, as the first page says it.
    const canonical = this.has("index.html") && /<link rel="canonical" href="([^"]+)"/.exec(this.text("index.html"))?.[1];
    this.base = canonical ? decodeURIComponent(new URL(canonical).pathname).replace(/^\/+/, "") : "";
  }

  has(file) {
    return this.files.includes(file);
  }

  absolute(file) {
    return path.join(this.directory, file);
  }

  /** The page's text, as written on the disk. */
  text(file) {
    return readFileSync(this.absolute(file), "utf8");
  }

  /** The file's size in bytes, before any compression a host may add. */
  bytes(file) {
    return statSync(this.absolute(file)).size;
  }

  /** Starts the server; `url(file)` works from then on. */
  async open() {
    this.server = createServer((request, response) => {
      const file = this.fileAt(new URL(request.url, "http://site").pathname);
      if (!file) {
        response.writeHead(404, { "content-type": "text/plain" }).end("not found");
        return;
      }
      // Each page asks for all it needs, as a reader's first page does.
      response.writeHead(200, { "content-type": TYPES[path.extname(file)] ?? "application/octet-stream", "cache-control": "no-store" });
      response.end(readFileSync(this.absolute(file)));
    });
    await new Promise((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    this.origin = `http://127.0.0.1:${this.server.address().port}`;
  }

  async close() {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections(); // a page that stays open keeps its own
    await closed;
  }

  url(file) {
    return `${this.origin}/${file.split("/").map(encodeURIComponent).join("/")}`;
  }

  /** The file a URL path stands for, or undefined: a folder means its index page, as on every web host. */
  fileAt(pathname) {
    let file;
    try {
      file = decodeURIComponent(pathname).replace(/^\/+/, "");
    } catch {
      return undefined;
    }
    if (file === "" || file.endsWith("/")) file += "index.html";
    const below = this.base && file.startsWith(this.base) ? file.slice(this.base.length) : undefined;
    return [file, below].find((file) => file && this.has(file));
  }
}

/** Whether a page is an easy-read version: the published address says so. */
export function isEasyRead(page) {
  return /(^|\/)easy-read\/index\.html$/.test(page);
}
