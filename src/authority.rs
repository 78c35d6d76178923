//! Whose wording counts: what `authority:` in the front matter of a text and in `book.toml` says.

use serde::{Deserialize, Deserializer, Serialize};

use crate::misfit;

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
        misfit::one_of(deserializer, &Self::NAMES)
    }
}
