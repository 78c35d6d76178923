//! Pages that were damaged, or made to do harm: each is refused with a message that says why, or read as far as it can be, and none takes long.

use std::fs;

use super::{body, opened, page};

/// The message of a refused page.
fn refused(page: &str) -> String {
    match opened("页.html", page.as_bytes()) {
        Err(refused) => refused.to_string(),
        Ok(imported) => panic!("it was imported: {:.300}", imported.markdown),
    }
}

#[test]
fn elements_in_elements_without_end_are_refused() {
    for name in ["div", "span", "b id=1", "table><tr><td", "ul><li", "blockquote", "svg><g", "font size=1"] {
        let said = refused(&format!("<h1>题</h1>{}深", format!("<{name}>").repeat(100_000)));
        assert!(said.contains("an element lies in more than 512 others"), "{name}: {said}");
        assert!(said.contains("页.html is a web page that cannot be read"), "{said}");
    }
    for (name, depth) in
        [("div", 500), ("span", 500), ("ul><li", 240), ("q", 500), ("ins", 500), ("table><tr><td", 120)]
    {
        let imported = page(&format!("<h1>题</h1><p>一。</p>{}深", format!("<{name}>").repeat(depth)));
        assert!(imported.markdown.contains('深'), "{name}");
    }
}

/// Nothing costs the square of a page.
#[test]
fn long_pages_are_read_or_refused_soon() {
    let many = |text: &str, most: usize| text.repeat(most / text.len());
    let size = 1 << 17;
    for (text, is_read) in [
        ("<p>", true),
        ("</p>", false),
        ("<b><p>", false),
        ("</b>", true),
        ("<a href=#n><sup>1</sup></a>", true),
        ("<a href=#n id=r>1</a><p id=n><a href=#r>1</a>x", true),
        ("<br>", true),
        ("<p><b id=1><i>x</b></i></p>", true),
        ("<ol><li>x</ol>", true),
        ("<td>x", true),
        ("<!---->x", true),
        ("&#x4e00;", true),
        ("<img src=a.png alt=b>", true),
        ("<input>", true),
        ("<i role=doc-pagebreak>1</i><p>", true),
        ("<p hidden>x", true),
        ("<svg><path d='M0 0'/></svg>", true),
        ("<h2>x<table><tr><td><h3>x</h3></table>", true),
        ("<h1 id=a>x</h1><a href=#a>y</a>", true),
        ("<li id=n><a href=#r>1</a>x<sup><a id=r href=#n>1</a></sup>", true),
        ("<del>x</del> ", true),
        ("<abbr title=x></abbr>", true),
        ("<pre>\n \n", false),
        ("<form><h1>x</h1></form>", true),
        ("<p id=a style='color:red;font:bold 9pt x'>x", true),
    ] {
        let whole = format!("<h1>题</h1><p>一。</p>{}<p>末。", many(text, size));
        match opened("页.html", whole.as_bytes()) {
            Ok(imported) => assert!(imported.markdown.contains("末。"), "{text}"),
            Err(refused) => assert!(!is_read || refused.to_string().contains("at most"), "{text}: {refused}"),
        }
    }
    let said = refused(&format!(
        "<h1>题</h1><p {}>一",
        (0..1 << 16).map(|at| format!("a{at} ")).collect::<String>()
    ));
    assert!(said.contains("more than 20000 parts"), "{said}");
    for attributes in ["a/", "a=''"] {
        let many: String =
            (0..1 << 16).map(|at| format!("{}{at}{}", &attributes[..1], &attributes[1..])).collect();
        let said = refused(&format!("<h1>题</h1><p {many}>一"));
        assert!(said.contains("more than 20000 parts"), "{said}");
    }
    // A picture in the page is one long value.
    let data = "aGVsbG8/".repeat(1 << 18);
    let imported = page(&format!("<h1>题</h1><p>一。<img src='data:image/png;base64,{data}' alt=图>"));
    assert!(imported.dropped.iter().any(|it| it.text == "图"));
    let tags: String = (0..200)
        .map(|_| format!("<p {}>x", (0..9_000).map(|at| format!("a{at} ")).collect::<String>()))
        .collect();
    assert!(refused(&format!("<h1>题</h1>{tags}")).contains("more than 20000 parts"));
}

