//! An official text and its easy-read version side by side, part by part, for editors.
//!
//! In: a work. Out: rows in the order of the official text. The sections of the easy-read version stand beside the
//! parts that their `covers` names; parts that share a section share a row. Nothing of either text is left out.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use super::beside::paragraph_name;
use super::html::{Writer, text};
use super::{Renderer, SourceMap};
use crate::address::Address;
use crate::coverage::{self, Coverage, Handling};
use crate::document::outline::{NamedPart, PartContent, parts_of_blocks, parts_of_paragraphs};
use crate::document::{Block, BlockKind, Body, Document, InlineKind, Paragraph, Section};
use crate::languages::Labels;
use crate::library::Work;

/// Parts of the official text and the sections that explain them.
#[derive(Debug)]
pub struct Row {
    /// What the parts are called.
    pub names: Vec<String>,
    /// The parts.
    pub official: String,
    /// The sections.
    pub easy_read: String,
    /// How parts without a section stand.
    pub state: RowState,
}

/// How a row stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowState {
    /// Sections explain the parts.
    Explained,
    /// The parts must be explained and are not.
    Missing,
    /// They are left out for this reason.
    LeftOut(String),
    /// They need not be explained.
    NeedNot,
    /// Sections that name no part of the official text.
    Added,
}

/// One part of the official text, before it has its row.
struct OfficialPart<'a> {
    name: Option<String>,
    ids: Vec<String>,
    words: PartContent<'a>,
}

impl Renderer<'_> {
    /// The rows of a work, for a page at `address`.
    pub fn side_by_side(&self, work: &Work, easy: &Document, address: &Address) -> Vec<Row> {
        let parts = self.parts(&work.official);
        let sections = coverage::sections(easy);
        let coverage = Coverage::of(work);
        let groups = Groups::of(&parts, sections);
        let mut official = Writer { source_map: SourceMap::On, ..self.writer(&work.official, address) };
        let mut easy = Writer { source_map: SourceMap::On, ..self.writer(easy, address) };
        let mut write = |group: &Group| {
            let members = || group.parts.iter().map(|&at| &parts[at]);
            members().for_each(|part| part.write(&mut official));
            group.sections.iter().for_each(|&at| write_section(&sections[at], &mut easy));
            Row {
                names: members().filter_map(|part| part.name.clone()).collect(),
                official: official.take(),
                easy_read: easy.take(),
                state: state(group, &parts, &coverage),
            }
        };
        let mut rows: Vec<Row> = Vec::new();
        for group in &groups.0 {
            let row = write(group);
            match rows.last_mut() {
                // Parts nobody needs to explain stand together.
                Some(last) if row.state == RowState::NeedNot && last.state == RowState::NeedNot => {
                    last.names.extend(row.names);
                    last.official.push_str(&row.official);
                }
                _ => rows.push(row),
            }
        }
        rows
    }

    /// The notes of a text, for a page at `address`.
    pub fn notes(&self, document: &Document, address: &Address) -> String {
        let mut writer = self.writer(document, address);
        writer.notes(&document.notes);
        writer.take()
    }

    fn parts<'d>(&self, document: &'d Document) -> Vec<OfficialPart<'d>> {
        let labels = self.labels(&document.lang);
        match &document.body {
            Body::Resolution(resolution) => {
                let paragraph = |paragraph: &'d Paragraph| OfficialPart {
                    name: Some(paragraph_name(&paragraph.id, labels)),
                    ids: names(&parts_of_paragraphs(std::slice::from_ref(paragraph))),
                    words: PartContent::Paragraph(paragraph),
                };
                let paragraphs = resolution.preamble.iter().chain(&resolution.operative).map(paragraph);
                let blocks = |blocks: &'d [Block]| {
                    let part = OfficialPart {
                        name: None,
                        ids: names(&parts_of_blocks(blocks)),
                        words: PartContent::Blocks(blocks),
                    };
                    (!blocks.is_empty()).then_some(part)
                };
                blocks(&resolution.before)
                    .into_iter()
                    .chain(paragraphs)
                    .chain(blocks(&resolution.after))
                    .collect()
            }
            Body::Flow(blocks) => {
                let begins = |block: &Block| {
                    matches!(block.kind, BlockKind::Heading { level: 0..=2, .. } | BlockKind::Article(_))
                };
                // What stands behind an article is no part of it.
                let is_one =
                    |last: &Block, next: &Block| !begins(next) && !matches!(last.kind, BlockKind::Article(_));
                let parts = blocks.chunk_by(is_one);
                let mut parts: Vec<OfficialPart<'_>> =
                    parts.map(|blocks| heading_part(document, blocks, labels)).collect();
                if let (Some(opening), Some(first)) = (document.opening(), parts.first_mut()) {
                    first.ids.push(opening.name.to_string());
                }
                parts
            }
            Body::EasyRead(_) => Vec::new(),
        }
    }
}

