//! What was joined without being sure of it.

use std::ops::Range;

use super::super::furniture::NOTE_RULE;
use super::super::layout::Wrap;
use super::super::lines::{Before, Line};
use super::super::notes::{Beginning, is_signed};
use super::boundary::{LineEnd, Seam};
use super::starts::Start;
use super::{DocumentPart, Joiner};
use crate::import::forms::leads::Lead;
use crate::import::script::Script;
use crate::import::unsure::Unsure;
use crate::numbering::{Label, looks_numbered};
use crate::source::slice;

/// How many lines are looked through for the end of a paragraph.
const LONGEST_PARAGRAPH: usize = 64;

/// Of how many words, those of a single character not counted, a symbol or a page is named in a sentence.
const LONGEST_NAMED: usize = 2;

/// Within how many characters the word “note” has its number.
const NUMBERED_WORD: usize = 10;

impl Joiner<'_> {
    /// Notes a line that is left out as a mark of the page and may be a part of a sentence: the sentence above it has no end, and
    /// neither a blank line nor the end of a page parts them.
    pub fn doubt_left_out(&mut self, at: usize) {
        let is_out = |at: usize| self.furniture.reason(at).is_some_and(|reason| reason != NOTE_RULE);
        let is_first = is_out(at) && (at == self.first || !is_out(at - 1));
        let Some(line) = self.lines.get(at).filter(|_| is_first) else { return };
        let last = (at..self.lines.len()).take_while(|&at| is_out(at)).last().unwrap_or(at);
        let ends_page = |line: &Line| matches!(line.before, Before::Room | Before::Page);
        let is_whole = if self.is_below_note { self.is_note_whole() } else { self.is_whole() };
        // Beside a number of the job stands what no sentence holds.
        let is_word = |word: &&str| word.chars().count() > 1;
        let is_long =
            slice(self.text, line.range.clone()).split_whitespace().filter(is_word).count() > LONGEST_NAMED;
        let is_parted = line.is_parted() || self.lines.get(last + 1).is_some_and(ends_page);
        if !is_whole && !is_parted && !is_long {
            let why =
                "this line was left out as a mark of the page, and may be a part of the sentence above it";
            self.unsure.push(Unsure::new(line.range.clone(), why));
        }
    }

    /// Notes a line that becomes text, and may be something else.
    pub fn doubt(&mut self, range: &Range<usize>) {
        // In other texts a number may begin any line.
        if self.part == DocumentPart::Plain && !(self.is_resolution && self.candidates.has_notes()) {
            return;
        }
        let said = slice(self.text, range.clone());
        let why = if self.candidates.may_define(said, self.rules) {
            "this line looks like a note, and no mark in the text leads to it"
        } else if matches!(self.part, DocumentPart::Operative | DocumentPart::Annex)
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
        } else if self.is_close(line)
            && self.is_kept_apart
            && !self.begins_in_article(line)
            && (self.is_row || self.line_end(line) == LineEnd::Unclear)
        {
            let why = "this line has become a paragraph of its own, and may go on with the line above or be the row of a table";
            self.unsure.push(Unsure::new(line.range.clone(), why));
        } else if self.follows_at_once(line) && !self.was_narrow() {
            let why = "a paragraph begins here, and the line above is full: they may be one";
            self.unsure.push(Unsure::new(line.range.clone(), why));
        }
    }

    /// Notes a line that goes on with a paragraph across more than a line end. A page ends anywhere, so one with nothing
    /// that begins a paragraph after it is no doubt. Where blank lines stand between all lines, one note serves for all.
    pub fn doubt_join(&mut self, line: &Line) {
        // A number that stands alone on its line needs the next one.
        let is_begun = self.paragraphs.last().is_some_and(|last| last.passage.is_empty());
        if is_begun && line.before == Before::Adjacent {
            return;
        }
        let said = slice(self.text, line.range.clone());
        let is_heading = self.headings.is_some_and(|mut headings| headings.level(said, self.rules).is_some());
        let why = match self.seam(line) {
            _ if is_heading => {
                "this line looks like a heading, and has become one paragraph with the line above"
            }
            Seam::Torn(Lead::None) if self.is_page_end(line) => return,
            Seam::None if matches!(line.before, Before::Gap | Before::Room) => {
                // Where an indent begins each paragraph, a line without one goes on with a sentence.
                let is_known = self.layout.indent.is_some();
                if is_known || std::mem::replace(&mut self.is_double_spacing_noted, true) {
                    return;
                }
                "blank lines stand between most lines, and from here on lines have become one paragraph across them"
            }
            Seam::Torn(_) if matches!(line.before, Before::Gap | Before::Room) => {
                "a blank line stands before this line, which has become one paragraph with the line above"
            }
            Seam::None if self.is_indented(line) => {
                "this line is indented, and has become one paragraph with the line above"
            }
            Seam::None if self.is_close(line) && self.line_end(line) != LineEnd::Broken => {
                "this line has become one paragraph with the line above, and may begin a new one"
            }
            Seam::None if !self.follows_at_once(line) && !self.is_after_short(line) => return,
            _ => "this line has become one paragraph with the line above, and may begin a new one",
        };
        self.unsure.push(Unsure::new(line.range.clone(), why));
    }

    /// Notes a line that becomes text, and may be a note whose mark is no number, or to which no mark leads.
    pub fn doubt_note(&mut self, line: &Line, start: Option<&Start>) {
        if matches!(start, Some(Start::Annex | Start::Closing)) {
            return;
        }
        let said = slice(self.text, line.range.clone());
        let beginning = Beginning::of(said, self.rules);
        let why = if self.candidates.signs.lead_to(said, line.range.start) {
            "this line looks like a note under a mark in the text, and has become text"
        } else if start.is_none() && self.is_noted(line, beginning) {
            "this line begins as notes do, and has become text"
        } else if self.stands_under_rule(line, start) && (self.is_resolution || beginning.is_some()) {
            "this line stands under a rule as notes do, and has become text"
        } else if self.is_unannounced(start, beginning) {
            "a list begins at this line, and the sentence above it is finished: it may be a note"
        } else if self.is_resolution && self.part == DocumentPart::Plain && self.state.is_ended() {
            "this line stands below the end of the resolution as notes do, and has become text"
        } else {
            return;
        };
        self.unsure.push(Unsure::note(line.range.clone(), why));
    }

    /// Whether no paragraph begins like this line: in other texts than resolutions, only a note with its number does so. The words
    /// of a sentence go on with some of these.
    fn is_noted(&self, line: &Line, beginning: Option<Beginning>) -> bool {
        match beginning {
            None => false,
            Some(beginning) if !self.is_resolution => {
                let said = slice(self.text, line.range.clone());
                beginning == Beginning::Word && said.chars().take(NUMBERED_WORD).any(char::is_numeric)
            }
            Some(Beginning::Sign | Beginning::Word) => true,
            Some(Beginning::Brackets | Beginning::Closed | Beginning::Letter | Beginning::Number) => {
                self.begins(line) || self.ends_page(line)
            }
        }
    }

    /// Whether a page ends below a line.
    fn ends_page(&self, line: &Line) -> bool {
        let next = self.lines.partition_point(|other| other.range.start <= line.range.start);
        self.lines.get(next).is_none_or(|next| next.before == Before::Page)
            || self.furniture.reason(next).is_some()
    }

    /// Whether a list with numbers in brackets or circles begins under a finished sentence, which announces none.
    fn is_unannounced(&self, start: Option<&Start>, beginning: Option<Beginning>) -> bool {
        let above = self.paragraphs.last().map_or("", |last| last.passage.text());
        matches!(start, Some(Start::SubParagraph { .. }))
            && beginning.is_some()
            && self.label.is_none()
            && above.ends_with(['。', '.'])
    }

    /// Whether a line stands under a rule, and does not plainly go on with the text: the next number does, unless the text has a
    /// mark of it.
    fn stands_under_rule(&self, line: &Line, start: Option<&Start>) -> bool {
        let goes_on = match start {
            Some(Start::Operative(number)) => {
                number.value == self.number.0 + 1
                    && !self.candidates.may_await(number.value, line.range.start)
            }
            Some(Start::SubParagraph { label, .. }) => {
                !self.is_whole() || self.label.as_ref().is_some_and(|last| label.comes_after(last))
            }
            _ => false,
        };
        self.is_under_rule && line.before != Before::Page && !goes_on
    }

    /// Notes a line after a note that has become text, and may be a note or the next paragraph of the one above. No page ends
    /// between a note and what belongs to it; a line that begins as the paragraphs of its part do, or that a sentence above the
    /// note needs, is none of a note.
    pub fn doubt_after_note(&mut self, line: &Line, begins_plainly: bool) {
        let said = slice(self.text, line.range.clone());
        let is_led = self.part == DocumentPart::Preamble && Lead::of(said, self.words) != Lead::None;
        let why = if is_signed(said, self.is_whole(), self.script) {
            "this line begins with a sign as notes do, and has become text"
        } else if !begins_plainly && !is_led && line.before != Before::Page && !self.is_needed(line) {
            "this line stands below a note, and has become text: it may be a part of the note"
        } else {
            return;
        };
        self.unsure.push(Unsure::new(line.range.clone(), why));
    }

    /// Notes a line that stands apart below a note that announces a list.
    pub fn doubt_announced(&mut self, line: &Line) {
        let why = "this line stands below a note that announces a list, and has become text";
        self.unsure.push(Unsure::note(line.range.clone(), why));
    }

    /// Whether the sentence that a note cut can only go on with this line: what stands below the line begins anew.
    fn is_needed(&self, line: &Line) -> bool {
        let goes_on = self.script == Script::Spaced
            && slice(self.text, line.range.clone()).starts_with(char::is_lowercase);
        if self.is_whole() || goes_on {
            return goes_on;
        }
        let first = self.lines.partition_point(|other| other.range.start <= line.range.start);
        let below = self.lines.get(first..).unwrap_or_default();
        let begins = |line: &Line| line.is_parted() || self.layout.wrap == Wrap::Unwrapped;
        let parted = below.iter().take(LONGEST_PARAGRAPH).position(begins);
        match parted.map(|at| slice(self.text, below[at].range.clone())) {
            Some(said) => {
                looks_numbered(said).is_some()
                    || Label::of(said).is_some()
                    || Lead::of(said, self.words) != Lead::None
                    || self.rules.notes.definition.is_match(said)
                    || self.closing.begins(said, None, || true)
            }
            None => below.len() < LONGEST_PARAGRAPH,
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
