//! The lines of notes.

use super::super::layout::Wrap;
use super::super::lines::{Before, Line};
use super::super::notes::{self, Beginning, FoundNote, Standing, is_signed};
use super::starts::{Start, bullet};
use super::{Joiner, State};
use crate::import::forms::DocumentPart;
use crate::import::forms::ends::is_whole;
use crate::import::passage::Joint;
use crate::import::unsure::Unsure;
use crate::numbering::{Suffix, looks_numbered};
use crate::source::slice;

impl Joiner<'_> {
    /// Begins a note, if one begins here.
    pub fn note(&mut self, line: &Line) -> bool {
        // “1 bis.” after paragraph 1 begins like a note, and is a paragraph.
        let said = slice(self.text, line.range.clone());
        if let Some(Start::Operative(number)) = self.operative(line, said)
            && number.suffix != Suffix::None
        {
            return false;
        }
        let parted = self.is_parted(line) || self.layout.indent.is_some_and(|base| line.indent > base);
        let standing = match (parted, self.is_whole()) {
            _ if self.is_under_rule => Standing::Ruled,
            (true, true) => Standing::Apart,
            (true, false) => Standing::Parted,
            (false, _) if self.state.is_note() && self.is_note_whole() => Standing::Listed,
            (false, whole) if whole || self.state.is_note() => Standing::Close,
            _ => Standing::Bound,
        };
        let candidate = notes::Line { text: self.text, range: line.range.clone(), standing };
        let Some(definition) = self.candidates.definition(&candidate, self.rules) else { return false };
        self.notes.push(definition.note(self.text));
        self.is_list_in_note = false;
        self.state = if self.state.is_ended() { State::EndedNote } else { State::Note };
        true
    }

    /// Whether a line below the operative paragraphs, or below a note there, is the date, the meeting or the vote that is still to come.
    pub fn is_closing_line(&self, line: &Line, next: Option<&Line>) -> bool {
        if !self.is_resolution || !matches!(self.part, DocumentPart::Operative | DocumentPart::Closing) {
            return false;
        }
        let said = |line: &Line| slice(self.text, line.range.clone());
        let is_parted = || {
            line.before != Before::Adjacent
                || if self.state.is_note() { self.is_note_whole() } else { self.is_whole() }
        };
        self.closing.expects(said(line), next.map(said), is_parted)
    }

    /// Whether the last note ends as a paragraph ends.
    pub fn is_note_whole(&self) -> bool {
        let terminal = &self.rules.terminal.operative;
        self.notes.last().is_some_and(|note| is_whole(note.passage.text(), terminal))
    }

    /// Whether a line belongs to the note above it: it goes on with it, or is an item of the list that the note announces.
    pub fn goes_on_in_note(&self, line: &Line, start: Option<&Start>) -> bool {
        match start {
            None => self.note_goes_on(line),
            Some(Start::Operative(_) | Start::SubParagraph { .. } | Start::Item) => {
                line.before == Before::Adjacent && self.note_announces()
            }
            Some(Start::Annex | Start::Heading | Start::Provision { .. } | Start::Closing) => false,
        }
    }

    /// Whether the last note announces a list, or holds some of its items.
    pub fn note_announces(&self) -> bool {
        let announces = |note: &FoundNote| note.passage.text().ends_with([':', '：']);
        self.is_list_in_note || self.notes.last().is_some_and(announces)
    }

    /// Notes a note without an end at the end of a page: its rest may stand at the foot of the next one, and become text. What
    /// ends with a symbol or an address needs no mark.
    pub fn doubt_torn_note(&mut self, line: &Line) {
        let is_page_end = line.before == Before::Page || !self.state.is_note();
        let Some(note) = self.notes.last().filter(|_| self.is_below_note && is_page_end) else { return };
        let said = note.passage.text();
        let last = said.split_whitespace().next_back().unwrap_or_default();
        let is_reference = last.contains(|c: char| c.is_ascii_digit() || c == '/');
        if !self.is_note_whole() && !is_reference && !said.is_empty() {
            let why =
                "this note has no mark at its end, and a page ends below it: its rest may have become text";
            self.unsure.push(Unsure::note(note.mark.start..note.passage.whole().range().end, why));
        }
    }

    fn note_goes_on(&self, line: &Line) -> bool {
        let whole = self.is_note_whole();
        // The text of a note whose number stands alone on its line.
        if self.notes.last().is_some_and(|note| note.passage.is_empty()) {
            return true;
        }
        match self.layout.indent {
            // Under a rule, notes may be indented as paragraphs are.
            Some(_) if self.is_under_rule => line.before == Before::Adjacent,
            Some(base) => line.indent <= base && !whole,
            None => line.before == Before::Adjacent && (self.layout.wrap == Wrap::Wrapped || !whole),
        }
    }

    /// Adds a line to the last note.
    pub fn push_to_note(&mut self, line: &Line) {
        let (is_torn, is_note_whole) = (!self.is_whole(), self.is_note_whole());
        let said = slice(self.text, line.range.clone());
        let is_item = self.note_announces() && (looks_numbered(said).is_some() || bullet(said) > 0);
        self.is_list_in_note |= is_item;
        let why = if is_item {
            Some("this item of a list has become a part of the note above")
        } else if line.before != Before::Adjacent {
            Some("a blank line stands before this line, which has become a part of the note above")
        } else if is_torn && is_note_whole {
            Some("this line may belong to the note or to the text above it")
        } else if is_note_whole
            || is_signed(said, is_note_whole, self.script)
            || Beginning::of(said, self.rules) == Some(Beginning::Word)
            || self.candidates.may_define_inside(said, self.rules)
        {
            Some("this line has become a part of the note above, and may be a note of its own or text")
        } else {
            None
        };
        self.unsure.extend(why.map(|why| Unsure::new(line.range.clone(), why)));
        let Some(note) = self.notes.last_mut() else { return };
        note.passage.push(self.text, line.range.clone(), Joint::Wrap(self.script));
    }
}
