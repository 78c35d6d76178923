//! What a thing on the disk is.

use std::fmt;
use std::fs::{FileType, Metadata};
use std::io;

/// What a thing on the disk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link.
    Link,
    /// A named pipe.
    Pipe,
    /// A socket.
    Socket,
    /// A device.
    Device,
    /// What this system has besides.
    Other,
}

impl FileKind {
    /// The kind of what was looked at.
    pub fn of(metadata: &Metadata) -> Self {
        metadata.file_type().into()
    }

    /// The error of opening it as something else.
    pub fn refused(self) -> io::Error {
        let why = match self {
            Self::Link => "links are not followed, as they could lead out of the site",
            _ => "only regular files are opened",
        };
        io::Error::new(io::ErrorKind::InvalidInput, format!("it is {self}; {why}"))
    }
}

impl From<FileType> for FileKind {
    fn from(kind: FileType) -> Self {
        #[cfg(unix)]
        {
            use std::os::unix::fs::FileTypeExt;
            if kind.is_fifo() {
                return Self::Pipe;
            }
            if kind.is_socket() {
                return Self::Socket;
            }
            if kind.is_char_device() || kind.is_block_device() {
                return Self::Device;
            }
        }
        match (kind.is_file(), kind.is_dir(), kind.is_symlink()) {
            (true, ..) => Self::File,
            (_, true, _) => Self::Folder,
            (.., true) => Self::Link,
            _ => Self::Other,
        }
    }
}

impl fmt::Display for FileKind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::File => "a file",
            Self::Folder => "a folder",
            Self::Link => "a link to another place",
            Self::Pipe => "a named pipe (FIFO)",
            Self::Socket => "a socket",
            Self::Device => "a device",
            Self::Other => "no file",
        })
    }
}
