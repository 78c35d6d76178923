//! A run of text put together from lines of a source, which knows where each of its characters came from.
//!
//! In: ranges of the source, in order. Out: the joined text and, for any part of it, the source spans. Nothing
//! but blanks is ever added or left out.

use std::ops::Range;

use super::script::{Script, is_wide};
use crate::source::{Span, slice};

/// What stands between a passage and the piece that is added to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joint {
    /// A line end that the script may or may not turn into a space.
    Wrap(Script),
    /// One space.
    Space,
}

/// Joined text with its origin.
#[derive(Debug, Clone, Default)]
pub struct Passage {
    text: String,
    pieces: Vec<Piece>,
}

/// A stretch that stands in the passage exactly as in the source.
#[derive(Debug, Clone, Copy)]
struct Piece {
    at: usize,
    from: usize,
    len: usize,
}

impl Passage {
    /// A passage of one line.
    pub fn line(source: &str, range: Range<usize>) -> Self {
        let mut passage = Self::default();
        passage.push(source, range, Joint::Space);
        passage
    }

    /// The joined text: no blanks at its ends, no two blanks side by side.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether nothing was added yet.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Adds a range of the source.
    pub fn push(&mut self, source: &str, range: Range<usize>, joint: Joint) {
        let raw = slice(source, range.clone());
        let trimmed = raw.trim_start();
        let mut from = range.start + raw.len() - trimmed.len();
        let mut rest = trimmed.trim_end();
        let Some(first) = rest.chars().next() else { return };
        if let Some(last) = self.text.chars().next_back()
            && joint.is_space(last, first)
            && !(joint != Joint::Space && parts_number(&self.text, rest))
        {
            self.text.push(' ');
        }
        while !rest.is_empty() {
            let (verbatim, blank) = verbatim(rest);
            self.pieces.push(Piece { at: self.text.len(), from, len: verbatim });
            self.text.push_str(slice(rest, ..verbatim));
            if blank > 0 {
                self.text.push(' ');
            }
            from += verbatim + blank;
            rest = slice(rest, verbatim + blank..);
        }
    }

    /// Adds another passage of the same source.
    pub fn append(&mut self, other: Passage, joint: Joint) {
        let ends = (self.text.chars().next_back(), other.text.chars().next());
        if let (Some(last), Some(first)) = ends
            && joint.is_space(last, first)
        {
            self.text.push(' ');
        }
        let at = self.text.len();
        self.pieces.extend(other.pieces.into_iter().map(|piece| Piece { at: at + piece.at, ..piece }));
        self.text.push_str(&other.text);
    }

    /// A part of the passage as a passage of its own; blanks at its ends are left behind.
    pub fn part(&self, source: &str, range: Range<usize>) -> Passage {
        let text = slice(&self.text, range.clone());
        let start = range.start + text.len() - text.trim_start().len();
        let range = start..start + text.trim().len();
        self.keep(source, std::slice::from_ref(&range))
    }

    /// Some parts of the passage, in order, with nothing between them.
    pub fn keep(&self, source: &str, ranges: &[Range<usize>]) -> Passage {
        let mut kept = Self::default();
        for range in ranges {
            let mut end = range.start;
            for (at, from) in self.pieces_from(range.start).take_while(|(at, _)| *at < range.end) {
                let (start, stop) = (at.max(range.start), (at + from.len()).min(range.end));
                // A blank between two pieces stands in this text only.
                if start > end && !kept.is_empty() {
                    kept.text.push(' ');
                }
                let from = from.start + start - at..from.start + stop - at;
                kept.pieces.push(Piece { at: kept.text.len(), from: from.start, len: from.len() });
                kept.text.push_str(slice(source, from));
                end = stop;
            }
        }
        kept
    }

    /// Where a part of the joined text stands in the source.
    pub fn spans(&self, range: Range<usize>) -> impl Iterator<Item = Span> + '_ {
        self.pieces_from(range.start).take_while(move |(at, _)| *at < range.end).map(move |(at, from)| {
            let start = range.start.max(at) - at;
            let end = range.end.min(at + from.len()) - at;
            Span::from(from.start + start..from.start + end)
        })
    }

    /// From its first character in the source to its last; a point at 0 where it is empty.
    pub fn whole(&self) -> Span {
        match (self.pieces.first(), self.pieces.last()) {
            (Some(first), Some(last)) => Span::from(first.from..last.from + last.len),
            _ => Span::point(0),
        }
    }

    /// One span that holds a part of the joined text, for messages.
    pub fn span(&self, range: Range<usize>) -> Span {
        self.spans(range).reduce(Span::to).unwrap_or(self.whole())
    }

    /// The stretches as (start in the text, range in the source), in order.
    pub fn pieces(&self) -> impl Iterator<Item = (usize, Range<usize>)> + '_ {
        self.pieces_from(0)
    }

    /// The stretches that end after a place in the text.
    fn pieces_from(&self, start: usize) -> impl Iterator<Item = (usize, Range<usize>)> + '_ {
        let first = self.pieces.partition_point(|piece| piece.at + piece.len <= start);
        self.pieces[first..].iter().map(|piece| (piece.at, piece.from..piece.from + piece.len))
    }
}

