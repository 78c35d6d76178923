//! Words for people in each language: `{zh: 国家, en: State}`, or words alone where a site has one language.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};

use crate::lang::Lang;
use crate::misfit;

/// Words in each language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words(Vec<(Option<Lang>, String)>);

impl Words {
    /// The words in a language, and their language where it is another. Those of the first language stand for what is missing.
    pub fn of(&self, lang: &Lang) -> (&str, Option<&Lang>) {
        let in_language = |tag: &str| {
            self.0.iter().find(|(lang, _)| lang.as_ref().is_some_and(|lang| lang.as_str() == tag))
        };
        if let Some((_, words)) = lang.fallbacks().find_map(in_language) {
            return (words, None);
        }
        let same = |(own, _): &&(Option<Lang>, String)| {
            own.as_ref().is_some_and(|own| own.with_script() == lang.with_script())
        };
        match self.0.iter().find(same) {
            Some((_, words)) => (words, None),
            None => self.0.first().map_or(("", None), |(lang, words)| (words, lang.as_ref())),
        }
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(InLanguages)
    }
}

struct InLanguages;

impl<'de> Visitor<'de> for InLanguages {
    type Value = Words;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("its parts: {zh: …, en: …}")
    }

    fn visit_str<E: de::Error>(self, words: &str) -> Result<Words, E> {
        match words.trim() {
            "" => Err(misfit::own("words are missing here")),
            words => Ok(Words(vec![(None, words.to_owned())])),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Words, A::Error> {
        let mut all = Vec::new();
        while let Some(tag) = map.next_key::<String>()? {
            let lang: Lang = tag.parse().map_err(misfit::own)?;
            let words = map.next_value::<String>()?;
            if words.trim().is_empty() {
                return Err(misfit::own(format!("the words in “{lang}” are missing")));
            }
            all.push((Some(lang), words.trim().to_owned()));
        }
        match all.is_empty() {
            true => Err(misfit::own("words are missing here")),
            false => Ok(Words(all)),
        }
    }
}
