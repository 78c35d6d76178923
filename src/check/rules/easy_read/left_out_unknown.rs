//! A paragraph left out on purpose that is not there.

use super::covers_nothing;
use std::collections::HashSet;

use crate::check::{Applies, Reporter, Rule, Subject, front};
use crate::coverage;
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

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let Some(official) = subject.official() else { return };
    let places = subject.official_places();
    if subject.document.front.left_out.is_empty() {
        return;
    }
    let explained: HashSet<&str> =
        coverage::explained(subject.document).map(|(_, covers)| &*covers.id).collect();
    let mut written = front::Finder::of(subject.document, "left-out");
    for left_out in &subject.document.front.left_out {
        let paragraph = left_out.paragraph.as_str();
        if !places.contains_key(paragraph) {
            let message = format!("the official text has no paragraph “{paragraph}”");
            reporter.add(written.next(paragraph), message, covers_nothing::help(official));
        } else if explained.contains(paragraph) {
            let message = format!("“{paragraph}” is left out here, and a section explains it");
            let help = "Take it out of “left-out”, or out of “covers”; readers are told one of the two only.";
            reporter.add(written.next(paragraph), message, help);
        }
    }
}
