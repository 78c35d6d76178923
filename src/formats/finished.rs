//! Finished files on the disk, as an audit reads them.

use std::collections::HashSet;
use std::fs::File;

use anyhow::{Context as _, Result};

use crate::files::Folder;

/// A folder and what is in it.
#[derive(Debug)]
pub struct Finished {
    /// The folder.
    pub folder: Folder,
    /// The paths of all files in it.
    pub all: HashSet<String>,
}

impl Finished {
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
