//! A source file in memory, and where a byte of it stands on the author's screen.
//!
//! In: the file's path relative to the site's root and its decoded text. Out: spans turned into lines and
//! columns. All positions inside the program are byte offsets; only messages speak of lines and columns.

#![cfg_attr(not(test), warn(clippy::indexing_slicing))]

use std::ops::{Bound, Range, RangeBounds};
use std::sync::{Arc, OnceLock};

use serde::Serialize;

/// What some editors put before a text to say that it is UTF-8.
pub const BYTE_ORDER_MARK: &[u8] = &[0xEF, 0xBB, 0xBF];

/// A range of bytes in one source file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// A span of nothing, just before the byte at `offset`.
    pub fn point(offset: usize) -> Self {
        Self::from(offset..offset)
    }

    /// The span as a range that indexes a `str`.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether the other span lies in this one.
    pub fn holds(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    pub fn to(self, other: Span) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

impl From<Range<usize>> for Span {
    /// Offsets past 4 GiB are clamped; the loader refuses such files long before.
    fn from(range: Range<usize>) -> Self {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { start: clamp(range.start), end: clamp(range.end) }
    }
}

/// The piece of a text between two offsets; it never panics.
///
/// Offsets come from the text they are used on, so they stand between its characters, and tests fail where one does not.
/// Should one stand inside a character all the same, it counts as the one after it: pieces side by side always make the
/// whole text, and a loop that cuts from the front always ends.
pub fn slice(text: &str, range: impl RangeBounds<usize>) -> &str {
    let bounds = (range.start_bound().cloned(), range.end_bound().cloned());
    text.get(bounds).unwrap_or_else(|| whole_characters(text, bounds))
}

#[cold]
fn whole_characters(text: &str, bounds: (Bound<usize>, Bound<usize>)) -> &str {
    debug_assert!(false, "{bounds:?} cuts a character or is not of these {} bytes: {text:?}", text.len());
    let start = match bounds.0 {
        Bound::Included(start) => start,
        Bound::Excluded(before) => before.saturating_add(1),
        Bound::Unbounded => 0,
    };
    let end = match bounds.1 {
        Bound::Included(last) => last.saturating_add(1),
        Bound::Excluded(end) => end,
        Bound::Unbounded => text.len(),
    };
    text.get(text.ceil_char_boundary(start)..text.ceil_char_boundary(end)).unwrap_or_default()
}

/// A place as a person counts: both numbers start at 1, the column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Position {
    /// The line, from 1.
    pub line: u32,
    /// The character in the line, from 1; a full-width character counts as one.
    pub column: u32,
}

/// One decoded source file.
#[derive(Debug)]
pub struct Source {
    path: Box<str>,
    text: Box<str>,
    lines: OnceLock<Box<[u32]>>,
    origin: Option<Box<Origin>>,
}

/// What a text was made from, that is no file itself.
#[derive(Debug)]
struct Origin {
    source: Arc<Source>,
    /// From where each line is.
    lines: Box<[Span]>,
}

impl Source {
    /// `path` is relative to the site's root, with `/` between its parts, as messages show it.
    pub fn new(path: impl Into<Box<str>>, text: impl Into<Box<str>>) -> Self {
        Self { path: path.into(), text: text.into(), lines: OnceLock::new(), origin: None }
    }

    /// A text that the program makes from another: `lines` says for each of its lines from where it is. The path is that of no file; messages
    /// name the other one.
    pub fn derived(
        path: impl Into<Box<str>>,
        text: impl Into<Box<str>>,
        source: &Arc<Source>,
        lines: Vec<Span>,
    ) -> Self {
        let origin = Origin { source: source.clone(), lines: lines.into() };
        Self { origin: Some(Box::new(origin)), ..Self::new(path, text) }
    }

    /// Whether it is made from another text.
    pub fn is_derived(&self) -> bool {
        self.origin.is_some()
    }

