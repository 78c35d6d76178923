// Bytes of a page: the page, its styles, scripts and fonts, before compression; pictures are content and not counted.
//
// 100 KiB arrive in under ten seconds on a slow mobile line (GPRS speed class, 100 kbit/s).

const BUDGET = 100 * 1024;

export default {
  name: "weight",
  about: "at most 100 KiB a page with styles, scripts and fonts, pictures not counted",
  scripts: [true],

  start() {
    return { sizes: [] };
  },

  async page({ path, site, requests, report, state }) {
    const parts = new Map();
    for (const { url, type } of requests) {
      const { origin, pathname } = new URL(url);
      if (origin !== site.origin || /^(image|media)$/.test(type)) continue;
      const file = site.fileAt(pathname);
      if (file) parts.set(file, site.bytes(file));
    }
    const bytes = [...parts.values()].reduce((sum, size) => sum + size, 0);
    state.sizes.push({ path, bytes });
    if (bytes > BUDGET) {
      const list = [...parts].sort((a, b) => b[1] - a[1]).map(([file, size]) => `${file} ${kib(size)}`);
      report({ rule: "too-heavy", criterion: "budget of 100 KiB", message: `The page load is ${kib(bytes)}: ${list.join(", ")}.` });
    }
  },

  async end({ state }) {
    const sizes = state.sizes.sort((a, b) => b.bytes - a.bytes);
    if (!sizes.length) return "";
    const median = sizes[Math.floor(sizes.length / 2)];
    return `median ${kib(median.bytes)}, largest ${kib(sizes[0].bytes)} (${sizes[0].path})`;
  },
};

function kib(bytes) {
  return `${(bytes / 1024).toFixed(1)} KiB`;
}
