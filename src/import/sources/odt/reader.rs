//! The blocks of a file in their order: paragraphs, lists, sections and tables.
//!
//! In: the text, with its styles and lists. Out: for each paragraph its line of the shown text, and what the file says it is. What
//! is not written, and what has become something else, is reported at its paragraph.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::inlines::Around;
use super::lists::{Lists, OUTLINE};
use super::notes::NoteMarks;
use super::styles::{Style, Styles, role};
use crate::import::source::Cell;
use crate::import::sources::archive::Archive;
use crate::import::sources::styled::shown::{Aside, Piece};
use crate::import::sources::styled::{COVERED, Contents, Ending, Role};
use crate::limits;
use crate::xml::tree::Element;

/// Where blocks stand.
#[derive(Debug, Clone, Copy, Default)]
pub struct Where<'a> {
    /// The cell of a table.
    pub cell: Option<Cell>,
    /// Why their words are none of the text.
    pub aside: Option<Aside>,
    /// Whether they stand in a cell that another one covers.
    pub is_covered: bool,
    /// Whether they stand in an index.
    pub is_index: bool,
    /// The list, with its counts, its style and its level.
    pub list: Option<(usize, Option<&'a str>, u8)>,
}

/// What counts the next paragraph.
#[derive(Debug, Clone, Copy)]
struct Counting<'a> {
    counts: usize,
    style: Option<&'a str>,
    level: u8,
    start: Option<u32>,
}

/// Reads blocks.
pub struct Reader<'a> {
    /// The archive.
    pub archive: &'a Archive<'a>,
    /// The styles.
    pub styles: &'a Styles<'a>,
    /// The lists.
    pub lists: Lists<'a>,
    /// The marks of notes.
    pub marks: NoteMarks<'a>,
    /// What tracked changes deleted, by the names of the changes.
    pub deleted: HashMap<&'a str, String>,
    /// The tracked changes that inserted words.
    pub insertions: HashSet<&'a str>,
    /// Those that are open.
    pub inserted: HashSet<&'a str>,
    /// The fields of forms, by their names: what each says.
    pub controls: HashMap<&'a str, String>,
    /// What was read.
    pub out: Contents,
    /// How many tables there were.
    pub tables: u32,
    /// The pages.
    pub pages: Pages,

    /// The text boxes that hang on it.
    pub boxes: Vec<Element<'a>>,
    /// Whether the last character was a blank.
    pub is_after_blank: bool,
    /// Whether a field hides the whole paragraph.
    pub is_hidden: bool,
    /// What counts the next paragraph of an item.
    counting: Option<Counting<'a>>,
    /// What stands between blocks and belongs to the next paragraph.
    carried: Vec<Piece>,
}

/// The pages of the printed document, where the file says where they begin.
#[derive(Debug, Default)]
pub struct Pages {
    /// Whether the file says where pages begin that no author began.
    pub is_told: bool,
    /// How many page ends an author set.
    pub breaks: usize,
    /// The page.
    pub page: u32,
    /// Whether the paragraph before ends its page.
    is_ended: bool,
}

impl<'a> Reader<'a> {
    /// A reader that has read nothing.
    pub fn new(archive: &'a Archive<'a>, styles: &'a Styles<'a>, lists: Lists<'a>) -> Self {
        Self {
            archive,
            styles,
            lists,
            marks: NoteMarks::default(),
            deleted: HashMap::new(),
            insertions: HashSet::new(),
            inserted: HashSet::new(),
            controls: HashMap::new(),
            out: Contents::default(),
            tables: 0,
            pages: Pages { page: 1, ..Pages::default() },
            boxes: Vec::new(),
            is_after_blank: true,
            is_hidden: false,
            counting: None,
            carried: Vec::new(),
        }
    }

    /// Whether more was read than is allowed: the rest is not read, and the file is refused.
    pub fn is_full(&self) -> bool {
        self.out.items.len() > limits::DOCUMENT_PARAGRAPHS
            || self.out.cells > limits::DOCUMENT_CELLS
            || self.out.shown.text.len() as u64 > limits::TEXT
    }

    /// Reads the blocks in an element.
    pub fn blocks(&mut self, parent: Element<'a>, place: &Where<'a>) {
        for child in parent.children() {
            self.block(child, place);
        }
    }

