//! Names that a reader meets as one thing, however many words they have.
//!
//! In: the lines of a text, the data of its language, the glossary. Out: where such names stand: titles, words of the glossary and
//! their official names, and names in capitals that the text itself explains: “The Convention on … is an agreement”.

use std::collections::BTreeSet;
use std::ops::Range;

use super::prose::Prose;
use super::terms::{automaton, longest};
use crate::languages::{Names, is_whole_word};
use crate::ranges::Ranges;

/// Where names that the text explains stand in it.
pub fn explained(forms: &Names, prose: &Prose) -> Vec<Range<usize>> {
    let names: BTreeSet<&str> = prose.lines().flat_map(|line| forms.explained(line.text)).collect();
    places(&names.into_iter().collect::<Vec<_>>(), prose.text())
}

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
