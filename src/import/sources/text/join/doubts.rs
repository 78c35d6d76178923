//! What was joined without being sure of it.

use std::ops::Range;

use super::super::lines::{Before, Line};
use super::super::notes::is_signed;
use super::boundary::Seam;
use super::{Joiner, Part};
use crate::import::forms::leads::Lead;
use crate::import::unsure::Unsure;
use crate::numbering::looks_numbered;
use crate::source::slice;

impl Joiner<'_> {
    /// Notes a line that becomes text, and may be something else.
    pub fn doubt(&mut self, range: &Range<usize>) {
        // In other texts a number may begin any line.
        if self.part == Part::Plain && !(self.is_resolution && self.candidates.has_notes()) {
            return;
        }
        let said = slice(self.text, range.clone());
        let why = if self.candidates.may_define(said, self.rules) {
            "this line looks like a note, and no mark in the text leads to it"
        } else if matches!(self.part, Part::Operative | Part::Annex)
            && looks_numbered(said).is_some()
            && self.is_whole()
        {
            "this line begins like a numbered paragraph, and does not follow the one before"
        } else {
            return;
        };
        self.unsure.push(Unsure::new(range.clone(), why));
    }

    /// Notes a paragraph that begins with a verb, after one without an end or a line that may have been broken where it ends.
    pub fn doubt_beginning(&mut self, line: &Line) {
        if self.seam(line) == Seam::Torn(Lead::Verb) && !self.is_clear() {
            let why =
                "a paragraph begins here, and the one before it has no mark at its end: they may be one";
            self.unsure.push(Unsure::new(line.range.clone(), why));
        } else if self.follows_at_once(line) && !self.was_narrow() {
            let why = "a paragraph begins here, and the line above is full: they may be one";
            self.unsure.push(Unsure::new(line.range.clone(), why));
        }
    }

    /// Notes a line that goes on with a paragraph across more than a line end. A page ends anywhere, so one with nothing
    /// that begins a paragraph after it is no doubt.
    pub fn doubt_join(&mut self, line: &Line) {
        let why = match self.seam(line) {
            Seam::Torn(Lead::None) if self.is_page_end(line) || self.is_room_of_page(line) => return,
            Seam::Torn(_) if matches!(line.before, Before::Gap | Before::Room) => {
                "a blank line stands before this line, which has become one paragraph with the line above"
            }
            Seam::None if self.is_indented(line) => {
                "this line is indented, and has become one paragraph with the line above"
            }
            Seam::None if !self.follows_at_once(line) && !self.is_after_short(line) => return,
            _ => "this line has become one paragraph with the line above, and may begin a new one",
        };
        self.unsure.push(Unsure::new(line.range.clone(), why));
    }

    /// Notes a line that begins with the sign of a note, or with its number in brackets: only other numbers lead to notes,
    /// and it stays text.
    pub fn doubt_sign(&mut self, range: &Range<usize>) {
        let said = slice(self.text, range.clone());
        let why = if self.candidates.is_under_sign(said, range.start) {
            "this line looks like a note under a sign in the text, and has become text"
        } else if self.candidates.is_under_brackets(said, range.start) {
            "this line looks like a note under a number in brackets, and has become text"
        } else {
            return;
        };
        self.unsure.push(Unsure::new(range.clone(), why));
    }

    /// Notes a line after a note that begins with a sign as notes do, and has become text.
    pub fn doubt_after_note(&mut self, line: &Line) {
        let said = slice(self.text, line.range.clone());
        let is_known = self.candidates.is_under_sign(said, line.range.start);
        if !is_known && is_signed(said, self.is_whole(), self.script) {
            let why = "this line begins with a sign as notes do, and has become text";
            self.unsure.push(Unsure::new(line.range.clone(), why));
        }
    }

    /// Notes a line end inside a word: its hyphen may be the word's own, or that of the printer, and it stays.
    pub fn doubt_hyphen(&mut self, range: &Range<usize>) {
        let before = self.paragraphs.last().map_or("", |last| last.passage.text());
        let is_torn = before.strip_suffix('-').is_some_and(|word| word.ends_with(char::is_alphabetic))
            && slice(self.text, range.clone()).starts_with(char::is_lowercase);
        if is_torn {
            let why = "the hyphen at the end of the line above may part one word";
            self.unsure.push(Unsure::new(range.clone(), why));
        }
    }

    /// Notes the first row of a table.
    pub fn doubt_table(&mut self, line: &Line) {
        let why = "this looks like a table, which has become one paragraph a row";
        self.unsure.push(Unsure::new(line.range.clone(), why));
    }
}