    /// The file in which a span was written, and where in it. A line that stands there as it is here keeps its columns.
    pub fn written(self: &Arc<Self>, span: Span) -> (Arc<Source>, Span) {
        let Some(origin) = &self.origin else { return (self.clone(), span) };
        let line = self.line_number(span.start);
        let from = origin.lines.get(line as usize - 1).or(origin.lines.last()).copied().unwrap_or_default();
        let start = self.line_starts().get(line as usize - 1).copied().unwrap_or_default();
        let here = Span { start: span.start - start, end: span.end - start };
        let is_same = origin.source.slice(from) == self.line(line) && from.start + here.end <= from.end;
        let there = match is_same {
            true => Span { start: from.start + here.start, end: from.start + here.end },
            false => from,
        };
        origin.source.written(there)
    }

    /// The path relative to the site's root.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text of a span; empty where the span does not lie on character boundaries of this file.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// The line and column of a byte offset.
    pub fn position(&self, offset: u32) -> Position {
        let line = self.line_number(offset);
        let starts = self.line_starts();
        let start = starts.get(line as usize - 1).map_or(0, |&start| start as usize);
        let before = self.text.get(start..(offset as usize).min(self.text.len())).unwrap_or_default();
        let column = before.chars().count() + 1;
        Position { line, column: column as u32 }
    }

    /// The line of a byte offset, counted from 1.
    pub fn line_number(&self, offset: u32) -> u32 {
        self.line_starts().partition_point(|&start| start <= offset).max(1) as u32
    }

    /// The text of the line, counted from 1, without its end-of-line characters.
    pub fn line(&self, line: u32) -> &str {
        let starts = self.line_starts();
        let index = (line as usize).saturating_sub(1).min(starts.len() - 1);
        let end = starts.get(index + 1).map_or(self.text.len(), |&next| next as usize);
        let start = starts.get(index).map_or(0, |&start| start as usize);
        slice(&self.text, start..end).trim_end_matches(['\n', '\r'])
    }

    fn line_starts(&self) -> &[u32] {
        self.lines.get_or_init(|| {
            std::iter::once(0)
                .chain(
                    self.text
                        .bytes()
                        .enumerate()
                        .filter(|&(_, byte)| byte == b'\n')
                        .map(|(at, _)| at as u32 + 1),
                )
                .collect()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let source = Source::new("a.md", "第一行\r\n请看**《公约》**\n");
        let at = source.text().find("《").unwrap() as u32;
        assert_eq!(source.position(at), Position { line: 2, column: 5 });
        assert_eq!(source.line(1), "第一行");
        assert_eq!(source.line(2), "请看**《公约》**");
    }

    #[test]
    #[cfg_attr(debug_assertions, should_panic(expected = "cuts a character"))]
    fn an_offset_inside_a_character_is_found_by_tests_and_harmless_otherwise() {
        let pieces: String = (0..=7).map(|at| slice("a好é", at..at + 1)).collect();
        assert_eq!(pieces, "a好é");
    }

    #[test]
    fn a_place_in_a_derived_text_is_that_of_the_text_it_is_made_from() {
        let table = Arc::new(Source::new("a.csv", "id,title\n甲,修坡道\n"));
        let at = |word: &str| {
            let start = table.text().find(word).unwrap();
            Span::from(start..start + word.len())
        };
        let lines = vec![at("甲"), at("修坡道"), at("修坡道")];
        let made = Arc::new(Source::derived("甲/index.md", "---\ntitle: 修坡道\n修坡道", &table, lines));
        let written = |word: &str| {
            let start = made.text().rfind(word).unwrap();
            let (source, span) = made.written(Span::from(start..start + word.len()));
            (source.path().to_owned(), source.position(span.start), source.slice(span).to_owned())
        };
        let place = |column| ("a.csv".to_owned(), Position { line: 2, column });
        assert_eq!(written("title"), (place(3).0, place(3).1, "修坡道".to_owned()));
        assert_eq!(written("坡道"), (place(4).0, place(4).1, "坡道".to_owned()));
        assert_eq!(written("---").2, "甲");
    }

    #[test]
    fn an_offset_past_the_end_is_the_end() {
        let source = Source::new("a.md", "好");
        assert_eq!(source.position(99), Position { line: 1, column: 2 });
        assert_eq!(source.slice(Span { start: 1, end: 2 }), "");
    }
}
