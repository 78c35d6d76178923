//! Official texts: structure and integrity, never wording.

pub mod letter_gap;
pub mod mark_without_note;
pub mod note_without_mark;
pub mod number_gap;
pub mod number_twice;
