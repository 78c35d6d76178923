//! The digits and letters of numbers: ordinary, full-width, Chinese, Roman, enclosed.

use super::{Counting, Suffix};

/// The longest number of a paragraph, in digits.
const DIGITS: usize = 3;

/// The small Roman numerals that label paragraphs.
pub(super) const ROMAN: [&str; 30] = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi",
    "xvii", "xviii", "xix", "xx", "xxi", "xxii", "xxiii", "xxiv", "xxv", "xxvi", "xxvii", "xxviii", "xxix",
    "xxx",
];

/// The values of Roman numerals that stand for themselves, the largest first.
const ROMAN_VALUES: [(u32, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// A number in Roman numerals, which grow with its thousands; nothing for 0.
pub fn in_roman(number: u32) -> String {
    let (mut written, mut rest) = (String::new(), number);
    for (value, numeral) in ROMAN_VALUES {
        while rest >= value {
            written.push_str(numeral);
            rest -= value;
        }
    }
    written
}

/// A number in digits of any script that its articles are counted in: ordinary, full-width, Arabic; at most four.
pub fn arabic(text: &str) -> Option<u32> {
    let value = |c| digit(c).or_else(|| ('٠'..='٩').contains(&c).then(|| u32::from(c) - u32::from('٠')));
    let is_number = !text.is_empty() && text.chars().nth(DIGITS + 1).is_none();
    if is_number { text.chars().try_fold(0, |number, c| Some(number * 10 + value(c)?)) } else { None }
}

/// A number in capital Roman numerals as they are rightly written.
pub fn of_roman(text: &str) -> Option<u32> {
    let (mut value, mut rest) = (0, text);
    for (of_numeral, numeral) in ROMAN_VALUES {
        while let Some(after) = rest.strip_prefix(numeral).filter(|_| value < 10_000) {
            (value, rest) = (value + of_numeral, after);
        }
    }
    (rest.is_empty() && value > 0 && in_roman(value) == text).then_some(value)
}

/// The place of what was put in behind a number, by its letter or its Latin word: 1 for a or bis.
pub fn inserted_place(said: &str) -> Option<u32> {
    let mut chars = said.chars();
    match (chars.next(), chars.next()) {
        (Some(letter @ ('a'..='z' | 'A'..='Z')), None) => {
            Some(u32::from(letter.to_ascii_lowercase()) - u32::from('a') + 1)
        }
        _ => INSERTED.iter().position(|word| word.eq_ignore_ascii_case(said)).map(|at| at as u32 + 1),
    }
}

/// Words after the number of a paragraph that was put between two others.
const INSERTED: [&str; 7] = ["bis", "ter", "quater", "quinquies", "sexies", "septies", "octies"];

/// The digits a text begins with, ordinary or full-width: their bytes and their value.
pub(super) fn digits(text: &str) -> Option<(usize, u32)> {
    let (mut length, mut value, mut count) = (0, 0u32, 0);
    for c in text.chars() {
        let Some(digit) = digit(c) else { break };
        (length, value, count) = (length + c.len_utf8(), value * 10 + digit, count + 1);
        if count > DIGITS {
            return None;
        }
    }
    // A number does not begin with 0.
    (count > 0 && text.chars().next().and_then(digit) != Some(0)).then_some((length, value))
}

pub(super) fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(u32::from(c) - u32::from('0')),
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        _ => None,
    }
}

pub(super) fn suffix(text: &str) -> (Suffix, usize) {
    if let Some(letter) = text.chars().next() {
        let small = match letter {
            'A'..='Z' => Some(letter.to_ascii_lowercase()),
            'Ａ'..='Ｚ' => char::from_u32(u32::from(letter) - u32::from('Ａ') + u32::from('a')),
            _ => None,
        };
        if let Some(small) = small {
            return (Suffix::Letter(small), letter.len_utf8());
        }
    }
    let word = text.trim_start_matches([' ', '\u{a0}', '-']);
    // Chinese texts write 2 之二 for 2 bis.
    let mut chinese = word.chars();
    if chinese.next() == Some('之')
        && let Some(at) = chinese.next().and_then(chinese_digit).and_then(|digit| digit.checked_sub(2))
        && let Some(known) = INSERTED.get(at as usize)
    {
        return (Suffix::Word(known), text.len() - chinese.as_str().len());
    }
    let length = word.bytes().take_while(u8::is_ascii_alphabetic).count();
    let said = word.get(..length).unwrap_or_default();
    let known = INSERTED.iter().find(|known| known.eq_ignore_ascii_case(said));
    known.map_or((Suffix::None, 0), |known| (Suffix::Word(known), text.len() - word.len() + length))
}

/// One sign that is a label by itself.
pub(super) fn enclosed(c: char) -> Option<(Counting, u32)> {
    let from = |first: char| u32::from(c) - u32::from(first) + 1;
    Some(match c {
        '㈠'..='㈩' => (Counting::Roman, from('㈠')),
        '㊀'..='㊉' => (Counting::Roman, from('㊀')),
        '①'..='⑳' => (Counting::Digits, from('①')),
        '⑴'..='⒇' => (Counting::Digits, from('⑴')),
        _ => return None,
    })
}

/// One sign that is a number with its full stop.
pub(super) fn stopped(c: char) -> Option<u32> {
    ('⒈'..='⒛').contains(&c).then(|| u32::from(c) - u32::from('⒈') + 1)
}

pub(super) fn chinese_digit(c: char) -> Option<u32> {
    "一二三四五六七八九".chars().position(|known| known == c).map(|at| at as u32 + 1)
}

/// The value of a Chinese numeral up to 99.
pub(super) fn chinese(text: &str) -> Option<u32> {
    let (tens, ones) = match text.split_once('十') {
        Some((tens, ones)) => (if tens.is_empty() { 1 } else { single(tens)? }, ones),
        None => (0, text),
    };
    let ones = if ones.is_empty() && tens > 0 { 0 } else { single(ones)? };
    Some(tens * 10 + ones)
}

pub(super) fn single(text: &str) -> Option<u32> {
    let mut chars = text.chars();
    let value = chinese_digit(chars.next()?)?;
    chars.next().is_none().then_some(value)
}

/// The place of a letter, or of a doubled one after z.
pub(super) fn letter(letters: &str) -> Option<u32> {
    let first = letters.bytes().next()?;
    let is_same = letters.bytes().all(|byte| byte == first);
    (is_same && letters.len() <= 2).then(|| u32::from(first - b'a') + 1 + 26 * (letters.len() as u32 - 1))
}

pub(super) fn roman(letters: &str) -> Option<u32> {
    ROMAN.iter().position(|roman| *roman == letters).map(|at| at as u32 + 1)
}
