//! Documents of Word: files made by other programs (`tests/sources/docx/make.py`), hostile files made here, and random ones.
//! For each, no character of the file is lost: it stands in the Markdown, in the front matter, or in the list of what was
//! left out.

mod back;
mod hostile;
mod made;
pub mod random;
pub mod read_back;
mod shapes;

use std::fs;
use std::path::PathBuf;

use curbcut::import::{Imported, Input, Refused, import};

use made::{docx, p};
use read_back::prove;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/sources/docx")
}

fn names() -> Vec<String> {
    let files =
        fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = files.filter_map(|name| name.strip_suffix(".docx").map(str::to_owned)).collect();
    names.sort();
    names
}

fn opened(path: &str, bytes: &[u8]) -> Result<Imported, Refused> {
    import(Input { path, bytes, lang: None })
}

fn bytes(name: &str) -> Vec<u8> {
    fs::read(folder().join(format!("{name}.docx"))).unwrap()
}

fn file(name: &str) -> Imported {
    opened(&format!("{name}.docx"), &bytes(name)).unwrap_or_else(|error| panic!("{error}"))
}

/// All that an import says, for people to read.
pub fn said(imported: &Imported) -> String {
    let mut said =
        format!("language: {}; folder: {}\n\n{}\n", imported.lang, imported.slug, imported.markdown);
    for picture in &imported.pictures {
        said.push_str(&format!("picture: {}, {} bytes\n", picture.name, picture.bytes.len()));
    }
    for dropped in &imported.dropped {
        said.push_str(&format!(
            "left out, {} {}: {} ({})\n",
            imported.unit, dropped.line, dropped.text, dropped.reason
        ));
    }
    for finding in &imported.findings {
        let at = finding.place.position();
        said.push_str(&format!(
            "{}:{}: {} {}: {}\n",
            at.line,
            at.column,
            finding.severity.word(),
            finding.rule,
            finding.message
        ));
    }
    said
}

#[test]
fn files_of_other_programs_become_what_people_read_in_them() {
    let names = names();
    assert!(names.len() >= 20, "{names:?}");
    for name in names {
        let imported = file(&name);
        insta::with_settings!({ snapshot_path => "../snapshots/docx", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name.as_str(), said(&imported));
        });
    }
}

#[test]
fn no_character_of_any_file_is_lost() {
    for name in names() {
        prove(&file(&name), &bytes(&name), &name);
    }
}

#[test]
fn nobody_who_changed_a_file_is_named() {
    for name in names() {
        let imported = file(&name);
        let all = said(&imported) + imported.source.text();
        assert!(!all.contains("Secret"), "{name}");
    }
}

#[test]
fn a_resolution_in_word_is_what_it_is_in_plain_text() {
    for name in ["resolution-zh", "resolution-en"] {
        let from_word = file(name);
        // Marks and notes stand as they do in plain text.
        let text = from_word.source.text().replace("1和以往", "[^1]和以往").replace("2，\n", "[^2]，\n");
        let text = text.replace("Disabilities,1", "Disabilities,[^1]");
        let text = text
            .replace("\n1\t", "\n[^1]: ")
            .replace("\n2\t联", "\n[^2]: 联")
            .replace("\n2\tA/", "\n[^2]: A/");
        let text: String = text.lines().map(|line| format!("{}\n\n", line.trim())).collect();
        let from_text = opened("a.txt", text.as_bytes()).unwrap();
        let plain =
            |imported: &Imported| imported.markdown.replace('*', "").replace("[^", "").replace(']', "");
        let body = |imported: &Imported| {
            let whole = plain(imported);
            let (front, body) = whole.split_once("\n---\n").unwrap();
            let front: Vec<_> =
                front.lines().filter(|line| !line.starts_with("digest")).map(str::to_owned).collect();
            (front, body.split("\n\n1: ").next().unwrap().trim().to_owned())
        };
        assert_eq!(body(&from_word), body(&from_text), "{name}");
        assert_eq!(from_word.counts.operative, 3, "{name}");
    }
}

