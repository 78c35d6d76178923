//! The glossary's words, found in one pass over a line however many there are.
//!
//! In: a language's glossary. Out: where a line uses its terms, and the forms that texts should not use.

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::ops::Range;

use aho_corasick::AhoCorasick;

use crate::glossary::Glossary;
use crate::languages::segment;
use crate::languages::{LanguageData, is_whole_word};
use crate::ranges::Ranges;

/// One language's glossary, made ready.
#[derive(Debug)]
pub struct Terms<'a> {
    glossary: &'a Glossary,
    forms: Option<AhoCorasick>,
    /// The term that each form stands for.
    owners: Vec<usize>,
    names: Option<AhoCorasick>,
    /// The term that each official name stands for.
    named: Vec<usize>,
}

/// A form that texts should not use.
#[derive(Debug, PartialEq, Eq)]
pub struct Form<'a> {
    /// The bytes of the line.
    pub range: Range<usize>,
    /// The word to use.
    pub term: &'a str,
}

impl<'a> Terms<'a> {
    /// Makes a glossary ready.
    pub fn new(glossary: &'a Glossary) -> Self {
        let avoided = glossary.avoided().filter(|(_, form)| !form.is_empty());
        let (owners, forms): (Vec<usize>, Vec<String>) = avoided.unzip();
        let official = glossary.terms.iter().enumerate();
        let official =
            official.flat_map(|(at, term)| term.official.iter().map(move |name| (at, name.as_str())));
        let (named, names): (Vec<usize>, Vec<&str>) = official.filter(|(_, name)| !name.is_empty()).unzip();
        Self { glossary, forms: automaton(&forms), owners, names: automaton(&names), named }
    }

    /// Where a text uses terms, the longer word winning.
    pub fn uses(&self, text: &str) -> Vec<Range<usize>> {
        self.glossary.uses(text).into_iter().map(|found| found.start..found.end).collect()
    }

    /// How long words are, if they are longer than `most`; a word of the glossary and an official name are one thing.
    pub fn longer_than(&self, most: usize, words: &str, language: &LanguageData) -> Option<usize> {
        segment::longer_than(most, words, language)?;
        let names: Ranges = self.uses(words).into_iter().chain(self.official_names(words)).collect();
        let names: Vec<Range<usize>> = names.iter().cloned().collect();
        Some(segment::length_with(words, &names, language)).filter(|length| *length > most)
    }

    /// Where a text gives official names.
    pub fn official_names(&self, text: &str) -> Vec<Range<usize>> {
        let names = longest(self.names.as_ref(), text).into_iter().map(|(name, _)| name);
        names.filter(|name| is_whole_word(text, name.clone())).collect()
    }

    /// Where there are forms to avoid in many lines, before it is known what they are part of.
    pub fn traces_of_forms(&self, text: &str) -> impl Iterator<Item = usize> {
        self.forms.iter().flat_map(move |forms| forms.find_overlapping_iter(text)).map(|found| found.start())
    }

    /// The forms to avoid in a line, unless they are part of something in `named` or of another thing's longer name.
    pub fn forms(&self, text: &str, named: &Ranges) -> Vec<Form<'a>> {
        let found = longest(self.forms.as_ref(), text).into_iter();
        let found = found.filter(|(form, _)| is_whole_word(text, form.clone()) && !named.hold(form));
        let names = OnceCell::new();
        let is_in_other_name = |form: &Range<usize>, owner: usize| {
            let names = names.get_or_init(|| longest(self.names.as_ref(), text));
            let after = names.partition_point(|(name, _)| name.start <= form.start);
            let name = after.checked_sub(1).and_then(|at| names.get(at));
            name.is_some_and(|(name, word)| {
                form.end <= name.end && form.len() < name.len() && self.named.get(*word) != Some(&owner)
            })
        };
        found
            .filter_map(|(form, word)| Some((form, *self.owners.get(word)?)))
            .filter(|(form, owner)| !is_in_other_name(form, *owner))
            .filter_map(|(range, owner)| Some(Form { range, term: &self.glossary.terms.get(owner)?.term }))
            .collect()
    }
}

/// Finds any of the words; `None` for no words.
///
/// The library can look for the longest words itself, but making it ready for that takes time by the square of their number
/// where many words begin another.
pub fn automaton<W: AsRef<str>>(words: &[W]) -> Option<AhoCorasick> {
    AhoCorasick::new(words.iter().map(AsRef::as_ref)).ok().filter(|_| !words.is_empty())
}

/// Where words stand and which they are, the longer winning, no two overlapping.
pub fn longest(words: Option<&AhoCorasick>, text: &str) -> Vec<(Range<usize>, usize)> {
    let found = words.into_iter().flat_map(|words| words.find_overlapping_iter(text));
    let mut found: Vec<_> = found.map(|found| (found.range(), found.pattern().as_usize())).collect();
    found.sort_by_key(|(range, word)| (range.start, Reverse(range.end), *word));
    let mut free = 0;
    found.retain(|(range, _)| {
        let stays = range.start >= free;
        free = if stays { range.end } else { free };
        stays
    });
    found
}
