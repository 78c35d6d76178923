//! Documents of word processors, and others that know their paragraphs.
//!
//! In: what the reader of a format found, as [`Contents`]: one line a paragraph, with the numbers that the program prints and the
//! file only counts, the text as it would be if all changes were accepted, notes after it; for each paragraph what its style says
//! it is; pictures; and what is no part of the document. Out: the document as a source. Refused: more text, paragraphs or cells
//! than any document needs.

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

use super::archive::Damaged;
use crate::count::counted;
use crate::import::source::{Cell, Head, Line, Note, Reading, SourceFile};
use crate::import::unsure::Unsure;
use crate::lang::Lang;
use crate::limits;
use crate::source::{Source, slice};
use looks::{LineLook, Looks};
use pictures::{PictureFile, Pictures};
use shown::{Aside, Shown, ShownLine};
use tongues::Tongues;

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

/// A file as far as it was read.
#[derive(Debug, Default)]
pub struct Contents {
    /// The text.
    pub shown: Shown,
    /// The paragraphs.
    pub items: Vec<Item>,
    /// The notes, in the order of their marks.
    pub notes: Vec<Note>,
    /// What is no part of the document, and why.
    pub left_out: Vec<(Range<usize>, String)>,
    /// What is to be said of the file.
    pub unsure: Vec<Unsure>,
    /// How most words look.
    pub usual: Looks,
    /// The languages.
    pub tongues: Tongues,
    /// The pictures.
    pub pictures: Pictures,
    /// How many cells the tables have.
    pub cells: usize,
}

impl Contents {
    /// A line of its own that is no part of the text.
    pub fn aside(&mut self, words: &str, why: &str) {
        let start = self.shown.text.len();
        self.shown.text.push_str(words);
        self.left_out.push((start..self.shown.text.len(), why.to_owned()));
        self.shown.text.push('\n');
    }

    /// What a line says beside its words.
    pub fn report(&mut self, line: &ShownLine) {
        let text = &self.shown.text;
        for (range, aside) in &line.asides {
            self.left_out.push((range.clone(), aside.reason().to_owned()));
            if *aside == Aside::Deleted && !slice(text, range.clone()).trim().is_empty() {
                let said = quoted(text, range);
                self.unsure.push(Unsure::change(
                    range.clone(),
                    format!("{said} was deleted by a tracked change, and is left out"),
                ));
            }
        }
        for range in line.inserted.iter().filter(|range| !slice(text, (*range).clone()).trim().is_empty()) {
            let said = quoted(text, range);
            self.unsure.push(Unsure::change(
                range.clone(),
                format!("{said} was inserted by a tracked change, and stands in the text"),
            ));
        }
    }

    /// The file, now that all of it was read.
    ///
    /// # Errors
    /// When it is larger than any document.
    pub fn finish(mut self, path: &str) -> Result<Styled, Damaged> {
        if self.shown.text.len() as u64 > limits::TEXT {
            return Err(Damaged(format!("its words take more than {}", limits::size(limits::TEXT))));
        }
        for (has, most, name) in [
            (self.items.len(), limits::DOCUMENT_PARAGRAPHS, "paragraph"),
            (self.cells, limits::DOCUMENT_CELLS, "cell"),
        ] {
            if has > most {
                return Err(Damaged(format!("it has {}, and at most {most} are read", counted(has, name))));
            }
        }
        let items = std::mem::take(&mut self.items);
        for item in &items {
            self.report(&item.line);
        }
        Ok(Styled {
            items,
            notes: self.notes,
            left_out: self.left_out,
            unsure: self.unsure,
            usual: self.usual,
            main: self.tongues.main(),
            lang: None,
            pictures: self.pictures.files,
            source: Arc::new(Source::new(path, self.shown.text)),
        })
    }
}

/// The longest quotation in a message, in characters.
const LONGEST_QUOTATION: usize = 200;

fn quoted(text: &str, range: &Range<usize>) -> String {
    let said = slice(text, range.clone()).replace(['\u{2028}', '\t'], " ");
    let said = said.trim();
    let short: String = said.chars().take(LONGEST_QUOTATION).collect();
    let more = if short.len() < said.len() { "…" } else { "" };
    format!("“{short}{more}”")
}

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
