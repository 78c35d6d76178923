//! The parts of a resolution: opening words, preambular paragraphs, operative paragraphs, sub-paragraphs.
//!
//! In: the blocks of the file. Out: the same blocks in their parts, each paragraph with its official id. The first
//! numbered list begins the operative part; a paragraph in it that starts with `(a)` is a sub-paragraph.

use std::sync::Arc;

use crate::document::{Block, BlockKind, InlineKind, Item, Paragraph, ParagraphId, Part, Resolution, Text};
use crate::finding::Finding;
use crate::front_matter::FrontMatter;
use crate::source::{Source, Span};

/// The longest opening is the body's name with an article and a comma.
const OPENING_EXTRA: usize = 6;

/// Splits the blocks into the parts of a resolution.
pub fn parts(
    blocks: Vec<Block>,
    source: &Arc<Source>,
    front: &FrontMatter,
    findings: &mut Vec<Finding>,
) -> Resolution {
    let mut resolution = Resolution::default();
    let is_numbered = |block: &Block| matches!(block.kind, BlockKind::List { ordered: true, .. });
    let last_list = blocks.iter().rposition(is_numbered);
    for (index, block) in blocks.into_iter().enumerate() {
        match block.kind {
            BlockKind::List { ordered: true, items } => {
                resolution.operative.extend(items.into_iter().map(|item| operative(item, source)));
            }
            _ if last_list.is_some_and(|last| index > last) => resolution.after.push(block),
            _ if resolution.operative.is_empty() => preambular(block, source, front, &mut resolution),
            _ => {
                // Words between two numbered paragraphs that are not indented still belong to the first of them.
                let last = resolution.operative.len() - 1;
                resolution.operative[last].closing.push(block);
            }
        }
    }
    if resolution.operative.is_empty() {
        findings.push(
            Finding::error(
                "official/no-operative-part",
                source,
                Span::point(0),
                "no operative paragraph was found",
            )
            .help("Write operative paragraphs as “1. 鼓励各国……”, or give the file another “kind”."),
        );
    }
    resolution
}

fn preambular(block: Block, source: &Source, front: &FrontMatter, resolution: &mut Resolution) {
    let words = match &block.kind {
        BlockKind::Paragraph(_) => source.slice(block.span).trim(),
        // Anything else goes on with the paragraph it follows.
        _ => match resolution.preamble.last_mut() {
            Some(paragraph) => return paragraph.blocks.push(block),
            None => return resolution.before.push(block),
        },
    };
    let opening = resolution.preamble.is_empty()
        && front.body.as_deref().is_some_and(|body| {
            words.contains(body) && words.chars().count() <= body.chars().count() + OPENING_EXTRA
        });
    let number = match resolution.preamble.last() {
        Some(last) => last.id.number + 1,
        None if opening => 0,
        None => 1,
    };
    resolution.preamble.push(Paragraph {
        id: ParagraphId { part: Part::Preamble, number, letters: Vec::new() },
        span: block.span,
        label: None,
        blocks: vec![block],
        children: Vec::new(),
        closing: Vec::new(),
    });
}

fn operative(item: Item, source: &Source) -> Paragraph {
    let number = item.number.and_then(|number| u32::try_from(number).ok()).unwrap_or(0);
    let id = ParagraphId { part: Part::Operative, number, letters: Vec::new() };
    let mut paragraph = Paragraph {
        id,
        span: item.span,
        label: Some(Text::Source(item.marker)),
        blocks: Vec::new(),
        children: Vec::new(),
        closing: Vec::new(),
    };
    for block in item.blocks {
        match sub_label(&block, source) {
            Some(label) => add_sub(&mut paragraph, block, label, source),
            None if paragraph.children.is_empty() => paragraph.blocks.push(block),
            None if matches!(block.kind, BlockKind::Paragraph(_)) => paragraph.closing.push(block),
            None => deepest(&mut paragraph).blocks.push(block),
        }
    }
    paragraph
}

fn deepest(paragraph: &mut Paragraph) -> &mut Paragraph {
    if paragraph.children.is_empty() {
        return paragraph;
    }
    let last = paragraph.children.len() - 1;
    deepest(&mut paragraph.children[last])
}

/// The `(a)` that a paragraph starts with: where it stands, and its letters.
struct SubLabel {
    span: Span,
    letters: Box<str>,
}

fn sub_label(block: &Block, source: &Source) -> Option<SubLabel> {
    let BlockKind::Paragraph(content) = &block.kind else { return None };
    let InlineKind::Text(Text::Source(span)) = content.first()?.kind else { return None };
    let text = source.slice(span);
    let inside = text.strip_prefix(['(', '（'])?;
    let length = inside.find([')', '）'])?;
    let letters = &inside[..length];
    let close = inside[length..].chars().next()?;
    if letters.is_empty() || letters.len() > 4 || !letters.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    let start = span.start as usize;
    let open_length = text.chars().next()?.len_utf8();
    let end = start + open_length + length + close.len_utf8();
    Some(SubLabel { span: (start..end).into(), letters: letters.into() })
}

fn add_sub(paragraph: &mut Paragraph, mut block: Block, label: SubLabel, source: &Source) {
    let span = block.span;
    cut_label(&mut block, label.span, source);
    // (i) after (h) is the next letter; after anything else it begins the second degree.
    let roman = roman(&label.letters).filter(|&number| match paragraph.children.last() {
        Some(last) if number == 1 => last.id.letters.last().is_some_and(|letter| **letter != *"h"),
        Some(last) => !last.children.is_empty(),
        None => false,
    });
    let parent = match roman {
        Some(_) => {
            let last = paragraph.children.len() - 1;
            &mut paragraph.children[last]
        }
        None => paragraph,
    };
    let mut letters = parent.id.letters.clone();
    letters.push(label.letters);
    parent.span.end = parent.span.end.max(span.end);
    parent.children.push(Paragraph {
        id: ParagraphId { letters, ..parent.id.clone() },
        span,
        label: Some(Text::Source(label.span)),
        blocks: vec![block],
        children: Vec::new(),
        closing: Vec::new(),
    });
}

/// Takes the label and the space after it out of the paragraph's first text.
fn cut_label(block: &mut Block, label: Span, source: &Source) {
    if let BlockKind::Paragraph(content) = &mut block.kind
        && let Some(first) = content.first()
    {
        let rest = source.slice(Span { start: label.end, end: first.span.end });
        content.begin_at(label.end + (rest.len() - rest.trim_start().len()) as u32);
    }
}

/// The value of a small Roman numeral as sub-sub-paragraphs use it.
fn roman(letters: &str) -> Option<u32> {
    const NUMERALS: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    NUMERALS.iter().position(|numeral| *numeral == letters).map(|at| at as u32 + 1)
}
