//! What became of every word: the parser says nothing of what it leaves out, such as the cells of a row beyond the
//! head of the table or a definition of a link that no link uses.
//!
//! In: the parser's events, as they come. Out: the ranges in which words stand that no event holds.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use super::emphasis::{LETTERS, SENTINELS};

/// Follows the events through the text.
#[derive(Debug, Default)]
pub struct Account {
    /// Everything before this byte is accounted for.
    until: usize,
    /// Where words stand that no event holds.
    pub left_out: Vec<LeftOut>,
}

/// A range of the text that no event holds.
#[derive(Debug)]
pub struct LeftOut {
    /// Where it stands.
    pub range: Range<usize>,
    /// Whether it is the end of a row of a table.
    pub is_in_row: bool,
}

impl Account {
    /// Takes the next event.
    #[inline]
    pub fn event(&mut self, event: &Event<'_>, range: &Range<usize>, text: &str) {
        let (from, until) = match event {
            // What leads to the target is no text.
            Event::End(TagEnd::Link | TagEnd::Image) => (self.until, range.end),
            // The parser counts the paragraph after such a list to it.
            Event::End(TagEnd::DefinitionList) => (self.until, self.until),
            Event::End(_) => (range.end, range.end),
            Event::Start(tag) => (range.start, markup_end(tag, range, text)),
            _ => (range.start, range.end),
        };
        if self.until < from {
            self.gap(self.until..from, matches!(event, Event::End(TagEnd::TableRow)), text);
        }
        self.until = self.until.max(until);
    }

    /// The text has ended.
    pub fn end(&mut self, text: &str) {
        if self.until < text.len() {
            self.gap(self.until..text.len(), false, text);
            self.until = text.len();
        }
    }

    fn gap(&mut self, range: Range<usize>, is_in_row: bool, text: &str) {
        let Some(gap) = text.get(range.clone()) else { return };
        let lost = match is_in_row {
            true => gap.contains(|c: char| !c.is_whitespace() && c != '|'),
            false => holds_words(gap),
        };
        if lost {
            self.left_out.push(LeftOut { range, is_in_row });
        }
    }
}

/// Whether anything is in it that is not space or a mark of Markdown.
pub fn holds_words(gap: &str) -> bool {
    gap.bytes().any(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii())
        && gap.contains(|c: char| match c.is_ascii() {
            true => c.is_ascii_alphanumeric(),
            false => !c.is_whitespace() && !SENTINELS.contains(&c) && !LETTERS.contains(&c),
        })
}

/// Where the marks end that begin a block: the number of an item, the language of code, the label of a note.
fn markup_end(tag: &Tag<'_>, range: &Range<usize>, text: &str) -> usize {
    let rest = text.get(range.clone()).unwrap_or_default();
    let length = match tag {
        Tag::Item => rest.find([' ', '\t', '\n', '\r']).unwrap_or(rest.len()),
        Tag::CodeBlock(CodeBlockKind::Fenced(_)) => rest.find('\n').unwrap_or(rest.len()),
        Tag::FootnoteDefinition(_) => rest.find("]:").map_or(0, |at| at + 2),
        Tag::BlockQuote(Some(_)) => rest.find(']').map_or(0, |at| at + 1),
        _ => 0,
    };
    range.start + length
}
