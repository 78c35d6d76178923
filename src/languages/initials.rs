//! Under which letter a word stands in a list, and in which order.
//!
//! In: a word and how its language finds first letters. Out: the letter, and a key by which words are sorted. Marks on letters count for
//! nothing: É stands under E. A character with several readings stands under its most common one.

use icu_normalizer::DecomposingNormalizerBorrowed as DecomposingNormalizer;
use icu_properties::props::{CanonicalCombiningClass, EnumeratedProperty as _};
use pinyin::ToPinyin;
use serde::Deserialize;

use super::LanguageData;

/// How a language finds the first letter of a word that is not written with letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Initials {
    /// By how Han characters are spelled in pinyin.
    Pinyin,
}

impl LanguageData {
    /// The letter that a word stands under; `None` where it begins with no letter.
    pub fn initial(&self, word: &str) -> Option<String> {
        let first = word.chars().find(|c| c.is_alphanumeric())?;
        let spelled = self.spelled(first);
        let letter = spelled.chars().find(|c| c.is_alphabetic())?;
        Some(letter.to_uppercase().collect())
    }

    /// What orders words: how they are spelled, without signs and marks.
    pub fn spelling(&self, word: &str) -> String {
        let mut spelling = String::with_capacity(word.len());
        for c in word.chars().filter(|c| c.is_alphanumeric()) {
            spelling.push_str(&self.spelled(c));
            // A whole syllable comes before a longer one.
            if self.initials.is_some() && !c.is_ascii() {
                spelling.push(' ');
            }
        }
        spelling
    }

    fn spelled(&self, c: char) -> String {
        let pinyin = self.initials.and_then(|Initials::Pinyin| c.to_pinyin());
        if let Some(pinyin) = pinyin {
            return pinyin.plain().to_owned();
        }
        let decompose = DecomposingNormalizer::new_nfd();
        let is_mark =
            |c: &char| CanonicalCombiningClass::for_char(*c) != CanonicalCombiningClass::NotReordered;
        decompose
            .normalize_iter(std::iter::once(c))
            .filter(|c| !is_mark(c))
            .flat_map(char::to_lowercase)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::languages::Languages;

    #[test]
    fn words_stand_under_their_letter() {
        let of = |tag: &str| Languages::built_in().of(&tag.parse().unwrap()).data();
        for (tag, word, letter) in [
            ("zh-Hans", "人权", Some("R")),
            ("zh-Hans", "《儿童权利公约》", Some("E")),
            ("zh-Hans", "AI 报告", Some("A")),
            ("zh-Hans", "2030 年议程", None),
            ("en", "élan", Some("E")),
            ("ar", "الحقوق", Some("ا")),
            ("ru", "Ёлка", Some("Е")),
            ("en", "人权", Some("人")),
            ("en", "—", None),
        ] {
            assert_eq!(of(tag).initial(word).as_deref(), letter, "{word}");
        }
        let chinese = of("zh-Hans");
        let mut words = ["无障碍", "人权", "AI", "办事处", "人民", "阿拉伯"];
        words.sort_by_key(|word| chinese.spelling(word));
        assert_eq!(words, ["阿拉伯", "AI", "办事处", "人民", "人权", "无障碍"]);
    }
}
