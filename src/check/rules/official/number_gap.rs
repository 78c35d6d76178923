//! Numbers of operative paragraphs and articles that do not follow one another.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::document::{Document, Paragraph, ResolutionPart, Text};
use crate::finding::Severity;
use crate::numbering::Suffix;
use crate::source::Span;

/// `official/number-gap`
pub static RULE: Rule = Rule {
    name: "official/number-gap",
    severity: Severity::Error,
    applies: Applies::Numbered,
    criterion: None,
    source: "UN Editorial Manual: operative paragraphs are numbered from 1, alike in every language",
    docs: include_str!("number_gap.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let (mut expected, mut place, mut annex) = (1, 0, 0);
    for paragraph in subject.numbered() {
        let number = paragraph.id.number;
        // An annex counts its articles anew.
        if paragraph.id.annex != annex {
            (expected, place, annex) = (1, 0, paragraph.id.annex);
        }
        // A paragraph that was put in, 1 bis or 2A, takes no place in the count.
        place += u32::from(paragraph.id.suffix == Suffix::None);
        // A number in its own place is right even after one that is not; the same number again is the business of
        // `official/number-twice`.
        if number != expected && number != place && number.saturating_add(1) != expected {
            let noun = noun(paragraph);
            let message = format!("{noun} {number} stands where {noun} {expected} is expected");
            let help = format!(
                "Compare with the official document: one {noun} may be missing, or joined to the one before."
            );
            reporter.add(label(subject.document, paragraph), message, help);
        }
        let last = paragraph.through.unwrap_or(number);
        place += last - number;
        expected = last.saturating_add(1);
    }
}

/// What a numbered part of the text is called.
pub fn noun(paragraph: &Paragraph) -> &'static str {
    match paragraph.id.part {
        ResolutionPart::Article => "article",
        ResolutionPart::Section => "section",
        ResolutionPart::Preamble | ResolutionPart::Operative => "paragraph",
    }
}

/// Where the number stands, or the first line with it.
pub fn label(document: &Document, paragraph: &Paragraph) -> Span {
    match &paragraph.label {
        Some(Text::Source(label)) => *label,
        _ => first_line(document, paragraph.span),
    }
}

/// The first line of a part of the text.
pub fn first_line(document: &Document, span: Span) -> Span {
    let line = document.source.slice(span).lines().next().unwrap_or_default();
    let start = span.range().start;
    Span::from(start..start + line.len())
}
