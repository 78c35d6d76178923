//! Something is done, and nobody says by whom.

use crate::check::wording::Wording;
use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;

/// `easy-read/passive`
pub static RULE: Rule = Rule {
    name: "easy-read/passive",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: Some("3.1.5 Reading Level"),
    source: "Inclusion Europe, Information for all (2009), rule 17; for Chinese the words are derived",
    docs: include_str!("passive.md"),
    check,
};

const WORDING: Wording =
    Wording { list: "passive", message: "hides who does it", help: "Begin with who does it." };

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    WORDING.check(subject, reporter);
}
