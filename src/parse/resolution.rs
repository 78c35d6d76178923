//! The parts of a resolution: opening words, preambular paragraphs, operative paragraphs, sub-paragraphs.
//!
//! In: the blocks of the file. Out: the same blocks in their parts, each paragraph with its official id. A numbered
//! list, or a paragraph that begins with a number Markdown does not know (`２．`, `3、`, `1 bis.`), is operative; one
//! that starts with `(a)` or `㈠` is a sub-paragraph. What only looks like a number stays where it is, with a finding.

use std::sync::Arc;

use crate::document::{
    Block, BlockKind, InlineKind, Paragraph, ParagraphId, Resolution, ResolutionPart, Text, each_block,
};
use crate::finding::Finding;
use crate::front_matter::FrontMatter;
use crate::languages::Examples;
use crate::numbering::{Degrees, Label, Number, Suffix, looks_numbered};
use crate::source::{Source, Span};

/// The longest opening is the body's name with an article and a comma.
const OPENING_EXTRA: usize = 6;

/// Splits the blocks into the parts of a resolution.
pub fn parts(
    blocks: Vec<Block>,
    (source, examples): (&Arc<Source>, &Examples),
    front: &FrontMatter,
    findings: &mut Vec<Finding>,
) -> Resolution {
    let mut resolution = Resolution::default();
    let (roles, end) = roles(&blocks, source);
    for (index, (block, role)) in blocks.into_iter().zip(roles).enumerate() {
        match (block.kind, role) {
            (BlockKind::List { ordered: true, items }, Role::Numbered) => {
                for item in items {
                    let value = item.number.and_then(|number| u32::try_from(number).ok()).unwrap_or(0);
                    let mut paragraph = operative((value, Suffix::None), item.span, item.marker);
                    paragraph.blocks = item.blocks.into();
                    resolution.operative.push(paragraph);
                }
            }
            (kind, role) => {
                let mut block = Block { kind, ..block };
                match (role, resolution.operative.last_mut()) {
                    (Role::Inserted(number), _) => {
                        let start = block.span.start as usize;
                        let label = Span::from(start..start + number.length);
                        cut_label(&mut block, label, source);
                        let mut paragraph = operative((number.value, number.suffix), block.span, label);
                        block.span.start = starting_place(&block);
                        paragraph.blocks.push(block);
                        resolution.operative.push(paragraph);
                    }
                    (_, Some(_)) if index >= end => resolution.after.push(block),
                    // Words between two numbered paragraphs that are not indented still belong to the first of them.
                    (_, Some(last)) => last.closing.push(block),
                    (_, None) => preambular(block, source, front, &mut resolution),
                }
            }
        }
    }
    resolution.operative.iter_mut().for_each(|paragraph| sub_paragraphs(paragraph, source));
    if resolution.operative.is_empty() {
        findings.push(
            Finding::error(
                "official/no-operative-part",
                source,
                Span::point(0),
                "no operative paragraph was found",
            )
            .help(format!(
                "Write operative paragraphs as “1. {}”, or give the file another “kind”.",
                examples.operative
            )),
        );
    }
    unread_numbers(&resolution, source, findings);
    resolution
}

/// What a block is in the order of the numbers.
enum Role {
    /// A numbered list of the operative part.
    Numbered,
    /// A paragraph with a number that Markdown does not know.
    Inserted(Number),
    /// Anything else.
    Other,
}

