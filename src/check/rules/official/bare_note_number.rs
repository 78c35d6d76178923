//! A digit glued to a word that was a note mark.

use std::sync::LazyLock;

use memchr::memmem;
use regex::Regex;

use crate::check::prose::Line;
use crate::check::{Applies, Found, Rule, Subject};
use crate::finding::Severity;

/// `official/bare-note-number`
pub static RULE: Rule = Rule {
    name: "official/bare-note-number",
    severity: Severity::Warning,
    applies: Applies::Official,
    criterion: Some("1.3.1 Info and Relationships"),
    source: "text copied from a page loses the raised position of its note marks (derived)",
    docs: include_str!("../../../../tests/rules/official/bare-note-number.md"),
    check,
};

static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(\p{Han}|[”》）a-z])([0-9]{1,2}|[¹²³⁴-⁹]+)[，。；,;.]")
        .expect("the pattern of a note's number")
});

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let may = |line: &&Line| may_hold_number(line.text.as_bytes());
    for line in subject.lines().iter().filter(may) {
        for number in NUMBER.captures_iter(&line.text) {
            let (Some(before), Some(digits)) = (number.get(1), number.get(2)) else { continue };
            let words = &line.text[..before.end()];
            if subject.pack.numbered_nouns.iter().any(|noun| words.ends_with(noun.as_str())) {
                continue;
            }
            let message = format!("“{}” looks like the mark of a note", digits.as_str());
            let help = format!("If the document raises it above the line, write [^{}].", digits.as_str());
            found.add(line.span(digits.range()), message, help);
        }
    }
}

/// Whether any digit is in the text. Most lines have none, and seeing that costs a hundredth of what the pattern does.
fn may_hold_number(text: &[u8]) -> bool {
    // Whole chunks at a time, so that the compiler can look at many bytes at once. ¹²³ begin with C2, ⁴ to ⁹ with E2 81.
    let digit = |seen: bool, byte: &u8| seen | byte.is_ascii_digit() | (*byte == 0xC2);
    text.chunks(64).any(|chunk| chunk.iter().fold(false, digit))
        || memmem::find(text, &[0xE2, 0x81]).is_some()
}
