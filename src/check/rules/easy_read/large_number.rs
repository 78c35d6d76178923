//! Large numbers.

use crate::check::wording::Wording;
use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;

/// `easy-read/large-number`
pub static RULE: Rule = Rule {
    name: "easy-read/large-number",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: Some("3.1.5 Reading Level"),
    source: "Inclusion Europe, Information for all (2009): avoid big numbers",
    docs: include_str!("large_number.md"),
    check,
};

const WORDING: Wording = Wording {
    list: "large-number",
    message: "is a large number",
    help: "Say “many”, or compare it with something people know.",
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    WORDING.check(subject, reporter);
}
