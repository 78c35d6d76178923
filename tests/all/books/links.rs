//! Where links of a book lead: inside the book, to the site, or nowhere, and then they are plain words.

use std::collections::{BTreeMap, BTreeSet};

use super::opened::{Opened, books};
use crate::support::{Site, errors};

/// The ids of each document.
type Ids = BTreeMap<String, BTreeSet<String>>;

/// Every id of a book, and every link and picture that stays in it, with the document it stands in.
fn inner_links(book: &Opened) -> (Ids, Vec<(String, String)>) {
    let (mut ids, mut links) = (BTreeMap::new(), Vec::new());
    for (name, bytes) in book.files.iter().filter(|(name, _)| name.ends_with(".xhtml")) {
        let text = std::str::from_utf8(bytes).unwrap();
        let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
        let document = roxmltree::Document::parse_with_options(text, options).unwrap();
        let file = name.strip_prefix("OEBPS/").unwrap();
        for node in document.descendants() {
            let own: &mut BTreeSet<String> = ids.entry(file.to_owned()).or_default();
            if let Some(id) = node.attribute("id") {
                assert!(own.insert(id.to_owned()), "{id} stands twice in {name}");
                assert!(id.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_'), "{id}");
            }
            let target = node.attribute("href").or(node.attribute("src"));
            if let Some(target) = target.filter(|target| !target.contains(':')) {
                let whole =
                    if target.starts_with('#') { format!("{file}{target}") } else { target.to_owned() };
                links.push((name.clone(), whole));
            }
        }
    }
    (ids, links)
}

fn every_link_is_whole(book: &Opened) -> usize {
    let (ids, links) = inner_links(book);
    for (name, link) in &links {
        let (file, id) = link.split_once('#').map_or((link.as_str(), None), |(file, id)| (file, Some(id)));
        assert!(book.files.contains_key(&format!("OEBPS/{file}")), "{name}: {link}");
        if let Some(id) = id {
            assert!(ids.get(file).is_some_and(|ids| ids.contains(id)), "{name}: {link}");
        }
    }
    links.len()
}

#[test]
fn every_link_inside_a_book_leads_somewhere() {
    for site in [Site::own(), Site::copy_of("tests/sites/small")] {
        site.build();
        for book in books(&site) {
            assert!(every_link_is_whole(&Opened::of(&site, &book)) > 10, "{book}");
        }
    }
}

#[test]
fn notes_lead_there_and_back() {
    let site = Site::copy_of("tests/sites/small");
    site.build();
    let book = Opened::of(&site, "jue-yi/jue-yi.epub");
    let text = book.text("OEBPS/text.xhtml");
    let mark = "<a class=\"note-mark\" id=\"mark-1-2\" href=\"notes.xhtml#note-1\" epub:type=\"noteref\" role=\"doc-noteref\" aria-label=\"注 1\">1</a>";
    assert!(text.contains(mark), "{text}");
    let notes = book.text("OEBPS/notes.xhtml");
    assert!(
        notes.contains("href=\"text.xhtml#mark-1-2\" epub:type=\"backlink\" role=\"doc-backlink\""),
        "{notes}"
    );
}

#[test]
fn a_link_out_of_the_book_goes_to_the_site_or_becomes_words() {
    let text = |body: &str| format!("---\ntitle: 报告\nsummary: 这是一份报告。\n---\n\n{body}\n");
    let site = Site::new(&[]);
    site.write(
        "content/a/index.md",
        text("看[另一份报告的内容](../b/index.md#nei-rong)和[表格的文件](biao.csv)。"),
    );
    site.write("content/b/index.md", text("## 内容\n\n看[第一份报告](../a/index.md)。"));
    site.write("content/a/biao.csv", "1,2");
    assert_eq!(errors(&site.build().findings), [""; 0]);
    let alone = |site: &Site| Opened::of(site, "a/a.epub").text("OEBPS/text.xhtml");
    assert!(alone(&site).contains("看另一份报告的内容和表格的文件。"), "{}", alone(&site));
    let collection = Opened::of(&site, "jue-yi.epub");
    assert!(
        collection
            .text("OEBPS/w1-a-text.xhtml")
            .contains("<a href=\"w2-b-text.xhtml#nei-rong\">另一份报告的内容</a>")
    );
    assert!(
        collection.text("OEBPS/w2-b-text.xhtml").contains("<a href=\"w1-a-opening.xhtml\">第一份报告</a>")
    );

    site.write(
        "book.toml",
        "[book]\ntitle = \"决议\"\nlanguage = \"zh-Hans\"\n[site]\nbase-url = \"https://example.org/x/\"\n",
    );
    assert_eq!(errors(&site.build().findings), [""; 0]);
    let text = alone(&site);
    assert!(text.contains("<a href=\"https://example.org/x/b/#nei-rong\">另一份报告的内容</a>"), "{text}");
    assert!(text.contains("<a href=\"https://example.org/x/a/biao.csv\">表格的文件</a>"), "{text}");
}

/// A long text is several documents; its notes, headings and paragraphs are still found.
#[test]
fn links_hold_in_a_text_that_is_cut() {
    let site = Site::new(&[]);
    let mut long =
        String::from("---\ntitle: 长\nsummary: 这是一份很长的文件。\n---\n\n看[最后一节](#zui-hou)。\n\n");
    for number in 0..30 {
        long.push_str(&format!(
            "## 第 {number} 节\n\n{}[^{number}]\n\n### 里面\n\n再说。\n\n",
            "很长的一段话。".repeat(400)
        ));
    }
    long.push_str("## 最后 {#zui-hou}\n\n完[^0]。\n\n");
    (0..30).for_each(|number| long.push_str(&format!("[^{number}]: 注 {number}。\n\n")));
    site.write("content/chang/index.md", &long);
    let mut resolution = String::from(
        "---\ntitle: 长\nsummary: 这是一份很长的决议。\nkind: resolution\n---\n\n人权理事会，\n\n",
    );
    for number in 1..200 {
        resolution.push_str(&format!("{number}. 决定{}[^1]；\n\n", "继续处理此事".repeat(100)));
    }
    resolution.push_str("[^1]: 注。\n");
    site.write("content/jue-yi/index.md", &resolution);
    assert_eq!(errors(&site.build().findings), [""; 0]);
    for (path, parts) in [("chang/chang.epub", 3), ("jue-yi/jue-yi.epub", 4)] {
        let book = Opened::of(&site, path);
        let texts = book.reading_order().iter().filter(|file| file.starts_with("text")).count();
        assert_eq!(texts, parts, "{path}");
        every_link_is_whole(&book);
        assert!(
            book.metadata("schema:accessibilityFeature").contains(&"structuralNavigation".to_owned()),
            "{path}"
        );
    }
    let book = Opened::of(&site, "chang/chang.epub");
    assert!(book.text("OEBPS/text.xhtml").contains("<a href=\"text-3.xhtml#zui-hou\">最后一节</a>"));
    assert!(book.text("OEBPS/text-2.xhtml").contains("<h1>原文，第 2 部分</h1>"));
}
