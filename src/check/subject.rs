//! One text as the rules see it: the document, the work it belongs to, the library around it.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::allow::{self, Allowance};
use super::elements::Elements;
use super::limits::Limits;
use super::prose::{Line, Prose};
use super::reading::Reading;
use super::terms::Terms;
use super::typography::{self, TypingMistake};
use super::vocabulary::{self, Word};
use super::{designations, names, places, wording};
use crate::document::{Block, Body, Document, Paragraph, Resolution, articles};
use crate::languages::segment;
use crate::languages::{Candidates, LanguageData, Lines};
use crate::library::{Library, Work};
use crate::ranges::Ranges;
use crate::source::slice;

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
    pub language: &'a LanguageData,
    /// The thresholds that hold for it.
    pub limits: Limits,
    /// The rules it may break.
    pub allowances: Vec<Allowance>,
    terms: Option<Arc<Terms<'a>>>,
    reading: OnceLock<Reading<'a>>,
    sentences: OnceLock<Vec<Vec<Range<usize>>>>,
    candidates: OnceLock<Vec<Candidates>>,
    named: OnceLock<Vec<Ranges>>,
    names: OnceLock<Ranges>,
    places: OnceLock<HashMap<String, usize>>,
    slips: OnceLock<Vec<(usize, TypingMistake)>>,
    words: OnceLock<Vec<Word>>,
}

impl<'a> Subject<'a> {
    /// Every text of the library.
    pub fn all(library: &'a Library) -> Vec<Self> {
        let alone = library.homes.iter().chain(&library.sections).chain(library.transcripts.values());
        let alone = alone.map(|document| (document, None));
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
        let language = library.language(&document.lang).data();
        Self {
            library,
            document,
            work,
            language,
            limits: Limits::of(&library.config, &document.lang, language.unit),
            allowances: allow::read(document),
            terms: None,
            reading: OnceLock::new(),
            sentences: OnceLock::new(),
            candidates: OnceLock::new(),
            named: OnceLock::new(),
            names: OnceLock::new(),
            places: OnceLock::new(),
            slips: OnceLock::new(),
            words: OnceLock::new(),
        }
    }

