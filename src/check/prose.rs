//! The words of a text line by line, without markup, and the way back to their bytes.
//!
//! In: a document. Out: its lines as readers see them, each knowing for every word where the source writes it.
//! Pictures and note marks say nothing and are left out.

use std::ops::Range;

use super::front;
use crate::document::{Block, BlockKind, Content, Document, InlineKind, Inlines, Text, Version};
use crate::source::{Source, Span};

/// What a line is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A heading.
    Heading,
    /// A paragraph or an item of a list.
    Words,
    /// A cell or a caption.
    Table,
    /// The sentence of the front matter that says which document an easy-read version is of.
    About,
}

/// The words of a text, its lines one after the other.
///
/// They stand in one piece of memory, with a line end between two lines: what is rare can be looked for in all of them
/// at once, before any line is looked at by itself.
#[derive(Debug)]
pub struct Prose {
    text: String,
    pieces: Vec<Piece>,
    lines: Vec<Extent>,
}

/// Where a line stands in the text and among the pieces.
#[derive(Debug, Clone)]
struct Extent {
    text: Range<usize>,
    pieces: Range<usize>,
    role: Role,
    block: usize,
}

/// One line of words.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    /// The words, without markup.
    pub text: &'a str,
    /// What they are part of.
    pub role: Role,
    /// Which block it stands in, counted from 0 in the document.
    pub block: usize,
    at: usize,
    pieces: &'a [Piece],
}

/// Words that the source writes in one go.
#[derive(Debug)]
struct Piece {
    /// Where they begin in the text.
    at: usize,
    /// Where they stand in the source.
    span: Span,
    /// Whether the source writes them literally, byte for byte.
    literal: bool,
}

impl Prose {
    /// The words of a document, in reading order; those of an easy-read version begin with its title and what it is
    /// about.
    pub fn of(document: &Document) -> Self {
        let text = String::with_capacity(document.source.text().len());
        let prose = Self { text, pieces: Vec::new(), lines: Vec::new() };
        let mut gather = Gather { document, prose, begun: 0, block: 0 };
        if document.version == Version::EasyRead {
            gather.front("title", &document.front.title, Role::Heading);
            gather.front("about", &document.front.about, Role::About);
        }
        document.each_block(&mut |block| gather.block(block));
        gather.prose
    }

    /// All lines, with a line end between two of them.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The lines, in reading order.
    pub fn lines(&self) -> impl ExactSizeIterator<Item = Line<'_>> + Clone {
        self.lines.iter().map(|extent| self.line_of(extent))
    }

    /// The line of this place among the lines.
    pub fn line(&self, index: usize) -> Option<Line<'_>> {
        self.lines.get(index).map(|extent| self.line_of(extent))
    }

    /// The line that holds this byte of the text; that before it for the end of a line.
    pub fn line_at(&self, at: usize) -> Option<usize> {
        self.lines.partition_point(|extent| extent.text.start <= at).checked_sub(1)
    }

    /// Where words of the text stand in the source; they are all of one line.
    pub fn span(&self, range: Range<usize>) -> Span {
        span(&self.pieces, range)
    }

    fn line_of(&self, extent: &Extent) -> Line<'_> {
        Line {
            text: &self.text[extent.text.clone()],
            role: extent.role,
            block: extent.block,
            at: extent.text.start,
            pieces: &self.pieces[extent.pieces.clone()],
        }
    }
}

impl Line<'_> {
    /// Where words of the line stand in the source.
    pub fn span(&self, range: Range<usize>) -> Span {
        span(self.pieces, self.at + range.start..self.at + range.end)
    }

    /// Whether the source writes these words literally, so that they can be replaced there.
    pub fn is_literal(&self, range: &Range<usize>, source: &Source) -> bool {
        source.slice(self.span(range.clone())) == &self.text[range.clone()]
    }
}

