//! Tasks in the words of operative paragraphs.
//!
//! In: a resolution and the patterns of its language. Out: its tasks in reading order. What sub-paragraphs say is asked of those whom the
//! words above them name. Each pattern is tried once on each piece of text, so the time is linear in the text.

use std::ops::Range;

use jiff::civil::Date;
use jiff::{Span, ToSpan as _};
use regex::Captures;

use super::sessions::{body_named, body_of, session_of};
use super::{Due, Session, Task};
use crate::document::{Block, BlockKind, Body, Document, Paragraph};
use crate::languages::{DuePattern, FollowUpPatterns, ResolutionPatterns, TimeUnit, When};
use crate::source::slice;

/// The tasks of a text; none where it is no resolution, or nothing is known of resolutions in its language.
pub fn tasks(text: &Document, patterns: Option<&ResolutionPatterns>) -> Vec<Task> {
    let (Body::Resolution(resolution), Some(patterns)) = (&text.body, patterns) else { return Vec::new() };
    let mut finder = Finder {
        text,
        patterns,
        adopter: adopter(text),
        own_body: body_of(text, patterns),
        own_session: session_of(text, patterns),
        found: Vec::new(),
    };
    resolution.operative.iter().for_each(|paragraph| finder.paragraph(paragraph, None));
    finder.found
}

/// The body that adopted a text, where its opening words name it.
pub(super) fn adopter(text: &Document) -> Option<&str> {
    let Body::Resolution(resolution) = &text.body else { return None };
    let opens = resolution.preamble.first().is_some_and(|first| first.id.number == 0);
    text.front.body.as_deref().filter(|_| opens)
}

/// The words of a paragraph, without those of its sub-paragraphs.
pub(super) fn words(text: &Document, paragraph: &Paragraph) -> String {
    words_of(text, &paragraph.blocks) + &words_of(text, &paragraph.closing)
}

fn words_of(text: &Document, blocks: &[Block]) -> String {
    let mut words = String::new();
    for block in blocks {
        if let BlockKind::Paragraph(content) = &block.kind {
            words.push_str(&text.plain(content));
        }
    }
    words
}

struct Finder<'a> {
    text: &'a Document,
    patterns: &'a ResolutionPatterns,
    /// The name of the body that adopted the text, in its opening words.
    adopter: Option<&'a str>,
    /// What the symbols of the body begin with that adopted the text.
    own_body: Option<Box<str>>,
    /// The session at which it did.
    own_session: Option<Session>,
    found: Vec<Task>,
}

/// A verb that asks, in the words of one paragraph.
struct Asking {
    /// Where what was said before it ends.
    start: usize,
    verb: Range<usize>,
    /// Whether the body takes it on itself.
    decides: bool,
    who: Option<Box<str>>,
    /// Where the task begins.
    task: usize,
}

