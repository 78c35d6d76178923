//! Where a value of the front matter stands, for findings about it.

use crate::document::Document;
use crate::front_matter::{Key, top_level_keys};
use crate::source::Span;

/// The bytes between the two `---` lines.
pub fn yaml(document: &Document) -> Span {
    let text = document.source.text();
    let Some(start) = text.strip_prefix("---").and_then(|rest| rest.find('\n')).map(|at| at + 4) else {
        return Span::default();
    };
    let end = text[start..].find("\n---").map_or(text.len(), |at| start + at + 1);
    Span::from(start..end)
}

/// The value of a key with everything below it, or the file's first line when the key is missing.
pub fn value(document: &Document, key: &str) -> Span {
    let yaml = yaml(document);
    let keys: Vec<Key> = top_level_keys(&document.source, yaml);
    let Some(at) = keys.iter().position(|found| found.name == key) else {
        return Span::from(0..3);
    };
    let start = keys[at].span.end as usize + 1;
    let end = keys.get(at + 1).map_or(yaml.end, |next| next.span.start) as usize;
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
    let value = value(document, key);
    let text = document.source.slice(value);
    let mut place = None;
    let mut from = 0;
    for words in way {
        let Some(at) = text[from..].find(words).filter(|_| !words.is_empty()) else {
            return place.unwrap_or(value);
        };
        let start = value.start as usize + from + at;
        place = Some(Span::from(start..start + words.len()));
        from += at + words.len();
    }
    place.unwrap_or(value)
}
