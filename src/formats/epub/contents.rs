//! The table of contents of a book.

use crate::render::html::{Label, attribute, text};
use crate::view::BookLink;

/// A line of the table of contents, with those below it.
#[derive(Debug, Clone)]
pub struct ContentsEntry {
    /// The file, and the place in it.
    pub href: String,
    /// Its words.
    pub words: String,
    /// The same as HTML, where a part of them has a language of its own.
    pub html: Option<String>,
    /// What stands below it.
    pub children: Vec<ContentsEntry>,
}

impl ContentsEntry {
    /// An entry without any below it.
    pub fn new(href: impl Into<String>, words: impl Into<String>) -> Self {
        Self { href: href.into(), words: words.into(), html: None, children: Vec::new() }
    }

    /// The same for a heading of a text.
    pub fn of_heading(href: String, Label { words, html }: Label) -> Self {
        Self { html: Some(html), ..Self::new(href, words) }
    }

    /// The entry without those below it, as templates get it.
    pub fn link(self) -> BookLink {
        BookLink { href: self.href, words: self.words }
    }
}

/// The entries as a list, each list inside the item that it belongs to. A template cannot include itself.
pub fn list(entries: &[ContentsEntry], out: &mut String) {
    out.push_str("<ol>\n");
    for entry in entries {
        out.push_str("<li><a href=\"");
        attribute(&entry.href, out);
        out.push_str("\">");
        match &entry.html {
            Some(html) => out.push_str(html),
            None => text(&entry.words, out),
        }
        out.push_str("</a>");
        if !entry.children.is_empty() {
            out.push('\n');
            list(&entry.children, out);
        }
        out.push_str("</li>\n");
    }
    out.push_str("</ol>\n");
}

/// How many entries there are, those below others included.
pub fn count(entries: &[ContentsEntry]) -> usize {
    entries.iter().map(|entry| 1 + count(&entry.children)).sum()
}

/// Whether the entries name the files in the order of `files`.
pub fn follows(entries: &[ContentsEntry], files: &[&str]) -> bool {
    fn step(entries: &[ContentsEntry], files: &[&str], at: &mut usize) -> bool {
        entries.iter().all(|entry| {
            let file = entry.href.split('#').next().unwrap_or_default();
            let found = files[*at..].iter().position(|other| *other == file);
            if let Some(ahead) = found {
                *at += ahead;
            }
            found.is_some() && step(&entry.children, files, at)
        })
    }
    step(entries, files, &mut 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_the_files_is_the_reading_order() {
        let mut first = ContentsEntry::new("a.xhtml", "一");
        first.children.push(ContentsEntry::new("b.xhtml#x", "二"));
        let files = ["cover.xhtml", "a.xhtml", "b.xhtml", "c.xhtml"];
        assert!(follows(&[first.clone(), ContentsEntry::new("c.xhtml", "三")], &files));
        assert!(!follows(&[ContentsEntry::new("c.xhtml", "三"), first.clone()], &files));
        assert!(!follows(&[ContentsEntry::new("d.xhtml", "四")], &files));
        assert_eq!(count(&[first]), 2);
    }
}
