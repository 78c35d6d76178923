//! Tasks in the words of operative paragraphs.
//!
//! In: a resolution and the patterns of its language. Out: its tasks in reading order. A sub-paragraph without a verb of its own has that
//! of the words above it. Each pattern is tried once on each piece of text, so the time is linear in the text.

use std::ops::Range;

use super::sessions::{body_named, body_of};
use super::{Due, Session, Task};
use crate::document::{BlockKind, Body, Document, Paragraph};
use crate::languages::{FollowUpPatterns, ResolutionPatterns};
use crate::source::slice;

/// The tasks of a text; none where it is no resolution, or nothing is known of resolutions in its language.
pub fn tasks(text: &Document, patterns: Option<&ResolutionPatterns>) -> Vec<Task> {
    let (Body::Resolution(resolution), Some(patterns)) = (&text.body, patterns) else { return Vec::new() };
    let mut finder = Finder { text, patterns, own_body: body_of(text, patterns), found: Vec::new() };
    resolution.operative.iter().for_each(|paragraph| finder.paragraph(paragraph, None));
    finder.found
}

/// The words of a paragraph, without those of its sub-paragraphs.
pub(super) fn words(text: &Document, paragraph: &Paragraph) -> String {
    let mut words = String::new();
    for block in &paragraph.blocks {
        if let BlockKind::Paragraph(content) = &block.kind {
            words.push_str(&text.plain(content));
        }
    }
    words
}

struct Finder<'a> {
    text: &'a Document,
    patterns: &'a ResolutionPatterns,
    /// What the symbols of the body begin with that adopted the text.
    own_body: Option<Box<str>>,
    found: Vec<Task>,
}

/// A verb that asks, in the words of one paragraph.
struct Asking {
    /// Where what was said before it ends.
    start: usize,
    verb: Range<usize>,
    who: Option<Box<str>>,
    /// Where the task begins.
    task: usize,
}

impl Finder<'_> {
    fn paragraph(&mut self, paragraph: &Paragraph, above: Option<&Task>) {
        let words = words(self.text, paragraph);
        let askings = self.askings(&words);
        let ends = askings.iter().skip(1).map(|next| next.start).chain([words.len()]);
        let mut tasks: Vec<Task> =
            askings.iter().zip(ends).map(|(asking, end)| self.task(paragraph, &words, asking, end)).collect();
        if tasks.is_empty()
            && let Some(above) = above
        {
            let whole = 0..words.len();
            tasks.push(Task {
                paragraph: paragraph.id.clone(),
                what: trimmed(&words).into(),
                to: self.to(&words).or_else(|| above.to.clone()),
                due: self.due(slice(&words, whole)).or_else(|| above.due.clone()),
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
    }

    /// The verbs that ask, in order.
    fn askings(&self, words: &str) -> Vec<Asking> {
        let patterns = &self.patterns.follow_up;
        let mut askings: Vec<Asking> = Vec::new();
        for found in patterns.asks.captures_iter(words) {
            let (Some(whole), Some(verb)) = (found.get(0), found.name("verb")) else { continue };
            let (who, task) = who(words, verb.end(), patterns);
            askings.push(Asking { start: whole.start(), verb: verb.range(), who, task });
        }
        for found in patterns.decides.captures_iter(words) {
            let (Some(whole), Some(verb)) = (found.get(0), found.name("verb")) else { continue };
            let who = self.text.front.body.as_deref().map(Into::into);
            let then = patterns.then.find(slice(words, verb.end()..)).map_or(0, |then| then.end());
            let task = verb.end() + then;
            askings.push(Asking { start: whole.start(), verb: verb.range(), who, task });
        }
        let Some(first) = askings.iter().map(|asking| asking.start).min() else { return askings };
        for found in patterns.asks_too.captures_iter(words) {
            let verb = found.name("verb").or_else(|| found.name("call"));
            let (Some(whole), Some(verb)) = (found.get(0), verb) else { continue };
            let (who, task) = who(words, verb.end(), patterns);
            // What asks within other words counts only beside a verb that asks by itself.
            if who.is_some() && whole.start() > first {
                askings.push(Asking { start: whole.start(), verb: verb.range(), who, task });
            }
        }
        askings.sort_by_key(|asking| asking.verb.start);
        askings.dedup_by_key(|asking| asking.verb.start);
        askings
    }

    fn task(&self, paragraph: &Paragraph, words: &str, asking: &Asking, end: usize) -> Task {
        // A deadline may stand between who is asked and the task.
        let said = slice(words, asking.verb.end.min(end)..end);
        Task {
            paragraph: paragraph.id.clone(),
            verb: slice(words, asking.verb.clone()).into(),
            who: asking.who.clone(),
            what: trimmed(slice(words, asking.task.min(end)..end)).into(),
            to: self.to(said),
            due: self.due(said),
        }
    }

    fn to(&self, words: &str) -> Option<Box<str>> {
        let found = self.patterns.follow_up.to.iter().find_map(|pattern| pattern.captures(words)?.name("to"));
        found.map(|to| to.as_str().trim().into())
    }

    fn due(&self, words: &str) -> Option<Due> {
        self.patterns.follow_up.due.iter().find_map(|due| {
            let found = due.pattern.captures(words)?;
            if let Some(date) = found.name("date") {
                return Some(Due::Day(self.patterns.day(date.as_str())?, due.when));
            }
            let number = self.patterns.numerals.number(found.name("session")?.as_str())?;
            let named = found.name("body").and_then(|body| body_named(body.as_str(), self.patterns));
            let body = named.or_else(|| self.own_body.clone()).unwrap_or_default();
            Some(Due::Session(Session { body, number }, due.when))
        })
    }
}

/// Who is asked in the words from a place on, and where their task begins.
fn who(words: &str, from: usize, patterns: &FollowUpPatterns) -> (Option<Box<str>>, usize) {
    let from = from + leading_space(slice(words, from..));
    let mut end = from;
    let mut next = from;
    while let Some(name) = patterns.name.captures(slice(words, next..)).and_then(|found| found.name("name")) {
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

/// The tasks that words of one operative paragraph hold, each in one line, for the samples of a language: who, what, to whom, by when.
pub fn outcome(text: &Document, patterns: Option<&ResolutionPatterns>) -> Vec<String> {
    let said = |task: Task| {
        let due = task.due.map(|due| match due {
            Due::Session(session, when) => format!("{} {session}", when.word()),
            Due::Day(date, when) => format!("{} {date}", when.word()),
        });
        let parts = [Some(task.verb), task.who, Some(task.what), task.to]
            .map(|part| part.unwrap_or_else(|| "-".into()));
        format!("{} | {} | {}", task.paragraph, parts.join(" | "), due.as_deref().unwrap_or("-"))
    };
    tasks(text, patterns).into_iter().map(said).collect()
}
