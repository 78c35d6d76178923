//! Numbers written as words.

use crate::check::wording::Wording;
use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;

/// `easy-read/number-in-words`
pub static RULE: Rule = Rule {
    name: "easy-read/number-in-words",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: Some("3.1.5 Reading Level"),
    source: "Inclusion Europe, Information for all (2009); Japanese easy-read guideline (2015)",
    docs: include_str!("number_in_words.md"),
    check,
};

const WORDING: Wording =
    Wording { list: "number-in-words", message: "is a number in words", help: "Write it in digits." };

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    WORDING.check(subject, reporter);
}