impl Finder<'_> {
    fn paragraph(&mut self, paragraph: &Paragraph, above: Option<&Task>) {
        let words = words_of(self.text, &paragraph.blocks);
        let mut tasks = match above {
            // Who is asked above may be asked to ask others.
            Some(above) if above.who.is_some() && !above.decides => Vec::new(),
            _ => self.tasks(paragraph, &words),
        };
        if tasks.is_empty()
            && let Some(above) = above
        {
            let Times { start, due, also } = self.times(&words);
            let also = if due.is_some() { also } else { above.also.clone() };
            tasks.push(Task {
                paragraph: paragraph.id.clone(),
                what: trimmed(&words).into(),
                to: self.to(&words).or_else(|| above.to.clone()),
                start: start.or_else(|| above.start.clone()),
                due: due.or_else(|| above.due.clone()),
                also,
                ..above.clone()
            });
        }
        // What sub-paragraphs say is the task of the last verb before them.
        let asked = match paragraph.children.is_empty() {
            true => None,
            false => tasks.pop(),
        };
        self.found.extend(tasks);
        paragraph.children.iter().for_each(|child| self.paragraph(child, asked.as_ref()));
        let closing = self.tasks(paragraph, &words_of(self.text, &paragraph.closing));
        self.found.extend(closing);
    }

    /// What words ask for by verbs of their own.
    fn tasks(&self, paragraph: &Paragraph, words: &str) -> Vec<Task> {
        let askings = self.askings(words);
        let ends = askings.iter().skip(1).map(|next| next.start).chain([words.len()]);
        askings.iter().zip(ends).map(|(asking, end)| self.task(paragraph, words, asking, end)).collect()
    }

    /// The verbs that ask, in order.
    fn askings(&self, words: &str) -> Vec<Asking> {
        let patterns = &self.patterns.follow_up;
        let mut askings: Vec<Asking> = Vec::new();
        for found in patterns.asks.captures_iter(words) {
            let (Some(whole), Some(verb)) = (found.get(0), found.name("verb")) else { continue };
            let (who, task) = who(words, verb.end(), patterns);
            askings.push(Asking { start: whole.start(), verb: verb.range(), decides: false, who, task });
        }
        for found in patterns.decides.captures_iter(words) {
            let (Some(whole), Some(verb)) = (found.get(0), found.name("verb")) else { continue };
            let who = self.adopter.map(Into::into);
            let then = patterns.then.find(slice(words, verb.end()..)).map_or(0, |then| then.end());
            let task = verb.end() + then;
            askings.push(Asking { start: whole.start(), verb: verb.range(), decides: true, who, task });
        }
        let Some(first) = askings.iter().map(|asking| asking.start).min() else { return askings };
        for found in patterns.asks_too.captures_iter(words) {
            let verb = found.name("verb").or_else(|| found.name("call"));
            let (Some(whole), Some(verb)) = (found.get(0), verb) else { continue };
            let (who, task) = who(words, verb.end(), patterns);
            // What asks within other words counts only beside a verb that asks by itself.
            if who.is_some() && whole.start() > first {
                askings.push(Asking { start: whole.start(), verb: verb.range(), decides: false, who, task });
            }
        }
        askings.sort_by_key(|asking| asking.verb.start);
        askings.dedup_by_key(|asking| asking.verb.start);
        askings
    }

    fn task(&self, paragraph: &Paragraph, words: &str, asking: &Asking, end: usize) -> Task {
        // A deadline may stand between who is asked and the task.
        let said = slice(words, asking.verb.end.min(end)..end);
        let Times { start, due, also } = self.times(said);
        Task {
            paragraph: paragraph.id.clone(),
            verb: slice(words, asking.verb.clone()).into(),
            decides: asking.decides,
            who: asking.who.clone(),
            what: trimmed(slice(words, asking.task.min(end)..end)).into(),
            to: self.to(said),
            start,
            due,
            also,
        }
    }

    fn to(&self, words: &str) -> Option<Box<str>> {
        let found = self.patterns.follow_up.to.iter().find_map(|pattern| pattern.captures(words)?.name("to"));
        found.map(|to| to.as_str().trim().into())
    }

    /// From when, and by when.
    fn times(&self, words: &str) -> Times {
        let mut taken = Vec::new();
        let start = self.time(words, |when| when == When::From, |_| true, &mut taken);
        let due = self.time(words, |when| when != When::From, |_| true, &mut taken);
        let is_session = matches!(due, Some(Due::Session(..)));
        let is_day = |due: &Due| due.last_day().is_some();
        let also = is_session.then(|| self.time(words, |when| when != When::From, is_day, &mut taken));
        Times { start, due, also: also.flatten() }
    }

    /// The first time of a kind that stands outside of what is taken, which its place joins, and is not over when the text is adopted.
    fn time(
        &self,
        words: &str,
        kind: fn(When) -> bool,
        counts: fn(&Due) -> bool,
        taken: &mut Vec<Range<usize>>,
    ) -> Option<Due> {
        let patterns = self.patterns.follow_up.due.iter().filter(|due| kind(due.when));
        let mut found =
            patterns.flat_map(|due| due.pattern.captures_iter(words).map(move |found| (found, due)));
        found.find_map(|(found, pattern)| {
            let range = found.get(0)?.range();
            let is_apart = taken.iter().all(|but| range.end <= but.start || but.end <= range.start);
            let due =
                self.due(&found, pattern).filter(|due| is_apart && counts(due) && !self.is_past(due))?;
            taken.push(range);
            Some(due)
        })
    }

    fn due(&self, found: &Captures<'_>, pattern: &DuePattern) -> Option<Due> {
        let when = pattern.when;
        if let Some(date) = found.name("date") {
            return Some(Due::Day(self.patterns.day(date.as_str())?, when));
        }
        let Some(session) = found.name("session") else { return self.said(found, pattern) };
        let number = self.patterns.numerals.number(session.as_str())?;
        let named = found.name("body").and_then(|body| body_named(body.as_str(), self.patterns));
        let body = named.or_else(|| self.own_body.clone()).unwrap_or_default();
        Some(Due::Session(Session { body, number }, when))
    }

    /// A day, or a time in the words of the text.
    fn said(&self, found: &Captures<'_>, pattern: &DuePattern) -> Option<Due> {
        let when = pattern.when;
        let part = |name| found.name(name).map(|part| part.as_str());
        let month = match part("month") {
            Some(month) => Some(self.month(month)?),
            None => pattern.ends.and_then(|ends| ends.month),
        };
        let year = match part("year") {
            Some(year) => Some(self.year(year)?),
            None => self.text.front.date.map(|adopted| adopted.year()),
        };
        if let (Some(year), Some(month), Some(day)) = (year, month, part("day")) {
            let day = self.number(day).and_then(|day| i8::try_from(day).ok())?;
            return Some(Due::Day(Date::new(year, month, day).ok()?, when));
        }
        let words = found.name("said").or_else(|| found.get(0))?.as_str().trim();
        let last = match (pattern.unit, when) {
            (_, When::From) => None,
            (Some(_), _) if part("after").is_some() => None,
            (Some(unit), _) => {
                let count = part("count").map_or(pattern.count, |count| self.number(count))?;
                self.text.front.date.and_then(|adopted| adopted.checked_add(span(unit, count)).ok())
            }
            // Before a month or a year: the day before it begins.
            (None, When::Before) => {
                let year = year.filter(|_| part("year").is_some());
                year.and_then(|year| Date::new(year, month.unwrap_or(1), 1).ok()?.yesterday().ok())
            }
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
                self.text.front.date.is_some_and(|adopted| *date < adopted)
            }
            Due::Said(_, _, None) => false,
            Due::Session(session, _) => self
                .own_session
                .as_ref()
                .is_some_and(|own| own.body == session.body && session.number < own.number),
        }
    }
}

