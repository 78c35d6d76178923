//! One walk over a text, for all rules that look at it.
//!
//! In: a document. Out: its words line by line, and its headings, tables, links and pictures. Pictures and note marks say
//! nothing, so they are no words.

use super::elements::{Elements, Heading};
use super::front;
use super::prose::{Prose, Role};
use crate::document::{Block, BlockKind, Body, Content, Document, InlineKind, Inlines, Text, Version};

/// What a text has.
#[derive(Debug)]
pub struct Reading<'a> {
    /// Its words; those of an easy-read version begin with its title and what it is about.
    pub prose: Prose,
    /// What else it has.
    pub elements: Elements<'a>,
}

impl<'a> Reading<'a> {
    /// Reads a document.
    pub fn of(document: &'a Document) -> Self {
        let prose = Prose::with_room(document.source.text().len());
        let mut walk = Walk { document, prose, elements: Elements::default(), block: 0, list_end: 0 };
        if document.version == Version::EasyRead {
            walk.front("title", &document.front.title, Role::Heading);
            walk.front("about", &document.front.about, Role::About);
        }
        document.each_block(&mut |block| walk.block(block));
        if let Body::EasyRead(easy) = &document.body {
            let pictures = easy.sections.iter().flat_map(|section| &section.ideas);
            let pictures = pictures.filter_map(|idea| idea.picture.as_ref()?.first());
            pictures.for_each(|picture| walk.elements.add(document, picture));
        }
        Self { prose: walk.prose, elements: walk.elements }
    }
}

struct Walk<'a> {
    document: &'a Document,
    prose: Prose,
    elements: Elements<'a>,
    /// How many blocks came before.
    block: usize,
    /// The byte after the last list.
    list_end: u32,
}

impl<'a> Walk<'a> {
    fn block(&mut self, block: &'a Block) {
        match &block.kind {
            BlockKind::Heading { level, content, .. } => {
                self.elements.headings.push(Heading { block, level: *level, content: content.inlines() });
                self.content(content, Role::Heading);
            }
            BlockKind::Paragraph(content) if block.span.start < self.list_end => {
                self.content(content, Role::Item)
            }
            BlockKind::Paragraph(content) => self.content(content, Role::Words),
            BlockKind::List { .. } => self.list_end = self.list_end.max(block.span.end),
            BlockKind::Table(table) => {
                self.elements.tables.push((block, table));
                for cell in table.caption.iter().chain(&table.head).chain(table.rows.iter().flatten()) {
                    self.content(cell, Role::Table);
                }
            }
            BlockKind::Figure(figure) => {
                self.elements.figures.push((block, figure));
                self.content(&figure.picture, Role::Words);
                figure.caption.iter().for_each(|caption| self.content(caption, Role::Table));
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
        match source.find(words) {
            Some(at) if !words.is_empty() => {
                let start = value.start as usize + at;
                self.prose.push(words, (start..start + words.len()).into(), true);
            }
            _ => self.prose.push(words, value, false),
        }
        self.prose.end_line(role, self.block);
        self.block += 1;
    }

    fn content(&mut self, content: &'a Content, role: Role) {
        self.inlines(content.inlines(), role);
        self.prose.end_line(role, self.block);
    }

    fn inlines(&mut self, inlines: Inlines<'a>, role: Role) {
        for inline in inlines {
            match inline.kind {
                InlineKind::Text(text) | InlineKind::Code(text) => {
                    let words = text.resolve(&self.document.source);
                    match text {
                        Text::Source(span) => self.prose.push(words, span, true),
                        Text::Owned(_) => self.prose.push(words, inline.span, false),
                    }
                    if matches!(inline.kind, InlineKind::Code(_)) {
                        self.prose.last_is_code();
                    }
                }
                InlineKind::SoftBreak { .. } => {
                    self.elements.add(self.document, inline);
                    self.prose.end_line(role, self.block);
                }
                InlineKind::HardBreak => self.prose.end_line(role, self.block),
                InlineKind::Emphasis(children)
                | InlineKind::Strong(children)
                | InlineKind::Deleted(children)
                | InlineKind::Html { children, .. } => self.inlines(children, role),
                InlineKind::Link { children, .. } => {
                    self.elements.add(self.document, inline);
                    self.inlines(children, role);
                }
                InlineKind::Image { alt, .. } => {
                    self.elements.add(self.document, inline);
                    alt.and_inside().for_each(|inside| self.elements.add(self.document, inside));
                }
                InlineKind::NoteMark { .. } => self.elements.add(self.document, inline),
                InlineKind::Checkbox(_) => {}
            }
        }
    }
}
