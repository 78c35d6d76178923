//! The words of a text line by line, without markup, and the way back to their bytes.
//!
//! In: words in reading order, each with its place. Out: lines as readers see them, each knowing for every word where the
//! source writes it.

use std::ops::{Range, RangeInclusive};

use crate::source::{Source, Span, slice};

/// What a line is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A heading.
    Heading,
    /// A paragraph.
    Words,
    /// A paragraph in an item of a list.
    Item,
    /// A cell or a caption.
    Table,
    /// The sentence of the front matter that says which document an easy-read version is of.
    About,
}

impl Role {
    /// Whether it is running text.
    pub fn is_running(self) -> bool {
        matches!(self, Role::Words | Role::Item)
    }
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

/// About how many bytes of source there are for a piece, and for a line.
const A_PIECE: usize = 48;
const A_LINE: usize = 128;

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
    /// Whether they are code.
    code: bool,
}

impl Prose {
    /// No lines yet, and room for this many bytes of words.
    pub fn with_room(bytes: usize) -> Self {
        let (pieces, lines) = (Vec::with_capacity(bytes / A_PIECE), Vec::with_capacity(bytes / A_LINE));
        Self { text: String::with_capacity(bytes), pieces, lines }
    }

    /// Adds words to the line that is being put together. `literal` says that the source has them so at this place, byte
    /// for byte.
    pub fn push(&mut self, words: &str, span: Span, literal: bool) {
        self.pieces.push(Piece { at: self.text.len(), span, literal, code: false });
        self.text.push_str(words);
    }

    /// Says that the words added last are code.
    pub fn last_is_code(&mut self) {
        self.pieces.iter_mut().next_back().into_iter().for_each(|piece| piece.code = true);
    }

    /// Whether a byte of the text is code.
    pub fn is_code(&self, at: usize) -> bool {
        let after = self.pieces.partition_point(|piece| piece.at <= at);
        after.checked_sub(1).and_then(|index| self.pieces.get(index)).is_some_and(|piece| piece.code)
    }

    /// Ends the line, which is kept if it has any words.
    pub fn end_line(&mut self, role: Role, block: usize) {
        let begun = self.lines.last().map_or(0, |last| last.pieces.end);
        let Some(first) = self.pieces.get(begun) else { return };
        let start = first.at;
        if slice(&self.text, start..).trim_start().is_empty() {
            self.text.truncate(start);
            self.pieces.truncate(begun);
            return;
        }
        let (text, pieces) = (start..self.text.len(), begun..self.pieces.len());
        self.lines.push(Extent { text, pieces, role, block });
        self.text.push('\n');
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

    /// The lines that share a byte with a place in the text, or hold it when it is empty.
    pub fn lines_of(&self, place: Range<usize>) -> RangeInclusive<usize> {
        let line = |at: usize| self.line_at(at).unwrap_or_default();
        line(place.start)..=line(place.end.saturating_sub(1).max(place.start))
    }

    /// Where words of the text stand in the source; they are all of one line.
    pub fn span(&self, range: Range<usize>) -> Span {
        span(&self.pieces, range)
    }

    fn line_of(&self, extent: &Extent) -> Line<'_> {
        Line {
            text: slice(&self.text, extent.text.clone()),
            role: extent.role,
            block: extent.block,
            at: extent.text.start,
            pieces: self.pieces.get(extent.pieces.clone()).unwrap_or_default(),
        }
    }
}

impl Line<'_> {
    /// Where words of the line stand in the source.
    pub fn span(&self, range: Range<usize>) -> Span {
        span(self.pieces, self.at + range.start..self.at + range.end)
    }

    /// A place of this line as one of the text.
    pub fn place(&self, part: &Range<usize>) -> Range<usize> {
        self.at + part.start..self.at + part.end
    }

    /// A place of the text, which is in this line, as one of the line.
    pub fn part(&self, place: Range<usize>) -> Range<usize> {
        place.start - self.at..place.end - self.at
    }

    /// Whether the source writes these words literally, so that they can be replaced there.
    pub fn is_literal(&self, range: &Range<usize>, source: &Source) -> bool {
        source.slice(self.span(range.clone())) == slice(self.text, range.clone())
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
