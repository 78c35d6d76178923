//! One text as the rules see it: the document, the work it belongs to, the library around it.

use std::ops::Range;
use std::sync::OnceLock;

use super::allow::{self, Allowance};
use super::limits::Limits;
use super::pack::Pack;
use super::prose::{self, Line};
use super::segment;
use super::vocabulary::{self, Word};
use crate::document::{Block, BlockKind, Body, Document, Inline, Resolution};
use crate::glossary::Glossary;
use crate::library::{Library, Work};

/// A text and what a rule may compare it with.
#[derive(Debug)]
pub struct Subject<'a> {
    /// Everything that is published.
    pub library: &'a Library,
    /// The text.
    pub document: &'a Document,
    /// The work it is a version of; `None` for listings and home pages.
    pub work: Option<&'a Work>,
    /// What is known of its language.
    pub pack: &'static Pack,
    /// The thresholds that hold for it.
    pub limits: Limits,
    /// The rules it may break.
    pub allowances: Vec<Allowance>,
    lines: OnceLock<Vec<Line>>,
    words: OnceLock<Vec<Word>>,
}

impl<'a> Subject<'a> {
    /// Every text of the library.
    pub fn all(library: &'a Library) -> Vec<Self> {
        let alone = library.homes.iter().chain(&library.sections).map(|document| (document, None));
        let works = library.works.iter().flat_map(|work| {
            std::iter::once(&work.official).chain(&work.easy_read).map(move |document| (document, Some(work)))
        });
        let subject = |(document, work): (&'a Document, Option<&'a Work>)| {
            let pack = Pack::of(&document.lang);
            let limits = Limits::of(&library.config, &document.lang, pack.unit);
            Self {
                library,
                document,
                work,
                pack,
                limits,
                allowances: allow::read(document),
                lines: OnceLock::new(),
                words: OnceLock::new(),
            }
        };
        alone.chain(works).map(subject).collect()
    }

    /// The lines of the text, read once.
    pub fn lines(&self) -> &[Line] {
        self.lines.get_or_init(|| prose::lines(self.document))
    }

    /// The words of the text, read once.
    pub fn words(&self) -> &[Word] {
        self.words.get_or_init(|| vocabulary::words(self))
    }

    /// Every sentence with the line it stands on.
    pub fn sentences(&self) -> impl Iterator<Item = (&Line, Range<usize>)> {
        let of = |line: &Line| segment::sentences(&line.text, self.pack);
        self.lines().iter().flat_map(move |line| of(line).into_iter().map(move |sentence| (line, sentence)))
    }

    /// The word list of the text's language.
    pub fn glossary(&self) -> Option<&'a Glossary> {
        self.library.glossary(&self.document.lang)
    }

    /// The official text, when this is its easy-read version.
    pub fn official(&self) -> Option<&'a Document> {
        self.work.map(|work| &work.official).filter(|official| !std::ptr::eq(*official, self.document))
    }

    /// The parts of a resolution.
    pub fn resolution(&self) -> Option<&'a Resolution> {
        match &self.document.body {
            Body::Resolution(resolution) => Some(resolution),
            _ => None,
        }
    }

    /// Every block, outer before inner, in reading order.
    pub fn blocks(&self) -> Vec<&'a Block> {
        let mut blocks = Vec::new();
        self.document.each_block(&mut |block| blocks.push(block));
        blocks
    }

    /// Every inline, outer before inner, in reading order.
    pub fn inlines(&self) -> Vec<&'a Inline> {
        let mut inlines = Vec::new();
        self.document.each_inline(&mut |inline| inlines.push(inline));
        inlines
    }

    /// Every heading with its level and words.
    pub fn headings(&self) -> Vec<(&'a Block, u8, &'a [Inline])> {
        let heading = |block: &'a Block| match &block.kind {
            BlockKind::Heading { level, content, .. } => Some((block, *level, content.as_slice())),
            _ => None,
        };
        self.blocks().into_iter().filter_map(heading).collect()
    }
}
