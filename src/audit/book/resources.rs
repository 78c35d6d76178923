//! The files of a book that are no documents: style sheets, drawings, older navigation, recordings bound to text.
//!
//! In: the manifest. Out: where these files lead, what of them bears on the claims, and findings in them.

use std::collections::BTreeMap;

use super::super::address::Address;
use super::super::reports::Reports;
use super::files::{Book, File};
use super::package::{Item, Package, resolve};
use super::rules;
use super::xml::Element;
use crate::finding::Finding;
use crate::image::css::{self, Style};

/// What the other files of a book say.
#[derive(Debug, Default)]
pub(super) struct Resources {
    /// Where each leads, by its path.
    pub onward: BTreeMap<String, Vec<String>>,
    /// Whether sound is bound to the text.
    pub overlays: bool,
    /// Whether a lexicon says how a voice pronounces words.
    pub lexicon: bool,
    /// What the style sheets do.
    pub style: Style,
}

impl Resources {
    /// Reads the files the manifest lists.
    pub fn read(book: &Book<'_>, package: &Package<'_>, findings: &mut Vec<Finding>) -> Self {
        let mut resources = Self::default();
        for item in &package.items {
            let media_type = item.media_type().to_ascii_lowercase();
            resources.lexicon |= media_type == "application/pls+xml";
            resources.overlays |= media_type == "application/smil+xml";
            let Some(path) = item.path.as_deref().filter(|path| book.files.contains_key(*path)) else {
                continue;
            };
            if media_type == "text/css" {
                findings.extend(resources.sheet(book, path));
            } else if !item.is_document()
                && is_xml(item)
                && !book.is_empty(path)
                && !matches!(book.files.get(path), Some(File::Refused))
            {
                match book.elements(path) {
                    Ok(elements) => _ = resources.onward.insert(path.to_owned(), addresses(&elements, path)),
                    Err(finding) => findings.push(*finding),
                }
            }
        }
        resources
    }

    fn sheet(&mut self, book: &Book<'_>, path: &str) -> Vec<Finding> {
        let sheet = css::read(book.text(path).unwrap_or_default(), css::Of::Value);
        self.style |= sheet.style;
        let mut reports = Reports::default();
        let mut onward = Vec::new();
        for (address, place) in sheet.addresses {
            match resolve(&address, path) {
                Some(to) if book.files.contains_key(&to) => onward.push(to),
                Some(to) => {
                    reports.add(&rules::MISSING_FILE, place, format!("the book has no file “{to}”"));
                }
                None if matches!(Address::resolve(&address, path), Address::Host) => {
                    let message = format!("the style sheet asks another host for “{address}”");
                    reports.add(&rules::REMOTE_RESOURCE, place, message);
                }
                None => {}
            }
        }
        for (place, why) in sheet.unknown {
            reports.add(&rules::REMOTE_RESOURCE, place, why);
        }
        self.onward.insert(path.to_owned(), onward);
        book.in_file(path, reports)
    }
}

fn is_xml(item: &Item<'_>) -> bool {
    item.media_type().ends_with("+xml")
}

/// Where the elements of a file lead: their `href` and `src`.
fn addresses(elements: &[Element<'_>], from: &str) -> Vec<String> {
    let values = elements
        .iter()
        .flat_map(|element| ["href", "xlink:href", "src"].iter().filter_map(|name| element.trimmed(name)));
    values.filter_map(|address| resolve(address, from)).collect()
}
