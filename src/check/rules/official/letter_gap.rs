//! Letters of sub-paragraphs that do not follow one another.

use crate::check::{Applies, Found, Rule, Subject};
use crate::document::{Paragraph, Text};
use crate::finding::Severity;

/// `official/letter-gap`
pub static RULE: Rule = Rule {
    name: "official/letter-gap",
    severity: Severity::Error,
    applies: Applies::Official,
    criterion: None,
    source: "UN Editorial Manual: sub-paragraphs (a), (b), then (i), (ii)",
    docs: include_str!("../../../../tests/rules/official/letter-gap.md"),
    check,
};

const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

fn check(subject: &Subject<'_>, found: &mut Found<'_>) {
    let Some(resolution) = subject.resolution() else { return };
    resolution.operative.iter().for_each(|paragraph| children(paragraph, found));
}

fn children(paragraph: &Paragraph, found: &mut Found<'_>) {
    let depth = paragraph.id.letters.len();
    let mut expected = 0;
    for (index, child) in paragraph.children.iter().enumerate() {
        let letter = child.id.letters.last().map_or("", |letter| letter);
        let wanted = name(depth, expected);
        // A letter in its own place is right even after one that is not.
        if letter != wanted && letter != name(depth, index) {
            let span = if let Some(Text::Source(label)) = &child.label { *label } else { child.span };
            let message = format!("“({letter})” stands where “({wanted})” is expected");
            let help = "Compare with the official document: a sub-paragraph may be missing, or joined to the one before.";
            found.add(span, message, help);
        }
        // What follows is judged by this one too, so that one slip is one finding.
        expected = (0..).take(100).find(|&at| name(depth, at) == letter).unwrap_or(expected) + 1;
        children(child, found);
    }
}

/// The label of the `at`th sub-paragraph: letters, doubled after z; small Roman numerals below them.
fn name(depth: usize, at: usize) -> String {
    if depth % 2 == 1 {
        return ROMAN.get(at).map_or_else(|| (at + 1).to_string(), |&numeral| numeral.to_owned());
    }
    let letter = char::from(b'a' + (at % 26) as u8);
    std::iter::repeat_n(letter, at / 26 + 1).collect()
}
