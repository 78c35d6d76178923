//! Whether roles, and the states and properties of ARIA, are used as the standards define them.
//!
//! In: a start tag and what it is. Out: reports. What is allowed is data, in [`aria`](super::aria).

use super::aria::{Naming, Property, Role};
use super::element_kind::ElementKind;
use super::links::At;
use super::rules::{self, Basis};
use super::semantics::{self, Semantics};
use super::tag::{ARIA, Attribute, Set, Tag};
use super::text;

/// Checks the role of a start tag and its attributes of ARIA.
pub(super) fn check(kind: ElementKind, tag: &Tag<'_>, semantics: &Semantics, at: &mut At<'_>) {
    let is_given_role = tag.has(Attribute::Role);
    if is_given_role {
        role(kind, tag, semantics, at);
    }
    if is_given_role && semantics.is_exposed() {
        required(kind, tag, semantics, at);
    }
    if tag.has_any(ARIA) && semantics.reachable && !is_simple(tag, semantics) {
        for (name, value) in tag.all_attributes().filter(|(name, _)| name.starts_with("aria-")) {
            attribute(kind, tag, semantics, &name, value, at);
        }
    }
}

/// Whether nothing can be wrong with the attributes of ARIA that a tag has: a glance that spares reading most tags again.
fn is_simple(tag: &Tag<'_>, semantics: &Semantics) -> bool {
    const LOOKED_AT: Set = Set::of(&[Attribute::Aria, Attribute::AriaBusy, Attribute::AriaLevel]);
    let may_be_named = match semantics.role {
        Some(role) => role.naming != Naming::Prohibited,
        None => !is_nameless(tag),
    };
    !tag.has_any(LOOKED_AT) && may_be_named && (!tag.has(Attribute::AriaHidden) || semantics.aria_hidden)
}

/// Whether an element is one that HTML gives no role and lets nobody name (ARIA in HTML). A label may say its words otherwise.
fn is_nameless(tag: &Tag<'_>) -> bool {
    use ElementKind::*;
    tag.of_html && matches!(tag.kind, Abbr | Cite | Figcaption | Kbd | Legend | Mark | Rp | Rt | Var)
}

fn role(kind: ElementKind, tag: &Tag<'_>, semantics: &Semantics, at: &mut At<'_>) {
    let written = tag.get(Attribute::Role).unwrap_or_default().trim();
    if tag.given_role().is_none() && !written.is_empty() && semantics.is_exposed() {
        at.report(&rules::UNKNOWN_ROLE, format!("“{written}” is no role"));
    }
    match (tag.role(), kind) {
        (Some(role @ ("doc-endnote" | "doc-biblioentry" | "directory")), _) => {
            at.report(&rules::DEPRECATED_ROLE, format!("the role “{role}” is deprecated"));
        }
        (Some(role @ "doc-footnote"), ElementKind::Li)
        | (
            Some(role @ ("doc-endnotes" | "doc-bibliography")),
            ElementKind::Ol | ElementKind::Ul | ElementKind::Dl,
        ) => {
            at.report(
                &rules::MISPLACED_ROLE,
                format!("the role “{role}” may not be put on a {}", tag.name()),
            );
        }
        _ => {}
    }
}

/// Reports states that a role must have, and that the element does not have by itself.
fn required(kind: ElementKind, tag: &Tag<'_>, semantics: &Semantics, at: &mut At<'_>) {
    let Some(role) = semantics.role.filter(|_| semantics.is_changed()) else { return };
    let value = |sought: &str| tag.all_attributes().find(|(name, _)| name == sought).map(|(_, value)| value);
    let has = |sought: &str| value(sought).is_some_and(|value| !text::is_blank(value));
    let is_open = || value("aria-expanded").is_some_and(|value| value.trim().eq_ignore_ascii_case("true"));
    // A line between two parts of a page has a value only where it can be moved.
    let moves = (role.is("separator") && semantics.focusable).then_some("aria-valuenow");
    for name in role.required.iter().copied().chain(moves) {
        // What a closed combobox opens need not be there yet.
        let needs_not = role.is("combobox") && name == "aria-controls" && !is_open();
        if !needs_not && !has(name) && !has_natively(kind, tag, name) {
            at.report(&rules::MISSING_STATE, format!("the role “{}” needs {name}", role.name));
        }
    }
}

