//! Waits for the disk.
//!
//! In: a folder. Out: what is in it is on the disk, and not only in the memory of the system.

use std::fs::File;
use std::io;
use std::path::Path;

/// Waits until the disk has every file below a folder. One call stores all of them together, which costs far less than to
/// ask for each.
#[cfg(any(target_os = "linux", target_os = "android"))]
pub(super) fn store_all(folder: &Path) -> io::Result<()> {
    Ok(rustix::fs::syncfs(File::open(folder)?)?)
}

/// Waits until the disk has every file below a folder.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
pub(super) fn store_all(folder: &Path) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        if kind.is_dir() {
            store_all(&entry.path())?;
        } else if kind.is_file() {
            File::options().write(true).open(entry.path())?.sync_all()?;
        }
    }
    store_names(folder)
}

/// Waits until the disk has the names in a folder.
pub(super) fn store_names(folder: &Path) -> io::Result<()> {
    if cfg!(windows) {
        // There a folder cannot be opened; a rename is stored with the journal.
        return Ok(());
    }
    match File::open(folder)?.sync_all() {
        // Some disks know no such thing.
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => {
            Ok(())
        }
        done => done,
    }
}