/// The role of each block, and the place of the first that stands after the operative part.
fn roles(blocks: &[Block], source: &Source) -> (Vec<Role>, usize) {
    let mut roles = Vec::with_capacity(blocks.len());
    let (mut last, mut end) = ((0, Suffix::None), 0);
    let (mut heading, mut is_over) = (false, false);
    for (index, block) in blocks.iter().enumerate() {
        heading |= end > 0 && matches!(block.kind, BlockKind::Heading { .. });
        let role = match &block.kind {
            BlockKind::List { ordered: true, items } => {
                let number =
                    |number: Option<u64>| number.and_then(|number| u32::try_from(number).ok()).unwrap_or(0);
                // Numbers that begin anew under a heading are those of an annex.
                is_over |= heading && items.first().is_some_and(|first| number(first.number) <= last.0);
                if !is_over {
                    last = (items.last().map_or(last.0, |item| number(item.number)), Suffix::None);
                }
                if is_over { Role::Other } else { Role::Numbered }
            }
            BlockKind::Paragraph(_) if !is_over => match starting_text(block, source).and_then(Number::of) {
                Some(number) if number.follows(last.0, last.1) && (end > 0 || number.value == 1) => {
                    last = (number.value, number.suffix);
                    Role::Inserted(number)
                }
                Some(_) if heading => {
                    is_over = true;
                    Role::Other
                }
                _ => Role::Other,
            },
            _ => Role::Other,
        };
        let is_sub = end == index && end > 0 && !heading && sub_label(block, source).is_some();
        if is_sub || !matches!(role, Role::Other) {
            (end, heading) = (index + 1, false);
        }
        roles.push(role);
    }
    (roles, end)
}

fn preambular(block: Block, source: &Source, front: &FrontMatter, resolution: &mut Resolution) {
    let words = match &block.kind {
        // A caption or a long description changes no number.
        BlockKind::Paragraph(_) | BlockKind::Figure(_) => source.slice(block.span).trim(),
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
        id: ParagraphId {
            part: ResolutionPart::Preamble,
            annex: 0,
            number,
            suffix: Suffix::None,
            letters: Vec::new(),
        },
        span: block.span,
        label: None,
        blocks: vec![block],
        children: Vec::new(),
        closing: Vec::new(),
        through: None,
    });
}

fn operative((number, suffix): (u32, Suffix), span: Span, label: Span) -> Paragraph {
    Paragraph {
        id: ParagraphId { part: ResolutionPart::Operative, annex: 0, number, suffix, letters: Vec::new() },
        span,
        label: Some(Text::Source(label)),
        blocks: Vec::new(),
        children: Vec::new(),
        closing: Vec::new(),
        through: None,
    }
}

/// Makes sub-paragraphs of the labelled blocks of a paragraph.
fn sub_paragraphs(paragraph: &mut Paragraph, source: &Source) {
    let (inside, outside) = (std::mem::take(&mut paragraph.blocks), std::mem::take(&mut paragraph.closing));
    let labels: Vec<_> = inside.iter().chain(&outside).map(|block| sub_label(block, source)).collect();
    let mut degrees = Degrees::default();
    let inside_count = inside.len();
    for (at, block) in inside.into_iter().chain(outside).enumerate() {
        let is_words = matches!(block.kind, BlockKind::Paragraph(_));
        match labels.get(at).and_then(Option::as_ref) {
            Some(label) => {
                let next = labels.iter().skip(at + 1).flatten().next();
                let (degree, name) = degrees.place(label, next);
                add_sub(paragraph, block, (label, degree, name), source);
            }
            _ if at < inside_count && paragraph.children.is_empty() => paragraph.blocks.push(block),
            _ if is_words || at >= inside_count => paragraph.closing.push(block),
            _ => add_to_deepest(paragraph, block),
        }
    }
}

pub(super) fn add_to_deepest(paragraph: &mut Paragraph, block: Block) {
    match paragraph.children.last_mut() {
        Some(last) => add_to_deepest(last, block),
        None => paragraph.blocks.push(block),
    }
}

/// The text a paragraph begins with, if it begins with text.
pub(super) fn starting_text<'a>(block: &Block, source: &'a Source) -> Option<&'a str> {
    let BlockKind::Paragraph(content) = &block.kind else { return None };
    let InlineKind::Text(Text::Source(span)) = content.first()?.kind else { return None };
    // What stands before the text, such as an escape, says that it is text.
    (span.start == block.span.start).then(|| source.slice(span))
}

