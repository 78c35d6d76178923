//! What is said of raw HTML that does not pass, or not as it is written.

use std::sync::Arc;

use super::tags::Tag;
use super::{AROUND_BLOCKS, ATTRIBUTES, EVERYWHERE, has_words};
use crate::finding::Finding;
use crate::source::{Source, Span};

/// The findings for attributes that do not pass.
pub(super) fn refused_attributes(tag: &Tag<'_>, source: &Arc<Source>, span: Span) -> Option<Finding> {
    let passes = |attribute: &str| {
        let attribute = attribute.to_ascii_lowercase();
        let of_element = ATTRIBUTES.iter().filter(|(element, _)| *element == tag.name);
        let mut known = of_element.flat_map(|(_, attributes)| *attributes).chain(&EVERYWHERE);
        known.any(|known| *known == attribute)
    };
    let mut refused = tag.attributes.iter().filter(|(attribute, _)| !passes(attribute)).peekable();
    let (first, _) = *refused.peek()?;
    if let Some((attribute, words)) = refused.find(|one| carries_words(tag, one)) {
        let help = format!("Write the words of “{attribute}” as text, where all can read them.");
        return Some(lost_words(tag, (attribute, words), source, span).help(help));
    }
    Some(
        Finding::warning(
            "markdown/refused-attribute",
            source,
            span,
            format!("“{first}” of “<{}>” is not published", tag.name),
        )
        .help("Remove it; “lang”, “dir” and “title” pass on every element."),
    )
}

/// Attributes whose value readers see or hear.
const OF_READERS: [&str; 12] = [
    "abbr",
    "alt",
    "aria-description",
    "aria-label",
    "aria-placeholder",
    "aria-roledescription",
    "aria-valuetext",
    "label",
    "placeholder",
    "standby",
    "summary",
    "title",
];

/// Elements of which readers see nothing.
const UNSEEN: [&str; 6] = ["base", "link", "meta", "param", "source", "template"];

/// Kinds of input whose value readers do not see.
const VALUE_UNSEEN: [&str; 7] = ["checkbox", "color", "file", "hidden", "image", "password", "radio"];

/// Whether an attribute, its name and its value, has words that readers would see or hear.
fn carries_words(tag: &Tag<'_>, (attribute, value): &(&str, &str)) -> bool {
    let attribute = attribute.to_ascii_lowercase();
    let is_unseen = |kind: &str| VALUE_UNSEEN.iter().any(|unseen| kind.trim().eq_ignore_ascii_case(unseen));
    let mut kinds = tag.attributes.iter().filter(|(name, _)| name.eq_ignore_ascii_case("type"));
    let is_read = match attribute.as_str() {
        "value" => tag.name == "input" && !kinds.any(|(_, kind)| is_unseen(kind)),
        other => OF_READERS.contains(&other),
    };
    is_read && has_words(value)
}

fn lost_words(tag: &Tag<'_>, (attribute, words): (&str, &str), source: &Arc<Source>, span: Span) -> Finding {
    let message =
        format!("“{attribute}” of “<{}>” is not published, and its words are lost: “{words}”", tag.name);
    Finding::error("markdown/lost-words", source, span, message)
}

/// The finding for words that an element that does not pass has in an attribute. They vanish with it, while its content is kept.
pub(super) fn refused_words(tag: &Tag<'_>, source: &Arc<Source>, span: Span) -> Option<Finding> {
    let name = tag.name.as_str();
    // What is active can stand nowhere, whatever its attributes say.
    if ACTIVE.contains(&name) || UNSEEN.contains(&name) || name == "style" {
        return None;
    }
    let (attribute, words) = *tag.attributes.iter().find(|one| carries_words(tag, one))?;
    let as_text = format!("Write the words of “{attribute}” as text, where all can read them.");
    let help = match (instead(name), attribute.eq_ignore_ascii_case("alt")) {
        (Some(instead), true) => instead.to_owned(),
        (Some(instead), false) => format!("{instead} {as_text}"),
        (None, _) => as_text,
    };
    Some(lost_words(tag, (attribute, words), source, span).help(help))
}

pub(super) fn unfinished(source: &Arc<Source>, span: Span) -> Finding {
    Finding::error("markdown/unbalanced-html", source, span, "this tag or comment never ends")
        .help("Add “>” or “-->”; without it everything after it vanishes.")
}

/// The finding for what browsers take for a comment.
pub fn dropped(source: &Arc<Source>, span: Span) -> Finding {
    Finding::error("markdown/lost-words", source, span, "browsers take this for a comment and show nothing")
        .help("Write “&lt;” for “<”, or “<!-- … -->” for a comment.")
}

pub(super) fn open_at_blank_line(name: &str, source: &Arc<Source>, span: Span) -> Finding {
    Finding::error(
        "markdown/unbalanced-html",
        source,
        span,
        format!("“<{name}>” is open where its block of HTML ends"),
    )
    .help(format!(
        "Add “</{name}>” before the blank line. Only {} may stand around blocks of Markdown.",
        AROUND_BLOCKS.map(|name| format!("“<{name}>”")).join(", ")
    ))
}

/// The finding for an element or a value in the wrong place.
pub fn wrong(fault: String, source: &Arc<Source>, span: Span) -> Finding {
    Finding::error("markdown/misplaced-html", source, span, fault)
        .help("Put the element where HTML has it, or write the same in Markdown.")
}

/// Elements that run, or load what runs.
const ACTIVE: [&str; 8] = ["applet", "embed", "frame", "frameset", "iframe", "object", "portal", "script"];

/// How Markdown writes an element that does not pass.
fn instead(name: &str) -> Option<&'static str> {
    match name {
        "a" => Some("Write links as Markdown: [words](target)."),
        "img" => Some(
            "Write pictures as Markdown: ![what it shows](picture.svg); “curbcut check --fix” does so where “src” and “alt” are all that is said.",
        ),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some("Write headings as Markdown: ## words."),
        _ => None,
    }
}

/// The finding for an element that does not pass.
pub fn refused(name: &str, source: &Arc<Source>, span: Span) -> Finding {
    let help = instead(name).unwrap_or("Remove it; its words are kept unless it is a script or a style.");
    let message = format!("raw HTML “<{name}>” is not published");
    let found = match ACTIVE.contains(&name) {
        true => Finding::error("markdown/active-html", source, span, message),
        false => Finding::error("markdown/refused-html", source, span, message),
    };
    found.help(help)
}
