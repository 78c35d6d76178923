//! The entries as JSON, with what the fields are called and what their codes mean.
//!
//! Values are the texts that front matter has for them; a field that may have several values has a list. What codes mean stands once,
//! beside the fields, so that no value says two things.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;
use serde_json::Value as Json;

use super::exported::{Entry, Exported, written};
use super::in_order::{InOrder, Made};
use super::lines;
use crate::collections::{Field, Side, Type, Value};
use crate::config::Words;
use crate::front_matter::Scope;

/// Words by language tag.
type InLanguages<'a> = InOrder<&'a str, Cow<'a, str>>;

#[derive(Serialize)]
struct File<'a, E: Serialize> {
    collection: Head<'a>,
    entries: E,
}

#[derive(Serialize)]
struct Head<'a> {
    title: InLanguages<'a>,
    address: InLanguages<'a>,
    fields: Vec<Shown<'a>>,
}

#[derive(Serialize)]
struct Shown<'a> {
    name: &'a str,
    label: InLanguages<'a>,
    #[serde(rename = "type")]
    kind: &'static str,
    many: bool,
    /// What people call the codes that are values.
    #[serde(skip_serializing_if = "InOrder::is_empty")]
    words: InOrder<&'a str, InLanguages<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Row<'a> {
    id: &'a str,
    title: InLanguages<'a>,
    summary: InLanguages<'a>,
    fields: InOrder<&'a str, Said<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    changed: Option<Date>,
    #[serde(flatten)]
    cover: InOrder<Cow<'static, str>, Json>,
    same_as: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    offers: Vec<Sought<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    requests: Vec<Sought<'a>>,
    /// Those who must agree that it is published.
    consent_of: Vec<Cow<'a, str>>,
    consent: Vec<Agreed<'a>>,
    address: InLanguages<'a>,
    easy_read: InLanguages<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Said<'a> {
    One(Cow<'a, str>),
    Several(Vec<Cow<'a, str>>),
}

/// What is offered or asked for.
#[derive(Serialize)]
struct Sought<'a> {
    need: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    languages: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<String>,
    contact: Asked<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a Words>,
}

/// Who answers.
#[derive(Serialize)]
struct Asked<'a> {
    role: &'a Words,
    mail: &'a str,
}

/// What is shown of a consent: not where it is kept.
#[derive(Serialize)]
struct Agreed<'a> {
    by: &'a str,
    date: Date,
    scope: Scope,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<Date>,
}

/// Writes the file.
pub fn text(exported: &Exported<'_>) -> String {
    let entries = Made(|| exported.entries().map(|entry| row(exported, &entry)));
    let file = File { collection: head(exported), entries };
    lines::text(&file)
}

fn head<'a>(exported: &Exported<'a>) -> Head<'a> {
    let sections = || exported.sections.iter();
    let shown = exported.shape.fields.iter().enumerate().map(|(at, field)| Shown {
        name: &field.name,
        label: in_languages(exported, &field.label),
        kind: field.values.name(),
        many: field.many,
        words: codes(exported, at, field),
    });
    Head {
        title: sections().map(|page| (page.lang.as_str(), page.front.title.as_str().into())).collect(),
        address: sections().map(|page| (page.lang.as_str(), exported.page(page).into())).collect(),
        fields: shown.collect(),
    }
}

/// Words in the languages that have them.
fn in_languages<'a>(exported: &Exported<'a>, words: &'a Words) -> InLanguages<'a> {
    let main = &exported.library.config.language;
    let said = exported.languages.iter().filter_map(|lang| match words.nearest(lang, main) {
        (words, None) => Some((lang.as_str(), words.into())),
        _ => None,
    });
    said.collect()
}

/// What the codes of a field mean: all of a closed list, and the places that entries name.
fn codes<'a>(exported: &Exported<'a>, at: usize, field: &'a Field) -> InOrder<&'a str, InLanguages<'a>> {
    match &field.values {
        Type::Choice(choices) => {
            choices.iter().map(|(name, words)| (&**name, in_languages(exported, words))).collect()
        }
        Type::State | Type::Region => {
            let mut places = BTreeMap::new();
            for value in exported.entries().flat_map(|entry| entry.values(at)) {
                if let Value::Place(place) = value {
                    places.insert(place.code(), *place);
                }
            }
            let names = places.into_iter().map(|(code, place)| {
                let own = exported.languages.iter().filter_map(|lang| match place.name(lang) {
                    (name, None) => Some((lang.as_str(), name.into())),
                    _ => None,
                });
                (code, own.collect())
            });
            names.collect()
        }
        _ => InOrder(Vec::new()),
    }
}

fn row<'a>(exported: &Exported<'a>, entry: &Entry<'a>) -> Row<'a> {
    let works = || entry.works.iter().map(|work| (work.lang.as_str(), &*work.official));
    let summaries = works().map(|(lang, text)| (lang, text.front.summary.trim()));
    let fields = entry.fields(exported.shape).map(|(field, values)| {
        let mut values = written(field, values);
        let said = match field.many {
            true => Said::Several(values.collect()),
            false => Said::One(values.next().unwrap_or_default()),
        };
        (&*field.name, said)
    });
    let consents = exported.consents(entry);
    let [date, changed] = entry.days();
    Row {
        id: entry.id,
        title: works().map(|(lang, text)| (lang, text.front.title.trim().into())).collect(),
        summary: summaries
            .filter(|(_, said)| !said.is_empty())
            .map(|(lang, said)| (lang, said.into()))
            .collect(),
        fields: fields.collect(),
        date,
        changed,
        cover: entry.cover().into_iter().collect(),
        same_as: exported.same_as(entry),
        offers: sought(exported, entry, Side::Offer),
        requests: sought(exported, entry, Side::Request),
        consent_of: exported.parties(entry),
        consent: consents
            .map(|consent| Agreed {
                by: consent.by.trim(),
                date: consent.date,
                scope: consent.scope,
                until: consent.until,
            })
            .collect(),
        address: works().map(|(lang, text)| (lang, exported.page(text).into())).collect(),
        easy_read: entry.easy_read().map(|easy| (easy.lang.as_str(), exported.page(easy).into())).collect(),
    }
}

fn sought<'a>(exported: &Exported<'a>, entry: &Entry<'a>, side: Side) -> Vec<Sought<'a>> {
    let notices = exported.notices(entry, side).filter_map(|notice| {
        let (need, _) = exported.shape.needs.get(notice.need)?;
        Some(Sought {
            need,
            languages: notice.languages.iter().map(|lang| lang.as_str()).collect(),
            region: notice.region.map(|region| region.code()),
            period: notice.period.map(|period| period.to_string()),
            contact: Asked { role: &notice.contact.role, mail: &notice.contact.mail },
            note: notice.note.as_ref(),
        })
    });
    notices.collect()
}
