//! A few punctuation marks that every character of a text is compared with.

use serde::Deserialize;

/// A set of marks, written as a string of them.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "String")]
pub struct Marks {
    marks: Box<[char]>,
    /// One bit for the last six bits of each mark: it excludes nearly every other character.
    bits: u64,
}

impl Marks {
    /// Whether this character is one of the marks.
    pub fn contains(&self, c: char) -> bool {
        self.bits & bit(c) != 0 && self.marks.contains(&c)
    }

    /// Whether there is no mark.
    pub fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }
}

impl From<String> for Marks {
    fn from(marks: String) -> Self {
        Self { bits: marks.chars().fold(0, |bits, c| bits | bit(c)), marks: marks.chars().collect() }
    }
}

fn bit(c: char) -> u64 {
    1 << (c as u32 % u64::BITS)
}
