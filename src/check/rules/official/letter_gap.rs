//! Letters of sub-paragraphs that do not follow one another.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::document::{Paragraph, ResolutionPart, Text};
use crate::finding::Severity;
use crate::numbering::{Counting, name};

/// `official/letter-gap`
pub static RULE: Rule = Rule {
    name: "official/letter-gap",
    severity: Severity::Error,
    applies: Applies::Numbered,
    criterion: None,
    source: "UN Editorial Manual: sub-paragraphs (a), (b), then (i), (ii)",
    docs: include_str!("letter_gap.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    subject.numbered().for_each(|paragraph| children(paragraph, reporter));
}

fn children(paragraph: &Paragraph, reporter: &mut Reporter<'_>) {
    let counting = counting(paragraph);
    let mut expected = 0;
    // What was put in, (2a), takes no place in the count.
    let counted = |child: &&Paragraph| !child.id.letters.last().is_some_and(|letter| is_put_in(letter));
    for (index, child) in paragraph.children.iter().filter(counted).enumerate() {
        let letter = child.id.letters.last().map_or("", |letter| letter);
        let wanted = name(counting, expected);
        // A letter in its own place is right even after one that is not.
        if letter != wanted && letter != name(counting, index) {
            let span = if let Some(Text::Source(label)) = &child.label { *label } else { child.span };
            let message = format!("“({letter})” stands where “({wanted})” is expected");
            let help = "Compare with the official document: a sub-paragraph may be missing, or joined to the one before.";
            reporter.add(span, message, help);
        }
        // What follows is judged by this one too, so that one slip is one finding.
        expected = (0..).take(100).find(|&at| name(counting, at) == letter).unwrap_or(expected) + 1;
        children(child, reporter);
    }
}

/// How the sub-paragraphs of a paragraph are counted: as the first of them says, else letters and small Roman numerals
/// by turns.
fn counting(paragraph: &Paragraph) -> Counting {
    let first = paragraph.children.first().and_then(|child| child.id.letters.last());
    match first.map_or("", |first| first) {
        "i" if paragraph.id.part == ResolutionPart::Operative => Counting::Roman,
        first if first.starts_with(|c: char| c.is_ascii_digit()) => Counting::Digits,
        _ if paragraph.id.part == ResolutionPart::Article => Counting::Letters,
        _ if paragraph.id.letters.len() % 2 == 1 => Counting::Roman,
        _ => Counting::Letters,
    }
}

/// Whether a part of a name is a number with a letter.
fn is_put_in(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_digit()) && name.ends_with(|c: char| c.is_ascii_lowercase())
}
