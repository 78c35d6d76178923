//! Numbers as lists of OpenDocument print them.
//!
//! In: the form of numbers, which is a sign such as `1` or `i`, or the first numbers themselves (`一, 二, 三, ...`), and a number. Out: the
//! numeral; none for a form that is not known here, of which the caller says so.

use crate::import::sources::styled::numerals::numeral;

/// The largest number that is written in letters.
const LARGEST: u32 = 5_000;

/// Forms by what they begin with, with the names that Word has for them.
const FORMS: [(&str, &str); 24] = [
    ("", "none"),
    ("1", "decimal"),
    ("01", "decimalZero"),
    ("i", "lowerRoman"),
    ("I", "upperRoman"),
    ("一", "chineseCountingThousand"),
    ("壹", "chineseLegalSimplified"),
    ("甲", "ideographTraditional"),
    ("子", "ideographZodiac"),
    ("①", "decimalEnclosedCircle"),
    ("㈠", "enclosedHan"),
    ("㊀", "ideographEnclosedCircle"),
    ("⑴", "decimalEnclosedParen"),
    ("⒈", "decimalEnclosedFullstop"),
    ("１", "decimalFullWidth"),
    ("イ", "iroha"),
    ("ｲ", "iroha"),
    ("ア", "aiueo"),
    ("ｱ", "aiueo"),
    ("가", "ganada"),
    ("ㄱ", "hangul"),
    ("а", "russianLower"),
    ("А", "russianUpper"),
    ("١", "arabicIndic"),
];

/// A number in a form; `is_in_step` says that z is followed by aa, bb and not by aa, ab.
pub fn number(form: &str, n: u32, is_in_step: bool) -> Option<String> {
    let mut signs = form.split([',', '،']).map(str::trim);
    let first = signs.next().unwrap_or_default();
    match first {
        "a" | "A" if !is_in_step => Some(letters(n, first == "A")),
        "a" => numeral("lowerLetter", n),
        "A" => numeral("upperLetter", n),
        "أ" | "ا" => numeral(if signs.nth(1) == Some("ت") { "arabicAlpha" } else { "arabicAbjad" }, n),
        "א" => numeral("hebrew2", n),
        "壹" if form.contains(['貳', '參']) => numeral("ideographLegalTraditional", n),
        "㈠" if (1..=10).contains(&n) => char::from_u32(0x3220 + n - 1).map(String::from),
        _ => {
            let (_, name) = FORMS.iter().find(|(sign, _)| *sign == first)?;
            let said = numeral(name, n)?;
            // LibreOffice writes the zero of 一百〇三 as a circle.
            Some(if first == "一" { said.replace('零', "〇") } else { said })
        }
    }
}

/// a to z, then aa, ab.
fn letters(n: u32, is_large: bool) -> String {
    if n == 0 || n > LARGEST {
        return n.to_string();
    }
    let (mut left, mut signs) = (n, Vec::new());
    while left > 0 {
        left -= 1;
        signs.push(if is_large { b'A' } else { b'a' } + (left % 26) as u8);
        left /= 26;
    }
    signs.iter().rev().map(|sign| char::from(*sign)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_libreoffice_shows_them() {
        for (form, n, is_in_step, want) in [
            ("1", 12, false, "12"),
            ("a", 27, false, "aa"),
            ("a", 28, false, "ab"),
            ("a", 28, true, "bb"),
            ("A", 53, false, "BA"),
            ("i", 4, false, "iv"),
            ("I", 14, false, "XIV"),
            ("一, 二, 三, ...", 12, false, "十二"),
            ("一, 二, 三, ...", 103, false, "一百〇三"),
            ("壹, 贰, 叁, ...", 2, false, "贰"),
            ("壹, 貳, 參, ...", 2, false, "貳"),
            ("甲, 乙, 丙, ...", 2, false, "乙"),
            ("子, 丑, 寅, ...", 3, false, "寅"),
            ("①, ②, ③, ...", 20, false, "⑳"),
            ("㈠, ㈡, ㈢, ...", 2, false, "㈡"),
            ("أ, ب, ت, ...", 3, false, "ت"),
            ("", 3, false, ""),
            ("a", 4_000_000_000, false, "4000000000"),
        ] {
            assert_eq!(number(form, n, is_in_step).as_deref(), Some(want), "{form} {n}");
        }
        assert_eq!(number("☃, ☃☃, ...", 1, false), None);
    }
}
