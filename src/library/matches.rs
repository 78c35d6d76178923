//! What the entries of a collection offer and ask for in one language, and what fits.
//!
//! In: the notices of public entries, and their works. Out: [`Matches`] for each language in which some of them have a page, in the order
//! of its match page: requests, then offers; by need as the list of the collection has it, then by what begins earliest, then by title.

use std::collections::HashMap;

use super::{Library, Work};
use crate::address::{Address, PageKind};
use crate::collections::{Notice, Side};
use crate::document::Document;
use crate::lang::Lang;
use crate::matching::{self, At, Found};

/// The folder of the match pages below that of the collection.
const FOLDER: &str = "match";

/// So many notices stand on one page, which is below 100 KiB then.
pub const NOTICES_ON_A_PAGE: usize = 25;

/// The matches of a collection in one language.
#[derive(Debug, Default)]
pub struct Matches {
    /// The entries with notices, by their places among the works, in the order of their titles.
    works: Vec<usize>,
    /// What fits each of their notices.
    found: Vec<Vec<Found>>,
    /// The notices that are not over, in the order of the page.
    order: Vec<At>,
    /// Which of the entries a work is, by its place among the works.
    entries: HashMap<usize, usize>,
}

/// The matches of each collection, by its folder and the language.
pub(super) type AllMatches = HashMap<(Box<str>, Lang), Matches>;

/// A notice with its entry and what fits it.
#[derive(Debug, Clone, Copy)]
pub struct Matched<'a> {
    /// The entry.
    pub work: &'a Work,
    /// The notice.
    pub notice: &'a Notice,
    /// What fits it.
    pub found: &'a Found,
}

impl Matches {
    /// On how many pages they stand.
    pub fn pages(&self) -> usize {
        self.order.len().div_ceil(NOTICES_ON_A_PAGE).max(1)
    }

    /// The notices in the order of the pages, each by its place.
    pub fn order(&self) -> &[At] {
        &self.order
    }

    /// How many are over.
    pub fn over(&self) -> usize {
        self.found.iter().flatten().filter(|found| found.is_over).count()
    }
}

impl Library {
    /// The matches of a collection in a language; `None` where no entry of it offers or asks for anything.
    pub fn matches(&self, collection: &str, lang: &Lang) -> Option<&Matches> {
        self.matches.get(&(collection.into(), lang.clone()))
    }

    /// A notice by its place.
    pub fn matched<'a>(&'a self, matches: &'a Matches, at: At) -> Option<Matched<'a>> {
        let work = self.works.get(*matches.works.get(at.0)?)?;
        let notice = self.notices_of(work).get(at.1)?;
        Some(Matched { work, notice, found: matches.found.get(at.0)?.get(at.1)? })
    }

    /// The notices of an entry with what fits them, as its text has them.
    pub fn matched_of<'a>(&'a self, work: &Work) -> Vec<Matched<'a>> {
        let of_entry = || {
            let matches = self.matches(self.collections.folder_around(&work.slug)?, &work.lang)?;
            let entry = *matches.entries.get(&self.place_of_work(work)?)?;
            let count = matches.found.get(entry)?.len();
            Some((0..count).filter_map(|place| self.matched(matches, (entry, place))).collect())
        };
        of_entry().unwrap_or_default()
    }

    fn notices_of(&self, work: &Work) -> &[Notice] {
        let collection = self.collections.folder_around(&work.slug);
        let collection = collection.and_then(|folder| self.collections.get(folder));
        collection.and_then(|collection| collection.notices.get(&work.slug)).map_or(&[], Vec::as_slice)
    }

    /// Where a match page stands; pages count from 1.
    pub fn address_of_matches(&self, section: &Document, page: usize) -> Address {
        let kind = if page > 1 { PageKind::Part(page) } else { PageKind::Official };
        self.address_of(&[&section.slug, "/", FOLDER].concat(), &section.lang, kind)
    }

    pub(super) fn find_matches(&self) -> AllMatches {
        let mut all: HashMap<(Box<str>, Lang), Vec<usize>> = HashMap::new();
        for (folder, collection) in self.collections.iter() {
            for slug in collection.notices.keys() {
                let range = self.index.works.get(slug).cloned().unwrap_or_default();
                for at in range {
                    let Some(work) = self.works.get(at) else { continue };
                    all.entry((folder.into(), work.lang.clone())).or_default().push(at);
                }
            }
        }
        all.into_iter().map(|(key, works)| (key, self.matches_of(works))).collect()
    }

    fn matches_of(&self, mut works: Vec<usize>) -> Matches {
        works.sort_by_cached_key(|&at| {
            self.works.get(at).map(|work| {
                let title = &work.official.front.title;
                (self.language(&work.lang).data().spelling(title), title.clone(), work.slug.clone())
            })
        });
        let notices: Vec<&[Notice]> = works
            .iter()
            .map(|&at| self.works.get(at).map_or(&[][..], |work| self.notices_of(work)))
            .collect();
        let found = matching::find(&notices, self.today);
        let mut order: Vec<_> = Vec::new();
        for (entry, (notices, found)) in notices.iter().zip(&found).enumerate() {
            for (place, (notice, _)) in
                notices.iter().zip(found).enumerate().filter(|(_, (_, found))| !found.is_over)
            {
                let first = notice.period.map(|period| period.first());
                let is_offer = notice.side == Side::Offer;
                order.push((is_offer, notice.need, first.is_none(), first, (entry, place)));
            }
        }
        order.sort_unstable();
        let order = order.into_iter().map(|(.., at)| at).collect();
        let entries = works.iter().enumerate().map(|(entry, work)| (*work, entry)).collect();
        Matches { works, found, order, entries }
    }
}
