//! What the texts have for the rules to judge, and which rules can be sure.
//!
//! A rule that found nothing is kept only where there was something to judge, and where it can be sure: word lists,
//! lengths and patterns only point at places that a person must look at.

use super::elements::Link;
use super::{Applies, Subject};
use crate::coverage;
use crate::document::Version;

/// Something that a rule judges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TestTarget {
    /// Any text.
    Text,
    /// An official text that stands elsewhere too.
    Rendered,
    /// An official text, listing or home page.
    Official,
    /// An easy-read version.
    EasyRead,
    /// A heading.
    Heading,
    /// A link.
    Link,
    /// The beginning of a page of the printed document.
    PageBreak,
    /// A picture.
    Picture,
    /// A table.
    Table,
    /// A note.
    Note,
    /// A mark that leads to a note.
    NoteMark,
    /// A resolution or an act.
    Numbered,
    /// A sub-paragraph.
    SubParagraph,
    /// A recorded vote.
    Vote,
    /// A symbol.
    Symbol,
    /// A seal.
    Seal,
    /// A section that covers an official paragraph.
    Covers,
    /// A section that sums official paragraphs up.
    SumsUp,
    /// A paragraph left out with a reason.
    LeftOut,
    /// A record of a reading.
    Review,
    /// An allowance.
    Allowance,
}

/// The things that are there, in one text or in all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TestTargets(u32);

impl TestTargets {
    /// Whether there is such a thing.
    pub fn has(self, thing: TestTarget) -> bool {
        self.0 & (1 << thing as u32) != 0
    }

    /// What is in either.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Takes note that there is such a thing.
    pub fn add(&mut self, thing: TestTarget) {
        self.0 |= 1 << thing as u32;
    }

    /// What one text has.
    pub(super) fn of(subject: &Subject<'_>) -> Self {
        let mut judged = Self::default();
        let document = subject.document;
        judged.add(TestTarget::Text);
        judged.add(match document.version {
            Version::Official => TestTarget::Official,
            Version::EasyRead => TestTarget::EasyRead,
        });
        if Applies::Numbered.to(document) {
            judged.add(TestTarget::Numbered);
            if subject.numbered().any(|paragraph| !paragraph.children.is_empty()) {
                judged.add(TestTarget::SubParagraph);
            }
        }
        let front = &document.front;
        if Applies::Rendered.to(document) {
            judged.add(TestTarget::Rendered);
        }
        let elements = subject.elements();
        let sections = coverage::sections(document);
        let reviewed = || {
            let work = subject.work.filter(|_| document.version == Version::EasyRead)?;
            subject.library.reviews.get(&(work.slug.clone(), work.lang.clone()))
        };
        for (thing, there) in [
            (TestTarget::Heading, !elements.headings.is_empty()),
            (TestTarget::Table, !elements.tables.is_empty()),
            (TestTarget::PageBreak, elements.links.iter().any(Link::is_page_break)),
            (TestTarget::Link, elements.links.iter().any(|link| !link.is_page_break())),
            (TestTarget::Picture, !elements.pictures.is_empty()),
            (TestTarget::NoteMark, !elements.note_marks.is_empty()),
            (TestTarget::Note, !document.notes.is_empty()),
            (TestTarget::Vote, front.vote.as_ref().is_some_and(|vote| vote.counts.is_some())),
            (TestTarget::Symbol, front.symbol.is_some()),
            (TestTarget::Seal, front.digest.is_some()),
            (TestTarget::Covers, sections.iter().any(|section| !section.covers.is_empty())),
            (TestTarget::SumsUp, sections.iter().any(|section| !section.sums_up.is_empty())),
            (TestTarget::LeftOut, !front.left_out.is_empty()),
            (TestTarget::Review, reviewed().is_some_and(|review| !review.records().is_empty())),
            (TestTarget::Allowance, !subject.allowances.is_empty()),
        ] {
            if there {
                judged.add(thing);
            }
        }
        judged
    }
}

/// The rules that are sure of what they say, each with what it judges. All others are heuristics.
const SURE: [(&str, TestTarget); 35] = [
    ("a11y/empty-heading", TestTarget::Heading),
    ("a11y/heading-jump", TestTarget::Heading),
    ("a11y/missing-alt", TestTarget::Picture),
    ("a11y/table-without-caption", TestTarget::Table),
    ("check/allowance-without-reason", TestTarget::Allowance),
    ("check/never-allowed", TestTarget::Allowance),
    ("check/unknown-rule", TestTarget::Allowance),
    ("check/unused-allowance", TestTarget::Allowance),
    ("easy-read/covers-nothing", TestTarget::Covers),
    ("easy-read/covers-order", TestTarget::Covers),
    ("easy-read/covers-twice", TestTarget::Covers),
    ("easy-read/empty", TestTarget::EasyRead),
    ("easy-read/empty-section", TestTarget::EasyRead),
    ("easy-read/footnote", TestTarget::EasyRead),
    ("easy-read/late-first-section", TestTarget::SumsUp),
    ("easy-read/left-out-unknown", TestTarget::LeftOut),
    ("easy-read/missing-picture", TestTarget::EasyRead),
    ("easy-read/stale", TestTarget::Review),
    ("easy-read/table", TestTarget::EasyRead),
    ("easy-read/uncovered", TestTarget::EasyRead),
    ("easy-read/wrong-based-on", TestTarget::EasyRead),
    ("language/incomplete", TestTarget::Text),
    ("link/nowhere", TestTarget::Link),
    ("official/changed", TestTarget::Seal),
    ("official/letter-gap", TestTarget::SubParagraph),
    ("official/mark-without-note", TestTarget::NoteMark),
    ("official/not-sealed", TestTarget::Symbol),
    ("official/note-without-mark", TestTarget::Note),
    ("official/number-gap", TestTarget::Numbered),
    ("official/number-twice", TestTarget::Numbered),
    ("official/numbers-differ", TestTarget::Numbered),
    ("official/page-twice", TestTarget::PageBreak),
    ("official/vote-clash", TestTarget::Vote),
    ("picture/missing", TestTarget::Picture),
    ("picture/remote", TestTarget::Picture),
];

/// What a rule that is sure judges; `None` for a heuristic.
pub fn sure_of(rule: &str) -> Option<TestTarget> {
    SURE.iter().find(|(name, _)| *name == rule).map(|(_, thing)| *thing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sure_rules_are_rules() {
        for (name, _) in SURE {
            assert!(crate::check::known::names().contains(&name), "{name}");
        }
        assert!(SURE.is_sorted_by_key(|(name, _)| *name));
    }
}
