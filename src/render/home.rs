//! The pages that list documents, and the page for addresses that lead nowhere.

use std::sync::Arc;

use serde::Serialize;

use super::downloads::DownloadPart;
use super::facts::long_date;
use super::frame::{Frame, FrameParts, is_in_footer};
use super::official::full_title;
use super::{Page, Renderer, easy_read};
use crate::address::{Address, PageKind};
use crate::document::{Body, Document};
use crate::finding::Finding;
use crate::lang::Lang;
use crate::library::Work;

#[derive(Serialize)]
struct Context<'a> {
    page: Frame,
    list: ListPage<'a>,
}

/// What the templates `home.html` and `section.html` read as `list`.
#[derive(Debug, Serialize)]
struct ListPage<'a> {
    title: String,
    summary: &'a str,
    body: String,
    entries: Vec<Entry<'a>>,
    /// Pages about the site that stand here and not in its footer.
    pages: Vec<Entry<'a>>,
    downloads: Vec<DownloadPart>,
    /// Who drew the pictures in its own words, and under which licence.
    credits: Vec<String>,
}

/// One document of a list.
#[derive(Debug, Serialize)]
struct Entry<'a> {
    title: String,
    href: String,
    easy_read: Option<String>,
    easy_read_lang: &'a str,
    symbol: Option<&'a str>,
    summary: &'a str,
    date: Option<String>,
    datetime: Option<String>,
}

/// Makes the first page of a language.
pub fn home(renderer: &Renderer<'_>, lang: &Lang) -> Result<Page, Finding> {
    let library = renderer.library;
    let words = library.homes.iter().find(|home| home.lang == *lang).map(|home| &**home);
    let title =
        words.map_or_else(|| library.config.title(lang).to_owned(), |words| words.front.title.clone());
    let listing = Listing {
        lang,
        address: renderer.home(lang),
        title,
        words,
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
        words: Some(section),
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

struct Listing<'a> {
    lang: &'a Lang,
    address: Address,
    title: String,
    words: Option<&'a Document>,
    works: Vec<&'a Work>,
    pages: Vec<&'a Work>,
    trail: Vec<(String, Address)>,
    translations: Vec<(Lang, Address)>,
}

impl Listing<'_> {
    fn page(self, renderer: &Renderer<'_>, template: &str) -> Result<Page, Finding> {
        let labels = renderer.labels(self.lang);
        let summary = self.words.map_or("", |words| words.front.summary.trim());
        let description =
            if summary.is_empty() { renderer.library.config.description(self.lang) } else { summary };
        let page = renderer.frame(FrameParts {
            kind: "list",
            lang: self.lang,
            address: &self.address,
            title: self.title.clone(),
            description: description.to_owned(),
            alternates: Vec::new(),
            translations: self.translations,
            trail: self.trail,
        });
        let body = match self.words.map(|words| (words, &words.body)) {
            Some((words, Body::Flow(blocks))) => {
                let mut writer = renderer.writer(words, &self.address);
                writer.blocks(blocks);
                writer.take()
            }
            _ => String::new(),
        };
        let simple = self.lang.simple();
        let list = ListPage {
            title: self.title,
            summary,
            body,
            entries: self
                .works
                .iter()
                .map(|work| entry(renderer, &self.address, work, simple.as_str()))
                .collect(),
            pages: self
                .pages
                .iter()
                .map(|work| entry(renderer, &self.address, work, simple.as_str()))
                .collect(),
            downloads: renderer.downloads.on(&self.address, labels),
            credits: self.words.map(|words| easy_read::credits(renderer, words, labels)).unwrap_or_default(),
        };
        let html = renderer.templates.render(template, self.lang, &Context { page, list })?;
        Ok(Page { address: self.address, html })
    }
}

/// The line of a list for one work.
fn entry<'e>(renderer: &Renderer<'_>, from: &Address, work: &'e Work, simple: &'e str) -> Entry<'e> {
    let labels = renderer.labels(&work.lang);
    Entry {
        title: full_title(&work.official),
        href: from.link_to(&renderer.library.address(&work.official)),
        easy_read: easy_read::href(renderer, from, work),
        easy_read_lang: simple,
        symbol: work.official.front.symbol.as_deref(),
        summary: work.official.front.summary.trim(),
        date: work.official.front.date.map(|date| long_date(date, labels)),
        datetime: work.official.front.date.map(|date| date.to_string()),
    }
}

/// Makes the page for addresses that lead nowhere.
pub fn not_found(renderer: &Renderer<'_>, lang: &Lang) -> Result<Page, Finding> {
    #[derive(Serialize)]
    struct NotFound {
        page: Frame,
        home: String,
    }
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
    });
    let home = address.link_to(&renderer.home(lang));
    let html = renderer.templates.render("404.html", lang, &NotFound { page, home })?;
    Ok(Page { address, html })
}
