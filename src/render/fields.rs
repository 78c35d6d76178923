//! What an entry says in the fields of its collection, in the words of a page.
//!
//! In: values, and the language of the page. Out: their words, with their language where that is another, and what programs read of them.

use super::Renderer;
use super::facts::{long_date, month};
use crate::collections::{Field, Type, Value, When, places};
use crate::document::Document;
use crate::front_matter::Consent;
use crate::lang::Lang;
use crate::languages::Labels;
use crate::view::Fact;

/// A value in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The words.
    pub words: String,
    /// Their language; none where it is that of the page.
    pub lang: Option<String>,
    /// The same for programs, where it is a date.
    pub datetime: Option<String>,
    /// Where they lead, if anywhere.
    pub href: Option<String>,
}

/// The facts of an entry: one for each field that has a value.
pub fn facts(renderer: &Renderer<'_>, document: &Document) -> Vec<Fact> {
    let Some((collection, facts)) = renderer.library.collections.entry(&document.slug) else {
        return Vec::new();
    };
    let Some(shape) = &collection.shape else { return Vec::new() };
    let written_in = language_of_facts(renderer, &document.slug);
    let said = shape.fields.iter().zip(&facts.0).filter(|(_, values)| !values.is_empty());
    let of_fields = said.map(|(field, values)| fact(renderer, &document.lang, written_in, field, values));
    of_fields.chain(agreed(renderer, document)).collect()
}

/// Who agreed to the entry being published, and when. Where the agreement is kept is for nobody else.
fn agreed(renderer: &Renderer<'_>, document: &Document) -> Option<Fact> {
    let (lang, labels) = (&document.lang, renderer.labels(&document.lang));
    let texts = renderer.library.works_of(&document.slug).iter();
    let consents = texts.flat_map(|work| std::iter::once(&work.official).chain(&work.easy_read));
    let consents = consents.flat_map(|text| &text.front.consent);
    let said: Vec<String> = consents
        .filter_map(|Consent { by, date, .. }| {
            let party = places::region(by.trim()).map_or(by.trim(), |place| place.name(lang).0);
            let day = long_date(*date, labels);
            labels.format("agreed-by", &[("party", party.into()), ("date", day.as_str().into())])
        })
        .collect();
    (!said.is_empty()).then(|| Fact {
        term: labels.get("agreed").to_owned(),
        term_lang: None,
        words: said.join(labels.get("list-separator")),
        datetime: None,
        href: None,
        lang: None,
    })
}

/// The language in which an entry's words stand: that of the text which has its facts.
pub fn language_of_facts<'a>(renderer: &Renderer<'a>, slug: &str) -> Option<&'a Lang> {
    renderer.library.works_of(slug).first().map(|work| &work.lang)
}

fn fact(
    renderer: &Renderer<'_>,
    lang: &Lang,
    written_in: Option<&Lang>,
    field: &Field,
    values: &[Value],
) -> Fact {
    let labels = renderer.labels(lang);
    let said: Vec<Said> = values.iter().map(|value| say(labels, lang, written_in, field, value)).collect();
    let words: Vec<&str> = said.iter().map(|said| &*said.words).collect();
    let (term, term_lang) = field.label.of(lang);
    let only = |of: fn(&Said) -> &Option<String>| match &said[..] {
        [one] => of(one).clone(),
        _ => None,
    };
    // Of several the first says it: they are written in one file.
    let said_in = said.iter().find_map(|said| said.lang.clone());
    Fact {
        term: term.to_owned(),
        term_lang: term_lang.map(Lang::to_string),
        words: words.join(labels.get("list-separator")),
        datetime: only(|said| &said.datetime),
        href: only(|said| &said.href),
        lang: said_in,
    }
}

/// A value in the words of a page in `lang`; what people wrote themselves is in the language `written_in`.
pub fn say(labels: &Labels, lang: &Lang, written_in: Option<&Lang>, field: &Field, value: &Value) -> Said {
    let plain = |words: String| Said { words, lang: None, datetime: None, href: None };
    match value {
        Value::Words(words) => {
            let foreign = written_in.filter(|written_in| *written_in != lang);
            Said { lang: foreign.map(Lang::to_string), ..plain(words.to_string()) }
        }
        Value::Number(number) => plain(number.to_string()),
        Value::Date(when) => Said { datetime: Some(when.to_string()), ..plain(date(labels, *when)) },
        Value::Period(period) => {
            let from = date(labels, period.from());
            let words = match period.to() {
                Some(to) if to == period.from() => Some(from),
                Some(to) => {
                    let to = date(labels, to);
                    labels.format("days", &[("first", from.as_str().into()), ("last", to.as_str().into())])
                }
                None => labels.format("since", &[("date", from.as_str().into())]),
            };
            plain(words.unwrap_or_else(|| period.to_string()))
        }
        Value::Place(place) => {
            let (name, foreign) = place.name(lang);
            Said { lang: foreign.map(|lang| lang.to_string()), ..plain(name.to_owned()) }
        }
        Value::Choice(at) => {
            let Type::Choice(choices) = &field.values else { return plain(String::new()) };
            let (words, foreign) = choices.get(*at).map_or(("", None), |(_, words)| words.of(lang));
            Said { lang: foreign.map(Lang::to_string), ..plain(words.to_owned()) }
        }
        Value::Link(address) => {
            let words = address.split_once("://").map_or(&**address, |(_, rest)| rest);
            Said { href: Some(address.to_string()), ..plain(words.to_owned()) }
        }
        Value::Money(amount, currency) => plain(format!("{amount} {currency}")),
    }
}

/// A date as exactly as it is known.
pub fn date(labels: &Labels, when: When) -> String {
    let year = when.year().to_string();
    let said = match when.month() {
        _ if when.has_day() => Some(long_date(when.first(), labels)),
        Some(number) => labels.format(
            "month-of-year",
            &[("year", year.as_str().into()), ("month", month(number, labels).into())],
        ),
        None => labels.format("group-year", &[("year", year.as_str().into())]),
    };
    said.unwrap_or_else(|| when.to_string())
}
