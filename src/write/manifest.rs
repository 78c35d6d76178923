//! The list of the files that a build made, kept in the output folder.
//!
//! In: `.curbcut-manifest`, a header line with the format's version, then `<BLAKE3 in hex>  <path>` a line, sorted
//! by path. Out: which files are ours, so that every other file in the folder is left alone. Refused: a manifest
//! that cannot be read whole, because a guess could delete somebody's work.

use std::collections::{BTreeMap, HashSet};
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{MAIN_SEPARATOR_STR, Path};
use std::time::SystemTime;

use anyhow::{Context, Result, bail};
use blake3::Hash;

use super::path;
use crate::files;

/// The name of the manifest in the output folder.
pub const MANIFEST: &str = ".curbcut-manifest";

const HEADER: &str = "curbcut-manifest 1";

/// The files of the last build in a folder, as paths from it; none where no build made it.
pub fn made(folder: &Path) -> Vec<String> {
    let manifest = Manifest::read(folder).unwrap_or_default();
    manifest.files().map(|(path, _)| path.to_owned()).collect()
}

/// The files of one edition, each with the hash of its bytes.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    files: BTreeMap<Box<str>, Hash>,
    /// When the manifest was stored: a file changed later was changed by somebody else.
    stored: Option<SystemTime>,
}

impl Manifest {
    /// The manifest in `folder`; an empty one when there is none.
    pub fn read(folder: &Path) -> Result<Self> {
        let file = folder.join(MANIFEST);
        let meta = match fs::symlink_metadata(&file) {
            Ok(meta) => meta,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(error).with_context(|| format!("cannot read {}", file.display())),
        };
        let damaged = || {
            format!(
                "{} is not a manifest this version can read, so nobody knows which files a build made; \
                 move the folder away or choose another one with --out",
                file.display()
            )
        };
        if !meta.is_file() {
            bail!(damaged());
        }
        let bytes = files::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let files = std::str::from_utf8(&bytes).ok().and_then(parse).with_context(damaged)?;
        Ok(Self { files, stored: meta.modified().ok() })
    }

    /// Stores the manifest in `folder`.
    pub fn store(&self, folder: &Path) -> Result<()> {
        let file = folder.join(MANIFEST);
        let mut text = format!("{HEADER}\n");
        for (path, hash) in &self.files {
            text.push_str(&hash.to_hex());
            text.push_str("  ");
            text.push_str(path);
            text.push('\n');
        }
        let store = || File::create_new(&file)?.write_all(text.as_bytes());
        store().with_context(|| format!("cannot write {}", file.display()))
    }

    /// Adds a file; false when the path is there already.
    #[must_use]
    pub fn insert(&mut self, path: &str, hash: Hash) -> bool {
        let vacant = !self.files.contains_key(path);
        if vacant {
            self.files.insert(path.into(), hash);
        }
        vacant
    }

    /// Every file with its hash.
    pub fn files(&self) -> impl Iterator<Item = (&str, Hash)> {
        self.files.iter().map(|(path, hash)| (&**path, *hash))
    }

    /// The hash of the file at `path`, if it is one of ours.
    pub fn hash(&self, path: &str) -> Option<Hash> {
        self.files.get(path).copied()
    }

    /// Whether the file at `path`, relative to the output folder, is one of ours.
    pub fn holds(&self, path: &Path) -> bool {
        key(path).is_some_and(|path| self.files.contains_key(path.as_str()))
    }

    /// Whether a file changed at `modified` still has the bytes that the build gave it, as far as its time shows.
    pub fn is_younger_than(&self, modified: SystemTime) -> bool {
        self.stored.is_some_and(|stored| modified <= stored)
    }

    /// Whether it came from the disk.
    pub fn is_stored(&self) -> bool {
        self.stored.is_some()
    }

    /// Whether both list the same files with the same bytes.
    pub fn lists_the_same_as(&self, other: &Self) -> bool {
        self.files == other.files
    }

    /// The folders that hold at least one of the files, directly or deeper.
    pub fn folders(&self) -> Folders {
        let mut folders = HashSet::new();
        for path in self.files.keys() {
            let mut rest: &str = path;
            while let Some((folder, _)) = rest.rsplit_once('/') {
                if !folders.insert(folder.into()) {
                    break;
                }
                rest = folder;
            }
        }
        Folders(folders)
    }
}

/// Folders that a build needs for its files.
pub(super) struct Folders(HashSet<Box<str>>);

impl Folders {
    /// Whether `path` is one of them; the output folder itself always is.
    pub fn holds(&self, path: &Path) -> bool {
        path.as_os_str().is_empty() || key(path).is_some_and(|path| self.0.contains(path.as_str()))
    }
}

/// The path as the manifest spells it; none for a name that is not Unicode, which no build makes.
fn key(path: &Path) -> Option<String> {
    path.to_str().map(|path| path.replace(MAIN_SEPARATOR_STR, "/"))
}

fn parse(text: &str) -> Option<BTreeMap<Box<str>, Hash>> {
    let lines = text.strip_prefix(HEADER)?.strip_prefix('\n')?;
    let mut files = BTreeMap::new();
    for line in lines.split_inclusive('\n') {
        // A last line without its end was cut off.
        let (hash, path) = line.strip_suffix('\n')?.split_once("  ")?;
        path::check(path).ok()?;
        if files.insert(path.into(), Hash::from_hex(hash).ok()?).is_some() {
            return None;
        }
    }
    Some(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_stored() {
        let folder = tempfile::tempdir().unwrap();
        let mut manifest = Manifest::default();
        for path in ["索引.html", "a-hrc-res-52-8/easy-read/index.html", "a  b.txt"] {
            assert!(manifest.insert(path, blake3::hash(path.as_bytes())));
        }
        assert!(!manifest.insert("索引.html", blake3::hash(b"")));
        manifest.store(folder.path()).unwrap();
        let read = Manifest::read(folder.path()).unwrap();
        assert!(read.lists_the_same_as(&manifest) && read.is_stored());
        let folders = read.folders();
        assert!(folders.holds(Path::new("")) && folders.holds(Path::new("a-hrc-res-52-8/easy-read")));
        assert!(folders.holds(Path::new("a-hrc-res-52-8")) && !folders.holds(Path::new("easy-read")));
    }

    #[test]
    fn refuses_what_is_not_whole() {
        let hash = blake3::hash(b"x").to_hex();
        for text in [
            String::new(),
            "curbcut-manifest 2\n".into(),
            "curbcut-manifest 1".into(),
            format!("curbcut-manifest 1\n{hash}  index.html"),
            format!("curbcut-manifest 1\n{hash} index.html\n"),
            format!("curbcut-manifest 1\n{hash}  ../index.html\n"),
            format!("curbcut-manifest 1\n{hash}  a\n{hash}  a\n"),
            "curbcut-manifest 1\nabc  index.html\n".into(),
        ] {
            assert!(parse(&text).is_none(), "{text:?}");
        }
        assert!(parse("curbcut-manifest 1\n").is_some_and(|files| files.is_empty()));
    }
}
