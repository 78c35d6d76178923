//! What an entry says is read by the shape of its collection, and what is wrong is told where it stands.

use super::{SHAPE, add, entry, entry_with, site};
use crate::support::{Site, curbcut};

/// The findings of “check” on one file, each as `line:column rule message`, and what was meant.
pub fn told(site: &Site, path: &str) -> Vec<String> {
    let ran = curbcut(site.root(), &["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let of_file = report["findings"].as_array().unwrap().iter().filter(|finding| finding["file"] == path);
    of_file
        .map(|finding| {
            let text = |key: &str| finding[key].as_str().unwrap_or_default().to_owned();
            let help = text("help");
            let meant = help.strip_prefix("Did you mean ").map(|meant| format!("; did you mean {meant}"));
            let (rule, message) = (text("rule"), text("message"));
            format!("{}:{} {rule} {message}{}", finding["line"], finding["column"], meant.unwrap_or_default())
        })
        .collect()
}

#[test]
fn the_page_of_an_entry_says_its_facts_in_the_language_of_the_page() {
    let site = site();
    let more = "partner: 街道办事处\nsource: https://example.org/a/b\nbudget: 12000 USD\n";
    add(&site, "good", &entry(more));
    let english = "---\ntitle: Legal aid line\nsummary: People can call and ask about the law. It is free.\nkind: entry\n---\n\nIt is open each day.\n";
    site.write("content/库/good/index.en.md", english);
    site.write("content/库/_index.en.md", "---\ntitle: Repository\nsummary: What States did.\n---\n");
    let built = site.build();
    assert!(built.report.is_some(), "{:?}", built.findings);
    let page = site.page("库/good/index.html");
    for fact in [
        "<dt>国家</dt><dd>越南</dd>",
        "<dt>时间</dt><dd>2024\u{a0}年\u{a0}3\u{a0}月至\u{a0}2025\u{a0}年\u{a0}2\u{a0}月</dd>",
        "<dt>主题</dt><dd>无障碍</dd>",
        "<dt>合作方</dt><dd>街道办事处</dd>",
        "<dt>来源</dt><dd><a href=\"https://example.org/a/b\" data-print=\"\">example.org/a/b</a></dd>",
        "<dt>预算</dt><dd>12000 USD</dd>",
    ] {
        assert!(page.contains(fact), "{fact} in {page}");
    }
    let page = site.page("en/库/good/index.html");
    for fact in [
        "<dt>State</dt><dd>Viet Nam</dd>",
        "<dt>Period</dt><dd>March 2024 to February 2025</dd>",
        "<dt>Theme</dt><dd>Accessibility</dd>",
        "<dt>Partner</dt><dd lang=\"zh-Hans\">街道办事处</dd>",
    ] {
        assert!(page.contains(fact), "{fact} in {page}");
    }
    let mut files = site.out().join("库/good").read_dir().unwrap().map(|file| file.unwrap().path());
    let text = files.find(|file| file.extension().is_some_and(|ending| ending == "txt")).unwrap();
    let text = std::fs::read_to_string(text).unwrap();
    assert!(text.contains("国家：越南"), "{text}");
}

#[test]
fn an_entry_is_no_book_by_itself() {
    let site = site();
    site.write(
        "content/另一份/index.md",
        "---\ntitle: 通知\nsummary: 有一个会。请来参加。\n---\n\n会在五点开。\n",
    );
    site.build();
    assert!(
        site.out()
            .join("另一份")
            .read_dir()
            .unwrap()
            .any(|file| { file.unwrap().path().extension().is_some_and(|ending| ending == "epub") })
    );
    assert!(
        !site
            .out()
            .join("库/good")
            .read_dir()
            .unwrap()
            .any(|file| { file.unwrap().path().extension().is_some_and(|ending| ending == "epub") })
    );
}

#[test]
fn what_is_wrong_in_an_entry_is_told_where_it_stands() {
    for (from, to, expected) in [
        (
            "[VN]",
            "[Vietnam]",
            "5:9 collection/wrong-value “Vietnam” is no code of a State or area, such as VN or 704; VN is Viet Nam",
        ),
        (
            "[VN]",
            "[VN, XX]",
            "5:13 collection/wrong-value “XX” is no code of a State or area, such as VN or 704",
        ),
        (
            "2024-03/2025-02",
            "2025-03/2025-02",
            "6:9 collection/wrong-value “2025-03/2025-02” ends before it begins",
        ),
        (
            "[access]",
            "[acess]",
            "7:9 collection/wrong-value “acess” is not in the list; did you mean “access”?",
        ),
        ("[access]", "[access, access]", "7:17 collection/wrong-value “access” stands here a second time"),
        ("period: 2024", "periode: 2024", "6:1 front-matter/unknown-key “periode” is not a key of this file"),
        ("kind: entry", "kind: document", "4:1 collection/not-an-entry a text in a collection is an entry"),
        ("state: [VN]\n", "", "1:1 collection/missing-field “state” is missing"),
        (
            "theme: [access]",
            "source: ftp://x",
            "7:9 collection/wrong-value “ftp://x” is no address of the web",
        ),
        (
            "theme: [access]",
            "budget: viel",
            "7:9 collection/wrong-value “viel” is no amount with its currency",
        ),
    ] {
        let site = site();
        add(&site, "good", &entry_with(from, to));
        let told = told(&site, "content/库/good/index.md");
        assert!(told.iter().any(|told| told.starts_with(expected)), "{expected}\n{told:#?}");
    }
    // Two mistakes are two findings.
    let site = site();
    add(&site, "good", &entry_with("[VN]\nperiod: 2024-03/2025-02", "[XX]\nperiod: 今年"));
    let told = told(&site, "content/库/good/index.md");
    assert_eq!(told.iter().filter(|told| told.contains("collection/wrong-value")).count(), 2, "{told:#?}");
}

/// A table without columns would head nothing.
#[test]
fn entries_without_fields_to_choose_or_sort_by_are_a_list() {
    let site = site();
    std::fs::remove_dir_all(site.root().join("content/库/good")).unwrap();
    site.write("content/库/collection.yaml", "fields:\n  - {name: note, label: 备注, type: text}\n");
    let text = "---\ntitle: 热线\nsummary: 有一件事。它很短。\nkind: entry\nconsent:\n  - {by: 某处, date: 2025-03-02, scope: public}\n---\n\n正文。\n";
    add(&site, "a", text);
    let ran = curbcut(site.root(), &["build"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let page = site.page("库/index.html");
    assert!(page.contains("<ul class=\"plain\">\n<li><a href=\"a/index.html\">热线</a></li>"), "{page}");
}

#[test]
fn facts_stand_in_one_file() {
    let site = site();
    site.write(
        "content/库/good/index.en.md",
        entry_with("theme: [access]\n", "").replace("title: ", "title: A "),
    );
    let told = told(&site, "content/库/good/index.en.md");
    let elsewhere = |key: &str| format!("collection/facts-elsewhere “{key}” is the same in every language");
    for key in ["state", "period"] {
        assert!(told.iter().any(|told| told.contains(&elsewhere(key))), "{told:#?}");
    }
}

#[test]
fn a_collection_is_declared_by_its_section_and_its_shape() {
    // Without a shape.
    let without = Site::new(&[
        (
            "content/库/_index.md",
            "---\ntitle: 资料库\nsummary: 各国做过的事。\ncollection: collection.yaml\n---\n",
        ),
        ("content/库/good/index.md", &entry("")),
    ]);
    let told_of = |site: &Site, path: &str, expected: &str| {
        let told = told(site, path);
        assert!(told.iter().any(|told| told.starts_with(expected)), "{expected}\n{told:#?}");
    };
    told_of(
        &without,
        "content/库/_index.md",
        "4:1 collection/not-declared this folder has no file “collection.yaml”",
    );
    // Without a declaration.
    let without = site();
    without.replace("content/库/_index.md", "collection: collection.yaml\n", "");
    told_of(
        &without,
        "content/库/collection.yaml",
        "1:1 collection/not-declared no section says that this folder",
    );
    // With a shape that cannot be read, nothing is said of the entries.
    let wrong = site();
    wrong.write("content/库/collection.yaml", SHAPE.replace("type: state", "type: country"));
    told_of(
        &wrong,
        "content/库/collection.yaml",
        "6:11 collection/wrong-shape the type “country” of the field “state”",
    );
    assert!(wrong.build().report.is_none());
}

#[test]
fn an_entry_outside_a_collection_stays_a_plain_text() {
    let site = Site::new(&[(
        "content/a/index.md",
        "---\ntitle: 通知\nsummary: 有一个会。请来参加。\nkind: entry\nstate: VN\n---\n\n会在五点开。\n",
    )]);
    let told = told(&site, "content/a/index.md");
    assert!(
        told[0].starts_with("5:1 front-matter/unknown-key “state” is not a key of this file"),
        "{told:#?}"
    );
    site.replace("content/a/index.md", "state: VN\n", "");
    assert!(site.build().report.is_some());
}

/// A key that texts of another kind have is a field like any other; also where a number is read as a text.
#[test]
fn a_field_may_be_called_as_a_key_of_another_kind() {
    let site = site();
    let more = "  - {name: access, label: 无障碍, type: choice, choices: {sign: 手语, easy: 易读版}}\n  - {name: place, label: 地点, type: text}\n  \
                - {name: contact, label: 联系, type: text}\n  - {name: start, label: 开始, type: text}\n";
    site.write("content/库/collection.yaml", SHAPE.replacen("fields:\n", &format!("fields:\n{more}"), 1));
    let fields = "access: easy\nplace: 中街 5 号\ncontact: 联络员\nstart: 春天\nedition: 2\n";
    add(&site, "good", &entry(fields));
    let ran = curbcut(site.root(), &["build"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let page = site.page("库/good/index.html");
    for said in ["易读版", "中街 5 号", "联络员", "春天"] {
        assert!(page.contains(said), "{said} {page}");
    }
    add(
        &site,
        "good",
        &entry(&fields.replace("access: easy", "access: eesy").replace("edition: 2", "date: 2025-02-30")),
    );
    let ran = curbcut(site.root(), &["check"]);
    assert!(ran.out.contains("error[front-matter/wrong-value]: line 16, column 7"), "{}", ran.out);
}
