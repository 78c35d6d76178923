//! What holds for what stands in an element, and what is still to be done with it.

use std::rc::Rc;

use super::tree::Element;
use crate::import::source::{Cell, Vertical};
use crate::import::sources::styled::Role;

/// What holds for what stands in an element.
#[derive(Debug, Clone)]
pub struct Around {
    /// Whether it is of the text.
    pub is_text: bool,
    /// Whether heads and feet are those of a part.
    pub is_in_section: bool,
    /// What its paragraphs are.
    pub role: Role,
    /// Whether blanks and line ends are kept.
    pub is_pre: bool,
    /// The cell of a table.
    pub cell: Option<Cell>,
    /// How many lists are open.
    pub lists: usize,
    /// How deep the item stands that it is in, if that has a label.
    pub depth: Option<u8>,
    /// The language.
    pub lang: Option<Rc<str>>,
    /// Where its words lead.
    pub link: Option<Rc<str>>,
    /// In bold.
    pub is_bold: bool,
    /// A term that is explained, or the head of a row: bold, and no heading.
    pub is_term: bool,
    /// In italics.
    pub is_italic: bool,
    /// Underlined.
    pub is_underlined: bool,
    /// Struck out.
    pub is_struck: bool,
    /// Code.
    pub is_code: bool,
    /// Raised or lowered.
    pub vertical: Vertical,
    /// The size of letters, in half points.
    pub size: u32,
    /// The font.
    pub font: Option<Rc<str>>,
    /// Whether it was deleted.
    pub is_deleted: bool,
    /// Whether it was inserted.
    pub is_inserted: bool,
    /// How many quotations in the line are open.
    pub quotations: usize,
}

/// The size of letters that say none, in half points.
const SIZE: u32 = 24;

impl Around {
    /// What holds in a page.
    pub fn new(lang: Option<Rc<str>>) -> Self {
        Self {
            is_text: false,
            is_in_section: false,
            role: Role::Body,
            is_pre: false,
            cell: None,
            lists: 0,
            depth: None,
            lang,
            link: None,
            is_bold: false,
            is_term: false,
            is_italic: false,
            is_underlined: false,
            is_struck: false,
            is_code: false,
            vertical: Vertical::Line,
            size: SIZE,
            font: None,
            is_deleted: false,
            is_inserted: false,
            quotations: 0,
        }
    }
}

/// What is still to be done.
#[derive(Debug)]
pub enum Task<'a> {
    /// To read a node.
    Read(Element<'a>, Rc<Around>),
    /// To end a paragraph.
    EndBlock(Rc<Around>),
    /// To end an item of a list.
    EndItem(Rc<Around>),
    /// To end a list.
    EndList,
    /// To write a mark after a quotation.
    EndQuotation(Rc<Around>, String),
    /// To end a link.
    EndLink(Rc<str>, usize),
}
