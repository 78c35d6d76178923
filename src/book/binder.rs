//! Makes a book: cover, contents, documents, pictures, package document.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use serde::Serialize;

use super::Book;
use super::chapter::{Chapter, Content, chapters};
use super::claims::{Claims, Evidence, Style, claims};
use super::contents::{Entry, Landmark, count, follows, list};
use super::cover::Cover;
use super::inventory::{Inventory, allowed};
use super::metadata::{Metadata, Modified};
use super::package::{NAVIGATION, Package, STYLESHEET};
use super::pages::page_numbers;
use super::pictures::{Kind, Pictures, pictures_of};
use super::statement::statement;
use super::xhtml::{Head, ParagraphList, Scribe};
use crate::address::Address;
use crate::finding::{Finding, Place, Severity};
use crate::library::Library;
use crate::render::Renderer;
use crate::render::html::{PAGE_ID, Places};
use crate::render::official::short_title;

const COVER: &str = "cover.xhtml";
const COVER_PICTURE: &str = "cover.svg";

/// Everything that making books needs.
pub struct Binder<'a> {
    /// The library, the templates and the languages.
    pub renderer: &'a Renderer<'a>,
    /// The pictures of all texts.
    pub pictures: &'a Pictures,
    /// The style sheet.
    pub css: &'a str,
    /// When books say they were changed.
    pub modified: Modified,
}

/// A finished book.
#[derive(Debug)]
pub struct Bound {
    /// Where it stands in the site.
    pub address: Address,
    /// The file.
    pub bytes: Vec<u8>,
    /// What may be claimed of it.
    pub claims: Claims,
    /// The same in plain words, in its language.
    pub statement: String,
}

/// What the templates `cover.xhtml` and `nav.xhtml` read.
#[derive(Serialize)]
struct Front<'b> {
    page: Head,
    cover: &'b str,
    alternative: &'b str,
    /// The table of contents as a list.
    contents: &'b str,
    landmarks: &'b [Landmark],
    /// The pages of the printed document.
    pages: &'b [Entry],
}

/// What the template `package.opf` reads.
#[derive(Serialize)]
struct PackageContext {
    page: Head,
    book: Metadata,
    items: Vec<Item>,
    spine: Vec<usize>,
}

/// A file as the package document lists it.
#[derive(Serialize)]
struct Item {
    id: String,
    href: String,
    media_type: &'static str,
    properties: String,
}

impl<'a> Binder<'a> {
    /// Makes one book.
    ///
    /// # Errors
    /// When a picture cannot be read or the archive cannot be written; a finding when a template fails or what it makes
    /// is no XML.
    pub fn bind(&self, book: &Book<'a>) -> Result<Result<Bound, Finding>> {
        let library = self.renderer.library;
        let labels = self.renderer.labels(book.lang());
        let (chapters, mut places) = chapters(book, library);
        let pictures = self.place_pictures(book, &mut places);
        let mut scribe = Scribe {
            renderer: self.renderer,
            places: &places,
            base_url: library.config.site.base_url.as_deref(),
            lists: match book {
                Book::Collection(_) => ParagraphList::InOpening,
                _ => ParagraphList::InContents,
            },
            used: Default::default(),
        };
        let mut archive = Archive::new(self, book)?;
        for chapter in &chapters {
            let written = match scribe.chapter(chapter) {
                Ok(written) => written,
                Err(finding) => return Ok(Err(finding)),
            };
            let Some(xhtml) = written else { continue };
            let begins_work = matches!(chapter.content, Content::Opening);
            match &chapter.content {
                Content::Opening | Content::EasyRead(..) => archive.landmark("bodymatter", &xhtml.entry),
                Content::Notes(_) => archive.landmark("endnotes", &xhtml.entry),
                Content::Words => archive.landmark("glossary", &xhtml.entry),
                Content::Official(_) | Content::Colophon(_) => {}
            }
            if let Err(finding) = archive.add(chapter, xhtml.text)? {
                return Ok(Err(finding));
            }
            // In a collection every work is one line, with its texts below it.
            match archive.contents.last_mut() {
                Some(work) if matches!(book, Book::Collection(_)) && !begins_work => {
                    work.children.push(xhtml.entry);
                }
                _ => archive.contents.push(xhtml.entry),
            }
        }
        let mut moving_pictures = false;
        for path in &pictures {
            let Some(picture) = self.pictures.get(path) else { continue };
            moving_pictures |= picture.moves;
            let bytes = std::fs::read(&picture.file)
                .with_context(|| format!("cannot read {}", picture.file.display()))?;
            archive.item(&picture.href, picture.kind.media_type(), "");
            match picture.kind {
                Kind::Svg => archive.package.add_file(&picture.href, &bytes)?,
                _ => archive.package.store(&picture.href, bytes),
            }
        }
        let claims = claims(&Evidence {
            inventory: archive.inventory,
            style: Style::read(self.css),
            contents: count(&archive.contents),
            in_order: follows(&archive.contents, &archive.reading_order()),
            pages: archive.pages.len(),
            moving_pictures,
        });
        let certified = library.config.epub.certified_by.is_some();
        let statement = statement(&claims, certified, labels);
        let metadata = Metadata::new(book, self.renderer, &claims, self.modified);
        let bytes = match archive.finish(metadata)? {
            Ok(bytes) => bytes,
            Err(finding) => return Ok(Err(finding)),
        };
        Ok(Ok(Bound { address: book.address(library), bytes, claims, statement }))
    }

