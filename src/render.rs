//! The model to finished pages, in memory.
//!
//! In: the library and the templates. Out: one page at a time, so that pages can be made on several cores and
//! written as they come. Touches no disk after the templates are loaded.

pub mod authority;
pub(crate) mod beside;
mod cards;
pub(crate) mod credits;
mod downloads;
pub(crate) mod easy_read;
mod entries;
pub(crate) mod event;
mod exports;
pub(crate) mod facts;
mod fallback_words;
pub(crate) mod feeds;
pub mod fields;
mod follow_up;
mod former;
mod frame;
mod glossary;
mod groups;
mod head;
pub mod html;
mod language_names;
mod listing;
mod matches;
mod moved;
mod navigation;
mod not_found;
pub(crate) mod official;
mod outdated;
mod owed;
mod pictures;
pub mod rules;
mod side_by_side;
mod statement;
mod structured_data;
mod templates;
mod theme;
mod unbroken;
mod withdrawn;
pub(crate) mod words;

use std::collections::HashMap;
use std::ptr;
use std::sync::LazyLock;

use crate::address::{Address, PageKind};
use crate::collections::Withdrawn;
use crate::coverage::Coverage;
use crate::document::Document;
use crate::evidence::Evidence;
use crate::explain::{CHAPTERS, Chapter};
use crate::finding::Finding;
use crate::lang::Lang;
use crate::languages::Labels;
use crate::library::{Library, Matches, Part, Work};
use crate::review::ReviewStatus;
use crate::source::Span;

pub use downloads::{Download, Downloads};
pub use easy_read::easy_title;
pub use follow_up::{DatedRow, calendar_address, deadlines, name_of_paragraph, who};
pub use frame::canonical;
pub use html::SourceMap;
pub use official::{full_title, short_title};
pub use outdated::outdated;
pub use owed::Owes;
pub use rules::prose as marked;
pub use side_by_side::{Row, RowState};
pub use templates::{TEMPLATES_FOLDER, THEMES_FOLDER, Templates};
pub use theme::Theme;
pub use theme::contract;
pub use theme::files as theme_files;

