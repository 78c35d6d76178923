//! Notes, comments, headers and footers: what stands beside the text in parts of its own.
//!
//! In: these parts, and the marks in the text. Out: the notes in the order of their marks, with the numbers that the file prints;
//! the words of comments; what headers and footers say.

use std::collections::HashMap;

use super::drawings::alternative_text;
use super::properties::RunProperties;
use super::reader::Reader;
use super::runs::{Around, alternative};
use crate::import::sources::styled::numerals::numeral;
use crate::import::sources::styled::shown::Piece;
use crate::xml::tree::Element;

/// A kind of notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NoteKind {
    /// At the foot of the page.
    Footnote,
    /// At the end.
    Endnote,
}

/// No more places are open around the mark of a note.
const MOST_OPEN: usize = 8;

/// How notes of a kind are counted.
#[derive(Debug, Clone)]
struct Counting<'a> {
    form: &'a str,
    next: u32,
    restarts: bool,
}

/// A note that the text marks.
#[derive(Debug, Clone)]
pub struct MarkedNote<'a> {
    /// Its kind.
    pub kind: NoteKind,
    /// Its id in its part.
    pub id: &'a str,
    /// Its number as it is printed; none where the file has a sign of its own.
    pub number: Option<String>,
}

/// The marks so far.
#[derive(Debug, Default)]
pub struct NoteMarks<'a> {
    /// The notes in the order of their first marks.
    pub notes: Vec<MarkedNote<'a>>,
    /// Where each note is among them.
    known: HashMap<(NoteKind, &'a str), usize>,
    /// The notes whose marks were deleted.
    pub deleted: Vec<(NoteKind, &'a str)>,
    countings: HashMap<NoteKind, Counting<'a>>,
    /// The places that are open, by their ids, and the notes that were marked in places, by the names of these.
    open: Vec<(&'a str, &'a str)>,
    placed: HashMap<&'a str, usize>,
    /// Whether the text has more than one section.
    pub is_in_sections: bool,
}

impl<'a> NoteMarks<'a> {
    /// What the settings and sections say of how notes are counted, the later over the earlier.
    pub fn count(&mut self, said: Element<'a>) {
        for (kind, name) in [(NoteKind::Footnote, "w:footnotePr"), (NoteKind::Endnote, "w:endnotePr")] {
            let Some(said) = said.child(name) else { continue };
            let value = |name| said.child(name).and_then(|said| said.attribute("w:val"));
            let counting = self.countings.entry(kind).or_insert_with(|| usual(kind));
            counting.form = value("w:numFmt").unwrap_or(counting.form);
            counting.next = value("w:numStart").and_then(|start| start.parse().ok()).unwrap_or(counting.next);
            counting.restarts |= value("w:numRestart")
                .is_some_and(|when| when == "eachPage" || (when == "eachSect" && self.is_in_sections));
        }
    }

    /// A place begins, which a later mark may refer to.
    pub fn begin_place(&mut self, id: Option<&'a str>, name: Option<&'a str>) {
        if self.open.len() == MOST_OPEN {
            self.open.remove(0);
        }
        self.open.extend(id.zip(name));
    }

    /// A place ends.
    pub fn end_place(&mut self, id: Option<&str>) {
        self.open.retain(|(open, _)| Some(*open) != id);
    }

    fn mark(&mut self, kind: NoteKind, id: &'a str, is_own: bool) -> (usize, Option<String>, bool) {
        if let Some((at, note)) = self.known.get(&(kind, id)).and_then(|at| Some((*at, self.notes.get(*at)?)))
        {
            return (at, note.number.clone(), false);
        }
        self.known.insert((kind, id), self.notes.len());
        let counting = self.countings.entry(kind).or_insert_with(|| usual(kind));
        let number = (!is_own).then(|| {
            let n = counting.next;
            counting.next = n.saturating_add(1);
            numeral(counting.form, n).filter(|number| !number.is_empty()).unwrap_or_else(|| n.to_string())
        });
        let restarts = counting.restarts;
        self.notes.push(MarkedNote { kind, id, number: number.clone() });
        (self.notes.len() - 1, number, restarts)
    }
}

fn usual<'a>(kind: NoteKind) -> Counting<'a> {
    let form = if kind == NoteKind::Footnote { "decimal" } else { "lowerRoman" };
    Counting { form, next: 1, restarts: false }
}

impl<'a> Reader<'a> {
    /// The mark of a note.
    pub fn note_mark(&mut self, mark: Element<'a>, look: &RunProperties<'a>, around: &Around<'a>) {
        let kind = if mark.name() == "w:footnoteReference" { NoteKind::Footnote } else { NoteKind::Endnote };
        let Some(id) = mark.attribute("w:id") else { return };
        if around.is_deleted || look.hidden == Some(true) || !self.fields.shows() {
            self.marks.deleted.push((kind, id));
            return;
        }
        let is_own =
            mark.attribute("w:customMarkFollows").is_some_and(|said| !matches!(said, "0" | "false" | "off"));
        let (at, number, restarts) = self.marks.mark(kind, id, is_own);
        let NoteMarks { open, placed, .. } = &mut self.marks;
        placed.extend(open.iter().map(|(_, name)| (*name, at)));
        if restarts && at == 0 {
            self.out.reports.push(
                "the file counts its notes anew on pages or in sections, and here they are counted in a row"
                    .into(),
            );
        }
        match number {
            Some(number) => self.out.pieces.push(Piece::Note(at, number)),
            None => self.custom_mark = Some(at),
        }
    }

    /// Reads the mark that a field repeats of the note in a place; `false` where there is none.
    pub fn marks_again(&mut self, place: Option<&str>) -> bool {
        let marked = place.and_then(|place| {
            let at = *self.marks.placed.get(place)?;
            Some(Piece::Note(at, self.marks.notes.get(at)?.number.clone()?))
        });
        let is_marked = marked.is_some();
        self.out.pieces.extend(marked);
        is_marked
    }

    /// The pieces of what stands in a part of its own, its paragraphs one after another.
    pub fn story(&mut self, story: Element<'a>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let base = std::rc::Rc::new(self.styles.words.clone());
        for paragraph in story.outermost("w:p") {
            let style = paragraph.child("w:pPr").and_then(|said| said.child("w:pStyle"));
            let style = self.styles.paragraph(style.and_then(|style| style.attribute("w:val")));
            let base = std::rc::Rc::new(style.run.over(&base));
            self.inlines(paragraph, &Around { base, is_deleted: false, link: None, is_code: false });
            if !pieces.is_empty() {
                pieces.push(Piece::Break);
            }
            pieces.append(&mut self.out.pieces);
        }
        pieces
    }
}

/// The words of an element, those of its paragraphs parted by spaces.
pub fn plain(element: Element<'_>) -> String {
    let words = element.outermost("w:p").into_iter().map(words).filter(|words| !words.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// The words of a paragraph, whatever they are of.
pub fn words(paragraph: Element<'_>) -> String {
    let mut words = String::new();
    let mut open: Vec<Element<'_>> = vec![paragraph];
    while let Some(element) = open.pop() {
        match element.name() {
            "w:t" | "w:delText" => words.push_str(element.text()),
            "w:tab" | "w:br" | "w:cr" => words.push(' '),
            "wp:docPr" => {
                words.extend([" ", alternative_text(element).unwrap_or_default(), " "]);
            }
            "mc:AlternateContent" => open.extend(alternative(element)),
            "w:pPr" | "w:rPr" => {}
            _ => {
                let mut children: Vec<_> = element.children().collect();
                children.reverse();
                open.append(&mut children);
            }
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
