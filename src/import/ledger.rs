//! The account of an import: where every character of the source went.
//!
//! In: spans of the source with their destination, in any order. Out: the entries in source order. Between them
//! they hold every character that is not blank, each exactly once; a test shows it for each sample.

use crate::source::{Source, Span, slice};

/// Where characters of the source went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// Into the front matter, under this key; the parts of a nested key are joined by dots.
    Field(&'static str),
    /// Into the n-th paragraph of the body, counted from 0, with its number or label.
    Paragraph(u32),
    /// Turned into a reference to the n-th note, in a paragraph of the body.
    Mark {
        /// The paragraph.
        paragraph: u32,
        /// The note.
        note: u32,
    },
    /// The mark a note begins with, turned into the note's label.
    NoteLabel(u32),
    /// Into the text of the n-th note, counted from 0.
    Note(u32),
    /// Left out, for this reason.
    Dropped(String),
}

/// Characters that went to one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerEntry {
    /// Where they stand in the decoded source; blanks may lie between them.
    pub span: Span,
    /// Where they went.
    pub destination: Destination,
}

/// Something that shows what kind of document a text is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign {
    /// What it is.
    pub name: &'static str,
    /// How much it counts.
    pub points: u32,
    /// Where it stands.
    pub span: Span,
}

/// All entries.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    entries: Vec<LedgerEntry>,
    signs: Vec<Sign>,
}

/// Something that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dropped {
    /// The line of the source, from 1.
    pub line: u32,
    /// The characters.
    pub text: String,
    /// Why.
    pub reason: String,
}

impl Ledger {
    /// The entries, in the order of the source.
    pub fn entries(&self) -> &[LedgerEntry] {
        &self.entries
    }

    /// The signs by which the kind of the document was recognised; none where it is a plain one.
    pub fn signs(&self) -> &[Sign] {
        &self.signs
    }

    /// Notes these signs.
    pub fn recognise(&mut self, signs: Vec<Sign>) {
        self.signs = signs;
    }

    /// Adds an entry.
    pub fn add(&mut self, span: Span, destination: Destination) {
        if span.start < span.end {
            self.entries.push(LedgerEntry { span, destination });
        }
    }

    /// Notes that a span was left out.
    pub fn drop(&mut self, span: impl Into<Span>, reason: &str) {
        self.add(span.into(), Destination::Dropped(reason.to_owned()));
    }

    /// Puts the entries in order and joins neighbours that went to the same place.
    pub fn close(&mut self, text: &str) {
        self.entries.sort_by_key(|entry| entry.span.start);
        self.entries.dedup_by(|next, last| {
            let between = text.get(last.span.end as usize..next.span.start as usize);
            let same = last.destination == next.destination
                && !matches!(last.destination, Destination::Dropped(_) | Destination::Mark { .. })
                && between.is_some_and(|between| between.trim().is_empty());
            if same {
                last.span.end = next.span.end;
            }
            same
        });
    }

    /// What was left out, in order.
    pub fn dropped(&self, source: &Source) -> Vec<Dropped> {
        // Lines are counted on the way: looking up each place would read a very long line again and again.
        let (mut line, mut at) = (1, 0);
        let mut dropped = Vec::new();
        for entry in &self.entries {
            let Destination::Dropped(reason) = &entry.destination else { continue };
            let start = entry.span.start as usize;
            line += slice(source.text(), at..start).bytes().filter(|&byte| byte == b'\n').count() as u32;
            at = start;
            dropped.push(Dropped { line, text: source.slice(entry.span).to_owned(), reason: reason.clone() });
        }
        dropped
    }
}
