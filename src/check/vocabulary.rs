//! The words of a text and whether most people know them.
//!
//! In: lines, the data of the language, the glossary. Out: every word with its place and standing. Names, numbers, titles
//! of documents and words that the glossary explains count as known.

use std::collections::VecDeque;
use std::ops::Range;

use super::Subject;
use crate::languages::scripts::{is_common_han, is_han};
use crate::languages::segment;
use crate::languages::{LanguageData, Unit};
use crate::source::slice;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Which line of the text.
    pub line: usize,
    /// The bytes of the line.
    pub range: Range<usize>,
    /// Whether most people know it, or the glossary explains it.
    pub known: bool,
}

/// The words of a text, in order.
pub fn words(subject: &Subject<'_>) -> Vec<Word> {
    let mut words = Vec::new();
    for (index, (line, named)) in subject.lines().zip(subject.named()).enumerate() {
        for range in segment::words(line.text, subject.language) {
            let known = named.touch(&range)
                || is_known(slice(line.text, range.clone()), subject.language, range.start == 0)
                || subject.names().hold(&line.place(&range));
            words.push(Word { line: index, range, known });
        }
    }
    words
}

/// Whether the list has the word, or the words it is made of.
fn is_known(word: &str, language: &LanguageData, begins_line: bool) -> bool {
    let name = !begins_line && word.starts_with(|c| !is_common_han(c) && c.is_uppercase());
    if word.contains(|c| !is_common_han(c) && c.is_numeric()) || name || language.knows(word) {
        return true;
    }
    match language.unit {
        Unit::Words => word.chars().count() == 1,
        // One character is known to every reader of Chinese; other scripts in between are another rule's business.
        Unit::Characters => !word.chars().all(is_han) || is_composed(word, language),
    }
}

/// Whether a Chinese word is made of listed words: 各国 of 各 and 国.
fn is_composed(word: &str, language: &LanguageData) -> bool {
    let mut ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
    if word.chars().nth(1).is_none() {
        return true;
    }
    // Where listed words can end; the last few of these places, since a word of the list is not longer.
    let mut reached = VecDeque::from([Some(0)]);
    ends.all(|end| {
        let is_reached = reached.iter().flatten().any(|&start| language.knows(slice(word, start..end)));
        reached.push_back(is_reached.then_some(end));
        if reached.len() > LONGEST {
            reached.pop_front();
        }
        reached.iter().any(Option::is_some)
    }) && reached.back().is_some_and(Option::is_some)
}

/// The longest word of the list, in characters.
const LONGEST: usize = 6;

/// How many of a text's words most people know.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// All words.
    pub words: usize,
    /// Those in no list and not explained.
    pub unknown: usize,
}

impl Share {
    /// Counts the words of a text.
    pub fn of(subject: &Subject<'_>) -> Self {
        let words = subject.words();
        Self { words: words.len(), unknown: words.iter().filter(|word| !word.known).count() }
    }

    /// The known ones of a hundred.
    pub fn percent(self) -> usize {
        ((self.words - self.unknown) * 100).checked_div(self.words).unwrap_or(100)
    }
}
