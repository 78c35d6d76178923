//! Which of the files beside the texts are published.
//!
//! In: the texts that are published, and the files below `content/`. Out: the files that a text shows or leads to, and
//! those that `[site] files` lists, and all pictures of concepts where a page shows them. Everything else is not published
//! and is reported: backups of editors, notes, what only a draft uses. Nothing is published of a folder whose every text is
//! a draft that is left out, whatever leads there.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::Library;
use crate::address::PageKind;
use crate::content::{Asset, CONTENT, with_above};
use crate::count::{counted, is_or_are};
use crate::document::{Document, InlineKind, PAGE_BREAK, Version};
use crate::finding::{Finding, Place, Severity};
use crate::front_matter::Recording;
use crate::pictures::CONCEPT;

/// What stands before the ending in the name of a picture for dark colour schemes.
const DARK: &str = "dark";

/// The largest number of unpublished files that are named one by one.
const MOST_NAMED: usize = 100;

/// The files that belong to texts that are left out.
#[derive(Debug, Default)]
pub struct Withheld {
    /// Why each is not published.
    files: HashMap<Box<str>, &'static str>,
    /// The folders whose texts are drafts.
    folders: HashSet<Box<str>>,
    /// The drafts.
    texts: Vec<Arc<Document>>,
}

impl Withheld {
    /// Takes the files that belong to drafts out of a list. `drafts` are the folders of the drafts that are left out,
    /// `published` those of the texts that are not.
    pub fn take<'a>(
        drafts: &HashSet<Box<str>>,
        published: impl Iterator<Item = &'a str>,
        assets: &mut Vec<Asset>,
    ) -> Self {
        if drafts.is_empty() {
            return Self::default();
        }
        // A folder with a published text in it, at any depth, is no draft.
        let open: HashSet<&str> = published.flat_map(with_above).collect();
        let belongs_to_draft = |asset: &Asset| {
            let owner =
                with_above(asset.folder()).find(|folder| drafts.contains(*folder) || open.contains(folder));
            owner.is_some_and(|owner| !open.contains(owner))
        };
        let mut withheld = Self { folders: drafts.clone(), ..Self::default() };
        withheld.take_where(assets, "belongs to a draft", belongs_to_draft);
        withheld
    }

    /// Takes the files out of a list whose folder holds what may not be published.
    pub fn take_files(&mut self, assets: &mut Vec<Asset>, withholds: impl Fn(&str) -> bool) {
        let why = "belongs to an entry that may not be published";
        self.take_where(assets, why, |asset| withholds(asset.folder()));
    }

    fn take_where(
        &mut self,
        assets: &mut Vec<Asset>,
        why: &'static str,
        is_withheld: impl Fn(&Asset) -> bool,
    ) {
        let taken = assets.extract_if(.., |asset| is_withheld(asset));
        self.files.extend(taken.map(|asset| (asset.path, why)));
    }

    /// Whether the file of this path below `content/` belongs to a text that is left out.
    pub fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Why the file of this path below `content/` is not published, where it belongs to a text that is left out.
    pub fn why_no_file(&self, path: &str) -> Option<&'static str> {
        self.files.get(path).copied()
    }

    /// The same, which knows the drafts themselves.
    #[must_use]
    pub fn with_texts(self, texts: Vec<Arc<Document>>) -> Self {
        Self { texts, ..self }
    }

    /// Why the text of this path has no page, where it is one that is left out.
    pub fn why_no_page(&self, file: &str) -> Option<&'static str> {
        let text = self.texts.iter().find(|text| text.source.path() == file)?;
        Some(match text.front.draft {
            true => "is a draft, which is not published",
            false => "belongs to a text whose facts stand in a draft, so it is not published",
        })
    }

    /// Whether the official text of an easy-read version is a draft.
    pub fn has_draft_of(&self, easy: &Document) -> bool {
        let is_of = |text: &&Arc<Document>| {
            text.version == Version::Official && text.slug == easy.slug && text.lang == easy.lang
        };
        self.texts.iter().filter(is_of).any(|text| text.front.draft)
    }

    /// How many texts are left out as they are drafts.
    pub fn drafts(&self) -> usize {
        self.texts.iter().filter(|text| text.front.draft).count()
    }

    /// Whether the text of a folder is a draft that is left out.
    pub fn is_draft(&self, folder: &str) -> bool {
        self.folders.contains(folder)
    }
}

impl Library {
    /// How many texts are left out as they are drafts.
    pub fn drafts(&self) -> usize {
        self.withheld.drafts()
    }

