//! Words that nothing may show, kept to find out what still does.
//!
//! In: titles. Out: whether a text holds one. Refused: to give a title out again, in any form.

use std::fmt;

/// Titles that can be looked for, and not read.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Sought(Vec<Box<str>>);

impl Sought {
    /// Of these titles.
    pub fn of<'t>(titles: impl Iterator<Item = &'t str>) -> Self {
        let titles = titles.map(letters).filter(|title| !title.is_empty());
        Self(titles.map(String::into_boxed_str).collect())
    }

    /// Whether one of them stands in a text, given as its [`letters`].
    pub fn stand_in(&self, letters: &str) -> bool {
        self.0.iter().any(|title| letters.contains(&**title))
    }
}

/// As the titles are secret, it says how many there are.
impl fmt::Debug for Sought {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sought({})", self.0.len())
    }
}

/// The letters and digits of a text, so that marks by which a format writes others, breaks lines or quotes do not part its words.
pub fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
