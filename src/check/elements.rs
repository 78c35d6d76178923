//! The headings, tables, links and pictures of a text, as the rules look at them.

use crate::document::{Block, Document, Figure, Inline, InlineKind, Inlines, PAGE_BREAK, Table, Text};
use crate::pictures::CONCEPT;
use crate::source::Span;

/// What a text has besides words, each kind in reading order.
#[derive(Debug, Default)]
pub struct Elements<'a> {
    /// The headings.
    pub headings: Vec<Heading<'a>>,
    /// The tables, each with its block.
    pub tables: Vec<(&'a Block, &'a Table)>,
    /// The pictures with a caption or a long description, each with its block.
    pub figures: Vec<(&'a Block, &'a Figure)>,
    /// The links, beginnings of pages among them.
    pub links: Vec<Link<'a>>,
    /// The pictures.
    pub pictures: Vec<Picture<'a>>,
    /// The marks that lead to notes.
    pub note_marks: Vec<Inline<'a>>,
    /// Where a line of the source ends between two characters that stand together.
    pub joins: Vec<Span>,
}

/// A heading.
#[derive(Debug)]
pub struct Heading<'a> {
    /// Its block.
    pub block: &'a Block,
    /// Its level, from 1.
    pub level: u8,
    /// Its words.
    pub content: Inlines<'a>,
}

/// A link.
#[derive(Debug)]
pub struct Link<'a> {
    /// Where it stands.
    pub span: Span,
    /// Where it leads, as written.
    pub target: &'a str,
    /// Where that is written.
    pub target_span: Span,
    /// Its words.
    pub content: Inlines<'a>,
}

impl Link<'_> {
    /// Whether it only says that a page of the printed document begins here.
    pub fn is_page_break(&self) -> bool {
        self.target.starts_with(PAGE_BREAK)
    }
}

/// A picture.
#[derive(Debug)]
pub struct Picture<'a> {
    /// Where it stands.
    pub span: Span,
    /// What it names, as written.
    pub target: &'a str,
    /// Where that is written.
    pub target_span: Span,
    /// Its alternative text.
    pub alt: Inlines<'a>,
}

impl Picture<'_> {
    /// Whether it names what it shows and leaves the file to `pictures.yaml`.
    pub fn is_concept(&self) -> bool {
        self.target.starts_with(CONCEPT)
    }
}

impl<'a> Elements<'a> {
    /// Adds an inline, if it is one of these; those inside it are added by themselves.
    pub fn add(&mut self, document: &'a Document, inline: Inline<'a>) {
        let span = inline.span;
        let place = |target| match target {
            Text::Source(place) => place,
            Text::Owned(_) => span,
        };
        match inline.kind {
            InlineKind::Link { target, children: content } => {
                let (target, target_span) = (document.text(&target), place(target));
                self.links.push(Link { span, target, target_span, content });
            }
            InlineKind::Image { target, alt } => {
                let (target, target_span) = (document.text(&target), place(target));
                self.pictures.push(Picture { span, target, target_span, alt });
            }
            InlineKind::NoteMark { .. } => self.note_marks.push(inline),
            InlineKind::SoftBreak { joins: true } => self.joins.push(span),
            _ => {}
        }
    }
}
