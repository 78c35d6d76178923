//! Entries that are rows of a table.

use super::site;
use crate::support::curbcut;

const HEAD: &str = "id,title,title.en,summary,summary.en,state,period,theme,partner,budget,consent-by,consent-date,consent-scope,consent-until,consent-evidence";

fn row(id: &str, title: &str, state: &str, scope: &str, until: &str) -> String {
    format!(
        "{id},{title},Line {id},人们可以打电话问法律问题。,People can call.,{state},2025,access,机构甲,100 USD,{state},2025-03-02,{scope},{until},letter-canary"
    )
}

fn table(rows: &[String]) -> String {
    format!("{HEAD}\r\n{}\r\n", rows.join("\r\n"))
}

#[test]
fn rows_are_entries_with_pages_and_withheld_ones_leave_no_word() {
    let site = site();
    let rows = [
        row("热线", "第一条热线", "LA", "public", ""),
        row("canary-a", "金丝雀甲", "VN", "none", ""),
        row("canary-b", "金丝雀乙", "VN", "aggregate", ""),
        row("canary-c", "金丝雀丙", "VN", "public", "2026-01-31"),
        row("canary-d", "金丝雀丁", "VN", "public", "").replace("VN,2025-03-02", ",2025-03-02"),
    ];
    site.write("content/库/entries-2025.csv", table(&rows));
    let json = serde_json::json!([{
        "id": "培训", "title": "第一次培训", "summary": "老师教人写报告。", "state": ["VN"], "period": "2026", "theme": ["upr"],
        "consent": [{"by": "VN", "date": "2025-03-02", "scope": "public"}],
    }]);
    site.write("content/库/entries.json", serde_json::to_string_pretty(&json).unwrap());
    // A row may have more files, as any entry.
    site.write(
        "content/库/热线/easy-read.md",
        "---\ntitle: 热线\nabout: 讲一条热线。\n---\n\n## 怎样打电话 {covers=p-0}\n\n你可以打电话。\n",
    );
    let ran = curbcut(site.root(), &["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let withheld: Vec<(&str, u64)> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding["rule"] == "collection/withheld")
        .map(|finding| (finding["file"].as_str().unwrap(), finding["line"].as_u64().unwrap()))
        .collect();
    let table = "content/库/entries-2025.csv";
    assert_eq!(withheld, [(table, 3), (table, 4), (table, 5), (table, 6)], "{}", ran.out);
    assert!(!ran.out.contains("金丝雀") && !ran.out.contains("letter-canary"), "{}", ran.out);
}

/// Programs for tables say on a first line what parts the cells, and places count it.
#[test]
fn a_first_line_may_say_what_parts_the_cells() {
    for (mark, first) in [(";", "sep=;\n"), ("|", "sep=|\r\n"), ("\t", "\"sep=\t\"\n")] {
        let site = site();
        let rows = [row("a", "一", "VN", "public", ""), row("b", "二", "VN", "publik", "")];
        site.write("content/库/entries.csv", first.to_owned() + &table(&rows).replace(',', mark));
        let ran = curbcut(site.root(), &["check"]);
        let wrong: Vec<&str> = ran.out.lines().filter(|line| line.starts_with("error")).collect();
        let is_right =
            matches!(wrong[..], [one] if one.contains("[front-matter/wrong-value]: line 4, column "));
        assert!(is_right, "{mark} {}", ran.out);
    }
}

#[test]
fn a_public_row_has_its_page_and_stands_in_the_list() {
    let site = site();
    let rows = [
        row("热线", "第一条热线", "LA", "public", ""),
        row("canary", "金丝雀", "VN", "public", "2026-01-31"),
    ];
    site.write("content/库/entries.csv", table(&rows));
    let ran = curbcut(site.root(), &["build"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let list = site.page("库/index.html");
    assert!(list.contains("第一条热线") && list.contains("2 条") && !list.contains("金丝雀"), "{list}");
    assert!(site.page("库/by/state/la/index.html").contains("第一条热线"));
    let page = site.page("库/热线/index.html");
    assert!(
        page.contains("老挝人民民主共和国") && page.contains("100 USD") && page.contains("人们可以打电话"),
        "{page}"
    );
    assert!(!page.contains("letter-canary"));
    assert!(site.page("en/库/热线/index.html").contains("Line 热线"));
    assert!(site.page("库/canary/index.html").contains("2026 年 1 月 31 日"));
    // The table itself is not published; that of the public entries has its name.
    let export = site.page("库/entries.csv");
    assert!(
        export.contains("第一条热线") && !export.contains("金丝雀") && !export.contains("letter-canary"),
        "{export}"
    );
}

#[test]
fn what_is_wrong_with_a_row_is_told_at_its_cell() {
    let site = site();
    let good = row("甲", "第一条", "LA", "public", "");
    let cases = [
        (good.replace(",access,", ",acces,"), "collection/wrong-value]: line 2, column"),
        (good.replace(",2025,", ",2025/2024,"), "collection/wrong-value]: line 2, column"),
        (good.replace(",2025,", ",,"), "collection/missing-field]: line 2, column"),
        (good.replace("public", "publik"), "front-matter/wrong-value]: line 2, column"),
        (good.replace("2025-03-02", "2999-03-02"), "collection/consent]: line 2, column"),
        (good.replace("甲,第一条", "good,第一条"), "collection/rows]: line 2, column 1"),
        (good.replace("100 USD", "100,USD"), "collection/rows]: line 2, column 1"),
    ];
    for (row, expected) in cases {
        site.write("content/库/entries.csv", table(std::slice::from_ref(&row)));
        let ran = curbcut(site.root(), &["check"]);
        assert_eq!(ran.code, 1, "{row}: {}", ran.out);
        let told = ran.out.split("error[").find(|told| told.starts_with(expected));
        assert!(told.is_some() && ran.out.contains("content/库/entries.csv"), "{row}: {}", ran.out);
        let built = curbcut(site.root(), &["build"]);
        assert_eq!(built.code, 1, "{row}: {}", built.out);
    }
}

#[test]
fn a_table_outside_of_a_collection_is_an_error_and_no_attachment() {
    let site = site();
    site.write("content/别处/entries.csv", table(&[row("甲", "第一条", "LA", "public", "")]));
    let ran = curbcut(site.root(), &["check"]);
    assert!(
        ran.code == 1 && ran.out.contains("error[collection/not-declared]: line 1, column 1"),
        "{}",
        ran.out
    );
}

#[test]
fn a_row_whose_address_says_something_is_told_of_its_id() {
    let site = super::site();
    site.write("content/库/collection.yaml", format!("addresses: opaque\n{}", super::SHAPE));
    site.write(
        "content/库/entries.csv",
        "id,title,summary,state,period,theme\nhotline,热线,一件事。它很短。,VN,2024,access\n",
    );
    let ran = crate::support::curbcut(site.root(), &["check"]);
    assert!(
        ran.out.contains("it is the “id” of its row") && ran.out.contains("Give the row an “id” of digits"),
        "{}",
        ran.out
    );
    // The entry beside the table has a folder.
    assert_eq!(ran.out.matches("Give the folder a name").count(), 1, "{}", ran.out);
}
