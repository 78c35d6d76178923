//! The old addresses of pages: what `aliases:` in the front matter names.
//!
//! In: a path from the root of the site, of a folder or of an HTML file. Out: where the page stands that sends its readers on. An
//! official text with an easy-read version takes that along.

use super::Library;
use crate::address::Address;
use crate::document::{Document, Version};

impl Library {
    /// The old addresses of the page of a text.
    pub fn aliases(&self, text: &Document) -> Vec<Address> {
        match text.version {
            Version::Official => text.front.aliases.iter().map(|alias| old_page(alias, "")).collect(),
            Version::EasyRead => {
                let official = self.work(&text.slug, &text.lang).map(|work| &work.official);
                let aliases = official.into_iter().flat_map(|official| &official.front.aliases);
                aliases.filter(|alias| !is_file(alias)).map(|alias| old_page(alias, "easy-read/")).collect()
            }
        }
    }

    /// Every text with an old address of its page, by its number among [`Library::aliases`].
    pub fn all_aliases(&self) -> impl Iterator<Item = (&Document, usize)> {
        self.documents().flat_map(|text| (0..self.aliases(text).len()).map(move |number| (text, number)))
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
