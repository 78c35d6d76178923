//! Feeds: what is in one, in which order, and where there is none.

use roxmltree::Document;

use super::{DRAFT, NEWS, UNDATED, built, is_there, site};
use crate::support::Site;

/// The texts of the elements of a name, in their order.
fn texts(xml: &str, name: &str) -> Vec<String> {
    let read = Document::parse(xml).unwrap();
    let named = read.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2005/Atom", name)));
    named.map(|node| node.text().unwrap_or_default().to_owned()).collect()
}

#[test]
fn a_feed_holds_the_dated_texts_of_its_language_newest_first() {
    let site = site();
    built(&site);
    let feed = site.page("feed.atom");
    let wanted = ["决议", "消息", "写报告（易读版）", "52/8. 关于 <无障碍> & \"易读\" 的决议"];
    assert_eq!(texts(&feed, "title"), wanted);
    let root = "https://example.org/%E6%96%87";
    let ids = ["feed.atom", "xiao-xi/yi/", "jue-yi/easy-read/", "jue-yi/"];
    assert_eq!(texts(&feed, "id"), ids.map(|id| format!("{root}/{id}")));
    // A feed is as old as its newest text, whenever it is made.
    let days = ["2025-01-02", "2025-01-02", "2024-05-06", "2023-04-03"];
    assert_eq!(texts(&feed, "updated"), days.map(|day| format!("{day}T00:00:00Z")));
    assert_eq!(texts(&feed, "name"), ["编写组", "甲", "易读组", "人权理事会"]);
    assert_eq!(texts(&feed, "summary"), ["一个消息。它很短。", "这是易读版。", "这是一个决议。它讲 A & B。"]);
    assert!(feed.contains("<category term=\"R&amp;D\"/>"), "{feed}");
    assert!(feed.contains(&format!("rel=\"self\" type=\"application/atom+xml\" href=\"{root}/feed.atom\"")));
    assert!(feed.contains(&format!(
        "<link rel=\"related\" type=\"text/html\" hreflang=\"zh-Hans\" href=\"{root}/jue-yi/\"/>"
    )));
}

#[test]
fn a_section_has_a_feed_of_its_own_and_an_empty_one_is_not_written() {
    let site = site();
    built(&site);
    assert_eq!(texts(&site.page("xiao-xi/feed.atom"), "title"), ["消息栏", "消息"]);
    // The only text there has no date; no text in English has one.
    for (page, feed) in [("kong/index.html", "kong/feed.atom"), ("en/index.html", "en/feed.atom")] {
        assert!(!is_there(&site, feed), "{feed}");
        assert!(!site.page(page).contains("feed.atom"), "{page}");
    }
    let leads = |title: &str| {
        format!("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"feed.atom\" title=\"{title}\">")
    };
    assert!(site.page("index.html").contains(&leads("决议")));
    assert!(site.page("xiao-xi/index.html").contains(&leads("消息栏")));
    assert!(!site.page("xiao-xi/yi/index.html").contains("feed.atom"));
    // With a date, it is in both.
    site.write("content/kong/wen/index.md", UNDATED.replace("summary", "date: 2020-01-01\nsummary"));
    built(&site);
    assert_eq!(texts(&site.page("kong/feed.atom"), "title"), ["没有消息", "没有日期"]);
    assert_eq!(texts(&site.page("feed.atom"), "title").len(), 5);
}

#[test]
fn a_feed_of_sections_in_each_other_and_in_another_language() {
    let site = site();
    let english = "---\ntitle: News\n---\n\nText.\n";
    let entry = "---\ntitle: A new entry\nkind: entry\ndate: 2026-02-03\nsummary: This is new. It is short.\n---\n\nText.\n";
    site.write("content/xiao-xi/_index.en.md", english);
    site.write("content/xiao-xi/nei/_index.en.md", english.replace("News", "Inner news"));
    site.write("content/xiao-xi/nei/wen/index.en.md", entry);
    // A folder whose name only begins alike is no part of it.
    site.write("content/xiao-xi-2/wen/index.en.md", entry.replace("A new", "Another"));
    built(&site);
    assert_eq!(texts(&site.page("en/xiao-xi/feed.atom"), "title"), ["News", "A new entry"]);
    assert_eq!(texts(&site.page("en/xiao-xi/nei/feed.atom"), "title"), ["Inner news", "A new entry"]);
    assert_eq!(texts(&site.page("xiao-xi/feed.atom"), "title"), ["消息栏", "消息"]);
    let all = texts(&site.page("en/feed.atom"), "title");
    assert_eq!(all, ["Texts & <more>", "Another entry", "A new entry"], "of one date by their places");
    assert!(site.page("en/xiao-xi/nei/index.html").contains("href=\"feed.atom\" title=\"Inner news\""));
}

#[test]
fn a_feed_tells_what_is_new_and_no_more() {
    let site = site();
    for number in 0..120 {
        let day = format!("2025-{:02}-{:02}", 2 + number / 20, 1 + number % 20);
        let text = NEWS.replace("2025-01-02", &day).replace("消息", &format!("消息 {number}"));
        site.write(&format!("content/xiao-xi/n{number}/index.md"), text);
    }
    built(&site);
    let titles = texts(&site.page("xiao-xi/feed.atom"), "title");
    assert_eq!((titles.len(), titles[1].as_str(), titles[100].as_str()), (101, "消息 119", "消息 20"));
}

#[test]
fn what_is_written_from_right_to_left_has_its_language() {
    let site = Site::copy_of("tests/sites/languages");
    let settings = site.read("book.toml");
    site.write("book.toml", format!("{settings}\n[site]\nbase-url = \"https://example.org\"\n"));
    built(&site);
    let feed = site.page("ar/feed.atom");
    assert!(feed.contains("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"ar\">"), "{feed}");
    assert_eq!(texts(&feed, "title"), ["القرارات", "52/8. الحكومات المحلية وحقوق الإنسان"]);
    assert_eq!(texts(&feed, "id")[1], "https://example.org/ar/ra-52-8/");
    // Who publishes the site is not said: a feed has an author all the same.
    assert_eq!(texts(&feed, "name"), ["القرارات", "مجلس حقوق الإنسان"]);
}

#[test]
fn a_draft_is_in_none_unless_it_is_published() {
    let site = site();
    built(&site);
    let lists = ["feed.atom", "xiao-xi/feed.atom", "sitemap.xml", "catalogue.json"];
    for list in lists {
        let text = site.page(list);
        assert!(!text.contains("秘密") && !text.contains("xiao-xi/mi"), "{list}");
    }
    site.write("content/xiao-xi/mi/index.md", DRAFT.replace("draft: true\n", ""));
    built(&site);
    for list in lists {
        assert!(site.page(list).contains("xiao-xi/mi"), "{list}");
    }
}
