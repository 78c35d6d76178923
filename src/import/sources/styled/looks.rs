//! Headings that only look like headings: lines in bold, in larger letters, or in another font than the words around them.
//!
//! In: how the words of each line look, and how most words of the file look. Out: which lines are headings by it, and which of them
//! look alike. Such a heading is a guess, and each is reported.

use std::collections::HashMap;

use crate::import::script::{is_han, width};

/// How letters look.
#[derive(Debug, Clone, Copy)]
pub struct Letters<'a> {
    /// In bold.
    pub is_bold: bool,
    /// The size, in half points.
    pub size: Option<u32>,
    /// The font of Chinese characters.
    pub font: Option<&'a str>,
}

/// How the words of a line look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineLook {
    letters: usize,
    columns: usize,
    is_bold: bool,
    /// The smallest size, in half points.
    size: Option<u32>,
    font: Option<Option<String>>,
    is_mixed: bool,
    last: Option<char>,
}

impl Default for LineLook {
    fn default() -> Self {
        Self { letters: 0, columns: 0, is_bold: true, size: None, font: None, is_mixed: false, last: None }
    }
}

/// The size of words that do not say any, in half points.
const DEFAULT_SIZE: u32 = 20;

/// No heading is wider, in columns of half a Chinese character.
const WIDEST: usize = 80;

/// How much larger the letters of a heading are, in half points.
const LARGER: u32 = 2;

impl LineLook {
    /// Adds words.
    pub fn add(&mut self, text: &str, look: Letters<'_>) {
        self.columns += width(text);
        let letters = text.chars().filter(|c| !c.is_whitespace()).count();
        if letters == 0 {
            return;
        }
        self.letters += letters;
        self.last = text.trim_end().chars().next_back();
        self.is_bold &= look.is_bold;
        let size = look.size.unwrap_or(DEFAULT_SIZE);
        self.size = Some(self.size.map_or(size, |known| known.min(size)));
        let font = look.font.map(str::to_owned);
        match &self.font {
            None => self.font = Some(font),
            Some(known) => self.is_mixed |= *known != font,
        }
    }

    /// How the line differs from most, if it looks like a heading; `label` is the form of what counts it.
    pub fn heading(&self, usual: &Looks, label: Option<char>) -> Option<HeadingLook> {
        let size = self.size?;
        let is_larger = size >= usual.size() + LARGER;
        let is_other_font = label.is_some()
            && !self.is_mixed
            && self.font.as_ref().is_some_and(|font| Some(font) != usual.font().as_ref());
        let is_short = self.columns <= WIDEST;
        let is_ended = self.last.is_some_and(|last| "。.；;，,：:!！?？".contains(last));
        let is_bold = self.is_bold && !usual.is_bold();
        let differs = is_bold || is_larger || is_other_font;
        (is_short && !is_ended && differs).then_some(HeadingLook { size, is_bold, label })
    }
}

/// How headings of one level look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeadingLook {
    /// The size, in half points.
    pub size: u32,
    is_bold: bool,
    label: Option<char>,
}

/// The form of the label that a line begins with: what stands where its number does not.
pub fn form(line: &str) -> char {
    let first = line.chars().next().unwrap_or_default();
    match first {
        '（' | '(' | '第' => first,
        first if first.is_ascii_digit() => '1',
        first if is_han(first) => '一',
        _ => 'a',
    }
}

/// How most words of a file look.
#[derive(Debug, Default)]
pub struct Looks {
    sizes: HashMap<u32, usize>,
    fonts: HashMap<Option<String>, usize>,
    bold: usize,
    all: usize,
}

impl Looks {
    /// Adds a line.
    pub fn add(&mut self, look: &LineLook) {
        let Some(size) = look.size else { return };
        *self.sizes.entry(size).or_default() += look.letters;
        if let Some(font) = &look.font {
            *self.fonts.entry(font.clone()).or_default() += look.letters;
        }
        self.bold += if look.is_bold { look.letters } else { 0 };
        self.all += look.letters;
    }

    fn size(&self) -> u32 {
        self.sizes
            .iter()
            .max_by_key(|(size, letters)| (**letters, **size))
            .map_or(DEFAULT_SIZE, |(size, _)| *size)
    }

    fn font(&self) -> Option<Option<String>> {
        self.fonts
            .iter()
            .max_by_key(|(font, letters)| (**letters, (*font).clone()))
            .map(|(font, _)| font.clone())
    }

    fn is_bold(&self) -> bool {
        self.bold * 2 > self.all
    }
}
