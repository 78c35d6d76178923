//! The output folder: which one is meant, and whether a site may stand there.
//!
//! In: the path a person gave. Out: the real path, with its parent folders in place. Refused: anything that
//! is not a folder of its own, such as a link, a mount point, or the folder with the site's sources.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::manifest::Manifest;
use crate::files::FileKind;

/// The folders beside `book.toml` that hold what people wrote.
const SOURCES: [&str; 4] = ["content", "languages", "templates", "themes"];

/// The output folder. Dropped, it removes the parent folders it made if they are still empty.
#[derive(Debug)]
pub(super) struct Destination {
    /// The real path, without links on the way.
    path: PathBuf,
    /// The parent folders that were not there, outermost first.
    made: Vec<PathBuf>,
}

impl Destination {
    /// Finds the real path of `out` and makes its parent folders.
    pub fn settle(out: &Path) -> Result<Self> {
        // Put together anew without a slash at the end, which would make a link look like a folder.
        let out: PathBuf = out.components().collect();
        if out.as_os_str().is_empty() {
            bail!("the output folder has no name; name one with --out");
        }
        let destination = match fs::symlink_metadata(&out) {
            Ok(meta) if meta.is_symlink() => {
                bail!("{} is a symbolic link; name the folder it leads to with --out", out.display())
            }
            Ok(meta) if !meta.is_dir() => {
                let kind = FileKind::of(&meta);
                bail!(
                    "{} is not a folder but {kind}; move it away or choose another folder with --out",
                    out.display()
                )
            }
            Ok(_) => Self { path: real(&out)?, made: Vec::new() },
            Err(error) if error.kind() == ErrorKind::NotFound => Self::below_new_parents(&out)?,
            Err(error) => {
                return Err(error).with_context(|| {
                    format!(
                        "cannot use {} as the output folder; choose another one with --out",
                        out.display()
                    )
                });
            }
        };
        destination.refuse_ground()?;
        Ok(destination)
    }

    fn below_new_parents(out: &Path) -> Result<Self> {
        let Some(name) = out.file_name() else {
            bail!("{} is not there; name a folder with --out, without '..' at the end", out.display());
        };
        let parent = match out.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        let made: Vec<PathBuf> = parent
            .ancestors()
            .take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists())
            .map(Path::to_owned)
            .collect();
        let mut destination = Self { path: PathBuf::new(), made };
        destination.made.reverse();
        fs::create_dir_all(parent).with_context(|| {
            format!("cannot create the folder {}; choose another one with --out", parent.display())
        })?;
        destination.path = real(parent)?.join(name);
        Ok(destination)
    }

    /// The real path of the output folder.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether there is anything at the path now.
    pub fn is_there(&self) -> Result<bool> {
        match fs::symlink_metadata(&self.path) {
            Ok(_) => Ok(true),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error).with_context(|| format!("cannot look at {}", self.path.display())),
        }
    }

    /// Refuses a place where a whole folder must never be exchanged.
    fn refuse_ground(&self) -> Result<()> {
        let path = self.path.display();
        if self.path.parent().is_none() {
            bail!("{path} is the root of the disk; choose a folder in it with --out");
        }
        // Asked for only now, because a current folder that was deleted holds nothing that could be in danger.
        if std::env::current_dir().and_then(fs::canonicalize).is_ok_and(|here| here.starts_with(&self.path)) {
            bail!("{path} is the current folder or holds it; choose a folder in it with --out");
        }
        let is_source = |folder: &Path| {
            folder.file_name().is_some_and(|name| SOURCES.iter().any(|source| name == *source))
                && folder.parent().is_some_and(|root| root.join("book.toml").exists())
        };
        if let Some(sources) = self.path.ancestors().find(|folder| is_source(folder)) {
            bail!(
                "{path} is in {}, where the site's sources are; choose a folder outside with --out",
                sources.display()
            );
        }
        Ok(())
    }

    /// Refuses a folder that cannot be exchanged or that holds a site's sources; `before` is its manifest.
    pub fn inspect(&self, before: &Manifest) -> Result<()> {
        if !self.is_there()? {
            return Ok(());
        }
        let path = self.path.display();
        let is_source = |name: &str| {
            self.path.join(name).exists()
                && !before.holds(Path::new(name))
                && !before.folders().holds(Path::new(name))
        };
        if let Some(name) = ["book.toml", "content"].into_iter().find(|name| is_source(name)) {
            bail!("{path} has a site's sources in it ({name}); choose another folder with --out");
        }
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            let device = |path: &Path| {
                fs::symlink_metadata(path)
                    .map(|meta| meta.dev())
                    .with_context(|| format!("cannot look at {}", path.display()))
            };
            if let Some(parent) = self.path.parent()
                && device(parent)? != device(&self.path)?
            {
                bail!(mount_point(&self.path));
            }
            rustix::fs::access(&self.path, rustix::fs::Access::WRITE_OK)
                .map_err(std::io::Error::from)
                .with_context(|| {
                    format!("cannot write in {path}; make it writable or choose another folder with --out")
                })?;
        }
        Ok(())
    }
}

impl Drop for Destination {
    fn drop(&mut self) {
        for folder in self.made.iter().rev() {
            // A folder that is in use is not empty, and stays.
            let _ = fs::remove_dir(folder);
        }
    }
}

/// What to say about a folder that is the root of a mounted disk.
pub(super) fn mount_point(path: &Path) -> String {
    format!(
        "{} is a mount point or lies on a layer of its own, so it cannot be exchanged in one step; \
         choose a new folder inside it with --out",
        path.display()
    )
}

fn real(path: &Path) -> Result<PathBuf> {
    fs::canonicalize(path).with_context(|| format!("cannot find {}", path.display()))
}
