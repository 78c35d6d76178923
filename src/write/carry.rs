//! Takes the files that no build made along into a new edition.
//!
//! In: the old edition and its manifest. Out: the same files in the new edition, as hard links where the disk
//! allows it, and which file each link led to. Refused: a file that stands where the build wants to write; then nothing is published.

use std::collections::HashMap;
use std::fs::{self, File, FileTimes, FileType, Metadata};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context, Result, bail};

use super::MANIFEST;
use super::destination::{Refusal, mount_point};
use super::manifest::{Folders, Manifest};
use crate::files;

/// Names at most this many files in a message.
const NAMED: usize = 5;

/// The files that were linked into the new edition: what is in the old one and not here came later.
#[derive(Debug, Default)]
pub(super) struct Carried(HashMap<PathBuf, Identity>);

/// A file's id, and when it was made: the disk gives the id of a deleted file to the next.
type Identity = (Option<FileId>, Option<SystemTime>);

impl Carried {
    /// Whether `meta` is of the file that was linked from `path`; none when nothing was linked from there.
    pub fn is(&self, path: &Path, meta: &Metadata) -> Option<bool> {
        self.0.get(path).map(|known| *known == identity(meta))
    }
}

/// The disk and the number of a file on it.
pub(super) type FileId = (u64, u64);

/// Carries everything in `old` that `ours` does not list over to `new`.
pub(super) fn carry(old: &Path, new: &Path, ours: &Manifest) -> Result<Carried> {
    let root = look(old)?;
    let mut carrier = Carrier {
        old,
        new,
        ours,
        our_folders: ours.folders(),
        root,
        carried: Carried::default(),
        conflicts: Vec::new(),
    };
    carrier.folder(Path::new(""))?;
    refuse(old, &carrier.conflicts)?;
    Ok(carrier.carried)
}

/// Refuses to take the place of files that no build made, if there are any.
pub(super) fn refuse(folder: &Path, conflicts: &[PathBuf]) -> Result<()> {
    if conflicts.is_empty() {
        return Ok(());
    }
    let named: Vec<_> =
        conflicts.iter().take(NAMED).map(|path| folder.join(path).display().to_string()).collect();
    let more = match conflicts.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    Err(Refusal::new(format!(
        "the build needs the place of files that no build made: {}{more}; \
         move them away or choose another folder with --out",
        named.join(", ")
    ))
    .into())
}

struct Carrier<'a> {
    old: &'a Path,
    new: &'a Path,
    ours: &'a Manifest,
    our_folders: Folders,
    root: Metadata,
    carried: Carried,
    conflicts: Vec<PathBuf>,
}

impl Carrier<'_> {
    fn folder(&mut self, path: &Path) -> Result<()> {
        let (old, new) = (self.old.join(path), self.new.join(path));
        let meta = look(&old)?;
        if file_id(&meta).map(|id| id.0) != file_id(&self.root).map(|id| id.0) {
            bail!(mount_point(&old));
        }
        let foreign = !self.our_folders.holds(path);
        if foreign && let Err(error) = fs::create_dir_all(&new) {
            match error.kind() {
                ErrorKind::AlreadyExists | ErrorKind::NotADirectory => self.conflicts.push(path.to_owned()),
                _ => return Err(error).with_context(|| format!("cannot create {}", new.display())),
            }
            return Ok(());
        }
        for entry in
            fs::read_dir(&old).with_context(|| format!("cannot read the folder {}", old.display()))?
        {
            let entry = entry.with_context(|| format!("cannot read the folder {}", old.display()))?;
            let kind =
                entry.file_type().with_context(|| format!("cannot look at {}", entry.path().display()))?;
            let path = path.join(entry.file_name());
            if kind.is_dir() {
                self.folder(&path)?;
            } else if !self.ours.holds(&path) && path != Path::new(MANIFEST) {
                self.file(path, kind)?;
            }
        }
        if foreign || new.is_dir() {
            keep_folder_rights(&meta, &new)
                .with_context(|| format!("cannot set the rights of {}", new.display()))?;
        }
        if foreign {
            // After the files, each of which set the time anew. A disk that refuses loses a date, no content.
            let _ = File::open(&new).and_then(|folder| folder.set_times(times(&meta)));
        }
        Ok(())
    }

    fn file(&mut self, path: PathBuf, kind: FileType) -> Result<()> {
        let (old, new) = (self.old.join(&path), self.new.join(&path));
        if let Some(parent) = new.parent()
            && let Err(error) = fs::create_dir_all(parent)
        {
            match error.kind() {
                ErrorKind::AlreadyExists | ErrorKind::NotADirectory => self.conflicts.push(path),
                _ => return Err(error).with_context(|| format!("cannot create {}", parent.display())),
            }
            return Ok(());
        }
        let done = match fs::hard_link(&old, &new) {
            Err(error) if error.kind() == ErrorKind::CrossesDevices => bail!(mount_point(&old)),
            Err(error) if matches!(error.kind(), ErrorKind::AlreadyExists | ErrorKind::NotFound) => {
                Err(error)
            }
            Err(_) if kind.is_symlink() => copy_link(&old, &new),
            Err(_) if kind.is_file() => copy_file(&old, &new),
            Ok(()) => fs::symlink_metadata(&new).map(|meta| {
                self.carried.0.insert(path.clone(), identity(&meta));
            }),
            Err(error) => Err(error),
        };
        match done {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                self.conflicts.push(path);
                Ok(())
            }
            // Somebody removed it while we looked.
            Err(error) if error.kind() == ErrorKind::NotFound && fs::symlink_metadata(&old).is_err() => {
                Ok(())
            }
            Err(error) => {
                Err(error).with_context(|| format!("cannot carry {} over to the new site", old.display()))
            }
        }
    }
}

