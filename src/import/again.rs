//! A corrected source, as a change of the text that was made of it before.
//!
//! In: the text that is there, its easy-read version, and what an import makes of the corrected source. Out: the text with the
//! change in it and everything else as people left it, what changes, and which sections of the easy-read version explain that.
//! Pieces that say the same stay as they are written, whatever an editor did to their layout.
//! The seal stays where nothing changes; a new one stands only where the text says what an import is sure of.

mod front;
mod pieces;

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use similar::{Algorithm, DiffTag, capture_diff_slices};

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
    /// Where it stands in the text with the change, or where it stood in the old one.
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
    let ((before, rest), (after, _)) = (pieces(old_text, old_body), pieces(new_text, new_body));
    let mut merge = Merge {
        texts: [old_text, new_text],
        names: [names(old, &before), names(&new, &after)],
        pieces: [&before, &after],
        out: String::new(),
        stay: 0,
        changed: Vec::new(),
        moved: Vec::new(),
    };
    merge.run();
    merge.comments(&rest);
    let (front, fields) = front::merged(&old.source, &new_source);
    let is_same = merge.changed.is_empty() && fields.is_empty() && merge.moved.is_empty();
    let merged = format!("---\n{front}---\n\n{}", merge.out);
    let (text, seal) = match is_same {
        true => {
            let seal = if old.front.digest.is_some() { SealAfter::Holds } else { SealAfter::None };
            (old_text.to_owned(), seal)
        }
        false => sealed(merged, old, &new, languages),
    };
    // The seal stands in the front matter, so what follows that ends as it was written.
    let body = text.len().saturating_sub(merge.out.len());
    for piece in merge.changed.iter_mut().filter(|piece| piece.new.is_some()) {
        piece.place += body;
    }
    Change { text, stay: merge.stay, pieces: merge.changed, moved: merge.moved, fields, seal }
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

/// For each piece, the names of what it stands in, the smallest first.
fn names(document: &Document, pieces: &[Piece]) -> Vec<Vec<String>> {
    let parts = document.parts().into_iter().filter_map(|part| {
        let range = match part.content {
            PartContent::Paragraph(paragraph) => paragraph.span.range(),
            PartContent::Blocks(blocks) => blocks.first()?.span.to(blocks.last()?.span).range(),
        };
        Some((range, part.name.to_string()))
    });
    let mut parts: Vec<_> = parts.collect();
    parts.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    let mut parts = parts.into_iter().peekable();
    let mut open: Vec<(Range<usize>, String)> = Vec::new();
    let of_piece = |piece: &Piece| {
        while let Some(part) = parts.next_if(|(range, _)| range.start <= piece.words) {
            open.push(part);
        }
        open.retain(|(range, _)| range.end > piece.words);
        open.iter().rev().map(|(_, name)| name.clone()).collect()
    };
    pieces.iter().map(of_piece).collect()
}

/// The pieces of two texts that say the same, in the order of both, as far as one order serves both.
fn matching(before: &[Piece], after: &[Piece]) -> Vec<(usize, usize)> {
    // What stands in one of them alone needs no comparing.
    let of = |pieces: &[Piece], others: &[Piece]| -> Vec<usize> {
        let others: HashSet<&str> = others.iter().map(|piece| piece.said.as_str()).collect();
        let is_there = |at: &usize| pieces.get(*at).is_some_and(|piece| others.contains(piece.said.as_str()));
        (0..pieces.len()).filter(is_there).collect()
    };
    let (old, new) = (of(before, after), of(after, before));
    let said = |pieces: &[Piece], places: &[usize]| -> Vec<String> {
        places.iter().filter_map(|at| pieces.get(*at)).map(|piece| piece.said.clone()).collect()
    };
    let ops = capture_diff_slices(Algorithm::Patience, &said(before, &old), &said(after, &new));
    let equal = ops.iter().filter(|op| op.tag() == DiffTag::Equal);
    equal
        .flat_map(|op| {
            old.get(op.old_range())
                .into_iter()
                .flatten()
                .copied()
                .zip(new.get(op.new_range()).into_iter().flatten().copied())
        })
        .collect()
}

/// Among how many old pieces the one is looked for that was corrected.
const MOST_NEAR: usize = 8;

/// Whether two pieces say much the same: a third of the pairs of characters that stand in them stand in both; under one number fewer.
fn are_alike(old: &Piece, new: &Piece, are_of_one_number: bool) -> bool {
    let pairs = |piece: &Piece| piece.said.chars().zip(piece.said.chars().skip(1)).collect::<Vec<_>>();
    let (old, new) = (pairs(old), pairs(new));
    let mut counts: HashMap<(char, char), usize> = HashMap::new();
    old.iter().for_each(|pair| *counts.entry(*pair).or_default() += 1);
    let is_shared = |pair: &&(char, char)| {
        counts.get_mut(pair).is_some_and(|count| std::mem::replace(count, count.saturating_sub(1)) > 0)
    };
    let shared = new.iter().filter(is_shared).count();
    let part = if are_of_one_number { 12 } else { 3 };
    shared * 2 * part >= (old.len() + new.len()).max(1)
}

