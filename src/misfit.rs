//! A value of a data file that does not fit its key, in our words.
//!
//! In: what serde says of it. Out: what stands there, what is wanted and an example. Refused: wording of a library, which speaks of
//! types that no writer knows.

mod values;

use std::fmt::Display;

use serde::de;

use crate::source::slice;

pub use values::{date, day, lines, no_such_day, one_of, one_or_more, optional_date, parsed};

/// Begins a message of our own among those of a library.
const OWN: char = '\u{1}';

/// A message that a type of ours gives for a value.
pub fn own<E: de::Error>(message: impl Display) -> E {
    E::custom(format_args!("{OWN}{message}"))
}

/// How a file writes values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// `key: value`
    Yaml,
    /// `key = "value"`
    Toml,
}

/// What is wrong with a value.
#[derive(Debug, PartialEq, Eq)]
pub struct Misfit {
    /// What is wrong, without a full stop.
    pub message: String,
    /// What to write instead.
    pub help: String,
}

/// What serde says, and of which value it says so, as far as it tells.
#[derive(Debug, PartialEq, Eq)]
struct Said<'m> {
    path: &'m str,
    what: What<'m>,
}

#[derive(Debug, PartialEq, Eq)]
enum What<'m> {
    Own(&'m str),
    Kind { found: &'m str, wanted: &'m str },
    Unknown { name: &'m str, known: &'m str },
    NoVariant { name: &'m str, known: &'m str },
    Missing(&'m str),
    Twice(&'m str),
}

/// How serde begins what it says.
const TYPE: [&str; 3] = ["invalid type: ", "invalid value: ", "invalid length "];
const UNKNOWN: &str = "unknown field `";
const VARIANT: &str = "unknown variant `";
const MISSING: &str = "missing field `";
const TWICE: &str = "duplicate field `";

/// What serde says of a value, in our words; `path` leads to the value where the message does not tell. `None` where it says
/// something that is not about a value.
pub fn told(said: &str, path: Option<&str>, syntax: Syntax) -> Option<Misfit> {
    let read = read(said)?;
    let path = path.unwrap_or(read.path);
    Some(read.what.told(path, syntax))
}

/// The key that stands a second time, where that is what serde says.
pub fn twice(said: &str) -> Option<&str> {
    match read(said)?.what {
        What::Twice(name) => Some(name),
        _ => None,
    }
}

/// A key that is none; `path` leads to what has these keys.
pub fn unknown_key(name: &str, path: &str, known: &[&str]) -> Misfit {
    let around = if path.is_empty() { "this file".to_owned() } else { place(path) };
    Misfit { message: format!("“{name}” is not a key of {around}"), help: nearest(name, known) }
}

fn read(said: &str) -> Option<Said<'_>> {
    if let Some((path, message)) = said.split_once(OWN) {
        return Some(Said { path: path.trim_end_matches(": "), what: What::Own(message) });
    }
    let begins = TYPE.into_iter().chain([UNKNOWN, VARIANT, MISSING, TWICE]);
    let (at, begin) = begins
        .filter_map(|begin| {
            let at = said.match_indices(begin).map(|(at, _)| at);
            let at = at.into_iter().find(|at| *at == 0 || slice(said, ..*at).ends_with(": "))?;
            Some((at, begin))
        })
        .min_by_key(|(at, _)| *at)?;
    let path = slice(said, ..at).trim_end_matches(": ");
    let rest = slice(said, at + begin.len()..);
    let quoted = || rest.split_once('`').map_or((rest, ""), |(name, rest)| (name, rest));
    let what = match begin {
        UNKNOWN => What::Unknown { name: quoted().0, known: quoted().1 },
        VARIANT => What::NoVariant { name: quoted().0, known: quoted().1 },
        MISSING => What::Missing(quoted().0),
        TWICE => What::Twice(quoted().0),
        _ => {
            let (found, wanted) = rest.rsplit_once(", expected ").unwrap_or((rest, ""));
            What::Kind { found, wanted }
        }
    };
    Some(Said { path, what })
}

impl What<'_> {
    fn told(self, path: &str, syntax: Syntax) -> Misfit {
        let key = last(path);
        match self {
            What::Own(message) => own_parts(message),
            // A number past what 64 bits hold fits nothing that is read before its key is known.
            What::Kind { found, wanted: "any YAML value" } if found.starts_with("integer ") => Misfit {
                message: format!("{} has too many digits: here stands {}", called(path), shown(found)),
                help: "Write a smaller number, or the digits between quotation marks.".to_owned(),
            },
            What::Kind { found, wanted: "a sequence" } if path.is_empty() && syntax == Syntax::Yaml => {
                Misfit {
                    message: format!("{} must be a list, but here stands {}", called(path), shown(found)),
                    help: "Begin each entry of the list on a line of its own, with “- ”.".to_owned(),
                }
            }
            What::Kind { found, wanted } if wanted.starts_with(WORDS) => {
                let message = format!("{} must be {wanted}, but here stands {}", called(path), shown(found));
                Misfit { message, help: one_of_words(found, wanted) }
            }
            What::Kind { found, wanted } => {
                let (wanted, value) = described(wanted, syntax);
                let message = format!("{} must be {wanted}, but here stands {}", called(path), shown(found));
                Misfit { message, help: format!("Write {}.", example(key, &value, syntax)) }
            }
            What::Unknown { name, known } => {
                // The place may be that of the key itself.
                let around = path.strip_suffix(name).map_or(path, |around| around.trim_end_matches('.'));
                unknown_key(name, around, &names(known))
            }
            What::NoVariant { name, known } => {
                let message = format!("{} cannot be “{name}”", called(path));
                let names: Vec<String> = names(known).iter().map(|name| format!("“{name}”")).collect();
                Misfit { message, help: format!("Write one of {}.", names.join(", ")) }
            }
            What::Missing(name) => {
                let place = if path.is_empty() { String::new() } else { format!(" in {}", place(path)) };
                let line = match (syntax, name) {
                    (Syntax::Toml, "book") => {
                        "a line “[book]”, and below it “title” and “language”".to_owned()
                    }
                    _ => example(name, "…", syntax),
                };
                Misfit { message: format!("“{name}” is missing{place}"), help: format!("Add {line}.") }
            }
            What::Twice(name) => Misfit {
                message: format!("“{name}” stands here a second time"),
                help: "Keep one of the two.".to_owned(),
            },
        }
    }
}

