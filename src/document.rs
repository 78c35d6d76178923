//! The model in the middle: what a document says, free of Markdown and of HTML.
//!
//! `parse` makes it, `check` reads it, every output is written from it. Text stays in the source file and is
//! named by its span wherever the source says it literally; [`Document::text`] looks it up.

mod inlines;
mod name;
mod outline;

use std::collections::HashSet;
use std::fmt;
use std::sync::{Arc, OnceLock};

use crate::front_matter::FrontMatter;
use crate::lang::Lang;
use crate::numbering::Suffix;
use crate::source::{Source, Span};

pub use inlines::{Builder, Content, Element, Inline, InlineKind, Inlines, Open, Reference, Tags, Text};
pub use name::Name;
pub use outline::{NamedPart, PartContent, PartName};

/// The words of some inlines of `source` without their markup; note marks say nothing.
pub fn plain<'a>(source: &Source, inlines: impl Into<Inlines<'a>>) -> String {
    let mut out = String::new();
    inlines.into().push_plain(source, &mut out);
    out
}

/// What the target of a page break begins with: `[](page:3)`.
pub const PAGE_BREAK: &str = "page:";

/// Which of a work's texts a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Version {
    /// The authoritative text; never reworded, never corrected.
    Official,
    /// The version for people who find reading hard.
    EasyRead,
}

/// One text in one language: a resolution, a page, or an easy-read version.
#[derive(Debug)]
pub struct Document {
    /// The file it was read from.
    pub source: Arc<Source>,
    /// The folder below `content/`, for example `a-hrc-res-52-8`; empty for the home page.
    pub slug: Box<str>,
    /// The language of its words.
    pub lang: Lang,
    /// Official text or easy-read version.
    pub version: Version,
    /// What stands between the `---` lines.
    pub front: FrontMatter,
    /// The text.
    pub body: Body,
    /// Notes in the order of their first marks, then those without a mark.
    pub notes: Vec<Note>,
    /// Where the notes are in `notes`, by their labels; made when many are looked for.
    pub notes_by_label: OnceLock<Box<[usize]>>,
    /// The names of its parts; made when a link first leads to one.
    pub ids: OnceLock<HashSet<Box<str>>>,
}

impl Document {
    /// The words of a [`Text`].
    pub fn text<'a>(&'a self, text: &Text<'a>) -> &'a str {
        text.resolve(&self.source)
    }

    /// The words of some inlines without their markup; note marks say nothing.
    pub fn plain<'a>(&self, inlines: impl Into<Inlines<'a>>) -> String {
        plain(&self.source, inlines)
    }

    /// The note with this label.
    pub fn note(&self, label: &str) -> Option<(usize, &Note)> {
        /// So few are looked through faster than they are sorted.
        const FEW: usize = 8;
        if self.notes.len() <= FEW {
            return self.notes.iter().enumerate().find(|(_, note)| *note.label == *label);
        }
        let label_at = |at: &usize| self.notes.get(*at).map(|note| &*note.label);
        let sorted = self.notes_by_label.get_or_init(|| {
            let mut places: Vec<usize> = (0..self.notes.len()).collect();
            places.sort_by_key(label_at);
            places.into()
        });
        // Of two notes with one label the first is meant.
        let at = *sorted.get(sorted.partition_point(|at| label_at(at) < Some(label)))?;
        Some((at, self.notes.get(at)?)).filter(|(_, note)| *note.label == *label)
    }

    /// Calls `visit` for every block of the text and the notes, outer before inner, in reading order.
    pub fn each_block<'a>(&'a self, visit: &mut dyn FnMut(&'a Block)) {
        match &self.body {
            Body::Flow(blocks) => each_block(blocks, visit),
            Body::Resolution(resolution) => {
                each_block(&resolution.before, visit);
                each_paragraph(&resolution.preamble, visit);
                each_paragraph(&resolution.operative, visit);
                each_block(&resolution.after, visit);
            }
            Body::EasyRead(easy) => {
                for section in &easy.sections {
                    if let Some(heading) = &section.heading {
                        visit(heading);
                    }
                    for idea in &section.ideas {
                        each_block(&idea.blocks, visit);
                    }
                }
            }
        }
        for note in &self.notes {
            each_block(&note.blocks, visit);
        }
    }

    /// Calls `visit` for every inline, outer before inner, in reading order.
    pub fn each_inline<'a>(&'a self, visit: &mut dyn FnMut(Inline<'a>)) {
        self.each_block(&mut |block| block.each_inline(visit));
        if let Body::EasyRead(easy) = &self.body {
            let pictures = easy.sections.iter().flat_map(|s| &s.ideas).filter_map(|i| i.picture.as_ref());
            pictures.filter_map(Content::first).for_each(visit);
        }
    }

    /// Whether it says where the pages of a printed document begin.
    pub fn has_pages(&self) -> bool {
        let mut found = false;
        self.each_inline(&mut |inline| {
            found |= matches!(&inline.kind, InlineKind::Link { target, .. } if self.text(target).starts_with(PAGE_BREAK));
        });
        found
    }

    /// Whether the text itself has a part of this name, a paragraph or a heading.
    pub fn has_anchor(&self, id: &str) -> bool {
        let ids = || self.outline().iter().map(|part| part.name.to_string().into()).collect();
        self.ids.get_or_init(ids).contains(id)
    }
}