/// Whether an element has a state by itself, whatever its role.
fn has_natively(kind: ElementKind, tag: &Tag<'_>, state: &str) -> bool {
    let input = if kind == ElementKind::Input { semantics::input_type(tag) } else { String::new() };
    match state {
        "aria-checked" => matches!(input.as_str(), "checkbox" | "radio"),
        "aria-level" => kind.heading_level().is_some(),
        "aria-valuenow" => {
            matches!(input.as_str(), "number" | "range")
                || matches!(kind, ElementKind::Meter | ElementKind::Progress)
        }
        "aria-expanded" => {
            kind == ElementKind::Select || tag.all_attributes().any(|(name, _)| name == "list")
        }
        _ => false,
    }
}

/// Roles that are either chosen or not.
const NEVER_MIXED: &[&str] = &["menuitemradio", "radio", "switch"];

fn says_mixed(value: &str) -> bool {
    value.trim().eq_ignore_ascii_case("mixed")
}

fn attribute(
    kind: ElementKind,
    tag: &Tag<'_>,
    semantics: &Semantics,
    name: &str,
    value: &str,
    at: &mut At<'_>,
) {
    let Some(property) = Property::named(name) else {
        return at.report(&rules::UNKNOWN_ARIA, format!("ARIA has no attribute {name}"));
    };
    let value = text::decode(value);
    if !text::is_blank(&value) && !property.allows(&value) {
        let message = format!("{name} is “{}”, not {}", value.trim(), property.wants());
        at.report(&rules::ARIA_VALUE, message);
    }
    if !semantics.is_exposed() {
        return;
    }
    let called = || match tag.role() {
        Some(role) => format!("the role “{role}”"),
        None => format!("a {}", tag.name()),
    };
    let is_name = || matches!(name, "aria-label" | "aria-labelledby" | "aria-braillelabel");
    match semantics.role {
        None if is_nameless(tag) && is_name() => {
            if !text::is_blank(&value) {
                at.report(&rules::FORBIDDEN_NAME, format!("{} may not be named by {name}", called()));
            }
        }
        Some(role) if name == "aria-checked" && role.is_any(NEVER_MIXED) && says_mixed(&value) => {
            let message = format!("{name} is “mixed”, which {} cannot be", called());
            at.report_on(Basis::NoAct, &rules::ARIA_VALUE, message);
        }
        Some(role) if role.prohibits(name) => {
            if !text::is_blank(&value) {
                let what = if name == "aria-roledescription" || name.contains("braillerole") {
                    "described"
                } else {
                    "named"
                };
                at.report(&rules::FORBIDDEN_NAME, format!("{} may not be {what} by {name}", called()));
            }
        }
        role => {
            if !property.is_global && !supports(kind, tag, role, name) {
                at.report(&rules::ARIA_NOT_ALLOWED, format!("{} may not have {name}", called()));
            }
        }
    }
}

/// Whether an element may carry an attribute that not all may.
fn supports(kind: ElementKind, tag: &Tag<'_>, role: Option<Role>, name: &str) -> bool {
    use ElementKind::*;
    let as_a = |role: &str| Role::named(role).is_some_and(|role| role.supports(name));
    if role.is_some_and(|role| role.supports(name)) {
        return true;
    }
    match (kind, role) {
        // HTML says what those may have that have no role of their own.
        (Input, None) => as_a("textbox"),
        (Summary, None) => as_a("button"),
        (Audio | Video, None) => as_a("application"),
        // Whether a header heads a column or a row may depend on the whole table, and whether a table is a grid on its script.
        (Th, Some(_)) => as_a("columnheader") || as_a("rowheader"),
        (Td, Some(_)) => as_a("gridcell"),
        (Input, Some(_)) => as_a("combobox") && tag.all_attributes().any(|(name, _)| name == "list"),
        // What a custom element is, its script says.
        (Other, None) => tag.of_html && tag.name().contains('-'),
        _ => false,
    }
}
