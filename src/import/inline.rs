//! What stands inside a paragraph: text, bold, marks of notes, and the brackets of a dead link.
//!
//! In: a passage and the marks found in the source. Out: tokens that cover the passage's text in order.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::notes::Mark;
use super::passage::Passage;

static BOLD: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(\*\*)(?:[^*\s]|[^*\s][^*]*[^*\s])(\*\*)").expect("the pattern is fixed"));
static DEAD_LINK: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(\[)[^\[\]]+(\]\(#\))").expect("the pattern is fixed"));

/// A part of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token {
    /// Words of the source.
    Text,
    /// The two stars that begin or end bold.
    Bold,
    /// The mark of a note, counted from 0.
    Mark(usize),
    /// Characters to leave out: what made a link that leads nowhere.
    DeadLink,
}

/// Cuts a passage into tokens; `marks` are sorted by place.
pub fn tokens(passage: &Passage, marks: &[Mark]) -> Vec<(Range<usize>, Token)> {
    let text = passage.text();
    let mut special: Vec<(Range<usize>, Token)> = marks_in(passage, marks);
    for (pattern, token) in [(&BOLD, Token::Bold), (&DEAD_LINK, Token::DeadLink)] {
        for found in pattern.captures_iter(text) {
            special.extend(found.iter().skip(1).flatten().map(|group| (group.range(), token)));
        }
    }
    special.sort_by_key(|(range, _)| range.start);
    let mut tokens = Vec::with_capacity(special.len() * 2 + 1);
    let mut at = 0;
    for (range, token) in special {
        if range.start < at {
            continue;
        }
        if at < range.start {
            tokens.push((at..range.start, Token::Text));
        }
        at = range.end;
        tokens.push((range, token));
    }
    if at < text.len() {
        tokens.push((at..text.len(), Token::Text));
    }
    tokens
}

/// The marks that lie in a passage, by their place in its text.
fn marks_in(passage: &Passage, marks: &[Mark]) -> Vec<(Range<usize>, Token)> {
    let mut found = Vec::new();
    for (at, piece) in passage.pieces() {
        let first = marks.partition_point(|mark| mark.range.start < piece.start);
        let inside = marks[first..].iter().take_while(|mark| mark.range.end <= piece.end);
        found.extend(inside.map(|mark| {
            let start = at + mark.range.start - piece.start;
            (start..start + mark.range.len(), Token::Mark(mark.note))
        }));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_is_cut_without_a_gap() {
        let text = "又**认识到**报告，¹ 见 [A/HRC/1](#)。";
        let passage = Passage::line(text, 0..text.len());
        let mark = text.find('¹').unwrap();
        let tokens = tokens(&passage, &[Mark { range: mark..mark + 2, note: 4 }]);
        let seen: Vec<_> = tokens.iter().map(|(range, token)| (&text[range.clone()], *token)).collect();
        assert_eq!(
            seen,
            [
                ("又", Token::Text),
                ("**", Token::Bold),
                ("认识到", Token::Text),
                ("**", Token::Bold),
                ("报告，", Token::Text),
                ("¹", Token::Mark(4)),
                (" 见 ", Token::Text),
                ("[", Token::DeadLink),
                ("A/HRC/1", Token::Text),
                ("](#)", Token::DeadLink),
                ("。", Token::Text),
            ]
        );
    }
}
