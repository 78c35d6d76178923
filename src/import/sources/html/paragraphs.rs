//! Paragraphs, as their pieces are read.
//!
//! In: pieces, and what holds where a paragraph ends. Out: its line and its item; in a note, more pieces of that.

use super::around::Around;
use super::reader::Reader;
use crate::import::sources::styled::shown::Piece;
use crate::import::sources::styled::{CONTENTS, Ending, Role};

impl Reader<'_> {
    /// Ends a paragraph.
    pub fn end_block(&mut self, around: &Around) {
        self.waiting = None;
        self.last = None;
        while let Some(Piece::Break) = self.out.pieces.last() {
            self.out.pieces.pop();
        }
        let is_begun = std::mem::take(&mut self.is_begun);
        if let Some(note) = &mut self.note {
            if is_begun && note.is_begun {
                note.pieces.push(Piece::Break);
            }
            if is_begun && let Some(label) = self.label.take() {
                note.pieces.push(Piece::Words(format!("{} ", label.text), Default::default(), None));
            }
            note.is_begun |= is_begun;
            note.pieces.append(&mut self.out.pieces);
            return;
        }
        if !is_begun {
            for piece in std::mem::take(&mut self.out.pieces) {
                match piece {
                    Piece::Aside(words, why) => self.left(words.trim(), why.reason()),
                    Piece::Page(_) => self.pages.push(piece),
                    _ => {}
                }
            }
            return;
        }
        self.item(around, true);
    }

    /// An item of a list that begins with another list: its number is printed.
    pub fn bare_label(&mut self, around: &Around) {
        if self.note.is_none()
            && self.label.as_ref().is_some_and(|label| label.text.contains(char::is_alphanumeric))
        {
            self.item(around, false);
        }
    }

    fn item(&mut self, around: &Around, takes_pieces: bool) {
        let label = self.label.take();
        let read = std::mem::take(&mut self.out.pieces);
        let (here, later) = if takes_pieces { (read, Vec::new()) } else { (Vec::new(), read) };
        if takes_pieces {
            self.out.pieces.append(&mut self.pages);
        }
        self.out.pieces.extend(here);
        let number = label.as_ref().map(|label| (label.text.as_str(), label.has_gap));
        // What follows in an item stands under its words.
        let below = around.depth.map(|depth| depth.saturating_add(1));
        let depth = label.as_ref().map_or(below, |label| Some(label.depth)).filter(|_| around.cell.is_none());
        let left_out = (around.role == Role::Contents).then_some(CONTENTS);
        self.out.end(number, Ending { role: around.role, cell: around.cell, left_out, depth });
        self.out.pieces = later;
    }
}
