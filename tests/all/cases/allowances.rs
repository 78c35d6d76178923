//! Everything that is found can be allowed with a reason, but for a closed list; and `check` and `build` say the same of it.

use curbcut::check::never::NEVER;

use crate::support::Site;
use crate::support::curbcut;

const TABLE: &str = "<table><tr><th>年</th></tr><tr><td>2023</td></tr></table>";

fn text(allow: &str, body: &str) -> String {
    format!("---\ntitle: 例\nsummary: 这是一个例子。它有两句话。\n{allow}---\n\n{body}\n")
}

/// What both commands say, each finding as `rule at place`, and how both end.
#[track_caller]
fn both(site: &Site) -> (i32, Vec<String>) {
    let ran = curbcut(site.root(), &["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let told = report["findings"].as_array().unwrap().iter();
    let told = told.map(|one| {
        format!("{} at {}:{}", one["rule"].as_str().unwrap(), one["file"].as_str().unwrap(), one["line"])
    });
    let told: Vec<String> = told.collect();
    let built = site.build();
    let mut findings = crate::support::places(&built.findings);
    findings.iter_mut().for_each(|place| {
        let (place_, rule) = place.split_once(' ').unwrap();
        *place = format!("{rule} at {}", place_.rsplit_once(':').unwrap().0);
    });
    assert_eq!(told, findings);
    assert_eq!(ran.code == 0, built.report.is_some());
    (ran.code, told)
}

#[test]
fn a_raw_table_is_found_in_the_text_and_may_be_allowed_there() {
    let site = Site::new(&[("content/a/index.md", &text("", &format!("正文。\n\n{TABLE}")))]);
    let found = ["html/table-without-caption", "html/header-without-scope"];
    assert_eq!(both(&site), (1, found.map(|rule| format!("{rule} at content/a/index.md:8")).to_vec()));

    let front =
        "allow:\n  html/header-without-scope: 只有一行\n  html/table-without-caption: 上一句就是标题\n";
    site.write("content/a/index.md", text(front, TABLE));
    assert_eq!(both(&site), (0, vec![]));

    let lines = "<!-- allow html/table-without-caption: 理由 -->\nTABLE <!-- allow html/header-without-scope: 理由 -->";
    site.write("content/a/index.md", text("", &lines.replace("TABLE", TABLE)));
    assert_eq!(both(&site), (0, vec![]));

    let allow = "[check.allow]\n\"html/header-without-scope\" = \"理由\"\n\"html/table-without-caption\" = \"理由\"\n";
    site.write("content/a/index.md", text("", TABLE));
    site.write("book.toml", format!("{}{allow}", crate::support::BOOK));
    assert_eq!(both(&site), (0, vec![]));
}

#[test]
fn an_allowance_that_hides_nothing_is_told_by_both() {
    let front = "allow:\n  html/header-without-scope: 没有表\n  epub/unused-file: 没有文件\n  official/dash: 没有破折号\n";
    let site = Site::new(&[("content/a/index.md", &text(front, "正文。"))]);
    let told = both(&site).1;
    let lines = [5, 6, 7].map(|line| format!("check/unused-allowance at content/a/index.md:{line}"));
    assert_eq!(told, lines);
    site.write(
        "book.toml",
        format!("{}[check.allow]\n\"check/unused-allowance\" = \"下周才有表\"\n", crate::support::BOOK),
    );
    assert_eq!(both(&site), (0, vec![]));
}

#[test]
fn every_name_can_be_written_and_the_closed_list_is_refused() {
    let never: Vec<&str> = NEVER.iter().flat_map(|(_, rules)| *rules).copied().collect();
    let names = curbcut::check::known::names();
    let allow: String = names.iter().map(|name| format!("  {name}: 理由\n")).collect();
    let site = Site::new(&[("content/a/index.md", &text(&format!("allow:\n{allow}"), "正文。"))]);
    let ran = curbcut(site.root(), &["check", "--format", "github"]);
    assert_eq!(ran.code, 1);
    assert!(!ran.out.contains("title=check/unknown-rule"), "{}", ran.out);
    assert_eq!(ran.out.matches("title=check/never-allowed").count(), never.len(), "{}", ran.out);
}

#[test]
fn what_only_a_book_tells_after_an_allowance_is_told_by_check() {
    // On the page the heading of the contents stands before it; in the book nothing does.
    let jump = "### 甲\n\n正文。";
    let site = Site::new(&[("content/a/index.md", &text("allow:\n  a11y/heading-jump: 理由\n", jump))]);
    assert_eq!(both(&site), (1, vec!["html/heading-jump at content/a/index.md:8".to_owned()]));
    let allow = "allow:\n  a11y/heading-jump: 理由\n  html/heading-jump: 理由\n";
    site.write("content/a/index.md", text(allow, jump));
    assert_eq!(both(&site), (0, vec![]));
}
