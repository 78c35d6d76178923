//! The files that list the files of a format for programs.

use super::{DOWNLOADS, Download, Job, PAGES};
use crate::address::{Address, PageKind};
use crate::lang::Lang;
use crate::library::Library;
use crate::render;

/// A file that lists files of a format in a language. A long list has several, which lead to each other.
#[derive(Debug)]
pub struct Catalogue<'a> {
    /// The language.
    pub lang: &'a Lang,
    /// Where it stands.
    pub address: Address,
    /// Its media type.
    pub media_type: &'static str,
    /// Where all files of the list stand, in their order.
    pub all: Vec<Address>,
    /// Its place among them, from 0.
    pub place: usize,
    /// What files are made of that it lists.
    pub jobs: Vec<Job<'a>>,
    /// How many files the whole list has.
    pub total: usize,
}

impl<'a> Catalogue<'a> {
    /// Whether the list begins with it.
    pub fn is_first(&self) -> bool {
        self.place == 0
    }

    /// The page that leads to it.
    pub fn page(&self, library: &Library) -> Address {
        library.address_of("", self.lang, PageKind::Home)
    }

    /// The files that it lists, among those that were made, each with what it is made of.
    pub fn listed<'d>(
        &'d self,
        library: &'d Library,
        format: &'d dyn Download,
        made: &'d render::Downloads,
    ) -> impl Iterator<Item = (Job<'a>, &'d render::Download)> {
        self.jobs.iter().filter_map(|job| {
            let files = made.of(&PAGES.address(library, *job));
            Some((*job, files.iter().find(|file| file.media_type == format.media_type())?))
        })
    }
}

/// The catalogue at a path of the site, with its format.
pub fn catalogue_at<'a>(
    path: &str,
    library: &'a Library,
    languages: &'a [Lang],
) -> Option<(&'static dyn Download, Catalogue<'a>)> {
    DOWNLOADS.into_iter().filter(|format| format.may_have_made(path)).find_map(|format| {
        let catalogues = format.catalogues(library, languages);
        let catalogue = catalogues.into_iter().find(|catalogue| catalogue.address.path() == path)?;
        Some((format, catalogue))
    })
}
