//! The parts of a collection that have pages of their own: the entries with one value of a facet, and those with one of each of two.
//!
//! In: the entries that the list of the collection has, in its order. Out: a [`Part`] for each value, and for each pair with at least two
//! entries, the largest first. Beyond [`MOST_PAGES`] pages nothing more is made: the values are counted, and the page says so.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Library, Work, pages_of_list};
use crate::address::{Address, PageKind, folded};
use crate::collections::{Collection, Facts, Key, Shape};
use crate::day::Today;
use crate::document::Document;

/// So many pages of parts a collection has in a language.
const MOST_PAGES: usize = 2000;

/// What the facets of a collection are in one language.
#[derive(Debug, Default)]
pub struct Facets {
    /// Every value of each facet with its number of entries, by the field's place; those with most entries first.
    pub values: Vec<(usize, Vec<(Key, usize)>)>,
    /// The parts that have a page.
    pub parts: Vec<Part>,
    by_keys: HashMap<Vec<Selected>, usize>,
}

/// A value of a facet, by the field's place.
pub type Selected = (usize, Key);

/// The entries with one value of a facet, or with one of each of two.
#[derive(Debug)]
pub struct Part {
    /// The values, in the order of the fields.
    pub by: Vec<Selected>,
    /// Below the folder of the collection: `by/theme/access/state/vn`.
    pub path: String,
    /// The entries in their order, by their places among the works.
    entries: Vec<usize>,
}

impl Part {
    /// How many entries it has.
    pub fn count(&self) -> usize {
        self.entries.len()
    }

    /// On how many pages it stands.
    pub fn pages(&self) -> usize {
        pages_of_list(self.count())
    }
}

impl Facets {
    /// The facets of these entries of a collection.
    pub(super) fn of(collection: &Collection, works: &[Work], list: &[usize], today: Today) -> Self {
        let Some(shape) = &collection.shape else { return Self::default() };
        let fields: Vec<usize> =
            shape.fields.iter().enumerate().filter(|(_, field)| field.facet).map(|(at, _)| at).collect();
        let facts = |at: &usize| Some((*at, collection.entries.get(&works.get(*at)?.slug)?));
        let entries: Vec<(usize, Vec<Vec<Key>>)> =
            list.iter().filter_map(facts).map(|(at, facts)| (at, keys(facts, &fields, today))).collect();
        let mut facets = Self::default();
        let mut slugs = BTreeMap::new();
        let mut parts = Vec::new();
        for (which, &field) in fields.iter().enumerate() {
            let mut by_key: BTreeMap<&Key, Vec<usize>> = BTreeMap::new();
            for (at, keys) in &entries {
                keys[which].iter().for_each(|key| by_key.entry(key).or_default().push(*at));
            }
            let mut values: Vec<(Key, usize)> =
                by_key.iter().map(|(key, entries)| ((*key).clone(), entries.len())).collect();
            // Years in their order, the newest first; of all else that comes first which most entries have.
            values.sort_by_key(|(key, count)| match key {
                Key::Year(year) => Reverse(usize::try_from(*year).unwrap_or(0)),
                _ => Reverse(*count),
            });
            let mut taken = HashSet::new();
            for (key, _) in &values {
                slugs.insert((field, key.clone()), free_slug(key, shape, field, &mut taken));
            }
            parts.extend(by_key.into_iter().map(|(key, entries)| (vec![(field, key.clone())], entries)));
            facets.values.push((field, values));
        }
        parts.sort_by_key(|(_, entries)| Reverse(entries.len()));
        let mut pairs = pairs(&entries, &fields);
        pairs.sort_by_key(|(_, entries)| Reverse(entries.len()));
        parts.extend(pairs);
        let mut pages = 0;
        for (by, entries) in parts {
            let part = Part { path: path(&by, shape, &slugs), by, entries };
            pages += part.pages();
            if pages > MOST_PAGES {
                break;
            }
            facets.by_keys.insert(part.by.clone(), facets.parts.len());
            facets.parts.push(part);
        }
        facets
    }

