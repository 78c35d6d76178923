//! Every rule against its own text, which stands beside it: each example marked bad is found exactly where it is marked,
//! and nothing is found in the good ones.
//!
//! A block whose info string is `easy-read zh-Hans`, `resolution zh-Hans` or `document en` is the body of such a
//! text. A block whose info string is a path is a whole file; those under one heading make one site. `⟦` and `⟧`
//! stand around what the rule must find and are taken out first. `warning` or `note` after the language says how
//! much the finding weighs when it is not the rule's own weight.

use std::fmt::Write as _;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use crate::support::Files;
use curbcut::check::{self, Rule, rules::RULES};
use curbcut::explain;
use curbcut::finding::{Finding, Place, Severity};
use curbcut::library::{Drafts, Library};
use curbcut::published;
use curbcut::reported::REPORTED;
use curbcut::site;
use curbcut::source::Source;
use regex::Regex;

const BOOK: &str = "[book]\ntitle = \"决议\"\nlanguage = \"zh-Hans\"\n";
const PICTURES: &str = "report:\n  file: pictures/report.svg\n  alt:\n    zh-Hans: 报告\n  author: Curbcut contributors\n  licence: CC0-1.0\n";
const GLOSSARY: &str = "- term: 人权理事会\n  meaning: 联合国的一个机构。\n  avoid: [理事会]\n- term: 残疾人\n  meaning: 身体或者智力有困难的人。\n  avoid: [残障人士]\n- term: 能力建设\n  meaning: 帮助人学会做事。\n";
const GLOSSARY_EN: &str = "- term: Human Rights Council\n  meaning: 47 countries that talk about rights.\n  avoid: [HRC, Council]\n";

/// One example: the files of a site and what must be found in them.
#[derive(Default)]
struct Case {
    name: String,
    files: Files,
    expected: Vec<String>,
    severity: Option<Severity>,
}

