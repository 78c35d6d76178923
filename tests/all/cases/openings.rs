//! What stands before the first heading is a part of the text, and parts below a heading are parts of it: both are counted,
//! reported, led to, and known to records.

use crate::support::{Site, curbcut};

const EASY: &str = "content/a/easy-read.md";
const FULL: &str = "content/a/index.md";

/// A document with this text and sections of its easy-read version.
fn site(text: &str, easy: &str) -> Site {
    let front = "---\ntitle: 开会通知\nsummary: 怎样进大楼。\nkind: document\ndate: 2024-01-01\n---\n\n";
    let easy = format!("---\ntitle: 开会\nabout: 这是易读版。\n---\n\n{easy}");
    Site::new(&[(FULL, &[front, text].concat()), (EASY, &easy)])
}

const TEXT: &str = "没有证件，谁都不能进大楼。\n\n- 身份证\n- 通行证\n\n## 时间 {#when}\n\n2 月 5 日开会。\n";
const WHEN: &str = "## 时间 {covers=when}\n\n2 月 5 日开会。\n";

/// The line of the coverage and the findings of `easy-read/uncovered`.
fn told(site: &Site) -> (String, Vec<String>) {
    let ran = curbcut(site.root(), &["check"]);
    let of = |words: &str| ran.out.lines().filter(|line| line.contains(words)).map(str::to_owned).collect();
    let coverage: Vec<String> = of("coverage: ");
    (coverage.concat().replace("coverage: content/a/index.md: ", ""), of("nothing explains"))
}

/// The notice of the easy-read page says that readers tested it.
fn is_tested(site: &Site) -> bool {
    site.build_only(&["site"]);
    let page = site.page("a/easy-read/index.html");
    assert!(page.contains("智力残疾"), "{page}");
    page.contains("位智力残疾读者测试")
}

fn review(site: &Site) {
    let options = "review content/a/easy-read.md --role reader --readers 2 --consent none --date 2026-01-02";
    let ran = curbcut(site.root(), &options.split(' ').collect::<Vec<_>>());
    assert_eq!(ran.code, 0, "{}", ran.err);
}

#[test]
fn an_opening_is_counted_and_reported() {
    let (coverage, found) = told(&site(TEXT, WHEN));
    assert!(coverage.starts_with("1 of 2 paragraphs explained, 0 left out"), "{coverage}");
    assert!(
        matches!(&found[..], [one] if one.contains("nothing explains “p-0” of the official text: 没有证件")),
        "{found:?}"
    );
    let whole = site(TEXT, &format!("## 证件 {{covers=p-0}}\n\n进门要证件。\n\n{WHEN}"));
    assert!(told(&whole).0.starts_with("2 of 2 ") && told(&whole).1.is_empty(), "{:?}", told(&whole));
    let reason = site(TEXT, WHEN);
    reason.replace(EASY, "。\n---", "。\nleft-out:\n  - paragraph: p-0\n    reason: 人人都知道\n---");
    assert!(told(&reason).0.starts_with("1 of 2 paragraphs explained, 1 left out"), "{:?}", told(&reason));
    // The list has no name of its own, so the whole has to be named.
    let part = told(&site(TEXT, &format!("## 证件 {{covers=p-1}}\n\n进门要证件。\n\n{WHEN}")));
    assert!(part.0.starts_with("1 of 2 ") && part.1.len() == 1, "{part:?}");
    assert!(
        part.1[0].contains("nothing explains something in “p-0” of the official text: 身份证"),
        "{part:?}"
    );
    // What shows no words is no opening.
    assert!(
        told(&site(
            TEXT.split_once("\n\n## ").map(|(_, rest)| format!("***\n\n## {rest}")).unwrap().as_str(),
            WHEN
        ))
        .0
        .starts_with("1 of 1 ")
    );
}

