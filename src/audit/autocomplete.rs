//! The `autocomplete` of a form field: the purpose of the field, in the words of HTML.

use super::element_kind::ElementKind;
use super::semantics::{self, Semantics};
use super::tag::{Attribute, Tag};

/// The purposes that HTML defines.
const PURPOSES: &[&str] = &[
    "additional-name",
    "address-level1",
    "address-level2",
    "address-level3",
    "address-level4",
    "address-line1",
    "address-line2",
    "address-line3",
    "bday",
    "bday-day",
    "bday-month",
    "bday-year",
    "cc-additional-name",
    "cc-csc",
    "cc-exp",
    "cc-exp-month",
    "cc-exp-year",
    "cc-family-name",
    "cc-given-name",
    "cc-name",
    "cc-number",
    "cc-type",
    "country",
    "country-name",
    "current-password",
    "family-name",
    "given-name",
    "honorific-prefix",
    "honorific-suffix",
    "language",
    "name",
    "new-password",
    "nickname",
    "one-time-code",
    "organization",
    "organization-title",
    "photo",
    "postal-code",
    "sex",
    "street-address",
    "transaction-amount",
    "transaction-currency",
    "url",
    "username",
];

/// The purposes that may say which of several numbers or addresses is meant.
const CONTACTS: &[&str] = &[
    "email",
    "impp",
    "tel",
    "tel-area-code",
    "tel-country-code",
    "tel-extension",
    "tel-local",
    "tel-local-prefix",
    "tel-local-suffix",
    "tel-national",
];

/// Which of several.
const WHICH: &[&str] = &["fax", "home", "mobile", "pager", "work"];

/// The purpose of a form field, where it is no word of HTML's.
pub(super) fn wrong<'p>(kind: ElementKind, tag: &Tag<'p>, semantics: &Semantics) -> Option<&'p str> {
    let value = tag.get(Attribute::Autocomplete)?;
    let holds_text = match kind {
        ElementKind::Select | ElementKind::Textarea => true,
        ElementKind::Input => !matches!(
            semantics::input_type(tag).as_str(),
            "button"
                | "checkbox"
                | "color"
                | "file"
                | "hidden"
                | "image"
                | "radio"
                | "range"
                | "reset"
                | "submit"
        ),
        _ => false,
    };
    let is_disabled = semantics.disabled
        || tag
            .all_attributes()
            .any(|(name, value)| name == "aria-disabled" && value.trim().eq_ignore_ascii_case("true"));
    // What is no field to anybody, and what nobody comes to, is filled in by a script.
    let is_used = semantics.focusable && (semantics.tabbable || !semantics.is_changed());
    (holds_text && is_used && !is_disabled && !is_right(value)).then_some(value)
}

/// Whether a purpose is one of HTML's, or none at all.
fn is_right(value: &str) -> bool {
    let value = value.to_ascii_lowercase();
    let mut tokens = value.split_ascii_whitespace().peekable();
    if matches!(value.trim(), "" | "on" | "off") {
        return true;
    }
    tokens.next_if(|token| token.starts_with("section-"));
    tokens.next_if(|token| matches!(*token, "billing" | "shipping"));
    let which = tokens.next_if(|token| WHICH.contains(token)).is_some();
    let Some(purpose) = tokens.next() else { return false };
    let is_known = CONTACTS.contains(&purpose) || !which && PURPOSES.contains(&purpose);
    tokens.next_if_eq(&"webauthn");
    is_known && tokens.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn purposes_stand_in_the_order_of_html() {
        for value in [
            "",
            " ",
            "off",
            "Name",
            "section-甲 shipping work email",
            "billing street-address",
            "username webauthn",
            "home tel",
        ] {
            assert!(is_right(value), "{value}");
        }
        for value in [
            "nom",
            "work shipping email",
            "home name",
            "email tel",
            "section-甲",
            "work",
            "webauthn",
            "off name",
        ] {
            assert!(!is_right(value), "{value}");
        }
    }
}
