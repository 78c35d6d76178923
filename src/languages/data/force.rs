//! How strongly official texts speak: their verbs, and the everyday words that say each of them as strongly.
//!
//! A text may hold the words of several verbs; the longest counts, so that 强烈呼吁 is not 呼吁.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, MatchKind};
use serde::Deserialize;

use super::is_whole_word;

/// The verbs of a language; none where its file names none.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct VerbForce {
    verbs: Vec<Verb>,
    /// Longer words in which none of the easy words is found.
    #[serde(default)]
    except: Vec<String>,
    #[serde(skip)]
    ready: OnceLock<Option<AhoCorasick>>,
}

/// Verbs that are equally strong.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Verb {
    /// As paragraphs of official texts begin with them.
    official: Vec<String>,
    /// As an easy text may say them.
    pub easy: Vec<String>,
}

/// A verb with which a paragraph begins.
#[derive(Debug, Clone, Copy)]
pub struct Begun<'a> {
    /// Its number among the verbs of the language.
    pub number: usize,
    /// The verb as the language's file writes it.
    pub official: &'a str,
    /// How an easy text may say it.
    pub easy: &'a [String],
}

impl VerbForce {
    /// Whether it knows no verb.
    pub fn is_empty(&self) -> bool {
        self.verbs.is_empty()
    }

    /// The verb with which words begin, the longest that fits.
    pub fn begun(&self, begins_with: impl Fn(&str) -> bool) -> Option<Begun<'_>> {
        let all = self.verbs.iter().enumerate().flat_map(|(number, Verb { official, easy })| {
            official.iter().map(move |official| Begun { number, official, easy })
        });
        all.filter(|begun| begins_with(begun.official)).max_by_key(|begun| begun.official.len())
    }

    /// The numbers of the verbs that a text says in easy words.
    pub fn said(&self, text: &str) -> BTreeSet<usize> {
        let automaton = self.ready.get_or_init(|| {
            let words = self.verbs.iter().flat_map(|verb| &verb.easy).chain(&self.except);
            let builder = &mut AhoCorasick::builder();
            builder.match_kind(MatchKind::LeftmostLongest).ascii_case_insensitive(true).build(words).ok()
        });
        let found = automaton.iter().flat_map(|automaton| automaton.find_iter(text));
        let found = found.filter(|found| is_whole_word(text, found.range()));
        // One wording may be that of several verbs, of which the automaton tells one.
        let places: BTreeSet<usize> = found.map(|found| found.pattern().as_usize()).collect();
        let all = || {
            self.verbs
                .iter()
                .enumerate()
                .flat_map(|(number, verb)| verb.easy.iter().map(move |word| (number, word)))
        };
        let words: BTreeSet<&String> =
            places.into_iter().filter_map(|place| Some(all().nth(place)?.1)).collect();
        all().filter(|(_, word)| words.contains(word)).map(|(number, _)| number).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::languages::Languages;

    fn said(tag: &str, text: &str) -> Vec<String> {
        let force = &Languages::built_in().of(&tag.parse().unwrap()).data().verb_force;
        force.said(text).into_iter().map(|number| force.verbs[number].easy[0].clone()).collect()
    }

    #[test]
    fn the_longest_words_count() {
        assert_eq!(said("zh-Hans", "人权理事会强烈呼吁各国。"), ["强烈呼吁"]);
        assert_eq!(said("zh-Hans", "人权理事会呼吁各国，也强烈呼吁各国。"), ["强烈呼吁", "呼吁"]);
        assert_eq!(said("zh-Hans", "各国可以申请帮助。"), [""; 0]);
        assert_eq!(said("en", "It strongly calls on States."), ["strongly calls on"]);
        assert_eq!(said("en", "The Council Calls on States."), ["calls on"]);
        assert_eq!(said("en", "These are the basks."), [""; 0]);
        // One wording may stand for two verbs.
        assert_eq!(said("en", "The Council asks States."), ["asks", "invites"]);
    }

    #[test]
    fn every_verb_has_words_that_are_no_exception() {
        for language in Languages::built_in().all() {
            let force = &language.data().verb_force;
            for verb in &force.verbs {
                assert!(!verb.official.is_empty() && !verb.easy.is_empty(), "{verb:?}");
                assert!(verb.easy.iter().all(|word| !force.except.contains(word)), "{verb:?}");
            }
        }
    }
}
