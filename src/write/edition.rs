//! A new edition of the site, from its first file to its place on the disk.
//!
//! In: the output folder, then files. Out: a [`Report`] of what changed. Refused: what [`super::path`] and
//! [`super::destination`] refuse, two files with one path, and to publish after any file failed.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering::Relaxed};
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Context, Result, anyhow, bail, ensure};
use blake3::{Hash, Hasher};

use super::carry::{Carried, carry, refuse};
use super::destination::{Destination, Refusal};
use super::manifest::Manifest;
use super::path;
use super::retire::Retirement;
use super::staging::Staging;
use super::swap::put_in_place;
use crate::files::Opened;

/// So many bytes of a file are in memory at once while it is copied.
const PIECE: usize = 1 << 18;

/// What an edition changed on the disk.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// Files that are new or have new bytes.
    pub written: usize,
    /// Files that are as they were.
    pub unchanged: usize,
    /// Files of the last edition that this one does not have.
    pub removed: usize,
    /// The size of all files of this edition together, in bytes.
    pub bytes: u64,
    /// What a person should know, each a sentence without full stop.
    pub notes: Vec<String>,
}

/// A new edition of a site folder, invisible until it is published.
///
/// Dropped without [`publish`](Self::publish), it leaves the old edition exactly as it was and removes itself.
#[derive(Debug)]
pub struct Edition {
    // Dropped in this order: the hidden folder must be gone before its parents can go.
    staging: Staging,
    destination: Destination,
    building: PathBuf,
    /// What the last build made.
    before: Manifest,
    /// What this one has made so far.
    files: Mutex<Manifest>,
    /// Folders that exist in `building`.
    folders: Mutex<HashSet<Box<str>>>,
    written: AtomicUsize,
    unchanged: AtomicUsize,
    bytes: AtomicU64,
    failed: AtomicBool,
    notes: Vec<String>,
}

impl Edition {
    /// Begins a new edition of the site at `out`, after clearing away what a killed run left.
    ///
    /// # Errors
    /// When `out` cannot be a site's folder, when another build is writing to it, or when the disk refuses.
    pub fn begin(out: &Path) -> Result<Self> {
        let destination = Destination::settle(out)?;
        let staging = Staging::lock(destination.path())?;
        let notes = staging.recover(destination.path())?;
        let before = Manifest::read(destination.path())?;
        destination.inspect(&before)?;
        let building = staging.prepare()?;
        Ok(Self {
            staging,
            destination,
            building,
            before,
            files: Mutex::default(),
            folders: Mutex::default(),
            written: AtomicUsize::new(0),
            unchanged: AtomicUsize::new(0),
            bytes: AtomicU64::new(0),
            failed: AtomicBool::new(false),
            notes,
        })
    }

    /// Begins an edition of other files in a folder of their own, which may neither lie in this one nor hold it. Whatever a build
    /// made there before must end as these files do, or it is a site.
    ///
    /// # Errors
    /// As for [`begin`](Self::begin), and when the folder is that of something else.
    pub fn begin_beside(&self, folder: &Path, ending: &str) -> Result<Self> {
        let other = Destination::settle(folder)?;
        let (own, other) = (self.destination.path(), other.path());
        if own.starts_with(other) || other.starts_with(own) {
            return Err(Refusal::new(format!(
                "{} and {}, where the site is built, may not lie in each other; choose another folder with --out",
                other.display(),
                own.display()
            ))
            .into());
        }
        let edition = Self::begin(folder)?;
        if let Some((path, _)) = edition.before.files().find(|(path, _)| !path.ends_with(ending)) {
            return Err(Refusal::new(format!(
                "{} holds what a build of a site made ({path}); choose another folder with --out",
                folder.display()
            ))
            .into());
        }
        Ok(edition)
    }

    /// Adds a file; `path` is relative to the site's root with `/` between its parts.
    ///
    /// # Errors
    /// When the path is refused or already taken, or when the disk refuses. After an error nothing is published.
    pub fn add(&self, path: &str, bytes: impl AsRef<[u8]>) -> Result<()> {
        let added = self.try_add(path, bytes.as_ref());
        if added.is_err() {
            self.failed.store(true, Relaxed);
        }
        added
    }

    /// Adds a file piece by piece, so that memory does not grow with it.
    ///
    /// # Errors
    /// As for [`add`](Self::add), or when the file changes while it is read.
    pub fn copy(&self, path: &str, file: Opened) -> Result<()> {
        let added = self.try_copy(path, file);
        if added.is_err() {
            self.failed.store(true, Relaxed);
        }
        added
    }

    fn try_copy(&self, path: &str, Opened { mut file, length }: Opened) -> Result<()> {
        let mut hasher = Hasher::new();
        hasher.update_reader((&file).take(length)).with_context(|| format!("cannot read {path}"))?;
        ensure!(hasher.count() == length, "{path} became shorter while it was read");
        let hash = hasher.finalize();
        self.put(path, length, hash, |new| {
            file.rewind()?;
            // Hashed once more: what is written must be what the hash is of.
            let (mut again, mut whole) = (Hasher::new(), (&file).take(length));
            let mut piece = vec![0; PIECE];
            loop {
                let read = whole.read(&mut piece)?;
                if read == 0 {
                    break;
                }
                let read = piece.get(..read).unwrap_or_default();
                again.update(read);
                new.write_all(read)?;
            }
            match again.finalize() == hash {
                true => Ok(()),
                false => Err(io::Error::other("it changed while it was read")),
            }
        })
    }

    fn try_add(&self, path: &str, bytes: &[u8]) -> Result<()> {
        self.put(path, bytes.len() as u64, blake3::hash(bytes), |new| new.write_all(bytes))
    }

