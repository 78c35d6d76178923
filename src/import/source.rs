//! What a source gives the recogniser, whatever its format: paragraphs, notes, and what it left out.
//!
//! A source lays its words out as one text, as a reader of the file sees them: numbers, labels and marks of notes included,
//! also where the file only counts them. A plain text is that text; any other file has one line a paragraph or cell, with
//! its notes after it, so that line 12 in a message is paragraph 12 of the file. All ranges point into this text, and the
//! ledger accounts for each of its characters.
//!
//! A source is asked twice. Its lines come first, and the head of the document is recognised from them; then the
//! paragraphs of the body. A source that has to find paragraphs needs to know what the head said, for pages repeat it.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use super::forms::act::ActForm;
use super::passage::Passage;
use super::unsure::Unsure;
use crate::lang::Lang;
use crate::source::{Source, Span, slice};

/// A file that was opened as a source.
pub trait SourceFile {
    /// The text it shows.
    fn text(&self) -> &Arc<Source>;

    /// The lines of the text that are not blank; for a file that knows its paragraphs, the paragraphs.
    fn lines(&self) -> impl Iterator<Item = Line<'_>>;

    /// The marks of notes in its lines, in order, where the file knows them.
    fn marks(&self) -> Vec<Range<usize>> {
        Vec::new()
    }

    /// The paragraphs after the head.
    fn body(self, head: &Head) -> Reading;
}

/// A line of a source.
#[derive(Debug, Clone, Default)]
pub struct Line<'a> {
    /// Where it stands, without the blanks at its ends.
    pub range: Range<usize>,
    /// Why it is no part of the document, as a page number or a running header is none.
    pub left_out: Option<&'a str>,
    /// Whether the file says that it is the title.
    pub is_title: bool,
    /// Whether it stands in a table.
    pub is_in_table: bool,
    /// Whether it is an item of a list.
    pub is_in_list: bool,
    /// Whether it is a whole paragraph, and no line of one.
    pub is_paragraph: bool,
}

/// What is known of a document when its head was read.
#[derive(Debug, Default)]
pub struct Head {
    /// How many lines the head takes, counted in [`SourceFile::lines`].
    pub lines: usize,
    /// How many lines before it stay text: they stand above the title, and are no cover.
    pub above: usize,
    /// Whether a resolution follows, with a preamble and numbered paragraphs, or any text.
    pub is_resolution: bool,
    /// Whether a body of the United Nations issued another document, such as a report.
    pub is_of_body: bool,
    /// How it is laid out, where it is an act.
    pub act: Option<ActForm>,
    /// What the lines of the cover say, without blanks.
    pub said: HashSet<String>,
    /// The document's symbol.
    pub symbol: Option<String>,
    /// Its title, without blanks.
    pub title: String,
}

/// The body of a document as its source gives it.
#[derive(Debug, Default)]
pub struct Reading {
    /// The paragraphs, in order.
    pub paragraphs: Vec<Paragraph>,
    /// The notes, in order.
    pub notes: Vec<Note>,
    /// Characters that are no part of the document, with the reason.
    pub left_out: Vec<(Range<usize>, String)>,
    /// Places that the source itself was not read for certain at.
    pub unsure: Vec<Unsure>,
}

/// A paragraph.
#[derive(Debug, Default)]
pub struct Paragraph {
    /// The number or label that is printed before its words: `1.`, `(a)`, `一、`, `•`. It is no part of the words.
    pub number: Option<Range<usize>>,
    /// Its words.
    pub words: Words,
    /// What its form says it is.
    pub style: Style,
    /// Its language, where that is not the document's.
    pub lang: Option<Lang>,
    /// Its place in a table.
    pub cell: Option<Cell>,
    /// How deep it stands in lists, from 0, where it is an item of one.
    pub depth: Option<u8>,
    /// The name that links lead to.
    pub anchor: Option<String>,
}

impl Paragraph {
    /// From its number to its last word.
    pub fn whole(&self) -> Span {
        match &self.number {
            Some(number) if self.words.passage.is_empty() => number.clone().into(),
            Some(number) => Span::from(number.clone()).to(self.words.passage.whole()),
            None if self.words.passage.is_empty() => self.words.picture().unwrap_or(Span::point(0)),
            None => self.words.passage.whole(),
        }
    }
}

/// What the form of a paragraph says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// A paragraph as most are.
    #[default]
    Body,
    /// A heading; the document's title has level 1.
    Heading(u8),
    /// A quotation set apart.
    Quotation,
    /// Words of a program, whose lines and blanks stand as they are.
    Code,
    /// The caption of the table after it, or of the table or picture before it.
    Caption,
}

