// Pages that only move on: the old addresses of pages, known by their markup alone.
//
// In:  the text of a page.
// Out: the address that its `<meta http-equiv="refresh">` leads to at once, as it is written; undefined for any other page.
// Refused: a page that waits or that loads itself again. Its reader sees it, so every judge looks at it.

const UNREAD = /<!--[^]*?-->|<(script|style|title|textarea)\b[^]*?<\/\1\s*>/gi;

export function movesTo(html) {
  for (const [tag] of html.replace(UNREAD, "").matchAll(/<meta\b(?:"[^"]*"|'[^']*'|[^>"'])*>/gi)) {
    if (attribute(tag, "http-equiv")?.trim().toLowerCase() !== "refresh") continue;
    // As browsers read it: whole seconds, then the address, with or without its name and quotation marks.
    const read = /^\s*(?=[\d.])(\d*)[\d.]*\s*[;,\s]\s*(?:url\s*=\s*)?(["']?)(.*)$/is.exec(attribute(tag, "content") ?? "");
    const address = read && (read[2] ? read[3].split(read[2])[0] : read[3].trim());
    if (address && Number(read[1]) === 0) return address;
  }
  return undefined;
}

function attribute(tag, name) {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>"']+))`, "i").exec(tag);
  return (found?.[1] ?? found?.[2] ?? found?.[3])?.replaceAll("&amp;", "&");
}
