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

/// Where one of the values in the list behind a key of an entry stands: each after a dash on its own line, or all between `[` and `]`.
pub fn item(source: &Source, entry: Span, key: &str, item: usize) -> Option<Span> {
    let list = value(source, entry, key);
    let written = source.slice(list);
    let at = list.start as usize;
    if let Some(inner) = written.strip_prefix('[') {
        let (mut depth, mut start, mut found) = (0_usize, None, Vec::new());
        for (place, c) in inner.char_indices() {
            match c {
                '{' => {
                    start = start.or((depth == 0).then_some(place));
                    depth += 1;
                }
                '}' => {
                    depth = depth.saturating_sub(1);
                    if let (0, Some(start)) = (depth, start.take_if(|_| depth == 0)) {
                        found.push(at + 1 + start..at + place + 2);
                    }
                }
                _ => {}
            }
        }
        return found.into_iter().nth(item).map(Span::from);
    }
    let from = list.end as usize;
    let rest = source.slice(Span::from(from..entry.end as usize));
    let mut start = from;
    let mut dashes = rest.split_inclusive('\n').filter_map(|line| {
        let shown = line.trim_end();
        let value = shown.trim_start().strip_prefix("- ").map(str::trim_start);
        let end = start + shown.len();
        start += line.len();
        value.map(|value| Span::from(end - value.len()..end))
    });
    dashes.nth(item)
}
