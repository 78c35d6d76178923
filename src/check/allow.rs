//! Rules that are allowed to be broken, each with a written reason.
//!
//! In: a text. Out: its allowances. `<!-- allow easy-read/long-sentence: reason -->` holds for the line it stands
//! on, or, alone on its line, for the next one that holds more than such comments; `allow:` in the front matter for the file; `[check.allow]` in
//! `book.toml` for the site. What an allowance hides it must name exactly: there is no way to allow everything. One that a text shows
//! as code is none.

use memchr::memmem;

use super::front;
use crate::document::{BlockKind, Document, InlineKind};
use crate::ranges::Ranges;
use crate::source::{Source, Span, slice};

/// How an allowance in the text begins.
const OPEN: &str = "<!--";
const CLOSE: &str = "-->";
const WORD: &str = "allow ";

/// One allowance of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowance {
    /// The rule's name as written.
    pub rule: String,
    /// Why; may be empty, which is a finding.
    pub reason: String,
    /// The line it holds for; `None` for the whole file.
    pub line: Option<u32>,
    /// Where the rule's name stands.
    pub span: Span,
}

/// The allowances of a text, in order.
pub fn read(document: &Document) -> Vec<Allowance> {
    let mut allowances = Vec::new();
    if !document.front.allow.is_empty() {
        let mut written = front::Finder::of(document, "allow");
        let of_file = document.front.allow.iter().map(|(rule, reason)| Allowance {
            rule: rule.clone(),
            reason: reason.trim().to_owned(),
            line: None,
            span: written.next(rule),
        });
        allowances.extend(of_file);
    }
    allowances.extend(in_comments(document));
    allowances
}

/// A comment of a text.
struct Comment {
    start: usize,
    end: usize,
    allowance: Option<Allowance>,
    /// Whether only blanks and comments stand before it on its line.
    begins_line: bool,
}

/// The allowances in comments. One that is alone on its line holds for the next line that is more than allowances.
fn in_comments(document: &Document) -> Vec<Allowance> {
    let source = &*document.source;
    let text = source.text();
    let mut comments: Vec<Comment> = Vec::new();
    let mut at = 0;
    while let Some(start) = memmem::find(slice(text, at..).as_bytes(), OPEN.as_bytes()).map(|from| at + from)
    {
        let Some(length) = slice(text, start..).find(CLOSE) else { break };
        let begins_line = match slice(text, at..start).rsplit_once('\n') {
            Some((_, indent)) => is_blank(indent),
            None => is_blank(slice(text, at..start)) && comments.last().is_none_or(|last| last.begins_line),
        };
        let allowance = comment(source, start + OPEN.len()..start + length);
        at = start + length + CLOSE.len();
        comments.push(Comment { start, end: at, allowance, begins_line });
    }
    if comments.iter().any(|comment| comment.allowance.is_some()) {
        let code = code(document);
        comments.retain(|comment| !code.hold(&(comment.start..comment.end)));
    }
    let mut allowances = Vec::new();
    // The comment after: where it stands, whether it is alone on its line, and the line that it holds for.
    let mut next: Option<(usize, bool, Option<u32>)> = None;
    for Comment { start, end, allowance, begins_line } in comments.into_iter().rev() {
        let after = slice(text, end..next.map_or(text.len(), |(start, ..)| start));
        let (rest, below) = after.split_once('\n').map_or((after, None), |(rest, below)| (rest, Some(below)));
        let ends_line = is_blank(rest) && (below.is_some() || next.is_none_or(|(_, alone, _)| alone));
        let alone = begins_line && ends_line;
        let own = source.line_number(start as u32);
        let line = match next {
            _ if !alone => own,
            Some((_, true, Some(line))) if is_blank(below.unwrap_or_default()) => line,
            _ => own + 1,
        };
        next = Some((start, alone, allowance.is_some().then_some(line)));
        allowances.extend(allowance.map(|allowance| Allowance { line: Some(line), ..allowance }));
    }
    allowances.reverse();
    allowances
}

/// Where a text shows code.
fn code(document: &Document) -> Ranges {
    let mut code = Vec::new();
    document.each_block(&mut |block| {
        if matches!(block.kind, BlockKind::Code(_)) {
            code.push(block.span.range());
        }
    });
    document.each_inline(&mut |inline| {
        if matches!(inline.kind, InlineKind::Code(_)) {
            code.push(inline.span.range());
        }
    });
    code.into_iter().collect()
}

fn is_blank(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'\r'))
}

/// What the comment between the two marks allows, in no line yet.
fn comment(source: &Source, range: std::ops::Range<usize>) -> Option<Allowance> {
    // “<!-->” is a comment without room for words: its two marks share a dash.
    let inside = source.text().get(range.clone())?;
    let words = inside.trim_start().strip_prefix(WORD)?;
    let (rule, reason) = words.split_once([':', '：']).unwrap_or((words, ""));
    let from = range.end - words.len() + (rule.len() - rule.trim_start().len());
    let span = Span::from(from..from + rule.trim().len());
    Some(Allowance { rule: rule.trim().to_owned(), reason: reason.trim().to_owned(), line: None, span })
}
