// A finding: one fault on one page, as one judge saw it.
//
// In:  { judge, page, rule, criterion, element, message, view } from a judge.
// Out: one record for each fault with every view it was seen in, and its printed form.
// Refused: a finding without page, rule or message. It would be of no use to whoever has to mend it.

/** Collects findings; the same fault seen in several views is one finding. */
export class Findings {
  #byKey = new Map();

  add({ judge, page, rule, criterion = "", element = {}, message, view = "" }) {
    if (!judge || !page || !rule || !message) {
      throw new Error(`incomplete finding: ${JSON.stringify({ judge, page, rule, message })}`);
    }
    const { selector = "", snippet = "", source = "" } = element;
    const key = [judge, page, rule, selector || snippet, selector ? "" : message].join("\u0000");
    const known = this.#byKey.get(key);
    if (known) {
      if (view) known.views.add(view);
      return;
    }
    const views = new Set(view ? [view] : []);
    this.#byKey.set(key, { judge, page, rule, criterion, selector, snippet, source, message, views });
  }

  of(judge) {
    return this.all().filter((finding) => finding.judge === judge);
  }

  all() {
    return [...this.#byKey.values()];
  }
}

/** A finding as lines of plain text: the page and rule first, because that is what one searches for. */
export function print(finding) {
  const lines = [`${finding.page}: ${finding.judge}/${finding.rule}${finding.criterion ? ` (${finding.criterion})` : ""}`];
  lines.push(`  ${finding.message}`);
  if (finding.selector || finding.snippet) lines.push(`  element: ${finding.selector} ${finding.snippet}`.trimEnd());
  if (finding.source) lines.push(`  source:  ${finding.source}`);
  if (finding.views.size) lines.push(`  seen in: ${[...finding.views].join("; ")}`);
  return lines.join("\n");
}

/** `text` cut to `length` characters and set on one line. */
export function brief(text, length = 100) {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > length ? `${line.slice(0, length)}…` : line;
}
