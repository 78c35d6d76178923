//! A book, made when it is asked for.

use anyhow::Result;
use axum::body::Bytes;

use super::made::Keep;
use super::snapshot::Site;
use super::view::View;
use crate::address::Address;
use crate::book::{Binder, Book, Modified, Pictures, Stylesheet};
use crate::finding::Finding;
use crate::render::{Job, Renderer, SourceMap};

/// What is answered to who asks for a book: its bytes, or why it cannot be made.
pub type Answer = Result<Bytes, String>;

impl Keep for Answer {
    fn bytes(&self) -> usize {
        self.as_ref().map_or_else(String::len, Bytes::len)
    }
}

/// Whether there is a book at a path of the site.
pub fn is_at(site: &Site, path: &str) -> bool {
    find(site, path).is_some()
}

/// The book at a path of the site; `None` where there is none.
pub fn at(site: &Site, path: &str) -> Option<Answer> {
    Some(match make(site, &find(site, path)?) {
        Ok(Ok(bytes)) => Ok(bytes.into()),
        Ok(Err(finding)) => Err(format!("{}\n{}", finding.message, finding.help)),
        Err(error) => Err(format!("{error:#}")),
    })
}

fn find<'a>(site: &'a Site, path: &str) -> Option<Book<'a>> {
    if !path.ends_with(".epub") || site.library.published_asset(path).is_some() {
        return None;
    }
    let books = Book::all(&site.library, &site.languages);
    books.into_iter().find(|book| book.address(&site.library).path() == path)
}

fn make(site: &Site, book: &Book<'_>) -> Result<Result<Vec<u8>, Finding>> {
    // What is wrong with a picture is told by a build; here the book is made without it.
    let pictures = Pictures::of(&site.library, &book.works(&site.library), &mut Vec::new());
    let style = Stylesheet::new(&site.book_style)?;
    // As a build does: source lines are for pages.
    let renderer = Renderer::new(&site.library, &site.templates, &site.languages, SourceMap::Off);
    let binder =
        Binder { renderer: &renderer, pictures: &pictures, style: &style, modified: Modified::FromContent };
    Ok(binder.bind(book)?.map(|bound| bound.bytes))
}

/// Where the book that belongs to a page stands; `None` where there is none.
pub fn of_page(site: &Site, view: &View<'_>) -> Option<Address> {
    let book = match *view {
        View::Page(Job::Official(work)) => Book::Official(work),
        View::Page(Job::EasyRead(work, easy)) => Book::EasyRead(work, easy),
        View::Page(Job::Home(lang)) => Book::Collection(lang),
        _ => return None,
    };
    book.is_wanted(&site.library).then(|| book.address(&site.library))
}
