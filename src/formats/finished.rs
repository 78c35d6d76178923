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
