//! What is said of a book's accessibility in plain words: beside its link on a page, and in its metadata.

use super::Book;
use crate::accessibility::Claims;
use crate::lang::Lang;
use crate::languages::{self, FALLBACK_BEGINS, Labels};
use crate::library::Library;
use crate::render::Renderer;
use crate::render::easy_read::{explained, status};
use crate::review::ReviewStatus;

/// The sentences that the claims allow, those for choosing a book first.
pub fn statement(claims: &Claims, certified: bool, labels: &Labels) -> String {
    let mut sentences = Vec::new();
    let mut say = |there: bool, label: &'static str| sentences.extend(there.then(|| labels.get(label)));
    say(claims.has("displayTransformability"), "book-adjustable");
    say(claims.words_suffice(), "book-without-seeing");
    say(claims.has("tableOfContents") && claims.has("structuralNavigation"), "book-navigable");
    say(claims.has("pageNavigation"), "book-pages");
    say(claims.is_still(), "book-still");
    say(certified, "book-certified");
    say(!certified, "book-not-certified");
    sentences.join(labels.get("sentence-separator"))
}

/// The summary in a book's metadata, and its language. It says what the other values cannot: what the book is, and how it was
/// tested.
///
/// Nothing can mark a part of it, so it is in one language: that of the book, or the fallback where the book's lacks a label.
pub fn summary(book: &Book<'_>, renderer: &Renderer<'_>, claims: &Claims, certified: bool) -> (String, Lang) {
    let in_language = |labels| sentences(book, renderer.library, claims, certified, labels);
    let own = in_language(renderer.labels(book.lang()));
    if !own.contains(FALLBACK_BEGINS) {
        return (own, book.lang().clone());
    }
    let fallback = languages::fallback();
    (in_language(renderer.library.language(&fallback).labels()), fallback)
}

fn sentences(
    book: &Book<'_>,
    library: &Library,
    claims: &Claims,
    certified: bool,
    labels: &Labels,
) -> String {
    let what = match book {
        Book::Official(work) => explained(work, labels, "book-is-official"),
        Book::EasyRead(work, _) => explained(work, labels, "book-is-easy-read"),
        Book::Collection(_) => labels.get("book-is-collection").to_owned(),
        Book::Entries(_) => labels.get("book-is-entries").to_owned(),
    };
    let mut sentences = vec![what];
    if let Book::EasyRead(work, _) = book {
        sentences.push(status(&ReviewStatus::of(library, work).status, work, labels).words);
    }
    sentences.push(statement(claims, certified, labels));
    sentences.join(labels.get("sentence-separator"))
}