struct Merge<'a> {
    texts: [&'a str; 2],
    pieces: [&'a [Piece]; 2],
    names: [Vec<Vec<String>>; 2],
    out: String,
    stay: usize,
    changed: Vec<ChangedPiece>,
    moved: Vec<(String, String)>,
}

impl Merge<'_> {
    fn run(&mut self) {
        let [before, after] = self.pieces;
        let (mut old, mut new) = (0, 0);
        for (was, is) in matching(before, after).into_iter().chain([(before.len(), after.len())]) {
            self.replace(old..was, new..is);
            if was < before.len() {
                self.same(was, is);
            }
            (old, new) = (was + 1, is + 1);
        }
    }

    /// Pieces in the place of others: one that says much of what an old one said is that one, corrected.
    fn replace(&mut self, mut before: Range<usize>, after: Range<usize>) {
        let ([old_text, new_text], [old, new]) = (self.texts, self.pieces);
        for is in after {
            let near = before.clone().take(MOST_NEAR).find(|was| {
                let (Some(old), Some(new)) = (old.get(*was), new.get(is)) else { return false };
                let label = new.label(new_text).trim();
                are_alike(old, new, !label.is_empty() && old.label(old_text).trim() == label)
            });
            if let Some(was) = near {
                (before.start..was).for_each(|gone| self.change(Some(gone), None));
                before.start = was + 1;
            }
            self.change(near, Some(is));
        }
        before.for_each(|gone| self.change(Some(gone), None));
    }

    /// A piece that says what it said; its number may be another one. An alternative text is the editor's where the source has none.
    fn same(&mut self, was: usize, is: usize) {
        let ([old_text, new_text], [before, after]) = (self.texts, self.pieces);
        let (Some(old), Some(new)) = (before.get(was), after.get(is)) else { return };
        let mut pictures = old.pictures.iter().zip(&new.pictures);
        if pictures.any(|((was, _), (is, _))| !is.is_empty() && was != is) {
            return self.change(Some(was), Some(is));
        }
        let (was_label, is_label) = (old.label(old_text), new.label(new_text));
        let label = if was_label.trim() == is_label.trim() { was_label } else { is_label };
        self.comments(&old.before);
        self.write(&[indent(old_text, old), label, slice(old_text, old.words..old.range.end)].concat());
        self.stay += 1;
        let [before, after] = &self.names;
        let name = |names: &[Vec<String>], at: usize| names.get(at).and_then(|names| names.first()).cloned();
        if let (Some(was), Some(is)) = (name(before, was), name(after, is))
            && was != is
        {
            self.moved.push((was, is));
        }
    }

    fn change(&mut self, was: Option<usize>, is: Option<usize>) {
        let ([old_text, new_text], [before, after]) = (self.texts, self.pieces);
        let (old, new) = (was.and_then(|at| before.get(at)), is.and_then(|at| after.get(at)));
        let [old_names, new_names] = &self.names;
        let mut names = is.and_then(|at| new_names.get(at)).cloned().unwrap_or_default();
        for name in was.and_then(|at| old_names.get(at)).into_iter().flatten() {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
        let said = |text: &str, piece: &Piece| slice(text, piece.range.clone()).to_owned();
        // What editors wrote to themselves stays, also where its paragraph is gone.
        if let Some(old) = old {
            self.comments(&old.before);
            self.comments(&old.within);
        }
        let mut place = old.map_or(0, |old| old.range.start);
        if let Some(new) = new {
            let indent = indent(new_text, new);
            let mut words = slice(new_text, new.range.clone()).to_owned();
            for (alternative, address) in old.into_iter().flat_map(|old| &old.pictures) {
                words = words.replace(&format!("![]({address}"), &format!("![{alternative}]({address}"));
            }
            place = self.write(&[indent, &words].concat()) + indent.len();
        }
        let (old, new) = (old.map(|old| said(old_text, old)), new.map(|new| said(new_text, new)));
        self.changed.push(ChangedPiece { names, old, new, place });
    }

    fn comments(&mut self, comments: &[Range<usize>]) {
        let [old_text, _] = self.texts;
        comments.iter().for_each(|comment| _ = self.write(slice(old_text, comment.clone())));
    }

    /// Writes a block, and gives where it stands.
    fn write(&mut self, block: &str) -> usize {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        let place = self.out.len();
        self.out.push_str(block);
        self.out.push('\n');
        place
    }
}

/// The blanks before a piece on its line.
fn indent<'a>(text: &'a str, piece: &Piece) -> &'a str {
    let start = slice(text, ..piece.range.start).rfind('\n').map_or(0, |end| end + 1);
    slice(text, start..piece.range.start)
}
