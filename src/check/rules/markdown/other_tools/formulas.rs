//! Formulas of TeX.
//!
//! In: a text. Out: what stands between `\(` and `\)` or `\[` and `\]`, whose backslashes Markdown takes for its own.

use std::sync::LazyLock;

use regex::Regex;

use super::Told;
use crate::check::{Reporter, Subject};
use crate::document::{BlockKind, InlineKind};
use crate::source::Span;

/// A formula between brackets, whose backslashes Markdown takes for its own.
static IN_BRACKETS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\\\([^\\\n]*(?:\\[A-Za-z]|[_^=])[^\n]*?\\\)|(?s:\\\[[^\\]*?(?:\\[A-Za-z]|[_^=]).*?\\\])")
        .expect("a pattern")
});

/// Formulas between `\(` and `\)`, which are looked for as they are written: readers see the brackets, and not the backslashes.
pub fn in_brackets(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let source = &subject.document.source;
    let is_there = ["\\(", "\\["].iter().any(|open| source.text().contains(open));
    if !is_there {
        return;
    }
    subject.document.each_block(&mut |block| {
        if !matches!(block.kind, BlockKind::Paragraph(_)) {
            return;
        }
        let written = source.slice(block.span);
        let mut code = Vec::new();
        if IN_BRACKETS.is_match(written) {
            block.each_inline(&mut |inline| {
                code.extend(matches!(inline.kind, InlineKind::Code(_)).then_some(inline.span));
            });
        }
        for found in IN_BRACKETS.find_iter(written) {
            let start = block.span.start as usize;
            let place = Span::from(start + found.start()..start + found.end());
            // They stand in their order.
            let next = code.partition_point(|code| code.end <= place.start);
            if code.get(next).is_none_or(|code| code.start >= place.end) {
                let (is, help) = formula();
                let shown = super::short(found.as_str()).replace('\n', " ");
                reporter.add(place, format!("“{shown}” is {is}; here readers see the signs"), help);
            }
        }
    });
}

/// What is said of a formula.
pub fn formula() -> Told {
    let help =
        "Write it in words or signs; <sub> and <sup> lower and raise them. Code stands between backquotes.";
    ("a formula or a command of TeX".to_owned(), help.to_owned())
}
