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
