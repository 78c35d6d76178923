//! Which official paragraphs an easy-read version explains.
//!
//! In: a work. Out: for every paragraph that must be explained, the sections that do, the written reason why it is
//! left out, or neither. In a resolution those are the operative paragraphs; elsewhere the sections under a heading. A
//! section explains nothing until words stand in it, whatever its heading names.

mod words;

use std::collections::HashMap;

use crate::document::{BlockKind, Body, Covers, Document, Paragraph, Section};
use crate::library::Work;
use crate::source::Span;

pub use words::{has_words, is_written};

/// How one official paragraph stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Handling {
    /// Sections of these numbers explain it.
    Covered(Vec<usize>),
    /// It is left out on purpose.
    LeftOut(String),
    /// Nothing handles it.
    Missing,
}

/// One official paragraph that must be explained.
#[derive(Debug, Clone)]
pub struct Required {
    /// Its id.
    pub id: String,
    /// Where it stands in the official text.
    pub span: Span,
    /// How it stands.
    pub handling: Handling,
}

/// What the easy-read version of a work explains.
#[derive(Debug, Default)]
pub struct Coverage {
    /// The paragraphs that must be explained, in their order.
    pub required: Vec<Required>,
    sections_by_id: HashMap<Box<str>, Vec<usize>>,
}

impl Coverage {
    /// Compares the two texts of a work.
    pub fn of(work: &Work) -> Self {
        let Some(easy) = &work.easy_read else { return Self::default() };
        let mut sections_by_id: HashMap<Box<str>, Vec<usize>> = HashMap::new();
        for (index, covers) in explained(easy) {
            sections_by_id.entry(covers.id.clone()).or_default().push(index);
        }
        let mut coverage = Self { required: Vec::new(), sections_by_id };
        let required = match &work.official.body {
            Body::Resolution(resolution) => {
                resolution.operative.iter().map(|paragraph| coverage.paragraph(paragraph, easy)).collect()
            }
            Body::Flow(blocks) => blocks
                .iter()
                .filter(|block| matches!(block.kind, BlockKind::Heading { level: 0..=2, .. }))
                .filter_map(|block| {
                    let id = block.id.as_deref()?;
                    let sections = coverage.sections(id).to_vec();
                    Some(Required { id: id.into(), span: block.span, handling: handling(sections, id, easy) })
                })
                .collect(),
            Body::EasyRead(_) => Vec::new(),
        };
        coverage.required = required;
        coverage
    }

    fn paragraph(&self, paragraph: &Paragraph, easy: &Document) -> Required {
        let id = paragraph.id.to_string();
        Required { handling: handling(self.covering(paragraph), &id, easy), id, span: paragraph.span }
    }

    /// The sections that explain a paragraph: by its own id, or by those of all its sub-paragraphs.
    fn covering(&self, paragraph: &Paragraph) -> Vec<usize> {
        let mut sections = self.sections(&paragraph.id.to_string()).to_vec();
        let children: Vec<Vec<usize>> = paragraph.children.iter().map(|child| self.covering(child)).collect();
        if !children.is_empty() && (!sections.is_empty() || children.iter().all(|child| !child.is_empty())) {
            sections.extend(children.into_iter().flatten());
        }
        sections.sort_unstable();
        sections.dedup();
        sections
    }

    /// The sections with words whose `covers` names exactly this id.
    pub fn sections(&self, id: &str) -> &[usize] {
        self.sections_by_id.get(id).map_or(&[], Vec::as_slice)
    }

    /// How many paragraphs are covered, and how many are left out for a reason.
    pub fn counts(&self) -> Counts {
        let count =
            |wanted: fn(&Handling) -> bool| self.required.iter().filter(|r| wanted(&r.handling)).count();
        Counts {
            required: self.required.len(),
            covered: count(|handling| matches!(handling, Handling::Covered(_))),
            left_out: count(|handling| matches!(handling, Handling::LeftOut(_))),
        }
    }
}

/// The numbers of a coverage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Paragraphs that must be explained.
    pub required: usize,
    /// Those that are.
    pub covered: usize,
    /// Those left out with a written reason.
    pub left_out: usize,
}

fn handling(sections: Vec<usize>, id: &str, easy: &Document) -> Handling {
    if !sections.is_empty() {
        return Handling::Covered(sections);
    }
    match easy.front.left_out.iter().find(|left_out| left_out.paragraph == id) {
        Some(left_out) if !left_out.reason.trim().is_empty() => Handling::LeftOut(left_out.reason.clone()),
        _ => Handling::Missing,
    }
}

/// The sections of an easy-read version.
pub fn sections(easy: &Document) -> &[Section] {
    match &easy.body {
        Body::EasyRead(easy) => &easy.sections,
        _ => &[],
    }
}

/// What the sections with words explain, each with the section's number.
pub fn explained(easy: &Document) -> impl Iterator<Item = (usize, &Covers)> {
    let sections = sections(easy).iter().enumerate();
    let written = sections.filter(|(index, section)| !section.covers.is_empty() && has_words(easy, *index));
    written.flat_map(|(index, section)| section.covers.iter().map(move |covers| (index, covers)))
}
