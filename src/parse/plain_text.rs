//! What stands in a plain text as it is written, and would be a mark in Markdown or HTML.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use super::emphasis::Prepared;
use super::markdown::OPTIONS;
use crate::source::slice;

/// Stands before each line, so that only marks of running text are read.
const LEAD: &str = "x ";

/// Marks that begin a line of Markdown.
const LINES: [&str; 9] = ["# ", "## ", "### ", "#### ", "##### ", "###### ", "> ", "- ", "* "];

/// The first mark of Markdown or HTML in a plain text.
pub fn first_mark(text: &str) -> Option<Range<usize>> {
    if !text.contains(['*', '_', '~', '`', '[', '<', '&', '\\', '\n']) {
        return None;
    }
    let is_one_line = !text.trim_end().contains('\n');
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        let lead = line.len() - line.trim_start().len();
        let found = match LINES.iter().find(|mark| !is_one_line && words.starts_with(**mark)) {
            Some(_) => Some(0..words.len()),
            None => in_line(words),
        };
        if let Some(found) = found {
            return Some(start + lead + found.start..start + lead + found.end);
        }
        start += line.len();
    }
    None
}

fn in_line(words: &str) -> Option<Range<usize>> {
    let line = [LEAD, words].concat();
    let prepared = Prepared::new(&line);
    let place = |range: Range<usize>| {
        let [start, end] =
            [range.start, range.end].map(|at| prepared.original(at).saturating_sub(LEAD.len()));
        start..end
    };
    let is_mark = |event: &Event<'_>, range: &Range<usize>| match event {
        Event::Start(Tag::Paragraph) | Event::End(_) | Event::SoftBreak | Event::HardBreak => false,
        Event::Start(Tag::Strikethrough) => slice(&prepared.text, range.clone()).starts_with("~~"),
        // A character that is spelled otherwise.
        Event::Text(text) => **text != *slice(&prepared.text, range.clone()),
        _ => true,
    };
    let mut events = Parser::new_ext(&prepared.text, OPTIONS).into_offset_iter();
    let read = events.find(|(event, range)| is_mark(event, range)).map(|(_, range)| place(range));
    [read, escape(words), note_mark(words)].into_iter().flatten().min_by_key(|range| range.start)
}

/// A backslash before a mark.
fn escape(words: &str) -> Option<Range<usize>> {
    let bytes = words.as_bytes();
    let at =
        bytes.windows(2).position(|pair| matches!(pair, [b'\\', mark] if mark.is_ascii_punctuation()))?;
    Some(at..at + 2)
}

/// The mark of a note, which the parser reads only where the note stands.
fn note_mark(words: &str) -> Option<Range<usize>> {
    let start = words.find("[^")?;
    let end = slice(words, start..).find(']')?;
    (end > 2).then_some(start..start + end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_and_other_signs_are_not() {
        for (text, mark) in [
            ("付 10<sup>3</sup> 元", "<sup>"),
            ("请**各国**报告", "**各国**"),
            ("看**《公约》**第一条", "**《公约》**"),
            ("~~旧~~题目", "~~旧~~"),
            ("《[公约](a.md)》", "[公约](a.md)"),
            (r"第 1\. 条", r"\."),
            ("甲&amp;乙", "&amp;"),
            ("甲 `码`", "`码`"),
            ("报告[^1]", "[^1]"),
            ("<https://a.example/>", "<https://a.example/>"),
            ("第一行\n- 第二行\n", "- 第二行"),
            ("第一行\n  第*二*行", "*二*"),
            ("a _b_ c", "_b_"),
            ("甲<br>乙", "<br>"),
        ] {
            let found = first_mark(text).map(|range| slice(text, range));
            assert_eq!(found, Some(mark), "{text}");
        }
        for text in [
            "5 ~10岁，15~ 20岁",
            "2 * 3 * 4",
            "a_b_c",
            "R&D；C# 和 C++",
            "[草案]",
            "1 < 2 > 0",
            "- 甲",
            "# 甲",
            "1. 甲",
            "A/HRC/RES/52/8",
            "C:\\甲",
            "https://a.example/~b/?c=1&d=2",
        ] {
            assert_eq!(first_mark(text), None, "{text}");
        }
    }
}
