//! The files below `content/` as they were last read.
//!
//! In: paths that changed. Out: what that means for the library. A file that cannot be used any more, because it is
//! half written or holds an error, keeps what it said when it was last in order, and its findings say what is wrong.

use std::collections::BTreeMap;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use anyhow::{Context as _, Result};
use rayon::prelude::*;

use crate::config::Config;
use crate::content::{Asset, CONTENT, DataFile, DataKind, Role};
use crate::document::Document;
use crate::files::Folder;
use crate::finding::{Finding, Place, Severity};
use crate::glossary::Glossary;
use crate::languages::Languages;
use crate::library::{Drafts, Library, Parts, Withheld};
use crate::load::{self, Listing, Read};
use crate::parse;
use crate::pictures::Pictures;
use crate::records::{self, Review};
use crate::source::Source;

/// The files by their path below `content/`.
#[derive(Debug)]
pub struct Shelf {
    root: PathBuf,
    /// The languages that the files are read with.
    languages: Arc<Languages>,
    files: BTreeMap<String, File>,
    assets: BTreeMap<String, (Asset, Stamp)>,
    /// The pictures as they were last read with something in them.
    pictures: Arc<Pictures>,
}

/// What a file says, and what is wrong with it now.
#[derive(Debug, Default)]
struct File {
    holds: Option<Holds>,
    findings: Vec<Finding>,
    /// What it holds is older than the file.
    behind: bool,
    /// What it holds was read with errors: there never was a better reading.
    faulty: bool,
    stamp: Stamp,
}

/// What the disk says of a file without reading it.
type Stamp = Option<(u64, SystemTime)>;

#[derive(Debug)]
enum Holds {
    Text(Role, Arc<Document>),
    Glossary(String, Arc<Glossary>),
    Review(Box<DataFile>, Arc<Review>),
    Pictures(Arc<Source>),
}

/// What reading files again changed.
#[derive(Debug, Default)]
pub struct Changes {
    /// Texts that took the place of their last reading.
    pub texts: Vec<Arc<Document>>,
    /// Files came, went, or changed what belongs together: the library is to be put together anew.
    pub rebuild: bool,
    /// A file that is published as it is came, went or changed.
    pub assets: bool,
    /// Findings changed, if nothing else.
    pub findings: bool,
}

