//! Word files as offices get them: what each part of a text becomes, and which files are made.

use std::path::Path;

use curbcut::formats::docx::Word;
use curbcut::formats::{Download, Format, Material, Modified, Pictures};
use curbcut::render::{Renderer, SourceMap, Templates};

use crate::books::opened::Opened;
use crate::support::{self, BOOK, Site, places};

const ASKED: &str = "\n[docx]\ndocuments = true\n";

/// The first Word file of a site.
fn file(site: &Site) -> Opened {
    let (library, _) = support::library(site.root());
    let languages = library.languages();
    let templates = Templates::load(Path::new("/nowhere"), &languages, &library.language_data).unwrap();
    let renderer = Renderer::new(&library, &templates, &languages, SourceMap::Off);
    let pictures = Pictures::read(&library, &mut Vec::new());
    let modified = Modified::FromContent;
    let material = Material { renderer: &renderer, pictures: &pictures, book_style: "", modified };
    let maker = Word.maker(material).unwrap();
    let job = Word.jobs(&library, &languages).unwrap()[0];
    let made = maker.make(job).unwrap_or_else(|error| panic!("{error:?}"));
    maker.audit(job, &made, &Default::default(), &curbcut::check::allowances(&library, &[])).unwrap();
    Opened::read(&made.bytes)
}

/// What stands in the text of a document with this body, without the marks of XML that only frame it.
fn of_body(name: &str, body: &str) -> String {
    let site = Site::new(&[(&format!("content/a/{name}"), &format!("---\ntitle: 文\n---\n\n{body}"))]);
    site.write("book.toml", format!("{BOOK}\n[languages.ar]\ntitle = \"نص\"\n{ASKED}"));
    let text = file(&site).text("word/document.xml");
    let (_, text) = text.split_once("</w:p>\n").unwrap();
    let (_, text) = text.split_once("</w:p>\n").unwrap_or(("", text));
    text.split_once("<w:sectPr>").unwrap().0.replace('\n', "").replace(" xml:space=\"preserve\"", "")
}

fn chinese(body: &str) -> String {
    of_body("index.md", body)
}

#[test]
fn a_file_of_a_small_text() {
    let site = Site::new(&[(
        "content/a/index.md",
        "---\ntitle: 一份文件\nsummary: 它很短。\n---\n\n人人*都*能<span lang=\"en\">vote</span>[^1]。\n\n## 一 {#yi}\n\n1. 甲\n\n表：数目\n\n| 年 | 数 |\n|---|--:|\n| 2029 | 3 |\n\n见[一](#yi)。\n\n[^1]: 注。\n",
    )]);
    site.write("book.toml", format!("{BOOK}{ASKED}"));
    let file = file(&site);
    for part in ["document", "footnotes", "numbering"] {
        insta::assert_snapshot!(part, file.text(&format!("word/{part}.xml")));
    }
    insta::assert_snapshot!("core", file.text("docProps/core.xml"));
}

#[test]
fn files_are_made_for_those_who_ask_and_offered_on_pages() {
    let site = Site::copy_of("tests/sites/word");
    let built = site.build();
    assert!(built.report.is_some(), "{:?}", places(&built.findings));
    assert_eq!(built.count("docx"), 4);
    let page = site.page("wen-jian/index.html");
    assert!(page.contains("href=\"wen-jian.docx\""), "{page}");
    assert!(page.contains("旧的软件不显示其中一些图"), "a drawing with letters has no points");
    assert!(!site.page("en/wen-jian/index.html").contains("do not show some of the drawings"));
    assert!(site.page("wen-jian/easy-read/index.html").contains("href=\"../wen-jian-easy-read.docx\""));
    let first = std::fs::read(site.out().join("wen-jian/wen-jian.docx")).unwrap();
    site.build();
    assert_eq!(first, std::fs::read(site.out().join("wen-jian/wen-jian.docx")).unwrap());

    site.replace("book.toml", ASKED.trim_start(), "");
    let built = site.build();
    assert_eq!(built.count("docx"), 0);
    assert!(!site.page("wen-jian/index.html").contains(".docx"));
    assert!(!site.out().join("wen-jian/wen-jian.docx").exists());
}

