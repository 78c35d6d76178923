//! A corrected source, as a change of the text that was made of it before.
//!
//! In: the text that is there, its easy-read version, and what an import makes of the corrected source. Out: the text with the
//! change in it and everything else as people left it, what changes, and which sections of the easy-read version explain that.
//! Pieces that say the same stay as they are written, whatever an editor did to their layout.
//! The seal stays where nothing changes; a new one stands only where the text says what an import is sure of.

mod front;
mod pieces;

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices, get_diff_ratio};

use super::Imported;
use crate::content::{Input, Role};
use crate::coverage;
use crate::document::{Document, PartContent};
use crate::front_matter::yaml_of;
use crate::languages::Languages;
use crate::parse;
use crate::review::official_digest;
use crate::seal;
use crate::source::{Source, Span, slice};

pub use front::Field;
use pieces::{Piece, pieces};

/// What becomes of a text.
#[derive(Debug)]
pub struct Change {
    /// The text with the change in it.
    pub text: String,
    /// How many pieces stay as they are.
    pub stay: usize,
    /// The pieces that do not, in order.
    pub pieces: Vec<ChangedPiece>,
    /// Names of paragraphs that others have now: the old one and the new one.
    pub moved: Vec<(String, String)>,
    /// The values of the front matter that change.
    pub fields: Vec<Field>,
    /// The seal.
    pub seal: SealAfter,
}

/// A piece that changes.
#[derive(Debug, PartialEq, Eq)]
pub struct ChangedPiece {
    /// The names of what it stands in, the smallest first; of one that is gone, its old ones.
    pub names: Vec<String>,
    /// What it said; none where it is new.
    pub old: Option<String>,
    /// What it says; none where it is gone.
    pub new: Option<String>,
    /// Where it stands in the new text, or where it stood in the old one.
    pub place: usize,
}

/// What becomes of the seal of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SealAfter {
    /// It has none, and gets none.
    None,
    /// It holds.
    Holds,
    /// The text gets a new one: it says what the import is sure of.
    New,
    /// It is taken away: a person has to compare the text first.
    Gone,
}

/// A section of the easy-read version that explains, or sums up, what changes.
#[derive(Debug, PartialEq, Eq)]
pub struct Affected {
    /// Where its heading stands.
    pub place: Span,
    /// Its heading.
    pub heading: String,
    /// The names of what changes in what it explains.
    pub names: Vec<String>,
}

/// Compares a text with what its corrected source becomes.
pub fn change(old: &Document, imported: &Imported, languages: &Arc<Languages>) -> Change {
    let new_source = Arc::new(Source::new(old.source.path(), imported.markdown.as_str()));
    let new = read(&new_source, old, languages);
    let (old_text, new_text) = (old.source.text(), new_source.text());
    let (old_body, new_body) = (body_of(&old.source), body_of(&new_source));
    let (before, after) = (pieces(old_text, old_body), pieces(new_text, new_body));
    let (old_said, new_said) = (keys(&before), keys(&after));
    let mut merge = Merge {
        texts: [old_text, new_text],
        names: [Names::of(old), Names::of(&new)],
        out: String::new(),
        stay: 0,
        pieces: Vec::new(),
        moved: Vec::new(),
    };
    for op in capture_diff_slices(Algorithm::Patience, &old_said, &new_said) {
        let parts = |pieces: &[Piece], range: Range<usize>| pieces.get(range).unwrap_or_default().to_vec();
        merge.op(&op, &parts(&before, op.old_range()), &parts(&after, op.new_range()));
    }
    let (front, fields) = front::merged(&old.source, &new_source);
    let is_same = merge.pieces.is_empty() && fields.is_empty() && merge.moved.is_empty();
    let merged = format!("---\n{front}---\n\n{}", merge.out);
    let (text, seal) = match is_same {
        true => {
            let seal = if old.front.digest.is_some() { SealAfter::Holds } else { SealAfter::None };
            (old_text.to_owned(), seal)
        }
        false => sealed(merged, old, &new, languages),
    };
    Change { text, stay: merge.stay, pieces: merge.pieces, moved: merge.moved, fields, seal }
}

