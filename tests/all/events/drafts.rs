//! An event that is a draft stays back in all its languages.

use super::event;
use crate::support::{Site, curbcut};

const ENGLISH: &str =
    "---\ntitle: A discussion\nkind: event\nsummary: People discuss. Everybody can come.\n---\n\nWords.\n";

fn built(site: &Site, options: &[&str]) {
    let ran =
        curbcut(site.root(), &[&["build", "--out", "public", "--today", "2026-11-30"], options].concat());
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
}

#[test]
fn a_translation_whose_facts_stand_in_a_draft_stays_back_with_it() {
    let book =
        "[book]\ntitle = \"书\"\nlanguage = \"zh-Hans\"\n\n[site]\nbase-url = \"https://example.org/\"\n";
    let draft = event("start: 2026-12-14\ndraft: true\n");
    let site = Site::new(&[
        ("book.toml", book),
        ("content/a/index.md", &draft),
        ("content/a/index.en.md", ENGLISH),
        ("content/a/easy-read.en.md", "---\ntitle: Easy\n---\n\n"),
        ("content/b/index.md", &event("start: 2026-12-14\n").replace("讨论会", "展览")),
        ("content/b/index.en.md", &ENGLISH.replace("A discussion", "A fair")),
    ]);
    built(&site, &[]);
    let out = |path: &str| site.root().join("public").join(path);
    assert!(out("b/index.html").exists() && out("en/b/index.html").exists());
    assert!(!out("a").exists() && !out("en/a").exists());
    for file in ["sitemap.xml", "en/index.html", "index.html"] {
        let text = site.page(file);
        assert!(text.contains("/b/") || text.contains("b/"), "{file}: {text}");
        assert!(!text.contains("/a/") && !text.contains("A discussion"), "{file}: {text}");
    }
    // With drafts, and when it is a draft no more, both are there.
    std::fs::remove_file(site.root().join("content/a/easy-read.en.md")).unwrap();
    built(&site, &["--drafts"]);
    assert!(site.page("en/a/index.html").contains("A discussion"));
    site.write("content/a/index.md", draft.replace("draft: true\n", ""));
    built(&site, &[]);
    assert!(site.page("en/a/index.html").contains("14 December 2026"));
}

#[test]
fn a_translation_that_is_a_draft_stays_back_alone() {
    let site = Site::new(&[
        ("content/a/index.md", &event("start: 2026-12-14\n")),
        ("content/a/index.en.md", &ENGLISH.replace("summary:", "draft: true\nsummary:")),
    ]);
    built(&site, &[]);
    let out = |path: &str| site.root().join("public").join(path);
    assert!(out("a/index.html").exists() && !out("en/a").exists());
}
