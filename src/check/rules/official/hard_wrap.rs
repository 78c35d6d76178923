//! Lines that end inside a paragraph.

use crate::check::{Applies, Found, Rule, Subject};
use crate::document::InlineKind;
use crate::finding::Severity;

/// `official/hard-wrap`
pub static RULE: Rule = Rule {
    name: "official/hard-wrap",
    severity: Severity::Note,
    applies: Applies::Official,
    criterion: None,
    source: "Chinese text has no spaces at which a line could end (derived)",
    docs: include_str!("../../../../tests/rules/official/hard-wrap.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    if subject.resolution().is_none() {
        return;
    }
    for inline in subject.inlines() {
        if let InlineKind::SoftBreak { joins: true } = inline.kind {
            let message = "the line ends inside the paragraph";
            found.add(
                inline.span,
                message,
                "Join the two lines; check that it is one paragraph in the document.",
            );
        }
    }
}
