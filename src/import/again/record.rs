//! What an import made of a source, kept beside the text: by it, what people changed since is told from what a corrected source changes.
//!
//! In: the text as it was imported. Out: `imported.yaml`, with the digests of its values, and its words. Refused: nothing; a file that
//! cannot be read, or was cut off, is as one that is not there.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::body_of;
use super::front::Values;
use crate::import::Imported;
use crate::source::{Source, slice};

/// What the file says of itself.
const HEAD: &str =
    "# What “curbcut import” made of the source. Keep it: by it “--again” knows what people changed since.\n";

/// How many digits of a digest are kept: two values of one text have one by chance once in a million million texts.
const DIGITS: usize = 16;

/// What an import made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The name of the source.
    source: String,
    /// The digest of each value of the front matter.
    values: BTreeMap<String, String>,
    /// The text after the front matter.
    text: String,
    /// How many bytes it has: a file that was cut off does not say it.
    bytes: usize,
}

/// The name of the file beside the text of this name: `index.fr.md` has `imported.fr.yaml`.
pub fn name(index: &str) -> String {
    let tag = index.strip_prefix("index").and_then(|name| name.strip_suffix(".md")).unwrap_or_default();
    format!("imported{tag}.yaml")
}

/// The digest of what stands in one place.
pub(super) fn digest(said: &str) -> String {
    blake3::hash(said.as_bytes()).to_hex().chars().take(DIGITS).collect()
}

impl Record {
    /// That of an import.
    pub fn of(imported: &Imported) -> Self {
        let path = imported.source.path();
        let source = Source::new(path, imported.markdown.as_str());
        let text = slice(source.text(), body_of(&source)..).to_owned();
        Self {
            source: path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned(),
            values: Values::of(&source).digests(),
            bytes: text.len(),
            text,
        }
    }

    /// Reads the file.
    pub fn read(file: &str) -> Option<Self> {
        serde_yaml::from_str(file).ok().filter(|record: &Self| record.bytes == record.text.len())
    }

    /// What stands in the file.
    pub fn file(&self) -> String {
        [HEAD, &serde_yaml::to_string(self).unwrap_or_default()].concat()
    }

    /// The text after the front matter.
    pub(super) fn body(&self) -> &str {
        &self.text
    }

    /// Whether the import gave a key a value.
    pub(super) fn knows(&self, key: &str) -> bool {
        self.values.contains_key(key)
    }

    /// Whether the import gave a key this value, by its digest.
    pub(super) fn gave(&self, key: &str, digest: &str) -> bool {
        self.values.get(key).is_some_and(|given| given == digest)
    }
}
