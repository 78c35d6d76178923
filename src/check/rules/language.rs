//! The language of a text as a whole.

pub mod no_labels;
pub mod untagged_words;
