//! Makes a book: cover, contents, documents, pictures, package document.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::Result;
use rayon::prelude::*;

use super::Book;
use super::chapter::{Chapter, Content, chapters};
use super::contents::{ContentsEntry, count, follows, list};
use super::cover::Cover;
use super::metadata::{Modified, metadata};
use super::package::{Files, NAVIGATION, Package, STYLESHEET, Section};
use super::pictures::{Pictures, pictures_of};
use super::settings::Settings;
use super::statement::statement;
use super::xhtml::frame;
use super::xhtml_document::{Writing, XhtmlDocument, inventory};
use crate::accessibility::{Claims, Evidence, Inventory};
use crate::address::Address;
use crate::finding::MakeError;
use crate::image::css::{self, Style};
use crate::library::Library;
use crate::render::Renderer;
use crate::render::html::Places;
use crate::view::{BookCover, BookMetadata, BookNavigation, BookPackage, Html, Landmark, ManifestItem};
use crate::xml::allowed;

const COVER: &str = "cover.xhtml";
const COVER_PICTURE: &str = "cover.svg";

/// So many works of a long book are written, one after the other, into one section; sections are made on all cores.
const WORKS_OF_A_SECTION: usize = 32;

/// The style sheet of books, ready to stand in each of them.
#[derive(Debug)]
pub struct Stylesheet {
    does: Style,
    section: Arc<Section>,
}

impl Stylesheet {
    /// Reads and compresses a style sheet.
    ///
    /// # Errors
    /// When it cannot be compressed.
    pub fn new(css: &str) -> Result<Self> {
        Ok(Self { does: css::read(css, css::Of::Value).style, section: Section::of_style(css)?.into() })
    }
}

/// Everything that making books needs.
pub struct Assembler<'a> {
    /// The library, the templates and the languages.
    pub renderer: &'a Renderer<'a>,
    /// The pictures of all texts.
    pub pictures: &'a Pictures,
    /// The style sheet.
    pub style: &'a Stylesheet,
    /// When books say they were changed.
    pub modified: Modified,
    /// What the site wants of its books.
    pub settings: &'a Settings,
}

/// A finished book.
#[derive(Debug)]
pub struct Assembled {
    /// Where it stands in the site.
    pub address: Address,
    /// The file.
    pub bytes: Vec<u8>,
    /// What may be claimed of it.
    pub claims: Claims,
    /// The same in plain words, in its language.
    pub statement: String,
    /// What it says of itself.
    pub metadata: Arc<BookMetadata>,
}

