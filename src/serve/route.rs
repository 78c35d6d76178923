//! What an address of the preview shows.

use super::snapshot::Site;
use crate::content::CONTENT;
use crate::document::Document;
use crate::formats::trace;
use crate::lang::Lang;
use crate::library::Work;
use crate::render::Job;

/// The folder of the pages that show two texts side by side, as a path in the site.
pub const BESIDE: &str = "_curbcut/beside/";

/// The page of all findings, as a path in the site.
pub const FINDINGS: &str = "_curbcut/findings/index.html";

/// A page of the preview.
#[derive(Debug, Clone, Copy)]
pub enum Route<'a> {
    /// A page of the site.
    Page(Job<'a>),
    /// An official text and its easy-read version.
    Beside(&'a Work, &'a Document),
    /// The findings of the whole site.
    Findings,
    /// Nothing has this address.
    Nowhere,
}

impl<'a> Route<'a> {
    /// What stands at a path.
    pub fn at(site: &'a Site, path: &str) -> Self {
        if path == FINDINGS {
            return Route::Findings;
        }
        match path.strip_prefix(BESIDE) {
            Some(page) => match site.job(page) {
                Some(Job::Official(work)) => match &work.easy_read {
                    Some(easy) => Route::Beside(work, easy),
                    None => Route::Nowhere,
                },
                _ => Route::Nowhere,
            },
            None => site.job(path).map_or(Route::Nowhere, Route::Page),
        }
    }

    /// Whether something stands at a path.
    pub fn leads(site: &'a Site, path: &str) -> bool {
        !matches!(Route::at(site, path), Route::Nowhere)
    }

    /// The work of which it shows a text.
    pub fn work(&self) -> Option<&'a Work> {
        match *self {
            Route::Page(Job::Official(work) | Job::EasyRead(work, _)) | Route::Beside(work, _) => Some(work),
            _ => None,
        }
    }

    /// Both texts, if it shows them side by side.
    pub fn beside(&self) -> Option<(&'a Work, &'a Document)> {
        match *self {
            Route::Beside(work, easy) => Some((work, easy)),
            _ => None,
        }
    }

    /// The texts it shows.
    pub fn texts(&self, site: &'a Site) -> Vec<&'a Document> {
        match *self {
            Route::Page(job) => trace::texts(&job, &site.library),
            Route::Beside(work, easy) => vec![&work.official, easy],
            _ => Vec::new(),
        }
    }

    /// Whether what is wrong in a file is shown with it.
    pub fn is_own(&self, file: &str, site: &Site) -> bool {
        let is_beside = |work: &Work, name: &str| {
            let below = file.strip_prefix(CONTENT).and_then(|file| file.strip_prefix('/'));
            below.and_then(|file| file.strip_prefix(&*work.slug)).is_some_and(|file| file.starts_with(name))
        };
        let beside_texts = match *self {
            Route::Page(Job::EasyRead(work, _)) | Route::Beside(work, _) => is_beside(work, "/review"),
            Route::Page(Job::Official(work)) => is_beside(work, "/follow-up"),
            Route::Page(Job::Glossary(lang)) => {
                site.library.glossary(lang).is_some_and(|words| words.source.path() == file)
            }
            Route::Page(Job::Pictures(_)) => {
                site.library.pictures.source().is_some_and(|pictures| pictures.path() == file)
            }
            Route::Findings => true,
            _ => false,
        };
        beside_texts || self.texts(site).iter().any(|text| text.source.path() == file)
    }

    /// Its language; `None` for the site's main one.
    pub fn lang(&self) -> Option<Lang> {
        match self {
            Route::Page(job) => Some(job.lang()),
            Route::Beside(work, _) => Some(work.lang.clone()),
            Route::Findings | Route::Nowhere => None,
        }
    }
}
