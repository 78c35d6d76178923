//! An easy-read version: sections that name what they explain, and in them one idea after the other.

use super::{Block, BlockKind, Content};
use crate::source::Span;

/// An easy-read version.
#[derive(Debug, Default)]
pub struct EasyRead {
    /// Its sections in order; the first may have no heading.
    pub sections: Vec<Section>,
}

/// A heading and the ideas under it.
#[derive(Debug, Default)]
pub struct Section {
    /// The heading block; `None` for ideas before the first heading.
    pub heading: Option<Block>,
    /// The level of the heading on the page: that which the source writes, or the deepest that the outline allows there.
    pub level: u8,
    /// The official paragraphs this section explains.
    pub covers: Vec<PartReference>,
    /// The official paragraphs whose most important things it says first. It explains none of them.
    pub sums_up: Vec<PartReference>,
    /// One idea after the other.
    pub ideas: Vec<Idea>,
}

impl Section {
    /// The words of its heading.
    pub fn words_of_heading(&self) -> Option<&Content> {
        match &self.heading.as_ref()?.kind {
            BlockKind::Heading { content, .. } => Some(content),
            _ => None,
        }
    }
}

/// The name of an official paragraph, as the heading's `covers` or `sums-up` gives it.
#[derive(Debug, Clone)]
pub struct PartReference {
    /// The paragraph's id, not yet known to exist.
    pub id: Box<str>,
    /// Where it is written.
    pub span: Span,
}

/// One idea: a picture and the words beside it.
#[derive(Debug, Default)]
pub struct Idea {
    /// The picture, an [`InlineKind::Image`].
    pub picture: Option<Content>,
    /// Paragraphs whose lines are sentences, and lists.
    pub blocks: Vec<Block>,
}
