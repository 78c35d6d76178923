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
    subject.numbered().for_each(|paragraph| children(subject, paragraph, reporter));
}

fn children(subject: &Subject<'_>, paragraph: &Paragraph, reporter: &mut Reporter<'_>) {
    let counting = counting(paragraph);
    let (mut expected, mut place) = (0, 0);
    let mut last: Option<&Paragraph> = None;
    for child in &paragraph.children {
        let letter = letter(child);
        // What was put in, (2a) or (ab), takes no place in the count.
        let is_of_act = paragraph.id.part.is_of_act();
        if is_put_in(letter, last.filter(|_| is_of_act).map(self::letter)) {
            children(subject, child, reporter);
            continue;
        }
        let wanted = name(counting, expected);
        // A letter in its own place is right even after one that is not.
        if letter != wanted && letter != name(counting, place) {
            let span = if let Some(Text::Source(label)) = &child.label { *label } else { child.span };
            let help = "Compare with the official document: a sub-paragraph may be missing, or joined to the one before.";
            reporter.add(span, message(subject, child, last, &wanted), help);
        }
        // What follows is judged by this one too, so that one slip is one finding.
        expected = (0..).take(100).find(|&at| name(counting, at) == letter).unwrap_or(expected) + 1;
        place += 1;
        last = Some(child);
        children(subject, child, reporter);
    }
}

/// What is wrong. The labels of acts have many forms, and names that are not as they are printed.
fn message(subject: &Subject<'_>, child: &Paragraph, last: Option<&Paragraph>, wanted: &str) -> String {
    let printed =
        |of: &Paragraph| of.label.as_ref().map(|label| subject.document.text(label).trim().to_owned());
    match (child.id.part.is_of_act(), printed(child), last.and_then(printed)) {
        (true, Some(label), Some(last)) => format!("“{label}” does not follow “{last}”"),
        (true, Some(label), None) => format!("“{label}” is the first label here"),
        _ => format!("“({})” stands where “({wanted})” is expected", letter(child)),
    }
}

/// Its part of the name.
fn letter(child: &Paragraph) -> &str {
    child.id.letters.last().map_or("", |letter| letter)
}

/// How the sub-paragraphs of a paragraph are counted: as the first of them says, else letters and small Roman numerals
/// by turns.
fn counting(paragraph: &Paragraph) -> Counting {
    let first = paragraph.children.first().and_then(|child| child.id.letters.last());
    match first.map_or("", |first| first) {
        "i" if paragraph.id.part == ResolutionPart::Operative => Counting::Roman,
        first if first.starts_with(|c: char| c.is_ascii_digit()) => Counting::Digits,
        _ if paragraph.id.part.is_of_act() => Counting::Letters,
        _ if paragraph.id.letters.len() % 2 == 1 => Counting::Roman,
        _ => Counting::Letters,
    }
}

/// Whether a part of a name is a number with a letter, or a letter with one behind the last: (ab) behind (a).
fn is_put_in(name: &str, last: Option<&str>) -> bool {
    let is_numbered =
        name.starts_with(|c: char| c.is_ascii_digit()) && name.ends_with(|c: char| c.is_ascii_lowercase());
    is_numbered || name.len() == 2 && last.is_some_and(|last| last.len() == 1 && name.starts_with(last))
}
