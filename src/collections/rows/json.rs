//! Rows of JSON: a list of objects, or an object whose `entries` are that list, as an export is. The keys of a row are those of front matter;
//! `fields` may hold those of the shape.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::{ADDRESS, CONSENT_OF, EASY_READ, Reader, Row};
use crate::kinds::Kind;
use crate::lang::Lang;
use crate::misfit::nearest;
use crate::source::Span;

/// The keys of an object in their order, with their values as they are written.
struct Object<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'de> Deserialize<'de> for Object<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ObjectVisitor)
    }
}

struct ObjectVisitor;

impl<'de> Visitor<'de> for ObjectVisitor {
    type Value = Object<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Object<'de>, A::Error> {
        let mut pairs = Vec::new();
        while let Some((Words(key), value)) = map.next_entry()? {
            pairs.push((key, value));
        }
        Ok(Object(pairs))
    }
}

/// Words that need not be copied.
#[derive(Deserialize, PartialEq, Eq, Hash)]
struct Words<'a>(#[serde(borrow)] Cow<'a, str>);

/// The rows of a file.
pub(super) fn rows(reader: &mut Reader<'_>) -> Vec<Row> {
    let source = reader.source.clone();
    let text = source.text();
    let whole: &RawValue = match serde_json::from_str(text) {
        Ok(whole) => whole,
        Err(error) => {
            let before: usize =
                text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
            let at = text.floor_char_boundary((before + error.column()).saturating_sub(1));
            reader.wrong(
                Span::point(at),
                "this is no JSON from here on",
                "Look for a missing comma, bracket or quotation mark.",
            );
            return Vec::new();
        }
    };
    let list = match serde_json::from_str::<Object<'_>>(whole.get()) {
        Ok(Object(pairs)) => pairs.into_iter().find(|(key, _)| key == "entries").map(|(_, value)| value),
        Err(_) => Some(whole),
    };
    let Some(Ok(list)) = list.map(|list| serde_json::from_str::<Vec<&RawValue>>(list.get())) else {
        let help = "Write [{\"id\": …, \"title\": …}], or the same as “entries” of an object.";
        reader.wrong(Span::point(0), "this file holds no list of entries", help);
        return Vec::new();
    };
    list.into_iter().filter_map(|value| row(reader, text, value)).collect()
}

fn row(reader: &mut Reader<'_>, text: &str, value: &RawValue) -> Option<Row> {
    let span = place(text, value);
    let Ok(Object(pairs)) = serde_json::from_str(value.get()) else {
        reader.wrong(span, "this is no object", "Write {\"id\": …, \"title\": …}.");
        return None;
    };
    let mut row = Row { span, ..Row::default() };
    for (key, value) in &pairs {
        match &**key {
            "id" => match serde_json::from_str::<String>(value.get()) {
                Ok(id) => row.id = Some((id, place(text, value))),
                Err(_) => {
                    reader.wrong(place(text, value), "the “id” is no text", "Write it in quotation marks.")
                }
            },
            "title" | "summary" => add_words(reader, &mut row, text, key, value),
            "fields" => match serde_json::from_str::<Object<'_>>(value.get()) {
                Ok(Object(fields)) => {
                    fields.iter().for_each(|(key, value)| add(reader, &mut row, text, key, value));
                }
                Err(_) => reader.wrong(place(text, value), "“fields” is no object", "Write {\"state\": …}."),
            },
            ADDRESS => add_addresses(&mut row, value),
            EASY_READ => {}
            key if let Some((key, lang)) = of_cover(key) => {
                row.words.push((Some(lang), line(key, value), place(text, value)));
            }
            key => add(reader, &mut row, text, key, value),
        }
    }
    Some(row)
}

/// Words of one language, or of each: `{"zh": …, "en": …}`.
fn add_words(reader: &mut Reader<'_>, row: &mut Row, text: &str, key: &str, value: &RawValue) {
    let Ok(Object(by_language)) = serde_json::from_str(value.get()) else {
        row.words.push((None, line(key, value), place(text, value)));
        return;
    };
    for (tag, value) in by_language {
        match tag.parse::<Lang>() {
            Ok(lang) => row.words.push((Some(lang), line(key, value), place(text, value))),
            Err(_) => reader.wrong(
                place(text, value),
                "its key is no language tag",
                "Name each language by its tag: {\"en\": …}.",
            ),
        }
    }
}

/// A key of the cover in another language, such as `subtitle.en`.
fn of_cover(key: &str) -> Option<(&str, Lang)> {
    let (base, tag) = key.split_once('.').filter(|(base, _)| Kind::keys_of_cover().contains(base))?;
    Some((base, tag.parse().ok()?))
}

fn add_addresses(row: &mut Row, value: &RawValue) {
    if let Ok(address) = serde_json::from_str::<String>(value.get()) {
        row.address.push((None, address));
    } else if let Ok(Object(by_language)) = serde_json::from_str(value.get()) {
        let read = |(tag, value): (Cow<'_, str>, &RawValue)| {
            Some((Some(tag.parse().ok()?), serde_json::from_str(value.get()).ok()?))
        };
        row.address.extend(by_language.into_iter().filter_map(read));
    }
}

fn add(reader: &mut Reader<'_>, row: &mut Row, text: &str, key: &str, value: &RawValue) {
    let span = place(text, value);
    let known = reader.keys();
    if reader.of_other && !["consent", CONSENT_OF].contains(&key) {
        // The fields of another collection are its own.
    } else if !known.contains(&key) {
        let help = nearest(key, &known);
        reader.wrong(span, "the value here belongs to no key of an entry", &help);
    } else if !matches!(value.get(), "null" | "[]" | "\"\"") {
        row.facts.push((line(key, value), span));
    }
}

/// JSON on one line is YAML: a line end stands between values alone.
fn line(key: &str, value: &RawValue) -> String {
    format!("{key}: {}", value.get().replace(['\n', '\r'], " "))
}

/// Where a value stands in the text that it is read from.
fn place(text: &str, value: &RawValue) -> Span {
    let start = value.get().as_ptr().addr().saturating_sub(text.as_ptr().addr());
    Span::from(start..start + value.get().len())
}