#[test]
fn lists_under_a_paragraph_of_a_resolution_belong_to_it() {
    let imported = file("resolution-lists-zh");
    let body = imported.markdown.split_once("\n---\n").unwrap().1;
    let want = "1. 请各国：\n\n   （一）写短句；\n\n   ① 甲；\n\n   （二）乙；\n\n   - 附注；\n\n2. 决定结束。\n\n\
                ## 附件\n\n### 标志\n\n1. 大。\n\n   - 颜色清楚。\n";
    assert!(body.contains(want), "{body}");
    assert_eq!((imported.counts.operative, imported.counts.sub), (2, 4));
}

/// People type the numbers of paragraphs where Word does not count them, with a tab, a blank or nothing after them.
#[test]
fn typed_numbers_are_those_of_paragraphs() {
    for gap in ["\t", " ", "", "\u{3000}"] {
        let lines = [
            "52/8. 好的治理".to_owned(),
            "人权理事会，".to_owned(),
            "遵循《宪章》，".to_owned(),
            format!("1.{gap}鼓励各国写短句；"),
            format!("2.{gap}请各国："),
            format!("(a){gap}制定计划；"),
            format!("(b){gap}每年报告；"),
            format!("3.{gap}决定继续处理此事。"),
        ];
        let body: String = lines.iter().map(|line| p(line)).collect();
        let imported = opened("made.docx", &docx(&body, &[], &[])).unwrap();
        let said = imported.markdown.split_once("\n---\n").unwrap().1.trim();
        let expected = "人权理事会，\n\n遵循《宪章》，\n\n1. 鼓励各国写短句；\n\n2. 请各国：\n\n   (a) 制定计划；\n\n   (b) 每年报告；\n\n3. 决定继续处理此事。";
        assert_eq!(said, expected, "{gap:?}");
        assert_eq!((imported.counts.operative, imported.counts.sub), (3, 2));
    }
}

/// What a field shows without words in the file is read from its instruction, or told.
#[test]
fn fields_without_a_result_do_not_vanish() {
    let field = |instruction: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> {instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        )
    };
    let run = |words: &str| format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>");
    let body = format!(
        "{}<w:p>{}{}{}{}{}{}</w:p>",
        p("办法"),
        run("第"),
        field("eq \\o\\ac(○,1)"),
        run("项，"),
        field("EQ \\f(1,2)"),
        run("的资金"),
        field("XE \"资金\""),
    );
    let imported = opened("made.docx", &docx(&body, &[], &[])).unwrap();
    assert!(imported.markdown.contains("第①项，的资金"), "{}", imported.markdown);
    let told: Vec<&str> = imported
        .findings
        .iter()
        .map(|finding| &*finding.message)
        .filter(|said| said.contains("field"))
        .collect();
    assert!(matches!(told[..], [one] if one.contains("“EQ \\f(1,2)”")), "{told:?}");
}

