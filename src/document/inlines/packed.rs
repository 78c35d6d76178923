//! An inline in twelve bytes: its place, what it is, and a number.
//!
//! In: those three. Out: an entry of the list that a [`Content`](super::Content) keeps.

use crate::source::Span;

#[derive(Debug, Clone, Copy)]
pub(super) struct PackedInline {
    pub(super) span: Span,
    /// The tag, and from [`TAG_BITS`] on what it counts. A text of up to [`crate::limits::TEXT`] bytes has no more
    /// entries than the other bits can count: every entry has a byte of its own.
    what: u32,
}

const TAG_BITS: u32 = 4;

/// What an entry is and what its number counts. An element’s `inside` entries come after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Tag {
    /// Words as the source has them.
    Text,
    /// Words spelled differently: which of the spelled ones.
    SpelledText,
    /// Inside is one aside, its words.
    Code,
    /// Inside are its children.
    Emphasis,
    /// Inside are its children.
    Strong,
    /// Inside are its children.
    Deleted,
    /// Inside are an aside, the target, and its children.
    Link,
    /// Inside are an aside, the target, and the alternative text.
    Image,
    /// Inside are an aside, the tags, and its children.
    Html,
    /// The mark of a note: which of its marks.
    NoteMark,
    /// The mark of a note whose label is spelled differently: an aside, its label, comes after it.
    SpelledNoteMark,
    /// 1 where it is ticked.
    Checkbox,
    /// 1 where the lines join.
    SoftBreak,
    HardBreak,
    /// Not an inline but a text that belongs to the entry before it, in the source at this span.
    Aside,
    /// The same, spelled differently: which of the spelled ones.
    SpelledAside,
}

const TAGS: [Tag; 1 << TAG_BITS] = [
    Tag::Text,
    Tag::SpelledText,
    Tag::Code,
    Tag::Emphasis,
    Tag::Strong,
    Tag::Deleted,
    Tag::Link,
    Tag::Image,
    Tag::Html,
    Tag::NoteMark,
    Tag::SpelledNoteMark,
    Tag::Checkbox,
    Tag::SoftBreak,
    Tag::HardBreak,
    Tag::Aside,
    Tag::SpelledAside,
];

impl PackedInline {
    pub(super) fn new(span: Span, tag: Tag, number: usize) -> Self {
        let most = u32::MAX >> TAG_BITS;
        let number = u32::try_from(number).map_or(most, |number| number.min(most));
        Self { span, what: number << TAG_BITS | tag as u32 }
    }

    #[inline]
    pub(super) fn tag(&self) -> Tag {
        TAGS[(self.what & ((1 << TAG_BITS) - 1)) as usize]
    }

    #[inline]
    pub(super) fn number(&self) -> u32 {
        self.what >> TAG_BITS
    }

    /// How many of the entries after it belong to it.
    #[inline]
    pub(super) fn inside(&self) -> usize {
        match self.tag() {
            Tag::Code | Tag::Emphasis | Tag::Strong | Tag::Deleted | Tag::Link | Tag::Image | Tag::Html => {
                self.number() as usize
            }
            Tag::SpelledNoteMark => 1,
            _ => 0,
        }
    }

    pub(super) fn is_aside(&self) -> bool {
        matches!(self.tag(), Tag::Aside | Tag::SpelledAside)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::inlines::Content;

    #[test]
    fn an_entry_is_three_numbers_and_tells_its_tag() {
        assert_eq!((size_of::<PackedInline>(), size_of::<Content>()), (12, 16));
        for tag in TAGS {
            let entry = PackedInline::new(Span::default(), tag, 1 << 27);
            assert_eq!((entry.tag(), entry.number()), (tag, 1 << 27));
        }
    }
}
