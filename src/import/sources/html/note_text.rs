//! What notes say, and their marks.
//!
//! In: the marks in the text, and the elements that are notes. Out: the notes in the order of their marks, each on its line after the text with
//! the number that it prints; links back to marks are listed.

use std::rc::Rc;

use super::around::Around;
use super::names::plain;
use super::notes::names;
use super::reader::Reader;
use super::tree::Element;
use crate::import::source::Vertical;
use crate::import::sources::archive::Damaged;
use crate::import::sources::styled::shown::{Aside, Piece};

/// A note as far as it was read.
#[derive(Debug, Default)]
pub struct Note {
    /// What was read of it.
    pub pieces: Vec<Piece>,
    /// Whether something of it is seen.
    pub is_begun: bool,
    /// The number that it begins with.
    pub label: Option<String>,
    /// The number that its mark prints.
    pub mark: String,
}

/// Why a link from a note to its mark is left out.
const BACK: Aside = Aside::Other("link from a note back to its mark");

impl<'a> Reader<'a> {
    /// The note of a mark.
    pub fn read_note(&mut self, note: Element<'a>, mark: String) -> Result<(), Damaged> {
        let around = Around { is_text: true, is_in_section: true, ..Around::new(self.lang_of(note)) };
        let core = core(&mark);
        self.note = Some(Note { mark, ..Note::default() });
        (self.out.spoken, self.out.looks, self.out.anchors) = Default::default();
        let around = Rc::new(around);
        self.inside(note, &around);
        self.run()?;
        self.end_block(&around);
        let Note { mut pieces, label, .. } = self.note.take().unwrap_or_default();
        let label = label.map(|label| with_mark(label, &mut pieces));
        let label = label.or_else(|| begun(&mut pieces, &core)).filter(|label| !label.is_empty());
        let printed = label.unwrap_or_else(|| if core.is_empty() { "*".to_owned() } else { core.clone() });
        self.out.note(Some(&printed), Some(core).filter(|core| !core.is_empty()), pieces);
        Ok(())
    }

    /// The mark of a note.
    pub fn mark(&mut self, node: Element<'a>, around: &Rc<Around>) {
        let Some(note) = self.notes.marks.get(&node.at).copied() else { return };
        let printed = plain(node, |_| false);
        self.out.anchors.extend(names(node).map(str::to_owned));
        if around.is_deleted {
            return self.out.leave(&printed, Aside::Deleted);
        }
        let at = *self.known.entry(note).or_insert(self.marked.len());
        if at == self.marked.len() {
            self.marked.push((note, printed.clone()));
        }
        self.blank();
        self.last = printed.chars().next_back();
        self.is_begun = true;
        self.out.pieces.push(Piece::Note(at, printed));
    }

    /// A link from a note back to its mark; the number that a note begins with is one.
    pub fn back(&mut self, node: Element<'a>) -> bool {
        let Some(note) = self.note.as_mut().filter(|_| self.notes.back.contains(&node.at)) else {
            return false;
        };
        let words = plain(node, |_| false);
        let is_first = note.label.is_none() && !note.is_begun && !self.is_begun;
        if is_first && core(&words) == core(&note.mark) {
            note.label = Some(words);
        } else {
            self.out.leave(&words, BACK);
        }
        true
    }
}

/// A label without its brackets and marks.
pub fn core(label: &str) -> String {
    label.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The number of a note with the mark after it that is no part of its link.
fn with_mark(label: String, pieces: &mut [Piece]) -> String {
    let Some(Piece::Words(words, ..)) = pieces.iter_mut().find(|piece| piece.is_seen()) else { return label };
    match words.trim_start().chars().next() {
        Some(c @ ('.' | ')' | ']' | ':' | '、' | '．' | '）' | '：')) => {
            *words = words.trim_start().split_at(c.len_utf8()).1.to_owned();
            format!("{label}{c}")
        }
        _ => label,
    }
}

/// Takes the number away that the words of a note begin with, if it is this one.
fn begun(pieces: &mut [Piece], core: &str) -> Option<String> {
    let at = pieces.iter().position(Piece::is_seen)?;
    let Some(Piece::Words(words, look, _)) = pieces.get_mut(at) else { return None };
    let said = words.trim_start();
    let end = said.find(char::is_whitespace).unwrap_or(said.len());
    let first = said.get(..end)?;
    let is_label = !core.is_empty()
        && self::core(first) == core
        && (first != core || look.vertical != Vertical::Line || end < said.len());
    let label = first.to_owned();
    if !is_label {
        return None;
    }
    *words = said.get(end..)?.trim_start().to_owned();
    Some(label)
}
