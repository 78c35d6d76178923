//! What names an element, by what it is: its attributes, its content, an element in it.
//!
//! In: a start tag and its role. Out: what [`accessible_name`](super::accessible_name) reads its name from.

use super::accessible_name::{Contribution, Sources};
use super::aria::{Naming, Role};
use super::element_kind::ElementKind;
use super::needs;
use super::semantics;
use super::tag::{Attribute, Set, Tag};

/// How an element is part of the names of those around it.
pub(super) fn contribution(kind: ElementKind, tag: &Tag<'_>, is_hidden_root: bool) -> Contribution {
    match kind {
        _ if is_hidden_root => Contribution::None,
        ElementKind::Datalist => Contribution::None,
        ElementKind::Audio | ElementKind::Video => Contribution::WithoutContent,
        ElementKind::Object if needs::shows_media(tag) => Contribution::WithoutContent,
        _ => Contribution::Whole,
    }
}

/// Attributes that give an element a name.
pub(super) const NAMING: Set = Set::of(&[
    Attribute::Alt,
    Attribute::AriaLabel,
    Attribute::AriaLabelledby,
    Attribute::Label,
    Attribute::Title,
    Attribute::Value,
]);

/// What the attributes of an element name it by, if it has any that may.
pub(super) fn of<'p>(kind: ElementKind, tag: &Tag<'p>, role: Option<Role>) -> Option<Sources<'p>> {
    use ElementKind::{Area, Button, Img, Input, Optgroup, Option as Choice, Textarea};
    // Some inputs are named without any attribute.
    let may_be_named = kind == Input || tag.has_any(NAMING.with(Set::of(&[Attribute::Placeholder])));
    if !may_be_named || role.is_some_and(|role| role.is_presentational) {
        return None;
    }
    let kind_of_input = if kind == Input { semantics::input_type(tag) } else { String::new() };
    let is_button = matches!(kind_of_input.as_str(), "button" | "reset" | "submit");
    let is_text = kind == Textarea
        || kind == Input
            && !is_button
            && !matches!(
                kind_of_input.as_str(),
                "checkbox" | "color" | "file" | "hidden" | "image" | "radio"
            );
    let native = match kind {
        Img | Area => tag.get(Attribute::Alt),
        Input if kind_of_input == "image" => tag.get(Attribute::Alt),
        Input if is_button => own_name(kind, tag).or_else(|| tag.get(Attribute::Value)),
        Choice | Optgroup => tag.get(Attribute::Label),
        _ => None,
    };
    Some(Sources {
        labelledby: tag.get(Attribute::AriaLabelledby),
        label: tag.get(Attribute::AriaLabel),
        native,
        title: tag.get(Attribute::Title),
        placeholder: tag.get(Attribute::Placeholder).filter(|_| is_text),
        value: tag.get(Attribute::Value).filter(|_| is_text && kind != Button),
    })
}

/// What browsers call a button that says nothing of itself, each in the language of its reader.
pub(super) fn own_name(kind: ElementKind, tag: &Tag<'_>) -> Option<&'static str> {
    let is_bare = kind == ElementKind::Input && !tag.has(Attribute::Value);
    ["reset", "submit"].into_iter().find(|own| is_bare && tag.says(Attribute::Type, own))
}

/// Whether its content names an element.
pub(super) fn is_named_by_content(kind: ElementKind, role: Option<Role>) -> bool {
    match role {
        Some(role) => role.naming == Naming::Content,
        None => matches!(kind, ElementKind::Label | ElementKind::Summary),
    }
}

/// Whether it is the title of a drawing or of a part of one, which names it.
pub(super) fn is_title_of_drawing(tag: &Tag<'_>) -> bool {
    !tag.of_html && tag.name().eq_ignore_ascii_case("title")
}