/// How many bytes can be copied as they are, and how many bytes of blank to fold into one space after them.
/// A single blank is copied; only a tab or the end of a line, or two blanks and more, are folded.
fn verbatim(text: &str) -> (usize, usize) {
    let mut blank: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        match (blank, c.is_whitespace()) {
            (None, true) => blank = Some((at, c)),
            (Some((start, _)), true) => return (start, blank_len(slice(text, start..))),
            (Some((start, c @ ('\t' | '\u{2028}'))), false) => return (start, c.len_utf8()),
            _ => blank = None,
        }
    }
    (text.len(), 0)
}

/// Whether the end of a line parts the thousands of a number, or the two numbers of a range.
fn parts_number(above: &str, below: &str) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let before = |text: &str| text.bytes().rev().take_while(u8::is_ascii_digit).count();
    let is_number = |start: &str| (1..=3).contains(&before(start));
    match above.strip_suffix(',') {
        Some(start) => is_number(start) && digits(below) == 3,
        None => above.strip_suffix('–').is_some_and(|start| before(start) > 0) && digits(below) > 0,
    }
}

fn blank_len(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

impl Joint {
    /// Whether a space goes between two characters that a line end, or nothing, parted.
    pub fn is_space(self, last: char, first: char) -> bool {
        let Joint::Wrap(script) = self else { return true };
        if is_wide(last) || is_wide(first) || matches!(last, '-' | '\u{AD}' | '\u{2010}' | '\u{2011}' | '/') {
            return false;
        }
        // Curly quotes and dashes are as wide as a Chinese character in Chinese and narrow elsewhere.
        let shared = |c: char| matches!(c, '\u{2013}'..='\u{201F}' | '…');
        !(script == Script::Solid && (shared(last) || shared(first)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(lines: &[&str], script: Script) -> String {
        let source = lines.join("\n");
        let mut passage = Passage::default();
        let mut at = 0;
        for line in lines {
            passage.push(&source, at..at + line.len(), Joint::Wrap(script));
            at += line.len() + 1;
        }
        passage.text().to_owned()
    }

    #[test]
    fn wrapped_lines_join_as_the_script_wants() {
        for (lines, want) in [
            (&["人权理事会 2018 年", "3 月 22 日"][..], "人权理事会 2018 年3 月 22 日"),
            (&["题为“变革”", "的第 70/1 号"], "题为“变革”的第 70/1 号"),
            (&["COVID-", "19 疫情"], "COVID-19 疫情"),
            (&["in the", "United  Nations"], "in the United Nations"),
            (&["花费1,", "000美元，见第10–", "12页"], "花费1,000美元，见第10–12页"),
            (&["见 1,", "2030 年"], "见 1, 2030 年"),
            (&["权利――", "“公民”"], "权利――“公民”"),
        ] {
            assert_eq!(joined(lines, Script::Solid), want);
        }
        let torn = ["inter\u{AD}", "national costs of 12,", "000 and 3.", "5 per cent"];
        assert_eq!(joined(&torn, Script::Spaced), "inter\u{AD}national costs of 12,000 and 3. 5 per cent");
        assert_eq!(joined(&["the “new”", "agenda –", "all"], Script::Spaced), "the “new” agenda – all");
    }

    #[test]
    fn spans_lead_back_to_the_source() {
        let source = "甲  乙 丙\n丁";
        let mut passage = Passage::line(source, 0..12);
        passage.push(source, 13..16, Joint::Wrap(Script::Solid));
        assert_eq!(passage.text(), "甲 乙 丙丁");
        let all: String = passage.spans(0..passage.text().len()).map(|s| &source[s.range()]).collect();
        assert_eq!(all, "甲乙 丙丁");
        let at = passage.text().find("丙丁").unwrap();
        let spans: Vec<_> = passage.spans(at..at + 6).map(|s| &source[s.range()]).collect();
        assert_eq!(spans, ["丙", "丁"]);
    }
}
