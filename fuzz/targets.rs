//! What the fuzzer calls, and what `cargo test` replays: each function takes any bytes and must not panic.
//!
//! In: bytes. Out: nothing. What is refused: a finding outside its file, a fix that is not done after one time.

use std::collections::{BTreeMap, HashMap};
use std::io::Cursor;
use std::sync::Arc;

use curbcut::audit::book::{Book, Limits};
use curbcut::audit::{self, Allow, Page};
use curbcut::check::{self, fix};
use curbcut::config::Config;
use curbcut::content::{Input, Role};
use curbcut::document::Document;
use curbcut::finding::{Finding, Place};
use curbcut::follow_up::FollowUp;
use curbcut::glossary::Glossary;
use curbcut::import::{self, import};
use curbcut::languages::Languages;
use curbcut::library::{Library, Parts};
use curbcut::parse;
use curbcut::pictures::Pictures;
use curbcut::records::Review;
use curbcut::report::{self, FindingSet, Format, Style};
use curbcut::source::Source;

/// A target's name and function; its corpus is the folder of its name.
pub type Target = (&'static str, fn(&[u8]));

/// All of them.
pub const TARGETS: &[Target] = &[
    ("parse", parse),
    ("front_matter", front_matter),
    ("check", check),
    ("import", import_text),
    ("page", page),
    ("book", book),
];

/// Calls the target of this name.
pub fn run(name: &str, data: &[u8]) {
    let target = TARGETS.iter().find(|(other, _)| *other == name).expect("a target of this name");
    (target.1)(data);
}

/// Every language with rules of its own, languages of other scripts, and one written from right to left.
pub const LANGUAGES: [&str; 6] = ["zh-Hans", "en", "zh-Hant", "ar", "th", "ja"];

/// Front matter that needs nothing else.
pub const OFFICIAL: &str =
    "---\ntitle: 例\nsummary: 例。\nkind: resolution\nbody: 人权理事会\nvote:\n  statement: 例\n---\n";
/// The same of an easy-read version.
pub const EASY: &str = "---\ntitle: 例\nabout: 例。\nleft-out:\n  - paragraph: op-9\n    reason: 例\n---\n";

const GLOSSARY: &str = "- term: 人权理事会\n  meaning: 机构。\n  avoid: [理事会, 会]\n  official: [人权理事会]\n- term: council\n  meaning: A group.\n  avoid: [board]\n";

/// Between the parts of an input that is more than one file.
const CUT: &str = "\n=====\n";

fn source(path: &str, text: impl Into<Box<str>>) -> Arc<Source> {
    Arc::new(Source::new(path, text))
}

/// The text of an input and the language that its first byte chooses.
fn text_and_language(data: &[u8]) -> (String, &'static str) {
    let (first, rest) = data.split_first().unwrap_or((&0, &[]));
    let language = LANGUAGES[usize::from(*first) % LANGUAGES.len()];
    (String::from_utf8_lossy(rest).replace('\0', ""), language)
}

fn read(text: String, role: Role, language: &str) -> (Document, Vec<Finding>) {
    let path = if role == Role::EasyRead { "content/a/easy-read.md" } else { "content/a/index.md" };
    let input = Input { source: source(path, text), role, slug: "a".into(), lang: language.parse().unwrap() };
    let (document, findings) = parse::parse(&input, Languages::built_in());
    places_are_in_the_file(&findings);
    (document, findings)
}

/// Every place that a finding names is a piece of its file.
pub fn places_are_in_the_file(findings: &[Finding]) {
    for finding in findings {
        let Place::Source(source, span) = &finding.place else { continue };
        let piece = source.text().get(span.range());
        assert!(piece.is_some(), "{} {span:?} in {:?}", finding.rule, source.text());
    }
}

/// Any Markdown as each kind of text.
fn parse(data: &[u8]) {
    let (text, language) = text_and_language(data);
    read(format!("{OFFICIAL}{text}"), Role::Official, language);
    read(format!("{EASY}{text}"), Role::EasyRead, language);
    read(text, Role::Official, language);
}

/// Any front matter, and any data file.
fn front_matter(data: &[u8]) {
    let (text, language) = text_and_language(data);
    for role in [Role::Official, Role::EasyRead] {
        read(format!("---\n{text}\n---\n\n1. 一。\n"), role, language);
    }
    let mut findings = Vec::new();
    Glossary::read(
        &source("content/glossary.yaml", text.clone()),
        Languages::built_in().of(&language.parse().unwrap()),
        &mut findings,
    );
    Pictures::read(&source("content/pictures.yaml", text.clone()), (&[], |_| None), &mut findings);
    Review::read(&source("content/a/review.yaml", text.clone()), &mut findings);
    FollowUp::read(&source("content/a/follow-up.yaml", text.clone()), &mut findings);
    findings.extend(Config::read(&source("book.toml", text)).err());
    places_are_in_the_file(&findings);
}

/// A library of one work with these two texts.
pub fn library(official: String, easy: String, language: &str) -> Library {
    let mut findings = Vec::new();
    let book = format!("[book]\ntitle = \"例\"\nlanguage = \"{language}\"\n");
    let documents = [(Role::Official, official), (Role::EasyRead, easy)]
        .map(|(role, text)| (role, read(text, role, language).0));
    let glossary = Glossary::read(
        &source("content/glossary.yaml", GLOSSARY),
        Languages::built_in().of(&language.parse().unwrap()),
        &mut findings,
    );
    let parts = Parts {
        language_data: Languages::built_in().clone(),
        config: Config::read(&source("book.toml", book)).unwrap(),
        documents: documents.map(|(role, document)| (role, Arc::new(document))).into(),
        pictures: Arc::default(),
        glossaries: BTreeMap::from([(language.to_owned(), Arc::new(glossary))]),
        reviews: HashMap::new(),
        follow_ups: Default::default(),
        assets: Arc::default(),
        tracks: Default::default(),
        withheld: Default::default(),
        collections: Default::default(),
        baseline: Default::default(),
        today: Default::default(),
    };
    Library::new(parts, &mut findings)
}

/// Every rule, every report and every fix over an official text and its easy-read version.
pub fn check_texts(official: &str, easy: &str, language: &str) {
    let library = library(format!("{OFFICIAL}{official}"), format!("{EASY}{easy}"), language);
    let findings = check::check(&library);
    places_are_in_the_file(&findings);
    let told = [FindingSet { findings, ..FindingSet::default() }];
    for format in [Format::Text, Format::Json, Format::Sarif, Format::Github] {
        report::write(&told, format, &mut Vec::new(), Style::Coloured).unwrap();
    }
    check::measures(&library);
    let work = &library.works[0];
    assert!(fix::fixes(&work.official, Languages::built_in()).is_empty());
    let easy = work.easy_read.as_ref().unwrap();
    let changes = fix::fixes(easy, Languages::built_in());
    let mended = fix::apply(easy, &changes);
    assert_eq!(mended.lines().count(), easy.source.text().lines().count());
    fix::diff(easy, &changes);
    let again = read(mended, Role::EasyRead, language).0;
    assert_eq!(
        fix::fixes(&again, Languages::built_in()),
        [],
        "a fix is done after one time: {:?}",
        again.source.text()
    );
}

/// As [`check_texts`]; the input is an official text, a cut and an easy-read version.
fn check(data: &[u8]) {
    let (text, language) = text_and_language(data);
    let (official, easy) = text.split_once(CUT).unwrap_or((&text, &text));
    check_texts(official, easy, language);
}

/// Any bytes as a document to import.
fn import_text(data: &[u8]) {
    let Ok(imported) = import(import::Input { path: "a.txt", bytes: data, lang: None }) else { return };
    places_are_in_the_file(&imported.findings);
    read(imported.markdown, Role::Official, "zh-Hans");
    read(imported.easy_read, Role::EasyRead, "zh-Hans");
}

/// Any page beside itself.
fn page(data: &[u8]) {
    let html = String::from_utf8_lossy(data);
    let read = |path| audit::page(Page { path, html: &html }, &Allow::default());
    let pages = [read("index.html"), read("a/index.html")];
    let mut findings = audit::site(&pages, |_| false, |_| Some(html.to_string()));
    pages.iter().for_each(|page| findings.extend_from_slice(page.findings()));
    places_are_in_the_file(&findings);
}

/// Any archive, or any files in a book: each is a line with its name and its text, with cuts between them.
fn book(data: &[u8]) {
    let limits = Limits { files: 100, bytes_of_a_file: 1 << 20, bytes: 4 << 20 };
    let opened = Book::open("a.epub", Cursor::new(data), limits).unwrap();
    places_are_in_the_file(&opened.findings(&Allow::default()));
    let text = String::from_utf8_lossy(data);
    let mut book = Book::new("a.epub");
    for (name, file) in text.split(CUT).filter_map(|file| file.split_once('\n')) {
        book.add(name, file.as_bytes());
    }
    places_are_in_the_file(&book.findings(&Allow::default()));
}