#[test]
fn chinese_has_no_italics_and_what_is_easy_to_read_no_dots() {
    let words = chinese("*着重*、<i>斜</i>和<span lang=\"en\">*stress*</span>");
    assert!(words.contains("<w:rPr><w:em w:val=\"underDot\"/></w:rPr><w:t>着重</w:t>"), "{words}");
    assert!(words.contains("<w:r><w:t>斜</w:t></w:r>"), "{words}");
    let english = "<w:i w:val=\"1\"/><w:iCs w:val=\"1\"/><w:lang w:val=\"en-US\"/></w:rPr><w:t>stress</w:t>";
    assert!(words.contains(english), "{words}");
}

#[test]
fn directions_and_languages_are_told_to_each_run_and_paragraph() {
    let words = chinese("见 <span lang=\"ar\">حقوق (هنا)</span>。\n\n<div lang=\"ar\">\n\nنص\n\n</div>\n");
    let arabic = "<w:rtl w:val=\"1\"/><w:lang w:val=\"ar-EG\" w:bidi=\"ar-EG\"/></w:rPr>";
    assert!(words.contains(&format!("{arabic}<w:t>حقوق (هنا)</w:t>")), "{words}");
    assert!(words.contains("<w:p><w:pPr><w:bidi w:val=\"1\"/></w:pPr>"), "{words}");
    assert!(words.contains(&format!("<w:r><w:rPr>{arabic}<w:t>نص</w:t>")), "{words}");

    let words = of_body(
        "index.ar.md",
        "نص A/HRC (1).\n\n| أ | ب |\n|---|---|\n| ج | د |\n\n<div lang=\"zh-Hans\">\n\n中文\n\n</div>\n",
    );
    assert!(words.contains("<w:bidiVisual/>"), "{words}");
    assert!(words.contains("<w:pPr><w:bidi w:val=\"0\"/>"), "{words}");
    assert!(
        words.contains("<w:lang w:val=\"zh-CN\" w:eastAsia=\"zh-CN\"/></w:rPr><w:t>中文</w:t>"),
        "{words}"
    );
    assert!(words.contains("<w:r><w:t>A/HRC</w:t></w:r>"), "{words}");
}

#[test]
fn numbers_are_typed_and_signs_are_counted() {
    let words = chinese("3. 三\n7. 七\n   - 项\n\n1) 甲\n");
    let typed = |number: &str, words: &str| format!("<w:t>{number}</w:t><w:tab/><w:t>{words}</w:t>");
    for (number, item) in [("3.", "三"), ("7.", "七"), ("1)", "甲")] {
        assert!(words.contains(&typed(number, item)), "{words}");
    }
    let sign =
        "<w:pStyle w:val=\"ListBullet\"/><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr>";
    assert_eq!(words.matches("<w:numPr>").count(), 1, "{words}");
    assert!(words.contains(sign), "{words}");
}

#[test]
fn a_note_on_a_note_stands_at_the_end_and_a_second_mark_refers_to_the_first() {
    let words = chinese("甲[^1]，乙[^1]。\n\n[^1]: 注一，见[^2]。\n[^2]: 注二。\n[^3]: 注三。\n");
    assert_eq!(words.matches("<w:footnoteReference w:id=\"1\"/>").count(), 1, "{words}");
    assert!(words.contains("w:instr=\" NOTEREF mark_1 \\f \\h \""), "{words}");
    for note in ["[2] 注二。", "[3] 注三。"] {
        assert!(words.contains(&format!("<w:t>{note}</w:t>")), "{words}");
    }
    assert!(words.contains("w:name=\"note_2\"/>"), "{words}");
}

