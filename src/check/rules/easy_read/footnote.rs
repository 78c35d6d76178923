//! Notes below the text.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::document::InlineKind;
use crate::finding::Severity;

/// `easy-read/footnote`
pub static RULE: Rule = Rule {
    name: "easy-read/footnote",
    severity: Severity::Error,
    applies: Applies::EasyRead,
    criterion: Some("3.1.5 Reading Level"),
    source: "Inclusion Europe, Information for all (2009): do not use footnotes; People First Deutschland",
    docs: include_str!("footnote.md"),
    check,
};

/// A note is told once, where its words stand: marks that lead to it are told with it.
fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let message = "easy-read texts have no notes";
    let help = "Say it in the text, in a sentence of its own, or leave it out.";
    for note in &subject.document.notes {
        let marked = match note.marks {
            0 => help.to_owned(),
            _ => format!("{help} Take out “[^{}]” in the text too.", note.label),
        };
        reporter.add(note.span, message, marked);
    }
    for mark in &subject.elements().note_marks {
        if let InlineKind::NoteMark { label, .. } = &mark.kind
            && subject.document.note(subject.document.text(label)).is_none()
        {
            reporter.add(mark.span, message, help);
        }
    }
}
