//! Raw HTML in Markdown: the sanitiser decides what passes.
//!
//! Out comes only what ammonia made from an allow-list: no script, no style, no id (ours must stay unique), no
//! links and pictures (Markdown has them, and there they are checked), no headings. Whatever is taken away is a
//! finding at its place.

mod fault;
mod findings;
mod misplaced;
mod order;
pub(super) mod tags;

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, LazyLock};

use ammonia::Builder;

use crate::finding::Finding;
use crate::source::{Source, Span, slice};

use findings::{LINK_IN_TABLE, open_at_blank_line, refused_attributes, refused_words, unfinished};
pub use findings::{dropped, refused, wrong};
use misplaced::misplaced;
pub use misplaced::wrong_tag;
use order::misordered;
use tags::{Tag, TagKind, tags};

/// Elements that may stand in running text. Among them are those that HTML means for Chinese: `u` underlines a proper name, `ruby` puts pinyin over characters.
pub const INLINE: [&str; 30] = [
    "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q",
    "rb", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var",
    "wbr",
];
const BLOCK: [&str; 28] = [
    "address",
    "article",
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
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Attributes that pass on every element.
const EVERYWHERE: [&str; 3] = ["lang", "dir", "title"];

/// Attributes that pass on one element.
const ATTRIBUTES: [(&str, &[&str]); 14] = [
    ("time", &["datetime"]),
    ("ins", &["datetime"]),
    ("del", &["datetime"]),
    ("thead", &[ALIGN]),
    ("tbody", &[ALIGN]),
    ("tfoot", &[ALIGN]),
    ("tr", &[ALIGN]),
    ("th", &["scope", "colspan", "rowspan", "abbr", ALIGN]),
    ("td", &["colspan", "rowspan", ALIGN]),
    ("col", &["span"]),
    ("colgroup", &["span"]),
    ("ol", &["start", "reversed", "type"]),
    ("li", &["value"]),
    ("details", &["open"]),
];

/// How cells are set: HTML has no such attribute any more, so it is written as tables of Markdown write it.
const ALIGN: &str = "align";

/// The values of `align` that pass.
const ALIGNMENTS: [&str; 3] = ["left", "center", "right"];

/// Whether an attribute of this value may pass where its name does.
fn value_passes(attribute: &str, value: &str) -> bool {
    attribute != ALIGN || ALIGNMENTS.iter().any(|known| known.eq_ignore_ascii_case(value.trim()))
}

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
        .generic_attributes(HashSet::from(EVERYWHERE))
        // Otherwise those that the library knows pass too.
        .tag_attributes(HashMap::new())
        .attribute_filter(|_, attribute, value| value_passes(attribute, value).then(|| value.into()))
        .strip_comments(true);
    for (element, attributes) in ATTRIBUTES {
        builder.add_tag_attributes(element, attributes);
    }
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
    /// What browsers take for a comment.
    Dropped,
    /// An element that does not pass begins.
    Refused(String),
    /// The end of an element that does not pass.
    EndOfRefused(String),
}

/// Judges one tag.
pub fn inline_tag(tag: &str) -> RawTag {
    if tag.starts_with("<!--") {
        return RawTag::Comment;
    }
    if !tag.trim_start_matches(['<', '/']).starts_with(|c: char| c.is_ascii_alphabetic()) {
        return RawTag::Dropped;
    }
    let name = tag_name(tag);
    let passes = INLINE.contains(&name.as_str());
    match (passes, tag.starts_with("</")) {
        (true, true) => return RawTag::Close(name),
        (false, true) => return RawTag::EndOfRefused(name),
        (false, false) => return RawTag::Refused(name),
        (true, false) => {}
    }
    if matches!(name.as_str(), "br" | "wbr") {
        return RawTag::Void(SANITISER.clean(tag).to_string());
    }
    match element(tag, &name) {
        Some(element) => RawTag::Open(element),
        None => RawTag::Refused(name),
    }
}

