//! Where a file that a finding names is for whoever reads the report: from the root of the git repository, else from the
//! working directory.
//!
//! In: the folder that the paths of findings begin at. Out: paths with `/`. A repository that holds the working directory
//! counts before one that only holds the folder: a service that shows findings knows the files of its own checkout.

use std::borrow::Cow;
use std::path::{Component, Path, PathBuf};

use crate::finding::{Finding, Place};
use crate::source::slice;

/// The folder that paths of findings begin at.
#[derive(Debug, Clone)]
pub struct Base {
    /// On the disk.
    folder: PathBuf,
    /// What stands before the paths, with `/` at its end, or nothing.
    prefix: String,
}

impl Base {
    /// A folder, as seen from the working directory of this process.
    pub fn of(folder: &Path) -> Self {
        let here = std::env::current_dir().unwrap_or_default();
        Self::seen_from(folder, &here)
    }

    fn seen_from(folder: &Path, here: &Path) -> Self {
        let real = |path: PathBuf| std::fs::canonicalize(&path).unwrap_or(path);
        let (full, here) = (real(here.join(folder)), real(here.to_owned()));
        let of_here = repository(&here).filter(|root| full.starts_with(root));
        let prefix = match of_here.or_else(|| repository(&full)) {
            Some(root) => slashed(full.strip_prefix(root).unwrap_or(&full)),
            None => way(&here, &full),
        };
        let prefix = if prefix.is_empty() || prefix.ends_with('/') { prefix } else { prefix + "/" };
        Self { folder: full, prefix }
    }

    /// A path as a reader of the report finds it.
    pub fn path(&self, file: &str) -> String {
        format!("{}{file}", self.prefix)
    }

    /// The file a finding is in, and what it names within: a book is one file, whatever member of it is wrong. A path that
    /// goes on below a file names a member of that file.
    pub fn file<'f>(&self, finding: &'f Finding) -> (&'f str, Option<&'f str>) {
        let path = finding.place.path();
        let mut ends = path.match_indices('/').map(|(at, _)| at);
        match ends.find(|&at| self.folder.join(slice(path, ..at)).is_file()) {
            Some(at) => (slice(path, ..at), Some(slice(path, at + 1..))),
            None => (path, None),
        }
    }
}

impl Default for Base {
    fn default() -> Self {
        Self::of(Path::new(""))
    }
}

/// What a finding says, with the place in a member of a book, which has no line of its own in a report.
pub fn message<'f>(finding: &'f Finding, member: Option<&str>) -> Cow<'f, str> {
    let Some(member) = member else { return Cow::Borrowed(&finding.message) };
    let at = finding.place.position();
    match finding.place {
        Place::Source(..) | Place::Unquoted(..) => {
            format!("{member}, line {}, column {}: {}", at.line, at.column, finding.message)
        }
        Place::File(_) | Place::Byte(..) => format!("{member}: {}", finding.message),
    }
    .into()
}

/// The root of the repository a folder lies in. In a second work tree and in a submodule `.git` is a file.
fn repository(folder: &Path) -> Option<&Path> {
    folder.ancestors().find(|folder| folder.join(".git").exists())
}

/// The way from one folder to another; the full path where there is none, as between two drives.
fn way(from: &Path, to: &Path) -> String {
    let shared = from.components().zip(to.components()).take_while(|(a, b)| a == b).count();
    if shared == 0 {
        return slashed(to);
    }
    let up = from.components().skip(shared).map(|_| Path::new(".."));
    let down = to.components().skip(shared).map(|part| Path::new(part.as_os_str()));
    slashed(&up.chain(down).collect::<PathBuf>())
}

/// A path with `/` between its parts on every system. Only a separator becomes one: a name may hold a backslash.
fn slashed(path: &Path) -> String {
    let mut slashed = String::new();
    for part in path.components() {
        match part {
            Component::RootDir => slashed.push('/'),
            part => {
                if !slashed.is_empty() && !slashed.ends_with('/') {
                    slashed.push('/');
                }
                slashed.push_str(&part.as_os_str().to_string_lossy());
            }
        }
    }
    slashed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_begin_at_the_repository_or_at_the_working_directory() {
        let temporary = tempfile::tempdir().unwrap();
        let root = temporary.path();
        for folder in ["仓库/.git", "仓库/理事 会/content", "仓库/子模块", "别处/content"] {
            std::fs::create_dir_all(root.join(folder)).unwrap();
        }
        std::fs::write(root.join("仓库/子模块/.git"), "gitdir: ../.git/modules/a\n").unwrap();
        for (here, folder, path) in [
            ("仓库", "理事 会", "理事 会/a.md"),
            ("仓库/理事 会", ".", "理事 会/a.md"),
            ("仓库/理事 会/content", "..", "理事 会/a.md"),
            ("仓库", "子模块", "子模块/a.md"),
            ("仓库/子模块", "", "a.md"),
            ("别处", "../仓库/理事 会", "理事 会/a.md"),
            ("别处", "content", "content/a.md"),
            ("别处/content", "..", "../a.md"),
            ("仓库", "../别处", "../别处/a.md"),
        ] {
            let base = Base::seen_from(Path::new(folder), &root.join(here));
            assert_eq!(base.path("a.md"), path, "{folder} from {here}");
        }
    }

    #[test]
    fn only_separators_become_slashes() {
        assert_eq!(slashed(Path::new("/a/b c/文")), "/a/b c/文");
        assert_eq!(slashed(Path::new("a\\b")), if cfg!(windows) { "a/b" } else { "a\\b" });
    }
}
