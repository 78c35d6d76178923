//! A book, made when it is asked for.

use anyhow::Result;

use super::snapshot::Site;
use super::view::View;
use crate::address::Address;
use crate::book::{self, Binder, Book, Modified, Pictures, Stylesheet};
use crate::finding::Finding;
use crate::lang::Lang;
use crate::render::Job;

/// The bytes of the book at a path of the site; `None` where there is none, a finding when it cannot be made.
///
/// # Errors
/// When a picture cannot be read.
pub fn at(site: &Site, path: &str) -> Option<Result<Result<Vec<u8>, Finding>>> {
    if !path.ends_with(".epub") {
        return None;
    }
    let books = Book::all(&site.library, &site.languages);
    let book = books.into_iter().find(|book| book.address(&site.library).path() == path)?;
    Some(make(site, &book))
}

fn make(site: &Site, book: &Book<'_>) -> Result<Result<Vec<u8>, Finding>> {
    // What is wrong with a picture is told by a build; here the book is made without it.
    let pictures = Pictures::of(&site.library, &book.works(&site.library), &mut Vec::new());
    let css = site.theme.get(book::STYLE).map_or("".into(), |css| String::from_utf8_lossy(css));
    let style = Stylesheet::new(&css)?;
    let renderer = site.renderer();
    let binder =
        Binder { renderer: &renderer, pictures: &pictures, style: &style, modified: Modified::FromContent };
    Ok(binder.bind(book)?.map(|bound| bound.bytes))
}

/// Where the book that belongs to a page stands; `None` where there is none.
pub fn of_page(site: &Site, view: &View<'_>) -> Option<Address> {
    let has_works = |lang: &Lang| site.library.works.iter().any(|work| work.lang == *lang);
    let book = match *view {
        View::Page(Job::Official(work)) => Book::Official(work),
        View::Page(Job::EasyRead(work, easy)) => Book::EasyRead(work, easy),
        View::Page(Job::Home(lang)) if has_works(lang) => Book::Collection(lang),
        _ => return None,
    };
    book.is_wanted(&site.library).then(|| book.address(&site.library))
}
