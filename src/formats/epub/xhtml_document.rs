//! Writes the documents of a book and looks at what is written.
//!
//! In: chapters. Out: each document compressed, and what the rest of the book says of it. Refuses what is no XML.

use anyhow::Result;

use super::Book;
use super::chapter::{Chapter, Content};
use super::contents::ContentsEntry;
use super::package::Files;
use super::pages::page_numbers;
use super::xhtml::{ParagraphList, Scribe, Xhtml};
use crate::accessibility::Inventory;
use crate::address::Address;
use crate::finding::{Finding, MakeError, Place, Severity};
use crate::render::Renderer;
use crate::render::html::{PAGE_ID, Places};
use crate::render::official::short_title;
use crate::xml::allowed;

/// What the documents of a book are written with.
pub struct Writing<'a, 'b> {
    /// The library, the templates and the languages.
    pub renderer: &'b Renderer<'a>,
    /// The book.
    pub book: &'b Book<'a>,
    /// Where everything in it stands.
    pub places: &'b Places,
    /// Where the book itself stands.
    pub address: &'b Address,
}

/// A document that is written.
pub struct XhtmlDocument<'b> {
    /// What it was written from.
    pub content: &'b Content<'b>,
    /// Its file.
    pub file: &'b str,
    /// What the table of contents says of it.
    pub entry: ContentsEntry,
    /// What it holds.
    pub inventory: Inventory,
    /// The pages of the printed document that begin in it.
    pub pages: Vec<ContentsEntry>,
}

impl<'a> Writing<'a, '_> {
    /// Writes the chapters of some works, one after the other, into `files`.
    ///
    /// # Errors
    /// When they cannot be compressed, a template fails, or what it makes is no XML.
    pub fn works<'b>(
        &self,
        works: &[&'b [Chapter<'a>]],
        files: &mut Files,
    ) -> Result<Vec<XhtmlDocument<'b>>, MakeError> {
        let renderer = self.renderer;
        let mut scribe = Scribe {
            renderer,
            places: self.places,
            base_url: renderer.library.config.site.base_url.as_deref(),
            lists: match self.book.holds_many() {
                true => ParagraphList::InOpening,
                false => ParagraphList::InContents,
            },
            used: Default::default(),
        };
        let mut documents = Vec::new();
        for chapter in works.iter().copied().flatten() {
            let Some(Xhtml { text, entry }) = scribe.chapter(chapter)? else { continue };
            let text = allowed(text);
            let inventory = inventory(self.address, &chapter.file, &text)?;
            let pages = if inventory.page_breaks > 0 { self.pages(chapter, &text) } else { Vec::new() };
            files.add_document(&chapter.file, &text)?;
            documents.push(XhtmlDocument {
                content: &chapter.content,
                file: &chapter.file,
                entry,
                inventory,
                pages,
            });
        }
        Ok(documents)
    }

    /// The pages that begin in a document; in a collection every printed document counts its own.
    fn pages(&self, chapter: &Chapter<'_>, xhtml: &str) -> Vec<ContentsEntry> {
        let of = match self.book.holds_many() {
            true => format!("{} · ", short_title(&chapter.work.official)),
            false => String::new(),
        };
        let page = |number: String| {
            ContentsEntry::new(format!("{}#{PAGE_ID}{number}", chapter.file), format!("{of}{number}"))
        };
        page_numbers(xhtml).into_iter().map(page).collect()
    }
}

/// What a document of the book at `address` holds.
pub fn inventory(address: &Address, href: &str, xhtml: &str) -> Result<Inventory, Finding> {
    Inventory::read(xhtml).map_err(|malformed| {
        let place = Place::File(format!("{}/{href}", address.path()).into());
        let at = (malformed.span.start as usize).min(xhtml.len());
        let near: String =
            xhtml.as_bytes()[at..].iter().take(60).map(|&byte| byte as char).filter(char::is_ascii).collect();
        let message = format!("this document of the book is no XML: {malformed}, near “{}”", near.trim());
        Finding::new("book/not-xml", Severity::Error, place, message).help(
            "Books are stricter than pages: in your own templates in templates/book, close every element and \
             quote every attribute.",
        )
    })
}
