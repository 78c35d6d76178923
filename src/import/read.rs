//! The bytes of a file to import.
//!
//! In: a path. Out: what the file holds. Refused are folders, pipes and devices, which have no end or none to wait for,
//! and files larger than [`limits::TEXT`]; no more than that is ever read.

use std::io;
use std::path::Path;

use crate::files;
use crate::limits;

/// Why a file was not read.
#[derive(Debug, thiserror::Error)]
pub enum NotRead {
    /// The system refuses.
    #[error("cannot read {path}: {cause}")]
    Disk {
        /// The file.
        path: String,
        /// What the system said.
        cause: io::Error,
    },
    /// It is too large.
    #[error(
        "{path} is larger than {}, the most a text can have. Is it a text? If so, import it in parts.",
        limits::size(limits::TEXT)
    )]
    TooLarge {
        /// The file.
        path: String,
    },
}

/// Reads a file.
pub fn read(path: &Path) -> Result<Vec<u8>, NotRead> {
    let shown = || path.display().to_string();
    let disk = |cause| NotRead::Disk { path: shown(), cause };
    let file = files::open(path).map_err(disk)?;
    if file.length > limits::TEXT {
        return Err(NotRead::TooLarge { path: shown() });
    }
    file.whole().map_err(disk)
}