/// The sections of an easy-read version that a change reaches.
pub fn affected(easy: &Document, change: &Change) -> Vec<Affected> {
    let mut changed: HashSet<&str> = HashSet::new();
    changed.extend(change.pieces.iter().flat_map(|piece| &piece.names).map(String::as_str));
    changed.extend(change.moved.iter().map(|(old, _)| old.as_str()));
    let sections = coverage::sections(easy).iter();
    let of = |section: &crate::document::Section| {
        let named = section.covers.iter().chain(&section.sums_up);
        let names: Vec<String> =
            named.filter(|part| changed.contains(&*part.id)).map(|part| part.id.to_string()).collect();
        let heading = section.words_of_heading().map(|words| easy.plain(words)).unwrap_or_default();
        let place = section.heading.as_ref().map_or(Span::point(0), |heading| heading.span);
        (!names.is_empty()).then_some(Affected { place, heading, names })
    };
    sections.filter_map(of).collect()
}

/// The text with the seal that it may have.
fn sealed(merged: String, old: &Document, new: &Document, languages: &Arc<Languages>) -> (String, SealAfter) {
    let source = Arc::new(Source::new(old.source.path(), merged));
    let unsealed = seal::without(&source);
    let document = read(&Arc::new(Source::new(old.source.path(), unsealed.as_str())), old, languages);
    let digest = official_digest(&document);
    let had_one = old.front.digest.is_some();
    if old.front.digest.as_ref().is_some_and(|digest_of_old| digest.hold(digest_of_old)) {
        return (source.text().to_owned(), SealAfter::Holds);
    }
    let is_sure = new.front.digest.as_ref().is_some_and(|sure| digest.hold(sure));
    match (is_sure, had_one) {
        (true, _) => (seal::seal(unsealed, &old.lang, languages), SealAfter::New),
        (false, true) => (unsealed, SealAfter::Gone),
        (false, false) => (unsealed, SealAfter::None),
    }
}

fn read(source: &Arc<Source>, like: &Document, languages: &Arc<Languages>) -> Document {
    let (slug, lang) = (like.slug.clone(), like.lang.clone());
    parse::parse(&Input { source: source.clone(), role: Role::Official, slug, lang }, languages).0
}

/// Where the text begins after the front matter.
fn body_of(source: &Source) -> usize {
    let end = yaml_of(source).range().end;
    let text = source.text();
    slice(text, end..).find('\n').map_or(text.len(), |at| end + at + 1)
}

fn keys(pieces: &[Piece]) -> Vec<&str> {
    pieces.iter().map(|piece| piece.said.as_str()).collect()
}

/// The names of what stands at each place of a text.
struct Names(Vec<(Range<usize>, String)>);

impl Names {
    fn of(document: &Document) -> Self {
        let parts = document.parts().into_iter().filter_map(|part| {
            let range = match part.content {
                PartContent::Paragraph(paragraph) => paragraph.span.range(),
                PartContent::Blocks(blocks) => blocks.first()?.span.to(blocks.last()?.span).range(),
            };
            Some((range, part.name.to_string()))
        });
        Self(parts.collect())
    }

    /// The names of what a piece stands in, the smallest first.
    fn at(&self, piece: &Piece) -> Vec<String> {
        let mut parts: Vec<_> = self
            .0
            .iter()
            .filter(|(range, _)| {
                range.start < piece.range.end && piece.words < range.end.max(range.start + 1)
            })
            .filter(|(range, _)| range.start <= piece.words)
            .collect();
        parts.sort_by_key(|(range, _)| range.len());
        parts.into_iter().map(|(_, name)| name.clone()).collect()
    }
}

/// Among how many old pieces the one is looked for that was corrected.
const MOST_NEAR: usize = 8;

/// How many characters of two pieces are compared.
const COMPARED: usize = 600;

