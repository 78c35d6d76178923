//! Whether what a keyboard comes to is there for everybody.
//!
//! In: a start tag, what it is, and what stands around it. Out: reports.

use super::element_kind::ElementKind;
use super::input::Medium;
use super::links::At;
use super::rules;
use super::semantics::{self, Semantics};
use super::stack::Frame;
use super::tag::{Attribute, Tag};
use super::text;
use super::token::{EndTag, TokenSink};
use super::tokens;

/// Checks one start tag.
pub(super) fn check(
    kind: ElementKind,
    tag: &Tag<'_>,
    semantics: &Semantics,
    around: &Frame,
    at: &mut At<'_>,
) {
    let tabbable = semantics.tabbable || kind == ElementKind::Iframe && is_entered(tag, semantics);
    if tabbable && semantics.aria_hidden && !leaves_at_once(tag) {
        let message =
            format!("the {} is hidden from assistive technology, but a keyboard comes to it", tag.name());
        at.report(&rules::HIDDEN_FOCUSABLE, message);
    }
    if tabbable && around.leaf && semantics.is_exposed() {
        let message = format!("the {} stands in an element of which only the words are heard", tag.name());
        at.report(&rules::NESTED_FOCUSABLE, message);
    }
    if semantics.is_exposed_decoration(kind, tag) {
        let message =
            format!("the {} is said to be decoration, but is given to assistive technology", tag.name());
        at.report(&rules::EXPOSED_DECORATION, message);
    }
    if kind == ElementKind::Iframe
        && semantics.reachable
        && semantics::tabindex(tag).is_some_and(|index| index < 0)
        && !is_tiny(tag)
        && holds_focusable(tag)
    {
        at.report(&rules::FRAME_LEFT_OUT, "a keyboard cannot come to what is in the iframe");
    }
}

/// Whether a keyboard comes to something in an iframe.
fn is_entered(tag: &Tag<'_>, semantics: &Semantics) -> bool {
    let passed_over = semantics::tabindex(tag).is_some_and(|index| index < 0);
    semantics.reachable && !semantics.closed && !passed_over && holds_focusable(tag)
}

/// Whether a script sends the focus elsewhere as soon as it comes, as at the ends of a dialog.
fn leaves_at_once(tag: &Tag<'_>) -> bool {
    tag.has(Attribute::Handler) && tag.all_attributes().any(|(name, _)| name == "onfocus")
}

/// Whether an iframe is too small to see anything in it.
fn is_tiny(tag: &Tag<'_>) -> bool {
    [Attribute::Width, Attribute::Height].into_iter().any(|side| {
        let pixels = tag.get(side).and_then(|side| side.trim().trim_end_matches("px").parse::<f32>().ok());
        pixels.is_some_and(|pixels| pixels <= 1.0)
    })
}

/// Whether the page that an iframe carries in its `srcdoc` has something that a keyboard comes to.
fn holds_focusable(tag: &Tag<'_>) -> bool {
    let Some(page) = tag.get(Attribute::Srcdoc) else { return false };
    let page = text::decode(page);
    let mut found = Focusable::default();
    tokens::read(&page, Medium::Site, &mut found).is_ok() && found.0
}

/// Looks for what a keyboard comes to.
#[derive(Default)]
struct Focusable(bool);

impl<'p> TokenSink<'p> for Focusable {
    fn start(&mut self, tag: &Tag<'p>) {
        self.0 |= Semantics::of(tag.kind, tag, &Frame::root()).tabbable;
    }

    fn text(&mut self, _: std::ops::Range<usize>) {}

    fn raw(&mut self, _: std::ops::Range<usize>) {}

    fn end(&mut self, _: EndTag<'p>) {}
}
