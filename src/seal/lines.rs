//! The lines of the front matter that hold a seal.
//!
//! In: the source of an official text. Out: the same with other seals, and nothing else changed.

use std::ops::Range;

use blake3::Hasher;

use super::{KEY, PICTURES};
use crate::digest::Digest;
use crate::front_matter::{Key, closing_line, top_level_keys};
use crate::source::{Source, Span, slice};

/// The text with these seals in place of any older ones; as it is where it has no front matter that could hold them.
pub fn sealed(source: &Source, words: &Digest, pictures: Option<&Digest>) -> String {
    let text = with(source, KEY, Some(words), None);
    with(&Source::new(source.path(), text), PICTURES, pictures, Some(KEY))
}

/// The text without a seal.
pub fn without(source: &Source) -> String {
    let text = with(source, KEY, None, None);
    with(&Source::new(source.path(), text), PICTURES, None, None)
}

/// The text with a digest wherever a seal stands, and all else in the lines where it was.
pub fn with_readable_seals(source: &Source) -> Source {
    let any = format!(" {}", Digest::of(&Hasher::new()));
    let mut text = source.text().to_owned();
    for name in [PICTURES, KEY] {
        let source = Source::new(source.path(), text.as_str());
        if let Some((_, value)) = find(&source, name).filter(|(_, value)| is_written(&source, value)) {
            let lines = "\n".repeat(slice(&text, value.clone()).matches('\n').count());
            text = format!("{}{any}{lines}{}", slice(&text, ..value.start), slice(&text, value.end..));
        }
    }
    Source::new(source.path(), text)
}

/// Whether anything stands in the text as a seal.
pub fn has_seal(source: &Source) -> bool {
    let written = |name: &&str| find(source, name).is_some_and(|(_, value)| is_written(source, &value));
    [KEY, PICTURES].iter().any(written)
}

fn is_written(source: &Source, value: &Range<usize>) -> bool {
    !slice(source.text(), value.clone()).trim().is_empty()
}

/// The text with another value of a key, which is taken out where it gets none. A new one stands after another key.
fn with(source: &Source, name: &str, value: Option<&Digest>, after: Option<&str>) -> String {
    let text = source.text();
    let Some(front) = front(source) else { return text.to_owned() };
    let old = find(source, name);
    match (old, value) {
        (Some((_, old)), Some(value)) => {
            format!("{} {value}{}", slice(text, ..old.start), slice(text, old.end..))
        }
        (Some((key, old)), None) => {
            let end = next_line(text, old.end);
            format!("{}{}", slice(text, ..key.span.start as usize), slice(text, end..))
        }
        (None, Some(value)) => {
            let after = after.and_then(|after| find(source, after));
            let at = after.map_or(front.end, |(_, value)| next_line(text, value.end)).min(front.end);
            let line_end = if slice(text, ..front.start).ends_with("\r\n") { "\r\n" } else { "\n" };
            format!("{}{name}: {value}{line_end}{}", slice(text, ..at), slice(text, at..))
        }
        (None, None) => text.to_owned(),
    }
}

/// The bytes between the two `---` lines.
fn front(source: &Source) -> Option<Range<usize>> {
    let text = source.text();
    let start = text.starts_with("---").then(|| text.find('\n'))?? + 1;
    Some(start..closing_line(text, start)?.0)
}

/// A key and its value, from the colon to the end of the last line that it goes on in, without a comment after it.
fn find(source: &Source, name: &str) -> Option<(Key, Range<usize>)> {
    let text = source.text();
    let front = front(source)?;
    let key = top_level_keys(source, Span::from(front.clone())).into_iter().find(|key| key.name == name)?;
    let start = key.span.end as usize + slice(text, key.span.end as usize..front.end).find(':')? + 1;
    let mut lines = slice(text, start..front.end).split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    let (mut at, mut end) = (start + first.len(), start + first.trim_end_matches(['\r', '\n']).len());
    let mut goes_on = false;
    for line in lines {
        let is_empty = line.trim().is_empty();
        if !is_empty && !line.starts_with([' ', '\t', '-', ']', '}']) {
            break;
        }
        at += line.len();
        if !is_empty {
            (end, goes_on) = (at - line.len() + line.trim_end_matches(['\r', '\n']).len(), true);
        }
    }
    if !goes_on && let Some(comment) = first.find(" #") {
        end = start + slice(first, ..comment).trim_end().len();
    }
    Some((key, start..end))
}

/// Where the line after this place begins.
fn next_line(text: &str, from: usize) -> usize {
    slice(text, from..).find('\n').map_or(text.len(), |end| from + end + 1)
}
