//! What a book says of itself is true of what it holds.

use curbcut::formats::Modified;
use curbcut::site::{self, Build};

use super::opened::Opened;
use crate::support::{BOOK, Site, errors};

const FEATURE: &str = "schema:accessibilityFeature";

#[test]
fn claims_follow_the_content() {
    let site = Site::copy_of("tests/sites/small");
    site.build();
    // One text has a picture with an alternative, the other has none: only the first may claim alternatives.
    let with = Opened::of(&site, "wen-jian/wen-jian.epub");
    assert!(with.metadata(FEATURE).contains(&"alternativeText".to_owned()));
    assert_eq!(with.metadata("schema:accessMode"), ["textual", "visual"]);
    assert_eq!(with.metadata("schema:accessModeSufficient"), ["textual", "textual,visual"]);
    let without = Opened::of(&site, "jue-yi/jue-yi.epub");
    assert!(!without.metadata(FEATURE).contains(&"alternativeText".to_owned()));
    assert_eq!(without.metadata("schema:accessMode"), ["textual"]);
    assert_eq!(without.metadata("schema:accessibilityHazard"), ["none"]);
    // A style sheet that insists takes the claim away.
    site.write("themes/default/book.css", "p { color: red !important; writing-mode: vertical-rl }");
    site.build();
    let styled = Opened::of(&site, "jue-yi/jue-yi.epub").metadata(FEATURE);
    for feature in ["displayTransformability", "horizontalWriting"] {
        assert!(
            without.metadata(FEATURE).contains(&feature.to_owned()) && !styled.contains(&feature.to_owned())
        );
    }
    assert!(!site.page("jue-yi/index.html").contains("字的大小、字体、行距和颜色都可以调整。"));
}

#[test]
fn pages_are_listed_only_where_the_text_says_where_they_begin() {
    let site = Site::copy_of("tests/sites/small");
    site.build();
    let paged = Opened::of(&site, "jue-yi/jue-yi.epub");
    let features = paged.metadata(FEATURE);
    assert!(
        features.contains(&"pageBreakMarkers".to_owned()) && features.contains(&"pageNavigation".to_owned())
    );
    assert_eq!(paged.metadata("pageBreakSource"), ["A/HRC/RES/99/1"]);
    let navigation = paged.text("OEBPS/nav.xhtml");
    assert!(navigation.contains("<nav epub:type=\"page-list\" role=\"doc-pagelist\""), "{navigation}");
    assert!(navigation.contains(
        "<li><a href=\"text.xhtml#page-2\">2</a></li>\n<li><a href=\"text.xhtml#page-3\">3</a></li>"
    ));
    let mark = "<span class=\"page-break\" id=\"page-2\" epub:type=\"pagebreak\" role=\"doc-pagebreak\" aria-label=\"第 2 页\"></span>有关文书";
    assert!(paged.text("OEBPS/text.xhtml").contains(mark), "{}", paged.text("OEBPS/text.xhtml"));
    assert!(
        site.page("jue-yi/index.html").contains("<span class=\"page-break\" id=\"page-2\"></span>有关文书")
    );
    // A collection counts the pages of each document.
    let collection = Opened::of(&site, "xiao-wang-zhan.epub");
    assert!(
        collection.text("OEBPS/nav.xhtml").contains(">99/1 · 2</a>"),
        "{}",
        collection.text("OEBPS/nav.xhtml")
    );
    let none = Opened::of(&site, "jue-yi/jue-yi-easy-read.epub");
    assert!(
        none.metadata("pageBreakSource").is_empty() && !none.text("OEBPS/nav.xhtml").contains("page-list")
    );
}

#[test]
fn a_page_break_without_a_number_or_in_an_easy_read_version_is_found() {
    let site = Site::copy_of("tests/sites/small");
    site.replace("content/jue-yi/index.md", "page:2", "page:二");
    let easy = site.read("content/jue-yi/easy-read.md");
    site.write("content/jue-yi/easy-read.md", easy + "\n[](page:2)完了。\n");
    let found = site.build().findings;
    let messages: Vec<_> = found.iter().map(|finding| finding.message.as_str()).collect();
    assert!(messages.iter().any(|message| message.contains("“二” is no page number")), "{messages:?}");
    assert!(
        messages.iter().any(|message| message.contains("only an official text has the pages")),
        "{messages:?}"
    );
}

#[test]
fn a_picture_that_moves_is_no_longer_denied() {
    let text = "---\ntitle: 报告\nsummary: 这是一份报告。\n---\n\n看：![2030 年的数目](a.gif)\n";
    let site = Site::new(&[("content/a/index.md", text)]);
    site.write(
        "content/a/a.gif",
        b"GIF89a\x01\0\x01\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\0,\0\0\0\0\x01\0\x01\0\0\x02\0;",
    );
    assert_eq!(errors(&site.build().findings), [""; 0]);
    assert_eq!(Opened::of(&site, "a/a.epub").metadata("schema:accessibilityHazard"), ["unknown"]);
    assert!(!site.page("a/index.html").contains("没有闪烁或会动的内容。"));
}

