//! Mends slips that have one right form, in easy-read texts only.
//!
//! In: a text. Out: what to replace, and the mended source. Refuses official texts: they are never changed. Refuses
//! words that Markdown spells differently from what is read, because the source does not hold them literally.

use std::fmt::Write as _;

use super::pack::Pack;
use super::reading::Reading;
use super::slips;
use crate::document::{Document, Version};
use crate::source::Span;

/// One replacement in a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What is replaced.
    pub span: Span,
    /// What takes its place.
    pub instead: String,
}

/// What can safely be mended in a text, in order; nothing in an official one.
pub fn fixes(document: &Document) -> Vec<Change> {
    if document.version != Version::EasyRead {
        return Vec::new();
    }
    let pack = Pack::of(&document.lang);
    let mut changes = Vec::new();
    let prose = Reading::of(document).prose;
    for line in prose.lines() {
        for slip in slips::of(line.text, pack) {
            if line.is_literal(&slip.range, &document.source) {
                changes.push(Change { span: line.span(slip.range), instead: slip.instead });
            }
        }
    }
    changes.sort_by_key(|change| change.span);
    changes.dedup_by(|later, earlier| later.span.start < earlier.span.end);
    changes
}

/// The source with the changes made.
pub fn apply(document: &Document, changes: &[Change]) -> String {
    let text = document.source.text();
    let mut out = String::with_capacity(text.len());
    let mut copied = 0;
    for change in changes {
        let range = change.span.range();
        out.push_str(&text[copied..range.start]);
        out.push_str(&change.instead);
        copied = range.end;
    }
    out.push_str(&text[copied..]);
    out
}

/// The changed lines, before and after, as a unified diff without context shows them.
pub fn diff(document: &Document, changes: &[Change]) -> String {
    if changes.is_empty() {
        return String::new();
    }
    let path = document.source.path();
    let mut diff = format!("--- {path}\n+++ {path}\n");
    let mended = apply(document, changes);
    // No change takes or makes a line end, so lines keep their numbers.
    let pairs = document.source.text().lines().zip(mended.lines()).enumerate();
    for (index, (before, after)) in pairs.filter(|(_, (before, after))| before != after) {
        let _ = write!(diff, "@@ -{0} +{0} @@\n-{before}\n+{after}\n", index + 1);
    }
    diff
}
