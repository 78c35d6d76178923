//! Characters of the fonts Symbol and Wingdings as all fonts have them.
//!
//! In: the font and the code of `w:sym`. Out: the character; a code that is not listed stays one of private use, which the
//! import reports as a character that stands for no writing.

const GREEK_CAPITALS: &str = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
const GREEK: &str = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";

const SYMBOL: [(u32, char); 22] = [
    (0x2D, '−'),
    (0xA3, '≤'),
    (0xA5, '∞'),
    (0xAB, '↔'),
    (0xAC, '←'),
    (0xAD, '↑'),
    (0xAE, '→'),
    (0xAF, '↓'),
    (0xB0, '°'),
    (0xB1, '±'),
    (0xB2, '″'),
    (0xB3, '≥'),
    (0xB4, '×'),
    (0xB7, '•'),
    (0xB8, '÷'),
    (0xB9, '≠'),
    (0xBA, '≡'),
    (0xBB, '≈'),
    (0xBC, '…'),
    (0xD2, '®'),
    (0xD3, '©'),
    (0xD6, '√'),
];

const WINGDINGS: [(u32, char); 18] = [
    (0x28, '☎'),
    (0x2A, '✉'),
    (0x4A, '☺'),
    (0x6E, '■'),
    (0x6F, '□'),
    (0x71, '❑'),
    (0x76, '❖'),
    (0x9F, '•'),
    (0xA7, '▪'),
    (0xA8, '◻'),
    (0xD8, '➢'),
    (0xDF, '←'),
    (0xE0, '→'),
    (0xE1, '↑'),
    (0xE2, '↓'),
    (0xFB, '✗'),
    (0xFC, '✓'),
    (0xFE, '☑'),
];

/// A character of a font, by its code.
pub fn symbol(font: &str, code: &str) -> Option<char> {
    let code = u32::from_str_radix(code, 16).ok()?;
    let own = if (0xF000..=0xF0FF).contains(&code) { code - 0xF000 } else { code };
    let listed = |list: &[(u32, char)]| list.iter().find(|(known, _)| *known == own).map(|(_, c)| *c);
    let letter = |first: u32, letters: &str| letters.chars().nth(own.checked_sub(first)? as usize);
    let known = match font {
        "Symbol" => match own {
            0x41..=0x5A => letter(0x41, GREEK_CAPITALS),
            0x61..=0x7A => letter(0x61, GREEK),
            0x20..=0x3F => listed(&SYMBOL).or(char::from_u32(own)),
            _ => listed(&SYMBOL),
        },
        "Wingdings" => listed(&WINGDINGS),
        _ => None,
    };
    known.or(char::from_u32(code)).filter(|c| !c.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_their_font() {
        for (font, code, want) in [
            ("Symbol", "F061", Some('α')),
            ("Symbol", "F0B3", Some('≥')),
            ("Wingdings", "F0FE", Some('☑')),
            ("Wingdings", "00FC", Some('✓')),
            ("Wingdings", "F001", Some('\u{F001}')),
            ("Segoe UI Symbol", "2611", Some('☑')),
            ("Symbol", "x", None),
            ("Symbol", "F00A", Some('\u{F00A}')),
        ] {
            assert_eq!(symbol(font, code), want, "{font} {code}");
        }
    }
}
