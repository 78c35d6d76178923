//! The old addresses of pages: what `aliases:` in the front matter names.
//!
//! In: a path from the root of the site, of a folder or of an HTML file. Out: where the page stands that sends its readers on. An
//! official text with an easy-read version takes that along.

use super::Library;
use crate::address::Address;
use crate::document::{Document, Version};

/// An old address of the page of a text.
pub struct Alias<'a> {
    /// The text whose page stood there.
    pub text: &'a Document,
    /// Its number in the front matter that names it.
    pub number: usize,
    /// The official text whose front matter names it, or a section.
    pub named_by: &'a Document,
    /// As it is written there.
    pub written: &'a str,
    /// Where the page stood.
    pub address: Address,
}

impl Library {
    /// An old address of the page of a text, by its number in the front matter that names it.
    pub fn alias<'a>(&'a self, text: &'a Document, number: usize) -> Option<Alias<'a>> {
        let named_by = self.names_aliases_of(text);
        let written = named_by.front.aliases.get(number)?;
        let version = match text.version {
            Version::Official => "",
            // What stood at a file had no versions beside it.
            Version::EasyRead if is_file(written) => return None,
            Version::EasyRead => "easy-read/",
        };
        Some(Alias { text, number, named_by, written, address: old_page(written, version) })
    }

    /// Every old address of a page.
    pub fn aliases(&self) -> impl Iterator<Item = Alias<'_>> {
        self.documents().flat_map(move |text| {
            let numbers = 0..self.names_aliases_of(text).front.aliases.len();
            numbers.filter_map(move |number| self.alias(text, number))
        })
    }

    /// The text that names the old addresses of the page of another, which is as a rule its own.
    fn names_aliases_of<'a>(&'a self, text: &'a Document) -> &'a Document {
        let of_version = || self.work(&text.slug, &text.lang).map(|work| &*work.official);
        Some(text).filter(|text| text.version == Version::Official).or_else(of_version).unwrap_or(text)
    }
}

/// Whether an alias is the address of a file and not of a folder.
fn is_file(alias: &str) -> bool {
    alias.ends_with(".html") || alias.ends_with(".htm")
}

fn old_page(alias: &str, version: &str) -> Address {
    match is_file(alias) {
        true => Address::file(alias),
        false => Address::file(format!("{}/{version}index.html", alias.trim_end_matches('/'))),
    }
}

/// Why a path is none that an old page can have had.
pub fn unfit(alias: &str) -> Option<&'static str> {
    let path = alias.strip_suffix('/').unwrap_or(alias);
    if alias.contains([':', '?', '#', '\\']) || path.starts_with('/') {
        return Some("is no path from the root of the site, such as “reports/2024”");
    }
    let is_step = |part: &str| part.trim().is_empty() || part.starts_with('.');
    path.split('/').any(is_step).then_some("has an empty step, or one that begins with a dot")
}
