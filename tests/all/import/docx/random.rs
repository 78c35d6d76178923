//! Random documents: whatever a file says, nothing of it is lost.

use std::io::{Cursor, Read};

use proptest::prelude::*;
use proptest::sample::Index;
use roxmltree::{Document, Node};
use zip::ZipArchive;

use super::made::{SPACES, archive as archive_of, docx, p};
use super::{bytes as whole, names, opened, prove};

/// Words with what Markdown, HTML and YAML act on.
pub fn words() -> impl Strategy<Value = String> {
    let sign = prop::sample::select(vec![
        "*", "_", "`", "[", "]", "(", ")", "<", ">", "&", "#", "|", "\\", "~", "!", ":", "-", "+", "=", "{",
        "}", "\"", "'", "1.", "2)", "^", "$", "%", " ", "  ", "\u{a0}", "\u{3000}", "，", "。", "“", "”",
        "（", "、", "@",
    ]);
    let word = prop::sample::select(vec![
        "人权", "各国", "a", "bc", "x", "حق", "été", "2030", "&amp;", "<b>", "[^1]", "](x)", "---", "一",
        "第",
    ]);
    let part = prop_oneof![2 => word.prop_map(str::to_owned), 1 => sign.prop_map(str::to_owned)];
    prop::collection::vec(part, 1..7).prop_map(|parts| parts.concat())
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn run() -> impl Strategy<Value = String> {
    let look = prop::sample::subsequence(
        vec![
            "<w:b/>",
            "<w:i/>",
            "<w:strike/>",
            "<w:vertAlign w:val=\"superscript\"/>",
            "<w:lang w:val=\"fr-FR\"/>",
            "<w:vanish/>",
        ],
        0..3,
    );
    (words(), look).prop_map(|(words, look)| {
        format!(
            "<w:r><w:rPr>{}</w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r>",
            look.concat(),
            escaped(&words)
        )
    })
}

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => run(),
        1 => run().prop_map(|run| format!("<w:ins w:id=\"1\">{run}</w:ins>")),
        1 => run().prop_map(|run| format!("<w:del w:id=\"1\">{}</w:del>", run.replace("w:t", "w:delText"))),
        1 => run().prop_map(|run| format!("<w:hyperlink r:id=\"rId9\">{run}</w:hyperlink>")),
        1 => Just("<w:r><w:br/></w:r>".to_owned()),
        1 => Just("<w:r><w:tab/></w:r>".to_owned()),
        1 => Just("<w:r><w:lastRenderedPageBreak/></w:r>".to_owned()),
        1 => (1..4u8).prop_map(|id| format!("<w:r><w:footnoteReference w:id=\"{id}\"/></w:r>")),
        1 => Just("<w:r><w:commentReference w:id=\"1\"/></w:r>".to_owned()),
        1 => words().prop_map(|said| format!("<w:r><w:drawing><wp:inline><wp:docPr descr=\"{}\"/><a:graphic><pic:pic><a:blip r:embed=\"rId8\"/></pic:pic></a:graphic></wp:inline></w:drawing></w:r>", escaped(&said))),
    ]
}

fn paragraph() -> impl Strategy<Value = String> {
    let style = prop::sample::select(vec![
        "",
        "",
        "",
        "<w:pStyle w:val=\"Heading1\"/>",
        "<w:pStyle w:val=\"Heading2\"/>",
        "<w:pStyle w:val=\"Title\"/>",
        "<w:pStyle w:val=\"Caption\"/>",
        "<w:pStyle w:val=\"Quote\"/>",
        "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>",
        "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr>",
        "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr>",
        "<w:rPr><w:del w:id=\"1\"/></w:rPr>",
    ]);
    (style, prop::collection::vec(piece(), 0..5))
        .prop_map(|(style, pieces)| format!("<w:p><w:pPr>{style}</w:pPr>{}</w:p>", pieces.concat()))
}

fn table() -> impl Strategy<Value = String> {
    let said = prop::sample::select(vec![
        "",
        "",
        "",
        "<w:gridSpan w:val=\"2\"/>",
        "<w:vMerge w:val=\"restart\"/>",
        "<w:vMerge/>",
    ]);
    let cell = (said, prop::collection::vec(paragraph(), 1..3)).prop_map(|(said, paragraphs)| {
        format!("<w:tc><w:tcPr>{said}</w:tcPr>{}</w:tc>", paragraphs.concat())
    });
    let head = prop::sample::select(vec!["", "<w:tblHeader/>", "<w:del w:id=\"1\"/>"]);
    let row = (head, prop::collection::vec(cell, 1..4))
        .prop_map(|(head, cells)| format!("<w:tr><w:trPr>{head}</w:trPr>{}</w:tr>", cells.concat()));
    prop::collection::vec(row, 1..4).prop_map(|rows| format!("<w:tbl>{}</w:tbl>", rows.concat()))
}

