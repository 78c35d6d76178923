//! Makes the next state of the site from the last one and the files that changed.
//!
//! In: paths on the disk. Out: a [`Snapshot`], or nothing when nobody could see a difference. An edited text costs
//! the reading of that text; pages are not made here. Trouble never stops it: what cannot be read any more stays as
//! it was, and the findings say so.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::shelf::{Changes, Shelf};
use super::snapshot::{Site, Snapshot};
use crate::config::{self, Config};
use crate::content::CONTENT;
use crate::document::Document;
use crate::finding::{self, Finding, Place, Severity};
use crate::formats;
use crate::languages;
use crate::library::Drafts;
use crate::load;
use crate::render::{TEMPLATES_FOLDER, THEMES_FOLDER, Templates, Theme};

/// The last state, and what the next one is made from.
#[derive(Debug)]
pub struct Press {
    root: PathBuf,
    drafts: Drafts,
    config: Option<Config>,
    shelf: Shelf,
    current: Arc<Snapshot>,
    /// The files beside the pages whose faults are known.
    judged: Vec<Box<str>>,
    /// What is wrong, by where it was found.
    found: Found,
}

#[derive(Debug, Default)]
struct Found {
    config: Vec<Finding>,
    listing: Vec<Finding>,
    library: Vec<Finding>,
    templates: Vec<Finding>,
    theme: Vec<Finding>,
    languages: Vec<Finding>,
    names: Vec<Finding>,
    files: Vec<Finding>,
}

/// Files beside the texts that say which of them count.
const IGNORE_FILES: [&str; 2] = [".gitignore", ".ignore"];

impl Press {
    /// Reads the whole site at `root`.
    pub fn open(root: &Path, drafts: Drafts) -> Self {
        let mut press = Self {
            root: root.to_owned(),
            drafts,
            config: None,
            shelf: Shelf::new(root),
            current: Arc::default(),
            judged: Vec::new(),
            found: Found::default(),
        };
        press.read_config();
        press.read_languages();
        press.read_all();
        press.publish(Work { library: true, look: true, ..Work::default() });
        press
    }

    /// The last state.
    pub fn current(&self) -> &Arc<Snapshot> {
        &self.current
    }

    /// Whether something at this place of the disk, or below it, is part of the site.
    pub fn has_any(&self, place: &Path) -> bool {
        let Ok(inside) = place.strip_prefix(&self.root) else { return false };
        let always = [config::FILE, languages::FOLDER, TEMPLATES_FOLDER, THEMES_FOLDER];
        always.iter().any(|always| inside.starts_with(always))
            || is_ignore_file(place)
            || self.shelf.has_any(place)
    }

    /// Reads what changed at these places; the new state if there is a difference.
    pub fn update(&mut self, places: &[PathBuf]) -> Option<Arc<Snapshot>> {
        let mut work = Work::default();
        let below = |folder: &str| places.iter().any(|place| place.starts_with(self.root.join(folder)));
        let (templates, themes) = (below(TEMPLATES_FOLDER), below(THEMES_FOLDER));
        let languages = below(languages::FOLDER);
        let config = places.contains(&self.root.join(config::FILE));
        if config {
            self.read_config();
        }
        if languages {
            self.read_languages();
        }
        if config || languages || places.iter().any(|place| is_ignore_file(place)) {
            self.read_all();
            work = Work { library: true, look: true, ..work };
        } else if let Some(config) = &self.config {
            match self.shelf.read_again(places, config) {
                Ok(changes) => work.take(changes),
                Err(error) => self.not_listed(&error),
            }
        }
        work.look |= templates || themes;
        self.publish(work)
    }

    /// Looks at every file, after some changes were not told.
    pub fn look_again(&mut self) -> Option<Arc<Snapshot>> {
        self.read_config();
        let languages = self.shelf.languages().clone();
        self.read_languages();
        if !Arc::ptr_eq(&languages, self.shelf.languages()) {
            self.read_all();
        }
        let mut work = Work { library: true, look: true, ..Work::default() };
        if let Some(config) = &self.config {
            match self.shelf.look_again(config) {
                Ok(changes) => work.take(changes),
                Err(error) => self.not_listed(&error),
            }
        }
        self.publish(work)
    }

    fn not_listed(&mut self, error: &anyhow::Error) {
        self.found.listing = vec![unreadable(CONTENT, error)];
    }

