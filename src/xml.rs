//! XML as books and documents need it, read once: whether a file is well-formed, and what is in it, handed to a [`Visitor`].
//!
//! In: the text of a file. Out: its tags and texts in order; or the first place where the file is no well-formed XML,
//! which ends the reading as it does in every reading system.
//! Refused: elements in more than [`DEEPEST`] others; entities other than the five of XML, which need a document type
//! that no reading system fetches.

pub mod tree;
mod writer;

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use memchr::memmem;
use quick_xml::errors::Error;
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use crate::source::Span;

pub use writer::Writer;

/// What takes the parts of a file in their order.
pub trait Visitor {
    /// An attribute of the element that begins next, by its name as written; character references are resolved.
    fn attribute(&mut self, _name: &str, _value: &str) {}

    /// An element begins; its name is as written, the place that of its start tag.
    fn start(&mut self, _name: &str, _place: Range<usize>) {}

    /// The innermost open element ends; `at` is where its content ends.
    fn end(&mut self, _at: usize) {}

    /// Text between tags, without its character references.
    fn text(&mut self, _text: &str) {}

    /// A character reference between tags, resolved.
    fn character(&mut self, _c: char) {}

    /// A document type, an instruction to programs or the declaration of XML, as written.
    fn declares(&mut self, _markup: &str, _place: Range<usize>) {}
}

/// Who only wants to know whether a file is well-formed.
impl Visitor for () {}

/// Where and why a file is no well-formed XML.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{why}")]
pub struct Malformed {
    /// The place where reading ended.
    pub span: Span,
    /// What is wrong, without a full stop.
    pub why: String,
}

/// No text needs more, and the words of an element are read once for each around it.
pub const DEEPEST: usize = 512;

/// Whether XML 1.0 allows this character.
pub fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// The place of the first character that XML does not allow.
pub fn find_foreign(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    // Whole blocks are looked at without a branch, so that the compiler can take many bytes at once.
    let control = |byte: u8| (byte < 0x20) & (byte != b'\t') & (byte != b'\n') & (byte != b'\r');
    let controls = bytes.chunks(64).any(|block| block.iter().fold(false, |any, &byte| any | control(byte)));
    // U+FFFE and U+FFFF; what is before them begins alike.
    let ends =
        || memmem::find_iter(bytes, b"\xEF\xBF").any(|at| bytes.get(at + 2).is_some_and(|&last| last > 0xBD));
    if controls || ends() { text.find(|c: char| !is_xml(c)) } else { None }
}

/// Puts U+FFFD in the place of every character that XML does not allow.
pub fn allowed(text: String) -> String {
    match find_foreign(&text) {
        None => text,
        Some(_) => text.chars().map(|c| if is_xml(c) { c } else { '\u{fffd}' }).collect(),
    }
}

/// A text with its character references replaced; as it is where one of them is none of XML.
pub fn unescaped(text: &str) -> Cow<'_, str> {
    unescape(text).unwrap_or(Cow::Borrowed(text))
}

/// Reads a file to its end.
///
/// # Errors
/// At the first place where it is no well-formed XML.
pub fn read(file: &str, visitor: &mut impl Visitor) -> Result<(), Malformed> {
    Parse { visitor, depth: 0, roots: 0, prefixes: HashMap::new(), binding: Vec::new() }.read(file)
}

struct Parse<'v, V> {
    visitor: &'v mut V,
    depth: usize,
    roots: u32,
    /// The prefixes that are bound, and the depths of the elements that bind each.
    prefixes: HashMap<String, Vec<usize>>,
    /// The open elements that bind a prefix, by their depth.
    binding: Vec<(usize, String)>,
}

