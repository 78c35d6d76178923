//! Whether the parts of a resolution agree with each other.
//!
//! In: what was read. Out: findings for numbers, dates, labels and votes that contradict each other, for notes
//! and marks that do not meet, and a note for each usual part that was not found. Nothing is changed.

use std::collections::HashSet;
use std::sync::Arc;

use super::body::{Body, Paragraph, ParagraphKind, list_number};

use super::dates;
use super::facts::Facts;
use super::fields::Fields;
use super::vote::states;
use crate::finding::{Finding, Place, Severity};
use crate::import::passage::Passage;
use crate::languages::ResolutionPatterns;
use crate::numbering::Suffix;
use crate::source::{Source, Span, slice};

/// The parts a resolution usually has, with their names.
const USUAL: [(&str, &str); 8] = [
    ("body", "body"),
    ("session.name", "session"),
    ("session.dates", "session dates"),
    ("agenda-item.number", "agenda item"),
    ("adopted", "line that says when it was adopted"),
    ("closing", "date under the text"),
    ("meeting", "meeting"),
    ("vote.statement", "statement of the vote"),
];

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
        let mut found = self.missing();
        found.extend(self.session());
        found.extend(self.date_in_session());
        found.extend(self.closing_date());
        found.extend(self.numbers());
        found.extend(self.vote());
        found.extend(self.notes());
        found
    }

    /// Notes that no mark leads to, and the first whose number is not the one that pages give it.
    pub fn notes(&self) -> Vec<Finding> {
        let lost = self.body.notes.iter().filter(|note| !note.is_marked);
        let lost = lost.map(|note| {
            let message = format!("No mark in the text leads to note {}", note.number);
            Finding::warning("official/note-without-mark", self.source, note.mark.clone().into(), message)
                .help("Put the mark where the source has it.")
        });
        // Where a mark is missing, that is said above.
        let mut counted = self.body.notes.iter().zip(1u32..).take_while(|(note, _)| note.is_marked);
        let other =
            counted.find(|(note, count)| note.number.parse().is_ok_and(|number: u32| number != *count));
        let other = other.map(|(note, count)| {
            let message = format!("Note {} is note {count} of the text, and pages count from 1", note.number);
            Finding::warning("official/number-gap", self.source, note.mark.clone().into(), message)
                .help("Compare the notes with the published document: one may be missing.")
        });
        lost.chain(other).collect()
    }

    fn missing(&self) -> Vec<Finding> {
        let place = || Place::File(self.source.path().into());
        let lacks = USUAL.iter().filter(|(key, _)| !self.fields.has(key) && !self.facts.has(key));
        lacks
            .map(|(_, name)| {
                Finding::new("import/part-not-found", Severity::Note, place(), format!("Not found: {name}"))
                    .help("If the source has it, write it into the front matter by hand.")
            })
            .collect()
    }

    fn warning(&self, rule: &'static str, passage: &Passage, message: String) -> Finding {
        Finding::warning(rule, self.source, passage.whole(), message)
            .help("Compare the source with the published document.")
    }

    fn session(&self) -> Option<Finding> {
        let name = self.fields.get("session.name")?;
        let number = self.fields.text("number")?;
        let said = self.rules.numerals.number(name.text())?;
        let prefix: u32 = number.trim_start_matches("S-").split('/').next()?.parse().ok()?;
        (said != prefix).then(|| {
            let message = format!("The session is number {said}, but the resolution is {number}");
            self.warning("official/session-mismatch", name, message)
        })
    }

    fn date_in_session(&self) -> Option<Finding> {
        let (start, end) = self.facts.session?;
        let date = self.facts.date?;
        (date < start || end < date).then(|| {
            let message =
                format!("The resolution was adopted on {date}, outside its session of {start} to {end}");
            let passage = self.fields.get("adopted").or(self.fields.get("closing"));
            self.warning("official/date-outside-session", passage.unwrap_or(&Passage::default()), message)
        })
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

    /// Numbers that do not follow each other.
    fn numbers(&self) -> Vec<Finding> {
        let mut last = 0;
        let mut found = Vec::new();
        for paragraph in &self.body.paragraphs {
            let ParagraphKind::Operative(number, suffix) = paragraph.kind else { continue };
            let expected = if suffix == Suffix::None { last + 1 } else { last };
            if number != expected {
                let span = self.number_span(paragraph);
                let message = format!("Paragraph {number}{} follows paragraph {last}", suffix.said());
                found.push(
                    Finding::warning("official/number-gap", self.source, span, message)
                        .help("Compare the numbers with the published document."),
                );
            }
            last = number;
        }
        found
    }

    /// The number of a list, or a paragraph with its number.
    fn number_span(&self, paragraph: &Paragraph) -> Span {
        let whole = paragraph.given.whole();
        match (&paragraph.given.number, paragraph.kind) {
            (Some(number), ParagraphKind::Operative(value, _))
                if slice(self.source.text(), number.clone()) == list_number(value) =>
            {
                number.clone().into()
            }
            _ => whole,
        }
    }

    /// Lists that do not have as many names as the statement counts, and names that stand twice.
    fn vote(&self) -> Vec<Finding> {
        let counts = self.facts.counts;
        let lists = [
            (
                "vote.in-favour.heading",
                "vote.in-favour.states",
                "in favour",
                counts.map(|counts| counts.in_favour),
            ),
            ("vote.against.heading", "vote.against.states", "against", counts.map(|counts| counts.against)),
            (
                "vote.abstaining.heading",
                "vote.abstaining.states",
                "abstaining",
                counts.map(|counts| counts.abstaining),
            ),
        ];
        let mut found = Vec::new();
        let mut seen = HashSet::new();
        for (heading, key, way, count) in lists {
            let Some(heading) = self.fields.get(heading) else {
                found.extend(self.list_missing(way, count));
                continue;
            };
            let names = states(self.fields.text(key).unwrap_or_default(), self.rules, count);
            if let Some(count) = count.filter(|&count| count as usize != names.len()) {
                let listed = names.len();
                let message = format!("The statement counts {count} {way}, the list names {listed}");
                found.push(self.warning("official/vote-mismatch", heading, message));
            }
            for name in names.into_iter().filter(|name| !seen.insert(name.to_owned())) {
                let message = format!("“{name}” stands twice in the vote");
                found.push(self.warning("official/vote-mismatch", heading, message));
            }
        }
        found
    }

    /// A list that the statement announces and that is not there.
    fn list_missing(&self, way: &str, count: Option<u32>) -> Option<Finding> {
        let statement = self.fields.get("vote.statement")?;
        let count = count.filter(|&count| count > 0 && statement.text().ends_with([':', '：']))?;
        let message = format!("The statement counts {count} {way}, and no list names them");
        Some(self.warning("official/vote-mismatch", statement, message))
    }
}
