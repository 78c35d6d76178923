//! The thresholds of the rules for easy-read texts that `[check.limits.LANGUAGE]` in `book.toml` changes.

use serde::Deserialize;

/// From which length a warning, and from which an error: both are still allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, expecting = "its parts: { warning = 15, error = 20 }")]
pub struct Limit {
    /// What is longer is a warning.
    pub warning: usize,
    /// What is longer is an error.
    pub error: usize,
}

/// What `[check.limits.LANGUAGE]` changes; what it leaves out stays as the language has it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Changes {
    /// Characters or words in a sentence.
    pub sentence: Option<Limit>,
    /// Characters or words in a clause.
    pub clause: Option<Limit>,
    /// Commas in a sentence.
    pub commas: Option<usize>,
    /// Particles (的) in a clause.
    pub particles: Option<usize>,
    /// Things in a row within a sentence.
    pub listed: Option<usize>,
    /// Conjunctions in a sentence.
    pub conjunctions: Option<usize>,
    /// Characters or words in a heading.
    pub heading: Option<usize>,
    /// Sentences in one paragraph.
    pub paragraph: Option<usize>,
    /// Characters within brackets.
    pub brackets: Option<usize>,
    /// Printed pages; an idea a picture wide takes a sixth of one.
    pub pages: Option<Limit>,
    /// Columns of a table.
    pub columns: Option<usize>,
    /// How many words of a hundred most people know, at least.
    pub known_words: Option<usize>,
}

impl Changes {
    /// The first limit that warns later than it fails, with its key.
    pub fn reversed(&self) -> Option<(&'static str, Limit)> {
        let limits = [("sentence", self.sentence), ("clause", self.clause), ("pages", self.pages)];
        let reversed = |(key, limit): (&'static str, Option<Limit>)| Some((key, limit?));
        limits.into_iter().filter_map(reversed).find(|(_, limit)| limit.warning > limit.error)
    }
}
