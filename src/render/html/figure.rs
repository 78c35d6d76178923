//! Pictures that stand alone, and their long descriptions.
//!
//! A picture and its description lead to each other by `aria-details`, which keeps lists and tables as they are; `aria-describedby`
//! would make one long sentence of them. On a page the description opens at a press; a book shows it, as what is closed there may
//! never be opened.

use std::fmt::Write as _;

use super::{Form, SourceMap, Writer, tag_end};
use crate::document::{Block, BlockKind, Figure, Wrapped};
use crate::source::slice;

impl Writer<'_> {
    pub(super) fn figure(&mut self, block: &Block, figure: &Figure) {
        self.open("figure", block);
        let start = self.out.len();
        self.inlines(&figure.picture);
        // A picture that is not there leaves its words; one without words is decoration, from which nothing leads on.
        let tag = slice(&self.out, start..).find("<img ").map(|at| start + at + "<img".len());
        let tag = tag.filter(|at| {
            let rest = slice(&self.out, *at..);
            !slice(rest, ..tag_end(rest)).contains(" alt=\"\"")
        });
        if let (Some(number), Some(at)) = (figure.description, tag) {
            self.out.insert_str(at, &details(number));
        }
        if let Some(caption) = &figure.caption {
            self.out.push_str("\n<figcaption>");
            self.without_terms(|writer| writer.inlines(caption));
            self.out.push_str("</figcaption>");
        }
        self.close("figure");
    }

    /// Writes a long description, or a `figure` of raw HTML that has one.
    pub(super) fn described(&mut self, block: &Block, wrapped: &Wrapped) {
        let number = wrapped.description.unwrap_or_default();
        let Some(attributes) = wrapped.open.strip_prefix("<details") else {
            let open = self.placed(&wrapped.open, block.span);
            let tag = open.trim_end_matches('>');
            self.raw(&format!("{tag}{}>\n", details(number)));
            self.blocks(&wrapped.blocks);
            self.out.push_str(&wrapped.close);
            self.out.push('\n');
            return;
        };
        let (element, attributes) = match self.form {
            Form::Page(_) => ("details", attributes.to_owned()),
            Form::Book(_) => ("div", attributes.replace(" open=\"\"", "")),
        };
        let mut place = String::new();
        if self.source_map == SourceMap::Exact {
            let end = self.out.len();
            self.source_attribute(block.span);
            place = self.out.split_off(end);
        }
        self.raw(&format!(
            "<{element} class=\"description\" id=\"description-{number}\"{place}{attributes}\n"
        ));
        match (self.form, wrapped.blocks.split_first()) {
            (Form::Book(_), Some((Block { kind: BlockKind::Html(summary), .. }, rest))) => {
                let name = summary.replacen("<summary", "<p class=\"description-name\"", 1);
                self.raw(&name.replacen("</summary>", "</p>", 1));
                self.out.push('\n');
                self.blocks(rest);
            }
            _ => self.blocks(&wrapped.blocks),
        }
        let _ = writeln!(self.out, "</{element}>");
    }
}

/// What leads from a picture to its long description.
fn details(number: u32) -> String {
    format!(" aria-details=\"description-{number}\"")
}
