//! What is wrong in a data file is told in our words, at its place: which key, what stands there, what to write.
//!
//! Every key of every data file is given a value of each wrong kind, and every file each slip of YAML or TOML.

use std::sync::Arc;

use curbcut::config::{self, Config};
use curbcut::content::{Input, Role};
use curbcut::finding::{Finding, Severity};
use curbcut::formats;
use curbcut::glossary::Glossary;
use curbcut::kinds::Kind;
use curbcut::languages::{Languages, OwnFile};
use curbcut::parse;
use curbcut::pictures::Pictures;
use curbcut::records::Review;
use curbcut::source::Source;

use crate::support::{Site, curbcut};

/// Words of libraries, which no writer knows.
const FOREIGN: [&str; 30] = [
    "invalid type",
    "invalid value",
    "expected",
    "unknown field",
    "missing field",
    "unknown variant",
    "duplicate field",
    "while parsing",
    "while scanning",
    "did not find",
    "mapping values",
    "any token",
    "struct ",
    "usize",
    "u32",
    "sequence",
    "EOF",
    "deserializ",
    "recursion",
    "anchor",
    "variant",
    "scalar",
    "entry with key",
    "at line",
    "failed to",
    "unexpected",
    "invalid",
    "`",
    "not supported",
    "token",
];

/// Values of every kind.
const VALUES: [&str; 16] = [
    "3",
    "-1",
    "1.5",
    ".nan",
    ".inf",
    "true",
    "~",
    "[]",
    "[甲, 乙]",
    "[[甲]]",
    "{}",
    "{甲: 乙}",
    "{甲: {乙: 丙}}",
    "!甲 乙",
    "甲",
    "2023-99-99",
];

/// Slips of YAML after a key.
const SLIPS: [&str; 22] = [
    "*甲",
    "&甲 乙\n乙: *丙",
    "<<: 甲",
    "\n\t甲: 乙",
    "[甲",
    "{甲: 乙",
    "\"甲",
    "'甲",
    "\"\\q\"",
    "@甲",
    "%甲",
    "甲: 乙: 丙",
    "- 甲",
    "]",
    "!<",
    "!! x",
    "|\n甲",
    "? [甲]: 乙",
    "&",
    "> x\n 甲",
    "\"\\ud800\"",
    "甲\n  乙: 丙\n 丁: 戊",
];

/// A name that stands for names, so that few letters become many.
const BOMB: &str = "a: &a [甲,甲,甲,甲,甲,甲,甲,甲,甲,甲]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n\
                    d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e,*e,*e]\n";

fn source(path: &str, text: &str) -> Arc<Source> {
    Arc::new(Source::new(path, text))
}

fn text(role: Role, text: &str) -> Vec<Finding> {
    let path = if role == Role::EasyRead { "content/a/easy-read.md" } else { "content/a/index.md" };
    let input =
        Input { source: source(path, text), role, slug: "a".into(), lang: "zh-Hans".parse().unwrap() };
    parse::parse(&input, Languages::built_in()).1
}

fn glossary(text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    let language = Languages::built_in().of(&"zh-Hans".parse().unwrap());
    Glossary::read(&source("content/glossary.yaml", text), language, &mut findings);
    findings
}

fn pictures(text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    Pictures::read(&source("content/pictures.yaml", text), (&[], |_| None), &mut findings);
    findings
}

fn records(text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    Review::read(&source("content/a/review.yaml", text), &mut findings);
    findings
}

fn language(name: &str, text: &str) -> Vec<Finding> {
    let path = format!("languages/xx/{name}");
    let file = OwnFile { tag: "xx".into(), name: name.to_owned(), source: source(&path, text) };
    let mut findings = Vec::new();
    Languages::with(vec![file], &mut findings);
    findings
}

fn book(text: &str) -> Vec<Finding> {
    Config::read(&source(config::FILE, text)).and_then(formats::accept).err().into_iter().collect()
}

