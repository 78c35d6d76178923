//! The front matter of an imported document, as YAML.
//!
//! In: the fields the source gave, and what follows from them. Out: YAML between two lines of `---`, written from the
//! struct that front matter is read into. What a person has to write, such as the summary, is not invented here: it is empty,
//! and the text a draft.

use serde_yaml::{Mapping, Value};

use super::recognise::Recognised;
use super::recognise::facts::Facts;
use super::recognise::fields::Fields;
use super::recognise::vote::states;
use crate::front_matter::{AgendaItem, Distribution, FrontMatter, Session, Vote, VoteCounts, VoteList};
use crate::kinds::Kind;
use crate::languages::ResolutionPatterns;

/// The front matter of a document.
pub fn of(document: &Recognised, rules: &ResolutionPatterns) -> String {
    let Recognised { fields, facts, .. } = document;
    let front = if document.is_resolution {
        resolution(fields, facts, rules)
    } else if document.is_act {
        FrontMatter {
            kind: named("act"),
            symbol: text(fields, "symbol"),
            date: facts.date,
            body: facts.body.clone(),
            adopted: text(fields, "adopted"),
            in_force: facts.in_force,
            ..FrontMatter::default()
        }
    } else {
        FrontMatter {
            kind: named("document"),
            subtitle: text(fields, "subtitle"),
            symbol: text(fields, "symbol"),
            number: text(fields, "number"),
            body: text(fields, "body"),
            session: session(fields, facts),
            agenda_item: agenda_item(fields),
            ..FrontMatter::default()
        }
    };
    yaml(&FrontMatter {
        title: text(fields, "title").unwrap_or_default(),
        distribution: distribution(fields).map(Box::new),
        draft: true,
        cover_lines: fields.all("cover-lines").iter().map(|line| line.text().to_owned()).collect(),
        ..front
    })
}

fn resolution(fields: &Fields, facts: &Facts, rules: &ResolutionPatterns) -> FrontMatter {
    FrontMatter {
        kind: named("resolution"),
        symbol: facts.symbol.clone(),
        number: facts.number.clone(),
        date: facts.date,
        body: facts.body.clone(),
        session: session(fields, facts),
        agenda_item: agenda_item(fields),
        adopted: text(fields, "adopted"),
        closing: text(fields, "closing"),
        meeting: text(fields, "meeting"),
        vote: text(fields, "vote.statement")
            .map(|statement| Box::new(vote(statement, fields, facts.counts, rules))),
        ..FrontMatter::default()
    }
}

fn session(fields: &Fields, facts: &Facts) -> Option<Box<Session>> {
    let session = Session {
        name: text(fields, "session.name").unwrap_or_default(),
        dates: text(fields, "session.dates"),
        start: facts.session.map(|(start, _)| start),
        end: facts.session.map(|(_, end)| end),
    };
    (fields.has("session.name") || fields.has("session.dates")).then(|| Box::new(session))
}

fn agenda_item(fields: &Fields) -> Option<Box<AgendaItem>> {
    let number = text(fields, "agenda-item.number")?;
    Some(Box::new(AgendaItem { number, title: text(fields, "agenda-item.title") }))
}

fn vote(statement: String, fields: &Fields, counts: Option<VoteCounts>, rules: &ResolutionPatterns) -> Vote {
    let list = |heading, names, count: fn(VoteCounts) -> u32| {
        let names = fields.text(names).unwrap_or_default();
        let states = states(names, rules, counts.map(count)).into_iter().map(str::to_owned).collect();
        Some(VoteList { heading: text(fields, heading)?, states })
    };
    Vote {
        statement,
        in_favour: list("vote.in-favour.heading", "vote.in-favour.states", |counts| counts.in_favour),
        against: list("vote.against.heading", "vote.against.states", |counts| counts.against),
        abstaining: list("vote.abstaining.heading", "vote.abstaining.states", |counts| counts.abstaining),
        counts,
    }
}

fn distribution(fields: &Fields) -> Option<Distribution> {
    Some(Distribution {
        kind: Some(text(fields, "distribution.type")?),
        date: text(fields, "distribution.date"),
        language: text(fields, "distribution.language"),
        original: text(fields, "distribution.original"),
    })
}

fn named(kind: &str) -> Kind {
    Kind::named(kind).expect("the kinds that are recognised are listed")
}

fn text(fields: &Fields, key: &str) -> Option<String> {
    fields.text(key).map(str::to_owned)
}

/// The front matter of an easy-read version that a person has still to write: a draft, which no build publishes.
pub fn easy_read(based_on: &str) -> String {
    let front = FrontMatter {
        based_on: Some(based_on.to_owned()),
        made_by: Some(String::new()),
        draft: true,
        ..FrontMatter::default()
    };
    let values = mapping(&front);
    let asked = ["title", "about", "based-on", "made-by", "draft"];
    written(&asked.into_iter().filter_map(|key| Some((key.into(), values.get(key)?.clone()))).collect())
}

fn yaml(front: &FrontMatter) -> String {
    let mut values = mapping(front);
    values.retain(|key, value| {
        tidy(value);
        let is_empty = match value {
            Value::Null | Value::Bool(false) => true,
            Value::String(text) => text.is_empty(),
            Value::Sequence(list) => list.is_empty(),
            Value::Mapping(map) => map.is_empty(),
            _ => false,
        };
        key == "title" || key == "summary" || !is_empty
    });
    written(&values)
}

/// Leaves out the keys of nested values that the source says nothing for.
fn tidy(value: &mut Value) {
    if let Value::Mapping(map) = value {
        map.retain(|_, value| {
            tidy(value);
            !value.is_null() && value.as_str() != Some("")
        });
    }
}

fn mapping(front: &FrontMatter) -> Mapping {
    match serde_yaml::to_value(front) {
        Ok(Value::Mapping(values)) => values,
        _ => unreachable!("strings, lists and dates are always written"),
    }
}

fn written(values: &Mapping) -> String {
    format!("---\n{}---\n", serde_yaml::to_string(values).expect("strings and lists are always written"))
}
