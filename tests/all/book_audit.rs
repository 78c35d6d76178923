//! Every rule for books on a book that breaks it, at the place it says, and on the good book it was made from.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Write};

use curbcut::audit::Allow;
use curbcut::audit::book::rules::RULES;
use curbcut::audit::book::{Book, Limits};
use curbcut::finding::{Finding, Place};
use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::support::{Site, curbcut};

const CONTAINER: &str = "META-INF/container.xml";
const OPF: &str = "EPUB/package.opf";
const NAV: &str = "EPUB/nav.xhtml";
const ONE: &str = "EPUB/c001.xhtml";
const TWO: &str = "EPUB/c002.xhtml";
const CSS: &str = "EPUB/style.css";

macro_rules! files {
    ($($name:expr),*) => {
        &[$(($name, include_str!(concat!("../judges/planted/book/", $name)))),*]
    };
}

/// A good book in Chinese, which the outside judges pass too: each bad book differs from it in one thing.
const GOOD: &[(&str, &str)] = files![
    "mimetype",
    "META-INF/container.xml",
    "EPUB/package.opf",
    "EPUB/nav.xhtml",
    "EPUB/c001.xhtml",
    "EPUB/c002.xhtml",
    "EPUB/style.css",
    "EPUB/report.svg",
    "EPUB/mark.svg"
];

