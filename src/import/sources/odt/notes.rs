//! Notes, and the words of what stands beside the text.
//!
//! In: the marks in the text, which hold their notes, and how the file counts them. Out: the notes in the order of their marks, with
//! the numbers that LibreOffice shows.

use std::rc::Rc;

use super::inlines::Around;
use super::labels::number;
use super::reader::Reader;
use crate::import::sources::styled::shown::Piece;
use crate::xml::tree::Element;

/// How notes of a kind are counted.
#[derive(Debug)]
struct Counting<'a> {
    form: &'a str,
    before: u32,
    is_anew: bool,
    is_in_step: bool,
}

/// The marks so far.
#[derive(Debug)]
pub struct NoteMarks<'a> {
    /// The notes, each with its number; none where the file has a sign of its own.
    notes: Vec<(Element<'a>, Option<String>)>,
    /// Of footnotes, then of endnotes.
    countings: [Counting<'a>; 2],
}

impl Default for NoteMarks<'_> {
    fn default() -> Self {
        let usual = |form| Counting { form, before: 0, is_anew: false, is_in_step: false };
        Self { notes: Vec::new(), countings: [usual("1"), usual("i")] }
    }
}

impl<'a> NoteMarks<'a> {
    /// What the styles say of how notes are counted.
    pub fn count(&mut self, said: Element<'a>) {
        let [footnotes, endnotes] = &mut self.countings;
        let value = |name| said.attribute(name);
        let counting = if value("text:note-class") == Some("endnote") { endnotes } else { footnotes };
        counting.form = value("style:num-format").unwrap_or(counting.form);
        counting.before =
            value("text:start-value").and_then(|start| start.parse().ok()).unwrap_or(counting.before);
        counting.is_anew = matches!(value("text:start-numbering-at"), Some("page" | "chapter"));
        counting.is_in_step = value("style:num-letter-sync") == Some("true");
    }
}

impl<'a> Reader<'a> {
    /// The mark of a note, which holds the note.
    pub fn note_mark(&mut self, note: Element<'a>, around: &Around<'a>) {
        if let Some(aside) = self.aside_of(around) {
            self.out.leave(&note.child("text:note-body").map(plain).unwrap_or_default(), aside);
            return;
        }
        let citation = note.child("text:note-citation");
        let own = citation.and_then(|it| it.attribute("text:label")).filter(|label| !label.is_empty());
        let [footnotes, endnotes] = &mut self.marks.countings;
        let is_end = note.attribute("text:note-class") == Some("endnote");
        let counting = if is_end { endnotes } else { footnotes };
        let counted = own.is_none().then(|| {
            counting.before = counting.before.saturating_add(1);
            let said = number(counting.form, counting.before, counting.is_in_step);
            said.filter(|number| !number.is_empty()).unwrap_or_else(|| counting.before.to_string())
        });
        if counting.is_anew && self.marks.notes.is_empty() {
            self.out.reports.push(
                "the file counts its notes anew on pages or in chapters, and here they are counted in a row"
                    .into(),
            );
        }
        let printed = own.map(str::to_owned).or(counted.clone()).unwrap_or_default();
        self.out.pieces.push(Piece::Note(self.marks.notes.len(), printed));
        self.marks.notes.push((note, counted));
        self.is_after_blank = false;
    }

    /// The notes, each on its line after the text.
    pub fn notes(&mut self) {
        let mut at = 0;
        while let Some((note, counted)) = self.marks.notes.get(at).cloned() {
            at += 1;
            let pieces = note.child("text:note-body").map(|body| self.story(body)).unwrap_or_default();
            self.out.note(counted.as_deref(), counted.clone(), pieces);
        }
    }

    /// The pieces of a note, its paragraphs one after another.
    fn story(&mut self, story: Element<'a>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut open: Vec<Element<'a>> = children(story);
        while let Some(element) = open.pop() {
            if !matches!(element.name(), "text:p" | "text:h") {
                open.append(&mut children(element));
                continue;
            }
            let style = self.styles.paragraph(element.attribute("text:style-name"));
            let base = Rc::new(style.common.clone());
            self.is_after_blank = true;
            self.inlines(element, &Around { look: style.run.clone(), ..Around::new(base) });
            if !pieces.is_empty() {
                pieces.push(Piece::Break);
            }
            pieces.append(&mut self.out.pieces);
            // What hangs on a note is read with it.
            let mut boxes = std::mem::take(&mut self.boxes);
            boxes.reverse();
            open.append(&mut boxes);
        }
        pieces
    }
}

fn children(element: Element<'_>) -> Vec<Element<'_>> {
    let mut children: Vec<_> = element.children().collect();
    children.reverse();
    children
}

/// The words of an element, whatever they are of, without who wrote them and when; those of its paragraphs parted by spaces.
pub fn plain(element: Element<'_>) -> String {
    let mut words = String::new();
    let mut open = vec![element];
    while let Some(element) = open.pop() {
        match element.name() {
            "dc:creator"
            | "dc:date"
            | "office:change-info"
            | "meta:creator-initials"
            | "meta:date-string"
            | "loext:sender-initials"
            | "text:note-citation"
            | "text:number"
            | "text:tracked-changes" => {}
            "text:s" | "text:tab" | "text:line-break" => words.push(' '),
            name => {
                if matches!(name, "text:p" | "text:h" | "svg:title" | "svg:desc") {
                    words.push(' ');
                }
                words.push_str(element.text());
                open.append(&mut children(element));
            }
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
