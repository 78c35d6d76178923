//! Captions of pictures: the title of a picture that stands alone in its paragraph.
//!
//! In: titles, as pictures have them. Out: figures; and a finding for each title that is no caption, and for marks in one.

use super::Reader;
use crate::document::{BlockKind, Content, Figure, Text};
use crate::finding::Finding;
use crate::parse::{first_mark, soft_break};
use crate::source::{Span, slice};

impl<'p> Reader<'p, '_> {
    /// Remembers the title of a picture.
    pub(super) fn titled(&mut self, picture: Span, title: &str) {
        if !title.trim().is_empty() {
            self.titles.push((picture, self.prepared.strip(title).trim().to_owned()));
        }
    }

    /// What a paragraph is: a figure where all of it is a picture with a caption.
    pub(super) fn paragraph(&mut self, content: Content) -> BlockKind {
        let titled = self.titles.last().map(|(picture, _)| *picture);
        let lone = content.lone_picture().map(|picture| picture.span);
        if titled.is_none() || lone != titled || self.is_easy_read {
            return BlockKind::Paragraph(content);
        }
        let caption = self.titles.pop().map(|(picture, title)| self.caption(picture, &title));
        BlockKind::Figure(Box::new(Figure { picture: content, caption, description: None }))
    }

    fn caption(&mut self, picture: Span, title: &str) -> Content {
        if let Some(mark) = first_mark(title) {
            let mark = slice(title, mark);
            let message =
                format!("“{mark}” is shown as it is written: the caption of a picture is plain text");
            let help = "Write the words alone, or put the picture into “<figure>” with the caption in “<figcaption>”.";
            self.findings
                .push(Finding::warning("markdown/caption-markup", self.source, picture, message).help(help));
        }
        match self.carried(title, picture) {
            Text::Source(place) if !title.contains('\n') => self.content.text(place),
            _ => {
                let title = self.in_one_line(title);
                self.content.spelled_text(picture, &title);
            }
        }
        self.content.finish()
    }

    /// The lines of a title, joined as those of a paragraph are.
    fn in_one_line(&self, title: &str) -> String {
        let mut joined = String::new();
        for line in title.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let ends = joined.chars().next_back().zip(line.chars().next());
            if ends.is_some_and(|(before, after)| !soft_break::joins(before, after, self.cjk)) {
                joined.push(' ');
            }
            joined.push_str(line);
        }
        joined
    }

    /// Finds the titles that are no captions.
    pub(super) fn lost_titles(&mut self) {
        let help = match self.is_easy_read {
            true => "Say it in a sentence of the text: an easy-read version has no captions.",
            false => {
                "Put the picture alone between blank lines, and its title is its caption, or write the words into the text."
            }
        };
        for (picture, title) in std::mem::take(&mut self.titles) {
            self.lost(picture, format!("the title “{title}” of this picture is not published"), help);
        }
    }
}
