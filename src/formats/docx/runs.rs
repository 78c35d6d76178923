//! Words as runs: each with its look, its language and its direction.
//!
//! In: words. Out: runs. Words that look alike are one run; it is cut where the direction of its words changes, as a word processor
//! must be told for each run. Chinese words have no italics: what is stressed has dots below, as on pages.

use std::ops::Range;

use icu_properties::CodePointMapData;
use icu_properties::props::BidiClass;

use super::tag;
use super::writer::Writer;
use crate::document::Version;
use crate::lang::{Lang, TextDirection};
use crate::languages::{self, FALLBACK_BEGINS, FALLBACK_ENDS};
use crate::source::slice;
use crate::xml;

/// How words look, and their language.
#[derive(Debug, Clone, PartialEq)]
pub struct Look {
    pub lang: Lang,
    /// Their direction, where it is neither that of their language nor that of the paragraph.
    pub direction: Option<TextDirection>,
    pub is_bold: bool,
    /// Stressed: in italics, or with dots below.
    pub is_stressed: bool,
    /// In italics where the language has them.
    pub is_slanted: bool,
    pub is_struck: bool,
    pub is_underlined: bool,
    pub is_marked: bool,
    /// The style of the run.
    pub style: Option<&'static str>,
    /// `superscript` or `subscript`.
    pub vertical: Option<&'static str>,
}

impl Look {
    /// As words of this language look.
    pub fn of(lang: Lang) -> Self {
        Self {
            lang,
            direction: None,
            is_bold: false,
            is_stressed: false,
            is_slanted: false,
            is_struck: false,
            is_underlined: false,
            is_marked: false,
            style: None,
            vertical: None,
        }
    }

    /// What a word processor is told of a run, in the order of its schema.
    pub fn write(&self, of_file: &Lang, version: Version, is_from_right: bool, out: &mut xml::Writer) {
        let is_chinese = self.lang.is_cjk();
        let is_easy = version == Version::EasyRead;
        let mut said = xml::Writer::piece();
        let mut value = |name: &str, value: &str| said.empty(name, &[("w:val", value)]);
        self.style.iter().for_each(|style| value("w:rStyle", style));
        let both = |said: &mut dyn FnMut(&str, &str), names: [&str; 2]| {
            names.into_iter().for_each(|name| said(name, "1"));
        };
        if self.is_bold || (self.is_stressed && is_easy) {
            both(&mut value, ["w:b", "w:bCs"]);
        }
        if !is_chinese && (self.is_slanted || (self.is_stressed && !is_easy)) {
            both(&mut value, ["w:i", "w:iCs"]);
        }
        if self.is_struck {
            value("w:strike", "1");
        }
        if self.is_marked {
            value("w:highlight", "yellow");
        }
        if self.is_underlined {
            value("w:u", "single");
        }
        self.vertical.iter().for_each(|vertical| value("w:vertAlign", vertical));
        if is_from_right {
            value("w:rtl", "1");
        }
        if self.is_stressed && is_chinese && !is_easy {
            value("w:em", "underDot");
        }
        if self.lang != *of_file {
            language("w:lang", &self.lang, &mut said);
        }
        if !said.is_empty() {
            out.open("w:rPr", &[]);
            out.add(&said);
            out.close("w:rPr");
        }
    }
}

/// Writes an element that says a language: of most words, and of those in its own script where word processors ask for that apart.
pub fn language(element: &str, lang: &Lang, out: &mut xml::Writer) {
    let tag = tag(lang);
    let mut attributes = vec![("w:val", tag.as_str())];
    if lang.is_cjk() || lang.script() == "Kore" {
        attributes.push(("w:eastAsia", &tag));
    }
    if lang.direction() == TextDirection::Rtl {
        attributes.push(("w:bidi", &tag));
    }
    out.empty(element, &attributes);
}

