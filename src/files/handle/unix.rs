//! Unix: everything is opened from an open folder.

use std::ffi::OsString;
use std::fs::File;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Component, Path};

use rustix::fs::{AtFlags, FileType, Mode, OFlags};
use rustix::io::Errno;

use crate::files::FileKind;

/// An open folder.
#[derive(Debug)]
pub struct Handle(OwnedFd);

/// Opening never waits, not even for the writer of a pipe, and never takes a terminal over.
const FILE: OFlags = OFlags::RDONLY.union(NEVER_WAITS).union(OFlags::NOFOLLOW).union(OFlags::CLOEXEC);
const NEVER_WAITS: OFlags = OFlags::NONBLOCK.union(OFlags::NOCTTY);
const FOLDER: OFlags = OFlags::RDONLY.union(OFlags::DIRECTORY).union(OFlags::NOFOLLOW).union(OFlags::CLOEXEC);
/// What a new file may be, less what the user's mask takes away.
const NEW_FILE: Mode = Mode::from_raw_mode(0o666);

impl Handle {
    pub fn open(path: &Path) -> io::Result<Self> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        Ok(Self(rustix::fs::open(path, flags, Mode::empty())?))
    }

    pub fn folder(&self, path: &Path) -> io::Result<Self> {
        Ok(Self(self.beneath(path, FOLDER)?))
    }

    pub fn file(&self, path: &Path) -> io::Result<File> {
        Ok(self.beneath(path, FILE)?.into())
    }

    /// Makes the folder; the folder around it must be there.
    pub fn make_folder(&self, path: &Path) -> io::Result<()> {
        let (around, name) = match (path.parent(), path.file_name()) {
            (Some(around), Some(name)) => (around, name),
            _ => return Err(Errno::INVAL.into()),
        };
        let around = self.beneath(around, FOLDER)?;
        Ok(rustix::fs::mkdirat(around, name, Mode::from_raw_mode(0o777))?)
    }

    /// What is at this place; a link is a link.
    pub fn kind(&self, path: &Path) -> io::Result<FileKind> {
        let found = rustix::fs::statat(&self.0, path, AtFlags::SYMLINK_NOFOLLOW)?;
        Ok(kind_of(FileType::from_raw_mode(found.st_mode)))
    }

    /// The names in a folder below this one.
    pub fn entries(&self, path: &Path) -> io::Result<Vec<(OsString, FileKind)>> {
        let folder = self.beneath(path, FOLDER)?;
        let mut entries = Vec::new();
        for entry in rustix::fs::Dir::new(folder)? {
            let entry = entry?;
            let name = std::ffi::OsStr::from_bytes(entry.file_name().to_bytes());
            if name == "." || name == ".." {
                continue;
            }
            let kind = match entry.file_type() {
                // Not every disk says it in the list.
                FileType::Unknown => match self.kind(&path.join(name)) {
                    Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                    kind => kind?,
                },
                kind => kind_of(kind),
            };
            entries.push((name.to_owned(), kind));
        }
        Ok(entries)
    }

    /// Makes a file of this name in the folder, to be written. It must not be there.
    pub fn create(&self, name: &Path) -> io::Result<File> {
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        Ok(rustix::fs::openat(&self.0, name, flags, NEW_FILE)?.into())
    }

    /// Opens a file of this name in the folder to read and write it.
    pub fn writable(&self, name: &Path) -> io::Result<File> {
        let flags = OFlags::RDWR | NEVER_WAITS | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        Ok(rustix::fs::openat(&self.0, name, flags, Mode::empty())?.into())
    }

    /// Whether an open file is the one of this name in the folder.
    pub fn holds(&self, name: &Path, file: &File) -> io::Result<bool> {
        let open = rustix::fs::fstat(file)?;
        match rustix::fs::statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW) {
            Ok(named) => Ok((open.st_dev, open.st_ino) == (named.st_dev, named.st_ino)),
            Err(Errno::NOENT) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    pub fn remove(&self, name: &Path) -> io::Result<()> {
        Ok(rustix::fs::unlinkat(&self.0, name, AtFlags::empty())?)
    }

    /// Gives a file another name, in the place of what has that name.
    pub fn rename(&self, old: &Path, new: &Path) -> io::Result<()> {
        Ok(rustix::fs::renameat(&self.0, old, &self.0, new)?)
    }

    /// Gives a file another name that nothing has.
    pub fn rename_new(&self, old: &Path, new: &Path) -> io::Result<()> {
        #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
        {
            use rustix::fs::{RenameFlags, renameat_with};
            match renameat_with(&self.0, old, &self.0, new, RenameFlags::NOREPLACE) {
                Err(Errno::INVAL | Errno::NOTSUP | Errno::NOSYS) => {}
                done => return Ok(done?),
            }
        }
        rustix::fs::linkat(&self.0, old, &self.0, new, AtFlags::empty())?;
        self.remove(old)
    }

    /// Waits until the disk has the names in the folder.
    pub fn sync(&self) -> io::Result<()> {
        match rustix::fs::fsync(&self.0) {
            // Some disks know no such thing.
            Err(Errno::INVAL | Errno::NOTSUP) => Ok(()),
            done => Ok(done?),
        }
    }

    fn beneath(&self, path: &Path, flags: OFlags) -> rustix::io::Result<OwnedFd> {
        if path.as_os_str().is_empty() {
            return rustix::fs::openat(&self.0, c".", flags, Mode::empty());
        }
        #[cfg(any(target_os = "linux", target_os = "android"))]
        {
            use rustix::fs::{ResolveFlags, openat2};
            let ways = ResolveFlags::BENEATH | ResolveFlags::NO_SYMLINKS;
            match openat2(&self.0, path, flags, Mode::empty(), ways) {
                // An old system, one that forbids the call, or somebody renames folders just now.
                Err(Errno::NOSYS | Errno::PERM | Errno::AGAIN) => {}
                opened => return opened,
            }
        }
        step_by_step(self.0.as_fd(), path, flags)
    }
}

