//! Documents of OpenDocument Text (.odt, .ott), as LibreOffice and others write them, as a source.
//!
//! In: the bytes of a file. Out: one line a paragraph, with the numbers that LibreOffice shows and the file only counts, the text as
//! it would be if all changes were accepted, notes after it; for each paragraph what its style says it is; pictures. What is no
//! part of the document is listed: deleted and hidden text, comments, headers and footers, indexes. Refused: damaged files, files
//! that a password protects, and such as would take more memory than any document needs ([`archive`](super::archive)).

mod drawings;
mod inlines;
mod labels;
mod lists;
mod names;
mod notes;
mod open;
mod properties;
mod reader;
mod styles;
mod tables;

use super::Refused;
use super::archive::Limits;
use super::styled::Styled;
use super::text::Foreign;

/// The endings of names that promise such a file.
const ENDINGS: [&str; 2] = ["odt", "ott"];

/// Opens a file; none where it is of another kind.
pub fn open(path: &str, bytes: &[u8]) -> Option<Result<Styled, Refused>> {
    if !bytes.starts_with(b"PK") {
        return None;
    }
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_named = ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending));
    let refused = |fault: open::Fault| Refused::Damaged {
        path: path.to_owned(),
        form: "an OpenDocument text",
        help: if fault.is_locked {
            "Open it in a word processor, save it without a password"
        } else {
            "Open it in a word processor, save it again as .odt or .docx"
        },
        why: fault.damaged.0,
    };
    match open::open(path, bytes, Limits::default()) {
        Ok(None) if is_named && !Foreign::is_other(bytes) => Some(Err(refused(open::Fault::no_text()))),
        Ok(None) => None,
        Ok(Some(file)) => Some(Ok(file)),
        // What is no whole archive may be anything.
        Err(fault) => (fault.is_document || is_named).then(|| Err(refused(fault))),
    }
}
