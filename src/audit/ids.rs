//! The ids of a page and the attributes that refer to them.

use std::collections::HashMap;
use std::collections::hash_map::{DefaultHasher, Entry};
use std::hash::{BuildHasherDefault, Hasher};

use super::reports::{Origin, Reports};
use super::rules;
use super::tag::{Attribute, Set, Tag};
use super::text;
use crate::source::Span;

/// Attributes that hold ids of the same page.
const REFERENCES: &[Attribute] = &[
    Attribute::AriaControls,
    Attribute::AriaDescribedby,
    Attribute::AriaDetails,
    Attribute::AriaLabelledby,
    Attribute::For,
    Attribute::Headers,
];

/// The ids of one page.
#[derive(Default)]
pub(super) struct Ids<'p> {
    /// By the hash of the id, which is all another page needs to know of it.
    index: HashMap<u64, u32, BuildHasherDefault<Hashed>>,
    spans: Vec<Span>,
    references: Vec<(&'static str, &'p str, Origin)>,
}

impl<'p> Ids<'p> {
    /// Notes the id of a start tag and what the tag refers to; gives the index of the id.
    pub fn open(&mut self, tag: &Tag<'p>, origin: Origin, reports: &mut Reports) -> Option<u32> {
        if tag.has_any(Set::of(REFERENCES)) {
            let values = REFERENCES.iter().filter_map(|&name| Some((name.name(), tag.get(name)?, origin)));
            self.references.extend(values);
        }
        self.add(&text::decode(tag.get(Attribute::Id)?), origin, reports)
    }

    /// Notes the older `<a name>`, which a fragment may lead to as well.
    pub fn anchor(&mut self, name: &'p str, span: Span) {
        let next = self.spans.len() as u32;
        if let Entry::Vacant(entry) = self.index.entry(hash(&text::decode(name))) {
            entry.insert(next);
            self.spans.push(span);
        }
    }

    fn add(&mut self, id: &str, origin: Origin, reports: &mut Reports) -> Option<u32> {
        if id.is_empty() {
            return None;
        }
        let next = self.spans.len() as u32;
        match self.index.entry(hash(id)) {
            Entry::Occupied(_) => {
                let message = format!("the id “{id}” is used more than once");
                reports.add(&rules::DUPLICATE_ID, origin, message);
                None
            }
            Entry::Vacant(entry) => {
                entry.insert(next);
                self.spans.push(origin.span);
                Some(next)
            }
        }
    }

    /// Notes where the element of an id ends.
    pub fn close(&mut self, index: u32, end: usize) {
        if let Some(span) = self.spans.get_mut(index as usize) {
            span.end = Span::point(end).end;
        }
    }

    /// The element of an id, from its start tag to its end.
    pub fn element(&self, id: &str) -> Option<Span> {
        self.index.get(&hash(id)).map(|&index| self.spans[index as usize])
    }

    /// Whether a fragment leads anywhere on this page.
    pub fn leads(&self, fragment: &str) -> bool {
        is_top(fragment) || self.index.contains_key(&hash(visible_part(fragment)))
    }

    /// Reports references to ids that the page does not have.
    pub fn finish(&self, reports: &mut Reports) {
        for &(attribute, value, origin) in &self.references {
            for id in text::decode(value).split_ascii_whitespace() {
                if !self.index.contains_key(&hash(id)) {
                    let message = format!("{attribute} names “{id}”, which is no id of this page");
                    reports.add(&rules::DANGLING_REFERENCE, origin, message);
                }
            }
        }
    }

    /// Where the element of each id begins, by the sorted hash of the id.
    pub fn places(&self) -> Box<[(u64, u32)]> {
        let places = self.index.iter().map(|(&hash, &index)| (hash, self.spans[index as usize].start));
        let mut places: Box<[_]> = places.collect();
        places.sort_unstable();
        places
    }

    /// The ids as sorted hashes: enough to tell whether a link from another page leads somewhere.
    pub fn hashes(&self) -> Box<[u64]> {
        let mut hashes: Box<[u64]> = self.index.keys().copied().collect();
        hashes.sort_unstable();
        hashes
    }
}

/// Whether a fragment leads anywhere on a page with these ids.
pub(super) fn leads(hashes: &[u64], fragment: &str) -> bool {
    is_top(fragment) || hashes.binary_search(&hash(visible_part(fragment))).is_ok()
}

fn is_top(fragment: &str) -> bool {
    let part = visible_part(fragment);
    part.is_empty() || part.eq_ignore_ascii_case("top")
}

/// Browsers keep what follows `:~:` for themselves.
fn visible_part(fragment: &str) -> &str {
    // The single character is sought first: it is far quicker to see that it is missing.
    if fragment.contains('~') { fragment.split(":~:").next().unwrap_or_default() } else { fragment }
}

/// The same on every run and every machine, and hard to make two ids share.
pub(super) fn hash(id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(id.as_bytes());
    hasher.finish()
}

/// The hasher for what is a hash already.
#[derive(Default)]
struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {
        unreachable!("only numbers are looked up");
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}
