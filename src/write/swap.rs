//! Puts a whole edition in the place of another.
//!
//! In: a whole edition in the staging folder. Out: the edition at the output folder and on the disk, and where the one
//! before is now. Refused: nothing in between; when a step fails, the old edition is at its place again.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::destination::{Destination, mount_point};
use super::disk;
use super::staging::Staging;

/// Puts the edition in place. Returns where the old one is now, if there was one.
pub(super) fn put_in_place(staging: &Staging, destination: &Destination) -> Result<Option<PathBuf>> {
    let (out, is_there) = (destination.path(), destination.is_there()?);
    let (building, ready) = (staging.building(), staging.ready());
    disk::store_all(&building).with_context(|| format!("cannot store {}", building.display()))?;
    fs::rename(&building, &ready).with_context(|| format!("cannot rename {}", building.display()))?;
    let old = if !is_there {
        fs::rename(&ready, out).map(|()| None)
    } else {
        match exchange(&ready, out) {
            Ok(()) => Ok(Some(ready.clone())),
            Err(error) if error.kind() == ErrorKind::Unsupported => {
                set_aside(&ready, out, &staging.old()).map(Some)
            }
            Err(error) => Err(error),
        }
    };
    match old {
        Ok(old) => {
            // Before anything of the old edition goes.
            for folder in [out, &ready].into_iter().filter_map(|path| path.parent()) {
                disk::store_names(folder).with_context(|| {
                    format!(
                        "the new site is in place, but the disk has not stored that in {}",
                        folder.display()
                    )
                })?;
            }
            Ok(old)
        }
        Err(error) => {
            // Unfinished again, so that it is deleted and not taken for an old edition.
            let _ = fs::rename(&ready, &building);
            match error.kind() {
                ErrorKind::CrossesDevices | ErrorKind::ResourceBusy => bail!(mount_point(out)),
                _ => Err(error)
                    .with_context(|| format!("cannot put the new site in place at {}", out.display())),
            }
        }
    }
}

/// Swaps two folders in one step. `Unsupported` where the system or the disk cannot.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(ready: &Path, out: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    renameat_with(CWD, ready, CWD, out, RenameFlags::EXCHANGE).map_err(|error| match error {
        Errno::INVAL | Errno::NOTSUP => ErrorKind::Unsupported.into(),
        // Among them the system that does not know the call, which is `Unsupported` already.
        error => error.into(),
    })
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_ready: &Path, _out: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

/// The same in two steps. Killed between them, the next run finds the old edition and puts it back.
fn set_aside(ready: &Path, out: &Path, old: &Path) -> io::Result<PathBuf> {
    fs::rename(out, old)?;
    if let Err(error) = fs::rename(ready, out) {
        fs::rename(old, out)?;
        return Err(error);
    }
    Ok(old.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_steps_do_what_one_does() {
        let folder = tempfile::tempdir().unwrap();
        let [ready, out, old] = ["ready", "out", "old"].map(|name| folder.path().join(name));
        for (path, text) in [(&ready, "新"), (&out, "旧")] {
            fs::create_dir(path).unwrap();
            fs::write(path.join("index.html"), text).unwrap();
        }
        assert_eq!(set_aside(&ready, &out, &old).unwrap(), old);
        assert_eq!(fs::read_to_string(out.join("index.html")).unwrap(), "新");
        assert_eq!(fs::read_to_string(old.join("index.html")).unwrap(), "旧");
        assert!(!ready.exists());
    }

    #[test]
    fn the_old_edition_comes_back_when_the_second_step_fails() {
        let folder = tempfile::tempdir().unwrap();
        let [ready, out, old] = ["ready", "out", "old"].map(|name| folder.path().join(name));
        fs::create_dir(&out).unwrap();
        fs::write(out.join("index.html"), "旧").unwrap();
        set_aside(&ready, &out, &old).unwrap_err();
        assert_eq!(fs::read_to_string(out.join("index.html")).unwrap(), "旧");
        assert!(!old.exists());
    }
}
