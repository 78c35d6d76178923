//! Which official paragraphs an easy-read version explains.
//!
//! In: a work. Out: for every paragraph that must be explained, the sections that do, the written reason why it is
//! left out, or neither. In a resolution those are the operative paragraphs, in an act the articles; elsewhere the sections under a
//! heading of the second level, and what stands before the first. A part is explained by its own name, or by those of all that stands in
//! it; an article also by the heading that it stands under.
//! A section explains nothing until words stand in it, whatever its heading names. A section that only sums paragraphs up
//! explains none of them.

mod words;

use std::collections::HashMap;

use crate::document::{
    self, Block, BlockKind, Body, Document, NamedPart, Paragraph, PartContent, PartName, PartReference,
    Section, articles, units,
};
use crate::library::Work;
use crate::source::Span;

pub use words::{has_words, is_written, reach};

/// How one official paragraph stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Handling {
    /// Sections of these numbers explain it.
    Covered(Vec<usize>),
    /// It is left out on purpose.
    LeftOut(String),
    /// Nothing handles it, or only some of what stands in it; then this is what nothing handles there.
    Missing(Vec<Gap>),
}

/// Something in a part of which the rest is explained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// Its id, where it has one.
    pub id: Option<String>,
    /// Where it stands in the official text.
    pub span: Span,
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
    /// Why paragraphs are left out that no section explains; of two entries for one the first counts.
    reasons: HashMap<Box<str>, Box<str>>,
    /// How articles stand by the headings above them.
    by_heading: HashMap<Box<str>, Handling>,
}

impl Coverage {
    /// Compares the two texts of a work.
    pub fn of(work: &Work) -> Self {
        let Some(easy) = &work.easy_read else { return Self::default() };
        let mut sections_by_id: HashMap<Box<str>, Vec<usize>> = HashMap::new();
        for (index, covers) in explained(easy) {
            sections_by_id.entry(covers.id.clone()).or_default().push(index);
        }
        let left_out = easy.front.left_out.iter().rev();
        let reasons =
            left_out.map(|left_out| (left_out.paragraph.as_str().into(), left_out.reason.as_str().into()));
        let mut coverage = Self { sections_by_id, reasons: reasons.collect(), ..Self::default() };
        coverage.share_with_articles(&work.official);
        if work.kind().asks_easy_read() {
            coverage.required = required(&work.official).iter().map(|part| coverage.required(part)).collect();
        }
        // What a section explains is not left out, whatever the front matter says.
        let covered =
            coverage.required.iter().filter(|required| matches!(required.handling, Handling::Covered(_)));
        for id in
            covered.map(|required| required.id.as_str()).chain(coverage.sections_by_id.keys().map(|id| &**id))
        {
            coverage.reasons.remove(id);
        }
        coverage
    }

    /// What is said of a heading holds for the articles under it; of several sections the first is enough to say so.
    fn share_with_articles(&mut self, official: &Document) {
        if self.sections_by_id.is_empty() && self.reasons.is_empty() || !has_articles(official) {
            return;
        }
        for part in official.outline() {
            let PartContent::Blocks(blocks) = part.content else { continue };
            let name = part.name.to_string();
            let handling = match (self.sections(&name).first(), self.left_out(&name)) {
                (Some(section), _) => Handling::Covered(vec![*section]),
                (None, Some(reason)) => Handling::LeftOut(reason.to_owned()),
                (None, None) => continue,
            };
            for article in articles(blocks) {
                self.by_heading.insert(article.id.to_string().into(), handling.clone());
            }
        }
    }

    fn required(&self, part: &NamedPart<'_>) -> Required {
        let id = part.name.to_string();
        let (span, handling) = match part.content {
            PartContent::Paragraph(paragraph) => (paragraph.span, self.of_paragraph(paragraph)),
            PartContent::Blocks(blocks) => {
                let span = blocks.first().map_or(Span::default(), |block| block.span);
                let inside = match part.name {
                    PartName::Opening => blocks,
                    PartName::Anchor(_) | PartName::Number(_) => blocks.get(1..).unwrap_or_default(),
                };
                (span, self.handling(Some(&id), self.of_blocks(inside)))
            }
        };
        let by_heading = || self.by_heading.get(&*id).cloned();
        let handling = match handling {
            Handling::Missing(gaps) => by_heading().unwrap_or(Handling::Missing(gaps)),
            handled => handled,
        };
        Required { id, span, handling }
    }

    fn of_paragraph(&self, paragraph: &Paragraph) -> Handling {
        let child = |child: &Paragraph| {
            let gap = Gap { id: Some(child.id.to_string()), span: child.span };
            (gap, self.of_paragraph(child))
        };
        self.handling(Some(&paragraph.id.to_string()), paragraph.children.iter().map(child).collect())
    }

