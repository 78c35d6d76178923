//! Hostile inputs: each size has a limit, tried at it and beyond it, and what many parts make grows with their number alone.
//!
//! How time grows is measured by `scripts/measure-growth`; no test looks at a clock.

use curbcut::limits;

use crate::support::Site;
use crate::support::{Ran, curbcut};

const OFFICIAL: &str = "content/a/index.md";

fn check(site: &Site) -> Ran {
    curbcut(site.root(), &["check"])
}

/// An official text with these lines in its front matter.
fn text(front: &str, body: &str) -> String {
    format!("---\ntitle: 例\nsummary: 例。\n{front}---\n\n{body}\n")
}

#[test]
fn a_doubled_letter_of_two_bytes_is_no_end_of_the_program() {
    let site = Site::new(&[
        (OFFICIAL, &text("", "文。")),
        ("content/a/index.en.md", &text("", "The ööer is here.")),
        (
            "content/a/easy-read.en.md",
            "---\ntitle: Ööer\nabout: A text.\nmade-by: Ann\n---\n\n## The ööer\n\nThe ööer is here.\n",
        ),
    ]);
    let ran = check(&site);
    assert!(ran.code < 2, "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("content/a/easy-read.en.md") && !ran.err.contains("panicked"), "{}", ran.err);
}

#[test]
fn a_text_of_16_mb_is_read_and_a_larger_one_is_named() {
    let begin = text("", "文。");
    let lines = |bytes: u64| format!("{begin}{}", "\n".repeat(bytes as usize - begin.len()));
    let site = Site::new(&[(OFFICIAL, &lines(limits::TEXT))]);
    assert_eq!(check(&site).code, 0);
    site.write(OFFICIAL, lines(limits::TEXT + 1));
    let ran = check(&site);
    assert!(ran.code == 1 && ran.out.contains("content/too-large"), "{}", ran.out);
    assert!(ran.out.contains(OFFICIAL) && ran.out.contains("larger than 16 MB"), "{}", ran.out);
}

#[test]
fn front_matter_of_256_kb_is_read_and_more_is_named_at_its_line() {
    let front = |bytes: usize| {
        let around = "title: 例\nsummary: 例。\nextra:\n  a: \n".len();
        text(&format!("extra:\n  a: {}\n", "a".repeat(bytes - around)), "文。")
    };
    let site = Site::new(&[(OFFICIAL, &front(limits::FRONT_MATTER))]);
    let ran = check(&site);
    assert!(ran.code == 0 && !ran.out.contains("too-large"), "{}", ran.out);
    site.write(OFFICIAL, front(limits::FRONT_MATTER + 1));
    let ran = check(&site);
    assert!(ran.out.contains("front-matter/too-large"), "{}", ran.out);
    assert!(ran.out.contains("larger than 256 KB"), "{}", ran.out);
}

#[test]
fn a_title_of_1000_characters_makes_books_and_a_longer_one_is_named() {
    let titled = |count: usize| format!("---\ntitle: {}\nsummary: 例。\n---\n\n文。\n", "长".repeat(count));
    let site = Site::new(&[(OFFICIAL, &titled(limits::TITLE))]);
    let ran = curbcut(site.root(), &["build"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    site.write(OFFICIAL, titled(limits::TITLE + 1));
    let ran = check(&site);
    assert!(ran.out.contains("front-matter/long-title]: line 2, column 1"), "{}", ran.out);
}

#[test]
fn brackets_in_front_matter_are_counted() {
    let deep =
        |depth: usize| text(&format!("extra:\n  a: {}1{}\n", "[".repeat(depth), "]".repeat(depth)), "文。");
    let site = Site::new(&[(OFFICIAL, &deep(limits::YAML_DEPTH))]);
    let ran = check(&site);
    assert!(!ran.out.contains("front-matter/too-deep"), "{}", ran.out);
    site.write(OFFICIAL, deep(50_000));
    let ran = check(&site);
    assert!(ran.out.contains("front-matter/too-deep]: line 5, column 106"), "{}", ran.out);
    site.write(OFFICIAL, text("", "文。"));
    site.write("content/glossary.yaml", "[".repeat(50_000));
    let ran = check(&site);
    assert!(ran.code == 1 && ran.out.contains("content/glossary.yaml"), "{}", ran.out);
}

#[test]
fn a_picture_of_32_mb_is_no_finding_and_a_larger_one_is() {
    let site = Site::new(&[(OFFICIAL, &text("", "![图](big.png)")), ("content/a/big.png", "")]);
    let file = std::fs::File::options().write(true).open(site.root().join("content/a/big.png")).unwrap();
    // The length alone is asked for; a file of nothing but its length takes no room.
    file.set_len(limits::PICTURE).unwrap();
    assert!(!check(&site).out.contains("content/too-large"));
    file.set_len(limits::PICTURE + 1).unwrap();
    let ran = check(&site);
    assert!(ran.code == 1 && ran.out.contains("larger than 32 MB"), "{}", ran.out);
}

#[test]
fn equal_headings_are_numbered() {
    let count = 20_000;
    let site = Site::new(&[(OFFICIAL, &text("", &"## 同\n\n文。\n\n".repeat(count)))]);
    let ran = curbcut(site.root(), &["build", "--only", "site"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let page = site.page("a/index.html");
    assert!(page.contains("id=\"tong\"") && page.contains(&format!("id=\"tong-{count}\"")));
}

#[test]
fn votes_of_many_members_are_counted_without_overflow() {
    let counts = format!(
        "vote:\n  statement: 例\n  counts:\n    in-favour: {0}\n    against: {0}\n    abstaining: {0}\n",
        u32::MAX
    );
    let site = Site::new(&[(
        OFFICIAL,
        &text(&format!("kind: resolution\nsymbol: A/HRC/RES/1/1\n{counts}"), "1. 文。"),
    )]);
    let ran = check(&site);
    assert!(ran.out.contains("12884901885 votes"), "{}{}", ran.out, ran.err);
}

#[test]
fn cells_that_take_all_rows_grow_with_the_table_alone() {
    let bytes = |rows: usize| {
        let row = "<tr><td rowspan=\"60000\">格</td></tr>\n";
        let table = format!(
            "<table><caption>表</caption>\n<tr><th scope=\"col\">甲</th></tr>\n{}</table>",
            row.repeat(rows)
        );
        let site = Site::new(&[(OFFICIAL, &text("", &table))]);
        let ran = curbcut(site.root(), &["build", "--only", "text"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        site.page("a/a.txt").len()
    };
    let (half, whole) = (bytes(300), bytes(600));
    assert!(whole < half * 5 / 2, "{half} and {whole} bytes");
}
