//! Words of a source that were on no page and in no finding.

use crate::support::{Ran, curbcut};
use crate::support::{Site, errors};

const HEAD: &str =
    "---\ntitle: 例子\nkind: document\ndate: 2026-01-15\nsummary: 这是一个例子。它有两句话。\n---\n\n";
const ENGLISH: &str = "---\ntitle: A test document\nkind: document\ndate: 2026-01-15\nsummary: This is a test. It has two sentences.\n---\n\n";

fn chinese(body: &str) -> Site {
    Site::new(&[("content/a/index.md", &format!("{HEAD}{body}"))])
}

fn english(body: &str) -> Site {
    let site = Site::new(&[("content/a/index.md", &format!("{ENGLISH}{body}"))]);
    site.write(
        "book.toml",
        "[book]\ntitle = \"Test site\"\nauthors = [\"Team\"]\nlanguage = \"en\"\ndescription = \"Test.\"\n",
    );
    site
}

/// The page of a site that must be published.
#[track_caller]
fn page(site: &Site) -> String {
    let built = site.build();
    assert_eq!(errors(&built.findings), [""; 0], "{:?}", built.findings);
    site.page("a/index.html")
}

#[track_caller]
fn holds(text: &str, pieces: &[&str]) {
    for piece in pieces {
        assert!(text.contains(piece), "{piece:?} in {text}");
    }
}

fn check(site: &Site) -> Ran {
    curbcut(site.root(), &["check"])
}

/// What `check` says of the places of one rule: `line:column`.
fn places(site: &Site, rule: &str) -> Vec<String> {
    let ran = curbcut(site.root(), &["check", "--format", "json"]);
    let report: serde_json::Value =
        serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {ran:?}"));
    let findings =
        report.as_array().or_else(|| report["findings"].as_array()).unwrap_or_else(|| panic!("{report}"));
    findings
        .iter()
        .filter(|finding| finding["rule"] == rule)
        .map(|finding| format!("{}:{}", finding["line"], finding["column"]))
        .collect()
}

#[test]
fn an_element_around_blocks_stays_around_them() {
    let body = "Before.\n\n<div lang=\"fr\">\n\nToute personne a droit à la liberté et à la sûreté.\n\n</div>\n\n\
        <div lang=\"ar\" dir=\"rtl\">\n\nلكل إنسان الحق في الحرية.\n\n</div>\n";
    let site = english(body);
    let html = page(&site);
    let words =
        html.split_once("<div lang=\"fr\">\n<p id=\"p-2\">Toute personne").expect("the French words").1;
    holds(words, &["</p>\n</div>\n<div lang=\"ar\" dir=\"rtl\">\n<p id=\"p-3\">لكل إنسان"]);
    assert!(!check(&site).out.contains("language/"), "{:?}", check(&site));

    let body = "<details>\n<summary>更多</summary>\n\n## 附件\n\n- **一**\n\n</details>\n\n<section>\n\n表：费用\n\n| 项目 | 钱 |\n|---|---|\n| 成人 | 5 |\n\n</section>\n\n\
        <figure>\n\n![两个人坐在桌边](图.svg)\n\n<figcaption>说明</figcaption>\n</figure>\n\n<div dir=\"rtl\"><blockquote>\n\n引文\n\n</blockquote>\n后面的话\n</div>\n";
    let site = chinese(body);
    site.write(
        "content/a/图.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><title>图</title></svg>",
    );
    let html = page(&site);
    holds(
        &html,
        &[
            "<details>\n<summary>更多</summary>\n<h2 id=\"fu-jian\">附件</h2>",
            "<strong>一</strong>",
            "</details>\n<section>\n<div class=\"table\"",
            "<caption>费用</caption>",
            "</section>\n<figure>\n<p id=\"p-1\"><img",
            "<figcaption>说明</figcaption>\n</figure>",
            "<div dir=\"rtl\">\n<blockquote>\n<p id=\"p-2\">引文</p>\n</blockquote>\n后面的话\n</div>",
            "href=\"#fu-jian\"",
        ],
    );
}

