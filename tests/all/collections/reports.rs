//! Reports on a collection.

use super::{add, entry, entry_with, site};
use crate::support::{Site, curbcut};

/// A report with these words, on the year 2025.
fn report(site: &Site, words: &str) {
    site.write(
        "content/年报/index.md",
        format!(
            "---\ntitle: 2025 年的活动\nsummary: 2025 年做了什么。\nkind: report\nreports-on:\n  collection: 库\n  from: 2025-01-01\n  to: 2025-12-31\n---\n\n{words}\n"
        ),
    );
}

/// An entry that was added on this day.
fn added(site: &Site, folder: &str, title: &str, day: &str) {
    add(site, folder, &entry(&format!("date: {day}\n")).replace("法律援助热线", title));
}

/// A site with entries of several days.
fn filled() -> Site {
    let site = site();
    added(&site, "good", "旧热线", "2024-03-01");
    added(&site, "new", "新[热线]*", "2025-06-01");
    add(
        &site,
        "changed",
        &entry("date: 2024-05-01\nchanged: 2025-02-03\n")
            .replace("法律援助热线", "改过的热线")
            .replace("[access]", "[access, upr]"),
    );
    added(&site, "later", "后来的热线", "2026-01-01");
    add(
        &site,
        "gone",
        &entry_with("    scope: public\n", "    scope: public\n    until: 2025-05-01\n")
            .replace("法律援助热线", "金丝雀甲"),
    );
    add(
        &site,
        "hidden",
        &entry("date: 2025-06-01\n")
            .replace("scope: public", "scope: aggregate")
            .replace("法律援助热线", "金丝雀乙"),
    );
    site
}

fn main_of(page: &str) -> &str {
    page.split_once("<main").unwrap().1
}

