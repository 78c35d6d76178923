//! Pictures with captions and long descriptions, for dark schemes, and tables that scroll: on pages, in books, in plain texts, in
//! seals.

use crate::books::opened::Opened;
use crate::support::curbcut;
use crate::support::{BOOK, Site, places};

const HEAD: &str = "---\ntitle: 学校\nsummary: 有三所学校。它们不一样大。\n---\n\n";

const FIGURE: &str = "![三所学校学生人数的柱状图](tu.svg \"图 1：学生\n人数\")\n\n\
    <details>\n<summary>图 1 的长描述</summary>\n\n三根柱子越来越高。\n\n\
    表：学生人数\n\n| 学校 | 人数 |\n|---|---|\n| **甲校** | 120 |\n| **乙校** | 240[^1] |\n\n</details>\n\n后面的话。\n\n\
    [^1]: 连旁听生。\n";

fn svg(inner: &str) -> String {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><title>图</title>{inner}</svg>")
}

fn site(body: &str) -> Site {
    let site = Site::new(&[("content/a/index.md", &format!("{HEAD}{body}"))]);
    site.write("book.toml", format!("{BOOK}\n[languages.en]\ntitle = \"Schools\"\n"));
    site.write("content/a/tu.svg", svg(""));
    site
}

fn built(site: &Site) {
    let built = site.build();
    assert!(built.report.is_some(), "{:?}", places(&built.findings));
}

/// The part of some HTML from the first words to the second.
fn part<'h>(html: &'h str, from: &str, until: &str) -> &'h str {
    let start = html.find(from).unwrap_or_else(|| panic!("no {from} in {html}"));
    let length = html[start..].find(until).unwrap_or_else(|| panic!("no {until} in {html}"));
    &html[start..start + length + until.len()]
}

#[test]
fn a_figure_reaches_the_page_the_book_and_the_plain_text() {
    let site = site(FIGURE);
    built(&site);
    let page = site.page("a/index.html");
    let figure = "<figure id=\"p-1\"><img aria-details=\"description-1\" src=\"tu.svg\" alt=\"三所学校学生人数的柱状图\">\n\
                  <figcaption>图 1：学生人数</figcaption></figure>\n\
                  <details class=\"description\" id=\"description-1\">\n<summary>图 1 的长描述</summary>\n\
                  <p id=\"p-2\">三根柱子越来越高。</p>\n<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"学生人数\">";
    assert!(page.contains(figure), "{}", part(&page, "<figure", "</details>"));
    assert!(page.contains("<tr><th scope=\"row\">甲校</th><td>120</td></tr>"), "{page}");
    // In a book nothing is closed.
    let book = Opened::of(&site, "a/a.epub");
    let text = book.text("OEBPS/text.xhtml");
    let shown = "<figcaption>图 1：学生人数</figcaption></figure>\n<div class=\"description\" id=\"description-1\">\n\
                 <p class=\"description-name\">图 1 的长描述</p>\n\n<p id=\"p-2\">三根柱子越来越高。</p>\n<div class=\"table\"><table>";
    assert!(text.contains(shown), "{}", part(&text, "<figure", "</table>"));
    assert!(!text.contains("<details"), "{text}");
    assert!(book.metadata("schema:accessibilityFeature").contains(&"longDescription".to_owned()));
    let plain = site.page("a/a.txt");
    let lines = "（图片：三所学校学生人数的柱状图）\n\n图 1：学生人数\n\n图 1 的长描述\n\n    三根柱子越来越高。\n\n    表：学生人数\n\n    \
                 学校：甲校\n    人数：120\n\n    学校：乙校\n    人数：240[1]\n\n后面的话。\n";
    let indented = lines.replace("    ", "  ");
    assert!(plain.contains(lines) || plain.contains(&indented), "{plain}");
}

#[test]
fn a_book_without_long_descriptions_claims_none() {
    let site = site(
        "![三所学校](tu.svg \"图 1：学校\")\n\n<details>\n<summary>为什么有三所</summary>\n\n因为人多。\n\n</details>\n",
    );
    built(&site);
    let page = site.page("a/index.html");
    assert!(page.contains("<figcaption>图 1：学校</figcaption></figure>\n<details>\n"), "{page}");
    assert!(!page.contains("aria-details"), "{page}");
    let book = Opened::of(&site, "a/a.epub");
    assert!(!book.metadata("schema:accessibilityFeature").contains(&"longDescription".to_owned()));
}

