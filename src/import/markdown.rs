//! The body as Markdown, and the ledger's entries for it.
//!
//! In: paragraphs, notes and marks. Out: one paragraph a line with a blank line between; numbers as list items,
//! labelled paragraphs indented under them, headings as headings, tables, pictures with their captions, notes at the end; and
//! where each of them came from. Characters that Markdown would act on are escaped, so the parsed text is the source's text.

mod code;
mod emphasis;
mod escape;
mod figures;
mod lists;
mod origins;
mod tables;
mod words;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::ledger::{Destination, Ledger};
use super::passage::Joint;
use super::recognise::body::{Body, Paragraph, ParagraphKind, list_number};
use super::script::Script;
use super::source::{Note, Paragraph as Given, Style};
use super::unsure::Unsure;
use crate::numbering::{Label, Number};
use crate::source::slice;
use escape::{Position, escape};
use lists::Lists;

pub use origins::Origins;

/// The blank that is as wide as a Chinese character.
const WIDE: char = '\u{3000}';

/// How a document is written.
#[derive(Debug, Clone, Copy)]
pub struct Manner<'a> {
    /// How its language is written.
    pub script: Script,
    /// The words before the captions of tables, in its language.
    pub table_words: &'a [&'a str],
}

/// What was written.
pub struct Written<'a> {
    /// The Markdown.
    pub markdown: String,
    /// Where it came from.
    pub origins: Origins<'a>,
    /// What Markdown has no form for.
    pub unsure: Vec<Unsure>,
    /// The names of the pictures in it.
    pub pictures: HashSet<&'a str>,
}

/// Writes the body of a document after its front matter; `text` is what its source shows.
pub fn write<'a>(
    front: String,
    body: &'a Body,
    text: &'a str,
    manner: Manner<'a>,
    ledger: &'a mut Ledger,
) -> Written<'a> {
    let mut marked = vec![0; body.notes.len()];
    for note in body.paragraphs.iter().flat_map(tables::notes_of) {
        marked.get_mut(note).into_iter().for_each(|count| *count += 1);
    }
    let mut writer = Writer {
        out: front,
        origins: Origins::default(),
        labels: labels(&body.notes),
        form: Form::Markdown,
        lists: Lists::default(),
        unsure: Vec::new(),
        is_head: false,
        pictures: HashSet::new(),
        marked,
        written: vec![false; body.notes.len()],
        text,
        manner,
        ledger,
    };
    let mut at = 0;
    while let Some(rest) = body.paragraphs.get(at..).filter(|rest| !rest.is_empty()) {
        at += writer.table(body, at).or_else(|| writer.figure(rest, at)).unwrap_or_else(|| {
            if let Some(paragraph) = rest.first() {
                writer.paragraph(paragraph, Home::Paragraph(at as u32));
            }
            1
        });
    }
    for (at, note) in body.notes.iter().enumerate() {
        if !writer.written.get(at).copied().unwrap_or_default() {
            writer.note(note, at);
        }
    }
    writer.out.truncate(writer.out.trim_end().len());
    writer.out.push('\n');
    Written {
        markdown: writer.out,
        origins: writer.origins,
        unsure: writer.unsure,
        pictures: writer.pictures,
    }
}

struct Writer<'a> {
    out: String,
    origins: Origins<'a>,
    labels: Vec<String>,
    form: Form,
    lists: Lists,
    unsure: Vec<Unsure>,
    /// Whether what is written heads its row, and so is bold by itself.
    is_head: bool,
    /// The pictures that were written.
    pictures: HashSet<&'a str>,
    /// How often each note is marked.
    marked: Vec<usize>,
    /// The notes that stand elsewhere than at the end.
    written: Vec<bool>,
    text: &'a str,
    manner: Manner<'a>,
    ledger: &'a mut Ledger,
}

