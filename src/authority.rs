//! Whose wording counts: what `authority:` in the front matter of a text and in `book.toml` says.

use serde::{Deserialize, Serialize};

/// How the text that is published here stands to the document it gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize)]
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