/// Of words from right to left other switches say that they are bold.
#[test]
fn words_from_right_to_left_are_bold_too() {
    let run = |look: &str, words: &str| {
        format!("<w:r><w:rPr>{look}</w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
    };
    let body = format!(
        "{}<w:p>{}{}{}</w:p>",
        p("عنوان"),
        run("<w:rtl/><w:bCs/>", "مهم"),
        run("<w:rtl/>", " نص "),
        run("<w:bCs/>", "text"),
    );
    let imported = opened("made.docx", &docx(&body, &[], &[])).unwrap();
    assert!(
        imported.markdown.contains("**مهم** نص") && !imported.markdown.contains("**text**"),
        "{}",
        imported.markdown
    );
}

/// What Word files say in ways of their own: dots below stressed words, styles of programs, a second mark of a note, drawings with a
/// picture of their points beside them, links that are underlined.
#[test]
fn what_only_word_files_say_is_kept() {
    let run = |said: &str, inside: &str| format!("<w:r><w:rPr>{said}</w:rPr>{inside}</w:r>");
    let word = |said: &str, words: &str| run(said, &format!("<w:t>{words}</w:t>"));
    let picture = "<w:drawing><wp:inline><wp:docPr id=\"1\" name=\"a\" descr=\"门\"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip \
                   r:embed=\"rId3\"><a:extLst><a:ext><asvg:svgBlip xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" \
                   r:embed=\"rId4\"/></a:ext></a:extLst></a:blip></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>";
    let second = |field: &str| format!("{}{field}", word("", "，再见"));
    let complex = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> NOTEREF _Ref1 \\h </w:instrText></w:r>\
                   <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    let body = [
        "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t>文件</w:t></w:r></w:p>".to_owned(),
        format!(
            "<w:p>{}{}{}<w:bookmarkStart w:id=\"1\" w:name=\"_Ref1\"/><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:bookmarkEnd \
             w:id=\"1\"/>{}{}</w:p>",
            word("<w:em w:val=\"dot\"/>", "着重"),
            word("<w:rStyle w:val=\"Code\"/>", "x=1"),
            "<w:hyperlink r:id=\"rId5\"><w:r><w:rPr><w:rStyle w:val=\"Link\"/></w:rPr><w:t>公约</w:t></w:r></w:hyperlink>",
            second("<w:fldSimple w:instr=\" NOTEREF _Ref1 \\f \\h \"><w:r><w:t>1</w:t></w:r></w:fldSimple>"),
            second(complex),
        ),
        "<w:p><w:pPr><w:pStyle w:val=\"Lines\"/></w:pPr><w:r><w:t>if x:</w:t></w:r></w:p>".to_owned(),
        format!("<w:p>{}</w:p>", run("", picture)),
    ];
    let styles = "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
                  <w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/></w:style>\
                  <w:style w:type=\"paragraph\" w:styleId=\"Lines\"><w:name w:val=\"HTML Preformatted\"/></w:style>\
                  <w:style w:type=\"character\" w:styleId=\"Code\"><w:name w:val=\"HTML Code\"/></w:style>\
                  <w:style w:type=\"character\" w:styleId=\"Link\"><w:name w:val=\"Hyperlink\"/><w:rPr><w:u w:val=\"single\"/></w:rPr></w:style>\
                  </w:styles>";
    let notes = "<w:footnotes xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:footnote w:id=\"2\"><w:p><w:r>\
                 <w:t>注。</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><rect width=\"1\" height=\"1\"/></svg>";
    let file = |drawing: &str| {
        let bytes = docx(
            &body.concat(),
            &[
                ("rId1", "styles", "styles.xml"),
                ("rId2", "footnotes", "footnotes.xml"),
                ("rId3", "image", "media/points.png"),
                ("rId4", "image", "media/drawing.svg"),
                ("rId5", "hyperlink", "https://example.org/"),
            ],
            &[
                ("word/styles.xml", styles.as_bytes()),
                ("word/footnotes.xml", notes.as_bytes()),
                (
                    "word/media/points.png",
                    &fs::read(folder().join("../../sites/word/content/wen-jian/ramp.png")).unwrap(),
                ),
                ("word/media/drawing.svg", drawing.as_bytes()),
            ],
        );
        let imported = opened("a.docx", &bytes).unwrap();
        prove(&imported, &bytes, "a.docx");
        imported.markdown.split_once("\n---\n").unwrap().1.trim().to_owned()
    };
    let said = file(svg);
    let line = "*着重*<code>x=1</code>[公约](https://example.org/)[^1]，再见[^1]，再见[^1]";
    assert!(said.starts_with(line), "{said}");
    assert!(
        said.contains("```\nif x:\n```") && said.contains("![门](drawing-") && said.ends_with("[^1]: 注。"),
        "{said}"
    );
    // A drawing that does more than show itself is no picture.
    let said = file(&svg.replace("<rect", "<script>1</script><rect"));
    assert!(said.contains("![门](points-"), "{said}");
}
