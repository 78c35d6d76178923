//! Operative numbers that do not follow one another.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::document::{Paragraph, Text};
use crate::finding::Severity;
use crate::numbering::Suffix;
use crate::source::Span;

/// `official/number-gap`
pub static RULE: Rule = Rule {
    name: "official/number-gap",
    severity: Severity::Error,
    applies: Applies::Resolution,
    criterion: None,
    source: "UN Editorial Manual: operative paragraphs are numbered from 1, alike in every language",
    docs: include_str!("number_gap.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let Some(resolution) = subject.resolution() else { return };
    let (mut expected, mut place) = (1, 0);
    for paragraph in &resolution.operative {
        let number = paragraph.id.number;
        // A paragraph that was put in, 1 bis or 2A, takes no place in the count.
        place += u32::from(paragraph.id.suffix == Suffix::None);
        // A number in its own place is right even after one that is not; the same number again is the business of
        // `official/number-twice`.
        if number != expected && number != place && number.saturating_add(1) != expected {
            let message = format!("paragraph {number} stands where paragraph {expected} is expected");
            let help = "Compare with the official document: a paragraph may be missing, or joined to the one before.";
            reporter.add(label(paragraph), message, help);
        }
        expected = number.saturating_add(1);
    }
}

/// Where the number stands.
pub fn label(paragraph: &Paragraph) -> Span {
    if let Some(Text::Source(label)) = &paragraph.label { *label } else { paragraph.span }
}
