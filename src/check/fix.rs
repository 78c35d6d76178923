//! Mends what has one right form: slips of typing in easy-read texts, and what other tools write differently.
//!
//! In: a text. Out: what to replace, and the mended source. Refuses official texts: they are never changed. Refuses
//! words that Markdown spells differently from what is read, because the source does not hold them literally, and every
//! change after which Markdown would read anything else differently: `５. 文` would become an item of a list.

pub mod moving;
pub mod toml_front;

use std::fmt::Write as _;
use std::sync::Arc;

use super::prose::{Line, Prose};
use super::reading::Reading;
use super::typography::{self, TypingMistake};
use crate::content::{Input, Role};
use crate::document::{Document, Version};
use crate::languages::Languages;
use crate::library::Library;
use crate::parse;
use crate::source::{Source, Span, slice};

/// One replacement in a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What is replaced.
    pub span: Span,
    /// What takes its place.
    pub instead: String,
}

/// How often a text is read again to find the changes that would do more than they should; a text with more is left alone.
const MOST_READINGS: usize = 64;

pub use moving::relative;

/// Everything that can safely be mended in a text, in order; nothing in an official one.
pub fn all(library: &Library, document: &Document) -> Vec<Change> {
    let mut changes = fixes(document, &library.language_data);
    // What is mended in the same run must not meet; the next run finds what is left.
    if changes.is_empty() {
        changes = moving::fixes(library, document);
    }
    changes
}

/// The slips of typing that can safely be mended in a text, in order; nothing in an official one.
pub fn fixes(document: &Document, languages: &Languages) -> Vec<Change> {
    if document.version != Version::EasyRead {
        return Vec::new();
    }
    let language = languages.of(&document.lang).data();
    let prose = Reading::of(document).prose;
    let mut mends = Vec::new();
    for (at, line) in prose.lines().enumerate() {
        let mut slips = typography::of(line.text, language);
        slips.retain(|slip| slip.certain);
        // Half of a pair of brackets is no form of it.
        if slips.iter().all(|slip| line.is_literal(&slip.range, &document.source)) && !slips.is_empty() {
            mends.push(Mend::of(at, line, slips));
        }
    }
    Trial { document, languages, prose: &prose, left: MOST_READINGS }.harmless(&mends).unwrap_or_default()
}

/// A line that has slips.
struct Mend {
    /// Which line.
    line: usize,
    /// Its words without the slips.
    words: String,
    changes: Vec<Change>,
}

impl Mend {
    fn of(at: usize, line: Line<'_>, slips: Vec<TypingMistake>) -> Self {
        let mut words = line.text.to_owned();
        slips.iter().rev().for_each(|slip| words.replace_range(slip.range.clone(), &slip.instead));
        let change = |slip: TypingMistake| Change { span: line.span(slip.range), instead: slip.instead };
        Self { line: at, words, changes: slips.into_iter().map(change).collect() }
    }
}

/// Changes are tried before they are called safe.
struct Trial<'a> {
    languages: &'a Languages,
    document: &'a Document,
    prose: &'a Prose,
    left: usize,
}

impl Trial<'_> {
    /// Those changes after which the text reads as before but for the slips; none when that takes too long to find.
    fn harmless(&mut self, mends: &[Mend]) -> Option<Vec<Change>> {
        let mut changes: Vec<Change> = mends.iter().flat_map(|mend| mend.changes.iter().cloned()).collect();
        changes.sort_by_key(|change| change.span);
        if mends.is_empty() || self.reads_as(mends, &changes)? {
            return Some(changes);
        }
        let (first, second) = mends.split_at(mends.len() / 2);
        if first.is_empty() {
            return Some(Vec::new());
        }
        let mut changes = self.harmless(first)?;
        changes.extend(self.harmless(second)?);
        changes.sort_by_key(|change| change.span);
        Some(changes)
    }

    /// Whether the changed source has the mended lines and, of all others, the words and kinds it had.
    fn reads_as(&mut self, mends: &[Mend], changes: &[Change]) -> Option<bool> {
        self.left = self.left.checked_sub(1)?;
        if changes.windows(2).any(|pair| matches!(pair, [a, b] if b.span.start < a.span.end)) {
            return Some(false);
        }
        let Document { source, slug, lang, .. } = self.document;
        let source = Arc::new(Source::new(source.path(), apply(self.document, changes)));
        let input = Input { source, role: Role::EasyRead, slug: slug.clone(), lang: lang.clone() };
        let (document, _) = parse::parse(&input, self.languages);
        let changed = Reading::of(&document).prose;
        let mut mends = mends.iter().peekable();
        let wanted = self.prose.lines().enumerate().map(|(at, line)| {
            let words = mends.next_if(|mend| mend.line == at).map_or(line.text, |mend| &mend.words);
            (words, line.role, line.block)
        });
        Some(wanted.eq(changed.lines().map(|line| (line.text, line.role, line.block))))
    }
}

