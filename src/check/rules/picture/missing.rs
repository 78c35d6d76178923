//! A picture whose file is not there.

use crate::check::{Applies, Found, Rule, Subject};
use crate::document::{Inline, InlineKind, Text};
use crate::finding::Severity;
use crate::library::Target;
use crate::pictures::CONCEPT;
use crate::source::Span;

/// `picture/missing`
pub static RULE: Rule = Rule {
    name: "picture/missing",
    severity: Severity::Error,
    applies: Applies::Every,
    criterion: Some("1.1.1 Non-text Content"),
    source: "every picture is published with the page (derived)",
    docs: include_str!("../../../../tests/rules/picture/missing.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for (target, span) in targets(subject) {
        if target.starts_with(CONCEPT) {
            continue;
        }
        match subject.library.resolve(subject.document, target) {
            Target::Asset(_) | Target::External(_) => {}
            Target::Nowhere { why, help } => found.add(span, why, help),
            Target::Page { .. } | Target::Fragment(_) | Target::PageBreak(_) => {
                found.add(span, format!("“{target}” is no picture"), "Give the path of a picture's file.");
            }
        }
    }
}

/// What every picture of a text names, and where.
pub fn targets<'a>(subject: &Subject<'a>) -> Vec<(&'a str, Span)> {
    let of = |inline: &Inline<'a>| match &inline.kind {
        InlineKind::Image { target, .. } => Some((subject.document.text(target), place(target, inline))),
        _ => None,
    };
    subject.inlines().iter().filter_map(of).collect()
}

fn place(target: &Text<'_>, inline: &Inline<'_>) -> Span {
    if let Text::Source(span) = target { *span } else { inline.span }
}
