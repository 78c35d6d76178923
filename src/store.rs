//! The sources of a site as they were last read: settings, languages, texts, data files, and the list of all other files.
//!
//! In: the folder of a site, and later the places in it that changed. Out: the library of what the sources say, and what is
//! wrong with them. A build reads everything once; a preview reads again what changed. Both do it here, so the library of a
//! preview is that of a build of the same sources.
//!
//! A source that cannot be used any more, because it is half written or holds an error, keeps what it said when it was last
//! in order, and its findings say what is wrong. One that never was in order is taken as it is.

mod changes;
mod file;
mod library;
mod path;
mod rows;

use std::collections::BTreeMap;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context as _;
use rayon::prelude::*;

use crate::baseline::{self, Baseline};
use crate::collection_reports;
use crate::config::{self, Config};
use crate::content::{Asset, CONTENT, Input};
use crate::day::Today;
use crate::document::Document;
use crate::files::{self, Folder};
use crate::finding::{Finding, Severity};
use crate::formats;
use crate::languages::{self, Languages};
use crate::library::Drafts;
use crate::load::{self, Listing};
use crate::pictures::Pictures;
use crate::webvtt::Track;
pub use changes::{Changes, Unlisted, unreadable};
use file::{File, Stamp, stamp};
use path::{ContentPath, below};
use rows::Entries;

/// The sources of a site.
#[derive(Debug)]
pub struct Store {
    root: PathBuf,
    drafts: Drafts,
    /// The day on which the sources are judged; `None` for the day on which they are read.
    today: Option<Today>,
    /// `book.toml` as it was last in order.
    config: Option<Config>,
    /// The languages that the files are read with.
    languages: Arc<Languages>,
    /// The languages were read with errors: there never was a better reading.
    faulty_languages: bool,
    files: BTreeMap<ContentPath, File>,
    assets: BTreeMap<ContentPath, ListedAsset>,
    /// The pictures as they were last read with something in them.
    pictures: Arc<Pictures>,
    /// What stands today and is to be mended later.
    baseline: Arc<Baseline>,
    /// What entries say, and what of them may be published; made anew when a file changes.
    entries: Option<Arc<Entries>>,
    /// What is wrong with `book.toml`.
    of_config: Option<Finding>,
    of_languages: Vec<Finding>,
    of_baseline: Vec<Finding>,
}

/// A file that is published as it is.
#[derive(Debug)]
struct ListedAsset {
    asset: Asset,
    stamp: Stamp,
    /// It is larger than it may be.
    too_large: Option<Finding>,
    /// What it holds, where it is a track of a recording, or why it cannot be read.
    track: Option<Result<Arc<Track>, Finding>>,
}

impl Store {
    /// The store of the site at `root`, with nothing read yet.
    pub fn new(root: &Path, drafts: Drafts) -> Self {
        Self {
            root: root.to_owned(),
            drafts,
            today: None,
            config: None,
            languages: Languages::built_in().clone(),
            faulty_languages: true,
            files: BTreeMap::new(),
            assets: BTreeMap::new(),
            pictures: Arc::default(),
            baseline: Arc::default(),
            entries: None,
            of_config: None,
            of_languages: Vec::new(),
            of_baseline: Vec::new(),
        }
    }

    /// The same, judged on this day.
    #[must_use]
    pub fn on(self, today: Option<Today>) -> Self {
        Self { today, ..self }
    }

    /// Reads every source. Without settings that can be used nothing else is read.
    ///
    /// # Errors
    /// When a folder cannot be listed; everything else is read all the same.
    pub fn read_all(&mut self) -> Result<Changes, Unlisted> {
        self.read_config();
        let languages = self.read_languages();
        let changes = self.list(Unchanged::ReadAgain);
        languages.and(changes)
    }

    /// Reads what is at these places of the disk and below them.
    ///
    /// # Errors
    /// As for [`read_all`](Self::read_all).
    pub fn read_again(&mut self, places: &[PathBuf]) -> Result<Changes, Unlisted> {
        // Each of these may change what every file says, or which files count.
        let is_of_all = |place: &PathBuf| {
            [config::FILE, baseline::FILE].iter().any(|file| *place == self.root.join(file))
                || place.starts_with(self.root.join(languages::FOLDER))
                || files::is_ignore_file(place)
        };
        if places.iter().any(is_of_all) {
            return self.read_all();
        }
        let mut changes = Changes::default();
        let Some(config) = self.config.clone() else { return Ok(changes) };
        let (site, content) = (self.site()?, self.root.join(CONTENT));
        for place in places {
            let Ok(relative) = place.strip_prefix(&content) else { continue };
            let path = path_of(relative);
            let metadata = place.symlink_metadata();
            if self.has_file(&path) && metadata.as_ref().is_ok_and(Metadata::is_file) {
                // The usual case, an edited text, needs no look at the folder around it.
                let file = File::read(&site, &path, &config, &self.languages);
                self.put(ContentPath(path), file, &mut changes);
            } else {
                let listing = load::list(&site, Some(relative)).map_err(Unlisted::of(CONTENT))?;
                self.take_listing(&site, &path, listing, &config, Unchanged::ReadAgain, &mut changes);
            }
        }
        Ok(changes)
    }

