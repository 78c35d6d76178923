//! The paths that a user names, as paths of the site.
//!
//! In: paths as they were typed, absolute or from the working folder. Out: their names from the site's folder, as
//! findings have them. Refuses, as wrong usage, what is not there or is no part of the site: nothing could be said of
//! it, and to say that nothing is wrong would be untrue.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::{Root, Usage};
use crate::config;
use crate::content::CONTENT;
use crate::files::Folder;
use crate::languages;
use crate::load::{self, Listing};
use crate::render::{TEMPLATES_FOLDER, THEMES_FOLDER};

/// Paths of a site that a user names.
#[derive(Debug, Default)]
pub struct SitePaths {
    paths: Vec<SitePath>,
    /// The text files of the site.
    texts: Vec<String>,
}

/// A file or folder of the site.
#[derive(Debug)]
pub struct SitePath {
    /// Its name from the site's folder; empty for that folder itself.
    name: String,
    /// As it was typed.
    pub typed: String,
}

impl SitePaths {
    /// Finds each path in the site at `root`.
    ///
    /// # Errors
    /// Wrong usage when a path is not there or is no part of the site; otherwise when the disk refuses.
    pub fn of(root: &Root, paths: &[PathBuf]) -> Result<Self> {
        let root = root.folder()?;
        if paths.is_empty() {
            return Ok(Self::default());
        }
        let folder = Folder::open(root).with_context(|| format!("cannot open {}", root.display()))?;
        let listing = load::list(&folder, None)?;
        let files = files(&listing);
        let site = root.canonicalize().with_context(|| format!("cannot read {}", root.display()))?;
        let found = |path: &PathBuf| {
            let name = name(root, &site, path, &files)?;
            Ok(SitePath { name, typed: path.display().to_string() })
        };
        let paths = paths.iter().map(found).collect::<Result<_>>()?;
        let texts = listing.texts.iter().filter(|path| path.ends_with(".md"));
        Ok(Self { paths, texts: texts.map(|path| format!("{CONTENT}/{path}")).collect() })
    }

    /// Whether the file of this name lies in one of the paths; all do when none was named.
    pub fn hold(&self, file: &str) -> bool {
        self.paths.is_empty() || self.paths.iter().any(|path| path.holds(file))
    }

    /// Whether the one path is this file.
    pub fn are(&self, file: &str) -> bool {
        matches!(&*self.paths, [path] if path.name == file)
    }

    /// The first path that holds none of these files.
    pub fn without<'a>(&self, files: impl Iterator<Item = &'a str> + Clone) -> Option<&SitePath> {
        self.paths.iter().find(|path| !files.clone().any(|file| path.holds(file)))
    }

    /// The first path that holds texts, of which none is known.
    pub fn unknown(&self, is_known: impl Fn(&str) -> bool) -> Option<&SitePath> {
        self.paths.iter().find(|path| {
            let mut texts = self.texts.iter().filter(|text| path.holds(text)).peekable();
            texts.peek().is_some() && texts.all(|text| !is_known(text))
        })
    }
}

impl SitePath {
    /// Whether a file is this path or lies below it.
    pub fn holds(&self, file: &str) -> bool {
        is_within(file, &self.name)
    }
}

fn is_within(file: &str, folder: &str) -> bool {
    match file.strip_prefix(folder) {
        Some(rest) => folder.is_empty() || rest.is_empty() || rest.starts_with('/'),
        None => false,
    }
}

/// Every file that is part of the site, and what stands in place of one.
fn files(listing: &Listing) -> Vec<String> {
    let assets = listing.assets.iter().map(|asset| &*asset.path);
    let content = listing.texts.iter().map(String::as_str).chain(assets);
    let wrong = listing.findings.iter().map(|finding| finding.place.path().to_owned());
    content.map(|path| format!("{CONTENT}/{path}")).chain(wrong).collect()
}

fn name(root: &Path, site: &Path, path: &Path, files: &[String]) -> Result<String> {
    let shown = path.display();
    let full = match resolve(path) {
        Ok(full) => full,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            let in_root = root.join(path);
            let hint = match path.is_relative() && in_root != path && in_root.exists() {
                true => format!("; in the site it is {}", in_root.display()),
                false => String::new(),
            };
            return Err(Usage(format!("{shown}: there is no such file or folder{hint}")).into());
        }
        Err(error) => return Err(error).with_context(|| format!("cannot read {shown}")),
    };
    let outside = || {
        Usage(format!(
            "{shown} is no part of the site in {}: that is {}, and what is in {CONTENT}/, {}/, {TEMPLATES_FOLDER}/ \
             and {THEMES_FOLDER}/ but for hidden and ignored files",
            root.display(),
            config::FILE,
            languages::FOLDER,
        ))
    };
    let inside = full.strip_prefix(site).map_err(|_| outside())?;
    let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    let name = parts.join("/");
    let whole = [config::FILE, languages::FOLDER, TEMPLATES_FOLDER, THEMES_FOLDER];
    let is_part =
        whole.iter().any(|part| is_within(&name, part)) || files.iter().any(|file| is_within(file, &name));
    if is_part || name.is_empty() { Ok(name) } else { Err(outside().into()) }
}

/// The path from the root of the disk, without links. A link that is named itself stays: the site may have it where a
/// file should be.
fn resolve(path: &Path) -> std::io::Result<PathBuf> {
    match (path.parent(), path.file_name()) {
        (Some(folder), Some(name)) if path.symlink_metadata()?.is_symlink() => {
            let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
            Ok(folder.canonicalize()?.join(name))
        }
        _ => path.canonicalize(),
    }
}
