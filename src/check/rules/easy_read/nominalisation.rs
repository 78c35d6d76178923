//! A verb that became a noun.

use crate::check::wording::Wording;
use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;

/// `easy-read/nominalisation`
pub static RULE: Rule = Rule {
    name: "easy-read/nominalisation",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: Some("3.1.5 Reading Level"),
    source: "Leichte Sprache Baden-Württemberg; for Chinese the words are derived",
    docs: include_str!("nominalisation.md"),
    check,
};

const WORDING: Wording = Wording {
    list: "nominalisation",
    message: "makes a noun of what somebody does",
    help: "Say it with a verb.",
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    WORDING.check(subject, reporter);
}
