//! The desk: what it says of a page, and that it is as well made as the pages it stands on.

use crate::support::Site;
use axum::body::Body;
use axum::http::{Request, header};
use curbcut::audit::{self, Allow};
use curbcut::collections::Shown;
use curbcut::library::Drafts;
use curbcut::serve::{Hosts, Serving};
use tower::ServiceExt;

/// The pages at these addresses.
fn pages<const N: usize>(site: &Site, paths: [&str; N]) -> [String; N] {
    let router =
        Serving::start(site.root(), Drafts::Include, Shown::All, None).unwrap().router(Hosts::loopback());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    paths.map(|path| {
        let request =
            Request::builder().uri(path).header(header::HOST, "localhost").body(Body::empty()).unwrap();
        let body = runtime.block_on(async {
            let answer = router.clone().oneshot(request).await.unwrap();
            axum::body::to_bytes(answer.into_body(), usize::MAX).await.unwrap()
        });
        String::from_utf8(body.to_vec()).unwrap()
    })
}

fn desk(page: &str) -> &str {
    &page[page.find("<section class=\"curbcut-desk").unwrap()..]
}

#[test]
fn each_finding_leads_to_its_block() {
    let site = Site::copy_of("tests/sites/small");
    site.replace("content/jue-yi/easy-read.md", "报告要写清楚。", "25% 的报告要写清楚。");
    let [page] = pages(&site, ["/jue-yi/easy-read/"]);
    let item = desk(&page).split("<li").find(|item| item.contains("easy-read/percentage")).unwrap();
    let href = item.split("href=\"#").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(href, "curbcut%3Acontent%2Fjue-yi%2Feasy-read.md%3A15");
    let id = "id=\"curbcut:content/jue-yi/easy-read.md:15\"";
    let block = page.split('<').find(|tag| tag.contains(id)).unwrap();
    assert!(block.contains("data-curbcut=\"warning\""), "{block}");
    assert!(item.contains("content/jue-yi/easy-read.md") && item.contains("第 16 行，第 1 个字"), "{item}");
    assert!(item.contains("lang=\"en\""), "findings are English: {item}");
    assert!(page.contains("<nav class=\"curbcut-top warning\""), "the top of the page says so too");
}

#[test]
fn errors_come_first_and_a_draft_says_that_it_is_one() {
    let site = Site::copy_of("tests/sites/small");
    site.replace(
        "content/jue-yi/easy-read.md",
        "报告要写清楚。",
        "25% 的[报告](../nirgends/index.md)要写清楚。",
    );
    site.replace("content/jue-yi/easy-read.md", "made-by:", "draft: true\nmade-by:");
    let [page] = pages(&site, ["/jue-yi/easy-read/"]);
    let desk = desk(&page);
    let [error, warning] = ["link/nowhere", "easy-read/percentage"].map(|rule| desk.find(rule).unwrap());
    assert!(error < warning && page.contains("curbcut-desk error"), "{desk}");
    assert!(desk.contains("这是草稿"), "{desk}");
}

#[test]
fn the_bar_says_in_words_how_much_is_explained() {
    let site = Site::copy_of("tests/sites/small");
    let [whole] = pages(&site, ["/jue-yi/"]);
    assert!(
        desk(&whole).contains("正式文本有 3 处要讲：讲了 2 处，写明理由不讲 1 处，还没有讲 0 处。"),
        "{}",
        desk(&whole)
    );
    assert!(desk(&whole).contains("<progress max=\"3\" value=\"3\""));
    site.replace("content/jue-yi/easy-read.md", " {covers=op-1}", "");
    let [part, listing] = pages(&site, ["/jue-yi/easy-read/", "/"]);
    assert!(desk(&part).contains("还没有讲 1 处") && desk(&part).contains("value=\"2\""), "{}", desk(&part));
    assert!(!desk(&listing).contains("<progress"), "a listing explains nothing");
}

#[test]
fn the_desk_speaks_the_language_of_the_page() {
    let site = Site::copy_of("tests/sites/small");
    let [chinese, english] = pages(&site, ["/jue-yi/", "/en/jue-yi/"]);
    assert!(desk(&chinese).contains("校对台") && desk(&english).contains("Review desk"));
    assert!(desk(&english).contains("lang=\"en\" dir=\"ltr\""));
}

