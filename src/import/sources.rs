//! The kinds of files that documents come in, one module each.
//!
//! In: the bytes of a file. Out: a [`SourceFile`](super::source::SourceFile). Refused is what is empty or of no kind that
//! is read.

mod archive;
pub mod beside;
mod docx;
mod html;
mod odt;
pub mod styled;
pub mod text;

use styled::Styled;
use text::Foreign;

/// A reader of files that know their paragraphs: none where a file is of another kind.
type Reader = fn(path: &str, bytes: &[u8]) -> Option<Result<Styled, Refused>>;

/// The readers, one for each kind of file.
const READERS: [Reader; 3] = [docx::open, odt::open, html::open];

/// Opens a file that knows its paragraphs; none where it is text, or of no kind that is read.
///
/// # Errors
/// When it is of a kind that is read, and cannot be read.
pub fn open(path: &str, bytes: &[u8]) -> Option<Result<Styled, Refused>> {
    let mut read = READERS.iter().filter_map(|open| open(path, bytes));
    let first = read.next()?;
    // The ending of a name may promise another kind of file than it holds.
    Some(if first.is_ok() { first } else { read.find(Result::is_ok).unwrap_or(first) })
}

/// Why a file was not imported.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It holds nothing but blanks.
    #[error("{path} is empty")]
    Empty {
        /// The file.
        path: String,
    },
    /// It is a document of another kind.
    #[error("{path} is {kind}, and neither .docx, .odt, HTML nor plain text. {}", kind.help())]
    Foreign {
        /// The file.
        path: String,
        /// What it is.
        kind: Foreign,
    },
    /// It is a document of a kind that is read, and cannot be read.
    #[error("{path} is {form} that cannot be read: {why}. {help}, and import that file.")]
    Damaged {
        /// The file.
        path: String,
        /// What it is, with its article.
        form: &'static str,
        /// What to do, without a full stop.
        help: &'static str,
        /// Why, without a full stop.
        why: String,
    },
    /// It holds a byte that no text holds.
    #[error(
        "{path} is not a text file: byte {byte} is a control character. Save its words as plain text in UTF-8, and \
         import that file."
    )]
    Binary {
        /// The file.
        path: String,
        /// The byte, from 0.
        byte: u64,
    },
    /// It is text in no encoding that is understood.
    #[error("{path}: byte {byte} cannot be read as {tried}; save the file as UTF-8")]
    Undecodable {
        /// The file.
        path: String,
        /// The first byte that cannot be read, from 0.
        byte: u64,
        /// The encodings that were tried.
        tried: &'static str,
    },
    /// It is likely text in an encoding that is not understood.
    #[error(
        "{path} is neither UTF-8 nor GB18030, but looks like {likely}; open it in that encoding and save it as UTF-8"
    )]
    OtherEncoding {
        /// The file.
        path: String,
        /// The encoding.
        likely: &'static str,
    },
}
