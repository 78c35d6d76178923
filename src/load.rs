//! From the disk to sources: `book.toml`, and every file below `content/`.
//!
//! In: the site's root. Out: decoded text files with what their names say of them, data files, and the list of
//! other files to copy. Knows no Markdown. Refuses links (a link could lead out of the folder), text that is not
//! UTF-8, and files past [`LARGEST`].

mod decode;
mod name;

use std::cmp::Ordering;
use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, mpsc};

use anyhow::{Context, Result};
use ignore::{WalkBuilder, WalkState};
use rayon::prelude::*;

use crate::config::{self, Config};
use crate::finding::{Finding, Place, Severity};
use crate::lang::Lang;
use crate::parse::Input;
use crate::source::Source;

pub use decode::decode;
pub use name::Name;

/// The folder of the texts.
pub const CONTENT: &str = "content";

/// The largest text file that is read, in bytes.
pub const LARGEST: u64 = 256 * 1024 * 1024;

/// Everything read from the disk.
#[derive(Debug)]
pub struct Loaded {
    /// The site's settings; `None` when `book.toml` is missing or wrong, which a finding tells.
    pub config: Option<Config>,
    /// The Markdown files.
    pub inputs: Vec<Input>,
    /// `glossary.yaml` and its languages, `pictures.yaml`, every `review.yaml`.
    pub data: Vec<DataFile>,
    /// Every other file, to be published beside the pages.
    pub assets: Vec<Asset>,
    /// What is wrong so far.
    pub findings: Vec<Finding>,
}

/// A YAML file with data.
#[derive(Debug)]
pub struct DataFile {
    /// The file.
    pub source: Arc<Source>,
    /// Which data.
    pub kind: DataKind,
    /// Its folder below `content/`.
    pub slug: Box<str>,
    /// Its language.
    pub lang: Lang,
}

/// The kinds of data file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataKind {
    /// `glossary.yaml`
    Glossary,
    /// `pictures.yaml`
    Pictures,
    /// `review.yaml`
    Review,
}

/// A file that is published as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Its path below `content/`, with `/`.
    pub path: Box<str>,
    /// Where it is on the disk.
    pub file: PathBuf,
    /// The hash of a picture, once a review asks whether it changed.
    pub digest: Option<blake3::Hash>,
}

/// Reads the site at `root`.
///
/// # Errors
/// When a folder cannot be listed. A file that cannot be read is a finding, and the rest is still read.
pub fn load(root: &Path) -> Result<Loaded> {
    let mut loaded = Loaded {
        config: None,
        inputs: Vec::new(),
        data: Vec::new(),
        assets: Vec::new(),
        findings: Vec::new(),
    };
    match read_text(&root.join(config::FILE), config::FILE) {
        Ok(source) => match Config::read(&source) {
            Ok(config) => loaded.config = Some(config),
            Err(finding) => loaded.findings.push(finding),
        },
        Err(finding) => loaded.findings.push(finding.help(
            "A site begins with a file book.toml that gives its title and language; “curbcut init” makes one.",
        )),
    }
    let Some(config) = &loaded.config else { return Ok(loaded) };
    let listing = list(root, None)?;
    loaded.assets = listing.assets;
    loaded.findings.extend(listing.findings);
    let read: Vec<_> = listing.texts.par_iter().map(|path| read(root, path, config)).collect();
    for read in read {
        match read {
            Ok(Read::Text(input)) => loaded.inputs.push(input),
            Ok(Read::Data(data)) => loaded.data.push(data),
            Err(finding) => loaded.findings.push(finding),
        }
    }
    if loaded.data.iter().any(|data| data.kind == DataKind::Review) {
        digest_pictures(&mut loaded.assets)?;
    }
    Ok(loaded)
}

/// Hashes the pictures that are not yet hashed: a review holds for the pictures its readers saw.
///
/// # Errors
/// When a picture cannot be read.
pub fn digest_pictures(assets: &mut [Asset]) -> Result<()> {
    const PICTURES: [&str; 7] = [".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif"];
    let is_picture =
        |asset: &Asset| PICTURES.iter().any(|ending| asset.path.to_lowercase().ends_with(ending));
    let unknown = |asset: &&mut Asset| asset.digest.is_none() && is_picture(asset);
    assets.par_iter_mut().filter(unknown).try_for_each(|asset| {
        let bytes =
            std::fs::read(&asset.file).with_context(|| format!("cannot read {}", asset.file.display()))?;
        asset.digest = Some(blake3::hash(&bytes));
        Ok(())
    })
}

/// A file of words that could be read.
#[derive(Debug)]
pub enum Read {
    /// Markdown.
    Text(Input),
    /// YAML.
    Data(DataFile),
}

/// Reads the file of this path below `content/` and judges its name.
pub fn read(root: &Path, path: &str, config: &Config) -> Result<Read, Finding> {
    let source = read_text(&root.join(CONTENT).join(path), &format!("{CONTENT}/{path}"))?;
    match Name::of(path, config) {
        Ok(Name::Text { role, slug, lang }) => {
            Ok(Read::Text(Input { source, role, slug: slug.into(), lang }))
        }
        Ok(Name::Data { kind, slug, lang }) => {
            Ok(Read::Data(DataFile { source, kind, slug: slug.into(), lang }))
        }
        Err(problem) => Err(Finding::new(
            "content/unknown-file",
            Severity::Error,
            Place::File(source.path().into()),
            problem.message,
        )
        .help(problem.help)),
    }
}

/// What is below `content/`.
#[derive(Debug, Default)]
pub struct Listing {
    /// The paths of text and data files below `content/`, with `/`, sorted.
    pub texts: Vec<String>,
    /// The other files, sorted.
    pub assets: Vec<Asset>,
    /// What is wrong with the names.
    pub findings: Vec<Finding>,
}

