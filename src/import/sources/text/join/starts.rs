//! What plainly begins at a line, whatever the layout says.

use std::ops::Range;

use super::super::layout::Wrap;
use super::super::lines::Line;
use super::boundary::{LineEnd, NARROWEST_WRAP};
use super::{DocumentPart, Joiner};
use crate::import::forms::act::Provision;
use crate::import::forms::is_annex;
use crate::import::script::{Script, width};
use crate::import::source::Style;
use crate::numbering::{Label, Number, Suffix};
use crate::source::slice;

/// What begins.
pub enum Start {
    /// A numbered paragraph.
    Operative(Number),
    /// A labelled one, behind this many bytes of a bullet.
    SubParagraph { bullet: usize, label: Label },
    /// The heading of an annex.
    Annex,
    /// An item of a list in a text without known structure.
    Item,
    /// A division, an annex or an article of an act; its number, or the last one where it stands for several.
    Provision { is_heading: bool, article: Option<u32> },
    /// The heading of a part of a report.
    Heading,
    /// The lines under the text.
    Closing,
}

impl Joiner<'_> {
    /// What plainly begins at this line.
    pub fn start(&self, line: &Line, next: Option<&Line>) -> Option<Start> {
        let said = slice(self.text, line.range.clone());
        match self.part {
            DocumentPart::Closing => None,
            DocumentPart::Plain if self.is_resolution && self.begins_annex(said) => Some(Start::Annex),
            DocumentPart::Plain => self
                .provision(line, said)
                .or_else(|| self.heading(line, said))
                .or_else(|| self.item(line, said)),
            DocumentPart::Preamble | DocumentPart::Operative | DocumentPart::Annex => {
                let next = next.map(|next| slice(self.text, next.range.clone()));
                if self.closing.begins(said, next, || self.is_whole()) {
                    return Some(Start::Closing);
                }
                if self.part != DocumentPart::Preamble && self.begins_annex(said) {
                    return Some(Start::Annex);
                }
                self.operative(line, said).or_else(|| self.sub_paragraph(said))
            }
        }
    }

    /// A division or an article of an act. A short line is a heading where it does not fill the line, as the first line of a paragraph does.
    fn provision(&self, line: &Line, said: &str) -> Option<Start> {
        let (patterns, form) = self.act.as_ref()?;
        let is_short = width(said) * 2 < self.layout.full.max(NARROWEST_WRAP);
        let provision = form.provision(said, patterns)?;
        let is_heading = match provision {
            Provision::Division { .. } | Provision::Annex => true,
            Provision::Heading { is_bare, .. } => is_bare || is_short || self.layout.wrap == Wrap::Unwrapped,
            Provision::Article(_) => false,
        };
        // No sentence in a script without blanks has one behind the number of a chapter.
        let is_chapter = matches!(provision, Provision::Division { is_bare: false, .. })
            && is_short
            && self.script == Script::Solid;
        let article = match provision {
            Provision::Heading { label, .. } | Provision::Article(label) => Some(label),
            Provision::Division { .. } | Provision::Annex => None,
        };
        // In the middle of a sentence an article is named, unless it comes next.
        let is_next = !said.starts_with(char::is_lowercase)
            && article.as_ref().is_some_and(|label| label.number == 1 || label.number == self.article + 1);
        let article = article.map(|label| label.last.unwrap_or(label.number));
        (is_next || is_chapter || self.is_whole() || self.is_parted(line) || self.is_after_heading())
            .then_some(Start::Provision { is_heading, article })
    }

    /// Whether the last paragraph is a heading.
    pub fn is_after_heading(&self) -> bool {
        self.paragraphs.last().is_some_and(|last| matches!(last.style, Style::Heading(_)))
    }

    fn begins_annex(&self, said: &str) -> bool {
        self.is_whole() && is_annex(said, self.rules)
    }

    pub fn operative(&self, line: &Line, said: &str) -> Option<Start> {
        let number = Number::of(said)?;
        let (last, suffix) = self.number;
        let is_next = match number.suffix {
            Suffix::None => number.value == last + 1,
            inserted => number.value == last && inserted != suffix,
        };
        // A full stop after digits says enough; other marks also stand inside sentences.
        let is_plain = number.mark == '.' && number.suffix == Suffix::None;
        let begins = self.part != DocumentPart::Preamble
            && (self.begins(line)
                || (is_plain && (self.is_whole() || self.part == DocumentPart::Annex && line.is_parted())));
        ((is_next && (is_plain || self.is_whole())) || begins).then_some(Start::Operative(number))
    }

    /// A heading whose label comes next, where the text above it is at an end.
    fn heading(&self, line: &Line, said: &str) -> Option<Start> {
        let mut headings = self.headings?;
        headings.level(said, self.rules)?;
        let is_ended = self.is_parted(line) || self.is_whole() || self.line_end(line) != LineEnd::Broken;
        is_ended.then_some(Start::Heading)
    }

    fn sub_paragraph(&self, said: &str) -> Option<Start> {
        if self.part == DocumentPart::Preamble {
            return None;
        }
        let bullet = bullet(said);
        let rest = slice(said, bullet..);
        let label = Label::of(rest)?;
        // In the middle of a sentence, only a label in brackets that comes next.
        let is_bracketed =
            rest.strip_prefix(['(', '（']).is_some_and(|rest| !rest.starts_with(char::is_numeric));
        let is_next = match &self.label {
            Some(last) => label.comes_after(last),
            None => label.is_a(),
        };
        (self.is_whole() || (is_bracketed && is_next)).then_some(Start::SubParagraph { bullet, label })
    }

    /// An item of a list in a text without known structure.
    fn item(&self, line: &Line, said: &str) -> Option<Start> {
        let is_next = Number::of(said).is_some_and(|number| {
            let is_plain = number.mark == '.' && number.suffix == Suffix::None;
            let is_ended = self.is_whole() || self.is_below_heading;
            let is_next = number.value == self.number.0 + 1 || number.value == 1;
            ((is_plain || is_ended || self.is_parted(line)) && is_next)
                || (is_plain && is_ended && self.headings.is_some())
        });
        let bullet = bullet(said);
        let is_labelled =
            Label::of(slice(said, bullet..)).is_some() && (self.is_whole() || self.is_parted(line));
        (is_next || bullet > 0 || is_labelled).then_some(Start::Item)
    }
}

/// A line without the number, label or bullet it begins with.
pub fn words(text: &str, line: &Line) -> Range<usize> {
    let said = slice(text, line.range.clone());
    let number = Number::of(said).map(|number| number.length);
    let label = || Label::of(slice(said, bullet(said)..)).map(|label| bullet(said) + label.length);
    line.range.start + number.or_else(label).unwrap_or(bullet(said))..line.range.end
}

/// How many bytes of a line are a bullet with the blanks after it.
pub fn bullet(said: &str) -> usize {
    let rest = said.trim_start_matches(['•', '-', '*']);
    let is_one = said.len() - rest.len() == said.chars().next().map_or(0, char::len_utf8);
    let words = rest.trim_start();
    if is_one && rest.len() < said.len() && words.len() < rest.len() { said.len() - words.len() } else { 0 }
}
