//! Ideas without a picture.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::coverage;
use crate::finding::Severity;

/// `easy-read/missing-picture`
pub static RULE: Rule = Rule {
    name: "easy-read/missing-picture",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: None,
    source: "UK Department of Health (2010): words and a picture for every idea",
    docs: include_str!("missing_picture.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let sections = coverage::sections(subject.document);
    for idea in sections.iter().flat_map(|section| &section.ideas).filter(|idea| idea.picture.is_none()) {
        if let Some(first) = idea.blocks.first() {
            let help = "Put ![](concept:NAME) on the line before it; pictures.yaml lists the names.";
            reporter.add(first.span, "this idea has no picture", help);
        }
    }
}
