//! The ids of a page and the attributes that refer to them.

use std::hash::{DefaultHasher, Hasher};

use super::address::Fragment;
use super::aria::Role;
use super::reports::{Origin, Reports};
use super::rules::{self, Basis};
use super::tag::{Attribute, Set, Tag};
use super::text;
use crate::source::Span;

/// Attributes that hold ids of the same page.
const REFERENCES: &[Attribute] = &[
    Attribute::AriaControls,
    Attribute::AriaDescribedby,
    Attribute::AriaDetails,
    Attribute::AriaLabelledby,
    Attribute::AriaOwns,
    Attribute::For,
];

/// The same among the attributes that no [`Attribute`] stands for.
const RARE_REFERENCES: [&str; 3] = ["aria-activedescendant", "aria-errormessage", "aria-flowto"];

/// Attributes that may name what is made only when it is needed, such as the list of a closed combobox.
const MADE_WHEN_NEEDED: [&str; 5] = [
    Attribute::AriaControls.name(),
    Attribute::AriaDetails.name(),
    Attribute::AriaOwns.name(),
    "aria-activedescendant",
    "aria-errormessage",
];

/// The ids of a page half read, in its order.
pub(super) struct Ids<'p> {
    /// The hash of each, which is all another page needs to know of it, and its number.
    hashes: Vec<(u64, u32)>,
    list: Vec<Id<'p>>,
    references: Vec<(&'static str, &'p str, Origin)>,
}

struct Id<'p> {
    /// As written; none for the older `<a name>`, which may name a part that has an id as well.
    written: Option<&'p str>,
    /// The start tag.
    origin: Origin,
    /// Where the element ends.
    end: u32,
    role: Option<Role>,
    /// Whether it gives words to what refers to it.
    has_words: bool,
}

impl<'p> Ids<'p> {
    /// No id of the page yet.
    pub fn new(html: &str) -> Self {
        // Pages of much text hold about so many.
        let many = html.len() / 256;
        Self { hashes: Vec::with_capacity(many), list: Vec::with_capacity(many), references: Vec::new() }
    }

    /// Notes the id of a start tag and what the tag refers to; gives the number of the id.
    pub fn open(&mut self, tag: &Tag<'p>, role: Option<Role>, origin: Origin) -> Option<u32> {
        if tag.has_any(const { Set::of(REFERENCES) }) {
            let held = |name| name != Attribute::AriaControls || !is_closed(tag);
            let values = REFERENCES.iter().filter(|&&name| held(name));
            let values = values.filter_map(|&name| Some((name.name(), tag.get(name)?, origin)));
            self.references.extend(values);
        }
        if tag.has(Attribute::Aria) {
            let values = tag.all_attributes().filter_map(|(name, value)| {
                Some((RARE_REFERENCES.into_iter().find(|rare| *rare == name)?, value, origin))
            });
            self.references.extend(values);
        }
        let written = tag.get(Attribute::Id)?;
        let id = text::decode(written);
        let end = origin.span.end;
        (!id.is_empty())
            .then(|| self.add(&id, Id { written: Some(written), origin, end, role, has_words: false }))
    }

    /// Notes the older `<a name>`, which a fragment may lead to as well.
    pub fn anchor(&mut self, name: &'p str, span: Span) {
        self.add(
            &text::decode(name),
            Id { written: None, origin: span.into(), end: span.end, role: None, has_words: false },
        );
    }

    fn add(&mut self, name: &str, id: Id<'p>) -> u32 {
        let number = self.list.len() as u32;
        self.hashes.push((hash(name), number));
        self.list.push(id);
        number
    }

    /// Notes where the element of an id ends, and whether it gives words to what refers to it.
    pub fn close(&mut self, number: u32, end: u32, has_words: bool) {
        if let Some(id) = self.list.get_mut(number as usize) {
            id.end = end;
            id.has_words = has_words;
        }
    }

