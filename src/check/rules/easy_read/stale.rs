//! Sections whose official paragraph changed.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::coverage;
use crate::document::{Document, PartContent, Section};
use crate::finding::Severity;
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
    let stale = ReviewStatus::of(subject.library, work).stale;
    let stale: Vec<(&Section, &Stale)> =
        stale.iter().filter_map(|(at, stale)| Some((sections.get(*at)?, stale))).collect();
    let (summaries, explanations): (Vec<_>, Vec<_>) =
        stale.iter().partition(|(section, _)| !section.sums_up.is_empty());
    for (section, stale) in &explanations {
        let summary = summaries
            .iter()
            .find(|(_, summary)| summary.paragraphs.iter().any(|id| is_in(official, id, stale)));
        let words = summary.and_then(|(summary, _)| summary.words_of_heading());
        let too =
            words.map(|words| format!(" and “{}”, which sums it up", subject.document.plain(words).trim()));
        add(reporter, section, stale, "explains", &too.unwrap_or_default());
    }
    for (section, stale) in &summaries {
        // A change is reported once, where the paragraph is explained.
        let is_told = |id: &str| explanations.iter().any(|(_, explanation)| is_in(official, id, explanation));
        if !stale.paragraphs.iter().all(|id| is_told(id)) {
            add(reporter, section, stale, "sums up", "");
        }
    }
}

fn add(reporter: &mut Reporter<'_>, section: &Section, stale: &Stale, does: &str, too: &str) {
    let Some(heading) = &section.heading else { return };
    let date = stale.date;
    let why = match stale.is_new {
        true => "was in no review; the last one was",
        false => "has changed since it was last read,",
    };
    reporter.add(
        heading.span,
        format!("the official text that this section {does} {why} on {date}"),
        format!("Compare the two texts, mend this one{too}, and record the review."),
    );
}

/// Whether a paragraph is one of those that changed, or holds one, or stands in one.
fn is_in(official: &Document, id: &str, stale: &Stale) -> bool {
    stale.paragraphs.iter().any(|other| {
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