/// The element that this tag begins, with clean tags.
fn element(tag: &str, name: &str) -> Option<Element> {
    // The sanitiser sees the element with one letter in it; around that letter stand the two clean tags.
    let cleaned = SANITISER.clean(&format!("{tag}x</{name}>")).to_string();
    let (open, _) = cleaned.rsplit_once("x</").filter(|(open, _)| open.starts_with('<'))?;
    Some(Element { open: open.to_owned(), close: format!("</{name}>"), name: name.to_owned() })
}

/// The findings for the attributes of one tag in running text.
pub fn inline_attributes(tag: &str, source: &Arc<Source>, span: Span) -> Option<Finding> {
    refused_attributes(&tags(tag).next().filter(|tag| tag.kind == TagKind::Open)?, source, span)
}

/// The finding for one tag in running text that does not pass.
pub fn inline_refused(tag: &str, name: &str, source: &Arc<Source>, span: Span) -> Finding {
    let read = tags(tag).next().filter(|tag| tag.kind == TagKind::Open);
    read.and_then(|tag| refused_words(&tag, source, span)).unwrap_or_else(|| refused(name, source, span))
}

/// A piece of a block of HTML.
pub enum HtmlPiece {
    /// HTML that stands by itself.
    Html(Box<str>),
    /// An element begins that goes on past the blank line; the blocks that follow are in it.
    Open(Element, Span),
    /// The element of this name that began before ends here.
    Close(String, Span),
}

/// Elements that may hold blocks of Markdown.
pub const AROUND_BLOCKS: [&str; 7] =
    ["article", "blockquote", "details", "div", "figcaption", "figure", "section"];

/// Elements that need no end: the next one or the end of their parent closes them.
const ENDS_BY_ITSELF: [&str; 11] =
    ["p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup"];

const VOID: [&str; 4] = ["br", "col", "hr", "wbr"];

/// Cleans a block of HTML that stands in an element of the name `parent`; every refused element is a finding at its
/// own tag. An element that is open at the end holds the blocks that follow.
pub fn clean_block(
    raw: &str,
    parent: Option<&str>,
    source: &Arc<Source>,
    span: Span,
    findings: &mut Vec<Finding>,
) -> Vec<HtmlPiece> {
    let tags: Vec<Tag<'_>> = tags(raw).collect();
    let places = places(raw, &tags, source, span);
    let at = |index: usize| places.get(index).copied().unwrap_or(span);
    let mut seen = HashSet::new();
    let mut attributes = 0;
    let mut tables = 0_usize;
    for (index, tag) in tags.iter().enumerate() {
        let is_known = INLINE.contains(&tag.name.as_str()) || BLOCK.contains(&tag.name.as_str());
        match (tag.kind, tag.name.as_str()) {
            (TagKind::Open, "table") => tables += 1,
            (TagKind::Close, "table") => tables = tables.saturating_sub(1),
            _ => {}
        }
        match tag.kind {
            // Lost words are told each time, and an element that only does not pass is told once a block.
            TagKind::Open if !is_known => match refused_words(tag, source, at(index)) {
                Some(lost) => findings.push(lost),
                None if seen.len() < MOST_NAMED && seen.insert(tag.name.clone()) => {
                    let found = refused(&tag.name, source, at(index));
                    findings.push(match tag.name.as_str() {
                        "a" if tables > 0 => found.help(LINK_IN_TABLE),
                        _ => found,
                    });
                }
                None => {}
            },
            TagKind::Open if is_known && attributes < MOST_NAMED => {
                let refused = refused_attributes(tag, source, at(index));
                attributes += usize::from(refused.is_some());
                findings.extend(refused);
            }
            TagKind::Unfinished => findings.push(unfinished(source, at(index))),
            TagKind::Dropped if has_words(slice(raw, tag.range.clone())) => {
                findings.push(dropped(source, at(index)))
            }
            _ => {}
        }
    }
    let faults = misordered(&tags, raw, parent).into_iter();
    findings.extend(faults.map(|(index, fault)| wrong(fault, source, at(index))));
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
        return Vec::new();
    }
    let mut parts = Vec::new();
    let mut done = 0;
    let mut parent = parent.map(str::to_owned);
    for cut in cuts(raw, &tags) {
        let Some(tag) = tags.get(cut) else { continue };
        let clean = match tag.kind {
            TagKind::Open if AROUND_BLOCKS.contains(&tag.name.as_str()) => {
                element(slice(raw, tag.range.clone()), &tag.name)
            }
            TagKind::Close => None,
            _ => {
                findings.push(open_at_blank_line(&tag.name, source, at(cut)));
                continue;
            }
        };
        html(slice(raw, done..tag.range.start), parent.as_deref(), source, span, findings, &mut parts);
        done = tag.range.end;
        match clean {
            Some(clean) => {
                parent = Some(clean.name.clone());
                parts.push(HtmlPiece::Open(clean, at(cut)));
            }
            None => {
                parent = None;
                parts.push(HtmlPiece::Close(tag.name.clone(), at(cut)));
            }
        }
    }
    html(slice(raw, done..), parent.as_deref(), source, span, findings, &mut parts);
    parts
}

