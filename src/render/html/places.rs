//! Where the tags of sanitised HTML stand in the source.
//!
//! The sanitiser writes HTML anew, so its bytes are not those of the source. Its tags are: the second `<td>` that it writes
//! is the second that the author wrote. What it adds by itself, as browsers do, stands for the whole block.

use std::borrow::Cow;
use std::collections::HashMap;

use super::align::as_classes;
use super::{SourceMap, Writer};
use crate::source::{Span, slice};

impl Writer<'_> {
    /// Writes HTML that the sanitiser made from a part of the source.
    pub(super) fn raw_from(&mut self, html: &str, written: Span) {
        let placed = self.placed(html, written);
        self.raw(&self.framed(&as_classes(&placed)));
    }

    /// HTML that the sanitiser made from a part of the source, each tag with its place where the page says places.
    pub(super) fn placed<'h>(&mut self, html: &'h str, written: Span) -> Cow<'h, str> {
        if self.source_map != SourceMap::Exact {
            return Cow::Borrowed(html);
        }
        let source = self.document.source.slice(written).to_ascii_lowercase();
        // The places are written into the tags first: what is written in XML is written tag by tag.
        let before = std::mem::take(&mut self.out);
        // How far each name was looked for already.
        let mut looked: HashMap<&str, usize> = HashMap::new();
        let mut copied = 0;
        for (at, _) in html.match_indices('<') {
            let name = name(slice(html, at + 1..));
            if name.is_empty() {
                continue;
            }
            let from = looked.entry(name).or_default();
            let found = tag(&source, name, *from);
            *from = found.map_or(source.len(), |tag| tag.end as usize);
            let start = written.start as usize;
            let place =
                found.map_or(written, |tag| Span::from(start + tag.start as usize..start + tag.end as usize));
            let end = at + 1 + name.len();
            self.out.push_str(slice(html, copied..end));
            self.source_attribute(place);
            copied = end;
        }
        self.out.push_str(slice(html, copied..));
        Cow::Owned(std::mem::replace(&mut self.out, before))
    }
}

/// The name that text after `<` begins with.
fn name(tag: &str) -> &str {
    let end = tag.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tag.len());
    if tag.starts_with(|c: char| c.is_ascii_alphabetic()) { slice(tag, ..end) } else { "" }
}

/// The next start tag of this name.
fn tag(source: &str, wanted: &str, from: usize) -> Option<Span> {
    let mut starts = source.get(from..)?.match_indices('<').map(|(at, _)| from + at);
    let start = starts.find(|at| name(slice(source, at + 1..)) == wanted)?;
    let length = slice(source, start..).find('>').map_or(source.len() - start, |at| at + 1);
    Some(Span::from(start..start + length))
}
