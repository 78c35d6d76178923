//! What a report on a collection counts.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use jiff::civil::Date;

use crate::collections::{Collection, Key, Shape, Type, places};
use crate::front_matter::ReportsOn;
use crate::lang::Lang;
use crate::languages::Labels;
use crate::library::{Library, Work};
use crate::render::facts::long_date;
use crate::render::fields::Voice;

/// The lists of entries, and what else is counted, by the names that texts use.
pub const ADDED: &str = "added";
pub const CHANGED: &str = "changed";
pub const WITHDRAWN: &str = "withdrawn";
pub const ALL: &str = "all";
/// How the name of a table begins: `by-theme`.
pub const BY: &str = "by-";

/// The entries of a collection that a report speaks of.
pub struct Counts<'a> {
    pub labels: &'a Labels,
    library: &'a Library,
    shape: &'a Arc<Shape>,
    collection: &'a Collection,
    voice: Voice<'a>,
    /// The first and the last day of which it speaks; none where it speaks of all.
    days: Option<(Date, Date)>,
    /// Those that were there on the last day, in the order of the list.
    all: Vec<&'a Work>,
    added: Vec<&'a Work>,
    changed: Vec<&'a Work>,
    withdrawn: usize,
    /// How many public entries were there that have no text in this language.
    pub elsewhere: usize,
}

/// A value of a facet: its words, how many entries of all have it, and how many of those that were added.
pub struct Count {
    pub words: String,
    pub all: usize,
    pub added: usize,
}

impl<'a> Counts<'a> {
    /// Counts; `None` where the collection has no page in this language.
    pub fn of(library: &'a Library, folder: &str, asked: &ReportsOn, lang: &'a Lang) -> Option<Self> {
        let collection = library.collections.get(folder)?;
        let shape = collection.shape.as_ref()?;
        let section =
            library.sections.iter().find(|section| *section.slug == *folder && section.lang == *lang)?;
        let days = match (asked.from, asked.to) {
            (None, None) => None,
            (from, to) => Some((from.unwrap_or(Date::MIN), to.unwrap_or(Date::MAX))),
        };
        let is_in =
            |day: Option<Date>| day.zip(days).is_some_and(|(day, (from, to))| from <= day && day <= to);
        // What is the same in every language stands in the first text of an entry.
        let front = |work: &Work| library.works_of(&work.slug).first().map(|first| &first.official.front);
        let date = |work: &&Work| front(work).and_then(|front| front.date);
        let changed = |work: &&Work| front(work).and_then(|front| front.changed);
        let was_there = |work: &&Work| days.zip(date(work)).is_none_or(|((_, to), date)| date <= to);
        let all: Vec<&Work> = library.listed_below(section).filter(was_there).collect();
        let withdrawn: HashSet<&str> = collection
            .withdrawn
            .iter()
            .filter(|entry| entry.lang == *lang && is_in(Some(entry.day)))
            .map(|entry| &*entry.slug)
            .collect();
        let own: HashSet<&str> = all.iter().map(|work| &*work.slug).collect();
        let elsewhere = |slug: &str| {
            let first = library.works_of(slug).first();
            !own.contains(slug) && first.is_some_and(|work| was_there(&work))
        };
        let elsewhere = collection.entries.keys().filter(|slug| elsewhere(slug)).count();
        Some(Self {
            labels: library.language(lang).labels(),
            library,
            shape,
            collection,
            voice: Voice::of_texts(library, lang),
            days,
            added: all.iter().copied().filter(|work| is_in(date(work))).collect(),
            changed: all.iter().copied().filter(|work| is_in(changed(work)) && !is_in(date(work))).collect(),
            withdrawn: withdrawn.len(),
            elsewhere,
            all,
        })
    }

    /// Whether it speaks of a stretch of time.
    pub fn has_days(&self) -> bool {
        self.days.is_some()
    }

    /// The last day of which it speaks, in words.
    pub fn last_day(&self) -> Option<String> {
        self.days.map(|(_, to)| long_date(to.min(self.library.today.date()), self.labels))
    }

    /// The entries of a list.
    pub fn list(&self, name: &str) -> Option<&[&'a Work]> {
        match name {
            ADDED if self.has_days() => Some(&self.added),
            CHANGED if self.has_days() => Some(&self.changed),
            ALL => Some(&self.all),
            _ => None,
        }
    }

    /// How many: of a list, of the entries that were taken down, or of those with a value, as in `theme/access`.
    pub fn number(&self, name: &str) -> Option<usize> {
        if name == WITHDRAWN && self.has_days() {
            return Some(self.withdrawn);
        }
        if let Some(list) = self.list(name) {
            return Some(list.len());
        }
        let (field, value) = name.split_once('/')?;
        let at = self.facet(field)?;
        let of_field = self.shape.fields.get(at)?;
        let is_known = match &of_field.values {
            Type::Choice(choices) => choices.iter().any(|(name, _)| **name == *value),
            Type::State | Type::Region => places::region(&value.to_uppercase()).is_some(),
            _ => true,
        };
        if !is_known {
            return None;
        }
        let has = |key: &Key| key.slug(of_field) == value;
        Some(self.all.iter().filter(|work| self.keys(work, at).iter().any(has)).count())
    }

    /// The fields that are counted.
    pub fn facets(&self) -> impl Iterator<Item = &'a str> {
        let shape: &'a Shape = self.shape;
        shape.fields.iter().filter(|field| field.facet).map(|field| &*field.name)
    }

    fn facet(&self, name: &str) -> Option<usize> {
        self.shape.fields.iter().position(|field| field.facet && *field.name == *name)
    }

    /// What people call a field.
    pub fn name_of(&self, field: &str) -> &'a str {
        let shape: &'a Shape = self.shape;
        let field = self.facet(field).and_then(|at| shape.fields.get(at));
        field.map_or("", |field| self.voice.name(field).0)
    }

    /// The values of a facet, each with how many have it: those with most first, years in their order.
    pub fn by(&self, field: &str) -> Option<Vec<Count>> {
        let at = self.facet(field)?;
        let mut counts: BTreeMap<Key, (usize, usize)> = BTreeMap::new();
        for (list, is_new) in [(&self.all, false), (&self.added, true)] {
            for key in list.iter().flat_map(|work| self.keys(work, at)) {
                let count = counts.entry(key).or_default();
                let part = if is_new { &mut count.1 } else { &mut count.0 };
                *part += 1;
            }
        }
        let mut counts: Vec<(Key, (usize, usize))> = counts.into_iter().collect();
        counts.sort_by_key(|(key, (all, _))| match key {
            Key::Year(_) => None,
            _ => Some(Reverse(*all)),
        });
        let of_field = self.shape.fields.get(at)?;
        let said = |(key, (all, added)): (Key, (usize, usize))| {
            let words = key.value().map(|value| self.voice.say(of_field, &value).words).unwrap_or_default();
            Count { words, all, added }
        };
        Some(counts.into_iter().map(said).collect())
    }

    fn keys(&self, work: &Work, field: usize) -> Vec<Key> {
        let values = self.collection.entries.get(&work.slug).map_or(&[][..], |facts| facts.of(field));
        Key::of(values, self.library.today.date().year())
    }
}
