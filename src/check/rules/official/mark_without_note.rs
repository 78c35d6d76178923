//! A mark that leads to no note.

use memchr::memmem;

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::document::{InlineKind, Text};
use crate::finding::Severity;
use crate::source::{Span, slice};

/// `official/mark-without-note`
pub static RULE: Rule = Rule {
    name: "official/mark-without-note",
    severity: Severity::Error,
    applies: Applies::Official,
    criterion: Some("1.3.1 Info and Relationships"),
    source: "marks and notes belong together one to one (derived)",
    docs: include_str!("mark_without_note.md"),
    check,
};

/// Markdown leaves a mark as it is written when its note is missing.
fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let document = subject.document;
    // Words stand in the prose, those of pictures in their alternative text. Most texts have no such mark in either.
    let has_mark = |text: &str| memmem::find(text.as_bytes(), MARK.as_bytes()).is_some();
    let described =
        subject.elements().pictures.iter().any(|picture| has_mark(document.source.slice(picture.span)));
    if !described && !has_mark(subject.prose().text()) {
        return;
    }
    document.each_inline(&mut |inline| {
        if let InlineKind::Text(Text::Source(place)) = inline.kind {
            text(document.source.slice(place), place, reporter);
        }
    });
}

fn text(text: &str, span: Span, reporter: &mut Reporter<'_>) {
    let mut at = 0;
    while let Some(start) = slice(text, at..).find(MARK).map(|from| at + from) {
        let Some(length) = slice(text, start..).find(']') else { break };
        let mark = Span::from(span.start as usize + start..span.start as usize + start + length + 1);
        let label = slice(text, start + MARK.len()..start + length);
        let message = format!("there is no note “{label}”");
        reporter.add(mark, message, format!("Add the note on a line of its own: [^{label}]: words."));
        at = start + length;
    }
}

/// How a mark begins.
const MARK: &str = "[^";