    /// Gives the pictures of a book their places in it, and returns their paths in the site, each once.
    fn place_pictures(&self, book: &Book<'a>, places: &mut Places) -> Vec<Box<str>> {
        let library: &Library = self.renderer.library;
        let mut paths = BTreeMap::new();
        for work in book.works(library) {
            let texts: Vec<_> = match book {
                Book::Official(_) => vec![&*work.official],
                Book::EasyRead(_, easy) => vec![*easy],
                Book::Collection(_) => {
                    std::iter::once(&*work.official).chain(work.easy_read.as_deref()).collect()
                }
            };
            for text in texts {
                for (path, _) in pictures_of(text, library) {
                    if let Some(picture) = self.pictures.get(&path) {
                        places.add_picture(&path, &picture.href);
                        paths.insert(path, ());
                    }
                }
            }
        }
        paths.into_keys().collect()
    }
}

/// A book's archive and all that is known of what was added to it.
struct Archive<'a> {
    renderer: &'a Renderer<'a>,
    address: Address,
    book: Book<'a>,
    package: Package,
    items: Vec<Item>,
    spine: Vec<usize>,
    inventory: Inventory,
    contents: Vec<Entry>,
    landmarks: Vec<Landmark>,
    pages: Vec<Entry>,
}

impl<'a> Archive<'a> {
    fn new(binder: &Binder<'a>, book: &Book<'a>) -> Result<Self> {
        let renderer = binder.renderer;
        let mut archive = Self {
            renderer,
            address: book.address(renderer.library),
            book: *book,
            package: Package::new(binder.css)?,
            items: Vec::new(),
            spine: Vec::new(),
            inventory: Inventory::default(),
            contents: Vec::new(),
            landmarks: Vec::new(),
            pages: Vec::new(),
        };
        archive.item(COVER, "application/xhtml+xml", "");
        archive.item(NAVIGATION, "application/xhtml+xml", "nav");
        archive.spine = vec![0, 1];
        archive.item(STYLESHEET, "text/css", "");
        archive.item(COVER_PICTURE, "image/svg+xml", "cover-image");
        Ok(archive)
    }

    fn item(&mut self, href: &str, media_type: &'static str, properties: &str) -> usize {
        let number = self.items.len();
        let properties = properties.to_owned();
        self.items.push(Item {
            id: format!("i{}", number + 1),
            href: href.to_owned(),
            media_type,
            properties,
        });
        number
    }

    /// Offers a place by its kind, if none of the kind is offered yet.
    fn landmark(&mut self, kind: &'static str, entry: &Entry) {
        if !self.landmarks.iter().any(|landmark| landmark.kind == kind) {
            self.landmarks.push(Landmark { kind, href: entry.href.clone(), words: entry.words.clone() });
        }
    }

