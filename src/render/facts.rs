//! The facts of an official text, as terms and words.

use jiff::civil::Date;

use super::{Renderer, fields};
use crate::document::Document;
use crate::front_matter::Session;
use crate::kinds::Fact as Shown;
use crate::languages::Labels;
use crate::languages::segment::sentences;
use crate::source::slice;
use crate::view::Fact;

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

/// The facts of the front matter that its kind shows.
pub fn facts(renderer: &Renderer<'_>, document: &Document) -> Vec<Fact> {
    let mut facts = Facts { renderer, document, labels: renderer.labels(&document.lang), shown: Vec::new() };
    document.front.kind.facts().iter().for_each(|shown| facts.add(*shown));
    facts.shown.extend(fields::facts(renderer, document));
    facts.shown
}

struct Facts<'a> {
    renderer: &'a Renderer<'a>,
    document: &'a Document,
    labels: &'a Labels,
    shown: Vec<Fact>,
}

impl Facts<'_> {
    fn add(&mut self, shown: Shown) {
        let front = &self.document.front;
        let session = front.session.as_ref();
        match shown {
            Shown::Symbol => {
                let href = symbol_href(self.renderer, self.document);
                if let Some(fact) = self.words("symbol", front.symbol.clone()) {
                    fact.href = href;
                }
            }
            Shown::Body => self.plain("body", front.body.as_ref()),
            Shown::Session => self.plain("session", session.map(|session| &session.name)),
            Shown::SessionDates => {
                let dates = session.and_then(|session| session.dates.clone().or_else(|| self.days(session)));
                self.words("session-dates", dates);
            }
            Shown::AgendaItem => {
                let colon = self.labels.get("colon");
                let item = front.agenda_item.as_ref().map(|item| match &item.title {
                    Some(title) => format!("{}{colon}{title}", item.number),
                    None => item.number.clone(),
                });
                self.words("agenda-item", item);
            }
            Shown::AdoptedOn => self.date("adopted-on", front.date),
            Shown::InForce => self.date("in-force", front.in_force),
            Shown::Date => self.date("date", front.date),
            Shown::Changed => self.date("changed", front.changed),
            Shown::Adopted => {
                let adopted = front.adopted.as_ref().filter(|words| !self.repeats_other_facts(words));
                self.plain("adopted", adopted);
            }
            Shown::Author => self.list("author", &front.author),
            Shown::Publisher => self.plain("publisher", front.publisher.as_ref()),
            Shown::Edition => self.plain("edition", front.edition.as_ref()),
            Shown::Keywords => self.list("keywords", &front.keywords),
            Shown::Meeting => self.plain("meeting", front.meeting.as_ref()),
            Shown::Decision => {
                let decision = front.vote.as_ref().map(|vote| self.without_announcement(&vote.statement));
                self.words("decision", decision.map(str::to_owned));
            }
            Shown::Distribution => {
                let Some(distribution) = &front.distribution else { return };
                self.of_cover("distribution", &distribution.kind);
                self.of_cover("distribution-date", &distribution.date);
                self.of_cover("distribution-language", &distribution.language);
                self.of_cover("distribution-original", &distribution.original);
            }
            Shown::CoverLines => self.list("cover-lines", &front.cover_lines),
        }
    }

    /// The first and the last day of a session, where its dates are not given as they are printed.
    fn days(&self, session: &Session) -> Option<String> {
        let day = |date: Option<Date>| date.map(|date| long_date(date, self.labels));
        match (day(session.start), day(session.end)) {
            (Some(first), Some(last)) => self
                .labels
                .format("days", &[("first", first.as_str().into()), ("last", last.as_str().into())]),
            (first, last) => first.or(last),
        }
    }

    fn words(&mut self, term: &str, words: Option<String>) -> Option<&mut Fact> {
        let words = words.filter(|words| !words.trim().is_empty())?;
        let term = self.labels.get(term).to_owned();
        let (term_lang, datetime, href, lang) = (None, None, None, None);
        self.shown.push(Fact { term, term_lang, words, datetime, href, links: Vec::new(), lang });
        self.shown.last_mut()
    }

    fn plain(&mut self, term: &str, words: Option<&String>) {
        self.words(term, words.cloned());
    }

    fn list(&mut self, term: &str, all: &[String]) {
        self.words(term, Some(all.join(self.labels.get("list-separator"))));
    }

    fn date(&mut self, term: &str, date: Option<Date>) {
        if let Some(fact) = self.words(term, date.map(|date| long_date(date, self.labels))) {
            fact.datetime = date.map(|date| date.to_string());
        }
    }

    /// A sentence without the last one where that only announces the lists of those who voted: these stand below the text.
    fn without_announcement<'s>(&self, statement: &'s str) -> &'s str {
        let data = self.renderer.library.language(&self.document.lang).data();
        match sentences(statement, data).as_slice() {
            [.., before, last] if slice(statement, last.clone()).trim_end().ends_with(['：', ':']) => {
                slice(statement, ..before.end).trim_end()
            }
            _ => statement,
        }
    }

    /// A part of the distribution block, which may be printed in one language in every language version.
    fn of_cover(&mut self, term: &str, words: &Option<String>) {
        let printed_in = self.renderer.library.language_data.distribution_language(&self.document.lang);
        let elsewhere = printed_in.filter(|printed_in| printed_in.primary() != self.document.lang.primary());
        if let Some(fact) = self.words(term, words.clone())
            && fact.words.is_ascii()
        {
            fact.lang = elsewhere.map(|lang| lang.to_string());
        }
    }

    /// Whether the line on who adopted the text and when says only what the facts of body and date say.
    fn repeats_other_facts(&self, adopted: &str) -> bool {
        let front = &self.document.front;
        let (Some(body), Some(date)) = (&front.body, front.date) else { return false };
        let date = long_date(date, self.labels);
        let known = self
            .labels
            .format("adopted-lines", &[("body", body.as_str().into()), ("date", date.as_str().into())]);
        // Blanks around numbers and the capital of an article differ from text to text.
        let letters = |line: &str| line.split_whitespace().collect::<String>().to_lowercase();
        let adopted = letters(adopted);
        known.is_some_and(|lines| lines.lines().any(|line| letters(line) == adopted))
    }
}

/// A date in the words of the language.
pub fn long_date(date: Date, labels: &Labels) -> String {
    let month = month(date.month(), labels);
    let (year, day) = (date.year().to_string(), date.day().to_string());
    let arguments = [("year", year.as_str().into()), ("month", month.into()), ("day", day.as_str().into())];
    labels.format("long-date", &arguments).unwrap_or_else(|| date.to_string())
}

/// The name of a month, counted from 1.
pub fn month(number: i8, labels: &Labels) -> &str {
    labels.get(MONTHS[usize::try_from(number - 1).unwrap_or(0).min(11)])
}

const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9",
    "month-10", "month-11", "month-12",
];
