//! A concept for which there is no picture.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;
use crate::pictures::{self, CONCEPT};

/// `picture/unknown-concept`
pub static RULE: Rule = Rule {
    name: "picture/unknown-concept",
    severity: Severity::Error,
    applies: Applies::Every,
    criterion: Some("1.1.1 Non-text Content"),
    source: "Inclusion Europe, Information for all (2009): the same picture for the same thing",
    docs: include_str!("unknown_concept.md"),
    check,
};

/// From which likeness on a name is taken for a slip of the pen.
const ALIKE: f64 = 0.75;

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    for picture in &subject.elements().pictures {
        let Some(concept) = picture.target.strip_prefix(CONCEPT) else { continue };
        if subject.library.pictures.lack(concept) {
            let message = format!("{} has no concept “{concept}”", pictures::FILE);
            reporter.add(picture.target_span, message, help(subject, concept));
        }
    }
}

fn help(subject: &Subject<'_>, concept: &str) -> String {
    let likeness = |other: &str| strsim::jaro_winkler(concept, other);
    let nearest = subject
        .library
        .pictures
        .iter()
        .map(|(name, _)| name)
        .max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    match nearest.filter(|other| likeness(other) > ALIKE) {
        Some(other) => format!("Did you mean “{CONCEPT}{other}”?"),
        None => format!("Add it to content/{}, with a file, its author and its licence.", pictures::FILE),
    }
}
