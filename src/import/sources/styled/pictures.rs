//! The pictures of a file, as files beside the text.
//!
//! In: the bytes of each picture, by the name that its file gives it. Out: files of names that are safe. Refused: pictures that no
//! browser shows.

use std::collections::HashMap;

use crate::image;
use crate::import::slug::slug;

/// A picture that is written beside the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureFile {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The pictures so far.
#[derive(Debug, Default)]
pub struct Pictures {
    /// Those that can be shown, in the order of the text.
    pub(super) files: Vec<PictureFile>,
    known: HashMap<String, Result<String, String>>,
}

impl Pictures {
    /// The files, in the order of the text.
    pub fn into_files(self) -> Vec<PictureFile> {
        self.files
    }

    /// The name of a picture's file, or why it has none; `part` is its name in the document.
    pub fn name(
        &mut self,
        part: &str,
        bytes: impl FnOnce() -> Result<Vec<u8>, String>,
    ) -> Result<String, String> {
        if let Some(known) = self.known.get(part) {
            return known.clone();
        }
        let name = bytes().and_then(|bytes| self.add(part, bytes));
        self.known.insert(part.to_owned(), name.clone());
        name
    }

    fn add(&mut self, part: &str, bytes: Vec<u8>) -> Result<String, String> {
        let kind = image::kind(&bytes)?;
        let base = part.rsplit('/').next().unwrap_or(part);
        let base = slug(base.rsplit_once('.').map_or(base, |(stem, _)| stem));
        // Two documents of one folder may both have an image1: the name says which bytes it has.
        let digest = blake3::hash(&bytes).to_hex();
        let digest: String = digest.chars().take(8).collect();
        let name = format!("{base}-{digest}.{}", kind.ending());
        if self.files.iter().all(|file| file.name != name) {
            self.files.push(PictureFile { name: name.clone(), bytes });
        }
        Ok(name)
    }
}