/// The part of a text that one heading begins.
fn heading_part<'d>(document: &'d Document, blocks: &'d [Block], labels: &Labels) -> OfficialPart<'d> {
    let ids = names(&parts_of_blocks(blocks));
    match blocks.split_first() {
        Some((Block { kind: BlockKind::Article(article), .. }, _)) => OfficialPart {
            name: Some(paragraph_name(&article.id, labels)),
            ids,
            words: PartContent::Blocks(blocks),
        },
        // The row is named for the heading, so it need not stand in it again.
        Some((Block { kind: BlockKind::Heading { level: 0..=2, content, .. }, .. }, rest)) => {
            OfficialPart { name: Some(document.said(content)), ids, words: PartContent::Blocks(rest) }
        }
        _ => OfficialPart { name: None, ids, words: PartContent::Blocks(blocks) },
    }
}

fn names(parts: &[NamedPart<'_>]) -> Vec<String> {
    parts.iter().map(|part| part.name.to_string()).collect()
}

impl OfficialPart<'_> {
    fn write(&self, writer: &mut Writer<'_>) {
        match self.words {
            PartContent::Blocks(blocks) => writer.blocks(blocks),
            PartContent::Paragraph(paragraph) => write_paragraph(paragraph, writer),
        }
    }
}

fn write_paragraph(paragraph: &Paragraph, writer: &mut Writer<'_>) {
    writer.out.push_str(&format!("<div id=\"{}\"", paragraph.id));
    writer.source_attribute(paragraph.span);
    writer.out.push('>');
    let label = paragraph.label.as_ref().map_or("", |label| writer.document.text(label)).to_owned();
    let mut blocks = paragraph.blocks.as_slice();
    if let Some((Block { kind: BlockKind::Paragraph(content), .. }, rest)) = blocks.split_first() {
        writer.out.push_str("<p>");
        write_label(&label, writer);
        writer.inlines(content);
        writer.out.push_str("</p>\n");
        blocks = rest;
    } else if !label.is_empty() {
        writer.out.push_str("<p>");
        write_label(&label, writer);
        writer.out.push_str("</p>\n");
    }
    writer.blocks(blocks);
    paragraph.children.iter().for_each(|child| write_paragraph(child, writer));
    writer.blocks(&paragraph.closing);
    writer.out.push_str("</div>\n");
}

fn write_label(label: &str, writer: &mut Writer<'_>) {
    if !label.is_empty() {
        writer.out.push_str("<span class=\"number\">");
        text(label, &mut writer.out);
        writer.out.push_str("</span> ");
    }
}

fn write_section(section: &Section, writer: &mut Writer<'_>) {
    if let Some(Block { kind: BlockKind::Heading { content, .. }, span, .. }) = &section.heading {
        let level = (section.level + 1).clamp(3, 6);
        let _ = write!(writer.out, "<h{level}");
        writer.source_attribute(*span);
        writer.out.push('>');
        writer.inlines(content);
        let _ = writeln!(writer.out, "</h{level}>");
    }
    for idea in &section.ideas {
        writer.out.push_str("<div class=\"curbcut-idea\">");
        if let Some(picture) = &idea.picture {
            writer.out.push_str("<div class=\"curbcut-picture\">");
            writer.inlines(picture);
            writer.out.push_str("</div>");
        }
        writer.out.push_str("<div>\n");
        for block in &idea.blocks {
            write_idea(block, writer);
        }
        writer.out.push_str("</div></div>\n");
    }
}

/// Each source line is a line on the page, as on the page of the version.
fn write_idea(block: &Block, writer: &mut Writer<'_>) {
    let BlockKind::Paragraph(content) = &block.kind else { return writer.block(block) };
    writer.out.push_str("<p");
    writer.source_attribute(block.span);
    writer.out.push('>');
    for inline in content {
        match inline.kind {
            InlineKind::SoftBreak { .. } => writer.out.push_str("<br>\n"),
            _ => writer.inline(&inline),
        }
    }
    writer.out.push_str("</p>\n");
}

