//! What is said of a book's accessibility in plain words: beside its link on a page, and in its metadata.

use super::Book;
use crate::accessibility::Claims;
use crate::languages::Labels;
use crate::render::Renderer;
use crate::render::easy_read::colophon;
use crate::review::Standing;

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

/// The summary in a book's metadata. It says what the other values cannot: what the book is, and how it was tested.
pub fn summary(book: &Book<'_>, renderer: &Renderer<'_>, claims: &Claims, certified: bool) -> String {
    let labels = renderer.labels(book.lang());
    let library = renderer.library;
    let mut sentences = vec![
        labels
            .get(match book {
                Book::Official(_) => "book-is-official",
                Book::EasyRead(..) => "book-is-easy-read",
                Book::Collection(_) => "book-is-collection",
            })
            .to_owned(),
    ];
    if let Book::EasyRead(work, easy) = book {
        let standing = Standing::of(library, work);
        sentences.push(colophon(renderer, work, easy, &standing).status.words);
    }
    sentences.push(statement(claims, certified, labels));
    sentences.join(labels.get("sentence-separator"))
}