    fn reading(&self) -> &Reading<'a> {
        self.reading.get_or_init(|| Reading::of(self.document))
    }

    /// The words of the text without markup.
    pub fn prose(&self) -> &Prose {
        &self.reading().prose
    }

    /// The lines of the text.
    pub fn lines(&self) -> impl ExactSizeIterator<Item = Line<'_>> + Clone {
        self.prose().lines()
    }

    /// The headings, tables, links and pictures of the text.
    pub fn elements(&self) -> &Elements<'a> {
        &self.reading().elements
    }

    /// The words of the text, read once.
    pub fn words(&self) -> &[Word] {
        self.words.get_or_init(|| vocabulary::words(self))
    }

    /// The sentences of every line.
    pub fn sentences_by_line(&self) -> &[Vec<Range<usize>>] {
        let read = || self.lines().map(|line| segment::sentences(line.text, self.language)).collect();
        self.sentences.get_or_init(read)
    }

    /// Every sentence with the line it stands on.
    pub fn sentences(&self) -> impl Iterator<Item = (Line<'_>, Range<usize>)> {
        let lines = self.lines().zip(self.sentences_by_line());
        lines.flat_map(|(line, sentences)| sentences.iter().map(move |sentence| (line, sentence.clone())))
    }

    /// For every line the word lists that can have something in it.
    pub fn candidates(&self) -> &[Candidates] {
        let prose = self.prose();
        let lines =
            || Lines { text: prose.text(), count: prose.lines().len(), of: |place| prose.lines_of(place) };
        self.candidates.get_or_init(|| self.language.candidates(lines()))
    }

    /// For every line the titles in it, the words that the glossary explains, and the addresses and numbers that are read
    /// sign by sign.
    pub fn named(&self) -> &[Ranges] {
        let read = || {
            let prose = self.prose();
            let mut named = vec![Vec::new(); prose.lines().len()];
            for place in self.terms.iter().flat_map(|terms| terms.uses(prose.text())) {
                let Some(at) = prose.line_at(place.start) else { continue };
                let Some((line, named)) = prose.line(at).zip(named.get_mut(at)) else { continue };
                named.push(line.part(place));
            }
            for at in wording::lines_with_titles(prose, &self.language.titles) {
                let Some((line, named)) = prose.line(at).zip(named.get_mut(at)) else { continue };
                named.extend(wording::titles(line.text, &self.language.titles));
            }
            for (line, named) in prose.lines().zip(&mut named) {
                named.extend(designations::of(line.text, self.language));
            }
            named.into_iter().map(Ranges::from_iter).collect()
        };
        self.named.get_or_init(read)
    }

    /// Whether a place of the prose is in a title, an address, the name of a file, a number to call or a word of the glossary.
    pub fn is_named(&self, place: &Range<usize>) -> bool {
        let at = self.prose().line_at(place.start);
        let line = at.and_then(|at| Some((self.prose().line(at)?, self.named().get(at)?)));
        line.is_some_and(|(line, named)| named.hold(&line.part(place.clone())))
    }

    /// Where names stand among the words of the text that a reader meets as one thing.
    pub fn names(&self) -> &Ranges {
        let read = || {
            let prose = self.prose();
            let lines = prose.lines().zip(self.named());
            let named = lines.flat_map(|(line, named)| named.iter().map(move |range| line.place(range)));
            let explained =
                self.language.names().map(|forms| names::explained(forms, prose)).unwrap_or_default();
            let official = self.terms.iter().flat_map(|terms| terms.official_names(prose.text()));
            named.chain(official).chain(explained).collect()
        };
        self.names.get_or_init(read)
    }

    /// How long words of a line are; a name counts as one thing.
    pub fn length(&self, line: Line<'_>, part: &Range<usize>) -> usize {
        let names = names::within(self.names(), &line.place(part));
        segment::length_with(slice(line.text, part.clone()), &names, self.language)
    }

    /// How long words of a line are, if they are longer than `most`.
    pub fn longer_than(&self, most: usize, line: Line<'_>, part: &Range<usize>) -> Option<usize> {
        segment::longer_than(most, slice(line.text, part.clone()), self.language)?;
        Some(self.length(line, part)).filter(|length| *length > most)
    }

    /// How often a sign stands among words of a line, outside names, if it stands there more often than `most`.
    pub fn more_than(&self, most: usize, line: Line<'_>, part: &Range<usize>, sign: char) -> Option<usize> {
        let all = slice(line.text, part.clone()).matches(sign).count();
        if all <= most {
            return None;
        }
        let names = names::within(self.names(), &line.place(part));
        let in_names: usize = names
            .iter()
            .map(|name| slice(slice(line.text, part.clone()), name.clone()).matches(sign).count())
            .sum();
        Some(all - in_names).filter(|count| *count > most)
    }

    /// Every slip of typing with the line it stands on.
    pub fn slips(&self) -> impl Iterator<Item = (Line<'_>, &TypingMistake)> {
        let read = || {
            let of = |(at, line): (usize, Line<'_>)| {
                typography::of(line.text, self.language).into_iter().map(move |slip| (at, slip))
            };
            self.lines().enumerate().flat_map(of).collect()
        };
        let slips = self.slips.get_or_init(read).iter();
        slips.filter_map(|(at, slip)| Some((self.prose().line(*at)?, slip)))
    }

    /// The glossary of the text's language, made ready.
    pub fn terms(&self) -> Option<&Terms<'a>> {
        self.terms.as_deref()
    }

    /// The official text, when this is its easy-read version.
    pub fn official(&self) -> Option<&'a Document> {
        self.work.map(|work| &*work.official).filter(|official| !std::ptr::eq(*official, self.document))
    }

    /// Every name in the official text and where it comes; nothing when this is no easy-read version.
    pub fn official_places(&self) -> &HashMap<String, usize> {
        self.places.get_or_init(|| self.official().map(places::of).unwrap_or_default())
    }

    /// The operative paragraphs of a resolution, or the articles of an act.
    pub fn numbered(&self) -> impl Iterator<Item = &'a Paragraph> + use<'a> {
        numbered(self.document)
    }

    /// The parts of a resolution.
    pub fn resolution(&self) -> Option<&'a Resolution> {
        match &self.document.body {
            Body::Resolution(resolution) => Some(resolution),
            _ => None,
        }
    }
}

/// The operative paragraphs of a resolution, or the articles of an act.
pub fn numbered(document: &Document) -> impl Iterator<Item = &Paragraph> {
    let (operative, blocks): (&[Paragraph], &[Block]) = match &document.body {
        Body::Resolution(resolution) => (&resolution.operative, &[]),
        Body::Flow(blocks) => (&[], blocks),
        Body::EasyRead(_) => (&[], &[]),
    };
    operative.iter().chain(articles(blocks))
}
