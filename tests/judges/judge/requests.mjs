// Nothing leaves the reader's device: a page asks no other host for anything, from a web host and from a folder on disk.
// What the browser really asked for is observed; addresses that it did not need in this view are read from the files.

import { pathToFileURL } from "node:url";

const CRITERION = "no request to another host";

export default {
  name: "requests",
  about: "no request to another host, observed over HTTP and from file://, and none written in the stylesheets",
  scripts: [true],

  async page({ page, path, site, kept, requests, report }) {
    for (const { url, type } of requests) {
      const { protocol, origin } = new URL(url);
      if (/^(data|blob|about):$/.test(protocol) || origin === site.origin) continue;
      report({ rule: "other-host", criterion: CRITERION, element: { snippet: url }, view: "over HTTP", message: `The page asks for a ${type} from another host.` });
    }
    await fromFolder({ kept, path, site, report });

    const written = await page.evaluate(() => {
      const loads = "img,script,iframe,embed,object,source,track,video,audio,link[rel~=stylesheet],link[rel~=icon],link[rel~=preload],link[rel~=preconnect],link[rel~=dns-prefetch],link[rel~=prefetch],link[rel~=modulepreload],link[rel~=manifest],input[type=image],use,image";
      return [...document.querySelectorAll(loads)].flatMap((element) =>
        ["src", "href", "srcset", "poster", "data", "xlink:href"]
          .map((name) => element.getAttribute(name))
          .filter((value) => value && /^\s*(?:https?:)?\/\//i.test(value))
          .map((value) => ({ value, element: judge.describe(element) })),
      );
    });
    for (const { value, element } of written) {
      report({ rule: "other-host", criterion: CRITERION, element, view: "as written", message: `It loads ${value}.` });
    }
  },

  async end({ site, reportOn }) {
    for (const file of site.files.filter((file) => /\.(css|svg|js)$/.test(file))) {
      const text = site.text(file).replace(/xmlns(:\w+)?="[^"]*"/g, "");
      const loads = file.endsWith(".js")
        ? /\b(?:fetch|import|sendBeacon|WebSocket|EventSource|open)\s*\(\s*["'`](?:https?:|wss?:)?\/\/[^"'`]*/g
        : /(?:url\(\s*["']?|@import\s+["']|(?:xlink:)?href=["']|src=["'])(?:https?:)?\/\/[^"')\s]*/g;
      for (const [match] of text.matchAll(loads)) {
        reportOn(file, { rule: "other-host", criterion: CRITERION, element: { snippet: match }, message: "The file loads from another host." });
      }
    }
  },
};

async function fromFolder({ kept, path, site, report }) {
  // A host shows it for addresses at any depth, so that its links begin at the root; nobody opens it from a folder.
  if (path === "404.html") return;
  const { page, requests } = await kept.empty("from a folder", { scripts: true });
  const failed = [];
  const fails = (request) => failed.push(request.url());
  page.on("requestfailed", fails);
  await page.goto(pathToFileURL(site.absolute(path)).href, { waitUntil: "load" });
  // What scripts ask for may be reported after the page has loaded; a request of our own is reported after it.
  await page.evaluate(() => fetch("data:,").catch(() => {}));
  page.off("requestfailed", fails);
  const home = pathToFileURL(`${site.directory}/`).href;
  for (const { url, type } of requests) {
    if (/^(data|blob|about):/.test(url)) continue;
    const say = (rule, message) => report({ rule, criterion: CRITERION, element: { snippet: url.replace(home, "…/") }, view: "from file://", message });
    if (!url.startsWith("file:")) say("other-host", `The page asks for a ${type} from another host.`);
    else if (!url.startsWith(home)) say("outside-folder", `The page asks for a ${type} outside its site: an address that begins with “/” fails from a folder.`);
    // Browsers load captions from a host alone; the transcript on the page has the same words.
    else if (type === "texttrack") continue;
    else if (failed.includes(url)) say("fails-from-folder", `A ${type} that cannot be loaded from a folder.`);
  }
}
