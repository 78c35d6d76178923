// The judges, in the order in which they see a page: those that only look before those that change what they look at
// (axe unwraps <noscript>, the spoken log removes it, the keyboard walk loads the page again).

import requests from "./requests.mjs";
import weight from "./weight.mjs";
import links from "./links.mjs";
import moved from "./moved.mjs";
import outline from "./outline.mjs";
import scriptless from "./scriptless.mjs";
import language from "./language.mjs";
import targets from "./targets.mjs";
import measure from "./measure.mjs";
import easyRead from "./easy-read.mjs";
import reflow from "./reflow.mjs";
import paper from "./paper.mjs";
import axe from "./axe.mjs";
import spoken from "./spoken.mjs";
import keyboard from "./keyboard.mjs";
import nu from "./nu.mjs";
import epubcheck from "./epubcheck.mjs";
import ace from "./ace.mjs";
import sitemap from "./sitemap.mjs";
import feeds from "./feeds.mjs";
import catalogue from "./catalogue.mjs";
import calendar from "./calendar.mjs";
import structuredData from "./structured-data.mjs";
import exports from "./exports.mjs";
import akn from "./akn.mjs";
import word from "./word.mjs";

export const judges = [
  requests, weight, links, outline, scriptless, language, targets, measure, easyRead, reflow, paper, axe, spoken, keyboard,
  nu, epubcheck, ace, moved, sitemap, feeds, catalogue, calendar, structuredData, exports, word, akn,
];
