//! The parts of a page that is written plainly, as ours and those of most generators are.
//!
//! In: the text of a page. Out: its parts, and how far it is plain. This reader knows no way of HTML to go wrong and
//! stops before the first thing that is not plain, which costs nothing: the tokens before it are right whatever follows.
//!
//! What is plain: values in double quotes, every tag closed by its `>`; no elements that change how text is read,
//! other than `title`, `style`, `textarea` and `script`; pictures in svg that hold shapes only.

use std::ops::Range;

use memchr::{memchr, memmem};

use super::element_kind::ElementKind;
use super::names::{self, Names};
use super::tag::{Attribute, Tag};
use super::token::{EndTag, TokenSink};
use crate::source::Span;

/// Hands on the tokens of the page as far as it is plain; returns where it ceases to be, or its end, and how many svg elements
/// are open there.
pub(super) fn read<'p>(html: &'p str, sink: &mut impl TokenSink<'p>) -> (usize, u32) {
    let mut reader = Reader { html, text: html.as_bytes(), at: 0, svg: 0 };
    let mut tag = Tag::new(html);
    // Places are numbers of 32 bits, which nobody minds.
    if u32::try_from(html.len()).is_ok() {
        while reader.next(&mut tag, sink).is_some() {}
    }
    (reader.at, reader.svg)
}

struct Reader<'p> {
    html: &'p str,
    text: &'p [u8],
    /// Input before this offset is handed on.
    at: usize,
    /// How many svg elements are open.
    svg: u32,
}

impl<'p> Reader<'p> {
    /// Reads text and what ends it: a tag or a comment. None at the end, and if it is not plain.
    fn next(&mut self, tag: &mut Tag<'p>, sink: &mut impl TokenSink<'p>) -> Option<()> {
        let text = self.text;
        let (open, is_blank) = self.text_end();
        // Whether the text is plain is known by what ends it.
        let opens = match text.get(open + 1) {
            Some(&opens @ (b'a'..=b'z' | b'A'..=b'Z' | b'/' | b'!' | b'?')) => Some(opens),
            None if open == text.len() => None,
            _ => return None,
        };
        if !is_blank {
            sink.text(self.at..open);
        }
        self.at = open;
        match opens? {
            b'/' => {
                let end = self.end_tag(open)?;
                sink.end(end);
            }
            b'!' => self.at = declaration_end(text, open)?,
            // What XML says of itself is a comment to HTML.
            b'?' => self.at = open + memchr(b'>', &text[open..])? + 1,
            _ => {
                let raw = self.start_tag(tag)?;
                sink.start(tag);
                if let Some(raw) = raw {
                    self.at = raw.end;
                    sink.raw(raw);
                }
            }
        }
        Some(())
    }

    /// Where the text ends that begins here, and whether it is white space alone.
    fn text_end(&self) -> (usize, bool) {
        let mut at = self.at;
        // Very often a line break is all there is between two tags.
        while let Some(byte) = self.text.get(at) {
            match byte {
                b'<' => return (at, true),
                byte if byte.is_ascii_whitespace() => at += 1,
                _ => return (memchr(b'<', &self.text[at..]).map_or(self.text.len(), |end| at + end), false),
            }
        }
        (at, true)
    }

    /// Reads an end tag.
    fn end_tag(&mut self, at: usize) -> Option<EndTag<'p>> {
        let (end, number) = names::read(self.text, at + 2);
        if !self.text.get(at + 2)?.is_ascii_alphabetic() || self.text.get(end) != Some(&b'>') {
            return None;
        }
        if self.svg > 0 {
            self.svg -= u32::from(SHAPES.get(number)? == ElementKind::Svg);
        }
        self.at = end + 1;
        Some(EndTag { kind: ElementKind::of(number), at, name: self.html.get(at + 2..end)? })
    }

    /// Reads a start tag, and where the words are if it opens an element that holds words alone.
    fn start_tag(&mut self, tag: &mut Tag<'p>) -> Option<Option<Range<usize>>> {
        let (name_end, number) = names::read(self.text, self.at + 1);
        tag.begin(self.at, name_end);
        let (end, closed) = match self.text.get(name_end)? {
            b'>' => (name_end + 1, false),
            _ => attributes(self.text, name_end, tag)?,
        };
        tag.span = Span { start: self.at as u32, end: end as u32 };
        (tag.kind, tag.of_html, tag.has_content) = if self.svg == 0 {
            let kind = ElementKind::of(number);
            (kind, kind != ElementKind::Svg, has_content(kind, closed)?)
        } else {
            let shape = SHAPES.get(number)?;
            // lol_html takes a closed svg in another for an open one.
            if shape == ElementKind::Svg && closed {
                return None;
            }
            (shape, false, !closed)
        };
        let raw = if tag.of_html && tag.kind.is_raw() { Some(self.raw(tag)?) } else { None };
        self.svg += u32::from(tag.kind == ElementKind::Svg && tag.has_content);
        self.at = end;
        Some(raw)
    }

    /// The words of an element that holds words alone; what looks like any other tag in it is not plain.
    fn raw(&self, tag: &Tag<'p>) -> Option<Range<usize>> {
        let start = tag.span.end as usize;
        let end = start + memchr(b'<', &self.text[start..])?;
        let after = self.text[end + 1..].strip_prefix(b"/")?.strip_prefix(tag.name().as_bytes())?;
        after.starts_with(b">").then_some(start..end)
    }
}

