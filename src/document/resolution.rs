//! A resolution in its parts, and the official numbering of its paragraphs.

use std::fmt;

use super::{Block, Text};
use crate::numbering::Suffix;
use crate::source::Span;

/// A resolution: preambular paragraphs, then numbered operative ones.
#[derive(Debug, Default)]
pub struct Resolution {
    /// Whatever stands before the opening words, usually nothing.
    pub before: Vec<Block>,
    /// The opening words (`pp-0`) and the preambular paragraphs.
    pub preamble: Vec<Paragraph>,
    /// The operative paragraphs.
    pub operative: Vec<Paragraph>,
    /// Whatever stands after the last operative paragraph, such as an annex.
    pub after: Vec<Block>,
}

impl Resolution {
    /// Every paragraph and sub-paragraph in reading order.
    pub fn paragraphs(&self) -> Vec<&Paragraph> {
        fn gather<'a>(paragraphs: &'a [Paragraph], all: &mut Vec<&'a Paragraph>) {
            for paragraph in paragraphs {
                all.push(paragraph);
                gather(&paragraph.children, all);
            }
        }
        let mut all = Vec::new();
        gather(&self.preamble, &mut all);
        gather(&self.operative, &mut all);
        all
    }
}

/// One paragraph of a resolution.
#[derive(Debug)]
pub struct Paragraph {
    /// Its name, the same in every language.
    pub id: ParagraphId,
    /// From its first to its last byte, sub-paragraphs included.
    pub span: Span,
    /// The number or letter as the text prints it, `10.` or `(a)`; `None` in the preamble.
    pub label: Option<Text<'static>>,
    /// The words, without the label.
    pub blocks: Vec<Block>,
    /// Sub-paragraphs.
    pub children: Vec<Paragraph>,
    /// Words after the sub-paragraphs that belong to the paragraph as a whole.
    pub closing: Vec<Block>,
}

/// The official numbering, the same in every language: `pp-3`, `op-10`, `op-1-bis`, `op-2a`, `op-17-a`, `op-17-a-ii`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ParagraphId {
    /// Preamble or operative part.
    pub part: ResolutionPart,
    /// The number in that part.
    pub number: u32,
    /// What distinguishes it from the paragraph of that number that stands before it.
    pub suffix: Suffix,
    /// The letters of sub-paragraphs, outermost first.
    pub letters: Vec<Box<str>>,
}

/// The two parts of a resolution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ResolutionPart {
    /// Why the organ speaks.
    Preamble,
    /// What it decides and asks.
    Operative,
}

impl ParagraphId {
    /// Whether this is the paragraph of that name.
    pub fn is(&self, name: &str) -> bool {
        // Compared piece by piece: this runs for every link, and making the name would allocate each time.
        struct Rest<'a>(&'a str);
        impl fmt::Write for Rest<'_> {
            fn write_str(&mut self, piece: &str) -> fmt::Result {
                self.0 = self.0.strip_prefix(piece).ok_or(fmt::Error)?;
                Ok(())
            }
        }
        let mut rest = Rest(name);
        fmt::write(&mut rest, format_args!("{self}")).is_ok() && rest.0.is_empty()
    }
}

impl fmt::Display for ParagraphId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let part = match self.part {
            ResolutionPart::Preamble => "pp",
            ResolutionPart::Operative => "op",
        };
        write!(f, "{part}-{}{}", self.number, self.suffix)?;
        self.letters.iter().try_for_each(|letter| write!(f, "-{letter}"))
    }
}
