//! One complete state of the site in memory. Whoever answers a request holds one from beginning to end, so that
//! nothing changes under it; the next state takes its place in one step.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use axum::body::Bytes;

use crate::audit::Allow;
use crate::finding::Finding;
use crate::formats;
use crate::lang::Lang;
use crate::library::Library;
use crate::render::{Job, Renderer, SourceMap, Templates};

/// A state of the site.
#[derive(Debug, Clone, Default)]
pub struct Snapshot {
    /// Increases with every state.
    pub version: u64,
    /// The site; `None` until `book.toml` can be used for the first time.
    pub site: Option<Site>,
    /// The site with the entries that nobody agreed to, where there are some.
    pub withheld: Option<Site>,
    /// What is wrong with the files as such: what reading, parsing and putting them together found.
    pub findings: Arc<Vec<Finding>>,
    /// The files, as messages name them, of which an earlier reading is shown.
    pub behind: Arc<HashSet<String>>,
}

/// What pages are made of.
#[derive(Debug, Clone)]
pub struct Site {
    /// All texts.
    pub library: Library,
    /// Its languages, the main one first.
    pub languages: Arc<Vec<Lang>>,
    /// The templates.
    pub templates: Arc<Templates>,
    /// The theme's files by their path in it.
    pub theme: Arc<BTreeMap<String, Bytes>>,
    /// The style sheet of books.
    pub book_style: Arc<str>,
    /// Names that may stand on a page of any language.
    pub names: Arc<Allow>,
    /// Which of [`Renderer::jobs`] makes the page at a path.
    pub pages: Arc<HashMap<Box<str>, usize>>,
    /// Increases when a style sheet, a picture or another file beside the pages changes.
    pub look: u64,
}

impl Snapshot {
    /// The site that has something at a path, as `has` says: that which would be published, or else the one with everything.
    pub fn site_at(&self, has: impl Fn(&Site) -> bool) -> Option<&Site> {
        self.withheld
            .as_ref()
            .filter(|all| !self.site.as_ref().is_some_and(&has) && has(all))
            .or(self.site.as_ref())
    }

    /// Whether a site is the one with entries that are not published.
    pub fn is_withheld(&self, site: &Site) -> bool {
        self.withheld.as_ref().is_some_and(|withheld| std::ptr::eq(withheld, site))
    }
}

impl Site {
    /// Makes pages, with the source line of every block.
    pub fn renderer(&self) -> Renderer<'_> {
        Renderer::new(&self.library, &self.templates, &self.languages, SourceMap::On)
    }

    /// The job that makes the page at this path of the site.
    pub fn job(&self, path: &str) -> Option<Job<'_>> {
        self.renderer().jobs().get(*self.pages.get(path)?).copied()
    }

    /// The job that makes the page for addresses that lead nowhere.
    pub fn not_found(&self) -> Option<Job<'_>> {
        self.languages.first().map(Job::NotFound)
    }

    /// Where each page stands.
    pub fn page_places(&self) -> HashMap<Box<str>, usize> {
        let renderer = self.renderer();
        let jobs = renderer.jobs().into_iter().enumerate();
        jobs.map(|(at, job)| (formats::PAGES.address(&self.library, job).path().into(), at)).collect()
    }

    /// Takes over how another site looks.
    pub fn look_as(&mut self, other: &Self) {
        self.languages = other.languages.clone();
        self.templates = other.templates.clone();
        self.theme = other.theme.clone();
        self.book_style = other.book_style.clone();
        self.look = other.look;
    }

    /// The names that texts and settings give.
    pub fn proper_names(library: &Library) -> Allow {
        library.proper_names().fold(Allow::default(), Allow::name)
    }
}
