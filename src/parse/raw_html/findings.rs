//! What is said of raw HTML that does not pass, or not as it is written.

use std::sync::Arc;

use super::tags::Tag;
use super::{AROUND_BLOCKS, ATTRIBUTES, EVERYWHERE};
use crate::finding::Finding;
use crate::source::{Source, Span};

/// The findings for attributes that do not pass.
pub(super) fn refused_attributes(tag: &Tag<'_>, source: &Arc<Source>, span: Span) -> Option<Finding> {
    let passes = |attribute: &&str| {
        let attribute = attribute.to_ascii_lowercase();
        let of_element = ATTRIBUTES.iter().filter(|(element, _)| *element == tag.name);
        let mut known = of_element.flat_map(|(_, attributes)| *attributes).chain(&EVERYWHERE);
        known.any(|known| *known == attribute)
    };
    let refused = tag.attributes.iter().find(|attribute| !passes(attribute))?;
    Some(
        Finding::warning(
            "markdown/refused-attribute",
            source,
            span,
            format!("“{refused}” of “<{}>” is not published", tag.name),
        )
        .help("Remove it; “lang”, “dir” and “title” pass on every element."),
    )
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

/// The finding for an element that does not pass.
pub fn refused(name: &str, source: &Arc<Source>, span: Span) -> Finding {
    let help = match name {
        "a" => "Write links as Markdown: [words](target).",
        "img" => {
            "Write pictures as Markdown: ![what it shows](picture.svg); “curbcut check --fix” does so where “src” and “alt” are all that is said."
        }
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "Write headings as Markdown: ## words.",
        _ => "Remove it; its words are kept unless it is a script or a style.",
    };
    let message = format!("raw HTML “<{name}>” is not published");
    let found = match ACTIVE.contains(&name) {
        true => Finding::error("markdown/active-html", source, span, message),
        false => Finding::error("markdown/refused-html", source, span, message),
    };
    found.help(help)
}
