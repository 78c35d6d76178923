//! The list of pages: where in a book each page of the printed document begins.
//!
//! In: finished documents. Out: the marks in them, in reading order. Only what is really in the book is listed.

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::render::html::PAGE_ID;

/// The numbers of the pages that begin in a document that is known to be XML.
pub fn page_numbers(xhtml: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xhtml);
    let mut numbers = Vec::new();
    loop {
        let tag = match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => tag,
            Ok(Event::Eof) | Err(_) => return numbers,
            Ok(_) => continue,
        };
        let value = |name: &str| {
            let mut attributes = tag.attributes().filter_map(Result::ok);
            attributes.find(|attribute| attribute.key.as_ref() == name).map(|found| found.value.to_string())
        };
        let is_break = value("role").is_some_and(|role| role == "doc-pagebreak");
        let id = value("id").filter(|_| is_break).unwrap_or_default();
        numbers.extend(id.strip_prefix(PAGE_ID).map(str::to_owned));
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
