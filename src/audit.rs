//! The audit: what is wrong in finished pages and books, our own, a user's template's or another generator's.
//!
//! In: every page of a site as it will be published. Out: findings at the line and column of the start tag, and
//! of the Markdown it was made from where the page says so in `data-source`. It changes nothing and fetches
//! nothing. The rules are in [`rules::RULES`]; books have more of their own, in [`book`].
//!
//! Pages are read one by one, in parallel, each once: [`page`]. What is left to know of a page is small, so its
//! text may be dropped before [`site`] checks the links between pages.

use std::collections::HashSet;

use crate::finding::Finding;
use crate::source::{Span, slice};
use inventory::Inventory;
pub use judged::{Judged, Thing};
use site::{Outward, Site};
use walk::Walk;

mod address;
pub mod book;
mod elements;
mod ids;
mod inventory;
mod judged;
mod kind;
mod languages;
mod links;
mod markup;
mod names;
mod notes;
mod outline;
mod parts;
mod plain;
mod reports;
pub mod rules;
mod site;
mod stack;
mod tables;
mod tag;
mod text;
mod walk;

/// A finished page.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// Its path in the site, with `/` between the parts: `a-hrc-res-52-8/index.html`.
    pub path: &'a str,
    /// Its text.
    pub html: &'a str,
}

/// What a page is part of. A document of a book stands between others and repeats nothing of a site: it has no
/// skip link and no landmarks. But it is XML, and nothing of it may come from elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Medium {
    Site,
    Book,
}

impl Medium {
    fn name(self) -> &'static str {
        match self {
            Medium::Site => "site",
            Medium::Book => "book",
        }
    }
}

/// What a site may do that would be a finding elsewhere.
#[derive(Debug, Clone, Default)]
pub struct Allow {
    names: HashSet<String>,
    words: HashSet<String>,
    scripts: HashSet<String>,
}

impl Allow {
    /// Allows each word of a proper name, such as `Curbcut`, in a text of any language.
    #[must_use]
    pub fn name(mut self, name: &str) -> Self {
        self.names.extend(name.split_whitespace().map(str::to_lowercase));
        self
    }

    /// Allows each word of what an author wrote, such as a title, in labels: they are judged only for what the program and its
    /// templates say.
    #[must_use]
    pub fn written(mut self, text: &str) -> Self {
        let text = text::decode(text);
        self.words.extend(text::words(&text).map(|word| slice(&text, word.range).to_lowercase()));
        self
    }

    /// Allows a script file of the site, by its path: `assets/reader.js`.
    #[must_use]
    pub fn script(mut self, path: &str) -> Self {
        self.scripts.insert(path.to_owned());
        self
    }

    fn has_name(&self, word: &str) -> bool {
        !self.names.is_empty() && self.names.contains(&word.to_lowercase())
    }

    /// Whether a word of a label is allowed.
    fn has_in_label(&self, word: &str) -> bool {
        self.has_name(word) || !self.words.is_empty() && self.words.contains(&word.to_lowercase())
    }

    fn has_script(&self, path: &str) -> bool {
        self.scripts.contains(path)
    }
}

/// What one page tells: its own findings, and what the links between pages are checked with.
#[derive(Debug)]
pub struct PageAudit {
    path: Box<str>,
    /// Its language as the html element says it; empty where it says none.
    lang: Box<str>,
    findings: Vec<Finding>,
    title: Option<(Box<str>, Span)>,
    /// The ids of the page as sorted hashes.
    ids: Box<[u64]>,
    outward: Outward,
    /// What a document of a book holds; none for a page of a site.
    inventory: Option<Box<Inventory>>,
    judged: Judged,
}

impl PageAudit {
    /// The page's path in the site.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What the page had for the rules to judge.
    pub fn judged(&self) -> Judged {
        self.judged
    }

    /// What is wrong in the page by itself, by place.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Takes the page's own findings out; [`site`] does not repeat them.
    pub fn take_findings(&mut self) -> Vec<Finding> {
        std::mem::take(&mut self.findings)
    }
}

/// Audits one page by itself.
pub fn page(page: Page<'_>, allow: &Allow) -> PageAudit {
    read(page, Medium::Site, allow)
}

/// Reads a page to its end.
fn read(page: Page<'_>, medium: Medium, allow: &Allow) -> PageAudit {
    let mut walk = Walk::new(page, medium, allow);
    if let Err(error) = parts::each(page.html, medium, &mut walk) {
        walk.reports.add(&rules::NOT_READ, Span::default(), format!("the page could not be read: {error}"));
    }
    walk.finish()
}

/// Checks what only the whole site tells: dead links and fragments between pages, pages of the same title.
///
/// `exists` says whether a file that is not a page (a style sheet, a picture, a book) is part of the site; `html`
/// gives a page's text again, and is asked only for pages something is wrong with. Where it gives none, the
/// finding names the page without a line.
pub fn site(
    pages: &[PageAudit],
    exists: impl Fn(&str) -> bool + Sync,
    html: impl Fn(&str) -> Option<String> + Sync,
) -> Vec<Finding> {
    Site::new(pages, exists, html).findings()
}