#[test]
fn every_rule_finds_what_its_text_says() {
    let mut wrong = String::new();
    for rule in RULES {
        let cases = cases(rule.name, rule.docs);
        assert!(cases.iter().any(|case| !case.expected.is_empty()), "{} has no bad example", rule.name);
        assert!(cases.iter().any(|case| case.expected.is_empty()), "{} has no good example", rule.name);
        for case in &cases {
            let got = found(rule, case);
            if got != case.expected {
                let _ = writeln!(wrong, "{}\n  expected {:?}\n  got      {got:?}", case.name, case.expected);
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn rules_are_sorted_and_their_texts_begin_with_their_names() {
    let names: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
    assert!(names.is_sorted(), "{names:?}");
    for rule in RULES {
        assert_eq!(rule.docs.lines().next(), Some(format!("# {}", rule.name).as_str()));
        for part in ["## Why", "## Bad", "## Good"] {
            assert!(rule.docs.contains(&format!("\n{part}\n")), "{} has no part “{part}”", rule.name);
        }
        assert!(
            rule.docs.contains("zh-Hans") || rule.docs.contains("content/"),
            "{}: Chinese first",
            rule.name
        );
    }
}

/// Findings that files of a site cannot show: they need other bytes, an import, or a template. Tested elsewhere.
const SHOWN_ELSEWHERE: [&str; 37] = [
    "book/active-picture",
    "book/broken-akn",
    "book/broken-picture",
    "book/broken-word-file",
    "book/not-xml",
    "book/picture-kind",
    "book/same-address",
    "content/bad-name",
    "content/control-character",
    "content/link",
    "content/missing",
    "content/not-a-file",
    "content/not-text",
    "content/too-large",
    "content/unreadable",
    "front-matter/long-title",
    "front-matter/too-large",
    "import/no-language-rules",
    "import/not-sealed",
    "import/part-not-found",
    "import/tracked-change",
    "import/unsure",
    "language/failed-sample",
    "markdown/too-deep",
    "media/too-large",
    "official/date-mismatch",
    "config/no-base-url",
    "config/no-glossary",
    "config/no-pictures",
    "pictures/moving",
    "pictures/same-picture",
    "template/error",
    "template/lost-words",
    "theme/contract",
    "theme/contrast",
    "theme/outdated",
    "theme/unknown-file",
];

#[test]
fn what_reading_finds_is_found_where_its_text_says() {
    let mut wrong = String::new();
    for reported in REPORTED {
        assert_eq!(reported.docs.lines().next(), Some(format!("# {}", reported.name).as_str()));
        let cases = cases(reported.name, reported.docs);
        let bad = cases.iter().filter(|case| !case.expected.is_empty()).count();
        assert_eq!(
            bad == 0,
            SHOWN_ELSEWHERE.contains(&reported.name),
            "{}: {bad} bad examples",
            reported.name
        );
        for case in &cases {
            let (library, mut findings) = read(case);
            let theme = std::iter::empty;
            findings.extend(library.iter().flat_map(|library| site::faults_of_names(library, theme())));
            library
                .iter()
                .for_each(|library| site::claims::check(library, &Default::default(), &mut findings));
            findings.extend(library.iter().flat_map(check::check));
            let record = case.files.iter().find(|(path, _)| *path == published::FILE);
            for (library, (path, text)) in library.iter().zip(record) {
                published::judge(&Arc::new(Source::new(&**path, text.clone())), library, &mut findings);
            }
            let got = places(reported.name, case, &findings);
            if got != case.expected {
                let _ = writeln!(wrong, "{}\n  expected {:?}\n  got      {got:?}", case.name, case.expected);
                let _ = writeln!(wrong, "  all      {:?}", crate::support::places(&findings));
            }
            let weights = findings.iter().filter(|found| found.rule == reported.name);
            weights.for_each(|found| assert_eq!(found.severity, reported.severity, "{}", reported.name));
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// Every name a finding can carry is written as a word `"group/name"` in the program.
#[test]
fn every_name_in_the_program_is_explained_and_no_other() {
    let groups: BTreeSet<&str> = explain::all().iter().map(explain::Explanation::group).collect();
    let groups = Vec::from_iter(groups).join("|");
    let name = Regex::new(&format!(r#""((?:{groups})/[a-z0-9-]+)""#)).unwrap();
    // A group that nothing explains yet would not be among those.
    let finding = Regex::new(r#"Finding::\w+\(\s*"([^"]+)""#).unwrap();
    let number = Regex::new(r"\b(?:EP|ER|EV|HT|MD|UN|ZH)-[A-Z]?[0-9]{2}\b").unwrap();
    let mut written = BTreeSet::new();
    for entry in ignore::WalkBuilder::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).build() {
        let entry = entry.unwrap();
        let of_tests = ["tests.rs", "src/reported.rs"].iter().any(|end| entry.path().ends_with(end));
        if entry.path().extension().is_none_or(|extension| extension != "rs") || of_tests {
            continue;
        }
        let text = std::fs::read_to_string(entry.path()).unwrap();
        let program = text.split("\n#[cfg(test)]").next().unwrap();
        for pattern in [&name, &finding] {
            written.extend(pattern.captures_iter(program).map(|found| found[1].to_owned()));
        }
    }
    // Those of the audit are put together from the name in its table.
    written.extend(curbcut::audit::every_rule().map(|rule| rule.name.to_owned()));
    let explained: BTreeSet<String> = explain::all().iter().map(|found| found.name.to_owned()).collect();
    assert_eq!(written, explained);
    assert_eq!(explained.len(), explain::all().len(), "a name is explained twice");
    for found in explain::all() {
        assert!(found.chapter().is_some(), "{} is in no chapter", found.name);
        assert!(
            found.summary().ends_with('.') && !found.summary().contains('\n'),
            "{}: {}",
            found.name,
            found.summary()
        );
        let text = found.to_text();
        assert!(
            !text.replace(":::", "").contains("::") && !text.contains(".rs"),
            "{} speaks of code",
            found.name
        );
        assert!(!number.is_match(&text), "{} gives a number nobody can look up", found.name);
    }
}

/// CONTRIBUTING shows whole files as changes; they are those of the program.
#[test]
fn new_files_shown_to_contributors_are_the_real_ones() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let guide = std::fs::read_to_string(root.join("CONTRIBUTING.md")).unwrap();
    let shown: Vec<&str> = guide.split("\n--- /dev/null\n+++ b/").skip(1).collect();
    assert!(shown.len() > 1, "CONTRIBUTING shows no new file");
    for change in shown {
        let (path, change) = change.split_once("\n@@ ").unwrap();
        let lines = change.lines().skip(1).map_while(|line| line.strip_prefix('+'));
        let text = lines.fold(String::new(), |text, line| text + line + "\n");
        assert_eq!(text, std::fs::read_to_string(root.join(path)).unwrap(), "{path}");
    }
}

/// What the rule finds, as `path line:column-line:column`.
fn found(rule: &Rule, case: &Case) -> Vec<String> {
    let (library, trouble) = read(case);
    let library = library.unwrap_or_else(|| panic!("{}: {trouble:?}", case.name));
    assert!(trouble.is_empty() || rule.name.starts_with("check/"), "{}: {trouble:?}", case.name);
    places(rule.name, case, &check::check(&library))
}

/// The site of a case, and what reading it finds.
fn read(case: &Case) -> (Option<Library>, Vec<Finding>) {
    let root = tempfile::tempdir().unwrap();
    let mut files = case.files.clone();
    for (path, text) in [
        ("book.toml", BOOK),
        ("content/pictures.yaml", PICTURES),
        ("content/pictures/report.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("content/glossary.yaml", GLOSSARY),
        ("content/glossary.en.yaml", GLOSSARY_EN),
    ] {
        if !files.iter().any(|(other, _)| other == path) {
            files.push((path.into(), text.into()));
        }
    }
    crate::support::write(root.path(), &files);
    let (library, mut findings) = site::read(root.path(), Drafts::Include).unwrap();
    // The picture is there for the texts that show it.
    let unused = |finding: &Finding| {
        finding.rule == "content/not-published" && finding.place.path() == "content/pictures/report.svg"
    };
    findings.retain(|finding| !unused(finding));
    (library, findings)
}

/// Where the findings of this name are, each judged by its form and its weight.
fn places(name: &str, case: &Case, findings: &[Finding]) -> Vec<String> {
    let of_rule: Vec<&Finding> = findings.iter().filter(|finding| finding.rule == name).collect();
    for finding in &of_rule {
        assert!(!finding.message.ends_with(['.', '。']), "{name}: {}", finding.message);
        assert!(finding.help.ends_with(['.', '?', '”', '。']), "{name}: {}", finding.help);
        if let Some(severity) = case.severity {
            assert_eq!(finding.severity, severity, "{}: {}", case.name, finding.message);
        }
    }
    let mut places: Vec<String> = of_rule.iter().map(|finding| place(finding)).collect();
    places.sort();
    places
}

fn place(finding: &Finding) -> String {
    match &finding.place {
        Place::Source(source, span) => {
            let (from, to) = (source.position(span.start), source.position(span.end));
            format!("{} {}:{}-{}:{}", source.path(), from.line, from.column, to.line, to.column)
        }
        Place::Unquoted(place) => format!("{0} {1}:{2}-{1}:{2}", place.path, place.at.line, place.at.column),
        place => place.path().to_owned(),
    }
}

/// The examples of a rule's text.
fn cases(name: &str, docs: &str) -> Vec<Case> {
    let rule = name;
    let mut cases: Vec<Case> = Vec::new();
    let mut site: Option<Case> = None;
    let mut lines = docs.lines().enumerate();
    let mut part = "";
    while let Some((number, line)) = lines.next() {
        if line.starts_with('#') {
            cases.extend(site.take());
            part = line.trim_start_matches(['#', ' ']);
            continue;
        }
        let fence = &line[..line.len() - line.trim_start_matches('`').len()];
        if fence.len() < 3 {
            continue;
        }
        let info = line[fence.len()..].trim();
        let text: String = lines.by_ref().map(|(_, line)| line).take_while(|line| *line != fence).fold(
            String::new(),
            |mut text, line| {
                text.push_str(line);
                text.push('\n');
                text
            },
        );
        let name = format!("{rule} line {} ({part})", number + 1);
        if info.contains('.') {
            let case = site.get_or_insert_with(|| Case { name, ..Case::default() });
            // What is wrong with a whole file has no place in it.
            let path = info.strip_suffix(" whole");
            case.expected.extend(path.map(str::to_owned));
            add(case, path.unwrap_or(info), &text);
        } else if !info.is_empty() && !info.starts_with("text") {
            cases.push(body(name, info, &text));
        }
    }
    cases.extend(site);
    for case in &mut cases {
        case.expected.sort();
    }
    cases
}

/// A case from the body of one text.
fn body(name: String, info: &str, text: &str) -> Case {
    let mut words = info.split(' ');
    let (kind, lang) = (words.next().unwrap(), words.next().unwrap_or("zh-Hans"));
    let severity = words.next().map(|word| match word {
        "error" => Severity::Error,
        "warning" => Severity::Warning,
        "note" => Severity::Note,
        other => panic!("{name}: {other}"),
    });
    let suffix = if lang == "zh-Hans" { String::new() } else { format!(".{lang}") };
    let official = |kind: &str| {
        let body = if lang == "en" { "The Human Rights Council" } else { "人权理事会" };
        format!("---\ntitle: 例\nsummary: 一个例子。\nkind: {kind}\nbody: {body}\n---\n")
    };
    let mut case = Case { name, severity, ..Case::default() };
    match kind {
        "easy-read" => {
            add(&mut case, &format!("content/a/index{suffix}.md"), &(official("document") + "\n正文。\n"));
            let front = "---\ntitle: 例\nabout: 一个例子。\n---\n";
            add(&mut case, &format!("content/a/easy-read{suffix}.md"), &format!("{front}{text}"));
        }
        _ => add(&mut case, &format!("content/a/index{suffix}.md"), &(official(kind) + text)),
    }
    case
}

/// Adds a file to a case, its marks taken out and remembered.
fn add(case: &mut Case, path: &str, text: &str) {
    let mut clean = String::new();
    let (mut line, mut column) = (1, 1);
    let mut open = None;
    for c in text.chars() {
        match c {
            '⟦' => open = Some((line, column)),
            '⟧' => {
                let (from_line, from_column) = open.take().expect("⟧ after ⟦");
                case.expected.push(format!("{path} {from_line}:{from_column}-{line}:{column}"));
            }
            '\n' => {
                clean.push(c);
                (line, column) = (line + 1, 1);
            }
            _ => {
                clean.push(c);
                column += 1;
            }
        }
    }
    case.files.push((path.to_owned(), clean));
}

/// The site of the first bad example of each error, with its name.
pub fn bad_examples() -> Vec<(String, Files)> {
    let rules =
        RULES.iter().filter(|rule| rule.severity == Severity::Error).map(|rule| (rule.name, rule.docs));
    let reported =
        REPORTED.iter().filter(|one| one.severity == Severity::Error).map(|one| (one.name, one.docs));
    let bad =
        |(name, docs): (&str, &str)| cases(name, docs).into_iter().find(|case| !case.expected.is_empty());
    rules.chain(reported).filter_map(bad).map(|case| (case.name, case.files)).collect()
}
