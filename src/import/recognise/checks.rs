//! Whether the parts of a resolution agree with each other.
//!
//! In: what was read. Out: findings for days of adoption that contradict each other and for a note with another number than
//! pages give it, and a note for each usual part that was not found. What the rules for official texts find is not repeated.
//! Nothing is changed.

use std::sync::Arc;

use super::body::Body;
use super::characters;
use super::dates;
use super::facts::Facts;
use super::fields::Fields;
use crate::finding::{Finding, Place, Severity};
use crate::import::forms::note_signs::marks;
use crate::import::passage::Passage;
use crate::import::script::Script;
use crate::import::unsure::Unsure;
use crate::languages::ResolutionPatterns;
use crate::source::Source;

/// The parts a resolution usually has, with their names.
const USUAL: [(&str, &str); 10] = [
    ("body", "body"),
    ("session.name", "session"),
    ("session.dates", "session dates"),
    ("agenda-item.number", "agenda item"),
    ("adopted", "line that says when it was adopted"),
    ("closing", "date under the text"),
    ("meeting", "meeting"),
    ("vote.statement", "statement of the vote"),
    ("number", "number"),
    ("symbol", "symbol"),
];

/// What may have notes in the source.
const MAY_HAVE_NOTES: [&str; 6] = ["title", "agenda-item", "adopted", "session", "vote", "extra"];

/// What is compared.
pub struct Checks<'a> {
    /// The source, for the places.
    pub source: &'a Arc<Source>,
    /// The rules of its language.
    pub rules: &'a ResolutionPatterns,
    /// The fields of the front matter.
    pub fields: &'a Fields,
    /// What follows from them.
    pub facts: &'a Facts,
    /// Paragraphs and notes.
    pub body: &'a Body,
}

impl Checks<'_> {
    /// All findings on a resolution.
    pub fn resolution(&self) -> Vec<Finding> {
        let mut found = Vec::from_iter(self.missing());
        found.extend(self.closing_date());
        found.extend(self.notes());
        found
    }

    /// Marks of notes in what becomes front matter, which holds none.
    pub fn marks_in_fields(&self) -> impl Iterator<Item = Unsure> + '_ {
        let why = "this looks like the mark of a note, and the front matter has no notes";
        let passages = MAY_HAVE_NOTES.iter().flat_map(|key| self.fields.under(key));
        passages.flat_map(move |passage| {
            marks(passage.text()).map(move |mark| Unsure::note(passage.span(mark).range(), why))
        })
    }

    /// What is damaged in the fields of the front matter, whose words may stand apart on a cover.
    pub fn damaged_fields(&self, script: Script) -> impl Iterator<Item = Unsure> + '_ {
        let doubts = move |(key, passage): (&str, &Passage)| {
            let script = if key == "title" { script } else { Script::Spaced };
            characters::doubts(&passage.clone().into(), script)
        };
        self.fields.iter().flat_map(doubts)
    }

    /// The first note whose number is not the one that pages give it.
    pub fn notes(&self) -> Option<Finding> {
        // Where a mark is missing, the rules say so.
        let mut counted = self.body.notes.iter().zip(1u32..).take_while(|(note, _)| note.is_marked);
        let (note, count) =
            counted.find(|(note, count)| note.number.parse().is_ok_and(|number: u32| number != *count))?;
        let message = format!("Note {} is note {count} of the text, and pages count from 1", note.number);
        let other = Finding::warning("official/number-gap", self.source, note.mark.clone().into(), message);
        Some(other.help("Compare the notes with the published document: one may be missing."))
    }

    /// What most resolutions have and this one lacks, in one note.
    fn missing(&self) -> Option<Finding> {
        let lacks = USUAL.iter().filter(|(key, _)| !self.fields.has(key) && !self.facts.has(key));
        let names: Vec<&str> = lacks.map(|(_, name)| *name).collect();
        let place = Place::File(self.source.path().into());
        let message = format!("Not found: {}", names.join(", "));
        (!names.is_empty()).then(|| {
            Finding::new("import/part-not-found", Severity::Note, place, message)
                .help("What the source has of it, write into the front matter by hand.")
        })
    }

    fn warning(&self, rule: &'static str, passage: &Passage, message: String) -> Finding {
        Finding::warning(rule, self.source, passage.whole(), message)
            .help("Compare the source with the published document.")
    }

    fn closing_date(&self) -> Option<Finding> {
        let closing = self.fields.get("closing")?;
        let below = dates::date(closing.text(), self.rules)?;
        let above = dates::date(self.fields.text("adopted")?, self.rules)?;
        (below != above).then(|| {
            let message =
                format!("The cover gives {above} as the day of adoption, the text ends with {below}");
            self.warning("official/date-mismatch", closing, message)
        })
    }
}
