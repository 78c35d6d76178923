//! Terms of the United Nations that few readers know.

use crate::check::wording::Wording;
use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;

/// `easy-read/hard-term`
pub static RULE: Rule = Rule {
    name: "easy-read/hard-term",
    severity: Severity::Error,
    applies: Applies::EasyRead,
    criterion: Some("3.1.3 Unusual Words"),
    source: "Inclusion Europe, Information for all (2009), rules 6 and 7; the terms were collected from resolutions of the Human Rights Council (derived)",
    docs: include_str!("hard_term.md"),
    check,
};

const WORDING: Wording = Wording {
    list: "hard-term",
    message: "is a term that most readers do not know",
    help: "Use an everyday word, or explain the term in the glossary.",
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    WORDING.check(subject, reporter);
}
