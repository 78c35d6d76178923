//! Finished files on the disk, as an audit reads them.

use std::collections::HashSet;
use std::fs::File;

use anyhow::{Context as _, Result};
use encoding_rs::Encoding;

use crate::files::Folder;

/// A folder and what is in it.
#[derive(Debug)]
pub struct Finished {
    /// The folder.
    pub folder: Folder,
    /// What else is known to be in it.
    pub beside: Beside,
}

/// The files beside those that are audited.
#[derive(Debug)]
pub enum Beside {
    /// The paths of all files in the folder.
    Listed(HashSet<String>),
    /// Each is looked up when something leads to it: one file was named, and its folder may be large.
    OnDisk,
}

impl Finished {
    /// Whether a regular file of this path is in the folder.
    pub fn has(&self, name: &str) -> bool {
        match &self.beside {
            Beside::Listed(all) => all.contains(name),
            Beside::OnDisk => self.folder.file(name).is_ok(),
        }
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn bytes(&self, name: &str) -> Result<Vec<u8>> {
        self.folder.read(name).with_context(|| self.unreadable(name))
    }

    /// The text of a file; what is no UTF-8 is replaced.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn text(&self, name: &str) -> Result<String> {
        Ok(String::from_utf8_lossy(&self.bytes(name)?).into_owned())
    }

    /// The text of a page as browsers decode it: by its byte order mark, by what its head says, or as UTF-8.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn page(&self, name: &str) -> Result<String> {
        let bytes = self.bytes(name)?;
        Ok(match simdutf8::basic::from_utf8(&bytes) {
            Ok(text) => text.to_owned(),
            // A byte order mark wins over what is said.
            Err(_) => said_encoding(&bytes).unwrap_or(encoding_rs::UTF_8).decode(&bytes).0.into_owned(),
        })
    }

    /// A file, open for reading.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub fn open(&self, name: &str) -> Result<File> {
        Ok(self.folder.file(name).with_context(|| self.unreadable(name))?.file)
    }

    /// What is said when a file cannot be read.
    pub fn unreadable(&self, name: &str) -> String {
        format!("cannot read {}", self.folder.path().join(name).display())
    }
}

/// The encoding that the head of a page names. What is named in bytes is not UTF-16, so that means UTF-8 there.
fn said_encoding(page: &[u8]) -> Option<&'static Encoding> {
    const HEAD: usize = 1024;
    let head = String::from_utf8_lossy(page.get(..HEAD).unwrap_or(page)).to_ascii_lowercase();
    let (_, after) = head.split_once("charset")?;
    let label = after.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let end = label.find(|c: char| c.is_whitespace() || "\"';/>".contains(c)).unwrap_or(label.len());
    let named = Encoding::for_label(label.get(..end)?.as_bytes())?;
    Some(if named.is_ascii_compatible() { named } else { encoding_rs::UTF_8 })
}
