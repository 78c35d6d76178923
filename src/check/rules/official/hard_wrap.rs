//! Lines that end inside a paragraph.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;

/// `official/hard-wrap`
pub static RULE: Rule = Rule {
    name: "official/hard-wrap",
    severity: Severity::Note,
    applies: Applies::Resolution,
    criterion: None,
    source: "Chinese text has no spaces at which a line could end (derived)",
    docs: include_str!("hard_wrap.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    for &join in &subject.elements().joins {
        let message = "the line ends inside the paragraph";
        reporter.add(join, message, "Join the two lines; check that it is one paragraph in the document.");
    }
}
