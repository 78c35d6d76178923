//! The body as Markdown, and the ledger's entries for it.
//!
//! In: paragraphs, notes and marks. Out: one paragraph a line with a blank line between; numbers as list items,
//! labelled paragraphs indented under them, headings as headings, notes at the end; and where each of them came from. Characters
//! that Markdown would act on are escaped, so the parsed text is the source's text.

mod escape;
mod origins;
mod words;

use std::collections::HashMap;
use std::ops::Range;

use super::ledger::{Destination, Ledger};
use super::passage::Joint;
use super::recognise::body::{Body, Paragraph, ParagraphKind, list_number};
use super::script::Script;
use super::source::{Note, Paragraph as Given, Style};
use crate::numbering::Label;
use crate::source::slice;
use escape::{Position, escape};

pub use origins::Origins;

/// Writes the body of a document after its front matter; `text` is what its source shows.
pub fn write<'a>(
    front: String,
    body: &'a Body,
    text: &'a str,
    script: Script,
    ledger: &'a mut Ledger,
) -> (String, Origins<'a>) {
    let (labels, origins) = (labels(&body.notes), Origins::default());
    let mut writer = Writer { out: front, origins, labels, text, script, ledger };
    let mut indent = 0;
    for (at, paragraph) in body.paragraphs.iter().enumerate() {
        writer.paragraph(paragraph, Home::Paragraph(at as u32), &mut indent);
    }
    for (at, note) in body.notes.iter().enumerate() {
        let start = format!("[^{}]: ", writer.labels[at]);
        let at = at as u32;
        writer.origins.add(writer.out.len(), note.mark.clone().into());
        writer.out.push_str(&start);
        writer.ledger.add(note.mark.clone().into(), Destination::NoteLabel(at));
        writer.words(&note.words, None, Home::Note(at), Position::Start);
        writer.out.push_str("\n\n");
    }
    writer.out.truncate(writer.out.trim_end().len());
    writer.out.push('\n');
    (writer.out, writer.origins)
}

struct Writer<'a> {
    out: String,
    origins: Origins<'a>,
    labels: Vec<String>,
    text: &'a str,
    script: Script,
    ledger: &'a mut Ledger,
}

/// What words belong to.
#[derive(Clone, Copy)]
enum Home {
    Paragraph(u32),
    Note(u32),
}

impl Home {
    fn destination(self) -> Destination {
        match self {
            Home::Paragraph(paragraph) => Destination::Paragraph(paragraph),
            Home::Note(note) => Destination::Note(note),
        }
    }
}

impl<'a> Writer<'a> {
    /// Writes a paragraph; `indent` is how far the paragraphs under the last number stand in.
    fn paragraph(&mut self, paragraph: &'a Paragraph, home: Home, indent: &mut usize) {
        let Paragraph { kind, given } = paragraph;
        self.origins.add(self.out.len(), given.whole());
        let printed = given.number.clone().map(|number| slice(self.text, number));
        let mut number = given.number.clone();
        match kind {
            ParagraphKind::Operative(value, _) | ParagraphKind::Numbered(value)
                if printed == Some(&list_number(*value)) =>
            {
                let written = format!("{value}. ");
                *indent = written.len();
                self.out.push_str(&written);
                number
                    .take()
                    .into_iter()
                    .for_each(|number| self.ledger.add(number.into(), home.destination()));
            }
            ParagraphKind::SubParagraph | ParagraphKind::Labelled => {
                self.out.extend(std::iter::repeat_n(' ', *indent))
            }
            ParagraphKind::Heading(level) => {
                self.out.extend(std::iter::repeat_n('#', (*level).into()));
                self.out.push(' ');
                *indent = 0;
            }
            // What stands at the margin ends the list before it.
            _ => *indent = 0,
        }
        if given.style == Style::Quotation && !matches!(kind, ParagraphKind::Heading(_)) {
            self.out.push_str("> ");
        }
        let mut place = Position::Start;
        if let Some(number) = number {
            self.number(number, given, home);
            place = Position::Inside;
        }
        self.words(&given.words, given.lang.as_ref(), home, place);
        self.out.truncate(self.out.trim_end().len());
        self.out.push_str("\n\n");
    }

    /// Writes a number that stands in the text, with the space after it.
    fn number(&mut self, number: Range<usize>, given: &Given, home: Home) {
        let printed = slice(self.text, number.clone());
        self.origins.add(self.out.len(), number.clone().into());
        escape(printed, Position::Start, &mut self.out);
        self.ledger.add(number.clone().into(), home.destination());
        let words = given.words.passage.text().chars().next();
        let gap = slice(self.text, number.end..given.words.passage.whole().range().start.max(number.end));
        let joint = if gap.contains('\n') { Joint::Wrap(self.script) } else { Joint::Space };
        let is_joined = gap.is_empty() && Label::of(printed).is_none();
        if let (Some(last), Some(first)) = (printed.chars().next_back(), words)
            && !is_joined
            && joint.is_space(last, first)
        {
            self.out.push(' ');
        }
    }
}

/// Labels for the notes: their numbers, made different where one comes twice.
fn labels(notes: &[Note]) -> Vec<String> {
    let mut used: HashMap<&str, usize> = HashMap::new();
    let label = |note: &Note, count: usize| match count {
        1 => note.number.clone(),
        _ => format!("{}-{count}", note.number),
    };
    notes
        .iter()
        .map(|note| {
            let count = used.entry(&note.number).or_default();
            *count += 1;
            label(note, *count)
        })
        .collect()
}
