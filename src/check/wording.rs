//! Words of a list in the lines of a text: what a dozen rules have in common.
//!
//! What stands between title marks is the name of something, and a word of the glossary is explained where it
//! stands; neither is found.

use std::ops::Range;

use super::pack::{Hit, List};
use super::prose::Line;
use super::ranges::Ranges;
use super::{Found, Subject};

/// What a rule says of a word it found.
pub struct Wording {
    /// The list of the language's pack.
    pub list: &'static str,
    /// What is wrong with the word: follows it in the message.
    pub message: &'static str,
    /// What to do, when the list has no advice for the word.
    pub help: &'static str,
}

impl Wording {
    /// Finds the words of the list in every line.
    pub fn check(&self, subject: &Subject<'_>, found: &mut Found<'_>) {
        let Some(list) = subject.pack.list(self.list) else { return };
        for line in subject.lines() {
            for hit in hits(list, line, subject) {
                let help = hit.advice.map_or_else(|| self.help.to_owned(), |advice| format!("{advice}."));
                let word = &line.text[hit.range.clone()];
                found.add(line.span(hit.range), format!("“{word}” {}", self.message), help);
            }
        }
    }
}

/// The words of a list in a line, without names and explained words.
pub fn hits<'l>(list: &'l List, line: &Line, subject: &Subject<'_>) -> Vec<Hit<'l>> {
    let mut hits = list.hits(&line.text, subject.pack);
    if hits.is_empty() {
        return hits;
    }
    let hidden = named(line, subject);
    hits.retain(|hit| !hidden.hold(&hit.range));
    hits
}

/// Titles, and words that the glossary explains.
pub fn named(line: &Line, subject: &Subject<'_>) -> Ranges {
    let explained = subject.glossary().map(|glossary| glossary.uses(&line.text)).unwrap_or_default();
    let explained = explained.into_iter().map(|word| word.start..word.end);
    titles(&line.text, &subject.pack.titles).into_iter().chain(explained).collect()
}

/// What stands between title marks, the marks included.
pub fn titles(text: &str, marks: &str) -> Vec<Range<usize>> {
    let mut marks = marks.chars();
    let (Some(open), Some(close)) = (marks.next(), marks.next()) else { return Vec::new() };
    let mut titles = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(open).map(|from| at + from) {
        let Some(end) = text[start..].find(close).map(|length| start + length + close.len_utf8()) else {
            break;
        };
        titles.push(start..end);
        at = end;
    }
    titles
}
