// A page without scripts is a whole page: no words that only a script brings, no control that only a script would serve.

export default {
  name: "scriptless",
  about: "no content that appears only with scripts, no dead control when scripts are off",
  scripts: [true, false],

  start() {
    return { withScripts: new Map(), without: new Map() };
  },

  async page({ page, path, scripts, report, state }) {
    const lines = await page.evaluate(() => {
      const main = document.querySelector("main") ?? document.body;
      return main.innerText.split("\n").map((line) => line.replace(/\s+/g, " ").trim()).filter(Boolean);
    });
    (scripts ? state.withScripts : state.without).set(path, lines);
    if (scripts) return;
    const dead = await page.evaluate(() =>
      [...document.querySelectorAll("button,input:not([type=hidden]),select,textarea")]
        .filter((control) => judge.shown(control) && !control.form && !control.matches("[popovertarget],[commandfor],[disabled]"))
        .map(judge.describe),
    );
    for (const element of dead) {
      report({ rule: "dead-control", criterion: "WCAG 2.2 4.1.2", element, view: "scripts off", message: "A control outside any form is shown where no script can serve it." });
    }
  },

  async end({ reportOn, state }) {
    for (const [path, lines] of state.withScripts) {
      const known = new Set(state.without.get(path));
      for (const line of lines.filter((line) => !known.has(line))) {
        reportOn(path, { rule: "only-with-scripts", criterion: "WCAG 2.2 4.1, conformance requirement 4", message: `Only there when scripts run: “${line.slice(0, 80)}”` });
      }
    }
  },
};