impl<V: Visitor> Parse<'_, V> {
    fn read(mut self, file: &str) -> Result<(), Malformed> {
        let text = file.strip_prefix('\u{FEFF}').unwrap_or(file);
        let skipped = file.len() - text.len();
        if let Some(at) = find_foreign(text) {
            let length = text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            return Err(fault(skipped + at..skipped + at + length, "a control character is no text"));
        }
        let mut reader = Reader::from_str(text);
        reader.config_mut().enable_all_checks(true);
        loop {
            let start = skipped + reader.buffer_position() as usize;
            let event = reader.read_event().map_err(|error| {
                let at = skipped + reader.error_position() as usize;
                fault(at..at, &described(&error))
            })?;
            let end = skipped + reader.buffer_position() as usize;
            let place = start..end;
            match event {
                Event::Start(tag) => self.start(&tag, place)?,
                Event::Empty(tag) => {
                    self.start(&tag, place)?;
                    self.end(end);
                }
                Event::End(_) => self.end(start),
                Event::Text(text) => {
                    let text = text.into_inner();
                    if self.depth == 0 && !text.trim().is_empty() {
                        return Err(fault(place, "text stands outside the root element"));
                    }
                    if text.contains("]]>") {
                        return Err(fault(place, "“]]>” stands in text"));
                    }
                    self.visitor.text(&text);
                }
                Event::CData(_) if self.depth == 0 => {
                    return Err(fault(place, "text stands outside the root element"));
                }
                Event::CData(text) => self.visitor.text(&text.into_inner()),
                Event::GeneralRef(reference) => self.reference(&reference, place)?,
                Event::DocType(_) | Event::PI(_) | Event::Decl(_) => {
                    self.visitor.declares(file.get(place.clone()).unwrap_or_default(), place);
                }
                Event::Eof => break,
                _ => {}
            }
        }
        if self.depth > 0 {
            return Err(fault(file.len()..file.len(), "the file ends before its last end tag"));
        }
        if self.roots == 0 {
            return Err(fault(0..0, "the file has no element"));
        }
        Ok(())
    }

    fn start(&mut self, tag: &BytesStart<'_>, place: Range<usize>) -> Result<(), Malformed> {
        if self.depth == 0 {
            self.roots += 1;
            if self.roots > 1 {
                return Err(fault(place, "a second root element begins"));
            }
        }
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(fault(place, &format!("the element lies in more than {DEEPEST} others")));
        }
        let element = tag.name().into_inner();
        let mut names = Vec::new();
        for attribute in tag.attributes().with_checks(false) {
            let attribute = attribute.map_err(|error| fault(place.clone(), &error.to_string()))?;
            let name = attribute.key.into_inner();
            names.push(name);
            if attribute.value.contains('<') {
                return Err(fault(place, &format!("“<” stands in the attribute {name}")));
            }
            let value = unescape(&attribute.value)
                .map_err(|error| fault(place.clone(), &format!("in the attribute {name}: {error}")))?;
            // What stands there as itself was looked at with the whole file.
            if matches!(value, Cow::Owned(_)) && find_foreign(&value).is_some() {
                return Err(fault(
                    place,
                    &format!("in the attribute {name} stands a character that is none of XML"),
                ));
            }
            if let Some(prefix) = name.strip_prefix("xmlns:") {
                self.prefixes.entry(prefix.to_owned()).or_default().push(self.depth);
                self.binding.push((self.depth, prefix.to_owned()));
            }
            self.visitor.attribute(name, &value);
        }
        names.sort_unstable();
        if let Some(pair) = names.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(fault(place, &format!("the attribute {} stands twice in one tag", pair[0])));
        }
        if let Some(name) = names.into_iter().chain([element]).filter(|name| self.is_unbound(name)).min() {
            return Err(fault(place, &format!("no xmlns declares the prefix of “{name}”")));
        }
        self.visitor.start(element, place);
        Ok(())
    }

    /// Whether a name has a prefix that no element around declares.
    fn is_unbound(&self, name: &str) -> bool {
        name.split_once(':').is_some_and(|(prefix, _)| {
            !matches!(prefix, "xml" | "xmlns") && self.prefixes.get(prefix).is_none_or(Vec::is_empty)
        })
    }

    fn end(&mut self, at: usize) {
        self.visitor.end(at);
        while let Some((_, prefix)) = self.binding.pop_if(|(depth, _)| *depth == self.depth) {
            self.prefixes.entry(prefix).or_default().pop();
        }
        self.depth = self.depth.saturating_sub(1);
    }

    fn reference(&mut self, reference: &BytesRef<'_>, place: Range<usize>) -> Result<(), Malformed> {
        if self.depth == 0 {
            return Err(fault(place, "text stands outside the root element"));
        }
        let name: &str = reference;
        let known = match reference.resolve_char_ref() {
            Ok(Some(c)) => Some(c).filter(|c| is_xml(*c)),
            Ok(None) => resolve_xml_entity(name).and_then(|text| text.chars().next()),
            Err(_) => None,
        };
        let c = known.ok_or_else(|| fault(place, &format!("“&{name};” is no character of XML")))?;
        self.visitor.character(c);
        Ok(())
    }
}

