//! A heading without words.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;

/// `a11y/empty-heading`
pub static RULE: Rule = Rule {
    name: "a11y/empty-heading",
    severity: Severity::Error,
    applies: Applies::Every,
    criterion: Some("2.4.6 Headings and Labels"),
    source: "WCAG 2.2, 2.4.6; ACT rule ffd0e9",
    docs: include_str!("empty_heading.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    for heading in &subject.elements().headings {
        if subject.document.plain(heading.content).trim().is_empty() {
            reporter.add(
                heading.block.span,
                "this heading has no words",
                "Say in a few words what follows, or remove it.",
            );
        }
    }
}
