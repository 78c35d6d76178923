//! The places of the paragraphs and points of one article.
//!
//! In: what stands in the article, in order. Out: the article with its children, each with its part of the name.

use crate::document::{Block, Paragraph, Text};
use crate::numbering::{Counting, Degrees, Label, Suffix, name};
use crate::parse::resolution::{add_child, add_to_deepest};
use crate::source::Span;

/// What a block of an article is.
pub enum Entry {
    /// A numbered paragraph or a point.
    Labelled {
        label: Label,
        /// The label behind which it may have been put in, and what tells it from that one.
        behind: Option<(Label, Suffix)>,
        /// Where the label stands.
        place: Span,
        span: Span,
    },
    /// Words without a label.
    Words(Block),
    /// A table, a picture or the like.
    Other(Block),
}

/// Puts the entries of an article in their places.
pub fn arrange(article: &mut Paragraph, entries: Vec<Entry>) {
    let first = entries.iter().find_map(|entry| match entry {
        Entry::Labelled { label, .. } => Some(label),
        _ => None,
    });
    let is_numbered = first.is_some_and(Label::is_of_digits);
    let labels: Vec<Label> = entries
        .iter()
        .filter_map(|entry| match entry {
            Entry::Labelled { label, .. } => Some(label.clone()),
            _ => None,
        })
        .collect();
    let are_several = !is_numbered && free_words(&entries) > 1;
    let (mut degrees, mut at, mut paragraphs) = (Degrees::default(), 0, 0);
    // Whether the last label still waits for its words.
    let mut is_waiting = false;
    for entry in entries {
        match entry {
            Entry::Labelled { label, behind, place, span } => {
                at += 1;
                let behind = behind.and_then(|(label, suffix)| Some((degrees.place_behind(&label)?, suffix)));
                let (degree, suffix) =
                    behind.unwrap_or_else(|| (degrees.place(&label, labels.get(at)).0, Suffix::None));
                let value = degrees.last().unwrap_or(1);
                let name = match (is_numbered, degree) {
                    (true, 0) => format!("{value}{suffix}"),
                    (true, degree) => format!("{}{suffix}", point(degree - 1, value)),
                    (false, degree) => format!("{}{suffix}", point(degree, value)),
                };
                let child = child(article, span, Some(Text::Source(place)), Vec::new());
                article.span.end = article.span.end.max(span.end);
                match article.children.last_mut().filter(|_| paragraphs > 0) {
                    Some(paragraph) => add_child(paragraph, degree, child, name.into()),
                    None => add_child(article, degree, child, name.into()),
                }
                is_waiting = true;
            }
            Entry::Words(block) if is_waiting => {
                add_to_deepest(article, block);
                is_waiting = false;
            }
            Entry::Words(block) if are_several => {
                paragraphs += 1;
                let span = block.span;
                let child = child(article, span, None, vec![block]);
                degrees = Degrees::default();
                add_child(article, 0, child, paragraphs.to_string().into());
            }
            Entry::Words(block) => match article.children.last_mut() {
                None => article.blocks.push(block),
                Some(last) if is_numbered && last.children.is_empty() => last.blocks.push(block),
                Some(last) if is_numbered => last.closing.push(block),
                Some(_) => article.closing.push(block),
            },
            Entry::Other(block) => add_to_deepest(article, block),
        }
    }
}

fn child(article: &Paragraph, span: Span, label: Option<Text<'static>>, blocks: Vec<Block>) -> Paragraph {
    Paragraph {
        id: article.id.clone(),
        span,
        label,
        blocks,
        children: Vec::new(),
        closing: Vec::new(),
        through: None,
    }
}

/// How many words of an article stand alone, and not behind a label.
fn free_words(entries: &[Entry]) -> usize {
    let mut is_waiting = false;
    let free = entries.iter().filter(|entry| {
        let is_free = matches!(entry, Entry::Words(_)) && !is_waiting;
        is_waiting = match entry {
            Entry::Labelled { .. } => true,
            Entry::Words(_) => false,
            Entry::Other(_) => is_waiting,
        };
        is_free
    });
    free.count()
}

/// The name of a point so many degrees under a paragraph: letters and digits by turns.
fn point(degree: usize, value: u32) -> String {
    let counting = if degree.is_multiple_of(2) { Counting::Letters } else { Counting::Digits };
    name(counting, value.saturating_sub(1) as usize)
}
