//! Sentences that begin with the verb of a resolution and do not say who acts.

use crate::check::prose::Role;
use crate::check::{Applies, Found, Rule, Subject, wording};
use crate::finding::Severity;
use crate::source::Span;

/// `easy-read/dropped-subject`
pub static RULE: Rule = Rule {
    name: "easy-read/dropped-subject",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: Some("3.1.5 Reading Level"),
    source: "Japanese easy-read guideline (2015): do not drop the subject; the verbs are those of resolutions (derived)",
    docs: include_str!("../../../../tests/rules/easy-read/dropped-subject.md"),
    check,
};

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let lines = wording::hits(subject, "dropped-subject");
    for (line, hits) in lines.filter(|(line, _)| line.role == Role::Words) {
        for hit in hits {
            let span = line.span(hit.range.clone());
            // The line before a list gives its subject.
            if !is_item(subject, span) {
                let verb = &line.text[hit.range];
                let message = format!("the sentence begins with “{verb}” and does not say who acts");
                found.add(span, message, "Begin with who does it.");
            }
        }
    }
}

fn is_item(subject: &Subject<'_>, span: Span) -> bool {
    let before = subject.document.source.text().get(..span.start as usize).unwrap_or_default();
    let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
    let marker = line.trim_start();
    marker.starts_with(['-', '*', '+']) || marker.starts_with(|c: char| c.is_ascii_digit())
}
