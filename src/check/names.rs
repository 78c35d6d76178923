//! Names that a reader meets as one thing, however many words they have.
//!
//! In: the lines of a text, its language's pack, the glossary. Out: where such names stand: titles, words of the glossary and
//! their official names, and names in capitals that the text itself explains: “The Convention on … is an agreement”.

use std::collections::BTreeSet;
use std::ops::Range;

use regex::Regex;
use serde::Deserialize;

use super::pack::is_whole_word;
use super::prose::Prose;
use super::ranges::Ranges;
use super::terms::{automaton, longest};
use crate::source::slice;

/// How a language writes long names and explains them.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Naming {
    /// Words that stand between the words of a name, and before it, in small letters.
    links: Vec<String>,
    /// What follows a name that is explained.
    explained_by: Vec<String>,
    /// What comes before a name that is explained.
    introduced_by: Vec<String>,
}

/// The forms of names and of their explanations, compiled.
#[derive(Debug)]
pub struct Names {
    name: Regex,
    after: Regex,
    before: Regex,
    links: Vec<String>,
}

impl Names {
    /// Compiles what a language says of names; `None` where it says nothing.
    pub fn new(naming: &Naming) -> Option<Self> {
        if naming.links.is_empty() {
            return None;
        }
        let word = r"\p{Lu}[\p{L}\p{M}’'-]*";
        let links = naming.links.join("|");
        Some(Self {
            name: Regex::new(&format!(r"{word}(?:(?: (?:{links}))* {word})+")).ok()?,
            after: Regex::new(&format!(r"^(?: \([^()]*\))? (?:{})\b", naming.explained_by.join("|"))).ok()?,
            before: Regex::new(&format!("(?:{}) [“\"]?$", naming.introduced_by.join("|"))).ok()?,
            links: naming.links.clone(),
        })
    }

    /// Where names that the text explains stand in it.
    pub fn explained(&self, prose: &Prose) -> Vec<Range<usize>> {
        let mut names = BTreeSet::new();
        for line in prose.lines() {
            for found in self.name.find_iter(line.text) {
                let name = self.without_article(found.as_str());
                let start = found.end() - name.len();
                let before = ending(slice(line.text, ..start));
                if name.contains(' ')
                    && (self.after.is_match(slice(line.text, found.end()..)) || self.before.is_match(before))
                {
                    names.insert(name);
                }
            }
        }
        places(&names.into_iter().collect::<Vec<_>>(), prose.text())
    }

    /// A name without the small words before it, which have a capital at the beginning of a sentence.
    fn without_article<'a>(&self, mut name: &'a str) -> &'a str {
        while let Some((first, rest)) = name.split_once(' ')
            && self.links.contains(&first.to_lowercase())
        {
            name = rest;
        }
        name
    }
}

/// The last words of a text, as many as an introduction may have: a name does not look back over a whole line.
fn ending(text: &str) -> &str {
    let from = (text.len().saturating_sub(INTRODUCTION)..=text.len()).find(|&at| text.is_char_boundary(at));
    slice(text, from.unwrap_or(text.len())..)
}

/// The longest introduction of a name, in bytes.
const INTRODUCTION: usize = 40;

/// Where any of the names stands in a text, the longer one winning.
fn places(names: &[&str], text: &str) -> Vec<Range<usize>> {
    if names.is_empty() {
        return Vec::new();
    }
    let found = longest(automaton(names).as_ref(), text).into_iter().map(|(range, _)| range);
    found.filter(|range| is_whole_word(text, range.clone())).collect()
}

/// The names that stand in a place, measured from its beginning.
pub fn within(names: &Ranges, place: &Range<usize>) -> Vec<Range<usize>> {
    names.within(place).map(|name| name.start - place.start..name.end - place.start).collect()
}
