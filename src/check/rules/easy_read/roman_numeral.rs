//! Roman numerals.

use std::sync::LazyLock;

use regex::Regex;

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;
use crate::languages::is_whole_word;

/// `easy-read/roman-numeral`
pub static RULE: Rule = Rule {
    name: "easy-read/roman-numeral",
    severity: Severity::Error,
    applies: Applies::EasyRead,
    criterion: Some("3.1.5 Reading Level"),
    source: "Inclusion Europe, Information for all (2009): never use Roman numerals; W3C COGA 4.6",
    docs: include_str!("roman_numeral.md"),
    check,
};

static LETTERS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"[IVXLC]+|[\u{2160}-\u{217F}]+").expect("the letters of Roman numerals"));

static NUMERAL: LazyLock<Regex> = LazyLock::new(|| {
    let numeral = r"^(?:C{0,3}(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})|[\u{2160}-\u{217F}]+)$";
    Regex::new(numeral).expect("the form of Roman numerals")
});

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let prose = subject.prose();
    for letters in LETTERS.find_iter(prose.text()) {
        let numeral = letters.as_str();
        // Alone these are a word, a vitamin or a size.
        if matches!(numeral, "I" | "C" | "L") || !NUMERAL.is_match(numeral) {
            continue;
        }
        if is_whole_word(prose.text(), letters.range()) && !subject.is_named(&letters.range()) {
            let message = format!("“{numeral}” is a Roman numeral");
            reporter.add(prose.span(letters.range()), message, "Write the number in digits: 4, not IV.");
        }
    }
}