fn style(id: &str, name: &str, more: &str) -> String {
    format!(
        "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:pPr>{more}</w:pPr></w:style>"
    )
}

fn file(body: &str, notes: &[String]) -> Vec<u8> {
    let heading = |level| format!("<w:outlineLvl w:val=\"{level}\"/>");
    let styles = format!(
        "<w:styles {SPACES}>{}{}{}{}{}</w:styles>",
        style("Title", "Title", ""),
        style("Heading1", "heading 1", &heading(0)),
        style("Heading2", "heading 2", &heading(1)),
        style("Caption", "caption", ""),
        style("Quote", "Quote", "")
    );
    let level = |at, form, shown| {
        format!(
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{form}\"/><w:lvlText w:val=\"{shown}\"/></w:lvl>"
        )
    };
    let numbering = format!(
        "<w:numbering {SPACES}><w:abstractNum w:abstractNumId=\"1\">{}{}</w:abstractNum><w:abstractNum w:abstractNumId=\"2\">{}</w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"2\"/></w:num></w:numbering>",
        level(0, "decimal", "%1."),
        level(1, "lowerLetter", "(%2)"),
        level(0, "bullet", "\u{f0b7}")
    );
    let note = |(at, said): (usize, &String)| format!("<w:footnote w:id=\"{}\">{said}</w:footnote>", at + 1);
    let notes: String = notes.iter().enumerate().map(note).collect();
    let notes = format!("<w:footnotes {SPACES}>{notes}</w:footnotes>");
    let comments = format!(
        "<w:comments {SPACES}><w:comment w:id=\"1\"><w:p><w:r><w:t>批注</w:t></w:r></w:p></w:comment></w:comments>"
    );
    let own = [
        ("rId1", "styles", "styles.xml"),
        ("rId2", "numbering", "numbering.xml"),
        ("rId3", "footnotes", "footnotes.xml"),
        ("rId4", "comments", "comments.xml"),
        ("rId8", "image", "media/image1.png"),
        ("rId9", "hyperlink", "https://example.org/a"),
    ];
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0IEND\xae\x42\x60\x82";
    docx(
        body,
        &own,
        &[
            ("word/styles.xml", styles.as_bytes()),
            ("word/numbering.xml", numbering.as_bytes()),
            ("word/footnotes.xml", notes.as_bytes()),
            ("word/comments.xml", comments.as_bytes()),
            ("word/media/image1.png", png),
        ],
    )
}

/// A file without one of the elements of one of its parts.
fn without(bytes: &[u8], part: &str, element: &Index) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = Vec::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        files.push((entry.name().to_owned(), bytes));
    }
    let (_, text) = files.iter_mut().find(|(name, _)| name == part)?;
    let xml = String::from_utf8(text.clone()).ok()?;
    let document = Document::parse(&xml).unwrap();
    let elements: Vec<_> = document.root_element().descendants().skip(1).filter(Node::is_element).collect();
    let range = elements.get(element.index(elements.len().max(1)))?.range();
    *text = [&xml[..range.start], &xml[range.end..]].concat().into_bytes();
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    Some(archive_of(&files))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn nothing_of_any_document_is_lost(
        blocks in prop::collection::vec(prop_oneof![5 => paragraph(), 1 => table()], 1..8),
        notes in prop::collection::vec(paragraph(), 3),
    ) {
        // Its first words are those of the title, whatever stands among them.
        let bytes = file(&(blocks.concat() + &p("结束")), &notes);
        let imported = opened("a.docx", &bytes).unwrap();
        prove(&imported, &bytes, "random");
    }

    #[test]
    fn nothing_of_any_resolution_is_lost(
        blocks in prop::collection::vec(prop_oneof![7 => paragraph(), 1 => table()], 1..8),
        notes in prop::collection::vec(paragraph(), 3),
    ) {
        let head = ["A/HRC/RES/98/6", "人权理事会", "98/6. 车上有标志", "人权理事会，", "回顾各项决议，"].map(p).concat();
        let first = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>请各国：</w:t></w:r></w:p>";
        let bytes = file(&(head + first + &blocks.concat()), &notes);
        let imported = opened("a.docx", &bytes).unwrap();
        prop_assert!(imported.markdown.contains("kind: resolution"));
        prove(&imported, &bytes, "random");
    }

    #[test]
    fn whatever_a_file_lacks_nothing_of_the_rest_is_lost(
        name in prop::sample::select(names()),
        part in prop::sample::select(vec!["document", "document", "document", "styles", "numbering", "footnotes", "comments"]),
        element in any::<Index>(),
    ) {
        let Some(bytes) = without(&whole(&name), &format!("word/{part}.xml"), &element) else { return Ok(()) };
        match opened("a.docx", &bytes) {
            Ok(imported) => prove(&imported, &bytes, &name),
            Err(refused) => prop_assert!(refused.to_string().contains("a.docx"), "{refused}"),
        }
    }
}
