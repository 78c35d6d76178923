//! One text as the rules see it: the document, the work it belongs to, the library around it.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::allow::{self, Allowance};
use super::limits::Limits;
use super::pack::{Candidates, Pack};
use super::prose::{self, Line};
use super::ranges::Ranges;
use super::slips::{self, Slip};
use super::terms::Terms;
use super::vocabulary::{self, Word};
use super::{segment, wording};
use crate::document::{Block, BlockKind, Body, Content, Document, Inline, Resolution};
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
    terms: Option<Arc<Terms<'a>>>,
    lines: OnceLock<Vec<Line>>,
    sentences: OnceLock<Vec<Vec<Range<usize>>>>,
    candidates: OnceLock<Vec<Candidates>>,
    blocks: OnceLock<Vec<&'a Block>>,
    inlines: OnceLock<Vec<Inline<'a>>>,
    named: OnceLock<Vec<Ranges>>,
    slips: OnceLock<Vec<(usize, Slip)>>,
    words: OnceLock<Vec<Word>>,
}

impl<'a> Subject<'a> {
    /// Every text of the library.
    pub fn all(library: &'a Library) -> Vec<Self> {
        let alone = library.homes.iter().chain(&library.sections).map(|document| (document, None));
        let works = library.works.iter().flat_map(|work| {
            std::iter::once(&work.official).chain(&work.easy_read).map(move |document| (document, Some(work)))
        });
        let glossaries = library.glossaries.iter();
        let terms: HashMap<&str, Arc<Terms<'a>>> =
            glossaries.map(|(tag, glossary)| (tag.as_str(), Arc::new(Terms::new(glossary)))).collect();
        let subject = |(document, work): (&'a Arc<Document>, Option<&'a Work>)| {
            let terms = terms.get(document.lang.to_string().as_str()).cloned();
            Self { terms, ..Self::without_terms(library, document, work) }
        };
        // Reading the allowances of ten thousand texts one after the other would keep the other cores waiting.
        alone.chain(works).collect::<Vec<_>>().into_par_iter().map(subject).collect()
    }

    /// One text of the library.
    pub fn of(library: &'a Library, document: &'a Document) -> Self {
        let versions = |work: &Work| {
            let mut versions = std::iter::once(&work.official).chain(&work.easy_read);
            versions.any(|version| std::ptr::eq(&**version, document))
        };
        let work = library.work(&document.slug, &document.lang).filter(|work| versions(work));
        let terms = library.glossary(&document.lang).map(|glossary| Arc::new(Terms::new(glossary)));
        Self { terms, ..Self::without_terms(library, document, work) }
    }

    fn without_terms(library: &'a Library, document: &'a Document, work: Option<&'a Work>) -> Self {
        let pack = Pack::of(&document.lang);
        Self {
            library,
            document,
            work,
            pack,
            limits: Limits::of(&library.config, &document.lang, pack.unit),
            allowances: allow::read(document),
            terms: None,
            lines: OnceLock::new(),
            sentences: OnceLock::new(),
            candidates: OnceLock::new(),
            blocks: OnceLock::new(),
            inlines: OnceLock::new(),
            named: OnceLock::new(),
            slips: OnceLock::new(),
            words: OnceLock::new(),
        }
    }

    /// The lines of the text, read once.
    pub fn lines(&self) -> &[Line] {
        self.lines.get_or_init(|| prose::lines(self.document))
    }

    /// The words of the text, read once.
    pub fn words(&self) -> &[Word] {
        self.words.get_or_init(|| vocabulary::words(self))
    }

    /// The sentences of every line.
    pub fn sentences_by_line(&self) -> &[Vec<Range<usize>>] {
        let read = || self.lines().iter().map(|line| segment::sentences(&line.text, self.pack)).collect();
        self.sentences.get_or_init(read)
    }

    /// Every sentence with the line it stands on.
    pub fn sentences(&self) -> impl Iterator<Item = (&Line, Range<usize>)> {
        let lines = self.lines().iter().zip(self.sentences_by_line());
        lines.flat_map(|(line, sentences)| sentences.iter().map(move |sentence| (line, sentence.clone())))
    }

    /// For every line the word lists that can have something in it.
    pub fn candidates(&self) -> &[Candidates] {
        let read = || self.lines().iter().map(|line| self.pack.candidates(&line.text)).collect();
        self.candidates.get_or_init(read)
    }

    /// For every line the titles in it, and the words that the glossary explains.
    pub fn named(&self) -> &[Ranges] {
        let read = || {
            let of = |line: &Line| {
                let explained = self.terms.iter().flat_map(|terms| terms.uses(&line.text));
                wording::titles(&line.text, &self.pack.titles).into_iter().chain(explained).collect()
            };
            self.lines().iter().map(of).collect()
        };
        self.named.get_or_init(read)
    }

    /// Every slip of typing with the line it stands on.
    pub fn slips(&self) -> impl Iterator<Item = (&Line, &Slip)> {
        let lines = self.lines();
        let read = || {
            let of = |(at, line): (usize, &Line)| {
                slips::of(&line.text, self.pack).into_iter().map(move |slip| (at, slip))
            };
            lines.iter().enumerate().flat_map(of).collect()
        };
        self.slips.get_or_init(read).iter().map(|(at, slip)| (&lines[*at], slip))
    }

    /// The glossary of the text's language, made ready.
    pub fn terms(&self) -> Option<&Terms<'a>> {
        self.terms.as_deref()
    }

    /// The official text, when this is its easy-read version.
    pub fn official(&self) -> Option<&'a Document> {
        self.work.map(|work| &*work.official).filter(|official| !std::ptr::eq(*official, self.document))
    }

    /// The parts of a resolution.
    pub fn resolution(&self) -> Option<&'a Resolution> {
        match &self.document.body {
            Body::Resolution(resolution) => Some(resolution),
            _ => None,
        }
    }

    /// Every block, outer before inner, in reading order.
    pub fn blocks(&self) -> &[&'a Block] {
        self.blocks.get_or_init(|| {
            let mut blocks = Vec::new();
            self.document.each_block(&mut |block| blocks.push(block));
            blocks
        })
    }

    /// Every inline, outer before inner, in reading order.
    pub fn inlines(&self) -> &[Inline<'a>] {
        self.inlines.get_or_init(|| {
            let mut inlines = Vec::new();
            self.document.each_inline(&mut |inline| inlines.push(inline));
            inlines
        })
    }

    /// Every heading with its level and words.
    pub fn headings(&self) -> Vec<(&'a Block, u8, &'a Content)> {
        let heading = |block: &'a Block| match &block.kind {
            BlockKind::Heading { level, content, .. } => Some((block, *level, content)),
            _ => None,
        };
        self.blocks().iter().copied().filter_map(heading).collect()
    }
}
