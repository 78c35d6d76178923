//! The bytes of a file to import.
//!
//! In: a path. Out: what the file holds. Refused are folders, pipes and devices, which have no end or none to wait for,
//! and files larger than [`LARGEST`]; no more than that is ever read.

use std::fs::{self, OpenOptions};
use std::io::{self, Read as _};
use std::path::Path;

/// The largest file that is imported, in bytes.
pub const LARGEST: u64 = 16 * 1024 * 1024;

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
    /// It is no file.
    #[error("{path} is {what}, not a file. Save the text as a file, and import that file.")]
    NoFile {
        /// The path.
        path: String,
        /// What it is.
        what: &'static str,
    },
    /// It is too large.
    #[error(
        "{path} is larger than {} MB, the most a text can have. Is it a text? If so, import it in parts.",
        LARGEST / 1024 / 1024
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
    let no_file = |kind: fs::FileType| NotRead::NoFile { path: shown(), what: what(kind) };
    // Opening a device may already do something, so it is looked at before; the open file is what counts.
    let found = fs::metadata(path).map_err(disk)?;
    if !found.is_file() {
        return Err(no_file(found.file_type()));
    }
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(
        &mut options,
        i32::try_from(rustix::fs::OFlags::NONBLOCK.bits()).unwrap_or(0),
    );
    let file = options.open(path).map_err(disk)?;
    let found = file.metadata().map_err(disk)?;
    if !found.is_file() {
        return Err(no_file(found.file_type()));
    }
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(disk)?;
    if bytes.len() as u64 > LARGEST {
        return Err(NotRead::TooLarge { path: shown() });
    }
    Ok(bytes)
}

fn what(kind: fs::FileType) -> &'static str {
    if kind.is_dir() {
        return "a folder";
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt as _;
        if kind.is_fifo() {
            return "a pipe";
        }
        if kind.is_socket() {
            return "a socket";
        }
    }
    "a device"
}
