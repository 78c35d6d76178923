//! A mark that leads to no note.

use memchr::memchr_iter;

use crate::check::{Applies, Found, Rule, Subject};
use crate::document::{InlineKind, Text};
use crate::finding::Severity;
use crate::source::Span;

/// `official/mark-without-note`
pub static RULE: Rule = Rule {
    name: "official/mark-without-note",
    severity: Severity::Error,
    applies: Applies::Official,
    criterion: Some("1.3.1 Info and Relationships"),
    source: "marks and notes belong together one to one (derived)",
    docs: include_str!("../../../../tests/rules/official/mark-without-note.md"),
    check,
};

/// Markdown leaves a mark as it is written when its note is missing.
fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    for inline in subject.inlines() {
        let InlineKind::Text(Text::Source(span)) = &inline.kind else { continue };
        let text = subject.document.source.slice(*span);
        let mut at = 0;
        while let Some(start) = find_mark(text.as_bytes(), at) {
            let Some(length) = text[start..].find(']') else { break };
            let mark = Span::from(span.start as usize + start..span.start as usize + start + length + 1);
            let label = &text[start + 2..start + length];
            let message = format!("there is no note “{label}”");
            found.add(mark, message, format!("Add the note on a line of its own: [^{label}]: words."));
            at = start + length;
        }
    }
}

/// Where a mark begins, from `at` on.
fn find_mark(text: &[u8], at: usize) -> Option<usize> {
    // A search for one byte needs no preparation; most texts are a few words long and have none.
    memchr_iter(b'[', &text[at..]).map(|from| at + from).find(|&start| text.get(start + 1) == Some(&b'^'))
}
