//! How a script is written: with spaces between words or without, in wide characters or narrow ones.

use crate::lang::Lang;

/// Whether a language puts spaces between words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// Chinese and Japanese: a line may break between any two characters.
    Solid,
    /// Lines break at spaces.
    Spaced,
}

impl Script {
    /// The script of a language.
    pub fn of(lang: &Lang) -> Self {
        if lang.is_cjk() { Script::Solid } else { Script::Spaced }
    }
}

/// How many columns a text takes on a terminal: two for a Chinese character.
pub fn width(text: &str) -> usize {
    text.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

/// Whether a character belongs to a script that is written without spaces between words, or is a full-width mark.
pub fn is_wide(c: char) -> bool {
    matches!(u32::from(c), 0x2E80..=0x9FFF | 0xF900..=0xFAFF | 0xFE30..=0xFE4F | 0xFF00..=0xFF60 | 0x20000..=0x3FFFF)
}

/// Whether a character is Han.
pub fn is_han(c: char) -> bool {
    matches!(u32::from(c), 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}
