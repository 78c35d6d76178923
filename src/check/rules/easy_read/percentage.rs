//! Percentages.

use crate::check::wording::Wording;
use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;

/// `easy-read/percentage`
pub static RULE: Rule = Rule {
    name: "easy-read/percentage",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: Some("3.1.5 Reading Level"),
    source: "Inclusion Europe, Information for all (2009): avoid percentages",
    docs: include_str!("percentage.md"),
    check,
};

const WORDING: Wording = Wording {
    list: "percentage",
    message: "is a percentage",
    help: "Say how many out of ten, or “many” and “few”.",
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    WORDING.check(subject, reporter);
}
