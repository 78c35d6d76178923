//! A file as far as it was read: what the reader of a format fills in.
//!
//! In: the pieces of a paragraph as they are read, and what is known of it when it ends; notes; what is no part of the document. Out: the
//! document as a source. Refused: more text, paragraphs or cells than any document needs.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use super::looks::{LineLook, Looks};
use super::pictures::Pictures;
use super::shown::{Aside, Piece, Shown, ShownLine};
use super::tongues::{Class, Tongues};
use super::{ALTERNATIVE, FEW, Item, Role, Spoken, Styled};
use crate::count::counted;
use crate::import::source::{Cell, Note};
use crate::import::sources::archive::Damaged;
use crate::import::unsure::Unsure;
use crate::lang::Lang;
use crate::limits;
use crate::source::{Source, slice};

/// What is known of a paragraph when it ends.
#[derive(Debug)]
pub struct Ending {
    /// What it is.
    pub role: Role,
    /// Its place in a table.
    pub cell: Option<Cell>,
    /// Why it is left out.
    pub left_out: Option<&'static str>,
    /// How deep it stands in lists.
    pub depth: Option<u8>,
}

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
    /// What headers and footers said.
    edges: HashSet<(&'static str, String)>,

    /// The pieces of the paragraph that is read.
    pub pieces: Vec<Piece>,
    /// How its words look.
    pub looks: LineLook,
    /// The language of its words.
    pub spoken: Spoken,
    /// The names of places in it.
    pub anchors: Vec<String>,
    /// What is to be said of it.
    pub reports: Vec<Cow<'static, str>>,
}

impl Contents {
    /// Words of the paragraph, in a language or in none that the file says.
    pub fn speak(&mut self, class: Class, lang: Option<&Lang>, words: &str) {
        self.tongues.count(class, lang, words);
        self.spoken.add(lang, words);
    }

    /// The same where the file says in which language words are that say none: gives their language where it is another; a name or
    /// a symbol is of all languages.
    pub fn tongue(
        &mut self,
        class: Class,
        (lang, usual): (Option<Lang>, Option<Lang>),
        words: &str,
    ) -> Option<Lang> {
        self.speak(class, lang.as_ref(), words);
        let is_passage = words.split_whitespace().count() >= FEW;
        lang.filter(|lang| is_passage || usual.is_none_or(|usual| usual.primary() != lang.primary()))
    }

    /// What stands in the paragraph and is no part of its words.
    pub fn leave(&mut self, words: &str, aside: Aside) {
        if !words.trim().is_empty() {
            self.pieces.push(Piece::Aside(words.replace(['\n', '\r', '\t'], " "), aside));
        }
    }

    /// A picture in the paragraph: the name of its file or why it has none, and its alternative text.
    pub fn picture(&mut self, name: Result<String, String>, text: &str) {
        match name {
            Ok(file) => self.pieces.push(Piece::Picture(file, text.to_owned())),
            Err(why) => {
                self.reports.push(format!("a picture of the file is left out: {why}").into());
                self.leave(text, ALTERNATIVE);
            }
        }
    }

    /// Ends the paragraph; `number` is what is printed before its words, and whether a blank follows it.
    pub fn end(&mut self, number: Option<(&str, bool)>, ending: Ending) {
        let line = self.shown.line(number, std::mem::take(&mut self.pieces));
        let look = std::mem::take(&mut self.looks);
        if ending.role == Role::Body {
            self.usual.add(&look);
        }
        let Ending { role, cell, left_out, depth } = ending;
        self.items.push(Item {
            line,
            role,
            cell,
            left_out,
            depth,
            look,
            spoken: std::mem::take(&mut self.spoken),
            anchors: std::mem::take(&mut self.anchors),
            reports: std::mem::take(&mut self.reports),
        });
    }

    /// Ends the text: what is still to be said is said of its last paragraph.
    pub fn end_text(&mut self) {
        if let Some(last) = self.items.last_mut() {
            last.reports.append(&mut self.reports);
        }
    }

    /// A note, on its line after the text, with the number that it prints; `number` is the one that its mark has, and none where
    /// that is a sign. Gives where its own number stands.
    pub fn note(
        &mut self,
        printed: Option<&str>,
        number: Option<String>,
        pieces: Vec<Piece>,
    ) -> Range<usize> {
        let line = self.shown.line(printed.map(|printed| (printed, true)), pieces);
        let mark = line.number.clone().unwrap_or(line.range.start..line.range.start);
        if number.is_none() {
            let why = "the file has a sign for this note, and pages give it a number";
            self.unsure.push(Unsure::note(line.range.clone(), why));
        }
        self.report(&line);
        for why in std::mem::take(&mut self.reports) {
            self.unsure.push(Unsure::new(line.range.clone(), why));
        }
        let number = number.unwrap_or_else(|| "note".to_owned());
        self.notes.push(Note { number, mark: mark.clone(), words: line.words, is_marked: true });
        mark
    }

    /// Words of a header or footer of pages; what many say is listed once.
    pub fn edge(&mut self, words: String, why: &'static str) {
        if !words.is_empty() && self.edges.insert((why, words.clone())) {
            self.aside(&words, why);
        }
    }

    /// Says that the file does not tell where its pages begin.
    pub fn lacks_pages(&mut self) {
        let why = "the file says where its author ended pages, and not where the pages between them begin: no page is marked";
        self.unsure.push(Unsure::note_only(0..0, why));
    }

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
        // What is said of the end is said of the last line.
        let last = self.shown.text.trim_end().len();
        let last = self.shown.text.floor_char_boundary(last.saturating_sub(1));
        for unsure in self.unsure.iter_mut().filter(|unsure| unsure.range.start > last) {
            unsure.range = last..last;
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
