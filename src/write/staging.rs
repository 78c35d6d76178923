//! The hidden folder beside the output folder in which a new edition grows.
//!
//! For `public` it is `.public.curbcut`, on the same disk so that a rename moves a whole edition. In it:
//!
//! | name | what it is | what the next run does with it |
//! |---|---|---|
//! | `lock` | held as long as a build lasts | takes it |
//! | `building` | an edition not yet whole | deletes it |
//! | `ready` | a whole edition; after the swap, the old one | takes it apart, keeping what no build made |
//! | `old` | the old edition, where a disk cannot swap in one step | puts it back if the output folder is missing |
//!
//! Refused: to share the folder with another build.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::carry::{Carried, file_id};
use super::manifest::Manifest;
use super::retire::Retirement;
use super::rights::open_up;
use crate::files::Folder;

/// The locked hidden folder. Dropped, it removes what is not published, and itself.
#[derive(Debug)]
pub(super) struct Staging {
    folder: PathBuf,
    /// Holds the lock until dropped, which is after the folder is gone.
    _lock: File,
}

impl Staging {
    /// Makes and locks the hidden folder beside `out`.
    pub fn lock(out: &Path) -> Result<Self> {
        let mut name = OsString::from(".");
        name.push(out.file_name().unwrap_or_default());
        name.push(".curbcut");
        let folder = out.with_file_name(name);
        let context = || {
            format!(
                "cannot prepare the new site in {}; make that place writable or choose another one with --out",
                folder.display()
            )
        };
        loop {
            match fs::create_dir(&folder) {
                Err(error) if error.kind() != ErrorKind::AlreadyExists => {
                    return Err(error).with_context(context);
                }
                _ => {}
            }
            // Whoever may write beside `out` could have put a link here, to have us write elsewhere.
            let meta = match fs::symlink_metadata(&folder) {
                Err(error) if error.kind() == ErrorKind::NotFound => continue,
                meta => meta.with_context(context)?,
            };
            if !meta.is_dir() {
                bail!("{} is not a folder; move it away", folder.display());
            }
            let path = folder.join("lock");
            let lock = match Folder::open(&folder).and_then(|folder| folder.lock_file("lock")) {
                Err(error) if error.kind() == ErrorKind::NotFound => continue,
                lock => lock.with_context(context)?,
            };
            match lock.try_lock() {
                Err(TryLockError::WouldBlock) => bail!(
                    "another build is writing to {}; wait until it has finished or choose another folder with --out",
                    out.display()
                ),
                locked => locked.map_err(io::Error::from).with_context(context)?,
            }
            // The build before may have removed the file between the opening and the locking of it.
            if is_at(&lock, &path) {
                return Ok(Self { folder, _lock: lock });
            }
        }
    }

    /// Makes the place for a new edition and returns it.
    pub fn prepare(&self) -> Result<PathBuf> {
        let building = self.building();
        fs::create_dir(&building).with_context(|| format!("cannot create {}", building.display()))?;
        Ok(building)
    }

    /// Brings the disk back to a state without leftovers of a killed run. Returns what a person should know.
    pub fn recover(&self, out: &Path) -> Result<Vec<String>> {
        let mut notes = Vec::new();
        let context = || {
            format!(
                "cannot clear away what an earlier run left in {}; move that folder away",
                self.folder.display()
            )
        };
        if is_there(&self.old()) && !is_there(out) {
            fs::rename(self.old(), out).with_context(context)?;
        }
        for set_aside in [self.old(), self.ready()] {
            if is_there(&set_aside) {
                let retirement = Retirement {
                    old_files: &Manifest::read(&set_aside)?,
                    new_files: &Manifest::read(out)?,
                    old: &set_aside,
                    new: out,
                    carried: &Carried::default(),
                };
                notes.extend(retirement.run().with_context(context)?.notes);
            }
        }
        discard(&self.building()).with_context(context)?;
        Ok(notes)
    }

    /// Where an edition grows.
    pub fn building(&self) -> PathBuf {
        self.folder.join("building")
    }

    /// Where a whole edition waits for the swap.
    pub fn ready(&self) -> PathBuf {
        self.folder.join("ready")
    }

    /// Where the old edition goes on a disk that cannot swap in one step.
    pub fn old(&self) -> PathBuf {
        self.folder.join("old")
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // What cannot be removed now is removed by the next run. The lock goes last: until then nobody else
        // works here, and who has opened it meanwhile will see that it is gone.
        if discard(&self.building()).is_ok() && !is_there(&self.ready()) && !is_there(&self.old()) {
            let _ = fs::remove_file(self.folder.join("lock"));
            let _ = fs::remove_dir(&self.folder);
        }
    }
}

/// Deletes a tree of which every file is also elsewhere or can be made again. Links are not followed.
fn discard(tree: &Path) -> io::Result<()> {
    match fs::remove_dir_all(tree) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            open_all(tree)?;
            fs::remove_dir_all(tree)
        }
        done => done,
    }
}

/// Makes every folder of a tree writable for its owner: a folder of somebody else's was copied with its rights.
fn open_all(folder: &Path) -> io::Result<()> {
    open_up(folder)?;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            open_all(&entry.path())?;
        }
    }
    Ok(())
}

fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Whether the open file is still the one at `path`. A system that does not say does not let go of locked files.
fn is_at(file: &File, path: &Path) -> bool {
    match (file.metadata(), fs::symlink_metadata(path)) {
        (Ok(open), Ok(named)) => file_id(&open) == file_id(&named),
        _ => false,
    }
}
