//! What `new` and `init` are asked for and cannot make: a name that is none everywhere, or that is taken.

use crate::support::Site;
use crate::support::curbcut;

const TEXT: &str = "---\ntitle: 决议\nsummary: 一个例子。它很短。\n---\n\n正文。\n";

fn site() -> Site {
    let site = Site::new(&[("content/Jue-Yi/index.md", TEXT), ("content/fu-jian.pdf", "x")]);
    site.write("content/glossary.yaml", "- term: 报告\n  meaning: 写下来的话。\n");
    site.write("content/Jue-Yi/index.md", TEXT.replace("正文", "[文](../fu-jian.pdf)"));
    site
}

#[test]
fn a_name_that_no_document_can_have_is_wrong_usage() {
    let site = site();
    let long = "x".repeat(256);
    for name in [
        "con",
        "CON",
        "nul",
        "aux/yi",
        "yi/prn",
        "com1",
        "LPT9",
        "con.yi",
        "a.",
        "yi/a.",
        "a b",
        "../x",
        "yi/../x",
        "/etc/x",
        "/",
        "",
        ".",
        "..",
        ".yi",
        "yi//er",
        "a:b",
        "a?b",
        "a\\b",
        "a#b",
        "a\u{200b}b",
        "a\u{202e}b",
        "a\u{1b}b",
        "a\nb",
        "jue-yi",
        "JUE-YI/er",
        "glossary",
        "Glossary",
        "accessibility",
        "404.html",
        "assets/style.css",
        "fu-jian.pdf",
        "Fu-Jian.PDF/yi",
        &long,
    ] {
        let ran = curbcut(site.root(), &["new", name]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{name:?}: {}", ran.err);
        assert!(ran.err.contains("such as") || ran.err.contains("Use letters"), "{name:?}: {}", ran.err);
    }
    let left = curbcut(site.root(), &["check", "--drafts", "--format", "json"]);
    assert!(!left.out.contains("draft"), "nothing was written: {}", left.out);
    assert!(!site.root().join("content/con").exists() && !site.root().join("x").exists());
    // What is there is not replaced.
    assert_eq!(curbcut(site.root(), &["new", "Jue-Yi"]).code, 2);
    assert_eq!(curbcut(site.root(), &["init", "--lang", "cy", "xin"]).code, 2);
    for name in ["yi", "Jue-Yi/er", "通知/2026-会议", "console", "v1.0", "glossary/yi", "assets/yi"] {
        let ran = curbcut(site.root(), &["new", name]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{name}");
    }
}

#[test]
fn check_says_the_same_of_folders_that_are_there() {
    for (folder, rule) in [
        ("con", "content/bad-name"),
        ("a.", "content/bad-name"),
        ("a\u{200b}b", "content/bad-name"),
        ("accessibility", "content/same-address"),
        ("en", "content/same-address"),
        ("404.html", "content/same-address"),
        ("404.HTML/yi", "content/same-address"),
        ("assets/style.css", "content/same-address"),
        ("Yi/san", "content/same-address"),
    ] {
        let site = Site::new(&[("content/yi/er/index.md", TEXT), ("content/yi/si/index.en.md", TEXT)]);
        site.write(&format!("content/{folder}/index.md"), TEXT);
        let ran = curbcut(site.root(), &["check"]);
        assert_eq!(ran.code, 1, "{folder}: {}", ran.out);
        assert_eq!(ran.out.matches(&format!("[{rule}]")).count(), 1, "{folder}: {}", ran.out);
    }
}
