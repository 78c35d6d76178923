//! From the disk to sources: `book.toml`, and every file below `content/`.
//!
//! In: the site's root. Out: decoded text files with what their names say of them, data files, and the list of
//! other files to copy. Knows no Markdown. Refuses links (a link could lead out of the folder), text that is not
//! UTF-8, and files past [`LARGEST`].

mod decode;
mod name;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use ignore::WalkBuilder;
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
    let (texts, assets) = walk(root, &mut loaded.findings)?;
    loaded.assets = assets;
    let read: Vec<(String, Result<Arc<Source>, Finding>)> = texts
        .into_par_iter()
        .map(|(path, file)| {
            let shown = format!("{CONTENT}/{path}");
            let source = read_text(&file, &shown);
            (path, source)
        })
        .collect();
    for (path, source) in read {
        let source = match source {
            Ok(source) => source,
            Err(finding) => {
                loaded.findings.push(finding);
                continue;
            }
        };
        match Name::of(&path, config) {
            Ok(Name::Text { role, slug, lang }) => {
                loaded.inputs.push(Input { source, role, slug: slug.into(), lang })
            }
            Ok(Name::Data { kind, slug, lang }) => {
                loaded.data.push(DataFile { source, kind, slug: slug.into(), lang });
            }
            Err(problem) => loaded.findings.push(
                Finding::new(
                    "content/unknown-file",
                    Severity::Error,
                    Place::File(source.path().into()),
                    problem.message,
                )
                .help(problem.help),
            ),
        }
    }
    if loaded.data.iter().any(|data| data.kind == DataKind::Review) {
        digest_pictures(&mut loaded.assets)?;
    }
    Ok(loaded)
}

/// Hashes the pictures: a review holds for the pictures its readers saw.
///
/// # Errors
/// When a picture cannot be read.
pub fn digest_pictures(assets: &mut [Asset]) -> Result<()> {
    const PICTURES: [&str; 7] = [".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif"];
    let is_picture =
        |asset: &&mut Asset| PICTURES.iter().any(|ending| asset.path.to_lowercase().ends_with(ending));
    assets.par_iter_mut().filter(is_picture).try_for_each(|asset| {
        let bytes =
            std::fs::read(&asset.file).with_context(|| format!("cannot read {}", asset.file.display()))?;
        asset.digest = Some(blake3::hash(&bytes));
        Ok(())
    })
}

type Listing = (Vec<(String, PathBuf)>, Vec<Asset>);

/// Lists the text files and the others below `content/`, sorted by path.
fn walk(root: &Path, findings: &mut Vec<Finding>) -> Result<Listing> {
    let content = root.join(CONTENT);
    let (mut texts, mut assets) = (Vec::new(), Vec::new());
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
        return Ok((texts, assets));
    }
    let walker = WalkBuilder::new(&content)
        .follow_links(false)
        .require_git(false)
        .sort_by_file_path(Path::cmp)
        .build();
    for entry in walker {
        let entry = entry.with_context(|| format!("cannot list {}", content.display()))?;
        let file = entry.path();
        let Ok(relative) = file.strip_prefix(&content) else { continue };
        let shown = || {
            relative.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
        };
        let problem = |rule, message: &str, help: &str| {
            let place = Place::File(format!("{CONTENT}/{}", shown()).into());
            Finding::new(rule, Severity::Error, place, message).help(help)
        };
        if entry.path_is_symlink() {
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
            if path.ends_with(".md") || path.ends_with(".yaml") || path.ends_with(".yml") {
                texts.push((path, file.to_owned()));
            } else {
                assets.push(Asset { path: path.into(), file: file.to_owned(), digest: None });
            }
        }
    }
    Ok((texts, assets))
}

/// Reads and decodes one file; `shown` is its path in messages.
pub fn read_text(file: &Path, shown: &str) -> Result<Arc<Source>, Finding> {
    let failed = |message: String| {
        Finding::new("content/unreadable", Severity::Error, Place::File(shown.into()), message)
            .help("Check that the file is there and may be read.")
    };
    let length = std::fs::metadata(file).map_err(|error| failed(format!("cannot be read: {error}")))?.len();
    if length > LARGEST {
        return Err(failed(format!("is larger than {} MiB", LARGEST / 1024 / 1024))
            .help("Split it into several documents."));
    }
    let bytes = std::fs::read(file).map_err(|error| failed(format!("cannot be read: {error}")))?;
    decode(bytes, shown).map(|text| Arc::new(Source::new(shown, text)))
}
