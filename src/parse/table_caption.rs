//! Captions for tables: Markdown has none, and a table without one is a riddle to whoever hears it.
//!
//! A paragraph just before a table that begins with the language's word for it (`表：`, `Table:`) is its caption.

use crate::document::{Block, BlockKind, Content, InlineKind, Text};
use crate::lang::Lang;
use crate::languages;
use crate::source::Source;

/// Moves caption paragraphs into the tables they stand before.
pub fn attach(blocks: &mut Vec<Block>, source: &Source, lang: &Lang) {
    let Some(word) = languages::labels(lang).word("table-caption") else { return };
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    for mut block in blocks.drain(..) {
        if let BlockKind::Table(table) = &mut block.kind
            && let Some(Block { kind: BlockKind::Paragraph(content), .. }) = out.last_mut()
            && let Some(start) = marker(content, source, word)
        {
            let mut content = std::mem::take(content);
            out.pop();
            content.begin_at(start);
            table.caption = Some(content);
        }
        out.push(block);
    }
    *blocks = out;
}

/// Where the caption's words begin, if the paragraph begins with the marker.
fn marker(content: &Content, source: &Source, word: &str) -> Option<u32> {
    let InlineKind::Text(Text::Source(span)) = content.first()?.kind else { return None };
    let rest = source.slice(span).strip_prefix(word)?.strip_prefix([':', '：'])?.trim_start();
    Some(span.end - rest.len() as u32)
}
