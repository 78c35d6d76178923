//! The paragraphs of a resolution, and the points of an article: their ids, their numbers, their sub-paragraphs.

use super::Writer;
use crate::document::{Paragraph, Text};

impl Writer<'_> {
    /// Writes a paragraph of the preamble.
    pub fn preambular(&mut self, paragraph: &Paragraph) {
        self.out.push_str("<div class=\"paragraph\"");
        self.id_attribute(&paragraph.id.to_string());
        self.source_attribute(paragraph.span);
        self.out.push_str(">\n");
        let former = self.former_places(&paragraph.id.to_string());
        self.out.push_str(&former);
        self.blocks(&paragraph.blocks);
        if let Some(beside) = self.beside {
            beside.margin(paragraph, &mut self.out);
        }
        self.out.push_str("</div>\n");
    }

    /// Writes a numbered paragraph with its sub-paragraphs.
    pub fn operative(&mut self, paragraph: &Paragraph) {
        self.out.push_str("<li class=\"paragraph\"");
        self.id_attribute(&paragraph.id.to_string());
        self.source_attribute(paragraph.span);
        self.out.push_str(">\n");
        let former = self.former_places(&paragraph.id.to_string());
        self.out.push_str(&former);
        self.labelled(Some(paragraph.label.as_ref().unwrap_or(&Text::Owned(""))), paragraph);
        if let Some(beside) = self.beside {
            beside.margin(paragraph, &mut self.out);
        }
        self.points(&paragraph.children);
        self.blocks(&paragraph.closing);
        self.out.push_str("</li>\n");
    }
    /// Writes labelled paragraphs under another.
    pub fn points(&mut self, paragraphs: &[Paragraph]) {
        if !paragraphs.is_empty() {
            self.out.push_str("<ol class=\"sub plain\">\n");
            paragraphs.iter().for_each(|paragraph| self.operative(paragraph));
            self.out.push_str("</ol>\n");
        }
    }
}
