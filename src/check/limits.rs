//! Thresholds: how long, how many. `[check.limits.LANGUAGE]` in `book.toml` changes them.
//!
//! No Chinese easy-read guideline gives a number. Those for characters are derived: from the English 10 to 15 words
//! (about 1.5 characters a word), from the 30 characters of the Japanese guideline (2015), and from a study of
//! Chinese readability (simple texts have fewer than 10 words a sentence). All three lead to 15 to 20.

use crate::config::{Config, Limit};
use crate::lang::Lang;
use crate::languages::Unit;

/// The thresholds of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Characters or words in a sentence.
    pub sentence: Limit,
    /// Characters or words in a clause.
    pub clause: Limit,
    /// Commas in a sentence.
    pub commas: usize,
    /// Particles (的) in a clause.
    pub particles: usize,
    /// Things in a row within a sentence.
    pub listed: usize,
    /// Conjunctions in a sentence.
    pub conjunctions: usize,
    /// Characters or words in a heading.
    pub heading: usize,
    /// Sentences in one paragraph.
    pub paragraph: usize,
    /// Characters within brackets.
    pub brackets: usize,
    /// Printed pages; an idea a picture wide takes a sixth of one.
    pub pages: Limit,
    /// Columns of a table.
    pub columns: usize,
    /// How many words of a hundred most people know, at least.
    pub known_words: usize,
}

impl Limits {
    /// The thresholds of a language by what is counted in it.
    pub fn usual(unit: Unit) -> Self {
        let (sentence, heading) = match unit {
            Unit::Characters => (Limit { warning: 20, error: 30 }, 15),
            Unit::Words => (Limit { warning: 15, error: 20 }, 8),
        };
        Self {
            sentence,
            clause: Limit { warning: 12, error: 20 },
            commas: 2,
            particles: 2,
            listed: 3,
            conjunctions: 1,
            heading,
            paragraph: 3,
            brackets: 5,
            pages: Limit { warning: 20, error: 24 },
            columns: 3,
            known_words: 90,
        }
    }

    /// The thresholds of a site for one language.
    pub fn of(config: &Config, lang: &Lang, unit: Unit) -> Self {
        let usual = Self::usual(unit);
        let found = lang.fallbacks().find_map(|tag| config.check.limits.get(tag));
        let Some(changes) = found else { return usual };
        Self {
            sentence: changes.sentence.unwrap_or(usual.sentence),
            clause: changes.clause.unwrap_or(usual.clause),
            commas: changes.commas.unwrap_or(usual.commas),
            particles: changes.particles.unwrap_or(usual.particles),
            listed: changes.listed.unwrap_or(usual.listed),
            conjunctions: changes.conjunctions.unwrap_or(usual.conjunctions),
            heading: changes.heading.unwrap_or(usual.heading),
            paragraph: changes.paragraph.unwrap_or(usual.paragraph),
            brackets: changes.brackets.unwrap_or(usual.brackets),
            pages: changes.pages.unwrap_or(usual.pages),
            columns: changes.columns.unwrap_or(usual.columns),
            known_words: changes.known_words.unwrap_or(usual.known_words),
        }
    }
}
