//! How a page offers the files that hold the public entries of its collection for other programs. What stands in them is made in
//! [`formats`](crate::formats).

use super::Renderer;
use crate::address::Address;
use crate::lang::Lang;
use crate::library::Export;
use crate::view::Download;

/// The files of a collection, as a page of it in a language offers them.
pub fn offered(renderer: &Renderer<'_>, folder: &str, lang: &Lang, page: &Address) -> Vec<Download> {
    let labels = renderer.labels(lang);
    let offer = |export: Export| {
        let (words, about) = labels_of(export);
        Download {
            href: page.link_to(&export.address(renderer.library, folder)),
            media_type: export.media_type(),
            words: labels.get(words).to_owned(),
            statement: labels.get(about).to_owned(),
        }
    };
    Export::ALL.into_iter().map(offer).collect()
}

/// The labels of a link, and of the sentence that says what it leads to.
fn labels_of(export: Export) -> (&'static str, &'static str) {
    match export {
        Export::Csv => ("export-csv", "export-csv-about"),
        Export::Json => ("export-json", "export-json-about"),
        Export::JsonLd => ("export-json-ld", "export-json-ld-about"),
        Export::Schema => ("export-schema", "export-schema-about"),
    }
}
