//! Dashes in another form.

use crate::check::typography::TypingMistakeKind;
use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;
use crate::source::slice;

/// `easy-read/dash`
pub static RULE: Rule = Rule {
    name: "easy-read/dash",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: None,
    source: "GB/T 15834-2011; W3C clreq",
    docs: include_str!("dash.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    for (line, slip) in subject.slips().filter(|(_, slip)| slip.kind == TypingMistakeKind::Dash) {
        let message = format!("“{}” is not how a dash is written", slice(line.text, slip.range.clone()));
        reporter.add(line.span(slip.range.clone()), message, slip.help());
    }
}
