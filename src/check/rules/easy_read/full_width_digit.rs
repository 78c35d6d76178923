//! Full-width digits.

use crate::check::typography::TypingMistakeKind;
use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;
use crate::source::slice;

/// `easy-read/full-width-digit`
pub static RULE: Rule = Rule {
    name: "easy-read/full-width-digit",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: None,
    source: "W3C clreq; read-aloud voices say full-width digits one by one (derived)",
    docs: include_str!("full_width_digit.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    for (line, slip) in subject.slips().filter(|(_, slip)| slip.kind == TypingMistakeKind::Digit) {
        let message = format!("“{}” is a full-width digit", slice(line.text, slip.range.clone()));
        reporter.add(line.span(slip.range.clone()), message, slip.help());
    }
}
