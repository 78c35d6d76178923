//! An element of a page that is exposed, as far as its start tag tells.
//!
//! In: a start tag, what it is to assistive technology, and what stands around it. Out: an [`Element`]; its name is known at its end,
//! and the label of a form field at the end of the page.

use super::spoken::{Name, Spoken};
use super::states::{self, States};
use crate::audit::accessible_name::Words;
use crate::audit::aria::Role;
use crate::audit::element_kind::ElementKind;
use crate::audit::implicit_role::{self, Scope};
use crate::audit::labels::Field;
use crate::audit::name_sources;
use crate::audit::semantics::{self, Semantics};
use crate::audit::stack::Frame;
use crate::audit::tag::{Attribute, Tag};

/// An element that is exposed.
#[derive(Debug)]
pub(super) struct Element<'p> {
    pub kind: ElementKind,
    pub role: Option<Role>,
    /// Whether only what is in it is heard.
    pub is_passed_over: bool,
    /// Whether its content names it.
    pub from_content: bool,
    /// Whether its author names it by an attribute.
    pub is_labelled: bool,
    pub name: Name<'p>,
    /// What browsers call it that has no name; empty for all but some buttons.
    pub own_name: &'static str,
    /// What its author says in the place of the words for its role.
    pub role_words: Option<&'p str>,
    /// What names a form field if neither it nor its label does.
    pub last_name: Name<'p>,
    /// Its title, which describes it if it does not name it.
    pub title: Option<&'p str>,
    pub description: Name<'p>,
    /// What a form field holds.
    pub value: Option<&'p str>,
    /// What may label it, if it is a form field.
    pub field: Option<Field>,
    pub level: Option<u32>,
    pub states: States,
    pub owns: Option<&'p str>,
    /// Whether it begins on a line of its own.
    pub is_block: bool,
    /// Whether such an element stands in it.
    pub holds_blocks: bool,
    /// How many columns and rows a cell takes.
    pub spans: (u32, u32),
    pub scope: Option<Scope>,
    /// The ids of the cells that its author says head it.
    pub named_headers: Option<&'p str>,
}

/// Elements without a role in ARIA of which screen readers say what they are.
const WITHOUT_ROLE: &[(ElementKind, &str)] = {
    use ElementKind::*;
    &[
        (Audio, "audio"),
        (Dl, "dl"),
        (Embed, "embed"),
        (Figcaption, "figcaption"),
        (Iframe, "iframe"),
        (Input, "field"),
        (Legend, "legend"),
        (Object, "object"),
        (Summary, "summary"),
        (Video, "video"),
    ]
};

/// The names that phrases have for elements without a role.
#[cfg(test)]
pub(super) fn without_role() -> impl Iterator<Item = &'static str> {
    WITHOUT_ROLE.iter().map(|(_, name)| *name)
}

impl<'p> Element<'p> {
    /// What stands around the page.
    pub fn root() -> Self {
        Self {
            kind: ElementKind::Root,
            role: None,
            is_passed_over: true,
            from_content: false,
            is_labelled: false,
            name: Name::Nothing,
            own_name: "",
            role_words: None,
            last_name: Name::Nothing,
            title: None,
            description: Name::Nothing,
            value: None,
            field: None,
            level: None,
            states: States::default(),
            owns: None,
            is_block: true,
            holds_blocks: true,
            spans: (1, 1),
            scope: None,
            named_headers: None,
        }
    }

    /// The element of a tag, in a page with these words. What is known at its end is left out.
    pub fn of(
        tag: &Tag<'p>,
        semantics: &Semantics,
        around: &Frame,
        from_content: bool,
        words: &mut Spoken<'p>,
    ) -> Self {
        let kind = match tag.kind {
            // It opens nothing.
            ElementKind::Summary if !semantics::is_summary(around) => ElementKind::Div,
            kind => kind,
        };
        let role = semantics.role;
        let of_leaf = around.leaf && !semantics.focusable;
        let all =
            |sought: &str| tag.all_attributes().find(|(name, _)| name == sought).map(|(_, value)| value);
        let said_level = || tag.get(Attribute::AriaLevel).and_then(|level| level.trim().parse().ok());
        let level = role.is_some_and(|role| role.is("heading")).then(|| {
            said_level().filter(|&level| level > 0).or(kind.heading_level().map(u32::from)).unwrap_or(2)
        });
        let number = |attribute, most: u32| {
            let number = tag.get(attribute).and_then(|number| number.trim().parse::<u32>().ok());
            number.unwrap_or(1).clamp(1, most)
        };
        let is_cell = matches!(kind, ElementKind::Td | ElementKind::Th);
        let described = tag.get(Attribute::AriaDescribedby).map_or(Name::Nothing, |ids| words.refer(ids));
        let description = tag.get(Attribute::AriaDescription).map_or(Name::Nothing, Spoken::given);
        Self {
            kind,
            role,
            is_passed_over: of_leaf || role.is_some_and(|role| role.is_presentational),
            from_content,
            is_labelled: implicit_role::is_labelled(tag),
            name: Name::Nothing,
            own_name: name_sources::own_name(kind, tag).unwrap_or_default(),
            role_words: tag.has(Attribute::Aria).then(|| all("aria-roledescription")).flatten(),
            last_name: Name::Nothing,
            title: tag.get(Attribute::Title),
            description: Spoken::first(described, description),
            value: match kind {
                // What a password is, nobody may hear.
                ElementKind::Input if tag.says(Attribute::Type, "password") => None,
                ElementKind::Input => all("aria-valuetext")
                    .or_else(|| name_sources::of(kind, tag, role).and_then(|sources| sources.value)),
                ElementKind::Meter | ElementKind::Progress => tag.get(Attribute::Value),
                _ if tag.has(Attribute::Aria) => all("aria-valuetext").or_else(|| all("aria-valuenow")),
                _ => None,
            },
            field: None,
            level,
            states: states::of(kind, tag, semantics, around),
            owns: tag.get(Attribute::AriaOwns),
            is_block: kind.begins_line(),
            holds_blocks: false,
            spans: if is_cell {
                (number(Attribute::Colspan, 1_000), number(Attribute::Rowspan, 65_534))
            } else {
                (1, 1)
            },
            scope: is_cell.then(|| implicit_role::scope(tag)).flatten(),
            named_headers: tag.get(Attribute::Headers).filter(|_| is_cell),
        }
    }

    /// What is said that it is; empty where nothing is.
    pub(super) fn heard_role(&self) -> &'static str {
        match self.role {
            _ if self.is_passed_over => "",
            Some(role) if role.is("generic") => "",
            Some(role) => role.name,
            None => WITHOUT_ROLE.iter().find(|(kind, _)| *kind == self.kind).map_or("", |(_, name)| name),
        }
    }

    /// Whether it has this role.
    pub fn is(&self, role: &str) -> bool {
        !self.is_passed_over && self.role.is_some_and(|own| own.is(role))
    }

    pub fn is_any(&self, roles: &[&str]) -> bool {
        !self.is_passed_over && self.role.is_some_and(|own| own.is_any(roles))
    }
}
