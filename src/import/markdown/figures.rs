//! Pictures, with their captions.
//!
//! In: a paragraph that holds pictures alone, and the caption after it. Out: a picture whose title is the caption; where the
//! caption holds more than words, a figure with the caption in it.

use super::super::recognise::body::Paragraph;
use super::escape::Position;
use super::{Home, Writer};
use crate::import::source::{Inserted, Picture, Style};
use crate::source::slice;

impl<'a> Writer<'a> {
    /// Writes a picture that stands alone with the caption after it, and says how many paragraphs these are; none where there is no such picture.
    pub fn figure(&mut self, rest: &'a [Paragraph], at: usize) -> Option<usize> {
        let [paragraph, caption, ..] = rest else { return None };
        let words = &paragraph.given.words;
        let is_alone =
            words.passage.is_empty() && paragraph.given.number.is_none() && paragraph.given.cell.is_none();
        let mut pictures = words.inserted.iter().filter_map(|(_, what)| match what {
            Inserted::Picture(picture) => Some(picture),
            Inserted::Page(_) => None,
        });
        let picture = pictures.next().filter(|_| is_alone && pictures.next().is_none())?;
        let is_caption = caption.given.style == Style::Caption && !self.is_of_table(&caption.given);
        if !is_caption || caption.given.cell.is_some() {
            return None;
        }
        self.lists.end();
        self.origins.add(self.out.len(), caption.given.whole());
        for (_, what) in words.inserted.iter().filter(|(_, what)| matches!(what, Inserted::Page(_))) {
            if let Inserted::Page(page) = what {
                self.out.push_str(&format!("[](page:{page})\n\n"));
            }
        }
        let (home, of_caption) = (Home::Paragraph(at as u32), Home::Paragraph(at as u32 + 1));
        let said = &caption.given.words;
        let is_plain = said.marks.is_empty()
            && said.runs.is_empty()
            && said.links.is_empty()
            && said.inserted.is_empty();
        if is_plain && caption.given.lang.is_none() {
            self.picture(picture, home, Some((caption, of_caption)));
            self.out.push_str("\n\n");
            return Some(2);
        }
        self.out.push_str("<figure>\n\n");
        self.picture(picture, home, None);
        self.out.push_str("\n\n<figcaption>\n\n");
        if let Some(number) = caption.given.number.clone() {
            self.number(number, &caption.given, of_caption, Position::Start);
        }
        self.words(said, caption.given.lang.as_ref(), of_caption, Position::Start);
        self.out.push_str("\n\n</figcaption>\n\n</figure>\n\n");
        Some(2)
    }

    /// Writes a picture.
    pub fn picture(&mut self, picture: &'a Picture, home: Home, caption: Option<(&Paragraph, Home)>) {
        self.out.push_str("![");
        self.pictures.insert(&picture.file);
        let alternative = slice(self.text, picture.alternative.clone());
        self.origins.add(self.out.len(), picture.alternative.clone().into());
        self.escape(alternative.trim(), Position::Inside);
        self.ledger.add(picture.alternative.clone().into(), home.destination());
        self.out.push_str("](");
        self.out.push_str(&picture.file);
        if let Some((caption, home)) = caption {
            self.out.push_str(" \"");
            let number = caption.given.number.clone().map(|number| slice(self.text, number));
            let words = caption.given.words.passage.text();
            for c in number.into_iter().flat_map(|number| number.chars().chain([' '])).chain(words.chars()) {
                if matches!(c, '"' | '\\' | '&') {
                    self.out.push('\\');
                }
                self.out.push(c);
            }
            self.enter(caption.given.number.clone(), home);
            for span in caption.given.words.passage.spans(0..words.len()) {
                self.ledger.add(span, home.destination());
            }
            self.out.push('"');
        }
        self.out.push(')');
    }
}
