//! The library that the sources make together, and what is wrong with them.
//!
//! In: what each file said when it was last read. Out: the library of what may be published, and findings. Drafts are left out where they
//! are not asked for, and entries of collections that nobody agreed to always: here is the one gate that both stop at.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use super::file::{File, Holds};
use super::path::ContentPath;
use super::rows::Entries;
use super::{ListedAsset, Store};
use crate::collection_reports;
use crate::collections::{self, Collections, Declared, Shown};
use crate::content::{Asset, CONTENT, Role};
use crate::document::Document;
use crate::finding::{Finding, Place, Severity};
use crate::front_matter::Scope;
use crate::library::{Drafts, Library, Parts, Tracks, Withheld};
use crate::load;
use crate::pictures::Pictures;
use crate::source::slice;

impl Store {
    /// Puts the library together from what the sources say, with what is wrong with them together; `None` without settings
    /// that can be used.
    pub fn library(&mut self) -> Option<(Library, Vec<Finding>)> {
        let mut findings = Vec::new();
        let entries = Arc::new(self.judge_entries(Shown::Agreed, &mut findings));
        self.entries = Some(entries.clone());
        let library = self.put_together(&entries, &mut findings)?;
        Some((library, findings))
    }

    /// The library as it would be if everybody had agreed to every entry, for those who keep the collection; `None` where that is no
    /// other. A build never makes it.
    pub fn library_with_withheld(&mut self) -> Option<Library> {
        if !self.entries.as_ref()?.collections.have_withheld() {
            return None;
        }
        // What is wrong is told of what is published.
        let mut findings = Vec::new();
        let entries = self.judge_entries(Shown::All, &mut findings);
        self.put_together(&entries, &mut findings)
    }

    fn put_together(&mut self, entries: &Entries, findings: &mut Vec<Finding>) -> Option<Library> {
        let config = self.config.clone()?;
        let collections = &entries.collections;
        let asks_for_pictures = |file: &File| match &file.holds {
            Some(Holds::Review(..)) => true,
            _ => file.text().is_some_and(|text| text.front.pictures_digest.is_some()),
        };
        if self.files.values().any(asks_for_pictures) {
            let assets = self.assets.values_mut().map(|listed| &mut listed.asset);
            findings.extend(load::digest_pictures(assets));
        }
        let mut assets: Vec<Asset> = self.assets.values().map(|listed| listed.asset.clone()).collect();
        for asset in assets.iter().filter(|asset| collections.get(asset.folder()).is_some()) {
            findings.extend(table_of_no_entries(asset));
        }
        let files = self.files.iter().chain(&entries.rows);
        let without_facts = self.folders_without_facts();
        let (left_out, others): (Vec<_>, Vec<_>) =
            files.partition(|(_, file)| self.is_left_out(file, &without_facts));
        let shown: Vec<&File> = others
            .into_iter()
            .filter(|(path, file)| !withholds(collections, path, file))
            .map(|(_, file)| file)
            .collect();
        let drafts: Vec<Arc<Document>> =
            left_out.iter().filter_map(|(_, file)| file.text()).cloned().collect();
        let left_out = drafts.iter().map(|text| text.slug.clone()).collect();
        let slugs = shown.iter().filter_map(|file| file.text()).map(|text| &*text.slug);
        let mut withheld = Withheld::take(&left_out, slugs, &mut assets).with_texts(drafts);
        withheld.take_files(&mut assets, |folder| collections.withholds(folder));
        let mut parts = Parts {
            config,
            language_data: self.languages.clone(),
            documents: Vec::with_capacity(self.files.len()),
            pictures: Arc::default(),
            glossaries: BTreeMap::new(),
            reviews: Default::default(),
            follow_ups: Default::default(),
            tracks: self.tracks(),
            assets: Arc::new(assets),
            withheld,
            baseline: self.baseline.clone(),
            today: self.today.unwrap_or_default(),
            collections: collections.clone(),
        };
        for holds in shown.into_iter().filter_map(|file| file.holds.as_ref()) {
            match holds {
                Holds::Text(role, document) => parts.documents.push((*role, document.clone())),
                Holds::Glossary(tag, glossary) => _ = parts.glossaries.insert(tag.clone(), glossary.clone()),
                Holds::Collection(..) | Holds::Entries(..) | Holds::Foreign(..) => {}
                Holds::Review(file, review) => {
                    parts.reviews.insert((file.slug.clone(), file.lang.clone()), review.clone());
                }
                Holds::FollowUp(file, follow_up) => {
                    parts.follow_ups.insert((file.slug.clone(), file.lang.clone()), follow_up.clone());
                }
                Holds::Pictures(source) => {
                    let pictures = Pictures::read(
                        source,
                        (&parts.assets, |path| parts.withheld.why_no_file(path)),
                        findings,
                    );
                    // While the file cannot be read, what it said before holds.
                    if !pictures.is_unreadable || self.pictures.iter().next().is_none() {
                        self.pictures = Arc::new(pictures);
                    }
                    parts.pictures = self.pictures.clone();
                }
            }
        }
        let mut library = Library::new(parts, findings);
        collection_reports::fill(&mut library, findings);
        Some(library)
    }