fn state(group: &Group, parts: &[OfficialPart<'_>], coverage: &Coverage) -> RowState {
    if group.parts.is_empty() {
        return RowState::Added;
    }
    if !group.sections.is_empty() {
        return RowState::Explained;
    }
    let ids = group.parts.iter().flat_map(|&at| &parts[at].ids);
    let handling = |id: &String| coverage.required.iter().find(|required| required.id == *id);
    match ids.filter_map(handling).map(|required| &required.handling).next() {
        Some(Handling::LeftOut(reason)) => RowState::LeftOut(reason.clone()),
        Some(Handling::Missing(_)) => RowState::Missing,
        Some(Handling::Covered(_)) | None => RowState::NeedNot,
    }
}

/// Parts and sections that belong into one row, by their numbers.
#[derive(Debug, Default)]
struct Group {
    parts: Vec<usize>,
    sections: Vec<usize>,
}

struct Groups(Vec<Group>);

impl Groups {
    /// Gathers what is tied by `covers`: in the order of the parts, sections without a part after the section
    /// before them.
    fn of(parts: &[OfficialPart<'_>], sections: &[Section]) -> Self {
        let numbered = parts.iter().enumerate();
        let part_of: HashMap<&str, usize> = numbered
            .flat_map(|(number, part)| part.ids.iter().map(move |id| (id.as_str(), number)))
            .collect();
        let mut groups: Vec<Group> =
            (0..parts.len()).map(|part| Group { parts: vec![part], sections: Vec::new() }).collect();
        for (number, section) in sections.iter().enumerate() {
            let covered: HashSet<usize> =
                section.covers.iter().filter_map(|covers| part_of.get(&*covers.id).copied()).collect();
            let (tied, others): (Vec<Group>, Vec<Group>) =
                groups.into_iter().partition(|group| group.parts.iter().any(|part| covered.contains(part)));
            groups = others;
            let mut group = tied.into_iter().fold(Group::default(), |mut all, group| {
                all.parts.extend(group.parts);
                all.sections.extend(group.sections);
                all
            });
            group.sections.push(number);
            group.sections.sort_unstable();
            let at = match group.parts.first() {
                Some(first) => {
                    groups.iter().position(|other| other.parts.first().is_some_and(|part| part > first))
                }
                None => {
                    let before = number.checked_sub(1);
                    let after = groups
                        .iter()
                        .position(|other| before.is_some_and(|before| other.sections.contains(&before)));
                    Some(after.map_or(0, |after| after + 1))
                }
            };
            groups.insert(at.unwrap_or(groups.len()), group);
        }
        Self(groups)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::PartReference;
    use crate::source::Span;

    fn rows(parts: &[&str], sections: &[&[&str]]) -> Vec<(Vec<usize>, Vec<usize>)> {
        let part = |id: &&str| OfficialPart {
            name: None,
            ids: vec![(*id).to_owned()],
            words: PartContent::Blocks(&[]),
        };
        let parts: Vec<OfficialPart<'_>> = parts.iter().map(part).collect();
        let section = |ids: &&[&str]| Section {
            covers: ids.iter().map(|id| PartReference { id: (*id).into(), span: Span::default() }).collect(),
            ..Section::default()
        };
        let sections: Vec<Section> = sections.iter().map(section).collect();
        Groups::of(&parts, &sections).0.into_iter().map(|group| (group.parts, group.sections)).collect()
    }

    #[test]
    fn sections_stand_beside_what_they_cover() {
        assert_eq!(
            rows(&["op-1", "op-2", "op-3"], &[&["op-2"], &["op-1"]]),
            [(vec![0], vec![1]), (vec![1], vec![0]), (vec![2], vec![])]
        );
    }

    #[test]
    fn parts_that_share_a_section_share_a_row() {
        assert_eq!(
            rows(&["op-1", "op-2", "op-3"], &[&["op-1", "op-2"], &["op-2"], &["op-3"]]),
            [(vec![0, 1], vec![0, 1]), (vec![2], vec![2])]
        );
    }

    #[test]
    fn sections_of_their_own_stand_where_they_stood() {
        assert_eq!(
            rows(&["op-1", "op-2"], &[&[], &["op-1"], &["op-99"], &["op-2"]]),
            [(vec![], vec![0]), (vec![0], vec![1]), (vec![], vec![2]), (vec![1], vec![3])]
        );
    }
}
