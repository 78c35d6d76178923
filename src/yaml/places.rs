//! Where the entries of a list stand in a file of YAML: the library gives values, but no places.

use crate::source::{Source, Span, slice};

/// The entries of a file, each from its dash to the next; nothing where the file is written in another way.
pub fn entries(source: &Source) -> Vec<Span> {
    let text = source.text();
    let mut spans: Vec<Span> = Vec::new();
    let (mut start, mut indent) = (0, None);
    for line in text.split_inclusive('\n') {
        let own = line.len() - line.trim_start_matches(' ').len();
        let dash = slice(line, own..)
            .strip_prefix('-')
            .is_some_and(|rest| rest.trim().is_empty() || rest.starts_with(' '));
        if dash && indent.is_none_or(|indent| indent == own) {
            indent = Some(own);
            if let Some(last) = spans.last_mut() {
                *last = Span::from(last.start as usize..start);
            }
            spans.push(Span::from(start..text.len()));
        }
        start += line.len();
    }
    spans
}

/// Where the value of a key stands in an entry; the entry's first line where it has no such key.
pub fn value(source: &Source, entry: Span, key: &str) -> Span {
    let mut start = entry.start as usize;
    let mut first = None;
    for line in source.slice(entry).split_inclusive('\n') {
        let shown = line.trim_end();
        let inner = shown.trim_start_matches([' ', '-']);
        let at = start + (shown.len() - inner.len());
        if let Some(value) = inner.strip_prefix(key).and_then(|rest| rest.strip_prefix(':')) {
            let value = value.trim_start();
            let end = start + shown.len();
            return if value.is_empty() { (at..end).into() } else { (end - value.len()..end).into() };
        }
        first = first.or_else(|| (!inner.is_empty()).then(|| Span::from(at..start + shown.len())));
        start += line.len();
    }
    first.unwrap_or(Span::point(entry.start as usize))
}
