//! Headings that are too long.

use super::long_sentence;
use crate::check::prose::Role;
use crate::check::{Applies, Reporter, Rule, Subject};
use crate::count::is_or_are;
use crate::finding::Severity;

/// `easy-read/long-heading`
pub static RULE: Rule = Rule {
    name: "easy-read/long-heading",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: Some("2.4.6 Headings and Labels"),
    source: "Leichte Sprache Baden-Württemberg: short headings; the number is derived",
    docs: include_str!("long_heading.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let limit = subject.limits.heading;
    for line in subject.lines().filter(|line| line.role == Role::Heading) {
        if let Some(length) = subject.longer_than(limit, line, &(0..line.text.len())) {
            let (length, is) = (long_sentence::measured(length, subject), is_or_are(limit));
            let message = format!("the heading has {length}; up to {limit} {is} seen at a glance");
            reporter.add(line.span(0..line.text.len()), message, "Name only what the section is about.");
        }
    }
}
