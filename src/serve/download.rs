//! A download, made when a browser asks for it.

use axum::body::Bytes;
use rayon::prelude::*;

use super::cache::Cached;
use super::media_type;
use super::route::Route;
use super::snapshot::{Site, Snapshot};
use crate::address::Address;
use crate::finding::MakeError;
use crate::formats::{self, Catalogue, DOWNLOADS, Download, Job, Made, Material, Modified, PAGES, Pictures};
use crate::lang::Lang;
use crate::library::Library;
use crate::render::{self, Downloads, Renderer, SourceMap};

/// The answer to a request for a download: its bytes, or why it cannot be made.
pub type Answer = Result<Bytes, String>;

impl Cached for Answer {
    fn bytes(&self) -> usize {
        self.as_ref().map_or_else(String::len, Bytes::len)
    }
}

/// The site that has a download at a path.
pub fn site_at<'s>(snapshot: &'s Snapshot, path: &str) -> Option<&'s Site> {
    snapshot.site_at(|site| media_type_at(site, path).is_some())
}

/// The media type of what is at a path of the site, if that is a download or a list of downloads.
pub fn media_type_at(site: &Site, path: &str) -> Option<&'static str> {
    match formats::download_at(path, &site.library, &site.languages) {
        Some(_) => Some(media_type::of(path)),
        None => Some(catalogue_at(site, path)?.1.media_type),
    }
}

fn catalogue_at<'a>(site: &'a Site, path: &str) -> Option<(&'static dyn Download, Catalogue<'a>)> {
    let (library, languages): (&Library, &[Lang]) = (&site.library, &site.languages);
    match library.published_asset(path) {
        Some(_) => None,
        None => formats::catalogue_at(path, library, languages),
    }
}

/// The download at a path of the site; `None` where there is none.
pub fn at(site: &Site, path: &str) -> Option<Answer> {
    let made = match formats::download_at(path, &site.library, &site.languages) {
        Some((format, job)) => make(site, format, job).map(|made| made.bytes),
        None => {
            let (format, catalogue) = catalogue_at(site, path)?;
            list(site, format, &catalogue)
        }
    };
    Some(match made {
        Ok(bytes) => Ok(bytes.into()),
        Err(MakeError::Mistake(finding)) => Err(format!("{}\n{}", finding.message, finding.help)),
        Err(MakeError::Failure(error)) => Err(format!("{error:#}")),
    })
}

/// Makes a list of downloads. What it says of each is only known of a finished one.
fn list(site: &Site, format: &dyn Download, catalogue: &Catalogue<'_>) -> Result<Vec<u8>, MakeError> {
    let library = &site.library;
    let made = catalogue.jobs.par_iter().map(|job| Ok((*job, make(site, format, *job)?)));
    let mut downloads = Downloads::default();
    for (job, made) in made.collect::<Result<Vec<_>, MakeError>>()? {
        let file = render::Download {
            address: format.address(library, job),
            title: format.title(library, job),
            label: format.labels().offer,
            media_type: format.media_type(),
            size: made.bytes.len(),
            statement: made.statement,
            book: made.book,
        };
        downloads.add(PAGES.address(library, job), file);
    }
    let listed: Vec<_> = catalogue.listed(library, format, &downloads).collect();
    Ok(format.catalogue(catalogue, library, &listed))
}

fn make(site: &Site, format: &dyn Download, job: Job<'_>) -> Result<Made, MakeError> {
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
    format.maker(material)?.make(job)
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
