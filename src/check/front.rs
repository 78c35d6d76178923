//! Where a value of the front matter stands, for findings about it.

use crate::document::Document;
use crate::front_matter::{Key, top_level_keys};
use crate::source::{Span, slice};

/// The bytes between the two `---` lines.
pub fn yaml(document: &Document) -> Span {
    let text = document.source.text();
    let Some(start) = text.strip_prefix("---").and_then(|rest| rest.find('\n')).map(|at| at + 4) else {
        return Span::default();
    };
    let end = slice(text, start..).find("\n---").map_or(text.len(), |at| start + at + 1);
    Span::from(start..end)
}

/// The value of a key with everything below it, or the file's first line when the key is missing.
pub fn value(document: &Document, key: &str) -> Span {
    let yaml = yaml(document);
    let keys: Vec<Key> = top_level_keys(&document.source, yaml);
    let mut keys = keys.iter().skip_while(|found| found.name != key);
    let Some(found) = keys.next() else { return Span::from(0..3) };
    let start = found.span.end as usize + 1;
    let end = keys.next().map_or(yaml.end, |next| next.span.start) as usize;
    let raw = document.source.text().get(start..end).unwrap_or_default();
    let lead = raw.len() - raw.trim_start().len();
    Span::from(start + lead..(start + raw.trim_end().len()).max(start + lead))
}

/// The first place where `words` stand in the value of a key; the whole value when they are written otherwise.
pub fn words(document: &Document, key: &str, words: &str) -> Span {
    within(document, key, &[words])
}

/// The place of the last of these words in the value of a key, each looked for after the one before.
pub fn within(document: &Document, key: &str, way: &[&str]) -> Span {
    Finder::of(document, key).within(way)
}

/// Looks for many words in the value of one key. What is looked for in the order of the file is found in one pass.
pub struct Finder<'a> {
    value: Span,
    text: &'a str,
    /// Where the last words ended.
    from: usize,
}

impl<'a> Finder<'a> {
    /// For the value of this key.
    pub fn of(document: &'a Document, key: &str) -> Self {
        let value = value(document, key);
        Self { value, text: document.source.slice(value), from: 0 }
    }

    /// The next place of these words; else the first; the whole value when they are written otherwise.
    pub fn next(&mut self, words: &str) -> Span {
        if let Some(place) = self.after(words) {
            return place;
        }
        let from = std::mem::take(&mut self.from);
        self.after(words).unwrap_or_else(|| {
            self.from = from;
            self.value
        })
    }

    /// The place of the last of these words, each looked for after the one before, and all of them from the start.
    pub fn within(&mut self, way: &[&str]) -> Span {
        self.from = 0;
        let found = way.iter().map_while(|words| self.after(words)).last();
        found.unwrap_or(self.value)
    }

    fn after(&mut self, words: &str) -> Option<Span> {
        let start = self.from + slice(self.text, self.from..).find(words).filter(|_| !words.is_empty())?;
        self.from = start + words.len();
        let start = self.value.start as usize + start;
        Some(Span::from(start..start + words.len()))
    }
}
