//! What the audit of a book keeps of one document.
//!
//! In: start tags. Out: what the document holds, which the claims of the package are compared with, and where its parts are,
//! which its lists are compared with.

use super::address::Fragment;
use super::ids;
use super::tag::{Attribute, Set, Tag};
use super::text;
use crate::accessibility::{Inventory, StartTag};
use crate::source::Span;

/// A document of a book.
#[derive(Debug, Default)]
pub(super) struct Document {
    /// What it holds.
    pub inventory: Inventory,
    /// The marks where a page of the printed twin begins.
    pub page_breaks: Vec<PageBreak>,
    /// Where the element of each id begins, by the sorted hash of the id.
    pub places: Box<[(u64, u32)]>,
}

/// The mark of a page of the printed twin.
#[derive(Debug)]
pub(super) struct PageBreak {
    /// The hash of its id.
    pub id: Option<u64>,
    /// Its start tag.
    pub span: Span,
}

impl StartTag for Tag<'_> {
    fn name(&self) -> &str {
        Tag::name(self)
    }

    fn each_attribute(&self, hand_on: &mut dyn FnMut(&str, &str)) {
        self.each(|attribute, value| hand_on(attribute.name(), value));
    }
}

impl Document {
    /// Notes what a start tag brings.
    pub fn add(&mut self, tag: &Tag<'_>) {
        self.inventory.element(tag);
        let is_break = tag.has_any(const { Set::of(&[Attribute::Role, Attribute::EpubType]) })
            && (has_type(tag, "pagebreak") || tag.role() == Some("doc-pagebreak"));
        if is_break {
            let id = tag.get(Attribute::Id).map(|id| ids::hash(&text::decode(id)));
            self.page_breaks.push(PageBreak { id, span: tag.span });
        }
    }

    /// Where the part that a fragment names begins; the start of the document for none.
    pub fn place(&self, fragment: &str) -> u32 {
        self.target(fragment).map_or(0, |(_, place)| place)
    }

    /// The hash of the id that a fragment names, and where its element begins.
    pub fn target(&self, fragment: &str) -> Option<(u64, u32)> {
        Fragment::of(fragment).names().find_map(|name| {
            let sought = ids::hash(name);
            let at = self.places.binary_search_by_key(&sought, |&(hash, _)| hash).ok()?;
            Some(self.places[at])
        })
    }
}

/// Whether `epub:type` names a kind of part.
pub(super) fn has_type(tag: &Tag<'_>, kind: &str) -> bool {
    tag.get(Attribute::EpubType).is_some_and(|types| types.split_ascii_whitespace().any(|it| it == kind))
}
