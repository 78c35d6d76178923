//! Books: every version of every document, and each language's whole collection, as EPUB 3.3.
//!
//! In: the library, through the [`Renderer`]. Out: one finished book at a time, in memory, with what may be claimed of
//! it. Refuses pictures that reading systems cannot show, at the place where a text uses them. Knows nothing of the
//! disk but where pictures are.

mod binder;
mod chapter;
mod claims;
mod contents;
mod cover;
mod inventory;
mod leaf;
mod metadata;
mod package;
mod pages;
mod pictures;
mod statement;
mod xhtml;

use crate::address::{Address, PageKind};
use crate::document::Document;
use crate::lang::Lang;
use crate::languages::Labels;
use crate::library::{Library, Work};
use crate::parse::ids;
use crate::render::easy_read::easy_title;
use crate::render::official::full_title;

pub use binder::{Binder, Bound, Stylesheet};
pub use claims::{Claims, claims};
pub use inventory::Inventory;
pub use metadata::Modified;
pub use pictures::Pictures;

/// One book to make.
#[derive(Debug, Clone, Copy)]
pub enum Book<'a> {
    /// An official text with its summary.
    Official(&'a Work),
    /// An easy-read version.
    EasyRead(&'a Work, &'a Document),
    /// Every document of a language: summary, easy-read version, official text.
    Collection(&'a Lang),
}

impl<'a> Book<'a> {
    /// The books that a site wants. The collections come first: they take longest.
    pub fn all(library: &'a Library, languages: &'a [Lang]) -> Vec<Self> {
        let mut books: Vec<Self> = languages.iter().map(Book::Collection).collect();
        for work in &library.works {
            books.push(Book::Official(work));
            books.extend(work.easy_read.as_deref().map(|easy| Book::EasyRead(work, easy)));
        }
        books.retain(|book| book.is_wanted(library));
        books
    }

    /// Whether there is something to make it of, and `book.toml` wants it.
    pub fn is_wanted(&self, library: &Library) -> bool {
        match self {
            Book::Official(work) | Book::EasyRead(work, _) => {
                library.config.epub.documents && work.kind().becomes_book()
            }
            Book::Collection(lang) => {
                library.config.epub.collections && collected(library, lang).next().is_some()
            }
        }
    }

    /// Its language.
    pub fn lang(&self) -> &'a Lang {
        match self {
            Book::Official(work) | Book::EasyRead(work, _) => &work.lang,
            Book::Collection(lang) => lang,
        }
    }

    /// The page that offers it.
    pub fn page(&self, library: &Library) -> Address {
        match self {
            Book::Official(work) => library.address(&work.official),
            Book::EasyRead(_, easy) => library.address(easy),
            Book::Collection(lang) => library.address_of("", lang, PageKind::Home),
        }
    }

    /// Where it stands in the site: `a-hrc-res-52-8/a-hrc-res-52-8-easy-read.epub`.
    pub fn address(&self, library: &Library) -> Address {
        let (slug, ending) = match self {
            Book::Official(work) => (&*work.slug, ""),
            Book::EasyRead(work, _) => (&*work.slug, "-easy-read"),
            Book::Collection(_) => ("", ""),
        };
        let folder = library.address_of(slug, self.lang(), PageKind::Home);
        let folder = folder.folder();
        let name = match slug.rsplit('/').next().unwrap_or_default() {
            "" => match ids::slug(library.config.title(self.lang())) {
                title if title.is_empty() => "collection".to_owned(),
                title => title,
            },
            last => last.to_owned(),
        };
        Address::file(format!("{folder}{name}{ending}.epub"))
    }

    /// Its title, as a reader's shelf shows it.
    pub fn title(&self, library: &Library, labels: &Labels) -> String {
        match self {
            Book::Official(work) => full_title(&work.official),
            Book::EasyRead(_, easy) => easy_title(easy, labels),
            Book::Collection(lang) => library.config.title(lang).to_owned(),
        }
    }

    /// The works whose texts it holds.
    pub fn works(&self, library: &'a Library) -> Vec<&'a Work> {
        match self {
            Book::Official(work) | Book::EasyRead(work, _) => vec![work],
            Book::Collection(lang) => collected(library, lang).collect(),
        }
    }
}

/// The works that the book of a language holds.
fn collected<'a>(library: &'a Library, lang: &'a Lang) -> impl Iterator<Item = &'a Work> {
    library.works.iter().filter(move |work| work.lang == *lang && work.kind().becomes_book())
}