    /// The captions, descriptions and chapters of recordings, by the path of their file.
    fn tracks(&self) -> Tracks {
        let read = |listed: &ListedAsset| {
            let track = listed.track.as_ref()?.as_ref().map_err(Clone::clone);
            Some((listed.asset.path.clone(), track.cloned()))
        };
        self.assets.values().filter_map(read).collect()
    }

    /// Whether a file holds a draft that is left out.
    pub(super) fn is_draft(&self, file: &File) -> bool {
        self.drafts == Drafts::Skip && file.text().is_some_and(|text| text.front.draft)
    }

    /// The folders of events and of entries of collections whose facts stand in a draft that is left out: the text of the main
    /// language, or else the first.
    fn folders_without_facts(&self) -> HashSet<&str> {
        let main = self.config.as_ref().map(|config| &config.language);
        let mut facts: BTreeMap<&str, (bool, &str, &File)> = BTreeMap::new();
        for file in self.files.values() {
            let Some(Holds::Text(Role::Official, text)) = &file.holds else { continue };
            let place = (Some(&text.lang) != main, text.lang.as_str());
            let first = facts.entry(&text.slug).or_insert((place.0, place.1, file));
            if place < (first.0, first.1) {
                *first = (place.0, place.1, file);
            }
        }
        let collections: HashSet<&str> = (self.files.values())
            .filter_map(|file| match &file.holds {
                Some(Holds::Collection(folder, _)) => Some(&**folder),
                _ => None,
            })
            .collect();
        let is_in_collection =
            |folder: &str| folder.match_indices('/').any(|(at, _)| collections.contains(slice(folder, ..at)));
        let holds_facts = |file: &File| {
            file.text().is_some_and(|text| {
                let kind = text.front.kind;
                kind.takes_place() || kind.has_fields() && is_in_collection(&text.slug)
            })
        };
        let without = facts.into_iter().filter(|(_, (.., file))| holds_facts(file) && self.is_draft(file));
        without.map(|(folder, _)| folder).collect()
    }

    /// Whether a file holds a draft that is left out, or a version of a text whose facts stand in such a draft: of an event it would say
    /// that nothing is known, and of an entry nobody would know who agreed to it.
    fn is_left_out(&self, file: &File, without_facts: &HashSet<&str>) -> bool {
        let is_version = |file: &File| match &file.holds {
            Some(Holds::Text(Role::Official | Role::EasyRead, text)) => without_facts.contains(&*text.slug),
            _ => false,
        };
        self.is_draft(file) || is_version(file)
    }

