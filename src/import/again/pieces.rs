//! The pieces of a text in Markdown: what blank lines part.
//!
//! In: the text after its front matter. Out: its pieces, each with what it says without its number, and without what only names it,
//! places it or speaks to editors; by that, pieces of two versions are known to be the same. Comments are no pieces: each belongs to the
//! piece after it.

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
    /// Its pictures: the alternative text and the address of each.
    pub pictures: Vec<(String, String)>,
    /// The comments before it.
    pub before: Vec<Range<usize>>,
    /// The comments in it.
    pub within: Vec<Range<usize>>,
}

/// The pieces of a text that begins at a place of its file, and the comments after the last one.
pub fn pieces(file: &str, body: usize) -> (Vec<Piece>, Vec<Range<usize>>) {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut waiting = Vec::new();
    for range in blocks(file, body) {
        let comments = comments(file, range.clone());
        let piece = Piece::of(file, range, comments);
        if piece.said.is_empty() && piece.pictures.is_empty() && !piece.within.is_empty() {
            waiting.push(piece.range);
        } else {
            pieces.push(Piece { before: std::mem::take(&mut waiting), ..piece });
        }
    }
    (pieces, waiting)
}

/// What blank lines part; those in code and in comments part nothing.
fn blocks(file: &str, body: usize) -> Vec<Range<usize>> {
    let mut blocks = Vec::new();
    let (mut start, mut fence, mut is_comment) = (None, None, false);
    let mut at = body;
    for line in slice(file, body..).split_inclusive('\n') {
        let text = line.trim();
        let is_blank = text.is_empty() && fence.is_none() && !is_comment;
        match (start, is_blank) {
            (None, false) => start = Some(at),
            (Some(begun), true) => {
                blocks.push(begun..at);
                start = None;
            }
            _ => {}
        }
        let mark = ["```", "~~~"].into_iter().find(|mark| text.starts_with(mark));
        fence = match (fence, mark) {
            (None, mark) if !is_comment => mark,
            (Some(open), Some(mark)) if open == mark => None,
            (open, _) => open,
        };
        if fence.is_none() {
            let ends = (text.rfind("<!--"), text.rfind("-->"));
            is_comment = match ends {
                (Some(begin), end) => end.is_none_or(|end| end < begin),
                (None, end) => is_comment && end.is_none(),
            };
        }
        at += line.len();
    }
    blocks.extend(start.map(|begun| begun..at));
    blocks
}

/// The comments in a stretch of the file.
fn comments(file: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = range.start;
    while let Some(begin) = slice(file, at..range.end).find("<!--") {
        let begin = at + begin;
        let end = slice(file, begin..range.end).find("-->").map_or(range.end, |end| begin + end + 3);
        found.push(begin..end);
        at = end;
    }
    found
}

impl Piece {
    fn of(file: &str, range: Range<usize>, within: Vec<Range<usize>>) -> Self {
        let text = slice(file, range.clone());
        let start = range.start + text.len() - text.trim_start().len();
        let range = start..start + text.trim().len();
        let text = slice(file, range.clone());
        let number = Number::of(text).map(|number| number.length);
        let number = number.or_else(|| Label::of(text).map(|label| label.length)).unwrap_or_default();
        let rest = slice(text, number..);
        let words = start + number + rest.len() - rest.trim_start().len();
        let mut shown = String::new();
        let mut at = words;
        for comment in &within {
            shown.push_str(slice(file, at..comment.start.max(at)));
            at = comment.end.max(at);
        }
        shown.push_str(slice(file, at..range.end));
        let (said, pictures) = said(&shown);
        Self { said, range, words, pictures, before: Vec::new(), within }
    }

    /// What tells it from others: what it says, and its pictures with their alternative texts.
    pub fn key(&self) -> String {
        let pictures =
            self.pictures.iter().map(|(alternative, address)| format!("\n{alternative}\n{address}"));
        std::iter::once(self.said.clone()).chain(pictures).collect()
    }

    /// Its number or label, with the blank after it.
    pub fn label<'a>(&self, file: &'a str) -> &'a str {
        slice(file, self.range.start..self.words)
    }
}

/// The words without the marks of pages, without names and orders in braces at the ends of lines, and with each blank as one space;
/// and the pictures, whose alternative texts are no part of it.
fn said(text: &str) -> (String, Vec<(String, String)>) {
    let (mut said, mut pictures) = (String::new(), Vec::new());
    for line in text.lines() {
        let mut rest = without_braces(line.trim_end());
        while let Some(at) = rest.find("](") {
            let (before, target) = rest.split_at(at);
            let open = before.rfind('[').unwrap_or_default();
            let is_picture = slice(before, ..open).ends_with('!');
            let is_page = target.starts_with("](page:") && before.ends_with('[');
            match (is_picture, is_page) {
                (true, _) => {
                    said.push_str(slice(before, ..=open));
                    said.push_str("](");
                    rest = slice(target, 2..);
                    let address = rest.split([')', ' ']).next().unwrap_or_default();
                    pictures.push((slice(before, open + 1..).to_owned(), address.to_owned()));
                }
                (false, true) => {
                    said.push_str(slice(before, ..open));
                    rest = target.split_once(')').map_or("", |(_, after)| after);
                }
                (false, false) => {
                    said.push_str(before);
                    said.push_str("](");
                    rest = slice(target, 2..);
                }
            }
        }
        said.push_str(rest);
        said.push(' ');
    }
    (said.split_whitespace().collect::<Vec<_>>().join(" "), pictures)
}

/// A line without the name or the order in braces at its end.
fn without_braces(line: &str) -> &str {
    order(line).map_or(line, |order| slice(line, ..line.len() - order.len()).trim_end())
}

/// The name or the order in braces at the end of a line, with the blank before it: ` {#name}`, ` {bars}`.
pub(super) fn order(line: &str) -> Option<&str> {
    let (words, inside) = line.strip_suffix('}')?.rsplit_once(" {")?;
    let is_order = |c: char| c.is_alphanumeric() || matches!(c, '#' | '-' | '_' | '=' | ',' | ' ');
    inside.chars().all(is_order).then(|| slice(line, words.len()..))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_say_what_they_say_whatever_their_number() {
        let file = "## 标志 {#biao-zhi}\n\n<!-- allow a/b: 因为\n\n那样 -->\n\n1. [](page:2)请各国\n   写明<!-- 核对 -->；\n\n   (a) 大字；\n\n\
                    ```\n甲\n\n乙\n```\n\n表：数目 {bars}\n\n![坡道](a.png)\n\n[^1]: 注，见[网站](https://example.org/)。\n\n<!-- 完 -->\n";
        let (found, rest) = pieces(file, 0);
        let said: Vec<_> = found.iter().map(|piece| piece.said.as_str()).collect();
        let want = [
            "## 标志",
            "请各国 写明；",
            "大字；",
            "``` 甲 乙 ```",
            "表：数目",
            "![](a.png)",
            "[^1]: 注，见[网站](https://example.org/)。",
        ];
        assert_eq!(said, want);
        assert_eq!(found[1].label(file), "1. ");
        assert_eq!(
            found[1].before.iter().map(|range| &file[range.clone()]).collect::<Vec<_>>(),
            ["<!-- allow a/b: 因为\n\n那样 -->"]
        );
        assert_eq!(
            (found[1].within.len(), found[5].pictures.as_slice()),
            (1, &[("坡道".to_owned(), "a.png".to_owned())][..])
        );
        assert_eq!(rest.len(), 1);
    }
}
