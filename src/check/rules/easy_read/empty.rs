//! An easy-read version in which nothing is written.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::coverage;
use crate::finding::Severity;
use crate::source::Span;

/// `easy-read/empty`
pub static RULE: Rule = Rule {
    name: "easy-read/empty",
    severity: Severity::Error,
    applies: Applies::EasyRead,
    criterion: None,
    source: "what is published as an easy-read version explains something (derived)",
    docs: include_str!("empty.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    if !coverage::is_written(subject.document) {
        let help = "Write it, or keep it back with “draft: true” in its front matter.";
        reporter.add(Span::from(0..3), "this easy-read version holds no sentence", help);
    }
}
