//! A negation that takes another one back.

use crate::check::wording::Wording;
use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;

/// `easy-read/double-negative`
pub static RULE: Rule = Rule {
    name: "easy-read/double-negative",
    severity: Severity::Error,
    applies: Applies::EasyRead,
    criterion: Some("3.1.5 Reading Level"),
    source: "Inclusion Europe, Information for all (2009), rule 16; W3C COGA, Making Content Usable 4.4; Japanese easy-read guideline (2015)",
    docs: include_str!("double_negative.md"),
    check,
};

const WORDING: Wording = Wording {
    list: "double-negative",
    message: "says no twice",
    help: "Say what is so, in a positive sentence.",
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    WORDING.check(subject, reporter);
}
