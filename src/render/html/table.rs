//! Tables: a caption, column headers with their scope, and a frame that scrolls by keyboard where the screen is
//! narrow.

use super::{Form, Writer, attribute};
use crate::document::{Alignment, Block, Content, Inlines, Table};

impl Writer<'_> {
    pub(super) fn table(&mut self, block: &Block, table: &Table) {
        let caption = table.caption.as_ref().map(Inlines::from).unwrap_or_default();
        let name = if caption.is_empty() {
            self.labels.get("table").to_owned()
        } else {
            self.document.said(caption)
        };
        self.out.push_str("<div class=\"table\"");
        // A page of a book does not scroll.
        if let Form::Page(_) = self.form {
            self.out.push_str(" role=\"region\" tabindex=\"0\" aria-label=\"");
            attribute(&name, &mut self.out);
            self.out.push('"');
        }
        self.out.push_str("><table");
        self.source_attribute(block.span);
        self.out.push('>');
        if !caption.is_empty() {
            self.out.push_str("<caption>");
            self.inlines(caption);
            self.out.push_str("</caption>");
        }
        self.out.push_str("\n<thead><tr>");
        for (column, cell) in table.head.iter().enumerate() {
            // An empty corner is no header.
            let element = if cell.is_empty() { "<td" } else { "<th scope=\"col\"" };
            self.cell(element, alignment(table, column), cell);
        }
        self.out.push_str("</tr></thead>\n<tbody>\n");
        let rows_have_names = table.head.first().is_some_and(|cell| cell.is_empty());
        for row in &table.rows {
            self.out.push_str("<tr>");
            for (column, cell) in row.iter().enumerate() {
                let names = column == 0 && rows_have_names && !cell.is_empty();
                let element = if names { "<th scope=\"row\"" } else { "<td" };
                self.cell(element, alignment(table, column), cell);
            }
            self.out.push_str("</tr>\n");
        }
        self.out.push_str("</tbody>\n</table></div>\n");
    }

    fn cell(&mut self, begin: &str, alignment: &str, content: &Content) {
        self.out.push_str(begin);
        self.out.push_str(alignment);
        self.out.push('>');
        self.inlines(content);
        self.out.push_str(if begin.starts_with("<th") { "</th>" } else { "</td>" });
    }
}

fn alignment(table: &Table, column: usize) -> &'static str {
    match table.alignments.get(column) {
        Some(Alignment::Start) => " class=\"start\"",
        Some(Alignment::Center) => " class=\"center\"",
        Some(Alignment::End) => " class=\"end\"",
        _ => "",
    }
}
