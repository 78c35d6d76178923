//! The pieces of a text in Markdown: what blank lines part.
//!
//! In: the text after its front matter. Out: its pieces, each with what it says without its number and without what only names
//! or places it, by which pieces of two versions are known to be the same.

use std::ops::Range;

use crate::numbering::{Label, Number};
use crate::source::slice;

/// A piece.
#[derive(Debug, Clone)]
pub struct Piece {
    /// Where it stands, without the blank lines around it.
    pub range: Range<usize>,
    /// Where its words begin, after its number or label.
    pub words: usize,
    /// What it says.
    pub said: String,
}

/// The pieces of a text that begins at a place of its file.
pub fn pieces(file: &str, body: usize) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let (mut start, mut fence) = (None, None);
    let mut at = body;
    for line in slice(file, body..).split_inclusive('\n') {
        let text = line.trim();
        let is_blank = text.is_empty() && fence.is_none();
        match (start, is_blank) {
            (None, false) => start = Some(at),
            (Some(begun), true) => {
                pieces.push(Piece::of(file, begun..at));
                start = None;
            }
            _ => {}
        }
        // Blank lines in code part nothing.
        let mark = ["```", "~~~"].into_iter().find(|mark| text.starts_with(mark));
        fence = match (fence, mark) {
            (None, mark) => mark,
            (Some(open), Some(mark)) if open == mark => None,
            (open, _) => open,
        };
        at += line.len();
    }
    if let Some(begun) = start {
        pieces.push(Piece::of(file, begun..at));
    }
    pieces
}

impl Piece {
    fn of(file: &str, range: Range<usize>) -> Self {
        let text = slice(file, range.clone());
        let start = range.start + text.len() - text.trim_start().len();
        let range = start..start + text.trim().len();
        let text = slice(file, range.clone());
        let number = Number::of(text).map(|number| number.length);
        let number = number.or_else(|| Label::of(text).map(|label| label.length)).unwrap_or_default();
        let rest = slice(text, number..);
        let words = start + number + rest.len() - rest.trim_start().len();
        Self { said: said(slice(file, words..range.end)), range, words }
    }

    /// Its number or label, with the blank after it.
    pub fn label<'a>(&self, file: &'a str) -> &'a str {
        slice(file, self.range.start..self.words)
    }
}

/// The words without the marks of pages and without the name of a heading, each blank as one space.
fn said(text: &str) -> String {
    let mut said = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("[](page:") {
        let (before, mark) = rest.split_at(at);
        said.push_str(before);
        rest = mark.split_once(')').map_or("", |(_, after)| after);
    }
    said.push_str(rest);
    if said.starts_with('#')
        && let Some((heading, name)) = said.rsplit_once(" {")
        && name.ends_with('}')
    {
        said.truncate(heading.len());
    }
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_say_what_they_say_whatever_their_number() {
        let file = "## 标志 {#biao-zhi}\n\n1. [](page:2)请各国\n   写明；\n\n   (a) 大字；\n\n```\n甲\n\n乙\n```\n\n[^1]: 注。\n";
        let said: Vec<_> = pieces(file, 0).into_iter().map(|piece| piece.said).collect();
        assert_eq!(said, ["## 标志", "请各国 写明；", "大字；", "``` 甲 乙 ```", "[^1]: 注。"]);
        assert_eq!(pieces(file, 0)[1].label(file), "1. ");
    }
}
