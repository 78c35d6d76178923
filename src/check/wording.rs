//! Words of a list in the lines of a text: what a dozen rules have in common.
//!
//! What stands between title marks is the name of something, a word of the glossary is explained where it stands, and an
//! address is read sign by sign; none of them is found.

use std::ops::Range;

use memchr::memmem;

use super::prose::{Line, Prose};
use super::{Reporter, Subject};
use crate::document::Version;
use crate::languages::{Hit, List};
use crate::ranges::Ranges;
use crate::source::slice;

/// The list of the symbols of documents.
pub const SYMBOL: &str = "symbol";

/// What a rule says of a word it found.
pub struct Wording {
    /// The list of the data of the language.
    pub list: &'static str,
    /// What is wrong with the word: follows it in the message.
    pub message: &'static str,
    /// What to do, when the list has no advice for the word.
    pub help: &'static str,
}

impl Wording {
    /// Finds the words of the list in every line.
    pub fn check(&self, subject: &Subject<'_>, found: &mut Reporter<'_>) {
        for (line, hits) in hits(subject, self.list) {
            for hit in hits {
                let help = hit.advice.map_or_else(|| self.help.to_owned(), |advice| format!("{advice}."));
                let word = slice(line.text, hit.range.clone());
                found.add(line.span(hit.range), format!("“{word}” {}", self.message), help);
            }
        }
    }
}

/// The lines with words of a list, and those words; names and explained words are left out.
pub fn hits<'s>(subject: &'s Subject<'_>, name: &'s str) -> impl Iterator<Item = (Line<'s>, Vec<Hit<'s>>)> {
    let found = subject.language.list(name);
    let lines = found.map(|(place, list)| lines_with(subject, place, list)).unwrap_or_default();
    lines.into_iter().filter_map(move |at| {
        let (line, (_, list)) = (subject.prose().line(at)?, found?);
        let mut hits = list.hits(line.text, subject.language);
        let named = subject.named().get(at)?;
        hits.retain(|hit| !named.hold(&hit.range));
        // What is in the symbol of a document is read sign by sign too.
        let symbols = subject.language.list(SYMBOL).filter(|_| !hits.is_empty() && name != SYMBOL);
        if let Some((_, symbols)) = symbols {
            let symbols: Ranges =
                symbols.hits(line.text, subject.language).into_iter().map(|hit| hit.range).collect();
            hits.retain(|hit| !symbols.hold(&hit.range));
        }
        Some((line, hits))
    })
}

/// The lines that can have words of a list; `place` is that of the list among the lists.
fn lines_with(subject: &Subject<'_>, place: usize, list: &List) -> Vec<usize> {
    // Many lists are looked for in easy-read texts, and few in official ones, which are long and have next to nothing.
    if subject.document.version == Version::EasyRead && !list.has_file() {
        let candidates = subject.candidates().iter().enumerate();
        return candidates.filter(|(_, candidates)| candidates.has(place)).map(|(at, _)| at).collect();
    }
    let prose = subject.prose();
    let traces = list.traces(prose.text(), subject.language).into_iter();
    let mut lines: Vec<usize> = traces.flat_map(|trace| prose.lines_of(trace)).collect();
    lines.dedup();
    lines
}

/// The lines where a title may begin.
pub fn lines_with_titles(prose: &Prose, marks: &str) -> Vec<usize> {
    let Some(open) = marks.chars().next() else { return Vec::new() };
    let places = memmem::find_iter(prose.text().as_bytes(), slice(marks, ..open.len_utf8()));
    let mut lines: Vec<usize> = places.filter_map(|at| prose.line_at(at)).collect();
    lines.dedup();
    lines
}

/// What stands between title marks, the marks included.
pub fn titles(text: &str, marks: &str) -> Vec<Range<usize>> {
    let mut marks = marks.chars();
    let (Some(open), Some(close)) = (marks.next(), marks.next()) else { return Vec::new() };
    let mut titles = Vec::new();
    let mut at = 0;
    while let Some(start) = slice(text, at..).find(open).map(|from| at + from) {
        let Some(end) = slice(text, start..).find(close).map(|length| start + length + close.len_utf8())
        else {
            break;
        };
        titles.push(start..end);
        at = end;
    }
    titles
}
