//! Raw text of a page: its character references, whether anything of it is seen, the scripts of its words.

use std::borrow::Cow;
use std::ops::Range;

use super::Allow;
use crate::source::slice;

/// A script that the audit knows by its letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    /// Chinese characters, kana, hangul.
    Cjk,
    /// Latin letters, with or without marks.
    Latin,
    /// Cyrillic letters.
    Cyrillic,
    /// Arabic letters.
    Arabic,
}

impl Script {
    /// The script of a four-letter code of ISO 15924; none for those the audit does not know.
    pub fn of_code(code: &str) -> Option<Self> {
        Some(match code {
            "Hans" | "Hant" | "Hani" | "Jpan" | "Kore" | "Bopo" | "Hang" => Script::Cjk,
            "Latn" => Script::Latin,
            "Cyrl" => Script::Cyrillic,
            "Arab" => Script::Arabic,
            _ => return None,
        })
    }

    fn of(c: char) -> Option<Self> {
        Some(match c {
            'a'..='z' | 'A'..='Z' => Script::Latin,
            '\u{4E00}'..='\u{9FFF}' => Script::Cjk,
            '\0'..='\u{BF}' | '×' | '÷' => return None,
            '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => Script::Latin,
            '\u{400}'..='\u{52F}' => Script::Cyrillic,
            '\u{620}'..='\u{64A}' | '\u{66E}'..='\u{6D3}' | '\u{6FA}'..='\u{6FF}' | '\u{750}'..='\u{77F}' => {
                Script::Arabic
            }
            '\u{3005}' | '\u{3007}' | '\u{3041}'..='\u{312F}' | '\u{31A0}'..='\u{31FF}' => Script::Cjk,
            '\u{3400}'..='\u{4DBF}' | '\u{F900}'..='\u{FAFF}' => Script::Cjk,
            '\u{1100}'..='\u{11FF}' | '\u{AC00}'..='\u{D7A3}' | '\u{20000}'..='\u{323AF}' => Script::Cjk,
            _ => return None,
        })
    }
}

/// Letters of one script without a break.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Where it is in the text.
    pub range: Range<usize>,
    /// What it is written in.
    pub script: Script,
    /// How many words it is taken for: Chinese has no spaces, so there each character counts.
    pub weight: u32,
    /// Whether it is written alike in every language: a symbol, an acronym, a number with letters, an address.
    pub neutral: bool,
}

/// The words of a text.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let c = slice(text, at..).chars().next()?;
            if c == '&' {
                at += reference_len(slice(text, at..));
                continue;
            }
            let start = at;
            match Script::of(c) {
                Some(Script::Cjk) => {
                    at += run(slice(text, at..), |c| Script::of(c) == Some(Script::Cjk));
                    let weight = slice(text, start..at).chars().count() as u32;
                    return Some(Word { range: start..at, script: Script::Cjk, weight, neutral: false });
                }
                Some(script) => {
                    at += run(slice(text, at..), joins);
                    return Some(alphabetic(text, start..at, script));
                }
                None if c.is_ascii_digit() => {
                    at += run(slice(text, at..), joins);
                    let word = alphabetic(text, start..at, Script::Latin);
                    if word.weight > 0 {
                        return Some(word);
                    }
                }
                None => at += c.len_utf8(),
            }
        }
    })
}

/// How many words of a text are in its own script, and how many are in another.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tally {
    /// Words in the script of the language.
    pub own: u32,
    /// Words in another script that are neither symbols nor allowed names.
    pub foreign: u32,
}

impl Tally {
    /// Counts the words of `text`, which should be in `script`.
    pub fn of(text: &str, script: Script, allow: &Allow) -> Self {
        let mut tally = Tally::default();
        let text = decode(text);
        for word in words(&text) {
            if word.script == script {
                tally.own += 1;
            } else if !word.neutral && !allow.has_in_label(slice(&text, word.range)) {
                tally.foreign += 1;
            }
        }
        tally
    }

    /// Whether what was counted is in a script that is not its language's.
    pub fn is_foreign(self) -> bool {
        self.own == 0 && self.foreign > 0
    }
}

