//! The pages that list documents, and the page for addresses that lead nowhere.

use std::sync::Arc;

use super::credits::credits;
use super::facts::long_date;
use super::frame::{FrameParts, is_in_footer};
use super::official::{description, full_title};
use super::{Page, Renderer, cards, easy_read};
use crate::address::{Address, PageKind};
use crate::document::{Body, Document};
use crate::finding::Finding;
use crate::lang::Lang;
use crate::library::Work;
use crate::view::{self, Card, Html, ListedDocument};

/// Makes the first page of a language.
pub fn home(renderer: &Renderer<'_>, lang: &Lang) -> Result<Page, Finding> {
    let library = renderer.library;
    let words = library.homes.iter().find(|home| home.lang == *lang).map(|home| &**home);
    let title =
        words.map_or_else(|| library.config.title(lang).to_owned(), |words| words.front.title.clone());
    let of_site = || library.config.description(lang).to_owned();
    let summary = words.map(|words| words.front.summary.trim()).filter(|summary| !summary.is_empty());
    let listing = Listing {
        lang,
        address: renderer.home(lang),
        title,
        description: summary.map_or_else(of_site, str::to_owned),
        words,
        cards: cards::of(renderer, &renderer.home(lang), library.documents_in(lang)),
        works: library.documents_in(lang).collect(),
        pages: library
            .pages(lang)
            .filter(|work| !is_in_footer(work) && library.sections_of(work).next().is_none())
            .collect(),
        trail: Vec::new(),
        translations: renderer.languages.iter().map(|lang| (lang.clone(), renderer.home(lang))).collect(),
    };
    listing.page(renderer, "home.html")
}

/// Makes the page of a folder.
pub fn section(renderer: &Renderer<'_>, section: &Document) -> Result<Page, Finding> {
    let library = renderer.library;
    let inside = |work: &&Work| library.sections_of(work).any(|of_work| std::ptr::eq(of_work, section));
    let address = library.address(section);
    let same = |other: &&Arc<Document>| other.slug == section.slug;
    let translations = renderer.library.sections.iter().filter(same);
    let listing = Listing {
        lang: &section.lang,
        title: section.front.title.clone(),
        description: description(section),
        words: Some(section),
        cards: Vec::new(),
        works: library.documents_in(&section.lang).filter(inside).collect(),
        pages: library.pages(&section.lang).filter(inside).collect(),
        trail: vec![(section.front.title.clone(), address.clone())],
        translations: translations
            .map(|other| (other.lang.clone(), renderer.library.address(other)))
            .collect(),
        address,
    };
    listing.page(renderer, "section.html")
}

/// The class of the pages that list documents.
pub const LIST: &str = "list";

struct Listing<'a> {
    lang: &'a Lang,
    address: Address,
    title: String,
    /// What the page is, for search results.
    description: String,
    words: Option<&'a Document>,
    cards: Vec<Card>,
    works: Vec<&'a Work>,
    pages: Vec<&'a Work>,
    trail: Vec<(String, Address)>,
    translations: Vec<(Lang, Address)>,
}

impl Listing<'_> {
    fn page(self, renderer: &Renderer<'_>, template: &str) -> Result<Page, Finding> {
        let labels = renderer.labels(self.lang);
        let summary = self.words.map_or("", |words| words.front.summary.trim());
        let page = renderer.frame(FrameParts {
            kind: LIST,
            lang: self.lang,
            address: &self.address,
            title: self.title.clone(),
            description: self.description,
            alternates: Vec::new(),
            translations: self.translations,
            trail: self.trail,
            work: None,
        });
        let body = match self.words.map(|words| (words, &words.body)) {
            Some((words, Body::Flow(blocks))) => {
                let mut writer = renderer.writer(words, &self.address);
                writer.blocks(blocks);
                writer.taken()
            }
            _ => Html::default(),
        };
        let list = view::List {
            title: self.title,
            summary: summary.to_owned(),
            body,
            cards: self.cards,
            entries: self.works.iter().map(|work| listed(renderer, &self.address, work)).collect(),
            pages: self.pages.iter().map(|work| listed(renderer, &self.address, work)).collect(),
            downloads: renderer.downloads.on(&self.address, labels),
            credits: self.words.map(|words| credits(renderer, words, labels)).unwrap_or_default(),
            extra: self.words.and_then(|words| words.front.extra.clone()),
        };
        let html = renderer.templates.render(template, self.lang, &view::Listing { page, list })?;
        Ok(Page { address: self.address, html })
    }
}

/// The line of a list for one work.
fn listed(renderer: &Renderer<'_>, from: &Address, work: &Work) -> ListedDocument {
    let labels = renderer.labels(&work.lang);
    ListedDocument {
        title: full_title(&work.official),
        href: from.link_to(&renderer.library.address(&work.official)),
        official_words: easy_read::explained(work, labels, "official-text"),
        easy_read: easy_read::href(renderer, from, work),
        easy_read_lang: work.lang.simple().to_string(),
        symbol: work.official.front.symbol.clone(),
        summary: work.official.front.summary.trim().to_owned(),
        date: work.official.front.date.map(|date| long_date(date, labels)),
        datetime: work.official.front.date.map(|date| date.to_string()),
    }
}

/// Makes the page for addresses that lead nowhere.
pub fn not_found(renderer: &Renderer<'_>, lang: &Lang) -> Result<Page, Finding> {
    let labels = renderer.labels(lang);
    let address = renderer.library.address_of("", lang, PageKind::NotFound);
    let page = renderer.frame(FrameParts {
        kind: "not-found",
        lang,
        address: &address,
        title: labels.get("not-found").to_owned(),
        description: labels.get("not-found-text").to_owned(),
        alternates: Vec::new(),
        translations: Vec::new(),
        trail: vec![(labels.get("not-found").to_owned(), address.clone())],
        work: None,
    });
    let home = address.link_to(&renderer.home(lang));
    let html = renderer.templates.render("404.html", lang, &view::NotFound { page, home })?;
    Ok(Page { address, html })
}
