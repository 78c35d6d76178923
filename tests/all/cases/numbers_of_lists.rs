//! The numbers of lists: printed as they are written, on pages, in books and in plain texts.

use std::io::Read as _;

use crate::support::{Site, curbcut};

const LIST: &str = "3) 写名字。\n4) 交钱：\n   1. 现金。\n   1. 刷卡。\n";
const OFFICIAL: &str =
    "---\ntitle: 通知\nsummary: 一个通知。它很短。\n---\n\n## 报名 {#bao-ming}\n\n请报名：\n\n";
const EASY: &str =
    "---\ntitle: 报名\nabout: 这是易读版。\n---\n\n## 报名 {covers=bao-ming}\n\n你要报名：\n\n";

/// A site with a list in a text and in its easy-read version.
fn site(list: &str) -> Site {
    Site::new(&[
        ("content/a/index.md", &format!("{OFFICIAL}{list}")),
        ("content/a/easy-read.md", &format!("{EASY}{list}")),
    ])
}

/// All documents of a book.
fn book(site: &Site, path: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(site.out().join(path)).unwrap()).unwrap();
    let mut text = String::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        if file.name().ends_with(".xhtml") {
            file.read_to_string(&mut text).unwrap();
        }
    }
    text
}

#[test]
fn numbers_stand_as_they_are_written_in_every_form_of_every_version() {
    let site = site(LIST);
    site.build();
    let outer = "<ol class=\"bracketed\">\n<li value=\"3\">写名字。</li>\n<li>交钱：";
    let inner = "<ol>\n<li>现金。</li>\n<li>刷卡。</li>\n</ol>";
    for (page, epub, text) in [
        ("a/index.html", "a/a.epub", "a/a.txt"),
        ("a/easy-read/index.html", "a/a-easy-read.epub", "a/a-easy-read.txt"),
    ] {
        for made in [site.page(page), book(&site, epub)] {
            assert!(made.contains(outer) && made.contains(inner), "{page}: {made}");
        }
        let text = site.page(text);
        assert!(text.contains("3) 写名字。\n4) 交钱：\n  1. 现金。\n  2. 刷卡。"), "{text}");
    }
}

#[test]
fn numbers_that_no_list_has_stay_words() {
    let site = site("(1) 写名字。\n\na) 交钱。\n\n（三）走。\n\n1）看。\n");
    site.build();
    for page in ["a/index.html", "a/easy-read/index.html", "a/a.txt", "a/a-easy-read.txt"] {
        let page = site.page(page);
        for words in ["(1) 写名字。", "a) 交钱。", "（三）走。", "1）看。"] {
            assert!(page.contains(words), "{words}: {page}");
        }
    }
}

#[test]
fn only_a_list_with_one_at_every_item_is_counted() {
    for (list, printed, found) in [
        ("1. 甲。\n1. 乙。\n1. 丙。\n", "1. 甲。\n2. 乙。\n3. 丙。", ""),
        ("0. 甲。\n0. 乙。\n", "0. 甲。\n0. 乙。", "the number 0 stands here a second time"),
        ("0. 甲。\n1. 乙。\n", "0. 甲。\n1. 乙。", ""),
        ("007. 甲。\n8. 乙。\n", "7. 甲。\n8. 乙。", "“007.” is printed as “7.”"),
        ("7. 甲。\n8. 乙。\n", "7. 甲。\n8. 乙。", ""),
        ("3. 甲。\n3. 乙。\n", "3. 甲。\n3. 乙。", "the number 3 stands here a second time"),
        ("1. 甲。\n3. 乙。\n", "1. 甲。\n3. 乙。", "3 follows 1, so a number is left out"),
        ("2. 甲。\n1. 乙。\n", "2. 甲。\n1. 乙。", "the number 1 stands after 2"),
        (
            "1. 甲。\n2. 乙。\n2. 丙。\n3. 丁。\n",
            "1. 甲。\n2. 乙。\n2. 丙。\n3. 丁。",
            "the number 2 stands here a second time",
        ),
    ] {
        let site = site(list);
        let ran = curbcut(site.root(), &["check"]);
        let count = ran.out.matches("markdown/list-numbers").count();
        assert_eq!(count, if found.is_empty() { 0 } else { 2 }, "{list}: {}", ran.out);
        assert!(ran.out.contains(found), "{list}: {}", ran.out);
        site.build();
        for text in ["a/a.txt", "a/a-easy-read.txt"] {
            assert!(site.page(text).contains(printed), "{list}: {}", site.page(text));
        }
        let numbers = printed.lines().map(|line| line.split('.').next().unwrap().parse::<u64>().unwrap());
        assert_eq!(counted(&site.page("a/easy-read/index.html")), numbers.collect::<Vec<_>>(), "{list}");
    }
}

/// The numbers of the items on a page, as browsers count them.
fn counted(page: &str) -> Vec<u64> {
    let list = page.split("<ol>\n").find(|part| part.starts_with("<li") && part.contains("甲。")).unwrap();
    let list = list.split("</ol>").next().unwrap();
    let mut next = 1;
    let items = list.split("<li").skip(1).map(|item| {
        let value = item.strip_prefix(" value=\"").and_then(|rest| rest.split('"').next()?.parse().ok());
        let number = value.unwrap_or(next);
        next = number + 1;
        number
    });
    items.collect()
}

#[test]
fn the_paragraphs_of_an_item_of_an_easy_read_version_do_not_run_together() {
    let site = site("- 甲。\n\n  乙。\n- 丙。\n  1) 丁。\n");
    site.build();
    let page = site.page("a/easy-read/index.html");
    assert!(page.contains("<li><p>甲。</p>\n<p>乙。</p>\n</li>"), "{page}");
    assert!(page.contains("<li>丙。<ol class=\"bracketed\">\n<li>丁。</li>\n</ol>\n</li>"), "{page}");
}

#[test]
fn zeros_before_a_number_are_kept_or_found_in_every_kind() {
    let list = "007. 甲。\n\n正文。\n\n01) 乙。\n";
    for kind in ["document", "page", "event", "report", "entry"] {
        let text = format!(
            "---\ntitle: 通知\nsummary: 007. 甲。它很短。\nkind: {kind}\ndate: 2041-01-01\n---\n\n## 报名\n\n{list}"
        );
        let site = Site::new(&[("content/a/index.md", &text)]);
        let ran = curbcut(site.root(), &["check"]);
        for said in ["“007.” is printed as “7.”", "“01)” is printed as “1)”"] {
            assert_eq!(ran.out.matches(said).count(), 1, "{kind}: {}", ran.out);
        }
    }
    // What is no list keeps its form, and a summary is no list.
    let site = site("007\\. 甲。\n");
    site.build();
    for path in ["a/index.html", "a/easy-read/index.html", "a/a.txt", "a/a-easy-read.txt"] {
        assert!(site.page(path).contains("007. 甲。"), "{path}: {}", site.page(path));
    }
}