/// Opens each folder on the way from the one before, without following links.
fn step_by_step(from: impl AsFd, path: &Path, flags: OFlags) -> rustix::io::Result<OwnedFd> {
    let mut around: Option<OwnedFd> = None;
    let mut parts = path.components().peekable();
    while let Some(part) = parts.next() {
        let Component::Normal(name) = part else { return Err(Errno::XDEV) };
        let flags = if parts.peek().is_some() { FOLDER } else { flags };
        let from = around.as_ref().map_or(from.as_fd(), |around| around.as_fd());
        around = Some(rustix::fs::openat(from, name, flags, Mode::empty())?);
    }
    around.ok_or(Errno::NOENT)
}

/// Opens a file by its path; links are followed.
pub fn open_file(path: &Path) -> io::Result<File> {
    File::options().read(true).custom_flags(NEVER_WAITS.bits() as i32).open(path)
}

/// Whether the system refused because of a link.
pub fn is_link_error(error: &io::Error) -> bool {
    [Errno::LOOP, Errno::XDEV].iter().any(|link| error.raw_os_error() == Some(link.raw_os_error()))
}

fn kind_of(kind: FileType) -> FileKind {
    match kind {
        FileType::RegularFile => FileKind::File,
        FileType::Directory => FileKind::Folder,
        FileType::Symlink => FileKind::Link,
        FileType::Fifo => FileKind::Pipe,
        FileType::Socket => FileKind::Socket,
        FileType::CharacterDevice | FileType::BlockDevice => FileKind::Device,
        _ => FileKind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_in_one_step_and_the_way_in_many_lead_to_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let at = |path: &str| folder.path().join(path);
        std::fs::create_dir_all(at("站/决议/一")).unwrap();
        std::fs::write(at("站/决议/一/index.md"), "字").unwrap();
        std::fs::write(at("外.md"), "外").unwrap();
        std::os::unix::fs::symlink("../外.md", at("站/链接.md")).unwrap();
        std::os::unix::fs::symlink("..", at("站/上")).unwrap();
        std::os::unix::fs::symlink("决议", at("站/内")).unwrap();
        let site = Handle::open(&at("站")).unwrap();
        for (path, opens) in [
            ("决议/一/index.md", true),
            ("链接.md", false),
            ("上/外.md", false),
            ("内/一/index.md", false),
            ("../外.md", false),
            ("决议/../../外.md", false),
            ("决议/没有.md", false),
        ] {
            let path = Path::new(path);
            assert_eq!(site.file(path).is_ok(), opens, "{path:?}");
            assert_eq!(step_by_step(&site.0, path, FILE).is_ok(), opens, "{path:?}");
        }
        assert!(site.file(&at("外.md")).is_err() && step_by_step(&site.0, &at("外.md"), FILE).is_err());
    }
}
