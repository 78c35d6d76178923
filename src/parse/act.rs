//! The articles of an act: their paragraphs and points, each with its official id.
//!
//! In: the blocks of the file. Out: the same blocks, in which each article is one. An article begins at a heading or a paragraph
//! with the label that the language has for it (`第五条`, `Article 5.`), and reaches to the next, to a heading or to a thematic break.
//!
//! Ids are made alike in every language. `art-5` is the article, `art-5a` the first that was put in behind it. Where its
//! paragraphs are numbered, or where there are several, `art-5-2` is the second; points are letters, and what stands under them
//! digits and letters by turns, whatever is printed: `art-5-2-a`, `art-5-2-a-1`. An article of one paragraph without a number has
//! its points at once, as people cite them: `art-5-a`. Where articles are counted from 1 again under a heading that is no part of the
//! act, or after a thematic break, they are those of an annex: `annex-art-1`. What only looks like an article stays where it is, with a
//! finding.

mod arrange;
mod quotation;

use std::collections::HashSet;
use std::sync::Arc;

use self::arrange::{Entry, arrange};
pub use self::quotation::in_quotation;
use super::resolution::{cut_label, starting_place, starting_text};
use crate::document::{
    Block, BlockKind, Content, InlineKind, Item, Paragraph, ParagraphId, ResolutionPart, Text,
    articles as all, each_block, plain,
};
use crate::finding::Finding;
use crate::languages::{ActPatterns, ArticleLabel, Language};
use crate::numbering::{Label, Suffix, behind_a_letter, label_in_article};
use crate::source::{Source, Span};

/// Makes articles of the blocks that are parts of them.
pub fn articles(
    blocks: Vec<Block>,
    source: &Arc<Source>,
    language: &Language,
    findings: &mut Vec<Finding>,
) -> Vec<Block> {
    let reader = Reader { source, patterns: language.acts() };
    // What another act says is quoted, and no part of this one.
    let quoted = in_quotation(blocks.iter().map(|block| source.slice(block.span)));
    let lines: Vec<Option<(String, bool)>> = blocks
        .iter()
        .zip(quoted)
        .map(|(block, is_quoted)| if is_quoted { None } else { reader.first_words(block) })
        .collect();
    let called = reader.patterns.called(lines.iter().flatten().map(|(line, heads)| (line.as_str(), *heads)));
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    let read = |(line, is_heading): &(String, bool)| reader.patterns.label(called?, line, *is_heading);
    let numbers: HashSet<u32> = lines.iter().flatten().filter_map(read).map(|label| label.number).collect();
    let mut open: Option<Open> = None;
    let mut annexes = Annexes::default();
    for (block, line) in blocks.into_iter().zip(&lines) {
        if let Some(label) = line.as_ref().and_then(read) {
            let annex = annexes.of(&label);
            let is_section = called.is_some_and(|called| reader.patterns.are_sections(called));
            let part = if is_section { ResolutionPart::Section } else { ResolutionPart::Article };
            let begun = Open { label, part, annex, blocks: vec![block] };
            out.extend(open.replace(begun).map(|open| reader.article(open)));
            continue;
        }
        // What would be the next article, if a mark stood after its label.
        let unread = line
            .as_ref()
            .zip(called)
            .and_then(|((line, _), called)| reader.patterns.label(called, line, true));
        if let Some(label) =
            unread.filter(|label| label.number == annexes.last + 1 && !numbers.contains(&label.number))
        {
            let start = starting_place(&block) as usize;
            let message = "this paragraph begins like the next article, and is none";
            let help = "If it is an article, put a mark that parts its label from its words, or make the label a heading of its own.";
            let place = Span::from(start..start + label.range.end);
            findings.push(Finding::warning("official/unread-number", source, place, message).help(help));
        }
        let is_division = line.as_ref().is_some_and(|(line, _)| reader.patterns.is_division(line));
        annexes.may_begin |= matches!(block.kind, BlockKind::Heading { .. } if !is_division)
            || matches!(block.kind, BlockKind::ThematicBreak);
        match (&block.kind, &mut open) {
            (BlockKind::Heading { .. } | BlockKind::ThematicBreak, _) | (_, None) => {
                out.extend(open.take().map(|open| reader.article(open)));
                out.push(block);
            }
            (_, Some(open)) => open.blocks.push(block),
        }
    }
    out.extend(open.map(|open| reader.article(open)));
    if all(&out).next().is_none() {
        let message = "no article was found";
        findings.push(
            Finding::error("official/no-article", source, Span::point(0), message).help(format!(
                "Begin each article with its label, as “{}”, in a paragraph or a heading of its own; or give the file another “kind”.",
                language.examples().article
            )),
        );
    }
    if let Some(called) = called {
        each_block(&out, &mut |block| reader.unread(block, called, findings));
    }
    out
}

