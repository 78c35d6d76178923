//! Paragraphs, one after the other, and what holds for them by what they stand in.
//!
//! In: the beginning and the end of each, with the runs between. Out: their XML, in the part or in the cell that is written.

use std::collections::HashSet;

use super::html::Opened;
use super::links::Relations;
use super::lists::Lists;
use super::notes::Notes;
use super::pictures::{Embedded, Shelf};
use super::places;
use super::runs::Look;
use super::tables::Table;
use super::{INDENT, TEXT_WIDTH};
use crate::document::{Document, Version};
use crate::formats::text::{List, Titles};
use crate::lang::{Lang, TextDirection};
use crate::languages::Labels;
use crate::render::Renderer;
use crate::xml;

/// Writes one version.
pub struct Writer<'a> {
    pub renderer: &'a Renderer<'a>,
    /// The text that is written: the version, or a transcript in it.
    pub document: &'a Document,
    /// The language of the file.
    pub lang: Lang,
    pub version: Version,
    pub labels: &'a Labels,
    /// The pictures of the site.
    pub shelf: Shelf<'a>,
    /// What is written of the part or of the cell.
    pub out: xml::Writer,
    /// The paragraph that is open.
    pub paragraph: Option<Paragraph>,
    /// What holds for the next paragraphs.
    pub around: Around,
    /// How the next words look.
    pub look: Look,
    /// The mark that the next paragraph begins with.
    pub mark: Option<Mark>,
    /// The places that the next paragraph is.
    pub anchors: Vec<String>,
    /// Whether a table was written last: another one would become a part of it, and nothing ends with one.
    pub is_after_table: bool,
    /// Whether the next paragraph stands apart from what is above it.
    pub needs_room: bool,
    pub lists: Lists,
    pub notes: Notes<'a>,
    /// The relations of the text, and those of the notes.
    pub relations: [Relations; 2],
    pub embedded: Embedded,
    /// The tables that are open.
    pub tables: Vec<Table>,
    /// The elements of raw HTML that are open, and its lists.
    pub opened: Vec<Opened>,
    pub html_lists: Vec<List>,
    pub titles: Titles,
    pub ruby_has_brackets: bool,
    /// The places so far, and those that links lead to.
    pub places: HashSet<String>,
    pub led_to: HashSet<String>,
    /// What could not be read.
    pub failure: Option<anyhow::Error>,
}

/// The room above a paragraph that stands apart, in twentieths of a point.
const ROOM: &str = "200";

/// No paragraph is set in farther: half of the page is left for words.
const MOST_INDENT: u32 = TEXT_WIDTH / 2;

/// What holds for paragraphs by what they stand in.
#[derive(Debug, Clone)]
pub struct Around {
    pub direction: TextDirection,
    /// The style of paragraphs without one of their own.
    pub style: Option<&'static str>,
    pub indent: u32,
    /// How many lists they stand in.
    pub depth: u8,
    pub alignment: Option<&'static str>,
    /// Whether each line of a paragraph is a sentence, and stays a line.
    pub has_sentences: bool,
    /// Whether every blank and end of a line counts.
    pub is_preformatted: bool,
}

/// What stands before the words of a paragraph.
#[derive(Debug, Clone)]
pub enum Mark {
    /// A sign or number that the word processor counts: the list and the level.
    Counted(u32, u8),
    /// A number as it is typed.
    Typed(String),
    /// What kind of notice it is.
    Label(String),
    /// The number of a note.
    Note,
    /// The number of a note that no text marks, and the place that it is.
    Apart(usize),
}

/// A paragraph that is open.
pub struct Paragraph {
    pub style: Option<&'static str>,
    counted: Option<(u32, u8)>,
    hanging: bool,
    pub keeps_next: bool,
    /// Whether it stays without words.
    pub stays: bool,
    anchors: Vec<String>,
    /// The runs that are finished.
    pub runs: xml::Writer,
    /// The words so far.
    pub words: String,
    /// The words that are no run yet, and how they look.
    pub pending: (Look, String),
}

impl Paragraph {
    fn new(look: &Look) -> Self {
        Self {
            style: None,
            counted: None,
            hanging: false,
            keeps_next: false,
            stays: false,
            anchors: Vec::new(),
            runs: xml::Writer::piece(),
            words: String::new(),
            pending: (look.clone(), String::new()),
        }
    }
}

impl<'a> Writer<'a> {
    pub fn new(renderer: &'a Renderer<'a>, document: &'a Document, shelf: Shelf<'a>) -> Self {
        Self {
            renderer,
            document,
            lang: document.lang.clone(),
            version: document.version,
            labels: renderer.library.language(&document.lang).labels(),
            shelf,
            out: xml::Writer::piece(),
            paragraph: None,
            around: Around {
                direction: document.lang.direction(),
                style: None,
                indent: 0,
                depth: 0,
                alignment: None,
                has_sentences: false,
                is_preformatted: false,
            },
            look: Look::of(document.lang.clone()),
            mark: None,
            anchors: Vec::new(),
            is_after_table: false,
            needs_room: false,
            lists: Lists::default(),
            notes: Notes::default(),
            relations: [Relations::of_text(), Relations::default()],
            embedded: Embedded::default(),
            tables: Vec::new(),
            opened: Vec::new(),
            html_lists: Vec::new(),
            titles: Titles::default(),
            ruby_has_brackets: false,
            places: HashSet::new(),
            led_to: HashSet::new(),
            failure: None,
        }
    }