/// Adds what the sanitiser makes of HTML that stands by itself.
fn html(
    raw: &str,
    parent: Option<&str>,
    source: &Arc<Source>,
    span: Span,
    findings: &mut Vec<Finding>,
    parts: &mut Vec<HtmlPiece>,
) {
    if raw.trim().is_empty() {
        return;
    }
    let clean = SANITISER.clean(raw).to_string();
    findings.extend(misplaced(&clean, parent).into_iter().map(|fault| wrong(fault, source, span)));
    if !clean.trim().is_empty() {
        parts.push(HtmlPiece::Html(clean.trim_start_matches('\n').into()));
    }
}

/// The tags, by their number, of elements that are open at the end of the block or were open before it began.
fn cuts(raw: &str, tags: &[Tag<'_>]) -> Vec<usize> {
    let mut cuts = Vec::new();
    let mut open: Vec<(usize, &Tag<'_>)> = Vec::new();
    for (index, tag) in tags.iter().enumerate() {
        let name = tag.name.as_str();
        let is_known = INLINE.contains(&name) || BLOCK.contains(&name);
        match tag.kind {
            TagKind::Open if is_known && !VOID.contains(&name) => open.push((index, tag)),
            TagKind::Close if is_known && !VOID.contains(&name) => {
                match open.iter().rposition(|(_, open)| open.name == name) {
                    Some(at) => open.truncate(at),
                    // Browsers make an empty paragraph of it.
                    None if name == "p" => {}
                    None => cuts.push(index),
                }
            }
            _ => {}
        }
    }
    let by_itself =
        |tag: &Tag<'_>| ENDS_BY_ITSELF.contains(&tag.name.as_str()) && has_words(slice(raw, tag.range.end..));
    cuts.extend(open.iter().filter(|(_, tag)| !by_itself(tag)).map(|(index, _)| *index));
    cuts.sort_unstable();
    cuts
}

/// Where each tag stands in the source. `raw` is the source without what marks quotes and items, so a tag of several
/// lines is looked for line by line.
fn places(raw: &str, tags: &[Tag<'_>], source: &Source, span: Span) -> Vec<Span> {
    let text = source.slice(span);
    let mut from = 0;
    let mut find = |line: &str| {
        let at = text.get(from..).and_then(|rest| rest.find(line)).map(|at| at + from)?;
        from = at + line.len();
        Some(Span::from(span.start as usize + at..span.start as usize + from))
    };
    let place = |tag: &Tag<'_>| {
        let lines = slice(raw, tag.range.clone()).lines().map(str::trim).filter(|line| !line.is_empty());
        lines.filter_map(&mut find).reduce(Span::to).unwrap_or(span)
    };
    tags.iter().map(place).collect()
}

fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
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
        let tag = slice(raw, at..);
        if CLOSED_BY_THE_NEXT.contains(&tag_name(tag).as_str()) {
            continue;
        }
        if tag.starts_with("</") {
            open = open.saturating_sub(1);
        } else if slice(tag, 1..).starts_with(|c: char| c.is_ascii_alphabetic()) {
            open += 1;
            deepest = deepest.max(open);
        }
    }
    deepest
}

fn tag_name(tag: &str) -> String {
    tag.trim_start_matches(['<', '/'])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
        .take(LONGEST_NAME)
        .collect::<String>()
        .to_ascii_lowercase()
}
