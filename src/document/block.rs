//! Blocks: paragraphs, headings, lists, tables and whatever else stands below another.

use super::{Bars, Content, Inline, Name, Paragraph, Tags, each_paragraph};
use crate::source::{Source, Span};

/// A block with its place.
#[derive(Debug)]
pub struct Block {
    /// Where it stands.
    pub span: Span,
    /// Its anchor, for headings and whatever the author named.
    pub id: Option<Name>,
    /// What it is.
    pub kind: BlockKind,
}

/// The kinds of block.
#[derive(Debug)]
#[allow(missing_docs, reason = "each variant says what its fields hold")]
pub enum BlockKind {
    /// A heading; level 1 is the document's title and not written in the body.
    Heading { level: u8, content: Content },
    /// A paragraph.
    Paragraph(Content),
    /// A list; numbers are those the source writes, not those Markdown counts.
    List { ordered: bool, items: Box<[Item]> },
    /// A table with one header row.
    Table(Box<Table>),
    /// A quotation, or a notice when it is marked as one.
    Quote { notice: Option<Notice>, blocks: Box<[Block]> },
    /// Preformatted text.
    Code(Box<Code>),
    /// Terms and their meanings.
    Definitions(Box<[Definition]>),
    /// HTML that was cleaned by the sanitiser.
    Html(Box<str>),
    /// Blocks in an element of raw HTML.
    Wrapped(Box<Wrapped>),
    /// A picture that stands alone, with its caption or a long description after it.
    Figure(Box<Figure>),
    /// A break between two thoughts.
    ThematicBreak,
    /// An article of an act, with its paragraphs and points.
    Article(Box<Paragraph>),
}

/// Blocks in an element of raw HTML that passed the sanitiser.
#[derive(Debug)]
pub struct Wrapped {
    /// `<div lang="fr">`
    pub open: Box<str>,
    /// `</div>`
    pub close: Box<str>,
    /// What is in it.
    pub blocks: Box<[Block]>,
    /// Of `details`: which long description it is, from 1. Of `figure`: which describes it.
    pub description: Option<u32>,
}

/// A picture that stands alone.
#[derive(Debug)]
pub struct Figure {
    /// The picture.
    pub picture: Content,
    /// What stands below it; plain text.
    pub caption: Option<Content>,
    /// Which of the long descriptions of the text describes it; that is the next block.
    pub description: Option<u32>,
}

impl Wrapped {
    /// Whether it is an element of this name.
    pub fn is(&self, name: &str) -> bool {
        Tags { open: &self.open, close: &self.close }.name() == name
    }

    /// Whether it says which language its words are in.
    pub fn has_language(&self) -> bool {
        self.open.contains(" lang=\"")
    }
}

/// Preformatted text.
#[derive(Debug)]
pub struct Code {
    /// What stands after the opening fence, such as the language.
    pub info: Box<str>,
    /// Its lines.
    pub content: Content,
}

/// The kinds of notice that Markdown alerts name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// Something worth knowing.
    Note,
    /// Something helpful.
    Tip,
    /// Something to heed.
    Important,
    /// Something to be careful with.
    Warning,
    /// Something dangerous.
    Caution,
}

impl Notice {
    /// Its name, and the label that readers see.
    const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Note => ("note", "notice-note"),
            Self::Tip => ("tip", "notice-tip"),
            Self::Important => ("important", "notice-important"),
            Self::Warning => ("warning", "notice-warning"),
            Self::Caution => ("caution", "notice-caution"),
        }
    }

    /// Its name, as styles and digests know it.
    pub const fn name(self) -> &'static str {
        self.names().0
    }

    /// The label that readers see.
    pub const fn label(self) -> &'static str {
        self.names().1
    }
}

/// One item of a list.
#[derive(Debug)]
pub struct Item {
    /// From its marker to its end.
    pub span: Span,
    /// The number the source writes; `None` in a bulleted list.
    pub number: Option<u64>,
    /// Where the marker stands, `10.` or `-`.
    pub marker: Span,
    /// Its content.
    pub blocks: Box<[Block]>,
}

impl Item {
    /// Whether its number ends in a bracket, `1)`, and not in a full stop.
    pub fn has_bracket(&self, source: &Source) -> bool {
        source.slice(self.marker).ends_with(')')
    }
}

/// The numbers of the items of a list as they are printed: those of the source. A list that writes 1 at every item leaves the
/// counting to Markdown.
pub fn numbers(items: &[Item]) -> impl Iterator<Item = u64> {
    let counts = items.iter().all(|item| item.number == Some(1));
    let mut next = 1;
    items.iter().map(move |item| {
        let number = item.number.filter(|_| !counts).unwrap_or(next);
        next = number.saturating_add(1);
        number
    })
}

