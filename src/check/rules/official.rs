//! Official texts: structure and integrity, never wording.

pub mod bare_note_number;
pub mod changed;
pub mod dash;
pub mod hard_wrap;
pub mod letter_gap;
pub mod mark_without_note;
pub mod metadata_clash;
pub mod missing_metadata;
pub mod mixed_spacing;
pub mod not_sealed;
pub mod note_without_mark;
pub mod number_gap;
pub mod number_twice;
pub mod numbers_differ;
pub mod opaque_letter;
pub mod page_twice;
pub mod suspected_typo;
pub mod terminal_mark;
pub mod uneven_emphasis;
pub mod unknown_lead;
pub mod vote_clash;
