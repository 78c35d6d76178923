//! The files that an author publishes beside the pages and that are neither pictures nor pages: they are copied piece by
//! piece, whatever is in them.
//!
//! In: the library. Out: findings at files that are larger than any may be, and at recordings that are larger than the site allows or are none by
//! their first bytes.

use std::io::Read as _;

use rayon::prelude::*;

use crate::config::LargestMedia;
use crate::content::{Asset, CONTENT};
use crate::document::Document;
use crate::events::{SIGNATURE, begins_as, media_type};
use crate::finding::{Finding, Place, Severity};
use crate::front_matter::{Recording, value_place};
use crate::image::is_picture;
use crate::library::{Library, Target};
use crate::limits;

/// Finds files that are too large to be published.
pub fn check(library: &Library, findings: &mut Vec<Finding>) {
    let others: Vec<&Asset> =
        library.published().filter(|asset| !is_picture(&asset.path) && !asset.is_html()).collect();
    let found: Vec<Finding> =
        others.into_par_iter().filter_map(|asset| too_large(asset, limits::FILE)).collect();
    findings.extend(found);
    for work in library.works.iter().filter(|work| std::ptr::eq(&*work.official, &*work.facts)) {
        for file in work.facts.front.recordings.iter().flat_map(Recording::files) {
            too_large_medium(library, &work.facts, file, findings);
            no_medium(library, &work.facts, file, findings);
        }
    }
}

/// Finds a film or sound of a recording that is none by its first bytes.
fn no_medium(library: &Library, event: &Document, file: &str, findings: &mut Vec<Finding>) {
    let Target::Asset { path, .. } = library.resolve(event, file) else { return };
    // One that cannot be opened is reported when it is read.
    let first_bytes = |asset: &Asset| {
        let mut bytes = Vec::with_capacity(SIGNATURE);
        asset.open()?.file.take(SIGNATURE as u64).read_to_end(&mut bytes)?;
        std::io::Result::Ok(bytes)
    };
    let Some((kind, asset)) = media_type(path).zip(library.asset(path)) else { return };
    let Ok(bytes) = first_bytes(asset) else { return };
    if !begins_as(kind, &bytes) {
        let place = value_place(&event.source, "recordings", file);
        let what = if bytes.is_empty() { "nothing is in it" } else { "its first bytes are others" };
        let message = format!("“{file}” is no film or sound of the kind that its name says: {what}");
        let help = "Save it again as such a file, and try whether it plays.";
        findings.push(Finding::error("media/file", &event.source, place, message).help(help));
    }
}

/// Finds a film or sound of a recording that is larger than the site allows.
fn too_large_medium(library: &Library, event: &Document, file: &str, findings: &mut Vec<Finding>) {
    let LargestMedia(limit) = library.config.site.largest_media;
    let Target::Asset { path, .. } = library.resolve(event, file) else { return };
    let length = library.asset(path).and_then(|asset| Some(asset.open().ok()?.length)).unwrap_or(0);
    if length > limit && length <= limits::FILE {
        let place = value_place(&event.source, "recordings", file);
        let message = format!("“{file}” is larger than {}, so it is not published", limits::size(limit));
        let help = "Make it smaller, publish it on a host for films and write its address here, or write under [site] a larger size: \
                    largest-media = \"200 MB\".";
        findings.push(Finding::error("media/too-large", &event.source, place, message).help(help));
    }
}

/// The finding of a file that is larger than it may be; one that cannot be opened is reported when it is read.
pub fn too_large(asset: &Asset, limit: u64) -> Option<Finding> {
    let length = asset.open().ok()?.length;
    (length > limit).then(|| {
        let place = Place::File(format!("{CONTENT}/{}", asset.path).into());
        let message = format!("the file is larger than {}", limits::size(limit));
        Finding::new("content/too-large", Severity::Error, place, message)
            .help("Make it smaller, or publish it elsewhere and link to it there.")
    })
}