    fn of_blocks(&self, blocks: &[Block]) -> Vec<(Gap, Handling)> {
        let of_unit = |unit: &[Block]| {
            let (first, under) = unit.split_first()?;
            let inside = match &first.kind {
                BlockKind::Wrapped(wrapped) => &wrapped.blocks,
                BlockKind::Heading { .. } => under,
                _ => &[],
            };
            if let BlockKind::Article(article) = &first.kind {
                let gap = Gap { id: Some(article.id.to_string()), span: first.span };
                return Some((gap, self.of_paragraph(article)));
            }
            let gap = Gap { id: first.id.as_deref().map(str::to_owned), span: first.span };
            Some((gap, self.handling(first.id.as_deref(), self.of_blocks(inside))))
        };
        units(blocks).into_iter().filter_map(of_unit).collect()
    }

    /// How something stands, from its own name and from how what stands in it does.
    fn handling(&self, id: Option<&str>, inside: Vec<(Gap, Handling)>) -> Handling {
        let (mut sections, mut gaps, mut reason) = (Vec::new(), Vec::new(), None);
        let mut is_begun = false;
        for (whole, handling) in inside {
            is_begun |= handling != Handling::Missing(Vec::new());
            match handling {
                Handling::Covered(inside) => sections.extend(inside),
                Handling::LeftOut(inside) => reason = reason.or(Some(inside)),
                Handling::Missing(inside) if inside.is_empty() => gaps.push(whole),
                Handling::Missing(inside) => gaps.extend(inside),
            }
        }
        let own = id.map(|id| self.sections(id)).unwrap_or_default();
        if !own.is_empty() || gaps.is_empty() && !sections.is_empty() {
            sections.extend(own);
            sections.sort_unstable();
            sections.dedup();
            return Handling::Covered(sections);
        }
        let own = id.and_then(|id| self.left_out(id)).map(str::to_owned);
        match own.or(reason.filter(|_| gaps.is_empty())) {
            Some(reason) => Handling::LeftOut(reason),
            None if is_begun => Handling::Missing(gaps),
            None => Handling::Missing(Vec::new()),
        }
    }

    /// The sections with words whose `covers` names exactly this id.
    pub fn sections(&self, id: &str) -> &[usize] {
        self.sections_by_id.get(id).map_or(&[], Vec::as_slice)
    }

    /// Why this paragraph is left out, also when it need not be explained.
    pub fn left_out(&self, id: &str) -> Option<&str> {
        self.reasons.get(id).map(|reason| &**reason).filter(|reason| !reason.trim().is_empty())
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

/// The parts of a text that an easy-read version has to explain.
pub fn required(official: &Document) -> Vec<NamedPart<'_>> {
    let is_act = has_articles(official);
    official.parts().into_iter().filter(|part| must_be_explained(official, part, is_act)).collect()
}

/// Whether a text has articles.
fn has_articles(official: &Document) -> bool {
    matches!(&official.body, Body::Flow(blocks) if articles(blocks).next().is_some())
}

/// Whether an easy-read version has to explain a part: operative paragraphs and articles whole, and in a text without official numbers
/// what stands under headings of the second level, and before the first; in an act, under those without articles.
fn must_be_explained(official: &Document, part: &NamedPart<'_>, is_act: bool) -> bool {
    match part.content {
        PartContent::Paragraph(Paragraph { id, .. }) => {
            id.part != document::ResolutionPart::Preamble && id.letters.is_empty()
        }
        PartContent::Blocks(blocks) => {
            let is_opening = matches!(part.name, PartName::Opening) && !is_act;
            let is_large =
                part.heading().is_some_and(|(level, _)| level <= 2) && articles(blocks).next().is_none();
            matches!(official.body, Body::Flow(_)) && !part.is_inside && (is_opening || is_large)
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

/// The sections of an easy-read version.
pub fn sections(easy: &Document) -> &[Section] {
    match &easy.body {
        Body::EasyRead(easy) => &easy.sections,
        _ => &[],
    }
}

/// What the sections with words explain, each with the section's number.
pub fn explained(easy: &Document) -> impl Iterator<Item = (usize, &PartReference)> {
    named(easy, |section| &section.covers)
}

/// What the sections with words sum up, each with the section's number.
pub fn summed_up(easy: &Document) -> impl Iterator<Item = (usize, &PartReference)> {
    named(easy, |section| &section.sums_up)
}

fn named(
    easy: &Document,
    of: fn(&Section) -> &[PartReference],
) -> impl Iterator<Item = (usize, &PartReference)> {
    let sections = sections(easy).iter().enumerate();
    let written = sections.filter(move |(index, section)| !of(section).is_empty() && has_words(easy, *index));
    written.flat_map(move |(index, section)| of(section).iter().map(move |part| (index, part)))
}