#[test]
fn an_element_that_cannot_hold_blocks_is_an_error() {
    for (body, place) in [
        ("<div lang=\"fr\">\n\n话\n", "8:1"),
        ("话\n\n</div>\n", "10:1"),
        ("<table>\n<tr><td>\n\n**话**\n\n</td></tr></table>\n", "8:1"),
        ("<p lang=\"fr\">\n\n话\n", "8:1"),
        ("<span lang=\"fr\">\n\n话\n\n</span>\n", "8:1"),
        ("> <div lang=\"fr\">\n>\n> 话\n\n</div>\n", "8:3"),
        ("<!-- 话\n\n更多的话\n", "8:1"),
        ("<div title=\"话\n\n更多的话\n", "8:1"),
    ] {
        let found = places(&chinese(body), "markdown/unbalanced-html");
        assert_eq!(found.first().map(String::as_str), Some(place), "{body}: {found:?}");
    }
}

#[test]
fn words_in_braces_are_words() {
    let site =
        english("## The set {a, b}\n\nText.\n\n## Article 5 {new}\n\nText.\n\n## 背景 {#bei}\n\nText.\n");
    holds(&page(&site), &[">The set {a, b}</h2>", ">Article 5 {new}</h2>", "<h2 id=\"bei\">背景</h2>"]);
    let site = english("## Les droits {#droits lang=fr}\n\nText.\n");
    assert_eq!(places(&site, "markdown/lost-words"), ["8:24"]);
    let site = chinese("## 集合 {甲、乙}\n\n话。\n");
    site.write(
        "content/a/easy-read.md",
        "---\ntitle: 例子\nabout: 这是例子。\n---\n\n## 集合 {甲}\n\n话。\n\n> ## 二 {covers=p-1}\n",
    );
    assert_eq!(places(&site, "easy-read/unknown-attribute"), ["6:8", "10:3"]);
}

#[test]
fn cells_beyond_the_head_are_an_error_at_their_row() {
    let site = english(
        "Table: Fees\n\n| Item | Fee |\n|---|---|\n| Adult | 5 | only on Monday |\n| `a|b` | 7 |\n| Child | 3 | |\n| A | 1 | + |\n",
    );
    assert_eq!(places(&site, "markdown/lost-words"), ["12:15", "13:11", "15:11"]);
    assert!(check(&site).code == 1);
    let site = chinese("> 表：费用\n>\n> | 项目 | 钱 |\n> |---|---|\n> | 成人 | 5 | 只在星期一 |\n");
    assert_eq!(places(&site, "markdown/lost-words"), ["12:14"]);
}

#[test]
fn what_yaml_cuts_off_is_found() {
    let site = english("");
    site.write(
        "content/a/index.md",
        "---\ntitle: Report on item #4 of the agenda\nkind: document\nsummary: We met on Monday #1. We spoke about buses. Then we ate.\n---\n\nText.\n",
    );
    assert_eq!(places(&site, "front-matter/cut-value"), ["2:23", "4:27"]);
    let site = chinese("话。\n");
    site.write("content/glossary.yaml", "- term: 决议\n  meaning: 很多国家 #一起 写的话。\n");
    site.write(
        "content/pictures.yaml",
        "report:\n  file: a/图.svg\n  author: 甲 #乙\n  licence: CC0-1.0 # 公有\n",
    );
    assert_eq!(places(&site, "front-matter/cut-value"), ["2:17", "3:13", "4:20"]);
}

#[test]
fn a_text_with_another_ending_is_an_error() {
    let site = chinese("话。\n");
    for path in [
        "b/INDEX.MD",
        "a/easy-read.Md",
        "c/index.markdown",
        "d/index.en.mkd",
        "e/index.mdown",
        "f/index．md",
        "glossary.yml",
        "a/REVIEW.YAML",
    ] {
        site.write(&format!("content/{path}"), HEAD);
    }
    let ran = check(&site);
    assert_eq!((ran.code, ran.out.matches("content/unknown-file").count()), (1, 8), "{ran:?}");
}

