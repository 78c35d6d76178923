//! Snapshots of whole pages of a small site with everything a text can hold, in Chinese and English.

use crate::support::{Site, places};

#[test]
fn pages_of_the_small_site() {
    let site = Site::copy_of("tests/sites/small");
    let built = site.build();
    assert!(built.report.is_some(), "{:?}", places(&built.findings));
    let size = regex::Regex::new("(EPUB|TXT)(，|, )[0-9]+ KB").unwrap();
    for page in [
        "index.html",
        "jue-yi/index.html",
        "jue-yi/easy-read/index.html",
        "wen-jian/index.html",
        "en/jue-yi/index.html",
        "bao-gao/index.html",
        "glossary/index.html",
        "404.html",
    ] {
        // The size of a download changes with every word in it.
        let text = size.replace_all(&site.page(page), "${1}${2}N KB").into_owned();
        insta::assert_snapshot!(page.replace('/', "-"), text);
    }
}

#[test]
fn two_builds_give_the_same_bytes_and_write_nothing_twice() {
    let site = Site::copy_of("tests/sites/small");
    site.build();
    let first = site.pages();
    let again = site.build().report.unwrap();
    assert_eq!((again.written, again.removed), (0, 0));
    assert_eq!(site.pages(), first);
}

#[test]
fn a_theme_holds_only_what_differs() {
    let site = Site::copy_of("tests/sites/small");
    let settings = site.read("book.toml");
    let named = match settings.contains("[site]\n") {
        true => settings.replacen("[site]\n", "[site]\ntheme = \"su\"\n", 1),
        false => format!("{settings}\n[site]\ntheme = \"su\"\n"),
    };
    site.build();
    let style = site.page("assets/style.css");
    site.write("book.toml", named);
    site.write("themes/su/tokens.css", ":root { --own: 1 }\n");
    let built = site.build();
    assert!(built.report.is_some(), "{:?}", places(&built.findings));
    assert_eq!(site.page("assets/tokens.css"), ":root { --own: 1 }\n");
    assert_eq!(site.page("assets/style.css"), style);
}

/// Every link is relative, so the site works below any path and from a disk.
#[test]
fn no_link_begins_at_a_root() {
    let site = Site::copy_of("tests/sites/small");
    site.build();
    let pages = site.pages();
    for attribute in ["href", "src"] {
        assert!(!pages.contains(&format!("{attribute}=\"/")));
        assert!(!pages.contains(&format!("{attribute}=\"file:")));
    }
}