/// One page to make.
#[derive(Debug, Clone, Copy)]
pub enum Job<'a> {
    /// The first page of a language.
    Home(&'a Lang),
    /// A later part of its list, counted from 2.
    HomePart(&'a Lang, usize),
    /// The page of a folder with `_index.md`.
    Section(&'a Document),
    /// A later part of its list, counted from 2.
    SectionPart(&'a Document, usize),
    /// The entries of a collection that have the same value, or two; pages count from 1.
    Part(&'a Document, &'a Part, usize),
    /// Who can help whom in a collection; pages count from 1.
    Match(&'a Document, usize),
    /// An official text.
    Official(&'a Work),
    /// An easy-read version.
    EasyRead(&'a Work, &'a Document),
    /// The word list of a language.
    Glossary(&'a Lang),
    /// The pictures and what they stand for, in a language.
    Pictures(&'a Lang),
    /// Who must do what by when, in a language.
    FollowUp(&'a Lang),
    /// The accessibility statement of a language.
    Statement(&'a Lang),
    /// The list of the chapters of rules.
    Rules,
    /// The rules of a chapter.
    RuleChapter(&'static Chapter),
    /// The page for addresses that lead nowhere.
    NotFound(&'a Lang),
    /// The page of an entry that was published and is no longer.
    Withdrawn(&'a Withdrawn),
    /// The page at an old address of a text, by its number among its aliases.
    Moved(&'a Document, usize),
}

impl Job<'_> {
    /// The language of the page.
    pub fn lang(&self) -> Lang {
        match self {
            Job::Home(lang)
            | Job::HomePart(lang, _)
            | Job::Glossary(lang)
            | Job::Pictures(lang)
            | Job::FollowUp(lang)
            | Job::Statement(lang)
            | Job::NotFound(lang) => (*lang).clone(),
            Job::Section(text)
            | Job::SectionPart(text, _)
            | Job::Part(text, ..)
            | Job::Match(text, _)
            | Job::Moved(text, _) => text.lang.clone(),
            Job::Official(work) | Job::EasyRead(work, _) => work.lang.clone(),
            Job::Withdrawn(entry) => entry.lang.clone(),
            Job::Rules | Job::RuleChapter(_) => crate::explain::language(),
        }
    }
}

impl<'a> Job<'a> {
    /// The works whose texts it is made of.
    pub fn works(&self, library: &'a Library) -> Vec<&'a Work> {
        match *self {
            Job::Official(work) | Job::EasyRead(work, _) => vec![work],
            Job::Home(lang) => library.works.iter().filter(|work| work.lang == *lang).collect(),
            _ => Vec::new(),
        }
    }
}

impl PartialEq for Job<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Job::Home(a), Job::Home(b))
            | (Job::Glossary(a), Job::Glossary(b))
            | (Job::Pictures(a), Job::Pictures(b))
            | (Job::FollowUp(a), Job::FollowUp(b))
            | (Job::Statement(a), Job::Statement(b))
            | (Job::NotFound(a), Job::NotFound(b)) => a == b,
            (Job::HomePart(a, part), Job::HomePart(b, other)) => a == b && part == other,
            (Job::Section(a), Job::Section(b)) => ptr::eq(*a, *b),
            (Job::SectionPart(a, part), Job::SectionPart(b, other)) => ptr::eq(*a, *b) && part == other,
            (Job::Match(a, page), Job::Match(b, other)) => ptr::eq(*a, *b) && page == other,
            (Job::Part(_, a, page), Job::Part(_, b, other)) => ptr::eq(*a, *b) && page == other,
            (Job::Moved(a, number), Job::Moved(b, other)) => ptr::eq(*a, *b) && number == other,
            (Job::Official(a), Job::Official(b)) => ptr::eq(*a, *b),
            (Job::Withdrawn(a), Job::Withdrawn(b)) => a == b,
            (Job::EasyRead(_, a), Job::EasyRead(_, b)) => ptr::eq(*a, *b),
            (Job::Rules, Job::Rules) => true,
            (Job::RuleChapter(a), Job::RuleChapter(b)) => a.slug == b.slug,
            _ => false,
        }
    }
}

/// A finished page.
#[derive(Debug)]
pub struct Page {
    /// Where it stands.
    pub address: Address,
    /// The whole page.
    pub html: String,
}

/// Everything that making one page needs.
#[derive(Clone, Copy)]
pub struct Renderer<'a> {
    pub(crate) library: &'a Library,
    pub(crate) templates: &'a Templates,
    languages: &'a [Lang],
    source_map: SourceMap,
    evidence: Option<&'a Evidence>,
    downloads: &'a Downloads,
}

impl<'a> Renderer<'a> {
    /// `languages` are those of the library, the main one first.
    pub fn new(
        library: &'a Library,
        templates: &'a Templates,
        languages: &'a [Lang],
        source_map: SourceMap,
    ) -> Self {
        static NONE: LazyLock<Downloads> = LazyLock::new(Downloads::default);
        Self { library, templates, languages, source_map, evidence: None, downloads: &NONE }
    }

    /// The same, knowing what the build proved: the accessibility statement gives it.
    #[must_use]
    pub fn telling<'b>(&self, evidence: &'b Evidence) -> Renderer<'b>
    where
        'a: 'b,
    {
        Renderer { evidence: Some(evidence), ..*self }
    }

    /// The same, with the place of everything in the source.
    #[must_use]
    pub fn placing(&self) -> Self {
        Self { source_map: SourceMap::Exact, ..*self }
    }

    /// The same, offering these files on its pages.
    #[must_use]
    pub fn offering<'b>(&self, downloads: &'b Downloads) -> Renderer<'b>
    where
        'a: 'b,
    {
        Renderer { downloads, ..*self }
    }

    /// All pages of the site.
    pub fn jobs(&self) -> Vec<Job<'a>> {
        jobs(self.library, self.languages)
    }

    /// Makes one page.
    ///
    /// # Errors
    /// When a template fails; the finding says where in it.
    pub fn page(&self, job: Job<'a>) -> Result<Page, Finding> {
        match job {
            Job::Home(lang) => listing::home(self, lang, 1),
            Job::HomePart(lang, part) => listing::home(self, lang, part),
            Job::Section(section) => listing::section(self, section, 1),
            Job::SectionPart(section, part) => listing::section(self, section, part),
            Job::Part(section, part, page) => entries::part_page(self, section, part, page),
            Job::Match(section, page) => matches::page(self, section, page),
            Job::NotFound(lang) => not_found::page(self, lang),
            Job::Moved(text, number) => moved::page(self, text, number),
            Job::Withdrawn(entry) => withdrawn::page(self, entry),
            Job::Official(work) => official::page(self, work),
            Job::EasyRead(work, easy) => easy_read::page(self, work, easy),
            Job::Glossary(lang) => glossary::page(self, lang),
            Job::Pictures(lang) => pictures::page(self, lang),
            Job::FollowUp(lang) => follow_up::page(self, lang),
            Job::Statement(lang) => statement::page(self, lang),
            Job::Rules => rules::index(self),
            Job::RuleChapter(chapter) => rules::chapter(self, chapter),
        }
    }

    fn writer<'w>(&'w self, document: &'w Document, address: &'w Address) -> html::Writer<'w> {
        self.writer_for(document, html::Form::Page(address))
    }

    /// A writer for parts of a document in one of the two forms.
    pub(crate) fn writer_for<'w>(&'w self, document: &'w Document, form: html::Form<'w>) -> html::Writer<'w> {
        let labels = self.labels(&document.lang);
        html::Writer {
            library: self.library,
            document,
            form,
            labels,
            note_mark: labels.label("note-mark"),
            source_map: self.source_map,
            beside: None,
            terms: None,
            out: String::with_capacity(document.source.text().len() * 2),
            last_note: 0,
            titles: HashMap::new(),
            plain: Span::default(),
        }
    }

    /// The words that official texts of a language lead to the glossary by, where the site asks for it.
    fn terms(&self, lang: &Lang) -> Option<html::Terms<'_>> {
        let glossary = self.library.glossary(lang).filter(|_| self.library.config.site.glossary_in_texts)?;
        Some(html::Terms::new(glossary, self.library.address_of("", lang, PageKind::Glossary)))
    }

    /// The labels for pages in a language: those that it lacks stand between marks until the page is finished.
    pub(crate) fn labels(&self, lang: &Lang) -> &'a Labels {
        self.library.language(lang).page_labels()
    }

    fn home(&self, lang: &Lang) -> Address {
        // The rule reference is in English, also on a site that has no other page in English.
        let lang = if self.languages.contains(lang) { lang } else { &self.library.config.language };
        self.library.address_of("", lang, PageKind::Home)
    }

    fn coverage(&self, work: &Work) -> Coverage {
        Coverage::of(work)
    }

    fn standing(&self, work: &Work) -> ReviewStatus {
        ReviewStatus::of(self.library, work)
    }
}

