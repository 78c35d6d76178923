//! What a screen reader says of an element beside its role and its name.
//!
//! In: a start tag and what is known of its element. Out: the states that are heard, each by a word of our own that the words of
//! each language have as `state-WORD`.

use crate::audit::element_kind::ElementKind;
use crate::audit::semantics::{self, Semantics};
use crate::audit::stack::Frame;
use crate::audit::tag::{Attribute, Set, Tag};

/// The states of an element, in the order in which they are said.
pub(super) type States = Vec<&'static str>;

/// Attributes that may stand for a state.
const STATING: Set = Set::of(&[
    Attribute::Aria,
    Attribute::AriaBusy,
    Attribute::AriaDetails,
    Attribute::Disabled,
    Attribute::Multiple,
]);

/// Every state there is.
#[cfg(test)]
pub(super) const ALL: &[&str] = &[
    "busy",
    "checked",
    "collapsed",
    "current",
    "current-date",
    "current-location",
    "current-page",
    "current-step",
    "current-time",
    "disabled",
    "expanded",
    "invalid",
    "linked-details",
    "multiple",
    "not-checked",
    "not-pressed",
    "opens",
    "opens-dialog",
    "opens-list",
    "partly-checked",
    "partly-pressed",
    "pressed",
    "read-only",
    "required",
    "selected",
];

/// The states of the element of a tag.
pub(super) fn of(kind: ElementKind, tag: &Tag<'_>, semantics: &Semantics, around: &Frame) -> States {
    let mut states = States::new();
    if kind == ElementKind::Summary && semantics::is_summary(around) {
        states.push(if around.shuts { "collapsed" } else { "expanded" });
    }
    let is_field = matches!(
        kind,
        ElementKind::Input | ElementKind::Option | ElementKind::Textarea | ElementKind::Select
    );
    if !is_field && !semantics.disabled && !tag.has_any(STATING) {
        return states;
    }
    let role = semantics.role.map_or("", |role| role.name);
    let all: Vec<(String, &str)> = tag.all_attributes().collect();
    let value = |name: &str| all.iter().find(|(own, _)| own == name).map(|(_, value)| value.trim());
    let says = |name: &str, word: &str| value(name).is_some_and(|value| value.eq_ignore_ascii_case(word));
    let has = |name: &str| value(name).is_some();

    let may_be_checked = ["checkbox", "menuitemcheckbox", "menuitemradio", "radio", "switch"].contains(&role);
    match value("aria-checked") {
        _ if !may_be_checked => {}
        _ if has("checked") => states.push("checked"),
        Some(checked) if checked.eq_ignore_ascii_case("true") => states.push("checked"),
        Some(checked) if checked.eq_ignore_ascii_case("mixed") => states.push("partly-checked"),
        _ => states.push("not-checked"),
    }
    for (name, words) in [
        (
            "aria-pressed",
            [("true", "pressed"), ("false", "not-pressed"), ("mixed", "partly-pressed")].as_slice(),
        ),
        ("aria-expanded", &[("true", "expanded"), ("false", "collapsed")]),
        (
            "aria-current",
            &[
                ("page", "current-page"),
                ("step", "current-step"),
                ("location", "current-location"),
                ("date", "current-date"),
                ("time", "current-time"),
            ],
        ),
    ] {
        let Some(value) = value(name).filter(|value| !value.is_empty()) else { continue };
        let word = words.iter().find(|(known, _)| value.eq_ignore_ascii_case(known)).map(|(_, word)| *word);
        // Any other word is as good as “true”.
        let other = || (name == "aria-current" && !value.eq_ignore_ascii_case("false")).then_some("current");
        states.extend(word.or_else(other));
    }
    for (is_so, word) in [
        (says("aria-selected", "true") || kind == ElementKind::Option && has("selected"), "selected"),
        (says("aria-haspopup", "true") || says("aria-haspopup", "menu"), "opens"),
        (says("aria-haspopup", "dialog"), "opens-dialog"),
        (["grid", "listbox", "tree"].iter().any(|kind| says("aria-haspopup", kind)), "opens-list"),
        (says("aria-multiselectable", "true") || kind == ElementKind::Select && has("multiple"), "multiple"),
        (says("aria-required", "true") || is_field && has("required"), "required"),
        (says("aria-readonly", "true") || is_field && has("readonly"), "read-only"),
        (value("aria-invalid").is_some_and(|value| !value.is_empty() && value != "false"), "invalid"),
        (value("aria-details").is_some_and(|value| !value.is_empty()), "linked-details"),
        (says("aria-busy", "true"), "busy"),
        (semantics.disabled || says("aria-disabled", "true"), "disabled"),
    ] {
        states.extend(is_so.then_some(word));
    }
    states
}