    /// Looks at every source, and reads those that have another length or time than before.
    ///
    /// # Errors
    /// As for [`read_all`](Self::read_all).
    pub fn look_again(&mut self) -> Result<Changes, Unlisted> {
        let settings = |store: &Self| store.config.as_ref()?.check.source.clone();
        let before = (settings(self), self.languages.clone());
        self.read_config();
        let languages = self.read_languages();
        let same_settings = match (&before.0, settings(self)) {
            (Some(before), Some(now)) => before.text() == now.text(),
            _ => false,
        };
        let unchanged = match same_settings && Arc::ptr_eq(&before.1, &self.languages) {
            true => Unchanged::Keep,
            false => Unchanged::ReadAgain,
        };
        let changes = self.list(unchanged);
        languages.and(changes)
    }

    /// Adds a text that is not on the disk.
    pub fn add(&mut self, input: &Input) {
        let path = ContentPath(below_content(input.source.path()).to_owned());
        self.files.insert(path, File::of_text(input, &self.languages, None));
    }

    /// Whether something at this place of the disk, or below it, is a source.
    pub fn has_any(&self, place: &Path) -> bool {
        let Ok(inside) = place.strip_prefix(&self.root) else { return false };
        let always = [config::FILE, baseline::FILE, languages::FOLDER];
        always.iter().any(|always| inside.starts_with(always))
            || files::is_ignore_file(place)
            || inside.strip_prefix(CONTENT).is_ok_and(|relative| {
                let path = path_of(relative);
                below(&self.assets, &path).next().is_some() || below(&self.files, &path).next().is_some()
            })
    }

    /// Whether a text or data file of this path below `content/` was read.
    fn has_file(&self, path: &str) -> bool {
        self.files.get(&ContentPath(path.to_owned())).is_some_and(|file| file.holds.is_some())
    }

    /// The site's folder, opened each time: another may have taken its place.
    fn site(&self) -> Result<Folder, Unlisted> {
        let opened = Folder::open(&self.root).with_context(|| format!("cannot open {}", self.root.display()));
        opened.map_err(Unlisted::of(CONTENT))
    }

    fn read_config(&mut self) {
        match load::config(&self.root).and_then(formats::accept) {
            Ok(config) => (self.config, self.of_config) = (Some(config), None),
            Err(finding) => self.of_config = Some(finding),
        }
    }

    /// Reads the site's own languages. Every text is read with them, so all texts are to be read after this.
    fn read_languages(&mut self) -> Result<(), Unlisted> {
        if self.config.is_none() {
            return Ok(());
        }
        let mut findings = Vec::new();
        let languages =
            load::languages(&self.site()?, &mut findings).map_err(Unlisted::of(languages::FOLDER))?;
        let faulty = findings.iter().any(|finding| finding.severity == Severity::Error);
        if !faulty || self.faulty_languages {
            (self.languages, self.faulty_languages) = (languages, faulty);
        }
        self.of_languages = findings;
        Ok(())
    }

    /// Lists the whole of `content/` and reads what is there.
    fn list(&mut self, unchanged: Unchanged) -> Result<Changes, Unlisted> {
        let mut changes = Changes { all: true, library: true, ..Changes::default() };
        let Some(config) = self.config.clone() else { return Ok(changes) };
        let site = self.site()?;
        self.of_baseline.clear();
        self.baseline =
            Arc::new(load::baseline(&site, self.today.unwrap_or_default(), &mut self.of_baseline));
        let listing = load::list(&site, None).map_err(Unlisted::of(CONTENT))?;
        self.take_listing(&site, "", listing, &config, unchanged, &mut changes);
        Ok(changes)
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
        let refused: BTreeMap<ContentPath, Finding> = listing
            .findings
            .into_iter()
            .map(|finding| (ContentPath(below_content(finding.place.path()).to_owned()), finding))
            .collect();
        let is_listed = |path: &ContentPath| {
            let found = listing.texts.binary_search_by(|listed| load::in_order(listed, &path.0));
            found.is_ok() || refused.contains_key(path)
        };
        let not_listed: Vec<ContentPath> =
            below(&self.files, path).map(|(path, _)| path.clone()).filter(|path| !is_listed(path)).collect();
        for path in not_listed {
            let metadata = self.root.join(CONTENT).join(&path.0).symlink_metadata();
            if self.has_file(&path.0) && metadata.is_ok_and(|metadata| !metadata.is_file()) {
                // A folder where a text was: the text is not gone, it cannot be read.
                let file = File::read(site, &path.0, config, &self.languages);
                self.put(path, file, changes);
            } else {
                self.files.remove(&path);
                self.entries = None;
                changes.library = true;
            }
        }
        let wanted = |path: &ContentPath| {
            unchanged == Unchanged::ReadAgain
                || self.files.get(path).is_none_or(|file| file.stamp != stamp(&self.root, &path.0))
        };
        let read = |path: String| {
            let path = ContentPath(path);
            wanted(&path).then(|| {
                let file = File::read(site, &path.0, config, &self.languages);
                (path, file)
            })
        };
        let readings: Vec<(ContentPath, File)> = listing.texts.into_par_iter().filter_map(read).collect();
        readings.into_iter().for_each(|(path, file)| self.put(path, file, changes));
        for (path, finding) in refused {
            self.put(path, File::refused(finding), changes);
        }
        self.take_assets(site, path, listing.assets, changes);
    }

