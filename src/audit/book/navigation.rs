//! The navigation document: contents, landmarks, list of pages.
//!
//! In: its elements, the order of reading, and where the parts of each document are. Out: lists that are missing,
//! entries without words or out of order. The page audit reports links that lead nowhere.

use std::collections::{HashMap, HashSet};

use super::super::page_audit::PageAudit;
use super::super::reports::Reports;
use super::documents::Documents;
use super::files::Book;
use super::package::{Package, target};
use super::rules;
use super::xml::Element;
use crate::finding::Finding;
use crate::source::Span;

/// The navigation document of a book.
pub(super) struct Navigation<'a> {
    /// Its path in the book.
    pub path: &'a str,
    /// The whole of it.
    top: Span,
    navs: Vec<Nav<'a>>,
}

struct Nav<'a> {
    element: &'a Element<'a>,
    entries: Vec<NavigationEntry<'a>>,
}

struct NavigationEntry<'a> {
    element: &'a Element<'a>,
    label: String,
}

/// Where the parts of a book are.
pub(super) struct Order<'a> {
    /// The number of each document in the order of reading.
    numbers: HashMap<&'a str, usize>,
    /// What is known of each document, by its path in the book.
    pub audits: HashMap<&'a str, &'a PageAudit>,
}

impl<'a> Order<'a> {
    /// The order of `package` with these documents.
    pub fn new(package: &'a Package<'_>, documents: &'a Documents<'_>) -> Self {
        let numbers = package.reading_order().enumerate().map(|(number, path)| (path, number)).collect();
        Self { numbers, audits: documents.iter().collect() }
    }

    /// What grows along the text; none for what is not read in order.
    fn place(&self, address: &str, from: &str) -> Option<(usize, u32)> {
        let (path, fragment) = target(address, from)?;
        let number = *self.numbers.get(path.as_str())?;
        let document = self.audits.get(path.as_str()).and_then(|audit| audit.document.as_deref());
        Some((number, document.map_or(0, |document| document.place(&fragment))))
    }
}

impl<'a> Navigation<'a> {
    /// Checks the marks of pages against the list of pages.
    pub fn page_breaks(&self, book: &Book<'_>, documents: &Documents<'_>) -> Vec<Finding> {
        let listed = self.has("page-list").then(|| self.pages(documents));
        let mut findings = Vec::new();
        for (path, audit) in documents.iter() {
            let Some(document) = audit.document.as_deref() else { continue };
            let mut reports = Reports::default();
            for mark in &document.page_breaks {
                let Some(listed) = &listed else {
                    let message = "pages are marked, but the book has no list of pages";
                    reports.add(&rules::MISSING_PAGE_LIST, mark.span, message);
                    findings.extend(book.in_file(path, reports));
                    // The fault is reported once, not at every page.
                    return findings;
                };
                if !mark.id.is_some_and(|id| listed.contains(&(path.to_owned(), id))) {
                    let message = "the list of pages does not lead to this mark";
                    reports.add(&rules::INCOMPLETE_PAGE_LIST, mark.span, message);
                }
            }
            findings.extend(book.in_file(path, reports));
        }
        findings
    }

