//! What is wrong with a start tag in a book that would be none on a page.

use super::super::document::has_type;
use super::super::element_kind::ElementKind;
use super::super::links::At;
use super::super::tag::{Attribute, Set, Tag};
use super::super::text;
use super::rules;
use crate::accessibility::vocabulary::{LINKS, ROLES};

const LOOKED_AT: Set = Set::of(&[Attribute::EpubType, Attribute::Role, Attribute::Lang, Attribute::XmlLang]);

/// Checks one start tag.
pub(in super::super) fn check(kind: ElementKind, tag: &Tag<'_>, at: &mut At<'_>) {
    if !tag.has_any(LOOKED_AT) {
        return;
    }
    match (tag.get(Attribute::Lang), tag.get(Attribute::XmlLang)) {
        (Some(lang), None) => {
            at.report(&rules::LANGUAGE_TWICE, format!("lang is “{lang}”, but xml:lang is missing"));
        }
        (None, Some(lang)) => {
            at.report(&rules::LANGUAGE_TWICE, format!("xml:lang is “{lang}”, but lang is missing"));
        }
        _ => {}
    }
    role(kind, tag, at);
    let named = |attribute| tag.get(attribute).is_some_and(|label| !text::is_blank(label));
    let is_break = has_type(tag, "pagebreak") || tag.role() == Some("doc-pagebreak");
    if is_break && !named(Attribute::AriaLabel) && !named(Attribute::Title) {
        at.report(&rules::PAGE_BREAK_WITHOUT_LABEL, "the mark of a page has no label");
    }
}

fn role(kind: ElementKind, tag: &Tag<'_>, at: &mut At<'_>) {
    // ARIA gives body no role but its own.
    if matches!(kind, ElementKind::Body | ElementKind::Html) {
        return;
    }
    let Some(types) = tag.get(Attribute::EpubType) else { return };
    let roles = tag.get(Attribute::Role).unwrap_or_default();
    for word in types.split_ascii_whitespace() {
        if kind == ElementKind::A && !LINKS.contains(&word) {
            continue;
        }
        let Some((_, role)) = ROLES.iter().find(|(kind, _)| *kind == word) else { continue };
        if !roles.split_ascii_whitespace().any(|own| own == *role) {
            let message = format!("the {} is of type “{word}” and has no role “{role}”", tag.name());
            at.report(&rules::TYPE_WITHOUT_ROLE, message);
        }
    }
}
