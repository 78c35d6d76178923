//! The parts of annexes: their headings, and the numbers of the lists and articles below each.
//!
//! In: a resolution or an act. Out: its parts from the first heading behind the last paragraph or article on, in reading order. What
//! stands there without a heading is no annex.

use std::collections::HashMap;

use crate::document::{Block, BlockKind, Body, Content, Document, Paragraph, numbers};
use crate::source::Span;

/// What one part is, alike in every language.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Key {
    /// The how manieth heading it stands below, or is.
    heading: usize,
    /// Its number, with those around it; nothing for the heading itself.
    numbers: Vec<String>,
    /// How often this number stood below the heading before.
    before: usize,
}

impl Key {
    /// Its number with those around it, such as `2.1`; `None` for a heading.
    pub(super) fn number(&self) -> Option<String> {
        (!self.numbers.is_empty()).then(|| self.numbers.join("."))
    }
}

/// A part, where it stands, and the heading it stands below.
pub(super) struct Part<'a> {
    pub key: Key,
    pub span: Span,
    pub heading: &'a Content,
}

/// The parts of the annexes of a text.
pub(super) fn parts(document: &Document) -> Vec<Part<'_>> {
    let blocks = match &document.body {
        Body::Resolution(resolution) => resolution.after.as_slice(),
        Body::Flow(blocks) => {
            let last = blocks.iter().rposition(|block| matches!(block.kind, BlockKind::Article(_)));
            last.and_then(|last| blocks.get(last + 1..)).unwrap_or_default()
        }
        Body::EasyRead(_) => &[],
    };
    let mut finder = Finder::default();
    for block in blocks {
        if let BlockKind::Heading { content, .. } = &block.kind {
            finder.heading = Some(content);
            finder.headings += 1;
            finder.said.clear();
            finder.add(&[], block.span);
        }
        finder.block(block, &[]);
    }
    finder.parts
}

#[derive(Default)]
struct Finder<'a> {
    heading: Option<&'a Content>,
    headings: usize,
    /// How often each number stood below the heading.
    said: HashMap<Vec<String>, usize>,
    parts: Vec<Part<'a>>,
}

impl<'a> Finder<'a> {
    fn add(&mut self, numbers: &[String], span: Span) {
        let Some(heading) = self.heading else { return };
        let before = self.said.entry(numbers.to_vec()).or_default();
        let key = Key { heading: self.headings, numbers: numbers.to_vec(), before: *before };
        *before += 1;
        self.parts.push(Part { key, span, heading });
    }

    fn block(&mut self, block: &'a Block, around: &[String]) {
        match &block.kind {
            BlockKind::List { items, ordered: true } => {
                for (item, number) in items.iter().zip(numbers(items)) {
                    let own = [around, &[number.to_string()]].concat();
                    self.add(&own, item.span);
                    item.blocks.iter().for_each(|inner| self.block(inner, &own));
                }
            }
            BlockKind::Article(article) => self.paragraph(article, around),
            _ => {}
        }
    }

    fn paragraph(&mut self, paragraph: &'a Paragraph, around: &[String]) {
        let own = [around, &[paragraph.id.to_string()]].concat();
        self.add(&own, paragraph.span);
        paragraph.children.iter().for_each(|child| self.paragraph(child, around));
    }
}
