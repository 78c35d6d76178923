// The planted faults: each one is the clean fixture with one thing broken, and the judge and rule that must find it.
//
// `edits` are [file, what stands there, what to put there]; `page` is the page to judge (index.html unless named), `wholeSite` says
// that all are, where pages are compared;
// `view` is a part of the view's name that the finding must have been seen in.
//
// Faults of books are in books.json, because `curbcut audit` must find those that are its business too: `rules` says by
// which rule each judge finds the fault, and "curbcut" is our own audit, tried by tests/all/book_audit.rs.

import { readFileSync } from "node:fs";

const books = JSON.parse(readFileSync(new URL("./books.json", import.meta.url), "utf8"));

const PAGE = "index.html";
const EASY = "easy-read/index.html";
const MOVED = "earlier/index.html";
const STYLE = "assets/style.css";
const SCRIPT = "assets/tools.js";
const SITEMAP = "sitemap.xml";
const ROBOTS = "robots.txt";
const FEED = "feed.atom";
const CATALOGUE = "catalogue.json";
const TABLE = "entries.csv";
const DATA = "entries.json";
const LINKED = "entries.jsonld";
const SCHEMA = "schema.json";
const WORDS = "word/word/document.xml";
const AKN = "index.akn.xml";
const CALENDAR = "follow-up/follow-up.ics";

const SKIP = '<a class="skip" href="#main">跳到正文</a>\n';
const END_OF_MAIN = "</main>";
const END_OF_STYLE = "img { max-inline-size: 100%; }\n";
const END_OF_SCRIPT = '"ready";\n';
const LONG_ENGLISH = `<p lang="en" class="wide">${"Public services help everyone to enjoy human rights. ".repeat(6)}</p>`;

const inMain = (html) => [PAGE, END_OF_MAIN, `${html}\n${END_OF_MAIN}`];
const style = (css) => [STYLE, END_OF_STYLE, `${END_OF_STYLE}${css}\n`];
const scrolling = (html) => inMain(`<div role="region" tabindex="0" aria-label="框" style="overflow-x: auto; inline-size: 192px; padding: 8px 0; font-size: 16px; white-space: nowrap">${html}</div>`);
const script = (code) => [SCRIPT, END_OF_SCRIPT, `${END_OF_SCRIPT}${code}\n`];

const PRINTED_ADDRESSES = '@media print { a[href^="mailto:"]::after { content: "<" attr(href) ">"; } }';
const NUMBERS = inMain('<table><thead><tr><th scope="col">金额</th></tr></thead><tbody><tr><td>1,000,991</td></tr></tbody></table>');
const WIDE_TABLE = [
  style(".frame { overflow-x: auto; } .frame td { white-space: nowrap; }"),
  inMain(`<div class="frame" tabindex="0" role="region" aria-label="框"><table><caption>支出</caption><thead><tr><td></td><th scope="col">金额</th></tr></thead><tbody><tr><th scope="row">学校</th><td>${"1,308，".repeat(60)}</td></tr></tbody></table></div>`),
];