/// In which annex articles stand.
#[derive(Default)]
struct Annexes {
    /// The last article.
    last: u32,
    /// Whether an annex may begin, after a heading or a thematic break.
    may_begin: bool,
    count: u32,
}

impl Annexes {
    /// The annex of the next article.
    fn of(&mut self, label: &ArticleLabel) -> u32 {
        let is_again = self.last > 0 && label.number == 1 && label.suffix == Suffix::None;
        self.count += u32::from(is_again && self.may_begin);
        (self.last, self.may_begin) = (label.last.unwrap_or(label.number), false);
        self.count
    }
}

/// An article of which blocks are still read.
struct Open {
    label: ArticleLabel,
    part: ResolutionPart,
    annex: u32,
    blocks: Vec<Block>,
}

struct Reader<'a> {
    source: &'a Arc<Source>,
    patterns: &'a ActPatterns,
}

impl Reader<'_> {
    /// The words that a heading or a paragraph begins with, as far as a label may reach, and whether it is a heading.
    fn first_words(&self, block: &Block) -> Option<(String, bool)> {
        let (content, is_heading) = match &block.kind {
            BlockKind::Heading { content, .. } => (content, true),
            BlockKind::Paragraph(content) => (content, false),
            _ => return None,
        };
        let first = content.first()?;
        let is_words = match first.kind {
            // What stands before the text, such as an escape, says that it is text.
            InlineKind::Text(_) => is_heading || first.span.start == block.span.start,
            InlineKind::Strong(_) => true,
            _ => false,
        };
        is_words
            .then(|| (plain(self.source, content).lines().next().unwrap_or_default().to_owned(), is_heading))
    }

    fn article(&self, open: Open) -> Block {
        let Open { label, part, annex, mut blocks } = open;
        let end = blocks.last().map_or(0, |block| block.span.end);
        let start = blocks.first().map_or(end, |block| block.span.start);
        let mut article = Paragraph {
            id: ParagraphId { part, annex, number: label.number, suffix: label.suffix, letters: Vec::new() },
            span: Span { start, end },
            label: None,
            blocks: Vec::new(),
            children: Vec::new(),
            closing: Vec::new(),
            through: label.last,
        };
        let mut entries = Vec::new();
        let rest = blocks.split_off(1);
        if let Some(first) = blocks.pop() {
            self.begin(first, &label, &mut article, &mut entries);
        }
        rest.into_iter().for_each(|block| self.entries(block, &mut entries));
        self.part_title(&mut entries);
        arrange(&mut article, entries);
        let span = article.span;
        Block { span, id: None, kind: BlockKind::Article(Box::new(article)) }
    }

    /// The first block of an article: its heading, or its first words with the label before them.
    fn begin(
        &self,
        mut first: Block,
        label: &ArticleLabel,
        article: &mut Paragraph,
        entries: &mut Vec<Entry>,
    ) {
        if let BlockKind::Heading { .. } = first.kind {
            return article.blocks.push(first);
        }
        // A label in bold stays among the words.
        if starting_text(&first, self.source).is_some() {
            let start = first.span.start as usize;
            let place = Span::from(start..start + label.range.end);
            article.label = Some(Text::Source(place));
            cut_label(&mut first, place, self.source);
            first.span.start = starting_place(&first);
            if is_empty(&first) {
                return;
            }
        }
        self.entries(first, entries);
    }

    /// What a block of an article is, each item of a numbered list by itself.
    fn entries(&self, block: Block, entries: &mut Vec<Entry>) {
        match block.kind {
            BlockKind::List { ordered: true, items } => {
                items.into_vec().into_iter().for_each(|item| self.item(item, entries));
            }
            BlockKind::Paragraph(_) => self.paragraph(block, entries),
            _ => entries.push(Entry::Other(block)),
        }
    }

    fn item(&self, item: Item, entries: &mut Vec<Entry>) {
        let value = item.number.and_then(|number| u32::try_from(number).ok()).unwrap_or(0);
        let length = item.marker.range().len();
        let label = Label::of_digits(length, value);
        let (place, span) = (item.marker, item.span);
        entries.push(Entry::Labelled { label, behind: None, place, span });
        item.blocks.into_vec().into_iter().for_each(|block| self.entries(block, entries));
    }

    /// A paragraph, and the labels that it begins with: `(1) (a) words` are two.
    fn paragraph(&self, mut block: Block, entries: &mut Vec<Entry>) {
        while let Some((label, behind)) = starting_text(&block, self.source).and_then(label_of) {
            let span = block.span;
            let place = Span::from(span.start as usize..span.start as usize + label.length);
            cut_label(&mut block, place, self.source);
            block.span.start = starting_place(&block);
            entries.push(Entry::Labelled { label, behind, place, span });
        }
        if !is_empty(&block) {
            entries.push(Entry::Words(block));
        }
    }

    /// Parts a first paragraph in which the first label stands behind the title of the article: `Section 2. Definitions. (1) In this Act`.
    fn part_title(&self, entries: &mut Vec<Entry>) {
        let [Entry::Words(block), Entry::Labelled { label: second, .. }, ..] = &entries[..] else { return };
        let Some(words) = starting_text(block, self.source) else { return };
        let place = words.char_indices().find_map(|(at, _)| {
            let (before, after) = words.split_at_checked(at)?;
            let is_after_title =
                before.trim_end().ends_with(['.', '。', '】', ']', '—', '–', ':', '：', '\u{3000}']);
            let (label, behind) = label_of(after).filter(|_| is_after_title)?;
            (behind.is_none() && label.is_first() && second.comes_after(&label)).then_some(at)
        });
        let Some(place) = place else { return };
        let Entry::Words(block) = entries.remove(0) else { return };
        let at = block.span.start + place as u32;
        let BlockKind::Paragraph(content) = block.kind else { return };
        let [title, rest] = content.split_text(at);
        let part = |content: Content, span| Block { span, id: None, kind: BlockKind::Paragraph(content) };
        let mut parted = vec![Entry::Words(part(title, Span { end: at, ..block.span }))];
        self.paragraph(part(rest, Span { start: at, ..block.span }), &mut parted);
        entries.splice(0..0, parted);
    }

    /// Reports lines that begin like an article and are none: nothing would lead to them.
    fn unread(&self, block: &Block, called: usize, findings: &mut Vec<Finding>) {
        let BlockKind::Paragraph(_) = block.kind else { return };
        let mut at = block.span.start as usize;
        for (index, raw) in self.source.slice(block.span).split_inclusive('\n').enumerate() {
            let line = raw.trim_start_matches([' ', '\t', '>', '*', '_', '\u{3000}']);
            let start = at + raw.len() - line.len();
            at += raw.len();
            let label = self.patterns.label(called, line.trim_end(), false).filter(|_| index > 0);
            let Some(label) = label else { continue };
            let message = "this line begins like an article, and is none";
            findings.push(
                Finding::warning(
                    "official/unread-number",
                    self.source,
                    Span::from(start..start + label.range.end),
                    message,
                )
                .help(
                    "Put an empty line before it. If it only names an article, join it to the line before.",
                ),
            );
        }
    }
}

/// The label that words begin with, and the one behind which it may have been put in.
fn label_of(words: &str) -> Option<(Label, Option<(Label, Suffix)>)> {
    let put_in = behind_a_letter(words);
    match label_in_article(words) {
        Some((label, Suffix::None)) => Some((label, put_in)),
        Some((label, suffix)) => Some((label.clone(), Some((label, suffix)))),
        None => put_in.map(|(label, suffix)| (label.clone(), Some((label, suffix)))),
    }
}

/// Whether nothing of a paragraph is left.
fn is_empty(block: &Block) -> bool {
    let has_words =
        |content: &Content| content.first().is_none_or(|first| first.span.start >= first.span.end);
    matches!(&block.kind, BlockKind::Paragraph(content) if has_words(content) && content.inlines().count() <= 1)
}
