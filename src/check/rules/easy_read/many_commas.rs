//! Sentences with many pauses.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::count::{counted, is_or_are};
use crate::finding::Severity;

/// `easy-read/many-commas`
pub static RULE: Rule = Rule {
    name: "easy-read/many-commas",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: Some("3.1.5 Reading Level"),
    source: "derived: at most two commas a sentence",
    docs: include_str!("many_commas.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let Some(comma) = subject.language.comma else { return };
    for (line, sentence) in subject.sentences() {
        if let Some(count) = subject.more_than(subject.limits.commas, line, &sentence, comma) {
            let message = format!(
                "the sentence has {}; {} {} enough",
                counted(count, "comma"),
                subject.limits.commas,
                is_or_are(subject.limits.commas)
            );
            reporter.add(line.span(sentence), message, "Make short sentences of its parts, or a list.");
        }
    }
}
