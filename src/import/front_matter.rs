//! The front matter of an imported document, as YAML.
//!
//! In: the fields the source gave, and what follows from them. Out: YAML between two lines of `---`. What a
//! person has to write, such as the summary, is not invented here.

use serde::Serialize;

use super::closing::states;
use super::facts::{Facts, VoteCounts};
use super::fields::Fields;
use super::passage::Passage;
use crate::languages::ResolutionPatterns;

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct FrontMatter<'a> {
    title: &'a str,
    kind: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    symbol: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    session: Option<Session<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    agenda_item: Option<AgendaItem<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    adopted: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    closing: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    meeting: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    vote: Option<Vote<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    distribution: Option<Distribution<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    extra: Option<Extra<'a>>,
}

#[derive(Serialize)]
struct Session<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dates: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<String>,
}

#[derive(Serialize)]
struct AgendaItem<'a> {
    number: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Vote<'a> {
    statement: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_favour: Option<List<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    against: Option<List<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    abstaining: Option<List<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counts: Option<VoteCounts>,
}

#[derive(Serialize)]
struct List<'a> {
    heading: &'a str,
    states: Vec<&'a str>,
}

#[derive(Serialize)]
struct Distribution<'a> {
    r#type: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    original: Option<&'a str>,
}

#[derive(Serialize)]
struct Extra<'a> {
    cover: Vec<&'a str>,
}

/// The front matter of a resolution.
pub fn resolution(fields: &Fields, facts: &Facts, rules: &ResolutionPatterns) -> String {
    let session = Session {
        name: fields.text("session.name"),
        dates: fields.text("session.dates"),
        start: facts.session.map(|(start, _)| start.to_string()),
        end: facts.session.map(|(_, end)| end.to_string()),
    };
    let agenda_item = |number| AgendaItem { number, title: fields.text("agenda-item.title") };
    let list = |heading, states_key, count: fn(VoteCounts) -> u32| {
        let heading = fields.text(heading)?;
        let names = fields.text(states_key).unwrap_or_default();
        Some(List { heading, states: states(names, rules, facts.counts.map(count)) })
    };
    let vote = |statement| Vote {
        statement,
        in_favour: list("vote.in-favour.heading", "vote.in-favour.states", |counts| counts.in_favour),
        against: list("vote.against.heading", "vote.against.states", |counts| counts.against),
        abstaining: list("vote.abstaining.heading", "vote.abstaining.states", |counts| counts.abstaining),
        counts: facts.counts,
    };
    yaml(&FrontMatter {
        title: fields.text("title").unwrap_or_default(),
        kind: "resolution",
        symbol: facts.symbol.as_deref(),
        number: facts.number.as_deref(),
        date: facts.date.map(|date| date.to_string()),
        body: facts.body.as_deref(),
        session: (session.name.is_some() || session.dates.is_some()).then_some(session),
        agenda_item: fields.text("agenda-item.number").map(agenda_item),
        adopted: fields.text("adopted"),
        closing: fields.text("closing"),
        meeting: fields.text("meeting"),
        vote: fields.text("vote.statement").map(vote),
        distribution: distribution(fields),
        extra: extra(fields),
    })
}

/// The front matter of a text without known structure.
pub fn document(fields: &Fields) -> String {
    #[derive(Serialize)]
    struct Plain<'a> {
        title: &'a str,
        kind: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        symbol: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        distribution: Option<Distribution<'a>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        extra: Option<Extra<'a>>,
    }
    yaml(&Plain {
        title: fields.text("title").unwrap_or_default(),
        kind: "document",
        symbol: fields.text("symbol"),
        distribution: distribution(fields),
        extra: extra(fields),
    })
}

fn distribution(fields: &Fields) -> Option<Distribution<'_>> {
    Some(Distribution {
        r#type: fields.text("distribution.type")?,
        date: fields.text("distribution.date"),
        language: fields.text("distribution.language"),
        original: fields.text("distribution.original"),
    })
}

fn extra(fields: &Fields) -> Option<Extra<'_>> {
    let cover: Vec<_> = fields.all("extra.cover").iter().map(Passage::text).collect();
    (!cover.is_empty()).then_some(Extra { cover })
}

/// The front matter of an easy-read version that a person has still to write: a draft, which no build publishes.
pub fn easy_read(based_on: &str) -> String {
    #[derive(Serialize)]
    #[serde(rename_all = "kebab-case")]
    struct EasyRead<'a> {
        title: &'a str,
        about: &'a str,
        based_on: &'a str,
        made_by: &'a str,
        draft: bool,
    }
    yaml(&EasyRead { title: "", about: "", based_on, made_by: "", draft: true })
}

fn yaml<T: Serialize>(value: &T) -> String {
    format!("---\n{}---\n", serde_yaml::to_string(value).expect("strings and lists are always written"))
}
