//! A note to which nothing leads.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;

/// `official/note-without-mark`
pub static RULE: Rule = Rule {
    name: "official/note-without-mark",
    severity: Severity::Error,
    applies: Applies::Official,
    criterion: Some("1.3.1 Info and Relationships"),
    source: "marks and notes belong together one to one (derived)",
    docs: include_str!("note_without_mark.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    for note in subject.document.notes.iter().filter(|note| note.marks == 0) {
        let message = format!("nothing leads to the note “{}”", note.label);
        reporter.add(
            note.span,
            message,
            format!("Put its mark [^{}] where the text refers to it.", note.label),
        );
    }
}
