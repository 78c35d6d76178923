//! A picture that says nothing to whoever cannot see it.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;

/// `a11y/missing-alt`
pub static RULE: Rule = Rule {
    name: "a11y/missing-alt",
    severity: Severity::Error,
    applies: Applies::Official,
    criterion: Some("1.1.1 Non-text Content"),
    source: "WCAG 2.2, 1.1.1; ACT rule 23a2a8",
    docs: include_str!("missing_alt.md"),
    check,
};

/// Concept pictures have their words in `pictures.yaml`; beside an easy-read line a picture repeats the line.
fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    for picture in subject.elements().pictures.iter().filter(|picture| !picture.is_concept()) {
        if subject.document.plain(picture.alt).trim().is_empty() {
            let help = "Say in the square brackets what the picture shows: ![words](file).";
            reporter.add(picture.span, "this picture has no alternative text", help);
        }
    }
}
