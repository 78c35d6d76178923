//! The links to files on a page: what, how large, and for whom.

use std::collections::HashMap;

use crate::address::Address;
use crate::languages::Labels;
use crate::view;

/// What can be downloaded from each page.
#[derive(Debug, Default)]
pub struct Downloads(HashMap<Address, Vec<Download>>);

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
}

impl Downloads {
    /// Offers a file on a page.
    pub fn add(&mut self, page: Address, download: Download) {
        self.0.entry(page).or_default().push(download);
    }

    /// The files that a page offers.
    pub fn on(&self, page: &Address, labels: &Labels) -> Vec<view::Download> {
        let downloads = self.0.get(page).map(Vec::as_slice).unwrap_or_default();
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
        downloads.iter().map(part).collect()
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
