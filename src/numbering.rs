//! The numbers that paragraphs of a resolution begin with, and the labels of the paragraphs under them.
//!
//! In: the text of a line. Out: its number (`2.`, `２．`, `3、`, `1 bis.`, `1 之二.`, `2A.`) or its label (`(a)`, `a)`, `㈠`, `①`)
//! with what follows from it for the paragraph's name; nothing where the line begins with neither. Import and Markdown
//! read them alike, so a paragraph that one finds has its name in the other.

mod degrees;
mod numerals;
mod provisions;

use std::fmt;

pub use degrees::Degrees;
use numerals::{ROMAN, chinese, chinese_digit, digit, digits, enclosed, letter, roman, stopped, suffix};
pub use numerals::{arabic, in_roman, inserted_place, of_roman};
pub use provisions::{behind_a_letter, label_in_article};

/// What distinguishes a paragraph that was put between two others from the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Suffix {
    /// Nothing: the number alone.
    #[default]
    None,
    /// A letter, as in `2A`.
    Letter(char),
    /// A Latin word, as in `1 bis`.
    Word(&'static str),
}

/// As names have it: `2a`, `1-bis`.
impl fmt::Display for Suffix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => Ok(()),
            Self::Letter(letter) => write!(f, "{letter}"),
            Self::Word(word) => write!(f, "-{word}"),
        }
    }
}

impl Suffix {
    /// As people say it: `A`, ` bis`.
    pub fn said(self) -> String {
        match self {
            Self::None => String::new(),
            Self::Letter(letter) => letter.to_ascii_uppercase().to_string(),
            Self::Word(word) => format!(" {word}"),
        }
    }
}

/// The number of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    /// Its value.
    pub value: u32,
    /// What follows the digits.
    pub suffix: Suffix,
    /// How many bytes of the line it takes, with the mark after it.
    pub length: usize,
    /// The mark that ends it.
    pub mark: char,
}

impl Number {
    /// The number that a line begins with.
    pub fn of(line: &str) -> Option<Self> {
        let first = line.chars().next()?;
        if let Some(value) = stopped(first) {
            return Some(Self { value, suffix: Suffix::None, length: first.len_utf8(), mark: '.' });
        }
        let (digits, value) = digits(line)?;
        let after = line.get(digits..)?;
        let (suffix, taken) = suffix(after);
        let rest = after.get(taken..)?;
        let mark = rest.chars().next().filter(|mark| matches!(mark, '.' | '．' | '、'))?;
        let rest = rest.get(mark.len_utf8()..)?;
        // “3.5”, “12、13 段” and “…” are no numbers of paragraphs.
        let goes_on = |c: char| digit(c).is_some() || matches!(c, '.' | '．' | '、');
        (value > 0 && !rest.starts_with(goes_on)).then(|| Self {
            value,
            suffix,
            length: line.len() - rest.len(),
            mark,
        })
    }

    /// Whether it can be the number of the paragraph after the one with these.
    pub fn follows(self, value: u32, suffix: Suffix) -> bool {
        self.value > value || (self.value == value && self.suffix != Suffix::None && self.suffix != suffix)
    }
}

/// How labels are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counting {
    /// a, b, … z, aa, bb
    Letters,
    /// i, ii, iii; 一, 二, 三 in Chinese texts
    Roman,
    /// 1, 2, 3
    Digits,
}

/// What makes a number or a letter a label. Labels of one degree have the same: `1．` may stand under `（一）`, and `（1）` under that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// (1), a), ㈠
    Brackets,
    /// Capital letters or numerals in brackets: (A)
    BracketsOfCapitals,
    /// ①
    Circle,
    /// 1., 1、, 一、
    Stop,
}

/// The label of a paragraph under a numbered one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// How many bytes of the line it takes.
    pub length: usize,
    mark: Mark,
    /// What it may be: `(i)` is a letter or a Roman numeral.
    readings: [Option<(Counting, u32)>; 2],
    /// The letters as they are printed.
    letters: Box<str>,
}

impl Label {
    /// The label that a line begins with.
    pub fn of(line: &str) -> Option<Self> {
        let first = line.chars().next()?;
        if let Some((counting, value)) = enclosed(first) {
            let mark = if ('①'..='⑳').contains(&first) { Mark::Circle } else { Mark::Brackets };
            return Some(Self::new(first.len_utf8(), mark, counting, value));
        }
        let inner = line.strip_prefix(['(', '（']);
        let said = inner.unwrap_or(line);
        let close = said.char_indices().take(6).find(|(_, c)| matches!(c, ')' | '）'))?;
        let letters = said.get(..close.0)?;
        let length = line.len() - said.len() + close.0 + close.1.len_utf8();
        if !letters.is_empty() && letters.bytes().all(|byte| byte.is_ascii_lowercase()) {
            let label = Self {
                length,
                mark: Mark::Brackets,
                readings: [
                    letter(letters).map(|value| (Counting::Letters, value)),
                    roman(letters).map(|value| (Counting::Roman, value)),
                ],
                letters: letters.into(),
            };
            return label.readings.iter().any(Option::is_some).then_some(label);
        }
        inner?;
        let (taken, value) =
            digits(letters).or_else(|| chinese(letters).map(|value| (letters.len(), value)))?;
        let counting =
            if letters.chars().all(|c| digit(c).is_some()) { Counting::Digits } else { Counting::Roman };
        (taken == letters.len() && value > 0).then(|| Self::new(length, Mark::Brackets, counting, value))
    }