#[test]
fn what_is_counted_stands_at_its_places_and_the_rest_at_the_end() {
    let site = filled();
    report(
        &site,
        "新增 [](count:added) 条，一共 [](count:all) 条，无障碍 [](count:theme/access) 条。\n\n## 新的 {#new}\n\n[](entries:added)\n\n```text\n[](entries:all) [](count:all)\n```",
    );
    site.write(
        "content/年报/easy-read.md",
        "---\ntitle: 2025 年\nabout: 2025 年多了几件事。\n---\n\n## 多了几件 {covers=new}\n\n2025 年多了 [](count:added) 件事。\n",
    );
    let ran = curbcut(site.root(), &["build"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let page = site.page("年报/index.html");
    let page = main_of(&page);
    assert!(page.contains("新增 1 条，一共 3 条，无障碍 3 条。"), "{page}");
    assert!(page.contains("<a href=\"../%E5%BA%93/new/index.html\">新[热线]*</a>"), "{page}");
    assert!(page.contains("[](entries:all) [](count:all)"), "code stays: {page}");
    for (id, words) in
        [("changed", "改过的热线"), ("withdrawn", "这段时间撤下 1 条"), ("by-theme", "普遍定期审议")]
    {
        let (_, section) =
            page.split_once(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("{id} in {page}"));
        assert!(section.contains(words), "{id}: {section}");
    }
    assert!(page.contains("2025 年 12 月 31 日"));
    for other in ["后来的热线", "金丝雀", "旧热线"] {
        assert!(!page.contains(other), "{other}");
    }
    assert!(page.contains("<th scope=\"row\">无障碍</th>"), "{page}");
    assert!(site.page("年报/easy-read/index.html").contains("2025 年多了 1 件事。"));
    assert!(std::fs::read_to_string(site.out().join("年报/年报.txt")).unwrap().contains("新[热线]*"));
}

#[test]
fn a_report_on_all_entries_has_tables_alone() {
    let site = filled();
    site.write(
        "content/分析/index.md",
        "---\ntitle: 分析\nsummary: 全部活动。\nreports-on: {collection: 库}\n---\n\n一共 [](count:all) 条。\n",
    );
    let ran = curbcut(site.root(), &["build"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let page = site.page("分析/index.html");
    assert!(
        page.contains("一共 4 条") && page.contains("id=\"by-state\"") && !page.contains("id=\"added\""),
        "{page}"
    );
}

#[test]
fn what_a_report_asks_for_and_is_not_there_is_told_at_its_place() {
    for (words, expected) in [
        ("[](entries:aded)", "line 11, column 1: the collection has no list “aded”"),
        ("新增 [](count:aded) 条。", "line 11, column 4: the collection has no number “aded”"),
        ("有 [](count:theme/acess) 条。", "line 11, column 3: the collection has no number “theme/acess”"),
        ("有 [](count:state/zz) 条。", "line 11, column 3: the collection has no number “state/zz”"),
        ("[](entries:by-partner)", "line 11, column 1: the collection has no list “by-partner”"),
    ] {
        let site = filled();
        report(&site, words);
        for command in ["check", "build"] {
            let ran = curbcut(site.root(), &[command]);
            let told = [&*ran.out, &*ran.err].concat();
            assert!(
                ran.code == 1 && told.contains("error[collection/report]") && told.contains(expected),
                "{told}"
            );
        }
    }
    for (from, to, expected) in [
        ("collection: 库", "collection: 酷", "line 5, column 1: “酷” is the folder of no collection"),
        ("from: 2025-01-01", "from: 2026-01-01", "line 5, column 1: this report ends before it begins"),
        ("from: 2025-01-01", "from: 2025-01-01T10:00", "line 7, column 9"),
    ] {
        let site = filled();
        report(&site, "新增 [](count:added) 条。\n\n[](entries:added)");
        let text = site.read("content/年报/index.md");
        site.write("content/年报/index.md", text.replace(from, to));
        let ran = curbcut(site.root(), &["check"]);
        assert!(ran.code == 1 && ran.out.contains(expected), "{}", ran.out);
        assert!(!ran.out.contains("a11y/"), "places that nothing fills are told once: {}", ran.out);
    }
}

#[test]
fn what_is_wrong_below_a_list_keeps_its_line_and_no_command_writes_what_is_counted() {
    let site = filled();
    report(&site, "[](entries:all)\n\n请看[别处](../没有/index.md)。");
    let before = site.read("content/年报/index.md");
    let ran = curbcut(site.root(), &["check"]);
    assert!(ran.out.contains("line 13, column 8"), "{}", ran.out);
    report(&site, "[](entries:all)");
    let before = before.replace("\n\n请看[别处](../没有/index.md)。", "");
    for command in [&["seal"][..], &["check", "--fix"]] {
        curbcut(site.root(), command);
        assert_eq!(site.read("content/年报/index.md"), before, "{command:?}");
    }
}

#[test]
fn a_report_says_how_many_entries_have_no_text_in_its_language() {
    let site = filled();
    site.write("content/库/_index.en.md", "---\ntitle: Repository\nsummary: What States did.\n---\n");
    site.write(
        "content/库/new/index.en.md",
        "---\ntitle: A new line\nsummary: People can call.\nkind: entry\n---\n\nIt is open.\n",
    );
    report(&site, "");
    let english = "---\ntitle: What was done in 2025\nsummary: What was done.\nkind: report\nreports-on:\n  collection: 库\n  \
                   from: 2025-01-01\n  to: 2025-12-31\n---\n\nWords.\n";
    site.write("content/年报/index.en.md", english);
    let ran = curbcut(site.root(), &["build"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    // Three were there at the end of 2025; one of them has an English text.
    let page = site.page("en/年报/index.html");
    assert!(
        page.contains("2 more entries have no text in this language and are not counted here."),
        "{page}"
    );
    assert!(!site.page("年报/index.html").contains("没有本页语言的文字"));
    // Nor are those that are taken down.
    let counted = english.replace("Words.\n", "Taken down: [](count:withdrawn).\n");
    site.write("content/年报/index.en.md", counted);
    assert_eq!(curbcut(site.root(), &["build"]).code, 0);
    let page = site.page("en/年报/index.html");
    assert!(page.contains("Taken down: 0."), "{page}");
    // A text that does not say on which collection it reports is told so once.
    let asks = "[](count:all) [](count:added) [](count:changed)\n\n[](entries:added)\n";
    let english =
        english.replace("reports-on:\n  collection: 库\n  from: 2025-01-01\n  to: 2025-12-31\n", "");
    site.write("content/年报/index.en.md", english.replace("Words.\n", asks));
    let ran = curbcut(site.root(), &["check"]);
    assert!(ran.out.contains("names a collection, and this text does not"), "{}", ran.out);
    assert_eq!(ran.out.matches("error[").count(), 1, "{}", ran.out);
}
