//! The lines of a plain text that hold anything, with what the blanks around them say.
//!
//! In: decoded text with `\n` line ends. Out: one entry for each line that is not blank.

use std::ops::Range;

use crate::source::slice;

/// One line with something on it.
#[derive(Debug, Clone)]
pub struct Line {
    /// The line without the blanks at its ends, as byte offsets into the text.
    pub range: Range<usize>,
    /// How many characters of blank stand before it.
    pub indent: usize,
    /// What lies between this line and the one before.
    pub before: Before,
}

/// What lies between two lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Before {
    /// Nothing but the line end.
    Adjacent,
    /// A blank line, a page break or the beginning of the text.
    Gap,
}

/// Splits a text into its lines; form feeds and vertical tabs end a line and leave a gap.
pub fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut before = Before::Gap;
    let mut at = 0;
    for raw in text.split_inclusive(['\n', '\u{b}', '\u{c}']) {
        let start = at;
        at += raw.len();
        let body = raw.trim_start();
        if body.is_empty() {
            before = Before::Gap;
            continue;
        }
        let blank = raw.len() - body.len();
        let range = start + blank..start + blank + body.trim_end().len();
        lines.push(Line { range, indent: slice(raw, ..blank).chars().count(), before });
        before = if raw.ends_with(['\u{b}', '\u{c}']) { Before::Gap } else { Before::Adjacent };
    }
    lines
}

/// How many columns a text takes on a terminal: two for a Chinese character.
pub fn width(text: &str) -> usize {
    text.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

/// Whether a character belongs to a script that is written without spaces between words, or is a full-width mark.
pub fn is_wide(c: char) -> bool {
    matches!(u32::from(c), 0x2E80..=0x9FFF | 0xF900..=0xFAFF | 0xFE30..=0xFE4F | 0xFF00..=0xFF60 | 0x20000..=0x3FFFF)
}

/// Whether a character is Han.
pub fn is_han(c: char) -> bool {
    matches!(u32::from(c), 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_their_indent_and_gaps() {
        let text = "  甲 \n乙\n\n \n\u{3000}丙\u{c}丁";
        let lines = lines(text);
        let seen: Vec<_> = lines.iter().map(|l| (&text[l.range.clone()], l.indent, l.before)).collect();
        assert_eq!(
            seen,
            [
                ("甲", 2, Before::Gap),
                ("乙", 0, Before::Adjacent),
                ("丙", 1, Before::Gap),
                ("丁", 0, Before::Gap)
            ]
        );
    }
}
