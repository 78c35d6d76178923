//! Headings of a report that a body issued, which its text shows by their labels alone: `I. Introduction`, `A. Signs`, `一、导言`.
//!
//! In: paragraphs in their order. Out: the level of one that is a heading: a short line that does not end as sentences do, and whose
//! label comes next in its series. A number that goes on counting the paragraphs is none.

use crate::import::forms::is_annex;
use crate::import::script::width;
use crate::languages::ResolutionPatterns;
use crate::numbering::{Number, in_roman};
use crate::source::slice;

/// No heading is wider, in columns of half a Chinese character.
const WIDEST: usize = 120;

/// A series of labels has no more.
const MOST: u32 = 60;

/// How many digits a page of a table of contents has.
const LONGEST_PAGE: usize = 5;

/// The headings so far.
#[derive(Debug, Default, Clone, Copy)]
pub struct Headings {
    /// The last label of each series: Roman or Chinese numerals, letters, digits.
    last: [u32; 3],
    /// The number of the last paragraph.
    paragraph: u32,
    /// The level of the last heading.
    level: u8,
    /// Whether the last lines are a table of contents.
    is_in_contents: bool,
}

/// The level of the first series of labels, and of lines without one.
const HIGHEST: u8 = 2;

impl Headings {
    /// Whether the last line was one of a table of contents, below its heading.
    pub fn is_in_contents(&self) -> bool {
        self.is_in_contents
    }

    /// The level of a paragraph that is a heading.
    pub fn level(&mut self, said: &str, rules: &ResolutionPatterns) -> Option<u8> {
        if self.is_in_contents && entry_words(said).is_some() {
            return None;
        }
        self.is_in_contents = false;
        let is_ended = said.ends_with(['.', '。', ';', '；', ',', '，', ':', '：', '!', '?', '！', '？']);
        let may_be_one = width(said) <= WIDEST && !is_ended && !said.contains('\n');
        if may_be_one && (is_annex(said, rules) || rules.headings.is_match(said)) {
            let is_in_contents = rules.contents.is_match(said);
            *self = Self { level: HIGHEST, is_in_contents, ..Self::default() };
            return Some(HIGHEST);
        }
        let found = if may_be_one { self.series(said) } else { None };
        let Some((series, value)) = found else {
            let number = Number::of(said).map(|number| number.value);
            self.paragraph = number.filter(|number| *number == self.paragraph + 1).unwrap_or(self.paragraph);
            return None;
        };
        for (at, last) in self.last.iter_mut().enumerate() {
            if at == series {
                *last = value;
            } else if at > series {
                *last = 0;
            }
        }
        // No level is left out.
        self.level = (HIGHEST + series as u8).min(self.level.max(1) + 1);
        Some(self.level)
    }

    /// The series that the label of a line comes next in, and its value there.
    fn series(&self, said: &str) -> Option<(usize, u32)> {
        let (label, words) = said.split_once(['.', '、', '．'])?;
        let mark = slice(said, label.len()..).chars().next()?;
        let is_parted = mark != '.' || words.starts_with(char::is_whitespace);
        if label.is_empty() || !is_parted || !words.trim_start().starts_with(char::is_alphabetic) {
            return None;
        }
        let next = |series: usize| self.last.get(series).map_or(1, |last| last + 1);
        let comes = |series: usize, value: u32| {
            let is_next = value == next(series) || (value == 1 && series > 0);
            (is_next && value <= MOST).then_some((series, value))
        };
        let roman = in_roman(next(0)).eq_ignore_ascii_case(label) && label.chars().all(char::is_uppercase);
        if roman || chinese(next(0)) == label {
            return Some((0, next(0)));
        }
        if let [letter @ b'A'..=b'Z'] = label.as_bytes() {
            return comes(1, u32::from(letter - b'A') + 1);
        }
        let value: u32 = label.parse().ok()?;
        if value == self.paragraph + 1 { None } else { comes(2, value) }
    }
}

/// The words of a line of a table of contents, without the page behind them and the dots that lead to it.
pub fn entry_words(said: &str) -> Option<&str> {
    let words = said.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, 'i' | 'v' | 'x'));
    let digits = said.len() - words.len();
    let rest = words.trim_end_matches(|c: char| c.is_whitespace() || ".·…‥_-—".contains(c));
    ((1..=LONGEST_PAGE).contains(&digits) && rest.len() < words.len() && !rest.is_empty()).then_some(rest)
}

/// A number up to 99 in Chinese numerals.
fn chinese(number: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |value: u32| DIGITS.get(value as usize).copied().unwrap_or_default();
    match (number / 10, number % 10) {
        (0, ones) => digit(ones).to_owned(),
        (1, ones) => format!("十{}", digit(ones)),
        (tens, ones) => format!("{}十{}", digit(tens), digit(ones)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages::Languages;

    fn levels(lang: &str, lines: &[&str]) -> Vec<Option<u8>> {
        let language = Languages::built_in().of(&lang.parse().unwrap());
        let mut headings = Headings::default();
        lines.iter().map(|line| headings.level(line, language.patterns().unwrap())).collect()
    }

    #[test]
    fn labels_that_come_next_head_their_part() {
        let lines = [
            ("Summary", Some(2)),
            ("I. Introduction", Some(2)),
            ("1. The Assembly asked for a report.", None),
            ("2. It is here", None),
            ("II. Signs in stations", Some(2)),
            ("A. Letters", Some(3)),
            ("3. Letters are large.", None),
            ("B. Pictures", Some(3)),
            ("1. Drawings", Some(4)),
            ("4. Drawings help.", None),
            ("2. Photographs", Some(4)),
            ("C. Colours", Some(3)),
            ("IV. Out of order", None),
            ("III. Conclusions", Some(2)),
            ("A. See A/77/2", Some(3)),
            ("e.g. this", None),
            ("3.5 per cent", None),
            ("Annex", Some(2)),
            ("I. States", Some(2)),
        ];
        let said: Vec<_> = lines.iter().map(|(line, _)| *line).collect();
        assert_eq!(levels("en", &said), lines.iter().map(|(_, level)| *level).collect::<Vec<_>>());
        let lines = [
            ("摘要", Some(2)),
            ("一. 导言", Some(2)),
            ("1. 大会请秘书长报告。", None),
            ("二、标志", Some(2)),
            ("A. 大字", Some(3)),
            ("1. 图画", Some(4)),
            ("2. 图画有用。", None),
            ("十、不是下一个", None),
            ("附件一", Some(2)),
        ];
        let said: Vec<_> = lines.iter().map(|(line, _)| *line).collect();
        assert_eq!(levels("zh-Hans", &said), lines.iter().map(|(_, level)| *level).collect::<Vec<_>>());
    }

    #[test]
    fn numerals_are_written_as_reports_have_them() {
        for (number, want) in [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (35, "三十五")] {
            assert_eq!(chinese(number), want);
        }
    }
}
