//! What is wrong with a start tag by itself.

use super::kind::Kind;
use super::links::At;
use super::rules;
use super::tag::Tag;
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
pub(super) fn check(kind: Kind, tag: &Tag<'_>, at: &mut At<'_>) {
    if tag.style {
        at.report(&rules::STYLE_ATTRIBUTE, format!("the {} carries a style attribute", tag.name));
    }
    if tag.autoplay && matches!(kind, Kind::Audio | Kind::Video) {
        at.report(&rules::AUTOPLAY, format!("the {} plays by itself", tag.name));
    }
    if let Some(handler) = tag.handler {
        at.report(&rules::SCRIPT, format!("the {} carries the script “{handler}”", tag.name));
    }
    if tag.tabindex.and_then(|index| index.trim().parse::<i64>().ok()).is_some_and(|index| index > 0) {
        at.report(&rules::POSITIVE_TABINDEX, format!("the {} carries a tabindex above 0", tag.name));
    }
    role(kind, tag, at);
    match kind {
        Kind::Img if tag.alt.is_none() => at.report(&rules::IMG_WITHOUT_ALT, "the image has no alt"),
        Kind::Area if tag.href.is_some() && tag.alt.is_none_or(text::is_blank) => {
            at.report(&rules::IMG_WITHOUT_ALT, "the area of an image map has no alt");
        }
        Kind::Input
            if tag.alt.is_none_or(text::is_blank)
                && tag.kind_attribute.is_some_and(|kind| kind.eq_ignore_ascii_case("image")) =>
        {
            at.report(&rules::IMG_WITHOUT_ALT, "the image button has no alt");
        }
        Kind::Meta if tag.name_attribute.is_some_and(|name| name.eq_ignore_ascii_case("viewport")) => {
            viewport(tag.content.unwrap_or_default(), at);
        }
        _ => {}
    }
}

fn role(kind: Kind, tag: &Tag<'_>, at: &mut At<'_>) {
    let role = tag.role();
    let nameless = match role {
        Some(role) => NAMELESS_ROLES.contains(&role),
        None => kind.forbids_name(),
    };
    if nameless && (tag.label.is_some() || tag.labelledby.is_some()) {
        let what = role.map_or_else(|| format!("a {}", tag.name), |role| format!("the role “{role}”"));
        at.report(&rules::FORBIDDEN_NAME, format!("{what} may not have a name"));
    }
    match (role, kind) {
        (Some(role @ ("doc-endnote" | "doc-biblioentry" | "directory")), _) => {
            at.report(&rules::DEPRECATED_ROLE, format!("the role “{role}” is deprecated"));
        }
        (Some(role @ "doc-footnote"), Kind::Li)
        | (Some(role @ ("doc-endnotes" | "doc-bibliography")), Kind::Ol | Kind::Ul | Kind::Dl) => {
            at.report(&rules::MISPLACED_ROLE, format!("the role “{role}” may not be put on a {}", tag.name));
        }
        _ => {}
    }
}

fn viewport(content: &str, at: &mut At<'_>) {
    /// WCAG asks for twice the size; readers of large print want five times.
    const LEAST_SCALE: f32 = 5.0;
    for (key, value) in content.split([',', ';']).filter_map(|setting| setting.split_once('=')) {
        let (key, value) = (key.trim().to_ascii_lowercase(), value.trim().to_ascii_lowercase());
        let blocked = match key.as_str() {
            "user-scalable" => value == "no" || value.parse::<f32>() == Ok(0.0),
            "maximum-scale" => value == "no" || value.parse::<f32>().is_ok_and(|scale| scale < LEAST_SCALE),
            _ => false,
        };
        if blocked {
            at.report(&rules::ZOOM_BLOCKED, format!("the viewport says {key}={value}"));
        }
    }
}
