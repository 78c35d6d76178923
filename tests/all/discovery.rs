//! What programs find of a site: sitemap, feeds, catalogue of books, what crawlers are told, and what pages say of themselves.

mod accessibility;
mod addresses;
mod feeds;
mod structured_data;

use serde_json::Value;

use curbcut::site::Built;

use crate::support::{BOOK, Site, places};

const OFFICIAL: &str = "---\ntitle: 关于 <无障碍> & \"易读\" 的决议\nkind: resolution\nsymbol: A/1\nnumber: 52/8\nbody: 人权理事会\ndate: 2023-04-03\n\
                        summary: 这是一个决议。它讲 A & B。\n---\n\n人权理事会，\n\n1. 决定写报告。\n";
const EASY: &str = "---\ntitle: 写报告\nabout: 这是易读版。\nbased-on: A/1\nmade-by: 易读组\ndate: 2024-05-06\n---\n\n## 写报告 {covers=op-1}\n\n大家写报告。\n";
const NEWS: &str = "---\ntitle: 消息\nkind: entry\ndate: 2025-01-02\nsummary: 一个消息。它很短。\nauthor: 甲\nkeywords: [无障碍, R&D]\n---\n\n文。\n";
const UNDATED: &str = "---\ntitle: 没有日期\nsummary: 一个文件。它很短。\n---\n\n文。\n";
const DRAFT: &str =
    "---\ntitle: 秘密\ndraft: true\ndate: 2026-01-01\nsummary: 一个秘密。它很短。\n---\n\n文。\n";
const SECTION: &str = "---\ntitle: 消息栏\n---\n\n文。\n";
const ENGLISH: &str = "---\ntitle: Resolution on A < B & \"words\"\nkind: resolution\nsymbol: A/1\nbody: Human Rights Council\n\
                       summary: This is a resolution. It is short.\n---\n\nThe Human Rights Council,\n\n1. Decides to write a report.\n";

/// A Chinese site with English, that stands below a path.
fn site() -> Site {
    let site = Site::new(&[
        ("content/jue-yi/index.md", OFFICIAL),
        ("content/jue-yi/easy-read.md", EASY),
        ("content/jue-yi/index.en.md", ENGLISH),
        ("content/xiao-xi/_index.md", SECTION),
        ("content/xiao-xi/yi/index.md", NEWS),
        ("content/xiao-xi/mi/index.md", DRAFT),
        ("content/kong/_index.md", SECTION.replace("消息栏", "没有消息").as_str()),
        ("content/kong/wen/index.md", UNDATED),
    ]);
    let more = "authors = [\"编写组\"]\n\n[languages.en]\ntitle = \"Texts & <more>\"\n\n[site]\nbase-url = \"https://example.org/文/\"\n\
                symbol-url = \"https://docs.un.org/{lang}/{symbol}\"\n";
    site.write("book.toml", format!("{BOOK}{more}"));
    site
}

#[track_caller]
fn built(site: &Site) -> Built {
    let built = site.build();
    assert!(built.report.is_some(), "{:?}", places(&built.findings));
    built
}

/// A file that should not be there.
fn is_there(site: &Site, path: &str) -> bool {
    site.out().join(path).exists()
}

/// The one description of a page.
#[track_caller]
fn described(site: &Site, path: &str) -> Value {
    let page = site.page(path);
    let pieces: Vec<&str> = page.split("<script type=\"application/ld+json\">").collect();
    assert_eq!(pieces.len(), 2, "{path}");
    serde_json::from_str(pieces[1].split("</script>").next().unwrap()).unwrap()
}