impl Shelf {
    /// An empty shelf for the site at `root`.
    pub fn new(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
            languages: Languages::built_in().clone(),
            files: BTreeMap::new(),
            assets: BTreeMap::new(),
            pictures: Arc::default(),
        }
    }

    /// Reads the site's own languages; those that were last in order stay while a file of them is wrong. All texts are to
    /// be read again afterwards.
    ///
    /// # Errors
    /// When their folder cannot be listed.
    pub fn read_languages(&mut self) -> Result<Vec<Finding>> {
        let mut findings = Vec::new();
        let languages = load::languages(&self.site()?, &mut findings)?;
        if findings.is_empty() {
            self.languages = languages;
        }
        Ok(findings)
    }

    /// Reads every file.
    ///
    /// # Errors
    /// When a folder cannot be listed.
    pub fn read_all(&mut self, config: &Config) -> Result<()> {
        let site = self.site()?;
        let listing = load::list(&site, None)?;
        self.take_listing(&site, "", listing, config, Unchanged::ReadAgain, &mut Changes::default());
        Ok(())
    }

    /// Looks at every file, and reads those that have another length or time than before.
    ///
    /// # Errors
    /// When a folder cannot be listed.
    pub fn look_again(&mut self, config: &Config) -> Result<Changes> {
        let mut changes = Changes::default();
        let site = self.site()?;
        let listing = load::list(&site, None)?;
        self.take_listing(&site, "", listing, config, Unchanged::Keep, &mut changes);
        Ok(changes)
    }

    /// Reads what is at these places of the disk and below them.
    ///
    /// # Errors
    /// When a folder cannot be listed.
    pub fn read_again(&mut self, places: &[PathBuf], config: &Config) -> Result<Changes> {
        let mut changes = Changes::default();
        let (site, content) = (self.site()?, self.root.join(CONTENT));
        for place in places {
            let Ok(relative) = place.strip_prefix(&content) else { continue };
            let path = path_of(relative);
            let metadata = place.symlink_metadata();
            if self.has_text(&path) && metadata.as_ref().is_ok_and(Metadata::is_file) {
                // The usual case, an edited text, needs no look at the folder around it.
                self.read(&site, &path, config, &mut changes);
            } else {
                let listing = load::list(&site, Some(relative))?;
                self.take_listing(&site, &path, listing, config, Unchanged::ReadAgain, &mut changes);
            }
        }
        Ok(changes)
    }

    /// The languages that the files are read with.
    pub fn languages(&self) -> &Arc<Languages> {
        &self.languages
    }

    /// Whether a text or data file of this path below `content/` was read.
    pub fn has_text(&self, path: &str) -> bool {
        self.files.get(path).is_some_and(|file| file.holds.is_some())
    }

    /// Whether anything at this place of the disk or below it was read.
    pub fn has_any(&self, place: &Path) -> bool {
        place.strip_prefix(self.root.join(CONTENT)).is_ok_and(|relative| {
            let path = path_of(relative);
            self.assets.contains_key(&path) || below(&self.files, &path).next().is_some()
        })
    }

    /// Puts a listing of everything at and below `path` in the place of what was known there.
    fn take_listing(
        &mut self,
        site: &Folder,
        path: &str,
        listing: Listing,
        config: &Config,
        unchanged: Unchanged,
        changes: &mut Changes,
    ) {
        let in_trouble: BTreeMap<String, Finding> =
            listing.findings.into_iter().map(|finding| (key(&finding), finding)).collect();
        let listed =
            |path: &String| listing.texts.binary_search(path).is_ok() || in_trouble.contains_key(path);
        let not_listed: Vec<String> =
            below(&self.files, path).map(|(path, _)| path.clone()).filter(|path| !listed(path)).collect();
        for path in not_listed {
            let metadata = self.root.join(CONTENT).join(&path).symlink_metadata();
            if self.has_text(&path) && metadata.is_ok_and(|metadata| !metadata.is_file()) {
                // A folder where a text was: the text is not gone, it cannot be read.
                self.read(site, &path, config, changes);
            } else {
                self.files.remove(&path);
                changes.rebuild = true;
            }
        }
        let same = |path: &String| self.files.get(path).is_some_and(|file| file.stamp == self.stamp(path));
        let wanted = |path: &&String| unchanged == Unchanged::ReadAgain || !same(path);
        let read = |path: &String| (path.clone(), self.reading(site, path, config));
        let readings: Vec<(String, File)> = listing.texts.par_iter().filter(wanted).map(read).collect();
        readings.into_iter().for_each(|(path, file)| self.put(path, file, changes));
        for (path, finding) in in_trouble {
            self.put(path, File { findings: vec![finding], faulty: true, ..File::default() }, changes);
        }
        self.take_assets(path, listing.assets, changes);
    }

    fn take_assets(&mut self, path: &str, listed: Vec<Asset>, changes: &mut Changes) {
        let old: Vec<String> = below(&self.assets, path).map(|(path, _)| path.clone()).collect();
        let mut old: BTreeMap<String, (Asset, Stamp)> =
            old.into_iter().filter_map(|path| self.assets.remove_entry(&path)).collect();
        for asset in listed {
            let (key, stamp) = (asset.path.to_string(), self.stamp(&asset.path));
            // What is itself named as changed has changed, whatever its time and length say.
            let same = old.remove(&key).filter(|(_, before)| *before == stamp && key != path);
            changes.assets |= same.is_none();
            self.assets.insert(key, same.unwrap_or((asset, stamp)));
        }
        changes.assets |= !old.is_empty();
        // Texts lead to these files, and reviews know their digests.
        changes.rebuild |= changes.assets;
    }

    /// The site's folder, opened anew: another may have taken its place.
    fn site(&self) -> Result<Folder> {
        Folder::open(&self.root).with_context(|| format!("cannot open {}", self.root.display()))
    }

    fn stamp(&self, path: &str) -> Stamp {
        let metadata = self.root.join(CONTENT).join(path).symlink_metadata().ok()?;
        Some((metadata.len(), metadata.modified().ok()?))
    }

    fn read(&mut self, site: &Folder, path: &str, config: &Config, changes: &mut Changes) {
        let file = self.reading(site, path, config);
        self.put(path.to_owned(), file, changes);
    }

    fn reading(&self, site: &Folder, path: &str, config: &Config) -> File {
        let stamp = self.stamp(path);
        let mut findings = Vec::new();
        let holds = match load::read(site, path, config) {
            Ok(Read::Text(input)) => {
                let (document, found) = parse::parse(&input, &self.languages);
                findings = found;
                Some(Holds::Text(input.role, Arc::new(document)))
            }
            Ok(Read::Data(data)) => match data.kind {
                DataKind::Pictures => Some(Holds::Pictures(data.source)),
                DataKind::Glossary => {
                    let glossary =
                        Arc::new(Glossary::read(&data.source, self.languages.of(&data.lang), &mut findings));
                    Some(Holds::Glossary(data.lang.to_string(), glossary))
                }
                DataKind::Review => {
                    let review = Arc::new(Review::read(&data.source, records::latest_today(), &mut findings));
                    Some(Holds::Review(Box::new(data), review))
                }
            },
            Err(finding) => {
                findings.push(finding);
                None
            }
        };
        let faulty = findings.iter().any(|finding| finding.severity == Severity::Error);
        File { holds, findings, behind: false, faulty, stamp }
    }

    /// Puts a new reading in the place of the old one, or keeps what the old one says beside the new findings.
    fn put(&mut self, path: String, mut new: File, changes: &mut Changes) {
        let old = self.files.remove(&path).unwrap_or_default();
        let keep = old.holds.is_some() && (new.holds.is_none() || (new.faulty && !old.faulty));
        match (&old.holds, &new.holds) {
            _ if keep => {
                changes.findings |= !new.findings.is_empty() || !old.findings.is_empty();
                new = File { holds: old.holds, behind: true, faulty: old.faulty, ..new };
            }
            (Some(Holds::Text(_, before)), Some(Holds::Text(_, now))) => {
                let same = before.source.text() == now.source.text();
                if before.front.draft != now.front.draft || before.lang != now.lang {
                    changes.rebuild = true;
                } else if !same || old.behind {
                    changes.texts.push(now.clone());
                }
            }
            _ => changes.rebuild = true,
        }
        self.files.insert(path, new);
    }

    /// Puts the library together from what the files hold.
    pub fn library(&mut self, config: &Config, drafts: Drafts) -> (Library, Vec<Finding>) {
        let mut findings = Vec::new();
        if self.files.values().any(|file| matches!(file.holds, Some(Holds::Review(..)))) {
            self.digest_pictures(&mut findings);
        }
        let mut assets: Vec<Asset> = self.assets.values().map(|(asset, _)| asset.clone()).collect();
        let texts = || {
            self.files.values().filter_map(|file| match &file.holds {
                Some(Holds::Text(_, document)) => Some(document),
                _ => None,
            })
        };
        let is_left_out = |document: &Document| document.front.draft && drafts == Drafts::Skip;
        let left_out = texts().filter(|text| is_left_out(text)).map(|text| text.slug.clone()).collect();
        let shown = texts().filter(|text| !is_left_out(text)).map(|text| &*text.slug);
        let withheld = Withheld::take(&left_out, shown, &mut assets);
        let mut parts = Parts {
            config: config.clone(),
            language_data: self.languages.clone(),
            documents: Vec::new(),
            pictures: Arc::default(),
            glossaries: BTreeMap::new(),
            reviews: Default::default(),
            assets: Arc::new(assets),
            withheld,
        };
        for holds in self.files.values().filter_map(|file| file.holds.as_ref()) {
            match holds {
                Holds::Text(_, document) if is_left_out(document) => {}
                Holds::Text(role, document) => parts.documents.push((*role, document.clone())),
                Holds::Glossary(tag, glossary) => _ = parts.glossaries.insert(tag.clone(), glossary.clone()),
                Holds::Review(file, review) => {
                    parts.reviews.insert((file.slug.clone(), file.lang.clone()), review.clone());
                }
                Holds::Pictures(source) => {
                    let pictures = Pictures::read(source, &parts.assets, &mut findings);
                    if pictures.iter().next().is_some() || source.text().trim().is_empty() {
                        self.pictures = Arc::new(pictures);
                    }
                    parts.pictures = self.pictures.clone();
                }
            }
        }
        let library = Library::new(parts, &mut findings);
        (library, findings)
    }

    fn digest_pictures(&mut self, findings: &mut Vec<Finding>) {
        let mut assets: Vec<Asset> = self.assets.values().map(|(asset, _)| asset.clone()).collect();
        if let Err(error) = load::digest_pictures(&mut assets) {
            let message = format!("a picture cannot be read: {error:#}");
            findings.push(
                Finding::new("content/unreadable", Severity::Error, Place::File(CONTENT.into()), message)
                    .help("Check that the file is there and may be read."),
            );
        }
        for ((held, _), asset) in self.assets.values_mut().zip(assets) {
            *held = asset;
        }
    }

    /// What is wrong with the files themselves; of drafts that are left out, nothing.
    pub fn findings(&self, drafts: Drafts) -> impl Iterator<Item = &Finding> {
        let left_out = move |file: &File| match &file.holds {
            Some(Holds::Text(_, document)) => document.front.draft && drafts == Drafts::Skip,
            _ => false,
        };
        self.files.values().filter(move |file| !left_out(file)).flat_map(|file| &file.findings)
    }

    /// The files, as messages name them, that say something newer than what is shown of them.
    pub fn behind(&self) -> impl Iterator<Item = String> {
        self.files.iter().filter(|(_, file)| file.behind).map(|(path, _)| format!("{CONTENT}/{path}"))
    }
}

/// What to do with a file that has the length and time it had before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unchanged {
    /// Read it all the same: two saves in the same tick of the clock look alike.
    ReadAgain,
    /// Keep what it said.
    Keep,
}

/// The entries at `path` and below it; all for the empty path.
fn below<'a, T>(map: &'a BTreeMap<String, T>, path: &'a str) -> impl Iterator<Item = (&'a String, &'a T)> {
    let inside = move |entry: &str| match entry.strip_prefix(path) {
        Some(rest) => path.is_empty() || rest.is_empty() || rest.starts_with('/'),
        None => false,
    };
    map.range(path.to_owned()..)
        .take_while(move |(entry, _)| entry.starts_with(path))
        .filter(move |(entry, _)| inside(entry))
}

/// The path below `content/` of the file that a finding about a name speaks of.
fn key(finding: &Finding) -> String {
    let path = finding.place.path();
    path.strip_prefix(CONTENT).unwrap_or(path).trim_start_matches('/').to_owned()
}

fn path_of(relative: &Path) -> String {
    relative.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
