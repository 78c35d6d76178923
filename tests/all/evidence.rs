//! The accessibility statement and the report beside it: they say what was checked, and claim nothing more.

use std::collections::BTreeMap;

use crate::support::{Site, places};
use curbcut::{audit, check};
use serde_json::{Value, json};

const REPORT: &str = "accessibility/report.json";
const STATEMENT: &str = "accessibility/index.html";

fn report(site: &Site) -> BTreeMap<String, Value> {
    let built = site.build();
    assert!(built.report.is_some(), "{:?}", places(&built.findings));
    let report: Value = serde_json::from_str(&site.page(REPORT)).unwrap();
    let graph = report["@graph"].as_array().unwrap();
    assert_eq!(
        (graph[0]["name"].as_str(), graph[1]["@type"].as_str()),
        (Some("Curbcut"), Some("TestSubject"))
    );
    let assertions = graph[1]["assertions"].as_array().unwrap();
    let mut by_title = BTreeMap::new();
    for assertion in assertions {
        for once in ["assertedBy", "test", "result", "mode"] {
            assert!(!assertion[once].is_null(), "{assertion}");
        }
        let title = assertion["test"]["title"].as_str().unwrap().to_owned();
        assert!(by_title.insert(title, assertion.clone()).is_none());
    }
    by_title
}

fn outcome(assertion: &Value) -> &str {
    assertion["result"]["outcome"].as_str().unwrap().strip_prefix("earl:").unwrap()
}