/// Each finding is in our words, has something to do, and stands in these lines.
#[track_caller]
fn assert_told(findings: &[Finding], lines: std::ops::RangeInclusive<u32>, of: &str) {
    let shown = regex::Regex::new("“[^”]*”").unwrap();
    for finding in findings {
        let (message, help) = (&finding.message, &finding.help);
        // What was written is shown between quotation marks.
        let said = shown.replace_all(message, "“”").into_owned();
        let said_help = shown.replace_all(help, "“”").into_owned();
        for foreign in FOREIGN {
            assert!(!said.contains(foreign) && !said_help.contains(foreign), "{of}\n{message}\n{help}");
        }
        assert!(
            !message.is_empty() && !help.is_empty() && !message.ends_with('.'),
            "{of}\n{message}\n{help}"
        );
        let line = finding.place.position().line;
        assert!(lines.contains(&line), "{of}\nline {line}, not {lines:?}: {message}");
    }
}

fn has_error(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error)
}

#[test]
fn every_key_of_front_matter() {
    let nested =
        ["session", "agenda-item", "vote", "distribution", "left-out", "moved", "ended", "allow", "extra"];
    let inner = [
        ("session", vec!["name", "dates", "start", "end"]),
        ("agenda-item", vec!["number", "title"]),
        ("vote", vec!["statement", "in-favour", "against", "abstaining", "counts"]),
        ("distribution", vec!["type", "date", "language", "original"]),
    ];
    let of_kinds = Kind::all().flat_map(|kind| kind.keys().map(move |key| (Role::Official, Some(kind), key)));
    let easy = [
        "title", "about", "based-on", "made-by", "rules", "date", "draft", "left-out", "moved", "ended",
        "allow", "extra",
    ];
    let others = easy.map(|key| (Role::EasyRead, None, key));
    let listing = ["title", "summary", "menu", "order", "group", "cards", "aliases", "extra"]
        .map(|key| (Role::Section, None, key));
    for (role, kind, key) in of_kinds.chain(others).chain(listing) {
        let kind =
            kind.filter(|_| key != "kind").map_or(String::new(), |kind| format!("kind: {}\n", kind.name()));
        let required: String = ["title", "summary", "about"]
            .iter()
            .filter(|name| {
                **name != key && (role == Role::EasyRead) == (**name == "about")
                    || **name == "title" && key != "title"
            })
            .map(|name| format!("{name}: 甲\n"))
            .collect();
        let required = if role == Role::Section { required.replace("summary: 甲\n", "") } else { required };
        let line = 1 + required.lines().count() as u32 + kind.lines().count() as u32 + 1;
        for value in VALUES.iter().chain(&SLIPS) {
            let found = text(role, &format!("---\n{required}{kind}{key}: {value}\n---\n\n1. 正文。\n"));
            assert_told(&found, 1..=line + 4, &format!("{role:?} {key}: {value}"));
            let is_list = ["aliases", "author", "consent-of", "cover-lines", "keywords", "report", "same-as"]
                .contains(&key)
                && *value == "[甲, 乙]";
            if !nested.contains(&key) && !is_list && ["[甲, 乙]", "{甲: 乙}", "[甲", "\"甲"].contains(value)
            {
                assert!(has_error(&found), "{key}: {value}");
                let message =
                    &found.iter().find(|finding| finding.severity == Severity::Error).unwrap().message;
                let names_it =
                    message.contains(&format!("“{key}”")) || value.starts_with(['"']) || *value == "[甲";
                assert!(names_it, "{key}: {value}: {message}");
            }
        }
        for part in inner.iter().filter(|(name, _)| *name == key).flat_map(|(_, parts)| parts) {
            for value in VALUES {
                let found = text(
                    role,
                    &format!("---\n{required}{kind}{key}:\n  {part}: {value}\n---\n\n1. 正文。\n"),
                );
                assert_told(&found, 1..=line + 1, &format!("{key}.{part}: {value}"));
            }
        }
    }
}

