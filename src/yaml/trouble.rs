//! What the library finds wrong in YAML, in our words.
//!
//! In: its error and the text. Out: message, help and place. Its own words speak of tokens and of the state of a parser; none of them
//! is passed on.

use crate::misfit::{self, Misfit, Syntax};
use crate::source::slice;

/// What is wrong, and the byte where.
#[derive(Debug)]
pub struct Trouble {
    /// What is wrong, without a full stop.
    pub message: String,
    /// What to do.
    pub help: String,
    /// The byte of the text.
    pub at: usize,
}

/// What is wrong in `text`.
pub fn trouble(text: &str, error: &serde_yaml::Error) -> Trouble {
    let whole = error.to_string();
    let mut said = whole.clone();
    if let Some(place) = error.location() {
        let end = said.find(&format!(" at line {} column {}", place.line(), place.column()));
        said.truncate(end.unwrap_or(said.len()));
    }
    let at = error.location().map_or_else(|| place_without(text, &said), |place| place.index());
    let at = text.floor_char_boundary(at.min(text.len()));
    // The library gives the place of the first key of all those.
    let at = misfit::twice(&said).and_then(|key| second(text, at, key)).unwrap_or(at);
    let Misfit { message, help } =
        misfit::told(&said, None, Syntax::Yaml).unwrap_or_else(|| of_syntax(text, at, &whole));
    Trouble { message, help, at }
}

/// Where something is wrong that the library gives no place.
fn place_without(text: &str, said: &str) -> usize {
    if said.contains("more than one document") {
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            if start > 0 && matches!(line.trim_end(), "---" | "...") {
                return start;
            }
            start += line.len();
        }
    }
    let sign = if said.contains("merg") {
        "<<"
    } else if said.contains("tag") {
        "!"
    } else {
        "*"
    };
    text.find(sign).unwrap_or_default()
}

/// Where a key stands a second time among those that begin at a byte of the text.
fn second(text: &str, at: usize, key: &str) -> Option<usize> {
    let column = |at: usize| at - slice(text, ..at).rfind('\n').map_or(0, |end| end + 1);
    let is_line = !slice(text, at..).starts_with('{');
    let is_key = |found: &usize| {
        let before = slice(text, ..*found).chars().next_back();
        let begins = before.is_none_or(|c| c.is_whitespace() || "{,\"'".contains(c));
        let after = slice(text, found + key.len()..).trim_start_matches([' ', '"', '\'']);
        begins && after.starts_with(':') && (!is_line || column(*found) == column(at))
    };
    slice(text, at..).match_indices(key).map(|(found, _)| at + found).filter(is_key).nth(1)
}

/// What is wrong in the signs of YAML at a byte of the text.
fn of_syntax(text: &str, at: usize, said: &str) -> Misfit {
    let (before, here) = (slice(text, ..at), slice(text, at..));
    let has = |words: &[&str]| words.iter().any(|words| said.contains(words));
    let first = here.chars().next();
    let (message, help) = match first {
        Some('\t') => {
            ("a tab stands where YAML wants spaces".to_owned(), "Put spaces in the place of the tab.")
        }
        _ if has(&["a tab character"]) => {
            ("a tab stands where YAML wants spaces".to_owned(), "Put spaces in the place of tabs.")
        }
        Some(sign) if has(&["cannot start any token"]) => {
            (format!("a value cannot begin with “{sign}”"), "Put the whole value between quotation marks.")
        }
        _ if has(&["mapping values are not allowed"]) => {
            let line = before.rsplit('\n').next().unwrap_or_default();
            match line.contains(": ") {
                true => (
                    "a second “: ” stands in this line".to_owned(),
                    "Put a value with “: ” in it between quotation marks.",
                ),
                false => (
                    "this line is not indented as those around it".to_owned(),
                    "Begin keys that belong together in the same column, with spaces before them.",
                ),
            }
        }
        _ if has(&[
            "unknown anchor",
            "undefined alias",
            "while scanning an alias",
            "while scanning an anchor",
        ]) =>
        {
            (
                "“*” and “&” begin names of YAML, and there is no such name".to_owned(),
                "Put a value that begins with one of them between quotation marks.",
            )
        }
        _ if has(&["repetition limit"]) => (
            "names of YAML (“*…”) repeat more than a file of words needs".to_owned(),
            "Write the values out, without “&” and “*”.",
        ),
        _ if has(&["merg"]) => (
            "“<<” merges keys into others, and here are none".to_owned(),
            "Write the keys out, without “<<”.",
        ),
        _ if has(&["tag"]) => (
            "“!” begins a tag of YAML, and this is none".to_owned(),
            "Put a value that begins with “!” between quotation marks.",
        ),
        _ if has(&["recursion limit"]) => (
            "values stand too deep in each other".to_owned(),
            "Write them with fewer levels, and without names (“&”, “*”) that hold themselves.",
        ),
        _ if has(&["more than one document", "document indicator", "<document start>"]) => (
            "“---” or “...” on a line of its own divides the file in two".to_owned(),
            "Take the line out; a file holds one list or one set of keys.",
        ),
        _ if has(&["directive", "%"]) => (
            "a line that begins with “%” is an order to YAML, and this is none".to_owned(),
            "Put the value between quotation marks.",
        ),
        _ if has(&["escape", "hexadecimal", "surrogate"]) => (
            "a backslash between double quotation marks stands before what means nothing".to_owned(),
            "Write “\\\\” for a backslash, or put the value between single quotation marks.",
        ),
        _ if has(&["duplicate entry"]) => {
            ("a key stands here a second time".to_owned(), "Keep one of the two lines.")
        }
        _ if has(&["',' or", "end of stream", "EOF", "quoted scalar"]) => (
            "a bracket or a quotation mark is not closed, or something follows where it is".to_owned(),
            "Close it, or put the whole value between quotation marks.",
        ),
        _ if has(&["control characters", "UTF-"]) => {
            ("a character stands here that no text has".to_owned(), "Take it out.")
        }
        _ if has(&["block sequence entries", "'-' indicator"]) => (
            "an entry of a list (“- ”) stands where none can be".to_owned(),
            "Begin each entry of a list on a line of its own, below its key and indented alike.",
        ),
        _ => (
            "the file cannot be read as YAML from here on".to_owned(),
            "Write each value as “key: value”, keys that belong together indented alike; put a value with “: ”, “#”, quotes or \
             brackets in it between quotation marks.",
        ),
    };
    Misfit { message, help: help.to_owned() }
}