#[test]
fn links_are_addresses() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><title>图</title></svg>";
    let site = chinese(
        "![一](my%20picture.svg) ![二](%E5%9B%BE.svg) ![三](<no #1.svg>) ![四](100%.svg) [表](the%20form.pdf) [法](../%E6%B3%95/index.md#%E8%83%8C%E6%99%AF) [那里](#%E8%83%8C%E6%99%AF)\n\n\
         写信给 <office@example.org>，看 <https://example.org/a>。\n\n## 背景 {#背景}\n\n话。\n",
    );
    for name in ["my picture.svg", "图.svg", "no #1.svg", "100%.svg"] {
        site.write(&format!("content/a/{name}"), svg);
    }
    site.write("content/a/the form.pdf", "%PDF-1.7");
    site.write("content/法/index.md", format!("{HEAD}## 法 {{#背景}}\n\n话。\n"));
    holds(
        &page(&site),
        &[
            "src=\"my%20picture.svg\"",
            "src=\"%E5%9B%BE.svg\"",
            "src=\"no%20%231.svg\"",
            "src=\"100%25.svg\"",
            "href=\"the%20form.pdf\"",
            "href=\"../%E6%B3%95/index.html#背景\"",
            "href=\"#背景\"",
            "<a href=\"mailto:office@example.org\" data-print=\"\">office@example.org</a>",
            "<a href=\"https://example.org/a\" data-print=\"\">https://example.org/a</a>",
        ],
    );
    let site = chinese("看[表](我的 表.pdf)和[注](下称 附件)。\n");
    assert_eq!(places(&site, "link/spaces-in-target"), ["8:5"]);
    let site = chinese("写信给[办公室](mailto:web wexcombe)。\n");
    assert_eq!(places(&site, "link/spaces-in-target"), ["8:9"]);
    let ran = check(&site);
    assert!(ran.code == 1 && ran.out.contains("Write the address without spaces"), "{}", ran.out);
}

#[test]
fn what_a_link_or_a_title_holds_is_there_for_paper_once() {
    let site = chinese(
        "请[写信](mailto:office@example.org?subject=a)，看[网站](https://example.org/a)和[example.org/b](https://example.org/b/)。\n\n\
         见<abbr title=\"残疾人权利公约\">公约</abbr>，又见<abbr title=\"残疾人权利公约\">公约</abbr>，\
         见《人权宣言》（<abbr title=\"人权宣言\">宣言</abbr>）。\n",
    );
    holds(
        &page(&site),
        &[
            "<a href=\"mailto:office@example.org?subject=a\" data-print=\"office@example.org\">写信</a>",
            "<a href=\"https://example.org/a\">网站</a>",
            "<a href=\"https://example.org/b/\" data-print=\"\">example.org/b</a>",
            "见<abbr title=\"残疾人权利公约\" data-print=\"残疾人权利公约\">公约</abbr>，又见<abbr title=\"残疾人权利公约\">公约</abbr>",
            "（<abbr title=\"人权宣言\">宣言</abbr>）",
        ],
    );
}

#[test]
fn definitions_titles_and_what_browsers_drop_are_found() {
    for (body, places_of_it) in [
        ("[注]: 见决议\n\n话。\n", vec!["8:1"]),
        ("[一]: https://example.org\n[一]: https://example.net/另外\n\n看[一]。\n", vec!["9:1"]),
        ("看[一](https://example.org \"题目\")。\n", vec!["8:2"]),
        ("<?话?>\n\n<![CDATA[话]]>\n\n话<!话>。\n", vec!["8:1", "10:1"]),
        ("[//]: # (这是说明)\n\n话。\n", vec![]),
        ("~~~ 请注意\n话\n~~~\n\n- 话\n\n  ```text 请看 下面\n  话\n  ```\n", vec!["8:5", "14:11"]),
        ("```rust\n话\n```\n\n```{.c #x}\n话\n```\n\n```js {1,3} start=\"x\"\n话\n```\n", vec![]),
        ("```js {1,3} title=\"费用\"\n话\n```\n", vec!["8:13"]),
    ] {
        assert_eq!(places(&chinese(body), "markdown/lost-words"), places_of_it, "{body}");
    }
}

#[test]
fn lists_keep_their_numbers() {
    let site = chinese("3. 三\n4. 四\n6. 六\n\n话\n\n1. 一\n1. 二\n1. 三\n\n话\n\n0) 零\n1) 一\n");
    let html = page(&site);
    holds(
        &html,
        &[
            "<ol>\n<li value=\"3\">三</li>\n<li>四</li>\n<li value=\"6\">六</li>\n</ol>",
            "<ol>\n<li>一</li>\n<li>二</li>\n<li>三</li>\n</ol>",
            "<ol class=\"bracketed\">\n<li value=\"0\">零</li>\n<li>一</li>\n</ol>",
        ],
    );
}

