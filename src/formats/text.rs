//! Plain text: each version of each document as one file for e-mail, messengers and braille displays.
//!
//! In: a version. Out: a text in UTF-8 without a byte order mark, one paragraph a line, headings underlined, official numbers as on the
//! page, tables row by row, pictures by their descriptions, notes at the end; and what may be said of it. Nothing is refused: what a
//! page can show can be written.

mod audit;
mod blocks;
mod format;
mod html;
mod inlines;
mod lines;
mod output;

use std::collections::HashSet;

use crate::document::Document;
use crate::lang::Lang;
use crate::languages::Labels;
use crate::render::Renderer;

pub use format::PlainText;
pub(super) use html::lists::List;
pub(super) use html::{INLINE, LEAVES};
pub(super) use inlines::{Titles, bracketed, name};
use lines::{Lines, Width};

/// The name of the format, and of its table in `book.toml`.
const NAME: &str = "text";

/// A finished text.
#[derive(Debug)]
pub struct Text {
    /// The text.
    pub text: String,
    /// The lines that are headings, counted from 1.
    pub headings: Vec<usize>,
    /// Whether a picture has left no words, as the words beside it say the same.
    pub has_silent_pictures: bool,
}

/// Writes one version.
struct Writer<'a> {
    renderer: &'a Renderer<'a>,
    document: &'a Document,
    labels: &'a Labels,
    lines: Lines,
    /// The addresses that were written already, after their words.
    addresses: HashSet<String>,
    /// What the titles of elements said.
    titles: Titles,
    /// Whether a picture has left no words.
    has_silent_pictures: bool,
    /// Whether the author wrote brackets around what stands above the line, for programs that cannot raise it.
    ruby_has_brackets: bool,
}

impl<'a> Writer<'a> {
    fn new(renderer: &'a Renderer<'a>, document: &'a Document) -> Self {
        Self {
            renderer,
            document,
            labels: renderer.library.language(&document.lang).labels(),
            lines: Lines::new(width(&document.lang)),
            addresses: HashSet::new(),
            titles: Titles::default(),
            has_silent_pictures: false,
            ruby_has_brackets: false,
        }
    }
}

/// How wide the lines of a language are.
fn width(lang: &Lang) -> Width {
    // Where Han characters are written, marks of uncertain width are as wide as they.
    if lang.is_cjk() { Width::Wide } else { Width::Narrow }
}
