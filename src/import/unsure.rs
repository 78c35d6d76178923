//! What an import understood without being sure of it.
//!
//! In: a place of the source and what is unclear there. Out: a finding. A text with such places is not sealed.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::finding::{Finding, Place, Severity};
use crate::source::Source;

/// The rule's name.
pub const RULE: &str = "import/unsure";

/// A place that was not understood for certain.
#[derive(Debug)]
pub struct Unsure {
    /// Where.
    pub range: Range<usize>,
    /// What is unclear.
    pub why: Cow<'static, str>,
    help: &'static str,
    kind: Kind,
}

/// Whether a finding asks whether something is a note.
pub fn is_of_note(finding: &Finding) -> bool {
    &*finding.help == WRITE_NOTE
}

/// What kind of finding a place becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Unsure,
    Change,
    Note,
}

/// The rule of tracked changes.
pub const CHANGE: &str = "import/tracked-change";

/// What to do about a change.
const DECIDE: &str = "The text is as it would be if all changes were accepted. Where one is not, mend the text by hand, or reject it in the \
                      file and import that again.";

/// What to do about most places.
const COMPARE: &str = "Compare this place of the new text with the source, and mend it by hand.";

/// What to do about a note.
const WRITE_NOTE: &str = "If it is a note, write its mark in the text as [^1], and its words at the end of the text after “[^1]: ”; \
                          notes are counted from 1.";

impl Unsure {
    /// A place and what is unclear there.
    pub fn new(range: Range<usize>, why: impl Into<Cow<'static, str>>) -> Self {
        Self { range, why: why.into(), help: COMPARE, kind: Kind::Unsure }
    }

    /// What is worth knowing, and makes nothing doubtful.
    pub fn note_only(range: Range<usize>, why: impl Into<Cow<'static, str>>) -> Self {
        Self { kind: Kind::Note, ..Self::new(range, why) }
    }

    /// A change that the file tracks.
    pub fn change(range: Range<usize>, why: impl Into<Cow<'static, str>>) -> Self {
        Self { range, why: why.into(), help: DECIDE, kind: Kind::Change }
    }

    /// A place that may belong to a note.
    pub fn note(range: Range<usize>, why: impl Into<Cow<'static, str>>) -> Self {
        Self { range, why: why.into(), help: WRITE_NOTE, kind: Kind::Unsure }
    }

    /// The same, so much further on.
    pub fn moved(mut self, by: usize) -> Self {
        self.range = self.range.start + by..self.range.end + by;
        self
    }

    /// The finding.
    pub fn finding(&self, source: &Arc<Source>) -> Finding {
        let rule = if self.kind == Kind::Change { CHANGE } else { RULE };
        let severity = if self.kind == Kind::Note { Severity::Note } else { Severity::Warning };
        let place = Place::Source(source.clone(), self.range.clone().into());
        Finding::new(rule, severity, place, self.why.clone()).help(self.help)
    }
}
