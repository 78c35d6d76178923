//! A picture whose file is not there.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;
use crate::library::Target;

/// `picture/missing`
pub static RULE: Rule = Rule {
    name: "picture/missing",
    severity: Severity::Error,
    applies: Applies::Every,
    criterion: Some("1.1.1 Non-text Content"),
    source: "every picture is published with the page (derived)",
    docs: include_str!("missing.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    for picture in subject.elements().pictures.iter().filter(|picture| !picture.is_concept()) {
        match subject.library.resolve(subject.document, picture.target) {
            Target::Asset { .. } | Target::External(_) => {}
            Target::Nowhere { why, help } => reporter.add(picture.target_span, why, help),
            Target::Page { .. }
            | Target::Made { .. }
            | Target::Withdrawn(_)
            | Target::Export { .. }
            | Target::Fragment(_)
            | Target::PageBreak(_) => {
                let message = format!("“{}” is no picture", picture.target);
                reporter.add(picture.target_span, message, "Give the path of a picture's file.");
            }
        }
    }
}
