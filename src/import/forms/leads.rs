//! The words that begin the paragraphs of resolutions.
//!
//! In: a line and the data of its language. Out: how it begins: with such a word, with an adverb before one, or with neither.

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
    /// How a line begins.
    pub fn of(line: &str, language: &LanguageData) -> Self {
        let mut lead = Self::Verb;
        // Bold stands around the verb, or around the adverb and the verb.
        let mut rest = line.trim_start_matches('*').trim_start();
        loop {
            if language.lead_phrases.iter().any(|phrase| begins(rest, phrase, lead).is_some()) {
                return lead;
            }
            let after = language.lead_prefixes.iter().filter_map(|prefix| begins(rest, prefix, lead)).next();
            let Some(after) = after else { return Self::None };
            rest = after.trim_start_matches('*').trim_start();
            lead = Self::Prefixed;
        }
    }
}

/// What follows a phrase that a text begins with. After an adverb a verb has no capital, and a word ends with the phrase.
fn begins<'t>(text: &'t str, phrase: &str, lead: Lead) -> Option<&'t str> {
    let (mut own, mut wanted) = (text.chars(), phrase.chars());
    let (first, capital) = own.next().zip(wanted.next())?;
    let is_same =
        first == capital || (lead == Lead::Prefixed && first.to_uppercase().eq(capital.to_uppercase()));
    let rest = own.as_str().strip_prefix(wanted.as_str()).filter(|_| is_same)?;
    let cuts_word =
        phrase.ends_with(|c: char| c.is_ascii_alphabetic()) && rest.starts_with(|c: char| c.is_alphabetic());
    (!cuts_word).then_some(rest)
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
