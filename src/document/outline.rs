//! The named parts of a text, in reading order: what a link leads to, a section explains and a record was made of.
//!
//! In: a document. Out: one [`NamedPart`] for each id in it. A paragraph with an official number is a part with all of its
//! sub-paragraphs, an article of an act one with all of its paragraphs; what a heading names reaches to the next heading of its level; any other block is a part by itself. What
//! stands before the first heading of a text is a part too, without a place of that name on the page.

use std::fmt;

use super::{Block, BlockKind, Body, Content, Document, Paragraph, ParagraphId};

/// One named part of a text.
#[derive(Debug, Clone, Copy)]
pub struct NamedPart<'a> {
    /// Its name.
    pub name: PartName<'a>,
    /// What it holds.
    pub content: PartContent<'a>,
    /// Whether it stands in a list, a quotation, a meaning or a note, so that it does not divide the text itself.
    pub is_inside: bool,
}

/// The name of a part.
#[derive(Debug, Clone, Copy)]
pub enum PartName<'a> {
    /// The official number.
    Number(&'a ParagraphId),
    /// An id that the author gave or that the heading's words made.
    Anchor(&'a str),
    /// What stands before the first heading, whatever it holds.
    Opening,
}

/// The name of what stands before the first heading: paragraphs count from `p-1`, and this form of ids is kept for them.
const OPENING: &str = "p-0";

/// What a part holds.
#[derive(Debug, Clone, Copy)]
pub enum PartContent<'a> {
    /// A paragraph of a resolution, or an article of an act or a part of one.
    Paragraph(&'a Paragraph),
    /// The block that has the id, and for a heading all that stands under it; never empty.
    Blocks(&'a [Block]),
}

impl PartName<'_> {
    /// Whether this is the name.
    pub fn is(self, name: &str) -> bool {
        match self {
            PartName::Number(number) => number.is(name),
            PartName::Anchor(anchor) => anchor == name,
            PartName::Opening => name == OPENING,
        }
    }
}

impl fmt::Display for PartName<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PartName::Number(number) => number.fmt(f),
            PartName::Anchor(anchor) => f.write_str(anchor),
            PartName::Opening => f.write_str(OPENING),
        }
    }
}

impl<'a> NamedPart<'a> {
    /// The heading that names it: its level and its words.
    pub fn heading(&self) -> Option<(u8, &'a Content)> {
        match (self.name, self.content) {
            (
                PartName::Anchor(_),
                PartContent::Blocks([Block { kind: BlockKind::Heading { level, content }, .. }, ..]),
            ) => Some((*level, content)),
            (_, PartContent::Paragraph(paragraph)) => paragraph.heading(),
            _ => None,
        }
    }
}

/// The named parts among these blocks, in reading order.
pub fn parts_of_blocks(blocks: &[Block]) -> Vec<NamedPart<'_>> {
    let mut outline = Outline(Vec::new());
    outline.blocks(blocks, false);
    outline.0
}

/// These paragraphs and the named parts in them, in reading order.
pub fn parts_of_paragraphs(paragraphs: &[Paragraph]) -> Vec<NamedPart<'_>> {
    let mut outline = Outline(Vec::new());
    outline.paragraphs(paragraphs);
    outline.0
}