/// The times in the words of a task.
struct Times {
    start: Option<Due>,
    due: Option<Due>,
    also: Option<Due>,
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

/// Who is asked in the words from a place on, and where their task begins.
fn who(words: &str, from: usize, patterns: &FollowUpPatterns) -> (Option<Box<str>>, usize) {
    let from = from + leading_space(slice(words, from..));
    let mut end = from;
    let mut next = from;
    let named = |words| patterns.name.iter().find_map(|name| name.captures(words)?.name("name"));
    while let Some(name) = named(slice(words, next..)) {
        end = next + name.end();
        let Some(and) = patterns.and.find(slice(words, end..)).filter(|and| !and.is_empty()) else { break };
        next = end + and.end();
    }
    let who = slice(words, from..end).trim();
    let then = patterns.then.find(slice(words, end..)).map_or(0, |then| then.end());
    ((!who.is_empty()).then(|| who.into()), end + then)
}

fn leading_space(words: &str) -> usize {
    words.len() - words.trim_start().len()
}

/// Words without the marks around them.
fn trimmed(words: &str) -> &str {
    words.trim_matches(|c: char| c.is_whitespace() || "，；。：、,;:.".contains(c))
}

/// The tasks that operative paragraphs hold, each in one line, for the samples of a language: who, what, to whom, by when.
pub fn outcome(text: &Document, patterns: Option<&ResolutionPatterns>) -> Vec<String> {
    let time = |due: Due| match due {
        Due::Session(session, when) => format!("{} {session}", when.word()),
        Due::Day(day, when) => format!("{} {day}", when.word()),
        Due::Said(words, _, None) => format!("“{words}”"),
        Due::Said(words, _, Some(last)) => format!("“{words}” until {last}"),
    };
    let said = |task: Task| {
        let times =
            task.start.into_iter().chain(task.due).chain(task.also).map(time).collect::<Vec<_>>().join(" ");
        let or_none = |part: Option<Box<str>>| part.unwrap_or_else(|| "-".into());
        let (who, to) = (or_none(task.who), or_none(task.to));
        let times = if times.is_empty() { "-" } else { &times };
        format!("{} | {} | {who} | {} | {to} | {times}", task.paragraph, task.verb, task.what)
    };
    tasks(text, patterns).into_iter().map(said).collect()
}
