//! Facts of a resolution that are not given.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;
use crate::source::Span;

/// `official/missing-metadata`
pub static RULE: Rule = Rule {
    name: "official/missing-metadata",
    severity: Severity::Warning,
    applies: Applies::Resolution,
    criterion: None,
    source: "UN Editorial Manual: symbol, session, agenda item, date and vote identify a resolution",
    docs: include_str!("missing_metadata.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let front = &subject.document.front;
    let missing: Vec<&str> = [
        ("symbol", front.symbol.is_none()),
        ("number", front.number.is_none()),
        ("date", front.date.is_none()),
        ("body", front.body.is_none()),
        ("session", front.session.is_none()),
        ("agenda-item", front.agenda_item.is_none()),
        ("meeting", front.meeting.is_none()),
        ("vote", front.vote.is_none()),
    ]
    .into_iter()
    .filter(|(_, missing)| *missing)
    .map(|(key, _)| key)
    .collect();
    if !missing.is_empty() {
        let message = format!("the front matter does not give {}", missing.join(", "));
        reporter.add(
            Span::from(0..3),
            message,
            "Take them from the head and the end of the official document.",
        );
    }
}
