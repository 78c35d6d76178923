//! A heading with nothing below it.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::coverage;
use crate::finding::Severity;

/// `easy-read/empty-section`
pub static RULE: Rule = Rule {
    name: "easy-read/empty-section",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: None,
    source: "coverage map of the official paragraphs (derived)",
    docs: include_str!("empty_section.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let easy = subject.document;
    if !coverage::is_written(easy) {
        return;
    }
    for (index, section) in coverage::sections(easy).iter().enumerate() {
        let Some(heading) = section.heading.as_ref().filter(|_| !coverage::has_words(easy, index)) else {
            continue;
        };
        let message = "this section holds no sentence, so it explains nothing";
        reporter.add(heading.span, message, "Write what it is to say, or take the heading out.");
    }
}
