//! The words that begin the paragraphs of resolutions.
//!
//! In: a line and the data of its language. Out: how it begins: with such a word, with an adverb before one, or with neither.

use crate::check::leads::{Opening, openings};
use crate::languages::LanguageData;

/// How a line begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lead {
    /// With none of the words.
    None,
    /// With one.
    Verb,
    /// With one after an adverb, as in 又回顾. A verb alone also stands inside sentences.
    Prefixed,
}

impl Lead {
    /// How a line begins; stars of bold stand around the verb, or around the adverb and the verb.
    pub fn of(line: &str, language: &LanguageData) -> Self {
        let words = line.replace('*', "");
        let is_led = |opening: &Opening<'_>| {
            language.lead_phrases.iter().any(|phrase| opening.begins_with_word(phrase))
        };
        match openings(&words, language).position(|opening| is_led(&opening)) {
            None => Self::None,
            Some(0) => Self::Verb,
            Some(_) => Self::Prefixed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages::Languages;

    #[test]
    fn verbs_are_known_alone_and_behind_adverbs() {
        let of = |line, tag: &str| Lead::of(line, Languages::built_in().of(&tag.parse().unwrap()).data());
        for (line, want) in [
            ("回顾第50/1号决议，", Lead::Verb),
            ("又**认识到**地方政府", Lead::Prefixed),
            ("**又再次重申**承诺，", Lead::Prefixed),
            ("各国政府，", Lead::None),
            ("又", Lead::None),
        ] {
            assert_eq!(of(line, "zh-Hans"), want, "{line}");
        }
        for (line, want) in [
            ("Recalling also its resolution 50/1,", Lead::Verb),
            ("and recalling the report", Lead::None),
            ("Also requests States", Lead::Prefixed),
        ] {
            assert_eq!(of(line, "en"), want, "{line}");
        }
    }
}
