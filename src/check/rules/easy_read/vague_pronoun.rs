//! Words that stand for another word.

use crate::check::wording::Wording;
use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;

/// `easy-read/vague-pronoun`
pub static RULE: Rule = Rule {
    name: "easy-read/vague-pronoun",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: Some("3.1.5 Reading Level"),
    source: "Japanese easy-read guideline (2015): repeat rather than refer",
    docs: include_str!("vague_pronoun.md"),
    check,
};

const WORDING: Wording = Wording {
    list: "vague-pronoun",
    message: "stands for something said before",
    help: "Say the word again.",
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    WORDING.check(subject, reporter);
}
