//! Notes below the text.

use crate::check::{Applies, Reporter, Rule, Subject};
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

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let help = "Say it in the text, in a sentence of its own, or leave it out.";
    for mark in &subject.elements().note_marks {
        reporter.add(mark.span, "easy-read texts have no notes", help);
    }
    for note in subject.document.notes.iter().filter(|note| note.marks == 0) {
        reporter.add(note.span, "easy-read texts have no notes", help);
    }
}
