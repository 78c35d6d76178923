//! The books of a language as a catalogue that reading apps can add: OPDS 2.
//!
//! In: what finished books say of themselves. Out: one file of JSON, or several that lead to each other, as apps fetch a page at a
//! time. Every address in it is whole, so none is made where nothing says at which address the site stands.

use serde::Serialize;

use crate::address::{Address, PageKind};
use crate::formats::{Catalogue, Job};
use crate::lang::Lang;
use crate::library::Library;
use crate::render::{self, canonical};
use crate::view::BookMetadata;

/// The media type of a catalogue.
const MEDIA_TYPE: &str = "application/opds+json";

/// A file lists so many books: about as many as apps show at once, and as many as a preview must make for it.
const BOOKS_OF_A_FILE: usize = 100;

/// What EPUB Accessibility calls the claim that books make, in manifests.
const CONFORMS: &str = "https://www.w3.org/TR/epub-a11y-11#wcag-2.2-aa";

/// The catalogues of a site, by language; `jobs` are those of all books.
pub fn all<'a>(library: &'a Library, languages: &'a [Lang], jobs: Vec<Job<'a>>) -> Vec<Catalogue<'a>> {
    if library.config.site.base_url.is_none() {
        return Vec::new();
    }
    languages.iter().flat_map(|lang| of_language(library, lang, &jobs)).collect()
}

fn of_language<'a>(library: &Library, lang: &'a Lang, jobs: &[Job<'a>]) -> Vec<Catalogue<'a>> {
    let jobs: Vec<Job<'a>> = jobs.iter().copied().filter(|job| job.lang() == *lang).collect();
    let pieces = jobs.chunks(BOOKS_OF_A_FILE);
    let home = library.address_of("", lang, PageKind::Home);
    let all: Vec<Address> =
        (0..pieces.len()).map(|place| Address::file([home.folder(), &name(place)].concat())).collect();
    let catalogue = |(place, jobs): (usize, &[Job<'a>])| Catalogue {
        lang,
        address: all[place].clone(),
        media_type: MEDIA_TYPE,
        all: all.clone(),
        place,
        jobs: jobs.to_vec(),
        total: 0,
    };
    let total = jobs.len();
    pieces.enumerate().map(|piece| Catalogue { total, ..catalogue(piece) }).collect()
}

/// The name of a file, by its place in the list.
fn name(place: usize) -> String {
    match place {
        0 => "catalogue.json".to_owned(),
        _ => format!("catalogue-{}.json", place + 1),
    }
}

/// Whether a path may be that of a catalogue, as this build or an earlier one made them.
pub fn may_be(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let number = name.strip_prefix("catalogue").and_then(|rest| rest.strip_suffix(".json"));
    number.is_some_and(|number| {
        number.is_empty()
            || number.strip_prefix('-').is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
    })
}

#[derive(Serialize)]
struct Feed<'a> {
    metadata: FeedMetadata<'a>,
    links: Vec<Link<'a>>,
    publications: Vec<Publication<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FeedMetadata<'a> {
    title: &'a str,
    language: &'a str,
    number_of_items: usize,
    items_per_page: usize,
    current_page: usize,
}

#[derive(Serialize)]
struct Link<'a> {
    rel: &'static str,
    href: String,
    #[serde(rename = "type")]
    media_type: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    size: Option<usize>,
}

#[derive(Serialize)]
struct Publication<'a> {
    metadata: Metadata<'a>,
    links: [Link<'a>; 2],
    images: [Image; 1],
}

#[derive(Serialize)]
struct Image {
    href: String,
    #[serde(rename = "type")]
    media_type: &'static str,
    width: u32,
    height: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Metadata<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    identifier: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    subtitle: Option<&'a str>,
    language: &'a str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    author: &'a [String],
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    publisher: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<&'a str>,
    modified: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    subject: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    belongs_to: Option<BelongsTo<'a>>,
    accessibility: Accessibility<'a>,
}