#[test]
fn tables_have_heads_whole_rows_and_merged_cells() {
    let table = "<table><caption>题</caption><thead><tr><th rowspan=\"2\">甲</th><th colspan=\"2\">乙</th></tr><tr><th>丙</th><th>丁</th></tr></thead><tbody><tr><th scope=\"row\">戊</th><td>一</td></tr></tbody></table>";
    let words = chinese(table);
    assert_eq!(words.matches("<w:cantSplit/>").count(), 3, "{words}");
    assert_eq!(words.matches("<w:tblHeader/>").count(), 2, "{words}");
    assert_eq!(words.matches("<w:gridCol ").count(), 3, "{words}");
    assert!(
        words.contains("<w:gridSpan w:val=\"2\"/>") && words.contains("<w:vMerge w:val=\"restart\"/>"),
        "{words}"
    );
    assert!(words.contains("w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"1\""), "{words}");
    assert!(words.contains("<w:pStyle w:val=\"Caption\"/><w:keepNext/>"), "{words}");

    let wide = format!("<table><tr>{}</tr></table>", "<td>格</td>".repeat(64));
    let words = chinese(&wide);
    assert_eq!((words.matches("<w:tbl>").count(), words.matches("格").count()), (0, 64), "{words}");
    let two = chinese(
        "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n<table><tr><td>丙</td><td>丁</td></tr></table>\n\n- | 戊 | 己 |\n  |---|---|\n",
    );
    assert!(two.contains("</w:tbl><w:p/><w:tbl>"), "{two}");
    assert!(two.contains("</w:numPr><w:spacing w:before=\"200\"/><w:ind w:left=\"480\" w:hanging=\"480\"/></w:pPr></w:p><w:tbl>"), "{two}");
    let deep = format!("{}心{}", "<table><tr><td>".repeat(20), "</td></tr></table>".repeat(20));
    let words = chinese(&deep);
    assert_eq!((words.matches("<w:tbl>").count(), words.matches("心").count()), (20, 1), "{words}");
}

#[test]
fn characters_that_xml_does_not_know_never_reach_a_file() {
    let words =
        chinese("甲\u{1}乙 \u{fffe} <b title=\"a&amp;\u{b}\">丙</b>&lt;w:p&gt;]]&gt;\n\n    \u{1b}[31m\n");
    assert!(!words.contains(|c: char| c.is_control()), "{words:?}");
    assert!(words.contains("&lt;w:p&gt;]]&gt;"), "{words}");
}

#[test]
fn a_link_leads_to_a_place_of_the_file_or_to_an_address() {
    let words = chinese(
        "[甲](#yi)、[乙](https://e.org/?a&b)、[丙](index.md)、[丁](mailto:a@e.org)。\n\n## 一 {#yi}\n",
    );
    assert!(words.contains("<w:hyperlink w:anchor=\"yi\">"), "{words}");
    assert!(words.contains("<w:bookmarkStart w:id=\"1\" w:name=\"yi\"/>"), "{words}");
    assert_eq!(words.matches("<w:hyperlink r:id").count(), 2, "{words}");
}

#[test]
fn a_word_file_that_is_named_is_audited() {
    let site = Site::copy_of("tests/sites/word");
    site.build();
    let folder = site.out().join("wen-jian");
    let ran = support::curbcut(&folder, &["audit", "wen-jian.docx"]);
    assert_eq!(ran.code, 0, "{} {}", ran.out, ran.err);
    let whole = std::fs::read(folder.join("wen-jian.docx")).unwrap();
    std::fs::write(folder.join("half.docx"), &whole[..whole.len() / 2]).unwrap();
    let ran = support::curbcut(&folder, &["audit", "half.docx"]);
    assert!(ran.code == 1 && ran.out.contains("error[book/broken-word-file]"), "{} {}", ran.out, ran.err);
    // What was attached is judged by nobody unless it is named.
    let ran = support::curbcut(&folder, &["audit", "."]);
    assert!(!ran.out.contains("docx"), "{} {}", ran.out, ran.err);
}
