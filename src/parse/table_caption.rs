//! Captions for tables: Markdown has none, and a table without one is a riddle to whoever hears it.
//!
//! A paragraph just before a table that begins with the language's word for it is its caption: `表：`, `Table:`. A number after
//! the word stays in the caption, since texts refer to it: `表 1：`, `Table 1: `, `Tableau 2. `. `{bars}` at its end asks for bars beside
//! the numbers, and is no part of it; refused, with a finding, where the table has no numbers, or where it is spelt otherwise.

use std::sync::{Arc, LazyLock};

use regex::Regex;

use crate::document::{Block, BlockKind, Content, InlineKind, Text};
use crate::finding::Finding;
use crate::languages::Language;
use crate::misfit;
use crate::source::{Source, Span, slice};

/// What a caption ends with that asks for bars.
const BARS: &str = "{bars}";

/// After the word: a number or none, and the mark that ends it. A point ends a number only. The forms of numbers are those of
/// scripts, which many languages share: digits, Latin letters, Roman and Chinese numerals.
static MARK: LazyLock<Regex> = LazyLock::new(|| {
    let number = r"(?:[0-9\p{Nd}]+|[A-Z]|[IVXL]+|[一二三四五六七八九十]+)(?:[.．\-–—][0-9A-Za-z]+)*[a-z]?";
    let colon = r"\s*[:：]";
    Regex::new(&format!(r"^(?:{colon}|(\s*{number}(?:{colon}|[.．](?:\s|$))))\s*"))
        .expect("the form of captions")
});

/// Moves caption paragraphs into the tables they stand before, also inside lists, quotations, meanings and HTML elements.
pub fn attach(
    blocks: &mut Vec<Block>,
    source: &Arc<Source>,
    language: &Language,
    findings: &mut Vec<Finding>,
) {
    for block in &mut *blocks {
        let mut inside = |blocks: &mut Box<[Block]>| attach_inside(blocks, source, language, findings);
        match &mut block.kind {
            BlockKind::Wrapped(wrapped) => inside(&mut wrapped.blocks),
            BlockKind::Quote { blocks, .. } => inside(blocks),
            BlockKind::List { items, .. } => items.iter_mut().for_each(|item| inside(&mut item.blocks)),
            BlockKind::Definitions(list) => {
                let meanings = list.iter_mut().flat_map(|definition| &mut definition.meanings);
                meanings.for_each(|meaning| attach(meaning, source, language, findings));
            }
            _ => {}
        }
    }
    if !blocks.iter().any(|block| matches!(block.kind, BlockKind::Table(_))) {
        return;
    }
    let words = language.table_words();
    let mut moved = Vec::new();
    for at in 1..blocks.len() {
        if let Some([before, block]) = blocks.get_mut(at - 1..=at)
            && let BlockKind::Table(table) = &mut block.kind
            && let BlockKind::Paragraph(content) = &mut before.kind
            && let Some(start) = marker(content, source, &words)
        {
            let mut content = std::mem::take(content);
            if let Some(start) = start {
                content.begin_at(start);
            }
            table.has_bars = content.cut_end(BARS, source);
            table.caption = Some(content);
            if let Some(written) = table.caption.as_ref().and_then(|caption| almost(caption, source)) {
                findings.push(misspelt(source, written));
            }
            if table.has_bars && table.bars(source).is_none() {
                findings.push(without_numbers(source, before.span));
            }
            moved.push(at - 1);
        }
    }
    if !moved.is_empty() {
        let mut at = 0..;
        blocks.retain(|_| at.next().is_none_or(|at| moved.binary_search(&at).is_err()));
        blocks.shrink_to_fit();
    }
}

/// The same for blocks that stand in another, such as an item or a note.
pub fn attach_inside(
    blocks: &mut Box<[Block]>,
    source: &Arc<Source>,
    language: &Language,
    findings: &mut Vec<Finding>,
) {
    let may_hold_table =
        |block: &Block| !matches!(block.kind, BlockKind::Paragraph(_) | BlockKind::Heading { .. });
    if blocks.iter().any(may_hold_table) {
        let mut inside = std::mem::take(blocks).into_vec();
        attach(&mut inside, source, language, findings);
        *blocks = inside.into();
    }
}

/// What stands at the end of a caption and is almost what asks for bars: `{bar}`, `{ Bars }`, `｛bars｝`.
fn almost(caption: &Content, source: &Source) -> Option<Span> {
    let InlineKind::Text(Text::Source(span)) = caption.into_iter().last()?.kind else { return None };
    let text = source.slice(span).trim_end();
    let start = text.rfind(['{', '｛'])?;
    let word = slice(text, start..).strip_suffix(['}', '｝'])?.trim_start_matches(['{', '｛']).trim();
    let word = word.to_lowercase();
    let is_meant = word == "bars" || misfit::meant(&word, ["bars"]).is_some();
    let begin = span.start as usize;
    is_meant.then(|| Span::from(begin + start..begin + text.len()))
}

fn misspelt(source: &Arc<Source>, written: Span) -> Finding {
    let message = format!("“{}” asks for nothing; here readers see the signs", source.slice(written));
    Finding::warning("markdown/bars", source, written, message).help(format!("Did you mean “{BARS}”?"))
}

/// Whether words before a table are read as its caption; `words` are those before captions in their language.
pub fn is_caption(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.strip_prefix(word).is_some_and(|rest| MARK.is_match(rest)))
}

fn without_numbers(source: &Arc<Source>, caption: Span) -> Finding {
    let message = format!("“{BARS}” asks for bars, and no column of this table holds numbers alone");
    let help = "Write one number into each cell of a column, none below zero, with words for it at most; or leave “{bars}” out.";
    Finding::warning("markdown/bars", source, caption, message).help(help)
}

/// Whether the paragraph is a caption, and where its words begin when the marker is none of them.
fn marker(content: &Content, source: &Source, words: &[&str]) -> Option<Option<u32>> {
    // The marker may be emphasised; then it stays.
    let (span, plain) = match content.first()?.kind {
        InlineKind::Text(Text::Source(span)) => (span, true),
        InlineKind::Strong(children) | InlineKind::Emphasis(children) => {
            match children.into_iter().next()?.kind {
                InlineKind::Text(Text::Source(span)) => (span, false),
                _ => return None,
            }
        }
        _ => return None,
    };
    let text = source.slice(span);
    let rest = words.iter().find_map(|word| text.strip_prefix(word))?;
    let mark = MARK.captures(rest)?;
    let whole = mark.get(0).map_or(0, |whole| whole.end());
    let start = span.end - (rest.len() - whole) as u32;
    Some((plain && mark.get(1).is_none()).then_some(start))
}
