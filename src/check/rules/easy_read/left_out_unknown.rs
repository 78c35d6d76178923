//! A paragraph left out on purpose that is not there.

use super::covers_nothing;
use crate::check::{Applies, Found, Rule, Subject, front};
use crate::finding::Severity;

/// `easy-read/left-out-unknown`
pub static RULE: Rule = Rule {
    name: "easy-read/left-out-unknown",
    severity: Severity::Error,
    applies: Applies::EasyRead,
    criterion: None,
    source: "coverage map of the official paragraphs (derived)",
    docs: include_str!("../../../../tests/rules/easy-read/left-out-unknown.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let Some(official) = subject.official() else { return };
    let places = subject.official_places();
    for left_out in &subject.document.front.left_out {
        if !places.contains_key(&left_out.paragraph) {
            let span = front::words(subject.document, "left-out", &left_out.paragraph);
            let message = format!("the official text has no paragraph “{}”", left_out.paragraph);
            found.add(span, message, covers_nothing::help(official));
        }
    }
}
