//! The articles of an act: their ids, their labels, their paragraphs and points.

use super::{Writer, text};
use crate::document::{BlockKind, Paragraph, Text};

impl Writer<'_> {
    /// Writes an article.
    pub fn article(&mut self, article: &Paragraph) {
        self.provision(article, article.label.as_ref(), &[], " article");
    }

    /// Writes an article or a paragraph of one behind a label, which may be that of the article `above`, as its first paragraph has it.
    fn provision(
        &mut self,
        paragraph: &Paragraph,
        label: Option<&Text<'_>>,
        above: &[&Paragraph],
        class: &str,
    ) {
        let id = paragraph.id.to_string();
        self.out.extend(["<div class=\"paragraph", class, "\""]);
        self.id_attribute(&id);
        self.source_attribute(paragraph.span);
        self.out.push_str(">\n");
        let former = self.former_places(&id);
        self.out.push_str(&former);
        let all = [above, &[paragraph]].concat();
        let mut children = paragraph.children.as_slice();
        // A label stands in the line of the words behind it, which may be those of the first paragraph.
        if let (Some((first, rest)), []) = (children.split_first(), &*paragraph.blocks)
            && first.label.is_none()
        {
            self.provision(first, label, &all, "");
            children = rest;
        } else {
            self.labelled(label, paragraph);
            if let Some(beside) = self.beside {
                beside.margin_of(&all, &mut self.out);
            }
        }
        for run in children.chunk_by(|one, next| one.label.is_some() == next.label.is_some()) {
            if run.first().is_some_and(|first| first.label.is_none()) {
                run.iter().for_each(|child| self.provision(child, None, &[], ""));
            } else {
                self.points(run);
            }
        }
        self.blocks(&paragraph.closing);
        self.out.push_str("</div>\n");
    }

    /// Writes the words of a paragraph with the label before them.
    pub(super) fn labelled(&mut self, label: Option<&Text<'_>>, paragraph: &Paragraph) {
        let Some(label) = label else { return self.blocks(&paragraph.blocks) };
        // The number stands in the text, so that it is copied, heard and shown with it.
        self.out.push_str("<p><span class=\"number\">");
        text(self.document.text(label), &mut self.out);
        self.out.push_str("</span>");
        let mut rest = paragraph.blocks.as_slice();
        if let Some((first, after)) = rest.split_first()
            && let BlockKind::Paragraph(content) = &first.kind
        {
            self.out.push(' ');
            self.inlines(content);
            rest = after;
        }
        self.out.push_str("</p>\n");
        self.blocks(rest);
    }
}
