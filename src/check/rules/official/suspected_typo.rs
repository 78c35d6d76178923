//! What looks like a slip in the official text.

use crate::check::wording::Wording;
use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;

/// `official/suspected-typo`
pub static RULE: Rule = Rule {
    name: "official/suspected-typo",
    severity: Severity::Note,
    applies: Applies::Rendered,
    criterion: None,
    source: "UN practice: official documents are corrected by a corrigendum only; the words are derived",
    docs: include_str!("suspected_typo.md"),
    check,
};

const WORDING: Wording = Wording {
    list: "suspected-typo",
    message: "looks like a slip of the pen",
    help: "Leave it as it is. If the document itself has it, ask for a corrigendum.",
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    WORDING.check(subject, reporter);
}
