//! What the parser leaves out without an event: found once the whole text is read.

use std::ops::Range;

use super::Reader;
use crate::parse::account::holds_words;
use crate::source::slice;

impl<'p> Reader<'p, '_> {
    /// Finds the words that no block holds: definitions of links that no link uses, and what the parser drops.
    pub(super) fn left_out(&mut self) {
        let definitions = self.events.reference_definitions().iter();
        let mut definitions: Vec<(Range<usize>, bool)> = definitions
            // “[//]: # (words)” is how authors write a comment.
            .map(|(label, found)| (found.span.clone(), label.trim_start_matches('/').is_empty()))
            .map(|(span, is_comment)| {
                (span.clone(), is_comment || self.used_definitions.contains(&span.start))
            })
            .collect();
        definitions.sort_unstable_by_key(|(span, _)| span.start);
        for (range, _) in definitions.iter().filter(|(_, is_used)| !is_used) {
            self.lost(
                self.trimmed(self.span(range)),
                "Markdown takes this for the target of links, and no link uses it",
                "Remove it, or write “\\[” for “[” if it is text.",
            );
        }
        for left_out in std::mem::take(&mut self.account.left_out) {
            let Range { mut start, end } = left_out.range;
            let first = definitions.partition_point(|(span, _)| span.end <= start);
            let inside = definitions.iter().skip(first).map(|(span, _)| span);
            let inside = inside.take_while(|span| span.start < end);
            for definition in inside.chain([&(end..end)]) {
                if start < definition.start {
                    self.words_left_out(start..definition.start, left_out.is_in_row);
                }
                start = definition.end;
            }
        }
    }

    pub(super) fn words_left_out(&mut self, range: Range<usize>, is_in_row: bool) {
        let words = slice(&self.prepared.text, range.clone());
        let is_around = |c: char| c.is_whitespace() || is_in_row && c == '|';
        let inner = words.trim_start_matches(is_around);
        let start = range.start + words.len() - inner.len();
        let span = self.span(&(start..start + inner.trim_end_matches(is_around).len()));
        match is_in_row {
            true => self.lost(
                span,
                "this row has more cells than the head of its table",
                "Add a cell to the head, or write “\\|” for a bar that divides no cells, also in code.",
            ),
            false if holds_words(words) => self.lost(
                span,
                "Markdown drops this",
                "Write it so that it is text: a second definition of a label is one too many.",
            ),
            false => {}
        }
    }
}
