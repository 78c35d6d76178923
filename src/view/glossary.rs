//! Words and their meanings, as word boxes and word lists show them.

use serde::Serialize;

use super::{Frame, Text};

/// The word list of a language.
#[derive(Debug, Serialize)]
pub struct Glossary {
    /// What every page has around its text.
    pub page: Frame,
    /// All words of the list, by the letter with which they begin.
    pub groups: Vec<WordGroup>,
}

/// The words that begin with a letter.
#[derive(Debug, Serialize)]
pub struct WordGroup {
    /// The id of the heading.
    pub id: Text,
    /// The letter, or what those are called that begin with none.
    pub heading: Text,
    /// The words.
    pub words: Vec<Word>,
}

/// A word and its meaning.
#[derive(Debug, Clone, Serialize)]
pub struct Word {
    /// The id of the word in a word list.
    pub id: Text,
    /// The word.
    pub term: Text,
    /// The pronunciation of the word in pinyin; missing when the glossary gives none.
    pub pinyin: Option<Text>,
    /// The meaning of the word.
    pub meaning: Text,
    /// The sentence that says what official texts call it; missing when they call it the same.
    pub official: Option<Text>,
}