#[test]
fn every_key_of_lists_and_pictures() {
    let records_of = |key: &str, value: &str| {
        let mut lines = vec![
            ("date", "2024-01-01"),
            ("role", "reader"),
            ("readers", "2"),
            ("consent", "none"),
            ("text", "blake3:00000000000000000000000000000000"),
        ];
        lines.retain(|(name, _)| *name != key);
        let lines: String = lines.iter().map(|(name, value)| format!("  {name}: {value}\n")).collect();
        format!("- {key}: {value}\n{lines}")
    };
    let keys = [
        "date",
        "role",
        "readers",
        "group",
        "names",
        "consent",
        "remarks",
        "people",
        "text",
        "words",
        "pictures",
        "links",
        "paragraphs",
        "official-pictures",
        "sections",
        "nonsense",
    ];
    for value in VALUES.iter().chain(&SLIPS) {
        for key in keys {
            let found = records(&records_of(key, value));
            assert_told(&found, 1..=9, &format!("review.yaml {key}: {value}"));
            let is_list = ["names", "paragraphs", "official-pictures", "sections"].contains(&key);
            assert!(is_list || *value != "[甲, 乙]" || has_error(&found), "{key}: {value}");
        }
        for key in ["term", "forms", "plural", "pinyin", "meaning", "avoid", "official", "nonsense"] {
            let rest: String = ["term", "meaning"]
                .iter()
                .filter(|name| **name != key)
                .map(|name| format!("  {name}: 甲\n"))
                .collect();
            let found = glossary(&format!("- {key}: {value}\n{rest}"));
            assert_told(&found, 1..=6, &format!("glossary.yaml {key}: {value}"));
        }
        for key in ["file", "alt", "words", "author", "licence", "nonsense"] {
            let rest: String = ["file", "author", "licence"]
                .iter()
                .filter(|name| **name != key)
                .map(|name| format!("  {name}: 甲\n"))
                .collect();
            let found = pictures(&format!("甲:\n  {key}: {value}\n{rest}"));
            assert_told(&found, 1..=7, &format!("pictures.yaml {key}: {value}"));
        }
        for (whole, read) in [
            ("review", records as fn(&str) -> Vec<Finding>),
            ("glossary", glossary as fn(&str) -> Vec<Finding>),
            ("pictures", pictures as fn(&str) -> Vec<Finding>),
        ] {
            assert_told(&read(value), 1..=6, &format!("{whole}: {value}"));
        }
    }
}

#[test]
fn every_key_of_a_language() {
    for name in ["easy-read.yaml", "resolution.yaml", "act.yaml", "examples.yaml", "measures.yaml"] {
        let path = format!("{}/src/languages/en/{name}", env!("CARGO_MANIFEST_DIR"));
        let built_in = std::fs::read_to_string(path).unwrap();
        let keys: Vec<&str> = built_in
            .lines()
            .filter(|line| line.starts_with(char::is_alphabetic))
            .filter_map(|line| Some(line.split_once(':')?.0))
            .collect();
        assert!(keys.len() > 3, "{name}");
        for key in keys.into_iter().chain(["nonsense"]) {
            for value in VALUES.iter().chain(&SLIPS) {
                let found = language(name, &format!("{key}: {value}\n"));
                assert_told(&found, 1..=4, &format!("{name} {key}: {value}"));
            }
        }
    }
    for labels in [
        "nonsense",
        "a = { $",
        "a = { \"",
        "a = { B( }",
        "a =\n",
        "= a",
        "a = { \"\\q\" }",
        "a = { $x -> \n }",
        "a = }",
    ] {
        assert_told(&language("labels.ftl", labels), 1..=3, labels);
    }
}

