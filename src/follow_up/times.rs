//! By when, or from when on, in the words of a task.
//!
//! In: the words behind those who are asked, and the patterns of their language. Out: a start and all deadlines. A time is no deadline in a
//! title or a quotation, where the words around it say that it is none or may be none, or when it was over as the text was adopted. Each
//! pattern is tried once on the words and on a hundred characters around each time, so the work grows with the length of the words.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use jiff::civil::Date;
use jiff::{Span, ToSpan as _};
use regex::Captures;

use super::sessions::{body_named, body_of, session_of};
use super::{Due, Session, Term};
use crate::document::Document;
use crate::languages::{DuePattern, ResolutionPatterns, TimeUnit, When};
use crate::source::slice;

/// So many characters on each side of a time tell whether it is a deadline.
const AROUND: usize = 100;

/// What times in the words of a text are counted from and judged by.
pub(super) struct Clock<'a> {
    patterns: &'a ResolutionPatterns,
    /// The day on which the text was adopted.
    adopted: Option<Date>,
    /// What the symbols of the body begin with that adopted it.
    own_body: Option<Box<str>>,
    /// The session at which it did.
    own_session: Option<Session>,
}

/// The times in the words of a task.
pub(super) struct Times {
    pub start: Option<Due>,
    pub due: Vec<Term>,
}

impl<'a> Clock<'a> {
    pub(super) fn of(text: &Document, patterns: &'a ResolutionPatterns) -> Self {
        Self {
            patterns,
            adopted: text.front.date,
            own_body: body_of(text, patterns),
            own_session: session_of(text, patterns),
        }
    }

    /// From when, and by when.
    pub(super) fn times(&self, words: &str) -> Times {
        let (mut titles, mut taken) = (Places::default(), Places::default());
        for title in self.patterns.follow_up.titles.iter().flat_map(|title| title.find_iter(words)) {
            titles.take(title.range());
        }
        let mut found = |kind: fn(When) -> bool| {
            let mut found = self.found(words, kind, &mut taken);
            found.retain(|(place, _)| !titles.cut(place));
            found
        };
        let start = found(|when| when == When::From).into_iter().next();
        let mut due = found(|when| when != When::From);
        due.sort_by_key(|(place, _)| place.start);
        Times { start: start.map(|(_, start)| start), due: self.terms(words, due) }
    }

    /// The times of a kind, in the order of the patterns.
    fn found(&self, words: &str, kind: fn(When) -> bool, taken: &mut Places) -> Vec<(Range<usize>, Due)> {
        let mut times = Vec::new();
        for pattern in self.patterns.follow_up.due.iter().filter(|due| kind(due.when)) {
            for found in pattern.pattern.captures_iter(words) {
                let Some(said) = found.name("said").or_else(|| found.get(0)) else { continue };
                let place = said.range();
                let Some(due) = self.due(&found, pattern) else { continue };
                // A part of words that are no deadline is none either.
                if taken.take(place.clone()) && !self.is_past(&due) && !self.is_none(words, &place, pattern) {
                    times.push((place, due));
                }
            }
        }
        times
    }

    /// The deadlines: a session and a day are one where nothing but such words stand between them that join the two.
    fn terms(&self, words: &str, times: Vec<(Range<usize>, Due)>) -> Vec<Term> {
        let joins = &self.patterns.follow_up.joins;
        let mut terms: Vec<Term> = Vec::new();
        let mut said = HashSet::new();
        let mut before = 0;
        for (place, due) in times {
            let is_session = matches!(due, Due::Session(..));
            let between = slice(words, before..place.start.max(before));
            before = place.end;
            if !said.insert(due.clone()) {
                continue;
            }
            match terms.last_mut() {
                Some(last) if last.also.is_none() && joins.is_match(between) => {
                    let was_session = matches!(last.due, Due::Session(..));
                    if was_session && due.last_day().is_some() {
                        last.also = Some(due);
                        continue;
                    }
                    if is_session && last.due.last_day().is_some() {
                        last.also = Some(std::mem::replace(&mut last.due, due));
                        continue;
                    }
                }
                _ => {}
            }
            terms.push(Term { due, also: None });
        }
        terms
    }

    /// Whether the words around a time say that it is no deadline, or may be none.
    fn is_none(&self, words: &str, place: &Range<usize>, pattern: &DuePattern) -> bool {
        if pattern.sure || pattern.when == When::From {
            return false;
        }
        let before = slice(words, ..place.start);
        let from = before.char_indices().rev().take(AROUND).last().map_or(place.start, |(at, _)| at);
        let after = slice(words, place.end..);
        let to = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
        let (before, after) = (slice(before, from..), slice(after, ..to));
        let said = slice(words, place.clone());
        self.patterns.follow_up.no_deadline.iter().any(|no| no.fits(before, said, after))
    }

    fn due(&self, found: &Captures<'_>, pattern: &DuePattern) -> Option<Due> {
        let when = pattern.when;
        let Some(session) = found.name("session") else { return self.said(found, pattern) };
        let number = self.number(session.as_str())?;
        let named = found.name("body").and_then(|body| body_named(body.as_str(), self.patterns));
        let body = named.or_else(|| self.own_body.clone()).unwrap_or_default();
        Some(Due::Session(Session { body, number }, when))
    }

