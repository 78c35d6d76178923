//! Running text as elements: stress, links, pictures, marks of notes and of pages.
//!
//! In: inlines. Out: elements with names of HTML. A note stands where it is marked first; other marks refer to it.

use super::collect::Collector;
use super::tree::Element;
use crate::address::Address;
use crate::document::{Inline, InlineKind, Inlines, Version};
use crate::formats::text::name;
use crate::formats::version::{leads_to, on_the_web};
use crate::library::Target;
use crate::pictures::CONCEPT;
use crate::render::html::PAGE_ID;

impl Collector<'_> {
    /// Collects inlines in order.
    pub fn inlines<'c>(&mut self, inlines: impl Into<Inlines<'c>>) {
        inlines.into().for_each(|inline| self.inline(&inline));
    }

    fn inline(&mut self, inline: &Inline<'_>) {
        let document = self.document;
        match inline.kind {
            InlineKind::Text(words) => self.say(document.text(&words)),
            InlineKind::Code(words) => {
                self.within(Element::new("code"), |out| out.say(document.text(&words)));
            }
            InlineKind::Emphasis(children) => self.within(Element::new("em"), |out| out.inlines(children)),
            InlineKind::Strong(children) => self.within(Element::new("b"), |out| out.inlines(children)),
            InlineKind::Deleted(children) => self.within(Element::new("del"), |out| out.inlines(children)),
            InlineKind::Link { target, children } => self.link(document.text(&target), children),
            InlineKind::Image { target, alt } => self.image(document.text(&target), document.said(alt)),
            InlineKind::NoteMark { label, .. } => self.note_mark(document.text(&label)),
            InlineKind::Html { tags, children } => {
                if name(tags.open) == "br" {
                    return self.builder.add(Element::new("br"));
                }
                let depth = self.builder.depth();
                self.html(tags.open, depth);
                self.inlines(children);
                self.builder.end_to(depth);
            }
            InlineKind::Checkbox(ticked) => {
                let label = self.labels.get(if ticked { "task-done" } else { "task-open" });
                let label = format!("{label}{}", self.labels.get("colon"));
                self.within(Element::new("b"), |out| out.say(&label));
            }
            InlineKind::SoftBreak { .. } if self.has_sentences => self.builder.add(Element::new("br")),
            InlineKind::SoftBreak { joins: true } => {}
            InlineKind::SoftBreak { joins: false } => self.builder.say(" "),
            InlineKind::HardBreak => self.builder.add(Element::new("br")),
        }
    }

    fn link(&mut self, target: &str, children: Inlines<'_>) {
        let document = self.document;
        let element = match self.renderer.library.resolve(document, target) {
            Target::Page { text, fragment: Some(fragment) } if std::ptr::eq(text, document) => {
                Element::new("ref").with("href", format!("#{fragment}"))
            }
            Target::Fragment(fragment) => Element::new("ref").with("href", format!("#{fragment}")),
            Target::PageBreak(page) => {
                let mut mark = Element::new("eop").with("number", page);
                mark.id = Some(format!("{PAGE_ID}{page}"));
                self.builder.add(mark);
                Element::new("span")
            }
            target => {
                let name = if matches!(target, Target::External(_)) { "a" } else { "ref" };
                match leads_to(self.renderer, document, target) {
                    Some(address) => Element::new(name).with("href", address),
                    None => Element::new("span"),
                }
            }
        };
        self.within(element, |out| out.inlines(children));
    }

    /// A picture at its address, or its words where nobody knows that.
    fn image(&mut self, target: &str, mut alternative: String) {
        let library = self.renderer.library;
        let path = match target.strip_prefix(CONCEPT) {
            Some(concept) => {
                let picture = library.pictures.get(concept);
                // Beside words that say the same, as in an easy-read version, a picture is silent.
                if alternative.is_empty() && self.document.version == Version::Official {
                    let shown = picture.and_then(|picture| picture.alternative(&self.document.lang));
                    alternative = shown.unwrap_or_default().to_owned();
                }
                picture.map(|picture| picture.path())
            }
            None => match library.resolve(self.document, target) {
                Target::Asset { path, .. } => Some(path),
                _ => None,
            },
        };
        let path = path.filter(|path| library.published_asset(path).is_some());
        let address = path.map(|path| {
            let address = Address::file(path);
            on_the_web(self.renderer, &address).unwrap_or_else(|| format!("/{path}"))
        });
        match address {
            Some(address) => {
                let address = address.replace(' ', "%20");
                let picture = Element::new("img").with("src", address).with("alt", alternative.trim());
                self.builder.add(picture);
            }
            None => self.say(alternative.trim()),
        }
    }

    fn note_mark(&mut self, label: &str) {
        let document = self.document;
        let Some((at, _)) = document.note(label) else { return };
        if self.noted.contains(&(std::ptr::from_ref(document), at)) {
            let mark = Element::new("noteRef").with("href", format!("#{}", note_id(at)));
            return self.builder.add(mark.with("marker", (at + 1).to_string()));
        }
        self.note(at);
    }

    fn note(&mut self, at: usize) {
        let document = self.document;
        let Some(note) = document.notes.get(at) else { return };
        self.noted.insert((std::ptr::from_ref(document), at));
        let mut element = Element::new("note").with("marker", (at + 1).to_string());
        element.id = Some(note_id(at));
        let had_sentences = std::mem::take(&mut self.has_sentences);
        self.within(element, |out| out.write_blocks(&note.blocks));
        self.has_sentences = had_sentences;
    }

    /// The notes that nothing marks.
    pub fn notes_apart(&mut self) {
        let document = self.document;
        for at in 0..document.notes.len() {
            if !self.noted.contains(&(std::ptr::from_ref(document), at)) {
                self.within(Element::new("p"), |out| out.note(at));
            }
        }
    }
}

/// The id of a note by its place.
fn note_id(at: usize) -> String {
    format!("note-{}", at + 1)
}