#[test]
fn a_figure_of_html_has_a_long_description_too() {
    let site = site("你好。\n");
    site.write(
        "content/a/index.en.md",
        "---\ntitle: Schools\nsummary: There are three schools. They are not the same.\n---\n\n\
         <figure>\n\n![Three schools](tu.svg)\n\n<figcaption>Figure 1: <em>schools</em></figcaption>\n</figure>\n\n\
         <details open>\n<summary>Figure 1: long description</summary>\n\nOne is large.\n\n</details>\n",
    );
    built(&site);
    let page = site.page("en/a/index.html");
    assert!(page.contains("<figure aria-details=\"description-1\">\n<p id=\"p-1\"><img src="), "{page}");
    assert!(
        page.contains("<details class=\"description\" id=\"description-1\" open=\"\">\n<summary>"),
        "{page}"
    );
    let text = Opened::of(&site, "en/a/a.epub").text("OEBPS/text.xhtml");
    assert!(
        text.contains("<div class=\"description\" id=\"description-1\">\n<p class=\"description-name\">"),
        "{text}"
    );
}

#[test]
fn a_figure_stays_with_its_paragraph_in_a_resolution() {
    let resolution = |caption: &str| {
        let site = site("话。\n");
        site.write(
            "content/a/index.md",
            format!(
                "---\ntitle: 决议\nsummary: 一份决议。它很短。\nkind: resolution\nbody: 人权理事会\n---\n\n人权理事会，\n\n\
                 ![三所学校](tu.svg{caption})\n\n铭记《宪章》，\n\n1. 决定：\n\n   (a) 读图；\n\n   ![又三所](tu.svg{caption})\n\n   \
                 <details>\n   <summary>长描述</summary>\n\n   高。\n\n   </details>\n\n2. 结束。\n"
            ),
        );
        built(&site);
        site.page("a/index.html")
    };
    let page = resolution(" \"图\"");
    let figure = "<figcaption>图</figcaption></figure>\n<details class=\"description\" id=\"description-1\">";
    assert!(page.contains(figure), "{}", part(&page, "op-1", "op-2"));
    let ids = |page: &str| {
        let ids = regex::Regex::new(" id=\"([po]p-[^\"]+)\"").unwrap();
        ids.captures_iter(page).map(|found| found[1].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(ids(&page), ids(&resolution("")));
}

/// The numbers of paragraphs, which easy-read versions and records name, do not change when a caption is written.
#[test]
fn a_caption_renumbers_nothing() {
    let ids = |body: &str| {
        let site = site(body);
        built(&site);
        let page = site.page("a/index.html");
        let ids = regex::Regex::new(" id=\"(p-[0-9]+)\"").unwrap();
        ids.captures_iter(&page).map(|found| found[1].to_owned()).collect::<Vec<_>>()
    };
    let plain = ids("![三所学校](tu.svg)\n\n话。\n");
    assert_eq!(plain, ["p-1", "p-2"]);
    assert_eq!(ids("![三所学校](tu.svg \"图 1：学校\")\n\n话。\n"), plain);
}

#[test]
fn faults_are_told_at_line_and_column() {
    for (body, wanted) in [
        ("![](tu.svg \"图 1：学校\")\n", "6:1 a11y/missing-alt this picture has no alternative text"),
        (
            "见![学校](tu.svg \"图 1：学校\")。\n",
            "6:2 markdown/lost-words the title “图 1：学校” of this picture is not published",
        ),
        (
            "话。\n\n<details>\n<summary>长描述</summary>\n\n高。\n\n</details>\n",
            "8:1 markdown/unread-description no picture stands before this long description",
        ),
        (
            "![三所](tu.svg)\n\n<details>\n<summary>长描述</summary>\n\n高。\n\n</details>\n\n<details>\n<summary>长描述</summary>\n\n低。\n\n</details>\n",
            "15:1 markdown/unread-description the picture before this has a long description already",
        ),
        (
            "![三所](tu.svg)\n\n<details>\n<summary>长描述</summary>\n\n<!-- 待写 -->\n\n</details>\n",
            "8:1 markdown/empty-description this long description has no words",
        ),
        (
            "![三所](tu.svg \"图 1[^1]\")\n\n[^1]: 话。\n",
            "6:1 markdown/caption-markup “[^1]” is shown as it is written: the caption of a picture is plain text",
        ),
    ] {
        let site = site(body);
        let ran = curbcut(site.root(), &["check", "--format", "json"]);
        let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        let found: Vec<String> = report["findings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| {
                let said = |key: &str| one[key].as_str().unwrap_or_default().to_owned();
                format!("{}:{} {} {}", one["line"], one["column"], said("rule"), said("message"))
            })
            .collect();
        assert!(found.contains(&wanted.to_owned()), "{wanted}\n{found:#?}");
    }
}

#[test]
fn captions_and_long_descriptions_are_sealed() {
    let site = site(FIGURE);
    site.replace("content/a/index.md", "---\ntitle", "---\nsymbol: A/1\ntitle");
    assert_eq!(curbcut(site.root(), &["seal", "content/a"]).code, 0);
    let sealed = site.read("content/a/index.md");
    let is_changed = |site: &Site| {
        curbcut(site.root(), &["check"]).err.contains("official/changed")
            || curbcut(site.root(), &["check"]).out.contains("official/changed")
    };
    assert!(!is_changed(&site));
    for (old, new) in [
        ("图 1：学生", "图 2：学生"),
        (" \"图 1：学生\n人数\"", ""),
        ("越来越高", "越来越低"),
        ("图 1 的长描述", "长描述"),
        ("| **甲校** | 120 |", "| **甲校** | 130 |"),
        // A caption is none in a paragraph of its own.
        (" \"图 1：学生\n人数\")\n", ")\n\n图 1：学生人数\n"),
    ] {
        site.replace("content/a/index.md", old, new);
        assert!(is_changed(&site), "{new}");
        site.write("content/a/index.md", &sealed);
    }
    // Where the lines of a caption end is how the Markdown is laid out.
    site.replace("content/a/index.md", "图 1：学生\n人数", "图 1：学生人数");
    assert!(!is_changed(&site));
}

#[test]
fn a_picture_for_dark_schemes_is_published_shown_judged_and_sealed() {
    let site = site("![三所学校](tu.svg)\n");
    site.replace("content/a/index.md", "---\ntitle", "---\nsymbol: A/1\ntitle");
    assert_eq!(curbcut(site.root(), &["seal", "content/a"]).code, 0);
    built(&site);
    assert!(!site.page("a/index.html").contains("<picture>"));
    site.write("content/a/tu.dark.svg", svg("<path d=\"M0 0h9\"/>"));
    let ran = curbcut(site.root(), &["check"]);
    assert!((ran.out + &ran.err).contains("official/changed"));
    assert_eq!(curbcut(site.root(), &["seal", "content/a", "--force"]).code, 0);
    built(&site);
    let picture = "<picture><source media=\"screen and (prefers-color-scheme: dark)\" srcset=\"tu.dark.svg\">\
                   <img src=\"tu.svg\" alt=\"三所学校\"></picture>";
    let page = site.page("a/index.html");
    assert!(page.contains(picture), "{page}");
    assert!(site.page("a/tu.dark.svg").contains("M0 0h9"));
    let book = Opened::of(&site, "a/a.epub");
    assert!(!book.files.keys().any(|name| name.contains("dark")), "{:?}", book.files.keys());
    site.write("content/a/tu.dark.svg", svg("<script>alert(1)</script>"));
    let ran = curbcut(site.root(), &["check"]);
    assert!((ran.out + &ran.err).contains("book/active-picture"));
    // Without a picture that it stands for, it is a file like any other.
    site.write("content/a/tu.dark.svg", svg(""));
    site.replace("content/a/index.md", "![三所学校](tu.svg)", "话。");
    let ran = curbcut(site.root(), &["check"]);
    assert!((ran.out + &ran.err).contains("content/a/tu.dark.svg"));
}

#[test]
fn tables_of_html_scroll_in_a_named_frame() {
    let site = site(
        "<table>\n<caption>表 1：<b>“男”和\"女\"</b> &amp; 全部</caption>\n\
         <tr><th scope=\"col\">学校</th><th scope=\"colgroup\" colspan=\"2\">人数</th></tr>\n\
         <tr><th scope=\"row\">甲校</th><td>60</td><td>55</td></tr>\n</table>\n",
    );
    built(&site);
    let page = site.page("a/index.html");
    let frame = "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"表 1：“男”和&quot;女&quot; &amp; 全部\"><table>\n<caption>";
    assert!(page.contains(frame), "{}", part(&page, "<table", "</table>"));
    assert!(page.contains("</tbody></table></div>"), "{}", part(&page, "<table", "</main>"));
    let text = Opened::of(&site, "a/a.epub").text("OEBPS/text.xhtml");
    assert!(text.contains("<div class=\"table\"><table>\n<caption>"), "{text}");
}

#[test]
fn a_caption_of_its_own_element_holds_markdown() {
    let figure = "<figure>\n\n![柱状图](tu.svg)\n\n<figcaption>\n\n*三所*学校，见[主页](https://example.org/)。\n\n</figcaption>\n\n</figure>\n";
    let table = "\n表：人数\n\n| 学校 | 人数 |\n|---|---|\n| **甲校** | 1 |\n";
    let site = site(&format!("{figure}{table}"));
    built(&site);
    let page = site.page("a/index.html");
    let caption = part(&page, "<figcaption>", "</figcaption>");
    assert!(
        caption.contains("<em>三所</em>学校，见<a href=\"https://example.org/\">主页</a>。"),
        "{caption}"
    );
}

#[test]
fn a_passage_in_the_other_direction_says_it() {
    let site =
        site("<div lang=\"ar\">\n\nنص (مثال) 2025.\n\n</div>\n\n希伯来文<span lang=\"he\">שלום</span>。\n");
    built(&site);
    let page = site.page("a/index.html");
    assert!(
        page.contains("<div lang=\"ar\" dir=\"rtl\">") && page.contains("<span lang=\"he\" dir=\"rtl\">"),
        "{page}"
    );
}

/// A caption asks for bars: a chart whose data are the numbers beside it.
#[test]
fn a_table_has_bars_beside_its_numbers() {
    let table = "表：学生人数 {bars}\n\n| 学校 | 年 | 人数 |\n|---|---|---:|\n| **甲校** | 初 | 120 人 |\n| **乙校** | 中 | 240[^1] |\n| **丙校** | 高 | – |\n\n[^1]: 连旁听生。\n";
    let site = site(table);
    built(&site);
    let page = site.page("a/index.html");
    let bar = |width: &str| {
        format!(
            "<td class=\"end\"><svg class=\"bar\" aria-hidden=\"true\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\"><rect width=\"{width}\" height=\"8\"/></svg>"
        )
    };
    assert!(page.contains("<caption>学生人数</caption>"), "{}", part(&page, "<table", "</table>"));
    assert!(page.contains(&(bar("50.0") + "120 人</td>")), "{}", part(&page, "<table", "</table>"));
    assert!(page.contains(&(bar("100.0") + "240")) && page.contains("<td class=\"end\">–</td>"));
    assert!(!site.page("a/a.txt").contains("{bars}"));
    let book = Opened::of(&site, "a/a.epub");
    assert!(
        book.text("OEBPS/text.xhtml").contains("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"bar\"")
    );
    let wrong = site;
    for (cells, rule) in [(["多", "少"], true), (["-1", "2"], true), (["1", "–"], true), (["1", "2"], false)]
    {
        let rows: String = cells.iter().map(|cell| format!("| **甲** | {cell} |\n")).collect();
        wrong.write(
            "content/a/index.md",
            format!("{HEAD}表：人数 {{bars}}\n\n| 学校 | 人数 |\n|---|---|\n{rows}"),
        );
        let found = wrong.build().findings;
        let said = places(&found);
        assert_eq!(found.iter().any(|finding| finding.rule == "markdown/bars"), rule, "{cells:?} {said:?}");
    }
}
