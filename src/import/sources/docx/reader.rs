//! The blocks of a file in their order: paragraphs and tables.
//!
//! In: the main part, with its styles, lists and relations. Out: for each paragraph its line of the shown text, and what the
//! file says it is. What is not written, and what has become something else, is reported at its paragraph.

use std::collections::HashMap;
use std::rc::Rc;

use super::fields::Fields;
use super::notes::NoteMarks;
use super::numbering::{Gap, Numbering};
use super::pages::Pages;
use super::properties::ParagraphProperties;
use super::relations::Relations;
use super::runs::{Around, alternative};
use super::styles::{Style, Styles};
use crate::import::source::Cell;
use crate::import::sources::archive::Archive;
use crate::import::sources::styled::shown::{Aside, Piece};
use crate::import::sources::styled::{CONTENTS, COVERED, Contents, Ending, Role};
use crate::xml::tree::Element;

/// Where blocks stand.
#[derive(Debug, Clone, Copy, Default)]
pub struct Where {
    /// The cell of a table.
    pub cell: Option<Cell>,
    /// Whether they were deleted.
    pub is_deleted: bool,
    /// Whether they stand in a cell that another one covers.
    pub is_covered: bool,
}

/// The styles of lines of a program, as Word, LibreOffice and pandoc call them.
const CODE: [&str; 3] = ["html preformatted", "preformatted text", "source code"];

/// Reads blocks.
pub struct Reader<'a> {
    /// The archive.
    pub archive: &'a Archive<'a>,
    /// The styles.
    pub styles: &'a Styles<'a>,
    /// The relations of the part that is read.
    pub relations: &'a Relations,
    /// The lists.
    pub numbering: Numbering<'a>,
    /// The words of comments by their ids.
    pub comments: HashMap<&'a str, String>,
    /// The marks of notes.
    pub marks: NoteMarks<'a>,
    /// What was read.
    pub out: Contents,
    /// The pages.
    pub pages: Pages<'a>,
    /// How many changes of formatting are tracked.
    pub formatting: usize,
    /// How many tables there were.
    pub tables: u32,
    /// The fields that are open, also across paragraphs.
    pub fields: Fields,

    /// The text boxes that hang on it.
    pub boxes: Vec<Element<'a>>,
    /// Whether a formula stands in it.
    pub has_formula: bool,
    /// The note whose mark is the next words.
    pub custom_mark: Option<usize>,
    /// Whether a page or a column was ended behind the last words.
    pub is_broken: bool,
    /// The box of a form that was begun.
    pub check_box: Option<Element<'a>>,
    /// What a paragraph said whose end was deleted: it goes on in the next one.
    carried: Vec<Piece>,
}

impl<'a> Reader<'a> {
    /// A reader that has read nothing.
    pub fn new(archive: &'a Archive<'a>, styles: &'a Styles<'a>, relations: &'a Relations) -> Self {
        Self {
            archive,
            styles,
            relations,
            numbering: Numbering::default(),
            comments: HashMap::new(),
            marks: NoteMarks::default(),
            out: Contents::default(),
            pages: Pages::default(),
            formatting: 0,
            tables: 0,
            fields: Fields::default(),
            boxes: Vec::new(),
            has_formula: false,
            custom_mark: None,
            is_broken: false,
            check_box: None,
            carried: Vec::new(),
        }
    }

