//! The skeleton of an easy-read version, for a person to write under.
//!
//! In: an official text as it was imported. Out: Markdown with a section for each part that has to be explained, which names the
//! part, and the first words of what stands in it as a comment, which no page shows. The reasons that a preamble gives need not be
//! explained one by one: they have one section, which sums them up.

use std::fmt::Write;

use super::front_matter;
use crate::coverage;
use crate::document::{Block, BlockKind, Body, Document, NamedPart, Paragraph, PartContent, units};

/// How many characters of a part are quoted.
const QUOTED: usize = 60;

/// Writes the skeleton.
pub fn of(official: &Document) -> String {
    let mut skeleton = front_matter::easy_read(official.front.symbol.as_deref().unwrap_or_default());
    if let Body::Resolution(resolution) = &official.body {
        let reasons: Vec<&Paragraph> = resolution.preamble.iter().filter(|it| it.id.number > 0).collect();
        let ids: Vec<String> = reasons.iter().map(|paragraph| paragraph.id.to_string()).collect();
        if !ids.is_empty() {
            section(&mut skeleton, "sums-up", &ids.join(","));
        }
        for paragraph in reasons {
            quote(&mut skeleton, official, &paragraph.blocks);
        }
    }
    // The text of an annex need not be explained, and seldom goes without.
    let annexes = official.parts().into_iter().filter(|part| {
        let is_large = part.heading().is_some_and(|(level, _)| level <= 2);
        matches!(official.body, Body::Resolution(_)) && !part.is_inside && is_large
    });
    for part in coverage::required(official).into_iter().chain(annexes) {
        section(&mut skeleton, "covers", &part.name.to_string());
        quote_part(&mut skeleton, official, &part);
    }
    skeleton
}

fn section(skeleton: &mut String, key: &str, ids: &str) {
    write!(skeleton, "\n## {{{key}={ids}}}\n").expect("a string takes all text");
}

fn quote_part(skeleton: &mut String, official: &Document, part: &NamedPart<'_>) {
    match part.content {
        PartContent::Paragraph(paragraph) => {
            quote(skeleton, official, &paragraph.blocks);
            paragraph.children.iter().for_each(|child| quote(skeleton, official, &child.blocks));
            quote(skeleton, official, &paragraph.closing);
        }
        PartContent::Blocks(blocks) => {
            units(blocks)
                .into_iter()
                .flatten()
                .for_each(|block| quote(skeleton, official, std::slice::from_ref(block)));
        }
    }
}

/// The first words of these blocks as a comment, if they have some; of a table, its caption.
fn quote(skeleton: &mut String, official: &Document, blocks: &[Block]) {
    let words = match blocks {
        [Block { kind: BlockKind::Table(table), .. }] => {
            table.caption.as_ref().map(|caption| official.plain(caption)).unwrap_or_default()
        }
        blocks => official.beginning(blocks, QUOTED),
    };
    if !words.is_empty() {
        // Two hyphens may end a comment.
        let words = words.replace("--", "‐‐").replace(['<', '>'], " ");
        write!(skeleton, "\n<!-- {words} -->\n").expect("a string takes all text");
    }
}
