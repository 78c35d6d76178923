//! Everything that is found can be allowed with a reason, but for a closed list; and `check` and `build` say the same of it.

use curbcut::check::never::NEVER;

use crate::support::curbcut;
use crate::support::{BOOK, NO_ADDRESS, Site};

const TABLE: &str = "<table><tr><th>年</th><td>2023</td></tr></table>";

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
    site.write("book.toml", format!("{BOOK}{allow}{NO_ADDRESS}"));
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
        format!("{BOOK}[check.allow]\n{NO_ADDRESS}\"check/unused-allowance\" = \"下周才有表\"\n"),
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
    let allow = "allow:\n  a11y/heading-jump: 理由\n";
    let site = Site::new(&[("content/a/index.md", &text(allow, "## 甲\n\n正文。"))]);
    assert_eq!(both(&site), (0, vec!["check/unused-allowance at content/a/index.md:5".to_owned()]));
    // One fault needs one allowance, and two are no fault.
    for allow in [allow, "allow:\n  a11y/heading-jump: 理由\n  html/heading-jump: 理由\n"] {
        site.write("content/a/index.md", text(allow, jump));
        assert_eq!(both(&site), (0, vec![]));
    }
    site.write("content/a/index.md", text("", &format!("<!-- allow a11y/heading-jump: 理由 -->\n{jump}")));
    assert_eq!(both(&site), (0, vec![]));
    // That of the page alone hides nothing in the text.
    site.write("content/a/index.md", text("allow:\n  html/heading-jump: 理由\n", jump));
    assert_eq!(both(&site), (1, vec!["a11y/heading-jump at content/a/index.md:8".to_owned()]));
}

#[test]
fn allowances_alone_on_their_lines_hold_for_the_next_line_of_the_text() {
    let (caption, scope) = ("html/table-without-caption: 理由", "html/header-without-scope: 理由");
    for lines in [
        format!("<!-- allow {caption} -->\n<!-- allow {scope} -->\n{TABLE}"),
        format!("  <!-- allow a11y/table-without-caption: 理由 -->\r\n<!-- allow {scope} -->\r\n{TABLE}"),
        format!("<!-- allow {caption} --> <!-- allow {scope} -->\n{TABLE}"),
        format!("<!-- allow {caption} -->\n{TABLE} <!-- allow {scope} -->"),
    ] {
        let site = Site::new(&[("content/a/index.md", &text("", &format!("正文。\n\n{lines}")))]);
        assert_eq!(both(&site), (0, vec![]), "{lines}");
    }
    // An empty line ends it, and so does a line with words.
    for between in ["\n", "正文。\n\n"] {
        let lines = format!("<!-- allow {caption} -->\n{between}<!-- allow {scope} -->\n{TABLE}");
        let site = Site::new(&[("content/a/index.md", &text("", &lines))]);
        let told = both(&site).1;
        assert!(
            told.iter().any(|one| one.starts_with("check/unused-allowance at content/a/index.md:6")),
            "{told:?}"
        );
        assert!(told.iter().any(|one| one.starts_with("html/table-without-caption")), "{told:?}");
    }
}

#[test]
fn a_link_to_a_place_that_an_html_file_does_not_have_is_found_in_the_text() {
    let page = "<!DOCTYPE html><html lang=\"zh-Hans\"><head><title>表</title></head><body><header>甲</header>\
                <main><h1>表</h1></main><footer>乙</footer></body></html>";
    for link in ["[甲](表.html#甲)", "[甲](<表.html?x=1&y=2#甲>)", "[甲](%E8%A1%A8.html#%E7%94%B2)"] {
        let body = format!("第一段。\n\n见{link}。");
        let site = Site::new(&[("content/a/index.md", &text("", &body)), ("content/a/表.html", page)]);
        assert_eq!(both(&site), (1, vec!["html/dead-fragment at content/a/index.md:8".to_owned()]), "{link}");
        let allow = format!("第一段。\n\n<!-- allow html/dead-fragment: 理由 -->\n见{link}。");
        site.write("content/a/index.md", text("", &allow));
        assert_eq!(both(&site), (0, vec![]), "{link}");
    }
}
