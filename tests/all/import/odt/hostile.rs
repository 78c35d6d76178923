//! Files that were damaged, or made to do harm: each is refused with a message that says why, or read as far as it can be.

use super::made::{KIND, archive, content, odt, p};
use super::opened;

/// The message of a refused file.
fn refused(bytes: &[u8]) -> String {
    match opened("报告.odt", bytes) {
        Err(refused) => refused.to_string(),
        Ok(imported) => panic!("it was imported: {:.300}", imported.markdown),
    }
}

#[test]
fn a_bomb_is_refused_before_it_is_unpacked() {
    let blanks = [b"<office>".as_slice(), &vec![b' '; 80 << 20]].concat();
    let bytes = archive(&[("mimetype", KIND), ("content.xml", &blanks)]);
    assert!(bytes.len() < 1 << 20);
    let said = refused(&bytes);
    assert!(said.contains("报告.odt is an OpenDocument text that cannot be read"), "{said}");
    assert!(said.contains("“content.xml” cannot be read: unpacked, it is larger than 64 MB"), "{said}");
}

#[test]
fn more_than_people_write_is_refused() {
    let said = refused(&odt("", &(p("题") + &"<text:p/>".repeat(200_000)), &[]));
    assert!(said.contains("it has 200001 paragraphs, and at most 200000 are read"), "{said}");
    let cell = format!("<table:table-cell>{}</table:table-cell>", p("格"));
    let row = |times: u32, cells: &str| {
        format!("<table:table-row table:number-rows-repeated=\"{times}\">{cells}</table:table-row>")
    };
    let table = |rows: &str| format!("<table:table>{rows}</table:table>");
    let said = refused(&odt("", &(p("题") + &table(&row(4_000_000_000, &cell.repeat(3)))), &[]));
    assert!(said.contains("and at most"), "{said}");
    // Cells that rows lack count, for they are written.
    let wide = row(1, &cell.repeat(1_000)) + &row(1_000, &cell);
    let said = refused(&odt("", &(p("题") + &table(&wide)), &[]));
    assert!(said.contains("it has 1001000 cells, and at most 500000 are read"), "{said}");
    // Rows and cells without words say nothing, however often they stand.
    let empty = "<table:table-cell table:number-columns-repeated=\"4000000000\"/>";
    let rows = row(1, &cell.repeat(2)) + &row(1_000_000, empty);
    let imported = opened("a.odt", &odt("", &(p("题") + &p("一") + &table(&rows)), &[])).unwrap();
    assert!(imported.markdown.contains('格'));
}

#[test]
fn blanks_without_end_are_few() {
    let body = p("题") + &p("一<text:s text:c=\"4000000000\"/>二");
    let imported = opened("a.odt", &odt("", &body, &[])).unwrap();
    assert!(imported.markdown.contains("一 二"), "{}", imported.markdown);
}

#[test]
fn an_entity_is_never_resolved() {
    let entity =
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>".to_owned() + &content("", &p("&x;"));
    let said = refused(&archive(&[("mimetype", KIND), ("content.xml", entity.as_bytes())]));
    assert!(said.contains("it has a document type"), "{said}");
    assert!(refused(&odt("", &p("&x;"), &[])).contains("in line 1, “&x;” is no character of XML"));
}

#[test]
fn what_stands_in_itself_without_end_is_refused() {
    let (open, close) = (
        "<table:table><table:table-row><table:table-cell>",
        "</table:table-cell></table:table-row></table:table>",
    );
    for depth in [100, 10_000] {
        let body = p("题") + &open.repeat(depth) + &p("深") + &close.repeat(depth);
        assert!(refused(&odt("", &body, &[])).contains("an element lies in more than 256 others"));
    }
    for (open, close, depth) in [
        (open, close, 80),
        ("<text:list><text:list-item>", "</text:list-item></text:list>", 120),
        ("<text:section>", "</text:section>", 240),
        ("<text:p><draw:frame><draw:text-box>", "</draw:text-box></draw:frame></text:p>", 80),
    ] {
        let body = p("题") + &open.repeat(depth) + &p("深") + &close.repeat(depth);
        let imported = opened("a.odt", &odt("", &body, &[])).unwrap();
        assert!(imported.markdown.contains('深'), "{open}");
    }
}

#[test]
fn what_is_missing_or_torn_is_named() {
    assert!(refused(&archive(&[("mimetype", KIND)])).contains("its part “content.xml” is missing"));
    assert!(refused(&archive(&[("a.txt", b"a")])).contains("its part “content.xml” is missing"));
    let whole = odt("", &p("一"), &[]);
    assert!(refused(&whole[..whole.len() / 2]).contains("it is no whole ZIP archive"));
    assert!(refused(&odt("", "<text:p>", &[])).contains("“content.xml” cannot be read: in line 1"));
    assert!(
        refused(&odt("", &p("一"), &[("styles.xml", b"<office")])).contains("“styles.xml” cannot be read")
    );
    assert!(refused(&odt("", "", &[])).contains("报告.odt is empty"));
}

#[test]
fn a_file_with_a_password_says_what_to_do() {
    let manifest = "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><m:file-entry m:full-path=\"content.xml\"><m:encryption-data/></m:file-entry></m:manifest>";
    let locked = [
        ("mimetype", KIND),
        ("content.xml", b"\x01\x02".as_slice()),
        ("META-INF/manifest.xml", manifest.as_bytes()),
    ];
    let said = refused(&archive(&locked));
    assert!(
        said.contains(
            "a password protects it. Open it in a word processor, save it without a password, and import"
        ),
        "{said}"
    );
    assert!(
        refused(&archive(&[("mimetype", KIND), ("encrypted-package", b"x")]))
            .contains("a password protects it")
    );
}

#[test]
fn a_name_leads_nowhere_but_into_the_archive() {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0IEND\xae\x42\x60\x82";
    for target in ["../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "https://example.org/a.png"]
    {
        let body = p("题")
            + &p("一")
            + &p(&format!("<draw:frame><draw:image xlink:href=\"{target}\"/></draw:frame>"));
        let imported = opened("a.odt", &odt("", &body, &[("Pictures/x.png", png)])).unwrap();
        assert!(imported.pictures.is_empty(), "{target}");
        let is_told =
            |it: &curbcut::finding::Finding| it.message.contains("a picture of the file is left out");
        assert!(imported.findings.iter().any(is_told), "{target}");
    }
}

#[test]
fn styles_and_lists_that_lead_in_a_circle_end() {
    let styles = "<style:style style:name=\"A\" style:family=\"paragraph\" style:parent-style-name=\"B\"/><style:style style:name=\"B\" style:family=\"paragraph\" style:parent-style-name=\"A\"/>";
    let body = "<text:p text:style-name=\"A\">题</text:p><text:list text:style-name=\"X\" text:continue-list=\"z\"><text:list-item><text:p>一</text:p></text:list-item></text:list>";
    assert!(opened("a.odt", &odt(styles, body, &[])).unwrap().markdown.contains('一'));
}