    /// Ends the page: reports ids it has twice and references to ids it has not.
    pub fn finish(self, reports: &mut Reports) -> Index {
        let Self { mut hashes, list, references } = self;
        hashes.sort_unstable();
        hashes.dedup_by(|again, first| {
            let Id { written, origin, .. } = &list[again.1 as usize];
            if again.0 != first.0 {
                return false;
            }
            let Some(written) = written else { return true };
            if list[first.1 as usize].written.is_none() {
                // The name of a link is no id, and an id comes before it.
                *first = *again;
            } else {
                let message = format!("the id “{}” is used more than once", text::decode(written));
                reports.add(&rules::DUPLICATE_ID, *origin, message);
            }
            true
        });
        let elements = list
            .iter()
            .map(|&Id { origin, end, role, has_words, .. }| Element {
                span: Span { start: origin.span.start, end },
                role,
                has_words,
            })
            .collect();
        let index = Index { hashes, elements };
        for (attribute, value, origin) in references {
            for id in text::decode(value).split_ascii_whitespace() {
                if index.element(id).is_none() {
                    let message = format!("{attribute} names “{id}”, which is no id of this page");
                    if MADE_WHEN_NEEDED.contains(&attribute) {
                        let message = format!("{message}; a script may make it when it is needed");
                        reports.add_on(Basis::House, &rules::DANGLING_REFERENCE, origin, message);
                    } else {
                        reports.add(&rules::DANGLING_REFERENCE, origin, message);
                    }
                }
            }
        }
        index
    }
}

/// Where to find the element of an id on a page.
pub(super) struct Index {
    /// The hashes of the ids in their order, and the number of each.
    hashes: Vec<(u64, u32)>,
    /// By number.
    elements: Vec<Element>,
}

/// What is known of an element with an id.
#[derive(Clone, Copy)]
struct Element {
    span: Span,
    role: Option<Role>,
    has_words: bool,
}

impl Index {
    /// The element of an id, from its start tag to its end.
    pub fn element(&self, id: &str) -> Option<Span> {
        self.find(id).map(|element| element.span)
    }

    /// The role of the element of an id.
    pub fn role(&self, id: &str) -> Option<Role> {
        self.find(id).and_then(|element| element.role)
    }

    /// Whether the element of an id gives words to what refers to it.
    pub fn has_words(&self, id: &str) -> bool {
        self.find(id).is_some_and(|element| element.has_words)
    }

    fn find(&self, id: &str) -> Option<Element> {
        let found = self.hashes.binary_search_by_key(&hash(id), |&(hash, _)| hash).ok()?;
        Some(self.elements[self.hashes[found].1 as usize])
    }

    /// The element that a fragment names.
    pub fn target(&self, fragment: &str) -> Option<Span> {
        Fragment::of(fragment).names().find_map(|name| self.element(name))
    }

    /// Whether a fragment leads anywhere on this page.
    pub fn leads(&self, fragment: &str) -> bool {
        self.target(fragment).is_some() || Fragment::of(fragment).is_top()
    }

    /// Where the element of each id begins, by the sorted hash of the id.
    pub fn places(&self) -> Box<[(u64, u32)]> {
        self.hashes.iter().map(|&(hash, number)| (hash, self.elements[number as usize].span.start)).collect()
    }

    /// The ids as sorted hashes: enough to know whether a link from another page leads somewhere.
    pub fn hashes(&self) -> Box<[u64]> {
        self.hashes.iter().map(|&(hash, _)| hash).collect()
    }
}

/// Whether what an element opens is not open, so that it need not be on the page yet.
fn is_closed(tag: &Tag<'_>) -> bool {
    tag.all_attributes()
        .any(|(name, value)| name == "aria-expanded" && !value.trim().eq_ignore_ascii_case("true"))
}

/// Whether a fragment leads anywhere on a page with these ids.
pub(super) fn leads(hashes: &[u64], fragment: &str) -> bool {
    let fragment = Fragment::of(fragment);
    fragment.names().any(|name| hashes.binary_search(&hash(name)).is_ok()) || fragment.is_top()
}

/// The same on every run, and hardly ever the same for two ids.
pub(super) fn hash(id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(id.as_bytes());
    hasher.finish()
}
