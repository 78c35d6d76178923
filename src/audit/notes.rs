//! Notes: each leads back to where it is called, and each way back leads to a call.

use std::borrow::Cow;

use super::ids::Index;
use super::reports::{Origin, Reports};
use super::rules;
use crate::source::Span;

/// The calls of notes and the ways back on one page, in the order of the page.
#[derive(Default)]
pub(super) struct Notes<'p> {
    calls: Vec<Link<'p>>,
    backlinks: Vec<Link<'p>>,
}

struct Link<'p> {
    /// The id it leads to; none for a link out of the page, which is not looked at.
    target: Option<Cow<'p, str>>,
    origin: Origin,
}

impl<'p> Notes<'p> {
    /// Notes a link by its role; `target` is the part of the page it leads to.
    pub fn open(&mut self, role: Option<&str>, target: Option<Cow<'p, str>>, origin: Origin) {
        match role {
            Some("doc-noteref") => self.calls.push(Link { target, origin }),
            Some("doc-backlink") => self.backlinks.push(Link { target, origin }),
            _ => {}
        }
    }

    /// Whether the page calls any note.
    pub fn has_calls(&self) -> bool {
        !self.calls.is_empty()
    }

    /// Whether the page has any way back from a note.
    pub fn has_backlinks(&self) -> bool {
        !self.backlinks.is_empty()
    }

    /// Reports notes without a way back, and ways back to what is no call.
    pub fn finish(&self, ids: &Index, reports: &mut Reports) {
        for call in &self.calls {
            // A target that does not exist is a dead fragment, and said so elsewhere.
            let Some((id, note)) = call.target(ids) else { continue };
            if !any_within(&self.backlinks, note) {
                let message = format!("the note “{id}” has no link back to where it is called");
                reports.add(&rules::NOTE_WITHOUT_BACKLINK, call.origin, message);
            }
        }
        for back in &self.backlinks {
            let Some((id, place)) = back.target(ids) else { continue };
            if !any_within(&self.calls, place) {
                let message = format!("the way back leads to “{id}”, where no note is called");
                reports.add(&rules::BACKLINK_WITHOUT_NOTEREF, back.origin, message);
            }
        }
    }
}

impl<'p> Link<'p> {
    fn target(&self, ids: &Index) -> Option<(&str, Span)> {
        let id = self.target.as_deref()?;
        Some((id, ids.target(id)?))
    }
}

fn any_within(links: &[Link<'_>], element: Span) -> bool {
    let first = links.partition_point(|link| link.origin.span.start < element.start);
    links.get(first).is_some_and(|link| link.origin.span.start < element.end)
}
