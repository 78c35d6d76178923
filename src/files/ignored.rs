//! Which files are left out: `.ignore` and `.gitignore` of a folder and of the folders above it, git's list of the
//! repository (`.git/info/exclude`), and the user's own.
//!
//! In: the names in a folder. Out: what the rules say of a path. Refused: rules that are no regular file.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, Result};
use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

use super::Folder;

/// What the rules say of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Nothing.
    Unsaid,
    /// It is left out.
    LeftOut,
    /// It is wanted, though it is hidden or a wider rule leaves it out.
    Wanted,
}

/// The rules of a folder and of those above it, the innermost first.
#[derive(Debug)]
pub(super) struct Rules {
    /// In the order in which they count: `.ignore`, `.gitignore`, git's list.
    of_folder: [Option<Gitignore>; 3],
    above: Option<Arc<Rules>>,
    /// The user's own, once for all.
    of_user: Gitignore,
    /// The folder that paths are judged in, with its full path.
    root: PathBuf,
}

/// The files whose rules leave out others.
const FILES: [&str; 2] = [".ignore", ".gitignore"];
const GIT: &str = ".git";

/// Whether a place on the disk has the name of a file that leaves out others.
pub fn is_ignore_file(place: &Path) -> bool {
    place.file_name().is_some_and(|name| FILES.iter().any(|file| name == *file))
}

impl Rules {
    /// No rules.
    pub fn none() -> Arc<Self> {
        Arc::new(Self {
            of_folder: Default::default(),
            above: None,
            of_user: Gitignore::empty(),
            root: PathBuf::new(),
        })
    }

    /// The rules that hold in a folder because of what is above it. What cannot be read there is passed over: it may belong
    /// to somebody else.
    pub fn above(folder: &Path) -> Arc<Self> {
        let Ok(root) = folder.canonicalize() else { return Self::none() };
        let (of_user, _) = Gitignore::global();
        let outermost = Self { of_folder: Default::default(), above: None, of_user, root: root.clone() };
        let mut rules = Arc::new(outermost);
        let above: Vec<&Path> = root.ancestors().skip(1).collect();
        for folder in above.into_iter().rev() {
            let [ignore, gitignore] = FILES.map(|name| {
                let bytes = super::read(&folder.join(name)).ok()?;
                Some(parsed(folder, &bytes))
            });
            rules = rules.and([ignore, gitignore, excluded(folder)]);
        }
        rules
    }

    /// These rules with those of a folder in which there are these names.
    pub fn within<'n>(
        self: Arc<Self>,
        folder: &Folder,
        path: &Path,
        names: impl Iterator<Item = &'n OsStr>,
    ) -> Result<Arc<Self>> {
        let mut own: [Option<Gitignore>; 3] = Default::default();
        let place = self.root.join(path);
        for name in names.filter(|name| name.as_encoded_bytes().first() == Some(&b'.')) {
            if name == GIT {
                own[2] = excluded(&place);
            } else if let Some(index) = FILES.iter().position(|file| name == *file) {
                let file = path.join(name);
                let bytes = folder
                    .read(&file)
                    .with_context(|| format!("cannot read {}", folder.path().join(&file).display()))?;
                own[index] = Some(parsed(&place, &bytes));
            }
        }
        Ok(self.and(own))
    }

    fn and(self: Arc<Self>, of_folder: [Option<Gitignore>; 3]) -> Arc<Self> {
        if of_folder.iter().all(Option::is_none) {
            return self;
        }
        let (of_user, root) = (Gitignore::empty(), self.root.clone());
        Arc::new(Self { of_folder, above: Some(self), of_user, root })
    }

    /// What the rules say of a path in the folder they were made for.
    pub fn judge(&self, path: &Path, is_folder: bool) -> Verdict {
        let all = || std::iter::successors(Some(self), |rules| rules.above.as_deref());
        // Nearly always there is nothing to ask.
        if all().all(Self::is_empty) {
            return Verdict::Unsaid;
        }
        let path = self.root.join(path);
        let of_folders = (0..FILES.len() + 1)
            .flat_map(|index| all().filter_map(move |rules| rules.of_folder[index].as_ref()));
        let verdicts =
            of_folders.chain(all().map(|rules| &rules.of_user)).map(|list| list.matched(&path, is_folder));
        verdicts
            .map(|matched| match matched {
                Match::None => Verdict::Unsaid,
                Match::Ignore(_) => Verdict::LeftOut,
                Match::Whitelist(_) => Verdict::Wanted,
            })
            .find(|verdict| *verdict != Verdict::Unsaid)
            .unwrap_or(Verdict::Unsaid)
    }

    fn is_empty(&self) -> bool {
        self.of_user.is_empty() && self.of_folder.iter().flatten().all(Gitignore::is_empty)
    }
}

/// What a list in a folder says. A line that is no pattern says nothing, as in git.
fn parsed(folder: &Path, bytes: &[u8]) -> Gitignore {
    let mut builder = GitignoreBuilder::new(folder);
    for line in String::from_utf8_lossy(bytes).trim_start_matches('\u{FEFF}').lines() {
        let _ = builder.add_line(None, line);
    }
    builder.build().unwrap_or_else(|_| Gitignore::empty())
}

/// Git's list of what this working copy leaves out; a further working copy shares that of the first.
fn excluded(folder: &Path) -> Option<Gitignore> {
    let mut git = folder.join(GIT);
    if git.is_file() {
        let link = super::read(&git).ok()?;
        git = folder.join(String::from_utf8_lossy(&link).trim().strip_prefix("gitdir: ")?);
        let shared = super::read(&git.join("commondir")).ok()?;
        git = git.join(String::from_utf8_lossy(&shared).trim());
    }
    let bytes = super::read(&git.join("info/exclude")).ok()?;
    Some(parsed(folder, &bytes))
}
