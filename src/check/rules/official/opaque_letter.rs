//! Letters of the old Chinese calendar that count.

use crate::check::wording::Wording;
use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;

/// `official/opaque-letter`
pub static RULE: Rule = Rule {
    name: "official/opaque-letter",
    severity: Severity::Note,
    applies: Applies::Rendered,
    criterion: Some("3.1.3 Unusual Words"),
    source: "enumerators that screen readers and most readers cannot place (derived)",
    docs: include_str!("opaque_letter.md"),
    check,
};

const WORDING: Wording = Wording {
    list: "opaque-letter",
    message: "counts in a way that few readers know",
    help: "Leave it as it is; the easy-read version uses another.",
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    WORDING.check(subject, reporter);
}
