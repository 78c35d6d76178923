//! The YAML between the `---` lines at the head of a file.
//!
//! In: a source and the role its file name gives it. Out: the typed front matter, the byte where the Markdown
//! begins, and findings with the exact line. A key that is not known is an error, so that a typo cannot vanish.

mod answer;
mod consent;
mod cut;
mod event;
mod keys;
mod placement;
mod recording;
mod same_as;
mod value_place;
mod values;
mod yaml;
mod zone;

use std::sync::Arc;

use crate::content::Role;
use crate::finding::{Finding, Severity};
use crate::languages::Examples;
use crate::limits;
use crate::source::{Source, Span, slice};

use keys::Keys;

pub use answer::{Answer, Described, Tag};
pub use consent::{Consent, Scope};
pub use cut::find as find_cut_values;
pub use event::{Access, At, Contact, EventStatus, Form, Moment, Place, ProgrammePoint, Registration};
pub use placement::{Grouping, InMenu};
pub use recording::{Each, Recording};
pub use same_as::check_same_as;
pub use value_place::{Step, value_place};
pub use values::{
    AgendaItem, Distribution, FrontMatter, LeftOut, ReportsOn, Session, Vote, VoteCounts, VoteList,
};
pub use yaml::{Key, at_error, is_too_deep, key_place, read as read_yaml, top_level_keys};
pub use zone::Zone;

/// What to write at a key that is required, with an example in the text's language.
fn what_to_write(key: &str, examples: &Examples) -> String {
    match key {
        "summary" => {
            let example = &examples.summary;
            format!("Write two to five short sentences in plain words, for example “summary: {example}”.")
        }
        "about" => format!("Say in one sentence what this is, for example “about: {}”.", examples.about),
        "title" => format!("Add a line such as “title: {}”.", examples.title),
        key => format!("Add a line that begins with “{key}: ”."),
    }
}

/// Whether a finding says that front matter cannot be taken as it stands; what it lacks may come later.
pub fn is_fault(finding: &Finding) -> bool {
    finding.severity == Severity::Error
        && finding.rule.starts_with("front-matter/")
        && finding.rule != "front-matter/missing-key"
}

/// A file's front matter and the byte where its Markdown begins.
pub struct Split {
    /// The typed values; empty where they could not be read.
    pub front: FrontMatter,
    /// The first byte after the closing line.
    pub body: usize,
}

/// Where a text begins with front matter in TOML, as Zola and Hugo write it: from its first line to the end of its last.
pub fn toml_front(text: &str) -> Option<Span> {
    let is_mark = |line: &str| line.trim_end() == "+++";
    let mut end = 0;
    for (at, line) in text.split_inclusive('\n').enumerate() {
        end += line.len();
        match (at, is_mark(line)) {
            (0, false) => return None,
            (1.., true) => return Some(Span::from(0..end)),
            _ => {}
        }
    }
    None
}

/// Reads the front matter of `source`, with examples in its language; what is wrong goes to `findings`.
pub fn read(source: &Arc<Source>, role: Role, examples: &Examples, findings: &mut Vec<Finding>) -> Split {
    let text = source.text();
    if let Some(span) = toml_front(text) {
        let message = "the front matter is TOML, as Zola and Hugo write it";
        findings.push(
            Finding::error("front-matter/missing", source, Span::from(0..3), message)
                .help("Write it as YAML between two lines “---”: “title: …” for “title = \"…\"”. “curbcut check --fix” does so."),
        );
        return Split { front: FrontMatter::unread(), body: span.end as usize };
    }
    let Some(first) = text.strip_prefix("---").and_then(|rest| rest.find('\n').map(|at| (rest, at))) else {
        findings.push(
            Finding::error(
                "front-matter/missing",
                source,
                Span::point(0),
                "the file does not begin with front matter",
            )
            .help("Begin with a line “---”, then “title: …”, then another line “---”."),
        );
        return Split { front: FrontMatter::unread(), body: 0 };
    };
    let yaml_start = 3 + first.1 + 1;
    if !slice(first.0, ..first.1).trim().is_empty() {
        findings.push(
            Finding::error(
                "front-matter/missing",
                source,
                Span::point(0),
                "the first line is not “---” alone",
            )
            .help("Put nothing after the three dashes of the first line."),
        );
        return Split { front: FrontMatter::unread(), body: 0 };
    }
    let Some((yaml_end, body)) = closing_line(text, yaml_start) else {
        findings.push(
            Finding::error(
                "front-matter/unclosed",
                source,
                (0..3).into(),
                "the front matter is never closed",
            )
            .help("Add a line “---” after its last key."),
        );
        return Split { front: FrontMatter::unread(), body: text.len() };
    };
    let span = Span::from(yaml_start..yaml_end);
    if yaml_end - yaml_start > limits::FRONT_MATTER {
        let message =
            format!("the front matter is larger than {}", limits::size(limits::FRONT_MATTER as u64));
        let place = Span::point(text.floor_char_boundary(yaml_start + limits::FRONT_MATTER));
        findings.push(
            Finding::error("front-matter/too-large", source, place, message).help(
                "Move words into the text below it; front matter describes a text and is not part of it.",
            ),
        );
        return Split { front: FrontMatter::unread(), body };
    }
    let before = findings.len();
    let keys = top_level_keys(source, span);
    let of_role = |name: &str| Keys::of(role, Some("")).known().contains(&name);
    yaml::check_keys(source, &keys, of_role, findings);
    let (mut missing, mut fields) = (Vec::new(), Vec::new());
    let front: Option<FrontMatter> = yaml::mapping(source, span, findings).and_then(|mapping| {
        let of_file = Keys::of(role, mapping.get("kind").and_then(|kind| kind.as_str()));
        let known = of_file.known();
        let unknown = yaml::unknown(&mapping, &known);
        if of_file.has_fields() {
            fields = unknown;
        } else {
            yaml::report_unknown(source, span, &unknown, &known, |key| of_file.elsewhere(key), findings);
        }
        let required = of_file.required();
        yaml::check_words(
            source,
            &keys,
            &mapping,
            |key| known.contains(&key) && !required.contains(&key),
            findings,
        );
        missing = of_file.required().iter().copied().filter(|key| yaml::is_empty(mapping.get(key))).collect();
        // A field of a collection may be called as a key of another kind is.
        yaml::value(source, span, mapping, &fields, findings)
    });
    let front = FrontMatter { fields, ..front.unwrap_or_else(FrontMatter::unread) };
    if front.title.chars().nth(limits::TITLE).is_some() {
        let place = keys.iter().find(|key| key.name == "title").map_or(Span::from(0..3), |key| key.span);
        let message = format!("the title has more than {} characters", limits::TITLE);
        findings.push(
            Finding::error("front-matter/long-title", source, place, message)
                .help("Give a short title, and the whole name in the text."),
        );
    }
    for key in missing {
        // A file whose YAML could not be read at all is reported once, not once for each key.
        if findings.len() == before {
            let place = keys.iter().find(|k| k.name == *key).map_or(Span::from(0..3), |k| k.span);
            findings.push(
                Finding::error(
                    "front-matter/missing-key",
                    source,
                    place,
                    format!("“{key}” is missing or empty"),
                )
                .help(what_to_write(key, examples)),
            );
        }
    }
    Split { front, body }
}

