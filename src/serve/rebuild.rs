//! Makes the next state of the site from the last one and the files that changed.
//!
//! In: paths on the disk. Out: a [`Snapshot`], or nothing when nobody could see a difference. An edited text costs
//! the reading of that text; pages are not made here. Trouble never stops it: what cannot be read any more stays as
//! it was, and the findings say so.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::snapshot::{Site, Snapshot};
use crate::collections::Shown;
use crate::day::Today;
use crate::document::Document;
use crate::finding::{self, Finding};
use crate::formats::discovery;
use crate::library::Drafts;
use crate::render::{TEMPLATES_FOLDER, THEMES_FOLDER, Templates, Theme};
use crate::store::{Changes, Store, Unlisted, unreadable};

/// The last state, and what the next one is made from.
#[derive(Debug)]
pub struct Rebuild {
    root: PathBuf,
    store: Store,
    /// Whether entries that nobody agreed to are shown where nothing else stands.
    entries: Shown,
    current: Arc<Snapshot>,
    /// The files beside the pages whose faults are known.
    judged: Vec<Box<str>>,
    /// What is wrong, by where it was found; what is wrong with the sources is in the store.
    found: Found,
}

#[derive(Debug, Default)]
struct Found {
    listing: Vec<Finding>,
    library: Vec<Finding>,
    templates: Vec<Finding>,
    theme: Vec<Finding>,
    names: Vec<Finding>,
    files: Vec<Finding>,
}

impl Rebuild {
    /// Reads the whole site at `root` and makes its first state.
    pub fn open(root: &Path, drafts: Drafts, entries: Shown, today: Option<Today>) -> Self {
        let mut rebuild = Self {
            root: root.to_owned(),
            store: Store::new(root, drafts).on(today),
            entries,
            current: Arc::default(),
            judged: Vec::new(),
            found: Found::default(),
        };
        let read = rebuild.store.read_all();
        let changes = rebuild.changes(read);
        rebuild.publish(Work { changes, look: true });
        rebuild
    }

    /// The last state.
    pub fn current(&self) -> &Arc<Snapshot> {
        &self.current
    }

    /// Whether something at this place of the disk, or below it, is part of the site.
    pub fn has_any(&self, place: &Path) -> bool {
        self.is_look(place) || self.store.has_any(place)
    }

    /// Whether something at this place is a template or a part of a theme.
    fn is_look(&self, place: &Path) -> bool {
        [TEMPLATES_FOLDER, THEMES_FOLDER].iter().any(|folder| place.starts_with(self.root.join(folder)))
    }

    /// Reads what changed at these places; the new state if there is a difference.
    pub fn update(&mut self, places: &[PathBuf]) -> Option<Arc<Snapshot>> {
        // What a folder that could not be listed holds may have changed with nothing reported.
        let read = match self.found.listing.is_empty() {
            true => self.store.read_again(places),
            false => self.store.look_again(),
        };
        let changes = self.changes(read);
        // Settings and languages are part of the look: they name the theme, and every template has their labels.
        let look = changes.all || places.iter().any(|place| self.is_look(place));
        self.publish(Work { changes, look })
    }

    /// Looks at every file, after some changes were not reported.
    pub fn look_again(&mut self) -> Option<Arc<Snapshot>> {
        let read = self.store.look_again();
        let changes = self.changes(read);
        self.publish(Work { changes, look: true })
    }

    /// What changed in the sources. A folder that cannot be listed is a finding until all can be listed again.
    fn changes(&mut self, read: Result<Changes, Unlisted>) -> Changes {
        match read {
            Ok(changes) => {
                if changes.all {
                    self.found.listing.clear();
                }
                changes
            }
            Err(unlisted) => {
                self.found.listing = vec![unlisted.finding()];
                Changes { all: true, library: true, findings: true, ..Changes::default() }
            }
        }
    }

