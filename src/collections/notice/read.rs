//! Reads what an entry offers and asks for.
//!
//! In: `offers` and `requests` of the text that has the facts, and the list of needs of the shape. Out: a [`Notice`] for each. Refused, at
//! the place where it stands: a need that is not in the list, a tag of no language, a period that is none, a contact that is not a role
//! with an address of mail, and more than an entry may have. One that is wrong is told and left out; the others are read.

use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;

use serde::Deserialize;
use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::{Notice, Side, words};
use crate::collections::field::{Choice, Type};
use crate::collections::shape::Shape;
use crate::collections::value::{Value, unknown_choice};
use crate::config::Words;
use crate::content::Role;
use crate::document::Document;
use crate::finding::Finding;
use crate::front_matter::{at_error, key_place, yaml_of};
use crate::lang::Lang;
use crate::limits;
use crate::misfit;

/// So many that are wrong are told of a text.
const MOST_TOLD: usize = 20;

/// Reads what an entry offers and asks for.
pub fn read(texts: &[(Role, &Arc<Document>)], shape: &Shape, findings: &mut Vec<Finding>) -> Vec<Notice> {
    let mut officials = texts.iter().filter(|(role, _)| *role == Role::Official).map(|(_, text)| *text);
    let Some(text) = officials.next() else { return Vec::new() };
    let written = Side::BOTH.into_iter().find(|side| text.front.fields.iter().any(|key| key == side.key()));
    let Some(side) = written else { return Vec::new() };
    if shape.needs.is_empty() {
        let message = format!("“{}” needs the list of what there may be, and the shape has none", side.key());
        let help = format!(
            "Write “needs: {{easy-read: {{zh: 制作易读版, en: Making easy-read versions}}}}” in {}.",
            shape.source.path()
        );
        let place = key_place(&text.source, side.key());
        findings.push(Finding::error("collection/no-needs", &text.source, place, message).help(help));
        return Vec::new();
    }
    let yaml = yaml_of(&text.source);
    let mut wrong = HashSet::new();
    loop {
        let mut reading = Reading { needs: &shape.needs, skipped: &wrong, at: None, read: Vec::new() };
        let read = reading.deserialize(serde_yaml::Deserializer::from_str(text.source.slice(yaml)));
        let (Err(error), Some(at)) = (&read, reading.at) else {
            return if read.is_ok() { reading.read } else { Vec::new() };
        };
        let finding = at_error("collection/wrong-value", &text.source, yaml, error);
        let help = match finding.help.is_empty() || finding.help.starts_with("Write it as") {
            true => format!("{} lists what may be offered and asked for.", shape.source.path()),
            false => finding.help.to_string(),
        };
        findings.push(finding.help(help));
        wrong.insert(at);
        // Each takes one more reading of the file; the others are told when these are mended.
        if wrong.len() == MOST_TOLD {
            return Vec::new();
        }
    }
}

/// Which notice: of which side, and its place in the list.
type At = (Side, usize);

/// Reads the front matter once; where a notice is wrong, `at` says which.
struct Reading<'s> {
    needs: &'s [Choice],
    skipped: &'s HashSet<At>,
    at: Option<At>,
    read: Vec<Notice>,
}

impl<'de> DeserializeSeed<'de> for &mut Reading<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for &mut Reading<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("keys with values")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            match Side::BOTH.into_iter().find(|side| *side.key() == *key) {
                // A whole list that is none counts as its first.
                Some(side) if self.skipped.contains(&(side, usize::MAX)) => {
                    _ = map.next_value::<IgnoredAny>()?;
                }
                Some(side) => {
                    self.at = Some((side, usize::MAX));
                    map.next_value_seed(List { side, reading: self })?;
                    self.at = None;
                }
                None => _ = map.next_value::<IgnoredAny>()?,
            }
        }
        Ok(())
    }
}

/// Reads one of the two lists.
struct List<'r, 's> {
    side: Side,
    reading: &'r mut Reading<'s>,
}

impl<'de> DeserializeSeed<'de> for List<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for List<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sequence")
    }

    // Nothing is an empty list.
    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let Self { side, reading } = self;
        for place in 0.. {
            let at = (side, place);
            // The first that is one too many is told.
            if place > limits::NOTICES || reading.skipped.contains(&at) {
                if list.next_element::<IgnoredAny>()?.is_none() {
                    break;
                }
                continue;
            }
            reading.at = Some(at);
            match list.next_element_seed(One { side, place, needs: reading.needs })? {
                Some(notice) => reading.read.push(notice),
                None => break,
            }
        }
        Ok(())
    }
}

