//! The files that hold the public entries of a collection for other programs: where they stand, and how a page offers them.
//!
//! A collection has one of each, beside its page in the main language; the pages in all languages lead to them. What stands in them is
//! made in [`formats::exports`](crate::formats::exports).

use super::Renderer;
use crate::address::{Address, PageKind};
use crate::lang::Lang;
use crate::library::Library;
use crate::view;

/// One of these files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Export {
    /// A table, for people with a spreadsheet.
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

    /// The labels of a link to it, and of the sentence that says what it is.
    fn labels(self) -> (&'static str, &'static str) {
        match self {
            Self::Csv => ("export-csv", "export-csv-about"),
            Self::Json => ("export-json", "export-json-about"),
            Self::JsonLd => ("export-json-ld", "export-json-ld-about"),
            Self::Schema => ("export-schema", "export-schema-about"),
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

/// The files of a collection, as a page of it in a language offers them.
pub fn offered(renderer: &Renderer<'_>, folder: &str, lang: &Lang, page: &Address) -> Vec<view::Download> {
    let labels = renderer.labels(lang);
    let offer = |export: Export| {
        let (words, about) = export.labels();
        view::Download {
            href: page.link_to(&export.address(renderer.library, folder)),
            media_type: export.media_type(),
            words: labels.get(words).to_owned(),
            statement: labels.get(about).to_owned(),
        }
    };
    Export::ALL.into_iter().map(offer).collect()
}
