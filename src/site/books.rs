//! The books of a build.
//!
//! In: which books there are. Out: each of them staged, with what its page says of it and what is wrong in it.

use std::collections::HashSet;
use std::io::Cursor;

use anyhow::Result;
use rayon::prelude::*;

use crate::address::Address;
use crate::audit::book::Limits;
use crate::audit::{self, Allow};
use crate::book::{Binder, Book};
use crate::finding::Finding;
use crate::languages;
use crate::render::Download;
use crate::write::Edition;

/// A book that is staged.
pub struct Made {
    /// The page that offers it.
    pub page: Address,
    /// What the page says of it.
    pub download: Download,
    /// What is wrong in it.
    pub findings: Vec<Finding>,
}

/// Makes the books, each by one thread, audits and stages them at once: memory holds as many as there are threads.
///
/// # Errors
/// When a picture cannot be read, or the disk refuses.
pub fn make_books<'a>(
    binder: &Binder<'a>,
    books: &[Book<'a>],
    edition: &Edition,
) -> Result<Vec<Result<Made, Finding>>> {
    let library = binder.renderer.library;
    let allow = library.proper_names().fold(Allow::default(), Allow::name);
    let make = |book: &Book<'a>| {
        let address = book.address(library);
        let bound = match binder.bind(book)? {
            Ok(bound) => bound,
            Err(finding) => return Ok(Err(finding)),
        };
        edition.add(address.path(), &bound.bytes)?;
        // The archive is read as a reader's device will read it, so the packing is audited too.
        let finished = audit::book::Book::open(address.path(), Cursor::new(&bound.bytes), Limits::NONE)?;
        let findings = finished.known_as_xml().findings(&allow);
        let title = book.title(library, languages::labels(book.lang()));
        let download = Download { address, title, size: bound.bytes.len(), statement: bound.statement };
        Ok(Ok(Made { page: book.page(library), download, findings }))
    };
    books.par_iter().with_max_len(1).map(make).collect()
}

/// Adds what is wrong in books. A fault of a text shows on its page, in its book and in the collection, and is told
/// once; a fault of a book is its own.
pub fn add_untold(of_books: Vec<Finding>, findings: &mut Vec<Finding>) {
    let mut told: HashSet<_> = findings.iter().map(|told| (told.rule, told.message.clone())).collect();
    let of_books = of_books.into_iter();
    findings.extend(of_books.filter(|finding| {
        finding.rule.starts_with("epub/") || told.insert((finding.rule, finding.message.clone()))
    }));
}
