//! A drawing shows itself and does nothing else, and nobody says of a moving one that it is still.

use std::path::Path;

use crate::support::Site;
use crate::support::curbcut;

const TEXT: &str = "---\ntitle: A test document\nkind: document\ndate: 2026-01-15\nsummary: This is a test. It has two sentences.\n---\n\n![A drawing](x.svg)\n";

const HEAD: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 100 40\">";

fn site(drawing: &[u8]) -> Site {
    let site = Site::new(&[("content/a/index.md", TEXT)]);
    site.write(
        "book.toml",
        "[book]\ntitle = \"Test site\"\nauthors = [\"Team\"]\nlanguage = \"en\"\ndescription = \"Test.\"\n",
    );
    site.write("content/a/x.svg", drawing);
    site
}

/// What a build says of a drawing; nothing when it is published.
fn said(drawing: &[u8]) -> String {
    let ran = curbcut(site(drawing).root(), &["build", "--only", "site"]);
    assert!(matches!(ran.code, 0 | 1), "{}", ran.err);
    ran.err
}

#[track_caller]
fn refused(inside: &str) {
    let said = said(format!("{HEAD}\n{inside}</svg>").as_bytes());
    assert!(said.contains("content/a/x.svg\n\n"), "{inside}: {said}");
    assert!(said.contains("error[book/active-picture]: line 2, "), "{inside}: {said}");
}

#[test]
fn the_files_that_were_published() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/all/cases/drawings/loading");
    let mut files = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let file = entry.unwrap().path();
        let drawing = std::fs::read(&file).unwrap();
        for arguments in [&["build"][..], &["build", "--only", "site"], &["check"]] {
            let ran = curbcut(site(&drawing).root(), arguments);
            assert_eq!(ran.code, 1, "{}", file.display());
            let all = ran.out + &ran.err;
            assert!(all.contains("error[book/active-picture]: line 1, "), "{}: {all}", file.display());
        }
        files += 1;
    }
    assert_eq!(files, 4);
}

#[test]
fn what_may_move_is_told_and_published() {
    let warned = |inside: &str| {
        said(format!("{HEAD}\n{inside}</svg>").as_bytes()).contains("warning[pictures/moving]: ")
    };
    assert!(warned(
        "<rect width=\"9\" height=\"9\"><animate attributeName=\"x\" to=\"9\" dur=\"1s\"/></rect>"
    ));
    assert!(!warned("<rect width=\"9\" height=\"9\"/>"));
}

