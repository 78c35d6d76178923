//! Document symbols and resolution numbers in the text.

use crate::check::wording::Wording;
use crate::check::{Applies, Found, Rule, Subject};
use crate::finding::Severity;

/// `easy-read/symbol`
pub static RULE: Rule = Rule {
    name: "easy-read/symbol",
    severity: Severity::Error,
    applies: Applies::EasyRead,
    criterion: Some("3.1.5 Reading Level"),
    source: "symbols and numbers of documents are for finding them, not for reading (derived)",
    docs: include_str!("../../../../tests/rules/easy-read/symbol.md"),
    check,
};

const WORDING: Wording = Wording {
    list: "symbol",
    message: "is the symbol of a document",
    help: "Leave it to the notice about the official text.",
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    WORDING.check(subject, found);
}
