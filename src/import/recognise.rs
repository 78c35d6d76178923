//! What a document is, and its parts.
//!
//! In: a source, whatever its format. Out: a resolution with its facts, its preamble and its numbered paragraphs; any
//! other text is a plain document. Nothing is refused, and no word is changed: each character becomes a field, a paragraph
//! or a note, or is left out with a reason.

mod act;
pub mod body;
mod characters;
mod checks;
mod cover;
mod dates;
pub mod facts;
pub mod fields;
mod head;
mod line_ends;
mod signs;
mod typos;
pub mod vote;

use super::ledger::Ledger;
use super::script::Script;
use super::source::SourceFile;
use super::unsure::{self, Unsure};
use crate::finding::{Finding, Place};
use crate::languages::{ActPatterns, ResolutionPatterns};
use body::{Body, BodyReader};
use checks::Checks;
use facts::Facts;
use fields::Fields;
use head::HeadReader;
use typos::TypoHunt;

pub use signs::ENOUGH;
pub use typos::RULE as SUSPECTED_TYPO;

/// What is known before a source is read.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// The patterns of its language.
    pub rules: &'a ResolutionPatterns,
    /// The patterns of laws and regulations.
    pub acts: &'a ActPatterns,
    /// How its language is written.
    pub script: Script,
    /// Whether a resolution may be found in it: without patterns of its own language, none is.
    pub may_be_resolution: bool,
}

/// A document that was recognised.
pub struct Recognised {
    /// Whether it is a resolution.
    pub is_resolution: bool,
    /// Whether it is an act.
    pub is_act: bool,
    /// What its front matter says, as the source has it.
    pub fields: Fields,
    /// What follows from it.
    pub facts: Facts,
    /// Its paragraphs and notes.
    pub body: Body,
    /// What was left out so far.
    pub ledger: Ledger,
    /// Contradictions, suspected slips, and what was not understood for certain, in the order of the source.
    pub findings: Vec<Finding>,
}

/// Recognises a document.
pub fn recognise(file: impl SourceFile, setting: Setting<'_>) -> Recognised {
    let source = file.text().clone();
    let mut head = HeadReader::new(&file, setting).read();
    for mark in head.fields.leave(source.text(), &file.marks()) {
        head.ledger.drop(mark.clone(), "mark of a note, which the front matter has none of");
        head.unsure
            .push(Unsure::note(mark, "the mark of a note stood here, and the front matter has no notes"));
    }
    let reading = file.body(&head.known);
    for (range, reason) in reading.left_out {
        head.ledger.drop(range, &reason);
    }
    let reader = BodyReader::new(source.text(), setting, &head.known);
    let mut body = reader.read(reading.paragraphs, &mut head.fields, &mut head.ledger);
    body.notes = reading.notes;
    let (mut fields, mut ledger) = (head.fields, head.ledger);
    let (is_resolution, is_act) = (head.known.is_resolution, head.known.act.is_some());
    let facts = if is_resolution {
        body.unsure.extend(vote::doubts(source.text(), setting.rules, &fields, &ledger));
        vote::tidy_lists(source.text(), setting.rules, &mut fields, &mut ledger);
        Facts::of(&fields, head.opening.as_deref(), setting.rules)
    } else if is_act {
        let date = fields.text("adopted").and_then(|adopted| setting.rules.day(adopted));
        let in_force = act::in_force(&body, setting);
        Facts { body: act::body_of(&fields, setting.acts), date, in_force, ..Facts::default() }
    } else {
        Facts { session: Facts::of(&fields, None, setting.rules).session, ..Facts::default() }
    };
    let checks =
        Checks { source: &source, rules: setting.rules, fields: &fields, facts: &facts, body: &body };
    let mut findings = if is_resolution { checks.resolution() } else { checks.notes().into_iter().collect() };
    findings.extend(checks.marks_in_fields().map(|unsure| unsure.finding(&source)));
    findings.extend(head.unsure.iter().map(|unsure| unsure.finding(&source)));
    let hunt = TypoHunt { source: &source, rules: setting.rules, script: setting.script };
    let paragraphs = body.paragraphs.iter().map(|paragraph| &paragraph.given.words.passage);
    let notes = body.notes.iter().map(|note| &note.words.passage);
    let passages = paragraphs.chain(notes).chain(fields.get("title"));
    findings.extend(passages.flat_map(|passage| hunt.findings(passage)));
    let paragraphs = body.paragraphs.iter().map(|paragraph| &paragraph.given.words.passage);
    let notes = body.notes.iter().map(|note| &note.words.passage);
    let passages = paragraphs.chain(notes).chain(fields.iter().map(|(_, passage)| passage));
    let cut = passages.flat_map(|passage| line_ends::doubts(source.text(), passage));
    findings.extend(cut.map(|unsure| unsure.finding(&source)));
    let words = body.paragraphs.iter().map(|paragraph| &paragraph.given.words);
    let words = words.chain(body.notes.iter().map(|note| &note.words));
    let damaged: Vec<Unsure> = words
        .flat_map(|words| characters::doubts(words, setting.script))
        .chain(checks.damaged_fields(setting.script))
        .collect();
    let unsure = reading.unsure.iter().chain(&body.unsure).chain(&damaged);
    findings.extend(unsure.map(|unsure| unsure.finding(&source)));
    findings.sort_by_key(place);
    // A mark of a note in a field is also one in the text; anything else that is said of one place is another thing.
    findings.dedup_by(|next, last| {
        let is_same = next.message == last.message || (unsure::is_of_note(next) && unsure::is_of_note(last));
        next.rule == last.rule && last.rule == unsure::RULE && place(next) == place(last) && is_same
    });
    Recognised { is_resolution, is_act, fields, facts, body, ledger, findings }
}

/// Where a finding stands, without counting lines and columns: a line may be very long.
pub fn place(finding: &Finding) -> u32 {
    match &finding.place {
        Place::Source(_, span) => span.start,
        Place::File(_) => 0,
        Place::Byte(_, byte) => *byte,
        Place::Unquoted(place) => place.byte,
    }
}
