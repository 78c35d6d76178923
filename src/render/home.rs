//! The pages that list documents, and the page for addresses that lead nowhere.

use std::sync::Arc;

use serde::Serialize;

use super::downloads::DownloadPart;
use super::facts::long_date;
use super::frame::{Frame, FrameParts};
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
    downloads: Vec<DownloadPart>,
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
    let works: Vec<&Work> = library.works.iter().filter(|work| work.lang == *lang).collect();
    let title =
        words.map_or_else(|| library.config.title(lang).to_owned(), |words| words.front.title.clone());
    let listing = Listing {
        lang,
        address: renderer.home(lang),
        title,
        words,
        works,
        trail: Vec::new(),
        translations: renderer.languages.iter().map(|lang| (lang.clone(), renderer.home(lang))).collect(),
    };
    listing.page(renderer, "home.html")
}

/// Makes the page of a folder.
pub fn section(renderer: &Renderer<'_>, section: &Document) -> Result<Page, Finding> {
    let inside = |work: &&Work| {
        work.lang == section.lang
            && work.slug.strip_prefix(&*section.slug).is_some_and(|rest| rest.starts_with('/'))
    };
    let address = renderer.library.address(section);
    let same = |other: &&Arc<Document>| other.slug == section.slug;
    let translations = renderer.library.sections.iter().filter(same);
    let listing = Listing {
        lang: &section.lang,
        title: section.front.title.clone(),
        words: Some(section),
        works: renderer.library.works.iter().filter(inside).collect(),
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
        let entries = self.works.iter().map(|work| Entry {
            title: full_title(&work.official),
            href: self.address.link_to(&renderer.library.address(&work.official)),
            easy_read: easy_read::href(renderer, &self.address, work),
            easy_read_lang: simple.as_str(),
            symbol: work.official.front.symbol.as_deref(),
            summary: work.official.front.summary.trim(),
            date: work.official.front.date.map(|date| long_date(date, labels)),
            datetime: work.official.front.date.map(|date| date.to_string()),
        });
        let list = ListPage {
            title: self.title,
            summary,
            body,
            entries: entries.collect(),
            downloads: renderer.downloads.on(&self.address, labels),
        };
        let html = renderer.templates.render(template, self.lang, &Context { page, list })?;
        Ok(Page { address: self.address, html })
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