export const faults = [
  // axe
  { name: "a field without a label", judge: "axe", rule: "label", edits: [inMain('<form action="index.html"><input name="q"></form>')] },
  { name: "a field without a label that only dark pages show", judge: "axe", rule: "label", view: "dark", everyView: true, edits: [style("#q { display: none; } @media (prefers-color-scheme: dark) { #q { display: block; } }"), inMain('<form action="index.html"><input id="q" name="q"></form>')] },
  { name: "a picture without alternative text", judge: "axe", rule: "image-alt", edits: [[PAGE, ' alt="一页写有文字的纸"', ""]] },
  { name: "a link without a name", judge: "axe", rule: "link-name", edits: [[PAGE, ">易读版</a>应当", "></a>应当"]] },
  { name: "pale text, light", judge: "axe", rule: "color-contrast", view: "light", edits: [[STYLE, "--ink: #1b1b1b", "--ink: #999"]] },
  { name: "pale text, AAA only", judge: "axe", rule: "color-contrast-enhanced", view: "light", edits: [[STYLE, "--ink: #1b1b1b", "--ink: #6b6b6b"]] },
  { name: "dark text in the dark scheme", judge: "axe", rule: "color-contrast", view: "dark", edits: [[STYLE, "--ink: #f2f2f2", "--ink: #555"]] },
  { name: "pale text when more contrast is asked for", judge: "axe", rule: "color-contrast", view: "more contrast", edits: [[STYLE, "--ink: #000;", "--ink: #999;"]] },
  { name: "own colours against forced ones", judge: "axe", rule: "color-contrast", view: "forced colours", edits: [style("@media (forced-colors: active) { h1 { forced-color-adjust: none; color: #444; background: #222; } }")] },
  { name: "pale text in one of the reader's colours", judge: "axe", rule: "color-contrast", view: "data-colours=sepia", edits: [[STYLE, "--ink: #2b2118", "--ink: #b59f80"]] },
  { name: "pale text on narrow windows", judge: "axe", rule: "color-contrast", view: "320 px", edits: [style("@media (width < 400px) { h1 { color: #bbb; } }")] },
  { name: "pale text without scripts", judge: "axe", rule: "color-contrast", view: "scripts off", edits: [style("@media (scripting: none) { p { color: #bbb; } }")] },
  { name: "pale text in noscript", judge: "axe", rule: "color-contrast", view: "scripts off", edits: [style(".off { color: #bbb; }"), inMain('<noscript><p class="off">没有脚本也能读。</p></noscript>')] },
  { name: "text on a picture: contrast undecided", judge: "axe", rule: "undecided-color-contrast", edits: [style('h1 { background: url("report.svg"); }')] },
  { name: "pale text in a frame that scrolls", judge: "axe", rule: "undecided-color-contrast", edits: [style(".frame { overflow-x: auto; inline-size: 10rem; white-space: nowrap; } .frame b { color: #ccc; margin-inline-start: 20rem; }"), inMain('<div class="frame" tabindex="0" role="region" aria-label="框">一<b>3</b></div>')] },
  { name: "pale text of a class that passed elsewhere, on another ground", judge: "axe", rule: "color-contrast", everyView: true, edits: [style(".m { color: #555; } .b { background: #888; }"), inMain('<p class="m">清楚</p><div class="b"><p class="m">不清楚</p></div>')] },
  { name: "pale text of a class that passed elsewhere, half seen", judge: "axe", rule: "color-contrast", everyView: true, edits: [style(".half { opacity: 0.4; }"), inMain('<p class="m">清楚</p><div class="half"><p class="m">不清楚</p></div>')] },
  { name: "pale text of a class that passed elsewhere, by its place among its like", judge: "axe", rule: "color-contrast", everyView: true, edits: [style(".m:nth-of-type(3) { color: #ccc; }"), inMain('<div><p class="m">清楚</p><p class="m">清楚</p><p class="m">不清楚</p></div>')] },
  { name: "pale text in the dark scheme alone, of a class that passed elsewhere", judge: "axe", rule: "color-contrast", view: "dark", everyView: true, edits: [style("@media (prefers-color-scheme: dark) { .b { background: #777; } .b .m { color: #999; } }"), inMain('<p class="m">清楚</p><div class="b"><p class="m">不清楚</p></div>')] },
  { name: "text over a box that is moved under it", judge: "axe", rule: "color-contrast", everyView: true, edits: [style(".m { position: relative; color: #555; } .under { position: absolute; inset: 0; background: #777; z-index: -1; }"), inMain('<p class="m">清楚</p><div class="m"><span class="under"></span><span class="m">不清楚</span></div>')] },
  { name: "an invalid ARIA attribute", judge: "axe", rule: "aria-valid-attr", edits: [[PAGE, '<h3>', '<h3 aria-lable="表决">']] },
  { name: "a page that forbids zooming", judge: "axe", rule: "meta-viewport", edits: [[PAGE, "initial-scale=1", "initial-scale=1, maximum-scale=1"]] },

  // outline
  { name: "a level left out", judge: "outline", rule: "heading-jump", edits: [[PAGE, "<h3>表决</h3>", "<h4>表决</h4>"]] },
  { name: "two h1", judge: "outline", rule: "two-h1", edits: [[PAGE, '<h2 id="ope">执行部分</h2>', '<h1 id="ope">执行部分</h1>']] },
  { name: "no h1", judge: "outline", rule: "no-h1", edits: [[PAGE, "<h1>关于公共服务的决议</h1>", "<h2>关于公共服务的决议</h2>"]] },
  { name: "no main", judge: "outline", rule: "no-main", edits: [[PAGE, '<main id="main" tabindex="-1">', '<div id="main">'], [PAGE, "</main>", "</div>"]] },
  { name: "an unnamed navigation", judge: "outline", rule: "unnamed-nav", edits: [[PAGE, '<nav aria-label="版本">', "<nav>"]] },
  { name: "a table that lays out the page", judge: "outline", rule: "table-without-headers", edits: [inMain("<table><tr><td>左</td><td>右</td></tr></table>")] },
  { name: "a header cell without scope", judge: "outline", rule: "header-without-scope", edits: [[PAGE, '<th scope="row">赞成</th>', "<th>赞成</th>"]] },
  { name: "two pages of one title", judge: "outline", rule: "same-title", wholeSite: true, page: EASY, edits: [[EASY, "<title>公共服务（易读版）</title>", "<title>关于公共服务的决议</title>"]] },

  // keyboard
  { name: "no skip link", judge: "keyboard", rule: "skip-link-not-first", edits: [[PAGE, SKIP, ""]] },
  { name: "a skip link that is not first", judge: "keyboard", rule: "skip-link-not-first", edits: [[PAGE, SKIP, ""], [PAGE, "</header>", `${SKIP}</header>`]] },
  { name: "a skip link that stays out of sight", judge: "keyboard", rule: "skip-link-unseen", edits: [[STYLE, ".skip:focus { position: static; display: inline-block; }\n", ""]] },
  { name: "a skip link that does nothing", judge: "keyboard", rule: "skip-link-dead", edits: [script('document.querySelector(".skip").addEventListener("click", (event) => event.preventDefault());')] },
  { name: "focus that nothing shows", judge: "keyboard", rule: "focus-unseen", edits: [[STYLE, "outline: 3px solid var(--link); outline-offset: 2px;", "outline: none;"]] },
  { name: "focus shown too faintly", judge: "keyboard", rule: "focus-unseen", view: "light", edits: [[STYLE, "outline: 3px solid var(--link)", "outline: 3px solid #ddd"]] },
  { name: "focus shown too faintly in the dark scheme", judge: "keyboard", rule: "focus-unseen", view: "1280 px, dark", edits: [style("@media (prefers-color-scheme: dark) { a:focus-visible { outline-color: #222; } }")] },
  { name: "a focus ring cut off by its box", judge: "keyboard", rule: "focus-unseen", edits: [style("nav li { overflow: hidden; }")] },
  { name: "focus in part outside of a region that scrolls", judge: "keyboard", rule: "focus-cut-off", view: "320 px, light", edits: [scrolling('<a href="index.html">六个字的链接</a> <a href="index.html">又一个七字链接</a>')] },
  { name: "focus in part outside of a region, on the way back alone", judge: "keyboard", rule: "focus-cut-off", view: "320 px, light", edits: [scrolling('<a href="index.html">一二三四五六七八九</a>一二三四<a href="index.html">一二三</a>一二三四五六七八九')] },
  { name: "focus under a pinned bar", judge: "keyboard", rule: "focus-covered", edits: [style("footer { position: fixed; inset: 10% 0 0 0; background: var(--ground); }")] },
  { name: "focus outside the window", judge: "keyboard", rule: "focus-off-screen", edits: [style("nav a:focus { position: fixed; inset-inline-start: -9999px; }")] },
  { name: "a keyboard trap", judge: "keyboard", rule: "trap", edits: [script('document.querySelector("summary").addEventListener("keydown", (event) => event.preventDefault());')] },
  { name: "a trap of two", judge: "keyboard", rule: "trap", edits: [script('document.querySelector("summary").addEventListener("keydown", (event) => { event.preventDefault(); document.querySelector("ol a").focus(); });')] },
  { name: "a control that Tab does not reach", judge: "keyboard", rule: "unreached", edits: [script('document.querySelector("ol a").addEventListener("keydown", (event) => { event.preventDefault(); document.querySelector(".skip").focus(); });')] },

  // language
  { name: "a page without language", judge: "language", rule: "no-lang", edits: [[PAGE, '<html lang="zh-Hans" dir="ltr">', "<html>"]] },
  { name: "a language that does not exist", judge: "language", rule: "bad-lang", edits: [[PAGE, 'lang="zh-Hans"', 'lang="chinese"']] },
  { name: "Chinese without its script", judge: "language", rule: "lang-without-script", edits: [[PAGE, 'lang="zh-Hans"', 'lang="zh-CN"']] },
  { name: "a Chinese page marked English", judge: "language", rule: "unmarked-part", edits: [[PAGE, 'lang="zh-Hans"', 'lang="en"']] },
  { name: "English words without a mark", judge: "language", rule: "unmarked-part", edits: [[PAGE, '<span lang="en">General Assembly</span>', "General Assembly"]] },
  { name: "English words split by an element", judge: "language", rule: "unmarked-part", edits: [[PAGE, '<span lang="en">General Assembly</span>', "General <strong>Assembly</strong>"]] },
  { name: "Chinese words marked English", judge: "language", rule: "unmarked-part", edits: [[PAGE, '<span lang="en">General Assembly</span>', '<span lang="en">大会</span>']] },
  { name: "an English name of a Chinese navigation", judge: "language", rule: "label", edits: [[PAGE, 'aria-label="版本"', 'aria-label="Versions"']] },
  { name: "an English alternative text", judge: "language", rule: "label", edits: [[PAGE, 'alt="一页写有文字的纸"', 'alt="report"']] },
  { name: "an English button", judge: "language", rule: "label", edits: [[PAGE, "<summary>更多信息</summary>", "<summary>Details</summary>"]] },
  { name: "an English heading", judge: "language", rule: "label", edits: [[PAGE, "<h3>表决</h3>", "<h3>Votes</h3>"]] },
  { name: "an English skip link", judge: "language", rule: "label", edits: [[PAGE, ">跳到正文<", ">Skip<"]] },
  { name: "an English title", judge: "language", rule: "label", edits: [[PAGE, "<title>关于公共服务的决议</title>", "<title>Resolution</title>"]] },
  { name: "English words written by the stylesheet", judge: "language", rule: "label", edits: [style('summary::after { content: " more"; }')] },
  { name: "a Chinese label marked English", judge: "language", rule: "label", edits: [inMain('<p><a lang="en" aria-label="英文版" href="index.html">English</a></p>')] },
  { name: "the wrong direction", judge: "language", rule: "direction", edits: [[PAGE, 'dir="ltr"', 'dir="rtl"']] },

  // reflow
  { name: "a box wider than a phone", judge: "reflow", rule: "reflow-sideways", edits: [style("table { min-inline-size: 30rem; }")] },
  { name: "a wide box on a page that hides what sticks out", judge: "reflow", rule: "reflow-sideways", edits: [style("html { overflow-x: hidden; } table { min-inline-size: 30rem; }")] },
  { name: "text on text", judge: "reflow", rule: "reflow-overlap", edits: [style("p + p { margin-block-start: -1.5rem; }")] },
  { name: "text cut off when spaced out", judge: "reflow", rule: "text-spacing-clipped", edits: [style("nav a { inline-size: 4.1em; white-space: nowrap; overflow: hidden; }")] },
  { name: "text cut off when doubled", judge: "reflow", rule: "text-200-clipped", edits: [style("nav a { min-block-size: 0; block-size: 44px; overflow: hidden; }")] },
  { name: "a link that runs out of its note when doubled", judge: "reflow", rule: "text-200-runs-out", edits: [style("p a { padding-block: 0.9em; }"), inMain('<p>注<a href="index.html">返回</a></p>')] },
  { name: "a box wider than a phone with doubled text", judge: "reflow", rule: "text-200-sideways", view: "320 px, text at 200 %", edits: [style(".wide-term { inline-size: 10em; }"), inMain('<div class="wide-term">词</div>')] },
  { name: "text that does not grow", judge: "reflow", rule: "text-does-not-grow", edits: [style("li { font-size: 20px; }")] },
  { name: "a page that grows out of the window", judge: "reflow", rule: "text-200-sideways", edits: [style("table { min-inline-size: 45rem; }")] },

  { name: "a word of a heading on two lines beside room for it", judge: "reflow", rule: "reflow-broken-word", edits: [style("h2 { inline-size: 4em; overflow-wrap: anywhere; }"), inMain('<div><h2 lang="en">Accessibility</h2></div>')] },
  { name: "a number of a table on two lines", judge: "reflow", rule: "reflow-broken-word", edits: [style("table { inline-size: 1px; }"), NUMBERS] },
  { name: "a wide table in a narrow frame", judge: "reflow", rule: "room-unused", edits: [style(".frame { max-inline-size: 20rem; }"), ...WIDE_TABLE] },
  { name: "a wide table that seems to end", judge: "reflow", rule: "more-unseen", view: "forced colours", edits: WIDE_TABLE },
  { name: "a wide table whose rows lose their names", judge: "reflow", rule: "scrolled-away", edits: WIDE_TABLE },

  // paper
  { name: "a table wider than paper", judge: "paper", rule: "cut-off", view: "Letter", edits: [style("@media print { table { min-inline-size: 50rem; } }")] },
  { name: "a heading at the foot of a page", judge: "paper", rule: "heading-alone", view: "A4", edits: [style("h2 { break-after: column !important; }")] },
  { name: "the head of a table on another page than its rows", judge: "paper", rule: "heading-alone", view: "A4", edits: [style("tbody tr:first-child { break-before: column; }")] },
  { name: "two links that look like one", judge: "paper", rule: "links-together", view: "A4", edits: [style("@media print { a { text-decoration: none; } }"), inMain('<p><a href="#title">第 1 段</a> <a href="#title">易读版</a></p>')] },
  { name: "a picture on another page than its words", judge: "paper", rule: "picture-parted", view: "A4", page: EASY, edits: [style("img { display: block; break-after: column; }"), [EASY, "<h2>", '<div><img src="../assets/report.svg" alt="一份报告" width="120" height="90"><p>每年都有一份。</p></div>\n<h2>']] },
  { name: "a picture parted from what stands after it", judge: "paper", rule: "picture-parted", view: "A4", page: EASY, edits: [style("img { display: block; break-after: column; }"), [EASY, "<h2>", '<img src="../assets/report.svg" alt="一份报告" width="120" height="90">\n<p>每年都有一份。</p>\n<h2>']] },
  { name: "details that stay closed on paper", judge: "paper", rule: "closed", view: "A4", edits: [[STYLE, "details::details-content { display: block;", "details::details-content { display: none;"]] },
  { name: "a menu on paper", judge: "paper", rule: "menu", view: "A4", edits: [[STYLE, "  nav { display: none; }\n", ""]] },

  { name: "a table wider than a turned page", judge: "paper", rule: "cut-off", view: "Letter, turned", edits: [style("@media print { table { page: turned; min-inline-size: 60rem; } }")] },
  { name: "a number broken on paper", judge: "paper", rule: "broken-word", view: "A4", edits: [style("@media print { table { inline-size: 1px; } }"), NUMBERS] },
  { name: "a number broken on a turned page", judge: "paper", rule: "broken-word", view: "A4, turned", edits: [style("@media print { table { page: turned; inline-size: 1px; } }"), NUMBERS] },
  { name: "a total on each page", judge: "paper", rule: "foot-repeated", view: "A4", edits: [[PAGE, "</tbody>", '</tbody><tfoot><tr><th scope="row">合计</th><td>46</td></tr></tfoot>']] },
  { name: "a small table on two pages", judge: "paper", rule: "table-parted", view: "A4", edits: [style("tbody tr { break-before: column; }")] },
  { name: "a term on another page than its meaning", judge: "paper", rule: "term-alone", view: "A4", edits: [style("dt { break-after: column; }"), inMain("<dl><dt>公共服务</dt><dd>人人都要用的服务。</dd></dl>")] },
  { name: "a last page with the footer alone", judge: "paper", rule: "footer-alone", view: "Letter", edits: [style("footer { break-before: column; }")] },
  { name: "the end of a section on another page", judge: "paper", rule: "end-parted", view: "A4", page: EASY, edits: [style("section p:last-child { break-before: column; }"), [EASY, "<h2>写一份报告</h2>\n<p>人权办公室要写一份报告。</p>", "<section><h2>写一份报告</h2>\n<p>人权办公室要写一份报告。</p>\n<p>这一部分讲的是第 2 段。</p></section>"]] },
  { name: "an address printed twice", judge: "paper", rule: "address", view: "A4", edits: [style(PRINTED_ADDRESSES), inMain('<p>请写信到 <a href="mailto:a@example.org">a@example.org</a>。</p>')] },
  { name: "an address for programs", judge: "paper", rule: "address", view: "A4", edits: [style(PRINTED_ADDRESSES), inMain('<p>请<a href="mailto:a@example.org">写信给我们</a>。</p>')] },
  { name: "a link beside its sentence", judge: "paper", rule: "link-apart", view: "A4", edits: [style("p a { display: inline-flex; }")] },
  { name: "a long form that paper does not have", judge: "paper", rule: "title-lost", view: "A4", edits: [inMain('<p>见<abbr title="残疾人权利公约">公约</abbr>。</p>')] },

  // measure
  { name: "long Chinese lines", judge: "measure", rule: "line-length", edits: [[STYLE, "max-inline-size: 48rem", "max-inline-size: none"], [STYLE, "p, li { max-inline-size: 26em; }", ""]] },
  { name: "long English lines", judge: "measure", rule: "line-length", edits: [[STYLE, "max-inline-size: 48rem", "max-inline-size: none"], style(".wide { max-inline-size: none; }"), inMain(LONG_ENGLISH)] },
  { name: "long lines of Chinese with numbers", judge: "measure", rule: "line-length", edits: [[STYLE, "max-inline-size: 48rem", "max-inline-size: none"], style(".wide { max-inline-size: 40em; }"), inMain(`<p class="wide">${"第 16/21 号和第 27/4 号决议、".repeat(12)}</p>`)] },
  { name: "tight lines", judge: "measure", rule: "leading", edits: [[STYLE, "1.25rem / 1.75", "1.25rem / 1.3"]] },
  { name: "paragraphs too close", judge: "measure", rule: "paragraph-gap", edits: [[STYLE, "1.5lh", "0.5lh"]] },
  { name: "justified text", judge: "measure", rule: "justified", edits: [style("p { text-align: justify; }")] },
  { name: "slanted Chinese", judge: "measure", rule: "slanted-han", edits: [[PAGE, "人人都能看懂", "<em>人人</em>都能看懂"]] },
  { name: "an underline that is no link", judge: "measure", rule: "underline", edits: [[PAGE, "人人都能看懂", "<u>人人</u>都能看懂"]] },

  // targets
  { name: "navigation links too small", judge: "targets", rule: "target-44", edits: [[STYLE, "min-block-size: 2.75rem; min-inline-size: 2.75rem; }\n.skip", "}\n.skip"]] },
  { name: "a small link that stands alone", judge: "targets", rule: "target-24", edits: [style(".small { font-size: 0.7rem; }"), inMain('<p class="small"><a href="index.html">详</a></p>')] },

  { name: "a link that only Chinese letters make high enough", judge: "targets", rule: "target-24", edits: [inMain('<p><a href="index.html">回首页</a></p>')] },

  // easy-read
  { name: "small print on an easy-read page", judge: "easy-read", rule: "small-text", page: EASY, edits: [style("footer { font-size: 1rem; }")] },
  { name: "long lines on an easy-read page", judge: "easy-read", rule: "long-line", page: EASY, edits: [[STYLE, "p, li { max-inline-size: 26em; }", ""], [EASY, "人人都要用公共服务。", "人人都要用公共服务，无论住在城市还是住在乡村，也无论有钱还是没有钱。"]] },

  // links
  { name: "a dead link", judge: "links", rule: "dead-link", edits: [[PAGE, 'href="easy-read/index.html">易读版</a>应当', 'href="easy/index.html">易读版</a>应当']] },
  { name: "a dead stylesheet", judge: "links", rule: "dead-link", edits: [[PAGE, "assets/style.css", "assets/styles.css"]] },
  { name: "a dead fragment", judge: "links", rule: "dead-fragment", edits: [[PAGE, 'href="#ope"', 'href="#op-99"']] },
  { name: "a dead fragment on another page", judge: "links", rule: "dead-fragment", edits: [[PAGE, 'href="easy-read/index.html">易读版</a>应当', 'href="easy-read/index.html#op-99">易读版</a>应当']] },
  { name: "an empty link", judge: "links", rule: "empty-link", edits: [[PAGE, 'href="#ope"', 'href="#"']] },
  { name: "a link to a folder", judge: "links", rule: "folder-link", edits: [[PAGE, 'href="easy-read/index.html">易读版</a>应当', 'href="easy-read/">易读版</a>应当']] },

  // moved
  { name: "a page that moves on to one that is not there", judge: "moved", rule: "dead-target", edits: [[MOVED, "url=../index.html#ope", "url=../later/index.html"], [MOVED, 'href="../index.html#ope"', 'href="../later/index.html"']] },
  { name: "a page that moves on to another host", judge: "moved", rule: "dead-target", edits: [[MOVED, "url=../index.html#ope", "url=https://example.com/"], [MOVED, 'href="../index.html#ope"', 'href="https://example.com/"']] },
  { name: "a page that moves on to a picture", judge: "moved", rule: "dead-target", edits: [[MOVED, "url=../index.html#ope", "url=../assets/report.svg"], [MOVED, 'href="../index.html#ope"', 'href="../assets/report.svg"']] },
  { name: "a page that moves on to a place that is not there", judge: "moved", rule: "dead-target", edits: [[MOVED, "url=../index.html#ope", "url=../index.html#op-99"], [MOVED, 'href="../index.html#ope"', 'href="../index.html#op-99"']] },
  { name: "a page that moves on to itself", judge: "moved", rule: "moves-again", edits: [[MOVED, "url=../index.html#ope", "url=index.html"], [MOVED, 'href="../index.html#ope"', 'href="index.html"']] },
  { name: "a page that moves on, without a language", judge: "moved", rule: "no-language", edits: [[MOVED, ' lang="zh-Hans"', ""]] },
  { name: "a page that moves on, without a title", judge: "moved", rule: "no-title", edits: [[MOVED, "<title>关于公共服务的决议（新地址）</title>\n", ""]] },
  { name: "a page that moves on, without a link", judge: "moved", rule: "no-link", edits: [[MOVED, '<a href="../index.html#ope">关于公共服务的决议</a>', "关于公共服务的决议"]] },
  { name: "a page that moves on, with a link without words", judge: "moved", rule: "no-link", edits: [[MOVED, '">关于公共服务的决议</a>', '"></a>']] },
  { name: "a page that moves on, with a link elsewhere", judge: "moved", rule: "no-link", edits: [[MOVED, 'href="../index.html#ope"', 'href="../easy-read/index.html"']] },
  { name: "a page that moves on and is its own canonical one", judge: "moved", rule: "canonical", edits: [[MOVED, 'rel="canonical" href="https://example.org/"', 'rel="canonical" href="https://example.org/earlier/"']] },
  { name: "a page that moves on, without a canonical address", judge: "moved", rule: "canonical", edits: [[MOVED, '<link rel="canonical" href="https://example.org/">\n', ""]] },
  { name: "a page that moves on, in the sitemap", judge: "moved", rule: "in-sitemap", edits: [[SITEMAP, "</urlset>", "<url>\n<loc>https://example.org/earlier/</loc>\n</url>\n</urlset>"]] },
  { name: "markup of a page that moves on", judge: "nu", rule: "error", wholeSite: true, edits: [[MOVED, "<h1>", '<h1 colour="red">']] },
  { name: "a page that moves on after a while is judged as any other", judge: "axe", rule: "meta-refresh", page: MOVED, edits: [[MOVED, "content=\"0;", "content=\"60;"]] },

  // requests
  { name: "a picture from another host", judge: "requests", rule: "other-host", view: "over HTTP", edits: [inMain('<img src="https://pictures.example/a.png" alt="一页纸">')] },
  { name: "a font from another host", judge: "requests", rule: "other-host", edits: [style('@font-face { font-family: Far; src: url("https://fonts.example/a.woff2"); }')] },
  { name: "a script that calls home", judge: "requests", rule: "other-host", view: "file://", edits: [script('fetch("https://count.example/hit").catch(() => {});')] },
  { name: "an address that fails from a folder", judge: "requests", rule: "outside-folder", edits: [[PAGE, 'href="assets/style.css"', 'href="/assets/style.css"']] },

  // weight
  { name: "too many bytes", judge: "weight", rule: "too-heavy", edits: [style(`/* ${"x".repeat(110_000)} */`)] },

  // scriptless
  { name: "text that only a script brings", judge: "scriptless", rule: "only-with-scripts", edits: [script('document.querySelector("main").insertAdjacentHTML("beforeend", "<p>只有脚本才有的话。</p>");')] },
  { name: "text that only a script uncovers", judge: "scriptless", rule: "only-with-scripts", edits: [style("html:not([data-tools]) ol { display: none; }")] },
  { name: "a button without a script", judge: "scriptless", rule: "dead-control", edits: [inMain('<button type="button">大字</button>')] },

  // sitemap
  { name: "an element that no sitemap has", judge: "sitemap", rule: "schema", edits: [[SITEMAP, "<loc>https://example.org/easy-read/</loc>", "<loc>https://example.org/easy-read/</loc><title>易读版</title>"]] },
  { name: "a sitemap that is no XML", judge: "sitemap", rule: "schema", edits: [[SITEMAP, "</urlset>", ""]] },
  { name: "a page that the sitemap leaves out", judge: "sitemap", rule: "not-listed", edits: [[SITEMAP, "<url>\n<loc>https://example.org/easy-read/</loc>\n</url>\n", ""]] },
  { name: "a dead address in the sitemap", judge: "sitemap", rule: "dead-address", edits: [[SITEMAP, "easy-read/", "easy/"]] },
  { name: "the canonical address of another page", judge: "sitemap", rule: "canonical", edits: [[EASY, 'rel="canonical" href="https://example.org/easy-read/"', 'rel="canonical" href="https://example.org/"']] },
  { name: "a version that is not there", judge: "sitemap", rule: "dead-version", edits: [[PAGE, 'hreflang="zh-Hans-simple" href="https://example.org/easy-read/"', 'hreflang="zh-Hans-simple" href="https://example.org/easy/"']] },
  { name: "a version that does not name its original", judge: "sitemap", rule: "no-way-back", edits: [[EASY, '<link rel="alternate" hreflang="zh-Hans" href="https://example.org/" title="正式文本">\n', ""]] },
  { name: "a robots.txt without the sitemap", judge: "sitemap", rule: "no-sitemap", edits: [[ROBOTS, "Sitemap: https://example.org/sitemap.xml\n", ""]] },
  { name: "a robots.txt that keeps crawlers out", judge: "sitemap", rule: "closed", edits: [[ROBOTS, "Allow: /", "Disallow: /easy-read/"]] },

  // feeds
  { name: "a feed that is no XML", judge: "feeds", rule: "not-well-formed", edits: [[FEED, "<title>公共服务（易读版）</title>", "<title>公共服务 & 易读版</title>"]] },
  { name: "an entry without a date", judge: "feeds", rule: "missing-updated", edits: [[FEED, "<updated>2023-04-03T00:00:00Z</updated>\n", ""]] },
  { name: "an entry without an id", judge: "feeds", rule: "missing-id", edits: [[FEED, "<id>https://example.org/easy-read/</id>\n", ""]] },
  { name: "a feed that nobody wrote", judge: "feeds", rule: "missing-author", edits: [[FEED, "<author>\n<name>易读编写组</name>\n</author>\n", ""]] },
  { name: "a date that is none", judge: "feeds", rule: "no-date", edits: [[FEED, "<updated>2023-04-03T00:00:00Z</updated>", "<updated>去年</updated>"]] },
  { name: "a dead entry", judge: "feeds", rule: "dead-entry", edits: [[FEED, 'href="https://example.org/easy-read/"', 'href="https://example.org/easy/"']] },
  { name: "an old entry first", judge: "feeds", rule: "order", edits: [[FEED, "2023-04-03", "2025-04-03"]] },

  // catalogue
  { name: "a book without a title", judge: "catalogue", rule: "invalid", edits: [[CATALOGUE, '"title": "关于公共服务的决议",', ""]] },
  { name: "a book without a picture", judge: "catalogue", rule: "invalid", edits: [[CATALOGUE, '"images"', '"pictures"']] },
  { name: "a book whose picture is a drawing alone", judge: "catalogue", rule: "no-picture", edits: [[CATALOGUE, "image/png", "image/svg+xml"]] },
  { name: "a catalogue that is no JSON", judge: "catalogue", rule: "invalid", edits: [[CATALOGUE, '"links": [{ "rel": "self"', '"links": [,{ "rel": "self"']] },
  { name: "a book that is not there", judge: "catalogue", rule: "dead-link", edits: [[CATALOGUE, "book.epub", "books.epub"]] },
  { name: "a book that no catalogue offers", judge: "catalogue", rule: "not-offered", edits: [[CATALOGUE, "acquisition/open-access", "preview"]] },
  { name: "the size of another book", judge: "catalogue", rule: "wrong-size", edits: [[CATALOGUE, '"size": ', '"size": 1']] },

  // calendar
  { name: "a line that ends as lines of Unix do", judge: "calendar", rule: "line-end", edits: [[CALENDAR, "VERSION:2.0\r\n", "VERSION:2.0\n"]] },
  { name: "a line that is too long", judge: "calendar", rule: "long-line", edits: [[CALENDAR, "的决\r\n 议", "的决议，请大家都来看一看"]] },
  { name: "a comma that is not escaped", judge: "calendar", rule: "escape", edits: [[CALENDAR, "报告\\, 包括", "报告, 包括"]] },
  { name: "a backslash before what means nothing", judge: "calendar", rule: "escape", edits: [[CALENDAR, "报告\\, 包括", "报告\\t包括"]] },
  { name: "a calendar that is not closed", judge: "calendar", rule: "invalid", edits: [[CALENDAR, "END:VCALENDAR\r\n", ""]] },
  { name: "a day that is none", judge: "calendar", rule: "invalid", edits: [[CALENDAR, "20240618", "20240631"]] },
  { name: "an event without a summary", judge: "calendar", rule: "invalid", edits: [[CALENDAR, "SUMMARY:秘书长：开会（52/8 第 2 段）\r\n", ""]] },
  { name: "an event without a stamp", judge: "calendar", rule: "invalid", edits: [[CALENDAR, "DTSTAMP:20230403T000000Z\r\n", ""]] },
  { name: "two events of one name", judge: "calendar", rule: "same-uid", edits: [[CALENDAR, "0b0d2f55-8d1c-5b0e-8a70-54b1a6a8f9aa", "3a3bfe7f-5e5c-5b6f-9f3f-0a1c4c4f7d21"]] },
  { name: "an event that ends before it begins", judge: "calendar", rule: "backwards", edits: [[CALENDAR, "20240713", "20240617"]] },
  { name: "an event of a page that is not there", judge: "calendar", rule: "dead-page", edits: [[CALENDAR, "example.org/#op-1", "example.org/b/#op-1"]] },
  { name: "an event of a paragraph that is not there", judge: "calendar", rule: "dead-page", edits: [[CALENDAR, "#op-2", "#op-99"]] },

  // structured-data
  { name: "data that is no JSON", judge: "structured-data", rule: "no-json", edits: [[PAGE, '"legislationIdentifier"', "legislationIdentifier"]] },
  { name: "data of another vocabulary", judge: "structured-data", rule: "not-expanded", edits: [[PAGE, '"@context":"https://schema.org"', '"@context":"https://words.example"']] },
  { name: "a property that its type does not have", judge: "structured-data", rule: "vocabulary", edits: [[PAGE, '"@type":"Legislation","@id"', '"@type":"Article","@id"']] },
  { name: "a type that is none", judge: "structured-data", rule: "vocabulary", edits: [[PAGE, '"@type":"Legislation","@id"', '"@type":"Resolution","@id"']] },
  { name: "a number for a date", judge: "structured-data", rule: "vocabulary", edits: [[PAGE, '"datePublished":"2023-04-03"', '"datePublished":2023']] },
  { name: "an address that is not there", judge: "structured-data", rule: "dead-address", page: EASY, edits: [[EASY, '"isBasedOn":{"@type":"Legislation","@id":"https://example.org/"', '"isBasedOn":{"@type":"Legislation","@id":"https://example.org/jue-yi/"']] },

  { name: "linked data that are no JSON", judge: "structured-data", rule: "no-json", edits: [[LINKED, '"identifier": "ramps"', '"identifier" "ramps"']] },
  { name: "a property that a place does not have", judge: "structured-data", rule: "vocabulary", edits: [[LINKED, '"spatialCoverage"', '"placeCoverage"']] },
  { name: "a language that is none", judge: "structured-data", rule: "not-expanded", edits: [[LINKED, '"@language": "en"', '"@language": "english_words"']] },
  { name: "a download that is not there", judge: "structured-data", rule: "dead-address", edits: [[LINKED, "https://example.org/entries.csv", "https://example.org/table.csv"]] },

  // exports
  { name: "a table without the mark of UTF-8", judge: "exports", rule: "no-mark", edits: [[TABLE, "\ufeff", ""]] },
  { name: "a line that ends otherwise", judge: "exports", rule: "line-end", edits: [[TABLE, "https://example.org/,\r\n", "https://example.org/,\n"]] },
  { name: "a comma that no marks stand around", judge: "exports", rule: "cells", edits: [[TABLE, "打电话，不要钱。", "打电话,不要钱。"]] },
  { name: "a value that is another in the table", judge: "exports", rule: "other-value", edits: [[TABLE, "VN; LA,2024", "VN,2024"]] },
  { name: "a value parted where it is one", judge: "exports", rule: "other-value", edits: [[TABLE, "records.example/41", "records.example/4;1"]] },
  { name: "a consent without its last day", judge: "exports", rule: "consents", edits: [[TABLE, '"2027-03-02; "', "2027-03-02"]] },
  { name: "an entry that the table leaves out", judge: "exports", rule: "other-entries", edits: [[TABLE, "ramps,坡道,,,,LA,2024,,,LA,2025-03-09,public,,https://example.org/,\r\n", ""]] },
  { name: "an entry of whom somebody did not agree", judge: "exports", rule: "not-public", edits: [[DATA, '"scope": "public"', '"scope": "aggregate"']] },
  { name: "evidence that is kept elsewhere", judge: "exports", rule: "not-public", edits: [[DATA, '"scope": "public"', '"evidence": "letter-7", "scope": "public"']] },
  { name: "a code that is none", judge: "exports", rule: "not-of-schema", edits: [[DATA, '"VN",', '"XX",']] },
  { name: "a schema that is none", judge: "exports", rule: "no-schema", edits: [[SCHEMA, '"type": "object"', '"type": "entry"']] },
  { name: "an entry that is not there", judge: "exports", rule: "dead-address", edits: [[DATA, "https://example.org/easy-read/", "https://example.org/easy/"]] },
  { name: "an entry that the linked data leave out", judge: "exports", rule: "missing-entry", edits: [[LINKED, '"identifier": "ramps"', '"alternateName": "ramps"']] },
  { name: "two entries of one id", judge: "exports", rule: "same-id", edits: [[DATA, '"id": "ramps"', '"id": "hotline"']] },

  // word
  { name: "a part of a Word file that is not there", judge: "word", rule: "unreadable", edits: [["word/_rels/.rels", "word/document.xml", "word/text.xml"]] },
  { name: "properties in another order", judge: "word", rule: "invalid", edits: [[WORDS, '<w:b w:val="1"/>\n<w:bCs w:val="1"/>', '<w:bCs w:val="1"/>\n<w:b w:val="1"/>']] },
  { name: "a style that the file does not have", judge: "word", rule: "invalid", edits: [[WORDS, 'w:val="Heading2"', 'w:val="Heading9"']] },
  { name: "a note that is marked and missing", judge: "word", rule: "invalid", edits: [[WORDS, '<w:footnoteReference w:id="1"/>', '<w:footnoteReference w:id="7"/>']] },
  { name: "a Word file without a title", judge: "word", rule: "no-title", edits: [["word/docProps/core.xml", "<dc:title>关于公共服务的决议</dc:title>\n", ""]] },
  { name: "a title in the style of words", judge: "word", rule: "no-title", edits: [[WORDS, '<w:pStyle w:val="Title"/>', '<w:pStyle w:val="Line"/>']] },
  { name: "a Word file without a language", judge: "word", rule: "no-language", edits: [["word/word/styles.xml", '<w:lang w:val="zh-CN" w:eastAsia="zh-CN"/>\n', ""]] },
  { name: "a language that is that of no word", judge: "word", rule: "no-language", edits: [["word/docProps/core.xml", "zh-CN", "en-US"]] },
  { name: "Chinese words in English", judge: "word", rule: "other-language", edits: [["word/word/styles.xml", 'w:eastAsia="zh-CN"', 'w:eastAsia="en-US"']] },
  { name: "Arabic words in no language of theirs", judge: "word", rule: "other-language", edits: [[WORDS, '<w:lang w:val="ar-EG" w:bidi="ar-EG"/>\n', ""]] },
  { name: "Arabic words from the left", judge: "word", rule: "direction", edits: [[WORDS, '<w:rtl w:val="1"/>\n', ""]] },
  { name: "columns from the right", judge: "word", rule: "direction", edits: [[WORDS, '<w:tblStyle w:val="TableGrid"/>', '<w:tblStyle w:val="TableGrid"/><w:bidiVisual/>']] },
  { name: "a level of headings left out", judge: "word", rule: "heading-order", edits: [[WORDS, '<w:pStyle w:val="Heading2"/>', '<w:pStyle w:val="Heading3"/>']] },
  { name: "a picture without words in a Word file", judge: "word", rule: "no-alternative", edits: [[WORDS, 'descr="一页写有文字的纸"', 'descr=""']] },
  { name: "a head that is a row like others", judge: "word", rule: "no-head", edits: [[WORDS, "<w:tblHeader/>\n", ""]] },
  { name: "a row in two", judge: "word", rule: "torn-row", edits: [[WORDS, "<w:cantSplit/>\n", ""]] },
  { name: "an official number that is counted", judge: "word", rule: "counted-number", edits: [["word/word/numbering.xml", 'w:val="bullet"', 'w:val="decimal"'], [WORDS, '<w:pStyle w:val="ListParagraph"/>', '<w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>']] },
  { name: "a link to no place of the file", judge: "word", rule: "dead-link", edits: [[WORDS, 'w:anchor="ope"', 'w:anchor="opx"']] },
  { name: "a second mark of no note", judge: "word", rule: "dead-link", edits: [["word/word/footnotes.xml", "NOTEREF mark_1", "NOTEREF mark_2"]] },
  { name: "pages without numbers", judge: "word", rule: "no-page-number", edits: [["word/word/footer.xml", 'w:instr=" PAGE "', 'w:instr=" DATE "']] },
  { name: "words of the page that the file lacks", judge: "word", rule: "lost-words", edits: [[WORDS, "请各国提供高质量的公共服务", "请各国提供公共服务"]] },
  { name: "a file that its page does not offer", judge: "word", rule: "not-offered", edits: [[PAGE, "word.docx", "feed.atom"]] },

  // akn
  { name: "a file of Akoma Ntoso that is no XML", judge: "akn", rule: "unreadable", edits: [[AKN, "</mainBody>", ""]] },
  { name: "a part in a place where the schema has none", judge: "akn", rule: "invalid", edits: [[AKN, "<content><p>请各国", "<p>请各国"], [AKN, "公共服务；</p></content>", "公共服务；</p>"]] },
  { name: "an id that stands twice", judge: "akn", rule: "invalid", edits: [[AKN, 'eId="level_1__para_2"', 'eId="level_1__para_1"']] },
  { name: "a work without a date", judge: "akn", rule: "invalid", edits: [[AKN, '<FRBRdate date="2023-04-03" name="Generation"/>\n', ""]] },
  { name: "a link to no part of the file", judge: "akn", rule: "dead-link", edits: [[AKN, 'href="#level_1"', 'href="#level_2"']] },
  { name: "an author who is not told", judge: "akn", rule: "dead-link", edits: [[AKN, '<TLCOrganization eId="body"', '<TLCOrganization eId="organ"']] },
  { name: "a link that only the site understands", judge: "akn", rule: "dead-link", edits: [[AKN, 'href="https://example.org/"', 'href="../index.html"']] },
  { name: "a part that is not named by its place", judge: "akn", rule: "name", edits: [[AKN, 'eId="level_1__para_2"', 'eId="para_2"']] },
  { name: "a text without a language", judge: "akn", rule: "no-language", edits: [[AKN, '<mainBody xml:lang="zh-Hans">', "<mainBody>"]] },
  { name: "a file in a language that is not that of its text", judge: "akn", rule: "no-language", edits: [[AKN, '<FRBRlanguage language="zh-Hans"/>', '<FRBRlanguage language="en"/>']] },
  { name: "a work with the name of another", judge: "akn", rule: "no-title", edits: [[AKN, '<FRBRname value="关于公共服务的决议"/>', '<FRBRname value="关于无障碍的决议"/>']] },
  { name: "Arabic words in Chinese in a file", judge: "akn", rule: "other-language", edits: [[AKN, 'xml:lang="ar" style="direction: rtl"', ""]] },
  { name: "Arabic words from the left in a file", judge: "akn", rule: "direction", edits: [[AKN, ' style="direction: rtl"', ""]] },
  { name: "an official paragraph that is none in the file", judge: "akn", rule: "lost-part", edits: [[AKN, ' wId="op-2"', ""]] },
  { name: "a note that the file lacks", judge: "akn", rule: "lost-note", edits: [[PAGE, "决定继续审议", '决定<a href="#n1" role="doc-noteref">1</a><a href="#n2" role="doc-noteref">2</a>继续审议']] },
  { name: "words of the page that the file of Akoma Ntoso lacks", judge: "akn", rule: "lost-words", edits: [[AKN, "请各国提供高质量的公共服务", "请各国提供公共服务"]] },
  { name: "a file of Akoma Ntoso that its page does not offer", judge: "akn", rule: "not-offered", edits: [[PAGE, "index.akn.xml", "feed.atom"]] },

  // Nu HTML checker
  { name: "one id twice", judge: "nu", rule: "error", edits: [[PAGE, 'id="op-2"', 'id="op-1"']] },
  { name: "a block inside a paragraph", judge: "nu", rule: "error", edits: [inMain("<p><div>文字</div></p>")] },
  { name: "a section without a heading", judge: "nu", rule: "warning", edits: [inMain("<section><p>文字</p></section>")] },
  { name: "a faulty picture", judge: "nu", rule: "error", edits: [["assets/report.svg", "<path d=", "<path shape="]] },

  // spoken
  { name: "a page heard otherwise", judge: "spoken", rule: "changed", edits: [[PAGE, '<nav aria-label="版本">', "<nav>"]] },

  // EPUBCheck and Ace: the same book may be the business of both
  ...books.flatMap(({ name, rules, edits }) => ["epubcheck", "ace"].filter((judge) => rules[judge]).map((judge) => ({ name, judge, rule: rules[judge], book: edits }))),
];
