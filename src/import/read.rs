//! The bytes of a file to import.
//!
//! In: a path. Out: what the file holds. Refused are folders, pipes and devices, which have no end or none to wait for,
//! and files larger than [`limits::TEXT`], or [`limits::DOCUMENT`] for an archive; no more than that is ever read.

use std::fs::File;
use std::io::{self, Read, Seek};
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
        "{path} is larger than {}, the most that is read of such a file. Is it a document? If so, import it in parts.",
        limits::size(*most)
    )]
    TooLarge {
        /// The file.
        path: String,
        /// How large it may be, in bytes.
        most: u64,
    },
}

/// Reads a file.
pub fn read(path: &Path) -> Result<Vec<u8>, NotRead> {
    let shown = || path.display().to_string();
    let disk = |cause| NotRead::Disk { path: shown(), cause };
    let mut file = files::open(path).map_err(disk)?;
    // An archive holds pictures besides words.
    let most = if is_archive(&mut file.file).map_err(disk)? { limits::DOCUMENT } else { limits::TEXT };
    if file.length > most {
        return Err(NotRead::TooLarge { path: shown(), most });
    }
    file.whole().map_err(disk)
}

/// Whether a file begins as ZIP archives do.
fn is_archive(file: &mut File) -> io::Result<bool> {
    let mut begin = Vec::new();
    file.take(2).read_to_end(&mut begin)?;
    file.rewind()?;
    Ok(begin == b"PK")
}