/// The source with the changes made.
pub fn apply(document: &Document, changes: &[Change]) -> String {
    let text = document.source.text();
    let mut out = String::with_capacity(text.len());
    let mut copied = 0;
    for change in changes {
        let range = change.span.range();
        out.push_str(slice(text, copied..range.start));
        out.push_str(&change.instead);
        copied = range.end;
    }
    out.push_str(slice(text, copied..));
    out
}

/// The changed lines, before and after, as a unified diff without context shows them.
pub fn diff(document: &Document, changes: &[Change]) -> String {
    if changes.is_empty() {
        return String::new();
    }
    let path = document.source.path();
    let mut diff = format!("--- {path}\n+++ {path}\n");
    let text = document.source.text();
    // The line of the changed text that a line of the old one has become.
    let mut moved = 0i64;
    let mut changes = changes.iter().peekable();
    while let Some(first) = changes.next() {
        let start = slice(text, ..first.span.start as usize).rfind('\n').map_or(0, |at| at + 1);
        let line_end = |at: u32| {
            let rest = slice(text, at as usize..);
            rest.find('\n').map_or(text.len(), |end| at as usize + end)
        };
        let mut end = line_end(first.span.end);
        let mut of_lines = vec![first];
        while let Some(next) = changes.next_if(|next| next.span.start as usize <= end) {
            end = line_end(next.span.end);
            of_lines.push(next);
        }
        let before = slice(text, start..end);
        let mut after = before.to_owned();
        for change in of_lines.iter().rev() {
            let range = change.span.range();
            after.replace_range(range.start - start..range.end - start, &change.instead);
        }
        let line = i64::from(document.source.line_number(start as u32));
        let (old, new) = (before.lines().count(), after.lines().count());
        let count = |lines: usize| if lines == 1 { String::new() } else { format!(",{lines}") };
        let _ = writeln!(diff, "@@ -{line}{} +{}{} @@", count(old), line + moved, count(new));
        before.lines().for_each(|line| _ = writeln!(diff, "-{line}"));
        after.lines().for_each(|line| _ = writeln!(diff, "+{line}"));
        moved += new as i64 - old as i64;
    }
    diff
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(body: &str) -> String {
        let text = format!("---\ntitle: 例\nabout: 例。\n---\n\n{body}");
        let source = Arc::new(Source::new("content/a/easy-read.md", text));
        let lang = "zh-Hans".parse().unwrap();
        let input = Input { source, role: Role::EasyRead, slug: "a".into(), lang };
        let (document, _) = parse::parse(&input, Languages::built_in());
        let mended = apply(&document, &fixes(&document, Languages::built_in()));
        mended.rsplit_once("---\n\n").unwrap().1.to_owned()
    }

    #[test]
    fn what_markdown_would_read_otherwise_stays() {
        let body = "第５６届,春季。\n\n５. 报告。\n\n见[^１]。\n\n&#６５;\n\n[^1]: 注。\n";
        assert_eq!(mended(body), body.replace("第５６届,", "第56届，"));
    }

    #[test]
    fn two_full_stops_are_not_guessed() {
        assert_eq!(mended("写完了。。\n还有很多...\n"), "写完了。。\n还有很多……\n");
    }
}
