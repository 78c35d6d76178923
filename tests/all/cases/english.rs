//! English texts, and what is said of texts in the language of the site.

use crate::support::Site;
use crate::support::curbcut;

const BOOK: &str = "[book]\ntitle = \"Papers\"\nlanguage = \"en\"\n";
const OFFICIAL: &str =
    "---\ntitle: The paper\nsummary: This is a paper. It is short.\n---\n\n## One {#one}\n\nWords.\n";

/// An English site with one document.
fn english(files: &[(&str, &str)]) -> Site {
    let site = Site::new(&[("content/a/index.md", OFFICIAL)]);
    site.write("book.toml", BOOK);
    files.iter().for_each(|(path, text)| site.write(path, text));
    site
}

fn easy_read(body: &str) -> String {
    format!("---\ntitle: The paper\nabout: This is the easy-read version.\n---\n\n{body}")
}

fn checked(site: &Site) -> String {
    curbcut(site.root(), &["check"]).out
}

#[test]
fn the_plural_of_a_word_has_its_box_and_an_irregular_one_is_given() {
    let glossary = "- term: person\n  meaning: You and me.\n  plural: people\n- term: disability\n  meaning: Something that makes things hard.\n- term: child\n  meaning: A boy or a girl.\n  forms: [children]\n";
    let text = easy_read("## One {covers=one}\n\nPeople have disabilities.\n\nChildren learn.\n");
    let site = english(&[("content/a/easy-read.md", &text), ("content/glossary.yaml", glossary)]);
    let ran = curbcut(site.root(), &["build"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let page = site.read("public/a/easy-read/index.html");
    for word in ["People", "disabilities", "Children"] {
        assert!(page.contains(&format!(">{word}</a>")), "{word}: {page}");
    }
}

#[test]
fn addresses_and_numbers_to_call_are_neither_signs_nor_amounts() {
    let text = easy_read(
        "## One {covers=one}\n\nCall 0800 123 4567 or 12345.\n\nWrite to office_1@example.org.\n\nThe page is www.example.org/a~b#c.\n\nThe file is plan-2026100.pdf.\n\n150,000 people came to A & B.\n",
    );
    let out = checked(&english(&[("content/a/easy-read.md", &text)]));
    assert_eq!(out.matches("[easy-read/large-number]").count(), 1, "{out}");
    assert_eq!(out.matches("[easy-read/special-character]").count(), 1, "{out}");
    let text = "---\ntitle: 文件\nabout: 这是易读版。\n---\n\n## 一 {covers=one}\n\n请拨打 12345、12348 或者 010-12345678。\n\n请写信给 office@example.org。\n\n有 150000 人来了。\n";
    let site = Site::new(&[("content/a/index.md", OFFICIAL), ("content/a/easy-read.md", text)]);
    let out = checked(&site);
    assert_eq!(out.matches("[easy-read/large-number]").count(), 1, "{out}");
    assert!(!out.contains("[easy-read/special-character]"), "{out}");
}

#[test]
fn the_heading_of_a_third_level_stays_one() {
    let body = "## One {covers=one}\n\nWe read.\n\n### Where\n\nWe read here.\n\n#### When\n\nWe read now.\n\n## Two\n\nWe end.\n";
    let site = english(&[("content/a/easy-read.md", &easy_read(body))]);
    let ran = curbcut(site.root(), &["build"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let page = site.read("public/a/easy-read/index.html");
    for heading in [">One</h2>", ">Where</h3>", ">When</h4>", ">Two</h2>"] {
        assert!(page.contains(heading), "{heading}: {page}");
    }
    assert_eq!(curbcut(site.root(), &["audit", "public"]).code, 0);
}

#[test]
fn covers_in_quotation_marks_is_told_what_to_write() {
    let out =
        checked(&english(&[("content/a/easy-read.md", &easy_read("## One {covers=\"one\"}\n\nWe read.\n"))]));
    assert!(
        out.contains("[easy-read/unknown-attribute]")
            && out.contains("“covers” takes the ids without quotation marks"),
        "{out}"
    );
    assert!(!out.contains("covers-nothing") && !out.contains("uncovered"), "{out}");
}

#[test]
fn a_caption_may_have_a_number() {
    let table = "\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n";
    for (lang, before, caption) in [
        ("en", "Table: Votes", "Votes"),
        ("en", "Table 1: Votes", "Table 1: Votes"),
        ("en", "Table A.2. Votes", "Table A.2. Votes"),
        ("en", "**Table 3:** Votes", "<strong>Table 3:</strong> Votes"),
        ("zh-Hans", "表：票数", "票数"),
        ("zh-Hans", "表1：票数", "表1：票数"),
        ("zh-Hans", "表 一：票数", "表 一：票数"),
    ] {
        let official = if lang == "zh-Hans" {
            "---\ntitle: 文件\nsummary: 这是一份文件。文件很短。\n---\n"
        } else {
            OFFICIAL
        };
        let site = english(&[("content/a/index.md", &format!("{official}\n{before}{table}"))]);
        site.write("book.toml", BOOK.replace("\"en\"", &format!("\"{lang}\"")).replace("Papers", "AZ"));
        let ran = curbcut(site.root(), &["build", "--only", "site"]);
        assert_eq!(ran.code, 0, "{before}: {}", ran.err);
        let page = site.read("public/a/index.html");
        assert!(page.contains(&format!("<caption>{caption}</caption>")), "{before}: {page}");
    }
    // Languages without labels have their word for it too.
    for (lang, before) in [
        ("fr", "Tableau : Voix"),
        ("fr", "Tableau 2. Voix"),
        ("ar", "جدول 1: أصوات"),
        ("de", "Tabelle: Stimmen"),
    ] {
        let site = english(&[("content/a/index.md", &format!("{OFFICIAL}\n{before}{table}"))]);
        site.write("book.toml", BOOK.replace("\"en\"", &format!("\"{lang}\"")));
        let out = checked(&site);
        assert!(!out.contains("[a11y/table-without-caption]"), "{before}: {out}");
    }
    // A sentence about a table is none.
    for before in ["Table 1 shows the votes:", "Table 1.2 shows votes.", "Tables: two", "表明：一句话"]
    {
        let site = english(&[("content/a/index.md", &format!("{OFFICIAL}\n{before}{table}"))]);
        let out = checked(&site);
        assert!(out.contains("[a11y/table-without-caption]"), "{before}: {out}");
    }
}

#[test]
fn an_address_that_is_none_is_told_where_it_is_given() {
    let site = english(&[]);
    let ran = curbcut(site.root(), &["build", "--base-url", "notaurl"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
    assert!(ran.err.contains("https://example.org/"), "{}", ran.err);
    for (key, value) in
        [("base-url", "notaurl"), ("contact", "office"), ("symbol-url", "https://example.org/")]
    {
        site.write("book.toml", format!("{BOOK}[site]\n{key} = \"{value}\"\n"));
        let ran = curbcut(site.root(), &["check"]);
        assert_eq!(ran.code, 1, "{key}: {}", ran.out);
        assert!(ran.out.contains(&format!("line 5, column {}", key.len() + 5)), "{key}: {}", ran.out);
        assert!(!ran.out.contains("link/nowhere"), "{}", ran.out);
    }
}

fn han(text: &str) -> Option<char> {
    text.chars().find(|c| ('\u{2E80}'..'\u{A000}').contains(c))
}

/// What is wrong in many ways, in a language without Chinese characters.
const WRONG: [(&str, &str); 7] = [
    (
        "content/a/index.md",
        "---\ntitle: A\nsymbol: A/HRC/RES/52/8\n---\n\n| a |\n| --- |\n| b |\n\n[here](nowhere.md) ![](x.png)\n",
    ),
    (
        "content/a/easy-read.md",
        "---\ntitle: A\n---\n\n#### Who {cover=1}\n\nHe was seen by 12,000 people, e.g. the UN (see above)\n",
    ),
    (
        "content/b/index.md",
        "---\ntitle: B\nsummary: One.\nkind: resolution\ndate: yesterday\n---\n\nWords.\n",
    ),
    ("content/c/index.md", "---\nsummary: One. Two.\nkind: resolution\n---\n\nWords.\n"),
    ("content/d/index.md", "title: D\n"),
    ("content/e/easy.md", "---\ntitle: E\n---\n"),
    ("content/glossary.yaml", "- word: E\n"),
];

#[test]
fn nothing_that_an_english_site_is_told_is_chinese() {
    let site = english(&WRONG);
    let out = checked(&site);
    assert!(out.contains("This resolution asks States") && out.contains("Encourages States"), "{out}");
    assert_eq!(han(&out), None, "{out}");
    assert!(!out.contains("README"), "{out}");
    let chinese = Site::new(&WRONG);
    let out = checked(&chinese);
    assert!(out.contains("这份决议请各国") && out.contains("鼓励各国"), "{out}");
    assert!(!out.contains("Encourages States"), "{out}");
}

/// Findings about Chinese marks, words and spaces, and words of other scripts: their examples are Chinese in every site.
const ABOUT_CHINESE: [&str; 21] = [
    "easy-read/dash",
    "easy-read/ellipsis",
    "easy-read/foreign-word",
    "easy-read/full-width-digit",
    "easy-read/half-width-punctuation",
    "easy-read/long-clause",
    "easy-read/long-enumeration",
    "easy-read/many-commas",
    "easy-read/many-particles",
    "front-matter/full-width-colon",
    "language/untagged-words",
    "official/dash",
    "official/hard-wrap",
    "official/mixed-spacing",
    "official/opaque-letter",
    "content/bad-name",
    // Files of languages, of which the first is Chinese.
    "language/failed-sample",
    "language/label-values",
    "language/unknown-file",
    "language/unknown-label",
    "language/wrong-file",
];

#[test]
fn explanations_show_examples_in_the_language_of_the_site() {
    let languages = |tag: &str| vec![tag.parse().unwrap()];
    let mut wrong = Vec::new();
    for explanation in curbcut::explain::all() {
        let (name, all) = (explanation.name, explanation.text.clone());
        let english = explanation.clone().in_languages(&languages("en")).text;
        let chinese = explanation.in_languages(&languages("zh-Hans")).text;
        let holds_chinese = han(&english).is_some() && !ABOUT_CHINESE.contains(&name);
        let holds_english = chinese.contains("```easy-read en") && han(&all).is_some();
        let lost = |shown: &String| {
            ["## Bad", "## Good"].iter().any(|part| all.contains(part) != shown.contains(part))
        };
        if holds_chinese || holds_english || lost(&english) || lost(&chinese) || all.contains("README") {
            wrong.push(name);
        }
    }
    assert_eq!(wrong, [""; 0]);
    let site = english(&[]);
    let ran = curbcut(site.root(), &["explain", "easy-read/covers-twice"]);
    assert!(ran.out.contains("## Rights") && han(&ran.out).is_none(), "{}", ran.out);
    let ran = curbcut(Site::new(&[]).root(), &["explain", "easy-read/covers-twice"]);
    assert!(ran.out.contains("保护人权") && !ran.out.contains("## Rights"), "{}", ran.out);
}

#[test]
fn help_of_commands_is_english_throughout() {
    let help =
        |arguments: &[&str]| curbcut(std::path::Path::new("."), &[arguments, &["--help"]].concat()).out;
    let all = help(&[]);
    let commands = all.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let commands: Vec<&str> = commands
        .lines()
        .filter_map(|line| line.strip_prefix("  ")?.split(' ').next().filter(|name| !name.is_empty()))
        .collect();
    assert!(commands.len() > 10, "{all}");
    for command in commands.into_iter().filter(|command| *command != "help") {
        let said = help(&[command]);
        assert!(said.contains("Usage:") && han(&said).is_none(), "{command}: {said}");
    }
}