    /// A day, or a time in the words of the text.
    fn said(&self, found: &Captures<'_>, pattern: &DuePattern) -> Option<Due> {
        let when = pattern.when;
        let part = |name| found.name(name).map(|part| part.as_str());
        let date = match part("date") {
            Some(date) => Some(self.patterns.day(date)?),
            None => None,
        };
        let month = match part("month") {
            Some(month) => Some(self.month(month)?),
            None => pattern.ends.and_then(|ends| ends.month),
        };
        let year = match part("year") {
            Some(year) => Some(self.year(year)?),
            None => self.adopted.map(|adopted| adopted.year()),
        };
        let day = match (year, month, part("day")) {
            (Some(year), Some(month), Some(day)) => {
                let day = self.number(day).and_then(|day| i8::try_from(day).ok())?;
                Some(Date::new(year, month, day).ok()?)
            }
            _ => date,
        };
        if let (Some(day), None, None) = (day, pattern.unit, part("first")) {
            return Some(Due::Day(day, when));
        }
        let words = found.name("said").or_else(|| found.get(0))?.as_str().trim();
        let last = match (pattern.unit, when) {
            (_, When::From) => None,
            (Some(unit), _) => {
                let count = part("count").map_or(pattern.count, |count| self.number(count))?;
                let span = span(unit, count);
                match (part("ahead").is_some(), part("after").is_some(), day) {
                    (true, _, day) => day.and_then(|day| day.checked_sub(span).ok()),
                    (false, true, day) => day.and_then(|day| day.checked_add(span).ok()),
                    (false, false, _) => self.adopted.and_then(|adopted| adopted.checked_add(span).ok()),
                }
            }
            // Before a month or a year: the day before it begins.
            (None, When::Before) => {
                let year = year.filter(|_| part("year").is_some());
                year.and_then(|year| Date::new(year, month.unwrap_or(1), 1).ok()?.yesterday().ok())
            }
            // The last day of a period: its words say where it begins.
            (None, When::At) if day.is_some() => day,
            (None, When::At) => match (year, month, pattern.ends) {
                (Some(year), Some(month), Some(ends)) => Date::new(year, month, ends.day).ok(),
                (Some(year), Some(month), None) => Date::new(year, month, 1).ok().map(Date::last_of_month),
                _ => None,
            },
        };
        Some(Due::Said(words.into(), when, last))
    }

    fn number(&self, words: &str) -> Option<u32> {
        self.patterns.numerals.number(words)
    }

    fn month(&self, words: &str) -> Option<i8> {
        let named = self.patterns.months.iter().position(|name| name == words).map(|at| at + 1);
        let month = named.and_then(|at| i8::try_from(at).ok());
        month.or_else(|| i8::try_from(self.number(words)?).ok()).filter(|month| (1..=12).contains(month))
    }

    /// A year in digits, or in words for each digit: 二〇二六.
    fn year(&self, words: &str) -> Option<i16> {
        let digit = |c: char| c.to_digit(10).or_else(|| self.number(c.encode_utf8(&mut [0; 4])));
        let digits = words.chars().map(|c| if c == '○' { Some(0) } else { digit(c) });
        let year = digits
            .collect::<Option<Vec<u32>>>()?
            .into_iter()
            .fold(0, |year: u32, digit| year.saturating_mul(10).saturating_add(digit));
        i16::try_from(year).ok()
    }

    /// Whether it was over when the text was adopted: then the words speak of something else.
    fn is_past(&self, due: &Due) -> bool {
        match due {
            Due::Day(date, _) | Due::Said(_, _, Some(date)) => {
                self.adopted.is_some_and(|adopted| *date < adopted)
            }
            Due::Said(_, _, None) => false,
            Due::Session(session, _) => self
                .own_session
                .as_ref()
                .is_some_and(|own| own.body == session.body && session.number < own.number),
        }
    }
}

/// Places of the words, none in another: where each begins, with its end.
#[derive(Default)]
struct Places(BTreeMap<usize, usize>);

impl Places {
    /// Takes a place, unless a part of it is taken.
    fn take(&mut self, place: Range<usize>) -> bool {
        let last = self.0.range(..place.end).next_back();
        let is_free = last.is_none_or(|(_, end)| *end <= place.start);
        if is_free {
            self.0.insert(place.start, place.end);
        }
        is_free
    }

    /// Whether words begin or end within one of the places; they may hold a whole one.
    fn cut(&self, words: &Range<usize>) -> bool {
        let within = |at: usize| self.0.range(..at).next_back().is_some_and(|(_, end)| at < *end);
        within(words.start) || within(words.end)
    }
}

fn span(unit: TimeUnit, count: u32) -> Span {
    let count = i64::from(count.min(1000));
    match unit {
        TimeUnit::Day => count.days(),
        TimeUnit::Week => count.weeks(),
        TimeUnit::Month => count.months(),
        TimeUnit::Year => count.years(),
    }
}
