//! What an import made of a source, kept beside the text: by it, what people changed since is told from what a corrected source changes.
//!
//! In: the text as it was imported. Out: `imported.yaml`, with digests of its values and pieces, in order. Refused: nothing; a file that
//! cannot be read is as one that is not there.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::front::Values;
use super::pieces::Piece;
use super::{body_of, pieces};
use crate::import::Imported;
use crate::source::Source;

/// What the file says of itself.
const HEAD: &str =
    "# What “curbcut import” made of the source. Keep it: by it “--again” knows what people changed since.\n";

/// How many digits of a digest are kept: two pieces of one text have one by chance once in a million million texts.
const DIGITS: usize = 16;

/// What an import made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The name of the source.
    source: String,
    /// The digest of each value of the front matter.
    values: BTreeMap<String, String>,
    /// The digest of each piece.
    paragraphs: Vec<String>,
    /// How many pieces there are: a file that was cut off does not say it.
    count: usize,
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
        let (pieces, _) = pieces(source.text(), body_of(&source));
        Self {
            source: path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned(),
            values: Values::of(&source).digests(),
            paragraphs: pieces.iter().map(Piece::digest).collect(),
            count: pieces.len(),
        }
    }

    /// Reads the file.
    pub fn read(file: &str) -> Option<Self> {
        serde_yaml::from_str(file).ok().filter(|record: &Self| record.count == record.paragraphs.len())
    }

    /// The text of the file.
    pub fn text(&self) -> String {
        [HEAD, &serde_yaml::to_string(self).unwrap_or_default()].concat()
    }

    /// The digests of the pieces.
    pub(super) fn paragraphs(&self) -> &[String] {
        &self.paragraphs
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
