//! XML as books need it: whether a file is well-formed, and its elements in order.
//!
//! In: the text of a file. Out: each element with the places of its start tag and content; or the first place
//! where the file is no well-formed XML, which ends the reading as it does in every reading system.
//! Refused: elements in more than [`DEEPEST`] others; entities other than the five of XML, which need a document type that no reading system fetches.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use quick_xml::errors::Error;
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use crate::source::Span;

/// An element of a file.
#[derive(Debug)]
pub(super) struct Element<'a> {
    /// The name without its prefix.
    pub name: &'a str,
    /// The number of the element around it.
    pub parent: Option<usize>,
    /// Its start tag.
    pub span: Span,
    /// Its content, empty for an empty element.
    pub inner: Range<usize>,
    attributes: Vec<(Box<str>, Box<str>)>,
}

impl Element<'_> {
    /// The value of an attribute, by its name as written.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| **own == *name).map(|(_, value)| &**value)
    }

    /// The value of an attribute without white space around it; none if that leaves nothing.
    pub fn trimmed(&self, name: &str) -> Option<&str> {
        self.get(name).map(str::trim).filter(|value| !value.is_empty())
    }

    /// Whether an attribute that is a list holds a word.
    pub fn lists(&self, name: &str, word: &str) -> bool {
        self.get(name).is_some_and(|list| list.split_ascii_whitespace().any(|it| it == word))
    }

    /// The words of its content, white space made single.
    pub fn text(&self, file: &str) -> String {
        let plain = super::super::markup::whole(file.get(self.inner.clone()).unwrap_or_default());
        let words = unescape(&plain).map(Cow::into_owned).unwrap_or(plain);
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Where and why a file is no well-formed XML.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Malformed {
    /// The place where reading ended.
    pub span: Span,
    /// What is wrong, without a full stop.
    pub why: String,
}

/// No text needs more, and the words of an element are read once for each around it.
const DEEPEST: usize = 512;

/// Whether a file is well-formed.
pub(super) fn check(file: &str) -> Result<(), Malformed> {
    Parse::new(file, false).read().map(|_| ())
}

/// The elements of a file in its order.
pub(super) fn elements(file: &str) -> Result<Vec<Element<'_>>, Malformed> {
    Parse::new(file, true).read()
}

struct Parse<'a> {
    file: &'a str,
    keep: bool,
    elements: Vec<Element<'a>>,
    /// The numbers of the open elements.
    open: Vec<usize>,
    depth: usize,
    roots: u32,
    /// The prefixes that are bound, and the depths of the elements that bind each.
    prefixes: HashMap<String, Vec<usize>>,
    /// The open elements that bind a prefix, by their depth.
    binding: Vec<(usize, String)>,
}

impl<'a> Parse<'a> {
    fn new(file: &'a str, keep: bool) -> Self {
        let prefixes = ["xml", "xmlns"].map(|prefix| (prefix.to_owned(), vec![0])).into();
        let (elements, open, binding) = (Vec::new(), Vec::new(), Vec::new());
        Self { file, keep, elements, open, depth: 0, roots: 0, prefixes, binding }
    }

