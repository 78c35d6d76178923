//! A resolution in its parts, the articles of an act, and the official numbering of their paragraphs.

use std::fmt;

use super::{Block, BlockKind, Content, Text};
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
        self.preamble.iter().chain(&self.operative).flat_map(Paragraph::and_inside).collect()
    }
}

/// One paragraph of a resolution, or an article of an act, its paragraphs and points.
#[derive(Debug)]
pub struct Paragraph {
    /// Its name, the same in every language.
    pub id: ParagraphId,
    /// From its first to its last byte, sub-paragraphs included.
    pub span: Span,
    /// The number or letter as the text prints it, `10.`, `(a)` or `第五条`; `None` in the preamble, and where it stands among the words.
    pub label: Option<Text<'static>>,
    /// The words, without the label.
    pub blocks: Vec<Block>,
    /// Sub-paragraphs.
    pub children: Vec<Paragraph>,
    /// Words after the sub-paragraphs that belong to the paragraph as a whole.
    pub closing: Vec<Block>,
    /// The number of the last article, where it stands for several: 第二条至第四条（删除）.
    pub through: Option<u32>,
}

impl Paragraph {
    /// It and all paragraphs in it, in reading order.
    pub fn and_inside(&self) -> Vec<&Paragraph> {
        fn gather<'a>(paragraph: &'a Paragraph, all: &mut Vec<&'a Paragraph>) {
            all.push(paragraph);
            paragraph.children.iter().for_each(|child| gather(child, all));
        }
        let mut all = Vec::new();
        gather(self, &mut all);
        all
    }

    /// The heading that an article begins with: its level and its words, with the label.
    pub fn heading(&self) -> Option<(u8, &Content)> {
        match &self.blocks.first()?.kind {
            BlockKind::Heading { level, content } => Some((*level, content)),
            _ => None,
        }
    }
}

/// The articles among these blocks, in reading order.
pub fn articles(blocks: &[Block]) -> impl Iterator<Item = &Paragraph> {
    blocks.iter().filter_map(|block| match &block.kind {
        BlockKind::Article(article) => Some(&**article),
        _ => None,
    })
}

/// The official numbering, the same in every language: `pp-3`, `op-10`, `op-1-bis`, `op-2a`, `op-17-a`, `op-17-a-ii`; of acts
/// `art-5`, `art-5a`, `art-5-2`, `art-5-2-a`, `art-5-2-a-1`, and in annexes `annex-art-5`, `annex-2-art-5`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ParagraphId {
    /// Preamble, operative part or articles.
    pub part: ResolutionPart,
    /// In which annex with articles of its own it stands, from 1; 0 is none.
    pub annex: u32,
    /// The number in that part.
    pub number: u32,
    /// What distinguishes it from the paragraph of that number that stands before it.
    pub suffix: Suffix,
    /// The letters of sub-paragraphs, outermost first; in an article, the numbers of paragraphs and the letters of points.
    pub letters: Vec<Box<str>>,
}

/// The two parts of a resolution, and the articles of an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ResolutionPart {
    /// Why the organ speaks.
    Preamble,
    /// What it decides and asks.
    Operative,
    /// What an act provides.
    Article,
    /// The same, where the act calls its articles sections.
    Section,
}

impl ResolutionPart {
    /// Whether it is a part of an act.
    pub fn is_of_act(self) -> bool {
        matches!(self, Self::Article | Self::Section)
    }
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
            ResolutionPart::Article | ResolutionPart::Section => "art",
        };
        match self.annex {
            0 => {}
            1 => f.write_str("annex-")?,
            annex => write!(f, "annex-{annex}-")?,
        }
        write!(f, "{part}-{}{}", self.number, self.suffix)?;
        self.letters.iter().try_for_each(|letter| write!(f, "-{letter}"))
    }
}