    fn read_config(&mut self) {
        let read = load::site_at(&self.root).and_then(|site| load::read_text(&site, config::FILE));
        match read.and_then(|source| Config::read(&source)).and_then(formats::accept) {
            Ok(config) => {
                self.config = Some(config);
                self.found.config.clear();
            }
            Err(finding) => self.found.config = vec![finding],
        }
    }

    /// Reads the site's own languages, which every text is read with.
    fn read_languages(&mut self) {
        self.found.languages =
            self.shelf.read_languages().unwrap_or_else(|error| vec![unreadable(languages::FOLDER, &error)]);
    }

    fn read_all(&mut self) {
        let Some(config) = &self.config else { return };
        match self.shelf.read_all(config) {
            Ok(()) => self.found.listing.clear(),
            Err(error) => self.not_listed(&error),
        }
    }

    /// Puts the next state in the place of the last one; gives it to whoever shows it if there is a difference.
    fn publish(&mut self, work: Work) -> Option<Arc<Snapshot>> {
        let mut work = work;
        if let Some(site) = &self.current.site {
            // Another picture or attachment is published, or one no longer.
            work.library |= work.texts.iter().any(|text| site.library.leads_to_other_files(text));
        }
        let mut site = match self.current.site.clone() {
            Some(mut site) if !work.library => {
                take_texts(&mut site, &work.texts);
                Some(site)
            }
            before => self.put_together(before),
        };
        if let Some(site) = &mut site {
            let languages =
                work.library.then(|| site.library.languages()).filter(|now| *now != *site.languages);
            if work.look || languages.is_some() {
                site.languages = languages.map_or_else(|| site.languages.clone(), Arc::new);
                self.take_look(site);
            }
            if work.library {
                site.pages = Arc::new(site.page_places());
            }
            site.look += u64::from(work.look || work.assets);
            self.judge_files(site, &work);
        }
        let Found { config, listing, library, templates, theme, languages, names, files } = &self.found;
        let found = [config, listing, library, templates, theme, languages, names, files];
        let of_files = self.shelf.findings(self.drafts);
        let findings = found.into_iter().flatten().chain(of_files).cloned().collect();
        self.current = Arc::new(Snapshot {
            version: self.current.version + 1,
            site,
            findings: Arc::new(finding::settle(findings)),
            behind: Arc::new(self.shelf.behind().collect()),
        });
        work.any().then(|| self.current.clone())
    }

    /// Puts the library together anew; the look of the site stays.
    fn put_together(&mut self, before: Option<Site>) -> Option<Site> {
        let config = self.config.as_ref()?;
        let (library, findings) = self.shelf.library(config, self.drafts);
        self.found.library = findings;
        let names = Arc::new(Site::proper_names(&library));
        Some(match before {
            Some(before) => Site { library, names, ..before },
            None => Site {
                library,
                names,
                languages: Arc::default(),
                templates: Arc::new(Templates::built_in(&[], self.shelf.languages())),
                theme: Arc::default(),
                book_style: Arc::default(),
                pages: Arc::default(),
                look: 0,
            },
        })
    }

    /// Judges the files beside the pages again where they may have changed: an edited text costs nothing here.
    fn judge_files(&mut self, site: &Site, work: &Work) {
        if work.library || work.look {
            let theme = site.theme.keys().map(String::as_str);
            self.found.names = crate::site::faults_of_names(&site.library, theme);
        }
        if !work.library && !work.assets {
            return;
        }
        let published: Vec<_> = site.library.published().map(|asset| asset.path.clone()).collect();
        if work.assets || published != self.judged {
            self.found.files = crate::site::faults_of_files(&site.library, &site.names);
            self.judged = published;
        }
    }

    /// Reads templates and theme again; what cannot be used stays as it was.
    fn take_look(&mut self, site: &mut Site) {
        let loaded = Templates::load(&self.root, &site.languages, &site.library.language_data);
        let (templates, wrong) =
            match loaded.unwrap_or_else(|error| Err(unreadable(TEMPLATES_FOLDER, &error))) {
                Ok(templates) => (templates, None),
                Err(finding) => {
                    (site.templates.in_languages(&site.languages, &site.library.language_data), Some(finding))
                }
            };
        site.templates = Arc::new(templates);
        self.found.templates = wrong.into_iter().collect();
        let theme = Theme::load(&self.root, site.library.config.site.theme.as_deref());
        self.found.theme =
            theme.as_ref().err().map(|error| unreadable(THEMES_FOLDER, error)).into_iter().collect();
        // Without a last theme, the built-in one is better than none.
        let theme = theme.ok().or_else(|| {
            let built_in = || Theme::load(&self.root, None).ok();
            if site.theme.is_empty() { built_in() } else { None }
        });
        if let Some(theme) = theme {
            let files = theme.files.into_iter().map(|(name, bytes)| (name, bytes.into()));
            site.theme = Arc::new(files.collect());
            site.book_style = theme.book_style.into();
        }
    }
}

