//! What stands above the title of a Word document, where words meet, and what kind of file it is.

use curbcut::import::Imported;

use super::made::{archive, docx, p};
use super::read_back::prove;
use super::{opened, said};

fn made(body: &str) -> Imported {
    let file = docx(body, &[], &[]);
    let imported = opened("a.docx", &file).unwrap();
    prove(&imported, &file, body);
    imported
}

fn body(imported: &Imported) -> &str {
    imported.markdown.split_once("\n---\n\n").unwrap().1.trim_end()
}

/// A paragraph in the style of titles or headings, which is known by its name.
fn styled(style: &str, words: &str) -> String {
    p(words).replacen("<w:p>", &format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>"), 1)
}

fn with_styles(body: &str) -> Imported {
    let styles = format!(
        "<w:styles {}><w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/></w:style></w:styles>",
        super::made::SPACES
    );
    let file = docx(body, &[("rId1", "styles", "styles.xml")], &[("word/styles.xml", styles.as_bytes())]);
    let imported = opened("a.docx", &file).unwrap();
    prove(&imported, &file, body);
    imported
}

fn table(rows: &[[&str; 2]]) -> String {
    let cell = |words: &&str| format!("<w:tc>{}</w:tc>", p(words));
    let row = |row: &[&str; 2]| format!("<w:tr>{}</w:tr>", row.iter().map(cell).collect::<String>());
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

#[test]
fn a_table_and_sentences_above_the_title_stay_text() {
    let rows = table(&[["年份", "借出"], ["2024", "1,000"]]);
    let grid = "| 年份 | 借出 |\n|---|---|\n| 2024 | 1,000 |";
    let titled = with_styles(&format!(
        "{}{rows}{}{}",
        p("前言：这里说明本报告。"),
        styled("Title", "标志报告"),
        p("正文。")
    ));
    assert!(titled.markdown.contains("\ntitle: 标志报告\n"), "{}", titled.markdown);
    assert_eq!(body(&titled), format!("前言：这里说明本报告。\n\n{grid}\n\n正文。"));
    // A line that is only taken for the title has nothing above it.
    let guessed = made(&format!("{rows}{}", p("After the table we go on.")));
    assert!(guessed.markdown.contains("\ntitle: ''\n"), "{}", guessed.markdown);
    assert_eq!(body(&guessed), format!("{grid}\n\nAfter the table we go on."));
    assert!(said(&guessed).contains("no line of the file can be its title"), "{}", said(&guessed));
    assert_eq!(body(&made(&rows)), grid);
    // Short lines are a cover.
    let cover = with_styles(&format!(
        "{}{}{}{}",
        p("某某办事处"),
        p("2024年5月"),
        styled("Title", "标志报告"),
        p("正文。")
    ));
    assert!(cover.markdown.contains("\ncover-lines:\n- 某某办事处\n- 2024年5月\n"), "{}", cover.markdown);
}

#[test]
fn a_title_that_is_taken_for_one_is_told() {
    for words in ["导言", "Introduction"] {
        let imported = made(&format!("{}{}", p(words), p("1")));
        assert!(said(&imported).contains("the file marks no title, and this line was taken for it"));
    }
}

#[test]
fn a_resolution_with_one_line_a_paragraph_has_its_title() {
    let lines = "联合国|A/HRC/RES/44/11|大会|人权理事会|第四十四届会议|议程项目3|增进和保护人权|44/11|人权与工商企业|人权理事会，|回顾决议，|1. 欢迎；|2. 决定。";
    let imported = made(&lines.split('|').map(p).collect::<String>());
    for line in [
        "title: 人权与工商企业",
        "number: 44/11",
        "symbol: A/HRC/RES/44/11",
        "  title: 增进和保护人权",
        "- 大会",
    ] {
        assert!(imported.markdown.contains(&format!("\n{line}\n")), "{line}: {}", imported.markdown);
    }
    assert!(imported.markdown.contains("\ndigest: "), "{}", said(&imported));
}

#[test]
fn the_end_of_a_page_parts_words_and_no_chinese_ones() {
    let broken = |one: &str, page: &str, two: &str| {
        format!(
            "<w:p><w:r><w:t>{one}</w:t></w:r><w:r><w:br w:type=\"page\"/></w:r><w:r>{page}<w:t>{two}</w:t></w:r></w:p>"
        )
    };
    let rendered = "<w:lastRenderedPageBreak/>";
    let text = [
        broken("我们在五月", "", "再次见面。"),
        broken("We met", "", "again."),
        broken("Alpha", rendered, "beta"),
    ];
    let imported = made(&format!("{}{}", p("标志"), text.concat()));
    assert_eq!(body(&imported), "我们在五月再次见面。\n\nWe met again.\n\nAlpha[](page:2) beta");
}

#[test]
fn words_that_are_drawn_are_listed() {
    let art = "<w:p><w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:textpath string=\"艺术字\"/></v:shape></w:pict></w:r></w:p>";
    let imported = made(&format!("{}{}{art}{}", p("标志"), p("正文。"), p("末段。")));
    assert!(
        said(&imported).contains("left out, paragraph 3: 艺术字 (words that are drawn (WordArt))"),
        "{}",
        said(&imported)
    );
}

#[test]
fn notes_that_nothing_refers_to_keep_their_order() {
    let note = |kind: &str, id: u32, words: &str| format!("<w:{kind} w:id=\"{id}\">{}</w:{kind}>", p(words));
    let part = |kind: &str, notes: String| format!("<w:{kind}s {}>{notes}</w:{kind}s>", super::made::SPACES);
    let feet = part("footnote", note("footnote", 1, "脚注一") + &note("footnote", 2, "脚注二"));
    let ends = part("endnote", note("endnote", 1, "尾注一"));
    let relations = [("rId1", "footnotes", "footnotes.xml"), ("rId2", "endnotes", "endnotes.xml")];
    let others = [("word/footnotes.xml", feet.as_bytes()), ("word/endnotes.xml", ends.as_bytes())];
    let file = docx(&(p("标志") + &p("正文。")), &relations, &others);
    for _ in 0..8 {
        let dropped: Vec<_> =
            opened("a.docx", &file).unwrap().dropped.into_iter().map(|it| it.text).collect();
        assert_eq!(dropped, ["脚注一", "脚注二", "尾注一"]);
    }
}

#[test]
fn a_file_is_what_it_holds_whatever_its_name_says() {
    let text = opened("a.docx", "标志\n\n正文在这里。\n".as_bytes()).unwrap();
    assert!(text.markdown.ends_with("\n正文在这里。\n"), "{}", text.markdown);
    let odt =
        std::fs::read(format!("{}/tests/sources/odt/pandoc-zh.odt", env!("CARGO_MANIFEST_DIR"))).unwrap();
    assert_eq!(opened("a.docx", &odt).unwrap().markdown, opened("a.odt", &odt).unwrap().markdown);
    let sheet = archive(&[("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<workbook/>")]);
    assert!(
        opened("a.docx", &sheet).unwrap_err().to_string().starts_with("a.docx is a spreadsheet, and neither")
    );
}
