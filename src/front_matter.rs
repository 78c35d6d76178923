//! The YAML between the `---` lines at the head of a file.
//!
//! In: a source and the role its file name gives it. Out: the typed front matter, the byte where the Markdown
//! begins, and findings with the exact line. A key that is not known is an error, so that a typo cannot vanish.

mod cut;
mod yaml;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::content::Role;
use crate::digest::Digest;
use crate::finding::Finding;
use crate::lang::Lang;
use crate::languages;
use crate::limits;
use crate::source::{Source, Span, slice};

pub use cut::find as find_cut_values;
pub use yaml::{Key, is_too_deep, read as read_yaml, top_level_keys};

impl Role {
    /// The keys such a file may have.
    fn known(self) -> &'static [&'static str] {
        match self {
            Role::Home | Role::Section => &["title", "summary", "extra"],
            Role::Official => &[
                "title",
                "kind",
                "symbol",
                "number",
                "date",
                "summary",
                "draft",
                "body",
                "session",
                "agenda-item",
                "adopted",
                "closing",
                "meeting",
                "vote",
                "distribution",
                "digest",
                "allow",
                "extra",
            ],
            Role::EasyRead => &[
                "title", "about", "based-on", "made-by", "rules", "date", "draft", "left-out", "allow",
                "extra",
            ],
        }
    }

    /// The keys such a file must have.
    fn required(self) -> &'static [&'static str] {
        match self {
            Role::Home | Role::Section => &["title"],
            Role::Official => &["title", "summary"],
            Role::EasyRead => &["title", "about"],
        }
    }
}

/// What to write at a key that is required, with an example in the text's language.
fn what_to_write(key: &str, lang: &Lang) -> String {
    let examples = languages::examples(lang);
    match key {
        "summary" => {
            let example = &examples.summary;
            format!("Write two to five short sentences in plain words, for example “summary: {example}”.")
        }
        "about" => format!("Say in one sentence what this is, for example “about: {}”.", examples.about),
        _ => format!("Add a line such as “title: {}”.", examples.title),
    }
}

/// Everything the front matter of any file can hold; which keys a file may have follows from its [`Role`].
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct FrontMatter {
    /// The title, without markup.
    #[serde(default)]
    pub title: String,
    /// What kind of document it is.
    #[serde(default)]
    pub kind: Kind,
    /// The official symbol, `A/HRC/RES/52/8`.
    pub symbol: Option<String>,
    /// The number that stands before the title, `52/8`.
    pub number: Option<String>,
    /// When it was adopted, published or written.
    pub date: Option<Date>,
    /// The plain-language summary.
    #[serde(default)]
    pub summary: String,
    /// A draft is published only with `--drafts`.
    #[serde(default)]
    pub draft: bool,
    /// The body that speaks: 人权理事会.
    pub body: Option<String>,
    /// The session it was adopted at.
    pub session: Option<Box<Session>>,
    /// The agenda item it belongs to.
    pub agenda_item: Option<Box<AgendaItem>>,
    /// The line that says who adopted it and when.
    pub adopted: Option<String>,
    /// The date line under the text.
    pub closing: Option<String>,
    /// The meeting it was adopted at.
    pub meeting: Option<String>,
    /// How it was adopted.
    pub vote: Option<Box<Vote>>,
    /// The distribution block of the cover.
    pub distribution: Option<Box<Distribution>>,
    /// The digest of the official words and numbers, which seals them.
    pub digest: Option<Digest>,
    /// Easy-read: what this is, in one sentence.
    #[serde(default)]
    pub about: String,
    /// Easy-read: the symbol of the official text it stands for.
    pub based_on: Option<String>,
    /// Easy-read: who wrote it.
    pub made_by: Option<String>,
    /// Easy-read: the rules it was written by.
    pub rules: Option<String>,
    /// Easy-read: official paragraphs left out on purpose.
    #[serde(default)]
    pub left_out: Vec<LeftOut>,
    /// Rules that this file may break, each with the reason.
    #[serde(default)]
    pub allow: BTreeMap<String, String>,
    /// Whatever a template wants.
    #[serde(default)]
    pub extra: serde_yaml::Value,
}

