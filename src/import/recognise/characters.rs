//! Characters and signs that show that a text was damaged before it was imported.
//!
//! In: a passage of the document. Out: the places that a person must compare: characters that stand for no writing, text that was
//! decoded wrongly, HTML that became words, blanks inside Chinese words. Nothing is changed.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::import::script::{Script, is_han};
use crate::import::source::Words;
use crate::import::unsure::Unsure;
use crate::source::slice;

/// What was decoded wrongly: UTF-8 read as Latin text, and what editors leave of bytes that they could not read.
static MISREAD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"[ÃÂ][\u{80}-\u{BF}]|â[€\u{80}][\u{80}-\u{BF}™œ“”˜¢¦]|[äåæçèéï][\u{80}-\u{BF}ŠŒŽšœžŸƒˆ˜–—‘-„†-•…‰‹›€™¼½¾][\u{80}-\u{BF}ŠŒŽšœžŸƒˆ˜–—‘-„†-•…‰‹›€™]|锟斤拷|锟斤|斤拷|烫烫烫|屯屯屯|ï»¿")
        .expect("the pattern is fixed")
});

/// Tags and entities of HTML.
static HTML: LazyLock<Regex> = LazyLock::new(|| {
    let tags = "sub|sup|b|i|u|s|em|strong|br|p|hr|span|div|a|font|img|table|tr|td|th|ul|ol|li|h[1-6]";
    let pattern =
        format!(r"(?i)</?(?:{tags})(?:\s[^<>]*)?/?>|&(?:[a-z]{{2,8}}|#\d{{2,6}}|#x[0-9a-f]{{2,5}});");
    Regex::new(&pattern).expect("the pattern is fixed")
});

/// How many blanks between Han characters in a row are no accident of one name: recognised print has them everywhere.
const BLANKS: usize = 2;

/// The places of words that were damaged; in words of a source, what is a mark is none.
pub fn doubts(words: &Words, script: Script) -> Vec<Unsure> {
    let text = words.passage.text();
    let is_mark = |range: &Range<usize>| {
        let next = words.marks.partition_point(|(mark, _)| mark.end <= range.start);
        words.marks.get(next).is_some_and(|(mark, _)| mark.start < range.end)
    };
    let unsure = |range: Range<usize>, why| Unsure::new(words.passage.span(range).range(), why);
    let mut found = Vec::new();
    if let Some((at, c)) = text.char_indices().find(|(_, c)| is_no_writing(*c)) {
        found.push(unsure(
            at..at + c.len_utf8(),
            "this character stands for no writing: one of the text may be lost",
        ));
    }
    // In French a no-break space stands between a word such as “liberté” and the mark after it.
    let is_quoted = |hit: &regex::Match<'_>| hit.as_str().ends_with("\u{A0}»");
    if let Some(range) = MISREAD.find_iter(text).find(|hit| !is_quoted(hit)).map(|hit| hit.range()) {
        found.push(unsure(range, "these characters look like text that was decoded wrongly"));
    }
    if let Some(range) = HTML.find_iter(text).map(|hit| hit.range()).find(|range| !is_mark(range)) {
        found.push(unsure(range, "this looks like HTML, and has become words"));
    }
    if script == Script::Solid
        && let Some(range) = blanks(text)
    {
        found.push(unsure(range, "blanks stand between the characters of words"));
    }
    found
}

/// Whether a character is one of those that programs put where they know none, or is for private use or control.
fn is_no_writing(c: char) -> bool {
    matches!(u32::from(c), 0xFFFC | 0xFFFD | 0xE000..=0xF8FF | 0xF_0000..=0x10_FFFF | 0x80..=0x9F | 0xFDD0..=0xFDEF)
        || matches!(u32::from(c) & 0xFFFF, 0xFFFE | 0xFFFF)
        || (c.is_control() && !c.is_whitespace())
        || matches!(c, '□' | '■' | '▯' | '〓')
}

/// Where blanks part single Han characters: “人 权”. A blank between longer words parts names and titles.
fn blanks(text: &str) -> Option<Range<usize>> {
    let parts: Vec<(usize, &str)> = text
        .split(' ')
        .scan(0, |at, part| {
            let start = *at;
            *at += part.len() + 1;
            Some((start, part))
        })
        .collect();
    // A numeral before a blank counts a heading.
    let is_single = |run: Vec<char>| matches!(run.as_slice(), [c] if !"一二三四五六七八九十".contains(*c));
    let last = |part: &str| part.chars().rev().take_while(|c| is_han(*c)).take(2).collect::<Vec<_>>();
    let first = |part: &str| part.chars().take_while(|c| is_han(*c)).take(2).collect::<Vec<_>>();
    let between = |pair: &[(usize, &str)]| match pair {
        [(_, one), (at, two)] if !last(one).is_empty() && !first(two).is_empty() => {
            Some((*at, is_single(last(one)) || is_single(first(two))))
        }
        _ => None,
    };
    let hits: Vec<_> = parts.windows(2).filter_map(between).collect();
    let (at, _) = *hits.first()?;
    let is_doubtful = hits.len() >= BLANKS || hits.iter().any(|(_, is_single)| *is_single);
    is_doubtful.then(|| at - 1..at + slice(text, at..).chars().next().map_or(0, char::len_utf8))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::passage::Passage;

    fn said(text: &str) -> usize {
        doubts(&Passage::line(text, 0..text.len()).into(), Script::Solid).len()
    }

    #[test]
    fn damage_is_told_from_words() {
        for text in [
            "人\u{FFFD}权",
            "标志\u{E001}",
            "权利\u{85}利",
            "锟斤拷",
            "cafÃ©",
            "itâ€™s",
            "äººæƒ",
            "CO<sub>2</sub>",
            "a&nbsp;b",
            "人 权",
            "促进 人权 和 自由",
            "权□利",
        ] {
            assert_eq!(said(text), 1, "{text}");
        }
        for text in [
            "人权 2030 年",
            "联合国 大会",
            "Côte d’Ivoire, São Tomé",
            "A < B & C > D",
            "“一” 二",
            "« l’égalité\u{A0}»",
            "一 标志",
            "AT&T；",
        ] {
            assert_eq!(said(text), 0, "{text}");
        }
    }
}
