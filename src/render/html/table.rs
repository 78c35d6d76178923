//! Tables: a caption, column headers with their scope, and a frame that scrolls by keyboard where the screen is
//! narrow.
//!
//! The first cells of rows name the rows where the corner above them is empty, or where all of them are bold. What Markdown cannot
//! write, such as merged cells, is raw HTML, which gets the same frame.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::paper::Widths;
use super::{Form, Writer, attribute, tag_end};
use crate::document::{Alignment, Block, Inlines, Table, words_between_tags};
use crate::source::slice;

impl Writer<'_> {
    pub(super) fn table(&mut self, block: &Block, table: &Table) {
        let caption = table.caption.as_ref().map(Inlines::from).unwrap_or_default();
        let name = if caption.is_empty() {
            self.labels.get("table").to_owned()
        } else {
            self.document.said(caption)
        };
        let mut label = String::new();
        attribute(&name, &mut label);
        let frame = self.frame(&label, || self.widths(table));
        self.out.push_str(&frame);
        self.out.push_str("<table");
        self.source_attribute(block.span);
        self.out.push('>');
        if !caption.is_empty() {
            self.out.push_str("<caption>");
            self.without_terms(|writer| writer.inlines(caption));
            self.out.push_str("</caption>");
        }
        self.out.push_str("\n<thead><tr>");
        for (column, cell) in table.head.iter().enumerate() {
            // An empty corner is no header.
            let element = if cell.is_empty() { "<td" } else { "<th scope=\"col\"" };
            self.cell(element, alignment(table, column), None, cell.inlines());
        }
        self.out.push_str("</tr></thead>\n<tbody>\n");
        let rows_have_names = table.has_row_names();
        let bars = table.bars(&self.document.source);
        for (at, row) in table.rows.iter().enumerate() {
            self.out.push_str("<tr>");
            for (column, cell) in row.iter().enumerate() {
                let names = column == 0 && rows_have_names && !cell.is_empty();
                let element = if names { "<th scope=\"row\"" } else { "<td" };
                // A cell that names a row is bold by itself.
                let words =
                    Some(cell).filter(|_| names).and_then(|cell| cell.all_bold()).unwrap_or(cell.inlines());
                let bars = bars.as_ref().filter(|bars| bars.column == column);
                let bar = bars.and_then(|bars| bars.lengths.get(at).copied().flatten());
                self.cell(element, alignment(table, column), bar, words);
            }
            self.out.push_str("</tr>\n");
        }
        self.out.push_str("</tbody>\n</table></div>\n");
    }

    /// The longest words of a table.
    fn widths(&self, table: &Table) -> Widths {
        let mut widths = Widths::default();
        for (at, row) in std::iter::once(&table.head).chain(&table.rows).enumerate() {
            for (column, cell) in row.iter().enumerate() {
                widths.add(column, 1, &self.document.said(cell), at == 0 || column == 0);
            }
        }
        widths
    }

    /// What a table stands in, with a name that is written as an attribute.
    fn frame(&self, label: &str, widths: impl FnOnce() -> Widths) -> String {
        match self.form {
            Form::Page(_) => {
                let classes = widths().classes();
                format!(
                    "<div class=\"table{classes}\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\">"
                )
            }
            // A page of a book does not scroll.
            Form::Book(_) => "<div class=\"table\">".to_owned(),
        }
    }

    /// Sanitised HTML, in which each table that stands in no other gets its frame.
    pub(super) fn framed<'h>(&self, html: &'h str) -> Cow<'h, str> {
        if !html.contains("<table") {
            return html.into();
        }
        let (mut framed, mut copied, mut open, mut from) = (String::new(), 0, 0usize, 0);
        while let Some(start) = slice(html, from..).find('<').map(|at| from + at) {
            let tag = slice(html, start..);
            from = start + tag_end(tag);
            if tag.starts_with("<table") {
                if open == 0 {
                    framed.push_str(slice(html, copied..start));
                    copied = start;
                }
                open += 1;
            } else if tag.starts_with("</table") {
                open = open.saturating_sub(1);
                if open == 0 {
                    let table = slice(html, copied..from);
                    framed.push_str(&self.frame(&self.name_of(table), || Widths::of_html(table)));
                    framed.push_str(table);
                    copied = from;
                    framed.push_str("</div>");
                }
            }
        }
        framed.push_str(slice(html, copied..));
        framed.into()
    }

    /// The words of the caption that a table of HTML begins with.
    fn name_of(&self, table: &str) -> String {
        let table = slice(table, tag_end(table)..).trim_start();
        let end = if table.starts_with("<caption") { table.find("</caption>") } else { None };
        let words = end.map(|end| words_between_tags(slice(table, ..end))).unwrap_or_default();
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        match words.is_empty() {
            true => self.labels.get("table").to_owned(),
            false => words.replace('"', "&quot;"),
        }
    }

    /// Writes a cell, with a bar if it has one. The bar says nothing that the number does not.
    fn cell(&mut self, begin: &str, alignment: &str, bar: Option<f64>, content: Inlines<'_>) {
        self.out.push_str(begin);
        self.out.push_str(alignment);
        self.out.push('>');
        if let Some(length) = bar {
            let namespace = match self.form {
                Form::Page(_) => "",
                Form::Book(_) => " xmlns=\"http://www.w3.org/2000/svg\"",
            };
            let _ = write!(
                self.out,
                "<svg{namespace} class=\"bar\" aria-hidden=\"true\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\">\
                 <rect width=\"{length:.1}\" height=\"8\"/></svg>"
            );
        }
        if begin.starts_with("<th") {
            self.without_terms(|writer| writer.inlines(content));
            self.out.push_str("</th>");
        } else {
            self.inlines(content);
            self.out.push_str("</td>");
        }
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