    /// Puts the next state in the place of the last one, and returns it if there is a difference.
    fn publish(&mut self, work: Work) -> Option<Arc<Snapshot>> {
        let mut work = work;
        if let Some(site) = &self.current.site {
            // Another picture or attachment is published, or one no longer; lists and menus are others.
            let differs = |text: &Arc<Document>| {
                site.library.leads_to_other_files(text) || site.library.stands_otherwise(text)
            };
            work.changes.library |= work.changes.texts.iter().any(differs);
        }
        let mut withheld = self.current.withheld.clone();
        if let Some(withheld) = &mut withheld {
            take_texts(withheld, &work.changes.texts);
        }
        let mut site = match self.current.site.clone() {
            Some(mut site) if !work.changes.library => {
                take_texts(&mut site, &work.changes.texts);
                Some(site)
            }
            before => self.put_together(before),
        };
        if let Some(site) = &mut site {
            let languages =
                work.changes.library.then(|| site.library.languages()).filter(|now| *now != *site.languages);
            if work.look || languages.is_some() {
                site.languages = languages.map_or_else(|| site.languages.clone(), Arc::new);
                self.take_look(site);
            }
            if work.changes.library {
                site.pages = Arc::new(site.page_places());
            }
            site.look += u64::from(work.look || work.changes.assets);
            self.judge_files(site, &work);
            if work.changes.library {
                withheld = self.with_withheld(site);
            } else if let Some(withheld) = &mut withheld {
                withheld.look_as(site);
            }
        }
        let Found { listing, library, templates, theme, names, files } = &self.found;
        let found = [listing, library, templates, theme, names, files];
        let of_sources = self.store.findings();
        let findings = found.into_iter().flatten().cloned().chain(of_sources).collect();
        self.current = Arc::new(Snapshot {
            version: self.current.version + 1,
            site,
            withheld,
            findings: Arc::new(finding::settle(findings)),
            behind: Arc::new(self.store.behind().collect()),
        });
        work.any().then(|| self.current.clone())
    }

    /// Puts the library together again; templates and theme stay.
    fn put_together(&mut self, before: Option<Site>) -> Option<Site> {
        let (mut library, findings) = self.store.library()?;
        // The preview is the whole of its host, wherever the site will stand.
        library.root = "/".into();
        self.found.library = findings;
        // What is allowed is known when all pages are made, which a preview never does at once.
        crate::site::claims::check(&library, &BTreeMap::new(), &mut self.found.library);
        let names = Arc::new(Site::proper_names(&library));
        Some(match before {
            Some(before) => Site { library, names, ..before },
            None => Site {
                library,
                names,
                languages: Arc::default(),
                templates: Arc::new(Templates::built_in(&[], self.store.languages())),
                theme: Arc::default(),
                book_style: Arc::default(),
                pages: Arc::default(),
                look: 0,
            },
        })
    }

    /// The site with the entries that nobody agreed to, where there are some.
    fn with_withheld(&mut self, site: &Site) -> Option<Site> {
        if self.entries == Shown::Agreed {
            return None;
        }
        let mut library = self.store.library_with_withheld()?;
        library.root = site.library.root.clone();
        let names = Arc::new(Site::proper_names(&library));
        let mut withheld = Site { library, names, ..site.clone() };
        withheld.pages = Arc::new(withheld.page_places());
        Some(withheld)
    }

    /// Judges the files beside the pages again where they may have changed: an edited text costs nothing here.
    fn judge_files(&mut self, site: &Site, work: &Work) {
        if work.changes.library || work.look {
            let theme = site.theme.keys().map(String::as_str);
            self.found.names = crate::site::faults_of_names(&site.library, theme);
            discovery::check(&site.library, &mut self.found.names);
        }
        if !work.changes.library && !work.changes.assets {
            return;
        }
        let published: Vec<_> = site.library.published().map(|asset| asset.path.clone()).collect();
        if work.changes.all || work.changes.assets || published != self.judged {
            self.found.files = crate::site::faults_of_files(&site.library, &site.names);
            self.judged = published;
        }
    }

    /// Reads templates and theme again; what cannot be used stays as it was.
    fn take_look(&mut self, site: &mut Site) {
        let loaded = Templates::load(&self.root, &site.languages, &site.library.language_data);
        let loaded = loaded.map_err(|trouble| {
            trouble.mistake().unwrap_or_else(|error| unreadable(TEMPLATES_FOLDER, &error))
        });
        let (templates, wrong) = match loaded {
            Ok(templates) => (templates, None),
            Err(finding) => {
                (site.templates.in_languages(&site.languages, &site.library.language_data), Some(finding))
            }
        };
        let before = site.templates.hides().clone();
        self.found.templates = wrong.into_iter().collect();
        let theme = Theme::of(&self.root, &site.library.config);
        self.found.theme =
            theme.as_ref().err().map(|error| unreadable(THEMES_FOLDER, error)).into_iter().collect();
        // Without a last theme, the built-in one is better than none.
        let theme = theme.ok().or_else(|| {
            let built_in = || Theme::load(&self.root, None).ok();
            if site.theme.is_empty() { built_in() } else { None }
        });
        site.templates =
            Arc::new(templates.under(theme.as_ref().map_or(before, |theme| theme.hides.clone())));
        if let Some(theme) = theme {
            self.found.theme.extend(theme.findings);
            let files = theme.files.into_iter().map(|(name, bytes)| (name, bytes.into()));
            site.theme = Arc::new(files.collect());
            site.book_style = theme.book_style.into();
        }
    }
}

/// What the next state needs.
#[derive(Debug)]
struct Work {
    changes: Changes,
    /// Templates and theme are to be read again.
    look: bool,
}

