//! Letters that count the parts of a list.

use crate::check::wording::Wording;
use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;

/// `easy-read/letter-of-a-list`
pub static RULE: Rule = Rule {
    name: "easy-read/letter-of-a-list",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: Some("3.1.3 Unusual Words"),
    source: "enumerators that screen readers and readers cannot place (derived)",
    docs: include_str!("letter_of_a_list.md"),
    check,
};

const WORDING: Wording = Wording {
    list: "letter-of-a-list",
    message: "is a letter that counts",
    help: "Make a list, or use a digit.",
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    WORDING.check(subject, reporter);
}
