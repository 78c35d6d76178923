//! A digit glued to a word that was a note mark.

use std::ops::Range;

use memchr::{memchr, memmem};

use crate::check::{Applies, Reporter, Rule, Subject, digits};
use crate::finding::Severity;
use crate::languages::LanguageData;
use crate::languages::scripts::is_han;
use crate::source::slice;

/// `official/bare-note-number`
pub static RULE: Rule = Rule {
    name: "official/bare-note-number",
    severity: Severity::Warning,
    applies: Applies::Rendered,
    criterion: Some("1.3.1 Info and Relationships"),
    source: "text copied from a page loses the raised position of its note marks (derived)",
    docs: include_str!("bare_note_number.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let text = subject.prose().text();
    for mark in digits::runs(text).filter(|run| run.len() <= 2).chain(raised_runs(text)) {
        let (before, after) = (slice(text, ..mark.start), slice(text, mark.end..));
        let follows_word =
            before.ends_with(|c: char| matches!(c, '”' | '》' | '）' | 'a'..='z') || is_han(c));
        let ends = after.starts_with(['，', '。', '；', ',', ';', '.']);
        // A number goes on behind the point: v2.0.
        let goes_on =
            after.get(1..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()));
        if !follows_word || !ends || goes_on || is_part_of_name(before, subject.language) {
            continue;
        }
        let prose = subject.prose();
        if subject.is_named(&mark) || prose.is_code(mark.start) {
            continue;
        }
        let number = slice(text, mark.clone());
        let message = format!("“{number}” looks like the mark of a note");
        let help = format!("If the document raises it above the line, write [^{number}].");
        reporter.add(subject.prose().span(mark), message, help);
    }
}

/// Whether the number belongs to what stands before it: 目标 4, aarch64. A note stands behind a word, and a word is known.
fn is_part_of_name(before: &str, language: &LanguageData) -> bool {
    let latin = before.len() - before.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || c == '_').len();
    let word = slice(before, before.len() - latin..);
    language.numbered_nouns.iter().any(|noun| before.ends_with(noun.as_str()))
        || slice(before, ..before.len() - latin).ends_with(['-', '/', '.', '@', '#', '$']) && !word.is_empty()
        || !word.is_empty() && language.has_words() && (word.len() < SHORTEST || !language.knows(word))
}

/// A shorter word before a number makes a name of it: a2.
const SHORTEST: usize = 3;

/// Every run of the characters ¹ to ⁹.
fn raised_runs(text: &str) -> impl Iterator<Item = Range<usize>> {
    let raised = |c: char| matches!(c, '¹' | '²' | '³' | '⁴'..='⁹');
    // ¹²³ begin with C2, ⁴ to ⁹ with E2 81. Most texts have neither, and seeing that takes no time.
    let may_have =
        memchr(0xC2, text.as_bytes()).is_some() || memmem::find(text.as_bytes(), &[0xE2, 0x81]).is_some();
    let mut at = if may_have { 0 } else { text.len() };
    std::iter::from_fn(move || {
        let start = at + slice(text, at..).find(raised)?;
        let after = slice(text, start..);
        at = start + after.find(|c| !raised(c)).unwrap_or(after.len());
        Some(start..at)
    })
}
