//! What an import understood without being sure of it.
//!
//! In: a place of the source and what is unclear there. Out: a finding. A text with such places is not sealed.

use std::ops::Range;
use std::sync::Arc;

use crate::count::counted;
use crate::finding::{Finding, Severity};
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

/// Says why a text is not sealed: the findings that a person must compare with the source first.
pub fn not_sealed(source: &Arc<Source>, findings: &[Finding]) -> Option<Finding> {
    // A slip of the source itself is sealed as it stands.
    let doubts = findings
        .iter()
        .filter(|finding| finding.severity != Severity::Note && finding.rule != super::typos::RULE);
    let (count, first) = (doubts.clone().count(), doubts.min_by_key(|finding| super::place(finding))?);
    let message = format!(
        "The text was not sealed: {} of the import must be compared with the source first, the first in line {}",
        counted(count, "place"),
        first.place.position().line
    );
    let place = crate::finding::Place::File(source.path().into());
    Some(
        Finding::new("import/not-sealed", Severity::Note, place, message)
            .help("When the text is right, seal it with “curbcut seal”."),
    )
}