/// Reads a notice.
#[derive(Clone, Copy)]
struct One<'s> {
    side: Side,
    place: usize,
    needs: &'s [Choice],
}

/// The keys of a notice.
#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "kebab-case")]
enum Key {
    Need,
    Languages,
    Region,
    Period,
    Contact,
    Note,
}

impl<'de> DeserializeSeed<'de> for One<'_> {
    type Value = Notice;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Notice, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for One<'_> {
    type Value = Notice;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("its parts: {need: …, languages: [zh, en], contact: {role: …, mail: …}}")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Notice, A::Error> {
        if self.place == limits::NOTICES {
            let (key, most) = (self.side.key(), limits::NOTICES);
            return Err(misfit::own(format!("an entry has {most} “{key}” at most, and this is one more")));
        }
        let (mut need, mut contact) = (None, None);
        let (mut languages, mut region, mut period, mut note) = (Vec::new(), None, None, None);
        while let Some(key) = map.next_key()? {
            match key {
                Key::Need => need = Some(map.next_value_seed(Need(self.needs))?),
                Key::Languages => Languages(languages) = map.next_value()?,
                Key::Region => {
                    region = match map.next_value_seed(OfType(&Type::Region))? {
                        Value::Place(place) => Some(place),
                        _ => None,
                    };
                }
                Key::Period => {
                    period = match map.next_value_seed(OfType(&Type::Period))? {
                        Value::Period(period) => Some(period),
                        _ => None,
                    };
                }
                Key::Contact => contact = Some(map.next_value()?),
                Key::Note => note = Some(map.next_value::<Said>()?.0),
            }
        }
        let need = need.ok_or_else(|| de::Error::missing_field("need"))?;
        let contact = contact.ok_or_else(|| de::Error::missing_field("contact"))?;
        Ok(Notice { side: self.side, need, languages, region, period, contact, note })
    }
}

/// Reads a need from the list.
struct Need<'s>(&'s [Choice]);

impl<'de> DeserializeSeed<'de> for Need<'_> {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        misfit::parsed(deserializer, "one of the needs", |written| {
            let place = self.0.iter().position(|(name, _)| **name == *written.trim());
            place.ok_or_else(|| unknown_choice(written, self.0))
        })
    }
}

/// Reads a value of the type of a field.
struct OfType<'t>(&'t Type);

impl<'de> DeserializeSeed<'de> for OfType<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        misfit::parsed(deserializer, self.0.wanted(), |written| self.0.read(written))
    }
}

/// Words that say something.
#[derive(Deserialize)]
#[serde(transparent)]
struct Said(#[serde(deserialize_with = "words")] Words);

/// A language tag or several.
struct Languages(Vec<Lang>);

impl<'de> Deserialize<'de> for Languages {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LanguagesVisitor)
    }
}

struct LanguagesVisitor;

impl<'de> Visitor<'de> for LanguagesVisitor {
    type Value = Languages;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a language tag or a list of them")
    }

    fn visit_unit<E>(self) -> Result<Languages, E> {
        Ok(Languages(Vec::new()))
    }

    fn visit_str<E: de::Error>(self, written: &str) -> Result<Languages, E> {
        tag(written, &[]).map(|lang| Languages(vec![lang])).map_err(misfit::own)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Languages, A::Error> {
        let mut languages = Vec::new();
        while let Some(lang) = list.next_element_seed(Tag(&languages))? {
            languages.push(lang);
        }
        Ok(Languages(languages))
    }
}

/// Reads a language tag that is none of those before it.
struct Tag<'l>(&'l [Lang]);

impl<'de> DeserializeSeed<'de> for Tag<'_> {
    type Value = Lang;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Lang, D::Error> {
        misfit::parsed(deserializer, "a language tag", |written| tag(written, self.0))
    }
}

fn tag(written: &str, before: &[Lang]) -> Result<Lang, String> {
    let lang: Lang = written.trim().parse().map_err(|wrong| format!("{wrong}, such as zh-Hans, en or vi"))?;
    match before.contains(&lang) {
        true => Err(format!("“{written}” stands here a second time")),
        false => Ok(lang),
    }
}
