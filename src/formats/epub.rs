//! Books: every version of every document, all documents of each language, and the entries of each collection, as EPUB 3.3.
//!
//! In: the library, through the [`Renderer`]. Out: one finished book at a time, in memory, with what may be claimed of
//! it. Refuses pictures that reading systems cannot show, at the place where a text uses them. Knows nothing of the
//! disk but where pictures are.

mod assemble;
mod catalogue;
mod chapter;
mod contents;
mod cover;
mod format;
mod metadata;
mod package;
mod pages;
mod pictures;
mod settings;
mod statement;
mod xhtml;
mod xhtml_document;

use crate::address::Address;
use crate::document::Document;
use crate::formats::{Job, beside_page};
use crate::lang::Lang;
use crate::languages::Labels;
use crate::library::{Library, Work};
use crate::render::easy_read::easy_title;
use crate::render::official::full_title;

pub use assemble::{Assembled, Assembler, Stylesheet};
pub use format::Epub;
pub use metadata::Modified;
pub use pictures::Pictures;
pub use settings::Settings;

/// The name of the format, of its table in `book.toml`, and what the names of books end in.
const NAME: &str = "epub";

/// One book to make.
#[derive(Debug, Clone, Copy)]
pub enum Book<'a> {
    /// An official text with its summary.
    Official(&'a Work),
    /// An easy-read version.
    EasyRead(&'a Work, &'a Document),
    /// Every document of a language: summary, easy-read version, official text.
    Collection(&'a Lang),
    /// The entries of the collection whose page this is, after the words of the page.
    Entries(&'a Document),
}

impl<'a> Book<'a> {
    /// The books that a site wants. The collections come first: they take longest.
    pub fn all(library: &'a Library, languages: &'a [Lang], wanted: &Settings) -> Vec<Self> {
        let mut books: Vec<Self> = Vec::new();
        if wanted.collections {
            let has_works = |lang: &&Lang| collected(library, lang).next().is_some();
            books.extend(languages.iter().filter(has_works).map(Book::Collection));
            let of_languages = |section: &&Document| languages.contains(&section.lang);
            books.extend(library.collection_pages().filter(of_languages).map(Book::Entries));
        }
        if wanted.documents {
            for work in library.works.iter().filter(|work| library.becomes_book(work)) {
                books.push(Book::Official(work));
                books.extend(work.easy_read.as_deref().map(|easy| Book::EasyRead(work, easy)));
            }
        }
        books
    }

    /// The book of a job, if one is made of it.
    pub fn of(job: Job<'a>) -> Option<Self> {
        match job {
            Job::Official(work) => Some(Book::Official(work)),
            Job::EasyRead(work, easy) => Some(Book::EasyRead(work, easy)),
            Job::Home(lang) => Some(Book::Collection(lang)),
            Job::Section(section) => Some(Book::Entries(section)),
            _ => None,
        }
    }

    /// The job that it is made of.
    pub fn job(self) -> Job<'a> {
        match self {
            Book::Official(work) => Job::Official(work),
            Book::EasyRead(work, easy) => Job::EasyRead(work, easy),
            Book::Collection(lang) => Job::Home(lang),
            Book::Entries(section) => Job::Section(section),
        }
    }

    /// Its language.
    pub fn lang(&self) -> &'a Lang {
        match self {
            Book::Official(work) | Book::EasyRead(work, _) => &work.lang,
            Book::Collection(lang) => lang,
            Book::Entries(section) => &section.lang,
        }
    }

    /// Where it stands in the site: `a-hrc-res-52-8/a-hrc-res-52-8-easy-read.epub`.
    pub fn address(&self, library: &Library) -> Address {
        beside_page(library, self.job(), NAME)
    }

    /// Its title, as a reader's shelf shows it.
    pub fn title(&self, library: &Library, labels: &Labels) -> String {
        match self {
            Book::Official(work) => full_title(&work.official),
            Book::EasyRead(_, easy) => easy_title(easy, labels),
            Book::Collection(lang) => library.config.title(lang).to_owned(),
            Book::Entries(section) => section.front.title.clone(),
        }
    }

    /// The works whose texts it holds.
    pub fn works(&self, library: &'a Library) -> Vec<&'a Work> {
        match self {
            Book::Official(work) | Book::EasyRead(work, _) => vec![work],
            Book::Collection(lang) => collected(library, lang).collect(),
            Book::Entries(section) => {
                library.page_as_work(section).into_iter().chain(library.listed_below(section)).collect()
            }
        }
    }

    /// Whether it holds several works, each with all its texts.
    pub fn holds_many(&self) -> bool {
        matches!(self, Book::Collection(_) | Book::Entries(_))
    }
}

/// The works that the book of a language holds.
fn collected<'a>(library: &'a Library, lang: &'a Lang) -> impl Iterator<Item = &'a Work> {
    library.works.iter().filter(move |work| work.lang == *lang && library.becomes_book(work))
}