    /// Adds a document to read.
    fn add(&mut self, chapter: &Chapter<'_>, xhtml: String) -> Result<Result<(), Finding>> {
        let href = chapter.file.as_str();
        let xhtml = allowed(xhtml);
        let inventory = match self.read(href, &xhtml) {
            Ok(inventory) => inventory,
            Err(finding) => return Ok(Err(finding)),
        };
        let item = self.item(href, "application/xhtml+xml", &inventory.properties().join(" "));
        self.spine.push(item);
        self.inventory += inventory;
        if inventory.page_breaks > 0 {
            self.add_pages(chapter, &xhtml);
        }
        self.package.add_document(href, &xhtml)?;
        Ok(Ok(()))
    }

    /// Lists the pages that begin in a document; in a collection every printed document counts its own.
    fn add_pages(&mut self, chapter: &Chapter<'_>, xhtml: &str) {
        let of = match self.book {
            Book::Collection(_) => format!("{} · ", short_title(&chapter.work.official)),
            Book::Official(_) | Book::EasyRead(..) => String::new(),
        };
        let page = |number: String| {
            Entry::new(format!("{}#{PAGE_ID}{number}", chapter.file), format!("{of}{number}"))
        };
        self.pages.extend(page_numbers(xhtml).into_iter().map(page));
    }

    fn read(&self, href: &str, xhtml: &str) -> Result<Inventory, Finding> {
        Inventory::read(xhtml).map_err(|malformed| {
            let place = Place::File(format!("{}/{href}", self.address.path()).into());
            let at = usize::try_from(malformed.at).unwrap_or_default().min(xhtml.len());
            let near: String =
                xhtml.as_bytes()[at..].iter().take(60).map(|&byte| byte as char).filter(char::is_ascii).collect();
            let message = format!("this document of the book is no XML: {malformed}, near “{}”", near.trim());
            Finding::new("book/not-xml", Severity::Error, place, message).help(
                "Books are stricter than pages: in your own templates in templates/book, close every element and \
                 quote every attribute.",
            )
        })
    }

    /// The files in the order in which they are read.
    fn reading_order(&self) -> Vec<&str> {
        self.spine.iter().map(|&item| self.items[item].href.as_str()).collect()
    }

    fn finish(mut self, metadata: Metadata) -> Result<Result<Vec<u8>, Finding>> {
        let lang = self.book.lang();
        let labels = self.renderer.labels(lang);
        let templates = self.renderer.templates;
        let cover = Cover::new(&self.book, self.renderer);
        self.package.add_file(COVER_PICTURE, allowed(cover.svg()).as_bytes())?;
        let alternative = cover.alternative();
        let mut contents = String::new();
        list(&self.contents, &mut contents);
        let render = |name: &str, words: &str| {
            let page = Head::new(lang, "front", format!("{words} - {}", metadata.title()));
            let front = Front {
                page,
                cover: COVER_PICTURE,
                alternative: &alternative,
                contents: &contents,
                landmarks: &self.landmarks,
                pages: &self.pages,
            };
            templates.render(name, lang, &front).map(allowed)
        };
        let made = render("book/cover.xhtml", labels.get("cover")).and_then(|cover| {
            let navigation = render("book/nav.xhtml", labels.get("contents"))?;
            let properties =
                (self.read(COVER, &cover)?.properties(), self.read(NAVIGATION, &navigation)?.properties());
            Ok((cover, navigation, properties))
        });
        let (page, navigation, properties) = match made {
            Ok(made) => made,
            Err(finding) => return Ok(Err(finding)),
        };
        self.items[0].properties = properties.0.join(" ");
        self.items[1].properties = [&["nav"], &*properties.1].concat().join(" ");
        self.package.add_document(COVER, &page)?;
        let page = Head::new(lang, "package", metadata.title().to_owned());
        let context = PackageContext { page, book: metadata, items: self.items, spine: self.spine };
        let opf = match templates.render("book/package.opf", lang, &context) {
            Ok(opf) => allowed(opf),
            Err(finding) => return Ok(Err(finding)),
        };
        self.package.finish(&opf, &navigation).map(Ok)
    }
}
