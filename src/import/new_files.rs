//! Puts an imported document into the content folder.
//!
//! In: the folder, the document, and the tag of its language where that is not the site's. Out: `<slug>/index.md` or
//! `<slug>/index.<tag>.md`, its pictures, `imported.yaml` with what was made of it, and `easy-read.md` or `easy-read.<tag>.md` beside it
//! unless there is one. A file that exists is refused unless the caller says to replace it; a link in place of the folder is refused always.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::Imported;
use super::again::{Record, record_name};
use crate::files::{Folder, replace};

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
    /// The pictures.
    pub pictures: Vec<PathBuf>,
    /// What was made of it, for the next import.
    pub record: PathBuf,
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
    /// The file that is there may not be replaced.
    #[error("could not write {}: {refused}", .path.display())]
    Refused {
        /// The file.
        path: PathBuf,
        /// Why.
        refused: replace::NotWritten,
    },
    /// The disk.
    #[error("could not write {}: {cause}", .path.display())]
    Disk {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
}

/// The names of the files of a document: the official text and the easy-read version.
pub fn names(tag: Option<&str>) -> [String; 2] {
    let tag = tag.map_or_else(String::new, |tag| format!(".{tag}"));
    ["index", "easy-read"].map(|base| format!("{base}{tag}.md"))
}

/// Whether a document could be written, as far as the names of its files say.
///
/// # Errors
/// When it could not.
pub fn may_write(
    content: &Path,
    imported: &Imported,
    tag: Option<&str>,
    overwrite: Overwrite,
) -> Result<(), NotWritten> {
    let folder = content.join(&imported.slug);
    if fs::symlink_metadata(&folder).is_ok_and(|found| found.is_symlink()) {
        return Err(NotWritten::Link(folder));
    }
    let [index, _] = names(tag);
    let index = folder.join(index);
    let is_there = fs::symlink_metadata(&index).is_ok();
    if is_there && overwrite == Overwrite::Never { Err(NotWritten::Exists(index)) } else { Ok(()) }
}

/// Writes a document; each file appears whole or not at all.
///
/// # Errors
/// When a file is there already, or the disk refuses.
pub fn write_new(
    content: &Path,
    imported: &Imported,
    tag: Option<&str>,
    overwrite: Overwrite,
) -> Result<Written, NotWritten> {
    may_write(content, imported, tag, overwrite)?;
    let folder = content.join(&imported.slug);
    let disk = |path: &Path, cause| NotWritten::Disk { path: path.to_owned(), cause };
    // From the folder around it, so that a link in place of the content folder is not followed either.
    let around = content.parent().unwrap_or(content);
    let site = Folder::open(around).map_err(|cause| disk(around, cause))?;
    let within = content.file_name().unwrap_or_default().to_string_lossy();
    let [index, easy_read] = names(tag);
    let mut pictures = Vec::new();
    for picture in &imported.pictures {
        let path = format!("{within}/{}/{}", imported.slug, picture.name);
        let place = folder.join(&picture.name);
        match replace::create(&site, &path, &picture.bytes) {
            // The name says which bytes it holds.
            Ok(()) | Err(replace::NotWritten::Exists) => pictures.push(place),
            Err(replace::NotWritten::Disk(cause)) => return Err(disk(&place, cause)),
            Err(refused) => return Err(NotWritten::Refused { path: place, refused }),
        }
    }
    let put = |name: String, text: &str, overwrite| {
        let path = format!("{within}/{}/{name}", imported.slug);
        let written = match overwrite {
            Overwrite::Never => replace::create(&site, &path, text.as_bytes()),
            Overwrite::Force => replace::put(&site, &path, text),
        };
        let place = folder.join(name);
        match written {
            Ok(()) => Ok(place),
            Err(replace::NotWritten::Exists) => Err(NotWritten::Exists(place)),
            Err(replace::NotWritten::Disk(cause)) => Err(disk(&place, cause)),
            Err(refused) => Err(NotWritten::Refused { path: place, refused }),
        }
    };
    let record = record_name(&index);
    let index = put(index, &imported.markdown, overwrite)?;
    // The program alone writes this file.
    let record = put(record, &Record::of(imported).file(), Overwrite::Force)?;
    let easy_read = match put(easy_read, &imported.easy_read, Overwrite::Never) {
        Ok(easy_read) => Some(easy_read),
        Err(NotWritten::Exists(_)) => None,
        Err(other) => return Err(other),
    };
    Ok(Written { index, easy_read, pictures, record })
}
