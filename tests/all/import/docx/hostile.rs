//! Files that were damaged, or made to do harm: each is refused with a message that says why, or read as far as it can be.

use super::made::{SPACES, archive, docx, p, relations};
use super::opened;

/// The message of a refused file.
fn refused(bytes: &[u8]) -> String {
    match opened("报告.docx", bytes) {
        Err(refused) => refused.to_string(),
        Ok(imported) => panic!("it was imported: {:.300}", imported.markdown),
    }
}

fn nested(depth: usize) -> String {
    let (open, close) = ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>");
    open.repeat(depth) + &p("深") + &close.repeat(depth)
}

#[test]
fn a_bomb_is_refused_before_it_is_unpacked() {
    let blanks = vec![b' '; 80 << 20];
    let document = [b"<w:document>".as_slice(), &blanks].concat();
    let root = relations(&[("rId1", "officeDocument", "word/document.xml")]);
    let bytes = archive(&[("_rels/.rels", root.as_bytes()), ("word/document.xml", &document)]);
    assert!(bytes.len() < 1 << 20);
    let said = refused(&bytes);
    assert!(said.contains("“word/document.xml” cannot be read: unpacked, it is larger than 64 MB"), "{said}");
    assert!(said.contains("报告.docx is a Word document that cannot be read"), "{said}");
}

#[test]
fn more_than_people_write_is_refused() {
    let said = refused(&docx(&(p("题") + &"<w:p/>".repeat(200_000)), &[], &[]));
    assert!(said.contains("it has 200001 paragraphs, and at most 200000 are read"), "{said}");
    let row = |cells: usize| format!("<w:tr>{}</w:tr>", "<w:tc><w:p/></w:tc>".repeat(cells));
    let table = format!("<w:tbl>{}{}</w:tbl>", row(63), row(1).repeat(8_000));
    let said = refused(&docx(&(p("题") + &table), &[], &[]));
    assert!(said.contains("it has 504063 cells"), "{said}");
    let long = "字".repeat(6 << 20);
    assert!(refused(&docx(&p(&long), &[], &[])).contains("its words take more than 16 MB"));
}