/// How the words begin that say which words may stand at a key.
const WORDS: &str = "the word ";

/// What is wrong and what to write, of a message of our own that says both.
fn own_parts(message: &str) -> Misfit {
    let (message, help) = match (message.split_once("; did you mean "), message.rsplit_once(": write ")) {
        (Some((wrong, meant)), _) => (wrong, format!("Did you mean {meant}")),
        (None, Some((wrong, right))) => (wrong, format!("Write {right}.")),
        (None, None) => (message, "Write it as the message says.".to_owned()),
    };
    Misfit { message: message.to_owned(), help }
}

/// Which of a few words is meant, or that one of them is to be written.
fn one_of_words(found: &str, wanted: &str) -> String {
    let names = || wanted.split('“').skip(1).filter_map(|word| Some(word.split_once('”')?.0));
    match found.split('"').nth(1).and_then(|written| meant(written, names())) {
        Some(meant) => format!("Did you mean “{meant}”?"),
        None => {
            format!("Write {}.", names().map(|name| format!("“{name}”")).collect::<Vec<_>>().join(" or "))
        }
    }
}

/// The last key of a path: `states` of `vote.against.states[1]`.
fn last(path: &str) -> &str {
    let path = path.trim_end_matches(".?");
    let without_index = path.rfind('[').filter(|_| path.ends_with(']')).map_or(path, |at| slice(path, ..at));
    without_index.rsplit_once('.').map_or(without_index, |(_, key)| key)
}

/// What a message calls a value.
fn called(path: &str) -> String {
    match (last(path), path.ends_with(']')) {
        ("", true) => "an entry of the list".to_owned(),
        ("", false) => "the whole of it".to_owned(),
        (key, true) => format!("each of “{key}”"),
        (key, false) => format!("“{key}”"),
    }
}

/// What a message calls a value that holds keys.
fn place(path: &str) -> String {
    match last(path) {
        key if path.ends_with(']') && !key.is_empty() => format!("an entry of “{key}”"),
        _ => called(path),
    }
}

