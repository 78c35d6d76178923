//! Whose wording counts: what `authority:` in the front matter of a text and in `book.toml` says.

use std::fmt;

use serde::de::{self, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

/// How the text that is published here stands to the document it gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Authority {
    /// The publisher issues it as its official text.
    Official,
    /// It is the text that counts, before all others.
    Authentic,
    /// It renders a document whose official text stands elsewhere.
    #[default]
    Unofficial,
}

impl Authority {
    /// Each of them, as it is written.
    const NAMES: [(&str, Self); 3] =
        [("official", Self::Official), ("authentic", Self::Authentic), ("unofficial", Self::Unofficial)];
}

impl<'de> Deserialize<'de> for Authority {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Named)
    }
}

/// Reads one by its name. An error that a visitor gives has its place in the text.
struct Named;

impl Visitor<'_> for Named {
    type Value = Authority;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the word “official”, “authentic” or “unofficial”")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<Authority, E> {
        let found = Authority::NAMES.iter().find(|(known, _)| *known == name);
        found.map(|(_, authority)| *authority).ok_or_else(|| E::invalid_value(Unexpected::Str(name), &self))
    }
}
