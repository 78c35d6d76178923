//! The pages that list documents: the home page of a language and the page of a folder, each in parts where the list is long.

use std::sync::Arc;

use super::credits::credits;
use super::facts::long_date;
use super::frame::FrameParts;
use super::groups;
use super::official::{description, full_title};
use super::{Page, Renderer, cards, easy_read, entries, event, exports};
use crate::address::{Address, PageKind};
use crate::document::{Body, Document};
use crate::finding::Finding;
use crate::kinds::Listing as Listed;
use crate::lang::Lang;
use crate::languages::Labels;
use crate::library::{Library, Work, pages_of_list};
use crate::view::{self, Html, Link, ListedDocument, ListedSection};

/// On how many pages the list of a language stands.
pub fn parts_of_home(library: &Library, lang: &Lang) -> usize {
    pages_of_list(documents(library.listed(lang)).len())
}

/// On how many pages the list of a section stands.
pub fn parts_of_section(library: &Library, section: &Document) -> usize {
    pages_of_list(documents(library.listed_below(section)).len())
}

fn documents<'a>(works: impl Iterator<Item = &'a Work>) -> Vec<&'a Work> {
    works.filter(|work| work.kind().listing() == Listed::Documents).collect()
}

/// Makes a part of the first page of a language; parts count from 1.
pub fn home(renderer: &Renderer<'_>, lang: &Lang, part: usize) -> Result<Page, Finding> {
    let library = renderer.library;
    let words = library.homes.iter().find(|home| home.lang == *lang).map(|home| &**home);
    let title =
        words.map_or_else(|| library.config.title(lang).to_owned(), |words| words.front.title.clone());
    let of_site = || library.config.description(lang).to_owned();
    let summary = words.map(|words| words.front.summary.trim()).filter(|summary| !summary.is_empty());
    let listing = Listing {
        lang,
        slug: "",
        part,
        title,
        description: summary.map_or_else(of_site, str::to_owned),
        words,
        section: None,
        has_cards: true,
        works: documents(library.listed(lang)),
        pages: library.unlisted_pages(lang).collect(),
        sections: library.sections_in(lang, None),
        trail: Vec::new(),
        translations: renderer.languages.iter().map(|lang| (lang.clone(), renderer.home(lang))).collect(),
    };
    listing.page(renderer, "home.html")
}

/// Makes a part of the page of a folder.
pub fn section(renderer: &Renderer<'_>, section: &Document, part: usize) -> Result<Page, Finding> {
    let library = renderer.library;
    let is_page = |work: &&Work| work.kind().listing() == Listed::Pages;
    let same = |other: &&Arc<Document>| other.slug == section.slug;
    let step = |section: &Document| (section.front.title.clone(), library.address(section));
    let mut trail: Vec<_> = library.sections_around(section).map(step).collect();
    trail.reverse();
    trail.push(step(section));
    let listing = Listing {
        lang: &section.lang,
        slug: &section.slug,
        part,
        title: section.front.title.clone(),
        description: description(section),
        words: Some(section),
        section: Some(section),
        has_cards: section.front.cards,
        works: documents(library.listed_below(section)),
        pages: library.listed_below(section).filter(is_page).collect(),
        sections: library.sections_in(&section.lang, Some(section)),
        trail,
        translations: library
            .sections
            .iter()
            .filter(same)
            .map(|other| (other.lang.clone(), library.address(other)))
            .collect(),
    };
    listing.page(renderer, "section.html")
}

/// The class of the pages that list documents.
pub const LIST: &str = "list";

struct Listing<'a> {
    lang: &'a Lang,
    slug: &'a str,
    /// Which part of the list, counted from 1: what stands around the list stands on the first.
    part: usize,
    title: String,
    /// What the page is, for search results.
    description: String,
    words: Option<&'a Document>,
    /// The section whose page it is; none on a home page.
    section: Option<&'a Document>,
    has_cards: bool,
    works: Vec<&'a Work>,
    pages: Vec<&'a Work>,
    sections: Vec<&'a Document>,
    trail: Vec<(String, Address)>,
    translations: Vec<(Lang, Address)>,
}

