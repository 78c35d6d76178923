//! What is said of raw HTML that does not pass, or not as it is written.

use std::sync::Arc;

use super::fault::Fault;
use super::tags::Tag;
use super::{AROUND_BLOCKS, ATTRIBUTES, EVERYWHERE, has_words, value_passes};
use crate::count::counted;
use crate::finding::Finding;
use crate::source::{Source, Span};

/// The findings for attributes that do not pass.
pub(super) fn refused_attributes(tag: &Tag<'_>, source: &Arc<Source>, span: Span) -> Option<Finding> {
    let passes = |attribute: &str, value: &str| {
        let attribute = attribute.to_ascii_lowercase();
        let of_element = ATTRIBUTES.iter().filter(|(element, _)| *element == tag.name);
        let mut known = of_element.flat_map(|(_, attributes)| *attributes).chain(&EVERYWHERE);
        known.any(|known| *known == attribute) && value_passes(&attribute, value)
    };
    let refused: Vec<_> =
        tag.attributes.iter().copied().filter(|(attribute, value)| !passes(attribute, value)).collect();
    let lost: Vec<_> = refused.iter().copied().filter(|one| carries_words(tag, one)).collect();
    if !lost.is_empty() {
        return Some(lost_words(tag, &lost, source, span).help(as_text(&lost)));
    }
    let message = format!("{} not published", named(&refused, &tag.name)?);
    let remove = if refused.len() == 1 { "Remove it" } else { "Remove them" };
    let help = format!("{remove}; “lang”, “dir” and “title” pass on every element.");
    Some(Finding::warning("markdown/refused-attribute", source, span, message).help(help))
}

/// Attributes with their names and values.
type Attributes<'t> = [(&'t str, &'t str)];

/// How many attributes of one element are named.
const MOST_ATTRIBUTES: usize = 8;

/// `“class” of “<p>” is`, `“class” and “style” of “<p>” are`; nothing where there are none.
fn named(attributes: &Attributes<'_>, element: &str) -> Option<String> {
    let names: Vec<String> =
        attributes.iter().take(MOST_ATTRIBUTES).map(|(name, _)| format!("“{name}”")).collect();
    let (last, before) = names.split_last()?;
    Some(match (before, attributes.len() - names.len()) {
        ([], 0) => format!("{last} of “<{element}>” is"),
        (before, 0) => format!("{} and {last} of “<{element}>” are", before.join(", ")),
        (_, more) => format!("{} and {} of “<{element}>” are", names.join(", "), counted(more, "other")),
    })
}

/// What to do with the words of attributes that are not published.
fn as_text(lost: &Attributes<'_>) -> String {
    let names: Vec<String> = lost.iter().take(MOST_ATTRIBUTES).map(|(name, _)| format!("“{name}”")).collect();
    format!("Write the words of {} as text, where all can read them.", names.join(", "))
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

fn lost_words(tag: &Tag<'_>, lost: &Attributes<'_>, source: &Arc<Source>, span: Span) -> Finding {
    let words: Vec<String> =
        lost.iter().take(MOST_ATTRIBUTES).map(|(_, words)| format!("“{words}”")).collect();
    let its = if lost.len() == 1 { "its" } else { "their" };
    let named = named(lost, &tag.name).unwrap_or_default();
    let message = format!("{named} not published, and {its} words are lost: {}", words.join(", "));
    Finding::error("markdown/lost-words", source, span, message)
}

/// The finding for words that an element that does not pass has in an attribute. They vanish with it, while its content is kept.
pub(super) fn refused_words(tag: &Tag<'_>, source: &Arc<Source>, span: Span) -> Option<Finding> {
    let name = tag.name.as_str();
    // What is active can stand nowhere, whatever its attributes say.
    if ACTIVE.contains(&name) || UNSEEN.contains(&name) || name == "style" {
        return None;
    }
    let lost: Vec<_> = tag.attributes.iter().copied().filter(|one| carries_words(tag, one)).collect();
    let beside_alt: Vec<_> =
        lost.iter().copied().filter(|(attribute, _)| !attribute.eq_ignore_ascii_case("alt")).collect();
    let help = match (instead(name), beside_alt.is_empty()) {
        _ if lost.is_empty() => return None,
        (Some(instead), true) => instead.to_owned(),
        (Some(instead), false) => format!("{instead} {}", as_text(&beside_alt)),
        (None, _) => as_text(&lost),
    };
    Some(lost_words(tag, &lost, source, span).help(help))
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
pub fn wrong(fault: Fault, source: &Arc<Source>, span: Span) -> Finding {
    Finding::error("markdown/misplaced-html", source, span, fault.message).help(fault.help)
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

/// What to do with a link in a cell: a table goes on to its end, and no Markdown can stand in it.
pub(super) const LINK_IN_TABLE: &str = "A table of HTML holds no links: write it below the table, as Markdown, [words](target), or write the table as Markdown.";

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

#[cfg(test)]
mod tests {
    use super::super::clean_block;
    use super::*;

    fn told(raw: &str) -> Vec<String> {
        let source = Arc::new(Source::new("a.md", raw.to_owned()));
        let mut findings = Vec::new();
        clean_block(raw, None, &source, Span::from(0..raw.len()), &mut findings);
        let tell = |one: Finding| format!("{}: {}. {}", one.rule, one.message, one.help);
        findings.into_iter().map(tell).collect()
    }

    #[test]
    fn an_element_is_one_finding_that_names_all_its_attributes() {
        let everywhere = "“lang”, “dir” and “title” pass on every element.";
        for (raw, message) in [
            (
                "<p id=\"a\" class=\"b\" style=\"c\">甲</p>",
                format!("markdown/refused-attribute: “id”, “class” and “style” of “<p>” are not published. Remove them; {everywhere}"),
            ),
            (
                "<p class=\"b\">甲</p>",
                format!("markdown/refused-attribute: “class” of “<p>” is not published. Remove it; {everywhere}"),
            ),
            (
                "<p class=\"b\" aria-label=\"乙\" alt=\"丙\">甲</p>",
                "markdown/lost-words: “aria-label” and “alt” of “<p>” are not published, and their words are lost: “乙”, “丙”. \
                 Write the words of “aria-label”, “alt” as text, where all can read them."
                    .to_owned(),
            ),
            (
                "<button aria-label=\"乙\">甲</button>",
                "markdown/lost-words: “aria-label” of “<button>” is not published, and its words are lost: “乙”. \
                 Write the words of “aria-label” as text, where all can read them."
                    .to_owned(),
            ),
        ] {
            assert_eq!(told(raw), [message], "{raw}");
        }
    }

    #[test]
    fn what_to_do_follows_from_what_is_wrong() {
        for (raw, help) in [
            ("<li>甲</li>", "Put “<ul>” and “</ul>” around it, or write the same in Markdown."),
            ("<p dir=\"left\">甲</p>", "Write “ltr”, “rtl” or “auto”."),
            ("<ul>甲</ul>", "“<ul>” holds only “<li>”: put it into one of these."),
        ] {
            assert_eq!(told(raw).len(), 1, "{:?}", told(raw));
            assert!(told(raw)[0].ends_with(help), "{:?}", told(raw));
        }
    }
}
