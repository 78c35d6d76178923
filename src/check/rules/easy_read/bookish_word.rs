//! Words that people write and nobody says.

use crate::check::wording::Wording;
use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;

/// `easy-read/bookish-word`
pub static RULE: Rule = Rule {
    name: "easy-read/bookish-word",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: Some("3.1.3 Unusual Words"),
    source: "Inclusion Europe, Information for all (2009), rule 6; the words are derived",
    docs: include_str!("bookish_word.md"),
    check,
};

const WORDING: Wording = Wording {
    list: "bookish-word",
    message: "belongs to documents, not to everyday speech",
    help: "Use the word that people say.",
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    WORDING.check(subject, reporter);
}
