//! Captions for tables: Markdown has none, and a table without one is a riddle to whoever hears it.
//!
//! A paragraph just before a table that begins with the language's word for it (`表：`, `Table:`) is its caption.

use crate::document::{Block, BlockKind, Content, InlineKind, Text};
use crate::lang::Lang;
use crate::languages;
use crate::source::Source;

/// Moves caption paragraphs into the tables they stand before.
pub fn attach(blocks: &mut Vec<Block>, source: &Source, lang: &Lang) {
    for block in &mut *blocks {
        if let BlockKind::Wrapped(wrapped) = &mut block.kind {
            let mut inside = std::mem::take(&mut wrapped.blocks).into_vec();
            attach(&mut inside, source, lang);
            wrapped.blocks = inside.into();
        }
    }
    if !blocks.iter().any(|block| matches!(block.kind, BlockKind::Table(_))) {
        return;
    }
    let Some(word) = languages::labels(lang).word("table-caption") else { return };
    let mut moved = Vec::new();
    for at in 1..blocks.len() {
        if let [.., before, block] = &mut blocks[..=at]
            && let BlockKind::Table(table) = &mut block.kind
            && let BlockKind::Paragraph(content) = &mut before.kind
            && let Some(start) = marker(content, source, word)
        {
            let mut content = std::mem::take(content);
            content.begin_at(start);
            table.caption = Some(content);
            moved.push(at - 1);
        }
    }
    if !moved.is_empty() {
        let mut at = 0..;
        blocks.retain(|_| at.next().is_none_or(|at| moved.binary_search(&at).is_err()));
        blocks.shrink_to_fit();
    }
}

/// Where the caption's words begin, if the paragraph begins with the marker.
fn marker(content: &Content, source: &Source, word: &str) -> Option<u32> {
    let InlineKind::Text(Text::Source(span)) = content.first()?.kind else { return None };
    let rest = source.slice(span).strip_prefix(word)?.strip_prefix([':', '：'])?.trim_start();
    Some(span.end - rest.len() as u32)
}