/// Copies a file with its rights and times, and never over another.
fn copy_file(old: &Path, new: &Path) -> io::Result<()> {
    let mut from = files::open(old)?.file;
    let meta = from.metadata()?;
    let mut to = File::create_new(new)?;
    io::copy(&mut from, &mut to)?;
    to.set_permissions(meta.permissions())?;
    to.set_times(times(&meta))
}

fn copy_link(old: &Path, new: &Path) -> io::Result<()> {
    let target = fs::read_link(old)?;
    #[cfg(unix)]
    return std::os::unix::fs::symlink(target, new);
    #[cfg(windows)]
    return std::os::windows::fs::symlink_file(target, new);
}

fn times(meta: &Metadata) -> FileTimes {
    let mut times = FileTimes::new();
    if let Ok(modified) = meta.modified() {
        times = times.set_modified(modified);
    }
    if let Ok(accessed) = meta.accessed() {
        times = times.set_accessed(accessed);
    }
    times
}

/// Gives the new folder the rights of the old one, and its owner where we may: a web server may depend on them.
fn keep_folder_rights(old: &Metadata, new: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, chown};
        let made = fs::symlink_metadata(new)?;
        if (old.uid(), old.gid()) != (made.uid(), made.gid()) {
            // Only the administrator may give a folder away, and a site of our own serves as well.
            let _ = chown(new, Some(old.uid()), Some(old.gid()));
        }
        if old.mode() == made.mode() {
            return Ok(());
        }
    }
    fs::set_permissions(new, old.permissions())
}

fn look(path: &Path) -> Result<Metadata> {
    fs::symlink_metadata(path).with_context(|| format!("cannot look at {}", path.display()))
}

fn identity(meta: &Metadata) -> Identity {
    (file_id(meta), meta.created().ok())
}

/// What distinguishes a file from every other on this machine.
#[cfg(unix)]
pub(super) fn file_id(meta: &Metadata) -> Option<FileId> {
    use std::os::unix::fs::MetadataExt;
    Some((meta.dev(), meta.ino()))
}

/// What distinguishes a file from every other; this system does not say.
#[cfg(not(unix))]
pub(super) fn file_id(_meta: &Metadata) -> Option<FileId> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_keeps_rights_and_times_and_never_overwrites() {
        let folder = tempfile::tempdir().unwrap();
        let [old, new] = ["旧", "新"].map(|name| folder.path().join(name));
        fs::write(&old, "照片").unwrap();
        let then = std::time::UNIX_EPOCH + std::time::Duration::new(1_700_000_000, 123_456_789);
        File::options().write(true).open(&old).unwrap().set_modified(then).unwrap();
        let mut rights = fs::metadata(&old).unwrap().permissions();
        rights.set_readonly(true);
        fs::set_permissions(&old, rights).unwrap();

        copy_file(&old, &new).unwrap();
        let copy = fs::metadata(&new).unwrap();
        assert_eq!(copy.modified().unwrap(), then);
        assert!(copy.permissions().readonly());
        assert_eq!(fs::read_to_string(&new).unwrap(), "照片");
        assert_eq!(copy_file(&old, &new).unwrap_err().kind(), ErrorKind::AlreadyExists);
    }

    #[test]
    fn a_copied_link_is_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let [old, new] = ["旧", "新"].map(|name| folder.path().join(name));
        #[cfg(unix)]
        std::os::unix::fs::symlink("不存在", &old).unwrap();
        #[cfg(windows)]
        std::os::windows::fs::symlink_file("不存在", &old).unwrap();
        copy_link(&old, &new).unwrap();
        assert_eq!(fs::read_link(&new).unwrap(), Path::new("不存在"));
    }
}