#[test]
fn whatever_loads_or_acts_is_refused_where_it_stands() {
    for inside in [
        "<script>x</script>",
        "<g><SCRIPT/></g>",
        "<s:script xmlns:s=\"http://www.w3.org/2000/svg\"/>",
        "<h:script xmlns:h=\"http://www.w3.org/1999/xhtml\">x</h:script>",
        "<metadata><script xmlns=\"http://www.w3.org/1999/xhtml\"/></metadata>",
        "<metadata><x:include xmlns:x=\"http://www.w3.org/2001/XInclude\" href=\"#a\"/></metadata>",
        "<foreignObject/>",
        "<switch><foreignObject width=\"1\"/><text>a</text></switch>",
        "<iframe/>",
        "<object data=\"x\"/>",
        "<embed src=\"x\"/>",
        "<audio/>",
        "<handler/>",
        "<x:y xmlns:x=\"urn:unheard-of\"/>",
        "<g onload=\"x()\"/>",
        "<g on&#x6c;oad=\"x\"/>",
        "<g ONLOAD=\"x()\"/>",
        "<a href=\"javascript:x\"><g/></a>",
        "<a href=\"java&#x0A;script:x\"><g/></a>",
        "<a href=\" &#x6a;avascript:x\"><g/></a>",
        "<a href=\"JaVaScRiPt:x\"><g/></a>",
        "<a href=\"data:text/html,x\"><g/></a>",
        "<a href=\"//example.org\"><g/></a>",
        "<a href=\"x.html\"><g/></a>",
        "<a ping=\"https://example.org\"><g/></a>",
        "<l:a xmlns:l=\"http://www.w3.org/2000/svg\" xmlns:k=\"http://www.w3.org/1999/xlink\" k:href=\"javascript:x\"/>",
        "<image href=\"https://example.org/x.png\"/>",
        "<image xlink:href=\"x.png\"/>",
        "<image href=\"data:image/svg+xml,x\"/>",
        "<image href=\"data:image/png;base64,PHN2Zy8+\"/>",
        "<image href=\"data:text/html,x\"/>",
        "<use href=\"x.svg#a\"/>",
        "<use href=\"data:image/svg+xml,x#a\"/>",
        "<use href=\"data:image/png;base64,AAAA\"/>",
        "<feImage href=\"x\"/>",
        "<linearGradient xlink:href=\"https://example.org/#a\"/>",
        "<g xml:base=\"https://example.org/\"/>",
        "<metadata><x xml:base=\"https://example.org/\"/></metadata>",
        "<image href=\"data:image/png,%20%0A&lt;svg/>\"/>",
        "<g fill=\"url(https://example.org/#a)\"/>",
        "<g filter=\"u\\72l(x#a)\"/>",
        "<g marker-end=\"URL( &quot;x#a&quot; )\"/>",
        "<g cursor=\"image-set('x' 1x)\"/>",
        "<g style=\"fill:url(x#a)\"/>",
        "<g style=\"fill:u/**/rl(x);mask:url(/**/x)\"/>",
        "<style>@import 'x';</style>",
        "<style>&#64;import 'x';</style>",
        "<style>@<![CDATA[import url(x);]]></style>",
        "<style>@\\69mport 'x';</style>",
        "<style>@im<!-- -->port 'x';</style>",
        "<style type=\"text/plain\">a{b:url(//example.org)}</style>",
        "<style>@font-face{src:url(x.woff)}</style>",
        "<style>a{b:c}<g/></style>",
        "<defs><style>a{b:-webkit-image-set(url(x) 1x)}</style></defs>",
        "<set attributeName=\"href\" to=\"javascript:x\"/>",
        "<animate attributeName=\" xlink:href\" values=\"a;b\"/>",
        "<animate attributeName=\"fill\" values=\"red;url(https://example.org/#a)\"/>",
        "<set attributeName=\"onload\" to=\"x\"/>",
        "<svg><svg><a href=\"vbscript:x\"/></svg></svg>",
        "<?xml-stylesheet href=\"x.css\"?>",
        "<?php x ?>",
        "<font-face-uri href=\"x\"/>",
    ] {
        refused(inside);
    }
}

#[test]
fn a_file_is_what_it_seems() {
    let bytes = |text: &str| text.as_bytes().to_vec();
    let wide = |text: &str| {
        [&b"\xff\xfe"[..], &text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()].concat()
    };
    for drawing in [
        bytes(&format!("<!DOCTYPE svg [<!ENTITY x 'onload'>]>{HEAD}</svg>")),
        bytes(&format!("<!DOCTYPE svg [\n<!ATTLIST svg onload CDATA 'x'>]>{HEAD}</svg>")),
        bytes(&format!("<!DOCTYPE svg SYSTEM \"https://example.org/x.dtd\">{HEAD}</svg>")),
        bytes(&format!("<!DOCTYPE html>{HEAD}</svg>")),
        bytes(&format!("{HEAD}&x;</svg>")),
        bytes(&format!("<?xml version=\"1.0\" encoding=\"UTF-7\"?>{HEAD}</svg>")),
        bytes(&format!("<?xml version=\"1.0\" encoding=\"utf-16\"?>{HEAD}</svg>")),
        bytes(&format!("<?xml version=\"1.0\" encoding=\"gb18030\"?>{HEAD}<title>图</title></svg>")),
        bytes(&format!("<?xml version=\"1.1\"?>{HEAD}</svg>")),
        bytes(&format!("<?xml-stylesheet href=\"x\"?>{HEAD}</svg>")),
        bytes(&format!("{HEAD}</svg><?xml-stylesheet href=\"x\"?>")),
        bytes("<html xmlns=\"http://www.w3.org/1999/xhtml\"><script>x</script></html>"),
        bytes("<svg><script/></svg>"),
        wide(&format!("{HEAD}<script/></svg>")),
        [&b"\x1f\x8b\x08\0"[..], &[0; 20]].concat(),
    ] {
        let said = said(&drawing);
        assert!(said.contains("content/a/x.svg") && said.contains("error[book/"), "{drawing:?}: {said}");
    }
}

