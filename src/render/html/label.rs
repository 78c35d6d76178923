//! Words of a text where they stand again: headings in contents and links, sentences on cards.
//!
//! In: inlines. Out: their words as HTML with what changes their meaning or their language: what is raised, lowered or struck out,
//! which language and direction a part has. Links, stress and pictures are of the place that they come from.

use std::ops::Range;

use super::direction::with_directions;
use super::{Form, text};
use crate::document::{Content, Document, InlineKind, Inlines};
use crate::source::slice;

/// Words of a text where they stand again.
#[derive(Debug, Clone)]
pub struct Label {
    /// The words where no markup can stand.
    pub words: String,
    /// The same as HTML.
    pub html: String,
}

impl Label {
    /// A heading. One without words has none.
    pub fn of(document: &Document, form: Form<'_>, heading: &Content) -> Option<Self> {
        let plain = document.plain(heading);
        if plain.trim().is_empty() {
            return None;
        }
        let html = part(document, form, heading, 0..usize::MAX);
        // All that is struck out is still a name.
        let words = Some(document.said(heading)).filter(|words| !words.trim().is_empty()).unwrap_or(plain);
        Some(Self { words, html })
    }
}

/// The lines of a paragraph: the words of each without markup, and where in the paragraph they begin, for [`part`].
pub fn lines(document: &Document, content: &Content) -> Vec<(usize, String)> {
    let mut lines = vec![(0, String::new())];
    let mut at = 0;
    for inline in content.inlines().and_inside() {
        match inline.kind {
            InlineKind::Text(words) | InlineKind::Code(words) => {
                let words = document.text(&words);
                at += words.len();
                if let Some((_, line)) = lines.last_mut() {
                    line.push_str(words);
                }
            }
            InlineKind::SoftBreak { .. } | InlineKind::HardBreak => {
                at += 1;
                lines.push((at, String::new()));
            }
            _ => {}
        }
    }
    lines
}

/// A part of a paragraph as HTML; the range counts the bytes of its words, and one for each end of a line.
pub fn part(document: &Document, form: Form<'_>, content: &Content, range: Range<usize>) -> String {
    let mut writer = LabelWriter { document, form, range, at: 0, out: String::new() };
    writer.inlines(content.into());
    writer.out
}

struct LabelWriter<'a> {
    document: &'a Document,
    form: Form<'a>,
    range: Range<usize>,
    /// How many bytes of the words were passed.
    at: usize,
    out: String,
}

impl LabelWriter<'_> {
    fn inlines(&mut self, inlines: Inlines<'_>) {
        inlines.for_each(|inline| match inline.kind {
            InlineKind::Text(words) | InlineKind::Code(words) => self.words(self.document.text(&words)),
            InlineKind::Emphasis(children)
            | InlineKind::Strong(children)
            | InlineKind::Link { children, .. }
            | InlineKind::Image { alt: children, .. } => self.inlines(children),
            InlineKind::Deleted(children) => self.element("<del>", "</del>", children),
            InlineKind::Html { tags, children } => {
                let says = [" lang=", " dir="].iter().any(|attribute| tags.open.contains(attribute));
                let changes = matches!(tags.name(), "del" | "s" | "sub" | "sup");
                match (says || changes) && !tags.close.is_empty() {
                    true => self.element(tags.open, tags.close, children),
                    false => self.inlines(children),
                }
            }
            InlineKind::SoftBreak { joins } => self.line_end(joins),
            InlineKind::HardBreak => self.line_end(false),
            InlineKind::NoteMark { .. } | InlineKind::Checkbox(_) => {}
        });
    }

    fn words(&mut self, words: &str) {
        let within = |place: usize| place.saturating_sub(self.at).min(words.len());
        let shown = within(self.range.start)..within(self.range.end);
        text(slice(words, shown), &mut self.out);
        self.at += words.len();
    }

    /// An element of which nothing stands in the range is not written.
    fn element(&mut self, open: &str, close: &str, children: Inlines<'_>) {
        let start = self.out.len();
        let open = with_directions(open, self.document.lang.direction());
        self.form.raw(&open, &mut self.out);
        let empty = self.out.len();
        self.inlines(children);
        match self.out.len() == empty {
            true => self.out.truncate(start),
            false => self.out.push_str(close),
        }
    }

    fn line_end(&mut self, joins: bool) {
        if !joins && self.range.contains(&self.at) {
            self.out.push(' ');
        }
        self.at += 1;
    }
}