#[test]
fn a_file_of_pictures_that_cannot_be_read_has_no_unknown_concepts() {
    let texts = [
        ("content/a/index.md", "---\ntitle: 通知\nsummary: 一句。\n---\n\n正文。\n"),
        (
            "content/a/easy-read.md",
            "---\ntitle: 易读\nabout: 这是易读版。\n---\n\n## 甲\n\n![](concept:men)\n\n话。\n",
        ),
        ("content/pictures.yaml", "men:\n  file: men.svg\n   alt: 门\n"),
    ];
    let rules = |site: &Site| -> Vec<String> {
        let report = curbcut(site.root(), &["check", "--format", "json"]).out;
        let report: serde_json::Value = serde_json::from_str(&report).unwrap();
        let errors =
            report["findings"].as_array().unwrap().iter().filter(|found| found["severity"] == "error");
        errors.map(|found| found["rule"].as_str().unwrap().to_owned()).collect()
    };
    let site = Site::new(&texts);
    assert_eq!(rules(&site), ["front-matter/bad-yaml"]);
    site.write("content/pictures.yaml", "# 还没有\n");
    assert_eq!(rules(&site), ["picture/unknown-concept"]);
}

#[test]
fn every_slip_of_a_file() {
    let two = "- term: 甲\n  meaning: 乙\n---\n- term: 丙\n  meaning: 丁\n";
    let found = glossary(two);
    assert_told(&found, 3..=3, two);
    assert!(found[0].message.contains("divides the file"), "{}", found[0].message);
    for (text, line, why) in [
        ("- term: 甲\n   meaning: 乙\n", 2, "this line is not indented as those around it"),
        ("- term: 甲\n  meaning: 乙: 丙\n", 2, "a second “: ” stands in this line"),
    ] {
        let found = glossary(text);
        assert_told(&found, line..=line, text);
        assert_eq!(found[0].message, why, "{text}");
    }
    for read in [records, glossary, pictures] as [fn(&str) -> Vec<Finding>; 3] {
        assert_told(&read(BOMB), 1..=6, BOMB);
        assert!(has_error(&read(BOMB)));
    }
    let tab = "a:\n\tb: c\n";
    let found = pictures(tab);
    assert_told(&found, 2..=2, tab);
    assert!(found[0].message.contains("a tab"), "{}", found[0].message);
    let bomb = text(Role::Official, &format!("---\ntitle: 甲\nsummary: 乙\n{BOMB}---\n\n正文。\n"));
    assert_told(&bomb, 1..=9, BOMB);
    assert!(has_error(&bomb));
}

/// One case of each message, word for word.
#[test]
fn what_a_writer_reads() {
    let said = |findings: Vec<Finding>| {
        let finding = findings.into_iter().find(|finding| finding.severity == Severity::Error).unwrap();
        let at = finding.place.position();
        format!("{}:{} {}. {}", at.line, at.column, finding.message, finding.help)
    };
    let front = |line: &str| {
        said(text(Role::Official, &format!("---\ntitle: 甲\nsummary: 乙\n{line}\n---\n\n正文。\n")))
    };
    for (line, told) in [
        ("date: [一]", "4:7 “date” must be a date, but here stands a list. Write “date: 2026-11-21”."),
        ("date: 昨天", "4:7 “date” must be a date, but here stands “昨天”. Write “date: 2026-11-21”."),
        (
            "draft: 3",
            "4:8 “draft” must be “true” or “false”, but here stands the number 3. Write “draft: true”.",
        ),
        (
            "number: {a: b}",
            "4:9 “number” must be words, but here stands a value with keys of its own. Write “number: …”.",
        ),
        (
            "symbol: *一",
            "4:10 “*” and “&” begin names of YAML, and there is no such name. Put a value that begins with one of them between quotation marks.",
        ),
    ] {
        assert_eq!(front(line), told, "{line}");
    }
    assert_eq!(
        said(records("- date: 2024-01-01\n  role: boss\n")),
        "2:9 “role” cannot be “boss”. Write one of “reader”, “editor”, “expert”. “curbcut review” writes such files."
    );
    assert_eq!(
        said(glossary("- term: 甲\n  meaning: 乙\n- term: 丙\n")),
        "3:3 “meaning” is missing in an entry of the list. Add “meaning: …”."
    );
}

