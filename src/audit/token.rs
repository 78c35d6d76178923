//! The tokens of a page, as its readers hand them on.

use std::ops::Range;

use super::element_kind::ElementKind;
use super::tag::Tag;

/// What takes the tokens of a page in their order.
pub(super) trait TokenSink<'p> {
    /// A start tag.
    fn start(&mut self, tag: &Tag<'p>);
    /// Text that is more than white space, with character references as written.
    fn text(&mut self, range: Range<usize>);
    /// What stands in an element that holds words alone; it follows the start tag of that element.
    fn raw(&mut self, range: Range<usize>);
    /// An end tag.
    fn end(&mut self, end: EndTag<'p>);
}

/// An end tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct EndTag<'p> {
    /// What it ends, by its name.
    pub kind: ElementKind,
    /// Where it begins.
    pub at: usize,
    /// The name as written.
    pub name: &'p str,
}
