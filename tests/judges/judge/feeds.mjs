// Feeds, as a feed reader reads them: feed-parser, after the browser has read the XML. What RFC 4287 asks is there, every entry leads to
// a page of the site, and the newest comes first.

import { parseFeed } from "@rowanmanning/feed-parser";
import { addressOf, baseOf, fileAt } from "../addresses.mjs";

export default {
  name: "feeds",
  about: "Atom feeds: read by the browser and by a feed reader, with all that RFC 4287 asks, newest first, no dead entry",

  async site({ site, kept, reportOn }) {
    const feeds = site.files.filter((file) => file.endsWith(".atom"));
    if (!feeds.length) return undefined;
    const base = baseOf(site, new Map());
    let entries = 0;
    for (const file of feeds) {
      const say = (rule, message, snippet = "") => reportOn(file, { rule, criterion: "RFC 4287", element: { snippet }, message });
      const xml = await (await kept.blank()).evaluate((text) => {
        const read = new DOMParser().parseFromString(text, "application/xml");
        const broken = read.querySelector("parsererror");
        if (broken) return { broken: broken.textContent };
        const ATOM = "http://www.w3.org/2005/Atom";
        const of = (element, name) => [...element.children].filter((child) => child.namespaceURI === ATOM && child.localName === name);
        const parts = (element) => Object.fromEntries(["id", "title", "updated", "author"].map((name) => [name, of(element, name).length]));
        const feed = read.documentElement;
        return { isFeed: feed.namespaceURI === ATOM && feed.localName === "feed", lang: feed.getAttribute("xml:lang"), feed: parts(feed), entries: of(feed, "entry").map(parts) };
      }, site.text(file));
      if (xml.broken) {
        say("not-well-formed", xml.broken.slice(0, 300));
        continue;
      }
      if (!xml.isFeed) say("no-feed", "The file is no Atom feed.");
      if (!xml.lang) say("no-lang", "The feed does not say its language.");
      for (const part of [xml.feed, ...xml.entries]) {
        for (const name of ["id", "title", "updated"]) if (part[name] !== 1) say(`missing-${name}`, `There are ${part[name]} elements “${name}” where one must be.`);
      }
      if (!xml.feed.author && xml.entries.some(({ author }) => !author)) say("missing-author", "Neither the feed nor an entry says who wrote it.");

      let feed;
      try {
        feed = parseFeed(site.text(file));
      } catch (error) {
        say("unreadable", error.message);
        continue;
      }
      const items = feed.items.map((item) => ({ id: item.id, url: item.url, title: item.title, updated: item.updated }));
      if (!items.length) say("empty", "The feed has no entry.");
      if (feed.self !== addressOf(base, file)) say("self", `The feed says that it stands at “${feed.self}”.`);
      if (!fileAt(site, base, feed.url)) say("dead-page", `“${feed.url}” is no page of the site.`);
      if (new Set(items.map(({ id }) => id)).size !== items.length) say("same-id", "Two entries have the same id.");
      for (const { id, url, title, updated } of items) {
        if (!title) say("no-title", "An entry has no title.", id);
        if (!(updated instanceof Date) || Number.isNaN(updated.getTime())) say("no-date", "The date of an entry cannot be read.", id);
        if (!fileAt(site, base, url)) say("dead-entry", `“${url}” is no page of the site.`, title);
      }
      if (items.some(({ updated }, at) => at > 0 && items[at - 1].updated < updated)) say("order", "The newest entry is not the first.");
      if (items.length && feed.updated?.getTime() !== Math.max(...items.map(({ updated }) => updated))) say("updated", "The feed is not as old as its newest entry.");
      entries += items.length;
    }
    return `${feeds.length} feeds, ${entries} entries`;
  },
};