fn fault(place: Range<usize>, why: &str) -> Malformed {
    Malformed { span: place.into(), why: why.to_owned() }
}

/// What the reader says, without the words before the colon that only name its kind.
fn described(error: &Error) -> String {
    let words = error.to_string();
    words.split_once(": ").map_or(words.clone(), |(_, rest)| rest.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(file: &str) -> Result<(), Malformed> {
        read(file, &mut ())
    }

    #[test]
    fn characters_that_are_none() {
        let before = "全角，字和尾\u{fffd}。".repeat(20);
        for c in ['\0', '\u{1}', '\u{b}', '\u{1f}', '\u{fffe}', '\u{ffff}'] {
            assert_eq!(find_foreign(&format!("{before}{c}字")), Some(before.len()), "{c:?}");
            assert!(!is_xml(c));
        }
        assert_eq!(find_foreign(&format!("{before}\t\n\r\u{7f}\u{fffd}\u{10ffff}")), None);
        assert_eq!(allowed("一\u{1}二".to_owned()), "一\u{fffd}二");
    }

    #[test]
    fn what_is_not_well_formed() {
        for (file, at, why) in [
            ("<p>甲", 6, "the file ends before"),
            ("<p>甲<b>乙</p></b>", 12, "expected `</b>`"),
            ("<p>甲&nbsp;乙</p>", 6, "“&nbsp;” is no character of XML"),
            ("<p>甲 & 乙</p>", 7, ""),
            ("<p a='1' a='2'/>", 0, "the attribute a stands twice"),
            ("<p a='<'/>", 0, "“<” stands in the attribute a"),
            ("<p a=1/>", 0, ""),
            ("<p hidden/>", 0, ""),
            ("<p epub:type='toc'/>", 0, "no xmlns declares the prefix of “epub:type”"),
            ("<p><b xmlns:e='x'/><b e:a='1'/></p>", 19, "no xmlns declares"),
            ("<p/><p/>", 4, "a second root element"),
            ("甲", 0, "text stands outside"),
            ("<!-- 甲 -->", 0, "the file has no element"),
            ("<p>\u{1}</p>", 3, "a control character"),
            ("<p>\u{fffe}</p>", 3, "a control character"),
            ("<p>&#1;</p>", 3, "“&#1;” is no character"),
            ("<p a='&#1;'/>", 0, "in the attribute a"),
            ("<p><!-- a -- b --></p>", 10, ""),
            ("<p>]]></p>", 3, "“]]>” stands in text"),
        ] {
            let found = check(file).expect_err(file);
            assert!(found.why.contains(why), "{file}: {}", found.why);
            assert_eq!(found.span.start, at, "{file}: {}", found.why);
            assert!(file.get(found.span.range()).is_some(), "{file}: the place is no piece of the file");
        }
        for file in [
            "<p>&#x6613;&amp;&lt;</p>",
            "\u{FEFF}<p/>",
            "<!DOCTYPE html>\n<p xml:lang='zh'><![CDATA[<甲>]]></p>",
        ] {
            assert_eq!(check(file), Ok(()), "{file}");
        }
    }
}
