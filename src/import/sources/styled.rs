//! Documents of word processors, and others that know their paragraphs.
//!
//! In: what the reader of a format found, as [`Contents`]: one line a paragraph, with the numbers that the program prints and the
//! file only counts, the text as it would be if all changes were accepted, notes after it; for each paragraph what its style says
//! it is; pictures; and what is no part of the document. Out: the document as a source. Refused: more text, paragraphs or cells
//! than any document needs.

mod contents;
pub mod looks;
pub mod numerals;
pub mod pictures;
mod reading;
pub mod shown;
pub mod tongues;
mod typed;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::import::source::{Cell, Head, Line, Note, Reading, SourceFile};
use crate::import::unsure::Unsure;
use crate::lang::Lang;
use crate::source::Source;
pub use contents::{Contents, Ending};
use looks::{LineLook, Looks};
use pictures::PictureFile;
use shown::{Aside, ShownLine};

/// What a paragraph is by its style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Words.
    Body,
    /// The title.
    Title,
    /// A heading, with its level in the outline from 1.
    Heading(u8),
    /// What stands under the title.
    Subtitle,
    /// A quotation.
    Quotation,
    /// A caption.
    Caption,
    /// A line of a table of contents.
    Contents,
    /// Words of a program, in lines as they are.
    Code,
}

/// A paragraph with its line.
#[derive(Debug)]
pub struct Item {
    /// Its line.
    pub line: ShownLine,
    /// What it is.
    pub role: Role,
    /// Its place in a table.
    pub cell: Option<Cell>,
    /// Why it is left out.
    pub left_out: Option<&'static str>,
    /// How deep it stands in lists.
    pub depth: Option<u8>,
    /// How its words look.
    pub look: LineLook,
    /// The language of all its words, and how many words there are.
    pub spoken: Spoken,
    /// The names that links lead to.
    pub anchors: Vec<String>,
    /// What is to be said of it.
    pub reports: Vec<Cow<'static, str>>,
}

impl Item {
    /// A paragraph of which nothing is known but what it is.
    pub fn of(line: ShownLine, role: Role) -> Self {
        Self {
            line,
            role,
            cell: None,
            left_out: None,
            depth: None,
            look: LineLook::default(),
            spoken: Spoken::default(),
            anchors: Vec::new(),
            reports: Vec::new(),
        }
    }
}

/// The language of all words of a paragraph.
#[derive(Debug, Default, Clone)]
pub struct Spoken {
    langs: Vec<Option<Lang>>,
    words: usize,
}

impl Spoken {
    /// Adds words.
    pub fn add(&mut self, lang: Option<&Lang>, words: &str) {
        if !words.chars().any(char::is_alphabetic) {
            return;
        }
        self.words += words.split_whitespace().count();
        if !self.langs.iter().any(|known| known.as_ref() == lang) {
            self.langs.push(lang.cloned());
        }
    }

    /// The language, where all words have one, and they are no mere name.
    pub fn only(&self) -> Option<&Lang> {
        match self.langs.as_slice() {
            [Some(lang)] if self.words >= FEW => Some(lang),
            _ => None,
        }
    }
}

/// Fewer words are a name or a symbol.
pub const FEW: usize = 4;

/// What is said of a table without a marked head.
pub const UNMARKED: &str = "the file marks no row of this table as its head, and the first row was taken";

/// What is said of a table in a cell of another.
pub const NESTED: &str =
    "this table stands in a cell of another, and its cells have become lines of that cell";

/// Why what stands under a merged cell is left out.
pub const COVERED: &str = "covered by a merged cell";

/// Why a line of a table of contents is left out.
pub const CONTENTS: &str = "line of a table of contents, which pages have of themselves";

/// Why the alternative text of a picture is left out.
pub const ALTERNATIVE: Aside = Aside::Other("alternative text of what is not shown");

/// A file that was read.
#[derive(Debug)]
pub struct Styled {
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

impl Styled {
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

impl SourceFile for Styled {
    fn text(&self) -> &Arc<Source> {
        &self.source
    }

    fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.items.iter().filter(|item| !item.line.range.is_empty()).map(|item| Line {
            range: item.line.range.clone(),
            left_out: item.left_out,
            is_title: item.role == Role::Title,
            is_in_table: item.cell.is_some(),
            is_in_list: item.role == Role::Body && (item.depth.is_some() || item.line.number.is_some()),
            is_paragraph: true,
        })
    }

    fn marks(&self) -> Vec<Range<usize>> {
        self.items.iter().flat_map(|item| item.line.marks.iter().cloned()).collect()
    }

    fn body(self, head: &Head) -> Reading {
        reading::reading(self, head)
    }
}
