//! Sections whose official paragraph changed.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::coverage;
use crate::document::{Document, PartContent, Section};
use crate::finding::Severity;
use crate::front_matter::key_place;
use crate::review::{ReviewStatus, Stale};
use crate::source::Span;

/// `easy-read/stale`
pub static RULE: Rule = Rule {
    name: "easy-read/stale",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: None,
    source: "an explanation holds for the words it was checked against (derived)",
    docs: include_str!("stale.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let (Some(work), Some(official)) = (subject.work, subject.official()) else { return };
    let sections = coverage::sections(subject.document);
    let ReviewStatus { stale, other_event, .. } = ReviewStatus::of(subject.library, work);
    if let Some(date) = other_event {
        reporter.add(
            key_place(&subject.document.source, "title"),
            format!("what is said of the event has changed since this version was last read, on {date}: when, where, who can come or how"),
            "Compare this version with the facts of the event, mend it, and record the review.",
        );
    }
    let stale: Vec<(&Section, &Stale)> =
        stale.iter().filter_map(|(at, stale)| Some((sections.get(*at)?, stale))).collect();
    let (summaries, explanations): (Vec<_>, Vec<_>) =
        stale.iter().partition(|(section, _)| !section.sums_up.is_empty());
    for (section, stale) in &explanations {
        let summary =
            summaries.iter().find(|(_, summary)| summary.changed.iter().any(|id| is_in(official, id, stale)));
        let words = summary.and_then(|(summary, _)| summary.words_of_heading());
        let too =
            words.map(|words| format!(" and “{}”, which sums it up", subject.document.plain(words).trim()));
        changed(reporter, section, stale, "explains", &too.unwrap_or_default());
        named(reporter, section, stale, "explains");
    }
    for (section, stale) in &summaries {
        // A change is reported once, where the paragraph is explained.
        let is_told = |id: &str| explanations.iter().any(|(_, explanation)| is_in(official, id, explanation));
        if !stale.changed.iter().all(|id| is_told(id)) {
            changed(reporter, section, stale, "sums up", "");
        }
        named(reporter, section, stale, "sums up");
    }
}

/// Tells that paragraphs of a section changed.
fn changed(reporter: &mut Reporter<'_>, section: &Section, stale: &Stale, does: &str, too: &str) {
    let Some(heading) = section.heading.as_ref().filter(|_| !stale.changed.is_empty()) else { return };
    reporter.add(
        heading.span,
        format!(
            "the official text that this section {does} has changed since it was last read, on {}",
            stale.date
        ),
        format!("Compare the two texts, mend this one{too}, and record the review."),
    );
}

/// Tells that a section names other paragraphs than it did.
fn named(reporter: &mut Reporter<'_>, section: &Section, stale: &Stale, does: &str) {
    let Some(heading) = &section.heading else { return };
    let names = |ids: &[Box<str>]| ids.iter().map(|id| format!("“{id}”")).collect::<Vec<_>>().join(", ");
    let (added, dropped, date) = (names(&stale.added), names(&stale.dropped), stale.date);
    let message = match (added.is_empty(), dropped.is_empty()) {
        (true, true) => return,
        (true, false) => {
            format!("this section no longer {does} {dropped}, as it did in the last review, on {date}")
        }
        (false, true) => {
            format!(
                "nobody compared this section with {added}, which it {does} now; the last review was on {date}"
            )
        }
        (false, false) => format!(
            "nobody compared this section with {added}, which it {does} now in place of {dropped}; the last review was on {date}"
        ),
    };
    let help = "Compare the two texts, and record the review.";
    reporter.add(heading.span, message, help);
}

/// Whether a paragraph is one of those that changed, or holds one, or stands in one.
fn is_in(official: &Document, id: &str, stale: &Stale) -> bool {
    stale.changed.iter().any(|other| {
        **other == *id || {
            let (Some(one), Some(other)) = (place(official, id), place(official, other)) else {
                return false;
            };
            one.start < other.end && other.start < one.end
        }
    })
}

fn place(official: &Document, id: &str) -> Option<Span> {
    match official.part(id)?.content {
        PartContent::Paragraph(paragraph) => Some(paragraph.span),
        PartContent::Blocks(blocks) => {
            Some(Span { start: blocks.first()?.span.start, end: blocks.last()?.span.end })
        }
    }
}
