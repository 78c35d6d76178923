//! What stands at the beginning of a paragraph of a resolution: its verb, and adverbs before it.

use std::iter;

use crate::languages::{LanguageData, is_whole_word};

/// The words of a paragraph from its verb on, for one way to read what stands before the verb.
#[derive(Debug, Clone, Copy)]
pub struct Opening<'w> {
    words: &'w str,
    follows_prefix: bool,
}

/// The ways to read the beginning of a paragraph: with nothing before its verb, or with one word or more, as in 又再次.
pub fn openings<'w>(words: &'w str, language: &LanguageData) -> impl Iterator<Item = Opening<'w>> {
    openings_after(words, language, &[])
}

/// The same, where more may stand before the verb, also with a comma behind it, as in “In this regard, urges”.
pub fn openings_after<'w>(
    words: &'w str,
    language: &LanguageData,
    more: &[String],
) -> impl Iterator<Item = Opening<'w>> {
    let first = Opening { words: words.trim_start(), follows_prefix: false };
    iter::successors(Some(first), move |opening| {
        let prefixes = language.lead_prefixes.iter().chain(more);
        let rests = prefixes.filter_map(|prefix| opening.after(prefix));
        let rest = rests.min_by_key(|rest| rest.len())?;
        let words = match more {
            [] => rest.trim_start(),
            _ => rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '，')),
        };
        (words.len() < opening.words.len()).then_some(Opening { words, follows_prefix: true })
    })
}

impl<'w> Opening<'w> {
    /// Whether it begins with these words.
    pub fn begins_with(&self, phrase: &str) -> bool {
        self.after(phrase).is_some()
    }

    /// Whether it begins with these words, and the last of them ends there.
    pub fn begins_with_word(&self, phrase: &str) -> bool {
        self.after(phrase).is_some_and(|rest| is_whole_word(self.words, 0..self.words.len() - rest.len()))
    }

    /// What follows these words, if it begins with them. What stands after a prefix has lost its capital.
    fn after(&self, phrase: &str) -> Option<&'w str> {
        if !self.follows_prefix {
            return self.words.strip_prefix(phrase);
        }
        let (mut own, mut wanted) = (self.words.chars(), phrase.chars());
        let (first, capital) = own.next().zip(wanted.next())?;
        let is_same = first == capital || first.to_uppercase().eq(capital.to_uppercase());
        own.as_str().strip_prefix(wanted.as_str()).filter(|_| is_same)
    }
}