/// Whether two pieces share half of what they say, or a third under one number.
fn are_alike(old: &Piece, new: &Piece, are_of_one_number: bool) -> bool {
    let chars = |piece: &Piece| -> Vec<char> { piece.said.chars().take(COMPARED).collect() };
    let (old, new) = (chars(old), chars(new));
    let ops = capture_diff_slices(Algorithm::Myers, &old, &new);
    get_diff_ratio(&ops, old.len(), new.len()) >= if are_of_one_number { 0.33 } else { 0.5 }
}

struct Merge<'a> {
    texts: [&'a str; 2],
    names: [Names; 2],
    out: String,
    stay: usize,
    pieces: Vec<ChangedPiece>,
    moved: Vec<(String, String)>,
}

impl Merge<'_> {
    fn op(&mut self, op: &DiffOp, before: &[Piece], after: &[Piece]) {
        match op.tag() {
            DiffTag::Equal => before.iter().zip(after).for_each(|(old, new)| self.same(old, new)),
            DiffTag::Delete => before.iter().for_each(|old| self.change(Some(old), None)),
            DiffTag::Insert => after.iter().for_each(|new| self.change(None, Some(new))),
            DiffTag::Replace => self.replace(before, after),
        }
    }

    /// Pieces in the place of others: one that says much of what an old one said is that one, corrected.
    fn replace(&mut self, mut before: &[Piece], after: &[Piece]) {
        let [old_text, new_text] = self.texts;
        for new in after {
            let label = new.label(new_text).trim();
            let is_it = |old: &Piece| {
                let are_of_one_number = !label.is_empty() && old.label(old_text).trim() == label;
                are_alike(old, new, are_of_one_number)
            };
            let near = before.iter().take(MOST_NEAR).position(is_it);
            if let Some((gone, [old, rest @ ..])) = near.and_then(|at| before.split_at_checked(at)) {
                gone.iter().for_each(|old| self.change(Some(old), None));
                self.change(Some(old), Some(new));
                before = rest;
            } else {
                self.change(None, Some(new));
            }
        }
        before.iter().for_each(|old| self.change(Some(old), None));
    }

    /// A piece that says what it said; its number may be another one.
    fn same(&mut self, old: &Piece, new: &Piece) {
        let [old_text, new_text] = self.texts;
        let (was, is) = (old.label(old_text), new.label(new_text));
        let label = if was.trim() == is.trim() { was } else { is };
        self.write(indent(old_text, old), label, slice(old_text, old.words..old.range.end));
        self.stay += 1;
        let [before, after] = &self.names;
        if let (Some(was), Some(is)) = (before.at(old).first(), after.at(new).first())
            && was != is
        {
            self.moved.push((was.clone(), is.clone()));
        }
    }

    fn change(&mut self, old: Option<&Piece>, new: Option<&Piece>) {
        let [old_text, new_text] = self.texts;
        let [before, after] = &self.names;
        let mut names = new.map(|new| after.at(new)).unwrap_or_default();
        for name in old.map(|old| before.at(old)).unwrap_or_default() {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let said = |text: &str, piece: &Piece| slice(text, piece.range.clone()).to_owned();
        let place = new.or(old).map_or(0, |piece| piece.range.start);
        self.pieces.push(ChangedPiece {
            names,
            old: old.map(|old| said(old_text, old)),
            new: new.map(|new| said(new_text, new)),
            place,
        });
        if let Some(new) = new {
            self.write(indent(new_text, new), new.label(new_text), slice(new_text, new.words..new.range.end));
        }
    }

    fn write(&mut self, indent: &str, label: &str, words: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out.push_str(indent);
        self.out.push_str(label);
        self.out.push_str(words);
        self.out.push('\n');
    }
}

/// The blanks before a piece on its line.
fn indent<'a>(text: &'a str, piece: &Piece) -> &'a str {
    let start = slice(text, ..piece.range.start).rfind('\n').map_or(0, |end| end + 1);
    slice(text, start..piece.range.start)
}