#[test]
fn only_a_named_person_makes_a_book_claim_to_conform() {
    let site = Site::copy_of("tests/sites/small");
    site.build();
    let path = "jue-yi/jue-yi-easy-read.epub";
    let package = Opened::of(&site, path).package();
    assert!(!package.contains("conformsTo") && !package.contains("a11y:"), "{package}");
    let settings = site.read("book.toml")
        + "\n[epub]\ncertified-by = \"王<芳>\"\ncertifier-credential = \"无障碍审核员\"\n\
           certifier-report = \"https://example.org/report?a=1&b=2\"\neasy-read-standard = \"https://example.org/rules\"\n";
    site.write("book.toml", settings);
    assert_eq!(errors(&site.build().findings), [""; 0]);
    let book = Opened::of(&site, path);
    assert_eq!(book.metadata("dcterms:conformsTo"), ["EPUB Accessibility 1.1 - WCAG 2.2 Level AA"]);
    assert_eq!(book.metadata("a11y:certifiedBy"), ["王<芳>"]);
    let package = book.package();
    for wanted in [
        "<meta property=\"a11y:certifierCredential\" refines=\"#certifier\">无障碍审核员</meta>",
        "<link rel=\"a11y:certifierReport\" refines=\"#certifier\" href=\"https://example.org/report?a=1&amp;b=2\"/>",
        "<link rel=\"dcterms:conformsTo\" href=\"https://example.org/rules\"/>",
    ] {
        assert!(package.contains(wanted), "{wanted}\n{package}");
    }
    // The standard is that of easy-read versions; an official text is not written by it.
    assert!(!Opened::of(&site, "jue-yi/jue-yi.epub").package().contains("https://example.org/rules"));
}

#[test]
fn the_rules_of_an_easy_read_version_are_linked_when_it_gives_their_address() {
    let site = Site::copy_of("tests/sites/small");
    let rules = "made-by: 编写组\nrules: 《人人可读的信息》（https://www.inclusion-europe.eu/easy-to-read/）";
    site.replace("content/jue-yi/easy-read.md", "made-by: 编写组", rules);
    assert_eq!(errors(&site.build().findings), [""; 0]);
    let package = Opened::of(&site, "jue-yi/jue-yi-easy-read.epub").package();
    assert!(
        package.contains("rel=\"dcterms:conformsTo\" href=\"https://www.inclusion-europe.eu/easy-to-read/\""),
        "{package}"
    );
}

#[test]
fn the_change_is_the_newest_date_in_the_texts_or_the_one_that_is_given() {
    let site = Site::copy_of("tests/sites/small");
    site.build();
    let modified = |path: &str| Opened::of(&site, path).metadata("dcterms:modified");
    assert_eq!(modified("jue-yi/jue-yi.epub"), ["2030-04-03T00:00:00Z"]);
    assert_eq!(modified("jue-yi/jue-yi-easy-read.epub"), ["2030-05-01T00:00:00Z"]);
    assert_eq!(modified("xiao-wang-zhan.epub"), ["2030-05-01T00:00:00Z"]);
    assert_eq!(modified("wen-jian/wen-jian.epub"), ["1980-01-01T00:00:00Z"]);
    let time = "2031-02-03T04:05:06Z".parse().unwrap();
    let options = Build { modified: Modified::At(time), ..site.options(&[]) };
    site::build(&options).unwrap();
    assert_eq!(modified("wen-jian/wen-jian.epub"), ["2031-02-03T04:05:06Z"]);
}

#[test]
fn the_identifier_stays_when_the_text_changes_and_differs_between_books() {
    let site = Site::copy_of("tests/sites/small");
    site.build();
    let identifier = |path: &str| Opened::of(&site, path).metadata("dc:identifier");
    let (first, other) = (identifier("jue-yi/jue-yi.epub"), identifier("jue-yi/jue-yi-easy-read.epub"));
    assert_ne!(first, other);
    site.replace("content/jue-yi/index.md", "title: 一份决议", "title: 改了名的决议");
    site.build();
    assert_eq!(identifier("jue-yi/jue-yi.epub"), first);
}

#[test]
fn an_untested_version_says_so() {
    let site = Site::new(&[
        ("content/a/index.md", "---\ntitle: 报告\nsummary: 这是一份报告。\n---\n\n正文。\n"),
        ("content/a/easy-read.md", "---\ntitle: 报告\nabout: 这是报告的易读版。\n---\n\n一句话。\n"),
    ]);
    assert!(BOOK.contains("zh-Hans"));
    site.build();
    let summary = Opened::of(&site, "a/a-easy-read.epub").metadata("schema:accessibilitySummary");
    assert!(summary[0].contains("智力残疾人还没有读过和检查过这份易读版。"), "{summary:?}");
    assert!(summary[0].contains("还没有人按 EPUB 无障碍标准检查过这本书。"), "{summary:?}");
}

/// The package and the contents as they are, so that a change of either is read before it is made.
#[test]
fn package_and_contents_of_a_chinese_book() {
    let site = Site::copy_of("tests/sites/small");
    site.build();
    let book = Opened::of(&site, "jue-yi/jue-yi.epub");
    insta::assert_snapshot!("package.opf", book.package());
    insta::assert_snapshot!("nav.xhtml", book.text("OEBPS/nav.xhtml"));
}

#[test]
fn a_summary_is_in_one_language() {
    let site = Site::copy_of("tests/sites/languages");
    assert!(site.build().report.is_some());
    let english = "<meta property=\"schema:accessibilitySummary\" xml:lang=\"en\" dir=\"ltr\">This book ";
    for book in ["ar/collection.epub", "ar/ra-52-8/ra-52-8.epub", "ar/ra-52-8/ra-52-8-easy-read.epub"] {
        let package = Opened::of(&site, book).package();
        assert!(package.contains(english), "{book}: {package}");
    }
    let chinese = "<meta property=\"schema:accessibilitySummary\" xml:lang=\"zh-Hans\">";
    let package = Opened::of(&site, "ra-52-8/ra-52-8-easy-read.epub").package();
    assert!(package.contains(chinese), "{package}");
}