/// Lists the files below `content/`; with `at`, a path on the disk, only what is there and below it.
///
/// # Errors
/// When a folder cannot be listed.
pub fn list(root: &Path, at: Option<&Path>) -> Result<Listing> {
    let content = root.join(CONTENT);
    let Listing { mut texts, mut assets, mut findings } = Listing::default();
    if !content.is_dir() {
        findings.push(
            Finding::new(
                "content/missing",
                Severity::Error,
                Place::File(CONTENT.into()),
                "there is no folder “content”",
            )
            .help("Put your documents into folders below “content”; “curbcut new NAME” makes the first."),
        );
        return Ok(Listing { texts, assets, findings });
    }
    let mut walker = WalkBuilder::new(&content);
    walker.follow_links(false).require_git(false).threads(rayon::current_num_threads());
    if let Some(at) = at.map(Path::to_owned) {
        walker.filter_entry(move |entry| at.starts_with(entry.path()) || entry.path().starts_with(&at));
    }
    // The parallel walker reads a whole folder first, so it need not ask the disk for files of rules that are not there.
    let (sender, entries) = mpsc::channel();
    walker.build_parallel().run(|| {
        let sender = sender.clone();
        Box::new(move |entry| match sender.send(entry) {
            Ok(()) => WalkState::Continue,
            Err(_) => WalkState::Quit,
        })
    });
    drop(sender);
    let wanted = |file: &Path| at.is_none_or(|at| file.starts_with(at));
    for entry in entries.iter().filter(|entry| entry.as_ref().map_or(true, |entry| wanted(entry.path()))) {
        let entry = match entry {
            Ok(entry) => entry,
            // It went away while the list was made.
            Err(error) if error.io_error().is_some_and(|error| error.kind() == ErrorKind::NotFound) => {
                continue;
            }
            Err(error) => return Err(error).with_context(|| format!("cannot list {}", content.display())),
        };
        let file = entry.path();
        let Ok(relative) = file.strip_prefix(&content) else { continue };
        let shown = || {
            relative.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
        };
        let problem = |rule, message: &str, help: &str| {
            let place = Place::File(format!("{CONTENT}/{}", shown()).into());
            Finding::new(rule, Severity::Error, place, message).help(help)
        };
        // The walker follows a link that it begins at, and does not say so.
        if entry.path_is_symlink() || entry.depth() == 0 && content.is_symlink() {
            findings.push(problem(
                "content/link",
                "this is a link to another place",
                "Put the file itself here; links are not followed, as they could lead out of the site.",
            ));
        } else if entry.file_type().is_some_and(|kind| kind.is_file()) {
            let Some(path) = relative.to_str() else {
                findings.push(problem("content/bad-name", "the file's name is not Unicode", "Rename it."));
                continue;
            };
            let path = path.replace(std::path::MAIN_SEPARATOR, "/");
            if name::is_meant_to_be_read(&path) {
                texts.push(path);
            } else {
                assets.push(Asset { path: path.into(), file: file.to_owned(), digest: None });
            }
        }
    }
    texts.sort_unstable_by(|a, b| in_order(a, b));
    assets.sort_unstable_by(|a, b| in_order(&a.path, &b.path));
    Ok(Listing { texts, assets, findings })
}

/// The order of two paths, folder by folder.
fn in_order(one: &str, other: &str) -> Ordering {
    let parts_end_first = |byte| if byte == b'/' { 0 } else { byte };
    one.bytes().map(parts_end_first).cmp(other.bytes().map(parts_end_first))
}

/// Reads and decodes one file; `shown` is its path in messages.
pub fn read_text(file: &Path, shown: &str) -> Result<Arc<Source>, Finding> {
    let failed = |message: String| {
        Finding::new("content/unreadable", Severity::Error, Place::File(shown.into()), message)
            .help("Check that the file is there and may be read.")
    };
    let unreadable = |error: std::io::Error| failed(format!("cannot be read: {error}"));
    let mut opened = File::open(file).map_err(unreadable)?;
    let length = opened.metadata().map_err(unreadable)?.len();
    if length > LARGEST {
        return Err(failed(format!("is larger than {} MiB", LARGEST / 1024 / 1024))
            .help("Split it into several documents."));
    }
    let mut bytes = vec![0; length as usize];
    opened.read_exact(&mut bytes).map_err(unreadable)?;
    decode(&bytes, shown).map(|text| Arc::new(Source::new(shown, text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn links_are_found_where_the_listing_begins_and_below() {
        let site = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(site.path().join("别处/决议")).unwrap();
        std::fs::write(site.path().join("别处/决议/index.md"), "").unwrap();
        std::os::unix::fs::symlink("index.md", site.path().join("别处/决议/图.svg")).unwrap();
        std::os::unix::fs::symlink("别处", site.path().join(CONTENT)).unwrap();
        let listing = list(site.path(), None).unwrap();
        assert_eq!(listing.texts, ["决议/index.md"]);
        assert!(listing.assets.is_empty());
        let mut places: Vec<String> =
            listing.findings.iter().map(|finding| format!("{} {:?}", finding.rule, finding.place)).collect();
        places.sort();
        assert_eq!(places, ["content/link File(\"content/\")", "content/link File(\"content/决议/图.svg\")"]);
    }

    #[test]
    fn paths_are_in_the_order_of_their_folders() {
        let mut paths = ["决议/index.md", "a.md", "a/b.md", "a-b/c.md", "a/b/c.md", "决议", "a/b-c.md"];
        let mut as_the_system_does = paths;
        paths.sort_by(|a, b| in_order(a, b));
        as_the_system_does.sort_by(|a, b| Path::new(a).cmp(Path::new(b)));
        assert_eq!(paths, as_the_system_does);
    }
}