/// Whether a text has words, none of them in its own script.
pub(super) fn is_foreign(text: &str, script: Script, allow: &Allow) -> bool {
    let text = decode(text);
    // Nearly every label begins with a letter of its language.
    if text.chars().find_map(Script::of) == Some(script) {
        return false;
    }
    let mut foreign = false;
    for word in words(&text) {
        if word.script == script {
            return false;
        }
        foreign |= !word.neutral && !allow.has_in_label(slice(&text, word.range));
    }
    foreign
}

/// The text with its character references replaced, as far as the audit needs them: numeric ones and the named
/// ones that are white space or have a meaning in an address. Others stay as written.
#[inline]
pub(super) fn decode(text: &str) -> Cow<'_, str> {
    if any_byte(text, |byte| byte == b'&') { Cow::Owned(decoded(text)) } else { Cow::Borrowed(text) }
}

fn decoded(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        decoded.push_str(slice(rest, ..at));
        rest = slice(rest, at..);
        let length = reference_len(rest);
        match character(slice(rest, 1..length)) {
            Some(c) => decoded.push(c),
            None => decoded.push_str(slice(rest, ..length)),
        }
        rest = slice(rest, length..);
    }
    decoded.push_str(rest);
    decoded
}

/// Whether a reader sees nothing of the text.
#[inline]
pub(super) fn is_blank(text: &str) -> bool {
    // Digits, letters and nearly all Chinese characters begin with a byte that begins nothing unseen.
    !matches!(text.as_bytes().first(), Some(b'0'..=b'z' | 0xE4..=0xE9)) && is_all_unseen(text)
}

fn is_all_unseen(text: &str) -> bool {
    match text.find(|c| !is_unseen(c)) {
        None => true,
        // Only a character reference may turn out to be white space.
        Some(at) => slice(text, at..).starts_with('&') && decode(slice(text, at..)).chars().all(is_unseen),
    }
}

