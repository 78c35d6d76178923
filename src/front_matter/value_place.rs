//! Where a value stands in the front matter: the library gives values, but no places.
//!
//! In: the way to a value, and the value. Out: its place, also where the same words stand elsewhere, as a title or a comment; the key at the
//! margin where the file writes it in another way, with escapes or in several lines.

use serde_yaml::Value;

use super::yaml::top_level_keys;
use crate::source::{Source, Span, slice};

/// A step on the way to a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'a> {
    /// The value of a key.
    Key(&'a str),
    /// An item of a list, or the value of a key by its number; from 0. A value that stands where a list may be is its own first item.
    Item(usize),
}

/// Longer values of a top-level key are not read again, and so many places of the same words are tried: no finding may take long.
const LONGEST: usize = 16 << 10;
const MOST: usize = 16;

/// Stands in the place of a value that is looked for.
const MARK: &str = "curbcut-looks-here";

/// The place of a value below the top-level key that the way begins with.
pub fn value_place(source: &Source, key: &str, way: &[Step<'_>], value: &str) -> Span {
    let yaml = super::yaml_of(source);
    let keys = top_level_keys(source, yaml);
    let Some(at) = keys.iter().position(|known| known.name == key) else { return Span::from(0..3) };
    let end = keys.get(at + 1).map_or(yaml.end, |next| next.span.start);
    let start = keys[at].span.start as usize;
    let block = source.slice((start..end as usize).into());
    let below = keys[at].span.end as usize + 1 - start;
    let mut found = block.match_indices(value).map(|(found, _)| found);
    let mut places: Vec<usize> = Vec::new();
    if !value.is_empty() {
        places.extend(
            found.by_ref().filter(|found| *found >= below && is_whole(block, *found, value)).take(MOST),
        );
    }
    let is_read = block.len() <= LONGEST && places.len() > 1;
    let right = places.iter().find(|found| is_read && is_at(block, **found, value, key, way));
    match right.or(places.first()) {
        Some(found) => Span::from(start + found..start + found + value.len()),
        None => keys[at].span,
    }
}

/// Whether words are a whole value, as far as the signs beside them tell.
fn is_whole(block: &str, at: usize, value: &str) -> bool {
    let before = slice(block, ..at).chars().next_back();
    let after = slice(block, at + value.len()..).trim_start_matches([' ', '\t']).chars().next();
    before.is_none_or(|c| c.is_whitespace() || "\"'[{,".contains(c))
        && after.is_none_or(|c| c.is_whitespace() || "\"']},#:".contains(c))
}

/// Whether the way leads to these words: another value in their place is found there.
fn is_at(block: &str, at: usize, value: &str, key: &str, way: &[Step<'_>]) -> bool {
    let other = [slice(block, ..at), MARK, slice(block, at + value.len()..)].concat();
    let Ok(read) = serde_yaml::from_str::<Value>(&other) else { return false };
    let first = Step::Key(key);
    let found = std::iter::once(&first).chain(way).try_fold(&read, |value, step| match (step, value) {
        (Step::Key(key), Value::Mapping(_)) => value.get(*key),
        (Step::Item(at), Value::Sequence(list)) => list.get(*at),
        (Step::Item(at), Value::Mapping(map)) => map.iter().nth(*at).map(|(_, value)| value),
        (Step::Item(0), value) => Some(value),
        _ => None,
    });
    found.and_then(Value::as_str) == Some(MARK)
}

#[cfg(test)]
mod tests {
    use super::Step::{Item, Key};
    use super::*;

    fn place(yaml: &str, key: &str, way: &[Step<'_>], value: &str) -> (u32, u32) {
        let source = Source::new("a.md", format!("---\n{yaml}---\n\n正文。\n"));
        let place = source.position(value_place(&source, key, way, value).start);
        (place.line, place.column)
    }

    #[test]
    fn a_value_is_found_where_it_stands_and_not_where_its_words_stand_before() {
        let yaml = "title: a.webm\nrecordings:\n  # a.webm\n  - title: a.webm\n    file: a.webm\n  - title: 下午 a.webm\n    file: \"a.webm\"\n    \
                    captions: {zh-Hans: a.vtt, en: a.vtt}\nreport: a.webm\n";
        let find = |way: &[Step<'_>], value: &str| place(yaml, "recordings", way, value);
        assert_eq!(find(&[Item(0), Key("file")], "a.webm"), (6, 11));
        assert_eq!(find(&[Item(1), Key("file")], "a.webm"), (8, 12));
        assert_eq!(find(&[Item(1), Key("captions"), Item(1)], "a.vtt"), (9, 36));
        assert_eq!(place(yaml, "report", &[Item(0)], "a.webm"), (10, 9));
        assert_eq!(place("register: {until: 1, at: until}\n", "register", &[Key("at")], "until"), (2, 26));
        // Words that are written in another way have the place of their key.
        assert_eq!(place("online: \"a\\u0062\"\n", "online", &[], "ab"), (2, 1));
        assert_eq!(place("a: 1\n", "online", &[], "ab"), (1, 1));
    }
}
