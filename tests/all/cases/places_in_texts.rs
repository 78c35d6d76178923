//! What the audit finds in a page leads back to the line of the text that has it; what a link leads to is told as what it is.

use crate::support::{Site, curbcut, places};

const HEAD: &str = "---\ntitle: 关于\nsummary: 我们是谁。\nkind: page\n---\n\n## 甲\n\n";

/// What is found in a text that begins at the tenth line; a note of the site is none.
#[track_caller]
fn found(site: &Site) -> Vec<String> {
    let mut found = places(&site.build_only(&["site"]).findings);
    found.retain(|found| found.starts_with("content/"));
    found
}

fn site(body: &str) -> Site {
    let glossary = ("content/glossary.yaml", "- term: 坡道\n  meaning: 没有台阶的路。\n");
    Site::new(&[("content/about/index.md", &format!("{HEAD}{body}")), glossary])
}

#[test]
fn a_wrong_language_of_raw_html_stands_at_its_tag() {
    for (body, place) in [
        ("<div lang=\"french\">\n\n冬天路滑。\n\n</div>\n", "9:1"),
        ("冬天。\n\n<div>\n\n<div lang=\"french\">\n\n路滑。\n\n</div>\n\n</div>\n", "13:1"),
        ("<details><summary lang=\"french\">问</summary>\n\n路滑。\n\n</details>\n", "9:10"),
        ("<details lang=\"french\">\n<summary>问</summary>\n\n路滑。\n\n</details>\n", "9:1"),
        ("<p lang=\"french\">路滑。</p>\n", "9:1"),
        ("冬天<span lang=\"french\">路滑</span>。\n", "9:3"),
    ] {
        let wanted = format!("content/about/index.md:{place} html/invalid-lang");
        assert_eq!(found(&site(body)), [wanted], "{body}");
    }
}

#[test]
fn a_link_to_a_place_that_is_not_there_stands_in_its_text() {
    let body = "看[词表](/glossary/#nowhere)。\n\n再看[词表](../glossary/#nowhere)和[坡道](/glossary#无)。\n";
    let wanted = ["9:2", "11:3", "11:30"].map(|at| format!("content/about/index.md:{at} html/dead-fragment"));
    assert_eq!(found(&site(body)), wanted);
}

#[test]
fn a_link_to_a_draft_says_that_it_is_one() {
    let site = site("看[决定](../jueding/index.md)和[路](../lu/index.md)。\n");
    site.write(
        "content/jueding/index.md",
        "---\ntitle: 决定\nsummary: 一份决定。\ndraft: true\n---\n\n话。\n",
    );
    let ran = curbcut(site.root(), &["build"]);
    let said = format!("{}{}", ran.out, ran.err);
    assert!(ran.code == 1 && said.contains("there is no text “content/lu/index.md”"), "{said}");
    assert!(said.contains("“content/jueding/index.md” is a draft, which is not published"), "{said}");
}

#[test]
fn an_alias_that_is_taken_names_the_text_at_the_item() {
    let text = |lines: &str| format!("---\ntitle: 决定\nsummary: 这是一份决定。\n{lines}---\n\n话。\n");
    let site = Site::new(&[
        ("content/a/index.md", &text("aliases: [旧, b]\n")),
        ("content/b/index.md", &text("aliases:\n  - 更旧\n  - 旧\n")),
    ]);
    let ran = curbcut(site.root(), &["check"]);
    for said in [
        "line 4, column 14: the alias “b” is taken: it is the address of content/b/index.md",
        "line 6, column 5: the alias “旧” is taken: it is an alias of content/a/index.md too",
    ] {
        assert!(ran.out.contains(said), "{said}: {}", ran.out);
    }
}

#[test]
fn broken_tables_and_links_are_errors_and_code_is_none() {
    let site = site(
        "| 甲 | 乙 |\n| 1 | 2 |\n\n`| 甲 | 乙 |` 和 `[甲](a b.md)`、`[甲]（../b.md）`。\n\n    | 甲 | 乙 |\n    | 1 | 2 |\n\n\
         > ｜甲｜乙｜\n> ｜1｜2｜\n\n- 看[甲]（../about/index.md）\n",
    );
    let wanted =
        ["9:1", "17:3", "20:4"].map(|at| format!("content/about/index.md:{at} markdown/other-tools"));
    assert_eq!(found(&site), wanted);
}
