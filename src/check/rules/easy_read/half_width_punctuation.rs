//! Half-width marks beside full-width characters.

use crate::check::typography::TypingMistakeKind;
use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;
use crate::source::slice;

/// `easy-read/half-width-punctuation`
pub static RULE: Rule = Rule {
    name: "easy-read/half-width-punctuation",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: None,
    source: "Requirements for Chinese Text Layout (W3C clreq)",
    docs: include_str!("half_width_punctuation.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    for (line, slip) in subject.slips().filter(|(_, slip)| slip.kind == TypingMistakeKind::HalfWidth) {
        let message = format!("“{}” is half-width", slice(line.text, slip.range.clone()));
        reporter.add(line.span(slip.range.clone()), message, slip.help());
    }
}
