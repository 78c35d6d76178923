//! What an element must have by its end: a name, if it is of a kind that is nothing without one.

use super::aria::Role;
use super::element_kind::ElementKind;
use super::rules::{self, Rule};
use super::semantics::{self, Semantics};
use super::stack::Frame;
use super::tag::{Attribute, Tag};

/// What an element must have by its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Needs {
    /// Nothing.
    Nothing,
    Link,
    Area,
    Button,
    ImageButton,
    Summary,
    MenuItem,
    Heading,
    Image,
    /// An image whose empty alternative does not take it away, as it may have the focus or is described.
    Decoration,
    /// A drawing, or a part of one, that its author gives a role.
    Graphic,
    Field,
    /// A meter or a progress bar.
    Range,
    Frame,
    /// An object that shows a picture or plays something.
    Object,
}

/// Roles of form fields.
const FIELDS: &[&str] = &[
    "checkbox",
    "combobox",
    "listbox",
    "menuitemcheckbox",
    "menuitemradio",
    "radio",
    "searchbox",
    "slider",
    "spinbutton",
    "switch",
    "textbox",
];

/// Roles of links.
const LINKS: &[&str] = &["doc-backlink", "doc-biblioref", "doc-glossref", "doc-noteref", "link"];

impl Needs {
    /// What an element that is exposed needs.
    pub fn of(kind: ElementKind, tag: &Tag<'_>, semantics: &Semantics, around: &Frame) -> Self {
        if let Some(role) = semantics.role.filter(|role| !role.is_presentational) {
            return Self::by_role(kind, tag, role);
        }
        match kind {
            ElementKind::Summary if semantics::is_summary(around) => Needs::Summary,
            // Dates, passwords and colours have no role of their own.
            ElementKind::Input if semantics.role.is_none() => Needs::Field,
            ElementKind::Iframe if semantics.role.is_none() => {
                let passed_over = semantics::tabindex(tag).is_some_and(|index| index < 0);
                if passed_over { Needs::Nothing } else { Needs::Frame }
            }
            ElementKind::Object if semantics.role.is_none() && shows_media(tag) => Needs::Object,
            _ => Needs::Nothing,
        }
    }

    fn by_role(kind: ElementKind, tag: &Tag<'_>, role: Role) -> Self {
        let is_drawn = !tag.of_html;
        match role.name {
            "heading" => Needs::Heading,
            "button" if kind == ElementKind::Input && tag.says(Attribute::Type, "image") => {
                Needs::ImageButton
            }
            "button" => Needs::Button,
            "menuitem" => Needs::MenuItem,
            "img" | "image" if is_drawn => Needs::Graphic,
            "img" if kind == ElementKind::Img && tag.get(Attribute::Alt) == Some("") => Needs::Decoration,
            "img" | "image" => Needs::Image,
            "graphics-document" | "graphics-symbol" if is_drawn && tag.has(Attribute::Role) => Needs::Graphic,
            "meter" | "progressbar" => Needs::Range,
            name if LINKS.contains(&name) && kind == ElementKind::Area => Needs::Area,
            name if LINKS.contains(&name) => Needs::Link,
            name if FIELDS.contains(&name) => Needs::Field,
            _ => Needs::Nothing,
        }
    }

    /// The rule that asks for it, and what to say where it is missing.
    pub fn missing(self) -> Option<(&'static Rule, &'static str)> {
        Some(match self {
            Needs::Nothing => return None,
            Needs::Link => (&rules::EMPTY_LINK, "the link has no name"),
            Needs::Area => (&rules::EMPTY_LINK, "the area of an image map has no name"),
            Needs::Button => (&rules::EMPTY_BUTTON, "the button has no name"),
            Needs::ImageButton => (&rules::IMAGE_BUTTON_WITHOUT_NAME, "the image button has no name"),
            Needs::Summary => (&rules::EMPTY_SUMMARY, "the summary has no name"),
            Needs::MenuItem => (&rules::EMPTY_MENU_ITEM, "the item of the menu has no name"),
            Needs::Heading => (&rules::EMPTY_HEADING, "the heading is empty"),
            Needs::Image => (&rules::IMG_WITHOUT_ALT, "the image has no alt"),
            Needs::Decoration => (
                &rules::IMG_WITHOUT_ALT,
                "the image has an empty alt, but is given to assistive technology all the same",
            ),
            Needs::Graphic => (&rules::GRAPHIC_WITHOUT_NAME, "the graphic has no name"),
            Needs::Field => (&rules::FIELD_WITHOUT_NAME, "the form field has no name"),
            Needs::Range => (&rules::RANGE_WITHOUT_NAME, "the meter or progress bar has no name"),
            Needs::Frame => (&rules::FRAME_WITHOUT_NAME, "the iframe has no name"),
            Needs::Object => (&rules::OBJECT_WITHOUT_NAME, "the object has no name"),
        })
    }
}

/// Whether an object shows a picture, or plays sound or video, as far as its type or the ending of its address says so.
pub(super) fn shows_media(tag: &Tag<'_>) -> bool {
    const ENDINGS: &[&str] = &[
        "aac", "apng", "avif", "flac", "gif", "jpeg", "jpg", "m4a", "mov", "mp3", "mp4", "mpeg", "oga",
        "ogg", "ogv", "opus", "png", "svg", "wav", "webm", "webp",
    ];
    let Some(data) = tag.get(Attribute::Src).filter(|data| !data.trim().is_empty()) else { return false };
    // A file within the address says its type at its head.
    let within = data.trim().split_at_checked(5).filter(|(scheme, _)| scheme.eq_ignore_ascii_case("data:"));
    if let Some(kind) = tag.get(Attribute::Type).or(within.map(|(_, kind)| kind)) {
        let kind = kind.trim().to_ascii_lowercase();
        return ["image/", "audio/", "video/"].iter().any(|media| kind.starts_with(media));
    }
    let path = data.split(['?', '#']).next().unwrap_or_default();
    path.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending.to_ascii_lowercase().as_str()))
}
