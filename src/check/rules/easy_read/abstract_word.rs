//! Abstract words that do not show who does what.

use crate::check::wording::Wording;
use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;

/// `easy-read/abstract-word`
pub static RULE: Rule = Rule {
    name: "easy-read/abstract-word",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: Some("3.1.5 Reading Level"),
    source: "Inclusion Europe, Information for all (2009), rule 8; the words were collected from resolutions of the Human Rights Council (derived)",
    docs: include_str!("abstract_word.md"),
    check,
};

const WORDING: Wording = Wording {
    list: "abstract-word",
    message: "does not show what somebody does",
    help: "Say who does what, or explain the word in the glossary.",
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    WORDING.check(subject, reporter);
}
