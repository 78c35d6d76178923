//! Plain text: each version of each document as one file for e-mail, messengers and braille displays.
//!
//! In: a version. Out: a text in UTF-8 without a byte order mark, one paragraph a line, headings underlined, official numbers as on the
//! page, tables row by row, pictures by their descriptions, notes at the end; and what may be said of it. Nothing is refused: what a
//! page can show can be written.

mod audit;
mod blocks;
mod easy_read;
mod event;
mod format;
mod html;
mod inlines;
mod lines;
mod official;

use std::collections::{HashMap, HashSet};

use crate::address::Address;
use crate::document::Document;
use crate::lang::Lang;
use crate::languages::Labels;
use crate::render::Renderer;

pub use format::PlainText;
use lines::{Lines, Width, in_one_line};

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
    /// The title that the words of an element had last.
    titles: HashMap<String, String>,
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
            titles: HashMap::new(),
            has_silent_pictures: false,
            ruby_has_brackets: false,
        }
    }

    /// Writes a heading that the program says.
    fn label_heading(&mut self, label: &str) {
        self.lines.heading(2, self.labels.get(label));
    }

    /// Writes a term and what it stands for in one line.
    fn fact(&mut self, term: &str, words: &str) {
        let line = self.before_colon(term) + &in_one_line(words);
        self.lines.line(&line);
    }

    /// Ends the text with the address of its page, by which a reader of a copy finds what is true today.
    fn finish(mut self, page: &Address) -> Text {
        if let Some(url) = self.on_the_web(page, None)
            && let Some(words) = self.labels.format("text-page", &[("url", url.as_str().into())])
        {
            self.lines.paragraph(&words);
        }
        let (text, headings) = self.lines.finish();
        Text { text, headings, has_silent_pictures: self.has_silent_pictures }
    }
}

/// How wide the lines of a language are.
fn width(lang: &Lang) -> Width {
    // Where Han characters are written, marks of uncertain width are as wide as they.
    if lang.is_cjk() { Width::Wide } else { Width::Narrow }
}
