//! Takes a set-aside edition apart.
//!
//! In: the set-aside edition and the one in its place, each with its manifest. Out: the first is gone. What no
//! build made and is not yet in the second is moved there first. Refused: to remove anything not looked at.

use std::fs::{self, Metadata};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::MANIFEST;
use super::manifest::{Folders, Manifest};
use super::staging::open_up;

/// Somebody who adds files faster than we move them is left to the next run after so many attempts.
const ATTEMPTS: usize = 100;

/// Where a file goes whose place the new edition has taken.
const KEPT: &str = "curbcut-kept";

/// What to take apart, and what stands in its place.
pub(super) struct Retirement<'a> {
    /// The set-aside edition.
    pub old: &'a Path,
    /// The edition in its place.
    pub new: &'a Path,
    /// What the build made in the first.
    pub old_files: &'a Manifest,
    /// What the build made in the second.
    pub new_files: &'a Manifest,
}

/// What came of it.
#[derive(Debug, Default)]
pub(super) struct Retired {
    /// How many of our files are not in the new edition any more.
    pub removed: usize,
    /// What a person should know.
    pub notes: Vec<String>,
}

impl Retirement<'_> {
    /// Takes the edition apart. After an error or a kill it can be run again.
    pub fn run(&self) -> Result<Retired> {
        let mut worker =
            Worker { plan: self, our_folders: self.old_files.folders(), done: Retired::default() };
        worker.folder(Path::new(""))?;
        Ok(worker.done)
    }
}

struct Worker<'a> {
    plan: &'a Retirement<'a>,
    our_folders: Folders,
    done: Retired,
}

impl Worker<'_> {
    fn folder(&mut self, path: &Path) -> Result<()> {
        let old = self.plan.old.join(path);
        let context = || format!("cannot clear away {}", old.display());
        open_up(&old).with_context(context)?;
        for _ in 0..ATTEMPTS {
            for entry in fs::read_dir(&old).with_context(context)? {
                let entry = entry.with_context(context)?;
                let path = path.join(entry.file_name());
                if path == Path::new(MANIFEST) {
                    continue;
                }
                let is_folder = entry.file_type().with_context(context)?.is_dir();
                let done = if is_folder { self.inner_folder(&path) } else { self.file(&path) };
                done.with_context(|| format!("cannot clear away {}", entry.path().display()))?;
            }
            if path.as_os_str().is_empty() {
                // Last of all: a run after a kill needs it to know our files from others.
                remove_file(&old.join(MANIFEST)).with_context(context)?;
            }
            match fs::remove_dir(&old) {
                Err(error) if error.kind() == ErrorKind::DirectoryNotEmpty => {}
                done => return done.with_context(context),
            }
        }
        Err(io::Error::from(ErrorKind::DirectoryNotEmpty)).with_context(context)
    }

    /// A folder of ours, or one that the new edition has too, is gone through; any other moves as a whole.
    fn inner_folder(&mut self, path: &Path) -> Result<()> {
        let (old, new) = (self.plan.old.join(path), self.plan.new.join(path));
        if self.our_folders.holds(path) || meta(&new)?.is_some_and(|meta| meta.is_dir()) {
            return self.folder(path);
        }
        match meta(&new)? {
            None if move_over(&old, &new)? => Ok(()),
            _ => self.keep_aside(path),
        }
    }

    fn file(&mut self, path: &Path) -> Result<()> {
        let (old, new) = (self.plan.old.join(path), self.plan.new.join(path));
        if self.plan.old_files.holds(path) {
            remove_file(&old)?;
            self.done.removed += usize::from(!self.plan.new_files.holds(path));
            return Ok(());
        }
        let Some(ours) = meta(&old)? else { return Ok(()) };
        match meta(&new)? {
            Some(theirs) if same(&ours, &theirs) => Ok(remove_file(&old)?),
            Some(theirs) if theirs.is_dir() || self.plan.new_files.holds(path) => self.keep_aside(path),
            Some(theirs) if !is_newer(&ours, &theirs) => Ok(remove_file(&old)?),
            _ if move_over(&old, &new)? => Ok(()),
            _ => self.keep_aside(path),
        }
    }

    /// Moves what lost its place to the new edition into a folder that no build touches.
    fn keep_aside(&mut self, path: &Path) -> Result<()> {
        let mut number = 1;
        loop {
            let folder = if number == 1 { KEPT.to_owned() } else { format!("{KEPT}-{number}") };
            let kept = Path::new(&folder).join(path);
            let new = self.plan.new.join(&kept);
            if meta(&new)?.is_none() && move_over(&self.plan.old.join(path), &new)? {
                self.done.notes.push(format!(
                    "{} appeared while the site was being published and the site needed its place; it is kept as {}",
                    self.plan.new.join(path).display(),
                    self.plan.new.join(kept).display()
                ));
                return Ok(());
            }
            number += 1;
        }
    }
}

/// Moves a file or folder; false when a file is in the place of one of its parent folders.
fn move_over(old: &Path, new: &Path) -> io::Result<bool> {
    let blocked =
        |error: &io::Error| matches!(error.kind(), ErrorKind::AlreadyExists | ErrorKind::NotADirectory);
    match new.parent().map(fs::create_dir_all) {
        Some(Err(error)) if blocked(&error) => return Ok(false),
        Some(Err(error)) => return Err(error),
        _ => {}
    }
    fs::rename(old, new).map(|()| true)
}

/// What is at `path`; a parent that is missing or a file means nothing is.
fn meta(path: &Path) -> io::Result<Option<Metadata>> {
    match fs::symlink_metadata(path) {
        Ok(meta) => Ok(Some(meta)),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(error),
    }
}

fn remove_file(path: &PathBuf) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        done => done,
    }
}

/// Whether both names lead to one file.
#[cfg(unix)]
fn same(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

/// Whether both names lead to one file, as far as this system tells.
#[cfg(not(unix))]
fn same(one: &Metadata, other: &Metadata) -> bool {
    one.len() == other.len() && one.modified().ok() == other.modified().ok()
}

/// A file saved between the carrying and the swap is newer than the one carried.
fn is_newer(one: &Metadata, other: &Metadata) -> bool {
    match (one.modified(), other.modified()) {
        (Ok(one), Ok(other)) => one > other,
        // No time, no claim: then the one just found in the old place wins.
        _ => true,
    }
}
