//! The digest of a text, and what older records hold of the same text.
//!
//! In: a way to gather its words. Out: [`Digests`]. Older digests called notes by their labels, which no reader sees, and passed
//! over pictures inside links and emphasis. What they say still holds: where the two differ, both are made.

use super::Gather;
use crate::digest::Digest;

/// How a text is digested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// As it is published: notes have the numbers of their order.
    Now,
    /// As older records have it.
    Older,
}

/// The digest of a text in both forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digests {
    now: Digest,
    /// Where it is another one.
    older: Option<Digest>,
}

impl Digests {
    pub(super) fn of<'a>(gather: impl Fn(Form) -> Gather<'a>) -> Self {
        let now = gather(Form::Now);
        let older = now.differs_by_form().then(|| gather(Form::Older).digest());
        Self { now: now.digest(), older }
    }

    /// What a record of today holds.
    pub fn now(&self) -> &Digest {
        &self.now
    }

    /// What a record may hold that is of this text.
    pub fn each(&self) -> impl Iterator<Item = &Digest> {
        std::iter::once(&self.now).chain(&self.older)
    }

    /// Whether a record that holds this digest is of this text.
    pub fn hold(&self, seen: &Digest) -> bool {
        self.each().any(|digest| digest == seen)
    }
}
