//! The part of a long line that a person needs to see.
//!
//! A paragraph of a resolution is one line of three hundred characters. Shown are about [`CELLS`] cells around the
//! place, with `…` where words are left out; a full-width character takes two cells.

use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use crate::hidden::is_hidden;
use crate::source::{Source, Span, slice};

/// How many cells of a line are shown.
const CELLS: usize = 64;

/// How many cells are shown before the place at most.
const BEFORE: usize = 20;

/// A line, or a part of it, with the place in it.
pub struct Window {
    /// The words shown.
    pub text: String,
    /// The bytes of `text` that are marked.
    pub marked: Range<usize>,
    /// The line's number, from 1.
    pub line: usize,
}

impl Window {
    /// The line on which `span` begins; a place of several lines is marked up to the end of the first.
    pub fn of(source: &Source, span: Span) -> Self {
        let at = source.position(span.start);
        let line = source.line(at.line);
        let start = line.char_indices().nth(at.column as usize - 1).map_or(line.len(), |(byte, _)| byte);
        let length = source.slice(span).lines().next().unwrap_or_default().trim_end().len();
        let marked = start..(start + length).min(line.len());
        let shown = if cells(line) <= CELLS { 0..line.len() } else { part(line, &marked) };
        let cut_before = shown.start > 0;
        let cut_after = shown.end < line.len();
        let mut text = String::new();
        text.push_str(if cut_before { "…" } else { "" });
        let shift = text.len();
        text.push_str(slice(line, shown.clone()));
        let end = marked.end.min(shown.end);
        let marked = marked.start - shown.start + shift..end - shown.start + shift;
        text.push_str(if cut_after { "…" } else { "" });
        // A tab or another control character would move the marker away from its place.
        let mut shown = String::with_capacity(text.len());
        for c in text.chars() {
            match (is_hidden(c) || c.is_control(), c.len_utf8()) {
                (false, _) => shown.push(c),
                (true, 1) => shown.push(' '),
                (true, 2) => shown.push('·'),
                (true, 3) => shown.push('\u{fffd}'),
                // Each is as long as what it stands for, so that the marked bytes stay.
                (true, _) => shown.push_str("\u{fffd} "),
            }
        }
        let text = shown;
        Self { text, marked, line: at.line as usize }
    }
}

/// The bytes of `line` shown around the place.
fn part(line: &str, marked: &Range<usize>) -> Range<usize> {
    let (mut start, mut used) = (marked.start, 0);
    for c in slice(line, ..marked.start).chars().rev() {
        used += width(c);
        if used > BEFORE {
            break;
        }
        start -= c.len_utf8();
    }
    let mut used = used.min(BEFORE);
    let mut end = marked.start;
    for c in slice(line, marked.start..).chars() {
        used += width(c);
        if used > CELLS {
            break;
        }
        end += c.len_utf8();
    }
    start..end
}

fn cells(text: &str) -> usize {
    text.chars().map(width).sum()
}

fn width(c: char) -> usize {
    c.width().unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let text = format!("{}错{}", "字".repeat(300), "词".repeat(300));
        let at = text.find('错').unwrap();
        let source = Source::new("a.md", text);
        let window = Window::of(&source, Span::from(at..at + '错'.len_utf8()));
        assert_eq!(&window.text[window.marked.clone()], "错");
        assert!(cells(&window.text) <= CELLS + 2, "{}", window.text);
        assert!(window.text.starts_with('…') && window.text.ends_with('…'));
    }

    #[test]
    fn a_short_line_is_whole_and_a_long_place_ends_with_the_line() {
        let source = Source::new("a.md", "第一行\n\t第二行很短\n第三行");
        let window = Window::of(&source, Span::from(11..source.text().len()));
        assert_eq!((window.text.as_str(), window.line), (" 第二行很短", 2));
        assert_eq!(&window.text[window.marked], "第二行很短");
        let end = Window::of(&source, Span::point(source.text().len()));
        assert_eq!(end.text, "第三行");
    }
}
