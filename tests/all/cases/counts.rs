//! Counts in messages: one thing is no “things”.

use crate::support::Site;
use crate::support::curbcut;

/// Fails where “1” stands before a plural, or “are” after “1”.
#[track_caller]
fn is_right(said: &str) {
    let words: Vec<&str> =
        said.split_whitespace().map(|word| word.trim_matches(['(', ')', ',', ':', '.', '“'])).collect();
    for (at, _) in words.iter().enumerate().filter(|(_, word)| **word == "1") {
        let rest = words.get(at + 1..(at + 4).min(words.len())).unwrap_or_default();
        let noun =
            rest.iter().find(|word| !["more", "finished", "preambular", "operative", "of"].contains(word));
        let is_plural = |word: &&str| {
            word.ends_with('s') && !["is", "this", "has", "was", "stands", "unless"].contains(word)
        };
        assert!(!noun.is_some_and(is_plural) && rest.first() != Some(&"are"), "1 {}: {said}", rest.join(" "));
    }
}

const EASY: &str = "---\ntitle: 易读\nabout: 这是易读版。\nbased-on: A/1\n---\n\n## 一 {covers=yi}\n\n";

#[test]
fn what_commands_say_of_one_thing() {
    let official = "---\ntitle: 决议\nsummary: 一个例子。\nsymbol: A/1\n---\n\n## 一 {#yi}\n\n正文。\n";
    let easy = format!("{EASY}我们，写。我们（甲）写。。\n\n| 甲 |\n| --- |\n| 乙 |\n");
    let limits = "[check.limits.zh-Hans]\nsentence = { warning = 1, error = 1 }\nclause = { warning = 1, error = 1 }\n\
                  commas = 0\nbrackets = 0\nparagraph = 0\nparticles = 0\nlisted = 1\nheading = 0\ncolumns = 0\n\
                  pages = { warning = 0, error = 1 }\n";
    let limits: String = limits.replace("                  ", "");
    let site = Site::new(&[("content/a/index.md", official), ("content/a/easy-read.md", &easy)]);
    site.write("content/一.pdf", "x");
    site.write("book.toml", format!("{}{limits}", crate::support::BOOK));
    let ran = curbcut(site.root(), &["check"]);
    assert!(
        ran.out.contains("[easy-read/many-commas]") && ran.out.contains("1 comma;"),
        "{} {}",
        ran.out,
        ran.err
    );
    assert!(ran.out.contains("1 character stands in brackets"), "{}", ran.out);
    assert!(ran.out.contains("a table with 1 column is"), "{}", ran.out);
    is_right(&ran.out);
    is_right(&ran.err);
    let site = Site::new(&[("content/a/index.md", official), ("content/一.pdf", "x")]);
    let ran = curbcut(site.root(), &["build", "--only", "epub"]);
    assert!(ran.out.contains("Built 0 pages, 2 books and 0 text files"), "{}", ran.out);
    let ran = curbcut(site.root(), &["build"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    is_right(&ran.out);
    is_right(&site.page("accessibility/report.json"));
}

#[test]
fn what_import_and_fix_say_of_one_thing() {
    let site = Site::new(&[("content/a/easy-read.md", &format!("{EASY}我们写１份。\n"))]);
    site.write("content/a/index.md", "---\ntitle: 决议\nsummary: 一个例子。\n---\n\n## 一 {#yi}\n\n正文。\n");
    let ran = curbcut(site.root(), &["check", "--fix"]);
    assert!(ran.err.contains("1 place mended"), "{} {}", ran.out, ran.err);
    site.write("一.txt", "关于报告的通知\n\n请各位报告。¹\n\n____\n\n¹ 见附件。\n");
    let ran = curbcut(site.root(), &["import", "一.txt"]);
    is_right(&ran.out);
    is_right(&ran.err);
    assert!(ran.out.contains("paragraph"), "{} {}", ran.out, ran.err);
}