#[derive(Serialize)]
struct BelongsTo<'a> {
    collection: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Accessibility<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    conforms_to: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    certification: Option<Certification<'a>>,
    summary: &'a str,
    access_mode: &'a [&'static str],
    access_mode_sufficient: Vec<Vec<&'static str>>,
    feature: &'a [&'static str],
    hazard: &'a [&'static str],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Certification<'a> {
    certified_by: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    credential: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    report: Option<&'a str>,
}

/// Writes a catalogue of the books that it lists.
pub fn json(catalogue: &Catalogue<'_>, library: &Library, listed: &[(Job<'_>, &render::Download)]) -> String {
    let base = library.config.site.base_url.as_deref().unwrap_or_default();
    let link = |rel, address: &Address, media_type| Link {
        rel,
        href: canonical(base, address),
        media_type,
        size: None,
    };
    let to = |rel, place: Option<usize>| {
        let address = place.and_then(|place| catalogue.all.get(place))?;
        Some(link(rel, address, MEDIA_TYPE))
    };
    let place = catalogue.place;
    let mut links = vec![link("self", &catalogue.address, MEDIA_TYPE)];
    links.push(link("alternate", &catalogue.page(library), "text/html"));
    if catalogue.all.len() > 1 {
        links.extend(to("first", Some(0)));
        links.extend(to("previous", place.checked_sub(1)));
        links.extend(to("next", Some(place + 1)));
        links.extend(to("last", catalogue.all.len().checked_sub(1)));
    }
    let publications = listed.iter().filter_map(|(job, file)| {
        let acquired = Link {
            size: Some(file.size),
            ..link("http://opds-spec.org/acquisition/open-access", &file.address, file.media_type)
        };
        let page = link("alternate", &render::address(library, *job), "text/html");
        let images = [image(*job, base)];
        Some(Publication { metadata: metadata(file.book.as_deref()?), links: [acquired, page], images })
    });
    let feed = Feed {
        metadata: FeedMetadata {
            title: library.config.title(catalogue.lang),
            language: catalogue.lang.as_str(),
            number_of_items: catalogue.total,
            items_per_page: BOOKS_OF_A_FILE,
            current_page: place + 1,
        },
        links,
        publications: publications.collect(),
    };
    serde_json::to_string(&feed).unwrap_or_default() + "\n"
}

/// The picture of a book. Each must have one of points; the covers inside books are drawings, which only what sets letters could turn
/// into such. So these have the colours of the covers and no words.
fn image(job: Job<'_>, base: &str) -> Image {
    let file = if matches!(job, Job::EasyRead(..)) { "book-easy-read.png" } else { "book.png" };
    let href = canonical(base, &Address::file(["assets/", file].concat()));
    Image { href, media_type: "image/png", width: 400, height: 600 }
}

fn metadata(book: &BookMetadata) -> Metadata<'_> {
    Metadata {
        kind: "http://schema.org/Book",
        identifier: &book.identifier,
        title: &book.title,
        subtitle: book.subtitle.as_deref(),
        language: &book.lang,
        author: &book.creators,
        publisher: &book.publishers,
        published: book.date.as_deref(),
        modified: &book.modified,
        description: &book.description,
        subject: &book.subjects,
        belongs_to: book.collection.as_deref().map(|collection| BelongsTo { collection }),
        accessibility: Accessibility {
            conforms_to: book.conforms_to.map(|_| CONFORMS),
            certification: book.certified_by.as_deref().map(|certified_by| Certification {
                certified_by,
                credential: book.certifier_credential.as_deref(),
                report: book.certifier_report.as_deref(),
            }),
            summary: &book.summary,
            access_mode: &book.modes,
            access_mode_sufficient: book.sufficient.iter().map(|modes| modes.split(',').collect()).collect(),
            feature: &book.features,
            hazard: &book.hazards,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_catalogues_are_known_again() {
        for place in [0, 1, 41] {
            assert!(may_be(&name(place)) && may_be(&format!("en/{}", name(place))));
        }
        for path in
            ["catalogue.json/a", "catalogue-a.json", "catalogues.json", "my-catalogue.json", "catalogue"]
        {
            assert!(!may_be(path), "{path}");
        }
    }
}
