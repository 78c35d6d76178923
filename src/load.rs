//! From the disk to sources: `book.toml`, every file below `content/`, and the site's own languages.
//!
//! In: the site's root. Out: decoded text files with what their names say of them, data files, and the list of
//! other files to copy. Knows no Markdown. Refuses links (a link could lead out of the folder), what is no regular file,
//! text that is not UTF-8, and files larger than [`limits::TEXT`].

mod decode;
mod languages;

use std::cmp::Ordering;
use std::io;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use rayon::prelude::*;

use crate::baseline::{self, Baseline};
use crate::config::{self, Config};
use crate::content::{self, Asset, CONTENT, DataFile, Input, Name};
use crate::day::Today;
use crate::files::{self, FileKind, Folder, Found, Which};
use crate::finding::{Finding, Place, Severity};
use crate::limits;
use crate::source::Source;
use crate::webvtt::{self, Track};

pub use decode::decode;
pub use languages::languages;

/// Reads the settings of the site at `root`.
pub fn config(root: &Path) -> Result<Config, Finding> {
    let source = site_at(root).and_then(|site| read_text(&site, config::FILE));
    Config::read(&source.map_err(|finding| finding.help(NO_SITE))?)
}

/// Reads what stands today and is to be mended later; nothing where the site has no such file.
pub fn baseline(site: &Folder, today: Today, findings: &mut Vec<Finding>) -> Baseline {
    match site.path().join(baseline::FILE).symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Baseline::default(),
        _ => {}
    }
    match read_text(site, baseline::FILE) {
        Ok(source) => Baseline::read(&source, today, findings),
        Err(finding) => {
            findings.push(finding);
            Baseline::default()
        }
    }
}

/// Opens the folder of a site.
pub fn site_at(root: &Path) -> Result<Folder, Finding> {
    Folder::open(root).map_err(|error| unreadable(config::FILE, &error))
}

fn is_picture(asset: &Asset) -> bool {
    const PICTURES: [&str; 7] = [".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif"];
    PICTURES.iter().any(|ending| asset.path.to_lowercase().ends_with(ending))
}

/// The finding of a picture that is larger than pictures may be.
pub fn too_large(asset: &Asset) -> Option<Finding> {
    let length = Some(asset).filter(|asset| is_picture(asset))?.open().ok()?.length;
    (length > limits::PICTURE).then(|| {
        let place = Place::File(format!("{CONTENT}/{}", asset.path).into());
        let message = format!("the picture is larger than {}", limits::size(limits::PICTURE));
        Finding::new("content/too-large", Severity::Error, place, message)
            .help("Make it smaller: no screen shows more than a few thousand points across.")
    })
}

/// Hashes the pictures that are not yet hashed: a review holds for the pictures its readers saw. Returns what is wrong with
/// those that cannot be read.
pub fn digest_pictures<'a>(assets: impl Iterator<Item = &'a mut Asset>) -> Vec<Finding> {
    let unknown: Vec<&mut Asset> =
        assets.filter(|asset| asset.digest.is_none() && is_picture(asset)).collect();
    let digest = |asset: &mut Asset| {
        let mut hasher = blake3::Hasher::new();
        let read = asset.open().and_then(|opened| hasher.update_reader(opened.file).map(drop));
        asset.digest = read.is_ok().then(|| hasher.finalize());
        read.err().map(|error| unreadable(&format!("{CONTENT}/{}", asset.path), &error))
    };
    unknown.into_par_iter().filter_map(digest).collect()
}

