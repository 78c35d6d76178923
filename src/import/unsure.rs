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
}

impl Unsure {
    /// A place and what is unclear there.
    pub fn new(range: Range<usize>, why: &'static str) -> Self {
        Self { range, why }
    }

    /// The finding.
    pub fn finding(&self, source: &Arc<Source>) -> Finding {
        Finding::warning(RULE, source, self.range.clone().into(), self.why)
            .help("Compare this place of the new text with the source, and mend it by hand.")
    }
}
