//! Numbers as lists print them, in the forms that Word knows by name.
//!
//! In: the name of a form and a number. Out: the numeral; none for a form that is not known here, of which the caller says so.

use crate::numbering::in_roman;

/// The largest number that is written in letters or Roman numerals: they grow with it.
const LARGEST: u32 = 5_000;

const HAN: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
const HAN_PLACES: [&str; 4] = ["", "十", "百", "千"];
const FORMAL: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
const FORMAL_TRADITIONAL: [&str; 10] = ["零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"];
const FORMAL_PLACES: [&str; 4] = ["", "拾", "佰", "仟"];
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";
const RUSSIAN: &str = "абвгдежзиклмнопрстуфхцчшщыэюя";
const ARABIC: &str = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي";
const ABJAD: &str = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
const HEBREW: &str = "אבגדהוזחטיכלמנסעפצקרשת";
const HANGUL: &str = "가나다라마바사아자차카타파하";
const IROHA: &str =
    "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン";
const AIUEO: &str =
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";

/// A number in a form.
pub fn numeral(form: &str, n: u32) -> Option<String> {
    let n_in = |first: u32, last: u32, start: u32| {
        let c = (first..=last).contains(&n).then(|| char::from_u32(start + n - first)).flatten();
        c.map_or_else(|| n.to_string(), String::from)
    };
    Some(match form {
        "decimal" => n.to_string(),
        "none" | "bullet" => String::new(),
        "decimalZero" => format!("{n:02}"),
        "numberInDash" => format!("- {n} -"),
        "hex" => format!("{n:X}"),
        "upperRoman" => roman(n),
        "lowerRoman" => roman(n).to_lowercase(),
        "upperLetter" => letters(n, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        "lowerLetter" => letters(n, "abcdefghijklmnopqrstuvwxyz"),
        "russianLower" => letters(n, RUSSIAN),
        "russianUpper" => letters(n, RUSSIAN).to_uppercase(),
        "arabicAlpha" => letters(n, ARABIC),
        "arabicAbjad" => letters(n, ABJAD),
        "hebrew2" => letters(n, HEBREW),
        "ganada" => letters(n, HANGUL),
        "iroha" | "irohaFullWidth" => letters(n, IROHA),
        "aiueo" | "aiueoFullWidth" => letters(n, AIUEO),
        "ideographTraditional" => turn(n, STEMS),
        "ideographZodiac" => turn(n, BRANCHES),
        "ideographZodiacTraditional" => turn(n, STEMS) + &turn(n, BRANCHES),
        "decimalFullWidth" | "decimalFullWidth2" => full_width(n),
        "decimalHalfWidth" => n.to_string(),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => circled(n),
        "decimalEnclosedFullstop" => n_in(1, 20, 0x2488),
        "decimalEnclosedParen" => n_in(1, 20, 0x2474),
        "ideographEnclosedCircle" => n_in(1, 10, 0x3280),
        "chineseCountingThousand" | "taiwaneseCountingThousand" | "koreanCounting" => {
            counted(n, &HAN, &HAN_PLACES, "零")
        }
        "chineseCounting" | "taiwaneseCounting" | "japaneseCounting" if n < 100 => {
            counted(n, &HAN, &HAN_PLACES, "零")
        }
        "chineseCounting"
        | "taiwaneseCounting"
        | "ideographDigital"
        | "taiwaneseDigital"
        | "japaneseDigitalTenThousand"
        | "koreanDigital2" => {
            n.to_string().bytes().filter_map(|digit| HAN.get(usize::from(digit - b'0'))).copied().collect()
        }
        "chineseLegalSimplified" => counted(n, &FORMAL, &FORMAL_PLACES, "零"),
        "ideographLegalTraditional" => counted(n, &FORMAL_TRADITIONAL, &FORMAL_PLACES, "零"),
        "hindiNumbers" => digits_from(n, 0x966),
        "hindiArabic" | "arabicIndic" => digits_from(n, 0x660),
        "thaiNumbers" => digits_from(n, 0xE50),
        _ => return None,
    })
}

fn roman(n: u32) -> String {
    if n == 0 || n > LARGEST { n.to_string() } else { in_roman(n) }
}

/// a to z, then aa, bb.
fn letters(n: u32, alphabet: &str) -> String {
    let count = alphabet.chars().count() as u32;
    let Some(at) = n.checked_sub(1).filter(|_| n <= LARGEST) else { return n.to_string() };
    let letter = alphabet.chars().nth((at % count) as usize).unwrap_or_default();
    std::iter::repeat_n(letter, (at / count + 1) as usize).collect()
}

/// One sign of a row that begins again at its end.
fn turn(n: u32, signs: &str) -> String {
    let count = signs.chars().count() as u32;
    let at = n.checked_sub(1).map(|at| (at % count) as usize);
    at.and_then(|at| signs.chars().nth(at)).map_or_else(|| n.to_string(), String::from)
}

/// A number in a circle; in digits where no character is that.
pub fn circled(n: u32) -> String {
    let c = match n {
        0 => Some('⓪'),
        1..=20 => char::from_u32(0x2460 + n - 1),
        21..=35 => char::from_u32(0x3251 + n - 21),
        36..=50 => char::from_u32(0x32B1 + n - 36),
        _ => None,
    };
    c.map_or_else(|| n.to_string(), String::from)
}

fn full_width(n: u32) -> String {
    digits_from(n, 0xFF10)
}

fn digits_from(n: u32, zero: u32) -> String {
    n.to_string().bytes().filter_map(|digit| char::from_u32(zero + u32::from(digit - b'0'))).collect()
}

/// A number in words of places: 一百零二; ten has no one before it.
fn counted(n: u32, digits: &[&str; 10], places: &[&str; 4], zero: &str) -> String {
    if n == 0 {
        return zero.to_owned();
    }
    let (high, low) = (n / 10_000, n % 10_000);
    let mut said = String::new();
    if high > 0 {
        said.push_str(&counted(high, digits, places, zero));
        said.push('万');
    }
    let mut is_gap = high > 0 && low < 1_000;
    for place in (0..4).rev() {
        let digit = low / 10_u32.pow(place) % 10;
        let place_word = places.get(place as usize).copied().unwrap_or_default();
        if digit == 0 {
            is_gap |= !said.is_empty();
            continue;
        }
        if is_gap {
            said.push_str(zero);
            is_gap = false;
        }
        let is_bare_ten = digit == 1 && place == 1 && said.is_empty() && place_word == "十";
        if !is_bare_ten {
            said.push_str(digits.get(digit as usize).copied().unwrap_or_default());
        }
        said.push_str(place_word);
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_word_prints_them() {
        for (form, n, want) in [
            ("chineseCounting", 1, "一"),
            ("chineseCounting", 10, "十"),
            ("chineseCounting", 12, "十二"),
            ("chineseCounting", 20, "二十"),
            ("chineseCounting", 103, "一〇三"),
            ("chineseCountingThousand", 103, "一百零三"),
            ("chineseCountingThousand", 110, "一百一十"),
            ("chineseCountingThousand", 1001, "一千零一"),
            ("chineseCountingThousand", 10_010, "一万零一十"),
            ("japaneseCounting", 21, "二十一"),
            ("ideographDigital", 20, "二〇"),
            ("chineseLegalSimplified", 12, "壹拾贰"),
            ("ideographLegalTraditional", 2, "貳"),
            ("ideographTraditional", 11, "甲"),
            ("ideographZodiac", 3, "寅"),
            ("decimalEnclosedCircle", 1, "①"),
            ("decimalEnclosedCircleChinese", 21, "㉑"),
            ("decimalEnclosedCircle", 51, "51"),
            ("decimalEnclosedFullstop", 2, "⒉"),
            ("decimalEnclosedParen", 20, "⒇"),
            ("decimalFullWidth", 12, "１２"),
            ("decimalZero", 7, "07"),
            ("upperRoman", 14, "XIV"),
            ("lowerRoman", 4, "iv"),
            ("lowerLetter", 27, "aa"),
            ("upperLetter", 3, "C"),
            ("lowerLetter", 0, "0"),
            ("lowerLetter", 4_000_000_000, "4000000000"),
            ("upperRoman", 4_000_000_000, "4000000000"),
            ("russianLower", 3, "в"),
            ("arabicAlpha", 2, "ب"),
            ("arabicAbjad", 3, "ج"),
            ("none", 3, ""),
        ] {
            assert_eq!(numeral(form, n).as_deref(), Some(want), "{form} {n}");
        }
        assert_eq!(numeral("ordinalText", 1), None);
    }
}
