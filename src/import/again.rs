//! A corrected source, as a change of the text that was made of it before.
//!
//! In: the text that is there, its easy-read version, what the import of the former source made, and what one makes of the corrected
//! source. Out: the text with the change in it and everything else as people left it, what changes, and which sections of the easy-read
//! version explain that. Refused: a text whose front matter cannot be read, and a source that has nothing in common with the text.
//! Where nobody knows what the former import made, pieces that say the same stay as they are written, and all others are as the source
//! has them. The seal stays where nothing changes; a new one stands only where the text says what an import is sure of.

mod front;
mod merge;
mod origins;
mod pieces;
mod record;

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use super::Imported;
use crate::content::{Input, Role};
use crate::coverage;
use crate::document::{Document, PartContent};
use crate::finding::Finding;
use crate::front_matter::{is_fault, yaml_of};
use crate::languages::Languages;
use crate::parse;
use crate::review::official_digest;
use crate::seal;
use crate::source::{Source, Span, slice};

pub use front::Field;
use merge::Merge;
use origins::Text;
use pieces::{Piece, pieces};
pub use record::{Record, name as record_name};

/// What becomes of a text.
#[derive(Debug)]
pub struct Change {
    /// The text with the change in it.
    pub text: String,
    /// How many pieces stay as they are.
    pub stay: usize,
    /// The pieces that do not, in order.
    pub pieces: Vec<ChangedPiece>,
    /// Pieces that stand elsewhere among the others, and say what they said: where, and their words.
    pub elsewhere: Vec<(usize, String)>,
    /// Names of paragraphs that others have now: the old one and the new one.
    pub moved: Vec<(String, String)>,
    /// The values of the front matter that change.
    pub fields: Vec<Field>,
    /// The seal.
    pub seal: SealAfter,
    /// The pictures that it shows no longer.
    pub pictures: Vec<String>,
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
    /// Whether a person had written or changed it since the last import. Where the source has nothing in its place, it stays.
    pub is_own: bool,
}

/// Why a source is not brought in.
#[derive(Debug)]
pub enum Refused {
    /// The front matter of the text has these mistakes.
    Wrong(Vec<Finding>),
    /// Nothing in the source is as in the text.
    OtherText,
}

/// What becomes of the seal of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SealAfter {
    /// It has none, and gets none.
    None,
    /// It holds.
    Holds,
    /// It did not hold before.
    Broken,
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

/// Compares a text with what its corrected source becomes. `record` says what the last import made.
///
/// # Errors
/// When the text cannot be changed, or the source is that of another one.
pub fn change(
    old: &Document,
    imported: &Imported,
    record: Option<&Record>,
    languages: &Arc<Languages>,
) -> Result<Change, Refused> {
    can_be_changed(old, languages)?;
    let new_source = Arc::new(Source::new(old.source.path(), imported.markdown.as_str()));
    let new = read(&new_source, old, languages);
    let (old_text, new_text) = (old.source.text(), new_source.text());
    let (old_body, new_body) = (body_of(&old.source), body_of(&new_source));
    let ((before, rest), (after, _)) = (pieces(old_text, old_body), pieces(new_text, new_body));
    let base = record.map(|record| (record.body(), pieces(record.body(), 0).0));
    let base = base.as_ref().map(|(file, pieces)| Text { file, pieces });
    let [was, is] = [(old_text, &before), (new_text, &after)].map(|(file, pieces)| Text { file, pieces });
    let mut merge = Merge::of(was, is, base);
    merge.comments(&rest);
    if !before.is_empty() && !merge.is_one_text {
        return Err(Refused::OtherText);
    }
    let (front, fields) = front::merged(&old.source, &new_source, record);
    if !merge.is_changed && fields.is_empty() {
        let seal = match &old.front.digest {
            None => SealAfter::None,
            Some(digest) if official_digest(old).hold(digest) => SealAfter::Holds,
            Some(_) => SealAfter::Broken,
        };
        return Ok(tell(old_text.to_owned(), seal, merge, fields, [old, &new], [&before, &after], languages));
    }
    let merged = format!("---\n{front}---\n\n{}", merge.out);
    let (text, seal) = sealed(merged, old, &new, languages);
    Ok(tell(text, seal, merge, fields, [old, &new], [&before, &after], languages))
}

