//! The facts of an official text, as terms and words.

use serde::Serialize;

use super::Renderer;
use crate::document::{Body, Document};
use crate::languages::Labels;

/// One fact.
#[derive(Debug, Serialize)]
pub struct Fact {
    term: String,
    words: String,
    /// For a date, its ISO form.
    datetime: Option<String>,
    /// Where the words lead.
    href: Option<String>,
    /// The language of the words when it is not the page's.
    lang: Option<&'static str>,
}

/// Where the official document itself is found.
pub fn symbol_href(renderer: &Renderer<'_>, document: &Document) -> Option<String> {
    let pattern = renderer.library.config.site.symbol_url.as_deref()?;
    let symbol = document.front.symbol.as_deref()?;
    let mut encoded = String::new();
    for (index, part) in symbol.split('/').enumerate() {
        if index > 0 {
            encoded.push('/');
        }
        crate::address::encode(part, &mut encoded);
    }
    Some(pattern.replace("{lang}", document.lang.primary()).replace("{symbol}", &encoded))
}

/// The facts that the front matter gives, in the order of an official cover.
pub fn facts(renderer: &Renderer<'_>, document: &Document) -> Vec<Fact> {
    let front = &document.front;
    let labels = renderer.labels(&document.lang);
    let mut facts = Vec::new();
    let mut add = |term: &str, words: Option<String>| -> Option<usize> {
        let words = words.filter(|words| !words.trim().is_empty())?;
        let term = labels.get(term).to_owned();
        facts.push(Fact { term, words, datetime: None, href: None, lang: None });
        Some(facts.len() - 1)
    };
    let symbol = add("symbol", front.symbol.clone());
    add("body", front.body.clone());
    add("session", front.session.as_ref().map(|session| session.name.clone()));
    add("session-dates", front.session.as_ref().and_then(|session| session.dates.clone()));
    add(
        "agenda-item",
        front.agenda_item.as_ref().map(|item| match &item.title {
            Some(title) => format!("{}{}{title}", item.number, labels.get("colon")),
            None => item.number.clone(),
        }),
    );
    let resolution = matches!(document.body, Body::Resolution(_));
    let date =
        add(if resolution { "adopted-on" } else { "date" }, front.date.map(|date| long_date(date, labels)));
    add("meeting", front.meeting.clone());
    add("decision", front.vote.as_ref().map(|vote| vote.statement.clone()));
    let mut english = Vec::new();
    if let Some(distribution) = &front.distribution {
        english.extend(add("distribution", distribution.kind.clone()));
        english.extend(add("distribution-date", distribution.date.clone()));
        english.extend(add("distribution-language", distribution.language.clone()));
        english.extend(add("distribution-original", distribution.original.clone()));
    }
    if let Some(at) = symbol {
        facts[at].href = symbol_href(renderer, document);
    }
    if let Some(at) = date {
        facts[at].datetime = front.date.map(|date| date.to_string());
    }
    // The distribution block is printed in English in every language version.
    for at in english {
        if facts[at].words.is_ascii() && document.lang.primary() != "en" {
            facts[at].lang = Some("en");
        }
    }
    facts
}

/// A date in the words of the language.
pub fn long_date(date: jiff::civil::Date, labels: &Labels) -> String {
    let month = labels.get(MONTHS[usize::try_from(date.month() - 1).unwrap_or(0).min(11)]);
    let (year, day) = (date.year().to_string(), date.day().to_string());
    let arguments = [("year", year.as_str().into()), ("month", month.into()), ("day", day.as_str().into())];
    labels.format("long-date", &arguments).unwrap_or_else(|| date.to_string())
}

const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9",
    "month-10", "month-11", "month-12",
];
