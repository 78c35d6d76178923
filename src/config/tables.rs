//! The tables of `book.toml` that belong to formats.
//!
//! In: what stands in the file beside the keys that every site has. Out: for the format that asks, its table as its own type. The
//! list of formats stands above this module, so only the list can say that a table belongs to nobody.

use std::sync::Arc;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeString, DeTable, ValueDeserializer};
use toml::value::Datetime;

use super::{HELP, places, wrong};
use crate::finding::Finding;
use crate::misfit::{self, Misfit, Syntax};
use crate::source::{Source, Span};

/// The tables, by their names.
#[derive(Debug, Clone, Default)]
pub struct Tables {
    source: Option<Arc<Source>>,
    names: Vec<(String, Span)>,
}

impl Tables {
    /// Takes everything out of a file but `keys`.
    pub fn take_from(file: &mut DeTable<'_>, keys: &[&str], source: &Arc<Source>) -> Self {
        let is_other = |key: &&Spanned<DeString<'_>>| !keys.contains(&&**key.get_ref());
        let others: Vec<_> = file.keys().filter(is_other).cloned().collect();
        let names = others.into_iter().map(|key| {
            file.remove(&key);
            (key.get_ref().to_string(), key.span().into())
        });
        let names = names.collect();
        Self { source: Some(source.clone()), names }
    }

    /// What is called so, with the place of its name.
    pub fn names(&self) -> impl Iterator<Item = (&str, Span)> {
        self.names.iter().map(|(name, span)| (name.as_str(), *span))
    }

    /// A table as its own type; the default where the file has none. The file is parsed again: this is asked a few times a build,
    /// and what the parser gives out borrows from the text.
    ///
    /// # Errors
    /// A finding at the key or the value that is wrong.
    pub fn read<T: DeserializeOwned + Default>(&self, name: &str) -> Result<T, Finding> {
        let Some(source) = self.source.as_ref().filter(|_| self.names().any(|(other, _)| other == name))
        else {
            return Ok(T::default());
        };
        let error = |error: toml::de::Error| wrong_at(source, &error);
        let mut file = DeTable::parse(source.text()).map_err(error)?;
        match file.get_mut().remove(name) {
            Some(table) => T::deserialize(ValueDeserializer::from(table)).map_err(error),
            None => Ok(T::default()),
        }
    }
}

/// What the parser says is wrong, in our words and at its place.
pub fn wrong_at(source: &Arc<Source>, error: &toml::de::Error) -> Finding {
    let span = error.span().map_or(Span::point(0), Span::from);
    let path = places::path(source, span);
    // The parser gives out a date as a table.
    let is_date = source.slice(span).parse::<Datetime>().is_ok();
    let said = match is_date {
        true => error.message().replacen("type: map", "type: date", 1),
        false => error.message().to_owned(),
    };
    let told = misfit::told(&said, Some(&path), Syntax::Toml);
    let Misfit { message, mut help } = told.unwrap_or_else(|| of_syntax(&said));
    // Of a file that cannot be read, only the place is known.
    let path = if path.is_empty() { source.slice(span) } else { &path };
    if let Some(table) = ENTRIES.iter().find(|table| is_of_entries(table, path)) {
        help =
            format!("Begin each entry with the line “[[{table}]]”, and write “to = \"…\"” on the next line.");
    }
    wrong(source, span, message).help(format!("{help} {HELP}"))
}

/// What is a list of entries, each below a line of its own.
const ENTRIES: [&str; 2] = ["menu", "footer"];

/// Whether a path leads to such a list, to an entry of it, or into what stands in place of the list; a key of an entry is
/// wrong by itself.
fn is_of_entries(table: &str, path: &str) -> bool {
    match path.strip_prefix(table) {
        Some(rest) => {
            rest.is_empty() || rest.starts_with('.') || rest.starts_with('[') && rest.ends_with(']')
        }
        None => false,
    }
}

/// What is wrong in the signs of TOML.
fn of_syntax(said: &str) -> Misfit {
    let has = |words: &[&str]| words.iter().any(|words| said.contains(words));
    let (message, help) = match () {
        () if has(&["duplicate key"]) => ("this stands here a second time", "Keep one of the two."),
        () if has(&["string values must be quoted", "invalid value"]) => {
            ("a value in words must stand between quotation marks", "Write “key = \"words\"”.")
        }
        () if has(&["key with no value", "missing value", "missing assignment"]) => {
            ("a key has no value here", "Write “key = \"words\"”.")
        }
        () if has(&["unclosed", "basic string", "literal string", "missing comma", "missing opening"]) => (
            "a bracket or a quotation mark is not closed, or a comma is missing",
            "Close it where the value ends; values in a list have commas between them.",
        ),
        () if has(&["unexpected key or value", "unexpected content", "extra"]) => (
            "something stands here after the end of a value",
            "Write each key with its value on a line of its own.",
        ),
        () if has(&["recurs"]) => ("values stand too deep in each other", "Write them with fewer levels."),
        () if has(&["escape", "unicode"]) => (
            "a backslash between double quotation marks stands before what means nothing",
            "Write “\\\\” for a backslash, or put the value between single quotation marks.",
        ),
        () if has(&["table", "dotted"]) => (
            "this table cannot stand here: it is written in another way above",
            "Write each table once, under “[its name]”.",
        ),
        () => (
            "the file cannot be read as TOML from here on",
            "Write “[table]” lines, and below them “key = \"words\"”.",
        ),
    };
    Misfit { message: message.to_owned(), help: help.to_owned() }
}
