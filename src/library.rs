//! All documents of a site, put together: which easy-read version belongs to which official text, and where
//! every link leads.
//!
//! In: parsed documents. Out: the library that `check` and `render` read. Finds an easy-read version without its
//! official text, and two files that would become one page.

mod aliases;
mod facets;
mod links;
mod lists;
mod menu;
mod published;
mod settings;

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::Arc;

use crate::address::{Address, PageKind};
use crate::authority::Authority;
use crate::baseline::Baseline;
use crate::collections::Collections;
use crate::config::Config;
use crate::content::Asset;
use crate::content::Role;
use crate::document::{Document, Version};
use crate::finding::Finding;
use crate::glossary::Glossary;
use crate::kinds::Kind;
use crate::lang::Lang;
use crate::languages::{Language, Languages};
use crate::pictures::Pictures;
use crate::records::Review;
use crate::source::Span;

pub use aliases::{Alias, unfit as unfit_alias};
pub use facets::{Facets, MOST_PAGES, ON_A_PAGE, Part, Selected};
pub use links::{Target, anchor, scheme};
use lists::Lists;
pub use menu::{Leads, Menu, MenuLink};
pub use published::Withheld;

/// One document in one language: its official text and its easy-read version.
#[derive(Debug, Clone)]
pub struct Work {
    /// The folder below `content/`.
    pub slug: Box<str>,
    /// The language of both texts.
    pub lang: Lang,
    /// The official text.
    pub official: Arc<Document>,
    /// The easy-read version.
    pub easy_read: Option<Arc<Document>>,
    /// Whose wording counts: as the official text says, else as the site does.
    pub authority: Authority,
}

impl Work {
    /// What kind of document it is.
    pub fn kind(&self) -> Kind {
        self.official.front.kind
    }

    /// Whether its text is called official: it is one of a body, or its publisher says so.
    pub fn is_called_official(&self) -> bool {
        let front = &self.official.front;
        let is_issued = front.symbol.is_some() || front.body.is_some();
        front.kind.is_official() && (is_issued || self.authority != Authority::Unofficial)
    }
}

/// A site's documents and settings.
///
/// A clone shares all texts and data with the original: a preview makes the next state from the last one.
#[derive(Debug, Clone)]
pub struct Library {
    /// `book.toml`.
    pub config: Config,
    /// The path of the site on its host, for the one page whose links begin with it.
    pub root: Box<str>,
    /// What is known of each language.
    pub language_data: Arc<Languages>,
    /// All works, by folder, then by language with the main one first.
    pub works: Vec<Work>,
    /// The pages that list a folder.
    pub sections: Vec<Arc<Document>>,
    /// The home page's own words in each language that has them.
    pub homes: Vec<Arc<Document>>,
    /// Pictures by concept.
    pub pictures: Arc<Pictures>,
    /// Hard words, by language tag.
    pub glossaries: BTreeMap<String, Arc<Glossary>>,
    /// Who read which easy-read version, by folder and language.
    pub reviews: Arc<Reviews>,
    /// The other files below `content/` that texts may lead to.
    pub assets: Arc<Vec<Asset>>,
    /// Which of them are published.
    published: Arc<Vec<bool>>,
    /// Whether it renders texts whose official wording stands elsewhere; where it has no texts, whether the site says so.
    pub has_unofficial: bool,
    /// What stands today and is to be mended later.
    pub baseline: Arc<Baseline>,
    /// What the entries of collections say.
    pub collections: Arc<Collections>,
    /// What stands in each list.
    lists: Arc<Lists>,
    /// What the facets of each collection are, by the file of its section.
    facets: Arc<HashMap<Box<str>, Facets>>,
    /// The menu of each language.
    menus: Arc<BTreeMap<String, Menu>>,
    /// The files of drafts that are left out.
    withheld: Arc<Withheld>,
    index: Arc<Index>,
}

/// Who read which easy-read version, by folder and language.
pub type Reviews = HashMap<(Box<str>, Lang), Arc<Review>>;

/// Where everything is.
#[derive(Debug, Default)]
struct Index {
    texts: HashMap<Box<str>, TextPlace>,
    assets: HashMap<Box<str>, usize>,
    /// By folder: its works stand beside each other.
    works: HashMap<Box<str>, Range<usize>>,
}

/// Where in the library a file's text is.
#[derive(Debug, Clone, Copy)]
enum TextPlace {
    Home(usize),
    Section(usize),
    Official(usize),
    EasyRead(usize),
}

/// What a library is put together from.
#[derive(Debug)]
pub struct Parts {
    /// `book.toml`.
    pub config: Config,
    /// What is known of each language.
    pub language_data: Arc<Languages>,
    /// Every parsed text with its role.
    pub documents: Vec<(Role, Arc<Document>)>,
    /// Pictures by concept.
    pub pictures: Arc<Pictures>,
    /// Hard words, by language tag.
    pub glossaries: BTreeMap<String, Arc<Glossary>>,
    /// Who read which easy-read version.
    pub reviews: Reviews,
    /// The other files below `content/` that texts may lead to.
    pub assets: Arc<Vec<Asset>>,
    /// The files of drafts that are left out.
    pub withheld: Withheld,
    /// What stands today and is to be mended later.
    pub baseline: Arc<Baseline>,
    /// What the entries of collections say, and which of them may be published: of the others there is no text here.
    pub collections: Arc<Collections>,
}

