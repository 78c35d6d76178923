//! Recordings of an event: film and sound with what belongs to them, as the front matter says it.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::answer::{Code, Tag};
use super::value_place::Step;
use crate::config::Words;
use crate::lang::SignLanguage;

/// A recording.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(
    rename_all = "kebab-case",
    deny_unknown_fields,
    expecting = "its parts: {file: media/morning.webm, language: zh-Hans, captions: {zh-Hans: media/morning.vtt}}"
)]
pub struct Recording {
    /// What part of the event it is; a number where it is not given.
    #[serde(default, skip_serializing)]
    pub title: Option<Words>,
    /// The film or sound, or its address on another host.
    pub file: String,
    /// The language that is spoken in it.
    pub language: Tag,
    /// The captions in each language.
    #[serde(default)]
    pub captions: Each<Tag>,
    /// What is to be seen, in words, in each language.
    #[serde(default)]
    pub descriptions: Each<Tag>,
    /// The chapters, in each language.
    #[serde(default)]
    pub chapters: Each<Tag>,
    /// The film in each sign language.
    #[serde(default)]
    pub signed: Each<SignLanguage>,
    /// The sound alone.
    #[serde(default)]
    pub audio: Option<String>,
    /// The transcript that people wrote, in place of the one that captions make.
    #[serde(default)]
    pub transcript: Option<String>,
}

impl Recording {
    /// The files that belong to it, as links, each with the way to it.
    pub fn files(&self) -> impl Iterator<Item = (Vec<Step<'static>>, &str)> {
        fn of_each<'a, T>(
            key: &'static str,
            each: &'a Each<T>,
        ) -> impl Iterator<Item = (Vec<Step<'static>>, &'a String)> {
            let files = each.iter().enumerate();
            files.map(move |(at, (_, file))| (vec![Step::Key(key), Step::Item(at)], file))
        }
        let own = std::iter::once((vec![Step::Key("file")], &self.file));
        own.chain(of_each("captions", &self.captions))
            .chain(of_each("descriptions", &self.descriptions))
            .chain(of_each("chapters", &self.chapters))
            .chain(of_each("signed", &self.signed))
            .chain(self.audio.iter().map(|file| (vec![Step::Key("audio")], file)))
            .map(|(way, file)| (way, file.as_str()))
    }
}

/// A file for each language, in the order in which they are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Each<T>(Vec<(T, String)>);

impl<T> Default for Each<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Each<T> {
    /// Each language with its file.
    pub fn iter(&self) -> impl Iterator<Item = &(T, String)> {
        self.0.iter()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: Serialize> Serialize for Each<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(language, file)| (language, file)))
    }
}

/// The example that a message gives.
pub trait Example {
    /// Its parts.
    const PARTS: &'static str;
}

impl Example for Tag {
    const PARTS: &'static str = "its parts: {zh-Hans: media/morning.vtt}";
}

impl Example for SignLanguage {
    const PARTS: &'static str = "its parts: {csl: media/morning.csl.webm}";
}

impl<'de, T: Deserialize<'de> + PartialEq + Code + Example> Deserialize<'de> for Each<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(EachVisitor(PhantomData))
    }
}

struct EachVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de> + PartialEq + Code + Example> Visitor<'de> for EachVisitor<T> {
    type Value = Each<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::PARTS)
    }

    fn visit_unit<E>(self) -> Result<Each<T>, E> {
        Ok(Each::default())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Each<T>, A::Error> {
        let mut each = Vec::new();
        while let Some((language, file)) = map.next_entry::<T, String>()? {
            if each.iter().any(|(known, _)| *known == language) {
                return Err(de::Error::custom("duplicate entry"));
            }
            each.push((language, file));
        }
        Ok(Each(each))
    }
}