impl Writer<'_> {
    /// Writes words as the next words look. Those of the fallback language, which labels may have, are marked with it.
    pub fn say(&mut self, words: &str) {
        let own = self.look.lang.clone();
        let mut rest = words;
        while let Some(at) = rest.find([FALLBACK_BEGINS, FALLBACK_ENDS]) {
            self.add(slice(rest, ..at));
            let begins = slice(rest, at..).starts_with(FALLBACK_BEGINS);
            self.look.lang = if begins { languages::fallback() } else { own.clone() };
            rest = slice(rest, at + FALLBACK_BEGINS.len_utf8()..);
        }
        self.add(rest);
    }

    fn add(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        let look = self.look.clone();
        if self.open().pending.0 != look {
            self.flush();
            self.open().pending.0 = look;
        }
        let paragraph = self.open();
        paragraph.pending.1.push_str(words);
        paragraph.words.push_str(words);
    }

    /// Writes words with a look that is changed for them.
    pub fn with(&mut self, change: impl FnOnce(&mut Look), write: impl FnOnce(&mut Self)) {
        let before = self.look.clone();
        change(&mut self.look);
        write(self);
        self.look = before;
    }

    /// Writes bold words.
    pub fn say_bold(&mut self, words: &str) {
        self.with(|look| look.is_bold = true, |writer| writer.say(words));
    }

    /// Ends a line in the paragraph.
    pub fn line_break(&mut self) {
        self.element(|out| out.empty("w:br", &[]));
        self.open().words.push('\n');
    }

    /// Writes a run that holds something other than words.
    pub fn element(&mut self, write: impl FnOnce(&mut xml::Writer)) {
        self.open();
        self.flush();
        let (look, lang, version) = (self.look.clone(), self.lang.clone(), self.version);
        let runs = &mut self.open().runs;
        runs.open("w:r", &[]);
        look.write(&lang, version, false, runs);
        write(runs);
        runs.close("w:r");
    }

    /// Writes the words that are no run yet.
    pub fn flush(&mut self) {
        let Some(paragraph) = &mut self.paragraph else { return };
        let words = std::mem::take(&mut paragraph.pending.1);
        if words.is_empty() {
            return;
        }
        let look = paragraph.pending.0.clone();
        let of_words = look.direction.or_else(|| (look.lang != self.lang).then(|| look.lang.direction()));
        let base = of_words.unwrap_or(self.around.direction) == TextDirection::Rtl;
        for (is_from_right, range) in directions(&words, base) {
            paragraph.runs.open("w:r", &[]);
            look.write(&self.lang, self.version, is_from_right, &mut paragraph.runs);
            // Only a code block has lines, and each is a paragraph.
            let line = slice(&words, range).replace(['\n', '\r', '\u{2028}', '\u{2029}'], " ");
            for (at, piece) in line.split('\t').enumerate() {
                if at > 0 {
                    paragraph.runs.empty("w:tab", &[]);
                }
                if !piece.is_empty() {
                    paragraph.runs.words("w:t", piece);
                }
            }
            paragraph.runs.close("w:r");
        }
    }
}

/// Words cut where their direction changes, and whether each piece is written from the right. What is of no direction goes with the
/// words around it, or between words of both with the paragraph.
fn directions(words: &str, base: bool) -> Vec<(bool, Range<usize>)> {
    let classes = CodePointMapData::<BidiClass>::new();
    let mut pieces = Vec::new();
    let (mut start, mut neutral, mut current) = (0, 0, None);
    for (at, c) in words.char_indices() {
        let is_from_right = match classes.get(c) {
            BidiClass::RightToLeft | BidiClass::ArabicLetter => true,
            BidiClass::LeftToRight => false,
            _ => continue,
        };
        match current {
            Some(same) if same == is_from_right => {}
            None if is_from_right == base || at == 0 => current = Some(is_from_right),
            before => {
                let before = before.unwrap_or(base);
                let cut = if before == base { at } else { neutral };
                pieces.push((before, start..cut));
                start = cut;
                current = Some(is_from_right);
            }
        }
        neutral = at + c.len_utf8();
    }
    match current {
        Some(current) if current != base && neutral < words.len() => {
            pieces.push((current, start..neutral));
            pieces.push((base, neutral..words.len()));
        }
        current => pieces.push((current.unwrap_or(base), start..words.len())),
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_of_no_direction_goes_with_what_is_around_it() {
        let cut = |words: &'static str, base| -> Vec<(bool, &str)> {
            let pieces = directions(words, base).into_iter();
            pieces.map(|(is_from_right, range)| (is_from_right, slice(words, range))).collect()
        };
        assert_eq!(cut("1. 决定，a。", false), [(false, "1. 决定，a。")]);
        assert_eq!(
            cut("见 (حقوق الإنسان)。", false),
            [(false, "见 ("), (true, "حقوق الإنسان"), (false, ")。")]
        );
        assert_eq!(cut("1. حقوق 2", true), [(true, "1. حقوق 2")]);
        assert_eq!(
            cut("المادة A/HRC (5) من", true),
            [(true, "المادة "), (false, "A/HRC"), (true, " (5) من")]
        );
        assert_eq!(cut("(EPUB)", true), [(true, "("), (false, "EPUB"), (true, ")")]);
        assert_eq!(cut("", false), [(false, "")]);
    }
}
