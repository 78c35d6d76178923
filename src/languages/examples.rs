//! The examples that messages show, in the language of the text they are about.
//!
//! In: `examples.yaml` of the language's folder. Out: [`Examples`]; those of English where a language has none.

use serde::Deserialize;

/// What could stand in a text.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Examples {
    /// A title.
    pub title: String,
    /// The beginning of a summary.
    pub summary: String,
    /// The sentence that says what an easy-read version is of.
    pub about: String,
    /// The beginning of an operative paragraph.
    pub operative: String,
    /// The beginning of an article, with its label.
    pub article: String,
}
