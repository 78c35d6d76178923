//! What is heard of a page: its landmarks, headings, links, lists, tables, notes and pictures, in the order and the words in which
//! a screen reader would say them.
//!
//! In: the text of a page. Out: a list of [`Phrase`]s, and a text of them for people, in the language of the page. All of it is
//! calculated from the markup, with the roles and the names that the rules judge; it is no recording of a screen reader.
//!
//! Refused: what is hidden. What style sheets hide or add is not known.

mod element;
mod phrases;
mod printed;
mod reader;
mod spoken;
mod states;
mod table;
mod tree;

pub use phrases::{Layout, Part, Phrase};

/// What is heard of a page.
#[derive(Debug)]
pub struct Heard {
    /// The language of the page as it says it; empty where it says none.
    pub lang: String,
    /// What is heard before all else.
    pub title: String,
    /// What is heard, in its order.
    pub phrases: Vec<Phrase>,
}

/// What is heard of a page with this text.
pub fn heard(html: &str) -> Heard {
    let read = reader::read(html);
    let phrases = phrases::of(&read);
    Heard { lang: read.lang.to_owned(), title: read.title, phrases }
}
