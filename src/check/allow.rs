//! Rules that are allowed to be broken, each with a written reason.
//!
//! In: a text. Out: its allowances. `<!-- allow easy-read/long-sentence: reason -->` holds for the line it stands
//! on, or, alone on its line, for the next one; `allow:` in the front matter for the file; `[check.allow]` in
//! `book.toml` for the site. What an allowance hides it must name exactly: there is no way to allow everything.

use memchr::memmem;

use super::front;
use crate::document::Document;
use crate::source::{Source, Span, slice};

/// How an allowance in the text begins.
const OPEN: &str = "<!--";
const CLOSE: &str = "-->";
const WORD: &str = "allow ";

/// One allowance of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowance {
    /// The rule's name as written.
    pub rule: String,
    /// Why; may be empty, which is a finding.
    pub reason: String,
    /// The line it holds for; `None` for the whole file.
    pub line: Option<u32>,
    /// Where the rule's name stands.
    pub span: Span,
}

/// The allowances of a text, in order.
pub fn read(document: &Document) -> Vec<Allowance> {
    let mut allowances = Vec::new();
    if !document.front.allow.is_empty() {
        let mut written = front::Finder::of(document, "allow");
        let of_file = document.front.allow.iter().map(|(rule, reason)| Allowance {
            rule: rule.clone(),
            reason: reason.trim().to_owned(),
            line: None,
            span: written.next(rule),
        });
        allowances.extend(of_file);
    }
    let text = document.source.text();
    let mut at = 0;
    while let Some(start) = memmem::find(slice(text, at..).as_bytes(), OPEN.as_bytes()).map(|from| at + from)
    {
        let Some(length) = slice(text, start..).find(CLOSE) else { break };
        allowances.extend(comment(&document.source, start + OPEN.len()..start + length));
        at = start + length + CLOSE.len();
    }
    allowances
}

/// What the comment between the two marks allows.
fn comment(source: &Source, range: std::ops::Range<usize>) -> Option<Allowance> {
    // “<!-->” is a comment without room for words: its two marks share a dash.
    let inside = source.text().get(range.clone())?;
    let words = inside.trim_start().strip_prefix(WORD)?;
    let (rule, reason) = words.split_once([':', '：']).unwrap_or((words, ""));
    let from = range.end - words.len() + (rule.len() - rule.trim_start().len());
    let span = Span::from(from..from + rule.trim().len());
    let line = source.line_number(range.start as u32);
    let before = slice(source.text(), ..range.start - OPEN.len()).trim_end_matches([' ', '\t']);
    let after = slice(source.text(), range.end + CLOSE.len()..).trim_start_matches([' ', '\t', '\r']);
    let alone =
        (before.is_empty() || before.ends_with('\n')) && (after.is_empty() || after.starts_with('\n'));
    let line = if alone { line + 1 } else { line };
    Some(Allowance { rule: rule.trim().to_owned(), reason: reason.trim().to_owned(), line: Some(line), span })
}
