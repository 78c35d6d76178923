//! Emphasis beside Chinese punctuation.
//!
//! CommonMark lets `**` open or close beside punctuation only when the other side is a space or punctuation, so
//! `请看**《公约》**第一条` stays literal, and `看**《公约》**第一条和**（二）**款` bolds the wrong words. Chinese has
//! no spaces to put there. Before parsing, a sentinel (a rare punctuation character that the text does not hold)
//! is put on the side of the run where a Chinese character touches it; the parser then sees punctuation on both
//! sides. Afterwards the sentinel is taken out of every text and every offset is mapped back.
//!
//! `~~` strikes words out, and a single `~` is text: in Chinese it stands between the ends of a range, as in `5 ~10岁`. The parser
//! lets one strike words out too, but none between letters; so a rare letter is put on each side where none stands.
//!
//! In: Markdown. Out: Markdown for the parser, and the way back to offsets of the original.

use std::borrow::Cow;
use std::cell::Cell;

use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup, Script};
use memchr::{memchr2, memmem};

use crate::source::slice;

/// Rare punctuation to choose the sentinel from: signs of scripts no longer written.
pub const SENTINELS: [char; 3] = ['\u{10A50}', '\u{1091F}', '\u{1039F}'];

/// Rare letters of the same scripts, as long as the punctuation.
pub const LETTERS: [char; 3] = ['\u{10A10}', '\u{10900}', '\u{10380}'];

/// How long each of them is.
const LENGTH: usize = 4;

/// Markdown that the parser reads as an author of Chinese means it.
pub struct Prepared<'a> {
    /// What to parse.
    pub text: Cow<'a, str>,
    /// The punctuation and the letter that were put in.
    sentinels: [char; 2],
    /// Offsets in `text` where a sentinel stands, ascending.
    insertions: Vec<usize>,
    /// How many of them stand before the offset that was asked for last: the next one is mostly near.
    near: Cell<usize>,
}

impl<'a> Prepared<'a> {
    /// Puts the sentinels in.
    pub fn new(text: &'a str) -> Self {
        let mut prepared = Self {
            text: Cow::Borrowed(text),
            sentinels: [SENTINELS[0], LETTERS[0]],
            insertions: Vec::new(),
            near: Cell::new(0),
        };
        if memchr2(b'*', b'~', text.as_bytes()).is_none() {
            return prepared;
        }
        // A text that holds every one of them is left as the parser reads it.
        let unused = |of: [char; 3]| of.into_iter().find(|&c| !holds(text, c));
        let (Some(mark), Some(letter)) = (unused(SENTINELS), unused(LETTERS)) else { return prepared };
        prepared.sentinels = [mark, letter];
        let places = places(text);
        let mut out = String::with_capacity(text.len() + places.len() * LENGTH);
        let mut copied = 0;
        for (at, kind) in places {
            out.push_str(slice(text, copied..at));
            prepared.insertions.push(out.len());
            out.push(match kind {
                Sentinel::Punctuation => mark,
                Sentinel::Letter => letter,
            });
            copied = at;
        }
        if !prepared.insertions.is_empty() {
            out.push_str(slice(text, copied..));
            prepared.text = Cow::Owned(out);
        }
        prepared
    }

    /// The offset in the original of an offset in `text`.
    pub fn original(&self, offset: usize) -> usize {
        let near = self.near.get();
        let is_before = |index: usize| self.insertions.get(index).is_some_and(|&at| at < offset);
        let is_found = |before: usize| (before == 0 || is_before(before - 1)) && !is_before(before);
        let before = match near {
            near if is_found(near) => near,
            near if is_found(near + 1) => near + 1,
            _ => self.insertions.partition_point(|&at| at < offset),
        };
        self.near.set(before);
        offset - before * LENGTH
    }

    /// A string the parser gave out, without sentinels.
    pub fn strip<'s>(&self, text: &'s str) -> Cow<'s, str> {
        if self.insertions.is_empty() || !text.contains(self.sentinels) {
            Cow::Borrowed(text)
        } else {
            Cow::Owned(text.replace(self.sentinels, ""))
        }
    }
}

/// Whether the character is in the text; it is rare, and its bytes one by one are not.
fn holds(text: &str, c: char) -> bool {
    memmem::find(text.as_bytes(), c.encode_utf8(&mut [0; 4]).as_bytes()).is_some()
}

/// What is put in.
#[derive(Clone, Copy)]
enum Sentinel {
    Punctuation,
    Letter,
}

/// The offsets where a sentinel belongs, ascending.
fn places(text: &str) -> Vec<(usize, Sentinel)> {
    let mut places = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(found) = bytes.get(at..).and_then(|rest| memchr2(b'*', b'~', rest)) {
        let start = at + found;
        let Some((before, [mark, rest @ ..])) = bytes.split_at_checked(start) else { break };
        let mark = *mark;
        let end = start + 1 + rest.iter().take_while(|&&byte| byte == mark).count();
        at = end;
        let escaped = before.iter().rev().take_while(|&&byte| byte == b'\\').count() % 2 == 1;
        if escaped || (mark == b'~' && end - start > 2) {
            continue;
        }
        let (before, after) = (slice(text, ..start).chars().next_back(), slice(text, end..).chars().next());
        if mark == b'~' && end - start == 1 {
            let is_beside = |c: char| c.is_whitespace() || is_punctuation(c);
            let (before, after) = (before.unwrap_or('\n'), after.unwrap_or('\n'));
            // What stands beside it is still beside punctuation. Inside `<a~@b.example>` nothing is put.
            if before != '<' && is_beside(before) {
                places.extend(is_punctuation(before).then_some((start, Sentinel::Punctuation)));
                places.push((start, Sentinel::Letter));
            }
            if after != '@' && is_beside(after) {
                places.push((end, Sentinel::Letter));
                places.extend(is_punctuation(after).then_some((end, Sentinel::Punctuation)));
            }
            continue;
        }
        let (Some(before), Some(after)) = (before, after) else { continue };
        if is_cjk_letter(before) && is_punctuation(after) {
            places.push((start, Sentinel::Punctuation));
        } else if is_punctuation(before) && is_cjk_letter(after) {
            places.push((end, Sentinel::Punctuation));
        }
    }
    places
}

fn is_cjk_letter(c: char) -> bool {
    const SCRIPTS: [Script; 5] =
        [Script::Han, Script::Hiragana, Script::Katakana, Script::Hangul, Script::Bopomofo];
    // The common ideographs, where nearly every look ends.
    matches!(c, '\u{4E00}'..='\u{9FFF}')
        || (c > '\u{2E7F}' && SCRIPTS.contains(&CodePointMapData::<Script>::new().get(c)))
}

/// Punctuation as CommonMark 0.31 means it: the Unicode groups P and S.
fn is_punctuation(c: char) -> bool {
    if c.is_ascii() || matches!(c, '\u{4E00}'..='\u{9FFF}') {
        return c.is_ascii_punctuation();
    }
    let category = CodePointMapData::<GeneralCategory>::new().get(c);
    GeneralCategoryGroup::Punctuation.contains(category) || GeneralCategoryGroup::Symbol.contains(category)
}
