//! The sections and ideas of an easy-read version.
//!
//! A heading begins a section; `{covers=op-10,op-11}` on it names the official paragraphs it explains. A blank
//! line ends an idea. A picture before the words is that idea's picture; a list belongs to the idea before it.

use std::collections::HashSet;
use std::sync::Arc;

use super::markdown::Attributes;
use crate::document::{Block, BlockKind, Content, Covers, EasyRead, Idea, InlineKind, Section};
use crate::finding::Finding;
use crate::source::{Source, Span};

/// The only attribute an easy-read heading may have besides an id and classes.
const COVERS: &str = "covers";

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
        if matches!(block.kind, BlockKind::Heading { .. }) {
            let at = attributes.binary_search_by_key(&block.span.start, |(span, _)| span.start);
            let attributes = at.map_or(&[][..], |at| &attributes[at].1);
            used += usize::from(at.is_ok());
            let covers = covers(block.span, attributes, source, findings);
            easy.sections.push(Section { heading: Some(block), covers, ideas: Vec::new() });
            continue;
        }
        if easy.sections.is_empty() {
            easy.sections.push(Section::default());
        }
        let at = easy.sections.len() - 1;
        let ideas = &mut easy.sections[at].ideas;
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
                    "easy-read/unknown-attribute",
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

fn covers(
    heading: Span,
    attributes: &[(Box<str>, Box<str>)],
    source: &Arc<Source>,
    findings: &mut Vec<Finding>,
) -> Vec<Covers> {
    let mut covers = Vec::new();
    for (name, value) in attributes {
        let line = source.slice(heading);
        let place = |needle: &str, from: usize| {
            let at = line[from..].find(needle).map_or(0, |at| at + from);
            let start = heading.start as usize + at;
            (Span::from(start..start + needle.len()), at)
        };
        let attributes_start = line.rfind('{').unwrap_or(0);
        if &**name != COVERS {
            findings.push(
                Finding::error(
                    "easy-read/unknown-attribute",
                    source,
                    place(name, attributes_start).0,
                    format!("“{name}” means nothing on an easy-read heading"),
                )
                .help("Write “{covers=op-1,op-2}” with the ids of the paragraphs that the section explains."),
            );
            continue;
        }
        let mut from = place(COVERS, attributes_start).1 + COVERS.len();
        for id in value.split([',', '，', '、']).map(str::trim).filter(|id| !id.is_empty()) {
            let (span, at) = place(id, from);
            from = at + id.len();
            covers.push(Covers { id: id.into(), span });
        }
    }
    covers
}
