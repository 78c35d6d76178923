//! Notes: the marks in the text, and the list of notes with a named way back to each mark.

use std::fmt::Write as _;

use super::escape::attribute_from;
use super::{Form, Writer, text};
use crate::document::{Block, BlockKind, Inlines, Note};

/// The id of a note, or of one of its marks; both are counted from 1.
#[derive(Debug, Clone, Copy)]
enum NoteId {
    Note(usize),
    Mark(usize, u32),
}

impl NoteId {
    fn write(self, out: &mut String) {
        match self {
            NoteId::Note(number) => {
                let _ = write!(out, "note-{number}");
            }
            NoteId::Mark(number, occurrence) => {
                let _ = write!(out, "mark-{number}");
                if occurrence != 1 {
                    let _ = write!(out, "-{occurrence}");
                }
            }
        }
    }
}

/// The id of one of a note's marks.
pub fn mark_id(number: usize, occurrence: u32) -> String {
    let mut id = String::new();
    NoteId::Mark(number, occurrence).write(&mut id);
    id
}

impl Writer<'_> {
    pub(super) fn note_mark(&mut self, label: &str, occurrence: u32) {
        let Some(number) = self.note_number(label) else { return };
        self.last_note = number;
        self.out.push_str("<a class=\"note-mark\" id=\"");
        NoteId::Mark(number, occurrence).write(&mut self.out);
        self.out.push_str("\" href=\"");
        self.way_to(NoteId::Note(number));
        self.out.push('"');
        self.role("noteref");
        self.out.push_str(" aria-label=\"");
        let start = self.out.len();
        self.note_mark.write(&[("number", number.into())], &mut self.out);
        attribute_from(start, &mut self.out);
        self.out.push_str("\">");
        let _ = write!(self.out, "{number}");
        self.out.push_str("</a>");
    }

    /// Notes stand in the order of their first marks: most often this is the mark of the one after the last.
    fn note_number(&self, label: &str) -> Option<usize> {
        let is = |at: usize| self.document.notes.get(at).is_some_and(|note| *note.label == *label);
        let (last, next) = (self.last_note.checked_sub(1), self.last_note);
        // Of two notes with one label the first is meant; they stand beside each other.
        let found = match is(next) && !last.is_some_and(is) {
            true => next,
            false => self.document.note(label)?.0,
        };
        Some(found + 1)
    }

    /// Writes the items of the list of notes, each with a named way back to every mark.
    pub fn notes(&mut self, notes: &[Note]) {
        let (back, name) = (self.labels.get("note-back"), self.labels.label("note-back-name"));
        for (index, note) in notes.iter().enumerate() {
            let number = index + 1;
            self.out.push_str("<li id=\"");
            NoteId::Note(number).write(&mut self.out);
            self.out.push('"');
            self.source_attribute(note.span);
            self.out.push('>');
            let (last, before) = match note.blocks.split_last() {
                Some((Block { kind: BlockKind::Paragraph(content), .. }, before)) => {
                    (content.inlines(), before)
                }
                _ => (Inlines::default(), &*note.blocks),
            };
            self.blocks(before);
            self.out.push_str("<p>");
            self.inlines(last);
            for occurrence in 1..=note.marks {
                self.out.push_str(" <a class=\"note-back\" href=\"");
                self.way_to(NoteId::Mark(number, occurrence));
                self.out.push('"');
                self.role("backlink");
                self.out.push_str(" aria-label=\"");
                let start = self.out.len();
                let arguments = [("number", number.into()), ("occurrence", occurrence.into())];
                name.write(&arguments, &mut self.out);
                attribute_from(start, &mut self.out);
                self.out.push_str("\">");
                text(back, &mut self.out);
                self.out.push_str("</a>");
            }
            self.out.push_str("</p></li>\n");
        }
    }

    /// Writes how to name a note or a mark of the same text.
    fn way_to(&mut self, id: NoteId) {
        if let Form::Page(_) = self.form {
            self.out.push('#');
            return id.write(&mut self.out);
        }
        let mut name = String::new();
        id.write(&mut name);
        let href = self.href_here(&name);
        self.out.push_str(&href);
    }
}
