//! Inlines: stress, links, pictures, marks of notes and of pages.
//!
//! In: inlines. Out: runs of the paragraph that is open.

use super::writer::Writer;
use crate::document::{Inline, InlineKind, Inlines, Version};
use crate::formats::text::{bracketed, name};
use crate::library::Target;
use crate::pictures::CONCEPT;

impl Writer<'_> {
    /// Writes inlines in order.
    pub fn inlines<'c>(&mut self, inlines: impl Into<Inlines<'c>>) {
        inlines.into().for_each(|inline| self.inline(&inline));
    }

    /// Writes one inline.
    pub fn inline(&mut self, inline: &Inline<'_>) {
        let document = self.document;
        match inline.kind {
            InlineKind::Text(words) => self.say(document.text(&words)),
            InlineKind::Code(words) => {
                self.with(|look| look.style = Some("HTMLCode"), |writer| writer.say(document.text(&words)));
            }
            InlineKind::Emphasis(children) => {
                self.with(|look| look.is_stressed = true, |writer| writer.inlines(children));
            }
            InlineKind::Strong(children) => {
                self.with(|look| look.is_bold = true, |writer| writer.inlines(children))
            }
            InlineKind::Deleted(children) => {
                self.with(|look| look.is_struck = true, |writer| writer.inlines(children));
            }
            InlineKind::Link { target, children } => {
                let leads = self.leads(document.text(&target));
                self.link(leads, |writer| writer.inlines(children));
            }
            InlineKind::Image { target, alt } => self.image(document.text(&target), document.said(alt)),
            InlineKind::NoteMark { label, .. } => self.note_mark(document.text(&label)),
            InlineKind::Html { tags, children } => {
                if name(tags.open) == "br" {
                    return self.line_break();
                }
                let around = self.ruby_has_brackets;
                if name(tags.open) == "ruby" {
                    self.ruby_has_brackets = bracketed(children);
                }
                self.begin_inline(tags.open);
                self.inlines(children);
                self.end_inline();
                self.ruby_has_brackets = around;
            }
            InlineKind::Checkbox(ticked) => {
                let label = self.labels.get(if ticked { "task-done" } else { "task-open" });
                self.say_bold(&format!("{label}{}", self.labels.get("colon")));
            }
            InlineKind::SoftBreak { .. } if self.around.has_sentences => self.line_break(),
            InlineKind::SoftBreak { joins: true } => {}
            InlineKind::SoftBreak { joins: false } => self.say(" "),
            InlineKind::HardBreak => self.line_break(),
        }
    }

    /// A picture, or its words where there is none.
    fn image(&mut self, target: &str, mut alternative: String) {
        let library = self.renderer.library;
        let (path, is_concept) = match target.strip_prefix(CONCEPT) {
            Some(concept) => {
                let picture = library.pictures.get(concept);
                // Beside words that say the same, as in an easy-read version, a picture is silent.
                if alternative.is_empty() && self.document.version == Version::Official {
                    let shown = picture.and_then(|picture| picture.alternative(&self.document.lang));
                    alternative = shown.unwrap_or_default().to_owned();
                }
                (picture.map(|picture| picture.path()), true)
            }
            None => match library.resolve(self.document, target) {
                Target::Asset { path, .. } => (Some(path), false),
                _ => (None, false),
            },
        };
        let alternative = alternative.trim();
        if !path.is_some_and(|path| self.embed(path, alternative, is_concept)) {
            self.say(alternative);
        }
    }
}
