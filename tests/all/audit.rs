//! Every rule of the audit on a page that breaks it, at the place it says, and on the good page it was made from.

use std::collections::{BTreeSet, HashMap};

use curbcut::audit::criteria::{CRITERIA, Reach, named_in};
use curbcut::audit::rules::RULES;
use curbcut::audit::{Allow, Page, PageAudit, page, site};
use curbcut::finding::{Finding, Place, Severity};
use proptest::prelude::*;

/// A good page in Chinese: each bad page differs from it in one thing.
const GOOD: &str = r##"<!DOCTYPE html>
<html lang="zh-Hans" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>52/8 通过透明、负责、高效地提供公共服务 - 正式文本</title>
<link rel="stylesheet" href="../assets/style.css">
<link rel="alternate" hreflang="en" href="../en/index.html" title="English">
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header><a href="../"><img src="../assets/logo.svg" alt="人权理事会决议"></a>
<nav aria-label="网站"><ul><li><a href="../index.html">首页</a><li><a href="../glossary/#易读">词表</a></ul></nav></header>
<main id="main"><article aria-labelledby="t">
<header><h1 id="t">52/8. 公共服务</h1></header>
<nav role="doc-toc" aria-labelledby="toc"><h2 id="toc">目录</h2><a href="#pre">序言部分</a></nav>
<section aria-labelledby="pre" data-source="content/a.md:41"><h2 id="pre">序言部分</h2>
<p id="pp-1"><b>遵循</b>《联合国宪章》<a role="doc-noteref" id="ref1" href="#fn1" aria-label="注1">1</a>&nbsp;和 A/HRC/RES/52/8、COVID-19、EPUB
<p id="pp-2">又称 <span lang="en">easy read format</span>，用 <code>let it be</code> 表示
<h3 id="vote">表决</h3>
<table><caption>表决结果</caption><thead><tr><th scope="col">赞成<th scope="col">反对<tbody><tr><td>33<td>13</table>
<button aria-controls="vote">显示<span class="visually-hidden">表决结果</span></button>
</section>
<section role="doc-endnotes" aria-label="注释"><ol><li id="fn1"><p>A/HRC/25/27。<a role="doc-backlink" href="#ref1" aria-label="返回注1">↩</a></ol></section>
</article></main>
<footer><svg role="img" aria-label="标志"><title>标志</title></svg><a href="mailto:a@example.org">联系我们</a></footer>
</body></html>
"##;

const HOME: &str = r##"<!DOCTYPE html><html lang="zh-Hans"><head><title>首页</title></head><body><a href="#main">跳到正文</a>
<header>人权理事会</header><main id="main"><h1>所有文件</h1><a href="a/">52/8</a> <a href="a/#pp-1">第一段</a>
<a href="/a/index.html#vote">表决</a> <a href="a/a.epub">EPUB</a></main><footer>无障碍声明</footer></body></html>"##;

fn audit(html: &str) -> PageAudit {
    page(Page { path: "a/index.html", html }, &Allow::default())
}

/// Rule and place of each finding of a page by itself.
fn found(html: &str) -> Vec<(&'static str, u32, u32)> {
    audit(html).findings().iter().map(place).collect()
}

fn place(finding: &Finding) -> (&'static str, u32, u32) {
    let position = finding.place.position();
    (finding.rule, position.line, position.column)
}