/// Reads a file of captions, descriptions or chapters of a recording; none where it is another file.
pub fn track(site: &Folder, asset: &Asset) -> Option<Result<Arc<Track>, Finding>> {
    let is_track =
        asset.path.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case(webvtt::ENDING));
    is_track.then(|| {
        let source = read_text(site, &format!("{CONTENT}/{}", asset.path))?;
        Ok(Arc::new(Track::read(&source)))
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
pub fn read(site: &Folder, path: &str, config: &Config) -> Result<Read, Finding> {
    let source = read_text(site, &format!("{CONTENT}/{path}"))?;
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
        .help(problem.help)
        .bare(format!("Its name, or that of its folder, cannot stand. {}", problem.help))),
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

/// Lists the files below `content/`; with `at`, a path below it, only what is there and below it.
///
/// # Errors
/// When a folder cannot be listed.
pub fn list(site: &Folder, at: Option<&Path>) -> Result<Listing> {
    let Listing { mut texts, mut assets, mut findings } = Listing::default();
    let content = match site.folder(CONTENT) {
        Ok(content) => content,
        Err(error) => {
            findings.push(no_content(site, error)?);
            return Ok(Listing { texts, assets, findings });
        }
    };
    let root: Arc<Path> = site.path().into();
    for Found { path, kind } in files::below(&content, Which::Counted, at)? {
        let shown =
            || path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        if kind != FileKind::File {
            findings.push(no_file(&format!("{CONTENT}/{}", shown()), kind));
            continue;
        }
        let Some(path) = path.to_str() else {
            let place = Place::File(format!("{CONTENT}/{}", shown()).into());
            let message = "the file's name is not Unicode";
            findings
                .push(Finding::new("content/bad-name", Severity::Error, place, message).help("Rename it."));
            continue;
        };
        let path = path.replace(std::path::MAIN_SEPARATOR, "/");
        if content::is_meant_to_be_read(&path) {
            texts.push(path);
        } else {
            assets.push(Asset { path: path.into(), root: root.clone(), digest: None });
        }
    }
    texts.sort_unstable_by(|a, b| in_order(a, b));
    assets.sort_unstable_by(|a, b| in_order(&a.path, &b.path));
    Ok(Listing { texts, assets, findings })
}

/// Why there is no folder of texts.
fn no_content(site: &Folder, error: io::Error) -> Result<Finding> {
    let place = Place::File(CONTENT.into());
    match site.path().join(CONTENT).symlink_metadata().map(|found| FileKind::of(&found)) {
        Ok(FileKind::Link) => Ok(no_file(CONTENT, FileKind::Link)),
        Ok(FileKind::Folder) => Err(error).with_context(|| format!("cannot list {CONTENT}")),
        _ => Ok(Finding::new("content/missing", Severity::Error, place, "there is no folder “content”")
            .help("Put your documents into folders below “content”; “curbcut new NAME” makes the first.")),
    }
}

/// The finding of something that is not opened.
fn no_file(path: &str, kind: FileKind) -> Finding {
    let place = Place::File(path.into());
    match kind {
        FileKind::Link => Finding::new("content/link", Severity::Error, place, format!("this is {kind}"))
            .help("Put the file itself here; links are not followed, as they could lead out of the site."),
        _ => Finding::new(
            "content/not-a-file",
            Severity::Error,
            place,
            format!("this is {kind}; it is not opened"),
        )
        .help("Put a regular file here, or remove it."),
    }
}

/// The order of two paths, folder by folder.
pub fn in_order(one: &str, other: &str) -> Ordering {
    let parts_end_first = |byte| if byte == b'/' { 0 } else { byte };
    one.bytes().map(parts_end_first).cmp(other.bytes().map(parts_end_first))
}

/// Reads and decodes one file of a site.
pub fn read_text(site: &Folder, path: &str) -> Result<Arc<Source>, Finding> {
    let file = site.file(path).map_err(|error| unreadable(path, &error))?;
    if file.length > limits::TEXT {
        let message = format!("the file is larger than {}", limits::size(limits::TEXT));
        return Err(Finding::new("content/too-large", Severity::Error, Place::File(path.into()), message)
            .help("Split it into several documents."));
    }
    let bytes = file.whole().map_err(|error| unreadable(path, &error))?;
    decode(&bytes, path).map(|text| Arc::new(Source::new(path, text)))
}

/// What to do where there is no `book.toml`.
const NO_SITE: &str =
    "A site begins with a file book.toml that gives its title and language; “curbcut init” makes one.";

fn unreadable(path: &str, error: &io::Error) -> Finding {
    let message = format!("cannot be read: {error}");
    Finding::new("content/unreadable", Severity::Error, Place::File(path.into()), message)
        .help("Check that the file is there and may be read.")
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
        let places = || {
            let listing = list(&Folder::open(site.path()).unwrap(), None).unwrap();
            let findings: Vec<String> = listing
                .findings
                .iter()
                .map(|finding| format!("{} {:?}", finding.rule, finding.place))
                .collect();
            (listing.texts, findings)
        };
        assert_eq!(places(), (vec![], vec!["content/link File(\"content\")".to_owned()]));
        std::fs::remove_file(site.path().join(CONTENT)).unwrap();
        std::fs::rename(site.path().join("别处"), site.path().join(CONTENT)).unwrap();
        let link = "content/link File(\"content/决议/图.svg\")".to_owned();
        assert_eq!(places(), (vec!["决议/index.md".to_owned()], vec![link]));
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
