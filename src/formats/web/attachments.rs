//! The files that an author publishes beside the pages and that are neither pictures nor pages: they are copied piece by
//! piece, whatever is in them.
//!
//! In: the library. Out: findings at files that are larger than any may be.

use rayon::prelude::*;

use crate::content::{Asset, CONTENT};
use crate::finding::{Finding, Place, Severity};
use crate::image::is_picture;
use crate::library::Library;
use crate::limits;

/// Finds files that are too large to be published.
pub fn check(library: &Library, findings: &mut Vec<Finding>) {
    let others: Vec<&Asset> =
        library.published().filter(|asset| !is_picture(&asset.path) && !asset.is_html()).collect();
    let found: Vec<Finding> =
        others.into_par_iter().filter_map(|asset| too_large(asset, limits::FILE)).collect();
    findings.extend(found);
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