/// Calls `visit` for these blocks and all inside them, outer before inner.
pub fn each_block<'a>(blocks: &'a [Block], visit: &mut dyn FnMut(&'a Block)) {
    for block in blocks {
        visit(block);
        match &block.kind {
            BlockKind::Quote { blocks, .. } => each_block(blocks, visit),
            BlockKind::Wrapped(wrapped) => each_block(&wrapped.blocks, visit),
            BlockKind::List { items, .. } => items.iter().for_each(|item| each_block(&item.blocks, visit)),
            BlockKind::Definitions(list) => {
                for definition in list {
                    definition.meanings.iter().for_each(|meaning| each_block(meaning, visit));
                }
            }
            _ => {}
        }
    }
}

/// Calls `visit` for these blocks and for those that only an element of raw HTML stands around.
pub fn each_top_level<'a>(blocks: &'a [Block], visit: &mut dyn FnMut(&'a Block)) {
    for block in blocks {
        visit(block);
        if let BlockKind::Wrapped(wrapped) = &block.kind {
            each_top_level(&wrapped.blocks, visit);
        }
    }
}

fn each_paragraph<'a>(paragraphs: &'a [Paragraph], visit: &mut dyn FnMut(&'a Block)) {
    for paragraph in paragraphs {
        each_block(&paragraph.blocks, visit);
        each_paragraph(&paragraph.children, visit);
        each_block(&paragraph.closing, visit);
    }
}

/// The text in the shape its kind gives it.
#[derive(Debug)]
pub enum Body {
    /// Headings, paragraphs, lists: whatever the author wrote, in order.
    Flow(Vec<Block>),
    /// A resolution in its parts.
    Resolution(Resolution),
    /// An easy-read version in its sections and ideas.
    EasyRead(EasyRead),
}

/// A resolution: preambular paragraphs, then numbered operative ones.
#[derive(Debug, Default)]
pub struct Resolution {
    /// Whatever stands before the opening words, usually nothing.
    pub before: Vec<Block>,
    /// The opening words (`pp-0`) and the preambular paragraphs.
    pub preamble: Vec<Paragraph>,
    /// The operative paragraphs.
    pub operative: Vec<Paragraph>,
    /// Whatever stands after the last operative paragraph, such as an annex.
    pub after: Vec<Block>,
}

impl Resolution {
    /// Every paragraph and sub-paragraph in reading order.
    pub fn paragraphs(&self) -> Vec<&Paragraph> {
        fn gather<'a>(paragraphs: &'a [Paragraph], all: &mut Vec<&'a Paragraph>) {
            for paragraph in paragraphs {
                all.push(paragraph);
                gather(&paragraph.children, all);
            }
        }
        let mut all = Vec::new();
        gather(&self.preamble, &mut all);
        gather(&self.operative, &mut all);
        all
    }
}

/// One paragraph of a resolution.
#[derive(Debug)]
pub struct Paragraph {
    /// Its name, the same in every language.
    pub id: ParagraphId,
    /// From its first to its last byte, sub-paragraphs included.
    pub span: Span,
    /// The number or letter as the text prints it, `10.` or `(a)`; `None` in the preamble.
    pub label: Option<Text<'static>>,
    /// The words, without the label.
    pub blocks: Vec<Block>,
    /// Sub-paragraphs.
    pub children: Vec<Paragraph>,
    /// Words after the sub-paragraphs that belong to the paragraph as a whole.
    pub closing: Vec<Block>,
}

/// The official numbering, the same in every language: `pp-3`, `op-10`, `op-1-bis`, `op-2a`, `op-17-a`, `op-17-a-ii`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ParagraphId {
    /// Preamble or operative part.
    pub part: Part,
    /// The number in that part.
    pub number: u32,
    /// What tells it from the paragraph of that number that stands before it.
    pub suffix: Suffix,
    /// The letters of sub-paragraphs, outermost first.
    pub letters: Vec<Box<str>>,
}

/// The two parts of a resolution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Why the organ speaks.
    Preamble,
    /// What it decides and asks.
    Operative,
}

impl ParagraphId {
    /// Whether this is the paragraph of that name.
    pub fn is(&self, name: &str) -> bool {
        // Compared piece by piece: this runs for every link, and making the name would allocate each time.
        struct Rest<'a>(&'a str);
        impl fmt::Write for Rest<'_> {
            fn write_str(&mut self, piece: &str) -> fmt::Result {
                self.0 = self.0.strip_prefix(piece).ok_or(fmt::Error)?;
                Ok(())
            }
        }
        let mut rest = Rest(name);
        fmt::write(&mut rest, format_args!("{self}")).is_ok() && rest.0.is_empty()
    }
}

impl fmt::Display for ParagraphId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let part = match self.part {
            Part::Preamble => "pp",
            Part::Operative => "op",
        };
        write!(f, "{part}-{}{}", self.number, self.suffix)?;
        self.letters.iter().try_for_each(|letter| write!(f, "-{letter}"))
    }
}

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
    pub covers: Vec<Covers>,
    /// One idea after the other.
    pub ideas: Vec<Idea>,
}

/// The name of one covered paragraph, as the heading's `covers` gives it.
#[derive(Debug, Clone)]
pub struct Covers {
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

/// A note and where it is marked.
#[derive(Debug)]
pub struct Note {
    /// The label in the source: `1` in `[^1]`.
    pub label: Name,
    /// Where the definition stands.
    pub span: Span,
    /// How often the text marks it.
    pub marks: u32,
    /// Its words.
    pub blocks: Box<[Block]>,
}

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
    /// A break between two thoughts.
    ThematicBreak,
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
}

impl Wrapped {
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
            _ => {}
        }
    }
}

fn each_inline<'a>(content: &'a Content, visit: &mut dyn FnMut(Inline<'a>)) {
    content.inlines().and_inside().for_each(visit);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_and_notes_are_six_words() {
        assert_eq!((size_of::<Block>(), size_of::<Note>()), (48, 48));
    }
}