    /// Whether a file, of the sources or of the site, is of a draft that is left out, so that nothing is known of it.
    pub fn is_left_out(&self, file: &str) -> bool {
        let of_text = |text: &Document| {
            let kind = match text.version {
                Version::EasyRead => PageKind::EasyRead,
                Version::Official => PageKind::Official,
            };
            let page = self.address_of(&text.slug, &text.lang, kind);
            // What is made of a text stands in the folder of its page; around the first page stands all of the site.
            let is_beside = !text.slug.is_empty() && file.starts_with(page.folder());
            text.source.path() == file || page.path() == file || is_beside
        };
        let of_content = file.strip_prefix(CONTENT).and_then(|path| path.strip_prefix('/'));
        of_content.is_some_and(|path| self.withheld.has(path))
            || self.withheld.texts.iter().any(|text| of_text(text))
    }
}

impl Library {
    /// The files that are published, by their place in [`Library::assets`].
    pub(super) fn find_published(&self) -> Vec<bool> {
        let files = &self.config.files;
        let mut published: Vec<bool> = self.assets.iter().map(|asset| files.list(&asset.path)).collect();
        if !published.is_empty() {
            let transcripts = self.transcripts.values().map(|text| &**text);
            let documents: Vec<&Document> = self.documents().chain(transcripts).collect();
            let used: Vec<_> = documents.par_iter().map(|document| self.files_of(document)).collect();
            used.into_iter().flatten().for_each(|at| published[at] = true);
            // The page of pictures shows all of them.
            let shown = self.pictures.iter().filter(|_| self.config.site.pictures);
            let shown = shown.filter_map(|(_, picture)| self.index.assets.get(picture.path()));
            shown.for_each(|at| published[*at] = true);
            let logo = self.config.site.logo.iter().flat_map(|logo| logo.files());
            let logo = logo.filter_map(|file| self.index.assets.get(file.get_ref().as_str()));
            logo.for_each(|at| published[*at] = true);
        }
        published
    }

    /// The picture that is shown in dark colour schemes in place of this one: `chart.dark.png` beside `chart.png`.
    pub fn dark(&self, path: &str) -> Option<&str> {
        let (name, ending) = path.rsplit_once('.').filter(|(_, ending)| !ending.contains('/'))?;
        self.asset(&format!("{name}.{DARK}.{ending}")).map(|asset| &*asset.path)
    }

    /// The files that a text shows or leads to, sorted.
    fn files_of(&self, document: &Document) -> Vec<usize> {
        let mut files = Vec::new();
        for file in document
            .front
            .recordings
            .iter()
            .flat_map(Recording::files)
            .map(|(_, file)| file)
            .filter(|file| may_be_file(file))
        {
            if let super::Target::Asset { path, .. } = self.resolve(document, file) {
                files.extend(self.index.assets.get(path));
            }
        }
        document.each_inline(&mut |inline| {
            let (InlineKind::Image { target, .. } | InlineKind::Link { target, .. }) = &inline.kind else {
                return;
            };
            let written = document.text(target);
            let path = match written.strip_prefix(CONCEPT) {
                Some(concept) => self.pictures.get(concept).map(|picture| picture.path()),
                None if may_be_file(written) => match self.resolve(document, written) {
                    super::Target::Asset { path, .. } => Some(path),
                    _ => None,
                },
                None => None,
            };
            let is_shown = matches!(inline.kind, InlineKind::Image { .. });
            let dark = path.filter(|_| is_shown).and_then(|path| self.dark(path));
            files.extend([path, dark].into_iter().flatten().filter_map(|path| self.index.assets.get(path)));
        });
        files.sort_unstable();
        files.dedup();
        files
    }

    /// Whether a new reading of a text shows or leads to other files than the one that the library has.
    pub fn leads_to_other_files(&self, document: &Document) -> bool {
        !self.assets.is_empty()
            && self
                .text(document.source.path())
                .is_none_or(|old| self.files_of(old) != self.files_of(document))
    }

    /// The files that are published as they are.
    pub fn published(&self) -> impl Iterator<Item = &Asset> {
        self.assets.iter().zip(&*self.published).filter(|(_, published)| **published).map(|(asset, _)| asset)
    }

    /// The file of this path below `content/`, if it is published.
    pub fn published_asset(&self, path: &str) -> Option<&Asset> {
        let at = *self.index.assets.get(path)?;
        self.assets.get(at).filter(|_| self.published.get(at) == Some(&true))
    }