/// The place of a paragraph in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// Which table of the document, from 0.
    pub table: u32,
    /// The row, from 0.
    pub row: u32,
    /// The column, from 0.
    pub column: u32,
    /// How many rows and columns it takes.
    pub size: (u32, u32),
    /// Whether it heads its row or column.
    pub is_header: bool,
}

/// Words with what stands among them.
#[derive(Debug, Default)]
pub struct Words {
    /// The words.
    pub passage: Passage,
    /// Characters of the passage that are not words, in order; none overlap.
    pub marks: Vec<(Range<usize>, Mark)>,
    /// Stretches of the passage that differ from the rest, in order; none overlap.
    pub runs: Vec<(Range<usize>, Run)>,
    /// Stretches that lead elsewhere, with their targets; in order, and no run reaches over their ends.
    pub links: Vec<(Range<usize>, String)>,
    /// What stands between the words, at places of the passage, in order.
    pub inserted: Vec<(usize, Inserted)>,
}

impl Words {
    /// Takes its first bytes away, and returns where they stand; none where something else than words is among them.
    pub fn take_start(&mut self, source: &str, length: usize) -> Option<Range<usize>> {
        let starts = self.marks.iter().map(|(range, _)| range.start);
        let starts = starts.chain(self.links.iter().map(|(range, _)| range.start));
        if starts
            .chain(self.inserted.iter().map(|(at, _)| *at))
            .any(|at| (1..length).contains(&at) || at == 0)
        {
            return None;
        }
        let taken = self.passage.span(0..length).range();
        let whole = self.passage.text().len();
        let blanks = slice(self.passage.text(), length..).len()
            - slice(self.passage.text(), length..).trim_start().len();
        let cut = length + blanks;
        self.passage = self.passage.part(source, length..whole);
        let end = self.passage.text().len();
        let moved = |range: &mut Range<usize>| {
            *range = range.start.saturating_sub(cut).min(end)..range.end.saturating_sub(cut).min(end);
        };
        self.marks.iter_mut().for_each(|(range, _)| moved(range));
        self.runs.iter_mut().for_each(|(range, _)| moved(range));
        self.runs.retain(|(range, _)| !range.is_empty());
        self.links.iter_mut().for_each(|(range, _)| moved(range));
        self.inserted.iter_mut().for_each(|(at, _)| *at = at.saturating_sub(cut).min(end));
        Some(taken)
    }

    /// Where the alternative text of the first picture stands, or would.
    fn picture(&self) -> Option<Span> {
        self.inserted.iter().find_map(|(_, what)| match what {
            Inserted::Picture(picture) => Some(picture.alternative.clone().into()),
            Inserted::Page(_) => None,
        })
    }
}

/// What stands between words and is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inserted {
    /// A page of the printed document begins, with its number.
    Page(String),
    /// A picture.
    Picture(Picture),
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The name of its file, in the folder of the document.
    pub file: String,
    /// Where its alternative text stands; empty where it has none.
    pub alternative: Range<usize>,
    /// Whether a blank stands at both its sides; the passage has only the one before it.
    pub is_between_blanks: bool,
}

impl From<Passage> for Words {
    fn from(passage: Passage) -> Self {
        Self { passage, ..Self::default() }
    }
}

/// What characters among the words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// They lead to a note, counted from 0.
    Note(usize),
    /// They are Markdown already, as the two stars around bold.
    Markdown,
    /// They are left out, for this reason.
    LeftOut(&'static str),
    /// They are the blank at the end of a line that does not end its paragraph.
    Break,
}

/// How a stretch of words differs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Run {
    /// In italics.
    pub is_italic: bool,
    /// Underlined.
    pub is_underlined: bool,
    /// In bold.
    pub is_bold: bool,
    /// Struck out.
    pub is_struck: bool,
    /// Code.
    pub is_code: bool,
    /// Raised or lowered.
    pub vertical: Vertical,
    /// Its language, where that is not the paragraph's.
    pub lang: Option<Lang>,
}

/// Where words stand to the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Vertical {
    /// On it.
    #[default]
    Line,
    /// Raised.
    Superscript,
    /// Lowered.
    Subscript,
}

/// A note at the foot of a page or at the end.
#[derive(Debug)]
pub struct Note {
    /// Its number or sign, as marks give it.
    pub number: String,
    /// Where the mark stands that it begins with.
    pub mark: Range<usize>,
    /// What it says; its paragraphs are joined.
    pub words: Words,
    /// Whether a mark leads to it.
    pub is_marked: bool,
}
