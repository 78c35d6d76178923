//! Running text: the inlines of a paragraph, a heading or a cell.
//!
//! A large site holds millions of inlines, so a [`Content`] keeps them in one list, outer before inner, twelve bytes
//! each; an element says how many of the entries after it are inside it. [`Builder`] makes the list, [`Inlines`] walks
//! it and gives out each [`Inline`]. Nobody else sees the entries.

mod builder;
mod packed;

use std::iter::FusedIterator;

use super::shifted;
use crate::source::{Source, Span};

pub use builder::{Builder, Element, Open, Reference};
use packed::{PackedInline, Tag};

/// Text that stands in the source as it is, or that Markdown spells differently (escapes, entities).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Text<'a> {
    /// The source says it literally at this place.
    Source(Span),
    /// The source spells it differently.
    Owned(&'a str),
}

impl<'a> Text<'a> {
    /// The words, looked up in the source they come from.
    pub fn resolve(self, source: &'a Source) -> &'a str {
        match self {
            Text::Source(span) => source.slice(span),
            Text::Owned(text) => text,
        }
    }
}

/// A piece of a line with its place.
#[derive(Debug, Clone, Copy)]
pub struct Inline<'a> {
    /// Where it stands, markup included.
    pub span: Span,
    /// What it is.
    pub kind: InlineKind<'a>,
}

/// The kinds of inline.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs, reason = "each variant says what its fields hold")]
pub enum InlineKind<'a> {
    /// Words.
    Text(Text<'a>),
    /// Code.
    Code(Text<'a>),
    /// Stress.
    Emphasis(Inlines<'a>),
    /// Weight.
    Strong(Inlines<'a>),
    /// Text that no longer holds.
    Deleted(Inlines<'a>),
    /// A link; the target is as written.
    Link { target: Text<'a>, children: Inlines<'a> },
    /// A picture; the target is a path or `concept:NAME`.
    Image { target: Text<'a>, alt: Inlines<'a> },
    /// A mark that leads to a note: its label and which of that note's marks it is, from 1.
    NoteMark { label: Text<'a>, occurrence: u32 },
    /// An element the sanitiser let through, with its own tags.
    Html { tags: Tags<'a>, children: Inlines<'a> },
    /// A box in a task list, ticked or not.
    Checkbox(bool),
    /// The end of a source line; `joins` where the two lines join without a space (between Chinese characters).
    SoftBreak { joins: bool },
    /// A line break the author asked for.
    HardBreak,
}

/// The tags of an element.
#[derive(Debug, Clone, Copy)]
pub struct Tags<'a> {
    /// `<span lang="en">`
    pub open: &'a str,
    /// `</span>`; empty for void elements.
    pub close: &'a str,
}

impl<'a> Tags<'a> {
    /// The name of the element, in small letters as the sanitiser writes it.
    pub fn name(&self) -> &'a str {
        let tag = self.open.strip_prefix('<').unwrap_or(self.open);
        tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default()
    }

    /// What its title says, as the sanitiser writes it.
    pub fn title(&self) -> Option<&'a str> {
        let (_, title) = self.open.split_once(" title=\"")?;
        title.split('"').next().filter(|title| !title.trim().is_empty())
    }
}

/// The inlines of one block.
#[derive(Debug, Clone)]
pub struct Content(Kept);

#[derive(Debug, Clone)]
enum Kept {
    Plain(Box<[PackedInline]>),
    /// With what the source spells differently, which most paragraphs do not have.
    Spelled(Box<Spelled>),
}

#[derive(Debug, Clone)]
struct Spelled {
    entries: Box<[PackedInline]>,
    texts: Box<[Box<str>]>,
}

impl Content {
    /// The inlines in order.
    pub fn inlines(&self) -> Inlines<'_> {
        match &self.0 {
            Kept::Plain(entries) => Inlines { entries, spelled: &[] },
            Kept::Spelled(both) => Inlines { entries: &both.entries, spelled: &both.texts },
        }
    }

    /// The first inline.
    pub fn first(&self) -> Option<Inline<'_>> {
        self.inlines().next()
    }

    /// Whether it has no inlines.
    pub fn is_empty(&self) -> bool {
        self.inlines().is_empty()
    }

    fn entries(&mut self) -> &mut Box<[PackedInline]> {
        match &mut self.0 {
            Kept::Plain(entries) => entries,
            Kept::Spelled(both) => &mut both.entries,
        }
    }

    /// Lets the text it begins with begin later, after a label for example.
    pub fn begin_at(&mut self, start: u32) {
        if let Some(first) = self.entries().first_mut().filter(|first| first.tag() == Tag::Text) {
            first.span.start = start;
        }
    }

    /// Parts the text it begins with: what stands before a place, and all after it.
    pub fn split_text(mut self, at: u32) -> [Content; 2] {
        let mut after = self.clone();
        after.begin_at(at);
        let mut before = self.take_first().unwrap_or_default();
        if let Some(first) = before.entries().first_mut() {
            first.span.end = at;
        }
        [before, after]
    }

    /// Leaves out the words that it ends with, where they are these and others stand before them.
    pub fn cut_end(&mut self, words: &str, source: &Source) -> bool {
        let is_first = self.entries().len() == 1;
        let Some(last) = self.entries().last_mut().filter(|last| last.tag() == Tag::Text) else {
            return false;
        };
        let Some(rest) = source.slice(last.span).trim_end().strip_suffix(words) else { return false };
        let rest = rest.trim_end().len() as u32;
        let is_cut = rest > 0 || !is_first;
        if is_cut {
            last.span.end = last.span.start + rest;
        }
        is_cut
    }

    /// Its words, where all of them are bold.
    pub fn all_bold(&self) -> Option<Inlines<'_>> {
        let mut inlines = self.inlines();
        match inlines.next()?.kind {
            InlineKind::Strong(words) if inlines.is_empty() => Some(words),
            _ => None,
        }
    }

    /// The picture that is all it has.
    pub fn lone_picture(&self) -> Option<Inline<'_>> {
        let mut inlines = self.inlines();
        let first = inlines.next()?;
        (inlines.is_empty() && matches!(first.kind, InlineKind::Image { .. })).then_some(first)
    }

    /// Takes the first inline out.
    pub fn take_first(&mut self) -> Option<Content> {
        let end = 1 + self.entries().first()?.inside();
        let mut taken = self.clone();
        *taken.entries() = self.entries()[..end].into();
        *self.entries() = self.entries()[end..].into();
        Some(taken)
    }
}