    /// The part with these values, which stand in the order of the fields.
    pub fn part(&self, by: &[Selected]) -> Option<&Part> {
        self.by_keys.get(by).and_then(|&at| self.parts.get(at))
    }

    /// The part with one more value than this one, where there is one with a page.
    pub fn narrower(&self, part: &Part, more: &Selected) -> Option<&Part> {
        let mut by: Vec<Selected> = part.by.iter().cloned().chain([more.clone()]).collect();
        by.sort_by_key(|(field, _)| *field);
        self.part(&by)
    }
}

fn keys(facts: &Facts, fields: &[usize], today: Today) -> Vec<Vec<Key>> {
    let this_year = today.date().year();
    fields.iter().map(|&field| Key::of(facts.of(field), this_year)).collect()
}

/// The entries of each pair of values of two facets, where there are at least two.
fn pairs(entries: &[(usize, Vec<Vec<Key>>)], fields: &[usize]) -> Vec<(Vec<Selected>, Vec<usize>)> {
    let mut all = Vec::new();
    for (one, &first) in fields.iter().enumerate() {
        for (other, &second) in fields.iter().enumerate().skip(one + 1) {
            let mut by_pair: BTreeMap<(&Key, &Key), Vec<usize>> = BTreeMap::new();
            for (at, keys) in entries {
                for key in &keys[one] {
                    keys[other].iter().for_each(|with| by_pair.entry((key, with)).or_default().push(*at));
                }
            }
            let several = by_pair.into_iter().filter(|(_, entries)| entries.len() > 1);
            all.extend(
                several.map(|((key, with), entries)| {
                    (vec![(first, key.clone()), (second, with.clone())], entries)
                }),
            );
        }
    }
    all
}

/// A name for addresses that no other value of the facet has, on any disk.
fn free_slug(key: &Key, shape: &Shape, field: usize, taken: &mut HashSet<String>) -> String {
    let slug = shape.fields.get(field).map(|field| key.slug(field)).unwrap_or_default();
    let candidates = std::iter::once(slug.clone()).chain((2..).map(|number| format!("{slug}-{number}")));
    let mut free = candidates.skip_while(|slug| taken.contains(&*folded(slug)));
    let slug = free.next().unwrap_or_default();
    taken.insert(folded(&slug).into_owned());
    slug
}

fn path(by: &[Selected], shape: &Shape, slugs: &BTreeMap<Selected, String>) -> String {
    let mut path = "by".to_owned();
    for selected in by {
        let name = shape.fields.get(selected.0).map_or("", |field| &field.name);
        let slug = slugs.get(selected).map_or("", String::as_str);
        path.push_str(&format!("/{name}/{slug}"));
    }
    path
}

impl Library {
    /// The facets of the collection whose page a section is.
    pub fn facets(&self, section: &Document) -> Option<&Facets> {
        self.facets.get(section.source.path())
    }

    /// The entries of a part.
    pub fn entries_of<'a>(&'a self, part: &'a Part) -> impl Iterator<Item = &'a Work> {
        part.entries.iter().filter_map(|&at| self.works.get(at))
    }

    /// Where a page of a part stands; pages count from 1.
    pub fn address_of_part(&self, section: &Document, part: &Part, page: usize) -> Address {
        let slug = format!("{}/{}", section.slug, part.path);
        let kind = if page > 1 { PageKind::Part(page) } else { PageKind::Official };
        self.address_of(&slug, &section.lang, kind)
    }

    pub(super) fn find_facets(&self) -> HashMap<Box<str>, Facets> {
        let of_section = |section: &Document| {
            let collection = self.collections.get(&section.slug)?;
            let list: Vec<usize> = self.places_below(section).to_vec();
            Some((section.source.path().into(), Facets::of(collection, &self.works, &list, self.today)))
        };
        self.sections.iter().filter_map(|section| of_section(section)).collect()
    }
}