/// What words are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// A paragraph of Markdown.
    Markdown,
    /// A heading, which is one line.
    Heading,
    /// A cell of a table in Markdown.
    Cell,
    /// A table in HTML, in which nothing is Markdown.
    Html,
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
    /// Writes a paragraph.
    fn paragraph(&mut self, paragraph: &'a Paragraph, home: Home) {
        let Paragraph { kind, given } = paragraph;
        if self.code(given, home) {
            return;
        }
        self.origins.add(self.out.len(), given.whole());
        let printed = given.number.clone().map(|number| slice(self.text, number));
        let mut number = given.number.clone();
        let mut place = Position::Start;
        match kind {
            ParagraphKind::Operative(value, _) | ParagraphKind::Numbered(value)
                if printed == Some(&list_number(*value)) =>
            {
                let written = format!("{value}. ");
                self.lists.begin(written.len());
                self.out.push_str(&written);
                self.enter(number.take(), home);
            }
            ParagraphKind::SubParagraph | ParagraphKind::Labelled => {
                self.out.extend(std::iter::repeat_n(' ', self.lists.indent()));
                if given.depth.is_some() && printed.is_some_and(lists::is_bullet) {
                    self.out.push_str(lists::BULLET);
                    self.enter(number.take(), home);
                }
            }
            ParagraphKind::Heading(level) => {
                self.out.extend(std::iter::repeat_n('#', (*level).into()));
                self.out.push(' ');
                self.lists.end();
                self.form = Form::Heading;
                place = Position::Inside;
            }
            ParagraphKind::Plain if let Some(depth) = given.depth => {
                let item = lists::sign(printed.unwrap_or_default());
                let indent = self.lists.item(depth, item.as_ref().map_or(0, String::len));
                self.out.extend(std::iter::repeat_n(' ', indent));
                if let Some(item) = item {
                    self.out.push_str(&item);
                    self.enter(number.take(), home);
                }
            }
            // What stands at the margin ends the list before it.
            _ => self.lists.end(),
        }
        let is_heading = self.form == Form::Heading;
        if given.style == Style::Quotation && !is_heading {
            self.out.push_str("> ");
        }
        if let Some(number) = number {
            self.number(number, given, home, place);
            place = Position::Inside;
        }
        self.words(&given.words, given.lang.as_ref(), home, place);
        self.out.truncate(self.out.trim_end().len());
        if is_heading {
            self.end_heading(given);
        }
        self.out.push_str("\n\n");
    }

    /// Ends a heading: what would close it, or name it, is a word; the name that links lead to is none.
    fn end_heading(&mut self, given: &Given) {
        self.form = Form::Markdown;
        if self.out.ends_with(['#', '}']) && !self.out.ends_with("\\#") && !self.out.ends_with("\\}") {
            self.out.insert(self.out.len() - 1, '\\');
        }
        if let Some(anchor) = &given.anchor {
            self.out.push_str(" {#");
            self.out.push_str(anchor);
            self.out.push('}');
        }
    }

    /// Enters a number that is a sign of Markdown.
    fn enter(&mut self, number: Option<Range<usize>>, home: Home) {
        if let Some(number) = number {
            self.ledger.add(number.into(), home.destination());
        }
    }

    /// Writes a number that stands in the text, with the space after it.
    fn number(&mut self, number: Range<usize>, given: &Given, home: Home, place: Position) {
        let printed = slice(self.text, number.clone());
        self.origins.add(self.out.len(), number.clone().into());
        self.escape(printed, place);
        self.ledger.add(number.clone().into(), home.destination());
        let words = given.words.passage.text().chars().next();
        let gap = slice(self.text, number.end..given.words.passage.whole().range().start.max(number.end));
        let joint = if gap.contains('\n') { Joint::Wrap(self.manner.script) } else { Joint::Space };
        // A file that knows its lists knows what stands after their labels.
        let is_known = given.depth.is_some() || self.form != Form::Markdown;
        let is_joined = gap.is_empty() && (is_known || Label::of(printed).is_none());
        if let (Some(last), Some(first)) = (printed.chars().next_back(), words)
            && !is_joined
            && joint.is_space(last, first)
        {
            // The label of an article stands as far from the words as it is printed.
            let is_wide =
                gap.starts_with(WIDE) && Number::of(printed).is_none() && Label::of(printed).is_none();
            self.out.push(if is_wide { WIDE } else { ' ' });
        }
    }

    /// Writes a note.
    fn note(&mut self, note: &'a Note, at: usize) {
        self.origins.add(self.out.len(), note.mark.clone().into());
        let label = self.labels.get(at).cloned().unwrap_or_default();
        self.out.push_str(&format!("[^{label}]: "));
        let at = at as u32;
        self.ledger.add(note.mark.clone().into(), Destination::NoteLabel(at));
        self.words(&note.words, None, Home::Note(at), Position::Start);
        self.out.push_str("\n\n");
    }

    /// Writes words so that what they stand in leaves them words.
    fn escape(&mut self, text: &str, place: Position) {
        match self.form {
            Form::Markdown | Form::Heading => escape(text, place, &mut self.out),
            Form::Cell => escape(text, Position::Cell, &mut self.out),
            Form::Html => escape::html(text, &mut self.out),
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
