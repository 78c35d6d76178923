//! Words of another language without a mark.

use std::sync::LazyLock;

use memchr::memchr_iter;
use regex::Regex;

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::document::{BlockKind, InlineKind, Inlines, Text};
use crate::finding::Severity;
use crate::languages::Unit;
use crate::source::Span;

/// `language/untagged-words`
pub static RULE: Rule = Rule {
    name: "language/untagged-words",
    severity: Severity::Error,
    applies: Applies::Every,
    criterion: Some("3.1.2 Language of Parts"),
    source: "WCAG 2.2, 3.1.2; HTML technique H58",
    docs: include_str!("untagged_words.md"),
    check,
};

static RUN: LazyLock<Regex> = LazyLock::new(|| {
    let word = r"\p{Latin}[\p{Latin}'’-]*[\p{Latin}&&\p{Lowercase}][\p{Latin}'’-]*";
    Regex::new(&format!("{word}(?: {word})+")).expect("the pattern of Latin words")
});

/// Two Latin words or more in a text of Chinese characters; one alone may be a name.
fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    if subject.language.unit != Unit::Characters || !may_hold_words(subject.prose().text().as_bytes()) {
        return;
    }
    // What stands in an element that says its language is reported already; blocks come after the one they are in.
    let mut tagged = Span::default();
    subject.document.each_block(&mut |block| match &block.kind {
        _ if tagged.holds(block.span) => {}
        BlockKind::Wrapped(wrapped) if wrapped.has_language() => tagged = block.span,
        BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => {
            inlines(subject, content.inlines(), reporter)
        }
        BlockKind::Figure(figure) => {
            figure.caption.iter().for_each(|caption| inlines(subject, caption.inlines(), reporter));
        }
        BlockKind::Table(table) => {
            let cells = table.caption.iter().chain(&table.head).chain(table.rows.iter().flatten());
            cells.for_each(|cell| inlines(subject, cell.inlines(), reporter));
        }
        _ => {}
    });
}

/// Whether any space stands between two Latin words. In most texts of Chinese characters none does.
fn may_hold_words(text: &[u8]) -> bool {
    // In UTF-8, letters with marks begin with 0xC3 to 0xC9 or 0xE1; what ends a character may belong to any script.
    let begins_word = |byte: u8| byte.is_ascii_alphabetic() || matches!(byte, 0xC3..=0xC9 | 0xE1);
    let ends_word = |byte: u8| byte.is_ascii_alphabetic() || matches!(byte, b'\'' | b'-' | 0x80..);
    memchr_iter(b' ', text).any(|at| match text.split_at_checked(at) {
        Some(([.., before], [_, after, ..])) => ends_word(*before) && begins_word(*after),
        _ => false,
    })
}

fn inlines(subject: &Subject<'_>, content: Inlines<'_>, reporter: &mut Reporter<'_>) {
    for inline in content {
        match inline.kind {
            InlineKind::Text(Text::Source(span)) => {
                let words = subject.document.source.slice(span);
                if !words.bytes().any(|byte| byte.is_ascii_lowercase()) {
                    continue;
                }
                for run in RUN.find_iter(words) {
                    let start = span.start as usize + run.start();
                    let message = format!("“{}” is in another language", run.as_str());
                    let help = "Tell which: <span lang=\"en\">words</span>.";
                    reporter.add((start..start + run.len()).into(), message, help);
                }
            }
            InlineKind::Html { tags, .. } if tags.open.contains("lang=") => {}
            InlineKind::Emphasis(children)
            | InlineKind::Strong(children)
            | InlineKind::Deleted(children)
            | InlineKind::Html { children, .. }
            | InlineKind::Link { children, .. } => inlines(subject, children, reporter),
            _ => {}
        }
    }
}