/// The kinds of document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A page with headings and paragraphs.
    #[default]
    Document,
    /// A resolution with preambular and operative paragraphs.
    Resolution,
    /// A report.
    Report,
    /// Something that takes place.
    Event,
    /// One entry among many, such as a news item.
    Entry,
}

/// The session of a body.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Session {
    /// 第五十二届会议
    pub name: String,
    /// The dates as the text prints them.
    pub dates: Option<String>,
    /// The first day.
    pub start: Option<Date>,
    /// The last day.
    pub end: Option<Date>,
}

/// An item of the agenda.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AgendaItem {
    /// 议程项目 3
    pub number: String,
    /// Its title.
    pub title: Option<String>,
}

/// How a resolution was adopted.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Vote {
    /// The sentence of the text: 未经表决获得通过。
    pub statement: String,
    /// Those in favour.
    pub in_favour: Option<VoteList>,
    /// Those against.
    pub against: Option<VoteList>,
    /// Those abstaining.
    pub abstaining: Option<VoteList>,
    /// The counts the statement gives.
    pub counts: Option<VoteCounts>,
}

/// Who voted in one way.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct VoteList {
    /// 赞成：
    pub heading: String,
    /// The names as the text prints them.
    pub states: Vec<String>,
}

/// The counts of a recorded vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct VoteCounts {
    /// In favour.
    pub in_favour: u32,
    /// Against.
    pub against: u32,
    /// Abstaining.
    pub abstaining: u32,
}

/// The distribution block of a UN cover page.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Distribution {
    /// `General`, `Limited` …
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The date of issue as printed.
    pub date: Option<String>,
    /// The language of the document as printed.
    pub language: Option<String>,
    /// The original language as printed.
    pub original: Option<String>,
}

/// An official paragraph that the easy-read version leaves out on purpose.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct LeftOut {
    /// The paragraph's id.
    pub paragraph: String,
    /// Why.
    pub reason: String,
}

/// A file's front matter and the byte where its Markdown begins.
pub struct Split {
    /// The typed values; empty where they could not be read.
    pub front: FrontMatter,
    /// The first byte after the closing line.
    pub body: usize,
}

/// Reads the front matter of `source`; what is wrong goes to `findings`.
pub fn read(source: &Arc<Source>, role: Role, lang: &Lang, findings: &mut Vec<Finding>) -> Split {
    let text = source.text();
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
        return Split { front: FrontMatter::default(), body: 0 };
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
        return Split { front: FrontMatter::default(), body: 0 };
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
        return Split { front: FrontMatter::default(), body: text.len() };
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
        return Split { front: FrontMatter::default(), body };
    }
    let before = findings.len();
    let keys = top_level_keys(source, span);
    yaml::check_keys(source, &keys, role.known(), findings);
    let front: FrontMatter = read_yaml(source, span, role.known(), findings).unwrap_or_default();
    if front.title.chars().nth(limits::TITLE).is_some() {
        let place = keys.iter().find(|key| key.name == "title").map_or(Span::from(0..3), |key| key.span);
        let message = format!("the title has more than {} characters", limits::TITLE);
        findings.push(
            Finding::error("front-matter/long-title", source, place, message)
                .help("Give a short title, and the whole name in the text."),
        );
    }
    for key in role.required() {
        let written = match *key {
            "title" => &front.title,
            "summary" => &front.summary,
            _ => &front.about,
        };
        // A file whose YAML could not be read at all is told so once, not once for each key.
        if written.trim().is_empty() && findings.len() == before {
            let place = keys.iter().find(|k| k.name == *key).map_or(Span::from(0..3), |k| k.span);
            findings.push(
                Finding::error(
                    "front-matter/missing-key",
                    source,
                    place,
                    format!("“{key}” is missing or empty"),
                )
                .help(what_to_write(key, lang)),
            );
        }
    }
    Split { front, body }
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
    use super::*;

    fn findings(text: &str) -> Vec<String> {
        let source = Arc::new(Source::new("content/a/index.md", text));
        let mut findings = Vec::new();
        read(&source, Role::Official, &"zh-Hans".parse().unwrap(), &mut findings);
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
