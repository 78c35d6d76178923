//! The output folder: which one is meant, and whether a site may stand there.
//!
//! In: the path a person gave. Out: the real path, with its parent folders in place. Refused: anything that
//! is not a folder of its own, such as a link, a mount point, or the folder with the site's sources.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::manifest::{MANIFEST, Manifest};
use crate::files::FileKind;

/// A folder was named in which no site may stand; it says which one to name.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Refusal(String);

impl Refusal {
    /// `why` says what to do.
    pub fn new(why: String) -> Self {
        Self(why)
    }
}

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
            return Err(Refusal("the output folder has no name; name one with --out".into()).into());
        }
        let destination = match fs::symlink_metadata(&out) {
            Ok(meta) if meta.is_symlink() => {
                let why =
                    format!("{} is a symbolic link; name the folder it leads to with --out", out.display());
                return Err(Refusal(why).into());
            }
            Ok(meta) if !meta.is_dir() => return Err(no_folder(&out, &meta)),
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
        refuse_ground(&destination.path)?;
        Ok(destination)
    }

    fn below_new_parents(out: &Path) -> Result<Self> {
        let Some(name) = out.file_name() else {
            let why =
                format!("{} is not there; name a folder with --out, without '..' at the end", out.display());
            return Err(Refusal(why).into());
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
            let why = format!("{path} has a site's sources in it ({name}); choose another folder with --out");
            return Err(Refusal(why).into());
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
                anyhow::bail!(mount_point(&self.path));
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

/// Whether a site may stand at `out`, as far as can be told without a build; `root` is the folder of its sources.
///
/// # Errors
/// A [`Refusal`] where it may not.
pub fn judge(out: &Path, root: &Path) -> Result<()> {
    let out: PathBuf = out.components().collect();
    let place = match fs::canonicalize(&out) {
        Ok(place) => place,
        // What is not there can hold nothing; but it may lie in a folder that is.
        Err(_) => {
            let there = out.ancestors().skip(1).find_map(|folder| {
                let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
                Some((fs::canonicalize(folder).ok()?, folder.to_owned()))
            });
            let Some((real, folder)) = there else { return Ok(()) };
            real.join(out.strip_prefix(&folder).unwrap_or(&out))
        }
    };
    if let Ok(found) = fs::metadata(&place)
        && !found.is_dir()
    {
        return Err(no_folder(&out, &found));
    }
    if fs::canonicalize(root).is_ok_and(|root| root.starts_with(&place)) {
        let instead = root.join("public");
        return Err(Refusal(format!(
            "{} holds the sources of the site, and a build takes the place of all that is there; choose a folder of its own, such as “--out {}”",
            place.display(),
            instead.display()
        ))
        .into());
    }
    refuse_ground(&place)
}

fn no_folder(out: &Path, found: &fs::Metadata) -> anyhow::Error {
    let kind = FileKind::of(found);
    let out = out.display();
    Refusal(format!("{out} is not a folder but {kind}; move it away or choose another folder with --out"))
        .into()
}

/// Refuses a place where a whole folder must never be exchanged.
fn refuse_ground(place: &Path) -> Result<()> {
    let path = place.display();
    let refuse = |why: String| Err(Refusal(why).into());
    let inside = place.join("public");
    let inside = inside.display();
    if place.parent().is_none() {
        return refuse(format!(
            "{path} is the root of the disk; choose a folder in it with “--out {inside}”"
        ));
    }
    // Asked for only now, because a current folder that was deleted holds nothing that could be in danger.
    if std::env::current_dir().and_then(fs::canonicalize).is_ok_and(|here| here.starts_with(place)) {
        return refuse(format!(
            "{path} is the current folder or holds it; choose a folder in it with “--out {inside}”"
        ));
    }
    let home = ["HOME", "USERPROFILE"].iter().filter_map(std::env::var_os).filter(|home| !home.is_empty());
    if home.filter_map(|home| fs::canonicalize(home).ok()).any(|home| home.starts_with(place)) {
        return refuse(format!(
            "{path} is your home folder or holds it; choose a folder in it with “--out {inside}”"
        ));
    }
    // A folder in which a site stands already was meant for it, as the checked-out branch of pages is.
    if place.join(".git").exists() && !place.join(MANIFEST).exists() {
        return refuse(format!(
            "{path} is the root of a git repository; choose a folder in it with “--out {inside}”"
        ));
    }
    let is_source = |folder: &Path| {
        folder.file_name().is_some_and(|name| SOURCES.iter().any(|source| name == *source))
            && folder.parent().is_some_and(|root| root.join("book.toml").exists())
    };
    if let Some(sources) = place.ancestors().find(|folder| is_source(folder)) {
        let beside = sources.parent().unwrap_or(sources).join("public");
        return refuse(format!(
            "{path} is in {}, where the site's sources are; choose a folder outside, such as “--out {}”",
            sources.display(),
            beside.display()
        ));
    }
    Ok(())
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