    fn block(&mut self, block: Element<'a>, place: &Where<'a>) {
        match block.name() {
            "text:p" | "text:h" => self.paragraph(block, place),
            "text:list" => self.list(block, place),
            "text:list-item" | "text:list-header" => self.item(block, place),
            "text:numbered-paragraph" => self.numbered(block, place),
            "table:table" => self.table(block, place),
            "text:section" => {
                let is_hidden = match block.attribute("text:display") {
                    Some("none") => true,
                    Some("condition") => block.attribute("text:is-hidden") == Some("true"),
                    _ => false,
                };
                let aside = place.aside.or(is_hidden.then_some(Aside::Hidden));
                self.blocks(block, &Where { aside, ..*place });
            }
            "text:table-of-content"
            | "text:illustration-index"
            | "text:table-index"
            | "text:object-index"
            | "text:alphabetical-index"
            | "text:user-index" => {
                self.blocks(block, &Where { is_index: true, ..*place });
            }
            "text:change" | "text:change-start" | "text:change-end" | "text:soft-page-break" => {
                let around = Around::new(Rc::new(self.styles.usual().clone()));
                self.inline(block, &around);
                self.carried.append(&mut self.out.pieces);
            }
            name if name.starts_with("draw:") => self.stray(block, place),
            // What is declared before the text, and the settings of indexes, are no words.
            "" | "text:tracked-changes" | "office:forms" | "text:section-source" => {}
            name if name.ends_with("-source") || name.ends_with("-decls") => {}
            _ => self.blocks(block, place),
        }
    }

    /// A frame that hangs on a page stands before the first paragraph.
    fn stray(&mut self, frame: Element<'a>, place: &Where<'a>) {
        let around = Around { aside: place.aside, ..Around::new(Rc::new(self.styles.usual().clone())) };
        self.out.pieces = std::mem::take(&mut self.carried);
        self.inline(frame, &around);
        self.end_line(place, None, None, Role::Body);
        self.boxes(place);
    }

    fn list(&mut self, list: Element<'a>, place: &Where<'a>) {
        let named = list.attribute("text:style-name");
        let within = match place.list {
            Some((counts, style, level)) => (counts, named.or(style), level.saturating_add(1)),
            None => (self.lists.begin(list, named.unwrap_or_default()), named, 0),
        };
        self.blocks(list, &Where { list: Some(within), ..*place });
    }

    fn item(&mut self, item: Element<'a>, place: &Where<'a>) {
        let start = item.attribute("text:start-value").and_then(|start| start.parse().ok());
        let own = item.attribute("text:style-override");
        self.counting = place
            .list
            .filter(|_| item.name() == "text:list-item")
            .map(|(counts, style, level)| Counting { counts, style: own.or(style), level, start });
        self.blocks(item, place);
        self.counting = None;
    }

    fn numbered(&mut self, block: Element<'a>, place: &Where<'a>) {
        let value = |name| block.attribute(name);
        let counts = self.lists.named(value("text:list-id").unwrap_or_default());
        let level = value("text:level").and_then(|level| level.parse::<u8>().ok()).unwrap_or(1);
        let start = value("text:start-value").and_then(|start| start.parse().ok());
        let style = value("text:style-name");
        self.counting = Some(Counting { counts, style, level: level.saturating_sub(1), start });
        self.blocks(block, place);
        self.counting = None;
    }

    fn paragraph(&mut self, paragraph: Element<'a>, place: &Where<'a>) {
        if self.is_full() {
            return;
        }
        let styles = self.styles;
        let style = styles.paragraph(
            paragraph.attribute("text:style-name").or(paragraph.attribute("text:cond-style-name")),
        );
        self.out.pieces = std::mem::take(&mut self.carried);
        self.out.pieces.splice(0..0, (!self.inserted.is_empty()).then_some(Piece::Inserted(true)));
        if place.cell.is_none() {
            self.page_of(style);
        }
        let look = style.run.clone();
        let around = Around { base: Rc::new(style.common.clone()), aside: place.aside, look, link: None };
        self.is_after_blank = true;
        self.inlines(paragraph, &around);
        if std::mem::take(&mut self.is_hidden) {
            for piece in &mut self.out.pieces {
                if let Piece::Words(words, ..) = piece {
                    *piece = Piece::Aside(std::mem::take(words), Aside::Hidden);
                }
            }
        }
        let is_heading = paragraph.name() == "text:h";
        let level = paragraph.attribute("text:outline-level").and_then(|level| level.parse::<u8>().ok());
        let level = level.filter(|_| is_heading).or(style.outline);
        let role = role(style, is_heading, level);
        let is_empty = !self.out.pieces.iter().any(Piece::is_seen);
        let (number, depth) = self.number(paragraph, style, level.filter(|_| is_heading), is_empty);
        // LibreOffice keeps a picture and its caption in one paragraph of a frame.
        if role == Role::Caption {
            let has_pictures = self.out.pieces.iter().any(|piece| matches!(piece, Piece::Picture(..)));
            let is_picture = |piece: &Piece| matches!(piece, Piece::Picture(..));
            let (pictures, words): (Vec<_>, Vec<_>) =
                std::mem::take(&mut self.out.pieces).into_iter().partition(is_picture);
            self.out.pieces = words;
            if has_pictures && self.out.pieces.iter().any(Piece::is_seen) {
                let words = std::mem::replace(&mut self.out.pieces, pictures);
                let (look, spoken) =
                    (std::mem::take(&mut self.out.looks), std::mem::take(&mut self.out.spoken));
                let boxes = std::mem::take(&mut self.boxes);
                self.end_line(place, None, None, Role::Body);
                (self.out.pieces, self.out.looks, self.out.spoken, self.boxes) = (words, look, spoken, boxes);
                if let Some(Piece::Break) = self.out.pieces.first() {
                    self.out.pieces.remove(0);
                }
            } else {
                self.out.pieces.extend(pictures);
            }
        }
        self.end_line(place, number.filter(|_| !is_empty), depth.filter(|_| !is_empty), role);
        self.boxes(place);
    }