impl Listing<'_> {
    fn page(mut self, renderer: &Renderer<'_>, template: &str) -> Result<Page, Finding> {
        let labels = renderer.labels(self.lang);
        let address = self.address(renderer, self.part);
        if self.part > 1 {
            self.be_a_later_part(renderer, &address);
        }
        let body = match self.words.map(|words| (words, &words.body)) {
            Some((words, Body::Flow(blocks))) => {
                let mut writer = renderer.writer(words, &address);
                writer.blocks(blocks);
                writer.taken()
            }
            _ => Html::default(),
        };
        let easy = self.works.iter().copied().filter(|_| self.has_cards);
        let cards = cards::of(renderer, &address, easy);
        let parts = self.parts(renderer, &address);
        let grouping = self.grouping(renderer);
        let related = match self.section.filter(|_| self.part == 1) {
            Some(section) => event::related::related(renderer, &section.slug, self.lang, &address),
            None => Vec::new(),
        };
        let is_empty = self.works.is_empty() && self.sections.is_empty() && related.is_empty();
        let all = self.works.len();
        let works = self.works.get(groups::part(self.part, all)).unwrap_or_default();
        let section = self.section.and_then(|section| entries::Table::of(renderer, section, &address));
        let entries = section.map(|table| table.view(&self.title, works, all, None));
        let grouped = if entries.is_some() { &[][..] } else { works };
        let mut downloads = renderer.downloads.on(&address, labels);
        if entries.is_some() && self.part == 1 {
            downloads.extend(exports::offered(renderer, self.slug, self.lang, &address));
        }
        let list = view::List {
            title: self.title.clone(),
            summary: self.words.map_or("", |words| words.front.summary.trim()).to_owned(),
            body,
            cards,
            sections: self
                .sections
                .iter()
                .map(|section| listed_section(renderer, &address, section))
                .collect(),
            groups: groups::groups(renderer, self.lang, grouped, grouping, |work| {
                listed(renderer, &address, work)
            }),
            is_empty,
            entries,
            parts,
            related,
            pages: self.pages.iter().map(|work| listed(renderer, &address, work)).collect(),
            downloads,
            credits: self.words.map(|words| credits(renderer, words, labels)).unwrap_or_default(),
            extra: self.words.and_then(|words| words.front.extra.clone()),
        };
        let page = renderer.frame(FrameParts {
            kind: LIST,
            lang: self.lang,
            address: &address,
            title: self.title,
            description: self.description,
            alternates: Vec::new(),
            translations: self.translations,
            trail: self.trail,
            work: None,
        });
        let html = renderer.templates.render(template, self.lang, &view::Listing { page, list })?;
        Ok(Page { address, html })
    }

    /// How the list is grouped, as the folder says in this language or else in the main one.
    fn grouping(&self, renderer: &Renderer<'_>) -> Option<crate::front_matter::Grouping> {
        let library = renderer.library;
        let mut texts = if self.slug.is_empty() { library.homes.iter() } else { library.sections.iter() };
        texts.find(|text| *text.slug == *self.slug && text.lang == *self.lang)?.front.group
    }

    /// Takes away what stands on the first part alone.
    fn be_a_later_part(&mut self, renderer: &Renderer<'_>, address: &Address) {
        let labels = renderer.labels(self.lang);
        self.title = title_of_part(&self.title, self.part, labels);
        self.description.clone_from(&self.title);
        (self.words, self.has_cards) = (None, false);
        self.pages.clear();
        self.sections.clear();
        self.translations.clear();
        self.trail.push((part_words(self.part, renderer, self.lang), address.clone()));
    }

    fn address(&self, renderer: &Renderer<'_>, part: usize) -> Address {
        part_address(renderer.library, self.slug, self.lang, part)
    }

    /// The links to the parts, where there are several.
    fn parts(&self, renderer: &Renderer<'_>, from: &Address) -> Vec<Link> {
        let count = pages_of_list(self.works.len());
        let link = |part| {
            let address = self.address(renderer, part);
            Link {
                href: from.link_to(&address),
                words: part_words(part, renderer, self.lang),
                lang: None,
                current: part == self.part,
                around: false,
            }
        };
        (1..=count).filter(|_| count > 1).map(link).collect()
    }
}

/// The title of a later part of a list.
pub fn title_of_part(title: &str, part: usize, labels: &Labels) -> String {
    let number = part.to_string();
    let arguments = [("title", title.into()), ("number", number.as_str().into())];
    labels.format("list-part-title", &arguments).unwrap_or_default()
}

pub fn part_words(part: usize, renderer: &Renderer<'_>, lang: &Lang) -> String {
    let number = part.to_string();
    renderer.labels(lang).format("list-part", &[("number", number.as_str().into())]).unwrap_or_default()
}

/// Where a part of the list of a folder stands; parts count from 1.
pub fn part_address(library: &Library, slug: &str, lang: &Lang, part: usize) -> Address {
    let kind = match part {
        0 | 1 => PageKind::Official,
        part => PageKind::Part(part),
    };
    library.address_of(slug, lang, kind)
}

fn listed_section(renderer: &Renderer<'_>, from: &Address, section: &Document) -> ListedSection {
    ListedSection {
        title: section.front.title.clone(),
        href: from.link_to(&renderer.library.address(section)),
        summary: section.front.summary.trim().to_owned(),
    }
}

/// The line of a list for one work.
fn listed(renderer: &Renderer<'_>, from: &Address, work: &Work) -> ListedDocument {
    let labels = renderer.labels(&work.lang);
    let (date, days) = (work.official.front.date, event::days(work, labels));
    ListedDocument {
        title: full_title(&work.official),
        href: from.link_to(&renderer.library.address(&work.official)),
        official_words: easy_read::explained(work, labels, "official-text"),
        easy_read: easy_read::href(renderer, from, work),
        easy_read_missing: easy_read::missing(work, labels),
        easy_read_lang: work.lang.simple().to_string(),
        symbol: work.official.front.symbol.clone(),
        summary: work.official.front.summary.trim().to_owned(),
        date: days
            .as_ref()
            .map(|(words, _)| words.clone())
            .or_else(|| date.map(|date| long_date(date, labels))),
        datetime: days.map(|(_, first)| first).or_else(|| date.map(|date| date.to_string())),
        status: event::status(labels, work),
    }
}
