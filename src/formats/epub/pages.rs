//! The list of pages: where in a book each page of the printed document begins.
//!
//! In: finished documents. Out: the marks in them, in reading order. Only what is really in the book is listed.

use std::ops::Range;

use crate::render::html::PAGE_ID;
use crate::xml::{self, Visitor};

/// The numbers of the pages that begin in a document that is known to be XML.
pub fn page_numbers(xhtml: &str) -> Vec<String> {
    let mut marks = Marks::default();
    // What is no XML was refused before.
    let _ = xml::read(xhtml, &mut marks);
    marks.numbers
}

#[derive(Default)]
struct Marks {
    numbers: Vec<String>,
    /// The number in the id of the element that begins, if it is that of a page.
    number: Option<String>,
    is_break: bool,
}

impl Visitor for Marks {
    fn attribute(&mut self, name: &str, value: &str) {
        match name {
            "id" => self.number = value.strip_prefix(PAGE_ID).map(str::to_owned),
            "role" => self.is_break = value == "doc-pagebreak",
            _ => {}
        }
    }

    fn start(&mut self, _: &str, _: Range<usize>) {
        let number = self.number.take();
        let is_break = std::mem::take(&mut self.is_break);
        self.numbers.extend(number.filter(|_| is_break));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_named_marks_are_pages() {
        let xhtml = "<p>字<span id=\"page-2\" role=\"doc-pagebreak\"></span><span id=\"page-3\"/>\
                     <span role=\"doc-pagebreak\"/><span role=\"doc-pagebreak\" id=\"page-iv\"/></p>";
        assert_eq!(page_numbers(xhtml), ["2", "iv"]);
    }
}
