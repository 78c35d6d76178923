//! Documents of word processors in the form of Word since 2007 (.docx) as a source.
//!
//! In: the bytes of a file. Out: one line a paragraph, with the numbers that Word prints and only counts, the text as it would be
//! if all changes were accepted, notes after it; for each paragraph what its style says it is; pictures. What is no part of the
//! document is listed: deleted and hidden text, comments, headers and footers, tables of contents. Refused: damaged files, and
//! such as would take more memory than any document needs ([`archive`](super::archive)).

mod drawings;
mod fields;
mod names;
mod notes;
mod numbering;
mod open;
mod pages;
mod properties;
mod reader;
mod relations;
mod runs;
mod styles;
mod symbols;
mod tables;

use super::Refused;
use super::archive::{Damaged, Limits};
use super::styled::Styled;
use super::text::Foreign;

/// The endings of names that promise such a file.
const ENDINGS: [&str; 4] = ["docx", "docm", "dotx", "dotm"];

/// Opens a file; none where it is of another kind.
pub fn open(path: &str, bytes: &[u8]) -> Option<Result<Styled, Refused>> {
    if !bytes.starts_with(b"PK") {
        return None;
    }
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_named = ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending));
    let refused = |Damaged(why)| Refused::Damaged {
        path: path.to_owned(),
        form: "a Word document",
        help: "Open it in a word processor, save it again as .docx",
        why,
    };
    match open::open(path, bytes, Limits::default()) {
        Ok(None) if is_named && !Foreign::is_other(bytes) => {
            Some(Err(refused(Damaged("it has no main document".to_owned()))))
        }
        Ok(None) => None,
        Ok(Some(file)) => Some(Ok(file)),
        // What is no whole archive may be anything.
        Err((damaged, is_document)) => (is_document || is_named).then(|| Err(refused(damaged))),
    }
}
