//! The lists of contents of pages and books repeat headings: in the language of each, and a fault of one is told at the heading.

use std::io::Read;

use crate::support::Site;
use crate::support::curbcut;

fn site(body: &str) -> Site {
    let front = "title: 例\nsummary: 这是一个例子。它有两句话。\n";
    Site::new(&[("content/a/index.md", &format!("---\n{front}---\n\n{body}\n"))])
}

/// The list of contents of the document's page.
fn contents(site: &Site) -> String {
    let page = site.page("a/index.html");
    page.split_once("doc-toc").unwrap().1.split_once("</nav>").unwrap().0.to_owned()
}

/// The table of contents of the document's book.
fn of_book(site: &Site) -> String {
    let book = std::fs::File::open(site.out().join("a/a.epub")).unwrap();
    let mut text = String::new();
    zip::ZipArchive::new(book)
        .unwrap()
        .by_name("OEBPS/nav.xhtml")
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

#[test]
fn contents_keep_the_language_of_a_heading_and_nothing_else_of_its_markup() {
    let site = site(
        "## <span lang=\"ru\">Права человека</span> 和 **平等** `a<b` & [开放数据网](https://example.org/)[^1]\n\n正文。\n\n\
         ### <b>小节</b> <bdo dir=\"rtl\">好</bdo>\n\n正文。\n\n[^1]: 注。",
    );
    let built = site.build();
    assert_eq!(crate::support::places(&built.findings), [""; 0]);
    let page = contents(&site);
    let words = "Права человека</span> 和 平等 a&lt;b &amp; 开放数据网</a>";
    assert!(page.contains(&format!("\"><span lang=\"ru\">{words}")), "{page}");
    assert!(page.contains("\">小节 <bdo dir=\"rtl\">好</bdo></a>"), "{page}");
    let book = of_book(&site);
    assert!(book.contains(&format!("\"><span xml:lang=\"ru\" lang=\"ru\">{words}")), "{book}");
}

#[test]
fn easy_read_contents_keep_the_language_too() {
    let site = site("## 甲 {#a}\n\n正文。");
    let front = "title: 例\nabout: 这是一个例子。\nmade-by: 小组\n";
    let section = "## 和 <span lang=\"ru\">Права человека</span> {covers=a}\n\n大家都有。\n";
    site.write("content/a/easy-read.md", format!("---\n{front}---\n\n{section}"));
    assert!(site.build().report.is_some());
    let page = site.page("a/easy-read/index.html");
    let list = page.split_once("doc-toc").unwrap().1.split_once("</nav>").unwrap().0;
    assert!(list.contains("\">和 <span lang=\"ru\">Права человека</span></a>"), "{list}");
}

#[test]
fn what_is_wrong_with_a_heading_is_told_once_and_allowed_there() {
    let heading = "## Права человека";
    let plain = site(&format!("{heading}\n\n正文。"));
    assert_eq!(
        crate::support::places(&plain.build().findings),
        ["content/a/index.md:6:4 html/language-of-parts"]
    );
    let allowed = site(&format!("<!-- allow html/language-of-parts: 原名 -->\n{heading}\n\n正文。"));
    assert_eq!(crate::support::places(&allowed.build().findings), [""; 0]);
    let ran = curbcut(allowed.root(), &["check", "--deny", "warning"]);
    assert_eq!(ran.code, 0, "{}", ran.out);
}

#[test]
fn help_for_a_title_asks_for_no_element() {
    let site = site("正文。");
    site.replace("content/a/index.md", "title: ", "title: Права человека ");
    let findings = site.build().findings;
    let of_title: Vec<_> = findings.iter().filter(|found| found.rule == "html/language-of-parts").collect();
    assert!(
        !of_title.is_empty()
            && of_title.iter().all(|found| found.help.starts_with("No mark of a language can stand here"))
    );
}

#[test]
fn a_heading_without_words_that_is_allowed_has_no_line_in_the_contents() {
    let site = site("##\n\n正文。\n\n## 甲\n\n正文。");
    site.replace(
        "content/a/index.md",
        "summary:",
        "allow:\n  a11y/empty-heading: 理由\n  html/empty-heading: 理由\nsummary:",
    );
    assert_eq!(crate::support::places(&site.build().findings), [""; 0]);
    assert_eq!(contents(&site).matches("<a ").count(), 1);
}

#[test]
fn passages_over_two_lines_are_told_on_one() {
    let site = site("正文：[Права](https://example.org/a)\n[человека](https://example.org/b)");
    let told: Vec<_> = site.build().findings.into_iter().map(|found| found.message).collect();
    assert!(told.iter().all(|message| !message.contains('\n')), "{told:?}");
    assert!(told.iter().any(|message| message.contains("Права человека")), "{told:?}");
}

#[test]
fn the_heading_that_a_section_explains_keeps_its_language_and_its_place() {
    let site = |heading: &str| {
        let official =
            format!("---\ntitle: 决定\nsummary: 一个决定。它很短。\n---\n\n## {heading} {{#yi}}\n\n正文。\n");
        let easy = "---\ntitle: 决定\nabout: 这是易读版。\n---\n\n## 甲 {covers=yi}\n\n一句话。\n";
        Site::new(&[("content/a/index.md", &official), ("content/a/easy-read.md", easy)])
    };
    let marked = site("看 <span lang=\"en\">Reach out & go</span>");
    let built = marked.build();
    let of_parts = |findings: &[curbcut::finding::Finding]| {
        let all = crate::support::places(findings).into_iter();
        all.filter(|place| place.ends_with("language-of-parts")).collect::<Vec<_>>()
    };
    assert_eq!(of_parts(&built.findings), [""; 0]);
    let link = "<a href=\"../index.html#yi\">看 <span lang=\"en\">Reach out &amp; go</span></a>";
    let page = marked.page("a/easy-read/index.html");
    assert!(page.contains(link), "{page}");
    assert!(marked.page("a/a-easy-read.txt").contains("看 Reach out & go"));
    let found = of_parts(&site("看 Права человека").build().findings);
    assert!(
        !found.is_empty()
            && found.iter().all(|place| *place == "content/a/index.md:6:6 html/language-of-parts"),
        "{found:?}"
    );
}
