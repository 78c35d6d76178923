//! How strongly official texts speak: their verbs, and the everyday words that say each of them as strongly.
//!
//! A text may hold the words of several verbs; the longest counts, so that 强烈呼吁 is not 呼吁.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, MatchKind};
use regex::Regex;
use serde::Deserialize;

use super::is_whole_word;
use crate::source::slice;

/// How many characters before a verb say who speaks.
const LONGEST_SUBJECT: usize = 80;

/// The verbs of a language; none where its file names none.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct VerbForce {
    verbs: Vec<Verb>,
    /// Longer words in which none of the easy words is found.
    #[serde(default)]
    except: Vec<String>,
    /// What may stand before the verb of an official text, beside the adverbs that begin other paragraphs too.
    #[serde(default)]
    pub before: Vec<String>,
    /// What stands before an easy word that the text does not say itself: another who speaks, in the group `speaker`, or a
    /// negation.
    #[serde(default)]
    unsaid: Vec<String>,
    #[serde(skip)]
    ready: OnceLock<Option<AhoCorasick>>,
    #[serde(skip)]
    compiled: OnceLock<Vec<Regex>>,
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

    /// The patterns of what stands before an easy word that the text does not say itself.
    pub(super) fn patterns(&self) -> impl Iterator<Item = &str> {
        self.unsaid.iter().map(String::as_str)
    }

    /// Whether another speaks before a verb, or it is denied; `own` are the words of the official text that name who adopted it.
    fn is_unsaid(&self, before: &str, own: &str) -> bool {
        let compiled = self.compiled.get_or_init(|| {
            self.unsaid.iter().filter_map(|pattern| Regex::new(&format!("(?:{pattern})$")).ok()).collect()
        });
        let start = before.char_indices().rev().nth(LONGEST_SUBJECT - 1).map_or(0, |(at, _)| at);
        let before = slice(before, start..);
        compiled.iter().filter_map(|pattern| pattern.captures(before)).any(|found| {
            match found.name("speaker") {
                Some(speaker) => !own.contains(speaker.as_str()),
                None => true,
            }
        })
    }

    /// The numbers of the verbs that a text says in easy words, as what the body says that `own` names.
    pub fn said(&self, text: &str, own: &str) -> BTreeSet<usize> {
        let automaton = self.ready.get_or_init(|| {
            let words = self.verbs.iter().flat_map(|verb| &verb.easy).chain(&self.except);
            let builder = &mut AhoCorasick::builder();
            builder.match_kind(MatchKind::LeftmostLongest).ascii_case_insensitive(true).build(words).ok()
        });
        let found = automaton.iter().flat_map(|automaton| automaton.find_iter(text));
        let found = found.filter(|found| {
            is_whole_word(text, found.range()) && !self.is_unsaid(slice(text, ..found.start()), own)
        });
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
        force
            .said(text, "人权理事会 The Human Rights Council")
            .into_iter()
            .map(|number| force.verbs[number].easy[0].clone())
            .collect()
    }

    #[test]
    fn the_longest_words_count() {
        assert_eq!(said("zh-Hans", "人权理事会强烈呼吁各国。"), ["强烈呼吁"]);
        assert_eq!(said("zh-Hans", "人权理事会呼吁各国，也强烈呼吁各国。"), ["强烈呼吁", "呼吁"]);
        assert_eq!(said("zh-Hans", "各国可以申请帮助。"), [""; 0]);
        assert_eq!(said("en", "It strongly calls on States."), ["strongly calls on"]);
        assert_eq!(said("en", "The Council Calls on States."), ["calls on"]);
        assert_eq!(said("en", "These are the basks."), [""; 0]);
        // What another says, and what is denied, is not said.
        for text in [
            "委员会强烈呼吁各国。",
            "联合国秘书长也强烈呼吁各国。",
            "后来，大会又强烈呼吁各国。",
            "人权理事会没有强烈呼吁各国。",
        ] {
            assert_eq!(said("zh-Hans", text), [""; 0], "{text}");
        }
        for text in [
            "人权理事会向各国强烈呼吁。",
            "对委员会，人权理事会也强烈呼吁。",
            "强烈呼吁各国。",
            "不光是这样，人权理事会强烈呼吁各国。",
        ] {
            assert_eq!(said("zh-Hans", text), ["强烈呼吁"], "{text}");
        }
        for text in [
            "The Committee urged States.",
            "Then the Secretary-General also urged States.",
            "The Council did not decide, and never urged States.",
            "It has not urged States.",
        ] {
            assert_eq!(said("en", text), [""; 0], "{text}");
        }
        for text in [
            "The Human Rights Council urged States.",
            "The Council urges the Committee.",
            "After the Committee, it urged States.",
        ] {
            assert_eq!(said("en", text), ["strongly calls on"], "{text}");
        }
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
