//! The files that an author publishes beside the pages and that are neither pictures nor pages: they are copied piece by
//! piece, whatever is in them.
//!
//! In: the library. Out: findings at files that are larger than any may be, and at recordings that are larger than the site allows or are none by
//! their first bytes.

use std::collections::HashSet;
use std::io::Read as _;

use rayon::prelude::*;

use crate::config::LargestMedia;
use crate::content::{Asset, CONTENT};
use crate::events::{SIGNATURE, begins_as, media_type};
use crate::finding::{Finding, Place, Severity};
use crate::front_matter::{Step, value_place};
use crate::image::is_picture;
use crate::library::{Library, Target, Work};
use crate::limits;

/// Finds files that are too large to be published.
pub fn check(library: &Library, findings: &mut Vec<Finding>) {
    let others: Vec<&Asset> =
        library.published().filter(|asset| !is_picture(&asset.path) && !asset.is_html()).collect();
    let found: Vec<Finding> =
        others.into_par_iter().filter_map(|asset| too_large(asset, limits::FILE)).collect();
    findings.extend(found);
    library.works.iter().for_each(|work| of_event(library, work, findings));
}

/// Finds recordings of an event that are larger than the site allows, or none by their first bytes.
pub fn of_event(library: &Library, work: &Work, findings: &mut Vec<Finding>) {
    let event = &work.facts;
    if !std::ptr::eq(&*work.official, &**event) {
        return;
    }
    let mut seen = HashSet::new();
    for (number, recording) in event.front.recordings.iter().enumerate() {
        for (way, file) in recording.files() {
            let Target::Asset { path, .. } = library.resolve(event, file) else { continue };
            let Some(asset) = library.asset(path).filter(|asset| seen.insert(&asset.path)) else { continue };
            if let Some((rule, message, help)) = wrong_medium(library, asset, file) {
                let way = [&[Step::Item(number)], &*way].concat();
                let place = value_place(&event.source, "recordings", &way, file);
                findings.push(Finding::error(rule, &event.source, place, message).help(help));
            }
        }
    }
}

/// What is wrong with a film or sound; one that cannot be opened is reported when it is read.
fn wrong_medium(
    library: &Library,
    asset: &Asset,
    file: &str,
) -> Option<(&'static str, String, &'static str)> {
    let LargestMedia(limit) = library.config.site.largest_media;
    let opened = asset.open().ok()?;
    if opened.length > limit && opened.length <= limits::FILE {
        let message = format!("“{file}” is larger than {}, so it is not published", limits::size(limit));
        let help = "Make it smaller, publish it on a host for films and write its address here, or write under [site] a larger size: \
                    largest-media = \"200 MB\".";
        return Some(("media/too-large", message, help));
    }
    let kind = media_type(&asset.path)?;
    let mut bytes = Vec::with_capacity(SIGNATURE);
    opened.file.take(SIGNATURE as u64).read_to_end(&mut bytes).ok()?;
    (!begins_as(kind, &bytes)).then(|| {
        let what = if bytes.is_empty() { "nothing is in it" } else { "its first bytes are others" };
        let message = format!("“{file}” is no film or sound of the kind that its name says: {what}");
        ("media/file", message, "Save it again as such a file, and try whether it plays.")
    })
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
