//! The model in the middle: what a document says, free of Markdown and of HTML.
//!
//! `parse` makes it, `check` reads it, every output is written from it. Text stays in the source file and is
//! named by its span wherever the source says it literally; [`Document::text`] looks it up.

mod bars;
mod block;
mod easy_read;
mod inlines;
mod name;
pub mod outline;
mod resolution;
mod sanitised;
pub mod shifted;

use std::collections::HashSet;
use std::sync::{Arc, OnceLock};

use crate::front_matter::FrontMatter;
use crate::lang::Lang;
use crate::source::{Source, Span};

pub use bars::Bars;
pub use block::{
    Alignment, Block, BlockKind, Cell, Code, Definition, Figure, Item, Notice, Table, Wrapped, each_block,
    each_row, numbers,
};
pub use easy_read::{EasyRead, Idea, PartReference, Section};
pub use inlines::{Builder, Content, Element, Inline, InlineKind, Inlines, Open, Reference, Tags, Text};
pub use name::Name;
pub use outline::{NamedPart, PartContent, PartName, units};
pub use resolution::{Paragraph, ParagraphId, Resolution, ResolutionPart, articles};
pub use sanitised::{attribute, integer, unescaped, words_between_tags};

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

    /// The same as they are said in a title or an attribute: `10³` is not `103`, and what is struck out is not said.
    pub fn said<'a>(&self, inlines: impl Into<Inlines<'a>>) -> String {
        let mut out = String::new();
        inlines.into().push_said(&self.source, &mut out);
        out
    }

    /// The first words of these blocks, at most so many characters; empty where they have none.
    pub fn beginning(&self, blocks: &[Block], most: usize) -> String {
        let mut words = String::new();
        each_block(blocks, &mut |block| {
            if !words.trim().is_empty() {
                return;
            }
            block.each_inline(&mut |inline| match &inline.kind {
                InlineKind::Text(text) | InlineKind::Code(text) => words.push_str(self.text(text)),
                InlineKind::SoftBreak { joins: false } | InlineKind::HardBreak => words.push(' '),
                _ => {}
            });
        });
        let words = words.trim();
        let Some((at, _)) = words.char_indices().nth(most) else { return words.to_owned() };
        let shown = words.get(..at).unwrap_or(words);
        // Chinese has no blanks to cut at.
        let whole = shown.rsplit_once(' ').map_or(shown, |(whole, _)| whole);
        [whole.trim_end(), "…"].concat()
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

    /// Calls `visit` for all blocks that stand beside each other, for each place where some do.
    pub fn each_row<'a>(&'a self, visit: &mut dyn FnMut(&'a [Block])) {
        match &self.body {
            Body::Flow(blocks) => each_row(blocks, visit),
            Body::Resolution(resolution) => {
                each_row(&resolution.before, visit);
                each_row_of(&resolution.preamble, visit);
                each_row_of(&resolution.operative, visit);
                each_row(&resolution.after, visit);
            }
            Body::EasyRead(easy) => {
                let ideas = easy.sections.iter().flat_map(|section| &section.ideas);
                ideas.for_each(|idea| each_row(&idea.blocks, visit));
            }
        }
        self.notes.iter().for_each(|note| each_row(&note.blocks, visit));
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

/// Calls `visit` for every block of these paragraphs, outer before inner, in reading order.
pub fn each_paragraph<'a>(paragraphs: &'a [Paragraph], visit: &mut dyn FnMut(&'a Block)) {
    for paragraph in paragraphs {
        each_block(&paragraph.blocks, visit);
        each_paragraph(&paragraph.children, visit);
        each_block(&paragraph.closing, visit);
    }
}

fn each_row_of<'a>(paragraphs: &'a [Paragraph], visit: &mut dyn FnMut(&'a [Block])) {
    for paragraph in paragraphs {
        each_row(&paragraph.blocks, visit);
        each_row_of(&paragraph.children, visit);
        each_row(&paragraph.closing, visit);
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
