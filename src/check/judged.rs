//! What the texts have for the rules to judge, and which rules can be sure.
//!
//! A rule that found nothing is kept only where there was something to judge, and where it can be sure: word lists,
//! lengths and patterns only point at places that a person must look at.

use super::elements::Link;
use super::{Applies, Subject};
use crate::coverage;
use crate::document::{Body, Version};

/// Something that a rule judges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
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
    /// A resolution.
    Resolution,
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
pub struct Judged(u32);

impl Judged {
    /// Whether there is such a thing.
    pub fn has(self, thing: Thing) -> bool {
        self.0 & (1 << thing as u32) != 0
    }

    /// What is in either.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Takes note that there is such a thing.
    pub fn add(&mut self, thing: Thing) {
        self.0 |= 1 << thing as u32;
    }

    /// What one text has.
    pub(super) fn of(subject: &Subject<'_>) -> Self {
        let mut judged = Self::default();
        let document = subject.document;
        judged.add(Thing::Text);
        judged.add(match document.version {
            Version::Official => Thing::Official,
            Version::EasyRead => Thing::EasyRead,
        });
        if let Body::Resolution(resolution) = &document.body {
            judged.add(Thing::Resolution);
            if resolution.operative.iter().any(|paragraph| !paragraph.children.is_empty()) {
                judged.add(Thing::SubParagraph);
            }
        }
        let front = &document.front;
        if Applies::Rendered.to(document) {
            judged.add(Thing::Rendered);
        }
        let elements = subject.elements();
        let sections = coverage::sections(document);
        let reviewed = || {
            let work = subject.work.filter(|_| document.version == Version::EasyRead)?;
            subject.library.reviews.get(&(work.slug.clone(), work.lang.clone()))
        };
        for (thing, there) in [
            (Thing::Heading, !elements.headings.is_empty()),
            (Thing::Table, !elements.tables.is_empty()),
            (Thing::PageBreak, elements.links.iter().any(Link::is_page_break)),
            (Thing::Link, elements.links.iter().any(|link| !link.is_page_break())),
            (Thing::Picture, !elements.pictures.is_empty()),
            (Thing::NoteMark, !elements.note_marks.is_empty()),
            (Thing::Note, !document.notes.is_empty()),
            (Thing::Vote, front.vote.as_ref().is_some_and(|vote| vote.counts.is_some())),
            (Thing::Symbol, front.symbol.is_some()),
            (Thing::Seal, front.digest.is_some()),
            (Thing::Covers, sections.iter().any(|section| !section.covers.is_empty())),
            (Thing::SumsUp, sections.iter().any(|section| !section.sums_up.is_empty())),
            (Thing::LeftOut, !front.left_out.is_empty()),
            (Thing::Review, reviewed().is_some_and(|review| !review.records().is_empty())),
            (Thing::Allowance, !subject.allowances.is_empty()),
        ] {
            if there {
                judged.add(thing);
            }
        }
        judged
    }
}

/// The rules that are sure of what they say, each with what it judges. All others are heuristics.
const SURE: [(&str, Thing); 34] = [
    ("a11y/empty-heading", Thing::Heading),
    ("a11y/heading-jump", Thing::Heading),
    ("a11y/missing-alt", Thing::Picture),
    ("a11y/table-without-caption", Thing::Table),
    ("check/allowance-without-reason", Thing::Allowance),
    ("check/never-allowed", Thing::Allowance),
    ("check/unknown-rule", Thing::Allowance),
    ("check/unused-allowance", Thing::Allowance),
    ("easy-read/covers-nothing", Thing::Covers),
    ("easy-read/covers-order", Thing::Covers),
    ("easy-read/covers-twice", Thing::Covers),
    ("easy-read/empty", Thing::EasyRead),
    ("easy-read/empty-section", Thing::EasyRead),
    ("easy-read/footnote", Thing::EasyRead),
    ("easy-read/late-first-section", Thing::SumsUp),
    ("easy-read/left-out-unknown", Thing::LeftOut),
    ("easy-read/missing-picture", Thing::EasyRead),
    ("easy-read/stale", Thing::Review),
    ("easy-read/table", Thing::EasyRead),
    ("easy-read/uncovered", Thing::EasyRead),
    ("easy-read/wrong-based-on", Thing::EasyRead),
    ("language/incomplete", Thing::Text),
    ("link/nowhere", Thing::Link),
    ("official/changed", Thing::Seal),
    ("official/letter-gap", Thing::SubParagraph),
    ("official/mark-without-note", Thing::NoteMark),
    ("official/not-sealed", Thing::Symbol),
    ("official/note-without-mark", Thing::Note),
    ("official/number-gap", Thing::Resolution),
    ("official/number-twice", Thing::Resolution),
    ("official/page-twice", Thing::PageBreak),
    ("official/vote-clash", Thing::Vote),
    ("picture/missing", Thing::Picture),
    ("picture/remote", Thing::Picture),
];

/// What a rule that is sure judges; `None` for a heuristic.
pub fn sure_of(rule: &str) -> Option<Thing> {
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