#[test]
fn both_texts_stand_side_by_side_and_nothing_is_left_out() {
    let site = Site::copy_of("tests/sites/small");
    let [page] = pages(&site, ["/_curbcut/beside/jue-yi/"]);
    let row =
        |words: &str| page.split("<section class=\"curbcut-row").find(|row| row.contains(words)).unwrap();
    assert!(row("鼓励各国编写报告").contains("各国要写报告。"), "{page}");
    assert!(row("提交报告").contains("专员要做 2 件事"), "sub-paragraphs that are covered one by one");
    assert!(row("决定继续处理此事").contains("理由：这一段只说以后再谈。"));
    assert!(row("遵循《联合国宪章》").contains("这一处不要求讲"));
    let library = crate::support::library(site.root()).0;
    let work =
        &library.works.iter().find(|work| &*work.slug == "jue-yi" && work.easy_read.is_some()).unwrap();
    let text = plain(&page);
    for document in [&work.official, work.easy_read.as_ref().unwrap()] {
        document.each_block(&mut |block| {
            if let curbcut::document::BlockKind::Paragraph(content) = &block.kind {
                let words = plain(&document.plain(content));
                assert!(text.contains(&words), "“{words}” is not on the page");
            }
        });
    }
}

/// A text of headings that is no resolution, in both languages.
#[test]
fn texts_with_headings_are_set_side_by_side_too() {
    let official = "---\ntitle: 报告\nsummary: 一个报告。\n---\n\n开头的话。\n\n## 教育 {#jiao-yu}\n\n关于教育。\n\n### 小节\n\n更多教育。\n\n## 卫生 {#wei-sheng}\n\n关于卫生。\n";
    let easy = "---\ntitle: 报告\nabout: 易读版。\n---\n\n## 上学 {covers=jiao-yu}\n\n孩子要上学。\n\n## 再说一句\n\n大家都好。\n";
    let site = Site::new(&[("content/bao-gao/index.md", official), ("content/bao-gao/easy-read.md", easy)]);
    let [page] = pages(&site, ["/_curbcut/beside/bao-gao/"]);
    let row =
        |words: &str| page.split("<section class=\"curbcut-row").find(|row| row.contains(words)).unwrap();
    assert!(row("更多教育").contains("孩子要上学。") && row("更多教育").contains(">教育</h2>"), "{page}");
    assert!(
        row("关于卫生").contains("易读版没有讲这一处") && row("关于卫生").starts_with(" missing"),
        "{page}"
    );
    assert!(row("大家都好").contains("这一节没有对应的正式文本"), "{page}");
    assert!(page.find("孩子要上学").unwrap() < page.find("大家都好").unwrap());
    assert!(
        page.find("大家都好").unwrap() < page.find("关于卫生").unwrap(),
        "it stands after the section before it"
    );
}

#[test]
fn the_findings_of_the_whole_site_are_on_one_page() {
    let site = Site::copy_of("tests/sites/small");
    site.replace("content/jue-yi/easy-read.md", "报告要写清楚。", "25% 的报告要写清楚。");
    site.write("content/bad name/index.md", "x");
    let [page] = pages(&site, ["/_curbcut/findings/"]);
    assert!(page.contains("easy-read/percentage") && page.contains("content/unknown-file"), "{page}");
    assert!(page.contains("href=\"/jue-yi/easy-read/\""), "{page}");
}

/// The desk's own pages, and the site's pages with the desk, pass the audit that every page must pass.
#[test]
fn pages_with_the_desk_pass_the_audit() {
    let site = Site::copy_of("tests/sites/small");
    site.replace("content/jue-yi/easy-read.md", "报告要写清楚。", "25% 的报告被写得清楚。");
    let paths = [
        "/",
        "/jue-yi/",
        "/jue-yi/easy-read/",
        "/en/jue-yi/",
        "/wen-jian/",
        "/glossary/",
        "/bao-gao/",
        "/_curbcut/beside/jue-yi/",
        "/_curbcut/findings/",
        "/nichts/",
    ];
    let names = crate::support::library(site.root()).0.proper_names().fold(Allow::default(), Allow::name);
    let allow = names.script("_curbcut/desk.js");
    for (path, html) in paths.iter().zip(pages(&site, paths)) {
        let at = format!("{}index.html", &path[1..]);
        let found = audit::page(audit::Page { path: &at, html: &html }, &allow);
        let found: Vec<_> = found
            .findings()
            .iter()
            .map(|finding| format!("{} {} {}", finding.place.position().line, finding.rule, finding.message))
            .collect();
        assert!(found.is_empty(), "{path}: {found:#?}");
    }
}

/// What a build publishes knows nothing of the desk.
#[test]
fn nothing_of_the_desk_is_published() {
    let site = Site::copy_of("tests/sites/small");
    assert!(site.build().report.is_some());
    let pages = site.pages();
    assert!(!pages.contains("_curbcut") && !pages.contains("curbcut-") && !pages.contains("data-source"));
    assert!(!site.out().join("_curbcut").exists());
}

/// Words without tags, references and white space.
fn plain(html: &str) -> String {
    let mut words = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside && !c.is_whitespace() && !c.is_ascii_digit() => words.push(c),
            _ => {}
        }
    }
    words
}
