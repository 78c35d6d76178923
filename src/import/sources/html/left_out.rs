//! What is no text of a page, or none of its main part.
//!
//! In: elements. Out: why each is left out, and its words on a line of their own, or behind those of the paragraph that it stands in.

use std::rc::Rc;

use super::around::Around;
use super::names::{OUTSIDE, has_type, is_block, is_hidden, not_text, plain, written};
use super::reader::Reader;
use super::tree::Element;
use super::word;
use crate::import::sources::styled::shown::Aside;
use crate::import::unsure::Unsure;

impl<'a> Reader<'a> {
    /// Words outside of the text.
    pub fn loose(&mut self, text: &str) {
        let words = written(text);
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        self.left(&words, OUTSIDE);
    }

    /// A line that is left out.
    pub fn left(&mut self, words: &str, why: &str) {
        if !words.is_empty() {
            self.out.aside(words, why);
        }
    }

    /// Whether something is told elsewhere than where it stands.
    fn is_elsewhere(&self) -> impl Fn(u32) -> bool {
        let (title, notes) = (self.page.title, &self.notes);
        move |at| title == Some(at) || notes.notes.contains(&at)
    }

    /// Leaves an element out that stands around the text.
    pub fn outside(&mut self, node: Element<'a>, why: &'static str) {
        let words = plain(node, self.is_elsewhere());
        self.count_code(node);
        self.left(&words, why);
    }

    fn count_code(&mut self, node: Element<'a>) {
        for inner in node.all() {
            self.code.0 += usize::from(inner.name() == "script");
            self.code.1 += usize::from(inner.name() == "style");
        }
    }

    /// Why an element in the text is none of it.
    pub fn left_out(&mut self, node: Element<'a>, around: &Around) -> Option<Aside> {
        let name = node.name();
        if is_hidden(node) && name != "img" {
            return Some(Aside::Hidden);
        }
        if self.notes.holders.contains(&node.at) {
            return Some(Aside::Other("stands among the notes, and is none that a mark leads to"));
        }
        if let Some(why) = self.page.left_out(node, around.is_in_section).or_else(|| word::left_out(node)) {
            return Some(if why == "comment" { Aside::Comment } else { Aside::Other(why) });
        }
        if name == "form" && !self.page.pages.contains(&node.at) {
            return Some(Aside::Other("form of the page"));
        }
        if name == "input" && has_type(node, &["checkbox", "radio"]) {
            return None;
        }
        let (why, what) = not_text(name)?;
        // A label around a box holds the words beside it.
        if name == "label"
            && node.all().any(|it| it.name() == "input" && has_type(it, &["checkbox", "radio"]))
        {
            return None;
        }
        if let Some(what) = what {
            let address = ["src", "data", "href"].iter().find_map(|name| node.attribute(name));
            let source =
                || node.children().find(|it| it.name() == "source").and_then(|it| it.attribute("src"));
            let shown: String =
                address.or_else(source).unwrap_or_default().trim().chars().take(200).collect();
            let at = if shown.is_empty() { String::new() } else { format!(": “{shown}”") };
            let why = format!("{what} is left out{at}");
            if self.is_begun || self.note.is_some() {
                self.out.reports.push(why.into());
            } else {
                // Between two paragraphs it has the line of its own words, if it has some.
                self.end_block(around);
                let place = self.out.shown.text.len();
                self.out.unsure.push(Unsure::new(place..place, why));
            }
        }
        Some(Aside::Other(why))
    }

    /// Leaves an element out that stands in the text.
    pub fn leave(&mut self, node: Element<'a>, aside: Aside, around: &Rc<Around>) {
        let words = plain(node, self.is_elsewhere());
        self.count_code(node);
        if is_block(node) && self.note.is_none() {
            self.end_block(around);
            self.left(&words, aside.reason());
        } else {
            self.out.leave(&words, aside);
        }
    }
}
