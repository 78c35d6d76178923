//! Notes, at the foot of the page that marks them.
//!
//! In: the marks in the text. Out: notes that the word processor counts. A second mark of a note is a reference to the first; a note that
//! only other notes mark, or none, stands at the end of the text, as a word processor has no notes on notes.

use std::collections::HashMap;

use super::links::Leads;
use super::runs::Look;
use super::writer::{Mark, Writer};
use crate::document::Document;
use crate::xml;

/// The ids of the lines that part notes from the text.
const SEPARATORS: [(&str, &str, &str); 2] =
    [("-1", "separator", "w:separator"), ("0", "continuationSeparator", "w:continuationSeparator")];

/// The notes that the text marks.
#[derive(Default)]
pub struct Notes<'a> {
    /// In the order of their first marks: of which text, and which of its notes.
    marked: Vec<(&'a Document, usize)>,
    /// Where each is in `marked`, by the place of its text in memory.
    places: HashMap<(*const Document, usize), usize>,
    /// Whether they are written now.
    pub are_written: bool,
}

impl Notes<'_> {
    fn position(&self, document: &Document, note: usize) -> Option<usize> {
        self.places.get(&(std::ptr::from_ref(document), note)).copied()
    }
}

/// The id of the place of a note's mark, by the number that is printed.
fn mark_id(number: usize) -> String {
    format!("mark-{number}")
}

/// The id of a note that stands at the end.
fn apart_id(number: usize) -> String {
    format!("note-{number}")
}

impl<'a> Writer<'a> {
    /// Writes the mark of a note.
    pub fn note_mark(&mut self, label: &str) {
        let document = self.document;
        let Some((at, note)) = document.note(label) else { return };
        let known = self.notes.position(document, at);
        let mark = |look: &mut Look| {
            look.style = Some("FootnoteReference");
            look.vertical = None;
        };
        match known {
            None if !self.notes.are_written => {
                self.notes.places.insert((std::ptr::from_ref(document), at), self.notes.marked.len());
                self.notes.marked.push((document, at));
                let number = self.notes.marked.len();
                let id = number.to_string();
                let is_marked_again = note.marks > 1;
                if is_marked_again {
                    self.place_around(&mark_id(number), |writer| writer.reference(&id, mark));
                } else {
                    self.reference(&id, mark);
                }
            }
            None => {
                let number = at + 1;
                self.link(Some(Leads::Here(apart_id(number))), |writer| {
                    writer.with(
                        |look| look.vertical = Some("superscript"),
                        |writer| writer.say(&format!("[{number}]")),
                    );
                });
            }
            Some(position) => {
                let number = position + 1;
                let name = super::places::name(&mark_id(number));
                self.open();
                self.flush();
                self.open().runs.open("w:fldSimple", &[("w:instr", &format!(" NOTEREF {name} \\f \\h "))]);
                self.with(mark, |writer| writer.say(&number.to_string()));
                self.flush();
                self.open().runs.close("w:fldSimple");
            }
        }
    }

    fn reference(&mut self, id: &str, mark: impl FnOnce(&mut Look)) {
        self.with(mark, |writer| {
            writer.element(|out| out.empty("w:footnoteReference", &[("w:id", id)]));
        });
    }

    /// Writes something within a place: a reference to it shows what is in it.
    fn place_around(&mut self, id: &str, write: impl FnOnce(&mut Self)) {
        let name = super::places::name(id);
        let number = self.places.len().to_string();
        self.places.insert(name.clone());
        self.open();
        self.flush();
        self.open().runs.empty("w:bookmarkStart", &[("w:id", &number), ("w:name", &name)]);
        write(self);
        self.open().runs.empty("w:bookmarkEnd", &[("w:id", &number)]);
    }

    /// Writes the number before the words of a note.
    pub fn note_number(&mut self) {
        self.with(
            |look| look.style = Some("FootnoteReference"),
            |writer| {
                writer.element(|out| out.empty("w:footnoteRef", &[]));
            },
        );
        self.say(" ");
    }

    /// Writes the notes that the text does not mark, under a heading of their own.
    pub fn notes_apart(&mut self) {
        let document = self.document;
        let apart: Vec<usize> =
            (0..document.notes.len()).filter(|at| self.notes.position(document, *at).is_none()).collect();
        if apart.is_empty() {
            return;
        }
        let heading = self.labels.get("notes");
        self.heading_of(2, "notes", |writer| writer.say(heading));
        for at in apart {
            let Some(note) = document.notes.get(at) else { continue };
            self.place(&apart_id(at + 1));
            self.mark = Some(Mark::Apart(at + 1));
            self.write_blocks(&note.blocks);
            self.end_item();
        }
    }

    /// The part with the notes. What is open of the text was ended.
    pub fn notes_part(&mut self) -> String {
        let mut part = xml::Writer::begin();
        part.open("w:footnotes", &super::SPACES);
        for (id, kind, line) in SEPARATORS {
            part.open("w:footnote", &[("w:type", kind), ("w:id", id)]);
            part.open("w:p", &[]);
            part.open("w:r", &[]);
            part.empty(line, &[]);
            part.close("w:r");
            part.close("w:p");
            part.close("w:footnote");
        }
        self.notes.are_written = true;
        let text = std::mem::replace(&mut self.out, xml::Writer::piece());
        self.around.style = Some("FootnoteText");
        for ((document, at), number) in self.notes.marked.clone().into_iter().zip(1..) {
            let Some(note) = document.notes.get(at) else { continue };
            self.document = document;
            self.mark = Some(Mark::Note);
            self.write_blocks(&note.blocks);
            self.end_item();
            self.part_tables();
            part.open("w:footnote", &[("w:id", &number.to_string())]);
            part.add(&std::mem::replace(&mut self.out, xml::Writer::piece()));
            part.close("w:footnote");
        }
        self.out = text;
        part.close("w:footnotes");
        part.finish()
    }
}
