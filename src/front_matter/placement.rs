//! Where a text stands among others: what `menu`, `order` and `group` in the front matter say.

use std::fmt;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::FrontMatter;
use crate::misfit;

/// Whether the menu of the site leads to a text, and by which words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum InMenu {
    /// It does not.
    #[default]
    No,
    /// It does, by the title of the text.
    ByTitle,
    /// It does, by these words.
    By(String),
}

impl InMenu {
    /// Whether the menu does not lead to the text.
    pub fn is_no(&self) -> bool {
        *self == InMenu::No
    }
}

impl<'de> Deserialize<'de> for InMenu {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(InMenuVisitor)
    }
}

struct InMenuVisitor;

impl Visitor<'_> for InMenuVisitor {
    type Value = InMenu;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the word “true”, or the words of the link")
    }

    fn visit_bool<E: de::Error>(self, is_in: bool) -> Result<InMenu, E> {
        Ok(if is_in { InMenu::ByTitle } else { InMenu::No })
    }

    fn visit_str<E: de::Error>(self, words: &str) -> Result<InMenu, E> {
        Ok(InMenu::By(words.trim().to_owned()))
    }
}

/// How the list of a section is parted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grouping {
    /// By the year of the date.
    Year,
    /// By the session.
    Session,
    /// By the letter with which titles begin, in the order of the alphabet.
    Letter,
}

impl Grouping {
    const NAMES: [(&str, Self); 3] =
        [("year", Self::Year), ("session", Self::Session), ("letter", Self::Letter)];
}

impl Grouping {
    /// What decides in which group a text stands, but for the letter, which its language decides; none where it does not say.
    pub fn of(self, front: &FrontMatter) -> Option<String> {
        match self {
            Grouping::Year => front.date.map(|date| date.year().to_string()),
            Grouping::Session => front.session.as_ref().map(|session| session.name.clone()),
            Grouping::Letter => None,
        }
    }
}

impl<'de> Deserialize<'de> for Grouping {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        misfit::one_of(deserializer, &Self::NAMES)
    }
}