    fn read(mut self) -> Result<Vec<Element<'a>>, Malformed> {
        let text = self.file.strip_prefix('\u{FEFF}').unwrap_or(self.file);
        let skipped = self.file.len() - text.len();
        if let Some(at) = text.find(|c: char| !is_xml(c)) {
            return Err(fault(skipped + at..skipped + at + 1, "a control character is no text"));
        }
        let mut reader = Reader::from_str(text);
        reader.config_mut().enable_all_checks(true);
        loop {
            let start = skipped + reader.buffer_position() as usize;
            let event = reader.read_event().map_err(|error| {
                let at = skipped + reader.error_position() as usize;
                fault(at..at, &told(&error))
            })?;
            let end = skipped + reader.buffer_position() as usize;
            let place = start..end;
            match event {
                Event::Start(tag) => self.start(&tag, place, false)?,
                Event::Empty(tag) => self.start(&tag, place, true)?,
                Event::End(_) => self.end(start),
                Event::Text(text) => {
                    let text = text.into_inner();
                    if self.depth == 0 && !text.trim().is_empty() {
                        return Err(fault(place, "text stands outside the root element"));
                    }
                    if text.contains("]]>") {
                        return Err(fault(place, "“]]>” stands in text"));
                    }
                }
                Event::CData(_) if self.depth == 0 => {
                    return Err(fault(place, "text stands outside the root element"));
                }
                Event::GeneralRef(reference) => self.reference(&reference, place)?,
                Event::Eof => break,
                _ => {}
            }
        }
        if self.depth > 0 {
            let end = self.file.len();
            return Err(fault(end..end, "the file ends before its last end tag"));
        }
        if self.roots == 0 {
            return Err(fault(0..0, "the file has no element"));
        }
        Ok(self.elements)
    }

    fn start(&mut self, tag: &BytesStart<'_>, place: Range<usize>, empty: bool) -> Result<(), Malformed> {
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
        let mut attributes = Vec::new();
        let mut names = HashSet::new();
        for attribute in tag.attributes().with_checks(false) {
            let attribute = attribute.map_err(|error| fault(place.clone(), &error.to_string()))?;
            let name = attribute.key.into_inner();
            if !names.insert(name) {
                return Err(fault(place, &format!("the attribute {name} stands twice in one tag")));
            }
            if attribute.value.contains('<') {
                return Err(fault(place, &format!("“<” stands in the attribute {name}")));
            }
            let value = unescape(&attribute.value)
                .map_err(|error| fault(place.clone(), &format!("in the attribute {name}: {error}")))?;
            if let Some(prefix) = name.strip_prefix("xmlns:") {
                self.prefixes.entry(prefix.to_owned()).or_default().push(self.depth);
                self.binding.push((self.depth, prefix.to_owned()));
            }
            if self.keep {
                attributes.push((name.into(), value.into()));
            }
        }
        names.insert(tag.name().into_inner());
        let unbound = |name: &&str| {
            name.split_once(':')
                .is_some_and(|(prefix, _)| self.prefixes.get(prefix).is_none_or(Vec::is_empty))
        };
        if let Some(name) = names.into_iter().filter(unbound).min() {
            return Err(fault(place, &format!("no xmlns declares the prefix of “{name}”")));
        }
        if self.keep {
            let written = place.start + 1..place.start + 1 + tag.name().into_inner().len();
            let name = self.file.get(written).unwrap_or_default();
            let name = name.split_once(':').map_or(name, |(_, local)| local);
            let parent = self.open.last().copied();
            let inner = place.end..place.end;
            self.elements.push(Element { name, parent, span: place.into(), inner, attributes });
            self.open.push(self.elements.len() - 1);
        }
        if empty {
            self.close();
        }
        Ok(())
    }

    fn end(&mut self, at: usize) {
        if let Some(&open) = self.open.last() {
            self.elements[open].inner.end = at;
        }
        self.close();
    }

    fn close(&mut self) {
        self.open.pop();
        while let Some((_, prefix)) = self.binding.pop_if(|(depth, _)| *depth == self.depth) {
            self.prefixes.entry(prefix).or_default().pop();
        }
        self.depth = self.depth.saturating_sub(1);
    }

    fn reference(&self, reference: &BytesRef<'_>, place: Range<usize>) -> Result<(), Malformed> {
        if self.depth == 0 {
            return Err(fault(place, "text stands outside the root element"));
        }
        let name: &str = reference;
        let known = match reference.resolve_char_ref() {
            Ok(Some(c)) => is_xml(c),
            Ok(None) => resolve_xml_entity(name).is_some(),
            Err(_) => false,
        };
        if known { Ok(()) } else { Err(fault(place, &format!("“&{name};” is no character of XML"))) }
    }
}

fn fault(place: Range<usize>, why: &str) -> Malformed {
    Malformed { span: place.into(), why: why.to_owned() }
}

/// What the reader says, without the words before the colon that only name its kind.
fn told(error: &Error) -> String {
    let words = error.to_string();
    words.split_once(": ").map_or(words.clone(), |(_, rest)| rest.to_owned())
}

/// Whether XML allows the character.
fn is_xml(c: char) -> bool {
    !matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_in_order_with_their_words() {
        let file = "<?xml version=\"1.0\"?>\n<a:p xmlns:a=\"x\" id=\" 甲 \"><b>序 言&amp;</b><c/>第<d>一</d></a:p>\n<!-- 完 -->";
        let found = elements(file).unwrap();
        let names: Vec<_> = found.iter().map(|element| (element.name, element.parent)).collect();
        assert_eq!(names, [("p", None), ("b", Some(0)), ("c", Some(0)), ("d", Some(0))]);
        assert_eq!(found[0].trimmed("id"), Some("甲"));
        assert_eq!(found[0].text(file), "序 言&第一");
        assert_eq!(found[1].text(file), "序 言&");
        assert_eq!(&file[found[3].span.range()], "<d>");
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
            ("<p>&#1;</p>", 3, "“&#1;” is no character"),
            ("<p><!-- a -- b --></p>", 10, ""),
            ("<p>]]></p>", 3, "“]]>” stands in text"),
        ] {
            let found = check(file).expect_err(file);
            assert!(found.why.contains(why), "{file}: {}", found.why);
            assert_eq!(found.span.start, at, "{file}: {}", found.why);
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
