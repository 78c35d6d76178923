//! Links.

pub mod nowhere;
pub mod vague_words;
