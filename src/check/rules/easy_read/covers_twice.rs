//! One paragraph explained under two headings, or named twice in one list.

use std::collections::HashSet;

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::coverage;
use crate::finding::Severity;

/// `easy-read/covers-twice`
pub static RULE: Rule = Rule {
    name: "easy-read/covers-twice",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: None,
    source: "coverage map of the official paragraphs (derived)",
    docs: include_str!("covers_twice.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let mut seen = HashSet::new();
    for covers in coverage::sections(subject.document).iter().flat_map(|section| &section.covers) {
        if !seen.insert(&covers.id) {
            let message = format!("“{}” is already covered by a heading", covers.id);
            let help =
                "Explain a paragraph in one place; name sub-paragraphs, such as “op-17-a”, to share it out.";
            reporter.add(covers.span, message, help);
        }
    }
    for section in coverage::sections(subject.document) {
        let mut seen = HashSet::new();
        for part in section.sums_up.iter().filter(|part| !seen.insert(&part.id)) {
            let message = format!("“{}” stands twice in this list", part.id);
            reporter.add(part.span, message, "Name each paragraph once.");
        }
    }
}