    /// Reads the blocks in an element.
    pub fn blocks(&mut self, parent: Element<'a>, place: &Where) {
        for child in parent.children() {
            match child.name() {
                "w:p" => self.paragraph(child, place),
                "w:tbl" => self.table(child, place),
                "w:sdt" => {
                    if let Some(content) = child.child("w:sdtContent") {
                        self.blocks(content, place);
                    }
                }
                "w:ins" | "w:moveTo" | "w:customXml" | "w:smartTag" => self.blocks(child, place),
                "w:del" | "w:moveFrom" => self.blocks(child, &Where { is_deleted: true, ..*place }),
                "mc:AlternateContent" => {
                    if let Some(taken) = alternative(child) {
                        self.blocks(taken, place);
                    }
                }
                "w:altChunk" => {
                    self.out.reports.push("a file inside this file is left out: import it by itself".into())
                }
                "w:sectPr" => self.pages.end_section(child),
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, paragraph: Element<'a>, place: &Where) {
        let properties = paragraph.child("w:pPr");
        let said = ParagraphProperties::of(properties);
        let styles = self.styles;
        let style = styles.paragraph(said.style);
        let is_in_contents = self.fields.is_contents();
        let base = Rc::new(style.run.over(&styles.words));
        self.out.pieces = std::mem::take(&mut self.carried);
        let around = Around { base, is_deleted: place.is_deleted, link: None, is_code: false };
        self.inlines(paragraph, &around);
        self.fields.end_paragraph();
        self.is_broken = false;
        let own = role(&said, style);
        if matches!(own, Role::Title | Role::Heading(_)) {
            self.fields.end_contents();
        }
        let is_contents =
            self.fields.is_contents() || (is_in_contents && !matches!(own, Role::Title | Role::Heading(_)));
        self.formatting += usize::from(properties.is_some_and(|said| said.child("w:pPrChange").is_some()));
        if self.has_formula {
            self.has_formula = false;
            self.out.reports.push("a formula of the file has become its characters in a row".into());
        }
        let mark = properties.and_then(|said| said.child("w:rPr"));
        let is_joined = mark.is_some_and(|mark| mark.child("w:del").or(mark.child("w:moveFrom")).is_some());
        if is_joined && place.cell.is_none() {
            let (asides, words) = std::mem::take(&mut self.out.pieces)
                .into_iter()
                .partition(|piece| matches!(piece, Piece::Aside(..)));
            (self.out.pieces, self.carried) = (asides, words);
        }
        let role = if is_contents || style.numbered("toc").is_some() { Role::Contents } else { own };
        let is_empty = !self.out.pieces.iter().any(Piece::is_seen);
        let (number, depth) = if is_joined { (None, None) } else { self.number(&said, style, is_empty) };
        let number = number.filter(|_| !is_empty);
        let number = number.as_ref().map(|(text, has_gap)| (text.as_str(), *has_gap));
        let left_out = match role {
            _ if place.is_covered => Some(COVERED),
            Role::Contents => Some(CONTENTS),
            _ => None,
        };
        let depth = depth.filter(|_| !is_empty);
        self.out.end(number, Ending { role, cell: place.cell, left_out, depth });
        if let Some(section) = properties.and_then(|said| said.child("w:sectPr")) {
            self.pages.end_section(section);
        }
        for content in std::mem::take(&mut self.boxes) {
            self.blocks(content, place);
        }
    }

    /// Ends the last paragraph: what was carried to the next one has none.
    pub fn finish(&mut self) {
        if !self.carried.is_empty() {
            self.out.pieces = std::mem::take(&mut self.carried);
            self.out.end(None, Ending { role: Role::Body, cell: None, left_out: None, depth: None });
        }
        self.out.end_text();
    }

    /// The number of a paragraph, whether a blank follows it, and how deep it stands in lists.
    fn number(
        &mut self,
        said: &ParagraphProperties<'a>,
        style: &Style<'a>,
        is_empty: bool,
    ) -> (Option<(String, bool)>, Option<u8>) {
        let Some(list) = said.list.or(style.paragraph.list).filter(|list| *list != "0") else {
            return (None, None);
        };
        let of_style = || style.paragraph.level.or_else(|| self.numbering.level_of(list, &style.ids));
        let level = said.level.or_else(of_style).unwrap_or(0);
        let Some(label) = self.numbering.label(list, level) else { return (None, None) };
        if let Some(form) = label.unknown.filter(|_| !is_empty) {
            self.out.reports.push(
                format!("the file prints numbers of the form “{form}” here, which is not known, and digits were taken").into(),
            );
        }
        // After a mark as wide as a Chinese character there is room enough.
        let is_wide = label.text.ends_with(['、', '．', '）', '。', '：', '〕', '】']);
        (Some((label.text, label.gap == Gap::Blank && !is_wide)), Some(level))
    }

    /// A comment stands behind the words of its paragraph.
    pub fn comment(&mut self, reference: Element<'a>) {
        let id = reference.attribute("w:id");
        if let Some(words) = id.and_then(|id| self.comments.remove(id)) {
            self.out.pieces.push(Piece::Aside(words, Aside::Comment));
        }
    }
}

fn role(said: &ParagraphProperties<'_>, style: &Style<'_>) -> Role {
    let outline = said.outline.or(style.paragraph.outline).filter(|level| *level < 9).map(|level| level + 1);
    let by_name = || style.numbered("heading").filter(|level| (1..=9).contains(level));
    if style.is("title") {
        return Role::Title;
    }
    match outline.or_else(by_name) {
        Some(level) => Role::Heading(level),
        None if ["quote", "intense quote", "block text"].iter().any(|name| style.is(name)) => Role::Quotation,
        None if CODE.iter().any(|name| style.is(name)) => Role::Code,
        None if style.is("subtitle") => Role::Subtitle,
        None if style.is("caption") => Role::Caption,
        None => Role::Body,
    }
}
