//! What an entry says in the fields of its collection, in the words of a page.
//!
//! In: values, and the language of the page. Out: their words, with their language where that is another, and what programs read of them.

use super::Renderer;
use super::facts::{long_date, month};
use super::unbroken::unbroken;
use crate::collections::{Field, Period, Type, Value, When, places};
use crate::document::Document;
use crate::front_matter::Consent;
use crate::lang::Lang;
use crate::languages::Labels;
use crate::library::Library;
use crate::view::{Fact, FactLink};

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

/// The facts of an entry: one for each field that has a value, where else it stands, and who agreed to it.
pub fn facts(renderer: &Renderer<'_>, document: &Document) -> Vec<Fact> {
    let same_as = same_as(renderer, document);
    let Some((collection, facts)) = renderer.library.collections.entry(&document.slug) else {
        return same_as.into_iter().collect();
    };
    let Some(shape) = &collection.shape else { return Vec::new() };
    let voice = Voice::of_entry(renderer, &document.lang, &document.slug);
    let said = shape.fields.iter().zip(&facts.0).filter(|(_, values)| !values.is_empty());
    let of_fields = said.map(|(field, values)| voice.fact(field, values));
    of_fields.chain(same_as).chain(agreed(renderer, document)).collect()
}

/// Who agreed to the entry being published, and when. Where the agreement is kept is for nobody else.
fn agreed(renderer: &Renderer<'_>, document: &Document) -> Option<Fact> {
    let (lang, labels) = (&document.lang, renderer.labels(&document.lang));
    let said: Vec<String> = renderer
        .library
        .consents(&document.slug)
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
        links: Vec::new(),
        lang: None,
    })
}

/// Where other databases have the same entry.
fn same_as(renderer: &Renderer<'_>, document: &Document) -> Option<Fact> {
    let addresses = renderer.library.same_as(&document.slug);
    let labels = renderer.labels(&document.lang);
    let (href, links) = links(addresses.iter().map(|address| (without_scheme(address), *address)));
    (!addresses.is_empty()).then(|| Fact {
        term: labels.get("same-as").to_owned(),
        term_lang: None,
        words: addresses
            .iter()
            .map(|address| without_scheme(address))
            .collect::<Vec<_>>()
            .join(labels.get("list-separator")),
        datetime: None,
        href,
        links,
        lang: None,
    })
}

/// An address as a page says it.
fn without_scheme(address: &str) -> &str {
    address.split_once("://").map_or(address, |(_, rest)| rest)
}

/// Where the words of a fact lead: one address, or several.
fn links<'l>(links: impl Iterator<Item = (&'l str, &'l str)>) -> (Option<String>, Vec<FactLink>) {
    let link = |(words, href): (&str, &str)| FactLink { words: words.to_owned(), href: href.to_owned() };
    let mut links: Vec<FactLink> = links.map(link).collect();
    match links.len() {
        1 => (links.pop().map(|link| link.href), Vec::new()),
        _ => (None, links),
    }
}

/// In which words values are said.
pub struct Voice<'a> {
    labels: &'a Labels,
    /// The language of the page.
    lang: &'a Lang,
    /// That of the site.
    main: &'a Lang,
    /// That in which people wrote the values.
    written_in: &'a Lang,
}

impl<'a> Voice<'a> {
    /// The words for a page in `lang` of values in the main language of the site.
    pub fn of_site(renderer: &'a Renderer<'_>, lang: &'a Lang) -> Self {
        let main = &renderer.library.config.language;
        Self { labels: renderer.labels(lang), lang, main, written_in: main }
    }

    /// The same outside of a page.
    pub fn of_texts(library: &'a Library, lang: &'a Lang) -> Self {
        let main = &library.config.language;
        Self { labels: library.language(lang).labels(), lang, main, written_in: main }
    }

    /// The same for an entry, whose values are in the language of the text that has its facts.
    pub fn of_entry(renderer: &'a Renderer<'_>, lang: &'a Lang, slug: &str) -> Self {
        let of_site = Self::of_site(renderer, lang);
        let first = renderer.library.works_of(slug).first();
        Self { written_in: first.map_or(of_site.main, |work| &work.lang), ..of_site }
    }

    /// The name of a field, and its language where that is not that of the page.
    pub fn name(&self, field: &'a Field) -> (&'a str, Option<String>) {
        let (words, lang) = field.label.nearest(self.lang, self.main);
        (words, lang.map(|lang| lang.to_string()))
    }

    fn fact(&self, field: &'a Field, values: &[Value]) -> Fact {
        let said: Vec<Said> = values.iter().map(|value| self.say(field, value)).collect();
        let words: Vec<&str> = said.iter().map(|said| &*said.words).collect();
        let (term, term_lang) = self.name(field);
        let datetime = match &said[..] {
            [one] => one.datetime.clone(),
            _ => None,
        };
        let (href, links) = links(said.iter().filter_map(|said| Some((&*said.words, said.href.as_deref()?))));
        Fact {
            term: term.to_owned(),
            term_lang,
            words: words.join(self.labels.get("list-separator")),
            datetime,
            href,
            links,
            // Of several the first says it: they are written in one file.
            lang: said.iter().find_map(|said| said.lang.clone()),
        }
    }

    /// A value in words.
    pub fn say(&self, field: &Field, value: &Value) -> Said {
        let labels = self.labels;
        let plain = |words: String| Said { words, lang: None, datetime: None, href: None };
        match value {
            Value::Words(words) => {
                let foreign = Some(self.written_in).filter(|written_in| *written_in != self.lang);
                Said { lang: foreign.map(Lang::to_string), ..plain(words.to_string()) }
            }
            Value::Number(number) => plain(number.to_string()),
            Value::Date(when) => Said { datetime: Some(when.to_string()), ..plain(date(labels, *when)) },
            Value::Period(written) => plain(period(labels, *written)),
            Value::Place(place) => {
                let (name, foreign) = place.name(self.lang);
                Said { lang: foreign.map(|lang| lang.to_string()), ..plain(name.to_owned()) }
            }
            Value::Choice(at) => {
                let Type::Choice(choices) = &field.values else { return plain(String::new()) };
                let words = choices.get(*at).map(|(_, words)| words.nearest(self.lang, self.main));
                let (words, foreign) = words.unwrap_or_default();
                Said { lang: foreign.map(|lang| lang.to_string()), ..plain(words.to_owned()) }
            }
            Value::Link(address) => {
                Said { href: Some(address.to_string()), ..plain(without_scheme(address).to_owned()) }
            }
            Value::Money(amount, currency) => plain(format!("{amount} {currency}")),
        }
    }
}

/// From when to when.
pub fn period(labels: &Labels, period: Period) -> String {
    let from = date(labels, period.from());
    let words = match period.to() {
        Some(to) if to == period.from() => Some(from),
        Some(to) => {
            let to = date(labels, to);
            labels.format("days", &[("first", from.as_str().into()), ("last", to.as_str().into())])
        }
        None => labels.format("since", &[("date", from.as_str().into())]),
    };
    words.map_or_else(|| period.to_string(), |words| unbroken(&words))
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
