//! The parts of a document's text.
//!
//! In: the paragraphs of a source, with the numbers and styles it knows. Out: what each of them is in a resolution or in a
//! plain document; the lines under a resolution become fields of its front matter.

use super::Setting;
use super::act::{ActBody, leave_contents};
use super::fields::Fields;
use crate::import::forms::closing::{Becomes, ClosingReader};
use crate::import::forms::ends::is_whole;
use crate::import::forms::headings::Headings;
use crate::import::forms::{DocumentPart, is_annex};
use crate::import::ledger::Ledger;
use crate::import::passage::Joint;
use crate::import::source::{Head, Note, Paragraph as Given, Style};
use crate::import::unsure::Unsure;
use crate::languages::ResolutionPatterns;
use crate::numbering::{Label, Number, Suffix};
use crate::parse::in_quotation;
use crate::source::slice;

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParagraphKind {
    /// The line with the body's name that opens the preamble.
    Opening,
    /// A paragraph of the preamble.
    Preambular,
    /// A numbered paragraph.
    Operative(u32, Suffix),
    /// A labelled paragraph under a numbered one.
    SubParagraph,
    /// A heading, with its level.
    Heading(u8),
    /// A numbered paragraph of an annex or an article.
    Numbered(u32),
    /// A paragraph under a numbered one of an annex, or a point of an article.
    Labelled,
    /// An article of an act, whose number is its label.
    Article,
    /// Any other.
    Plain,
}

/// A paragraph.
#[derive(Debug)]
pub struct Paragraph {
    /// What it is.
    pub kind: ParagraphKind,
    /// What the source gave.
    pub given: Given,
}

/// All that the text after the head gives.
#[derive(Debug)]
pub struct Body {
    /// The paragraphs.
    pub paragraphs: Vec<Paragraph>,
    /// The notes.
    pub notes: Vec<Note>,
    /// What was not understood for certain.
    pub unsure: Vec<Unsure>,
}

/// The number of a paragraph as Markdown has it in lists.
pub fn list_number(value: u32) -> String {
    format!("{value}.")
}

/// The heading of an annex has this level.
const ANNEX: u8 = 2;

/// Finds the parts.
pub struct BodyReader<'a> {
    text: &'a str,
    rules: &'a ResolutionPatterns,
    closing: ClosingReader<'a>,
    is_resolution: bool,
    /// The headings of a report, where it is one.
    headings: Option<Headings>,
    /// The articles of an act, where it is one.
    act: Option<ActBody<'a>>,
    part: DocumentPart,
    /// The paragraph before, as far as it shows whether something else may follow.
    is_after_whole: bool,
    paragraphs: Vec<Paragraph>,
    unsure: Vec<Unsure>,
}

impl<'a> BodyReader<'a> {
    /// A reader for the text of a resolution, or any other.
    pub fn new(text: &'a str, setting: Setting<'a>, head: &Head) -> Self {
        let is_resolution = head.is_resolution;
        Self {
            text,
            rules: setting.rules,
            closing: ClosingReader::new(setting.rules, setting.script),
            is_resolution,
            headings: head.is_of_body.then(Headings::default),
            act: head.act.clone().map(|form| ActBody::new(text, setting.acts, form)),
            part: if is_resolution { DocumentPart::Preamble } else { DocumentPart::Plain },
            is_after_whole: true,
            paragraphs: Vec::new(),
            unsure: Vec::new(),
        }
    }

    /// Reads the paragraphs; the body has no notes yet.
    pub fn read(mut self, given: Vec<Given>, fields: &mut Fields, ledger: &mut Ledger) -> Body {
        if let Some(act) = self.act.take() {
            return self.read_act(act, given, ledger);
        }
        let mut given = given.into_iter().peekable();
        while let Some(paragraph) = given.next() {
            if self.is_closing(&paragraph, given.peek()) {
                self.part = DocumentPart::Closing;
            }
            if self.part == DocumentPart::Closing {
                if self.close(&paragraph, fields, ledger) {
                    self.is_after_whole = true;
                    continue;
                }
                self.part = DocumentPart::Plain;
            }
            let kind = self.kind(&paragraph);
            self.is_after_whole = self.is_whole(&paragraph);
            self.paragraphs.push(Paragraph { kind, given: paragraph });
        }
        Body { paragraphs: self.paragraphs, notes: Vec::new(), unsure: self.unsure }
    }

    /// Reads the paragraphs of an act.
    fn read_act(mut self, mut act: ActBody<'_>, mut given: Vec<Given>, ledger: &mut Ledger) -> Body {
        // Only the first heading of contents is looked at, as each look reads on to the end.
        if let Some(at) = given.iter().position(|paragraph| act.is_contents(paragraph)) {
            let end = at + act.contents(given.get(at..).unwrap_or_default());
            leave_contents(given.drain(at..end).collect(), ledger);
        }
        let quoted = in_quotation(given.iter().map(|paragraph| paragraph.words.passage.text()));
        for (mut paragraph, is_quoted) in given.into_iter().zip(quoted) {
            match self.paragraphs.last_mut() {
                _ if is_quoted => {
                    self.paragraphs.push(Paragraph { kind: ParagraphKind::Plain, given: paragraph })
                }
                Some(last) if act.is_title_of_last(&paragraph) => {
                    last.given.words.passage.append(paragraph.words.passage, Joint::Space);
                    act.kind(&mut Given::default());
                }
                _ => {
                    let kind = act.kind(&mut paragraph);
                    self.paragraphs.push(Paragraph { kind, given: paragraph });
                }
            }
        }
        self.unsure.append(&mut act.unsure);
        Body { paragraphs: self.paragraphs, notes: Vec::new(), unsure: self.unsure }
    }