#[test]
fn pictures_that_are_a_bomb_are_left_out_and_named() {
    let mut body = p("标题") + &p("正文。");
    let (mut own, mut names) = (Vec::new(), Vec::new());
    for at in 0..3 {
        names.push((format!("rId{at}"), format!("media/image{at}.png"), format!("word/media/image{at}.png")));
        body.push_str(&format!(
            "<w:p><w:r><w:drawing><wp:inline><wp:docPr descr=\"图\"/><a:graphic><pic:pic><a:blip r:embed=\"rId{at}\"/></pic:pic></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        ));
    }
    names.iter().for_each(|(id, target, _)| own.push((id.as_str(), "image", target.as_str())));
    let bomb = vec![0; 33 << 20];
    let parts: Vec<(&str, &[u8])> =
        names.iter().map(|(_, _, part)| (part.as_str(), bomb.as_slice())).collect();
    let imported = opened("a.docx", &docx(&body, &own, &parts)).unwrap();
    assert!(imported.pictures.is_empty());
    let left = imported
        .findings
        .iter()
        .filter(|it| it.message.contains("a picture of the file is left out"))
        .count();
    assert_eq!(left, 3);
}

#[test]
fn an_entity_is_never_resolved() {
    let root = relations(&[("rId1", "officeDocument", "word/document.xml")]);
    let entity = format!(
        "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document {SPACES}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
    );
    let bytes = archive(&[("_rels/.rels", root.as_bytes()), ("word/document.xml", entity.as_bytes())]);
    let said = refused(&bytes);
    assert!(said.contains("it has a document type"), "{said}");
    let bytes = docx("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", &[], &[]);
    assert!(refused(&bytes).contains("in line 1, “&x;” is no character of XML"));
}

#[test]
fn tables_in_tables_without_end_are_refused() {
    for depth in [100, 10_000] {
        let said = refused(&docx(&(p("题") + &nested(depth)), &[], &[]));
        assert!(said.contains("an element lies in more than 256 others"), "{said}");
    }
    let imported = opened("a.docx", &docx(&(p("题") + &nested(80)), &[], &[])).unwrap();
    assert!(imported.markdown.contains('深'));
    for wrap in ["w:ins", "w:smartTag", "w:hyperlink", "w:sdt><w:sdtContent"] {
        let names: Vec<&str> = wrap.split("><").collect();
        let close: String = names.into_iter().rev().map(|name| format!("</{name}>")).collect();
        let depth = if wrap.contains("><") { 120 } else { 240 };
        let runs = format!("<{wrap}>").repeat(depth) + "<w:r><w:t>深</w:t></w:r>" + &close.repeat(depth);
        let imported = opened("a.docx", &docx(&(p("题") + "<w:p>" + &runs + "</w:p>"), &[], &[])).unwrap();
        assert!(imported.markdown.contains('深'), "{wrap}");
    }
}

#[test]
fn what_is_missing_or_torn_is_named() {
    let root = relations(&[("rId1", "officeDocument", "word/document.xml")]);
    let bytes = archive(&[("_rels/.rels", root.as_bytes())]);
    assert!(refused(&bytes).contains("its part “word/document.xml” is missing"));
    let bytes = archive(&[("a.txt", b"a")]);
    assert!(refused(&bytes).contains("it has no main document"));
    let whole = docx(&p("一"), &[], &[]);
    assert!(refused(&whole[..whole.len() / 2]).contains("it is no whole ZIP archive"));
    assert!(refused(&docx("<w:p>", &[], &[])).contains("“word/document.xml” cannot be read: in line 1"));
    let bytes = docx(&p("一"), &[("rId9", "styles", "styles.xml")], &[("word/styles.xml", b"<w:styles")]);
    assert!(refused(&bytes).contains("“word/styles.xml” cannot be read"));
    assert!(refused(&docx("", &[], &[])).contains("报告.docx is empty"));
    let bytes = docx(&p("标\u{1}题"), &[], &[]);
    assert!(refused(&bytes).contains("a control character is no text"));
}

#[test]
fn parts_that_a_file_names_and_lacks_are_done_without() {
    let own = [
        ("rId1", "styles", "styles.xml"),
        ("rId2", "numbering", "numbering.xml"),
        ("rId3", "footnotes", "footnotes.xml"),
    ];
    let note = "<w:p><w:r><w:t>二</w:t></w:r><w:r><w:footnoteReference w:id=\"7\"/></w:r></w:p>";
    let imported = opened("a.docx", &docx(&(p("一") + note), &own, &[])).unwrap();
    assert!(imported.markdown.contains("\n二[^1]\n"));
    assert!(imported.findings.iter().any(|it| it.message.contains("a mark of this note, and no note")));
}

#[test]
fn a_name_leads_nowhere_but_into_the_archive() {
    let picture = "<w:p><w:r><w:drawing><wp:inline><wp:docPr descr=\"图\"/><a:graphic><pic:pic><a:blip r:embed=\"rId1\"/></pic:pic></a:graphic></wp:inline></w:drawing></w:r></w:p>";
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0IEND\xae\x42\x60\x82";
    for target in ["../../../../etc/passwd", "/etc/passwd", "..\\..\\x.png", "file:///etc/passwd"] {
        let bytes =
            docx(&(p("题") + &p("一") + picture), &[("rId1", "image", target)], &[("../../x.png", png)]);
        let imported = opened("a.docx", &bytes).unwrap();
        assert!(imported.pictures.is_empty(), "{target}");
        assert!(
            imported.findings.iter().any(|it| it.message.contains("a picture of the file is left out")),
            "{target}"
        );
    }
    let bytes = docx(
        &(p("题") + &p("一") + picture),
        &[("rId1", "image", "../../../..//evil ../名 字.png")],
        &[("evil ../名 字.png", png)],
    );
    let imported = opened("a.docx", &bytes).unwrap();
    let [file] = imported.pictures.as_slice() else { panic!("{:?}", imported.findings) };
    assert!(file.name.starts_with("ming-zi-") && file.name.ends_with(".png"), "{}", file.name);
}

#[test]
fn other_files_of_word_processors_say_what_to_do() {
    let old = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    assert!(opened("旧.doc", &old).unwrap_err().to_string().contains("save it as .docx"));
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let locked = [old, name].concat();
    let said = refused(&locked);
    assert!(
        said.contains("a document that a password protects") && said.contains("without a password"),
        "{said}"
    );
    let odt = archive(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<a/>")]);
    assert!(opened("a.odt", &odt).unwrap_err().to_string().contains("save it again as .odt or .docx"));
    let root = relations(&[("rId1", "officeDocument", "xl/workbook.xml")]);
    let table = archive(&[("_rels/.rels", root.as_bytes()), ("xl/workbook.xml", b"<workbook/>")]);
    assert!(opened("a.xlsx", &table).unwrap_err().to_string().contains("a spreadsheet"));
}

#[test]
fn numbers_that_no_file_means_do_no_harm() {
    let body = "<w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"4000000000\"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val=\"4294967295\"/></w:tcPr>"
        .to_owned()
        + &p("一")
        + "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"-3\"/><w:vMerge/></w:tcPr>"
        + &p("二")
        + "</w:tc></w:tr></w:tbl>";
    let numbering = format!(
        "<w:numbering {SPACES}><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"4294967295\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1%9%0.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>"
    );
    let styles = format!(
        "<w:styles {SPACES}><w:style w:type=\"paragraph\" w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"b\"><w:basedOn w:val=\"a\"/><w:pPr><w:outlineLvl w:val=\"255\"/></w:pPr></w:style></w:styles>"
    );
    let item = "<w:p><w:pPr><w:pStyle w:val=\"a\"/><w:numPr><w:ilvl w:val=\"200\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>三</w:t></w:r></w:p>";
    let item0 = item.replace("200", "0");
    let own = [("rId1", "numbering", "numbering.xml"), ("rId2", "styles", "styles.xml")];
    let bytes = docx(
        &(p("题") + &p("文。") + &body + item + &item0 + &item0),
        &own,
        &[("word/numbering.xml", numbering.as_bytes()), ("word/styles.xml", styles.as_bytes())],
    );
    let imported = opened("a.docx", &bytes).unwrap();
    super::prove(&imported, &bytes, "numbers");
}
