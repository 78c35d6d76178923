//! Words that send the reader elsewhere.

use crate::check::wording::Wording;
use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;

/// `easy-read/cross-reference`
pub static RULE: Rule = Rule {
    name: "easy-read/cross-reference",
    severity: Severity::Error,
    applies: Applies::EasyRead,
    criterion: Some("3.1.5 Reading Level"),
    source: "Leichte Sprache Baden-Württemberg; Japanese easy-read guideline (2015): repeat rather than refer",
    docs: include_str!("cross_reference.md"),
    check,
};

const WORDING: Wording = Wording {
    list: "cross-reference",
    message: "sends the reader to another place",
    help: "Say again what is there.",
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    WORDING.check(subject, reporter);
}