/// A table.
#[derive(Debug)]
pub struct Table {
    /// What the table shows, from the caption line before it.
    pub caption: Option<Content>,
    /// The header cells.
    pub head: Vec<Cell>,
    /// The rows, each as long as the head.
    pub rows: Vec<Vec<Cell>>,
    /// How the columns are set.
    pub alignments: Vec<Alignment>,
    /// Whether its caption asks for bars beside its numbers.
    pub has_bars: bool,
}

impl Table {
    /// Whether the first cells of rows name the rows: where the corner above them is empty, or where all of them are bold.
    pub fn has_row_names(&self) -> bool {
        let mut names = self.rows.iter().filter_map(|row| row.first());
        self.head.first().is_some_and(Content::is_empty)
            || (!self.rows.is_empty() && self.head.len() > 1 && names.all(|cell| cell.all_bold().is_some()))
    }

    /// The bars that it asks for; `None` where it has no numbers for them.
    pub fn bars(&self, source: &Source) -> Option<Bars> {
        let said = |cell: &Cell| {
            let mut words = String::new();
            cell.inlines().push_said(source, &mut words);
            words
        };
        let rows: Vec<Vec<String>> =
            self.rows.iter().filter(|_| self.has_bars).map(|row| row.iter().map(said).collect()).collect();
        Bars::of(&rows)
    }
}

/// How a column is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    /// As the language does it.
    Natural,
    /// At the start of the line.
    Start,
    /// In the middle.
    Center,
    /// At the end of the line.
    End,
}

/// A cell's content.
pub type Cell = Content;

/// A term and its meanings.
#[derive(Debug)]
pub struct Definition {
    /// The term.
    pub term: Content,
    /// One or more meanings.
    pub meanings: Vec<Vec<Block>>,
}

impl Block {
    /// Calls `visit` for every inline of this block itself (not of blocks inside it), outer before inner.
    pub fn each_inline<'a>(&'a self, visit: &mut dyn FnMut(Inline<'a>)) {
        match &self.kind {
            BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => each_inline(content, visit),
            BlockKind::Table(table) => {
                table.caption.iter().for_each(|caption| each_inline(caption, visit));
                table.head.iter().for_each(|cell| each_inline(cell, visit));
                table.rows.iter().flatten().for_each(|cell| each_inline(cell, visit));
            }
            BlockKind::Definitions(list) => list.iter().for_each(|d| each_inline(&d.term, visit)),
            BlockKind::Figure(figure) => {
                each_inline(&figure.picture, visit);
                figure.caption.iter().for_each(|caption| each_inline(caption, visit));
            }
            _ => {}
        }
    }
}

fn each_inline<'a>(content: &'a Content, visit: &mut dyn FnMut(Inline<'a>)) {
    content.inlines().and_inside().for_each(visit);
}

/// Calls `visit` for these blocks and all inside them, outer before inner.
pub fn each_block<'a>(blocks: &'a [Block], visit: &mut dyn FnMut(&'a Block)) {
    for block in blocks {
        visit(block);
        match &block.kind {
            BlockKind::Quote { blocks, .. } => each_block(blocks, visit),
            BlockKind::Wrapped(wrapped) => each_block(&wrapped.blocks, visit),
            BlockKind::List { items, .. } => items.iter().for_each(|item| each_block(&item.blocks, visit)),
            BlockKind::Article(article) => each_paragraph(std::slice::from_ref(article), visit),
            BlockKind::Definitions(list) => {
                for definition in list {
                    definition.meanings.iter().for_each(|meaning| each_block(meaning, visit));
                }
            }
            _ => {}
        }
    }
}

/// Calls `visit` for these blocks together, and for those that stand beside each other in any of them.
pub fn each_row<'a>(blocks: &'a [Block], visit: &mut dyn FnMut(&'a [Block])) {
    visit(blocks);
    each_block(blocks, &mut |block| match &block.kind {
        BlockKind::Quote { blocks, .. } => visit(blocks),
        BlockKind::Wrapped(wrapped) => visit(&wrapped.blocks),
        BlockKind::List { items, .. } => items.iter().for_each(|item| visit(&item.blocks)),
        BlockKind::Article(article) => each_row_in(article, visit),
        BlockKind::Definitions(list) => {
            list.iter().flat_map(|definition| &definition.meanings).for_each(|meaning| visit(meaning));
        }
        _ => {}
    });
}

fn each_row_in<'a>(paragraph: &'a Paragraph, visit: &mut dyn FnMut(&'a [Block])) {
    visit(&paragraph.blocks);
    paragraph.children.iter().for_each(|child| each_row_in(child, visit));
    visit(&paragraph.closing);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Note;

    #[test]
    fn blocks_and_notes_are_six_words() {
        assert_eq!((size_of::<Block>(), size_of::<Note>()), (48, 48));
    }
}