    fn take_assets(&mut self, site: &Folder, path: &str, listed: Vec<Asset>, changes: &mut Changes) {
        let old: Vec<ContentPath> = below(&self.assets, path).map(|(path, _)| path.clone()).collect();
        let mut old: BTreeMap<ContentPath, ListedAsset> =
            old.into_iter().filter_map(|path| self.assets.remove_entry(&path)).collect();
        for asset in listed {
            let (key, stamp) = (ContentPath(asset.path.to_string()), stamp(&self.root, &asset.path));
            // What is itself named as changed has changed, whatever its time and length say.
            let same = old.remove(&key).filter(|before| before.stamp == stamp && key.0 != path);
            changes.assets |= same.is_none();
            let listed = same.unwrap_or_else(|| {
                let too_large = load::too_large(&asset);
                let track = load::track(site, &asset);
                ListedAsset { asset, stamp, too_large, track }
            });
            self.assets.insert(key, listed);
        }
        changes.assets |= !old.is_empty();
        // Texts lead to these files, and reviews know their digests.
        changes.library |= changes.assets;
    }

    /// Puts a new reading in the place of the old one, or keeps what the old one says beside the new findings.
    fn put(&mut self, path: ContentPath, mut new: File, changes: &mut Changes) {
        let old = self.files.remove(&path).unwrap_or_default();
        // A text that becomes a draft is left out, and may still be half written.
        let is_worse = new.holds.is_none() || (new.faulty && !old.faulty && !self.is_draft(&new));
        // What nobody is known to agree to any more is not shown either.
        let agreed = |file: &File| file.text().map(|text| text.front.consent.clone()).unwrap_or_default();
        let is_agreed = agreed(&old).is_empty() || agreed(&old) == agreed(&new);
        let keep = old.holds.is_some() && is_worse && is_agreed;
        match (old.text(), new.text()) {
            _ if keep => {
                changes.findings |= !new.findings.is_empty() || !old.findings.is_empty();
                new = File { holds: old.holds, behind: true, faulty: old.faulty, ..new };
            }
            (Some(before), Some(now)) => {
                // Such a change moves files: those of a draft are not published, nor are versions of an event that is one, and only
                // some kinds become books. Or it asks for what pictures hold.
                let makes = |text: &Document| {
                    let (front, kind) = (&text.front, text.front.kind);
                    (front.draft, kind.takes_place(), kind.becomes_book(), front.pictures_digest.is_some())
                };
                if makes(before) != makes(now) || before.lang != now.lang {
                    changes.library = true;
                } else if before.source.text() != now.source.text() || old.behind {
                    changes.texts.push(now.clone());
                }
            }
            _ => changes.library = true,
        }
        // What an entry says may change who sees it; a report on a collection holds what is counted.
        changes.library |= new.text().is_some_and(|text| {
            let front = &text.front;
            front.kind.has_fields()
                || front.reports_on.is_some()
                || collection_reports::asks(text.source.text())
        });
        self.files.insert(path, new);
        self.entries = None;
    }

    /// The languages that the files are read with.
    pub fn languages(&self) -> &Arc<Languages> {
        &self.languages
    }

    /// The files, as messages name them, that say something newer than what the library has of them.
    pub fn behind(&self) -> impl Iterator<Item = String> {
        self.files.iter().filter(|(_, file)| file.behind).map(|(path, _)| format!("{CONTENT}/{}", path.0))
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

/// The path below `content/` of a file that a message names.
fn below_content(path: &str) -> &str {
    path.strip_prefix(CONTENT).unwrap_or(path).trim_start_matches('/')
}

fn path_of(relative: &Path) -> String {
    relative.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
