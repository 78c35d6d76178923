//! The sections and ideas of an easy-read version.
//!
//! A heading begins a section; `{covers=op-10,op-11}` on it names the official paragraphs it explains, and
//! `{sums-up=op-5,op-10}` those that the first section is drawn from. A blank line ends an idea. A picture before the words
//! is that idea's picture; a list belongs to the idea before it.

use std::collections::HashSet;
use std::sync::Arc;

use super::markdown::{Attribute, Attributes};
use crate::document::{Block, BlockKind, Content, EasyRead, Idea, InlineKind, PartReference, Section};
use crate::finding::Finding;
use crate::source::{Source, Span, slice};

/// The attributes an easy-read heading may have besides an id.
const COVERS: &str = "covers";

/// What may stand between ids.
const SEPARATORS: [char; 3] = [',', '，', '、'];
const SUMS_UP: &str = "sums-up";

const ATTRIBUTE: &str = "easy-read/unknown-attribute";

/// What HTML puts around values, and Markdown does not.
const QUOTES: [char; 6] = ['"', '\'', '“', '”', '‘', '’'];

/// Splits the blocks into sections and ideas.
pub fn sections(
    blocks: Vec<Block>,
    attributes: &[(Span, Attributes)],
    source: &Arc<Source>,
    findings: &mut Vec<Finding>,
) -> EasyRead {
    let mut easy = EasyRead::default();
    let mut used = 0;
    for block in blocks {
        if let BlockKind::Heading { level, .. } = block.kind {
            let at = attributes.binary_search_by_key(&block.span.start, |(span, _)| span.start);
            let at = at.ok().and_then(|at| attributes.get(at));
            let attributes = at.map_or(&[][..], |(_, attributes)| attributes);
            used += usize::from(at.is_some());
            let Named { covers, sums_up } = named(attributes, source, findings);
            // The title is the heading of the first level.
            let above = easy.sections.last().map_or(1, |section| section.level.max(1));
            let level = level.clamp(2, above.min(5) + 1);
            easy.sections.push(Section { heading: Some(block), level, covers, sums_up, ideas: Vec::new() });
            continue;
        }
        if easy.sections.is_empty() {
            easy.sections.push(Section::default());
        }
        let Some(Section { ideas, .. }) = easy.sections.last_mut() else { continue };
        match block.kind {
            BlockKind::Paragraph(content) => paragraph(ideas, block.span, content),
            _ => match ideas.last_mut() {
                Some(idea) => idea.blocks.push(block),
                None => ideas.push(Idea { picture: None, blocks: vec![block] }),
            },
        }
    }
    // A heading in a quote or an element begins no section.
    if used < attributes.len() {
        let sections: HashSet<u32> =
            easy.sections.iter().filter_map(|section| Some(section.heading.as_ref()?.span.start)).collect();
        for (span, _) in attributes.iter().filter(|(span, _)| !sections.contains(&span.start)) {
            findings.push(
                Finding::error(
                    ATTRIBUTE,
                    source,
                    *span,
                    "this heading begins no section, so it covers nothing",
                )
                .help("Write it outside of lists, quotes and raw HTML."),
            );
        }
    }
    easy
}

fn paragraph(ideas: &mut Vec<Idea>, span: Span, mut content: Content) {
    let begins_with = |content: &Content, wanted: fn(&InlineKind<'_>) -> bool| {
        content.first().is_some_and(|first| wanted(&first.kind))
    };
    let picture = match begins_with(&content, |kind| matches!(kind, InlineKind::Image { .. })) {
        true => content.take_first(),
        false => None,
    };
    if begins_with(&content, |kind| matches!(kind, InlineKind::SoftBreak { .. } | InlineKind::HardBreak)) {
        content.take_first();
    }
    let blocks = match content.first() {
        Some(first) => {
            let span = Span { start: first.span.start, end: span.end };
            vec![Block { span, id: None, kind: BlockKind::Paragraph(content) }]
        }
        None => Vec::new(),
    };
    match ideas.last_mut() {
        // A picture in a paragraph of its own waits for its words.
        Some(idea) if picture.is_none() && idea.blocks.is_empty() => idea.blocks = blocks,
        _ => ideas.push(Idea { picture, blocks }),
    }
}

/// What the braces of a heading name.
#[derive(Default)]
struct Named {
    covers: Vec<PartReference>,
    sums_up: Vec<PartReference>,
}

fn named(attributes: &[Attribute], source: &Arc<Source>, findings: &mut Vec<Finding>) -> Named {
    let mut named = Named::default();
    let mut error = |span, message: String, help: String| {
        findings.push(Finding::error(ATTRIBUTE, source, span, message).help(help));
    };
    let mut summed_up = None;
    for Attribute { span, name, value } in attributes {
        let list = match &**name {
            COVERS => &mut named.covers,
            SUMS_UP => {
                summed_up.get_or_insert(*span);
                &mut named.sums_up
            }
            // The rest of a value with spaces in it.
            _ if name.ends_with(QUOTES) => {
                error(*span, "the ids stand without quotation marks".to_owned(), form(COVERS));
                continue;
            }
            _ => {
                let help = format!(
                    "{} These are the ids of the paragraphs that the section explains.",
                    form(COVERS)
                );
                error(*span, format!("“{name}” means nothing on an easy-read heading"), help);
                continue;
            }
        };
        let start = span.end as usize - value.len();
        if value.contains(QUOTES) {
            let at = Span::from(start..span.end as usize);
            error(at, format!("“{name}” takes the ids without quotation marks"), form(name));
        }
        if !value.contains(|c: char| !c.is_whitespace() && !SEPARATORS.contains(&c) && !QUOTES.contains(&c)) {
            error(*span, format!("“{name}=” names no paragraph"), format!("{} Or take it out.", form(name)));
        }
        let mut from = 0;
        for part in value.split(SEPARATORS) {
            let id = part.trim_matches(QUOTES).trim();
            let at = from + part.find(id).unwrap_or_default();
            from += slice(value, from + part.len()..).chars().next().map_or(0, char::len_utf8) + part.len();
            if !id.is_empty() {
                let span = Span::from(start + at..start + at + id.len());
                list.push(PartReference { id: id.into(), span });
            }
        }
    }
    if let Some(span) = summed_up.filter(|_| !named.covers.is_empty() && !named.sums_up.is_empty()) {
        let help = "Take one of the two out: a section that sums up explains nothing, and each paragraph is explained below it.";
        let message = "a section covers paragraphs or sums them up, not both";
        error(span, message.to_owned(), help.to_owned());
        named.covers.clear();
    }
    named
}

/// How an attribute is written.
fn form(name: &str) -> String {
    format!("Write the ids after “{name}=” with commas and without spaces: “{{{name}=op-1,op-2}}”.")
}