/// Where a range of the text stands in the source, by the pieces it was put together from.
fn span(pieces: &[Piece], range: Range<usize>) -> Span {
    let start = place(pieces, range.start, |piece| piece.span.start);
    // The end belongs to the piece of the last byte, so that a place does not run on into markup.
    let end = place(pieces, range.end.saturating_sub(1).max(range.start), |piece| piece.span.end);
    let end_byte = if end.1 { end.0 + u32::from(range.end > range.start) } else { end.0 };
    Span { start: start.0, end: end_byte.max(start.0) }
}

fn place(pieces: &[Piece], at: usize, edge: impl Fn(&Piece) -> u32) -> (u32, bool) {
    let index = pieces.partition_point(|piece| piece.at <= at).saturating_sub(1);
    match pieces.get(index) {
        Some(piece) if piece.literal => (piece.span.start + (at - piece.at) as u32, true),
        Some(piece) => (edge(piece), false),
        None => (0, false),
    }
}

struct Gather<'a> {
    document: &'a Document,
    prose: Prose,
    /// The first piece of the line that is being put together.
    begun: usize,
    block: usize,
}

impl Gather<'_> {
    fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Heading { content, .. } => self.content(content, Role::Heading),
            BlockKind::Paragraph(content) => self.content(content, Role::Words),
            BlockKind::Table(table) => {
                for cell in table.caption.iter().chain(&table.head).chain(table.rows.iter().flatten()) {
                    self.content(cell, Role::Table);
                }
            }
            BlockKind::Definitions(list) => list.iter().for_each(|one| self.content(&one.term, Role::Table)),
            _ => {}
        }
        self.block += 1;
    }

    /// A value of the front matter, as readers see it.
    fn front(&mut self, key: &str, words: &str, role: Role) {
        let value = front::value(self.document, key);
        let source = self.document.source.slice(value);
        let words = words.trim();
        // YAML may write it between quotes, or over several lines.
        let (span, literal) = match source.find(words) {
            Some(at) if !words.is_empty() => {
                let start = value.start as usize + at;
                (Span::from(start..start + words.len()), true)
            }
            _ => (value, false),
        };
        self.piece(words, span, literal);
        self.end_line(role);
        self.block += 1;
    }

    fn content(&mut self, content: &Content, role: Role) {
        self.inlines(content.inlines(), role);
        self.end_line(role);
    }

    fn inlines(&mut self, inlines: Inlines<'_>, role: Role) {
        for inline in inlines {
            match inline.kind {
                InlineKind::Text(text) | InlineKind::Code(text) => {
                    let words = text.resolve(&self.document.source);
                    match text {
                        Text::Source(span) => self.piece(words, span, true),
                        Text::Owned(_) => self.piece(words, inline.span, false),
                    }
                }
                InlineKind::SoftBreak { .. } | InlineKind::HardBreak => self.end_line(role),
                InlineKind::Emphasis(children)
                | InlineKind::Strong(children)
                | InlineKind::Deleted(children)
                | InlineKind::Html { children, .. }
                | InlineKind::Link { children, .. } => self.inlines(children, role),
                InlineKind::Image { .. } | InlineKind::NoteMark { .. } | InlineKind::Checkbox(_) => {}
            }
        }
    }

    fn piece(&mut self, words: &str, span: Span, literal: bool) {
        self.prose.pieces.push(Piece { at: self.prose.text.len(), span, literal });
        self.prose.text.push_str(words);
    }

    /// Keeps the line if it has any words.
    fn end_line(&mut self, role: Role) {
        let Prose { text, pieces, lines } = &mut self.prose;
        let Some(first) = pieces.get(self.begun) else { return };
        let start = first.at;
        if text[start..].trim_start().is_empty() {
            text.truncate(start);
            pieces.truncate(self.begun);
            return;
        }
        lines.push(Extent {
            text: start..text.len(),
            pieces: self.begun..pieces.len(),
            role,
            block: self.block,
        });
        self.begun = pieces.len();
        text.push('\n');
    }
}