#[test]
fn a_text_without_a_heading_is_explained_by_its_paragraphs_or_as_a_whole() {
    let text = "第一段。\n\n第二段。\n";
    let (coverage, found) = told(&site(text, "## 一 {covers=p-1}\n\n一句话。\n"));
    assert!(coverage.starts_with("0 of 1 "), "{coverage}");
    assert!(
        matches!(&found[..], [one] if one.contains("nothing explains “p-2” in “p-0” of the official text: 第二段")),
        "{found:?}"
    );
    for covers in ["p-0", "p-1,p-2"] {
        let (coverage, found) = told(&site(text, &format!("## 一 {{covers={covers}}}\n\n一句话。\n")));
        assert!(coverage.starts_with("1 of 1 ") && found.is_empty(), "{covers}: {coverage} {found:?}");
    }
}

#[test]
fn a_change_of_the_opening_makes_stale_what_was_built_on_it() {
    for (covers, old, new, ends) in [
        ("p-0", "谁都不能", "谁都能", true),
        ("p-0", "通行证", "驾驶证", true),
        ("p-1", "谁都不能", "谁都能", true),
        ("p-1", "通行证", "驾驶证", false),
        ("p-0", "2 月 5 日", "2 月 6 日", true),
    ] {
        let site = site(TEXT, &format!("## 证件 {{covers={covers}}}\n\n进门要证件。\n\n{WHEN}"));
        review(&site);
        assert!(is_tested(&site), "{covers}");
        site.replace(FULL, old, new);
        assert_eq!(is_tested(&site), !ends, "{covers} {new}");
        let page = site.page("a/easy-read/index.html");
        let section = page.split("<section").find(|section| section.contains("进门要证件")).unwrap();
        assert_eq!(section.contains("改过。这一节"), ends && new != "2 月 6 日", "{covers} {new}: {section}");
    }
}

#[test]
fn a_record_that_knows_nothing_of_the_opening_speaks_not_for_it() {
    let site = site(TEXT, &format!("## 证件\n\n进门要证件。\n\n{WHEN}"));
    review(&site);
    assert!(is_tested(&site));
    site.replace(EASY, "## 证件", "## 证件 {covers=p-0}");
    assert!(!is_tested(&site));
    let found = curbcut(site.root(), &["check"]).out;
    assert!(found.contains("nobody compared this section with “p-0”, which it explains now"), "{found}");
}

#[test]
fn the_pages_lead_from_every_part_to_its_explanation_and_back() {
    let text = "没有证件，谁都不能进大楼；没有证件的人请在门口等候，工作人员会来接。\n\n## 行为 {#conduct}\n\n### 证件 {#badges}\n\n请戴证件。\n\n#### 颜色 {#colour}\n\n红色。\n\n### 时间 {#time}\n\n准时。\n";
    let section = |title: &str, id: &str| format!("## {title} {{covers={id}}}\n\n一句话。\n\n");
    let easy = [("开头", "p-1"), ("戴证件", "badges"), ("红证件", "p-3"), ("准时", "time")];
    let site = site(text, &easy.map(|(title, id)| section(title, id)).concat());
    // All subsections together are the section.
    assert!(told(&site).0.starts_with("2 of 2 ") && told(&site).1.is_empty(), "{:?}", told(&site));
    site.build();
    let full = site.page("a/index.html");
    for (title, _) in easy {
        assert!(full.contains(&format!("易读版：{title}</a>")), "{title}: {full}");
    }
    let page = site.page("a/easy-read/index.html");
    for link in [
        "#p-1\">没有证件，谁都不能进大楼；没有证件的人请在门口等候，工作人员…<",
        "#badges\">证件<",
        "#p-3\">红色。<",
    ] {
        assert!(page.contains(&format!("../index.html{link}")), "{link}: {page}");
    }
    site.replace(EASY, "covers=p-1", "covers=p-0");
    site.replace(EASY, "{covers=time}", "");
    site.build();
    assert!(site.page("a/easy-read/index.html").contains("../index.html#p-1\">没有证件"));
    let full = site.page("a/index.html");
    assert!(full.find("易读版：开头").is_some_and(|at| Some(at) < full.find("id=\"p-1\"")), "{full}");
    let (coverage, found) = told(&site);
    assert!(coverage.starts_with("1 of 2 "), "{coverage}");
    assert!(matches!(&found[..], [one] if one.contains("nothing explains “time” in “conduct”")), "{found:?}");
}
