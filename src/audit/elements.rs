//! What is wrong with a start tag by itself.

use super::element_kind::ElementKind;
use super::links::At;
use super::rules::{self, Basis};
use super::tag::{Attribute, Set, Tag};
use super::text;

/// Roles that ARIA 1.2 and DPUB-ARIA 1.1 let nobody name.
const NAMELESS_ROLES: &[&str] = &[
    "caption",
    "code",
    "deletion",
    "doc-pagefooter",
    "doc-pageheader",
    "emphasis",
    "generic",
    "insertion",
    "none",
    "paragraph",
    "presentation",
    "strong",
    "subscript",
    "superscript",
];

/// Checks one start tag.
pub(super) fn check(kind: ElementKind, tag: &Tag<'_>, at: &mut At<'_>) {
    if tag.has_any(WRONG_ANYWHERE) {
        anywhere(kind, tag, at);
    }
    role(kind, tag, at);
    let blank_alt = || tag.get(Attribute::Alt).is_none_or(text::is_blank);
    let is = |attribute, value: &str| tag.get(attribute).is_some_and(|it| it.eq_ignore_ascii_case(value));
    match kind {
        ElementKind::Img if !tag.has(Attribute::Alt) => {
            at.report_on(Basis::Act("23a2a8"), &rules::IMG_WITHOUT_ALT, "the image has no alt");
        }
        ElementKind::Area if tag.has(Attribute::Href) && blank_alt() => {
            // A part of an image map is a link.
            at.report_on(
                Basis::Act("c487ae"),
                &rules::IMG_WITHOUT_ALT,
                "the area of an image map has no alt",
            );
        }
        ElementKind::Input if is(Attribute::Type, "image") && blank_alt() => {
            at.report_on(Basis::Act("59796f"), &rules::IMG_WITHOUT_ALT, "the image button has no alt");
        }
        ElementKind::Meta if is(Attribute::Name, "viewport") => {
            viewport(tag.get(Attribute::Content).unwrap_or_default(), at);
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
    if let Some(handler) = tag.get(Attribute::Handler) {
        at.report(&rules::SCRIPT, format!("the {} carries the script “{handler}”", tag.name()));
    }
    let tabindex = tag.get(Attribute::Tabindex).and_then(|index| index.trim().parse::<i64>().ok());
    if tabindex.is_some_and(|index| index > 0) {
        at.report(&rules::POSITIVE_TABINDEX, format!("the {} carries a tabindex above 0", tag.name()));
    }
}

/// The attributes ARIA names an element by.
const NAMES: Set = Set::of(&[Attribute::AriaLabel, Attribute::AriaLabelledby]);

fn role(kind: ElementKind, tag: &Tag<'_>, at: &mut At<'_>) {
    if !tag.has_any(const { Set::of(&[Attribute::Role, Attribute::AriaLabel, Attribute::AriaLabelledby]) }) {
        return;
    }
    let role = tag.role();
    let nameless = match role {
        Some(role) => NAMELESS_ROLES.contains(&role),
        None => kind.forbids_name(),
    };
    if nameless && tag.has_any(NAMES) {
        let what = role.map_or_else(|| format!("a {}", tag.name()), |role| format!("the role “{role}”"));
        at.report(&rules::FORBIDDEN_NAME, format!("{what} may not have a name"));
    }
    match (role, kind) {
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

fn viewport(content: &str, at: &mut At<'_>) {
    /// Readers of large print want five times the size.
    const LEAST_SCALE: f32 = 5.0;
    /// WCAG and the ACT rule ask for twice the size.
    const LEAST_BY_WCAG: f32 = 2.0;
    for (key, value) in content.split([',', ';']).filter_map(|setting| setting.split_once('=')) {
        let (key, value) = (key.trim().to_ascii_lowercase(), value.trim().to_ascii_lowercase());
        let scale = value.parse::<f32>();
        let blocked = match key.as_str() {
            "user-scalable" => value == "no" || scale == Ok(0.0),
            "maximum-scale" => value == "no" || scale.as_ref().is_ok_and(|scale| *scale < LEAST_SCALE),
            _ => false,
        };
        if !blocked {
            continue;
        }
        let said = format!("the viewport says {key}={value}");
        if key == "maximum-scale" && scale.is_ok_and(|scale| scale >= LEAST_BY_WCAG) {
            let said = format!("{said}, which is enough for WCAG and too little for readers of large print");
            at.report_on(Basis::House, &rules::ZOOM_BLOCKED, said);
        } else {
            at.report(&rules::ZOOM_BLOCKED, said);
        }
    }
}
