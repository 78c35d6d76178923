//! The elements of a file of a book, kept to be asked.
//!
//! In: the text of a file. Out: each element with the places of its start tag and content. Refused: what
//! [`crate::xml`] refuses.

use std::ops::Range;

use crate::source::Span;
use crate::xml::{self, Malformed, Visitor};

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
    attributes: Attributes,
}

/// The attributes of an element in two pieces of memory, whatever their number.
#[derive(Debug)]
struct Attributes {
    /// The names and values, one behind the other.
    text: Box<str>,
    /// Where each name and each value ends.
    ends: Box<[(u32, u32)]>,
}

impl Element<'_> {
    /// The value of an attribute, by its name as written.
    pub fn get(&self, name: &str) -> Option<&str> {
        let Attributes { text, ends } = &self.attributes;
        let mut start = 0;
        for &(name_end, value_end) in ends {
            let (name_end, value_end) = (name_end as usize, value_end as usize);
            if name_end - start == name.len() && text.get(start..name_end) == Some(name) {
                return text.get(name_end..value_end);
            }
            start = value_end;
        }
        None
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
        xml::unescaped(&plain).split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The elements of a file in its order.
pub(super) fn elements(file: &str) -> Result<Vec<Element<'_>>, Malformed> {
    let mut keep =
        Keep { file, elements: Vec::new(), open: Vec::new(), text: String::new(), ends: Vec::new() };
    xml::read(file, &mut keep)?;
    Ok(keep.elements)
}

struct Keep<'a> {
    file: &'a str,
    elements: Vec<Element<'a>>,
    /// The numbers of the open elements.
    open: Vec<usize>,
    /// Those of the element that begins next.
    text: String,
    ends: Vec<(u32, u32)>,
}

impl Visitor for Keep<'_> {
    fn attribute(&mut self, name: &str, value: &str) {
        self.text.push_str(name);
        let name_end = self.text.len() as u32;
        self.text.push_str(value);
        self.ends.push((name_end, self.text.len() as u32));
    }

    fn start(&mut self, name: &str, place: Range<usize>) {
        let written = place.start + 1..place.start + 1 + name.len();
        let name = self.file.get(written).unwrap_or_default();
        let name = name.split_once(':').map_or(name, |(_, local)| local);
        let (parent, inner) = (self.open.last().copied(), place.end..place.end);
        let attributes = Attributes { text: self.text.as_str().into(), ends: self.ends.as_slice().into() };
        self.text.clear();
        self.ends.clear();
        self.open.push(self.elements.len());
        self.elements.push(Element { name, parent, span: place.into(), inner, attributes });
    }

    fn end(&mut self, at: usize) {
        if let Some(open) = self.open.pop() {
            self.elements[open].inner.end = at;
        }
    }
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
}