/// All pages of a site.
pub fn jobs<'a>(library: &'a Library, languages: &'a [Lang]) -> Vec<Job<'a>> {
    let mut jobs: Vec<Job<'a>> = languages.iter().map(Job::Home).collect();
    jobs.extend(languages.iter().filter(|lang| library.glossary(lang).is_some()).map(Job::Glossary));
    jobs.extend(languages.first().map(Job::NotFound));
    for lang in languages {
        jobs.extend((2..=listing::parts_of_home(library, lang)).map(|part| Job::HomePart(lang, part)));
    }
    for section in &library.sections {
        jobs.push(Job::Section(section));
        let parts = listing::parts_of_section(library, section);
        jobs.extend((2..=parts).map(|part| Job::SectionPart(section, part)));
        let parts = library.facets(section).map_or(&[][..], |facets| &facets.parts);
        jobs.extend(
            parts.iter().flat_map(|part| (1..=part.pages()).map(move |page| Job::Part(section, part, page))),
        );
        let pages = library.matches(&section.slug, &section.lang).map_or(0, Matches::pages);
        jobs.extend((1..=pages).map(|page| Job::Match(section, page)));
    }
    if library.config.site.pictures {
        jobs.extend(languages.iter().map(Job::Pictures));
    }
    jobs.extend(languages.iter().filter(|lang| library.has_follow_up(lang)).map(Job::FollowUp));
    jobs.extend(languages.iter().map(Job::Statement));
    if library.config.site.rules {
        jobs.push(Job::Rules);
        jobs.extend(CHAPTERS.iter().map(Job::RuleChapter));
    }
    for work in &library.works {
        jobs.push(Job::Official(work));
        jobs.extend(work.easy_read.as_ref().map(|easy| Job::EasyRead(work, easy)));
    }
    let withdrawn = library.collections.iter().flat_map(|(_, collection)| &collection.withdrawn);
    jobs.extend(withdrawn.filter(|entry| languages.contains(&entry.lang)).map(Job::Withdrawn));
    jobs.extend(library.aliases().map(|alias| Job::Moved(alias.text, alias.number)));
    jobs
}

/// Where the page of a job stands.
pub fn address(library: &Library, job: Job<'_>) -> Address {
    match job {
        Job::Home(lang) => library.address_of("", lang, PageKind::Home),
        Job::HomePart(lang, part) => listing::part_address(library, "", lang, part),
        Job::Section(section) => library.address(section),
        Job::SectionPart(section, part) => listing::part_address(library, &section.slug, &section.lang, part),
        Job::Part(section, part, page) => library.address_of_part(section, part, page),
        Job::Match(section, page) => library.address_of_matches(section, page),
        Job::Official(work) => library.address(&work.official),
        Job::EasyRead(_, easy) => library.address(easy),
        Job::Glossary(lang) => library.address_of("", lang, PageKind::Glossary),
        Job::NotFound(lang) => library.address_of("", lang, PageKind::NotFound),
        Job::Pictures(lang) => library.address_of("", lang, PageKind::Pictures),
        Job::FollowUp(lang) => library.address_of("", lang, PageKind::FollowUp),
        Job::Statement(lang) => library.address_of("", lang, PageKind::Accessibility),
        Job::Moved(text, number) => {
            library.alias(text, number).map_or_else(|| library.address(text), |alias| alias.address)
        }
        Job::Withdrawn(entry) => library.address_of_withdrawn(entry),
        Job::Rules => rules::overview_address(library),
        Job::RuleChapter(chapter) => rules::chapter_address(library, chapter),
    }
}
