//! Signs that readers cannot say.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;

/// `easy-read/special-character`
pub static RULE: Rule = Rule {
    name: "easy-read/special-character",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: Some("3.1.5 Reading Level"),
    source: "Inclusion Europe, Information for all (2009): no special characters; BITV 2.0, annex 2",
    docs: include_str!("special_character.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let prose = subject.prose();
    for (at, sign) in prose.text().char_indices().filter(|&(_, c)| is_sign(c)) {
        let place = at..at + sign.len_utf8();
        if subject.is_named(&place) {
            continue;
        }
        let message = format!("“{sign}” is a special character");
        reporter.add(prose.span(place), message, "Write it in words, or leave it out.");
    }
}

/// Whether it is a sign with a meaning only some readers know.
fn is_sign(c: char) -> bool {
    // Nearly all characters are Chinese ones, which stand behind all signs.
    c < '\u{2E80}'
        && (matches!(c, '\\' | '&' | '<' | '>' | '#' | '@' | '|' | '~' | '^' | '{' | '}')
            || matches!(c, '§' | '©' | '®' | '™' | '†' | '‡' | '¶' | '°')
            || matches!(c, '±' | '×' | '÷' | '≥' | '≤' | '≠' | '→' | '←' | '⇒' | '∑' | '√'))
}
