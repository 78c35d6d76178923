//! The labels of paragraphs and points in the articles of laws, which have more forms than those of resolutions.
//!
//! In: the words of a paragraph. Out: the label that they begin with, and what tells it from the one that it was put in behind; nothing
//! where they begin with none. Besides numbers and labels these are read: `一、`, `(A)`, `1a.`, `(1a)`, `（一之一）`, and a dash
//! between the label of the article and this one: `– (1)`.

use super::numerals::{chinese, chinese_digit, digits};
use super::{Counting, Label, Mark, Number, Suffix, inserted_place, of_roman};

/// The dashes that part the label of an article from that of its first paragraph.
const DASHES: [char; 3] = ['–', '—', '-'];

/// No label in brackets has more characters.
const LONGEST: usize = 8;

/// The label that the words of a paragraph in an article begin with.
pub fn label_in_article(words: &str) -> Option<(Label, Suffix)> {
    let after = words.trim_start_matches(DASHES);
    let dash = words.len() - after.len();
    let before = if dash > 0 { words.len() - after.trim_start().len() } else { 0 };
    let (mut label, suffix) = label(words.get(before..)?)?;
    label.length += before;
    Some((label, suffix))
}

fn label(words: &str) -> Option<(Label, Suffix)> {
    if let Some(label) = Label::of(words) {
        return Some((label, Suffix::None));
    }
    if let Some(Number { value, suffix, length, .. }) = Number::of(words) {
        return Some((Label::of_digits(length, value), suffix));
    }
    in_brackets(words).or_else(|| with_letter(words)).or_else(|| in_chinese(words))
}

/// `(A)`, `(IV)`, `(1a)`, `（一之一）`
fn in_brackets(words: &str) -> Option<(Label, Suffix)> {
    let inner = words.strip_prefix(['(', '（'])?;
    let (at, close) = inner.char_indices().take(LONGEST).find(|(_, c)| matches!(c, ')' | '）'))?;
    let said = inner.get(..at)?;
    let length = words.len() - inner.len() + at + close.len_utf8();
    let of = |mark, counting, value| Label::new(length, mark, counting, value);
    if let Some((value, put_in)) = said.split_once('之') {
        let place = chinese(put_in).or_else(|| whole_digits(put_in))?;
        let counting = if whole_digits(value).is_some() { Counting::Digits } else { Counting::Roman };
        let value = chinese(value).or_else(|| whole_digits(value))?;
        return Some((of(Mark::Brackets, counting, value), letter(place)?));
    }
    if let Some((taken, value)) = digits(said) {
        let place = said.get(taken..).filter(|rest| rest.len() == 1).and_then(inserted_place)?;
        return Some((of(Mark::Brackets, Counting::Digits, value), letter(place)?));
    }
    if said.is_empty() || !said.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    let capital = (said.len() == 1).then(|| inserted_place(said)).flatten();
    let readings = [
        capital.map(|value| (Counting::Letters, value)),
        of_roman(said).map(|value| (Counting::Roman, value)),
    ];
    readings.iter().any(Option::is_some).then(|| {
        let mark = Mark::BracketsOfCapitals;
        (Label { length, mark, readings, letters: said.to_ascii_lowercase().into() }, Suffix::None)
    })
}

/// `1a.`
fn with_letter(words: &str) -> Option<(Label, Suffix)> {
    let (taken, value) = digits(words)?;
    let mut rest = words.get(taken..)?.chars();
    let put_in = rest.next().filter(char::is_ascii_lowercase)?;
    let is_label = matches!(rest.next()?, '.' | '．') && rest.next().is_none_or(char::is_whitespace);
    is_label.then(|| (Label::of_digits(taken + 2, value), Suffix::Letter(put_in)))
}

/// `一、`
fn in_chinese(words: &str) -> Option<(Label, Suffix)> {
    let is_numeral = |c: char| chinese_digit(c).is_some() || c == '十';
    let taken: usize = words.chars().take(4).take_while(|c| is_numeral(*c)).map(char::len_utf8).sum();
    let value = chinese(words.get(..taken)?).filter(|value| *value > 0)?;
    let rest = words.get(taken..)?.strip_prefix('、')?;
    // 一、二级 is no label.
    let is_label = !rest.starts_with(is_numeral);
    is_label.then(|| (Label::new(taken + '、'.len_utf8(), Mark::Stop, Counting::Roman, value), Suffix::None))
}

fn whole_digits(said: &str) -> Option<u32> {
    digits(said).filter(|(taken, _)| *taken == said.len()).map(|(_, value)| value)
}

fn letter(place: u32) -> Option<Suffix> {
    let at = u8::try_from(place.checked_sub(1)?).ok().filter(|at| *at < 26)?;
    Some(Suffix::Letter(char::from(b'a' + at)))
}

/// A label of two letters as one that was put in: the label behind which it stands, and the letter. `(ab)` stands behind `(a)`; `(ii)` is a
/// numeral.
pub fn behind_a_letter(words: &str) -> Option<(Label, Suffix)> {
    let is_numeral = Label::of(words)
        .is_some_and(|label| label.readings().any(|(counting, _)| counting == Counting::Roman));
    let inner = words.strip_prefix(['(', '（'])?;
    let mut chars = inner.chars();
    let (first, second, close) = (chars.next()?, chars.next()?, chars.next()?);
    let is_label = [first, second].iter().all(char::is_ascii_lowercase) && matches!(close, ')' | '）');
    let value = inserted_place(inner.get(..1)?)?;
    let label = Label::new(words.len() - chars.as_str().len(), Mark::Brackets, Counting::Letters, value);
    (is_label && !is_numeral).then_some((label, Suffix::Letter(second)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_every_form_are_read() {
        for (words, value, suffix, length) in [
            ("（一）坡道", 1, "", 9),
            ("（一之二）坡道", 1, "b", 15),
            ("一、坡道", 1, "", 6),
            ("十二、坡道", 12, "", 9),
            ("1．坡道", 1, "", 4),
            ("(A) ramps", 1, "", 3),
            ("1a. Ramps", 1, "a", 3),
            ("(1a) Ramps", 1, "a", 4),
            ("(3B) Ramps", 3, "b", 4),
            ("– (1) Ramps", 1, "", 7),
            ("①坡道", 1, "", 3),
        ] {
            let (label, read) = label_in_article(words).unwrap_or_else(|| panic!("{words}"));
            assert_eq!(label.readings().next().map(|(_, value)| value), Some(value), "{words}");
            assert_eq!((read.to_string(), label.length), (suffix.to_owned(), length), "{words}");
        }
        for words in
            ["一、二级", "一些", "(UNICEF) and", "（之一）", "1a ramp", "– ramps", "(see)", "", "（见附件）"]
        {
            assert_eq!(label_in_article(words), None, "{words}");
        }
    }
}
