//! The kinds of files that documents come in, one module each.
//!
//! In: the bytes of a file. Out: a [`SourceFile`](super::source::SourceFile). Refused is what is empty or of no kind that
//! is read.

pub mod docx;
pub mod text;

use text::Foreign;

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
    #[error("{path} is {kind}, and neither .docx nor plain text. {}", kind.help())]
    Foreign {
        /// The file.
        path: String,
        /// What it is.
        kind: Foreign,
    },
    /// It is a document of a word processor, and cannot be read.
    #[error(
        "{path} is a Word document that cannot be read: {why}. Open it in a word processor, save it again as .docx, and import that file."
    )]
    Damaged {
        /// The file.
        path: String,
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
