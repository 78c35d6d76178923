//! Words of a program.
//!
//! In: a paragraph whose lines and blanks stand as they are. Out: a block of code, where nothing but words is in it.

use super::tables::is_mere_words;
use super::{Home, Writer};
use crate::import::source::{Paragraph, Style};
use crate::source::slice;

impl Writer<'_> {
    /// Writes a block of code; whether the paragraph is one.
    pub fn code(&mut self, given: &Paragraph, home: Home) -> bool {
        if given.style != Style::Code || given.number.is_some() || !is_mere_words(&given.words) {
            return false;
        }
        let passage = &given.words.passage;
        let whole = passage.whole().range();
        let before = slice(self.text, ..whole.start);
        let start = before.len()
            - before
                .chars()
                .rev()
                .take_while(|c| matches!(c, ' ' | '\t' | '\u{a0}'))
                .map(char::len_utf8)
                .sum::<usize>();
        let words = slice(self.text, start..whole.end);
        let longest = words.split(|c| c != '`').map(str::len).max().unwrap_or_default();
        let fence = "`".repeat(longest.max(2) + 1);
        self.lists.end();
        self.origins.add(self.out.len(), whole.into());
        self.out.push_str(&fence);
        self.out.push('\n');
        self.out.push_str(&words.replace('\u{2028}', "\n"));
        self.out.push('\n');
        self.out.push_str(&fence);
        self.out.push_str("\n\n");
        for span in passage.spans(0..passage.text().len()) {
            self.ledger.add(span, home.destination());
        }
        true
    }
}
