//! What only the whole site shows: links between pages, titles.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::address::Fragment;
use super::base_path;
use super::ids;
use super::input::Medium;
use super::page_audit::PageAudit;
use super::reports::{Origin, finding};
use super::rules::{self, Rule};
use crate::finding::{Finding, Place};
use crate::source::Source;

/// The page at the root of a site.
const FIRST: &str = "index.html";

/// The pages of a site and what else is in it.
pub(super) struct Site<'a, E, H> {
    pages: &'a [PageAudit],
    by_path: HashMap<&'a str, &'a PageAudit>,
    medium: Medium,
    exists: E,
    html: H,
    /// Below which path of its host the site stands.
    base: OnceLock<String>,
}

impl<'a, E, H> Site<'a, E, H>
where
    E: Fn(&str) -> bool + Sync,
    H: Fn(&str) -> Option<String> + Sync,
{
    /// See [`super::site`] for what the functions answer.
    pub fn new(pages: &'a [PageAudit], exists: E, html: H) -> Self {
        let by_path = pages.iter().map(|page| (&*page.path, page)).collect();
        Self { pages, by_path, medium: Medium::Site, exists, html, base: OnceLock::new() }
    }

    /// The same where other pages stand beside, which links may lead to and which are not judged.
    pub fn beside(self, others: &'a [PageAudit]) -> Self {
        let mut by_path = self.by_path;
        by_path.extend(others.iter().map(|page| (&*page.path, page)));
        Self { by_path, ..self }
    }

    /// The same for the documents of a book.
    pub fn of_book(pages: &'a [PageAudit], exists: E, html: H) -> Self {
        Self { medium: Medium::Book, ..Self::new(pages, exists, html) }
    }

    /// What is wrong between the pages, in the order of the pages.
    pub fn findings(&self) -> Vec<Finding> {
        let same_titles = self.same_titles();
        let pages = self.pages.par_iter().enumerate();
        pages
            .flat_map_iter(|(index, page)| {
                let title = same_titles.get(&index).map(|message| {
                    let span = page.title.as_ref().map(|&(_, span)| span).unwrap_or_default();
                    (&rules::SAME_TITLE, Origin::from(span), message.clone())
                });
                let reports: Vec<_> = title.into_iter().chain(self.dead(page)).collect();
                self.place(page, reports)
            })
            .collect()
    }

    /// The places in the page's text; it is asked for only when there is something to point at.
    fn place(&self, page: &PageAudit, reports: Vec<(&'static Rule, Origin, String)>) -> Vec<Finding> {
        if reports.is_empty() {
            return Vec::new();
        }
        let Some(html) = (self.html)(&page.path) else {
            let place = || Place::File(Arc::from(&*page.path));
            let bare = reports.into_iter();
            return bare.map(|(rule, _, message)| rule.finding(place(), message)).collect();
        };
        let source = Arc::new(Source::new(&*page.path, html));
        reports.into_iter().map(|(rule, origin, message)| finding(rule, &source, origin, &message)).collect()
    }

    fn dead<'s>(&'s self, page: &'s PageAudit) -> impl Iterator<Item = (&'static Rule, Origin, String)> + 's {
        page.outward.iter().filter_map(|(path, fragment, origin)| match self.target(path) {
            Target::Page(target) if ids::leads(&target.ids, fragment) => None,
            Target::Page(target) => {
                let name = Fragment::of(fragment);
                let name = name.plain();
                let message = format!("no element of {} has the id “{name}” the address names", target.path);
                Some((&rules::DEAD_FRAGMENT, origin, message))
            }
            // The parts of other files are not known; an svg may well have them.
            Target::File => None,
            Target::Nothing => {
                let path = if path.is_empty() { "index.html" } else { path };
                let whole = self.medium.name();
                let message = format!("the address leads to “{path}”, which is not in the {whole}");
                Some((&rules::DEAD_LINK, origin, message))
            }
        })
    }

    fn target(&self, path: &str) -> Target<'a> {
        let target = self.target_in_site(path);
        if !matches!(target, Target::Nothing) || self.medium == Medium::Book {
            return target;
        }
        let base = self
            .base
            .get_or_init(|| (self.html)(FIRST).map_or_else(String::new, |html| base_path::of(&html)));
        let below = path.strip_prefix(base.as_str()).filter(|_| !base.is_empty());
        below.map_or(Target::Nothing, |below| self.target_in_site(below))
    }

    fn target_in_site(&self, path: &str) -> Target<'a> {
        if let Some(&page) = self.by_path.get(path) {
            return Target::Page(page);
        }
        let folder = path.is_empty() || path.ends_with('/');
        if !folder && (self.exists)(path) {
            return Target::File;
        }
        if self.medium == Medium::Book {
            return Target::Nothing;
        }
        let index = if folder { format!("{path}index.html") } else { format!("{path}/index.html") };
        match self.by_path.get(&*index) {
            Some(&page) => Target::Page(page),
            None if (self.exists)(&index) => Target::File,
            None => Target::Nothing,
        }
    }

    /// Messages for the pages whose title an earlier page has, by their place in the list.
    fn same_titles(&self) -> HashMap<usize, String> {
        // A translation may well have the title of its original: a name, a number, a symbol.
        let mut first: HashMap<(&str, &str), &str> = HashMap::new();
        let mut same = HashMap::new();
        for (index, page) in self.pages.iter().enumerate() {
            let Some((title, _)) = &page.title else { continue };
            let key = (&*page.lang, &**title);
            match first.get(&key) {
                Some(other) => _ = same.insert(index, format!("{other} has the title “{title}” too")),
                None => _ = first.insert(key, &page.path),
            }
        }
        same
    }
}

enum Target<'a> {
    Page(&'a PageAudit),
    File,
    Nothing,
}
