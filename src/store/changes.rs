//! What reading sources again changed, and what could not be listed.
//!
//! In: what the [store](super) read, and the errors of the disk. Out: what a preview makes anew, and findings.

use std::sync::Arc;

use crate::document::Document;
use crate::finding::{Finding, Place, Severity};

/// What reading sources again changed.
#[derive(Debug, Default)]
pub struct Changes {
    /// Texts that took the place of their last reading.
    pub texts: Vec<Arc<Document>>,
    /// Everything was looked at: settings and languages may have changed.
    pub all: bool,
    /// Sources came, went, or changed what belongs together: the library must be put together again.
    pub library: bool,
    /// A file that is published as it is came, went or changed.
    pub assets: bool,
    /// Findings changed, if nothing else.
    pub findings: bool,
}

/// A folder of sources that cannot be listed.
#[derive(Debug)]
pub struct Unlisted {
    folder: &'static str,
    error: anyhow::Error,
}

impl Unlisted {
    pub(super) fn of(folder: &'static str) -> impl FnOnce(anyhow::Error) -> Self {
        move |error| Self { folder, error }
    }

    /// What a preview says of it, which goes on with what it has.
    pub fn finding(&self) -> Finding {
        unreadable(self.folder, &self.error)
    }
}

impl From<Unlisted> for anyhow::Error {
    fn from(unlisted: Unlisted) -> Self {
        unlisted.error
    }
}

/// The finding of a folder that cannot be read.
pub fn unreadable(folder: &str, error: &anyhow::Error) -> Finding {
    Finding::new("content/unreadable", Severity::Error, Place::File(folder.into()), format!("{error:#}"))
        .help("Check that the folder is there and may be read.")
}
