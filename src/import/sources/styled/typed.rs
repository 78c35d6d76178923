//! Numbers and labels that people typed before the words of paragraphs, which the file does not count.
//!
//! In: the paragraphs of a resolution, in their order. Out: each with the number that its words begin with, as one that Word counts has it.
//! Refused: a number that does not come next, and a label before the first number; they stay words.

use crate::import::source::{Paragraph, Style};
use crate::numbering::{Label, Number, Suffix};
use crate::source::slice;

/// The numbers of the paragraphs so far.
#[derive(Debug, Default)]
pub struct Typed(Option<(u32, Suffix)>);

impl Typed {
    /// Finds the number of the next paragraph.
    pub fn read(&mut self, text: &str, paragraph: &mut Paragraph) {
        if let Some(number) = &paragraph.number {
            let counted = Number::of(slice(text, number.clone()));
            self.0 = counted.map(|number| (number.value, number.suffix)).or(self.0);
            return;
        }
        if paragraph.cell.is_some() || paragraph.style != Style::Body {
            return;
        }
        let said = paragraph.words.passage.text();
        // An annex begins again.
        let comes_next = |number: &Number| match self.0 {
            _ if number.value == 1 && number.suffix == Suffix::None => true,
            Some((value, suffix)) => number.follows(value, suffix) && number.value <= value + 1,
            None => false,
        };
        let number = Number::of(said).filter(comes_next);
        let label = || Label::of(said).filter(|_| self.0.is_some()).map(|label| label.length);
        let Some(length) = number.map(|number| number.length).or_else(label) else { return };
        self.0 = number.map(|number| (number.value, number.suffix)).or(self.0);
        paragraph.number = paragraph.words.take_start(text, length);
    }
}