#[test]
fn drawings_as_programs_save_them_pass() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/all/cases/drawings/passing");
    let mut files = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let file = entry.unwrap().path();
        let ran = curbcut(site(&std::fs::read(&file).unwrap()).root(), &["build"]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", file.display());
        files += 1;
    }
    assert_eq!(files, 5);
}

#[test]
fn what_may_move_is_not_called_still() {
    const SAID: &str = "Nothing in it flashes or moves.";
    let page = |inside: &str| {
        let site = site(format!("{HEAD}{inside}</svg>").as_bytes());
        let ran = curbcut(site.root(), &["build"]);
        assert_eq!(ran.code, 0, "{inside}: {}", ran.err);
        let mut book =
            zip::ZipArchive::new(std::fs::File::open(site.out().join("a/a.epub")).unwrap()).unwrap();
        let package = std::io::read_to_string(book.by_name("OEBPS/content.opf").unwrap()).unwrap();
        (site.page("a/index.html"), package)
    };
    let none = "<meta property=\"schema:accessibilityHazard\">none</meta>";
    let (still, package) = page("<style>rect{fill:#f00}</style><rect width=\"9\" height=\"9\"/>");
    assert!(still.contains(SAID) && package.contains(none) && package.contains(SAID));
    for inside in [
        "<style>@keyframes k{50%{fill:#fff}} rect{animation:k .1s infinite}</style><rect width=\"90\" height=\"40\" fill=\"#f00\"/>",
        "<style>rect{transition:fill .1s}</style>",
        "<style><![CDATA[rect{anim\\61tion-name:k}]]></style>",
        "<rect style=\"-webkit-animation:k 1s\"/>",
        "<rect><animate attributeName=\"fill\" values=\"red;white\" dur=\".1s\"/></rect>",
        "<x:set xmlns:x=\"http://www.w3.org/2000/svg\" attributeName=\"fill\" to=\"red\"/>",
        "<image href=\"data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBACwAAAAAAQABAAACAkQBADs=\"/>",
        "<image href=\"data:image/png;base64,iVBORw0KGgo=\"/>",
    ] {
        let (page, package) = page(inside);
        assert!(!page.contains(SAID), "{inside}");
        assert!(!package.contains(none) && !package.contains(SAID), "{inside}");
        assert!(package.contains("<meta property=\"schema:accessibilityHazard\">unknown</meta>"), "{inside}");
    }
}

#[test]
fn what_to_do_is_said_in_the_words_of_the_drawing_program() {
    const SVG_1_0: &str = "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.0//EN\" \"http://www.w3.org/TR/2001/REC-SVG-20010904/DTD/svg10.dtd\">";
    for (drawing, help) in [
        (format!("{SVG_1_0}{HEAD}</svg>"), "to its “>”: the drawing shows the same without it"),
        (format!("<!DOCTYPE svg [<!ENTITY x 'y'>]>{HEAD}</svg>"), "to its “]>”"),
        (
            format!("{HEAD}<switch><foreignObject/></switch></svg>"),
            "switch off “Formatted Text” and “Word Wrap”",
        ),
    ] {
        let site = Site::new(&[(
            "content/a/index.md",
            "---\ntitle: 决议\nsummary: 一个例子。它很短。\n---\n\n![图](tu.svg)\n",
        )]);
        site.write("content/a/tu.svg", &drawing);
        let ran = curbcut(site.root(), &["check"]);
        assert!(ran.code == 1 && ran.out.contains(help), "{drawing}: {}", ran.out);
    }
}
