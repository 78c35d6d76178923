//! How a file of a site is opened; [`replace`] says how a source is written.
//!
//! In: a folder, held open, and a path in it. Out: the bytes of a file, or what is below the folder. Refused: every link,
//! also one that takes the place of a file or folder while we look, because it could lead out of the site; and whatever
//! is no regular file: a pipe, a socket or a device is never waited for, and the message says what it is.

mod handle;
mod ignored;
mod kind;
pub mod replace;
mod walk;

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use handle::Handle;

pub use ignored::is_ignore_file;
pub use kind::FileKind;
pub use walk::{Found, Which, below};

/// A folder, held open: what is read through it lies below it.
#[derive(Debug)]
pub struct Folder {
    handle: Handle,
    path: PathBuf,
}

impl Folder {
    /// Opens a folder that a user names; links on the way to it are followed.
    ///
    /// # Errors
    /// When there is no such folder, or it may not be read.
    pub fn open(path: &Path) -> io::Result<Self> {
        // An empty path is what is left of “book.toml” without its last part.
        let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
        Ok(Self { handle: Handle::open(path)?, path: path.to_owned() })
    }

    /// Opens a folder below this one.
    ///
    /// # Errors
    /// When it is not there, is a link or lies behind one, or may not be read.
    pub fn folder(&self, path: impl AsRef<Path>) -> io::Result<Self> {
        let path = path.as_ref();
        let handle =
            self.handle.folder(path).map_err(|error| self.explained(path, error, FileKind::Folder))?;
        Ok(Self { handle, path: self.path.join(path) })
    }

    /// Opens a folder below this one, and makes it where it is missing. Returns what it made, the outermost first.
    ///
    /// # Errors
    /// When something else is in its place, or the disk refuses.
    pub fn make(&self, path: impl AsRef<Path>) -> io::Result<(Self, Vec<PathBuf>)> {
        let mut made = Vec::new();
        let mut folder = PathBuf::new();
        for part in path.as_ref() {
            folder.push(part);
            match self.handle.make_folder(&folder) {
                Ok(()) => made.push(self.path.join(&folder)),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(self.explained(&folder, error, FileKind::Folder)),
            }
        }
        Ok((self.folder(folder)?, made))
    }

    /// Opens a file below this folder for reading.
    ///
    /// # Errors
    /// When it is not there, is no regular file, is a link or lies behind one, or may not be read.
    pub fn file(&self, path: impl AsRef<Path>) -> io::Result<Opened> {
        let path = path.as_ref();
        let file = self.handle.file(path).map_err(|error| self.explained(path, error, FileKind::File))?;
        regular(file)
    }

    /// Opens a file of this name in the folder to lock it, and makes it where it is missing.
    ///
    /// # Errors
    /// When something else has that name, or the disk refuses.
    pub fn lock_file(&self, name: &str) -> io::Result<File> {
        let path = Path::new(name);
        match self.handle.create(path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                let file = self
                    .handle
                    .writable(path)
                    .map_err(|error| self.explained(path, error, FileKind::File))?;
                Ok(regular(file)?.file)
            }
            made => made,
        }
    }

    /// Reads a file below this folder whole.
    ///
    /// # Errors
    /// What [`file`](Self::file) says, or when the disk refuses.
    pub fn read(&self, path: impl AsRef<Path>) -> io::Result<Vec<u8>> {
        self.file(path)?.whole()
    }

    /// Where the folder is, for messages.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Says what a thing is that could not be opened, where the system's own words would not.
    fn explained(&self, path: &Path, error: io::Error, wanted: FileKind) -> io::Error {
        match self.handle.kind(path) {
            Ok(kind) if kind != wanted => kind.refused(),
            _ if handle::is_link_error(&error) => FileKind::Link.refused(),
            _ => error,
        }
    }
}

/// Opens a file that a user names; links are followed, but they must lead to a regular file.
///
/// # Errors
/// When it is not there, is no regular file, or may not be read.
pub fn open(path: &Path) -> io::Result<Opened> {
    // To open a device can do something to it.
    match FileKind::of(&path.metadata()?) {
        FileKind::File => regular(handle::open_file(path)?),
        kind => Err(kind.refused()),
    }
}

/// Reads a file that a user names whole.
///
/// # Errors
/// What [`open`] says, or when the disk refuses.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    open(path)?.whole()
}

/// A regular file, open for reading.
#[derive(Debug)]
pub struct Opened {
    /// The file.
    pub file: File,
    /// How long it was when it was opened.
    pub length: u64,
}

impl Opened {
    /// Reads the file whole. Its length is not asked for again: a file that grows meanwhile is read as it was.
    ///
    /// # Errors
    /// When the disk refuses, or the file became shorter.
    pub fn whole(mut self) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; usize::try_from(self.length).map_err(io::Error::other)?];
        self.file.read_exact(&mut bytes).map_err(|error| match error.kind() {
            io::ErrorKind::UnexpectedEof => {
                io::Error::new(error.kind(), "it became shorter while it was read")
            }
            _ => error,
        })?;
        Ok(bytes)
    }
}

fn regular(file: File) -> io::Result<Opened> {
    let found = file.metadata()?;
    match FileKind::of(&found) {
        FileKind::File => Ok(Opened { file, length: found.len() }),
        kind => Err(kind.refused()),
    }
}