/// A Chinese site with one document and its easy-read version.
fn small() -> Site {
    Site::new(&[
        (
            "content/jue-yi/index.md",
            "---\ntitle: 一份决议\nsummary: 请各国做好公共服务。请各国写报告。\n---\n\n## 目的 {#mu-di}\n\n正文。\n",
        ),
        (
            "content/jue-yi/easy-read.md",
            "---\ntitle: 易读\nabout: 这是一份易读版。\n---\n\n## 目的 {covers=mu-di}\n\n![](concept:report)\n大家写报告。\n",
        ),
        (
            "content/pictures.yaml",
            "report:\n  file: pictures/report.svg\n  alt:\n    zh-Hans: 报告\n  author: Curbcut contributors\n  licence: CC0-1.0\n",
        ),
        ("content/pictures/report.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
    ])
}

#[test]
fn every_rule_is_reported_once_and_a_heuristic_never_passes() {
    let results = report(&small());
    let names = check::rules::RULES
        .iter()
        .map(|rule| rule.name)
        .chain(audit::rules::RULES.iter().map(|rule| rule.name));
    assert_eq!(results.len(), names.clone().count() + 2);
    for name in names {
        let outcome = outcome(&results[name]);
        let heuristic = if name.starts_with("html/") {
            audit::rules::RULES.iter().any(|rule| rule.name == name && rule.is_heuristic())
        } else {
            check::applicability::sure_of(name).is_none()
        };
        assert!(!heuristic || ["cantTell", "inapplicable"].contains(&outcome), "{name}: {outcome}");
    }
    for (name, expected) in [
        ("html/missing-lang", "passed"),
        ("html/language-of-parts", "cantTell"),
        ("html/note-without-backlink", "inapplicable"),
        ("html/lang-mismatch", "inapplicable"),
        ("a11y/heading-jump", "passed"),
        ("a11y/table-without-caption", "inapplicable"),
        ("easy-read/covers-nothing", "passed"),
        ("easy-read/idiom", "cantTell"),
        ("official/changed", "inapplicable"),
        ("link/nowhere", "inapplicable"),
        ("WCAG 2.2, level AA", "untested"),
        ("Tested by readers with intellectual disabilities", "untested"),
    ] {
        assert_eq!(outcome(&results[name]), expected, "{name}");
    }
    let lang = &results["html/missing-lang"]["test"];
    assert_eq!(lang["isPartOf"][0], "WCAG2:language-of-page");
    assert_eq!(lang["seeAlso"], json!(["https://act-rules.github.io/rules/b5c3f8"]));
}

#[test]
fn what_is_broken_or_allowed_does_not_pass() {
    let site = small();
    // Two pages of one title are a warning, so the site is published and its report says so.
    site.write(
        "content/b/index.md",
        "---\ntitle: 一份决议\nsummary: 请各国做好公共服务。请各国写报告。\n---\n\n正文。\n",
    );
    site.replace(
        "content/jue-yi/easy-read.md",
        "![](concept:report)\n",
        "<!-- allow easy-read/missing-picture: 还没有画 -->\n",
    );
    let results = report(&site);
    let same_title = &results["html/same-title"]["result"];
    assert_eq!(outcome(&results["html/same-title"]), "failed");
    assert!(
        same_title["pointer"].as_array().unwrap().iter().any(|file| file == "jue-yi/index.html"),
        "{same_title}"
    );
    assert_eq!(outcome(&results["easy-read/missing-picture"]), "failed");
    assert!(
        site.page(STATEMENT).contains("<th scope=\"row\"><code>html/same-title</code></th><td>没有通过</td>")
    );
    assert_eq!(outcome(&results["check/unused-allowance"]), "passed");
}

#[test]
fn the_page_gives_the_numbers_of_the_report() {
    let site = Site::own();
    let results = report(&site);
    for (name, words) in [
        ("passed", "通过"),
        ("failed", "没有通过"),
        ("cantTell", "要由人判断"),
        ("inapplicable", "没有可查的内容"),
        ("untested", "没有检查"),
    ] {
        let count = |wanted: fn(&str) -> bool| {
            results.iter().filter(|(title, assertion)| wanted(title) && outcome(assertion) == name).count()
        };
        let pages = count(|title| title.starts_with("html/"));
        let people = count(|title| !title.contains('/'));
        let texts = count(|_| true) - pages - people;
        let row = format!(
            "<tr><th scope=\"row\">{words}</th><td>{pages}</td><td>{texts}</td><td>{people}</td></tr>"
        );
        assert!(site.page(STATEMENT).contains(&row), "{row}");
    }
}

#[test]
fn every_page_leads_to_the_statement_in_its_language() {
    let site = Site::own();
    report(&site);
    let mut pages = 0;
    for entry in ignore::WalkBuilder::new(site.out()).build() {
        let entry = entry.unwrap();
        if entry.path().extension().is_some_and(|extension| extension == "html") {
            let page = std::fs::read_to_string(entry.path()).unwrap();
            let footer = page.split("<footer").nth(1).unwrap();
            assert!(
                footer.contains("accessibility/index.html\"")
                    || footer.contains("href=\"index.html\" aria-current"),
                "{}",
                entry.path().display()
            );
            pages += 1;
        }
    }
    assert!(pages > 20);
    assert!(
        site.page("en/index.html").contains("href=\"accessibility/index.html\">Accessibility statement</a>")
    );
}

#[test]
fn only_a_recorded_assessment_gives_a_status() {
    let site = Site::own();
    report(&site);
    let page = site.page(STATEMENT);
    assert!(page.contains("所以我们不说本网站符合标准") && !page.contains("评估结果："));
    let book = site.read("book.toml");
    site.write(
        "book.toml",
        book + "\n[accessibility.assessment]\nby = \"阳光测评组\"\ndate = \"2026-12-01\"\nmethod = \"third-party\"\n\
                with = [\"NVDA 2026.1\", \"Firefox 140\"]\nstatus = \"partial\"\n\n\
                [[accessibility.limitations]]\nreason = \"non-compliance\"\nwhat = { zh-Hans = \"一段视频没有字幕。\" }\n",
    );
    let results = report(&site);
    let page = site.page(STATEMENT);
    for words in [
        "第三方评估了本网站：阳光测评组，2026 年 12 月 1 日。",
        "部分符合",
        "NVDA 2026.1、Firefox 140",
        "一段视频没有字幕。",
        "原因：还没有达到标准。",
    ] {
        assert!(page.contains(words), "{words}");
    }
    // What was written in one language only keeps its mark on the page of another.
    assert!(
        site.page("en/accessibility/index.html").contains("<span lang=\"zh-Hans\">一段视频没有字幕。</span>")
    );
    let assessed = &results["WCAG 2.2, level AA"];
    assert_eq!((outcome(assessed), assessed["assertedBy"]["name"].as_str()), ("failed", Some("阳光测评组")));
}

#[test]
fn the_report_does_not_grow_with_the_site() {
    let site = Site::new(&[]);
    let add = |numbers: std::ops::Range<usize>| {
        for number in numbers {
            let text = format!(
                "---\ntitle: 决议 {number}\nsummary: 请各国做好公共服务。请各国写报告。\n---\n\n正文。\n"
            );
            site.write(&format!("content/a-{number}/index.md"), text);
        }
    };
    add(0..3);
    report(&site);
    let few = site.page(REPORT).len();
    assert!(!site.page(STATEMENT).contains("份文件，它们"));
    add(3..130);
    report(&site);
    assert!(site.page(REPORT).len() < few + 100, "{few} {}", site.page(REPORT).len());
    let page = site.page(STATEMENT);
    assert!(page.contains("还有 30 份文件") && page.len() < 60_000);
}
