//! Puts an imported document into the content folder.
//!
//! In: the folder and the document. Out: `<slug>/index.md`, and `<slug>/easy-read.md` unless there is one. A file
//! that exists is refused unless the caller says to replace it; a link in place of the folder is refused always.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use super::Imported;

/// What to do where `index.md` exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overwrite {
    /// Refuse.
    Never,
    /// Replace it.
    Force,
}

/// What was written.
#[derive(Debug, PartialEq, Eq)]
pub struct Written {
    /// The official text.
    pub index: PathBuf,
    /// The skeleton of the easy-read version; none where there was a file already.
    pub easy_read: Option<PathBuf>,
}

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum NotWritten {
    /// The document is there already.
    #[error("{} exists already; it was not changed (--force replaces it)", .0.display())]
    Exists(PathBuf),
    /// The document's folder is a link and could lead out of the content folder.
    #[error("{} is a link, not a folder; nothing was written", .0.display())]
    Link(PathBuf),
    /// The disk.
    #[error("could not write {}: {cause}", .path.display())]
    Disk {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
}

/// Writes a document; each file appears whole or not at all.
pub fn write_new(content: &Path, imported: &Imported, overwrite: Overwrite) -> Result<Written, NotWritten> {
    let folder = content.join(&imported.slug);
    if fs::symlink_metadata(&folder).is_ok_and(|found| found.is_symlink()) {
        return Err(NotWritten::Link(folder));
    }
    fs::create_dir_all(&folder).map_err(|cause| NotWritten::Disk { path: folder.clone(), cause })?;
    let index = folder.join("index.md");
    put(&folder, &index, &imported.markdown, overwrite)?;
    let easy_read = folder.join("easy-read.md");
    let easy_read = match put(&folder, &easy_read, &imported.easy_read, Overwrite::Never) {
        Ok(()) => Some(easy_read),
        Err(NotWritten::Exists(_)) => None,
        Err(other) => return Err(other),
    };
    Ok(Written { index, easy_read })
}

fn put(folder: &Path, path: &Path, text: &str, overwrite: Overwrite) -> Result<(), NotWritten> {
    let disk = |cause| NotWritten::Disk { path: path.to_owned(), cause };
    let mut file = new_file(folder).map_err(disk)?;
    file.write_all(text.as_bytes()).map_err(disk)?;
    let put = match overwrite {
        Overwrite::Force => file.persist(path),
        Overwrite::Never => file.persist_noclobber(path),
    };
    match put {
        Ok(_) => Ok(()),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => {
            Err(NotWritten::Exists(path.to_owned()))
        }
        Err(error) => Err(disk(error.error)),
    }
}

/// A file beside its final place, readable by others as any new file is.
fn new_file(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.prefix(".import-").tempfile_in(folder)
}
