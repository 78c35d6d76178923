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
    docs: include_str!("left_out_unknown.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let Some(official) = subject.official() else { return };
    let places = subject.official_places();
    let mut written = None;
    for left_out in &subject.document.front.left_out {
        if !places.contains_key(&left_out.paragraph) {
            let written = written.get_or_insert_with(|| front::Finder::of(subject.document, "left-out"));
            let span = written.next(&left_out.paragraph);
            let message = format!("the official text has no paragraph “{}”", left_out.paragraph);
            found.add(span, message, covers_nothing::help(official));
        }
    }
}