impl Default for Content {
    fn default() -> Self {
        Self(Kept::Plain(Box::default()))
    }
}

impl<'a> IntoIterator for &'a Content {
    type Item = Inline<'a>;
    type IntoIter = Inlines<'a>;

    fn into_iter(self) -> Inlines<'a> {
        self.inlines()
    }
}

/// Inlines that stand beside each other, one after the other.
#[derive(Debug, Clone, Copy, Default)]
pub struct Inlines<'a> {
    entries: &'a [PackedInline],
    spelled: &'a [Box<str>],
}

impl<'a> Inlines<'a> {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// From the first of several entries to the last; `None` where there are too few for one look to be worth more.
    pub fn extent(&self) -> Option<Span> {
        match self.entries {
            [first, _, .., last] => Some(Span { start: first.span.start, end: last.span.end }),
            _ => None,
        }
    }

    /// These inlines and all inside them, outer before inner, in reading order.
    pub fn and_inside(self) -> impl Iterator<Item = Inline<'a>> {
        let here = self.entries.iter().enumerate().filter(|(_, entry)| !entry.is_aside());
        here.map(move |(at, entry)| self.inline(entry, &self.entries[at + 1..]))
    }

    /// The words without their markup; note marks say nothing.
    pub fn push_plain(self, source: &Source, out: &mut String) {
        for inline in self.and_inside() {
            match inline.kind {
                InlineKind::Text(text) | InlineKind::Code(text) => out.push_str(text.resolve(source)),
                InlineKind::SoftBreak { joins: false } | InlineKind::HardBreak => out.push(' '),
                _ => {}
            }
        }
    }

    /// The words where no markup can stand: raised and lowered ones in their own form, and none that are struck out.
    pub fn push_said(self, source: &Source, out: &mut String) {
        for inline in self {
            match inline.kind {
                InlineKind::Text(words) | InlineKind::Code(words) => out.push_str(words.resolve(source)),
                InlineKind::Emphasis(children)
                | InlineKind::Strong(children)
                | InlineKind::Link { children, .. }
                | InlineKind::Image { alt: children, .. } => children.push_said(source, out),
                InlineKind::Html { tags, children } => {
                    let mut words = String::new();
                    children.push_said(source, &mut words);
                    let words = match tags.name() {
                        "del" | "s" => continue,
                        "sup" => shifted::raised(words, out),
                        "sub" => shifted::lowered(words, out),
                        _ => words,
                    };
                    out.push_str(&words);
                }
                InlineKind::SoftBreak { joins: false } | InlineKind::HardBreak => out.push(' '),
                InlineKind::SoftBreak { joins: true }
                | InlineKind::Deleted(_)
                | InlineKind::NoteMark { .. }
                | InlineKind::Checkbox(_) => {}
            }
        }
    }

    #[inline]
    fn inline(self, entry: &PackedInline, after: &'a [PackedInline]) -> Inline<'a> {
        let inside = || &after[..entry.inside()];
        let within = |entries| Inlines { entries, spelled: self.spelled };
        let kind = match entry.tag() {
            Tag::Text => InlineKind::Text(Text::Source(entry.span)),
            Tag::SpelledText => InlineKind::Text(Text::Owned(self.spelled(entry))),
            Tag::Code => InlineKind::Code(self.aside(after)),
            Tag::Emphasis => InlineKind::Emphasis(within(inside())),
            Tag::Strong => InlineKind::Strong(within(inside())),
            Tag::Deleted => InlineKind::Deleted(within(inside())),
            Tag::Link => InlineKind::Link { target: self.aside(after), children: within(&inside()[1..]) },
            Tag::Image => InlineKind::Image { target: self.aside(after), alt: within(&inside()[1..]) },
            Tag::Html => {
                let [open, close] = [0, 1].map(|at| self.spelled.get(after[0].number() as usize + at));
                let tags = Tags { open: open.map_or("", |tag| tag), close: close.map_or("", |tag| tag) };
                InlineKind::Html { tags, children: within(&inside()[1..]) }
            }
            Tag::NoteMark => {
                let label = Span { start: entry.span.start + 2, end: entry.span.end - 1 };
                InlineKind::NoteMark { label: Text::Source(label), occurrence: entry.number() }
            }
            Tag::SpelledNoteMark => {
                InlineKind::NoteMark { label: self.aside(after), occurrence: entry.number() }
            }
            Tag::Checkbox => InlineKind::Checkbox(entry.number() == 1),
            Tag::SoftBreak => InlineKind::SoftBreak { joins: entry.number() == 1 },
            Tag::HardBreak | Tag::Aside | Tag::SpelledAside => InlineKind::HardBreak,
        };
        Inline { span: entry.span, kind }
    }

    fn spelled(self, entry: &PackedInline) -> &'a str {
        self.spelled.get(entry.number() as usize).map_or("", |text| text)
    }

    fn aside(self, after: &'a [PackedInline]) -> Text<'a> {
        match &after[0] {
            entry if entry.tag() == Tag::SpelledAside => Text::Owned(self.spelled(entry)),
            entry => Text::Source(entry.span),
        }
    }
}

impl<'a> Iterator for Inlines<'a> {
    type Item = Inline<'a>;

    #[inline]
    fn next(&mut self) -> Option<Inline<'a>> {
        let (entry, after) = self.entries.split_first()?;
        let inline = self.inline(entry, after);
        self.entries = &after[entry.inside()..];
        Some(inline)
    }
}

impl FusedIterator for Inlines<'_> {}

impl<'a> From<&'a Content> for Inlines<'a> {
    fn from(content: &'a Content) -> Self {
        content.inlines()
    }
}

impl<'a> From<&Inlines<'a>> for Inlines<'a> {
    fn from(inlines: &Inlines<'a>) -> Self {
        *inlines
    }
}
