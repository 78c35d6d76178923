//! What is particular to pages that word processors save.
//!
//! In: elements with the classes and the properties that Word writes. Out: what a paragraph is by its class, where its number stands,
//! and what is no part of the text.

use super::names::plain;
use super::style;
use super::tree::Element;
use crate::import::sources::styled::Role;

/// What a paragraph is by the class that Word gives it.
pub fn role(element: Element<'_>) -> Option<Role> {
    let class = element.attribute("class")?.split_ascii_whitespace().next()?;
    let name = class.strip_prefix("Mso")?;
    Some(match name {
        "Title" | "TitleCxSpFirst" | "TitleCxSpMiddle" | "TitleCxSpLast" => Role::Title,
        "Subtitle" => Role::Subtitle,
        "Caption" => Role::Caption,
        "Quote" | "IntenseQuote" | "BlockText" => Role::Quotation,
        "TocHeading" => Role::Contents,
        name if name.starts_with("Toc") && name.len() == 4 => Role::Contents,
        _ => return None,
    })
}

/// How deep a paragraph stands in lists, from 0, by the level that it says.
pub fn level(element: Element<'_>) -> u8 {
    let said = style::property(element, "mso-list").unwrap_or_default();
    let level = said.split_ascii_whitespace().find_map(|word| word.strip_prefix("level")?.parse::<u8>().ok());
    level.unwrap_or(1).clamp(1, 9) - 1
}

/// Whether an element, at the beginning of a paragraph, holds the number of that: it says so, or ends in the blanks that Word writes after
/// a number in a page that is to be small.
pub fn is_number(element: Element<'_>) -> bool {
    let is_said = |said: &str| said.eq_ignore_ascii_case("ignore");
    let is_gap = |last: Element<'_>| {
        style::property(last, "font").is_some_and(|said| said.starts_with("7.0pt"))
            && last.children().all(|inner| inner.text().is_some_and(|text| text.trim().is_empty()))
    };
    style::property(element, "mso-list").is_some_and(is_said)
        || (element.name() == "span" && element.backwards().next().is_some_and(is_gap))
}

/// The number that an element holds, as it is printed. Letters of fonts of signs are bullets.
pub fn number(element: Element<'_>) -> String {
    let said = plain(element, |_| false);
    let is_sign = element.all().chain([element]).take(8).any(|it| {
        let font = style::property(it, "font-family")
            .or(it.attribute("face"))
            .unwrap_or_default()
            .to_ascii_lowercase();
        font.contains("symbol") || font.contains("wingdings") || font.contains("webdings")
    });
    match said.chars().count() {
        1 if is_sign || ["·", "§", "Ø", "o", "\u{f0b7}", "\u{f0a7}"].contains(&said.as_str()) => {
            "•".to_owned()
        }
        _ => said,
    }
}

/// Why what Word writes beside the text is none of it.
pub fn left_out(element: Element<'_>) -> Option<&'static str> {
    const COMMENT: &str = "comment";
    if element.has("class", "MsoCommentReference") || element.has("class", "msocomanchor") {
        return Some(COMMENT);
    }
    match style::property(element, "mso-element")?.to_ascii_lowercase().as_str() {
        "comment-list" | "comment" => Some(COMMENT),
        "header" => Some("page header"),
        "footer" => Some("page footer"),
        _ => None,
    }
}
