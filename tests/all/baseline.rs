//! Moving in step by step: what stands is written down, what is new fails, what is mended leaves, what is overdue fails again.

mod automation;

use std::collections::BTreeSet;

use crate::check::bad_examples;
use crate::support::{PROGRAM, Ran, Site, command, curbcut};
use curbcut::check::never::never;
use curbcut::finding::Severity;
use curbcut::library::Drafts;
use curbcut::site;

const WHO: [&str; 4] = ["--by", "网站组", "--until", "2099-06-30"];

fn write_down(site: &Site, more: &[&str]) -> Ran {
    curbcut(site.root(), &[&["baseline"], more, &WHO].concat())
}

/// The findings of “check” by rule.
fn check(site: &Site) -> (i32, serde_json::Value) {
    let ran = curbcut(site.root(), &["check", "--format", "json"]);
    (ran.code, serde_json::from_str(&ran.out).unwrap())
}

fn count(report: &serde_json::Value, is: impl Fn(&serde_json::Value) -> bool) -> usize {
    report["findings"].as_array().unwrap().iter().filter(|finding| is(finding)).count()
}

/// Thirty pages as other tools write them, half Chinese and half English.
fn moving() -> Site {
    Site::copy_of("tests/sites/moving")
}

#[test]
fn thirty_pages_move_in_step_by_step() {
    let site = moving();
    let (code, before) = check(&site);
    assert_eq!(code, 1);
    let errors = before["summary"]["errors"].as_u64().unwrap();
    assert!(errors >= 50, "{errors}");

    // What is certain is mended; no word is another.
    let ran = curbcut(site.root(), &["check", "--fix"]);
    assert_eq!(ran.code, 1);
    let lamps = site.read("content/lu-deng/index.md");
    assert!(
        lamps.starts_with("---\ntitle: 路灯\nsummary: 路灯坏了怎么办。\nkind: page\ndate: 2024-03-05\n---\n"),
        "{lamps}"
    );
    assert!(site.read("content/gong-jiao/index.md").contains("[路灯](../lu-deng/index.md)"));
    assert!(site.read("content/tu-pian/index.md").contains("![镇政府在火车站东边](di-tu.svg)"));
    assert!(site.read("content/biao-ti/index.en.md").contains("\n## Who can apply\n"));
    assert!(site.read("content/biao-ti/index.en.md").contains("\n### What to bring\n"));
    let (_, fixed) = check(&site);
    let left = fixed["summary"]["errors"].as_u64().unwrap();
    assert!(left + 10 <= errors, "{left} of {errors}");
    assert_eq!(curbcut(site.root(), &["check", "--fix"]).err, "", "nothing is mended twice");

    // The rest is written down, but for what no entry can let stand.
    let ran = curbcut(site.root(), &["baseline"]);
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(ran.err.contains("--by NAME --until DATE"), "{}", ran.err);
    let ran = write_down(&site, &[]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("error[markdown/lost-words]: line 7, column 17"), "{}", ran.err);
    for file in ["content/shu-xing/index.md", "content/shu-xing/index.en.md"] {
        site.write(file, site.read(file).replace(" .important}", "}"));
    }
    // The help says how to write a picture whose words would vanish.
    assert!(ran.err.contains("“alt” of “<img>” is not published, and its words are lost"), "{}", ran.err);
    let pictures = "content/tu-pian/index.md";
    let tag = "<img src=\"di-tu.svg\" alt=\"镇的地图\" width=\"300\">";
    site.write(pictures, site.read(pictures).replace(tag, "![镇的地图](di-tu.svg)"));
    let ran = write_down(&site, &["--add"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let written = site.read("baseline.yaml");
    assert!(!written.contains("lost-words"));

    // The site is published, and says what it owes.
    let ran = curbcut(site.root(), &["build"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    assert!(
        ran.err.contains("in baseline.yaml are to be mended later, the first by 2099-06-30"),
        "{}",
        ran.err
    );
    let english = site.page("en/accessibility/index.html");
    for words in [
        "6 places do not meet requirement 1.1.1 of WCAG 2.2 yet. They are to be mended by 30 June 2099.",
        "Some things do not work well yet. We know them and will mend them.",
        "One new error, and nothing is published.",
    ] {
        assert!(english.contains(words), "{words}");
    }
    let chinese = site.page("accessibility/index.html");
    assert!(
        chinese.contains("有 6 处还没有达到 WCAG 2.2 的要求 1.1.1，最晚在 2099 年 6 月 30 日改好。"),
        "{chinese}"
    );
    assert!(chinese.contains("有些地方还不好用。我们知道，会改好。"));
    let earl = site.page("accessibility/report.json");
    let earl: serde_json::Value = serde_json::from_str(&earl).unwrap();
    for assertion in earl["@graph"][1]["assertions"].as_array().unwrap() {
        let owed = assertion["test"]["isPartOf"].as_array().is_some_and(|criteria| {
            criteria.iter().any(|criterion| {
                criterion == "WCAG2:non-text-content" || criterion == "WCAG2:info-and-relationships"
            })
        });
        assert!(!owed || assertion["result"]["outcome"] != "earl:passed", "{assertion}");
    }
    let alt = earl["@graph"][1]["assertions"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["@id"] == "#a11y-missing-alt");
    assert_eq!(alt.unwrap()["result"]["outcome"], "earl:failed");

    // Programs know which findings may stand; people are told in one line.
    let (code, known) = check(&site);
    assert_eq!((code, known["summary"]["errors"].as_u64()), (0, Some(0)));
    let stands = |finding: &serde_json::Value| finding["known"]["severity"] == "error";
    let standing = count(&known, stands);
    assert!(standing >= 40, "{standing}");
    let ran = curbcut(site.root(), &["check"]);
    assert!(!ran.out.contains("[a11y/missing-alt]"), "{}", ran.out);
    assert!(
        ran.err.contains(&format!("{standing} findings in baseline.yaml are to be mended later")),
        "{}",
        ran.err
    );
    let ran = curbcut(site.root(), &["check", "--known"]);
    assert!(
        ran.out.contains("note[a11y/missing-alt]") && ran.out.contains("by 2099-06-30 (网站组)"),
        "{}",
        ran.out
    );
    let sarif = curbcut(site.root(), &["check", "--format", "sarif"]).out;
    let sarif: serde_json::Value = serde_json::from_str(&sarif).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let result = results.iter().find(|result| result["ruleId"] == "a11y/missing-alt").unwrap();
    assert_eq!((&result["level"], &result["baselineState"]), (&"error".into(), &"unchanged".into()));
    assert_eq!(result["suppressions"][0]["status"], "accepted");

    // A new fault fails, though one like it stands, and lines may move.
    let page = "content/mei-you-zi/index.md";
    let old = site.read(page);
    site.write(page, old.replace("![](di-tu.svg)\n\n", "先看图。\n\n![](di-tu.svg)\n\n"));
    assert_eq!(check(&site).0, 0, "what moved stands");
    site.write(page, format!("{old}\n还有一张：![](di-tu.svg)\n"));
    let (code, report) = check(&site);
    assert_eq!((code, report["summary"]["errors"].as_u64()), (1, Some(1)), "{report}");
    assert_eq!(curbcut(site.root(), &["build"]).code, 1);
    let ran = curbcut(site.root(), &["baseline"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("1 finding of today is not in baseline.yaml"), "{}", ran.err);
    assert_eq!(site.read("baseline.yaml"), written, "nothing new comes unasked");

    // What is mended leaves.
    site.write(page, old.replace("![](di-tu.svg)\n\n", "![镇的地图](di-tu.svg)\n\n"));
    let (code, report) = check(&site);
    assert_eq!(code, 0);
    assert_eq!(count(&report, |finding| finding["rule"] == "baseline/mended"), 1, "{report}");
    let ran = curbcut(site.root(), &["baseline"]);
    assert_eq!((ran.code, &*ran.err), (0, "1 finding mended and taken out of baseline.yaml.\n"));
    assert_ne!(site.read("baseline.yaml"), written);
    assert_eq!(count(&check(&site).1, |finding| finding["rule"] == "baseline/mended"), 0);

    // What is overdue fails again, and says so.
    let late = Ran::of(command(PROGRAM, site.root(), &["build"]).env("SOURCE_DATE_EPOCH", "4102444800"));
    assert_eq!(late.code, 1);
    assert!(late.err.contains("error[a11y/missing-alt]"), "{}", late.err);
    assert!(late.err.contains("It was to be mended by 2099-06-30 (网站组)"), "{}", late.err);
}

#[test]
fn what_can_never_be_allowed_is_no_entry_even_by_hand() {
    let text = "---\ntitle: 例\nsummary: 一个例子。它很短。\n---\n\n正文。<script>alert(1)</script>\n";
    let site = Site::new(&[("content/a/index.md", text)]);
    let ran = write_down(&site, &[]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("error[markdown/active-html]"), "{}", ran.err);
    assert!(!site.root().join("baseline.yaml").exists());
    let (_, report) = check(&site);
    let finding = &report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["rule"] == "markdown/active-html")
        .unwrap();
    let place = finding["digest"].as_str().unwrap();
    site.write(
        "baseline.yaml",
        format!("- rule: markdown/active-html\n  file: content/a/index.md\n  place: {place}\n  date: 2026-11-30\n  by: 甲\n  until: 2099-01-01\n"),
    );
    let ran = curbcut(site.root(), &["check"]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("error[check/never-allowed]: line 1, column 9"), "{}", ran.out);
    assert!(ran.out.contains("error[markdown/active-html]"), "{}", ran.out);
}

#[test]
fn a_file_that_cannot_be_read_is_told_and_left_alone() {
    let text = "---\ntitle: 例\nsummary: 一个例子。它很短。\n---\n\n## 标题\n\n#### 跳级\n\n正文。\n";
    let site = Site::new(&[("content/a/index.md", text)]);
    for wrong in ["- rule: a11y/heading-jump\n  file: 甲\n", "[", "rule: 甲\n"] {
        site.write("baseline.yaml", wrong);
        let ran = write_down(&site, &["--add"]);
        assert_eq!(ran.code, 1, "{}", ran.err);
        assert!(ran.err.contains("error[baseline/wrong]: line "), "{}", ran.err);
        assert_eq!(site.read("baseline.yaml"), wrong);
        assert_eq!(curbcut(site.root(), &["build"]).code, 1);
    }
}

#[test]
fn no_claim_of_conformance_is_made_over_a_debt() {
    let text = "---\ntitle: 例\nsummary: 一个例子。它很短。\n---\n\n## 标题\n\n#### 跳级\n\n正文。\n";
    let site = Site::new(&[("content/a/index.md", text)]);
    assert_eq!(write_down(&site, &[]).code, 0);
    assert_eq!(curbcut(site.root(), &["build"]).code, 0);
    let book = site.read("book.toml");
    let full = "\n[accessibility.assessment]\nby = \"甲\"\ndate = \"2026-11-01\"\nmethod = \"self\"\nwith = [\"NVDA\"]\nstatus = \"full\"\n";
    let certified = "\n[epub]\ncertified-by = \"测评机构\"\n";
    for (more, key) in [(full, "status"), (certified, "certified-by")] {
        site.write("book.toml", format!("{book}{more}"));
        let ran = curbcut(site.root(), &["check"]);
        assert_eq!(ran.code, 1, "{key}");
        assert!(ran.out.contains("error[baseline/claim]: line "), "{}", ran.out);
        assert!(ran.out.contains(&format!("“{key}” says that ")), "{}", ran.out);
    }
    site.write("book.toml", format!("{book}{}", full.replace("full", "partial")));
    assert_eq!(curbcut(site.root(), &["check"]).code, 0);
}

#[test]
fn no_claim_of_conformance_is_made_over_what_is_allowed() {
    let picture = "---\ntitle: 例\nsummary: 一个例子。它很短。\n---\n\n![](../pictures/图.svg)\n";
    let allowed = picture.replace("![]", "<!-- allow a11y/missing-alt: 正在写 -->\n![]");
    let in_front = picture.replace("summary", "allow:\n  a11y/missing-alt: 正在写\nsummary");
    let suspected = "---\ntitle: 例\nsummary: 一个例子。它很短。\nallow:\n  link/vague-words: 话就是这样\n---\n\n[这里](https://example.org/)。\n";
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><title>图</title><path d=\"M0 0h9v9z\"/></svg>";
    let full = "\n[accessibility.assessment]\nby = \"甲\"\ndate = \"2026-11-01\"\nmethod = \"self\"\nwith = [\"NVDA\"]\nstatus = \"full\"\n";
    let of_site = "[check.allow]\n\"a11y/missing-alt\" = \"正在写\"\n";
    for (text, more, code) in
        [(allowed.as_str(), "", 1), (&in_front, "", 1), (picture, of_site, 1), (suspected, "", 0)]
    {
        let site = Site::new(&[("content/a/index.md", text), ("content/pictures/图.svg", svg)]);
        let book = site.read("book.toml");
        let book = if more.is_empty() { book } else { book.replace("[check.allow]\n", more) };
        site.write("book.toml", &book);
        let ran = curbcut(site.root(), &["check"]);
        assert_eq!(ran.code, 0, "{text}: {}", ran.out);
        site.write("book.toml", format!("{book}{full}"));
        for command in ["check", "build"] {
            let ran = curbcut(site.root(), &[command]);
            assert_eq!(ran.code, code, "{text}: {}{}", ran.out, ran.err);
            let told = format!("{}{}", ran.out, ran.err);
            let says = "“status” says that the site conforms in full, but 1 allowed place fails WCAG 2.2 at level A or AA";
            assert_eq!(told.contains(says), code == 1, "{told}");
        }
    }
}

#[test]
fn two_tables_with_the_same_head_do_not_swap_their_entry() {
    let table = |words: &str| format!("| 项目 | 钱 |\n|---|---|\n| {words} | 5 |\n");
    let text = |first: &str, second: &str| {
        let (adults, children) = (table("成人"), table("儿童"));
        format!(
            "---\ntitle: 例\nsummary: 一个例子。它很短。\n---\n\n{first}{adults}\n中间。\n\n{second}{children}"
        )
    };
    let site = Site::new(&[("content/a/index.md", &text("", "表：儿童\n\n"))]);
    let uncaptioned = |(_, report): (i32, serde_json::Value)| {
        let all = report["findings"].as_array().unwrap().iter();
        let of_rule = all.filter(|one| one["rule"] == "a11y/table-without-caption");
        of_rule.map(|one| (one["line"].as_u64().unwrap(), one["known"].is_object())).collect::<Vec<_>>()
    };
    write_down(&site, &["--warnings"]);
    assert_eq!(uncaptioned(check(&site)), [(6, true)]);
    // The first is mended and the second is new.
    site.write("content/a/index.md", text("表：成人\n\n", ""));
    assert_eq!(uncaptioned(check(&site)), [(14, false)]);
}

#[test]
fn an_entry_that_stands_twice_is_not_told_as_mended() {
    let site = Site::new(&[(
        "content/a/index.md",
        "---\ntitle: 例\nsummary: 一个例子。它很短。\n---\n\n![](没有.png)\n",
    )]);
    write_down(&site, &[]);
    let written = site.read("baseline.yaml");
    let entries = written.find("- rule").unwrap();
    site.write("baseline.yaml", format!("{written}{}", &written[entries..]));
    let (_, report) = check(&site);
    assert_eq!(count(&report, |one| one["rule"] == "baseline/mended"), 0, "{report}");
    assert!(count(&report, |one| one["rule"] == "baseline/wrong") > 0, "{report}");
}

#[test]
fn a_draft_is_not_mended() {
    let text = "---\ntitle: 例\nsummary: 一个例子。它很短。\n---\n\n## 标题\n\n#### 跳级\n\n![](图.png)\n";
    let site = Site::new(&[
        ("content/a/index.md", text),
        ("content/a/index.en.md", text),
        ("content/b/index.md", text),
    ]);
    assert_eq!(write_down(&site, &[]).code, 0);
    let written = site.read("baseline.yaml");
    // What is found in pages is of the draft, too.
    let entry = "- rule: html/duplicate-id\n  file: a/index.html\n  place: blake3:0123456789abcdef0123456789abcdef\n  date: 2026-11-30\n  by: 甲\n  until: 2099-06-30\n";
    site.write("baseline.yaml", format!("{written}{entry}"));
    let draft = text.replace("summary", "draft: true\nsummary");
    site.write("content/a/index.md", &draft);
    let told = |site: &Site| count(&check(site).1, |finding| finding["rule"] == "baseline/mended");
    assert_eq!(told(&site), 0);
    let ran = curbcut(site.root(), &["baseline"]);
    assert_eq!((ran.code, site.read("baseline.yaml")), (0, format!("{written}{entry}")), "{}", ran.err);
    // What is published beside it is judged, and so is a draft that is looked at.
    site.write("content/b/index.md", "---\ntitle: 例\nsummary: 一个例子。它很短。\n---\n\n正文。\n");
    site.write("content/a/index.en.md", site.read("content/b/index.md"));
    let mended = told(&site);
    assert!(mended >= 4, "{mended}");
    site.write(
        "content/a/index.md",
        site.read("content/b/index.md").replace("summary", "draft: true\nsummary"),
    );
    let ran = curbcut(site.root(), &["check", "--drafts", "--format", "json"]);
    assert!(ran.out.matches("\"baseline/mended\"").count() >= mended + 3, "{}", ran.out);
    let ran = curbcut(site.root(), &["baseline"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let left = site.read("baseline.yaml");
    assert!(left.contains("content/a/index.md") && left.contains("a/index.html"), "{left}");
    assert!(!left.contains("content/b/") && !left.contains("index.en.md"), "{left}");
}

#[test]
fn warnings_are_written_down_when_they_are_asked_for() {
    let text = "---\ntitle: 例\nsummary: 一个例子。它很短。\n---\n\n<div class=\"a\">\n\n正文。\n\n</div>\n";
    let site = Site::new(&[("content/a/index.md", text)]);
    let deny = ["check", "--deny", "warning"];
    assert_eq!(curbcut(site.root(), &deny).code, 1);
    assert_eq!(write_down(&site, &["--warnings"]).code, 0);
    assert_eq!(curbcut(site.root(), &deny).code, 0);
}

/// Whatever error stands in the examples of the rules: once it is written down, the site is published, or the command has said what no entry
/// can let stand.
#[test]
fn what_is_written_down_lets_the_site_be_published() {
    let (mut published, mut refused) = (0, BTreeSet::new());
    for (name, files) in bad_examples() {
        let site = Site::new(&[]);
        files.iter().for_each(|(path, text)| site.write(path, text));
        let (Some(mut library), found) = site::read(site.root(), Drafts::Skip).unwrap() else { continue };
        library.baseline = library.baseline.recording(Severity::Error).into();
        let built = site::survey(site.root(), &library, found).unwrap();
        let left: Vec<_> = built.findings.iter().filter(|found| found.severity == Severity::Error).collect();
        if built.ledger.debts().new_ones().next().is_none() {
            continue;
        }
        if !left.is_empty() {
            refused.extend(left.iter().filter(|found| never(found.rule).is_none()).map(|found| found.rule));
            continue;
        }
        assert_eq!(write_down(&site, &[]).code, 0, "{name}");
        let ran = curbcut(site.root(), &["build"]);
        assert_eq!(ran.code, 0, "{name}\n{}", ran.err);
        published += 1;
    }
    assert!(published > 40, "{published}");
    // What keeps a page or a book from being made, beside what can never be allowed.
    assert_eq!(Vec::from_iter(refused), CANNOT_BE_MADE);
}

/// Errors that stand in the way of the file itself.
const CANNOT_BE_MADE: [&str; 0] = [];
