//! The pages of the printed document, where the file says where they begin.
//!
//! In: the page ends that Word wrote into the file when it was last saved, and the sections. Out: the number of each page.
//! Ends that an author set show nothing of the pages between them, so they alone give no numbers.

use crate::import::sources::styled::numerals::numeral;
use crate::xml::tree::Element;

/// The pages so far.
#[derive(Debug, Default)]
pub struct Pages<'a> {
    /// The sections, in order.
    pub sections: Vec<Element<'a>>,
    /// How many page ends an author set.
    pub breaks: usize,
    /// How many pages are numbered.
    pub numbered: usize,
    page: u32,
    section: usize,
    is_new_section: bool,
}

impl<'a> Pages<'a> {
    /// The pages of a file with these sections.
    pub fn of(sections: Vec<Element<'a>>) -> Self {
        let mut pages = Self { sections, page: 1, ..Self::default() };
        pages.page = pages.start().unwrap_or(1);
        pages
    }

    /// A page begins.
    pub fn next(&mut self) -> String {
        let start = self.start().filter(|_| self.is_new_section);
        self.page = start.unwrap_or(self.page.saturating_add(1));
        self.is_new_section = false;
        self.numbered += 1;
        let form = self.said().and_then(|said| said.attribute("w:fmt")).unwrap_or("decimal");
        numeral(form, self.page).unwrap_or_else(|| self.page.to_string())
    }

    /// A section ends; the next page may begin to count anew.
    pub fn end_section(&mut self, section: Element<'_>) {
        let is_known = self.section < self.sections.len();
        if is_known && section.name() == "w:sectPr" {
            self.section += 1;
            self.is_new_section = true;
        }
    }

    fn said(&self) -> Option<Element<'a>> {
        self.sections.get(self.section)?.child("w:pgNumType")
    }

    fn start(&self) -> Option<u32> {
        self.said()?.attribute("w:start")?.parse().ok()
    }
}