/// What each rule is shown: a text of the good page, what to put in its stead, and the place of the finding, as
/// the text that begins there.
const BROKEN: &[(&str, &str, &str, &str)] = &[
    ("html/duplicate-id", r#"<p id="pp-2">"#, r#"<p id="pp-1">又"#, r#"<p id="pp-1">又"#),
    ("html/dead-link", r#"<a href="mailto:a@example.org">"#, r#"<a href="">"#, r#"<a href="">"#),
    ("html/dead-link", r#"<a href="mailto:a@example.org">"#, r##"<a href="#">"##, r##"<a href="#">"##),
    (
        "html/dead-link",
        r#"<a href="mailto:a@example.org">"#,
        r#"<a href="../../x">"#,
        r#"<a href="../../x">"#,
    ),
    ("html/dead-fragment", r##"<a href="#pre">"##, r##"<a href="#ope">"##, r##"<a href="#ope">"##),
    ("html/empty-link", "序言部分</a>", "&nbsp;<b aria-hidden=true>→</b></a>", r##"<a href="#pre">"##),
    ("html/empty-link", r#"alt="人权理事会决议""#, r#"alt="""#, r#"<a href="../">"#),
    (
        "html/empty-button",
        r#"显示<span class="visually-hidden">表决结果</span>"#,
        "\u{3000}",
        r#"<button aria-controls="vote">"#,
    ),
    ("html/missing-main", r#"<main id="main">"#, r#"<div id="main">"#, r#"<html lang="zh-Hans" dir="ltr">"#),
    ("html/several-mains", "<footer>", r#"<div role="main">又</div><footer>"#, r#"<div role="main">"#),
    (
        "html/missing-banner",
        r#"<header><a href="../">"#,
        r#"<div><a href="../">"#,
        r#"<html lang="zh-Hans" dir="ltr">"#,
    ),
    ("html/several-banners", "<footer>", "<header>又</header><footer>", "<header>又"),
    ("html/missing-contentinfo", "<footer>", "<div>", r#"<html lang="zh-Hans" dir="ltr">"#),
    ("html/several-contentinfos", "</body>", "<footer>又</footer></body>", "<footer>又"),
    ("html/nav-without-name", r#"<nav aria-label="网站">"#, "<nav>", "<nav><ul>"),
    ("html/nav-same-name", r#"aria-label="网站""#, r#"aria-label="目录""#, r#"<nav role="doc-toc""#),
    (
        "html/nav-role-word",
        r#"aria-label="网站""#,
        r#"aria-label="网站导航""#,
        r#"<nav aria-label="网站导航">"#,
    ),
    (
        "html/missing-h1",
        r#"<h1 id="t">52/8. 公共服务</h1>"#,
        r#"<p id="t">52/8</p>"#,
        r#"<html lang="zh-Hans" dir="ltr">"#,
    ),
    ("html/several-h1", r#"<h2 id="pre">"#, r#"<h1 id="pre">"#, r#"<h1 id="pre">"#),
    ("html/heading-jump", r#"<h3 id="vote">"#, r#"<h4 id="vote">"#, r#"<h4 id="vote">"#),
    (
        "html/heading-jump",
        r#"<h3 id="vote">"#,
        r#"<p role="heading" aria-level="5" id="vote">"#,
        r#"<p role="heading""#,
    ),
    ("html/empty-heading", r#"<h3 id="vote">表决"#, r#"<h3 id="vote"> &#160;"#, r#"<h3 id="vote">"#),
    (
        "html/img-without-alt",
        "</article>",
        r#"<img src="../assets/logo.svg"></article>"#,
        "<img src=\"../assets/logo.svg\">",
    ),
    ("html/graphic-without-name", r#" aria-label="标志"><title>标志</title>"#, ">", r#"<svg role="img">"#),
    ("html/missing-lang", r#"<html lang="zh-Hans" "#, r#"<html "#, r#"<html dir="ltr">"#),
    ("html/missing-lang", r#"<html lang="zh-Hans" "#, r#"<html lang=" " "#, r#"<html lang=" ""#),
    ("html/older-lang", r#"<span lang="en">"#, r#"<span lang="en-GB-oed">"#, r#"<span lang="en-GB-oed">"#),
    ("html/invalid-lang", r#"<span lang="en">"#, r#"<span lang="english">"#, r#"<span lang="english">"#),
    ("html/invalid-lang", r#"<span lang="en">"#, r#"<span lang=" en">"#, r#"<span lang=" en">"#),
    ("html/invalid-lang", r#"<html lang="zh-Hans""#, r#"<html lang="zh_Hans""#, r#"<html lang="zh_Hans""#),
    (
        "html/lang-mismatch",
        r#"<html lang="zh-Hans""#,
        r#"<html xml:lang="zh" lang="zh-Hans""#,
        r#"<html xml:lang"#,
    ),
    (
        "html/label-language",
        r#"aria-label="网站""#,
        r#"aria-label="Website""#,
        r#"<nav aria-label="Website">"#,
    ),
    ("html/label-language", r#"alt="人权理事会决议""#, r#"alt="Council logo""#, r#"<img src="#),
    (
        "html/label-language",
        r#"<p id="pp-2">"#,
        r#"<p id="pp-2" title="Second">"#,
        r#"<p id="pp-2" title="Second">"#,
    ),
    ("html/label-language", "表决结果</span>", "vote</span>", r#"<span class="visually-hidden">"#),
    (
        "html/label-language",
        r#"<span lang="en">"#,
        r#"<span lang="en" title="易读">"#,
        r#"<span lang="en" title="易读">"#,
    ),
    ("html/language-of-parts", r#"<span lang="en">"#, "<span>", "easy read format"),
    ("html/language-of-parts", "easy read format", "easy 易读 format", "易读 format"),
    ("html/language-of-parts", "遵循</b>", "Distr</b>.: <i>General</i>", "Distr</b>"),
    ("html/table-without-caption", "<caption>表决结果</caption>", "<caption> </caption>", "<table>"),
    (
        "html/table-without-headers",
        r#"<th scope="col">赞成<th scope="col">反对"#,
        "<td>赞成<td>反对",
        "<table>",
    ),
    ("html/header-without-scope", "<td>33", "<th>33", "<th>33"),
    (
        "html/cells-overlap",
        "<td>33<td>13",
        r#"<td>33<td rowspan="2">13<tr><td colspan="2">34"#,
        r#"<td colspan="2">"#,
    ),
    ("html/uneven-rows", "<td>33<td>13", "<td>33<td>13<tr><td>33<td>13<tr><td>1", "<tr><td>1"),
    ("html/header-of-nothing", "<td>33<td>13", "<td>33", r#"<th scope="col">反对"#),
    ("html/headers-outside", "<td>33", r#"<td headers="t">33"#, r#"<td headers="t">"#),
    ("html/headers-outside", "<td>33", r#"<td id="z" headers="z">33"#, r#"<td id="z""#),
    ("html/empty-summary", "</article>", "<details><summary> </summary>文</details></article>", "<summary> "),
    (
        "html/empty-menu-item",
        "</article>",
        r#"<ul role="menu"><li role="menuitem"> </li></ul></article>"#,
        r#"<li role="menuitem">"#,
    ),
    ("html/field-without-name", "</article>", r#"日期<input type="date"></article>"#, "<input"),
    ("html/image-button-without-name", "</article>", r#"<input type="image"></article>"#, "<input"),
    ("html/range-without-name", "</article>", "<progress></progress></article>", "<progress>"),
    ("html/frame-without-name", "</article>", r#"<iframe srcdoc="文"></iframe></article>"#, "<iframe"),
    (
        "html/frame-left-out",
        "</article>",
        r#"<iframe title="图" tabindex="-1" srcdoc="&lt;a href=x&gt;文&lt;/a&gt;"></iframe></article>"#,
        "<iframe",
    ),
    ("html/object-without-name", "</article>", r#"<object data="a.png">图</object></article>"#, "<object"),
    (
        "html/object-without-name",
        "</article>",
        r#"<object data="data:image/png;base64,AA==">图</object></article>"#,
        "<object",
    ),
    (
        "html/hidden-focusable",
        "</article>",
        r##"<p aria-hidden="true"><a href="#t">文</a></p></article>"##,
        r##"<a href="#t">"##,
    ),
    (
        "html/nested-focusable",
        "</article>",
        r#"<button>开<b tabindex="0">字</b></button></article>"#,
        "<b tabindex",
    ),
    ("html/exposed-decoration", "</article>", r#"<img alt="" aria-label="图"></article>"#, r#"<img alt="""#),
    ("html/unknown-role", r#"<p id="pp-2">"#, r#"<p id="pp-2" role="段">"#, r#"<p id="pp-2""#),
    ("html/missing-state", r#"<p id="pp-2">"#, r#"<p id="pp-2" role="switch">"#, r#"<p id="pp-2""#),
    ("html/unknown-aria", r#"<p id="pp-2">"#, r#"<p id="pp-2" aria-lable="文">"#, r#"<p id="pp-2""#),
    ("html/aria-not-allowed", r#"<p id="pp-2">"#, r#"<p id="pp-2" aria-expanded="true">"#, r#"<p id="pp-2""#),
    ("html/aria-value", r#"<p id="pp-2">"#, r#"<p id="pp-2" aria-live="大声">"#, r#"<p id="pp-2""#),
    (
        "html/aria-value",
        r#"<p id="pp-2">"#,
        r#"<p id="pp-2" aria-level="0" role="heading">"#,
        r#"<p id="pp-2""#,
    ),
    (
        "html/aria-value",
        r#"<p id="pp-2">"#,
        r#"<p id="pp-2" role="radio" aria-checked="mixed">"#,
        r#"<p id="pp-2""#,
    ),
    ("html/wrong-child", "</article>", "<ul><p>文</p></ul></article>", "<p>文</p></ul>"),
    ("html/wrong-child", "</article>", "<ul>文</ul></article>", "<ul>文"),
    ("html/wrong-child", "</article>", "<ul>文<li>甲</ul></article>", "<ul>文"),
    ("html/wrong-parent", "</article>", "<div><li>甲</li></div></article>", "<li>甲"),
    ("html/wrong-parent", "</article>", "<div><dt>甲</dt></div></article>", "<dt>甲"),
    ("html/wrong-parent", "</article>", "<option>甲</option></article>", "<option>甲"),
    ("html/wrong-parent", r#"<p id="pp-2">"#, r#"<p id="pp-2" role="option">"#, r#"<p id="pp-2""#),
    ("html/wrong-parent", r#"<p id="pp-2">"#, r#"<p id="pp-2" role="listitem">"#, r#"<p id="pp-2""#),
    (
        "html/autocomplete",
        "</article>",
        r#"<input aria-label="邮箱" autocomplete="邮箱"></article>"#,
        "<input",
    ),
    ("html/moving-text", "</article>", "<marquee>文</marquee></article>", "<marquee>"),
    (
        "html/refresh",
        r#"<meta charset="utf-8">"#,
        r#"<meta charset="utf-8"><meta http-equiv="refresh" content="30">"#,
        "<meta http-equiv",
    ),
    (
        "html/late-refresh",
        r#"<meta charset="utf-8">"#,
        r#"<meta charset="utf-8"><meta http-equiv="refresh" content="80000; url=x">"#,
        "<meta http-equiv",
    ),
    (
        "html/wrong-language",
        r#"<span lang="en">easy read format</span>"#,
        r#"<span lang="fr">the right of all to be heard in it</span>"#,
        r#"<span lang="fr">"#,
    ),
    (
        "html/missing-title",
        "52/8 通过透明、负责、高效地提供公共服务 - 正式文本",
        " ",
        r#"<html lang="zh-Hans" dir="ltr">"#,
    ),
    ("html/no-skip-link", r##"<a class="skip" href="#main">跳到正文</a>"##, "", r#"<a href="../">"#),
    ("html/forbidden-name", r#"<p id="pp-2">"#, r#"<p id="pp-2" aria-label="第二段">"#, r#"<p id="pp-2""#),
    ("html/forbidden-name", r#"<code>"#, r#"<mark aria-label="码">码</mark><code>"#, "<mark"),
    ("html/forbidden-name", r#"<code>"#, r#"<code role="presentation" aria-label="码">"#, r#"<code role"#),
    (
        "html/deprecated-role",
        r#"<li id="fn1">"#,
        r#"<li role="doc-endnote" id="fn1">"#,
        r#"<li role="doc-endnote""#,
    ),
    (
        "html/misplaced-role",
        r#"<li id="fn1">"#,
        r#"<li role="doc-footnote" id="fn1">"#,
        r#"<li role="doc-footnote""#,
    ),
    ("html/misplaced-role", "<ol>", r#"<ol role="doc-endnotes">"#, r#"<ol role="doc-endnotes">"#),
    ("html/note-without-backlink", r#"role="doc-backlink""#, "", r#"<a role="doc-noteref""#),
    ("html/backlink-without-noteref", r##"href="#ref1""##, r##"href="#pre""##, r#"<a role="doc-backlink""#),
    (
        "html/dangling-reference",
        r#"<article aria-labelledby="t">"#,
        r#"<article aria-labelledby="t 无">"#,
        "<article",
    ),
    ("html/dangling-reference", r#"<p id="pp-2">"#, r#"<p id="pp-2" aria-flowto="没有">"#, r#"<p id="pp-2""#),
    ("html/dangling-reference", r#"<p id="pp-2">"#, r#"<p id="pp-2" aria-owns="没有">"#, r#"<p id="pp-2""#),
    ("html/dangling-reference", r#"aria-controls="vote""#, r#"aria-controls="没有""#, "<button"),
    ("html/style-attribute", r#"<p id="pp-2">"#, r#"<p id="pp-2" STYLE="color:red">"#, r#"<p id="pp-2""#),
    ("html/positive-tabindex", r#"<button "#, r#"<button tabindex="3" "#, "<button tabindex"),
    (
        "html/autoplay",
        "</article>",
        r#"<video src="../assets/logo.svg" autoplay></video></article>"#,
        "<video",
    ),
    (
        "html/broken-data",
        "</body>",
        r#"<script type="application/ld+json">{"名": 1,}</script></body>"#,
        r#"{"名": 1,}"#,
    ),
    ("html/script", "</body>", "<script>1</script></body>", "<script>"),
    ("html/script", "</body>", r#"<script src="../assets/reader.js"></script></body>"#, "<script"),
    ("html/script", "<footer>", r#"<footer onClick="x()">"#, "<footer onClick"),
    ("html/script", "mailto:a@example.org", "java&Tab;script:x()", r#"<a href="java&Tab;"#),
    ("html/third-party", "../assets/style.css", "//cdn.example.org/style.css", r#"<link rel="stylesheet""#),
    (
        "html/third-party",
        r#"<img src="../assets/logo.svg""#,
        r#"<img srcset="x.png 1x, https://a.example/x.png 2x""#,
        "<img srcset",
    ),
    (
        "html/third-party",
        r#"<meta charset="utf-8">"#,
        r#"<meta charset="utf-8"><style>p{background:u\72l(//a.example/字.png)}</style>"#,
        "//a.example",
    ),
    ("html/zoom-blocked", "initial-scale=1", "maximum-scale=1.9", r#"<meta name="viewport""#),
    ("html/zoom-limited", "initial-scale=1", "maximum-scale=2", r#"<meta name="viewport""#),
    ("html/zoom-blocked", "initial-scale=1", "user-scalable=No", r#"<meta name="viewport""#),
];

/// Rules that are shown by tests of their own: those about several pages, and one no text can bring about.
const ELSEWHERE: &[&str] = &["html/same-title", "html/not-read", "html/page-language"];

#[test]
fn the_good_page_has_no_findings() {
    assert_eq!(found(GOOD), []);
    assert_eq!(page(Page { path: "index.html", html: HOME }, &Allow::default()).findings().len(), 0);
}

#[test]
fn each_rule_finds_its_bad_page_at_the_right_place() {
    for &(rule, good, bad, at) in BROKEN {
        assert_eq!(GOOD.matches(good).count(), 1, "{rule}: “{good}” must be in the good page once");
        let html = GOOD.replace(good, bad);
        let offset = html.find(at).unwrap_or_else(|| panic!("{rule}: “{at}” is not in the bad page"));
        let line = html[..offset].matches('\n').count() as u32 + 1;
        let column = html[..offset].chars().rev().take_while(|&c| c != '\n').count() as u32 + 1;
        let found = found(&html);
        assert!(
            found.contains(&(rule, line, column)),
            "{rule} {line}:{column} for “{bad}”, but found {found:?}"
        );
    }
}

#[test]
fn every_rule_is_shown_and_every_finding_has_a_rule() {
    let shown: BTreeSet<&str> =
        BROKEN.iter().map(|broken| broken.0).chain(ELSEWHERE.iter().copied()).collect();
    let rules: BTreeSet<&str> = RULES.iter().map(|rule| rule.name).collect();
    assert_eq!(shown, rules);
    assert_eq!(rules.len(), RULES.len(), "names are unique");
    for rule in RULES {
        assert!(!rule.what.ends_with('.') && rule.help.ends_with('.'), "{}", rule.name);
    }
}

#[test]
fn a_bad_page_has_no_other_findings() {
    // One fault must not be told as many: where a change brings about a second fault, it is listed here.
    let also: HashMap<&str, &[&str]> = HashMap::from([
        ("html/duplicate-id", &[][..]),
        ("html/missing-lang", &[]),
        ("html/missing-banner", &[]),
        ("html/empty-link", &[]),
    ]);
    for &(rule, good, bad, _) in BROKEN.iter().filter(|broken| also.contains_key(broken.0)) {
        let html = GOOD.replace(good, bad);
        let others: Vec<_> = found(&html).into_iter().filter(|found| found.0 != rule).collect();
        assert_eq!(others.iter().map(|found| found.0).collect::<Vec<_>>(), also[rule], "{rule}: “{bad}”");
    }
}

#[test]
fn a_finding_names_the_markdown_it_came_from() {
    let html = GOOD.replace(r#"<h3 id="vote">"#, r#"<h5 id="vote">"#);
    let audit = audit(&html);
    let [finding] = audit.findings() else { panic!("one finding, not {:?}", audit.findings()) };
    assert_eq!(finding.message, "a heading of level 5 follows one of level 2 (from content/a.md:41)");
    assert!(matches!(&finding.place, Place::Source(source, _) if source.path() == "a/index.html"));
}

#[test]
fn allowed_names_and_scripts_are_not_found() {
    let html = GOOD
        .replace(r#"aria-label="网站""#, r#"aria-label="Curbcut""#)
        .replace("遵循</b>", "Nelson Mandela</b>")
        .replace("</body>", r#"<script src="../assets/reader.js"></script></body>"#);
    let rules: Vec<_> = found(&html).into_iter().map(|found| found.0).collect();
    assert_eq!(rules, ["html/label-language", "html/language-of-parts", "html/script"]);
    assert_eq!(
        audit(&html).findings()[1].message,
        "“Nelson Mandela” is not marked with its language (from content/a.md:41)"
    );
    let allow = Allow::default().name("Curbcut").name("Nelson Mandela").script("assets/reader.js");
    assert!(page(Page { path: "a/index.html", html: &html }, &allow).findings().is_empty());
}

#[test]
fn english_and_arabic_pages_have_their_own_script() {
    let page = |lang: &str, label: &str, text: &str| {
        let html = format!(
            r##"<html lang="{lang}"><title>T</title><body><a href="#m">x</a><header></header><main id="m">
<h1>1</h1><nav aria-label="{label}"></nav><p>{text}</main><footer></footer>"##
        );
        found(&html).into_iter().map(|found| found.0).collect::<Vec<_>>()
    };
    assert_eq!(page("en", "Contents", "as the Council — so it is “called” in français — decides"), [""; 0]);
    assert_eq!(page("en", "目录", "The text"), ["html/label-language"]);
    assert_eq!(page("en", "Contents", "the word 易读 means"), ["html/language-of-parts"]);
    assert_eq!(page("ar", "Contents", "نص سهل"), ["html/label-language"]);
    assert_eq!(page("ru", "Оглавление", "из текста Human Rights Council"), ["html/language-of-parts"]);
    assert_eq!(page("zh-Hans", "Оглавление", "文本"), ["html/label-language"]);
    assert_eq!(page("zh-u-nu-hanidec", "目录", "一，Права человека"), ["html/language-of-parts"]);
}

#[test]
fn the_words_of_a_page_are_in_the_language_it_says() {
    let rules = |lang: &str, text: &str| {
        let html = format!("<html lang={lang}><title>T</title><body><p>{text}");
        let found: Vec<_> = found(&html).into_iter().map(|found| found.0).collect();
        found.contains(&"html/page-language")
    };
    let text =
        "Everybody has the right to take part in the government of their country, and to be heard by it.";
    assert!(rules("fr", text) && rules("ga", text));
    assert!(!rules("en", text) && !rules("en-GB", text) && !rules("zh", text));
    // What says its own language is no word of the page.
    assert!(!rules("fr", &format!("<span lang=en>{text}</span>")));
}

fn site_of(pages: &[(&str, &str)]) -> Vec<Finding> {
    let audits: Vec<_> =
        pages.iter().map(|&(path, html)| page(Page { path, html }, &Allow::default())).collect();
    let exists = |path: &str| ["assets/style.css", "assets/logo.svg", "a/a.epub"].contains(&path);
    site(&audits, exists, |path| pages.iter().find(|page| page.0 == path).map(|page| page.1.to_owned()))
}

const EN: &str = r#"<html lang="en"><title>Home</title>"#;
const GLOSSARY: &str = r#"<html lang="zh-Hans"><title>词表</title><dt id="易读">易读"#;

#[test]
fn links_between_good_pages_are_alive() {
    let pages = [
        ("a/index.html", GOOD),
        ("index.html", HOME),
        ("en/index.html", EN),
        ("glossary/index.html", GLOSSARY),
    ];
    let found = site_of(&pages);
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn links_between_pages_that_lead_nowhere_are_found() {
    let home = HOME
        .replace(r#"href="a/a.epub""#, r#"href="a/b.epub""#)
        .replace("a/#pp-1", "a/?x#%70p-9")
        .replace("/a/index.html", "/b/");
    let pages = [
        ("a/index.html", GOOD),
        ("index.html", &home),
        ("en/index.html", EN),
        ("glossary/index.html", GLOSSARY),
    ];
    let found = site_of(&pages);
    let places: Vec<_> = found.iter().map(place).collect();
    assert_eq!(places, [("html/dead-fragment", 2, 74), ("html/dead-link", 3, 1), ("html/dead-link", 3, 27)]);
    assert_eq!(found[0].message, "no element of a/index.html has the id “pp-9” the address names");
    assert_eq!(found[1].message, "the address leads to “b/”, which is not in the site");
    assert_eq!(found[0].place.path(), "index.html");
}

/// Parts with ids that look encoded, that hold a space, and that are older names.
const PARTS: &str = r##"<html lang="zh-Hans"><title>各部分</title><p id="a%20b">一<p id="c d">二<p id="易读">三<p id="%E6%84%8F%E8%A7%81">四
<a id="e" name="f">五</a><a name="g">六</a><p id="100%">七<p id="e:~:x">八"##;

/// Fragments that lead somewhere in those parts, as browsers find them.
const ALIVE: &[&str] = &[
    "a%20b",
    "a b",
    "c%20d",
    "c d",
    "易读",
    "%E6%98%93%E8%AF%BB",
    "%E6%84%8F%E8%A7%81",
    "e",
    "f",
    "g",
    "%67",
    "100%",
    "top",
    "TOP",
    ":~:text=二",
    "e:~:text=%E4%BA%94,x",
    "e:~:x",
];

/// Fragments that lead nowhere in them: an id is its letters, and what is encoded is decoded once.
const DEAD: &[&str] =
    &["c%2520d", "E", "易", "%25E6%2598%2593%25E8%25AF%25BB", "x:~:text=二", "e%3A~%3Ax%20", "tip"];

#[test]
fn a_fragment_is_found_as_browsers_find_it() {
    let links = |page: &str, fragments: &[&str]| -> String {
        fragments.iter().map(|fragment| format!("<a href=\"{page}#{fragment}\">往下</a>\n")).collect()
    };
    let dead = |path: &str, html: &str| -> Vec<String> {
        let found = site_of(&[("b.html", PARTS), (path, html)]);
        let own = page(Page { path, html }, &Allow::default());
        let all = own.findings().iter().chain(&found).filter(|found| found.rule == "html/dead-fragment");
        all.map(|finding| finding.message.clone()).collect()
    };
    let inside = |fragments: &[&str]| dead("c.html", &format!("{PARTS}{}", links("", fragments)));
    let across = |fragments: &[&str]| dead("c.html", &links("b.html", fragments));
    assert_eq!(inside(ALIVE), [""; 0]);
    assert_eq!(across(ALIVE), [""; 0]);
    assert_eq!(inside(DEAD).len(), DEAD.len(), "{:?}", inside(DEAD));
    assert_eq!(across(DEAD).len(), DEAD.len(), "{:?}", across(DEAD));
    assert_eq!(across(&["%E6%98%93"]), ["no element of b.html has the id “易” the address names"]);
}

#[test]
fn what_a_style_attribute_loads_is_asked_for() {
    let html = GOOD.replace(
        "<p id=\"pp-1\">",
        "<p id=\"pp-1\" style=\"background: url(&quot;../没有.png&quot;), url(//example.org/a.png)\">",
    );
    let found: Vec<_> = site_of(&[
        ("a/index.html", &html),
        ("index.html", HOME),
        ("en/index.html", EN),
        ("glossary/index.html", GLOSSARY),
    ])
    .iter()
    .map(|finding| finding.message.clone())
    .collect();
    assert_eq!(found, ["the address leads to “没有.png”, which is not in the site (from content/a.md:41)"]);
    let rules: Vec<_> = audit(&html).findings().iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, ["html/style-attribute", "html/third-party"]);
}

#[test]
fn a_missing_style_sheet_is_a_dead_link() {
    let html = GOOD.replace("style.css", "styles.css");
    let pages = [
        ("a/index.html", &*html),
        ("index.html", HOME),
        ("en/index.html", EN),
        ("glossary/index.html", GLOSSARY),
    ];
    assert_eq!(site_of(&pages).iter().map(place).collect::<Vec<_>>(), [("html/dead-link", 7, 1)]);
}

#[test]
fn two_pages_with_one_title_are_found() {
    let translated = EN.replace("Home", "&#x9996;页");
    let same = translated.replace("\"en\"", "\"zh-Hans\"");
    let found = |other: &str| {
        site_of(&[
            ("index.html", HOME),
            ("a/index.html", GOOD),
            ("en/index.html", other),
            ("glossary/index.html", GLOSSARY),
        ])
    };
    // A translation may have the title of its original.
    assert_eq!(found(&translated).len(), 0);
    let found = found(&same);
    assert_eq!(found.iter().map(place).collect::<Vec<_>>(), [("html/same-title", 1, 29)]);
    assert_eq!(found[0].message, "index.html has the title “首页” too");
}

#[test]
fn a_finding_of_a_page_that_is_gone_names_the_page() {
    let audit = page(Page { path: "index.html", html: HOME }, &Allow::default());
    let found = site(&[audit], |_| false, |_| None);
    assert!(!found.is_empty());
    assert!(
        found.iter().all(|finding| matches!(&finding.place, Place::File(path) if &**path == "index.html"))
    );
}

#[test]
fn base_moves_relative_links() {
    let html = r#"<html lang="zh"><base href="/b/x.html"><title>题</title><a href="y.html">文</a><a href="z/">文</a>"#;
    let audits = [page(Page { path: "index.html", html }, &Allow::default())];
    let found = site(&audits, |path| path == "b/y.html", |_| Some(html.to_owned()));
    let messages: Vec<_> = found.iter().map(|finding| finding.message.as_str()).collect();
    assert_eq!(messages, ["the address leads to “b/z/”, which is not in the site"]);
}

#[test]
fn a_page_that_sends_on_needs_no_outline_but_a_target() {
    let html = r#"<html lang="zh"><meta http-equiv="refresh" content="0; url=neu/"><title>首页</title>"#;
    assert_eq!(found(html), []);
    let audits = [page(Page { path: "index.html", html }, &Allow::default())];
    let rules: Vec<_> = site(&audits, |_| false, |_| None).iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, ["html/dead-link"]);
}

#[test]
fn end_tags_left_out_do_not_leak() {
    // Were the p or li still open, what follows would be English; were the header in a section, no banner.
    let html = r##"<html lang="zh-Hans"><title>题</title><body><a href="#m">跳</a><section><p>文</section><header>名</header>
<main id="m"><h1>题</h1><ul><li lang="en">one two<li aria-label="目录">文</ul><p lang="en">one two<p title="甲">文</p>
<table aria-label="表"><tr><th scope="col" lang="en">Name<th scope="col" title="票">票<tr><td>一<td>二</table></main><footer></footer>"##;
    assert_eq!(found(html), []);
    let leaked = html.replace("<li aria-label", "<b title");
    assert_eq!(found(&leaked).iter().map(|found| found.0).collect::<Vec<_>>(), ["html/label-language"; 1]);
}

#[test]
fn comments_scripts_and_hidden_text_are_not_read() {
    let html = GOOD
        .replace("<footer>", r#"<style>p { margin: auto }</style><!-- one two <h5> --><footer>"#)
        .replace(
            "</article>",
            r#"<p hidden>one two three</p><script type="application/json">{"a b": "c d"}</script></article>"#,
        );
    assert_eq!(found(&html), []);
    let shown = html.replace("<p hidden>", "<p>");
    assert_eq!(found(&shown).len(), 1);
}

#[test]
fn many_findings_of_a_rule_are_counted_not_listed() {
    let html =
        GOOD.replace("</article>", &format!("{}</article>", "<img src=\"../assets/logo.svg\">\n".repeat(60)));
    let audit = audit(&html);
    assert_eq!(audit.findings().len(), 50);
    let last = audit.findings().last().map(|finding| finding.message.as_str());
    assert_eq!(last, Some("the image has no alt; 10 more like this follow on the page"));
    assert_eq!(audit.findings().iter().map(|finding| 1 + finding.more).sum::<u32>(), 60);
}

/// How their time grows is measured by `scripts/measure-growth`.
#[test]
fn hostile_pages_are_read_to_their_end() {
    let shapes: &[(&str, &str)] = &[
        ("<div>", ""),
        ("<div>", "</span>"),
        ("<x-y>", "</x-z>"),
        ("<li><ul>", "<li>"),
        ("<p><div><b>", "<p></p>"),
        ("<a href=#a id=a>", "</a>"),
        ("<table>", "<td>"),
        ("<nav aria-labelledby=a>", "<h1 lang=zh>"),
        ("<!-- --!", "<!---->"),
        ("</", "<"),
        ("&#", "a b 中 "),
        ("<button><span class=sr-only>one", "</button>"),
        ("<i lang=a>", "<i lang=en>a b"),
        ("<title>", "</title"),
        ("<a role=doc-noteref href=#b id=b>", "<a role=doc-backlink href=#b>"),
    ];
    for &(first, second) in shapes {
        let count = 16_000;
        let html = format!("<html lang=zh>{}{}", first.repeat(count), second.repeat(count));
        let audit = audit(&html);
        // No tag is told of more often than there are rules.
        let most = RULES.len() * count * 3;
        assert!(audit.findings().len() <= most, "“{first}” then “{second}”: {}", audit.findings().len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_text_makes_it_panic(html in "\\PC*") {
        audit(&html);
    }

    #[test]
    fn no_markup_makes_it_panic(parts in prop::collection::vec(prop::sample::select(vec![
        "<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<a href=", "#", "'", "\"", "<svg>", "<title>", "</title>",
        "<script>", "</script>", "<table>", "<td>", "<li>", "<p>", "</p>", "<h3>", "<h1>", "<button>", "</button>", " lang=zh",
        " lang='", " aria-label=目录", " id=甲", " style", "&nbsp;", "&#x", "&", ";", "易读", "one two", "\u{0}", "\u{FEFF}", "é",
        "<nav", "<main>", "</main>", "<base href=..>", "<math>", "<template>", "<plaintext>", "<select>", "<option>", "%", "\n",
    ]), 0..60)) {
        let html = parts.concat();
        let audit = audit(&html);
        for finding in audit.findings() {
            prop_assert!(RULES.iter().any(|rule| rule.name == finding.rule));
            if let Place::Source(source, span) = &finding.place {
                prop_assert!(span.start <= span.end && source.text().get(span.range()).is_some(), "{span:?}");
            }
        }
        site(&[audit], |_| false, |_| Some(html.clone()));
    }

    #[test]
    fn bytes_that_are_no_text_do_not_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        audit(&String::from_utf8_lossy(&bytes));
    }
}

/// What is put into a good page, and the ACT rules that its one finding fails.
const ACT: &[(&str, &str, &str, &[&str])] = &[
    ("html/missing-title", "52/8 通过透明、负责、高效地提供公共服务 - 正式文本", "", &["2779a5"]),
    ("html/missing-lang", "<html lang=\"zh-Hans\" dir", "<html dir", &["b5c3f8"]),
    ("html/invalid-lang", "<html lang=\"zh-Hans\"", "<html lang=\"中文\"", &["bf051a"]),
    ("html/invalid-lang", "<span lang=\"en\">", "<span lang=\"英文\">", &["de46e4"]),
    ("html/invalid-lang", "<span lang=\"en\">", "<span lang=\"eng\">", &["de46e4"]),
    ("html/invalid-lang", "<span lang=\"en\">", "<span lang=\"  \">", &["de46e4"]),
    ("html/invalid-lang", "<span lang=\"en\">", "<span lang=\"en-UKK\">", &[]),
    // Nobody hears the language of what holds no words.
    ("html/invalid-lang", "<button", "<span lang=\"英文\"></span><button", &[]),
    ("html/invalid-lang", "<button", "<span lang=\"英文\"><i hidden>x</i></span><button", &[]),
    (
        "html/invalid-lang",
        "<button",
        "<span lang=\"英文\"><i><img src=\"../assets/logo.svg\" alt=\"图\"></i></span><button",
        &["de46e4"],
    ),
    ("html/invalid-lang", "<html lang=\"zh-Hans\"", "<html lang=\"zh-Hanz\"", &[]),
    ("html/older-lang", "<span lang=\"en\">", "<span lang=\"i-lux\">", &["de46e4"]),
    ("html/older-lang", "<span lang=\"en\">", "<span lang=\"en-GB-oed\">", &[]),
    ("html/lang-mismatch", "<html lang=\"zh-Hans\"", "<html lang=\"zh-Hans\" xml:lang=\"en\"", &["5b7ae0"]),
    ("html/lang-mismatch", "<html lang=\"zh-Hans\"", "<html lang=\"zh-Hans\" xml:lang=\"zh\"", &[]),
    ("html/img-without-alt", " alt=\"人权理事会决议\"", "", &["23a2a8"]),
    (
        "html/image-button-without-name",
        "<button",
        "<input type=\"image\" src=\"../assets/logo.svg\"><button",
        &["59796f"],
    ),
    ("html/empty-link", "<button", "<a href=\"../\"></a><button", &["c487ae"]),
    ("html/empty-button", "<button", "<button></button><button", &["97a4e1"]),
    ("html/empty-heading", "<button", "<h3></h3><button", &["ffd0e9"]),
    ("html/graphic-without-name", "<button", "<svg role=\"img\"></svg><button", &["7d6734"]),
    ("html/zoom-blocked", "initial-scale=1", "user-scalable=no", &["b4f0c3"]),
    ("html/zoom-blocked", "initial-scale=1", "maximum-scale=1.9", &["b4f0c3"]),
    ("html/zoom-limited", "initial-scale=1", "maximum-scale=2", &[]),
    ("html/no-skip-link", "<a class=\"skip\" href=\"#main\">跳到正文</a>", "", &[]),
];

#[test]
fn a_finding_names_the_act_rule_it_fails() {
    for &(rule, good, bad, act) in ACT {
        let html = GOOD.replacen(good, bad, 1);
        assert_ne!(html, GOOD, "{good}");
        let page = audit(&html);
        let found: Vec<_> = page.findings().iter().filter(|finding| finding.rule == rule).collect();
        assert_eq!(found.iter().map(|finding| finding.act).collect::<Vec<_>>(), [act], "{rule}: {bad}");
    }
    // What more is asked for than the W3C does is said in words.
    let wide = audit(&GOOD.replace("initial-scale=1", "maximum-scale=3"));
    assert_eq!(
        wide.findings()[0].message,
        "the viewport says maximum-scale=3, which is enough for WCAG and too little for readers of large print"
    );
}

#[test]
fn what_a_script_may_fill_fails_no_act_rule() {
    let empty = |script: &str| {
        let html = GOOD.replace("</head>", &format!("{script}</head>"));
        let html =
            html.replace("<footer>", "<footer><h2></h2>").replace("initial-scale=1", "maximum-scale=1");
        page(Page { path: "a/index.html", html: &html }, &Allow::default().script("assets/reader.js"))
    };
    let of = |page: &PageAudit, rule| {
        let finding = page.findings().iter().find(|finding| finding.rule == rule).unwrap();
        (finding.act, finding.message.clone())
    };
    for script in [
        "<script>x()</script>",
        "<script src=\"../app.js\"></script>",
        "<script type=\"module\">x()</script>",
    ] {
        let page = empty(script);
        assert_eq!(
            of(&page, "html/empty-heading"),
            (&[][..], "the heading is empty; a script of the page may change that".to_owned())
        );
        assert_eq!(of(&page, "html/zoom-blocked").0, ["b4f0c3"], "it stands in the page: {script}");
    }
    for script in [
        "",
        "<script type=\"application/ld+json\">{}</script>",
        "<script src=\"../assets/reader.js\"></script>",
    ] {
        assert_eq!(
            of(&empty(script), "html/empty-heading"),
            (&["ffd0e9"][..], "the heading is empty".to_owned())
        );
    }
}

#[test]
fn a_table_that_lays_things_out_is_asked_for_nothing() {
    let found = |table: &str| -> Vec<&'static str> {
        let html = GOOD.replace("<button", &format!("{table}<button"));
        let page = audit(&html);
        let found = page.findings().iter().map(|finding| finding.rule);
        found.filter(|rule| rule.starts_with("html/table")).collect()
    };
    let cells = "<tr><td>甲<td>乙<tr><td>丙<td>丁";
    for layout in [
        format!("<table role=\"presentation\">{cells}</table>"),
        format!("<table role=\"none\">{cells}</table>"),
        "<table><tr><td>左<td>右</table>".to_owned(),
        "<table><tr><td>上<tr><td>下</table>".to_owned(),
        "<table><tr><td>左<td><table role=\"none\"><tr><td>里<td>外</table><tr><td>下<td>角</table>"
            .to_owned(),
    ] {
        assert_eq!(found(&layout), [""; 0], "{layout}");
    }
    for data in [
        format!("<table>{cells}</table>"),
        "<table summary=\"表决\"><tr><td>赞成<td>反对</table>".to_owned(),
        "<table><thead><tr><td>赞成<td>反对</table>".to_owned(),
        "<table><tr><td scope=\"col\">赞成<tr><td>33</table>".to_owned(),
    ] {
        assert_eq!(found(&data), ["html/table-without-caption", "html/table-without-headers"], "{data}");
    }
    let captioned = "<table><caption>表决</caption><tr><td>赞成<td>反对</table>";
    assert_eq!(found(captioned), ["html/table-without-headers"]);
}

#[test]
fn a_house_rule_cites_no_criterion_and_its_findings_say_so() {
    for rule in curbcut::audit::every_rule() {
        assert_eq!(rule.house, rule.criterion.starts_with("house rule: "), "{}", rule.name);
        let digits = rule.criterion.contains(|c: char| c.is_ascii_digit());
        assert!(!rule.house || !digits && rule.act.is_empty(), "{}: {}", rule.name, rule.criterion);
    }
    let house = |good: &str, bad: &str| -> Vec<(&'static str, bool)> {
        let html = GOOD.replacen(good, bad, 1);
        assert_ne!(html, GOOD, "{good}");
        let page = audit(&html);
        page.findings().iter().map(|finding| (finding.rule, finding.house)).collect()
    };
    let before = |element: &str| house("<button", &format!("{element}<button"));
    assert_eq!(house("<footer>", "<div>"), [("html/missing-contentinfo", true)]);
    assert_eq!(house("<caption>表决结果</caption>", ""), [("html/table-without-caption", true)]);
    // A row of headers says by its place what each heads; a header beside cells does not.
    assert_eq!(house("<th scope=\"col\">赞成", "<th>赞成"), []);
    assert_eq!(house("<tbody><tr><td>33", "<tbody><tr><th>33"), [("html/header-without-scope", true)]);
    assert_eq!(
        house("<p id=\"pp-1\">", "<p id=\"pp-1\" style=\"color: red\">"),
        [("html/style-attribute", true)]
    );
    // The same rule asks for more than WCAG in some cases alone.
    assert_eq!(before("<video src=\"a.mp4\" autoplay muted loop></video>"), [("html/autoplay", true)]);
    assert_eq!(before("<video src=\"a.mp4\" autoplay controls></video>"), [("html/autoplay", true)]);
    assert_eq!(before("<video src=\"a.mp4\" autoplay></video>"), [("html/autoplay", false)]);
    assert_eq!(before("<audio src=\"a.mp3\" autoplay muted></audio>"), [("html/autoplay", false)]);
    assert_eq!(house("initial-scale=1", "maximum-scale=3"), [("html/zoom-limited", true)]);
    assert_eq!(house("initial-scale=1", "maximum-scale=1"), [("html/zoom-blocked", false)]);
    assert_eq!(
        house("aria-controls=\"vote\"", "aria-controls=\"没有\""),
        [("html/dangling-reference", true)]
    );
    assert_eq!(
        house("aria-labelledby=\"pre\"", "aria-labelledby=\"没有\""),
        [("html/dangling-reference", false)]
    );
    assert_eq!(house("<a class=\"skip\" href=\"#main\">跳到正文</a>", ""), [("html/no-skip-link", true)]);
    let bare = audit("<html lang=\"zh\"><title>页</title><a href=\"a.html\">甲</a><p>文");
    assert!(bare.findings().iter().any(|finding| finding.rule == "html/no-skip-link" && !finding.house));
}

#[test]
fn a_tag_of_an_older_form_is_valid() {
    for tag in [
        "zh-cmn-Hans",
        "zh-cmn-Hans-CN",
        "zh-yue",
        "zh-min-nan",
        "sgn-ase",
        "und",
        "en-GB-oed",
        "i-klingon",
        "x-easy",
        "qaa",
    ] {
        let html = GOOD.replace("<span lang=\"en\">easy read format", &format!("<span lang=\"{tag}\">x"));
        let page = audit(&html);
        assert!(
            page.findings().iter().all(|finding| finding.severity == Severity::Note),
            "{tag}: {:?}",
            page.findings()
        );
    }
    // It says which script its words are in.
    let chinese = GOOD.replace("<html lang=\"zh-Hans\"", "<html lang=\"zh-cmn-Hans\"");
    assert_eq!(found(&chinese), []);
    let english = GOOD.replace("<html lang=\"zh-Hans\"", "<html lang=\"en-GB-oed\"");
    assert!(audit(&english).findings().iter().any(|finding| finding.rule == "html/page-language"));
}

#[test]
fn what_a_rule_cites_is_listed_as_seen_and_what_is_seen_is_cited() {
    let of_pages = curbcut::audit::every_rule()
        .filter(|rule| !rule.house)
        .map(|rule| (rule.name, rule.criterion.to_owned()));
    let of_texts = curbcut::check::rules::RULES.iter();
    let of_texts =
        of_texts.map(|rule| (rule.name, format!("{}; {}", rule.criterion.unwrap_or_default(), rule.source)));
    let cited: Vec<(&str, String)> = of_pages.chain(of_texts).collect();
    for (rule, source) in &cited {
        for criterion in named_in(source) {
            assert_ne!(criterion.reach, Reach::NotHere, "{rule} cites {}", criterion.number);
        }
        // Other standards have versions of three numbers.
        let of_wcag = source.split(';').filter(|source| source.contains("WCAG"));
        let numbers = of_wcag.flat_map(|source| source.split(|c: char| !c.is_ascii_digit() && c != '.'));
        let numbers = numbers.map(|word| word.trim_matches('.')).filter(|word| word.split('.').count() == 3);
        for number in numbers {
            assert!(CRITERIA.iter().any(|criterion| criterion.number == number), "{rule} cites {number}");
        }
    }
    for criterion in CRITERIA.iter().filter(|criterion| criterion.reach != Reach::NotHere) {
        let is_cited =
            cited.iter().any(|(_, source)| named_in(source).any(|it| it.number == criterion.number));
        assert!(is_cited, "no rule serves {}", criterion.number);
    }
}

#[test]
fn what_browsers_make_of_it_is_judged() {
    let with = |element: &str| broken(&GOOD.replacen("<button", &format!("{element}<button"), 1));
    for right in [
        // A button ends the button that is open.
        "<button>甲<button>乙</button></button>",
        "<p>甲<svg aria-label=\"图\" role=\"img\"><foreignObject><p>乙</p></foreignObject></svg></p>",
        "<meta http-equiv=\"refresh\" content=\";url=没有\">",
        "<dl><div><dt>甲</dt><dd>乙</dd></div></dl>",
        "<dl><dt>甲<dd>乙</dl><menu><li>甲</menu>",
        "<select aria-label=\"选\"><optgroup label=\"组\"><option>甲</optgroup></select><my-list><li>甲</li></my-list>",
        "<label>进度<progress></progress></label>",
        "<label>颜色<input list=\"d\"></label><datalist id=\"d\"><option>红</option></datalist>",
        "<table role=\"grid\" aria-label=\"表\"><tr><th scope=\"col\">头</tr><tr><td aria-colindextext=\"第一列\">格</tr></table>",
        "<p><span role=\"img\" aria-label=\"图\"></span><span role=\"checkbox\" aria-checked=\"mixed\" tabindex=\"0\">半</span></p>",
    ] {
        assert_eq!(with(right), [""; 0], "{right}");
    }
    // The fields in the first legend can be used, where the others cannot.
    let set = |inside: &str| {
        with(&format!("<div aria-hidden=\"true\"><fieldset disabled>{inside}</fieldset></div>"))
    };
    assert_eq!(set("<legend><input></legend>"), ["html/hidden-focusable"]);
    assert_eq!(set("<legend>甲</legend><legend><input></legend><input>"), [""; 0]);
    let image =
        audit(&GOOD.replace("<button", "<img alt=\"\" tabindex=\"0\" src=\"../assets/logo.svg\"><button"));
    let empty = "the image has an empty alt, but is given to assistive technology all the same";
    assert!(image.findings().iter().any(|finding| finding.message.starts_with(empty)));
    // What browsers pass over sends nobody on, so the page is judged whole.
    let seen = audit(
        "<html lang=\"zh\"><title>页</title><meta http-equiv=\"refresh\" content=\"x;url=a.html\"><p>文",
    );
    assert!(seen.findings().iter().any(|finding| finding.rule == "html/missing-h1"));
}

/// The rules that a page breaks which good pages keep.
fn broken(html: &str) -> Vec<&'static str> {
    audit(html).findings().iter().map(|finding| finding.rule).collect()
}

#[test]
fn a_base_above_the_page_is_no_other_host() {
    let based = |base: &str| GOOD.replacen("<title>", &format!("<base href=\"{base}\"><title>"), 1);
    let above = broken(&based("../../../"));
    assert!(above.contains(&"html/dead-link") && !above.contains(&"html/third-party"), "{above:?}");
    assert!(broken(&based("https://example.org/")).contains(&"html/third-party"));
}

#[test]
fn the_name_of_a_link_is_no_second_id() {
    let with = |anchors: &str| broken(&GOOD.replacen("<button", &format!("{anchors}<button"), 1));
    let both = "<a name=\"附件\">附件</a><h3 id=\"附件\">附件</h3><a href=\"#附件\">看附件</a>";
    assert!(!with(both).contains(&"html/duplicate-id"));
    assert!(with(&format!("{both}<p id=\"附件\">又</p>")).contains(&"html/duplicate-id"));
}

#[test]
fn a_page_in_another_script_than_it_says_is_found_once() {
    let words = "<p>人权理事会决定设立无障碍的网上知识库，请各国提交材料。<img src=\"../assets/logo.svg\" alt=\"稳压器\">请看附件。</p>";
    let page = |lang: &str, body: &str| {
        format!(
            "<!DOCTYPE html><html lang=\"{lang}\"><title>页</title><body><h1>决议</h1>{body}</body></html>"
        )
    };
    let languages = |html: &str| -> Vec<&str> {
        let found = broken(html);
        found.into_iter().filter(|rule| rule.contains("language")).collect()
    };
    assert_eq!(languages(&page("en", &words.repeat(3))), ["html/page-language"]);
    assert_eq!(languages(&page("zh", &words.repeat(3))), [""; 0]);
    // A passage in a page that is in its language is one of the other.
    let english = "<p>The Council decides to set up an accessible online repository, and asks States to send material.</p>";
    let mixed = page("en", &english.repeat(4)).replace("</body>", &format!("{words}</body>"));
    assert!(!languages(&mixed).contains(&"html/page-language") && languages(&mixed).len() > 1);
    assert_eq!(languages(&page("zh", &english.repeat(4))), ["html/page-language"]);
}

#[test]
fn what_stands_in_a_template_is_no_part_of_the_page() {
    let with = |inside: &str, after: &str| {
        broken(&GOOD.replacen("<button", &format!("<template>{inside}</template>{after}<button"), 1))
    };
    let inside = "<p id=\"main\">又</p><a href=\"zz.html\"></a><img src=\"x.png\"><h6></h6><table><tr><th></table>\
        <meta http-equiv=\"refresh\" content=\"5\"><script>x</script><style>@import url(https://a.b/x)</style><title></title>";
    assert_eq!(with(inside, ""), [""; 0]);
    assert_eq!(with("<label for=\"q\">名</label>", "<input id=\"q\">"), ["html/field-without-name"]);
    assert_eq!(with("<p id=\"里\">名</p>", "<a href=\"#里\">去</a>"), ["html/dead-fragment"]);
    // Browsers show a declared shadow tree from the start.
    let shown = GOOD.replacen(
        "<button",
        "<template shadowrootmode=\"open\"><a href=\"zz.html\">去</a></template><button",
        1,
    );
    assert_eq!(site_of(&[("a/index.html", &shown)]).len(), 1 + site_of(&[("a/index.html", GOOD)]).len());
}
