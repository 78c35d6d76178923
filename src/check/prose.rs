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

/// One line of words.
#[derive(Debug, Clone)]
pub struct Line {
    /// The words, without markup.
    pub text: String,
    /// What they are part of.
    pub role: Role,
    /// Which block it stands in, counted from 0 in the document.
    pub block: usize,
    pieces: Vec<Piece>,
}

/// Words that the source writes in one go.
#[derive(Debug, Clone)]
struct Piece {
    /// Where they begin in the line.
    at: usize,
    /// Where they stand in the source.
    span: Span,
    /// Whether the source writes them literally, byte for byte.
    literal: bool,
}

impl Line {
    /// Where words of the line stand in the source.
    pub fn span(&self, range: Range<usize>) -> Span {
        let start = self.place(range.start, |piece| piece.span.start);
        // The end belongs to the piece of the last byte, so that a place does not run on into markup.
        let end = self.place(range.end.saturating_sub(1).max(range.start), |piece| piece.span.end);
        let end_byte = if end.1 { end.0 + u32::from(range.end > range.start) } else { end.0 };
        Span { start: start.0, end: end_byte.max(start.0) }
    }

    fn place(&self, at: usize, edge: impl Fn(&Piece) -> u32) -> (u32, bool) {
        let index = self.pieces.partition_point(|piece| piece.at <= at).saturating_sub(1);
        match self.pieces.get(index) {
            Some(piece) if piece.literal => (piece.span.start + (at - piece.at) as u32, true),
            Some(piece) => (edge(piece), false),
            None => (0, false),
        }
    }

    /// Whether the source writes these words literally, so that they can be replaced there.
    pub fn is_literal(&self, range: &Range<usize>, source: &Source) -> bool {
        source.slice(self.span(range.clone())) == &self.text[range.clone()]
    }
}

/// The lines of a document, in reading order; those of an easy-read version begin with its title and what it is about.
pub fn lines(document: &Document) -> Vec<Line> {
    let mut gather = Gather { document, lines: Vec::new(), current: None, block: 0 };
    if document.version == Version::EasyRead {
        gather.front("title", &document.front.title, Role::Heading);
        gather.front("about", &document.front.about, Role::About);
    }
    document.each_block(&mut |block| gather.block(block));
    gather.lines
}

struct Gather<'a> {
    document: &'a Document,
    lines: Vec<Line>,
    current: Option<Line>,
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
        // YAML may write it between quotes, or over several lines.
        let piece = match source.find(words.trim()) {
            Some(at) if !words.trim().is_empty() => {
                let start = value.start as usize + at;
                Piece { at: 0, span: Span::from(start..start + words.trim().len()), literal: true }
            }
            _ => Piece { at: 0, span: value, literal: false },
        };
        let text = words.trim().to_owned();
        self.current = Some(Line { text, role, block: self.block, pieces: vec![piece] });
        self.end_line();
        self.block += 1;
    }

    fn content(&mut self, content: &Content, role: Role) {
        self.inlines(content.inlines(), role);
        self.end_line();
    }

    fn inlines(&mut self, inlines: Inlines<'_>, role: Role) {
        for inline in inlines {
            match inline.kind {
                InlineKind::Text(text) | InlineKind::Code(text) => self.text(text, inline.span, role),
                InlineKind::SoftBreak { .. } | InlineKind::HardBreak => self.end_line(),
                InlineKind::Emphasis(children)
                | InlineKind::Strong(children)
                | InlineKind::Deleted(children)
                | InlineKind::Html { children, .. }
                | InlineKind::Link { children, .. } => self.inlines(children, role),
                InlineKind::Image { .. } | InlineKind::NoteMark { .. } | InlineKind::Checkbox(_) => {}
            }
        }
    }

    fn text(&mut self, text: Text<'_>, around: Span, role: Role) {
        let block = self.block;
        let line =
            self.current.get_or_insert_with(|| Line { text: String::new(), role, block, pieces: Vec::new() });
        let (span, literal) = match text {
            Text::Source(span) => (span, true),
            Text::Owned(_) => (around, false),
        };
        line.pieces.push(Piece { at: line.text.len(), span, literal });
        line.text.push_str(text.resolve(&self.document.source));
    }

    fn end_line(&mut self) {
        self.lines.extend(self.current.take().filter(|line| !line.text.trim().is_empty()));
    }
}