    /// Begins a paragraph; without a style it has that of what it stands in.
    pub fn begin(&mut self, style: Option<&'static str>) -> &mut Paragraph {
        self.end();
        let mark = self.mark.take();
        let of_mark = match &mark {
            Some(Mark::Counted(list, _)) => Some(self.lists.style(*list)),
            Some(Mark::Typed(_)) if self.around.depth > 0 => Some("ListParagraph"),
            None if self.around.depth > 0 && self.around.style.is_none() => Some("ListContinue"),
            _ => None,
        };
        let mut paragraph = Paragraph::new(&self.look);
        paragraph.style = style.or(of_mark).or(self.around.style);
        paragraph.hanging = matches!(mark, Some(Mark::Counted(..) | Mark::Typed(_)));
        paragraph.stays = mark.is_some();
        paragraph.anchors = std::mem::take(&mut self.anchors);
        if let Some(Mark::Counted(list, level)) = mark {
            paragraph.counted = Some((list, level));
        }
        self.paragraph = Some(paragraph);
        match mark {
            Some(Mark::Typed(number)) => self.say(&format!("{number}\t")),
            Some(Mark::Label(label)) => self.say_bold(&label),
            Some(Mark::Note) => self.note_number(),
            Some(Mark::Apart(number)) => self.say(&format!("[{number}] ")),
            Some(Mark::Counted(..)) | None => {}
        }
        self.open()
    }

    /// The paragraph that is open; one begins where none is.
    pub fn open(&mut self) -> &mut Paragraph {
        if self.paragraph.is_none() {
            self.begin(None);
        }
        let look = &self.look;
        self.paragraph.get_or_insert_with(|| Paragraph::new(look))
    }

    /// Ends the paragraph that is open. One without words is none.
    pub fn end(&mut self) {
        self.flush();
        let Some(paragraph) = self.paragraph.take() else { return };
        if paragraph.runs.is_empty() && !paragraph.stays {
            self.anchors.splice(0..0, paragraph.anchors);
            return;
        }
        let (direction, alignment) = (self.around.direction, self.around.alignment);
        self.out.open("w:p", &[]);
        let mut said = xml::Writer::piece();
        let value = |said: &mut xml::Writer, name: &str, value: &str| said.empty(name, &[("w:val", value)]);
        if let Some(style) = paragraph.style {
            value(&mut said, "w:pStyle", style);
        }
        if paragraph.keeps_next {
            said.empty("w:keepNext", &[]);
        }
        if let Some((list, level)) = paragraph.counted {
            said.open("w:numPr", &[]);
            value(&mut said, "w:ilvl", &level.to_string());
            value(&mut said, "w:numId", &list.to_string());
            said.close("w:numPr");
        }
        if direction != self.lang.direction() {
            value(&mut said, "w:bidi", if direction == TextDirection::Rtl { "1" } else { "0" });
        }
        let has_own_room = paragraph.style.is_some_and(|style| style.starts_with("Heading"));
        if std::mem::take(&mut self.needs_room) && !has_own_room {
            said.empty("w:spacing", &[("w:before", ROOM)]);
        }
        let indent = self.around.indent.to_string();
        let hanging = INDENT.to_string();
        match (self.around.indent > 0, paragraph.hanging) {
            (true, true) => said.empty("w:ind", &[("w:left", &indent), ("w:hanging", &hanging)]),
            (true, false) => said.empty("w:ind", &[("w:left", &indent)]),
            (false, _) => {}
        }
        alignment.iter().for_each(|alignment| value(&mut said, "w:jc", alignment));
        if !said.is_empty() {
            self.out.open("w:pPr", &[]);
            self.out.add(&said);
            self.out.close("w:pPr");
        }
        for anchor in &paragraph.anchors {
            places::write(&mut self.out, &mut self.places, anchor);
        }
        self.out.add(&paragraph.runs);
        self.out.close("w:p");
        self.is_after_table = false;
    }

    /// Writes what is set in, with a style for its paragraphs.
    pub fn set_in(&mut self, style: Option<&'static str>, write: impl FnOnce(&mut Self)) {
        self.end();
        let before = self.around.clone();
        self.indent();
        self.around.style = style.or(before.style);
        write(self);
        self.end();
        self.around = before;
    }

    /// Sets the next paragraphs in, as long as room for words is left.
    pub fn indent(&mut self) {
        self.around.indent = (self.around.indent + INDENT).min(MOST_INDENT);
    }

    /// Writes a paragraph without words where there must be one.
    pub fn part_tables(&mut self) {
        if std::mem::take(&mut self.is_after_table) {
            self.out.empty("w:p", &[]);
        }
    }

    /// The relations of the part that is written.
    pub fn relations(&mut self) -> &mut Relations {
        let [text, notes] = &mut self.relations;
        if self.notes.are_written { notes } else { text }
    }
}