    /// Whether a paragraph ends as those of this part end.
    fn is_whole(&self, paragraph: &Given) -> bool {
        let terminal = &self.rules.terminal;
        let terminal =
            if self.part == DocumentPart::Preamble { &terminal.preamble } else { &terminal.operative };
        is_whole(paragraph.words.passage.text(), terminal)
    }

    fn said(&self, paragraph: &Given) -> &'a str {
        slice(self.text, paragraph.whole().range())
    }

    fn is_closing(&self, paragraph: &Given, next: Option<&Given>) -> bool {
        matches!(self.part, DocumentPart::Preamble | DocumentPart::Operative | DocumentPart::Annex)
            && paragraph.number.is_none()
            && self.closing.begins(
                paragraph.words.passage.text(),
                next.map(|next| next.words.passage.text()),
                || self.is_after_whole,
            )
    }

    /// Puts a line under the text into its fields; whether it is one.
    fn close(&mut self, line: &Given, fields: &mut Fields, ledger: &mut Ledger) -> bool {
        let passage = &line.words.passage;
        let Some(parts) = self.closing.read(passage.text(), 0..passage.text().len()) else { return false };
        for part in parts {
            match part.becomes {
                Becomes::Field(key, joint) => fields.join(key, passage.part(self.text, part.range), joint),
                Becomes::LeftOut(reason) => {
                    passage.spans(part.range).for_each(|span| ledger.drop(span, reason));
                }
            }
        }
        true
    }

    fn kind(&mut self, paragraph: &Given) -> ParagraphKind {
        // What stands in a table is no part of the text around it, and a picture alone is no paragraph of a part.
        if paragraph.cell.is_some() || (paragraph.number.is_none() && paragraph.words.passage.is_empty()) {
            return ParagraphKind::Plain;
        }
        let may_be_annex = self.is_resolution && self.part != DocumentPart::Preamble && self.is_after_whole;
        if may_be_annex && paragraph.number.is_none() && is_annex(self.said(paragraph), self.rules) {
            self.part = DocumentPart::Annex;
            return ParagraphKind::Heading(ANNEX);
        }
        if let Style::Heading(level) = paragraph.style {
            // What an annex holds stands under its heading.
            let highest = if self.part == DocumentPart::Annex { ANNEX + 1 } else { 1 };
            return ParagraphKind::Heading(level.max(highest));
        }
        if let Some(level) = self.heading(paragraph) {
            return ParagraphKind::Heading(level);
        }
        let printed = paragraph.number.clone().map(|number| slice(self.text, number));
        let number = printed.and_then(Number::of);
        let is_item = printed.is_some() && paragraph.depth.is_some();
        let is_labelled = is_item || printed.is_some_and(|printed| Label::of(printed).is_some());
        match (self.part, number) {
            (DocumentPart::Plain | DocumentPart::Closing, _) => ParagraphKind::Plain,
            // Other numbers than these are no list in Markdown, and stand in the text.
            (DocumentPart::Annex, Some(number)) if printed == Some(&list_number(number.value)) => {
                ParagraphKind::Numbered(number.value)
            }
            (DocumentPart::Annex, Some(_)) => ParagraphKind::Plain,
            (DocumentPart::Preamble | DocumentPart::Operative, Some(Number { value, suffix, .. })) => {
                self.part = DocumentPart::Operative;
                ParagraphKind::Operative(value, suffix)
            }
            (DocumentPart::Annex, None) if is_labelled => ParagraphKind::Labelled,
            (DocumentPart::Operative, None) if is_labelled => ParagraphKind::SubParagraph,
            (DocumentPart::Preamble, None) if self.is_first() && self.opens(paragraph) => {
                ParagraphKind::Opening
            }
            (DocumentPart::Preamble, None) => ParagraphKind::Preambular,
            (DocumentPart::Operative | DocumentPart::Annex, None) => ParagraphKind::Plain,
        }
    }

    /// The level of a paragraph that heads a part of a report.
    fn heading(&mut self, paragraph: &Given) -> Option<u8> {
        let may_be_one = paragraph.style == Style::Body && paragraph.depth.is_none();
        // A heading may take two lines.
        let said = match paragraph.number {
            None => paragraph.words.passage.text(),
            Some(_) => self.said(paragraph),
        };
        let headings = self.headings.as_mut().filter(|_| may_be_one)?;
        let level = headings.level(said, self.rules);
        if level.is_none() && headings.is_in_contents() {
            let why = "this looks like a line of a table of contents, and has become a paragraph";
            self.unsure.push(Unsure::new(paragraph.whole().range(), why));
        }
        let level = level?;
        let why = "this line looks like a heading, and has become one";
        self.unsure.push(Unsure::note_only(paragraph.whole().range(), why));
        Some(level)
    }

    /// Whether no paragraph of the text stands before the next one; pictures may.
    fn is_first(&self) -> bool {
        self.paragraphs.iter().all(|paragraph| paragraph.kind == ParagraphKind::Plain)
    }

    /// Whether the first line of a paragraph opens the preamble.
    fn opens(&self, paragraph: &Given) -> bool {
        let line = self.said(paragraph).lines().next().unwrap_or_default();
        self.rules.opened_by(line.trim_end()).is_some()
    }
}
