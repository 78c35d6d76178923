//! Tasks in the words of operative paragraphs.
//!
//! In: a resolution and the patterns of its language. Out: its tasks in reading order. What sub-paragraphs say is asked of those whom the
//! words above them name. Each pattern is tried once on each piece of text, so the time is linear in the text.

use std::ops::Range;

use super::times::{Clock, Times};
use super::{Due, Task, Term};
use crate::document::{Block, BlockKind, Body, Document, Paragraph};
use crate::languages::{FollowUpPatterns, ResolutionPatterns};
use crate::source::slice;

/// The tasks of a text; none where it is no resolution, or nothing is known of resolutions in its language.
pub fn tasks(text: &Document, patterns: Option<&ResolutionPatterns>) -> Vec<Task> {
    let (Body::Resolution(resolution), Some(patterns)) = (&text.body, patterns) else { return Vec::new() };
    let mut finder = Finder {
        text,
        patterns,
        adopter: adopter(text),
        clock: Clock::of(text, patterns),
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
    clock: Clock<'a>,
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
    /// Where the names of those who are asked end.
    named: usize,
    /// Where the task begins.
    task: usize,
}

impl Asking {
    /// What a verb asks of those who are named behind it.
    fn of(words: &str, start: usize, verb: Range<usize>, patterns: &FollowUpPatterns) -> Self {
        let from = verb.end + leading_space(slice(words, verb.end..));
        let mut named = from;
        let mut next = from;
        let one = |words| patterns.name.iter().find_map(|name| name.captures(words)?.name("name"));
        while let Some(name) = one(slice(words, next..)) {
            named = next + name.end();
            let Some(and) = patterns.and.find(slice(words, named..)).filter(|and| !and.is_empty()) else {
                break;
            };
            next = named + and.end();
        }
        let who = slice(words, from..named).trim();
        let then = patterns.then.find(slice(words, named..)).map_or(0, |then| then.end());
        let who = (!who.is_empty()).then(|| who.into());
        Self { start, verb, decides: false, who, named, task: named + then }
    }
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
            let Times { start, due } = self.clock.times(&words);
            tasks.push(Task {
                paragraph: paragraph.id.clone(),
                what: trimmed(&words).into(),
                to: self.to(&words).or_else(|| above.to.clone()),
                start: start.or_else(|| above.start.clone()),
                due: if due.is_empty() { above.due.clone() } else { due },
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
            askings.push(Asking::of(words, whole.start(), verb.range(), patterns));
        }
        for found in patterns.decides.captures_iter(words) {
            let (Some(whole), Some(verb)) = (found.get(0), found.name("verb")) else { continue };
            let who = self.adopter.map(Into::into);
            let then = patterns.then.find(slice(words, verb.end()..)).map_or(0, |then| then.end());
            let (start, named, task) = (whole.start(), verb.end(), verb.end() + then);
            askings.push(Asking { start, verb: verb.range(), decides: true, who, named, task });
        }
        let Some(first) = askings.iter().map(|asking| asking.start).min() else { return askings };
        for found in patterns.asks_too.captures_iter(words) {
            let verb = found.name("verb").or_else(|| found.name("call"));
            let (Some(whole), Some(verb)) = (found.get(0), verb) else { continue };
            let asking = Asking::of(words, whole.start(), verb.range(), patterns);
            // What asks within other words counts only beside a verb that asks by itself.
            if asking.who.is_some() && whole.start() > first {
                askings.push(asking);
            }
        }
        askings.sort_by_key(|asking| asking.verb.start);
        askings.dedup_by_key(|asking| asking.verb.start);
        askings
    }

    fn task(&self, paragraph: &Paragraph, words: &str, asking: &Asking, end: usize) -> Task {
        let said = slice(words, asking.verb.end.min(end)..end);
        // A deadline may stand between who is asked and the task; a time in the names tells who is meant.
        let Times { start, due } = self.clock.times(slice(words, asking.named.min(end)..end));
        Task {
            paragraph: paragraph.id.clone(),
            verb: slice(words, asking.verb.clone()).into(),
            decides: asking.decides,
            who: asking.who.clone(),
            what: trimmed(slice(words, asking.task.min(end)..end)).into(),
            to: self.to(said),
            start,
            due,
        }
    }

    fn to(&self, words: &str) -> Option<Box<str>> {
        let found = self.patterns.follow_up.to.iter().find_map(|pattern| pattern.captures(words)?.name("to"));
        found.map(|to| to.as_str().trim().into())
    }
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
        let due = task.due.into_iter().flat_map(|Term { due, also }| [Some(due), also]).flatten();
        let times = task.start.into_iter().chain(due).map(time).collect::<Vec<_>>().join(" ");
        let or_none = |part: Option<Box<str>>| part.unwrap_or_else(|| "-".into());
        let (who, to) = (or_none(task.who), or_none(task.to));
        let times = if times.is_empty() { "-" } else { &times };
        format!("{} | {} | {who} | {} | {to} | {times}", task.paragraph, task.verb, task.what)
    };
    tasks(text, patterns).into_iter().map(said).collect()
}