/// Where the words of a block begin.
pub(super) fn starting_place(block: &Block) -> u32 {
    match &block.kind {
        BlockKind::Paragraph(content) => content.first().map_or(block.span.end, |first| first.span.start),
        _ => block.span.start,
    }
}

fn sub_label(block: &Block, source: &Source) -> Option<Label> {
    Label::of(starting_text(block, source)?)
}

fn add_sub(
    paragraph: &mut Paragraph,
    mut block: Block,
    (label, degree, name): (&Label, usize, Box<str>),
    source: &Source,
) {
    let span = block.span;
    let start = span.start as usize;
    let label = Span::from(start..start + label.length);
    cut_label(&mut block, label, source);
    let id = paragraph.id.clone();
    let child = Paragraph {
        id,
        span,
        label: Some(Text::Source(label)),
        blocks: vec![block],
        children: Vec::new(),
        closing: Vec::new(),
        through: None,
    };
    add_child(paragraph, degree, child, name);
}

/// Puts a sub-paragraph so many degrees below a paragraph, into the last one there.
pub(super) fn add_child(parent: &mut Paragraph, degree: usize, mut child: Paragraph, name: Box<str>) {
    parent.span.end = parent.span.end.max(child.span.end);
    match parent.children.last_mut() {
        Some(last) if degree > 0 => add_child(last, degree - 1, child, name),
        _ => {
            child.id = parent.id.clone();
            child.id.letters.push(name);
            parent.children.push(child);
        }
    }
}

/// Takes the label and the space after it out of the paragraph's first text.
pub(super) fn cut_label(block: &mut Block, label: Span, source: &Source) {
    if let BlockKind::Paragraph(content) = &mut block.kind
        && let Some(first) = content.first()
    {
        let rest = source.slice(Span { start: label.end, end: first.span.end });
        content.begin_at(label.end + (rest.len() - rest.trim_start().len()) as u32);
    }
}

/// Reports lines that begin like a number and are no paragraph of their own: nothing would ask for their explanation.
fn unread_numbers(resolution: &Resolution, source: &Arc<Source>, findings: &mut Vec<Finding>) {
    for paragraph in resolution.paragraphs() {
        let mut own =
            paragraph.label.is_some().then(|| paragraph.blocks.first()).flatten().map(|block| block.span);
        for blocks in [&paragraph.blocks, &paragraph.closing] {
            each_block(blocks, &mut |block| {
                unread_lines(block, own.take_if(|own| *own == block.span).is_some(), source, findings);
            });
        }
    }
    // An annex under a heading has numbers of its own.
    let annex = resolution.after.iter().position(|block| matches!(block.kind, BlockKind::Heading { .. }));
    let annex = annex.unwrap_or(resolution.after.len());
    each_block(resolution.after.get(..annex).unwrap_or_default(), &mut |block| {
        unread_lines(block, false, source, findings)
    });
}

fn unread_lines(block: &Block, is_numbered: bool, source: &Arc<Source>, findings: &mut Vec<Finding>) {
    if !matches!(block.kind, BlockKind::Paragraph(_)) {
        return;
    }
    let mut at = block.span.start as usize;
    for (index, raw) in source.slice(block.span).split_inclusive('\n').enumerate() {
        let line = raw.trim_start_matches([' ', '\t', '>', '*', '_', '\u{3000}']);
        let start = at + raw.len() - line.len();
        at += raw.len();
        let length = looks_numbered(line).filter(|_| index > 0 || !is_numbered);
        let Some(length) = length else { continue };
        let message = "this line begins like a numbered paragraph, and is none";
        findings.push(
            Finding::warning("official/unread-number", source, Span::from(start..start + length), message).help(
                "Put an empty line before it, and write its number as “2. ”, “1 bis. ” or “2A. ”, its letter as “(a) ”. \
                 If it is no number, join it to the line before, or write a backslash before its mark: “2\\. ”.",
            ),
        );
    }
}