/// What the next state needs.
#[derive(Debug, Default)]
struct Work {
    texts: Vec<Arc<Document>>,
    /// The library is to be put together anew.
    library: bool,
    /// Templates and theme are to be read again.
    look: bool,
    /// Files beside the pages changed.
    assets: bool,
    /// Findings changed.
    findings: bool,
}

impl Work {
    fn take(&mut self, changes: Changes) {
        self.texts = changes.texts;
        self.library |= changes.rebuild;
        self.assets |= changes.assets;
        self.findings |= changes.findings;
    }

    fn any(&self) -> bool {
        self.library || self.look || self.findings || !self.texts.is_empty()
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

fn is_ignore_file(place: &Path) -> bool {
    place.file_name().is_some_and(|name| IGNORE_FILES.iter().any(|file| name == *file))
}

fn unreadable(folder: &str, error: &anyhow::Error) -> Finding {
    Finding::new("content/unreadable", Severity::Error, Place::File(folder.into()), format!("{error:#}"))
        .help("Check that the folder is there and may be read.")
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
        let mut press = Press::open(folder.path(), Drafts::Include);
        let before = press.current().clone();
        let file = folder.path().join("content/yi/index.md");
        std::fs::write(&file, TEXT.replace("原来", "改过")).unwrap();
        let after = press.update(std::slice::from_ref(&file)).unwrap();
        assert!(text(&after, "content/yi/index.md").unwrap().contains("改过的话"));
        assert!(text(&before, "content/yi/index.md").unwrap().contains("原来的话"), "a state never changes");
        let (before, after) = (before.site.as_ref().unwrap(), after.site.as_ref().unwrap());
        let other = |site: &Site| {
            site.library.works.iter().find(|work| &*work.slug == "er").unwrap().official.clone()
        };
        assert!(Arc::ptr_eq(&other(before), &other(after)));
        assert!(Arc::ptr_eq(&before.pages, &after.pages) && Arc::ptr_eq(&before.templates, &after.templates));
        assert!(press.update(&[file]).is_none(), "nobody could see a difference");
    }

    #[test]
    fn changes_nobody_told_of_are_found() {
        let folder = site();
        let mut press = Press::open(folder.path(), Drafts::Include);
        std::fs::write(folder.path().join("content/yi/index.md"), TEXT.replace("原来", "后来改过")).unwrap();
        std::fs::remove_dir_all(folder.path().join("content/er")).unwrap();
        std::fs::write(folder.path().join("book.toml"), "[book]\ntitle = \"新\"\nlanguage = \"zh-Hans\"\n")
            .unwrap();
        let after = press.look_again().unwrap();
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
        let mut press = Press::open(folder.path(), Drafts::Include);
        assert!(press.has_any(&file));
        let says = |snapshot: &Snapshot, label: &str| {
            let library = &snapshot.site.as_ref().unwrap().library;
            library.language(&library.config.language).labels().get(label).to_owned()
        };
        assert_eq!(says(press.current(), "home"), "起点");
        std::fs::write(&file, "home = 出发\n").unwrap();
        let after = press.update(std::slice::from_ref(&file)).unwrap();
        assert_eq!(says(&after, "home"), "出发");
        assert_eq!(says(&after, "skip-to-content"), "跳到正文");
        std::fs::write(&file, "home = 错 { $title }\n").unwrap();
        let wrong = press.update(std::slice::from_ref(&file)).unwrap();
        assert_eq!(says(&wrong, "home"), "出发", "what was last in order stays");
        assert!(wrong.findings.iter().any(|finding| finding.rule == "language/label-values"));
        std::fs::remove_file(&file).unwrap();
        let gone = press.look_again().unwrap();
        assert_eq!(says(&gone, "home"), "首页");
        assert!(gone.findings.is_empty(), "{:?}", gone.findings);
    }
}