fn is_unseen(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\0'..='\u{1F}' | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// Whether a text in this script may hold letters of another. A glance at its bytes, far cheaper than looking at
/// the words: a Chinese page holds few letters of alphabets, a Latin one few characters past them.
pub(super) fn may_hold_foreign(text: &str, script: Script) -> bool {
    // The first bytes of Latin letters with marks, Greek, Cyrillic and Arabic letters in UTF-8.
    let alphabets =
        |byte: u8| ((byte | 0x20).wrapping_sub(b'a') < 26) | (byte.wrapping_sub(0xC3) < 0xE0 - 0xC3);
    // 0xE2 begins dashes and quotation marks.
    let past_latin = |byte: u8| (byte >= 0xD0) & (byte != 0xE2);
    // A character reference may stand for any letter.
    match script {
        Script::Cjk => any_byte(text, |byte| alphabets(byte) | (byte == b'&')),
        Script::Latin => any_byte(text, |byte| past_latin(byte) | (byte == b'&')),
        Script::Cyrillic | Script::Arabic => true,
    }
}

/// Whether any byte is sought; 0 may not be. Blocks are looked at without a branch, so that the compiler can take all of
/// their bytes at once; the last of a text overlaps the one before, or is filled up.
fn any_byte(text: &str, sought: impl Fn(u8) -> bool) -> bool {
    const BLOCK: usize = 16;
    let any = |block: &[u8; BLOCK]| block.iter().fold(false, |any, &byte| any | sought(byte));
    let text = text.as_bytes();
    match text.last_chunk() {
        Some(last) => text.as_chunks().0.iter().any(any) || any(last),
        None => {
            let mut block = [0; BLOCK];
            block[..text.len()].copy_from_slice(text);
            any(&block)
        }
    }
}

/// A word of letters that may hold digits and marks, as `COVID-19`, `A/HRC/RES/52/8` or `www.un.org` do.
fn alphabetic(text: &str, range: Range<usize>, script: Script) -> Word {
    let trimmed = slice(text, range.clone()).trim_end_matches(|c: char| c.is_ascii_punctuation() || c == '’');
    let range = range.start..range.start + trimmed.len();
    let letters = trimmed.chars().filter(|&c| Script::of(c).is_some());
    let count = letters.clone().count();
    /// Longer words in capitals are taken for words.
    const LONGEST_ACRONYM: usize = 6;
    let acronym = count <= LONGEST_ACRONYM && letters.clone().all(char::is_uppercase);
    let neutral = count < 2
        || acronym
        || trimmed
            .contains(|c: char| c.is_ascii_digit() || matches!(c, '/' | '.' | '@' | ':' | '_' | '#' | '\\'));
    Word { range, script, weight: u32::from(count > 0), neutral }
}

fn joins(c: char) -> bool {
    c.is_ascii_digit()
        || matches!(c, '/' | '.' | '@' | ':' | '_' | '#' | '\\' | '-' | '\'' | '’' | '+')
        || matches!(Script::of(c), Some(Script::Latin | Script::Cyrillic | Script::Arabic))
}

fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

/// The length of the character reference at the start of `text`, or 1 for a bare `&`.
fn reference_len(text: &str) -> usize {
    /// `&CounterClockwiseContourIntegral;` is the longest there is.
    const LONGEST: usize = 34;
    let name = slice(text, 1..)
        .bytes()
        .take(LONGEST)
        .take_while(|&byte| byte == b'#' || byte.is_ascii_alphanumeric())
        .count();
    if name > 0 && text.as_bytes().get(1 + name) == Some(&b';') { name + 2 } else { 1 }
}

/// The character of a reference such as `#160;` or `nbsp;`, without its `&`.
fn character(reference: &str) -> Option<char> {
    let name = reference.strip_suffix(';')?;
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        return char::from_u32(code.ok()?);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "colon" => ':',
        "sol" => '/',
        "num" => '#',
        "Tab" => '\t',
        "NewLine" => '\n',
        "nbsp" | "ensp" | "emsp" | "thinsp" | "hairsp" => ' ',
        "zwj" | "zwnj" | "lrm" | "rlm" | "shy" | "ZeroWidthSpace" | "NoBreak" => '\u{200B}',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn foreign(text: &str, script: Script) -> bool {
        let allow = Allow::default();
        let counted = Tally::of(text, script, &allow).is_foreign();
        assert_eq!(counted, is_foreign(text, script, &allow), "{text}");
        assert!(!counted || may_hold_foreign(&decode(text), script), "{text}");
        counted
    }

    #[test]
    fn what_is_written_alike_everywhere_is_not_foreign() {
        for text in [
            "EPUB",
            "PDF",
            "A/HRC/RES/52/8",
            "COVID-19",
            "www.un.org",
            "2023",
            "↩",
            "第10段",
            "请看 Curbcut",
            "a",
        ] {
            assert!(!foreign(text, Script::Cjk), "{text}");
        }
        for text in ["Table of contents", "Home", "CONTENT", "Содержание", "&#72;ome", "1. Home"] {
            assert!(foreign(text, Script::Cjk), "{text}");
        }
        assert!(foreign("目录", Script::Latin));
        assert!(!foreign("Contents 目录", Script::Latin));
        assert!(!foreign("Home", Script::Latin));
    }

    #[test]
    fn every_byte_of_a_text_is_looked_at() {
        for length in 0..70 {
            assert!(!any_byte(&"a".repeat(length), |byte| byte == b'&'), "{length}");
            for place in 0..length {
                let text = format!("{}&{}", "a".repeat(place), "a".repeat(length - place - 1));
                assert!(any_byte(&text, |byte| byte == b'&'), "{text}");
            }
        }
    }

    #[test]
    fn blank_is_what_nobody_sees() {
        for text in ["", " \n", "&nbsp;", "&#160;&#x3000;", "\u{3000}\u{200B}", "&ZeroWidthSpace;"] {
            assert!(is_blank(text), "{text:?}");
        }
        for text in ["字", "¶", "&amp;", "&hearts;", "&", "1"] {
            assert!(!is_blank(text), "{text:?}");
        }
    }

    #[test]
    fn references_decode() {
        assert_eq!(decode("a&amp;b&#x4E2D;&bogus;&"), "a&b中&bogus;&");
        assert_eq!(decode("java&Tab;script&colon;x"), "java\tscript:x");
        assert_eq!(decode("&#xFFFFFFFFFF;&#55296;"), "&#xFFFFFFFFFF;&#55296;");
    }
}
