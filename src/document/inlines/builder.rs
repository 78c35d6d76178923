//! Building a list of inlines, outer before inner, as a parser meets them.

use super::packed::{PackedInline, Tag};
use super::{Content, Kept, Spelled, Tags, Text};
use crate::source::{Source, Span};

/// Makes contents, one after the other; the room it grows is kept for the next.
#[derive(Debug, Default)]
pub struct Builder {
    entries: Vec<PackedInline>,
    spelled: Vec<Box<str>>,
    /// Whether the last entry is a text that another may go on with: both stand in the same element.
    goes_on: bool,
}

/// An element that is open in a [`Builder`].
#[derive(Debug)]
#[must_use]
pub struct Open(usize);

/// The elements with nothing but children.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as in `InlineKind`")]
pub enum Element {
    Emphasis,
    Strong,
    Deleted,
}

/// The elements with a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as in `InlineKind`")]
pub enum Reference {
    Link,
    Image,
}

impl Builder {
    fn push(&mut self, span: Span, tag: Tag, number: usize) {
        self.entries.push(PackedInline::new(span, tag, number));
        self.goes_on = false;
    }

    fn spell(&mut self, text: &str) -> usize {
        self.spelled.push(text.into());
        self.spelled.len() - 1
    }

    fn aside(&mut self, text: Text<'_>) {
        match text {
            Text::Source(span) => self.push(span, Tag::Aside, 0),
            Text::Owned(text) => {
                let number = self.spell(text);
                self.push(Span::default(), Tag::SpelledAside, number);
            }
        }
    }

    /// Adds text the source has at `span`; text that goes on where the last one ended becomes one with it.
    pub fn text(&mut self, span: Span) {
        match self.entries.last_mut() {
            Some(last) if self.goes_on && last.span.end == span.start => last.span.end = span.end,
            _ => {
                self.push(span, Tag::Text, 0);
                self.goes_on = true;
            }
        }
    }

    /// Adds text that stays by itself, such as a line of code.
    pub fn line(&mut self, span: Span) {
        self.push(span, Tag::Text, 0);
    }

    /// Adds text that the source spells differently at `span`.
    pub fn spelled_text(&mut self, span: Span, text: &str) {
        let number = self.spell(text);
        self.push(span, Tag::SpelledText, number);
    }

    /// Adds code.
    pub fn code(&mut self, span: Span, words: Text<'_>) {
        self.push(span, Tag::Code, 1);
        self.aside(words);
    }

    /// Adds the mark of a note.
    pub fn note_mark(&mut self, span: Span, label: &str, occurrence: u32, source: &Source) {
        let written = source.slice(span).strip_prefix("[^").and_then(|rest| rest.strip_suffix(']'));
        if written == Some(label) {
            return self.push(span, Tag::NoteMark, occurrence as usize);
        }
        self.push(span, Tag::SpelledNoteMark, occurrence as usize);
        self.aside(Text::Owned(label));
    }

    /// Adds the box of a task.
    pub fn checkbox(&mut self, span: Span, ticked: bool) {
        self.push(span, Tag::Checkbox, usize::from(ticked));
    }

    /// Adds the end of a source line.
    pub fn soft_break(&mut self, span: Span, joins: bool) {
        self.push(span, Tag::SoftBreak, usize::from(joins));
    }

    /// Adds a line break.
    pub fn hard_break(&mut self, span: Span) {
        self.push(span, Tag::HardBreak, 0);
    }

    /// Begins an element.
    pub fn open(&mut self, span: Span, element: Element) -> Open {
        let tag = match element {
            Element::Emphasis => Tag::Emphasis,
            Element::Strong => Tag::Strong,
            Element::Deleted => Tag::Deleted,
        };
        self.push(span, tag, 0);
        Open(self.entries.len() - 1)
    }

    /// Begins a link or a picture.
    pub fn open_reference(&mut self, span: Span, reference: Reference, target: Text<'_>) -> Open {
        self.push(span, if reference == Reference::Link { Tag::Link } else { Tag::Image }, 0);
        self.aside(target);
        Open(self.entries.len() - 2)
    }

    /// Begins an element with tags of its own.
    pub fn open_html(&mut self, span: Span, tags: Tags<'_>) -> Open {
        self.push(span, Tag::Html, 0);
        let number = self.spell(tags.open);
        self.spell(tags.close);
        self.push(Span::default(), Tag::SpelledAside, number);
        Open(self.entries.len() - 2)
    }

    /// Ends an element that was begun after all those that are still open.
    pub fn close(&mut self, Open(at): Open) {
        let inside = self.entries.len() - at - 1;
        let entry = &mut self.entries[at];
        *entry = PackedInline::new(entry.span, entry.tag(), inside);
        self.goes_on = false;
    }

    /// Ends an element where its closing tag stands.
    pub fn close_html(&mut self, open: Open, end: Span) {
        let span = &mut self.entries[open.0].span;
        *span = span.to(end);
        self.close(open);
    }

    /// Takes away an element that is never closed; what stands in it is kept.
    pub fn dissolve_html(&mut self, Open(at): Open) {
        self.entries.drain(at..at + 2);
        self.goes_on = false;
    }

    /// The text of the source that it ends with.
    pub fn last_text(&self) -> Option<Span> {
        let (mut at, mut last) = (0, None);
        while let Some(entry) = self.entries.get(at) {
            last = Some(entry);
            at += 1 + entry.inside();
        }
        last.filter(|entry| entry.tag() == Tag::Text).map(|entry| entry.span)
    }

    /// Lets the text it ends with end earlier.
    pub fn end_text_at(&mut self, end: u32) {
        let Some(last) = self.entries.last_mut().filter(|last| last.tag() == Tag::Text) else { return };
        last.span.end = end;
        if last.span.start >= end {
            self.entries.pop();
            while self.entries.last().is_some_and(|last| last.tag() == Tag::SoftBreak) {
                self.entries.pop();
            }
        }
        self.goes_on = false;
    }

    /// What was built.
    pub fn finish(&mut self) -> Content {
        let entries = Box::from(self.entries.as_slice());
        let content = Content(match self.spelled.is_empty() {
            true => Kept::Plain(entries),
            false => Kept::Spelled(Box::new(Spelled { entries, texts: self.spelled.drain(..).collect() })),
        });
        self.entries.clear();
        self.goes_on = false;
        content
    }
}
