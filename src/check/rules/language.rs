//! The language of a text as a whole.

pub mod incomplete;
pub mod untagged_words;
