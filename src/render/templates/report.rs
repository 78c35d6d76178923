//! What the engine says of a mistake in words alone.
//!
//! In: the words. Out: the message, the template, and the place in it.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::source::slice;

/// A report that the engine gives as text alone, as of blocks that no parent has. Of several, it is the first.
pub struct Report<'a> {
    /// What is wrong.
    pub message: &'a str,
    /// The template.
    pub name: &'a str,
    /// Both counted from 1; columns in characters.
    line: usize,
    column: usize,
}

impl<'a> Report<'a> {
    /// Reads it.
    pub fn of(said: &'a str) -> Option<Self> {
        let mut lines = said.lines();
        let message = lines.next()?.strip_prefix("error: ")?;
        let mut place = lines.next()?.trim_start().strip_prefix("--> ")?.rsplitn(3, ':');
        let (column, line) = (place.next()?.parse().ok()?, place.next()?.parse().ok()?);
        Some(Self { message, name: place.next()?, line, column })
    }

    /// Its place in the text of the template.
    pub fn range(&self, text: &str) -> Range<usize> {
        let start: usize = text.split_inclusive('\n').take(self.line.saturating_sub(1)).map(str::len).sum();
        let rest = slice(text, start..);
        let at = rest.char_indices().nth(self.column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at);
        start + at..start + at
    }
}

/// Where a template extends or includes another.
pub fn leads_on(text: &str) -> Range<usize> {
    static TAG: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"\{%-?\s*(?:extends|include)\b[^%]*%\}").expect("the pattern is fixed"));
    TAG.find(text).map_or(0..0, |found| found.range())
}