/// Finds the keys of a text that are neither those of its kind nor among these `fields`.
pub fn check_fields(source: &Arc<Source>, front: &FrontMatter, fields: &[&str], findings: &mut Vec<Finding>) {
    let is_unknown = |name: &&String| !fields.contains(&name.as_str());
    let unknown: Vec<String> = front.fields.iter().filter(is_unknown).cloned().collect();
    if !unknown.is_empty() {
        let of_file = Keys::Kind(front.kind);
        let known: Vec<&str> = of_file.known().into_iter().chain(fields.iter().copied()).collect();
        let elsewhere = |key: &str| of_file.elsewhere(key);
        yaml::report_unknown(source, yaml_of(source), &unknown, &known, elsewhere, findings);
    }
}

/// Where the YAML at the head of a file stands; empty where there is none.
pub fn yaml_of(source: &Source) -> Span {
    let text = source.text();
    let start = text.find('\n').map_or(text.len(), |at| at + 1);
    let end = closing_line(text, start).map_or(start, |(end, _)| end);
    Span::from(start..end)
}

/// Where the YAML ends and where the Markdown begins.
pub fn closing_line(text: &str, from: usize) -> Option<(usize, usize)> {
    let mut start = from;
    for line in slice(text, from..).split_inclusive('\n') {
        let end = start + line.len();
        if matches!(line.trim_end(), "---" | "...") {
            return Some((start, end));
        }
        start = end;
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::languages::Languages;

    use super::*;

    fn findings(text: &str) -> Vec<String> {
        let source = Arc::new(Source::new("content/a/index.md", text));
        let mut findings = Vec::new();
        read(
            &source,
            Role::Official,
            Languages::built_in().of(&"zh".parse().unwrap()).examples(),
            &mut findings,
        );
        findings
            .iter()
            .map(|f| {
                let at = f.place.position();
                format!("{}:{} {} {}", at.line, at.column, f.rule, f.message)
            })
            .collect()
    }

    #[test]
    fn good_front_matter_has_no_findings() {
        let none: [&str; 0] = [];
        assert_eq!(
            findings("---\ntitle: 决议\nsummary: 请各国做好公共服务。\nkind: resolution\n---\n正文"),
            none
        );
    }

    #[test]
    fn an_unknown_key_names_the_nearest() {
        let got = findings("---\ntitle: 决议\nsumary: 一。\nsummary: 二。\n---\n");
        assert_eq!(got, ["3:1 front-matter/unknown-key “sumary” is not a key of this file"]);
    }

    #[test]
    fn a_key_twice_is_found_at_the_second() {
        let got = findings("---\ntitle: 一\nsummary: 二\ntitle: 三\n---\n");
        assert_eq!(got, ["4:1 front-matter/duplicate-key “title” stands here a second time"]);
    }

    #[test]
    fn a_full_width_colon_is_named() {
        let got = findings("---\ntitle：决议\nsummary: 二\n---\n");
        assert_eq!(got, ["2:6 front-matter/full-width-colon the colon after “title” is full-width"]);
    }

    #[test]
    fn a_wrong_type_is_found_at_its_value() {
        let got = findings("---\ntitle: 一\nsummary: 二\ndate: 昨天\n---\n");
        assert_eq!(got.len(), 1);
        assert!(got[0].starts_with("4:7 front-matter/wrong-value"), "{got:?}");
    }

    #[test]
    fn a_typo_in_a_nested_key_is_found() {
        let got = findings("---\ntitle: 一\nsummary: 二\nsession:\n  nam: 第五十二届会议\n---\n");
        assert_eq!(got.len(), 1);
        assert!(got[0].contains("nam"), "{got:?}");
    }

    #[test]
    fn missing_unclosed_and_empty_are_found() {
        assert!(findings("正文")[0].contains("front-matter/missing"));
        assert!(findings("---\ntitle: 一\n")[0].contains("front-matter/unclosed"));
        assert!(findings("---\ntitle: 一\n---\n")[0].contains("“summary” is missing"));
        assert_eq!(findings("---\ntitle: [\n---\n").len(), 1);
    }
}
