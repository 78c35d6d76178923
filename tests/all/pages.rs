//! Snapshots of whole pages of a small site with everything a text can hold, in Chinese and English.

use crate::support::{BOOK, Site, places};

#[test]
fn pages_of_the_small_site() {
    let site = Site::copy_of("tests/sites/small");
    let built = site.build();
    assert!(built.report.is_some(), "{:?}", places(&built.findings));
    let size = regex::Regex::new("(EPUB|TXT|AKN)(，|, )[0-9]+ KB").unwrap();
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
    // What a theme says lies over the default: a file with one variable is a theme.
    let tokens = site.page("assets/tokens.css");
    let at = |words: &str| tokens.find(words).unwrap_or_else(|| panic!("{words}: {tokens}"));
    assert!(at("--ink: #151d27") < at("--own: 1") && at("--own: 1") < at("--ink: #e8edf2"), "{tokens}");
    assert_eq!(site.page("assets/style.css"), style);
}

/// Every link is relative, so the site works below any path and from a disk; but for the page that is shown at any depth.
#[test]
fn no_link_begins_at_a_root() {
    let site = Site::copy_of("tests/sites/small");
    site.build();
    let pages = site.pages().replace(&site.page("404.html"), "");
    for attribute in ["href", "src"] {
        assert!(!pages.contains(&format!("{attribute}=\"/")));
        assert!(!pages.contains(&format!("{attribute}=\"file:")));
    }
}

/// What stands around a heading changes how it looks, not what an easy-read version explains.
#[test]
fn a_heading_in_an_element_says_where_it_is_explained() {
    let official = "---\ntitle: 决定\nsummary: 一个决定。它很短。\n---\n\n## 一 {#yi}\n\n话。\n\n\
                    <div>\n\n## 二 {#er}\n\n话。\n\n### 小 {#xiao}\n\n话。\n\n</div>\n\n\
                    > ## 三 {#san}\n>\n> 话。\n\n## 四 {#si}\n\n话。\n";
    let easy = "---\ntitle: 决定\nabout: 这是易读版。\nleft-out:\n  - paragraph: si\n    reason: 只讲手续\n---\n\n\
                ## 甲 {covers=yi,er}\n\n一句话。\n\n## 乙 {covers=san,xiao}\n\n一句话。\n";
    let site = Site::new(&[("content/jue-ding/index.md", official), ("content/jue-ding/easy-read.md", easy)]);
    let built = site.build();
    assert!(built.report.is_some(), "{:?}", places(&built.findings));
    let page = site.page("jue-ding/index.html");
    let beside = |heading: &str| {
        let (_, after) = page.split_once(heading).unwrap_or_else(|| panic!("{heading}: {page}"));
        let line = after.trim_start().strip_prefix("<div class=\"beside\">");
        line.map(|line| line.split("</div>").next().unwrap().trim().to_owned()).unwrap_or_default()
    };
    assert!(beside("一</h2>").contains("甲"), "{page}");
    assert!(beside("二</h2>").contains("甲"), "{page}");
    assert!(beside("三</h2>").contains("乙"), "{page}");
    assert!(beside("四</h2>").contains("只讲手续"), "{page}");
    assert!(beside("小</h3>").contains("乙"), "{page}");
    // The contents list what divides the text; a heading of a quotation does not.
    let contents = page.split("<nav").find(|nav| nav.contains("href=\"#er\"")).unwrap();
    let contents = contents.split("</nav>").next().unwrap();
    assert!(
        contents.contains("#yi") && contents.contains("#xiao") && !contents.contains("#san"),
        "{contents}"
    );
}

#[test]
fn a_section_without_a_summary_is_not_described_by_the_words_for_the_site() {
    let book = BOOK.replace("[book]\n", "[book]\ndescription = \"全站。\"\n");
    let site = Site::new(&[
        ("book.toml", &book),
        ("content/a/_index.md", "---\ntitle: 报告\n---\n\n这里有*报告*。\n\n还有。\n"),
    ]);
    let description = |page: &str| {
        let page = site.page(page);
        let found = page.split_once("<meta name=\"description\" content=\"");
        found.map(|(_, after)| after.split_once('"').unwrap().0.to_owned())
    };
    site.build();
    assert_eq!(description("a/index.html").as_deref(), Some("这里有报告。"));
    assert_eq!(description("index.html").as_deref(), Some("全站。"));
    site.write("content/a/_index.md", "---\ntitle: 报告\n---\n");
    site.build();
    assert_eq!(description("a/index.html"), None);
}
