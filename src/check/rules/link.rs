//! Links.

pub mod former_place;
pub mod nowhere;
pub mod vague_words;