/// What serde says is there.
fn shown(found: &str) -> String {
    let value = || {
        // Of a large number serde says its type, after its closing sign.
        let value = found.split_once(['`', '"']).map_or("", |(_, rest)| rest);
        value.trim_end_matches(" as i128").trim_end_matches(" as u128").trim_end_matches(['`', '"'])
    };
    let kind = found.split(['`', '"']).next().unwrap_or_default().trim();
    match kind {
        "integer" | "floating point" => format!("the number {}", value()),
        "boolean" | "character" | "string" if value().is_empty() => "nothing".to_owned(),
        "boolean" | "character" | "string" => format!("“{}”", value().replace("\\\"", "\"")),
        "unit value" => "nothing".to_owned(),
        "sequence" => "a list".to_owned(),
        "date" => "a date".to_owned(),
        "map" => "a value with keys of its own".to_owned(),
        "enum" | "unit variant" | "newtype variant" | "tuple variant" | "struct variant"
        | "newtype struct" => "a value with a tag (“!…”)".to_owned(),
        _ => match found.parse::<usize>() {
            Ok(length) => format!("a list of {length}"),
            Err(_) => "something else".to_owned(),
        },
    }
}

/// What serde wants, and a value that is so.
fn described(wanted: &str, syntax: Syntax) -> (String, String) {
    let toml = syntax == Syntax::Toml;
    let (words, value) = match wanted {
        "a string" | "string" | "a borrowed string" | "a string key" => ("words", "…"),
        "a boolean" => ("“true” or “false”", "true"),
        "u8" | "u16" | "u32" | "u64" | "usize" => ("a whole number, 0 or more", "3"),
        "i8" | "i16" | "i32" | "i64" | "isize" => ("a whole number", "3"),
        "f32" | "f64" => ("a number", "3"),
        "a sequence" if toml => ("a list", "[\"…\", \"…\"]"),
        "a sequence" => ("a list", "[…, …]"),
        "a character" => ("one character", "，"),
        "words or a list of words" => ("words or a list of words", "…"),
        "a date" => ("a date", "2026-11-21"),
        "a digest" => ("a digest, which “curbcut” writes", "blake3:0123456789abcdef0123456789abcdef"),
        "a map" if toml => ("keys with values", "{ … = \"…\" }"),
        "a map" => ("keys with values", "{…: …}"),
        wanted if wanted.starts_with("a tuple of size 2") => ("a list of two", "[…, …]"),
        wanted => {
            return match wanted.split_once("its parts: ") {
                Some((_, parts)) => ("its parts".to_owned(), parts.to_owned()),
                // What our own types want is said by them in words; names of types are the library's.
                None if wanted.starts_with("struct ") || wanted.contains("map") => described("a map", syntax),
                None if wanted.starts_with(['a', 't'])
                    || wanted == "words"
                    || wanted.starts_with("one of ") =>
                {
                    // The first of the examples that the words give.
                    let examples = wanted.split_once(", such as ").map(|(_, examples)| examples);
                    let first =
                        examples.and_then(|examples| examples.split(", ").next()?.split(" or ").next());
                    (wanted.to_owned(), first.unwrap_or("…").to_owned())
                }
                None => ("another value".to_owned(), "…".to_owned()),
            };
        }
    };
    (words.to_owned(), value.to_owned())
}

/// A key with a value, as the file writes it.
fn example(key: &str, value: &str, syntax: Syntax) -> String {
    match syntax {
        _ if key.is_empty() => format!("“{value}”"),
        Syntax::Yaml => format!("“{key}: {value}”"),
        Syntax::Toml => match value.starts_with(['{', '[']) || matches!(value, "true" | "3") {
            true => format!("“{key} = {value}”"),
            false => format!("“{key} = \"{value}\"”"),
        },
    }
}

/// The names that serde lists between backquotes.
fn names(known: &str) -> Vec<&str> {
    known.split('`').skip(1).step_by(2).collect()
}

/// The known name that another is most like, if it is alike at all.
pub fn meant<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let name = name.to_lowercase();
    let near = |candidate: &&str| strsim::jaro_winkler(&name, &candidate.to_lowercase());
    known.into_iter().max_by(|a, b| near(a).total_cmp(&near(b))).filter(|best| near(best) > 0.8)
}

/// “Did you mean …”, or the list of keys.
pub fn nearest(name: &str, known: &[&str]) -> String {
    nearest_of(name, known, "Its keys are")
}

/// “Did you mean …”, or the list of what there is after these words.
pub fn nearest_of(name: &str, known: &[&str], list: &str) -> String {
    match meant(name, known.iter().copied()) {
        Some(best) => format!("Did you mean “{best}”?"),
        None if known.is_empty() => "Take it out.".to_owned(),
        None => format!("{list}: {}.", known.join(", ")),
    }
}

#[cfg(test)]
mod tests;
