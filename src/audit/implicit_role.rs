//! The role that an element has by itself: HTML-AAM and SVG-AAM.
//!
//! In: a start tag and what stands around it. Out: its role; none for an element that has none, such as a label.

use std::sync::LazyLock;

use super::aria::Role;
use super::element_kind::ElementKind;
use super::semantics::input_type;
use super::stack::Frame;
use super::tag::{Attribute, Tag};
use super::text;

/// The roles of elements that have one whatever stands around them.
const BY_NAME: &[(ElementKind, &str)] = {
    use ElementKind::*;
    &[
        (Address, "group"),
        (Article, "article"),
        (Aside, "complementary"),
        (B, "generic"),
        (Bdi, "generic"),
        (Blockquote, "blockquote"),
        (Body, "generic"),
        (Button, "button"),
        (Caption, "caption"),
        (Code, "code"),
        (Data, "generic"),
        (Datalist, "listbox"),
        (Dd, "definition"),
        (Del, "deletion"),
        (Details, "group"),
        (Dfn, "term"),
        (Dialog, "dialog"),
        (Div, "generic"),
        (Dt, "term"),
        (Em, "emphasis"),
        (Fieldset, "group"),
        (Figure, "figure"),
        (H1, "heading"),
        (H2, "heading"),
        (H3, "heading"),
        (H4, "heading"),
        (H5, "heading"),
        (H6, "heading"),
        (Hgroup, "group"),
        (Hr, "separator"),
        (I, "generic"),
        (Image, "img"),
        (Ins, "insertion"),
        (Main, "main"),
        (Math, "math"),
        (Menu, "list"),
        (Meter, "meter"),
        (Nav, "navigation"),
        (Ol, "list"),
        (Optgroup, "group"),
        (Option, "option"),
        (Output, "status"),
        (P, "paragraph"),
        (Pre, "generic"),
        (Progress, "progressbar"),
        (Q, "generic"),
        (S, "deletion"),
        (Samp, "generic"),
        (Search, "search"),
        // Where nothing names it.
        (Section, "generic"),
        (Small, "generic"),
        (Span, "generic"),
        (Strong, "strong"),
        (Sub, "subscript"),
        (Sup, "superscript"),
        (Table, "table"),
        (Textarea, "textbox"),
        (Time, "time"),
        (U, "generic"),
        (Ul, "list"),
    ]
};

static ROLES: LazyLock<[Option<Role>; ElementKind::COUNT]> = LazyLock::new(|| {
    let mut roles = [None; ElementKind::COUNT];
    for &(kind, name) in BY_NAME {
        roles[kind as usize] = Role::named(name);
    }
    roles
});

/// The role of a name, looked up once.
macro_rules! role {
    ($name:literal) => {{
        static ROLE: LazyLock<std::option::Option<Role>> = LazyLock::new(|| Role::named($name));
        *ROLE
    }};
}

/// The role an element has by its name and place, if no attribute changes it.
pub(super) fn by_place(kind: ElementKind, around: &Frame) -> Option<Role> {
    use ElementKind::*;
    let in_a = |names: &[&str]| around.context.is_some_and(|role| role.is_any(names));
    let part_of = |names: &[&str], part| if in_a(names) { part } else { role!("generic") };
    match kind {
        Li => part_of(&["list", "directory"], role!("listitem")),
        Tr => part_of(&["rowgroup", "table", "grid", "treegrid"], role!("row")),
        Thead | Tbody | Tfoot => part_of(&["table", "grid", "treegrid"], role!("rowgroup")),
        Td if around.grid => part_of(&["row"], role!("gridcell")),
        Td => part_of(&["row"], role!("cell")),
        Th => part_of(&["row"], role!("columnheader")),
        kind => ROLES[kind as usize],
    }
}

fn is_named(tag: &Tag<'_>) -> bool {
    is_labelled(tag) || has_words(tag, Attribute::Title)
}

/// Whether its author names it by an attribute of ARIA.
pub(super) fn is_labelled(tag: &Tag<'_>) -> bool {
    has_words(tag, Attribute::AriaLabel) || has_words(tag, Attribute::AriaLabelledby)
}

fn has_words(tag: &Tag<'_>, attribute: Attribute) -> bool {
    tag.get(attribute).is_some_and(|value| !text::is_blank(value))
}

/// The role an element has by itself, where it stands.
pub(super) fn implicit(kind: ElementKind, tag: &Tag<'_>, around: &Frame) -> Option<Role> {
    use ElementKind::*;
    if !tag.of_html {
        return in_drawing(kind, tag);
    }
    match kind {
        A | Area if tag.has(Attribute::Href) => role!("link"),
        A | Area => role!("generic"),
        Footer if !around.sectioned => role!("contentinfo"),
        Header if !around.sectioned => role!("banner"),
        Footer | Header => role!("generic"),
        Form if is_named(tag) => role!("form"),
        Form => None,
        Section if is_named(tag) => role!("region"),
        Section => role!("generic"),
        // An empty alternative says that a picture adds nothing, unless something else says that it does.
        Img if tag.get(Attribute::Alt) == Some("") && !tag.has(Attribute::Tabindex) && !is_labelled(tag) => {
            role!("presentation")
        }
        Img => role!("img"),
        Input => match input_type(tag).as_str() {
            "button" | "image" | "reset" | "submit" => role!("button"),
            "checkbox" => role!("checkbox"),
            "number" => role!("spinbutton"),
            "radio" => role!("radio"),
            "range" => role!("slider"),
            "search" => role!("searchbox"),
            "color" | "date" | "datetime-local" | "file" | "hidden" | "month" | "password" | "time"
            | "week" => None,
            _ => role!("textbox"),
        },
        Select => {
            let rows = tag.get(Attribute::Size).and_then(|size| size.trim().parse::<u32>().ok());
            let is_list = tag.has(Attribute::Multiple) || rows.is_some_and(|rows| rows > 1);
            if is_list { role!("listbox") } else { role!("combobox") }
        }
        Svg => role!("graphics-document"),
        Th if matches!(scope(tag), Some(Scope::Row)) && around.context.is_some_and(|role| role.is("row")) => {
            role!("rowheader")
        }
        kind => by_place(kind, around),
    }
}

/// The role of an element of svg or math.
fn in_drawing(kind: ElementKind, tag: &Tag<'_>) -> Option<Role> {
    match kind {
        ElementKind::A if tag.has(Attribute::Href) => role!("link"),
        ElementKind::Svg => role!("graphics-document"),
        ElementKind::Math => role!("math"),
        _ => None,
    }
}

/// What a header cell heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    Column,
    Row,
}

/// What a header cell says it heads, by its role or its scope.
pub(super) fn scope(tag: &Tag<'_>) -> Option<Scope> {
    match tag.role() {
        Some("columnheader") => return Some(Scope::Column),
        Some("rowheader") => return Some(Scope::Row),
        _ => {}
    }
    match tag.get(Attribute::Scope).unwrap_or_default().trim().to_ascii_lowercase().as_str() {
        "col" | "colgroup" => Some(Scope::Column),
        "row" | "rowgroup" => Some(Scope::Row),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_of_an_element_is_one() {
        for (_, name) in BY_NAME {
            assert!(Role::named(name).is_some(), "{name}");
        }
    }
}
