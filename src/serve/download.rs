//! A download, made when a browser asks for it.

use axum::body::Bytes;

use super::cache::Cached;
use super::route::Route;
use super::snapshot::Site;
use crate::address::Address;
use crate::finding::MakeError;
use crate::formats::{self, DOWNLOADS, Download, Job, Material, Modified, Pictures};
use crate::render::{Renderer, SourceMap};

/// The answer to a request for a download: its bytes, or why it cannot be made.
pub type Answer = Result<Bytes, String>;

impl Cached for Answer {
    fn bytes(&self) -> usize {
        self.as_ref().map_or_else(String::len, Bytes::len)
    }
}

/// Whether there is a download at a path of the site.
pub fn is_at(site: &Site, path: &str) -> bool {
    formats::download_at(path, &site.library, &site.languages).is_some()
}

/// The download at a path of the site; `None` where there is none.
pub fn at(site: &Site, path: &str) -> Option<Answer> {
    let (format, job) = formats::download_at(path, &site.library, &site.languages)?;
    Some(match make(site, format, job) {
        Ok(bytes) => Ok(bytes.into()),
        Err(MakeError::Mistake(finding)) => Err(format!("{}\n{}", finding.message, finding.help)),
        Err(MakeError::Failure(error)) => Err(format!("{error:#}")),
    })
}

fn make(site: &Site, format: &dyn Download, job: Job<'_>) -> Result<Vec<u8>, MakeError> {
    let library = &site.library;
    // What is wrong with a picture is a finding of the whole site; here the file is made without it.
    let pictures = Pictures::of(library, &job.works(library), &mut Vec::new());
    // As a build does: source lines are for pages.
    let renderer = Renderer::new(library, &site.templates, &site.languages, SourceMap::Off);
    let material = Material {
        renderer: &renderer,
        pictures: &pictures,
        book_style: &site.book_style,
        modified: Modified::FromContent,
    };
    Ok(format.maker(material)?.make(job)?.bytes)
}

/// Where the downloads of a page stand, each with its label in the desk.
pub fn of_page(site: &Site, route: &Route<'_>) -> Vec<(&'static str, Address)> {
    let Route::Page(page) = *route else { return Vec::new() };
    let of_format = |format: &dyn Download| {
        let jobs = format.jobs(&site.library, &site.languages).unwrap_or_default();
        jobs.contains(&page).then(|| (format.labels().preview, format.address(&site.library, page)))
    };
    DOWNLOADS.into_iter().filter_map(of_format).collect()
}
