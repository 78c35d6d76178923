//! The files that hold the public entries of a collection for other programs: their names and where they stand.
//!
//! A collection has one of each, beside its page in the main language, or in the first that it has a page in.

use std::collections::HashMap;

use super::Library;
use crate::address::{Address, PageKind};

/// One of these files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Export {
    /// A table, for people with a spreadsheet program.
    Csv,
    /// The same for programs.
    Json,
    /// What can be said of the entries in the words of schema.org.
    JsonLd,
    /// What an entry may say.
    Schema,
}

impl Export {
    /// All of them, in the order in which a page offers them.
    pub const ALL: [Self; 4] = [Self::Csv, Self::Json, Self::JsonLd, Self::Schema];

    fn file(self) -> &'static str {
        match self {
            Self::Csv => "entries.csv",
            Self::Json => "entries.json",
            Self::JsonLd => "entries.jsonld",
            Self::Schema => "schema.json",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv",
            Self::Json => "application/json",
            Self::JsonLd => "application/ld+json",
            Self::Schema => "application/schema+json",
        }
    }

    /// Where that of a collection stands.
    pub fn address(self, library: &Library, folder: &str) -> Address {
        let mut pages = library.sections.iter().filter(|section| *section.slug == *folder);
        let first = pages.clone().find(|section| section.lang == library.config.language);
        let lang = first.or_else(|| pages.next()).map_or(&library.config.language, |section| &section.lang);
        let page = library.address_of(folder, lang, PageKind::Official);
        Address::file([page.folder(), self.file()].concat())
    }
}

impl Library {
    /// The folders of the collections that have these files.
    pub fn exported(&self) -> impl Iterator<Item = &str> {
        let with_shape = self.collections.iter().filter(|(_, collection)| collection.shape.is_some());
        with_shape.map(|(folder, _)| folder)
    }

    /// Where each file stands, by the path below `content/` that a text beside the collection's page names.
    pub(super) fn find_exports(&self) -> HashMap<Box<str>, Box<str>> {
        let of_folder = |folder: &str| {
            Export::ALL.map(|export| {
                let named = format!("{folder}/{}", export.file());
                (named.into_boxed_str(), Box::from(export.address(self, folder).path()))
            })
        };
        self.exported().flat_map(of_folder).collect()
    }
}