#[test]
fn more_than_people_write_is_refused() {
    assert!(refused(&format!("<h1>题</h1>{}", "<p>一".repeat(200_001))).contains("at most 200000 are read"));
    let row = format!("<tr>{}", "<td colspan=1000>x".repeat(20));
    let said = refused(&format!("<h1>题</h1><table>{}</table>", row.repeat(50)));
    assert!(said.contains("more than 500000 cells"), "{said}");
    let said = refused(&format!(
        "<h1>题</h1><table>{}</table>",
        "<tr><td colspan=1000 rowspan=60000>x<td>y".repeat(600)
    ));
    assert!(said.contains("more than 500000 cells"), "{said}");
    assert!(
        opened("页.html", b"<html><body><script>x</script></body></html>")
            .unwrap_err()
            .to_string()
            .contains("is empty")
    );
}

#[test]
fn cells_never_lie_on_each_other() {
    let imported = page(
        "<h1>题</h1><table><tr><th>一<th>二<th>三<tr><td rowspan=0>四<td rowspan=9>五<td>六<tr><td colspan=7>七<tr><td>八</table>",
    );
    let said = body(&imported);
    let want = "<tr><td rowspan=\"3\">四</td><td rowspan=\"3\">五</td><td>六</td>";
    assert!(said.contains(want), "{said}");
    assert!(said.contains("<td colspan=\"7\">七</td>"), "{said}");
}

/// Pictures come out of the page and its folder, and from nowhere else.
#[test]
fn a_picture_never_comes_from_elsewhere() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("页");
    fs::create_dir_all(folder.join("图")).unwrap();
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0IEND\xae\x42\x60\x82";
    for place in [around.path().join("out.png"), folder.join("图/in 1.png")] {
        fs::write(place, png).unwrap();
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink(around.path().join("out.png"), folder.join("link.png")).unwrap();
    let path = folder.join("a.html");
    let path = path.to_str().unwrap();
    for src in [
        "../out.png",
        "图/../../out.png",
        "%2e%2e/out.png",
        "/etc/passwd",
        "file:///etc/passwd",
        "https://example.org/a.png",
        "//example.org/a.png",
        "link.png",
        "图",
        "none.png",
        "data:text/plain,x",
        "javascript:x",
        "C:\\a.png",
    ] {
        let whole = format!("<h1>题</h1><p>一。<img src='{src}' alt='坡道'>");
        let imported = opened(path, whole.as_bytes()).unwrap();
        assert!(imported.pictures.is_empty(), "{src}");
        let is_told =
            |it: &curbcut::finding::Finding| it.message.contains("a picture of the file is left out");
        assert_eq!(imported.findings.iter().filter(|it| is_told(it)).count(), 1, "{src}");
        assert!(imported.dropped.iter().any(|it| it.text == "坡道"), "{src}");
    }
    for src in ["图/in 1.png", "./%E5%9B%BE/in%201.png?v=1", "图\\in 1.png"] {
        let whole = format!("<h1>题</h1><p>一。<img src='{src}' alt='坡道'>");
        let imported = opened(path, whole.as_bytes()).unwrap();
        assert!(
            matches!(imported.pictures.as_slice(), [one] if one.bytes == png),
            "{src}: {:?}",
            imported.findings
        );
    }
    let whole = "<base href='https://example.org/'><h1>题</h1><p>一。<img src='图/in 1.png' alt='坡道'>";
    assert!(opened(path, whole.as_bytes()).unwrap().pictures.is_empty());
}