/// A fault of one book.
struct Broken {
    /// The rule that must find it.
    rule: &'static str,
    /// What stands in which file, and what to put in its stead.
    edit: (&'static str, &'static str, &'static str),
    /// The file of the finding and the text that begins there; no text for the file as a whole.
    at: (&'static str, &'static str),
}

const fn broken(
    rule: &'static str,
    edit: (&'static str, &'static str, &'static str),
    at: (&'static str, &'static str),
) -> Broken {
    Broken { rule, edit, at }
}

const METADATA: &str = "<metadata";
const HTML: &str = "<html";

#[rustfmt::skip]
const BROKEN: &[Broken] = &[
    broken("epub/not-an-epub", (CONTAINER, "EPUB/package.opf", "EPUB/没有.opf"), (CONTAINER, "")),
    broken("epub/not-an-epub", (CONTAINER, "oebps-package+xml", "pdf"), (CONTAINER, "")),
    broken("epub/not-well-formed", (CONTAINER, "</container>", ""), (CONTAINER, "EOF")),
    broken("epub/not-well-formed", (OPF, "</spine>", ""), (OPF, "</package>")),
    broken("epub/not-well-formed", (TWO, "aria-label=\"第2页\"/>", "aria-label=\"第2页\">"), (TWO, "</body>")),
    broken("epub/not-well-formed", (TWO, "请各国", "&nbsp;请各国"), (TWO, "&nbsp;")),
    broken("epub/not-well-formed", (NAV, "</h1>", "</h2>"), (NAV, "</h2>")),
    broken("epub/not-well-formed", ("EPUB/mark.svg", "</svg>", ""), ("EPUB/mark.svg", "EOF")),
    broken("epub/old-version", (OPF, "version=\"3.0\"", "version=\"2.0\""), (OPF, "<package")),
    broken("epub/missing-title", (OPF, "关于公共服务的决议（易读版）", " "), (OPF, METADATA)),
    broken("epub/missing-identifier", (OPF, "unique-identifier=\"id\"", "unique-identifier=\"没有\""), (OPF, METADATA)),
    broken("epub/missing-identifier", (OPF, " unique-identifier=\"id\"", ""), (OPF, METADATA)),
    broken("epub/missing-language", (OPF, "<dc:language>zh-Hans</dc:language>", ""), (OPF, METADATA)),
    broken("epub/missing-language", (OPF, "<dc:language>zh-Hans", "<dc:language>中文"), (OPF, "<dc:language>")),
    broken("epub/modified", (OPF, "<meta property=\"dcterms:modified\">2023-04-03T00:00:00Z</meta>", ""), (OPF, METADATA)),
    broken("epub/modified", (OPF, "2023-04-03T00:00:00Z", "2023年4月3日"), (OPF, "<meta property=\"dcterms:modified\">")),
    broken("epub/modified", (OPF, "<dc:language>", "<meta property=\"dcterms:modified\">2023-04-03T00:00:00Z</meta><dc:language>"), (OPF, "<meta property=\"dcterms:modified\">2023-04-03T00:00:00Z</meta>\n")),
    broken("epub/package-language", (OPF, " xml:lang=\"zh-Hans\"", ""), (OPF, "<package")),
    broken("epub/package-language", (OPF, "xml:lang=\"zh-Hans\"", "xml:lang=\"zh_Hans\""), (OPF, "<package")),
    broken("epub/duplicate-id", (OPF, "<item id=\"mark\"", "<item id=\"report\""), (OPF, "<item id=\"report\" href=\"mark.svg\"")),
    broken("epub/dangling-id", (OPF, "<itemref idref=\"c002\"/>", "<itemref idref=\"c002\"/><itemref idref=\"c003\"/>"), (OPF, "<itemref idref=\"c003\"/>")),
    broken("epub/dangling-id", (OPF, "<dc:language>", "<meta property=\"role\" refines=\"#没有\">aut</meta><dc:language>"), (OPF, "<meta property=\"role\"")),
    broken("epub/missing-access-mode", (OPF, "<meta property=\"schema:accessMode\">textual</meta>\n<meta property=\"schema:accessMode\">visual</meta>", ""), (OPF, METADATA)),
    broken("epub/missing-access-mode-sufficient", (OPF, "<meta property=\"schema:accessModeSufficient\">textual</meta>\n<meta property=\"schema:accessModeSufficient\">textual,visual</meta>", ""), (OPF, METADATA)),
    broken("epub/missing-accessibility-hazard", (OPF, "<meta property=\"schema:accessibilityHazard\">none</meta>", ""), (OPF, METADATA)),
    broken("epub/missing-accessibility-summary", (OPF, "文字为主，图片都有文字说明。", ""), (OPF, METADATA)),
    broken("epub/summary-language", (OPF, "文字为主，图片都有文字说明。", "Mostly text with descriptions."), (OPF, "<meta property=\"schema:accessibilitySummary\">")),
    broken("epub/unknown-term", (OPF, "accessMode\">textual", "accessMode\">text"), (OPF, "<meta property=\"schema:accessMode\">text<")),
    broken("epub/unknown-term", (OPF, "textual,visual", "textual,易读"), (OPF, "<meta property=\"schema:accessModeSufficient\">textual,")),
    broken("epub/unknown-term", (OPF, "structuralNavigation", "easyRead"), (OPF, "<meta property=\"schema:accessibilityFeature\">easyRead")),
    broken("epub/unknown-term", (OPF, "Hazard\">none", "Hazard\">没有"), (OPF, "<meta property=\"schema:accessibilityHazard\">")),
    broken("epub/deprecated-term", (OPF, "structuralNavigation", "bookmarks"), (OPF, "<meta property=\"schema:accessibilityFeature\">bookmarks")),
    broken("epub/contradicting-terms", (OPF, "structuralNavigation", "none"), (OPF, "<meta property=\"schema:accessibilityFeature\">none")),
    broken("epub/contradicting-terms", (OPF, "Hazard\">none</meta>", "Hazard\">noSoundHazard</meta><meta property=\"schema:accessibilityHazard\">sound</meta>"), (OPF, "<meta property=\"schema:accessibilityHazard\">sound")),
    broken("epub/conforms-to", (OPF, "Level AA", "AA"), (OPF, "<meta property=\"dcterms:conformsTo\"")),
    broken("epub/conforms-to", (OPF, "1.1 - WCAG", "1.1 – WCAG"), (OPF, "<meta property=\"dcterms:conformsTo\"")),
    broken("epub/claim-without-certifier", (OPF, "<meta property=\"a11y:certifiedBy\" refines=\"#conf\">甲出版社</meta>", ""), (OPF, "<meta property=\"dcterms:conformsTo\"")),
    broken("epub/claim-without-certifier", (OPF, "refines=\"#conf\"", "refines=\"#id\""), (OPF, "<meta property=\"dcterms:conformsTo\"")),
    broken("epub/untrue-access-mode", (ONE, " alt=\"一页写有文字的纸\"", ""), (OPF, "<meta property=\"schema:accessModeSufficient\">textual<")),
    broken("epub/untrue-access-mode", (OPF, "accessMode\">textual", "accessMode\">auditory"), (OPF, "<meta property=\"schema:accessMode\">auditory")),
    broken("epub/unclaimed-access-mode", (OPF, "<meta property=\"schema:accessMode\">visual</meta>", ""), (OPF, METADATA)),
    broken("epub/untrue-feature", (ONE, " alt=\"一页写有文字的纸\"", ""), (OPF, "<meta property=\"schema:accessibilityFeature\">alternativeText")),
    broken("epub/untrue-feature", (TWO, "<p>请", "<p style=\"color: red\">请"), (OPF, "<meta property=\"schema:accessibilityFeature\">displayTransformability")),
    broken("epub/untrue-feature", (CSS, "1.75;", "1.75 !important;"), (OPF, "<meta property=\"schema:accessibilityFeature\">displayTransformability")),
    broken("epub/untrue-feature", (NAV, "epub:type=\"toc\"", "epub:type=\"loi\""), (OPF, "<meta property=\"schema:accessibilityFeature\">tableOfContents")),
    broken("epub/untrue-feature", (NAV, "epub:type=\"page-list\"", "epub:type=\"lot\""), (OPF, "<meta property=\"schema:accessibilityFeature\">pageNavigation")),
    broken("epub/untrue-feature", (OPF, "structuralNavigation", "index"), (OPF, "<meta property=\"schema:accessibilityFeature\">index")),
    broken("epub/unclaimed-feature", (OPF, "<meta property=\"schema:accessibilityFeature\">tableOfContents</meta>", ""), (OPF, METADATA)),
    broken("epub/unclaimed-feature", (OPF, "<meta property=\"schema:accessibilityFeature\">pageNavigation</meta>", ""), (OPF, METADATA)),
    broken("epub/unclaimed-feature", (OPF, "<meta property=\"schema:accessibilityFeature\">pageBreakMarkers</meta>", ""), (OPF, METADATA)),
    broken("epub/unclaimed-feature", (OPF, "<meta property=\"schema:accessibilityFeature\">alternativeText</meta>", ""), (OPF, METADATA)),
    broken("epub/missing-file", (OPF, "href=\"report.svg\"", "href=\"图.svg\""), (OPF, "<item id=\"report\"")),
    broken("epub/missing-file", (CSS, "mark.svg", "没有.svg"), (CSS, "没有.svg")),
    broken("epub/not-in-manifest", (OPF, "<item id=\"report\" href=\"report.svg\" media-type=\"image/svg+xml\"/>", ""), (OPF, "<package")),
    broken("epub/not-in-manifest", (OPF, "</manifest>", "<item id=\"again\" href=\"report.svg\" media-type=\"image/svg+xml\"/></manifest>"), (OPF, "<item id=\"again\"")),
    broken("epub/unused-file", (CSS, "h1 { background: url(mark.svg); }", "/* url(mark.svg) */"), (OPF, "<item id=\"mark\"")),
    broken("epub/not-in-spine", (OPF, "<itemref idref=\"c001\"/>", ""), (OPF, "<item id=\"c001\"")),
    broken("epub/empty-spine", (OPF, "<itemref idref=\"c001\"/>\n<itemref idref=\"c002\"/>", ""), (OPF, "<spine>")),
    broken("epub/empty-spine", (OPF, "<itemref idref=\"c002\"/>", "<itemref idref=\"c002\"/><itemref idref=\"c001\"/>"), (OPF, "<itemref idref=\"c001\"/>\n</spine>")),
    broken("epub/item-properties", (OPF, " properties=\"svg\"", ""), (OPF, "<item id=\"c001\"")),
    broken("epub/item-properties", (OPF, "properties=\"svg\"", "properties=\"svg mathml\""), (OPF, "<item id=\"c001\"")),
    broken("epub/remote-resource", (ONE, "src=\"report.svg\"", "src=\"https://example.org/report.svg\""), (ONE, "<img")),
    broken("epub/remote-resource", (CSS, "url(mark.svg)", "url(//example.org/mark.svg)"), (CSS, "//example.org")),
    broken("epub/remote-resource", (CSS, "h1 { background: url(mark.svg); }", "h1 { background: url(mark.svg); } @\\69mport \"https://example.org/x.css\";"), (CSS, "https://example.org")),
    broken("epub/remote-resource", (CSS, "h1 { background: url(mark.svg); }", "h1 { background: url(mark.svg); } h1 { background: u\\72l(https://example.org/x.gif) }"), (CSS, "https://example.org")),
    broken("epub/remote-resource", (CSS, "h1 { background: url(mark.svg); }", "h1 { background: url(mark.svg); } h1 { background: image-set(\"https://example.org/a.png\" 1x) }"), (CSS, "https://example.org")),
    broken("epub/remote-resource", (CSS, "h1 { background: url(mark.svg); }", "h1 { background: url(mark.svg); } h1 { background: url(https://example.org/x.gif"), (CSS, "https://example.org")),
    broken("epub/remote-resource", (CSS, "h1 { background: url(mark.svg); }", "h1 { background: url(mark.svg); } :root { --a: \"https://example.org\" } h1 { background: image-set(var(--a) 1x) }"), (CSS, "var(--a)")),
    broken("epub/remote-resource", (OPF, "href=\"report.svg\"", "href=\"https://example.org/report.svg\""), (OPF, "<item id=\"report\"")),
    broken("epub/empty-file", ("EPUB/mark.svg", r#"<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>"#, ""), (OPF, "<item id=\"mark\"")),
    broken("epub/missing-nav", (OPF, " properties=\"nav\"", ""), (OPF, "<manifest>")),
    broken("epub/missing-nav", (OPF, "media-type=\"text/css\"", "media-type=\"text/css\" properties=\"nav\""), (OPF, "<item id=\"style\"")),
    broken("epub/missing-toc", (NAV, "epub:type=\"toc\" role=\"doc-toc\"", "role=\"doc-toc\""), (NAV, HTML)),
    broken("epub/missing-toc", (NAV, "epub:type=\"page-list\" role=\"doc-pagelist\"", "epub:type=\"toc page-list\" role=\"doc-toc doc-pagelist\""), (NAV, "<nav epub:type=\"toc page-list\"")),
    broken("epub/empty-label", (NAV, "执行部分", " "), (NAV, "<a href=\"c002.xhtml\">")),
    broken("epub/nav-order", (NAV, "<a href=\"c001.xhtml\">序", "<a href=\"c002.xhtml\">序"), (NAV, "<a href=\"c001.xhtml#pp-2\">")),
    broken("epub/nav-order", (NAV, "<a href=\"c001.xhtml\">序言部分</a>", "<a href=\"c001.xhtml#fn1\">序言部分</a>"), (NAV, "<a href=\"c001.xhtml#pp-2\">")),
    broken("epub/missing-landmarks", (NAV, "epub:type=\"landmarks\"", "epub:type=\"loi\""), (NAV, HTML)),
    broken("epub/landmark-without-type", (NAV, "epub:type=\"bodymatter\" ", ""), (NAV, "<a href=\"c001.xhtml\">正文")),
    broken("epub/missing-page-list", (NAV, "epub:type=\"page-list\"", "epub:type=\"lot\""), (ONE, "<span epub:type=\"pagebreak\"")),
    broken("epub/incomplete-page-list", (NAV, "<li><a href=\"c002.xhtml#page2\">2</a></li>", ""), (TWO, "<hr")),
    broken("epub/incomplete-page-list", (ONE, "id=\"page1\" ", ""), (ONE, "<span epub:type=\"pagebreak\"")),
    broken("epub/missing-page-source", (OPF, "<meta property=\"pageBreakSource\">A/HRC/RES/52/8</meta>", ""), (OPF, METADATA)),
    broken("epub/page-break-without-label", (TWO, " aria-label=\"第2页\"", ""), (TWO, "<hr")),
    broken("epub/language-twice", (TWO, " xml:lang=\"zh-Hans\"", ""), (TWO, HTML)),
    broken("epub/language-twice", (ONE, "<span lang=\"en\" ", "<span "), (ONE, "<span xml:lang=\"en\"")),
    broken("epub/type-without-role", (ONE, " role=\"doc-preface\"", ""), (ONE, "<section")),
    broken("epub/type-without-role", (ONE, "role=\"doc-noteref\" ", ""), (ONE, "<a epub:type=\"noteref\"")),
    // What the page audit finds in a book.
    broken("html/dead-link", (TWO, "c001.xhtml#pp-1", "c003.xhtml#pp-1"), (TWO, "<a href")),
    broken("html/dead-link", (TWO, "c001.xhtml#pp-1", "/index.html"), (TWO, "<a href")),
    broken("html/dead-fragment", (TWO, "c001.xhtml#pp-1", "c001.xhtml#pp-9"), (TWO, "<a href")),
    broken("html/dead-fragment", (NAV, "c001.xhtml#pp-2", "c001.xhtml#pp-9"), (NAV, "<a href=\"c001.xhtml#pp-9\">")),
    broken("html/duplicate-id", (ONE, "<p id=\"pp-2\">", "<p id=\"pp-1\">"), (ONE, "<p id=\"pp-1\">又")),
    broken("html/img-without-alt", (ONE, " alt=\"一页写有文字的纸\"", ""), (ONE, "<img")),
    broken("html/style-attribute", (TWO, "<p>请", "<p style=\"color: red\">请"), (TWO, "<p style")),
    broken("html/same-title", (TWO, "<title>执行部分", "<title>序言部分"), (TWO, "序言部分</title>")),
    broken("html/missing-title", (TWO, "<title>执行部分</title>", "<title></title>"), (TWO, HTML)),
    broken("html/missing-h1", (TWO, "<h1>执行部分</h1>", ""), (TWO, HTML)),
    broken("html/several-h1", (ONE, "<p id=\"pp-2\">", "<h1>又</h1><p id=\"pp-2\">"), (ONE, "<h1>又")),
    broken("html/missing-lang", (TWO, " lang=\"zh-Hans\" xml:lang=\"zh-Hans\"", ""), (TWO, HTML)),
    broken("html/lang-mismatch", (TWO, "xml:lang=\"zh-Hans\"", "xml:lang=\"en\""), (TWO, HTML)),
    broken("html/language-of-parts", (ONE, "<span lang=\"en\" xml:lang=\"en\">", "<span>"), (ONE, "easy read format")),
    broken("html/dead-link", (TWO, "c001.xhtml#pp-1", "../../../x.xhtml"), (TWO, "<a href")),
    broken("html/not-read", (TWO, "<h1>", "<script src=\"x.js\"/><h1>"), (TWO, "<script")),
    broken("html/script", (TWO, "</body>", "<script>1</script></body>"), (TWO, "<script>")),
];

/// Rules that are shown by tests of their own: those about the archive.
const ELSEWHERE: &[&str] = &[
    "epub/mimetype",
    "epub/unsafe-name",
    "epub/too-large",
    "epub/encrypted",
    "epub/missing-accessibility-feature",
];

fn good() -> BTreeMap<String, String> {
    GOOD.iter().map(|&(name, text)| (name.to_owned(), text.to_owned())).collect()
}

fn audit(files: &BTreeMap<String, String>) -> Vec<Finding> {
    let mut book = Book::new("决议.epub");
    for (name, text) in files {
        book.add(name, text.as_bytes());
    }
    book.findings(&Allow::default())
}

/// Name, content and method of a file in an archive.
type Entry<'a> = (&'a str, &'a [u8], CompressionMethod);

/// A ZIP file of these entries.
fn zip(entries: &[Entry<'_>]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes, method) in entries {
        writer.start_file(*name, SimpleFileOptions::default().compression_method(*method)).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The good book as an archive, with these entries before and after its own.
fn archive(more: &[(&str, &[u8])]) -> Vec<u8> {
    let own = GOOD.iter().map(|&(name, text)| {
        let method = if name == "mimetype" { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        (name, text.as_bytes(), method)
    });
    let more = more.iter().map(|&(name, bytes)| (name, bytes, CompressionMethod::Deflated));
    zip(&own.chain(more).collect::<Vec<_>>())
}

fn open(bytes: &[u8]) -> Vec<Finding> {
    open_within(Limits::default(), bytes)
}

fn open_within(limits: Limits, bytes: &[u8]) -> Vec<Finding> {
    Book::open("决议.epub", Cursor::new(bytes), limits).unwrap().findings(&Allow::default())
}

/// Rule, file and place of a finding; no place for a file as a whole.
fn place(finding: &Finding) -> (&'static str, String, Option<(u32, u32)>) {
    let position = finding.place.position();
    let at = matches!(finding.place, Place::Source(..)).then_some((position.line, position.column));
    (finding.rule, finding.place.path().to_owned(), at)
}

fn rules_of(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.rule).collect()
}

#[test]
fn the_good_book_has_no_findings() {
    assert_eq!(audit(&good()).iter().map(place).collect::<Vec<_>>(), []);
    assert_eq!(open(&archive(&[])).iter().map(place).collect::<Vec<_>>(), []);
}

#[test]
fn each_rule_finds_its_bad_book_at_the_right_place() {
    for Broken { rule, edit: (file, before, after), at: (at, text) } in BROKEN {
        let mut files = good();
        let edited = files.get_mut(*file).unwrap();
        assert_eq!(edited.matches(before).count(), 1, "{rule}: “{before}” must be in {file} once");
        *edited = edited.replace(before, after);
        let wanted = files[*at].as_str();
        let offset = match *text {
            "EOF" => wanted.len(),
            text => wanted.find(text).unwrap_or_else(|| panic!("{rule}: “{text}” is not in {at}")),
        };
        let line = wanted[..offset].matches('\n').count() as u32 + 1;
        let column = wanted[..offset].chars().rev().take_while(|&c| c != '\n').count() as u32 + 1;
        let position = (!text.is_empty()).then_some((line, column));
        let found: Vec<_> = audit(&files).iter().map(place).collect();
        let sought = (*rule, format!("决议.epub/{at}"), position);
        assert!(found.contains(&sought), "{sought:?} for “{after}”, but found {found:#?}");
    }
}

#[test]
fn every_rule_is_shown_and_every_finding_has_a_rule() {
    let shown: BTreeSet<&str> = BROKEN
        .iter()
        .map(|broken| broken.rule)
        .filter(|rule| rule.starts_with("epub/"))
        .chain(ELSEWHERE.iter().copied())
        .collect();
    let rules: BTreeSet<&str> = RULES.iter().map(|rule| rule.name).collect();
    assert_eq!(shown, rules);
    assert_eq!(rules.len(), RULES.len(), "names are unique");
    for rule in RULES {
        assert!(!rule.what.ends_with('.') && rule.help.ends_with('.'), "{}", rule.name);
    }
}

/// Rules and messages of what is found in the good book with some of its files changed.
fn found_in(edits: &[(&str, &str, &str)], more: &[(&str, &str)]) -> Vec<(&'static str, String)> {
    let mut files = good();
    for (file, before, after) in edits {
        let edited = files.get_mut(*file).unwrap();
        assert!(edited.contains(before), "{file}: {before}");
        *edited = edited.replace(before, after);
    }
    files.extend(more.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())));
    audit(&files).into_iter().map(|finding| (finding.rule, finding.message)).collect()
}

#[test]
fn what_the_styles_of_a_document_load_is_used() {
    let unused = (CSS, "h1 { background: url(mark.svg); }", "");
    let sheet = "<style>@font-face { font-family: 甲; src: url(mark.svg) }</style></head>";
    assert_eq!(found_in(&[unused, (TWO, "</head>", sheet)], &[]), []);
    let of_attribute =
        found_in(&[unused, (TWO, "<p>请", "<p style=\"background: url(&quot;mark.svg&quot;)\">请")], &[]);
    assert!(of_attribute.iter().all(|(rule, _)| *rule != "epub/unused-file"), "{of_attribute:?}");
    assert_eq!(
        found_in(&[unused], &[]),
        [("epub/unused-file", "nothing in the book leads to “EPUB/mark.svg”".to_owned())]
    );
    // What is not there, or elsewhere, is found in them as in style sheets.
    let missing = found_in(&[(TWO, "</head>", "<style>p { background: url(没有.svg) }</style></head>")], &[]);
    assert_eq!(
        missing,
        [(
            "html/dead-link",
            "the address leads to “决议.epub/EPUB/没有.svg”, which is not in the book".to_owned()
        )]
    );
    let remote = found_in(
        &[(TWO, "</head>", "<style>p { background: url(//example.org/a.svg) }</style></head>")],
        &[],
    );
    assert_eq!(remote.first().map(|(rule, _)| *rule), Some("epub/remote-resource"), "{remote:?}");
}

#[test]
fn what_another_rendition_holds_needs_not_be_in_the_first() {
    let rootfile = "<rootfile full-path=\"EPUB/package.opf\" media-type=\"application/oebps-package+xml\"/>";
    let second = rootfile.replace("package.opf", "large.opf");
    let package = "<package><manifest><item href=\"large.xhtml\" id=\"a\" media-type=\"application/xhtml+xml\"/></manifest></package>";
    let more = [("EPUB/large.opf", package), ("EPUB/large.xhtml", "<html/>"), ("EPUB/none.xhtml", "<html/>")];
    let named = format!("{rootfile}{second}");
    let unlisted = |path: &str| ("epub/not-in-manifest", format!("the manifest does not list “{path}”"));
    assert_eq!(found_in(&[(CONTAINER, rootfile, &named)], &more), [unlisted("EPUB/none.xhtml")]);
    let all = more.map(|(path, _)| unlisted(path));
    assert_eq!(found_in(&[], &more), all);
}

#[test]
fn an_id_of_a_book_may_look_encoded() {
    let edits = [(ONE, "id=\"page1\"", "id=\"%E9%A1%B5\""), (NAV, "#page1", "#%E9%A1%B5")];
    assert_eq!(found_in(&edits, &[]), []);
    let edits = [(ONE, "id=\"page1\"", "id=\"页\""), (NAV, "#page1", "#%E9%A1%B5")];
    assert_eq!(found_in(&edits, &[]), []);
}

/// A fault of `judges/planted/books.json`, which the outside judges must find too.
#[derive(serde::Deserialize)]
struct Planted {
    name: String,
    rules: BTreeMap<String, String>,
    edits: Vec<(String, String, String)>,
}

#[test]
fn planted_faults_that_are_its_business_are_found() {
    let planted: Vec<Planted> = serde_json::from_str(include_str!("../judges/planted/books.json")).unwrap();
    for Planted { name, rules, edits } in planted {
        let mut files = good();
        for (file, before, after) in edits {
            let edited = files.get_mut(&file).unwrap();
            assert_eq!(edited.matches(&before).count(), 1, "{name}: “{before}” must be in {file} once");
            *edited = edited.replace(&before, &after);
        }
        let found = rules_of(&audit(&files));
        match rules.get("curbcut") {
            Some(rule) => assert!(found.contains(&rule.as_str()), "{name}: {rule} is not among {found:?}"),
            None => assert_eq!(found, [""; 0], "{name} is nobody else's business"),
        }
    }
}

#[test]
fn one_fault_is_not_told_as_many() {
    let alone = [
        "epub/not-well-formed",
        "epub/missing-title",
        "epub/package-language",
        "epub/modified",
        "epub/nav-order",
        "epub/missing-page-source",
        "epub/empty-file",
        "html/dead-link",
        "html/dead-fragment",
        "epub/language-twice",
    ];
    for Broken { rule, edit: (file, before, after), .. } in
        BROKEN.iter().filter(|broken| alone.contains(&broken.rule))
    {
        let mut files = good();
        files.insert((*file).to_owned(), files[*file].replace(before, after));
        let found = audit(&files);
        let others: Vec<_> = found.iter().filter(|found| found.rule != *rule).map(place).collect();
        assert_eq!(others, [], "{rule} for “{after}”");
    }
}

#[test]
fn a_book_that_claims_nothing_is_told_so_once() {
    let mut files = good();
    let package = files[OPF].lines().filter(|line| !line.contains("accessibilityFeature"));
    let package = package.collect::<Vec<_>>().join("\n");
    files.insert(OPF.to_owned(), package);
    assert_eq!(rules_of(&audit(&files)), ["epub/missing-accessibility-feature"]);
}

#[test]
fn what_a_site_has_a_book_needs_not() {
    // Neither skip link nor landmarks; a cover needs no heading, and its picture is no content.
    let mut files = good();
    let cover = r#"<html xmlns="http://www.w3.org/1999/xhtml" lang="zh-Hans" xml:lang="zh-Hans"><head><title>封面</title></head>
<body><img role="doc-cover" src="report.svg" alt="关于公共服务的决议"/></body></html>"#;
    files.insert("EPUB/cover.xhtml".to_owned(), cover.to_owned());
    let package = files[OPF]
        .replace(
            "</manifest>",
            "<item id=\"cover\" href=\"cover.xhtml\" media-type=\"application/xhtml+xml\"/></manifest>",
        )
        .replace("<spine>", "<spine><itemref idref=\"cover\"/>");
    files.insert(OPF.to_owned(), package);
    assert_eq!(audit(&files).iter().map(place).collect::<Vec<_>>(), []);
    // A picture whose words stand beside it is content for those who see it.
    files.insert(ONE.to_owned(), files[ONE].replace("alt=\"一页写有文字的纸\"", "alt=\"\""));
    assert_eq!(audit(&files).iter().map(place).collect::<Vec<_>>(), []);
    let without = files[ONE].lines().filter(|line| !line.starts_with("<svg"));
    let without = without.collect::<Vec<_>>().join("\n").replace("<img src=\"report.svg\" alt=\"\"/>", "");
    files.insert(ONE.to_owned(), without);
    files.insert(OPF.to_owned(), files[OPF].replace(" properties=\"svg\"", ""));
    let found = audit(&files);
    assert_eq!(rules_of(&found), ["epub/untrue-access-mode", "epub/untrue-feature"]);
    assert_eq!(found[0].message, "accessMode “visual” is not true: the book has no picture");
}

#[test]
fn what_the_archive_must_be() {
    let with = |edit: &dyn Fn(&mut Vec<Entry<'static>>)| {
        let stored = CompressionMethod::Stored;
        let mut entries: Vec<_> = GOOD.iter().map(|&(name, text)| (name, text.as_bytes(), stored)).collect();
        edit(&mut entries);
        open(&zip(&entries))
    };
    let first = |findings: &[Finding]| findings.first().map(|it| it.message.clone()).unwrap_or_default();
    assert_eq!(rules_of(&with(&|_| {})), [""; 0]);
    let found = with(&|entries| entries.swap(0, 1));
    assert_eq!(rules_of(&found), ["epub/mimetype"]);
    assert_eq!(first(&found), "the first file of the archive is not “mimetype”");
    let found = with(&|entries| entries[0].2 = CompressionMethod::Deflated);
    assert_eq!(rules_of(&found), ["epub/mimetype"]);
    let found = with(&|entries| entries[0].1 = b"application/epub+zip\n");
    assert_eq!(rules_of(&found), ["epub/mimetype"]);
    let found = with(&|entries| _ = entries.remove(1));
    assert_eq!(first(&found), "the book has no file “META-INF/container.xml”");
    assert_eq!(rules_of(&found), ["epub/not-an-epub"]);
    assert_eq!(rules_of(&open("不是书".as_bytes())), ["epub/not-an-epub"]);
    assert_eq!(rules_of(&open(b"")), ["epub/not-an-epub"]);
    let cut = archive(&[]);
    assert_eq!(rules_of(&open(&cut[..cut.len() / 2])), ["epub/not-an-epub"]);
}

#[test]
fn names_that_lead_out_are_refused() {
    for name in ["../逃.xhtml", "EPUB/../../逃.xhtml", "/etc/passwd", "EPUB\\逃.xhtml"] {
        let found = open(&archive(&[(name, b"x")]));
        assert_eq!(rules_of(&found), ["epub/unsafe-name"], "{name}");
        assert_eq!(found[0].place.path(), "决议.epub");
    }
    let found = open(&archive(&[("EPUB/C001.xhtml", b"x")]));
    assert_eq!(rules_of(&found), ["epub/unsafe-name", "epub/not-in-manifest"]);
}

#[test]
fn a_bomb_is_not_unpacked() {
    // So many bytes of one letter are 33 kB in the archive.
    let mut bomb = vec![b'a'; curbcut::limits::BOOK_FILE as usize];
    let bytes = archive(&[("EPUB/bomb.xhtml", &bomb)]);
    assert_eq!(rules_of(&open(&bytes)), ["epub/not-in-manifest"]);
    bomb.push(b'a');
    let bytes = archive(&[("EPUB/bomb.xhtml", &bomb)]);
    assert!(bytes.len() < 200_000);
    let found = open(&bytes);
    assert_eq!(rules_of(&found), ["epub/too-large", "epub/not-in-manifest"]);
    assert_eq!(found[0].place.path(), "决议.epub/EPUB/bomb.xhtml");
    assert_eq!(rules_of(&open_within(Limits::NONE, &bytes)), ["epub/not-in-manifest"]);
}

#[test]
fn no_more_files_and_text_are_read_than_allowed() {
    let found = open_within(Limits { files: 8, ..Limits::default() }, &archive(&[]));
    assert_eq!(found[0].message, "the book has 9 files; 8 are read");
    assert_eq!(rules_of(&found), ["epub/too-large", "epub/missing-file", "epub/missing-file"]);
    // The package alone is longer than what is left after the container.
    let found = open_within(Limits { bytes: 2_000, ..Limits::default() }, &archive(&[]));
    assert_eq!(place(&found[0]), ("epub/too-large", format!("决议.epub/{OPF}"), None));
}

#[test]
fn a_file_with_a_password_is_not_read() {
    let mut bytes = archive(&[]);
    // The flags of the file stand 24 bytes before its name in its own header, 38 in the list at the end.
    let at: Vec<_> = (0..bytes.len()).filter(|&at| bytes[at..].starts_with(TWO.as_bytes())).collect();
    let [own, listed] = at[..] else { panic!("{TWO} stands twice in the archive, not at {at:?}") };
    bytes[own - 24] |= 1;
    bytes[listed - 38] |= 1;
    let found = open(&bytes);
    assert_eq!(place(&found[0]), ("epub/encrypted", format!("决议.epub/{TWO}"), None));
    assert_eq!(rules_of(&found), ["epub/encrypted"]);
}

#[test]
fn locked_files_are_found_and_obfuscated_fonts_are_not() {
    let lock = |algorithm: &str| {
        format!(
            r#"<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#">
<enc:EncryptedData><enc:EncryptionMethod Algorithm="{algorithm}"/>
<enc:CipherData><enc:CipherReference URI="EPUB/c002.xhtml"/></enc:CipherData></enc:EncryptedData></encryption>"#
        )
    };
    let mut files = good();
    files.insert("META-INF/encryption.xml".to_owned(), lock("http://www.idpf.org/2008/embedding"));
    assert_eq!(rules_of(&audit(&files)), [""; 0]);
    files.insert("META-INF/encryption.xml".to_owned(), lock("http://www.w3.org/2001/04/xmlenc#aes256-cbc"));
    let found = audit(&files);
    let sought = ("epub/encrypted", "决议.epub/META-INF/encryption.xml".to_owned(), Some((3, 17)));
    assert_eq!(found.iter().map(place).next(), Some(sought));
    files.insert(OPF.to_owned(), files[OPF].replace("structuralNavigation", "unlocked"));
    assert!(rules_of(&audit(&files)).contains(&"epub/untrue-feature"));
}

#[test]
fn an_allowed_name_may_stand_in_any_language() {
    let mut files = good();
    files.insert(TWO.to_owned(), files[TWO].replace("请各国", "请 Nelson Mandela"));
    assert_eq!(rules_of(&audit(&files)), ["html/language-of-parts"]);
    let mut book = Book::new("决议.epub");
    for (name, text) in &files {
        book.add(name, text.as_bytes());
    }
    assert!(book.findings(&Allow::default().name("Nelson Mandela")).is_empty());
}

#[test]
fn an_older_book_is_told_what_it_is() {
    let mut files = good();
    let package = files[OPF].replace("version=\"3.0\"", "version=\"2.0\"").replace(" properties=\"nav\"", "");
    files.insert(OPF.to_owned(), package);
    let rules = rules_of(&audit(&files));
    assert!(rules.contains(&"epub/old-version") && !rules.contains(&"epub/missing-nav"), "{rules:?}");
}

#[test]
fn the_command_audits_books_alone_and_below_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let below = folder.path().join("public/决议");
    std::fs::create_dir_all(&below).unwrap();
    std::fs::write(below.join("好.epub"), archive(&[])).unwrap();
    let (code, said, _) = curbcut(folder.path(), &["audit", "--deny", "warning", "public"]).parts();
    assert_eq!((code, said.lines().last()), (0, Some("no findings")), "{said}");
    let mut bad = archive(&[]);
    let at = bad.windows(8).position(|bytes| bytes == b"mimetype").unwrap();
    bad[at] = b'M';
    std::fs::write(below.join("坏.EPUB"), &bad).unwrap();
    let (code, said, _) = curbcut(folder.path(), &["audit", "public"]).parts();
    assert_eq!(code, 1);
    assert!(
        said.contains("决议/坏.EPUB") && said.contains("epub/mimetype") && !said.contains("好.epub"),
        "{said}"
    );
    let (code, said, _) = curbcut(&below, &["audit", "--format", "json", "坏.EPUB"]).parts();
    assert_eq!(code, 1);
    assert!(said.contains("epub/mimetype"), "{said}");
    let (code, said, _) = curbcut(folder.path(), &["explain", "epub/nav-order"]).parts();
    assert_eq!(code, 0);
    assert!(said.starts_with("epub/nav-order\n\nSeverity: error\nLooks at: books"), "{said}");
}

#[test]
fn a_build_audits_its_own_books_and_keeps_broken_ones_back() {
    let site = Site::copy_of("tests/sites/small");
    let built = site.build();
    assert!(built.report.is_some() && built.count("epub") > 0);
    let of_books = |built: &curbcut::site::Built| {
        let findings = built.findings.iter().filter(|finding| finding.place.path().contains(".epub"));
        findings.cloned().collect::<Vec<_>>()
    };
    assert_eq!(of_books(&built).iter().map(place).collect::<Vec<_>>(), []);
    let package = include_str!("../../templates/book/package.opf");
    let claims =
        package.replace("schema:accessibilityHazard\">{{ value }}", "schema:accessibilityHazard\">没有");
    assert_ne!(claims, package);
    site.write("templates/book/package.opf", claims);
    let built = site.build();
    assert!(built.report.is_none());
    // Every book has the fault, and the template that made it is told once.
    assert_eq!(of_books(&built).len(), 0);
    let at_template = |finding: &&Finding| finding.place.path() == "templates/book/package.opf";
    let found: Vec<Finding> = built.findings.iter().filter(at_template).cloned().collect();
    assert_eq!(rules_of(&found), ["epub/unknown-term"]);
}

#[test]
fn a_fault_of_a_text_is_told_on_its_page_and_not_again_in_its_books() {
    let site = Site::copy_of("tests/sites/small");
    let page = "content/wen-jian/index.md";
    site.write(page, site.read(page).replace("\ntitle: ", "\ntitle: 看 easy read format 和"));
    let built = site.build();
    let found = built.findings.iter().filter(|finding| finding.rule == "html/language-of-parts");
    let places: BTreeSet<_> = found.map(|finding| finding.place.path()).collect();
    assert_eq!(places, BTreeSet::from([page]), "where it was written");
    let (_, said, _) = curbcut(site.root(), &["audit", "public"]).parts();
    assert!(said.contains("wen-jian.epub/OEBPS/"), "{said}");
}

/// The good book with a text in one of its files repeated as often as asked.
fn repeated(file: &str, text: &str, times: usize) -> BTreeMap<String, String> {
    let mut files = good();
    let before = if file == CSS { "h1" } else { "</metadata>" };
    let before = if file == OPF || file == CSS { before } else { "</body>" };
    files.insert(file.to_owned(), files[file].replace(before, &format!("{}{before}", text.repeat(times))));
    files
}

/// How their time grows is measured by `scripts/measure-growth`.
#[test]
fn hostile_books_are_read_to_their_end() {
    for (file, text) in [
        (OPF, "<meta property=\"schema:accessibilityFeature\">none</meta>"),
        (
            OPF,
            "<meta property=\"dcterms:conformsTo\" id=\"conf\">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>",
        ),
        (OPF, "<meta property=\"a11y:certifiedBy\" refines=\"#conf\">甲</meta>"),
        (
            OPF,
            "</metadata><manifest><item id=\"甲\" href=\"甲.xhtml\" media-type=\"application/xhtml+xml\"/></manifest><metadata>",
        ),
        (
            NAV,
            "<nav epub:type=\"toc\" role=\"doc-toc\"><ol><li><a href=\"c001.xhtml\">甲</a></li></ol></nav>",
        ),
        (NAV, "<nav epub:type=\"toc\"><a href=\"c001.xhtml\">"),
        (ONE, "<span role=\"doc-pagebreak\" id=\"甲\"/>"),
        (ONE, "<b xmlns:甲=\"x\">"),
        (CSS, "url("),
        (CSS, "@import '"),
        (CSS, "/*"),
    ] {
        let times = 16_000;
        let found = audit(&repeated(file, text, times));
        assert!(found.len() <= RULES.len() * times * 3, "{file}: {text}: {}", found.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_make_it_panic(file in 0..GOOD.len(), bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let mut book = Book::new("决议.epub");
        for (number, (name, text)) in GOOD.iter().enumerate() {
            book.add(name, if number == file { &bytes } else { text.as_bytes() });
        }
        book.findings(&Allow::default());
        open(&bytes);
    }

    #[test]
    fn no_cut_makes_it_panic(file in 0..GOOD.len(), cut in 0..2_000_usize, more in "[<>&\"'/a-z甲 ]{0,12}") {
        let mut files = good();
        let (name, text) = GOOD[file];
        let cut = text.floor_char_boundary(cut.min(text.len()));
        files.insert(name.to_owned(), format!("{}{more}{}", &text[..cut], &text[cut..]));
        audit(&files);
    }
}