/// Whether a text can be changed: what its front matter says must be known.
fn can_be_changed(old: &Document, languages: &Arc<Languages>) -> Result<(), Refused> {
    let (slug, lang) = (old.slug.clone(), old.lang.clone());
    let input = Input { source: old.source.clone(), role: Role::Official, slug, lang };
    let (_, findings) = parse::parse(&input, languages);
    let wrong: Vec<Finding> = findings.into_iter().filter(is_fault).collect();
    if wrong.is_empty() { Ok(()) } else { Err(Refused::Wrong(wrong)) }
}

/// The change, as people are told of it.
fn tell(
    text: String,
    seal: SealAfter,
    merge: Merge<'_>,
    fields: Vec<Field>,
    [old, new]: [&Document; 2],
    [before, after]: [&[Piece]; 2],
    languages: &Arc<Languages>,
) -> Change {
    let source = Arc::new(Source::new(old.source.path(), text.as_str()));
    let (now, _) = pieces(&text, body_of(&source));
    let document = read(&source, old, languages);
    let names_now: HashMap<usize, Vec<String>> =
        now.iter().map(|piece| piece.range.start).zip(names(&document, &now)).collect();
    let names_before = names(old, before);
    let body = text.len().saturating_sub(merge.out.len());
    let said = |text: &str, piece: &Piece| slice(text, piece.range.clone()).to_owned();
    let (mut stay, mut changed, mut moved, mut elsewhere) = (0, Vec::new(), Vec::new(), Vec::new());
    for outcome in &merge.outcomes {
        let old_piece = outcome.was.and_then(|was| before.get(was));
        let new_piece = outcome.is.and_then(|is| after.get(is));
        let place = match (outcome.place, merge.is_changed || !fields.is_empty()) {
            (Some(place), true) => Some(body + place),
            (Some(_), false) => old_piece.map(|piece| piece.range.start),
            (None, _) => None,
        };
        let names_of = |place: usize| names_now.get(&place).map_or(&[][..], Vec::as_slice);
        let named_before = outcome.was.and_then(|was| names_before.get(was)).map_or(&[][..], Vec::as_slice);
        let named_now = place.map_or(&[][..], names_of);
        if new_piece.is_none() && outcome.place.is_some() && !outcome.is_own {
            stay += 1;
            if let (true, Some(place), Some(piece)) = (outcome.is_moved, place, old_piece) {
                elsewhere.push((place, said(old.source.text(), piece)));
            }
            if let (Some(was), Some(is)) = (named_before.first(), named_now.first())
                && was != is
            {
                moved.push((was.clone(), is.clone()));
            }
            continue;
        }
        let mut names = named_now.to_vec();
        names.extend(named_before.iter().filter(|name| !named_now.contains(name)).cloned());
        changed.push(ChangedPiece {
            names,
            old: old_piece.map(|piece| said(old.source.text(), piece)),
            new: new_piece.map(|piece| said(new.source.text(), piece)),
            place: place.or(old_piece.map(|piece| piece.range.start)).unwrap_or_default(),
            is_own: outcome.is_own,
        });
    }
    let shown = |pieces: &[Piece]| -> Vec<String> {
        pieces.iter().flat_map(|piece| &piece.pictures).map(|(_, address)| address.clone()).collect()
    };
    let mut pictures = shown(before);
    let still = shown(&now);
    pictures.retain(|address| !still.contains(address) && !address.contains("://"));
    Change { text, stay, pieces: changed, elsewhere, moved, fields, seal, pictures }
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