    /// Reads the elements of the navigation document `file` at `path`.
    pub fn new(elements: &'a [Element<'a>], file: &str, path: &'a str) -> Self {
        let navs =
            elements.iter().filter(|element| element.name == "nav" && element.get("epub:type").is_some());
        let navs = navs.map(|nav| {
            // A span inside a link is part of its words.
            let is_entry = |element: &&Element<'_>| match element.name {
                "a" => true,
                "span" => element.parent.is_some_and(|parent| elements[parent].name == "li"),
                _ => false,
            };
            let from = elements.partition_point(|element| element.span.start < nav.span.end);
            let entries = elements[from..]
                .iter()
                .take_while(|element| (element.span.start as usize) < nav.inner.end)
                .filter(is_entry)
                .map(|element| NavigationEntry { element, label: label(element, elements, file) })
                .collect();
            Nav { element: nav, entries }
        });
        Self { path, top: elements.first().map(|top| top.span).unwrap_or_default(), navs: navs.collect() }
    }

    fn of_type<'s>(&'s self, kind: &'s str) -> impl Iterator<Item = &'s Nav<'a>> + 's {
        self.navs.iter().filter(move |nav| nav.element.lists("epub:type", kind))
    }

    /// Whether it has a list of this kind with entries.
    pub fn has(&self, kind: &str) -> bool {
        self.of_type(kind).any(|nav| nav.entries.iter().any(|entry| entry.element.name == "a"))
    }

    /// Checks the lists by themselves and against the order of reading.
    pub fn check(&self, order: &Order<'_>, reports: &mut Reports) {
        if !self.has("toc") {
            let place = self.of_type("toc").next().map_or(self.top, |nav| nav.element.span);
            reports.add(&rules::MISSING_TOC, place, "the book has no table of contents");
        }
        for again in self.of_type("toc").skip(1) {
            reports.add(&rules::MISSING_TOC, again.element.span, "the book has a second table of contents");
        }
        if !self.has("landmarks") {
            reports.add(&rules::MISSING_LANDMARKS, self.top, "the navigation has no landmarks");
        }
        for entry in self.navs.iter().flat_map(|nav| &nav.entries).filter(|entry| entry.label.is_empty()) {
            reports.add(&rules::EMPTY_LABEL, entry.element.span, "the entry has no words");
        }
        for entry in self.of_type("landmarks").flat_map(|nav| &nav.entries) {
            if entry.element.trimmed("epub:type").is_none() {
                let message = format!("the landmark “{}” does not say what it leads to", entry.label);
                reports.add(&rules::LANDMARK_WITHOUT_TYPE, entry.element.span, message);
            }
        }
        for kind in ["toc", "page-list"] {
            self.of_type(kind).for_each(|nav| self.order(nav, order, reports));
        }
    }

    fn order(&self, nav: &Nav<'_>, order: &Order<'_>, reports: &mut Reports) {
        let mut last: Option<((usize, u32), &NavigationEntry<'_>)> = None;
        for entry in &nav.entries {
            let Some(place) =
                entry.element.trimmed("href").and_then(|address| order.place(address, self.path))
            else {
                continue;
            };
            if let Some((_, before)) = last.filter(|(before, _)| place < *before) {
                let message =
                    format!("“{}” stands after “{}” and is read before it", entry.label, before.label);
                reports.add(&rules::NAV_ORDER, entry.element.span, message);
            }
            last = Some((place, entry));
        }
    }

    /// The parts of documents the list of pages leads to: path and hash of the id.
    fn pages(&self, documents: &Documents<'_>) -> HashSet<(String, u64)> {
        let by_path: HashMap<&str, &PageAudit> = documents.iter().collect();
        let entries = self.of_type("page-list").flat_map(|nav| &nav.entries);
        let targets = entries.filter_map(|entry| target(entry.element.trimmed("href")?, self.path));
        let part = |(path, fragment): (String, String)| {
            let document = by_path.get(path.as_str())?.document.as_deref()?;
            let (id, _) = document.target(&fragment)?;
            Some((path, id))
        };
        targets.filter_map(part).collect()
    }

    /// The documents that are landmarks of this kind.
    pub fn landmarks<'s>(&'s self, kind: &'s str) -> impl Iterator<Item = String> + 's {
        let entries = self.of_type("landmarks").flat_map(|nav| &nav.entries);
        entries
            .filter(move |entry| entry.element.lists("epub:type", kind))
            .filter_map(|entry| Some(target(entry.element.trimmed("href")?, self.path)?.0))
    }
}

/// The words of an entry, or those a picture or label gives it.
fn label(entry: &Element<'_>, elements: &[Element<'_>], file: &str) -> String {
    let text = entry.text(file);
    if !text.is_empty() {
        return text;
    }
    let from = elements.partition_point(|element| element.span.start < entry.span.end);
    let inside =
        elements[from..].iter().take_while(|element| (element.span.start as usize) < entry.inner.end);
    let mut labels = [entry]
        .into_iter()
        .chain(inside)
        .flat_map(|element| ["aria-label", "alt", "title"].iter().filter_map(|name| element.trimmed(name)));
    labels.next().unwrap_or_default().to_owned()
}
