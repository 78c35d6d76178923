//! The links to files on a page: what, how large, and for whom.

use std::collections::HashMap;
use std::sync::Arc;

use crate::address::Address;
use crate::languages::Labels;
use crate::view::{self, BookMetadata};

/// What can be downloaded from each page.
#[derive(Debug, Default)]
pub struct Downloads {
    files: HashMap<Address, Vec<Download>>,
    /// The catalogues that list files for programs, with their media types, by the pages that lead to them.
    catalogues: HashMap<Address, (Address, &'static str)>,
}

/// A file to download.
#[derive(Debug, Clone)]
pub struct Download {
    /// Where it stands.
    pub address: Address,
    /// Its title.
    pub title: String,
    /// The label of the link, with `$title` and `$size`.
    pub label: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// Its size in bytes.
    pub size: usize,
    /// What may be said of its accessibility.
    pub statement: String,
    /// What it says of itself, if it is a book that is made.
    pub book: Option<Arc<BookMetadata>>,
}

impl Downloads {
    /// Offers a file on a page.
    pub fn add(&mut self, page: Address, download: Download) {
        self.files.entry(page).or_default().push(download);
    }

    /// Leads from a page to a catalogue of files.
    pub fn add_catalogue(&mut self, page: Address, catalogue: Address, media_type: &'static str) {
        self.catalogues.insert(page, (catalogue, media_type));
    }

    /// The catalogue that a page leads to, with its media type.
    pub fn catalogue_on(&self, page: &Address) -> Option<(&Address, &'static str)> {
        self.catalogues.get(page).map(|(address, media_type)| (address, *media_type))
    }

    /// The files of a page.
    pub fn of(&self, page: &Address) -> &[Download] {
        self.files.get(page).map(Vec::as_slice).unwrap_or_default()
    }

    /// The files that a page offers, in the words of its links.
    pub fn on(&self, page: &Address, labels: &Labels) -> Vec<view::Download> {
        let part = |download: &Download| {
            let size = size(download.size, labels);
            let arguments = [("title", download.title.as_str().into()), ("size", size.as_str().into())];
            view::Download {
                href: page.link_to(&download.address),
                media_type: download.media_type,
                words: labels.format(download.label, &arguments).unwrap_or_default(),
                statement: download.statement.clone(),
            }
        };
        self.of(page).iter().map(part).collect()
    }
}

/// A size as people read it: whole kilobytes, or megabytes with one decimal.
fn size(bytes: usize, labels: &Labels) -> String {
    let kilobytes = bytes.div_ceil(1000);
    let (label, number) = if kilobytes < 1000 {
        ("size-kilobytes", kilobytes.to_string())
    } else {
        let tenths = bytes.div_ceil(100_000);
        ("size-megabytes", format!("{}.{}", tenths / 10, tenths % 10))
    };
    labels.format(label, &[("number", number.as_str().into())]).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_rounded_up() {
        let labels = crate::languages::Languages::built_in().of(&"zh-Hans".parse().unwrap()).labels();
        assert_eq!(size(1, labels), "1 KB");
        assert_eq!(size(122_500, labels), "123 KB");
        assert_eq!(size(999_001, labels), "1.0 MB");
        assert_eq!(size(12_340_000, labels), "12.4 MB");
    }
}
