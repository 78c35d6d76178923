//! All documents of a site, put together: which easy-read version belongs to which official text, and where
//! every link leads.
//!
//! In: parsed documents. Out: the library that `check` and `render` read. Finds an easy-read version without its
//! official text, and two files that would become one page.

mod aliases;
mod events;
mod exports;
mod facets;
mod follow_up;
mod links;
mod lists;
mod matches;
mod menu;
mod parts;
mod published;
mod replaced;
mod settings;

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::Arc;

use crate::address::{Address, PageKind};
use crate::authority::Authority;
use crate::baseline::Baseline;
use crate::collections::{Collections, Withdrawn};
use crate::config::Config;
use crate::content::{Asset, CONTENT};
use crate::day::Today;
use crate::document::{Document, Version};
use crate::events::Rank;
use crate::finding::Finding;
use crate::follow_up::{FollowUp, Task};
use crate::front_matter::{Consent, Grouping, Recording};
use crate::glossary::Glossary;
use crate::kinds::Kind;
use crate::lang::Lang;
use crate::languages::{Language, Languages};
use crate::pictures::Pictures;
use crate::records::Review;
use crate::webvtt::Track;

pub use aliases::{Alias, unfit as unfit_alias};
pub use events::Relation;
pub use exports::Export;
pub use facets::{Facets, Part, Selected};
pub use links::{Target, anchor, is_page_address, scheme};
use lists::Lists;
pub use lists::{ON_A_PAGE, pages_of_list};
pub use matches::{Matched, Matches, NOTICES_ON_A_PAGE};
pub use menu::{Leads, Menu, MenuLink};
pub use parts::Parts;
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
    /// The official text that holds the facts which are the same in every language: the one in the first language of the folder.
    pub facts: Arc<Document>,
    /// Whose wording counts: as the official text says, else as the site does.
    pub authority: Authority,
    /// What the official text asks for, as the patterns of its language find it.
    pub tasks: Arc<[Task]>,
}

impl Work {
    /// What kind of document it is.
    pub fn kind(&self) -> Kind {
        self.official.front.kind
    }

    /// Where it stands in lists, as far as that depends on when it takes place.
    pub fn rank(&self, today: Today) -> Rank {
        Rank::of(&self.facts.front, self.kind().takes_place(), today)
    }

    /// What decides in which group of a list it stands: of an event the year in which it takes place.
    pub fn group(&self, grouping: Grouping) -> Option<String> {
        let takes_place =
            self.facts.front.start.filter(|_| grouping == Grouping::Year && self.kind().takes_place());
        takes_place.map(|start| start.day().year().to_string()).or_else(|| grouping.of(&self.official.front))
    }

    /// Whether its text is called official: it is one of a body, or its publisher says so.
    pub fn is_called_official(&self) -> bool {
        self.has_authority() && (self.is_issued() || self.authority != Authority::Unofficial)
    }

    /// Whether it is said of it whose wording counts. Nobody takes what tells of an event for a document, unless a body issued it or it
    /// says so itself.
    pub fn has_authority(&self) -> bool {
        let front = &self.official.front;
        front.kind.is_official()
            && (!front.kind.takes_place() || self.is_issued() || front.authority.is_some())
    }

