//! What is new: the dated texts of a language, or of a section in it, newest first.
//!
//! In: the library. Out: the feeds that have anything to say, and their texts. A text without a date is in none, as nothing says
//! when it was new.

use std::cmp::Reverse;

use jiff::civil::Date;

use crate::address::{Address, PageKind};
use crate::document::Document;
use crate::kinds::Listing;
use crate::lang::Lang;
use crate::library::{Library, Work};

/// The media type of a feed.
pub const MEDIA_TYPE: &str = "application/atom+xml";

/// The name of the file of a feed.
const FILE: &str = "feed.atom";

/// A feed holds so many texts: it tells what is new, and the sitemap names all.
const MOST: usize = 100;

/// A feed.
#[derive(Debug, Clone, Copy)]
pub struct Feed<'a> {
    library: &'a Library,
    /// Its language.
    pub lang: &'a Lang,
    /// The folder of the section that it is of; empty for the whole site.
    slug: &'a str,
    /// The title of the page that lists the same texts.
    pub title: &'a str,
}

/// A text of a feed.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// The date of the text.
    pub date: Date,
    /// The work.
    pub work: &'a Work,
    /// The easy-read version, if it is the text.
    pub easy: Option<&'a Document>,
}

impl<'a> Feed<'a> {
    /// The feeds of a site: of each language, then of each section.
    pub fn all(library: &'a Library, languages: &'a [Lang]) -> impl Iterator<Item = Self> {
        let of_languages = languages.iter().map(move |lang| Self {
            library,
            lang,
            slug: "",
            title: library.config.title(lang),
        });
        let of_sections = library.sections.iter().map(move |section| Self {
            library,
            lang: &section.lang,
            slug: &section.slug,
            title: &section.front.title,
        });
        of_languages.chain(of_sections).filter(|feed| !feed.is_empty())
    }

    /// The feed of the page that lists documents at an address; `None` where it would be empty.
    pub fn on(library: &'a Library, lang: &'a Lang, page: &'a Address, title: &'a str) -> Option<Self> {
        let folder = page.folder();
        let below = folder.strip_prefix(lang.as_str()).and_then(|rest| rest.strip_prefix('/'));
        let slug = if *lang == library.config.language { folder } else { below.unwrap_or(folder) };
        let feed = Self { library, lang, slug: slug.trim_end_matches('/'), title };
        (!feed.is_empty()).then_some(feed)
    }

    /// The page that lists the same texts.
    pub fn page(&self) -> Address {
        self.library.address_of(self.slug, self.lang, PageKind::Official)
    }

    /// What is said of those texts: nothing of a section, whose page says it.
    pub fn description(&self) -> &'a str {
        if self.slug.is_empty() { self.library.config.description(self.lang) } else { "" }
    }

    /// Where the feed stands.
    pub fn address(&self) -> Address {
        Address::file(format!("{}{FILE}", self.page().folder()))
    }

    /// Whether it has no text.
    pub fn is_empty(&self) -> bool {
        self.dated().next().is_none()
    }

    /// Its texts, the newest first; of one date by their places in the site.
    pub fn entries(&self) -> Vec<Entry<'a>> {
        let mut entries: Vec<Entry<'a>> = self.dated().collect();
        // The works are in the order of their folders, and the sort keeps it.
        entries.sort_by_key(|entry| Reverse(entry.date));
        entries.truncate(MOST);
        entries
    }

    fn dated(&self) -> impl Iterator<Item = Entry<'a>> {
        let works = match self.slug {
            "" => self.library.works.as_slice(),
            section => self.library.works_below(section),
        };
        let lang = self.lang;
        let listed = works
            .iter()
            .filter(move |work| work.lang == *lang && work.kind().listing() == Listing::Documents);
        listed.flat_map(|work| {
            let easy = work.easy_read.as_deref();
            let of_easy =
                easy.and_then(|easy| Some(Entry { date: easy.front.date?, work, easy: Some(easy) }));
            let of_official = work.official.front.date.map(|date| Entry { date, work, easy: None });
            of_official.into_iter().chain(of_easy)
        })
    }
}

impl<'a> Entry<'a> {
    /// The text.
    pub fn document(&self) -> &'a Document {
        self.easy.unwrap_or(&self.work.official)
    }
}