/// Reads the attributes that follow at `at`; gives where the tag ends and whether it does in `/>`.
#[inline(never)]
fn attributes(text: &[u8], mut at: usize, tag: &mut Tag<'_>) -> Option<(usize, bool)> {
    loop {
        let next = match text.get(at..at + 2)? {
            [b'>', _] => return Some((at + 1, false)),
            [b'/', b'>'] => return Some((at + 2, true)),
            [b' ' | b'\n', next] => next,
            _ => return None,
        };
        at += 1;
        if !next.is_ascii_alphanumeric() {
            continue;
        }
        let (name_end, number) = names::read(text, at);
        let name = at..name_end;
        let mut value = name_end..name_end;
        at = name_end;
        if text.get(at) == Some(&b'=') {
            if text.get(at + 1) != Some(&b'"') {
                return None;
            }
            value.start = at + 2;
            value.end = value.start + memchr(b'"', text.get(value.start..)?)?;
            at = value.end + 1;
        }
        if let Some(attribute) = Attribute::of(&text[name.clone()], number) {
            tag.set(attribute, if attribute.is_of_names() { name } else { value });
        }
    }
}

/// Whether something can stand in an element of HTML; none if that is not plain.
fn has_content(kind: ElementKind, closed: bool) -> Option<bool> {
    match kind {
        // Elements of these kinds change how what is in them is read, or are not known well enough here.
        ElementKind::Other
        | ElementKind::Iframe
        | ElementKind::Image
        | ElementKind::Math
        | ElementKind::Noembed
        | ElementKind::Noframes
        | ElementKind::Noscript
        | ElementKind::Select
        | ElementKind::Template
        | ElementKind::Xmp => None,
        kind if kind.is_void() => Some(false),
        _ => (!closed).then_some(true),
    }
}

/// What may stand in svg: shapes. What can hold words there can hold HTML again.
static SHAPES: Names<Option<ElementKind>, 32> = Names::new(
    &[
        ("circle", Some(ElementKind::Other)),
        ("defs", Some(ElementKind::Other)),
        ("ellipse", Some(ElementKind::Other)),
        ("g", Some(ElementKind::Other)),
        ("line", Some(ElementKind::Other)),
        ("path", Some(ElementKind::Other)),
        ("polygon", Some(ElementKind::Other)),
        ("polyline", Some(ElementKind::Other)),
        ("rect", Some(ElementKind::Other)),
        ("svg", Some(ElementKind::Svg)),
        ("symbol", Some(ElementKind::Other)),
        ("use", Some(ElementKind::Use)),
    ],
    None,
);

/// Where a comment or the document type at `open` ends.
fn declaration_end(text: &[u8], open: usize) -> Option<usize> {
    const DOCTYPE: &[u8] = b"<!doctype html>";
    let rest = &text[open..];
    if rest.get(..DOCTYPE.len()).is_some_and(|start| start.eq_ignore_ascii_case(DOCTYPE)) {
        return Some(open + DOCTYPE.len());
    }
    let comment = rest.strip_prefix(b"<!--")?;
    // The first two hyphens end it; any others are one of HTML's ways to go wrong.
    let end = memmem::find(comment, b"--")?;
    let plain =
        comment[end..].starts_with(b"-->") && !comment.starts_with(b">") && !comment.starts_with(b"->");
    plain.then_some(open + 4 + end + 3)
}
