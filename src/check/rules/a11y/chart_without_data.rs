//! Pictures of numbers without the numbers.

use std::collections::HashSet;

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::document::{Block, BlockKind, Document, Inline, InlineKind, each_block};
use crate::finding::Severity;
use crate::languages::{LanguageData, is_whole_word};
use crate::source::Span;

/// `a11y/chart-without-data`
pub static RULE: Rule = Rule {
    name: "a11y/chart-without-data",
    severity: Severity::Warning,
    applies: Applies::Official,
    criterion: Some("1.1.1 Non-text Content"),
    source: "WCAG 2.2, 1.1.1; techniques G95 and G92; which words call a picture a chart is derived",
    docs: include_str!("chart_without_data.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    if subject.language.chart_words.is_empty() || subject.elements().pictures.is_empty() {
        return;
    }
    let document = subject.document;
    // Where the blocks begin that stand in a figure: they are looked at with it.
    let mut in_figures = HashSet::new();
    document.each_row(&mut |row| {
        for (at, block) in row.iter().enumerate() {
            if in_figures.contains(&block.span.start) {
                continue;
            }
            if let BlockKind::Wrapped(figure) = &block.kind
                && figure.is("figure")
            {
                each_block(&figure.blocks, &mut |inside| _ = in_figures.insert(inside.span.start));
            }
            let charts = charts(document, subject.language, block);
            if charts.is_empty() {
                continue;
            }
            let after = |places: usize| row.get(at + places);
            let before = at.checked_sub(1).and_then(|at| row.get(at));
            let description = after(1).filter(|_| is_described(block));
            let table = [before, after(if description.is_some() { 2 } else { 1 })];
            let has_data = description.is_some_and(|block| holds(document, block, true))
                || table.into_iter().flatten().any(|block| holds(document, block, false));
            if has_data {
                continue;
            }
            let message = match description {
                Some(_) => "the long description of this chart has neither a table nor a link to one",
                None => "no table of its data stands beside this chart",
            };
            let help = "Write the numbers as a table just after it, or as a table or a link to one in its long description.";
            charts.into_iter().for_each(|span| reporter.add(span, message, help));
        }
    });
}

/// The pictures of a block that call themselves charts. Those of `<figure>` stand in it; other blocks are looked at by themselves.
fn charts(document: &Document, language: &LanguageData, block: &Block) -> Vec<Span> {
    let mut found = Vec::new();
    let is_chart = |words: &str| {
        let words = words.to_lowercase();
        let mut called = language.chart_words.iter().map(|word| word.to_lowercase());
        called
            .any(|word| words.match_indices(&word).any(|(at, _)| is_whole_word(&words, at..at + word.len())))
    };
    let caption = match &block.kind {
        BlockKind::Figure(figure) => figure.caption.as_ref().map(|caption| document.plain(caption)),
        _ => None,
    };
    let mut look = |inline: Inline<'_>| {
        if let InlineKind::Image { alt, .. } = inline.kind
            && (is_chart(&document.plain(alt)) || caption.as_deref().is_some_and(is_chart))
        {
            found.push(inline.span);
        }
    };
    match &block.kind {
        BlockKind::Wrapped(figure) if figure.is("figure") => {
            each_block(&figure.blocks, &mut |inside| inside.each_inline(&mut look));
        }
        _ => block.each_inline(&mut look),
    }
    found
}

fn is_described(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Figure(figure) => figure.description.is_some(),
        BlockKind::Wrapped(wrapped) => wrapped.is("figure") && wrapped.description.is_some(),
        _ => false,
    }
}

/// Whether a table stands in a block, or where that will do, a link.
fn holds(document: &Document, block: &Block, link_will_do: bool) -> bool {
    let mut found = false;
    each_block(std::slice::from_ref(block), &mut |block| {
        found |= match &block.kind {
            BlockKind::Table(_) => true,
            BlockKind::Html(html) => html.contains("<table"),
            _ => false,
        };
        if link_will_do {
            let leads = |target: &str| !target.starts_with(crate::document::PAGE_BREAK);
            block.each_inline(&mut |inline| {
                found |= matches!(inline.kind, InlineKind::Link { target, .. } if leads(document.text(&target)));
            });
        }
    });
    found
}
