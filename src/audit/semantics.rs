//! What an element is to assistive technology: its role, whether it is exposed, and whether a keyboard reaches it.
//!
//! In: a start tag and what stands around it. Out: a [`Semantics`]. Roles that elements have by themselves are those of HTML-AAM
//! and SVG-AAM; where a role of the author's counts, and where it does not, is what WAI-ARIA 1.2 says of conflicts.

use super::aria::{Property, Role};
use super::element_kind::ElementKind;
use super::implicit_role;
use super::stack::Frame;
use super::tag::{ARIA, Attribute, Set, Tag};
use super::text;

/// What is to be known of an element.
#[derive(Debug, Clone, Copy)]
pub(super) struct Semantics {
    /// The role in force; none for an element that has none, such as a label.
    pub role: Option<Role>,
    /// The role the element has by itself.
    pub implicit: Option<Role>,
    /// Whether it is shown or laid out, and not inert.
    pub reachable: bool,
    /// Whether it, or what is around it, is hidden from assistive technology alone.
    pub aria_hidden: bool,
    /// Whether a keyboard comes to it, one element after another.
    pub tabbable: bool,
    /// Whether it may have the focus at all.
    pub focusable: bool,
    pub disabled: bool,
    /// Whether it is in details that are closed when the page opens.
    pub closed: bool,
}

/// Attributes that may change what a tag is by its name alone.
const CHANGING: Set = ARIA.with(Set::of(&[
    Attribute::Contenteditable,
    Attribute::Disabled,
    Attribute::Hidden,
    Attribute::Inert,
    Attribute::Role,
    Attribute::Style,
    Attribute::Tabindex,
]));

impl Semantics {
    /// What an element is that stands in `around`.
    pub fn of(kind: ElementKind, tag: &Tag<'_>, around: &Frame) -> Self {
        let changed = tag.has_any(CHANGING);
        let is_removed = match kind {
            ElementKind::Audio => !tag.has(Attribute::Controls),
            ElementKind::Dialog => !tag.has(Attribute::Open),
            ElementKind::Input => tag.says(Attribute::Type, "hidden"),
            _ => false,
        };
        let reachable = !(around.unreachable || is_removed || changed && removes(tag));
        let aria_hidden = around.aria_hidden || changed && tag.says(Attribute::AriaHidden, "true");
        let implicit = implicit_role::implicit(kind, tag, around);
        let disabled = is_control(kind) && (around.disabled || tag.has(Attribute::Disabled));
        let tabindex = if changed { tabindex(tag) } else { None };
        let native = is_natively_focusable(kind, tag, around);
        let closed = is_closed(kind, around);
        let focusable = reachable && !disabled && !closed && (native || tabindex.is_some());
        let tabbable = focusable && tabindex.is_none_or(|index| index >= 0);
        let role = match tag.given_role() {
            // A role of none cannot take away what users need: ARIA calls it a conflict.
            Some(given) if given.is_presentational && (focusable || is_described(tag, implicit)) => implicit,
            Some(given) => Some(given),
            None => implicit,
        };
        Self { role, implicit, reachable, aria_hidden, tabbable, focusable, disabled, closed }
    }

    /// The same for a tag without any attribute that may change what it is.
    pub fn plain(kind: ElementKind, around: &Frame) -> Self {
        let role = implicit_role::by_place(kind, around);
        Self {
            role,
            implicit: role,
            reachable: !around.unreachable,
            aria_hidden: around.aria_hidden,
            tabbable: false,
            focusable: false,
            disabled: false,
            closed: is_closed(kind, around),
        }
    }

    /// Whether it is part of what assistive technology is given.
    pub fn is_exposed(&self) -> bool {
        self.reachable && !self.aria_hidden
    }

    /// What those in it inherit, without the role that they stand in.
    pub fn inside(&self, tag: &Tag<'_>, around: &Frame, hidden: bool) -> Frame {
        let kind = tag.kind;
        let is_fieldset = kind == ElementKind::Fieldset;
        // A field that turns the others on may stand in the first legend of a fieldset.
        let is_enabled = around.disables && is_first_legend(kind, around);
        Frame {
            kind,
            hidden,
            sectioned: around.sectioned || is_sectioning(tag),
            code: around.code || kind.is_code(),
            disables: is_fieldset && self.disabled && !around.disabled,
            disabled: around.disabled && !is_enabled || is_fieldset && self.disabled,
            closed: self.closed,
            shuts: kind == ElementKind::Details && !tag.has(Attribute::Open),
            unreachable: !self.reachable,
            aria_hidden: self.aria_hidden,
            template: kind == ElementKind::Template && !tag.is_shadow(),
            headed: false,
            owes: false,
            holds: false,
            table: false,
            ..*around
        }
    }

    /// Whether its author gives it another role than it has.
    pub fn is_changed(&self) -> bool {
        self.role != self.implicit
    }

    /// The role that those inside stand in; none where the element is passed over.
    pub fn as_parent(&self, tag: &Tag<'_>) -> Option<Role> {
        let role = self.role.filter(|role| !role.is_presentational)?;
        // A part of the page without a meaning of its own is passed over, unless something else is said of it.
        let is_seen =
            !role.is_generic || tag.has_any(CHANGING) && (self.focusable || is_described(tag, Some(role)));
        is_seen.then_some(role)
    }

