//! Spaces between Chinese and digits in some places only.

use crate::check::pack::Unit;
use crate::check::segment::is_han;
use crate::check::{Applies, Found, Rule, Subject};
use crate::finding::Severity;

/// `official/mixed-spacing`
pub static RULE: Rule = Rule {
    name: "official/mixed-spacing",
    severity: Severity::Note,
    applies: Applies::Official,
    criterion: None,
    source: "W3C clreq: the gap is a matter of presentation; one text has one habit",
    docs: include_str!("../../../../tests/rules/official/mixed-spacing.md"),
    check,
};

/// Once for a text, at the first place of the rarer habit.
fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    if subject.pack.unit != Unit::Characters {
        return;
    }
    let (mut spaced, mut glued) = (Vec::new(), Vec::new());
    for line in subject.lines() {
        let mut before = None;
        let mut chars = line.text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let digit_follows = |next: Option<&(usize, char)>| next.is_some_and(|(_, c)| c.is_ascii_digit());
            if c == ' ' && before.is_some_and(is_han) && digit_follows(chars.peek()) {
                spaced.push(line.span(at..at + 1));
            } else if c.is_ascii_digit() && before.is_some_and(is_han) {
                glued.push(line.span(at..at + 1));
            }
            before = Some(c);
        }
    }
    let (rarer, habit) = if spaced.len() < glued.len() { (&spaced, "a") } else { (&glued, "no") };
    if let (Some(first), false, false) = (rarer.first(), spaced.is_empty(), glued.is_empty()) {
        let message =
            format!("here and in {} more places there is {habit} space before a digit", rarer.len() - 1);
        found.add(*first, message, "Leave it as it is; the page sets the gap.");
    }
}
