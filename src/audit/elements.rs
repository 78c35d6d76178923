//! What is wrong with a start tag by itself.

use super::autocomplete;
use super::element_kind::ElementKind;
use super::links::At;
use super::rules::{self, Basis};
use super::semantics::Semantics;
use super::tag::{Attribute, Set, Tag};
use super::viewport::{self, Zoom};

/// Checks one start tag.
pub(super) fn check(kind: ElementKind, tag: &Tag<'_>, semantics: &Semantics, at: &mut At<'_>) {
    if tag.has_any(WRONG_ANYWHERE) {
        anywhere(kind, tag, at);
    }
    match kind {
        ElementKind::Meta if tag.says(Attribute::Name, "viewport") => {
            for (zoom, setting) in viewport::limits(tag.get(Attribute::Content).unwrap_or_default()) {
                let said = format!("the viewport says {setting}");
                match zoom {
                    Zoom::Blocked => at.report(&rules::ZOOM_BLOCKED, said),
                    Zoom::Limited => {
                        let enough = "which is enough for WCAG and too little for readers of large print";
                        at.report(&rules::ZOOM_LIMITED, format!("{said}, {enough}"));
                    }
                }
            }
        }
        ElementKind::Input | ElementKind::Select | ElementKind::Textarea => {
            if let Some(value) = autocomplete::wrong(kind, tag, semantics) {
                at.report(
                    &rules::AUTOCOMPLETE,
                    format!("autocomplete is “{value}”, which HTML does not know"),
                );
            }
        }
        _ => {}
    }
}

/// Attributes that are looked at whatever carries them.
const WRONG_ANYWHERE: Set =
    Set::of(&[Attribute::Style, Attribute::Autoplay, Attribute::Handler, Attribute::Tabindex]);

fn anywhere(kind: ElementKind, tag: &Tag<'_>, at: &mut At<'_>) {
    if tag.has(Attribute::Style) {
        at.report(&rules::STYLE_ATTRIBUTE, format!("the {} carries a style attribute", tag.name()));
    }
    if tag.has(Attribute::Autoplay) && matches!(kind, ElementKind::Audio | ElementKind::Video) {
        let message = format!("the {} plays by itself", tag.name());
        if tag.has(Attribute::Controls) {
            at.report_on(Basis::House, &rules::AUTOPLAY, format!("{message}; it can be stopped"));
        } else if tag.has(Attribute::Muted) && kind == ElementKind::Video {
            at.report_on(Basis::House, &rules::AUTOPLAY, format!("{message}, without sound"));
        } else {
            at.report(&rules::AUTOPLAY, message);
        }
    }
    scripts(tag, at);
    let tabindex = tag.get(Attribute::Tabindex).and_then(|index| index.trim().parse::<i64>().ok());
    if tabindex.is_some_and(|index| index > 0) {
        at.report(&rules::POSITIVE_TABINDEX, format!("the {} carries a tabindex above 0", tag.name()));
    }
}

/// Reports a script that an attribute holds.
pub(super) fn scripts(tag: &Tag<'_>, at: &mut At<'_>) {
    if let Some(handler) = tag.get(Attribute::Handler) {
        at.report(&rules::SCRIPT, format!("the {} carries the script “{handler}”", tag.name()));
    }
}
