//! The books of a build.
//!
//! In: which books there are. Out: each of them staged, with what its page says of it and what is wrong in it.

use std::collections::HashSet;
use std::io::Cursor;

use anyhow::Result;
use rayon::prelude::*;

use super::{trace, written};
use crate::address::Address;
use crate::audit::book::Limits;
use crate::audit::book::rules::SUMMARY_LANGUAGE;
use crate::audit::rules::SAME_TITLE;
use crate::audit::{self, Allow};
use crate::book::{Binder, Book, Bound};
use crate::check::Ledger;
use crate::document::Document;
use crate::finding::{Finding, Severity};
use crate::languages;
use crate::library::Library;
use crate::render::{Download, Renderer};
use crate::write::Edition;

/// A book that is staged.
pub struct Made<'a> {
    /// The page that offers it.
    pub page: Address,
    /// What the page says of it.
    pub download: Download,
    /// What is wrong in it.
    pub findings: Vec<Finding>,
    /// The texts it is made of; of a collection none, as what one text allows does not hold for all.
    pub texts: Vec<&'a Document>,
}

/// What pages would say of a book that is not made.
pub fn offer(library: &Library, book: &Book<'_>) -> Download {
    let title = book.title(library, languages::labels(book.lang()));
    Download { address: book.address(library), title, size: 0, statement: String::new() }
}

/// Makes the books, each by one thread, audits and stages them at once: memory holds as many as there are threads. Without
/// an edition they are only audited.
///
/// # Errors
/// When a picture cannot be read, or the disk refuses.
pub fn make_books<'a>(
    binder: &Binder<'a>,
    books: &[Book<'a>],
    edition: Option<&Edition>,
    ledger: &Ledger,
) -> Result<Vec<Result<Made<'a>, Finding>>> {
    let library = binder.renderer.library;
    let allow = library.proper_names().fold(Allow::default(), Allow::name);
    let make = |book: &Book<'a>| {
        let bound = match binder.bind(book)? {
            Ok(bound) => bound,
            Err(finding) => return Ok(Err(finding)),
        };
        let path = bound.address.path();
        if let Some(edition) = edition {
            edition.add(path, &bound.bytes)?;
        }
        let texts = texts(book);
        let findings = audited(binder, book, &bound, &allow, ledger)?;
        let download =
            Download { size: bound.bytes.len(), statement: bound.statement, ..offer(library, book) };
        Ok(Ok(Made { page: book.page(library), download, findings, texts }))
    };
    books.par_iter().with_max_len(1).map(make).collect()
}

fn texts<'a>(book: &Book<'a>) -> Vec<&'a Document> {
    match *book {
        Book::Official(work) => vec![&work.official],
        Book::EasyRead(_, easy) => vec![easy],
        Book::Collection(_) => Vec::new(),
    }
}

/// What the audit finds in a book, each finding where it was written. A book is made once more for that when it decides
/// something: most of what is found in books is told of pages already.
fn audited<'a>(
    binder: &Binder<'a>,
    book: &Book<'a>,
    bound: &Bound,
    allow: &Allow,
    ledger: &Ledger,
) -> Result<Vec<Finding>> {
    let (path, bytes) = (bound.address.path(), &bound.bytes);
    // The archive is read as a reader's device will read it, so the packing is audited too.
    let audit = |bytes: &[u8], allow: &Allow| -> Result<Vec<Finding>> {
        let finished = audit::book::Book::open(path, Cursor::new(bytes), Limits::NONE)?;
        let mut findings = finished.known_as_xml().findings(allow);
        // Two texts of one title are told at their pages, where one of them may allow it.
        findings.retain(|finding| finding.rule != SAME_TITLE.name);
        Ok(findings)
    };
    let library = binder.renderer.library;
    let mut found = audit(bytes, allow)?;
    let words;
    let mut allow = allow;
    if written::judges_labels(&found) || found.iter().any(|finding| finding.rule == SUMMARY_LANGUAGE.name) {
        let works = book.works(library).into_iter();
        let texts: Vec<&Document> = works
            .flat_map(|work| std::iter::once(&*work.official).chain(work.easy_read.as_deref()))
            .collect();
        words = written::with_words(allow, library, &texts);
        allow = &words;
        found = audit(bytes, allow)?;
    }
    let decides =
        |finding: &Finding| finding.severity == Severity::Error || ledger.is_allowed_by_a_text(finding.rule);
    if !found.iter().any(decides) {
        return Ok(trace::to_sources(found, &[], library, &texts(book)));
    }
    let renderer: Renderer<'_> = binder.renderer.placing();
    let placing = Binder { renderer: &renderer, ..*binder };
    let placed = match placing.bind(book)? {
        Ok(bound) => audit(&bound.bytes, allow)?,
        Err(_) => Vec::new(),
    };
    Ok(trace::to_sources(found, &placed, library, &texts(book)))
}

/// Takes out what is allowed in books.
pub fn allowed<'a>(mut made: Made<'a>, ledger: &mut Ledger) -> Made<'a> {
    ledger.hide_repeated(&mut made.findings, &made.texts);
    made
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