    /// What entries say, and what of them may be published. Drafts are no entries yet.
    fn judge_entries(&self, shown: Shown, findings: &mut Vec<Finding>) -> Entries {
        let rows = self.read_rows(findings);
        let mut declared = Declared::default();
        let files = || self.files.iter().chain(&rows);
        // Who agreed to less than all of it in a draft has not agreed to what stands beside the draft.
        let is_strict = |file: &&File| {
            let consents = file.text().into_iter().flat_map(|text| &text.front.consent);
            self.is_draft(file) && consents.into_iter().any(|consent| consent.scope != Scope::Public)
        };
        let strict: HashSet<&str> =
            files().filter(|(_, file)| is_strict(file)).map(|(path, _)| path.folder()).collect();
        let without_facts = self.folders_without_facts();
        let counts = |(path, file): &(&ContentPath, &File)| {
            !(self.is_left_out(file, &without_facts)
                || file.text().is_some() && strict.contains(path.folder()))
        };
        for (path, file) in files().filter(counts) {
            match &file.holds {
                Some(Holds::Collection(folder, shape)) => _ = declared.shapes.insert(folder, shape.as_ref()),
                Some(Holds::Text(Role::Section, section)) => declared.sections.push(section),
                Some(Holds::Text(role, text)) => declared.texts.push((*role, text)),
                Some(Holds::Foreign(folder, source)) => declared.foreign.push((folder, source)),
                // A shape that cannot be read still says that this is a collection.
                _ if path.0.rsplit('/').next() == Some(collections::FILE) => {
                    _ = declared.shapes.insert(path.folder(), None)
                }
                _ => {}
            }
        }
        let fallback = crate::languages::fallback();
        let main = self.config.as_ref().map_or(&fallback, |config| &config.language);
        let collections = Collections::of(&declared, main, self.today.unwrap_or_default(), shown, findings);
        Entries { collections: Arc::new(collections), rows }
    }

    /// What is wrong with the sources each by itself. A draft that is left out may still be half written;
    /// what is newer than the draft that is held is no draft. Of an entry that may not be published nothing is quoted.
    pub fn findings(&self) -> impl Iterator<Item = Finding> {
        let judge = || Arc::new(self.judge_entries(Shown::Agreed, &mut Vec::new()));
        let entries = self.entries.clone().unwrap_or_else(judge);
        let of_files = self.files.iter().chain(&entries.rows);
        let without_facts = self.folders_without_facts();
        let mut found = Vec::new();
        for (path, file) in
            of_files.filter(|(_, file)| file.behind || !self.is_left_out(file, &without_facts))
        {
            let withheld = !file.findings.is_empty() && withholds(&entries.collections, path, file);
            let shown = |finding: &Finding| match withheld {
                true => finding.clone().without_words(),
                false => finding.clone(),
            };
            found.extend(file.findings.iter().map(shown));
        }
        let of_assets = self.assets.values().filter_map(|listed| listed.too_large.as_ref());
        let of_site = self.of_config.iter().chain(&self.of_languages).chain(&self.of_baseline);
        of_site.chain(of_assets).cloned().chain(found)
    }
}

/// Whether nothing may be published of a file.
fn withholds(collections: &Collections, path: &ContentPath, file: &File) -> bool {
    let of_text = || match &file.holds {
        Some(Holds::Text(role, text)) => collections.withholds_text(*role, text),
        _ => false,
    };
    collections.withholds(path.folder()) || of_text()
}

/// A table beside the shape of a collection that is not read as entries: what it holds would be published without regard to consents.
fn table_of_no_entries(asset: &Asset) -> Option<Finding> {
    let (_, end) = asset.path.rsplit_once('.')?;
    let is_table =
        ["csv", "tsv", "json", "xlsx", "xls", "ods"].iter().any(|table| end.eq_ignore_ascii_case(table));
    let place = Place::File(format!("{CONTENT}/{}", asset.path).into());
    let message = "this table stands in the folder of a collection and is not read as entries, so no consent keeps its rows back";
    let help = "Call it “entries.csv” or “entries-2026.csv” to make entries of its rows, or move it out of this folder.";
    is_table.then(|| Finding::new("collection/rows", Severity::Error, place, message.to_owned()).help(help))
}