    /// What hangs on the paragraph that was read.
    fn boxes(&mut self, place: &Where<'a>) {
        for content in std::mem::take(&mut self.boxes) {
            let place = Where { list: None, ..*place };
            if content.name() == "table:table" {
                self.table(content, &place);
            } else {
                self.blocks(content, &place);
            }
        }
    }

    /// The line of the pieces that were read.
    fn end_line(&mut self, place: &Where<'a>, number: Option<(String, bool)>, depth: Option<u8>, role: Role) {
        let number = number.as_ref().map(|(text, has_gap)| (text.as_str(), *has_gap));
        let left_out = match place {
            Where { is_covered: true, .. } => Some(COVERED),
            Where { is_index: true, .. } => {
                Some("line of a table of contents or index, which pages have of themselves")
            }
            Where { aside: Some(aside), .. } => Some(aside.reason()),
            _ => None,
        };
        let role = if place.is_index { Role::Contents } else { role };
        self.out.end(number, Ending { role, cell: place.cell, left_out, depth });
    }

    /// An empty cell.
    pub fn empty(&mut self, place: &Where<'a>) {
        if !self.is_full() {
            self.end_line(place, None, None, Role::Body);
        }
    }

    /// Ends the last paragraph: what was carried to the next one has none.
    pub fn finish(&mut self) {
        self.out.pieces = std::mem::take(&mut self.carried);
        if !self.out.pieces.is_empty() {
            self.end_line(&Where::default(), None, None, Role::Body);
        }
        self.out.end_text();
    }

    fn page_of(&mut self, style: &Style<'a>) {
        let is_first = self.out.items.is_empty();
        let begins = std::mem::replace(&mut self.pages.is_ended, style.ends_page) || style.begins_page;
        if let Some(number) = style.page_number {
            self.pages.page = if begins && !is_first { number.saturating_sub(1) } else { number };
        }
        if begins && !is_first {
            self.pages.breaks += 1;
            if self.pages.is_told {
                self.page();
            }
        }
    }

    /// A page begins.
    pub fn page(&mut self) {
        self.pages.page = self.pages.page.saturating_add(1);
        self.out.pieces.push(Piece::Page(self.pages.page.to_string()));
    }

    /// The number of a paragraph, whether a blank follows it, and how deep it stands in lists.
    fn number(
        &mut self,
        paragraph: Element<'a>,
        style: &Style<'a>,
        level: Option<u8>,
        is_empty: bool,
    ) -> (Option<(String, bool)>, Option<u8>) {
        let value = |name| paragraph.attribute(name);
        let label = match (self.counting.take(), level) {
            (Some(counting), _) => {
                let Counting { counts, style: list, level, start } = counting;
                let list = list.or(style.list).unwrap_or_default();
                self.lists.label(counts, list, level, start).map(|label| (label, level))
            }
            (None, Some(level)) if value("text:is-list-header") != Some("true") && style.list != Some("") => {
                let level = level.saturating_sub(1);
                let start = value("text:start-value").and_then(|start| start.parse().ok());
                let start = start.or((value("text:restart-numbering") == Some("true")).then_some(1));
                self.lists.label(0, OUTLINE, level, start).map(|label| (label, level))
            }
            _ => None,
        };
        let Some((label, level)) = label else { return (None, None) };
        if let Some(form) = label.unknown.filter(|_| !is_empty) {
            self.out.reports.push(
                format!("the file shows numbers of the form “{form}” here, which is not known, and digits were taken")
                    .into(),
            );
        }
        (Some((label.text, label.has_gap)), Some(level))
    }
}
