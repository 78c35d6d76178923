//! The glossary's words, found in one pass over a line however many there are.
//!
//! In: a language's glossary. Out: where a line uses its terms, and the forms that texts should not use.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use super::pack::{Pack, is_whole_word};
use super::ranges::Ranges;
use super::segment;
use crate::glossary::Glossary;

/// One language's glossary, made ready.
#[derive(Debug)]
pub struct Terms<'a> {
    glossary: &'a Glossary,
    official: Option<AhoCorasick>,
    forms: Option<AhoCorasick>,
    /// The term that each form stands for.
    owners: Vec<usize>,
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
        let official = glossary.terms.iter().flat_map(|term| &term.official).filter(|name| !name.is_empty());
        let official: Vec<String> = official.cloned().collect();
        Self { glossary, official: automaton(&official), forms: automaton(&forms), owners }
    }

    /// Where a text uses terms, the longer word winning.
    pub fn uses(&self, text: &str) -> Vec<Range<usize>> {
        self.glossary.uses(text).into_iter().map(|found| found.start..found.end).collect()
    }

    /// How long words are, if they are longer than `most`; a word of the glossary and an official name are one thing.
    pub fn longer_than(&self, most: usize, words: &str, pack: &Pack) -> Option<usize> {
        segment::longer_than(most, words, pack)?;
        let names: Ranges = self.uses(words).into_iter().chain(self.official_names(words)).collect();
        let names: Vec<Range<usize>> = names.iter().cloned().collect();
        Some(segment::length_with(words, &names, pack)).filter(|length| *length > most)
    }

    /// Where a text gives official names.
    pub fn official_names(&self, text: &str) -> Vec<Range<usize>> {
        let found = self.official.iter().flat_map(|names| names.find_iter(text)).map(|found| found.range());
        found.filter(|range| is_whole_word(text, range.clone())).collect()
    }

    /// Where there are forms to avoid in many lines, before it is known what they are part of.
    pub fn traces_of_forms(&self, text: &str) -> impl Iterator<Item = usize> {
        self.forms.iter().flat_map(move |forms| forms.find_iter(text)).map(|found| found.start())
    }

    /// The forms to avoid in a line, unless they are part of something in `named` or of another thing's longer name.
    pub fn forms(&self, text: &str, named: &Ranges) -> Vec<Form<'a>> {
        let found = self.forms.iter().flat_map(|forms| forms.find_iter(text));
        let found = found.filter(|form| is_whole_word(text, form.range()) && !named.hold(&form.range()));
        let mut names: Vec<(usize, Ranges)> = Vec::new();
        let mut forms = Vec::new();
        for form in found {
            let owner = self.owners[form.pattern().as_usize()];
            if !names.iter().any(|(term, _)| *term == owner) {
                names.push((owner, self.other_names(owner, text)));
            }
            let others = names.iter().find(|(term, _)| *term == owner);
            if !others.is_some_and(|(_, others)| others.hold(&form.range())) {
                forms.push(Form { range: form.range(), term: &self.glossary.terms[owner].term });
            }
        }
        forms
    }

    /// Where a line gives official names of other things, if they are longer than every form of this one.
    fn other_names(&self, owner: usize, text: &str) -> Ranges {
        let terms = &self.glossary.terms;
        let longest = terms[owner].avoid.iter().map(String::len).max().unwrap_or(0);
        let others =
            terms.iter().enumerate().filter(|(at, _)| *at != owner).flat_map(|(_, term)| &term.official);
        let longer = others.filter(|name| name.len() > longest);
        longer.flat_map(|name| text.match_indices(name.as_str()).map(|(at, _)| at..at + name.len())).collect()
    }
}

/// Finds any of the words, the longest first; `None` for no words.
fn automaton(words: &[String]) -> Option<AhoCorasick> {
    let built = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(words);
    built.ok().filter(|_| !words.is_empty())
}