    fn is_issued(&self) -> bool {
        let front = &self.official.front;
        front.symbol.is_some() || front.body.is_some()
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
    /// What people say of the tasks of resolutions, by folder and language.
    pub follow_ups: Arc<FollowUps>,
    /// The other files below `content/` that texts may lead to.
    pub assets: Arc<Vec<Asset>>,
    /// The transcripts that people wrote, by their file.
    pub transcripts: BTreeMap<Box<str>, Arc<Document>>,
    /// What is in the tracks of recordings.
    tracks: Arc<Tracks>,
    /// Which of them are published.
    published: Arc<Vec<bool>>,
    /// Whether it renders texts whose official wording stands elsewhere; where it has no texts, whether the site says so.
    pub has_unofficial: bool,
    /// What stands today and is to be mended later.
    pub baseline: Arc<Baseline>,
    /// The day on which it is judged.
    pub today: Today,
    /// What its resolutions ask for, together.
    followed: Arc<follow_up::Followed>,
    /// Which events lead to which texts.
    related: Arc<events::Related>,
    /// What the entries of collections say.
    pub collections: Arc<Collections>,
    /// The pages of collections that have entries, as the works with which their books begin.
    page_works: Arc<Vec<Work>>,
    /// What stands in each list.
    lists: Arc<Lists>,
    /// What the facets of each collection are, by the file of its section.
    facets: Arc<HashMap<Box<str>, Facets>>,
    /// Where the files stand that hold the entries of collections for other programs, by how texts name them.
    exports: Arc<HashMap<Box<str>, Box<str>>>,
    /// What the entries of collections offer and ask for.
    matches: Arc<matches::AllMatches>,
    /// The menu of each language.
    menus: Arc<BTreeMap<String, Menu>>,
    /// The files of drafts that are left out.
    withheld: Arc<Withheld>,
    index: Arc<Index>,
}

/// Who read which easy-read version, by folder and language.
pub type Reviews = HashMap<(Box<str>, Lang), Arc<Review>>;

/// What people say of the tasks of resolutions, by folder and language.
pub type FollowUps = HashMap<(Box<str>, Lang), Arc<FollowUp>>;

/// What is in the tracks of recordings, by the path of their file below `content/`, or why one cannot be read.
pub type Tracks = HashMap<Box<str>, Result<Arc<Track>, Finding>>;

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

/// Whether drafts are published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drafts {
    /// Drafts are left out.
    Skip,
    /// Drafts are published too, for a preview.
    Include,
}

impl Library {
    /// Whether a book is made of a work, and it is in the book of its language. An entry is none by itself.
    pub fn becomes_book(&self, work: &Work) -> bool {
        work.kind().becomes_book() && self.collections.entry(&work.slug).is_none()
    }

    /// The pages of collections that have entries.
    pub fn collection_pages(&self) -> impl Iterator<Item = &Document> {
        self.page_works.iter().map(|work| &*work.official)
    }

    /// The page of a collection, as the work with which its book begins.
    pub fn page_as_work(&self, section: &Document) -> Option<&Work> {
        self.page_works.iter().find(|work| (&work.slug, &work.lang) == (&section.slug, &section.lang))
    }

    /// What is known of a language.
    pub fn language(&self, lang: &Lang) -> &Arc<Language> {
        self.language_data.of(lang)
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

    /// The track of a recording in the file of this path below `content/`, or why it cannot be read; none where it is no track.
    pub fn track(&self, path: &str) -> Option<&Result<Arc<Track>, Finding>> {
        self.tracks.get(path)
    }

    /// The transcript that an event names, in a language if it is there in that, else in the one of the event.
    pub fn transcript(&self, event: &Document, link: &str, lang: &Lang) -> Option<&Arc<Document>> {
        let file = |name: &str| format!("{CONTENT}/{}/{name}", event.slug);
        let named = self.transcripts.get(&*file(link));
        let stem = link.strip_suffix(".md").unwrap_or(link);
        let own =
            || self.transcripts.get(&*file(&format!("{stem}.{lang}.md"))).filter(|text| text.lang == *lang);
        named.filter(|text| text.lang == *lang).or_else(own).or(named)
    }

    /// The transcript of a recording that people wrote, for a page of a language: none where it is in another language and captions of
    /// this one make a transcript that its readers understand.
    pub fn written_transcript(
        &self,
        event: &Document,
        recording: &Recording,
        lang: &Lang,
    ) -> Option<&Arc<Document>> {
        let written = self.transcript(event, recording.transcript.as_deref()?, lang)?;
        let has_captions = recording.captions.iter().any(|(tag, _)| tag.0 == *lang);
        Some(written).filter(|text| text.lang == *lang || !has_captions)
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

    /// Who agreed to what being published of the entry of a folder, in whichever of its files that stands.
    pub fn consents<'a>(&'a self, slug: &str) -> impl Iterator<Item = &'a Consent> + use<'a> {
        self.works_of(slug).iter().flat_map(|work| &work.official.front.consent)
    }

    /// Where other databases have the entry of a folder, as all of its files say it.
    pub fn same_as(&self, slug: &str) -> Vec<&str> {
        let mut addresses: Vec<&str> = Vec::new();
        for address in self.works_of(slug).iter().flat_map(|work| &work.official.front.same_as) {
            if !addresses.contains(&&**address) {
                addresses.push(address);
            }
        }
        addresses
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

    /// Where a page says that an entry is withdrawn: where that of the entry stood.
    pub fn address_of_withdrawn(&self, entry: &Withdrawn) -> Address {
        self.address_of(&entry.slug, &entry.lang, entry.page)
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