impl<'a> Assembler<'a> {
    /// Makes one book.
    ///
    /// # Errors
    /// When a picture cannot be read or the archive cannot be written; when a template fails or what it makes is no XML.
    pub fn assemble(&self, book: &Book<'a>) -> Result<Assembled, MakeError> {
        let library = self.renderer.library;
        let labels = self.renderer.labels(book.lang());
        let (chapters, mut places) = chapters(book, library);
        let pictures = self.place_pictures(book, &mut places);
        let mut archive = Archive::new(self, book)?;
        let writing = Writing { renderer: self.renderer, book, places: &places, address: &archive.address };
        let works: Vec<&[Chapter<'a>]> =
            chapters.chunk_by(|one, next| std::ptr::eq(one.work, next.work)).collect();
        let documents: Vec<_> = if works.len() <= WORKS_OF_A_SECTION {
            writing.works(&works, &mut archive.files)?
        } else {
            let sections = works.par_chunks(WORKS_OF_A_SECTION).map(|works| {
                let mut files = Files::new()?;
                Ok((writing.works(works, &mut files)?, files.compressed()?))
            });
            let sections = sections.collect::<Result<Vec<_>, MakeError>>()?.into_iter();
            sections
                .flat_map(|(documents, section)| {
                    archive.package.add(section);
                    documents
                })
                .collect()
        };
        documents.into_iter().for_each(|document| archive.add(document));
        let mut moving_pictures = false;
        for path in &pictures {
            let Some(picture) = self.pictures.get(path) else { continue };
            moving_pictures |= picture.moves;
            archive.item(&picture.href, picture.kind.media_type(), "");
            match picture.section()? {
                Some(section) => archive.package.add(section),
                None => archive.package.store(&picture.href, picture.bytes()?),
            }
        }
        let inventory = archive.inventory;
        let claims = Claims::from(&Evidence {
            inventory,
            style: self.style.does,
            wordless: inventory.bare_pictures + inventory.bare_graphics > 0,
            contents: count(&archive.contents) > 0,
            in_order: follows(&archive.contents, &archive.reading_order()),
            page_list: !archive.pages.is_empty(),
            moving_pictures,
            ..Evidence::default()
        });
        let certified = self.settings.certified_by.is_some();
        let statement = statement(&claims, certified, labels);
        let metadata = metadata(book, self, &claims);
        let bytes = archive.finish(metadata.clone())?;
        let metadata = Arc::new(metadata);
        Ok(Assembled { address: book.address(library), bytes, claims, statement, metadata })
    }

    /// Gives the pictures of a book their places in it, and returns their paths in the site, each once.
    fn place_pictures(&self, book: &Book<'a>, places: &mut Places) -> Vec<Box<str>> {
        let library: &Library = self.renderer.library;
        let mut paths = BTreeMap::new();
        for work in book.works(library) {
            let texts: Vec<_> = match book {
                Book::Official(_) => vec![&*work.official],
                Book::EasyRead(_, easy) => vec![*easy],
                Book::Collection(_) | Book::Entries(_) => {
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
    /// What stands in it beside the cover.
    package: Package,
    /// The section that the cover comes into, and the documents of a book that is not long.
    files: Files,
    items: Vec<ManifestItem>,
    spine: Vec<usize>,
    inventory: Inventory,
    contents: Vec<ContentsEntry>,
    landmarks: Vec<Landmark>,
    pages: Vec<ContentsEntry>,
}

impl<'a> Archive<'a> {
    fn new(assembler: &Assembler<'a>, book: &Book<'a>) -> Result<Self> {
        let renderer = assembler.renderer;
        let mut archive = Self {
            renderer,
            address: book.address(renderer.library),
            book: *book,
            package: Package::default(),
            files: Files::new()?,
            items: Vec::new(),
            spine: Vec::new(),
            inventory: Inventory::default(),
            contents: Vec::new(),
            landmarks: Vec::new(),
            pages: Vec::new(),
        };
        archive.package.add(assembler.style.section.clone());
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
        self.items.push(ManifestItem {
            id: format!("i{}", number + 1),
            href: href.to_owned(),
            media_type,
            properties,
        });
        number
    }

    /// Offers a place by its kind, if none of the kind is offered yet.
    fn landmark(&mut self, kind: &'static str, entry: &ContentsEntry) {
        if !self.landmarks.iter().any(|landmark| landmark.kind == kind) {
            self.landmarks.push(Landmark { kind, href: entry.href.clone(), words: entry.words.clone() });
        }
    }

    /// Adds a document that is written.
    fn add(&mut self, document: XhtmlDocument<'_>) {
        let XhtmlDocument { content, file, entry, inventory, pages } = document;
        match content {
            Content::Opening | Content::EasyRead(..) => self.landmark("bodymatter", &entry),
            Content::Notes(_) => self.landmark("endnotes", &entry),
            Content::Words => self.landmark("glossary", &entry),
            Content::Official(_) | Content::Colophon(_) => {}
        }
        let item = self.item(file, "application/xhtml+xml", &properties(&inventory).join(" "));
        self.spine.push(item);
        self.inventory += inventory;
        self.pages.extend(pages);
        // In a collection every work is one line, with its texts below it.
        match self.contents.last_mut() {
            Some(work) if self.book.holds_many() && !matches!(content, Content::Opening) => {
                work.children.push(entry);
            }
            _ => self.contents.push(entry),
        }
    }

    /// The files in the order in which they are read.
    fn reading_order(&self) -> Vec<&str> {
        self.spine.iter().map(|&item| self.items[item].href.as_str()).collect()
    }

    fn finish(mut self, metadata: BookMetadata) -> Result<Vec<u8>, MakeError> {
        let lang = self.book.lang();
        let labels = self.renderer.labels(lang);
        let templates = self.renderer.templates;
        let cover = Cover::new(&self.book, self.renderer);
        self.files.add(COVER_PICTURE, allowed(cover.svg()).as_bytes())?;
        let mut contents = String::new();
        list(&self.contents, &mut contents);
        let front = |label: &str| frame(lang, "front", format!("{} - {}", labels.get(label), metadata.title));
        let cover = BookCover {
            page: front("cover"),
            cover: COVER_PICTURE.to_owned(),
            alternative: cover.alternative(),
        };
        let navigation = BookNavigation {
            page: front("contents"),
            contents: Html::new(&contents),
            landmarks: self.landmarks,
            pages: self.pages.into_iter().map(ContentsEntry::link).collect(),
        };
        let cover = allowed(templates.render("book/cover.xhtml", lang, &cover)?);
        let navigation = allowed(templates.render("book/nav.xhtml", lang, &navigation)?);
        let read = |href: &str, xhtml: &str| {
            inventory(&self.address, href, xhtml).map(|inventory| properties(&inventory))
        };
        let (of_cover, of_navigation) = (read(COVER, &cover)?, read(NAVIGATION, &navigation)?);
        self.items[0].properties = of_cover.join(" ");
        self.items[1].properties = [&["nav"], &*of_navigation].concat().join(" ");
        self.files.add_document(COVER, &cover)?;
        self.package.add(self.files.compressed()?);
        let page = frame(lang, "package", metadata.title.clone());
        let package = BookPackage { page, book: metadata, items: self.items, spine: self.spine };
        let opf = allowed(templates.render("book/package.opf", lang, &package)?);
        Ok(self.package.finish(&opf, &navigation)?)
    }
}

/// What the manifest must say of a document that holds this.
fn properties(inventory: &Inventory) -> Vec<&'static str> {
    inventory.properties().into_iter().filter_map(|(property, there)| there.then_some(property)).collect()
}
