//! What a document of a book holds, as far as the book's metadata speak of it.
//!
//! In: start tags. Out: counts and places that the claims of the package are compared with.

use super::ids;
use super::kind::Kind;
use super::tag::{Attribute, Set, Tag};
use super::text;
use crate::source::Span;

/// What one document holds.
#[derive(Debug, Default)]
pub(super) struct Inventory {
    /// Whether it is a cover, which is all picture and needs no heading.
    pub cover: bool,
    /// Whether it has words that are read.
    pub words: bool,
    /// Whether it holds pictures, also those whose words stand beside them.
    pub pictures: bool,
    /// Whether a picture tells what no words beside it do: it has words of its own, or lacks them.
    pub telling: bool,
    /// Whether a heading stands in it.
    pub headings: bool,
    /// Whether it says more to assistive technology than HTML does.
    pub aria: bool,
    /// Whether characters have their reading beside them.
    pub ruby: bool,
    /// Whether it holds MathML.
    pub math: bool,
    /// Whether it holds SVG among its text.
    pub svg: bool,
    /// Whether it holds scripts or forms.
    pub scripted: bool,
    /// Whether it holds sound.
    pub audio: bool,
    /// Whether it holds moving pictures.
    pub video: bool,
    /// Whether it holds an index of words.
    pub index: bool,
    /// Whether an element carries a style of its own.
    pub styled: bool,
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

/// Attributes that mean something to assistive technology alone.
const ARIA: Set = Set::of(&[
    Attribute::Role,
    Attribute::AriaControls,
    Attribute::AriaDescribedby,
    Attribute::AriaDescription,
    Attribute::AriaDetails,
    Attribute::AriaHidden,
    Attribute::AriaLabel,
    Attribute::AriaLabelledby,
    Attribute::AriaLevel,
]);

impl Inventory {
    /// Notes what a start tag brings.
    pub fn add(&mut self, kind: Kind, tag: &Tag<'_>) {
        self.aria |= tag.has_any(ARIA);
        self.styled |= tag.has(Attribute::Style);
        self.headings |= kind.heading_level().is_some() || tag.role() == Some("heading");
        match kind {
            Kind::Img | Kind::Image => {
                self.pictures = true;
                self.telling |= !is_silent(tag);
            }
            Kind::Svg => {
                self.svg = true;
                self.pictures = true;
                self.telling |= tag.role() == Some("img");
            }
            Kind::Audio => self.audio = true,
            Kind::Video => self.video = true,
            Kind::Ruby => self.ruby = true,
            Kind::Script | Kind::Form => self.scripted = true,
            Kind::Other => self.math |= matches!(tag.name(), "math" | "m:math"),
            _ => {}
        }
        if !tag.has_any(Set::of(&[Attribute::Role, Attribute::EpubType])) {
            return;
        }
        let is = |kind: &str, role: &str| has_type(tag, kind) || tag.role() == Some(role);
        self.cover |= is("cover", "doc-cover") && kind != Kind::A;
        self.index |= is("index", "doc-index") && kind != Kind::A;
        if is("pagebreak", "doc-pagebreak") {
            let id = tag.get(Attribute::Id).map(|id| ids::hash(&text::decode(id)));
            self.page_breaks.push(PageBreak { id, span: tag.span });
        }
    }

    /// Where the element of an id begins; the start of the document for none.
    pub fn place(&self, fragment: &str) -> u32 {
        let sought = ids::hash(fragment);
        match self.places.binary_search_by_key(&sought, |&(hash, _)| hash) {
            Ok(at) if !fragment.is_empty() => self.places[at].1,
            _ => 0,
        }
    }
}

/// Whether `epub:type` names a kind of part.
pub(super) fn has_type(tag: &Tag<'_>, kind: &str) -> bool {
    tag.get(Attribute::EpubType).is_some_and(|types| types.split_ascii_whitespace().any(|it| it == kind))
}

/// Whether a picture says nothing to those who do not see it.
fn is_silent(tag: &Tag<'_>) -> bool {
    tag.get(Attribute::Alt).is_some_and(text::is_blank)
        || matches!(tag.role(), Some("presentation" | "none"))
        || tag.is_hidden()
}
