//! The lists of a site: which works stand in each and in what order.
//!
//! In: the works and the sections. Out: the works of each language and of each section. Documents come before pages about the site;
//! among these come first those with an `order`, then the newest, then the others by folder.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::Work;
use crate::document::Document;
use crate::kinds::Listing;
use crate::lang::Lang;

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
    pub(super) fn of(works: &[Work], sections: &[impl AsRef<Document>]) -> Self {
        let by_folder: HashMap<(&str, &Lang), usize> = sections
            .iter()
            .enumerate()
            .map(|(at, section)| ((&*section.as_ref().slug, &section.as_ref().lang), at))
            .collect();
        let around = |slug: &str, lang: &Lang| {
            let folders = std::iter::successors(Some(slug), |slug| Some(slug.rsplit_once('/')?.0)).skip(1);
            folders.filter_map(|folder| by_folder.get(&(folder, lang)).copied()).collect::<Vec<_>>()
        };
        let mut order: Vec<usize> = (0..works.len()).collect();
        order.sort_by_cached_key(|&at| works.get(at).map(key));
        let mut lists = Self {
            sections: vec![Vec::new(); sections.len()],
            places: vec![None; works.len()],
            above: sections
                .iter()
                .map(|section| around(&section.as_ref().slug, &section.as_ref().lang).first().copied())
                .collect(),
            ..Self::default()
        };
        for at in order {
            let Some(work) = works.get(at) else { continue };
            lists.languages.entry(work.lang.clone()).or_default().push(at);
            for (depth, section) in around(&work.slug, &work.lang).into_iter().enumerate() {
                let Some(list) = lists.sections.get_mut(section) else { continue };
                if let (0, Some(place)) = (depth, lists.places.get_mut(at)) {
                    *place = Some((section, list.len()));
                }
                list.push(at);
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

/// What orders the works of a list.
fn key(work: &Work) -> impl Ord + use<> {
    let front = &work.official.front;
    let is_page = front.kind.listing() == Listing::Pages;
    let (order, date) = (front.order, front.date);
    (is_page, order.is_none(), order, date.is_none(), Reverse(date), work.slug.clone())
}
