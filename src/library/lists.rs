//! The lists of a site: which works stand in each and in what order.
//!
//! In: the works, the sections and the home pages. Out: the works of each language and of each section. Documents come before pages about
//! the site; among these come events that are still to come, the next first; then those with an `order`, then the newest, then the others
//! by folder; and at the end events that are over. Where a list is grouped, the works
//! of a group stand together, groups in the order of the first work of each; letters in that of the alphabet.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use super::{Library, TextPlace, Work};
use crate::day::Today;
use crate::document::Document;
use crate::front_matter::Grouping;
use crate::kinds::Listing;
use crate::lang::Lang;
use crate::languages::Languages;

/// So many works stand on one page of a list.
pub const ON_A_PAGE: usize = 100;

/// On how many pages a list of so many works stands.
pub fn pages_of_list(works: usize) -> usize {
    works.div_ceil(ON_A_PAGE).max(1)
}

/// The lists of a site. Works and sections stand in it by their places in the library.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// The works of each language.
    languages: HashMap<Lang, Vec<usize>>,
    /// The works below each section.
    sections: Vec<Vec<usize>>,
    /// Of each work, the innermost section around it and the work's place in the list of that section.
    places: Vec<Option<(usize, usize)>>,
    /// Of each section, the innermost one around it.
    above: Vec<Option<usize>>,
}

impl Lists {
    pub(super) fn of(library: &Library) -> Self {
        let Library { works, sections, homes, language_data: languages, collections, today, .. } = library;
        let by_folder: HashMap<(&str, &Lang), usize> =
            sections.iter().enumerate().map(|(at, section)| ((&*section.slug, &section.lang), at)).collect();
        let around = |slug: &str, lang: &Lang| {
            let folders = std::iter::successors(Some(slug), |slug| Some(slug.rsplit_once('/')?.0)).skip(1);
            folders.filter_map(|folder| by_folder.get(&(folder, lang)).copied()).collect::<Vec<_>>()
        };
        let mut order: Vec<usize> = (0..works.len()).collect();
        order.sort_by_cached_key(|&at| works.get(at).map(|work| key(work, *today)));
        let mut lists = Self {
            sections: vec![Vec::new(); sections.len()],
            places: vec![None; works.len()],
            above: sections
                .iter()
                .map(|section| around(&section.slug, &section.lang).first().copied())
                .collect(),
            ..Self::default()
        };
        let mut innermost = vec![None; works.len()];
        for at in order {
            let Some(work) = works.get(at) else { continue };
            let around = around(&work.slug, &work.lang);
            innermost[at] = around.first().copied();
            // What is listed in a collection is not listed around it: there may be very many.
            if collections.entry(&work.slug).is_some() {
                around.first().into_iter().for_each(|&section| lists.sections[section].push(at));
                continue;
            }
            lists.languages.entry(work.lang.clone()).or_default().push(at);
            around.into_iter().for_each(|section| lists.sections[section].push(at));
        }
        for (section, list) in sections.iter().zip(&mut lists.sections) {
            match collections.get(&section.slug) {
                Some(collection) => collection.sort(list, |at| {
                    let work = works.get(at)?;
                    let spelling = languages.of(&work.lang).data().spelling(&work.official.front.title);
                    Some((&*work.slug, spelling))
                }),
                None => group(list, works, section, languages),
            }
        }
        for home in homes {
            lists
                .languages
                .get_mut(&home.lang)
                .into_iter()
                .for_each(|list| group(list, works, home, languages));
        }
        for (section, list) in lists.sections.iter().enumerate() {
            for (place, &at) in list.iter().enumerate().filter(|(_, at)| innermost[**at] == Some(section)) {
                lists.places[at] = Some((section, place));
            }
        }
        lists
    }

    /// The works of a language.
    pub(super) fn of_language(&self, lang: &Lang) -> &[usize] {
        self.languages.get(lang).map_or(&[], Vec::as_slice)
    }

    /// The works below a section.
    pub(super) fn of_section(&self, section: usize) -> &[usize] {
        self.sections.get(section).map_or(&[], Vec::as_slice)
    }

    /// The sections around a work, the innermost first.
    pub(super) fn around_work(&self, work: usize) -> impl Iterator<Item = usize> {
        let first = self.places.get(work).copied().flatten().map(|(section, _)| section);
        self.outwards(first)
    }

    /// The sections around a section, the innermost first.
    pub(super) fn around_section(&self, section: usize) -> impl Iterator<Item = usize> {
        self.outwards(self.above.get(section).copied().flatten())
    }

    fn outwards(&self, first: Option<usize>) -> impl Iterator<Item = usize> {
        std::iter::successors(first, |section| self.above.get(*section).copied().flatten())
    }

