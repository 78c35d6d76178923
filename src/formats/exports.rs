//! The public entries of a collection as files for other programs, and the shape that each has.
//!
//! In: the library. Out: of each collection a table (CSV), the same as JSON, what can be said of it in the words of schema.org (JSON-LD),
//! and a JSON Schema of an entry, in memory. All are made of [`Exported`], which knows public entries alone, and of these nothing that is
//! never published. The same sources give the same bytes: nothing says when a file was made, as each consent says until when it holds.
//!
//! Values stand as they are written in front matter, so that what is read back is the same.

mod csv;
mod exported;
mod in_order;
mod json;
mod json_ld;
mod lines;
mod schema;

use crate::lang::Lang;
use crate::library::{Export, Library};
use exported::Exported;

/// A file to make.
#[derive(Debug, Clone, Copy)]
pub struct File<'a> {
    export: Export,
    /// The folder of the collection.
    folder: &'a str,
}

/// Every file with its path in the site.
pub fn all(library: &Library) -> impl Iterator<Item = (String, File<'_>)> {
    library.exported().flat_map(move |folder| {
        Export::ALL.into_iter().map(move |export| {
            let path = export.address(library, folder).path().to_owned();
            (path, File { export, folder })
        })
    })
}

/// Makes a file.
pub fn text(file: File<'_>, library: &Library, languages: &[Lang]) -> String {
    let Some(exported) = Exported::of(library, languages, file.folder, file.export) else {
        return String::new();
    };
    match file.export {
        Export::Csv => csv::text(&exported),
        Export::Json => json::text(&exported),
        Export::JsonLd => json_ld::text(&exported),
        Export::Schema => schema::text(&exported),
    }
}