#[test]
fn elements_for_chinese_pass() {
    let site = chinese(
        "<u>屈原</u>放逐，乃赋<ruby><rb>离</rb><rp>（</rp><rt>lí</rt><rp>）</rp></ruby><bdi>骚</bdi>，<var>甲</var>。\n\n<p><u>左丘</u>失明</p>\n",
    );
    holds(
        &page(&site),
        &[
            "<u>屈原</u>",
            "<ruby><rb>离</rb><rp>（</rp><rt>lí</rt><rp>）</rp></ruby>",
            "<var>甲</var>",
            "<p><u>左丘</u>失明</p>",
        ],
    );
    let site = chinese("<span class=\"x\" lang=\"en\">Hello there</span>。\n");
    assert_eq!(places(&site, "markdown/refused-attribute"), ["8:1"]);
}

#[test]
fn ids_keep_the_letters_of_their_script() {
    let site = english(
        "## Résumé général\n\nx\n\n## Права человека\n\nx\n\n## خلفية\n\nx\n\n## Ελλάδα\n\nx\n\n## 背景\n\nx\n\n## 背景\n\nx\n\n## Bei jing 2\n\nx\n",
    );
    holds(
        &page(&site),
        &[
            "<h2 id=\"résumé-général\">",
            "<h2 id=\"права-человека\">",
            "<h2 id=\"خلفية\">",
            "<h2 id=\"ελλάδα\">",
            "<h2 id=\"bei-jing\">背景</h2>",
            "<h2 id=\"bei-jing-3\">背景</h2>",
            "<h2 id=\"bei-jing-2\">Bei jing 2</h2>",
        ],
    );
}

#[test]
fn words_in_attributes_that_are_not_published_are_lost() {
    for (body, lost) in [
        ("前<img src=\"../pictures/a.svg\" alt=\"只走北门\">后。", vec!["8:2"]),
        ("前<img src=a.svg alt=只走北门>后。", vec!["8:2"]),
        ("<p><img src=\"a.svg\" alt=\"一\"> <IMG ALT='二' src=\"b.svg\"></p>", vec!["8:4", "8:30"]),
        (
            "前<area alt=\"北门\">，<input value=\"提交\">，<input placeholder=\"姓名\">。",
            vec!["8:2", "8:18", "8:37"],
        ),
        (
            "用<font title=\"红\">红</font>和<a href=\"https://example.org/\" title=\"去\">话</a>。",
            vec!["8:2", "8:27"],
        ),
        (
            "用<span aria-label=\"北门\">话</span>。\n\n<table summary=\"费用\"><tr><td>一</td></tr></table>\n",
            vec!["8:2", "10:1"],
        ),
        (
            "前<img src=\"a.svg\" alt=\"\">，<font color=\"red\">红</font>，<input type=hidden value=\"x1\">。",
            vec![],
        ),
        ("用<span title=\"北门\">话</span>。", vec![]),
    ] {
        assert_eq!(places(&chinese(body), "markdown/lost-words"), lost, "{body}");
    }
    let alt = "Before <img src=\"../pictures/a.svg\" alt=\"Exit by the north door only\"> after.\n";
    assert_eq!(places(&english(alt), "markdown/lost-words"), ["8:8"]);
}

#[test]
fn an_element_that_is_refused_is_one_finding() {
    for (body, places) in [
        ("见<a href=\"https://example.org/\">这里</a>。", vec!["8:2"]),
        ("<a href=\"https://example.org/\">这里</a>", vec!["8:1"]),
        ("用<font color=\"red\">红<font>色</font></font>写。", vec!["8:2", "8:21"]),
        ("图<img src=\"a.png\" onerror=\"b()\">。", vec!["8:2"]),
        ("第一</a>，第二<button>三</button></button>。", vec!["8:3", "8:10", "8:28"]),
    ] {
        let site = chinese(body);
        assert_eq!(self::places(&site, "markdown/refused-html"), places, "{body}");
        assert_eq!(self::places(&site, "markdown/refused-attribute"), [""; 0], "{body}");
    }
    // An attribute is a fault of its own where the element passes.
    assert_eq!(
        places(&chinese("用<u onclick=\"a()\">红</u><br class=\"a\">写。"), "markdown/refused-attribute"),
        ["8:2", "8:24"]
    );
}
