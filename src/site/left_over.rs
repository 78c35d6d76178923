//! What a folder still holds of entries that are withdrawn, when a build did not make it anew.
//!
//! In: the folder that is published, and the library. Out: the places in it that still show such an entry, as paths from the folder.

use std::fs;
use std::path::Path;

use crate::library::Library;

/// What only the page of a withdrawn entry says of itself.
const TOMBSTONE: &str = "<meta name=\"robots\" content=\"noindex\">";

/// The pages and texts of withdrawn entries, and the books of their collections, that are there.
pub fn left_over(out: &Path, library: &Library) -> Vec<String> {
    let mut found = Vec::new();
    for (folder, collection) in library.collections.iter() {
        let mut shown = Vec::new();
        for entry in &collection.withdrawn {
            let address = library.address_of(&entry.slug, &entry.lang, entry.page);
            let page = out.join(address.path());
            let shows = fs::read_to_string(&page).is_ok_and(|page| !page.contains(TOMBSTONE));
            if shows {
                shown.push(address.folder().to_owned());
            }
            shown.extend(files(out, address.folder(), "txt"));
        }
        if !shown.is_empty() {
            for section in library.sections.iter().filter(|section| *section.slug == *folder) {
                shown.extend(files(out, library.address(section).folder(), "epub"));
            }
        }
        found.extend(shown);
    }
    found.sort();
    found.dedup();
    found
}

/// The files of a folder whose names end so.
fn files(out: &Path, folder: &str, end: &str) -> Vec<String> {
    let entries = fs::read_dir(out.join(folder)).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    names.filter(|name| name.ends_with(&format!(".{end}"))).map(|name| [folder, &*name].concat()).collect()
}
