//! The lines of a plain text that hold anything, with what the blanks around them say.
//!
//! In: decoded text with `\n` line ends. Out: one entry for each line that is not blank.

use std::collections::BTreeMap;
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
    /// A blank line.
    Gap,
    /// More blank lines than usual, as a page break leaves them.
    Room,
    /// A page break, or the beginning of the text.
    Page,
}

impl Line {
    /// Whether anything lies between this line and the one before.
    pub fn is_parted(&self) -> bool {
        self.before != Before::Adjacent
    }
}

/// By how many blank lines the room of a page break exceeds what usually parts paragraphs.
const PAGE_ROOM: usize = 2;

/// Splits a text into its lines; form feeds and vertical tabs end a line and a page.
pub fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut rooms = Vec::new();
    let mut before = Before::Page;
    let (mut at, mut blanks) = (0, 0);
    for raw in text.split_inclusive(['\n', '\u{b}', '\u{c}']) {
        let start = at;
        at += raw.len();
        let body = raw.trim_start();
        let ends_page = raw.ends_with(['\u{b}', '\u{c}']);
        if body.is_empty() {
            before = if ends_page || before == Before::Page { Before::Page } else { Before::Gap };
            blanks += 1;
            continue;
        }
        let blank = raw.len() - body.len();
        let range = start + blank..start + blank + body.trim_end().len();
        lines.push(Line { range, indent: slice(raw, ..blank).chars().count(), before });
        rooms.push(std::mem::take(&mut blanks));
        before = if ends_page { Before::Page } else { Before::Adjacent };
    }
    let usual = usual(&rooms);
    for (line, room) in lines.iter_mut().zip(rooms) {
        if line.before == Before::Gap && room >= usual + PAGE_ROOM {
            line.before = Before::Room;
        }
    }
    lines
}

/// How many blank lines most often part two lines that any part.
fn usual(rooms: &[usize]) -> usize {
    let mut counts = BTreeMap::new();
    rooms.iter().skip(1).filter(|room| **room > 0).for_each(|room| *counts.entry(*room).or_insert(0) += 1);
    // Of two that are as frequent, the larger says less.
    counts.into_iter().max_by_key(|(_, count)| *count).map_or(1, |(room, _)| room)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_their_indent_and_gaps() {
        let text = "  甲 \n乙\n\n \n\u{3000}丙\u{c}\n丁";
        let lines = lines(text);
        let seen: Vec<_> = lines.iter().map(|l| (&text[l.range.clone()], l.indent, l.before)).collect();
        assert_eq!(
            seen,
            [
                ("甲", 2, Before::Page),
                ("乙", 0, Before::Adjacent),
                ("丙", 1, Before::Gap),
                ("丁", 0, Before::Page)
            ]
        );
    }
    #[test]
    fn more_blank_lines_than_usual_are_room() {
        let before = |text: &str| lines(text).iter().map(|line| line.before).collect::<Vec<_>>();
        let (gap, room, page) = (Before::Gap, Before::Room, Before::Page);
        assert_eq!(before("甲\n\n乙\n\n丙\n\n\n\n丁\n\n\n戊"), [page, gap, gap, room, gap]);
        assert_eq!(before("甲\n\n\n\n乙\n\n\n\n丙\n\n丁"), [page, gap, gap, gap]);
    }
}