/// The headings that divide a text, for its contents: the name, the level and the words of each.
pub fn headings<'p, 'a>(parts: &'p [NamedPart<'a>]) -> impl Iterator<Item = (String, u8, &'a Content)> + 'p {
    parts.iter().filter(|part| !part.is_inside).filter_map(|part| {
        let (level, words) = part.heading()?;
        Some((part.name.to_string(), level, words))
    })
}

/// Adds a line to a table of contents: below the last one if its heading is smaller than the second level.
pub fn add_line<T>(lines: &mut Vec<T>, level: u8, line: T, below: impl FnOnce(&mut T) -> &mut Vec<T>) {
    match lines.last_mut() {
        Some(last) if level > 2 => below(last).push(line),
        _ => lines.push(line),
    }
}

impl Document {
    /// Its named parts, in reading order, those of its notes last.
    pub fn outline(&self) -> Vec<NamedPart<'_>> {
        let mut outline = Outline(Vec::new());
        match &self.body {
            Body::Flow(blocks) => outline.blocks(blocks, false),
            Body::Resolution(resolution) => {
                outline.blocks(&resolution.before, false);
                outline.paragraphs(&resolution.preamble);
                outline.paragraphs(&resolution.operative);
                outline.blocks(&resolution.after, false);
            }
            Body::EasyRead(easy) => {
                for section in &easy.sections {
                    outline.blocks(section.heading.as_slice(), false);
                    section.ideas.iter().for_each(|idea| outline.blocks(&idea.blocks, false));
                }
            }
        }
        self.notes.iter().for_each(|note| outline.blocks(&note.blocks, true));
        outline.0
    }

    /// What stands before the first heading that divides the text; in a text without one, all of it.
    pub fn opening(&self) -> Option<NamedPart<'_>> {
        let Body::Flow(blocks) = &self.body else { return None };
        let opening = blocks.iter().take_while(|block| !divides(block)).count();
        let blocks = blocks.get(..opening)?;
        let content = PartContent::Blocks(blocks);
        let part = NamedPart { name: PartName::Opening, content, is_inside: false };
        (!units(blocks).is_empty()).then_some(part)
    }

    /// What a section of its easy-read version may explain, in reading order: the opening, and the named parts.
    pub fn parts(&self) -> Vec<NamedPart<'_>> {
        self.opening().into_iter().chain(self.outline()).collect()
    }

    /// The part of this name.
    pub fn part(&self, name: &str) -> Option<NamedPart<'_>> {
        self.parts().into_iter().find(|part| part.name.is(name))
    }
}

/// Whether a part of its own begins here that an easy-read version is asked to explain.
fn divides(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Heading { level, .. } => *level <= 2,
        BlockKind::Article(_) => true,
        BlockKind::Wrapped(wrapped) => wrapped.blocks.first().is_some_and(divides),
        _ => false,
    }
}

/// These blocks in pieces that are explained one by one: a heading with all under it, or a block. What says nothing is none.
pub fn units(blocks: &[Block]) -> Vec<&[Block]> {
    let mut units = Vec::new();
    let mut rest = blocks;
    while !rest.is_empty() {
        let unit = reach(rest);
        rest = rest.get(unit.len()..).unwrap_or_default();
        if unit.iter().any(|block| !matches!(block.kind, BlockKind::ThematicBreak)) {
            units.push(unit);
        }
    }
    units
}

/// The parts that were found so far.
struct Outline<'a>(Vec<NamedPart<'a>>);

impl<'a> Outline<'a> {
    fn paragraphs(&mut self, paragraphs: &'a [Paragraph]) {
        for paragraph in paragraphs {
            let (name, content) = (PartName::Number(&paragraph.id), PartContent::Paragraph(paragraph));
            self.0.push(NamedPart { name, content, is_inside: false });
            self.blocks(&paragraph.blocks, true);
            self.paragraphs(&paragraph.children);
            self.blocks(&paragraph.closing, true);
        }
    }

    fn blocks(&mut self, blocks: &'a [Block], is_inside: bool) {
        for (at, block) in blocks.iter().enumerate() {
            let (_, from) = blocks.split_at(at);
            if let Some(id) = &block.id {
                let content = PartContent::Blocks(reach(from));
                self.0.push(NamedPart { name: PartName::Anchor(id), content, is_inside });
            }
            match &block.kind {
                // Raw HTML around blocks changes how they look, not what they divide.
                BlockKind::Wrapped(wrapped) => self.blocks(&wrapped.blocks, is_inside),
                BlockKind::Article(article) => self.paragraphs(std::slice::from_ref(article)),
                BlockKind::Quote { blocks, .. } => self.blocks(blocks, true),
                BlockKind::List { items, .. } => {
                    items.iter().for_each(|item| self.blocks(&item.blocks, true));
                }
                BlockKind::Definitions(list) => {
                    let meanings = list.iter().flat_map(|definition| &definition.meanings);
                    meanings.for_each(|meaning| self.blocks(meaning, true));
                }
                _ => {}
            }
        }
    }
}

/// The first of these blocks, and all that stands under it where it is a heading; with a picture its long description.
fn reach(blocks: &[Block]) -> &[Block] {
    let level = |block: &Block| match block.kind {
        BlockKind::Heading { level, .. } => Some(level),
        _ => None,
    };
    let Some((first, rest)) = blocks.split_first() else { return blocks };
    // A block is passed once for each heading above it, of which there are six at most, so this is linear.
    let under = match level(first) {
        Some(own) => rest.iter().take_while(|block| level(block).is_none_or(|other| other > own)).count(),
        None => usize::from(matches!(&first.kind, BlockKind::Figure(figure) if figure.description.is_some())),
    };
    blocks.get(..=under).unwrap_or(blocks)
}
