//! Many things in a row within a sentence.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;

/// `easy-read/long-enumeration`
pub static RULE: Rule = Rule {
    name: "easy-read/long-enumeration",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: Some("3.1.5 Reading Level"),
    source: "W3C COGA, Making Content Usable 4.5: a list from three things on; BITV 2.0, annex 2",
    docs: include_str!("long_enumeration.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let Some(comma) = subject.language.enumeration_comma else { return };
    for (line, sentence) in subject.sentences() {
        // One mark stands between two things.
        let most = subject.limits.listed.saturating_sub(1);
        if let Some(marks) = subject.more_than(most, line, &sentence, comma) {
            let message = format!("{} things stand in a row", marks + 1);
            reporter.add(line.span(sentence), message, "Make a list, one thing a line.");
        }
    }
}
