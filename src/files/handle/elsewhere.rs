//! Systems that open files by their path alone: each step is looked at before.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

use crate::files::FileKind;

/// A folder that was there when it was opened.
#[derive(Debug)]
pub struct Handle(PathBuf);

impl Handle {
    pub fn open(path: &Path) -> io::Result<Self> {
        match path.metadata()?.is_dir() {
            true => Ok(Self(path.canonicalize()?)),
            false => Err(ErrorKind::NotADirectory.into()),
        }
    }

    pub fn folder(&self, path: &Path) -> io::Result<Self> {
        let folder = self.beneath(path)?;
        match folder.symlink_metadata()?.is_dir() {
            true => Ok(Self(folder)),
            false => Err(ErrorKind::NotADirectory.into()),
        }
    }

    pub fn file(&self, path: &Path) -> io::Result<File> {
        File::open(self.beneath(path)?)
    }

    pub fn make_folder(&self, path: &Path) -> io::Result<()> {
        fs::create_dir(self.beneath(path)?)
    }

    pub fn kind(&self, path: &Path) -> io::Result<FileKind> {
        Ok(FileKind::of(&self.0.join(path).symlink_metadata()?))
    }

    pub fn entries(&self, path: &Path) -> io::Result<Vec<(OsString, FileKind)>> {
        let entry = |entry: io::Result<fs::DirEntry>| {
            let entry = entry?;
            Ok((entry.file_name(), entry.file_type()?.into()))
        };
        fs::read_dir(self.beneath(path)?)?.map(entry).collect()
    }

    pub fn create(&self, name: &Path) -> io::Result<File> {
        File::create_new(self.0.join(name))
    }

    pub fn writable(&self, name: &Path) -> io::Result<File> {
        File::options().read(true).write(true).open(self.beneath(name)?)
    }

    /// A file that is open keeps its name here.
    pub fn holds(&self, name: &Path, _file: &File) -> io::Result<bool> {
        self.0.join(name).try_exists()
    }

    pub fn remove(&self, name: &Path) -> io::Result<()> {
        fs::remove_file(self.0.join(name))
    }

    pub fn rename(&self, old: &Path, new: &Path) -> io::Result<()> {
        fs::rename(self.0.join(old), self.0.join(new))
    }

    pub fn rename_new(&self, old: &Path, new: &Path) -> io::Result<()> {
        fs::hard_link(self.0.join(old), self.0.join(new))?;
        self.remove(old)
    }

    pub fn sync(&self) -> io::Result<()> {
        Ok(())
    }

    fn beneath(&self, path: &Path) -> io::Result<PathBuf> {
        let mut place = self.0.clone();
        for part in path.components() {
            let Component::Normal(name) = part else { return Err(FileKind::Link.refused()) };
            place.push(name);
            if place.symlink_metadata().is_ok_and(|found| found.is_symlink()) {
                return Err(FileKind::Link.refused());
            }
        }
        Ok(place)
    }
}

pub fn open_file(path: &Path) -> io::Result<File> {
    File::open(path)
}

pub fn is_link_error(_error: &io::Error) -> bool {
    false
}
