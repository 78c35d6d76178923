//! What stands among the words of a plain text: Markdown's bold, marks of notes, and the brackets of a dead link.
//!
//! In: a passage and the marks of notes found in the source. Out: the marks in the passage, in order.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::notes::NoteMark;
use crate::import::forms::note_signs::{is_star, marks};
use crate::import::passage::Passage;
use crate::import::source::{Mark, Words};
use crate::import::unsure::Unsure;
use crate::source::slice;

static BOLD: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(\*\*)(?:[^*\s]|[^*\s][^*]*[^*\s])(\*\*)").expect("the pattern is fixed"));
static DEAD_LINK: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(\[)[^\[\]]+(\]\(#\))").expect("the pattern is fixed"));

/// A passage with what stands among its words; `notes` are sorted by place.
pub fn words(passage: Passage, notes: &[NoteMark]) -> Words {
    let text = passage.text();
    let mut found = notes_in(&passage, notes);
    for (pattern, mark) in [(&BOLD, Mark::Markdown), (&DEAD_LINK, Mark::LeftOut("link that leads nowhere"))] {
        for captures in pattern.captures_iter(text) {
            found.extend(captures.iter().skip(1).flatten().map(|group| (group.range(), mark)));
        }
    }
    found.sort_by_key(|(range, _)| range.start);
    let mut end = 0;
    found.retain(|(range, _)| {
        let is_free = range.start >= end;
        if is_free {
            end = range.end;
        }
        is_free
    });
    Words { passage, marks: found, ..Words::default() }
}

/// The signs in a passage that look like marks of notes: no sign leads to a note, and Markdown's bold has two.
pub fn unread(words: &Words) -> impl Iterator<Item = Unsure> + '_ {
    let text = words.passage.text();
    let is_sign = |range: &Range<usize>| slice(text, range.clone()).starts_with(is_star);
    let is_bold = |range: &Range<usize>| {
        let next = words.marks.partition_point(|(mark, _)| mark.end <= range.start);
        words.marks.get(next).is_some_and(|(mark, _)| mark.start < range.end)
    };
    let why = "this sign looks like the mark of a note, and no sign leads to one";
    let signs = marks(text).filter(move |range| is_sign(range) && !is_bold(range));
    signs.map(move |range| Unsure::note(words.passage.span(range).range(), why))
}

/// The marks of notes that lie in a passage, by their place in its text.
fn notes_in(passage: &Passage, notes: &[NoteMark]) -> Vec<(Range<usize>, Mark)> {
    let mut found = Vec::new();
    for (at, piece) in passage.pieces() {
        let first = notes.partition_point(|mark| mark.range.start < piece.start);
        let inside = notes[first..].iter().take_while(|mark| mark.range.end <= piece.end);
        found.extend(inside.map(|mark| {
            let start = at + mark.range.start - piece.start;
            (start..start + mark.range.len(), Mark::Note(mark.note))
        }));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_from_words() {
        let text = "又**认识到**报告，¹ 见 [A/HRC/1](#)。";
        let mark = text.find('¹').unwrap();
        let words = words(Passage::line(text, 0..text.len()), &[NoteMark { range: mark..mark + 2, note: 4 }]);
        let seen: Vec<_> = words.marks.iter().map(|(range, mark)| (&text[range.clone()], *mark)).collect();
        let dead = Mark::LeftOut("link that leads nowhere");
        assert_eq!(
            seen,
            [
                ("**", Mark::Markdown),
                ("**", Mark::Markdown),
                ("¹", Mark::Note(4)),
                ("[", dead),
                ("](#)", dead),
            ]
        );
    }
}
