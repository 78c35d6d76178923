//! What in a line is read sign by sign and not as words: addresses, names of files, numbers to call or to write to.
//!
//! In: a line and the data of its language. Out: byte ranges. A symbol of a document is none of these: it has a rule of its own.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memchr3_iter;
use regex::Regex;

use crate::languages::{LanguageData, is_whole_word};
use crate::source::slice;

/// Addresses of pages and of mail, and names of files: `www.example.org/a`, `office@example.org`, `report.pdf`.
static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    let free = r#"[^\s<>"“”‘’（）《》「」，。；、！？：]+"#;
    let url = format!(r"[A-Za-z][A-Za-z0-9+.-]*://{free}|(?:mailto|tel):{free}|www\.{free}");
    let mail = r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+";
    let file = r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.[a-z][a-z0-9]{1,4}(?:/[A-Za-z0-9_./-]*)?";
    Regex::new(&format!("{url}|{mail}|{file}")).expect("the form of addresses")
});

/// Numbers that are called, by their form: with `+`, with a 0 before the rest, with an area in brackets, in groups that end
/// with four digits, and Chinese mobile numbers.
static CALLED: LazyLock<Regex> = LazyLock::new(|| {
    let forms = [
        r"\+[0-9][0-9 ()./-]{5,}[0-9]",
        r"\(?0[0-9]{1,4}\)?[ -]?[0-9][0-9 -]{4,}[0-9]",
        r"\([0-9]{2,5}\) ?[0-9][0-9 -]{3,}[0-9]",
        r"[0-9]{3}[ -][0-9]{3,4}[ -][0-9]{4}",
        r"1[3-9][0-9]{9}",
    ];
    Regex::new(&forms.join("|")).expect("the form of numbers that are called")
});

/// A date in digits, which may begin with 0 too.
static DATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^[0-9]{1,4}[ -][0-9]{1,2}[ -][0-9]{1,4}$").expect("the form of dates in digits")
});

/// A number or several, after a word that says what they are for.
fn contact_numbers() -> String {
    let number = "[+(]*[0-9][0-9 ()./-]*[0-9]";
    format!("[^0-9+(]{{0,12}}?({number}(?:(?:, ?| or | and |、|或者?|和| ?/ ?){number})*)")
}

/// The designations of a line, in no order.
pub fn of(text: &str, language: &LanguageData) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if may_have_address(text) {
        let addresses = ADDRESS.find_iter(text).map(|address| {
            let end = address.as_str().trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'']).len();
            address.start()..address.start() + end
        });
        found.extend(addresses.filter(|range| is_whole_word(text, range.clone())));
    }
    if text.bytes().filter(u8::is_ascii_digit).nth(2).is_some() {
        let called = CALLED.find_iter(text).filter(|number| !DATE.is_match(number.as_str()));
        found.extend(called.map(|number| number.range()).filter(|range| is_alone(text, range)));
        let named =
            language.contact_numbers(contact_numbers).into_iter().flat_map(|regex| regex.captures_iter(text));
        found.extend(named.filter_map(|words| words.get(1)).map(|number| number.range()));
    }
    found
}

/// Whether there is a mark of addresses: most lines have a point at the end only, and seeing that takes little.
fn may_have_address(text: &str) -> bool {
    let bytes = text.as_bytes();
    let of_word = |at: Option<usize>| {
        at.and_then(|at| bytes.get(at))
            .is_some_and(|byte| byte.is_ascii_alphanumeric() || b"_/%+-".contains(byte))
    };
    memchr3_iter(b'.', b'@', b':', bytes).any(|at| of_word(at.checked_sub(1)) && of_word(Some(at + 1)))
}

/// Whether no digit goes on before or after it, not even behind the comma of a large number.
fn is_alone(text: &str, range: &Range<usize>) -> bool {
    let goes_on = |rest: &str| {
        let rest = rest.strip_prefix(',').unwrap_or(rest);
        rest.starts_with(|c: char| c.is_ascii_digit())
    };
    let (before, after) = (slice(text, ..range.start), slice(text, range.end..));
    let before = before.strip_suffix(',').unwrap_or(before);
    !before.ends_with(|c: char| c.is_ascii_digit()) && !goes_on(after)
}

#[cfg(test)]
mod tests {
    use crate::languages::Languages;

    use super::*;

    fn found(tag: &str, text: &str) -> Vec<String> {
        let mut ranges = of(text, Languages::built_in().of(&tag.parse().unwrap()).data());
        ranges.sort_by_key(|range| range.start);
        ranges.dedup();
        ranges.into_iter().map(|range| text[range].to_owned()).collect()
    }

    #[test]
    fn addresses_and_names_of_files_are_found() {
        assert_eq!(found("en", "Write to info@example.org."), ["info@example.org"]);
        assert_eq!(found("zh-Hans", "请写信给info@example.org。"), ["info@example.org"]);
        assert_eq!(
            found("en", "See www.example.org/a#b, https://a.example/x?y=1&z=2."),
            ["www.example.org/a#b", "https://a.example/x?y=1&z=2"]
        );
        assert_eq!(found("zh-Hans", "下载 report_2026.pdf，看看。"), ["report_2026.pdf"]);
        assert!(found("en", "We met. They agreed, e.g. on this.").is_empty());
    }

    #[test]
    fn numbers_to_call_are_found_and_amounts_are_not() {
        for (tag, text, number) in [
            ("en", "Phone 0800 123 4567.", "0800 123 4567"),
            ("en", "It is +41 22 917 9220 in Geneva.", "+41 22 917 9220"),
            ("en", "Call us: 12345", "12345"),
            ("en", "(020) 7946 0000", "(020) 7946 0000"),
            ("zh-Hans", "电话：010-12345678。", "010-12345678"),
            ("zh-Hans", "请拨打12345。", "12345"),
            ("zh-Hans", "手机号是 13812345678。", "13812345678"),
            ("zh-Hans", "邮编 100600", "100600"),
        ] {
            assert_eq!(found(tag, text), [number], "{text}");
        }
        for text in
            ["about 150,000 people", "1300000 people", "on 03-04-2023", "from 2019 to 2024", "100,000,0000"]
        {
            assert!(found("en", text).is_empty(), "{text}: {:?}", found("en", text));
        }
    }
}
