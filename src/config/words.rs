//! Words of a publisher in the settings: those of the main language, or some for each language of the site.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::lang::Lang;

/// Words as they are written in each language.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum Words {
    /// In the main language of the site.
    Main(String),
    /// By language tag.
    Each(BTreeMap<String, String>),
}

impl Words {
    /// The words in a language; `None` where they are not given or say nothing.
    pub fn of(&self, lang: &Lang, main: &Lang) -> Option<&str> {
        let words = match self {
            Words::Main(words) => Some(words).filter(|_| lang == main),
            Words::Each(words) => words.get(lang.as_str()),
        };
        words.map(|words| words.trim()).filter(|words| !words.is_empty())
    }

    /// The words in a language or in the nearest one that has any, and their language where it is another: in a shorter tag, else with
    /// the same script, else those of the main language, else of any. Empty where there are none at all.
    pub fn nearest(&self, lang: &Lang, main: &Lang) -> (&str, Option<Lang>) {
        let Words::Each(words) = self else {
            return (
                self.of(main, main).unwrap_or_default(),
                Some(main).filter(|main| *main != lang).cloned(),
            );
        };
        let in_tags = |lang: &Lang| lang.fallbacks().find_map(|tag| words.get(tag)).map(|words| words.trim());
        let same = |(tag, _): &(&String, &String)| {
            tag.parse::<Lang>().is_ok_and(|own| own.with_script() == lang.with_script())
        };
        let own = || words.iter().find(same).map(|(_, words)| words.trim());
        if let Some(words) = in_tags(lang).or_else(own) {
            return (words, None);
        }
        match (in_tags(main), words.iter().next()) {
            (Some(words), _) => (words, Some(main.clone())),
            (None, Some((tag, words))) => (words.trim(), tag.parse().ok()),
            (None, None) => ("", None),
        }
    }

    /// What is wrong with them by themselves: a tag that is none, or words that say nothing.
    ///
    /// # Errors
    /// The fault, in words.
    pub fn judged(&self) -> Result<(), String> {
        let said: Vec<&String> = match self {
            Words::Main(words) => vec![words],
            Words::Each(words) => words.values().collect(),
        };
        self.tags().try_for_each(|tag| tag.parse::<Lang>().map(drop))?;
        match said.is_empty() || said.iter().any(|words| words.trim().is_empty()) {
            true => Err("words are missing here".to_owned()),
            false => Ok(()),
        }
    }

    /// The tags for which words are given; none where they are those of the main language.
    pub fn tags(&self) -> impl Iterator<Item = &str> {
        let each = match self {
            Words::Main(_) => None,
            Words::Each(words) => Some(words.keys().map(String::as_str)),
        };
        each.into_iter().flatten()
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WordsVisitor)
    }
}

struct WordsVisitor;

impl<'de> Visitor<'de> for WordsVisitor {
    type Value = Words;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the words, or those of each language in a table")
    }

    fn visit_str<E: de::Error>(self, words: &str) -> Result<Words, E> {
        Ok(Words::Main(words.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Words, A::Error> {
        BTreeMap::deserialize(MapAccessDeserializer::new(map)).map(Words::Each)
    }
}