/// Whether drafts are published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drafts {
    /// Drafts are left out.
    Skip,
    /// Drafts are published too, for a preview.
    Include,
}

impl Library {
    /// Puts the documents together.
    pub fn new(parts: Parts, findings: &mut Vec<Finding>) -> Self {
        let Parts {
            config,
            language_data,
            documents,
            pictures,
            glossaries,
            reviews,
            assets,
            withheld,
            baseline,
            collections,
        } = parts;
        let mut officials = BTreeMap::new();
        let mut easy_reads = Vec::new();
        let (mut sections, mut homes) = (Vec::new(), Vec::new());
        for (role, document) in documents {
            match role {
                Role::Home => homes.push(document),
                Role::Section => sections.push(document),
                Role::EasyRead => easy_reads.push(document),
                Role::Official => {
                    let foreign = document.lang != config.language;
                    officials.insert((document.slug.clone(), foreign, document.lang.to_string()), document);
                }
            }
        }
        let mut works: Vec<Work> = officials
            .into_values()
            .map(|official| Work {
                slug: official.slug.clone(),
                lang: official.lang.clone(),
                authority: official.front.authority.unwrap_or(config.site.authority),
                official,
                easy_read: None,
            })
            .collect();
        let mut by_folder: HashMap<Box<str>, Range<usize>> = HashMap::new();
        for (at, work) in works.iter().enumerate() {
            by_folder.entry(work.slug.clone()).or_insert(at..at).end = at + 1;
        }
        for easy in easy_reads {
            let beside = by_folder.get(&easy.slug).map_or(&mut [][..], |range| &mut works[range.clone()]);
            match beside.iter_mut().find(|work| work.lang == easy.lang) {
                Some(work) => work.easy_read = Some(easy),
                None => findings.push(
                    Finding::error(
                        "easy-read/no-official-text",
                        &easy.source,
                        Span::point(0),
                        "the official text of this easy-read version is missing",
                    )
                    .help("Put it into the same folder as “index.md”, with the same language in its name."),
                ),
            }
        }
        let mut authorities =
            works.iter().filter(|work| work.kind().is_official()).map(|work| work.authority).peekable();
        let has_unofficial = match authorities.peek() {
            Some(_) => authorities.any(|authority| authority == Authority::Unofficial),
            None => config.site.authority == Authority::Unofficial,
        };
        let mut library = Self {
            has_unofficial,
            root: config.base_path().into(),
            config,
            language_data,
            works,
            sections,
            homes,
            pictures,
            glossaries,
            reviews: Arc::new(reviews),
            assets,
            baseline,
            collections,
            published: Arc::default(),
            lists: Arc::default(),
            facets: Arc::default(),
            menus: Arc::default(),
            withheld: Arc::new(withheld),
            index: Arc::default(),
        };
        library.index = Arc::new(Index {
            texts: library.text_places(),
            assets: library.assets.iter().enumerate().map(|(at, asset)| (asset.path.clone(), at)).collect(),
            works: by_folder,
        });
        library.published = Arc::new(library.find_published());
        library.lists = Arc::new(Lists::of(&library));
        library.facets = Arc::new(library.find_facets());
        library.menus = Arc::new(library.find_menus());
        library.report_unpublished(findings);
        library.report_missing_pages(findings);
        library.report_menus(findings);
        library.report_logo(findings);
        library
    }

    /// Whether a book is made of a work, and it is in the book of its language. An entry is none by itself.
    pub fn becomes_book(&self, work: &Work) -> bool {
        work.kind().becomes_book() && self.collections.entry(&work.slug).is_none()
    }

    /// What is known of a language.
    pub fn language(&self, lang: &Lang) -> &Arc<Language> {
        self.language_data.of(lang)
    }

    /// Puts a new reading of a file in the place of the old one; `false` when the library has no text of this file.
    pub fn replace(&mut self, document: Arc<Document>) -> bool {
        let place = match self.index.texts.get(document.source.path()).copied() {
            Some(TextPlace::Home(at)) => &mut self.homes[at],
            Some(TextPlace::Section(at)) => &mut self.sections[at],
            Some(TextPlace::Official(at)) => &mut self.works[at].official,
            Some(TextPlace::EasyRead(at)) => match &mut self.works[at].easy_read {
                Some(easy) => easy,
                None => return false,
            },
            None => return false,
        };
        *place = document;
        true
    }

