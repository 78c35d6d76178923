//! Set phrases and pictures in words.

use crate::check::wording::Wording;
use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;

/// `easy-read/idiom`
pub static RULE: Rule = Rule {
    name: "easy-read/idiom",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: Some("3.1.3 Unusual Words"),
    source: "Inclusion Europe, Information for all (2009), rule 10; W3C COGA 4.4; Japanese easy-read guideline (2015)",
    docs: include_str!("idiom.md"),
    check,
};

const WORDING: Wording = Wording {
    list: "idiom",
    message: "means something else than its words say",
    help: "Say plainly what is meant.",
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    WORDING.check(subject, reporter);
}
