//! The book of a collection.

use std::io::Read as _;

use super::{add, entry, site};
use crate::support::curbcut;

#[test]
fn all_public_entries_are_one_book_after_the_words_of_the_collection() {
    let site = site();
    site.write(
        "content/库/_index.md",
        "---\ntitle: 资料库\nsummary: 各国做过的事。\ncollection: collection.yaml\n---\n\n这里没有一条是真的。\n",
    );
    add(&site, "another", &entry("").replace("法律援助热线", "第二条热线"));
    add(
        &site,
        "hidden",
        &entry("").replace("法律援助热线", "金丝雀").replace("scope: public", "scope: none"),
    );
    let ran = curbcut(site.root(), &["build"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    assert!(site.page("库/index.html").contains("href=\"%E5%BA%93.epub\""), "{}", site.page("库/index.html"));
    assert!(!site.out().join("库/good/good.epub").exists());
    let book = std::fs::File::open(site.out().join("库/库.epub")).unwrap();
    let mut book = zip::ZipArchive::new(book).unwrap();
    let mut words = String::new();
    for at in 0..book.len() {
        let mut file = book.by_index(at).unwrap();
        if file.name().ends_with("html") || file.name().ends_with("opf") {
            file.read_to_string(&mut words).unwrap();
        }
    }
    for expected in
        ["这里没有一条是真的", "法律援助热线", "第二条热线", "热线每天都开", "越南", ">资料库</dc:title>"]
    {
        assert!(words.contains(expected), "{expected}");
    }
    assert!(!words.contains("金丝雀"));
    assert!(words.find("这里没有一条是真的").unwrap() < words.find("热线每天都开").unwrap());
}
