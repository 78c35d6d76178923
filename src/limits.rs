//! The largest input that is read. What is larger is a finding with its file and line, and is not read any further.
//!
//! What is read costs time and memory in proportion to its size; these sizes are far beyond what people write, and
//! small enough that a site with a few of them builds on any machine. The manual names them.

/// A text or data file, in bytes.
pub const TEXT: u64 = 16 << 20;

/// A file of a site's own language but for a word list, in bytes.
pub const LANGUAGE: u64 = 1 << 20;

/// Front matter, in bytes.
pub const FRONT_MATTER: usize = 256 << 10;

/// A title, in characters: it stands on covers, in lists and in the titles of windows.
pub const TITLE: usize = 1_000;

/// How deep lists and mappings may stand in each other in YAML. The library takes time by the square of it.
pub const YAML_DEPTH: usize = 100;

/// What an entry of a collection may offer, and as many that it may ask for.
pub const NOTICES: usize = 100;

/// A picture, in bytes.
pub const PICTURE: u64 = 32 << 20;

/// A file that is published as it is and is neither a picture nor HTML, in bytes: it is copied piece by piece, so memory
/// does not grow with it, and a film in sign language has room.
pub const FILE: u64 = 1 << 30;

/// A film or sound of a recording, in bytes, where a site does not say another size: few hosts of sites take larger files.
pub const MEDIA: u64 = 100 << 20;

/// A file of text in a book that is audited, in bytes.
pub const BOOK_FILE: u64 = 32 << 20;

/// All text of a book that is audited, in bytes.
pub const BOOK: u64 = 128 << 20;

/// The files of a book that is audited.
pub const BOOK_FILES: usize = 50_000;

/// A document to import that is an archive, in bytes: its pictures are in it.
pub const DOCUMENT: u64 = 64 << 20;

/// The files of such an archive.
pub const DOCUMENT_FILES: usize = 10_000;

/// A part of such an archive that is no picture, in bytes, unpacked.
pub const DOCUMENT_PART: u64 = 64 << 20;

/// All parts of such an archive that are read, in bytes, unpacked.
pub const DOCUMENT_WHOLE: u64 = 192 << 20;

/// The paragraphs of a document to import.
pub const DOCUMENT_PARAGRAPHS: usize = 200_000;

/// The cells of its tables, those that rows lack counted.
pub const DOCUMENT_CELLS: usize = 500_000;

/// A size as people say it.
pub fn size(bytes: u64) -> String {
    const UNITS: [(u64, &str); 3] = [(1 << 30, "GB"), (1 << 20, "MB"), (1 << 10, "KB")];
    match UNITS.into_iter().find(|(unit, _)| bytes >= *unit && bytes.is_multiple_of(*unit)) {
        Some((unit, name)) => format!("{} {name}", bytes / unit),
        None => format!("{bytes} bytes"),
    }
}
