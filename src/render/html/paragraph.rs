//! The paragraphs of a resolution: their ids, their numbers, their sub-paragraphs.

use super::{Writer, text};
use crate::document::{BlockKind, Paragraph};

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
        // The number stands in the text, so that it is copied, heard and shown with it.
        self.out.push_str("<p><span class=\"number\">");
        text(paragraph.label.as_ref().map_or("", |label| self.document.text(label)), &mut self.out);
        self.out.push_str("</span>");
        match paragraph.blocks.split_first() {
            Some((first, rest)) if matches!(first.kind, BlockKind::Paragraph(_)) => {
                self.out.push(' ');
                if let BlockKind::Paragraph(content) = &first.kind {
                    self.inlines(content);
                }
                self.out.push_str("</p>\n");
                self.blocks(rest);
            }
            _ => {
                self.out.push_str("</p>\n");
                self.blocks(&paragraph.blocks);
            }
        }
        if let Some(beside) = self.beside {
            beside.margin(paragraph, &mut self.out);
        }
        if !paragraph.children.is_empty() {
            self.out.push_str("<ol class=\"sub plain\">\n");
            paragraph.children.iter().for_each(|child| self.operative(child));
            self.out.push_str("</ol>\n");
        }
        self.blocks(&paragraph.closing);
        self.out.push_str("</li>\n");
    }
}