    /// A label of digits with a stop, as the items of a list have it.
    pub fn of_digits(length: usize, value: u32) -> Self {
        Self::new(length, Mark::Stop, Counting::Digits, value)
    }

    /// Whether it can only be counted in digits.
    pub fn is_of_digits(&self) -> bool {
        self.readings().all(|(counting, _)| counting == Counting::Digits)
    }

    fn new(length: usize, mark: Mark, counting: Counting, value: u32) -> Self {
        Self { length, mark, readings: [Some((counting, value)), None], letters: "".into() }
    }

    fn readings(&self) -> impl DoubleEndedIterator<Item = (Counting, u32)> + '_ {
        self.readings.iter().copied().flatten()
    }

    fn reads(&self, counting: Counting, value: u32) -> bool {
        self.readings().any(|reading| reading == (counting, value))
    }

    /// Whether it is the letter a, which begins most lists.
    pub fn is_a(&self) -> bool {
        self.reads(Counting::Letters, 1)
    }

    /// Whether it may be the same as another.
    pub fn is(&self, other: &Label) -> bool {
        self.mark == other.mark && self.readings().any(|(counting, value)| other.reads(counting, value))
    }

    /// Whether it comes next after another.
    pub fn comes_after(&self, last: &Label) -> bool {
        self.mark == last.mark && last.readings().any(|(counting, value)| self.reads(counting, value + 1))
    }

    /// Whether it is the first of its kind.
    pub fn is_first(&self) -> bool {
        self.readings().any(|(_, value)| value == 1)
    }

    /// The part of the paragraph's name, for one way of counting.
    fn name(&self, (counting, value): (Counting, u32)) -> Box<str> {
        match (counting, ROMAN.get(value as usize - 1)) {
            (Counting::Letters, _) => self.letters.clone(),
            (Counting::Roman, Some(roman)) => (*roman).into(),
            _ => value.to_string().into(),
        }
    }
}

/// The label that the `at`th paragraph of a degree has, where labels are counted like this.
pub fn name(counting: Counting, at: usize) -> String {
    match counting {
        Counting::Letters => {
            let letter = char::from(b'a' + (at % 26) as u8);
            std::iter::repeat_n(letter, at / 26 + 1).collect()
        }
        Counting::Roman => ROMAN.get(at).map_or_else(|| (at + 1).to_string(), |&roman| roman.to_owned()),
        Counting::Digits => (at + 1).to_string(),
    }
}

/// How many bytes of a line look like the number or the label of a paragraph, in any of the forms that people use.
pub fn looks_numbered(line: &str) -> Option<usize> {
    let first = line.chars().next()?;
    // Most lines are answered by their first character.
    let may = digit(first).is_some()
        || first.is_ascii_lowercase()
        || matches!(first, '(' | '（' | '十')
        || enclosed(first).is_some()
        || stopped(first).is_some()
        || chinese_digit(first).is_some();
    if !may {
        return None;
    }
    let known =
        Number::of(line).map(|number| number.length).or_else(|| Label::of(line).map(|label| label.length));
    known.or_else(|| {
        let is_numeral = |c: char| chinese_digit(c).is_some() || c == '十';
        let (length, marks) = match digits(line) {
            Some((length, _)) => (length, [')', '）']),
            None => {
                (line.chars().take(4).take_while(|&c| is_numeral(c)).map(char::len_utf8).sum(), ['、', '．'])
            }
        };
        let mut rest = line.get(length..)?.chars();
        let mark = rest.next().filter(|mark| length > 0 && marks.contains(mark))?;
        rest.next().is_none_or(|c| !is_numeral(c)).then_some(length + mark.len_utf8())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_every_form_are_read() {
        for (line, value, suffix, length) in [
            ("2. 请", 2, Suffix::None, 2),
            ("2.请", 2, Suffix::None, 2),
            ("２． 请", 2, Suffix::None, 6),
            ("3、 注意", 3, Suffix::None, 4),
            ("12．", 12, Suffix::None, 5),
            ("1 bis. Also", 1, Suffix::Word("bis"), 6),
            ("1bis. 又", 1, Suffix::Word("bis"), 5),
            ("1 之二. 又请", 1, Suffix::Word("bis"), 9),
            ("1之三．又请", 1, Suffix::Word("ter"), 10),
            ("⒉请", 2, Suffix::None, 3),
            ("2A. Takes", 2, Suffix::Letter('a'), 3),
            ("2Ａ． 注意", 2, Suffix::Letter('a'), 7),
        ] {
            let read = Number::of(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((read.value, read.suffix, read.length), (value, suffix, length), "{line}");
        }
        for line in [
            "2030 年",
            "3.5 度",
            "12、13 段",
            "0. 零",
            "1 see",
            "第 3 条",
            "",
            "1…",
            "1..",
            "1) x",
            "1",
            "2 B. x",
        ] {
            assert_eq!(Number::of(line), None, "{line}");
        }
        assert_eq!(format!("{}{}", Suffix::Word("bis"), Suffix::Letter('a')), "-bisa");
    }

    #[test]
    fn what_only_looks_like_a_number_is_known() {
        for line in
            ["2． 请", "1) 请", "１） 请", "一、 请", "十二、请", "(a) 请", "a) To", "㈠ 请", "①请", "2A. To"]
        {
            assert!(looks_numbered(line).is_some(), "{line}");
        }
        for line in [
            "2030 年",
            "一些国家",
            "一、二级",
            "(见附件)",
            "请",
            "and",
            "3.5",
            "",
            "十国",
            "(see) a",
            "to) x",
        ] {
            assert!(looks_numbered(line).is_none(), "{line}");
        }
    }
}