    fn put(
        &self,
        path: &str,
        length: u64,
        hash: Hash,
        write: impl FnOnce(&mut File) -> io::Result<()>,
    ) -> Result<()> {
        path::check(path).map_err(|reason| anyhow!("{path:?} cannot be the path of a page: {reason}"))?;
        if !held(&self.files).insert(path, hash) {
            bail!("two pages have the path {path}; give one of them another name");
        }
        self.place(path, length, hash, write).map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists | ErrorKind::NotADirectory => {
                anyhow!("{path} cannot be written: on this disk a file or folder of the site has that name already")
            }
            _ => anyhow::Error::new(error).context(format!("cannot write {path}")),
        })?;
        self.bytes.fetch_add(length, Relaxed);
        Ok(())
    }

    /// Keeps the files of the last edition with these paths, as they are, unless this edition has one of that path.
    ///
    /// # Errors
    /// When the disk refuses. After an error nothing is published.
    pub fn keep(&self, wanted: impl Fn(&str) -> bool) -> Result<()> {
        let out = self.destination.path();
        for (path, hash) in self.before.files().filter(|(path, _)| wanted(path)) {
            let (old, new) = (out.join(path), self.building.join(path));
            let Ok(meta) = fs::symlink_metadata(&old) else { continue };
            if !meta.is_file() || !held(&self.files).insert(path, hash) {
                continue;
            }
            let kept = path.rsplit_once('/').map_or(Ok(()), |(folder, _)| self.make_folder(folder));
            if let Err(error) = kept.and_then(|()| link_or_copy(&old, &new)) {
                self.failed.store(true, Relaxed);
                return Err(error).with_context(|| format!("cannot keep {}", old.display()));
            }
            self.unchanged.fetch_add(1, Relaxed);
            self.bytes.fetch_add(meta.len(), Relaxed);
        }
        Ok(())
    }

    fn place(
        &self,
        path: &str,
        length: u64,
        hash: Hash,
        write: impl FnOnce(&mut File) -> io::Result<()>,
    ) -> io::Result<()> {
        if let Some((folder, _)) = path.rsplit_once('/') {
            self.make_folder(folder)?;
        }
        let new = self.building.join(path);
        if self.before.hash(path) == Some(hash) && self.link(path, length, &new) {
            self.unchanged.fetch_add(1, Relaxed);
            return Ok(());
        }
        write(&mut File::create_new(&new)?)?;
        self.written.fetch_add(1, Relaxed);
        Ok(())
    }

    /// Links the file of the last edition, if it is still as the build left it.
    fn link(&self, path: &str, length: u64, new: &Path) -> bool {
        let old = self.destination.path().join(path);
        let untouched = fs::symlink_metadata(&old).is_ok_and(|meta| {
            meta.is_file()
                && meta.len() == length
                && meta.modified().is_ok_and(|time| self.before.is_younger_than(time))
        });
        untouched && fs::hard_link(&old, new).is_ok()
    }

    fn make_folder(&self, folder: &str) -> io::Result<()> {
        if held(&self.folders).contains(folder) {
            return Ok(());
        }
        fs::create_dir_all(self.building.join(folder))?;
        held(&self.folders).insert(folder.into());
        Ok(())
    }

    /// Looks whether a file that no build made stands in the way of one of these, before another edition is published.
    ///
    /// # Errors
    /// A [`Refusal`] where one does.
    pub fn look_ahead(&self) -> Result<()> {
        let out = self.destination.path();
        let files = held(&self.files);
        let new = files.files().filter(|(path, _)| self.before.hash(path).is_none());
        let taken = new.filter(|(path, _)| fs::symlink_metadata(out.join(path)).is_ok());
        refuse(out, &taken.map(|(path, _)| PathBuf::from(path)).collect::<Vec<_>>())
    }

    /// Puts the edition in the place of the old one: all of it or, on an error, nothing.
    ///
    /// # Errors
    /// When a file failed before, when a file that no build made is in the way, or when the disk refuses.
    pub fn publish(mut self) -> Result<Report> {
        if *self.failed.get_mut() {
            bail!("nothing was published, because a file could not be added before");
        }
        let files = std::mem::take(self.files.get_mut().unwrap_or_else(PoisonError::into_inner));
        let mut report = Report {
            written: *self.written.get_mut(),
            unchanged: *self.unchanged.get_mut(),
            removed: 0,
            bytes: *self.bytes.get_mut(),
            notes: std::mem::take(&mut self.notes),
        };
        if report.written == 0 && self.before.is_stored() && files.lists_the_same_as(&self.before) {
            return Ok(report);
        }
        let out = self.destination.path();
        let carried = match self.destination.is_there()? {
            true => carry(out, &self.building, &self.before)?,
            false => Carried::default(),
        };
        files.store(&self.building)?;
        if let Some(old) = put_in_place(&self.staging, &self.destination)? {
            let retirement = Retirement {
                old: &old,
                new: out,
                old_files: &self.before,
                new_files: &files,
                carried: &carried,
            };
            // The new site is in place; what is left of the old one must not make that look like a failure.
            match retirement.run() {
                Ok(retired) => {
                    report.removed = retired.removed;
                    report.notes.extend(retired.notes);
                }
                Err(error) => report.notes.push(format!(
                    "the new site is in place, but a part of the old one is left in {}: {error:#}",
                    old.display()
                )),
            }
        }
        Ok(report)
    }
}

/// Links a file to another place, or copies it with its times where the disk knows no links.
fn link_or_copy(old: &Path, new: &Path) -> io::Result<()> {
    if fs::hard_link(old, new).is_ok() {
        return Ok(());
    }
    fs::copy(old, new)?;
    File::options().write(true).open(new)?.set_modified(fs::metadata(old)?.modified()?)
}

/// The value behind a lock. No thread can panic while it holds one of ours, so the value is always whole.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