impl Work {
    fn any(&self) -> bool {
        let Changes { texts, all, library, assets: _, findings } = &self.changes;
        *all || *library || self.look || *findings || !texts.is_empty()
    }
}

/// Puts edited texts in the place of their last readings.
fn take_texts(site: &mut Site, texts: &[Arc<Document>]) {
    let mut names_differ = false;
    for text in texts {
        let before = site.library.text(text.source.path());
        names_differ |= before.is_some_and(|before| before.front.made_by != text.front.made_by);
        site.library.replace(text.clone());
    }
    if names_differ {
        site.names = Arc::new(Site::proper_names(&site.library));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "---\ntitle: 决定\nsummary: 一个决定。它很短。\n---\n\n原来的话。\n";

    fn site() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            let file = folder.path().join(path);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, text).unwrap();
        };
        write("book.toml", "[book]\ntitle = \"决定\"\nlanguage = \"zh-Hans\"\n");
        write("content/yi/index.md", TEXT);
        write("content/er/index.md", TEXT);
        folder
    }

    fn text<'s>(snapshot: &'s Snapshot, path: &str) -> Option<&'s str> {
        Some(snapshot.site.as_ref()?.library.text(path)?.source.text())
    }

    #[test]
    fn an_edit_reads_one_text_and_shares_the_rest() {
        let folder = site();
        let mut rebuild = Rebuild::open(folder.path(), Drafts::Include, Shown::All, None);
        let before = rebuild.current().clone();
        let file = folder.path().join("content/yi/index.md");
        std::fs::write(&file, TEXT.replace("原来", "改过")).unwrap();
        let after = rebuild.update(std::slice::from_ref(&file)).unwrap();
        assert!(text(&after, "content/yi/index.md").unwrap().contains("改过的话"));
        assert!(text(&before, "content/yi/index.md").unwrap().contains("原来的话"), "a state never changes");
        let (before, after) = (before.site.as_ref().unwrap(), after.site.as_ref().unwrap());
        let other = |site: &Site| {
            site.library.works.iter().find(|work| &*work.slug == "er").unwrap().official.clone()
        };
        assert!(Arc::ptr_eq(&other(before), &other(after)));
        assert!(Arc::ptr_eq(&before.pages, &after.pages) && Arc::ptr_eq(&before.templates, &after.templates));
        assert!(rebuild.update(&[file]).is_none(), "nobody could see a difference");
    }

    #[test]
    fn changes_that_nobody_reported_are_found() {
        let folder = site();
        let mut rebuild = Rebuild::open(folder.path(), Drafts::Include, Shown::All, None);
        std::fs::write(folder.path().join("content/yi/index.md"), TEXT.replace("原来", "后来改过")).unwrap();
        std::fs::remove_dir_all(folder.path().join("content/er")).unwrap();
        std::fs::write(folder.path().join("book.toml"), "[book]\ntitle = \"新\"\nlanguage = \"zh-Hans\"\n")
            .unwrap();
        let after = rebuild.look_again().unwrap();
        assert!(text(&after, "content/yi/index.md").unwrap().contains("后来改过"));
        assert_eq!(text(&after, "content/er/index.md"), None);
        assert_eq!(after.site.as_ref().unwrap().library.config.title, "新");
    }

    #[test]
    fn a_saved_file_of_a_language_changes_what_pages_say() {
        let folder = site();
        let file = folder.path().join("languages/zh/labels.ftl");
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, "home = 起点\n").unwrap();
        let mut rebuild = Rebuild::open(folder.path(), Drafts::Include, Shown::All, None);
        assert!(rebuild.has_any(&file));
        let says = |snapshot: &Snapshot, label: &str| {
            let library = &snapshot.site.as_ref().unwrap().library;
            library.language(&library.config.language).labels().get(label).to_owned()
        };
        assert_eq!(says(rebuild.current(), "home"), "起点");
        std::fs::write(&file, "home = 出发\n").unwrap();
        let after = rebuild.update(std::slice::from_ref(&file)).unwrap();
        assert_eq!(says(&after, "home"), "出发");
        assert_eq!(says(&after, "skip-to-content"), "跳到正文");
        std::fs::write(&file, "home = 错 { $title }\n").unwrap();
        let wrong = rebuild.update(std::slice::from_ref(&file)).unwrap();
        assert_eq!(says(&wrong, "home"), "出发", "what was last in order stays");
        assert!(wrong.findings.iter().any(|finding| finding.rule == "language/label-values"));
        std::fs::remove_file(&file).unwrap();
        let gone = rebuild.look_again().unwrap();
        assert_eq!(says(&gone, "home"), "首页");
        // Only that nothing says at which address the site stands.
        let told: Vec<_> = gone.findings.iter().map(|finding| finding.rule).collect();
        assert_eq!(told, ["config/no-base-url"]);
    }
}