#[test]
fn every_key_of_book_toml() {
    let values = [
        "3",
        "-1",
        "1.5",
        "nan",
        "true",
        "[]",
        "[1, 2]",
        "[[\"甲\"]]",
        "{ }",
        "{ a = 1 }",
        "2023-01-01",
        "\"\"",
        "甲",
        "\"甲",
        "[\"甲\"",
        "{ a = ",
        "",
        "\"甲\" 乙",
        "\"\\q\"",
        "= 3",
        "'甲",
    ];
    let docs = include_str!("../../../src/reported/config/wrong.md");
    let good = docs
        .split("## Good")
        .nth(1)
        .unwrap()
        .split("```book.toml\n")
        .nth(1)
        .unwrap()
        .split("```")
        .next()
        .unwrap();
    assert!(book(good).is_empty());
    let keys = good.lines().enumerate().filter(|(_, line)| line.contains(" = "));
    let mut found_any = 0;
    for (at, line) in keys {
        let key = line.split(" = ").next().unwrap();
        for value in values {
            let mut lines: Vec<String> = good.lines().map(str::to_owned).collect();
            lines[at] = format!("{key} = {value}");
            let wrong = book(&lines.join("\n"));
            found_any += wrong.len();
            let line = at as u32 + 1;
            // What is not closed is seen where something else comes.
            assert_told(&wrong, 1..=line + 12, &format!("{key} = {value}"));
            for finding in wrong.iter().filter(|finding| finding.message.contains("must be")) {
                assert_eq!(finding.place.position().line, line, "{key} = {value}: {}", finding.message);
            }
        }
    }
    assert!(found_any > 200, "{found_any}");
    // A key that is none, in each table and beside them.
    for (at, line) in good.lines().enumerate().filter(|(_, line)| line.starts_with('[')) {
        let mut lines: Vec<&str> = good.lines().collect();
        lines.insert(at + 1, "nonsense = 3");
        let wrong = book(&lines.join("\n"));
        let free = ["[check.allow]", "[languages.en]", "[check.limits.zh-Hans]"].contains(&line);
        assert!(
            free || wrong[0].message.starts_with("“nonsense” is not a key of "),
            "{line}: {}",
            wrong[0].message
        );
        assert_told(&wrong, at as u32 + 1..=at as u32 + 2, line);
        assert_eq!(wrong.len(), 1, "{line}");
    }
    assert_eq!(
        &*book("[book]\ntitle = \"甲\"\nlanguage = \"zh\"\n[sites]\n")[0].help,
        "Did you mean “site”?"
    );
    let said = |text: &str| {
        let finding = book(text).remove(0);
        let at = finding.place.position();
        format!(
            "{}:{} {}. {}",
            at.line,
            at.column,
            finding.message,
            finding.help.split(" “curbcut").next().unwrap()
        )
    };
    let head = "[book]\ntitle = \"甲\"\nlanguage = \"zh-Hans\"\n";
    for (text, told) in [
        (
            format!("{head}[site]\ntheme = 3\n"),
            "5:9 “theme” must be words, but here stands the number 3. Write “theme = \"…\"”.",
        ),
        (
            format!("{head}authors = \"甲\"\n"),
            "4:11 “authors” must be a list, but here stands “甲”. Write “authors = [\"…\", \"…\"]”.",
        ),
        (
            format!("{head}[check.limits.zh-Hans]\nsentence = {{ warning = 30, error = 2 }}\n"),
            "5:12 “sentence” warns from 30 on, which is above the 2 from which it is an error: nothing would be a warning. Write \
             sentence = { warning = 2, error = 30 }, or other numbers of which the first is not the larger.",
        ),
        (
            format!("{head}[check.limits.zh]\nknown-words = 101\n"),
            "5:15 “known-words” asks for 101 words of a hundred, which no text has. Write a number up to 100.",
        ),
        (
            format!("{head}[check.limits.fr]\ncommas = 1\n"),
            "4:15 the site has no texts in the language “fr”, so these limits hold for nothing. Write one of its languages, zh-Hans, or \
             take the table out.",
        ),
        (format!("{head}title = \"乙\"\n"), "4:1 this stands here a second time. Keep one of the two."),
    ] {
        assert_eq!(said(&text), told, "{text}");
    }
}
