//! Raised numbers and numbers in square brackets, and whether they may be something else than marks.
//!
//! In: a number and the words before it. Out: its form, and whether it may be a power or a part of a formula.

use std::ops::Range;

use crate::languages::ResolutionPatterns;
use crate::source::slice;

/// A raised number, or one in square brackets.
#[derive(Debug)]
pub struct Raised {
    /// Where it stands.
    pub range: Range<usize>,
    /// Its number in ordinary digits.
    pub number: String,
    /// How it is written.
    pub form: Form,
    /// Whether it may be a power.
    pub power: Power,
}

/// How a mark is written, or the number that a note begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `¹` or `<sup>1</sup>`
    Raised,
    /// `[1]`, `〔1〕`, `【1】`: with this bracket.
    Bracketed(char),
    /// `[^1]`, which is nothing but a mark.
    Caret,
    /// `1`
    Plain,
}

impl Form {
    /// The form of a mark.
    pub fn of(mark: &str) -> Self {
        match mark.chars().next() {
            Some('[') if mark.starts_with("[^") => Self::Caret,
            Some(bracket @ ('[' | '［' | '〔' | '【')) => Self::Bracketed(bracket),
            Some('0'..='9') => Self::Plain,
            _ => Self::Raised,
        }
    }

    /// Whether a mark of this form may be something else, although there is a note of its number: the note is written
    /// otherwise. Programs raise a mark, and not the number of its note.
    pub fn may_be_other_than(self, note: Self) -> bool {
        match self {
            Self::Raised => matches!(note, Self::Bracketed(_) | Self::Caret),
            Self::Bracketed(_) => note != self,
            Self::Caret | Self::Plain => false,
        }
    }
}

/// Whether a number may be a power or belong to a formula, as in 10², x² and a[1].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Power {
    /// Nothing says so.
    No,
    /// It stands behind a number, a single letter or a unit.
    Maybe,
    /// It is a raised digit behind a unit or the number 10: without a note of its number it is no mark.
    Unit,
}

/// How many characters before a number say whether it is a power.
const LONGEST_BASE: usize = 32;

impl Power {
    /// What the words before a number say of it.
    pub fn of(before: &str, form: Form, rules: &ResolutionPatterns) -> Self {
        let start = before.char_indices().rev().nth(LONGEST_BASE - 1).map_or(0, |(at, _)| at);
        let before = slice(before, start..);
        if form == Form::Caret || is_symbol(before) || rules.notes.named.is_match(before) {
            Self::No
        } else if (is_unit(before) || is_ten(before)) && form == Form::Raised {
            Self::Unit
        } else if is_unit(before) || rules.notes.power.is_match(before) {
            Self::Maybe
        } else {
            Self::No
        }
    }
}

/// Whether a text ends with a unit that takes a raised digit, as in “km²”.
fn is_unit(before: &str) -> bool {
    let start = before.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len();
    matches!(slice(before, start..), "m" | "km" | "cm" | "mm" | "dm")
}

/// Whether a text ends with the number 10, whose powers are written out more often than any other.
fn is_ten(before: &str) -> bool {
    let rest = before.strip_suffix("10").or_else(|| before.strip_suffix("１０"));
    rest.is_some_and(|rest| {
        !rest.trim_end().ends_with(|c: char| c.is_numeric() || matches!(c, ',' | '.' | '/'))
    })
}

/// Whether a text ends with the symbol of a document, as in “A/HRC/RES/52/8”, or the number of a resolution, as in “48/141”,
/// which have no powers. “1/2” is a fraction.
fn is_symbol(before: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-');
    let symbol = slice(before, before.trim_end_matches(is_part).len()..);
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_of_resolution =
        symbol.len() > 3 && symbol.split_once('/').is_some_and(|(one, two)| is_number(one) && is_number(two));
    is_of_resolution || (symbol.starts_with(|c: char| c.is_ascii_uppercase()) && symbol.contains('/'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages::Languages;

    #[test]
    fn a_number_behind_a_number_a_letter_or_a_unit_may_be_a_power() {
        for tag in ["zh-Hans", "en"] {
            let language = Languages::built_in().of(&tag.parse().unwrap());
            let rules = language.patterns().unwrap();
            let of = |before| Power::of(before, Form::Raised, rules);
            for before in ["1 010", "第 12", "1,000", "２０", "x", "= a", "面积x", "100 ft", "(a+b)"] {
                assert_eq!(of(before), Power::Maybe, "{tag} {before}");
            }
            for before in ["m", "3 km", "每cm", "10", "第 10", "１０"] {
                assert_eq!(of(before), Power::Unit, "{tag} {before}");
            }
            for before in [
                "forum",
                "报告",
                "《公约》，",
                "in the Covenant,",
                "A/HRC/RES/52/8",
                "(2020/21)",
                "48/141",
                "条款A/HRC/1",
            ] {
                assert_eq!(of(before), Power::No, "{tag} {before}");
            }
            assert_eq!(Power::of("a", Form::Bracketed('['), rules), Power::Maybe);
            assert_eq!(Power::of("12", Form::Caret, rules), Power::No);
        }
        let en = Languages::built_in().of(&"en".parse().unwrap());
        for before in ["see annex I", "Annex B", "under Goal 4", "resolution 48"] {
            assert_eq!(Power::of(before, Form::Raised, en.patterns().unwrap()), Power::No, "{before}");
        }
        assert_eq!(Power::of("it is 1/2", Form::Raised, en.patterns().unwrap()), Power::Maybe);
        let zh = Languages::built_in().of(&"zh-Hans".parse().unwrap());
        for (before, want) in [
            ("100 平方米", Power::Maybe),
            ("一百米", Power::Maybe),
            ("每公里", Power::Maybe),
            ("玉米", Power::No),
            ("见附件I", Power::No),
            ("目标 4", Power::No),
        ] {
            assert_eq!(Power::of(before, Form::Raised, zh.patterns().unwrap()), want, "{before}");
        }
    }
}