    /// Whether a new reading of a text stands otherwise among the others than the one that the library has: in a list, in the menu, or in
    /// whose wording counts.
    pub fn stands_otherwise(&self, document: &Document) -> bool {
        fn placed(document: &Document) -> impl PartialEq + use<'_> {
            let front = &document.front;
            let session = front.session.as_ref().map(|session| &session.name);
            let kind = (front.kind.listing(), front.kind.is_official(), front.authority);
            (kind, &front.title, front.date, session, front.order, front.group, &front.menu)
        }
        self.text(document.source.path()).is_none_or(|old| placed(old) != placed(document))
    }

    /// The works in the folders of a section, at any depth and in any language: they stand beside each other.
    pub fn works_below(&self, section: &str) -> &[Work] {
        let folder = [section, "/"].concat();
        let first = self.works.partition_point(|work| *work.slug < *folder);
        let rest = self.works.get(first..).unwrap_or_default();
        rest.get(..rest.partition_point(|work| work.slug.starts_with(&folder))).unwrap_or_default()
    }

    fn text_places(&self) -> HashMap<Box<str>, TextPlace> {
        let key = |document: &Document| Box::from(document.source.path());
        let homes = self.homes.iter().enumerate().map(|(at, home)| (key(home), TextPlace::Home(at)));
        let sections =
            self.sections.iter().enumerate().map(|(at, section)| (key(section), TextPlace::Section(at)));
        let works = self.works.iter().enumerate().flat_map(|(at, work)| {
            let official = (key(&work.official), TextPlace::Official(at));
            let easy_read = work.easy_read.as_ref().map(|easy| (key(easy), TextPlace::EasyRead(at)));
            std::iter::once(official).chain(easy_read)
        });
        homes.chain(sections).chain(works).collect()
    }

    /// The text read from this file, named relative to the site's root.
    pub fn text(&self, path: &str) -> Option<&Document> {
        match *self.index.texts.get(path)? {
            TextPlace::Home(at) => self.homes.get(at).map(|home| &**home),
            TextPlace::Section(at) => self.sections.get(at).map(|section| &**section),
            TextPlace::Official(at) => self.works.get(at).map(|work| &*work.official),
            TextPlace::EasyRead(at) => self.works.get(at)?.easy_read.as_deref(),
        }
    }

    /// Names of people and groups that pages print as they are, in whatever language the page is.
    pub fn proper_names(&self) -> impl Iterator<Item = &str> {
        let publishers = self.config.languages.values().flat_map(|language| &language.authors);
        let artists = self.pictures.iter().map(|(_, picture)| &picture.author);
        let writers = self.works.iter().filter_map(|work| work.easy_read.as_ref()?.front.made_by.as_ref());
        self.config.authors.iter().chain(publishers).chain(artists).chain(writers).map(String::as_str)
    }

    /// The file of this path below `content/`; to lead to it publishes it.
    pub fn asset(&self, path: &str) -> Option<&Asset> {
        self.index.assets.get(path).map(|&at| &self.assets[at])
    }

    /// The word list of a language.
    pub fn glossary(&self, lang: &Lang) -> Option<&Glossary> {
        self.glossaries.get(lang.as_str()).map(|glossary| &**glossary)
    }

    /// The records of readings of a work's easy-read version.
    pub fn review(&self, work: &Work) -> Option<&Review> {
        self.reviews.get(&(work.slug.clone(), work.lang.clone())).map(|review| &**review)
    }

    /// The work of this folder in this language.
    pub fn work(&self, slug: &str, lang: &Lang) -> Option<&Work> {
        self.works_of(slug).iter().find(|work| work.lang == *lang)
    }

    /// The works of this folder, the main language first.
    pub fn works_of(&self, slug: &str) -> &[Work] {
        self.index.works.get(slug).map_or(&[], |range| &self.works[range.clone()])
    }

    /// Every text, in the order of their pages.
    pub fn documents(&self) -> impl Iterator<Item = &Document> {
        let works = self.works.iter().flat_map(|work| std::iter::once(&work.official).chain(&work.easy_read));
        self.homes.iter().chain(&self.sections).chain(works).map(|document| &**document)
    }

    /// The languages that have pages, the main one first.
    pub fn languages(&self) -> Vec<Lang> {
        let mut others: Vec<&Lang> = Vec::new();
        for document in self.documents() {
            if document.lang != self.config.language && !others.contains(&&document.lang) {
                others.push(&document.lang);
            }
        }
        others.sort_by_key(ToString::to_string);
        std::iter::once(&self.config.language).chain(others).cloned().collect()
    }

    /// Where a document's page stands.
    pub fn address(&self, document: &Document) -> Address {
        let kind = match document.version {
            Version::Official => PageKind::Official,
            Version::EasyRead => PageKind::EasyRead,
        };
        self.address_of(&document.slug, &document.lang, kind)
    }

    /// Where a page stands.
    pub fn address_of(&self, slug: &str, lang: &Lang, kind: PageKind) -> Address {
        let prefix = if *lang == self.config.language { None } else { Some(lang) };
        let address = Address::new(prefix, slug, kind);
        match kind {
            PageKind::NotFound => address.shown_anywhere(&*self.root),
            _ => address,
        }
    }
}
