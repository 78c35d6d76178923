// Links inside the site: every file is there, every fragment is there, every link leads somewhere and works from a
// folder on disk as it does from a web host. Links to other hosts are only read, never followed.

export default {
  name: "links",
  about: "no dead link, fragment, picture or stylesheet; no empty link; folder links that break from file://",
  scripts: [true],

  start() {
    return { pages: new Map() };
  },

  async page({ page, path, state }) {
    state.pages.set(path, await page.evaluate(() => {
      const references = [];
      for (const element of document.querySelectorAll("[href],[src],[srcset],[poster],[data],[cite]")) {
        for (const attribute of ["href", "src", "poster", "data", "cite"]) {
          const written = element.getAttribute(attribute);
          if (written !== null) references.push({ written, tag: element.localName, rel: element.rel ?? "", element: judge.describe(element) });
        }
        for (const candidate of (element.getAttribute("srcset") ?? "").split(/,\s+/).filter(Boolean)) {
          references.push({ written: candidate.trim().split(/\s+/)[0], tag: element.localName, rel: "", element: judge.describe(element) });
        }
      }
      const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
      const named = [...document.querySelectorAll("a[name]")].map((element) => element.name);
      return { references, ids: [...ids, ...named] };
    }));
  },

  async end({ site, reportOn, state }) {
    const ids = new Map([...state.pages].map(([path, { ids }]) => [path, new Set(ids)]));
    for (const [path, { references }] of state.pages) {
      for (const { written, tag, rel, element } of references) {
        const say = (rule, message) => reportOn(path, { rule, criterion: "WCAG 2.2 2.4.4", element, message });
        const link = tag === "a" || tag === "area";
        if (link && (written.trim() === "" || written.trim() === "#")) {
          say("empty-link", "The link leads nowhere.");
          continue;
        }
        let url;
        try {
          url = new URL(written, site.url(path));
        } catch {
          say("bad-address", `“${written}” is no address.`);
          continue;
        }
        if (url.origin !== site.origin || rel === "canonical") continue;
        const file = site.fileAt(url.pathname);
        if (!file) {
          // A web host adds the missing slash by a redirect; only the address written is wrong then.
          const folder = site.fileAt(`${url.pathname}/`);
          say("dead-link", folder ? `“${written}” lacks its last slash.` : `“${written}” is not in the site.`);
          continue;
        }
        if (link && url.pathname.endsWith("/")) {
          say("folder-link", `“${written}” opens a list of files when the site is read from a folder: name the index.html.`);
        }
        const fragment = decodeURIComponent(url.hash.slice(1));
        if (fragment && file.endsWith(".html") && link && fragment !== "top") {
          // A page left out of this run is read from the disk.
          const known = ids.get(file) ?? new Set([...site.text(file).matchAll(/\sid=(?:"([^"]*)"|([^\s>]+))/g)].map((match) => match[1] ?? match[2]));
          if (!known.has(fragment)) say("dead-fragment", `“${written}”: ${file} has no id “${fragment}”.`);
        }
      }
    }
  },
};
