//! Takes a set-aside edition apart.
//!
//! In: the set-aside edition and the one in its place, each with its manifest. Out: the first is gone. What no
//! build made and is not yet in the second is moved there first. Refused: to remove anything not looked at.

use std::fs::{self, Metadata};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::MANIFEST;
use super::carry::{Carried, file_id};
use super::manifest::{Folders, Manifest};
use super::rights::open_up;

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
    /// What was linked from the first into the second; empty when a run before this one did it.
    pub carried: &'a Carried,
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
        if self.plan.carried.is(path, &ours) == Some(true) {
            return Ok(remove_file(&old)?);
        }
        match meta(&new)? {
            Some(theirs) if same(&ours, &theirs) => Ok(remove_file(&old)?),
            Some(theirs) if theirs.is_dir() || self.plan.new_files.holds(path) => self.keep_aside(path),
            Some(theirs) if !self.is_later(path, &ours, &theirs) => Ok(remove_file(&old)?),
            _ if move_over(&old, &new)? => Ok(()),
            _ => self.keep_aside(path),
        }
    }

    /// Whether the file in the old place was saved after the one in the new place.
    fn is_later(&self, path: &Path, ours: &Metadata, theirs: &Metadata) -> bool {
        match self.plan.carried.is(path, theirs) {
            // Saved between the carrying and the swap.
            Some(true) => true,
            // Both places were saved to, the new one after the swap.
            Some(false) => false,
            None => match (ours.modified(), theirs.modified()) {
                (Ok(ours), Ok(theirs)) => ours > theirs,
                _ => true,
            },
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

/// Whether both are of one file; where the system does not say, of two that look the same.
fn same(one: &Metadata, other: &Metadata) -> bool {
    match (file_id(one), file_id(other)) {
        (Some(one), Some(other)) => one == other,
        _ => one.len() == other.len() && one.modified().ok() == other.modified().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::carry::carry;

    /// An old edition with `ours.html`, and an empty new one.
    struct Stage {
        folder: tempfile::TempDir,
        old_files: Manifest,
        new_files: Manifest,
    }

    impl Stage {
        fn new() -> Self {
            let folder = tempfile::tempdir().unwrap();
            for name in ["旧", "新"] {
                fs::create_dir(folder.path().join(name)).unwrap();
            }
            let mut stage = Self { folder, old_files: Manifest::default(), new_files: Manifest::default() };
            stage.write("旧/ours.html", "旧页");
            assert!(stage.old_files.insert("ours.html", blake3::hash("旧页".as_bytes())));
            stage
        }

        fn at(&self, path: &str) -> PathBuf {
            self.folder.path().join(path)
        }

        /// Writes a new file in place of any that is there, as most editors save.
        fn write(&self, path: &str, text: &str) {
            let path = self.at(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            let _ = fs::remove_file(&path);
            fs::write(path, text).unwrap();
        }

        fn read(&self, path: &str) -> Option<String> {
            fs::read_to_string(self.at(path)).ok()
        }

        fn carry(&self) -> Carried {
            carry(&self.at("旧"), &self.at("新"), &self.old_files).unwrap()
        }

        fn retire(&self, carried: &Carried) -> Retired {
            let retirement = Retirement {
                old: &self.at("旧"),
                new: &self.at("新"),
                old_files: &self.old_files,
                new_files: &self.new_files,
                carried,
            };
            let retired = retirement.run().unwrap();
            assert!(!self.at("旧").exists());
            retired
        }
    }

    #[test]
    fn what_appeared_late_is_moved() {
        let stage = Stage::new();
        let carried = stage.carry();
        stage.write("旧/照片.jpg", "照片");
        stage.write("旧/文件夹/深/笔记.txt", "笔记");
        fs::create_dir(stage.at("旧/空")).unwrap();
        let retired = stage.retire(&carried);
        assert_eq!(retired.removed, 1);
        assert_eq!(retired.notes, [""; 0]);
        assert_eq!(stage.read("新/照片.jpg").as_deref(), Some("照片"));
        assert_eq!(stage.read("新/文件夹/深/笔记.txt").as_deref(), Some("笔记"));
        assert!(stage.at("新/空").is_dir());
        assert_eq!(stage.read("新/ours.html"), None);
    }

    #[test]
    fn of_two_saved_versions_the_later_stays() {
        let stage = Stage::new();
        for name in ["前", "后", "都", "删"] {
            stage.write(&format!("旧/{name}"), "一");
        }
        let carried = stage.carry();
        stage.write("旧/前", "二");
        stage.write("新/后", "三");
        stage.write("旧/都", "二");
        stage.write("新/都", "三");
        fs::remove_file(stage.at("新/删")).unwrap();
        stage.retire(&carried);
        assert_eq!(stage.read("新/前").as_deref(), Some("二"));
        assert_eq!(stage.read("新/后").as_deref(), Some("三"));
        assert_eq!(stage.read("新/都").as_deref(), Some("三"));
        assert_eq!(stage.read("新/删"), None, "deleted by a person after the swap");
    }

    #[test]
    fn what_lost_its_place_is_kept_aside_and_told() {
        let mut stage = Stage::new();
        for path in ["页.html", "甲/页.html", "乙"] {
            assert!(stage.new_files.insert(path, blake3::hash("新页".as_bytes())));
            stage.write(&format!("新/{path}"), "新页");
        }
        let carried = stage.carry();
        stage.write("旧/页.html", "别人的页");
        stage.write("旧/甲", "别人的文件");
        stage.write("旧/乙/丙.txt", "别人的文件夹");
        stage.write("新/curbcut-kept/页.html", "更早的");
        let retired = stage.retire(&carried);
        assert_eq!(retired.notes.len(), 3, "{:?}", retired.notes);
        assert_eq!(stage.read("新/页.html").as_deref(), Some("新页"));
        assert_eq!(stage.read("新/curbcut-kept/页.html").as_deref(), Some("更早的"));
        assert_eq!(stage.read("新/curbcut-kept-2/页.html").as_deref(), Some("别人的页"));
        assert_eq!(stage.read("新/curbcut-kept/甲").as_deref(), Some("别人的文件"));
        assert_eq!(stage.read("新/curbcut-kept/乙/丙.txt").as_deref(), Some("别人的文件夹"));
    }

    #[test]
    fn without_a_record_the_newer_time_decides() {
        let stage = Stage::new();
        for (path, second) in [("旧/甲", 2), ("新/甲", 1), ("旧/乙", 1), ("新/乙", 2)] {
            stage.write(path, path);
            let time = std::time::UNIX_EPOCH + std::time::Duration::from_secs(second);
            fs::File::options().write(true).open(stage.at(path)).unwrap().set_modified(time).unwrap();
        }
        stage.retire(&Carried::default());
        assert_eq!(stage.read("新/甲").as_deref(), Some("旧/甲"));
        assert_eq!(stage.read("新/乙").as_deref(), Some("新/乙"));
    }
}
