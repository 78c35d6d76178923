//! The words of a text and whether most people know them.
//!
//! In: lines, the language's pack, the glossary. Out: every word with its place and standing. Names, numbers, titles
//! of documents and words that the glossary explains count as known.

use std::ops::Range;

use super::pack::{Pack, Unit};
use super::{Subject, segment};

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
        for range in segment::words(line.text, subject.pack) {
            let known = named.touch(&range)
                || is_known(&line.text[range.clone()], subject.pack, range.start == 0)
                || subject.names().hold(&line.place(&range));
            words.push(Word { line: index, range, known });
        }
    }
    words
}

/// Whether the list has the word, or the words it is made of.
fn is_known(word: &str, pack: &Pack, begins_line: bool) -> bool {
    let name = !begins_line && word.starts_with(|c| !segment::is_common_han(c) && c.is_uppercase());
    if word.contains(|c| !segment::is_common_han(c) && c.is_numeric()) || name || pack.knows(word) {
        return true;
    }
    match pack.unit {
        Unit::Words => word.chars().count() == 1,
        // One character is known to every reader of Chinese; other scripts in between are another rule's business.
        Unit::Characters => !word.chars().all(segment::is_han) || is_composed(word, pack),
    }
}

/// Whether a Chinese word is made of listed words: 各国 of 各 and 国.
fn is_composed(word: &str, pack: &Pack) -> bool {
    let edges: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).collect();
    if edges.len() == 2 {
        return true;
    }
    let mut reached = vec![false; edges.len()];
    reached[0] = true;
    for end in 1..edges.len() {
        let known = |start: usize| reached[start] && pack.knows(&word[edges[start]..edges[end]]);
        reached[end] = (end.saturating_sub(LONGEST)..end).any(known);
    }
    reached[edges.len() - 1]
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
