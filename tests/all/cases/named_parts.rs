//! Whatever part of an official text a section explains, its change makes the section stale.

use crate::support::Site;
use crate::support::curbcut;

const EASY: &str = "content/jue-yi/easy-read.md";
const OFFICIAL: &str = "content/jue-yi/index.md";
const READING: [&str; 8] = ["review", EASY, "--role", "reader", "--readers", "2", "--consent", "none"];

fn site(official: &str, covers: &str) -> Site {
    let easy = format!(
        "---\ntitle: 好读的文\nabout: 这是易读版。\n---\n\n## 说什么 {{covers={covers}}}\n\n大家一起做。\n大家都能来。\n"
    );
    Site::new(&[(OFFICIAL, official), (EASY, &easy)])
}

/// Reviews the version, changes some words of the official text, and tells whether that is noticed.
fn is_stale(site: &Site, from: &str, to: &str) -> bool {
    let ran = curbcut(site.root(), &READING);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(!curbcut(site.root(), &["check"]).out.contains("easy-read/stale"));
    site.replace(OFFICIAL, from, to);
    curbcut(site.root(), &["check"]).out.contains("easy-read/stale")
}

const RESOLUTION: &str = "---\ntitle: 决议\nsummary: 一句。\nkind: resolution\n---\n\n人权理事会，\n\n\
                          1. 决定开会；\n\n2. 请各国参加。\n\n## 附件 {#fu-jian}\n\n开会的人坐第一排。\n\n### 时间 {#shi-jian}\n\n早上。\n";

#[test]
fn an_annex_is_tracked_like_a_paragraph() {
    let made = site(RESOLUTION, "op-1,op-2,fu-jian");
    assert!(is_stale(&made, "第一排", "第二排"));
    let made = site(RESOLUTION, "op-1,op-2,fu-jian");
    assert!(is_stale(&made, "早上", "晚上"), "what stands under a smaller heading belongs to the part");
    let made = site(RESOLUTION, "op-1,op-2,shi-jian");
    assert!(!is_stale(&made, "第一排", "第二排"), "the part above is another part");
    assert_eq!(curbcut(made.root(), &["build"]).code, 0);
    assert!(made.page("jue-yi/easy-read/index.html").contains("#shi-jian\""));
}

const SECTIONS: &str = "---\ntitle: 办法\nsummary: 一句。\nkind: document\n---\n\n## 甲 {#jia}\n\n一。\n\n\
                        <section>\n\n## 乙 {#yi}\n\n二。\n\n</section>\n\n> ## 丙 {#bing}\n>\n> 三。\n";

#[test]
fn a_heading_in_an_element_is_a_part_and_one_in_a_quotation_is_none_that_must_be_explained() {
    let made = site(SECTIONS, "jia");
    let ran = curbcut(made.root(), &["check"]);
    assert!(ran.out.contains("1 of 2 paragraphs explained") && ran.out.contains("“yi”"), "{}", ran.out);
    let made = site(SECTIONS, "jia,yi,bing");
    assert!(curbcut(made.root(), &["check"]).out.contains("2 of 2 paragraphs explained"));
    assert!(is_stale(&made, "二。", "两。"));
    let made = site(SECTIONS, "jia,bing");
    assert!(is_stale(&made, "三。", "三三。"));
    assert_eq!(curbcut(made.root(), &["build"]).code, 0);
    let page = made.page("jue-yi/easy-read/index.html");
    assert!(page.contains("#jia\"") && page.contains("#bing\""), "{page}");
}
