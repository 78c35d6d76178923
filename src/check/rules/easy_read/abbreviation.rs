//! Initials and short forms.

use crate::check::wording::Wording;
use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;

/// `easy-read/abbreviation`
pub static RULE: Rule = Rule {
    name: "easy-read/abbreviation",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: Some("3.1.4 Abbreviations"),
    source: "Inclusion Europe, Information for all (2009), rule 12; WCAG 2.2, 3.1.4",
    docs: include_str!("abbreviation.md"),
    check,
};

const WORDING: Wording = Wording {
    list: "abbreviation",
    message: "is a short form",
    help: "Write the whole name, or explain it in the glossary.",
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    WORDING.check(subject, reporter);
}
