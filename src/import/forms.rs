//! What the lines of documents look like, in the patterns of a language and whatever file they stand in.
//!
//! In: the text of a line or a paragraph. Out: whether it is a whole paragraph, the columns it has, what it is under the
//! text of a resolution. Sources that have to find paragraphs ask this, and so does the recogniser.

pub mod act;
pub mod closing;
pub mod columns;
pub mod ends;
pub mod entries;
pub mod headings;
pub mod leads;
pub mod note_signs;

use crate::languages::{LONGEST_HEADING, ResolutionPatterns};

/// The part of a document that a line or a paragraph stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentPart {
    /// A resolution, before its first number.
    Preamble,
    /// A resolution, from its first number on.
    Operative,
    /// The lines under a resolution.
    Closing,
    /// An annex of a resolution.
    Annex,
    /// A text without known structure, or what follows the lines under a resolution.
    Plain,
}

/// A line without blanks and heading marks, so that it is known when it comes again.
pub fn squeezed(line: &str) -> String {
    line.trim_start_matches('#').chars().filter(|c| !c.is_whitespace() && *c != '*').collect()
}

/// Whether a line is the heading of an annex; it stands after a whole paragraph.
pub fn is_annex(line: &str, rules: &ResolutionPatterns) -> bool {
    line.len() <= LONGEST_HEADING && rules.annex.is_match(line)
}
