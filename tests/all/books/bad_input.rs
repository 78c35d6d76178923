//! What an author gets wrong is a finding at its place, never a broken book.

use curbcut::finding::Finding;

use super::opened::Opened;
use crate::support::{Site, errors};

const OFFICIAL: &str =
    "---\ntitle: 报告\nsummary: 这是一份报告。\n---\n\n正文。\n\n看：![2030 年的数目](shu-mu.png)\n";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\xdac\xfc\xcf\xc0P\x0f\0\x04\x85\x01\x80\x84\xa9\x8c!\0\0\0\0IEND\xaeB`\x82";

/// A site with one picture of these bytes.
fn with_picture(bytes: &[u8], ending: &str) -> Site {
    let site = Site::new(&[("content/a/index.md", &OFFICIAL.replace(".png", ending))]);
    site.write(&format!("content/a/shu-mu{ending}"), bytes);
    site
}

fn message<'f>(findings: &'f [Finding], rule: &str) -> &'f str {
    &findings.iter().find(|finding| finding.rule == rule).unwrap_or_else(|| panic!("no {rule}")).message
}

#[test]
fn pictures_that_no_reading_system_need_show_are_found() {
    for (bytes, ending, rule, why) in [
        (&b""[..], ".png", "1:1 book/broken-picture", "its file is empty"),
        (&PNG[..40], ".png", "1:1 book/broken-picture", "cut off"),
        (b"\0\0\0\x20ftypavif\0\0\0\0avifmif1", ".avif", "1:1 book/picture-kind", "AVIF"),
        (b"BM\x46\0\0\0", ".bmp", "1:1 book/picture-kind", "BMP"),
        (PNG, ".svg", "1:1 book/picture-kind", "by its bytes it is image/png"),
        (
            b"<svg xmlns='http://www.w3.org/2000/svg'>\n<script/></svg>",
            ".svg",
            "2:1 book/active-picture",
            "script",
        ),
        (
            b"<svg xmlns='http://www.w3.org/2000/svg'><g></svg>",
            ".svg",
            "1:44 book/broken-picture",
            "no well-formed SVG",
        ),
    ] {
        for formats in [&[][..], &["site"]] {
            let site = with_picture(bytes, ending);
            let built = site.build_only(formats);
            assert_eq!(errors(&built.findings), [format!("content/a/shu-mu{ending}:{rule}")], "{why}");
            let rule = rule.split(' ').next_back().unwrap();
            assert!(message(&built.findings, rule).contains(why), "{}", message(&built.findings, rule));
            assert!(built.report.is_none() && !site.out().exists());
        }
    }
}

#[test]
fn a_picture_has_the_type_of_its_kind() {
    for (bytes, ending, kind) in [
        (PNG, ".png", "image/png"),
        (b"\xff\xd8\xff\xe0 \xff\xd9", ".jpg", "image/jpeg"),
        (b"GIF89a\x01\0\x01\0\0\0\0;", ".gif", "image/gif"),
        (b"RIFF\x04\0\0\0WEBP", ".webp", "image/webp"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", ".svg", "image/svg+xml"),
    ] {
        let site = with_picture(bytes, ending);
        let file = format!("images/a-shu-mu{ending}");
        assert_eq!(errors(&site.build().findings), [""; 0]);
        let book = Opened::of(&site, "a/a.epub");
        assert_eq!(book.files[&format!("OEBPS/{file}")], bytes);
        assert!(book.package().contains(&format!("href=\"{file}\" media-type=\"{kind}\"")), "{kind}");
        assert!(
            book.text("OEBPS/text.xhtml").contains(&format!("<img src=\"{file}\" alt=\"2030 年的数目\"/>"))
        );
    }
}

#[test]
fn a_picture_without_an_alternative_stops_the_book() {
    let site = with_picture(PNG, ".png");
    site.replace("content/a/index.md", "2030 年的数目", "");
    let built = site.build();
    assert_eq!(errors(&built.findings), ["content/a/index.md:8:3 a11y/missing-alt"]);
    assert!(!site.out().exists());
}

#[test]
fn a_title_full_of_marks_is_the_title() {
    let title = "<b>&\"'</b> ]]> & <!--";
    let site = Site::new(&[]);
    let yaml = serde_json::to_string(title).unwrap();
    site.write("content/a/index.md", format!("---\ntitle: {yaml}\nsummary: {yaml}\n---\n\n正文。\n"));
    site.write(
        "content/a/easy-read.md",
        format!("---\ntitle: {yaml}\nabout: {yaml}\nmade-by: {yaml}\n---\n\n一句话。\n"),
    );
    site.write("book.toml", format!("[book]\ntitle = {yaml}\nlanguage = \"zh-Hans\"\nauthors = [{yaml}]\n"));
    let built = site.build();
    assert_eq!(errors(&built.findings), [""; 0]);
    for (path, wanted) in [
        ("a/a.epub", title.to_owned()),
        ("a/a-easy-read.epub", format!("{title}（易读版）")),
        ("b-b.epub", title.to_owned()),
    ] {
        let book = Opened::of(&site, path);
        book.is_well_formed();
        assert_eq!(book.metadata("dc:title"), [wanted], "{path}");
        assert_eq!(book.metadata("dc:publisher"), [title], "{path}");
    }
}

#[test]
fn folders_that_read_alike_stay_two_documents() {
    let text = "---\ntitle: 决议\nsummary: 这是一份决议。\n---\n\n正文。\n";
    let site = Site::new(&[
        ("content/决议/index.md", text),
        ("content/绝意/index.md", text),
        ("content/jue-yi/index.md", text),
    ]);
    assert_eq!(errors(&site.build().findings), [""; 0]);
    let order = Opened::of(&site, "jue-yi.epub").reading_order();
    let texts: Vec<_> = order.iter().filter(|file| file.ends_with("-text.xhtml")).collect();
    assert_eq!(texts, ["w1-jue-yi-text.xhtml", "w2-jue-yi-text.xhtml", "w3-jue-yi-text.xhtml"]);
}

#[test]
fn a_file_with_the_name_of_a_book_is_found() {
    let site =
        Site::new(&[("content/a/index.md", "---\ntitle: 报告\nsummary: 这是一份报告。\n---\n\n正文。\n")]);
    site.replace("content/a/index.md", "正文。", "[旧书](A.epub)");
    site.write("content/a/A.epub", "old");
    let built = site.build();
    assert_eq!(errors(&built.findings), ["content/a/A.epub:1:1 book/same-address"]);
    assert!(!site.out().exists());
}

#[test]
fn a_template_that_is_no_xml_is_found_once() {
    let site = Site::copy_of("tests/sites/small");
    let template = concat!(env!("CARGO_MANIFEST_DIR"), "/templates/book/official.xhtml");
    let template = std::fs::read_to_string(template).unwrap();
    site.write("templates/book/official.xhtml", template.replace("</h1>", "<br></h1>"));
    let built = site.build();
    let found: Vec<_> = built.findings.iter().filter(|finding| finding.rule == "book/not-xml").collect();
    assert!(
        !found.is_empty() && found[0].place.path().ends_with("text.xhtml"),
        "{:?}",
        errors(&built.findings)
    );
    assert!(built.report.is_none());
}