    /// The works before and after a work in the innermost section around it.
    pub(super) fn beside(&self, work: usize) -> (&[usize], &[usize]) {
        let Some((section, place)) = self.places.get(work).copied().flatten() else { return (&[], &[]) };
        let list = self.of_section(section);
        (list.get(..place).unwrap_or_default(), list.get(place + 1..).unwrap_or_default())
    }
}

impl Library {
    /// The works of a language, as lists name them: documents, then pages about the site.
    pub fn listed<'a>(&'a self, lang: &Lang) -> impl Iterator<Item = &'a Work> + use<'a> {
        self.lists.of_language(lang).iter().filter_map(|&at| self.works.get(at))
    }

    /// The works below a section, as its list names them.
    pub fn listed_below<'a>(&'a self, section: &Document) -> impl Iterator<Item = &'a Work> + use<'a> {
        self.places_below(section).iter().filter_map(|&at| self.works.get(at))
    }

    /// The nearest works before and after a work, of those that are wanted, in the list of the innermost section around it.
    pub fn beside(&self, work: &Work, wanted: impl Fn(&Work) -> bool) -> (Option<&Work>, Option<&Work>) {
        let Some(at) = self.place_of_work(work) else { return (None, None) };
        let (before, after) = self.lists.beside(at);
        let before = before.iter().rev().filter_map(|&at| self.works.get(at)).find(|work| wanted(work));
        (before, after.iter().filter_map(|&at| self.works.get(at)).find(|work| wanted(work)))
    }

    /// The pages about the site in a language.
    pub fn pages<'a>(&'a self, lang: &Lang) -> impl Iterator<Item = &'a Work> + use<'a> {
        self.listed(lang).filter(|work| work.kind().listing() == Listing::Pages)
    }

    /// The sections around a work, the innermost first.
    pub fn sections_of(&self, work: &Work) -> impl Iterator<Item = &Document> {
        let around = self.place_of_work(work).map(|at| self.lists.around_work(at));
        around.into_iter().flatten().filter_map(|at| self.sections.get(at)).map(|section| &**section)
    }

    /// The sections around a section, the innermost first.
    pub fn sections_around(&self, section: &Document) -> impl Iterator<Item = &Document> {
        let around = self.place_of_section(section).map(|at| self.lists.around_section(at));
        around.into_iter().flatten().filter_map(|at| self.sections.get(at)).map(|section| &**section)
    }

    /// The sections of a language that stand in this one and in no other between; `None` for those that stand in none.
    pub fn sections_in<'a>(&'a self, lang: &'a Lang, around: Option<&'a Document>) -> Vec<&'a Document> {
        let around = around.and_then(|section| self.place_of_section(section));
        let is_in = |(at, section): &(usize, &Arc<Document>)| {
            section.lang == *lang && self.lists.around_section(*at).next() == around
        };
        let mut sections: Vec<_> =
            self.sections.iter().enumerate().filter(is_in).map(|(_, section)| &**section).collect();
        sections.sort_by_key(|section| (section.front.order.is_none(), section.front.order));
        sections
    }

    /// The places among the works of those that the list of a section has.
    pub(super) fn places_below(&self, section: &Document) -> &[usize] {
        self.place_of_section(section).map_or(&[], |at| self.lists.of_section(at))
    }

    pub(super) fn place_of_work(&self, work: &Work) -> Option<usize> {
        let range = self.index.works.get(&work.slug)?;
        range.clone().find(|at| self.works.get(*at).is_some_and(|known| known.lang == work.lang))
    }

    fn place_of_section(&self, section: &Document) -> Option<usize> {
        match self.index.texts.get(section.source.path())? {
            TextPlace::Section(at) => Some(*at),
            _ => None,
        }
    }
}

/// What orders the works of a list.
fn key(work: &Work, today: Today) -> impl Ord + use<> {
    let front = &work.official.front;
    let is_page = front.kind.listing() == Listing::Pages;
    let (order, date) = (front.order, front.date);
    (is_page, work.rank(today), order.is_none(), order, date.is_none(), Reverse(date), work.slug.clone())
}

/// Puts the documents of a list into the groups that its page asks for.
fn group(list: &mut [usize], works: &[Work], page: &Document, languages: &Languages) {
    let Some(grouping) = page.front.group else { return };
    let data = languages.of(&page.lang).data();
    let front = |at: usize| &works[at].official.front;
    let documents = list.iter().take_while(|at| front(**at).kind.listing() == Listing::Documents).count();
    let list = &mut list[..documents];
    if grouping == Grouping::Letter {
        return list.sort_by_cached_key(|&at| {
            let title = &front(at).title;
            let initial = data.initial(title);
            (initial.is_none(), initial, data.spelling(title))
        });
    }
    let mut ranks = HashMap::new();
    for &at in list.iter() {
        let next = ranks.len();
        ranks.entry(works[at].group(grouping)).or_insert(next);
    }
    // The sort keeps the order within a group.
    list.sort_by_cached_key(|&at| ranks.get(&works[at].group(grouping)).copied());
}
