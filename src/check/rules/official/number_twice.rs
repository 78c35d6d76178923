//! Two operative paragraphs or articles with one number.

use std::collections::HashSet;

use super::number_gap;
use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;

/// `official/number-twice`
pub static RULE: Rule = Rule {
    name: "official/number-twice",
    severity: Severity::Error,
    applies: Applies::Numbered,
    criterion: None,
    source: "UN Editorial Manual: operative paragraphs are numbered from 1, alike in every language",
    docs: include_str!("number_twice.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let mut seen = HashSet::new();
    for paragraph in subject.numbered() {
        let id = &paragraph.id;
        if seen.insert((id.annex, id.number, id.suffix)) {
            continue;
        }
        let message = format!("the number {}{} stands here a second time", id.number, id.suffix.said());
        let help = format!(
            "Compare with the official document: every {} has its own number, which links lead to.",
            number_gap::noun(paragraph)
        );
        reporter.add(number_gap::label(subject.document, paragraph), message, help);
    }
}