    /// Whether its author says that it is decoration, and it is given to assistive technology all the same.
    pub fn is_exposed_decoration(&self, kind: ElementKind, tag: &Tag<'_>) -> bool {
        let by_role = tag.given_role().is_some_and(|role| role.is_presentational);
        let by_alt = kind == ElementKind::Img && tag.get(Attribute::Alt) == Some("");
        (by_role || by_alt && tag.given_role().is_none())
            && self.is_exposed()
            && (self.focusable || is_described(tag, self.implicit))
    }
}

/// The tabindex that counts.
pub(super) fn tabindex(tag: &Tag<'_>) -> Option<i64> {
    tag.get(Attribute::Tabindex)?.trim().parse().ok()
}

/// Whether a tag takes its element off the page for some of its readers or for all.
pub(super) fn hides(tag: &Tag<'_>) -> bool {
    removes(tag) || tag.says(Attribute::AriaHidden, "true")
}

/// Whether a tag takes its element off the page.
fn removes(tag: &Tag<'_>) -> bool {
    tag.has(Attribute::Hidden)
        || tag.has(Attribute::Inert)
        || tag.get(Attribute::Style).is_some_and(style_hides)
}

/// Whether a style attribute leaves nothing to see or to hear.
fn style_hides(style: &str) -> bool {
    let decoded = text::decode(style);
    let mut hides = [false; 2];
    for (name, value) in decoded.split(';').filter_map(|declaration| declaration.split_once(':')) {
        let value = value.trim().to_ascii_lowercase();
        let value = value.split('!').next().unwrap_or_default().trim_end();
        match name.trim().to_ascii_lowercase().as_str() {
            "display" => hides[0] = value == "none",
            "visibility" => hides[1] = matches!(value, "hidden" | "collapse"),
            "content-visibility" => hides[1] |= value == "hidden",
            _ => {}
        }
    }
    hides.contains(&true)
}

/// Whether an element has a state or property of ARIA that every element may have, and its own role does not forbid.
fn is_described(tag: &Tag<'_>, implicit: Option<Role>) -> bool {
    const GLOBAL: Set = Set::of(&[
        Attribute::Aria,
        Attribute::AriaBusy,
        Attribute::AriaControls,
        Attribute::AriaDescribedby,
        Attribute::AriaDescription,
        Attribute::AriaDetails,
        Attribute::AriaLabel,
        Attribute::AriaLabelledby,
        Attribute::AriaOwns,
    ]);
    tag.has_any(GLOBAL)
        && tag.all_attributes().any(|(name, value)| {
            let tells = Property::named(&name).is_some_and(|property| property.tells);
            tells && !text::is_blank(value) && !implicit.is_some_and(|role| role.prohibits(&name))
        })
}

/// Elements that `disabled` disables.
fn is_control(kind: ElementKind) -> bool {
    use ElementKind::*;
    matches!(kind, Button | Fieldset | Input | Optgroup | Option | Select | Textarea)
}

/// Whether a label names an element of this kind.
pub(super) fn is_labelable(kind: ElementKind, tag: &Tag<'_>) -> bool {
    use ElementKind::*;
    match kind {
        Input => !tag.says(Attribute::Type, "hidden"),
        Button | Meter | Output | Progress | Select | Textarea => true,
        _ => false,
    }
}

fn is_natively_focusable(kind: ElementKind, tag: &Tag<'_>, around: &Frame) -> bool {
    use ElementKind::*;
    match kind {
        A | Area => tag.has(Attribute::Href),
        Button | Select | Textarea => true,
        Input => !tag.says(Attribute::Type, "hidden"),
        Summary => is_summary(around),
        Audio | Video => tag.has(Attribute::Controls),
        _ => tag.has(Attribute::Contenteditable) && !tag.says(Attribute::Contenteditable, "false"),
    }
}

/// Whether a summary opens and closes the details it stands in.
pub(super) fn is_summary(around: &Frame) -> bool {
    around.kind == ElementKind::Details && !around.headed
}

/// Whether a header or footer in an element belongs to it.
fn is_sectioning(tag: &Tag<'_>) -> bool {
    match tag.role() {
        Some(role) => matches!(role, "article" | "complementary" | "main" | "navigation" | "region"),
        None => tag.kind.is_sectioning(),
    }
}

/// Whether an element is the summary or the legend of what it stands in, which has but one.
pub(super) fn heads(kind: ElementKind, around: &Frame) -> bool {
    is_first_legend(kind, around) || kind == ElementKind::Summary && is_summary(around)
}

/// Whether an element is the first legend of a fieldset.
fn is_first_legend(kind: ElementKind, around: &Frame) -> bool {
    kind == ElementKind::Legend && around.kind == ElementKind::Fieldset && !around.headed
}

/// Whether an element is in details that are closed: all that is in them but the summary.
fn is_closed(kind: ElementKind, around: &Frame) -> bool {
    around.closed || around.shuts && !(kind == ElementKind::Summary && is_summary(around))
}

/// The kind of an input, as browsers read its type.
pub(super) fn input_type(tag: &Tag<'_>) -> String {
    tag.get(Attribute::Type).map(|value| value.trim().to_ascii_lowercase()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_declaration_of_a_style_counts() {
        for style in ["display:none", "color: red; DISPLAY : None !important", "visibility:collapse"] {
            assert!(style_hides(style), "{style}");
        }
        for style in ["", "display:none;display:block", "display:inline", "margin-left:-9999px"] {
            assert!(!style_hides(style), "{style}");
        }
    }
}
