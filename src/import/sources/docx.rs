//! Documents of word processors in the form of Word since 2007 (.docx) as a source.
//!
//! In: the bytes of a file. Out: one line a paragraph, with the numbers that Word prints and only counts, the text as it would be
//! if all changes were accepted, notes after it; for each paragraph what its style says it is; pictures. What is no part of the
//! document is listed: deleted and hidden text, comments, headers and footers, tables of contents. Refused: damaged files, and
//! such as would take more memory than any document needs ([`package`]).

mod drawings;
mod fields;
mod looks;
mod names;
mod notes;
mod numbering;
mod numerals;
mod open;
mod package;
mod pages;
mod properties;
mod reader;
mod reading;
mod runs;
mod shown;
mod styles;
mod symbols;
mod tables;
mod tongues;

use std::ops::Range;
use std::sync::Arc;

use super::Refused;
use crate::import::source::{Head, Line, Note, Reading, SourceFile};
use crate::import::unsure::Unsure;
use crate::lang::Lang;
use crate::source::Source;
use looks::Looks;
use package::{Damaged, Limits};
use reader::{Item, Role};

pub use drawings::PictureFile;

/// A file that was read.
#[derive(Debug)]
pub struct Docx {
    source: Arc<Source>,
    items: Vec<Item>,
    notes: Vec<Note>,
    left_out: Vec<(Range<usize>, String)>,
    unsure: Vec<Unsure>,
    usual: Looks,
    main: Option<Lang>,
    lang: Option<Lang>,
    pictures: Vec<PictureFile>,
}

/// The endings of names that promise such a file.
const ENDINGS: [&str; 4] = ["docx", "docm", "dotx", "dotm"];

impl Docx {
    /// Opens a file; none where it is of another kind.
    pub fn open(path: &str, bytes: &[u8]) -> Option<Result<Self, Refused>> {
        if !bytes.starts_with(b"PK") {
            return None;
        }
        let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
        let is_named = ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending));
        let refused = |Damaged(why)| Refused::Damaged { path: path.to_owned(), why };
        match open::open(path, bytes, Limits::default()) {
            Ok(None) if is_named => Some(Err(refused(Damaged("it has no main document".to_owned())))),
            Ok(None) => None,
            Ok(Some(file)) => Some(Ok(file)),
            // What is no whole archive may be anything.
            Err((damaged, is_document)) => (is_document || is_named).then(|| Err(refused(damaged))),
        }
    }

    /// The language that the file says most of its words are in.
    pub fn main_language(&self) -> Option<&Lang> {
        self.main.as_ref()
    }

    /// The file as a document in a language, and its pictures.
    pub fn in_language(mut self, lang: Lang) -> (Self, Vec<PictureFile>) {
        self.lang = Some(lang);
        let pictures = std::mem::take(&mut self.pictures);
        (self, pictures)
    }
}

impl SourceFile for Docx {
    fn text(&self) -> &Arc<Source> {
        &self.source
    }

    fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.items.iter().filter(|item| !item.line.range.is_empty()).map(|item| Line {
            range: item.line.range.clone(),
            left_out: item.left_out,
            is_title: item.role == Role::Title,
            is_in_table: item.cell.is_some(),
        })
    }

    fn marks(&self) -> Vec<Range<usize>> {
        self.items.iter().flat_map(|item| item.line.marks.iter().cloned()).collect()
    }

    fn body(self, head: &Head) -> Reading {
        reading::reading(self, head)
    }
}
