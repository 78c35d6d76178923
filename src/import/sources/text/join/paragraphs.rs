//! How a paragraph begins: with a number, with a label, or with its first words.

use std::ops::Range;

use super::{DocumentPart, Joined, Joiner};
use crate::import::passage::Passage;
use crate::import::source::Style;
use crate::numbering::{Label, Number};
use crate::source::slice;

impl Joiner<'_> {
    /// Begins a numbered paragraph.
    pub fn numbered(&mut self, range: Range<usize>, number: Number) {
        let end = range.start + number.length;
        if self.part != DocumentPart::Annex {
            self.part = DocumentPart::Operative;
        }
        self.push(Some(range.start..end), Style::Body, Passage::line(self.text, end..range.end));
        (self.number, self.label) = ((number.value, number.suffix), None);
    }

    /// Begins a labelled paragraph; a bullet before the label is left out.
    pub fn labelled(&mut self, range: Range<usize>, bullet: usize, label: Label) {
        let start = range.start + bullet;
        let sign = slice(self.text, range.start..start).trim_end().len();
        if sign > 0 {
            self.left_out.push((range.start..range.start + sign, "list bullet".to_owned()));
        }
        let end = start + label.length;
        self.push(Some(start..end), Style::Body, Passage::line(self.text, end..range.end));
        self.label = Some(label);
    }

    pub fn begin(&mut self, range: Range<usize>) {
        if self.paragraphs.is_empty() && self.part == DocumentPart::Preamble {
            self.is_opened = self.rules.opened_by(slice(self.text, range.clone())).is_some();
        }
        let said = slice(self.text, range.clone());
        let level = self.headings.as_mut().and_then(|headings| headings.level(said, self.rules));
        self.is_below_heading = level.is_some();
        self.push(None, Style::Body, Passage::line(self.text, range));
    }

    pub fn push(&mut self, number: Option<Range<usize>>, style: Style, passage: Passage) {
        let part = self.part;
        self.paragraphs.push(Joined { part, number, style, passage });
    }
}
