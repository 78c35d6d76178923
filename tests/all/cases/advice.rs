//! What is told of a wrong value names what is meant, and says what to do here.

use crate::support::{BOOK, PROGRAM, Ran, Site, command, curbcut};

const TEXT: &str = "---\ntitle: 例\nsummary: 一个例子。它很短。\n---\n\n正文。\n";

#[track_caller]
fn told(site: &Site, expected: &[&str]) {
    let ran = curbcut(site.root(), &["check"]);
    for words in expected {
        assert!(ran.out.contains(words), "{words}\n{}", ran.out);
    }
}

#[test]
fn a_kind_that_is_nearly_one_is_proposed() {
    let site = Site::new(&[("content/a/index.md", &TEXT.replace("---\n\n", "kind: raport\n---\n\n"))]);
    told(&site, &["content/a/index.md", "there is no kind “raport”, but there is “report”; the kinds are"]);
}

#[test]
fn a_place_that_ended_is_told_of_in_words() {
    for empty in ["ended: {a: }", "ended:\n  a:", "ended:\n  a: \"\"", "moved: {a: }"] {
        let site =
            Site::new(&[("content/a/index.md", &TEXT.replace("---\n\n", &format!("{empty}\n---\n\n")))]);
        told(&site, &["has a value without words"]);
    }
}

#[test]
fn the_main_language_has_no_table_of_its_own() {
    let site = Site::new(&[("content/a/index.md", TEXT)]);
    site.write("book.toml", format!("{BOOK}\n[languages.zh-Hans]\ntitle = \"另一个\"\n"));
    told(
        &site,
        &[
            "“zh-Hans” is the main language, of which [book] says the title",
            "Put what stands in this table into [book]",
        ],
    );
}

#[test]
fn a_logo_is_named_in_the_languages_of_the_site() {
    let site = Site::new(&[("content/a/index.md", TEXT), ("content/a/index.fr.md", TEXT)]);
    site.write("content/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    site.write(
        "book.toml",
        "[book]\ntitle = \"例\"\nlanguage = \"zh-Hans\"\n[languages.fr]\ntitle = \"Exemple\"\n\
         [site]\nlogo = { file = \"logo.svg\", alternative = { zh-Hans = \"镇政府\" } }\n",
    );
    told(&site, &["the logo says nothing in “fr”", "{ zh-Hans = \"…\", fr = \"…\" }"]);
}

#[test]
fn a_menu_that_names_a_text_already_needs_no_line_there() {
    let text = TEXT.replace("---\n\n", "menu: true\n---\n\n");
    let site =
        Site::new(&[("content/a/index.md", &text), ("content/b/index.md", &text.replace("例\n", "乙\n"))]);
    site.write("book.toml", format!("{BOOK}\n[[menu]]\nto = \"a\"\n"));
    told(
        &site,
        &[
            "Take it out: [[menu]] names this folder already.",
            "Take it out, or name this folder in [[menu]].",
        ],
    );
}

#[test]
fn an_alias_that_is_taken_is_said_once() {
    let text = TEXT.replace("---\n\n", "aliases: [glossary]\n---\n\n");
    let site = Site::new(&[("content/a/index.md", &text)]);
    site.write("content/glossary.yaml", "- term: 例\n  meaning: 一个例子。\n");
    told(&site, &["the alias “glossary” is taken: the site makes a file “glossary/index.html” of its own"]);
}

#[test]
fn a_contract_of_themes_is_a_number() {
    let site = Site::new(&[("content/a/index.md", TEXT), ("themes/x/theme.yaml", "contract: one\n")]);
    site.write("book.toml", format!("{BOOK}\n[site]\ntheme = \"x\"\n"));
    told(&site, &["themes/x/theme.yaml", "help: Write “contract: 1”: the number"]);
}

#[test]
fn a_word_stands_once_in_the_glossary_whatever_its_first_letter() {
    let site = Site::new(&[("content/a/index.md", TEXT)]);
    let term = |word: &str| format!("- term: {word}\n  meaning: 一个词。\n");
    site.write("content/glossary.yaml", [term("ramp"), term("Ramp"), term("WHO"), term("who")].concat());
    let ran = curbcut(site.root(), &["check"]);
    assert_eq!(ran.out.matches("glossary/term-twice").count(), 1, "{}", ran.out);
    assert!(ran.out.contains("“Ramp” stands here a second time"), "{}", ran.out);
}

#[test]
fn what_keeps_a_build_from_beginning_is_told_by_the_check() {
    let site = Site::new(&[("content/a/index.md", TEXT)]);
    for arguments in [&["check"][..], &["build"]] {
        let mut wrong = command(PROGRAM, site.root(), arguments);
        let ran = Ran::of(wrong.env("SOURCE_DATE_EPOCH", "abc"));
        assert_eq!(ran.code, 2, "{arguments:?}");
        assert!(ran.err.contains("SOURCE_DATE_EPOCH is \"abc\""), "{}", ran.err);
    }
}