    /// How many files below `content/` are not published.
    pub fn unpublished(&self) -> usize {
        self.withheld.files.len() + self.published.iter().filter(|published| !**published).count()
    }

    /// Reports the files that are not published: the first by name, the rest by their number.
    pub(super) fn report_unpublished(&self, findings: &mut Vec<Finding>) {
        let left = self.assets.iter().zip(&*self.published).filter(|(_, published)| !**published);
        let mut left: Vec<&str> = left.map(|(asset, _)| &*asset.path).collect();
        left.extend(self.withheld.files.keys().map(|path| &**path));
        // What front matter leads to that could not be read, nobody knows.
        let unread: Vec<&str> =
            self.documents().filter(|text| text.front.unread).map(|text| &*text.slug).collect();
        let is_beside = |path: &str, slug: &str| {
            slug.is_empty() || path.strip_prefix(slug).is_some_and(|rest| rest.starts_with('/'))
        };
        left.retain(|path| !unread.iter().any(|slug| is_beside(path, slug)));
        left.sort_unstable();
        const LEAD_TO_IT: &str = "Link to it from a text, list it in book.toml under [site] as files = [\"…\"], or keep it elsewhere.";
        let note = |path: Arc<str>, message: String| {
            Finding::new("content/not-published", Severity::Note, Place::File(path), message)
        };
        findings.extend(left.iter().take(MOST_NAMED).map(|path| {
            let (why, help) = match self.withheld.why_no_file(path) {
                Some(why) => (
                    format!("it {why}, so it is not published"),
                    "It is published with the text beside it, when that is and leads to it.",
                ),
                None => ("no published text leads to it, so it is not published".to_owned(), LEAD_TO_IT),
            };
            note(format!("{CONTENT}/{path}").into(), why).help(help)
        }));
        if let Some(more) = left.len().checked_sub(MOST_NAMED).filter(|more| *more > 0) {
            findings.push(
                note(
                    CONTENT.into(),
                    format!("{} {} not published", counted(more, "more file"), is_or_are(more)),
                )
                .help(LEAD_TO_IT),
            );
        }
        for (pattern, span) in self.config.files.patterns() {
            let Some(source) = self.config.check.source.as_ref() else { continue };
            // What belongs to a draft is there; its own note says why it is not published.
            let mut there = self.assets.iter().map(|asset| &*asset.path);
            if !there.any(|path| pattern.is_match(path))
                && !self.withheld.files.keys().any(|path| pattern.is_match(&**path))
            {
                let message = format!("“{}” is the path of no file below “content”", pattern.glob());
                findings.push(Finding::warning("config/no-such-files", source, span, message).help(
                    "The path begins below “content”; “*” stands for any name, “**” for folders at any depth.",
                ));
            }
        }
    }
}

/// Whether a target can be that of a file: no text, no place on a page, and nothing elsewhere.
fn may_be_file(target: &str) -> bool {
    let path = target.split('#').next().unwrap_or_default();
    !(path.is_empty() || path.ends_with(".md") || target.starts_with(PAGE_BREAK))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn withheld(drafts: &[&str], published: &[&str], files: &[&str]) -> Vec<String> {
        let drafts = drafts.iter().map(|folder| Box::from(*folder)).collect();
        let asset =
            |path: &&str| Asset { path: (*path).into(), root: std::path::Path::new("").into(), digest: None };
        let mut assets: Vec<Asset> = files.iter().map(asset).collect();
        let withheld = Withheld::take(&drafts, published.iter().copied(), &mut assets);
        files.iter().filter(|path| withheld.has(path)).map(|path| (*path).to_owned()).collect()
    }

    #[test]
    fn a_folder_of_drafts_gives_nothing_away() {
        let files = ["a.png", "秘密/图.png", "秘密/附件/一.pdf", "秘密计划/图.png", "公开/图.png"];
        assert_eq!(withheld(&["秘密"], &["公开", ""], &files), ["秘密/图.png", "秘密/附件/一.pdf"]);
        // Its own second text, or one in a folder inside it, is published.
        assert_eq!(withheld(&["秘密"], &["秘密"], &files), [""; 0]);
        assert_eq!(withheld(&["秘密"], &["秘密/附件"], &files), [""; 0]);
        assert_eq!(withheld(&["秘密", "秘密/附件"], &["公开"], &files), ["秘密/图.png", "秘密/附件/一.pdf"]);
        // A draft of the home page does not hold back the whole site.
        assert_eq!(withheld(&[""], &["公开"], &files), [""; 0]);
    }
}
