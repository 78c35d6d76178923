//! Long descriptions: what a picture shows, in as many words, lists and tables as it takes.
//!
//! Markdown has no form for them. `<details>` just after a picture, whose `<summary>` begins or ends with the language's words for it
//! (`长描述`, `Long description`), is that of the picture: every reader of Markdown shows it below the picture, closed or open.
//!
//! In: the blocks of a text. Out: the same, where each picture and its description know each other by a number. Found: a description
//! that no picture stands before, a second one, one without words, and one that is a single block of HTML.

use std::sync::Arc;

use crate::document::{Block, BlockKind, Figure, Wrapped, words_between_tags};
use crate::finding::Finding;
use crate::languages::Language;
use crate::source::{Source, Span, slice};

/// Binds descriptions to their pictures, one text after the other.
pub struct Descriptions<'a> {
    pub source: &'a Arc<Source>,
    pub language: &'a Language,
    /// Whether it is an easy-read version, which has none.
    pub is_easy_read: bool,
    /// How many there are so far.
    pub count: u32,
    pub findings: &'a mut Vec<Finding>,
}

impl Descriptions<'_> {
    /// Looks through these blocks and all inside them.
    pub fn bind(&mut self, blocks: &mut [Block]) {
        // Most texts have none.
        if memchr::memmem::find(self.source.text().as_bytes(), b"<").is_none() {
            return;
        }
        for at in 0..blocks.len() {
            let (before, from) = blocks.split_at_mut(at);
            let Some(block) = from.first_mut() else { return };
            match &mut block.kind {
                BlockKind::Wrapped(wrapped) if self.is_description(wrapped) => {
                    wrapped.description = self.description(before.last_mut(), wrapped, block.span);
                    self.bind(&mut wrapped.blocks);
                }
                BlockKind::Wrapped(wrapped) => self.bind(&mut wrapped.blocks),
                BlockKind::Quote { blocks, .. } => self.bind(blocks),
                BlockKind::List { items, .. } => {
                    items.iter_mut().for_each(|item| self.bind(&mut item.blocks))
                }
                BlockKind::Definitions(list) => {
                    let meanings = list.iter_mut().flat_map(|definition| &mut definition.meanings);
                    meanings.for_each(|meaning| self.bind(meaning));
                }
                BlockKind::Html(html) => self.single_block(html, block.span),
                _ => {}
            }
        }
    }

    /// The number of a description, which the block before it gets too.
    fn description(&mut self, before: Option<&mut Block>, wrapped: &Wrapped, span: Span) -> Option<u32> {
        let place = self.first_line(span);
        if self.is_easy_read {
            let help = "Say what the picture shows in the sentences beside it.";
            self.unread(place, "an easy-read version has no long descriptions", help);
            return None;
        }
        if !has_words(wrapped) {
            let message = "this long description has no words";
            let help = "Say below its summary what the picture shows, or take it out.";
            self.findings
                .push(Finding::error("markdown/empty-description", self.source, place, message).help(help));
        }
        let number = self.count + 1;
        match before.map(|block| &mut block.kind) {
            Some(BlockKind::Wrapped(other)) if other.is("details") && other.description.is_some() => {
                let help = "Write both as one, with one summary.";
                self.unread(place, "the picture before this has a long description already", help);
                return None;
            }
            Some(BlockKind::Figure(figure)) => figure.description = Some(number),
            Some(BlockKind::Wrapped(figure)) if figure.is("figure") => figure.description = Some(number),
            Some(kind) => match kind {
                BlockKind::Paragraph(content) if content.lone_picture().is_some() => {
                    let picture = std::mem::take(content);
                    let figure = Figure { picture, caption: None, description: Some(number) };
                    *kind = BlockKind::Figure(Box::new(figure));
                }
                _ => return self.without_picture(place),
            },
            None => return self.without_picture(place),
        }
        self.count = number;
        Some(number)
    }

    fn without_picture(&mut self, place: Span) -> Option<u32> {
        let help = "Put it just after the picture, which stands alone between blank lines.";
        self.unread(place, "no picture stands before this long description", help);
        None
    }

    fn unread(&mut self, place: Span, message: &str, help: &str) {
        self.findings
            .push(Finding::error("markdown/unread-description", self.source, place, message).help(help));
    }

    fn first_line(&self, span: Span) -> Span {
        let line = self.source.slice(span).lines().next().unwrap_or_default();
        Span { start: span.start, end: span.start + line.len() as u32 }
    }

    /// What holds no Markdown is read as one piece, in which nothing is looked for.
    fn single_block(&mut self, html: &str, span: Span) {
        let Some(inside) = html.trim_start().strip_prefix("<details") else { return };
        let inside = inside.find('>').map_or("", |end| slice(inside, end + 1..));
        if self.is_summary(inside) {
            let help = "Put a blank line after “</summary>” and one before “</details>”.";
            let message = "this long description is a single block of HTML, and belongs to no picture";
            self.unread(self.first_line(span), message, help);
        }
    }

    fn is_description(&self, wrapped: &Wrapped) -> bool {
        let Some(Block { kind: BlockKind::Html(html), .. }) = wrapped.blocks.first() else { return false };
        wrapped.is("details") && self.is_summary(html)
    }

    /// Whether HTML begins with a summary that says that a long description follows.
    fn is_summary(&self, html: &str) -> bool {
        let html = html.trim_start();
        if !html.starts_with("<summary") {
            return false;
        }
        let Some(end) = html.find("</summary>") else { return false };
        let words = words_between_tags(slice(html, ..end)).to_lowercase();
        let words = words.trim_matches(|c: char| !c.is_alphanumeric());
        let own = self.language.description_words();
        own.iter().map(|own| own.to_lowercase()).any(|own| words.starts_with(&own) || words.ends_with(&own))
    }
}

/// Whether anything stands below the summary.
fn has_words(details: &Wrapped) -> bool {
    let says = |html: &str| words_between_tags(html).contains(char::is_alphanumeric);
    details.blocks.iter().enumerate().any(|(at, block)| match &block.kind {
        BlockKind::Html(html) if at == 0 => says(html.split_once("</summary>").map_or("", |(_, rest)| rest)),
        BlockKind::Html(html) => says(html),
        BlockKind::ThematicBreak => false,
        _ => true,
    })
}
