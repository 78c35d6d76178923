//! Raw HTML in Markdown: the sanitiser decides what passes.
//!
//! Out comes only what ammonia made from an allow-list: no script, no style, no id (ours must stay unique), no
//! links and pictures (Markdown has them, and there they are checked), no headings. Whatever is taken away is a
//! finding at its place.

mod misplaced;

use std::collections::HashSet;
use std::sync::{Arc, LazyLock};

use ammonia::Builder;

use crate::finding::Finding;
use crate::source::{Source, Span};

use misplaced::misplaced;
pub use misplaced::wrong_tag;

const INLINE: [&str; 27] = [
    "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q",
    "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "wbr",
];
const BLOCK: [&str; 27] = [
    "address",
    "blockquote",
    "caption",
    "col",
    "colgroup",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "var",
];

/// How many refused elements of one block are named; a block full of invented ones gets no longer list.
const MOST_NAMED: usize = 20;

/// The longest tag name that is looked at; no element of HTML has one as long.
const LONGEST_NAME: usize = 32;

/// How deep elements may stand in each other: the sanitiser's work grows with the square of it.
const DEEPEST: usize = 64;

static SANITISER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
        .tags(INLINE.into_iter().chain(BLOCK).collect())
        .clean_content_tags(HashSet::from(["script", "style"]))
        .generic_attributes(HashSet::from(["lang", "dir", "title"]))
        .add_tag_attributes("time", ["datetime"])
        .add_tag_attributes("th", ["scope", "colspan", "rowspan", "abbr"])
        .add_tag_attributes("td", ["colspan", "rowspan"])
        .add_tag_attributes("col", ["span"])
        .add_tag_attributes("colgroup", ["span"])
        .add_tag_attributes("ol", ["start", "reversed", "type"])
        .add_tag_attributes("li", ["value"])
        .add_tag_attributes("details", ["open"])
        .strip_comments(true);
    builder
});

/// An element that passed, as the two tags to write around its content.
pub struct Element {
    pub name: String,
    pub open: String,
    pub close: String,
}

/// What one tag in running text is.
pub enum RawTag {
    Open(Element),
    Void(String),
    Close(String),
    Comment,
    Refused(String),
}

/// Judges one tag.
pub fn inline_tag(tag: &str) -> RawTag {
    if !tag.starts_with("</") && !tag[1.min(tag.len())..].starts_with(|c: char| c.is_ascii_alphabetic()) {
        return RawTag::Comment;
    }
    let name = tag_name(tag);
    if !INLINE.contains(&name.as_str()) {
        return RawTag::Refused(name);
    }
    if tag.starts_with("</") {
        return RawTag::Close(name);
    }
    if matches!(name.as_str(), "br" | "wbr") {
        return RawTag::Void(SANITISER.clean(tag).to_string());
    }
    // The sanitiser sees the element with one letter in it; around that letter stand the two clean tags.
    let cleaned = SANITISER.clean(&format!("{tag}x</{name}>")).to_string();
    match cleaned.rsplit_once("x</") {
        Some((open, _)) if open.starts_with('<') => {
            RawTag::Open(Element { open: open.to_owned(), close: format!("</{name}>"), name })
        }
        _ => RawTag::Refused(name),
    }
}

/// Cleans a block of HTML; every refused element is a finding at its own tag.
pub fn clean_block(raw: &str, source: &Arc<Source>, span: Span, findings: &mut Vec<Finding>) -> String {
    let mut seen = HashSet::new();
    for (at, _) in raw.match_indices('<') {
        if seen.len() == MOST_NAMED {
            break;
        }
        let tag = &raw[at..];
        if !tag[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let name = tag_name(tag);
        if !INLINE.contains(&name.as_str()) && !BLOCK.contains(&name.as_str()) && seen.insert(name.clone()) {
            let place = source.slice(span).find(tag.get(..name.len() + 1).unwrap_or(tag)).unwrap_or(0);
            let start = span.start as usize + place;
            findings.push(refused(&name, source, (start..start + name.len() + 1).into()));
        }
    }
    if depth(raw) > DEEPEST {
        findings.push(
            Finding::error(
                "markdown/too-deep",
                source,
                span,
                format!("this HTML nests more than {DEEPEST} elements"),
            )
            .help("Use fewer elements inside each other, or close those that are open."),
        );
        return String::new();
    }
    let clean = SANITISER.clean(raw).to_string();
    findings.extend(misplaced(&clean).into_iter().map(|fault| wrong(fault, source, span)));
    clean
}

/// The finding for an element or a value in the wrong place.
pub fn wrong(fault: String, source: &Arc<Source>, span: Span) -> Finding {
    Finding::error("markdown/misplaced-html", source, span, fault)
        .help("Put the element where HTML has it, or write the same in Markdown.")
}

/// How many elements stand open inside each other at the deepest place. Elements that the next one of their kind
/// closes are not counted: a list of a thousand unclosed `<li>` is flat.
fn depth(raw: &str) -> usize {
    const CLOSED_BY_THE_NEXT: [&str; 15] = [
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "col", "br", "hr",
        "wbr",
    ];
    let (mut open, mut deepest) = (0usize, 0);
    for (at, _) in raw.match_indices('<') {
        let tag = &raw[at..];
        if CLOSED_BY_THE_NEXT.contains(&tag_name(tag).as_str()) {
            continue;
        }
        if tag.starts_with("</") {
            open = open.saturating_sub(1);
        } else if tag[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            open += 1;
            deepest = deepest.max(open);
        }
    }
    deepest
}

/// The finding for an element that does not pass.
pub fn refused(name: &str, source: &Arc<Source>, span: Span) -> Finding {
    let help = match name {
        "a" => "Write links as Markdown: [words](target).",
        "img" => "Write pictures as Markdown: ![what it shows](picture.svg).",
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "Write headings as Markdown: ## words.",
        _ => "Remove it; its words are kept unless it is a script or a style.",
    };
    Finding::error("markdown/refused-html", source, span, format!("raw HTML “<{name}>” is not published"))
        .help(help)
}

fn tag_name(tag: &str) -> String {
    tag.trim_start_matches(['<', '/'])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
        .take(LONGEST_NAME)
        .collect::<String>()
        .to_ascii_lowercase()
}
