//! What an import understood without being sure of it.
//!
//! In: a place of the source and what is unclear there. Out: a finding. A text with such places is not sealed.

use std::ops::Range;
use std::sync::Arc;

use crate::finding::Finding;
use crate::source::Source;

/// The rule's name.
pub const RULE: &str = "import/unsure";

/// A place that was not understood for certain.
#[derive(Debug)]
pub struct Unsure {
    /// Where.
    pub range: Range<usize>,
    /// What is unclear.
    pub why: &'static str,
    help: &'static str,
}

/// What to do about most places.
const COMPARE: &str = "Compare this place of the new text with the source, and mend it by hand.";

/// What to do about a note.
const WRITE_NOTE: &str = "If it is a note, write its mark in the text as [^1], and its words at the end of the text after “[^1]: ”; \
                          notes are counted from 1.";

impl Unsure {
    /// A place and what is unclear there.
    pub fn new(range: Range<usize>, why: &'static str) -> Self {
        Self { range, why, help: COMPARE }
    }

    /// A place that may belong to a note.
    pub fn note(range: Range<usize>, why: &'static str) -> Self {
        Self { range, why, help: WRITE_NOTE }
    }

    /// The finding.
    pub fn finding(&self, source: &Arc<Source>) -> Finding {
        Finding::warning(RULE, source, self.range.clone().into(), self.why).help(self.help)
    }
}
