//! What is below a folder.
//!
//! In: an open folder. Out: everything below it but folders, in no order. Each folder is read whole, by whichever thread is
//! free, and none is left open meanwhile, so that neither depth nor number of folders uses anything up.

use std::ffi::OsStr;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context as _, Result};
use rayon::Scope;

use super::ignored::{Rules, Verdict};
use super::{FileKind, Folder};

/// Something below a folder that is itself no folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its path in the folder.
    pub path: PathBuf,
    /// What it is.
    pub kind: FileKind,
}

/// What is wanted of that which is below a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Everything.
    All,
    /// What is not hidden, and not left out by `.gitignore`, `.ignore` or git's own list.
    Counted,
}

/// Lists what is below a folder; with `at`, a path in it, only what is there and below it.
///
/// # Errors
/// When a folder cannot be listed.
pub fn below(folder: &Folder, which: Which, at: Option<&Path>) -> Result<Vec<Found>> {
    let (found, trouble) = (Mutex::default(), Mutex::default());
    let walk = Walk { folder, which, at, found, trouble };
    let rules = match which {
        Which::All => Rules::none(),
        Which::Counted => Rules::above(folder.path()),
    };
    rayon::scope(|scope| walk.list(scope, PathBuf::new(), rules));
    let trouble: Option<anyhow::Error> = walk.trouble.into_inner().unwrap_or_else(PoisonError::into_inner);
    match trouble {
        Some(trouble) => Err(trouble),
        None => Ok(walk.found.into_inner().unwrap_or_else(PoisonError::into_inner)),
    }
}

struct Walk<'a> {
    folder: &'a Folder,
    which: Which,
    at: Option<&'a Path>,
    found: Mutex<Vec<Found>>,
    trouble: Mutex<Option<anyhow::Error>>,
}

impl<'a> Walk<'a> {
    fn list<'s>(&'s self, scope: &Scope<'s>, path: PathBuf, rules: Arc<Rules>) {
        let listed = self.entries(&path).with_context(|| self.shown(&path));
        let listed = listed.and_then(|entries| {
            let rules = match self.which {
                Which::All => rules,
                Which::Counted => {
                    let names = entries.iter().map(|(name, _)| name.as_os_str());
                    rules.within(self.folder, &path, names)?
                }
            };
            Ok((entries, rules))
        });
        let (entries, rules) = match listed {
            Ok(listed) => listed,
            Err(error) => {
                *self.trouble.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
                return;
            }
        };
        let mut found = Vec::new();
        for (name, kind) in entries {
            let path = path.join(&name);
            if !self.is_wanted(&path, &name, kind, &rules) {
                continue;
            }
            if kind == FileKind::Folder {
                let rules = rules.clone();
                scope.spawn(move |scope| self.list(scope, path, rules));
            } else if self.at.is_none_or(|at| path.starts_with(at)) {
                found.push(Found { path, kind });
            }
        }
        self.found.lock().unwrap_or_else(PoisonError::into_inner).extend(found);
    }

    fn entries(&self, path: &Path) -> io::Result<Vec<(std::ffi::OsString, FileKind)>> {
        match self.folder.handle.entries(path) {
            // It went away while the list was made.
            Err(error) if error.kind() == ErrorKind::NotFound && !path.as_os_str().is_empty() => {
                Ok(Vec::new())
            }
            Err(error) => Err(self.folder.explained(path, error, FileKind::Folder)),
            entries => entries,
        }
    }

    fn is_wanted(&self, path: &Path, name: &OsStr, kind: FileKind, rules: &Rules) -> bool {
        if self.at.is_some_and(|at| !at.starts_with(path) && !path.starts_with(at)) {
            return false;
        }
        if self.which == Which::All {
            return true;
        }
        match rules.judge(path, kind == FileKind::Folder) {
            Verdict::LeftOut => false,
            Verdict::Wanted => true,
            Verdict::Unsaid => !name.as_encoded_bytes().starts_with(b"."),
        }
    }

    fn shown(&self, path: &Path) -> String {
        format!("cannot list {}", self.folder.path().join(path).display())
    }
}
