//! The documents of a book, each after the page audit.

use std::collections::HashSet;

use rayon::prelude::*;

use super::super::input::{Allow, Medium, Page};
use super::super::page::read;
use super::super::page_audit::PageAudit;
use super::super::reports::Reports;
use super::super::rules::{GRAPHIC_WITHOUT_NAME, IMG_WITHOUT_ALT};
use super::files::{Book, File};
use super::package::{Item, Package};
use super::rules;
use crate::accessibility::Inventory;
use crate::finding::Finding;
use crate::xml;

/// The documents of a book that could be read.
pub(super) struct Documents<'p> {
    /// The manifest item and the path in the book of each.
    items: Vec<(&'p Item<'p>, &'p str)>,
    /// What the page audit says of each.
    pub audits: Vec<PageAudit>,
    /// Whether any picture has no words.
    pub wordless: bool,
    /// What is said of files that could not be read.
    unread: Vec<Finding>,
}

impl<'p> Documents<'p> {
    /// Audits every document of the manifest that is not `locked`, in parallel.
    pub fn read(book: &Book<'_>, package: &'p Package<'p>, locked: &HashSet<String>, allow: &Allow) -> Self {
        let mut seen = HashSet::new();
        let mut unread = Vec::new();
        let mut items = Vec::new();
        for item in package.items.iter().filter(|item| item.is_document()) {
            let Some(path) = item.path.as_deref().filter(|path| !locked.contains(*path)) else { continue };
            if !seen.insert(path) {
                continue;
            }
            // An empty file has a finding of its own.
            if book.is_empty(path) {
                continue;
            }
            if book.text(path).is_some() {
                items.push((item, path));
            } else if let Some(File::Sealed(_)) = book.files.get(path) {
                let message = "the document is no text in UTF-8";
                unread.push(book.whole(&rules::NOT_WELL_FORMED, path, message));
            }
        }
        let audits = items.par_iter().map(|(_, path)| {
            let (name, html) = (book.full(path), book.text(path).unwrap_or_default());
            let mut audit = read(Page { path: &name, html }, Medium::Book, allow);
            let wordless = |finding: &Finding| {
                finding.rule == IMG_WITHOUT_ALT.name || finding.rule == GRAPHIC_WITHOUT_NAME.name
            };
            let wordless = audit.findings.iter().any(wordless);
            // What a reader of HTML makes of broken XML is not worth telling.
            if !book.is_xml
                && let Err(malformed) = xml::read(html, &mut ())
            {
                audit.findings = vec![book.malformed(path, malformed)];
            }
            (audit, wordless)
        });
        let (audits, wordless): (Vec<_>, Vec<_>) = audits.collect::<Vec<_>>().into_iter().unzip();
        Self { items, audits, wordless: wordless.contains(&true), unread }
    }

    /// What is wrong in the documents by themselves.
    pub fn findings(&self) -> impl Iterator<Item = Finding> {
        self.unread.iter().chain(self.audits.iter().flat_map(|audit| &audit.findings)).cloned()
    }

    /// Each document with its path in the book.
    pub fn iter(&self) -> impl Iterator<Item = (&'p str, &PageAudit)> {
        self.items.iter().map(|(_, path)| *path).zip(&self.audits)
    }

    /// Compares what the manifest says of each document with what it holds.
    pub fn properties(&self, reports: &mut Reports) {
        for ((item, _), audit) in self.items.iter().zip(&self.audits) {
            if let Some(document) = &audit.document {
                properties(item, &document.inventory, reports);
            }
        }
    }
}

fn properties(item: &Item<'_>, inventory: &Inventory, reports: &mut Reports) {
    let path = item.path.as_deref().unwrap_or_default();
    for (property, there) in inventory.properties() {
        let said = item.element.lists("properties", property);
        let message = match (there, said) {
            (true, false) => format!("“{path}” holds what the property {property} is for, but has it not"),
            // A document that only shows a drawing may be said to have one.
            (false, true) if property != "svg" => {
                format!("“{path}” has the property {property}, but holds nothing of the kind")
            }
            _ => continue,
        };
        reports.add(&rules::ITEM_PROPERTIES, item.element.span, message);
    }
}
