//! The blocks of a page in their order.
//!
//! In: the tree of a page, which part of it is the text, and its notes. Out: for each paragraph its line of the shown text, and what the
//! page says it is; what is left out, each with its reason. Nothing calls itself: what is still to be read stands in a list.

use std::borrow::Cow;
use std::collections::HashMap;
use std::rc::Rc;

use url::Url;

use super::lists::{Label, List};
use super::names::{Landmark, is_block, is_code_of_page, is_hidden, not_text, plain};
use super::notes::{Notes, names};
use super::page::{Page, is_section};
use super::pictures::Beside;
use super::tree::Element;
use super::word;
use crate::count::counted;
use crate::import::source::{Cell, Vertical};
use crate::import::sources::archive::Damaged;
use crate::import::sources::styled::looks::LineLook;
use crate::import::sources::styled::shown::{Aside, Piece};
use crate::import::sources::styled::{Contents, Item, Role, Spoken};
use crate::import::unsure::Unsure;

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
    fn new(lang: Option<Rc<str>>) -> Self {
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
    EndQuotation(Rc<Around>, &'static str),
    /// To end a link.
    EndLink(Rc<str>, usize),
}

/// Reads a page.
pub struct Reader<'a> {
    /// Which part of the page is the text.
    pub page: Page,
    /// The notes of the page.
    pub notes: Notes,
    /// What was read.
    pub out: Contents,
    /// The files beside the page.
    pub beside: Beside<'a>,
    /// What links are joined with.
    pub base: Option<Url>,
    /// The language of the page.
    pub lang: Option<Rc<str>>,
    /// Whether Word saved it.
    pub is_of_word: bool,
    /// What is still to be done, the next one last.
    pub tasks: Vec<Task<'a>>,
    /// How many tables there were.
    pub tables: u32,
    /// The lists that are open.
    pub lists: Vec<List>,

    /// The pieces of the paragraph that is read.
    pub pieces: Vec<Piece>,
    /// Its last character; none at its beginning and after the end of a line.
    pub last: Option<char>,
    /// Whether blanks wait for what follows them, and a line end is among them.
    pub waiting: Option<bool>,
    /// The label of the item that was begun.
    pub label: Option<Label>,
    /// How its words look.
    pub looks: LineLook,
    /// The language of its words.
    pub spoken: Spoken,
    /// The names of places in it.
    pub anchors: Vec<String>,
    /// What is to be said of it.
    pub reports: Vec<Cow<'static, str>>,
    /// The first paragraph that is a title by its element.
    pub title: Option<usize>,
    /// The note that is read, with its pieces and its printed number.
    pub note: Option<Note>,
    /// The notes in the order of their marks, each with its number as the mark prints it.
    pub marked: Vec<(u32, String)>,
    /// Where each note is among them.
    known: HashMap<u32, usize>,
    /// How many programs and style sheets there are.
    code: (usize, usize),
}

/// A note as far as it was read.
#[derive(Debug, Default)]
pub struct Note {
    pieces: Vec<Piece>,
    /// The number that it begins with.
    pub label: Option<String>,
    /// The number that its mark prints.
    pub mark: String,
}

/// Why a line of a table of contents is left out.
const CONTENTS: &str = "line of a table of contents, which pages have of themselves";

/// Why a link from a note to its mark is left out.
const BACK: Aside = Aside::Other("link from a note back to its mark");

impl<'a> Reader<'a> {
    /// A reader that has read nothing.
    pub fn new(page: Page, notes: Notes, beside: Beside<'a>) -> Self {
        Self {
            page,
            notes,
            out: Contents::default(),
            beside,
            base: None,
            lang: None,
            is_of_word: false,
            tasks: Vec::new(),
            tables: 0,
            lists: Vec::new(),
            pieces: Vec::new(),
            last: None,
            waiting: None,
            label: None,
            looks: LineLook::default(),
            spoken: Spoken::default(),
            anchors: Vec::new(),
            reports: Vec::new(),
            title: None,
            note: None,
            marked: Vec::new(),
            known: HashMap::new(),
            code: (0, 0),
        }
    }

    /// Reads the page.
    pub fn read(&mut self, root: Element<'a>) -> Result<(), Damaged> {
        let around = Rc::new(Around::new(self.lang.clone()));
        if let Some(title) = self.page.title.and_then(|at| root.all().find(|node| node.at == at)) {
            let around = Rc::new(Around { is_text: true, is_in_section: true, ..(*around).clone() });
            self.tasks.push(Task::Read(title, around));
            self.run()?;
        }
        self.tasks.push(Task::Read(root, around.clone()));
        self.run()?;
        self.end_block(&around);
        for why in std::mem::take(&mut self.reports) {
            self.out.unsure.push(Unsure::new(0..0, why));
        }
        let mut at = 0;
        while let Some((note, mark)) = self.marked.get(at).cloned() {
            let element = root.elsewhere(note);
            self.read_note(element, mark)?;
            at += 1;
        }
        self.others(root);
        Ok(())
    }

    /// The note of a mark.
    fn read_note(&mut self, note: Element<'a>, mark: String) -> Result<(), Damaged> {
        let around = Around { is_text: true, is_in_section: true, ..Around::new(self.lang_of(note)) };
        let core = core(&mark);
        self.note = Some(Note { mark, ..Note::default() });
        (self.spoken, self.looks, self.anchors) = Default::default();
        let around = Rc::new(around);
        self.inside(note, &around);
        self.run()?;
        self.end_block(&around);
        let Note { mut pieces, label, .. } = self.note.take().unwrap_or_default();
        let label = label.map(|label| with_mark(label, &mut pieces));
        let label = label.or_else(|| begun(&mut pieces, &core)).filter(|label| !label.is_empty());
        let printed = label.unwrap_or_else(|| if core.is_empty() { "*".to_owned() } else { core.clone() });
        let line = self.out.shown.line(Some((&printed, true)), pieces);
        let place = line.number.clone().unwrap_or(line.range.start..line.range.start);
        let number = if core.is_empty() {
            let why = "the file has a sign for this note, and pages give it a number";
            self.out.unsure.push(Unsure::note(line.range.clone(), why));
            "note".to_owned()
        } else {
            core
        };
        self.out.report(&line);
        for why in std::mem::take(&mut self.reports) {
            self.out.unsure.push(Unsure::new(line.range.clone(), why));
        }
        self.out.notes.push(crate::import::source::Note {
            number,
            mark: place,
            words: line.words,
            is_marked: true,
        });
        Ok(())
    }

    /// What is told of the page as a whole, and notes whose marks are no text.
    fn others(&mut self, root: Element<'a>) {
        let mut others: Vec<u32> =
            self.notes.notes.iter().copied().filter(|at| !self.known.contains_key(at)).collect();
        others.sort_unstable();
        for at in others {
            let words = plain(root.elsewhere(at), |_| false);
            self.left(&words, "note whose mark is left out");
        }
        let counts: Vec<String> = [(self.code.0, "script"), (self.code.1, "style sheet")]
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, name)| counted(count, name))
            .collect();
        if !counts.is_empty() {
            let why = format!("the file has {}, of which nothing is read", counts.join(" and "));
            self.out.unsure.push(Unsure::note_only(0..0, why));
        }
    }

    /// Does what is still to be done.
    fn run(&mut self) -> Result<(), Damaged> {
        while let Some(task) = self.tasks.pop() {
            match task {
                Task::Read(node, around) => match node.text() {
                    Some(text) if around.is_text => self.text(text, &around),
                    Some(text) => self.loose(text),
                    None => self.element(node, &around)?,
                },
                Task::EndBlock(around) => self.end_block(&around),
                Task::EndItem(around) => {
                    self.end_block(&around);
                    self.label = None;
                }
                Task::EndList => _ = self.lists.pop(),
                Task::EndQuotation(around, mark) => {
                    // A blank before its end stands after it.
                    let waiting = self.waiting.take();
                    self.words(mark, &around);
                    self.waiting = waiting;
                }
                Task::EndLink(link, from) => self.end_link(&link, from),
            }
        }
        Ok(())
    }

    /// Words outside of the text.
    fn loose(&mut self, text: &str) {
        let words = super::names::written(text);
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        self.left(&words, super::names::OUTSIDE);
    }

    /// A line that is left out.
    fn left(&mut self, words: &str, why: &str) {
        if !words.is_empty() {
            self.out.aside(words, why);
        }
    }

    /// Words that are no part of the paragraph in which they stand.
    pub fn aside(&mut self, words: String, why: Aside) {
        if !words.trim().is_empty() {
            self.pieces.push(Piece::Aside(words, why));
        }
    }

    fn element(&mut self, node: Element<'a>, around: &Rc<Around>) -> Result<(), Damaged> {
        let name = node.name();
        if self.notes.notes.contains(&node.at) && around.is_text && self.note.is_none() {
            return Ok(());
        }
        if is_code_of_page(name) {
            let count = if name == "script" { &mut self.code.0 } else { &mut self.code.1 };
            *count += 1;
            return Ok(());
        }
        if self.page.title == Some(node.at) && self.title.is_some() {
            return Ok(());
        }
        if !around.is_text && !self.page.is_root(node) && self.page.title != Some(node.at) {
            match name {
                _ if self.page.is_around(node) => {
                    let around = Rc::new(Around { lang: self.lang_in(node, around), ..(**around).clone() });
                    self.inside(node, &around);
                }
                // The title of the window is read before.
                "title" => {}
                "head" | "html" | "" => self.inside(node, around),
                _ => self.outside(node, Page::outside(node)),
            }
            return Ok(());
        }
        if let Some(aside) = self.left_out(node, around) {
            self.leave(node, aside, around);
            return Ok(());
        }
        if self.notes.marks.contains_key(&node.at) {
            self.mark(node, around);
            return Ok(());
        }
        self.shown(node, around)
    }

    /// Reads what an element holds.
    pub fn inside(&mut self, node: Element<'a>, around: &Rc<Around>) {
        for child in node.backwards() {
            self.tasks.push(Task::Read(child, around.clone()));
        }
    }

    /// Whether something is told elsewhere than where it stands.
    fn is_elsewhere(&self) -> impl Fn(u32) -> bool {
        let (title, notes) = (self.page.title, &self.notes);
        move |at| title == Some(at) || notes.notes.contains(&at)
    }

    fn outside(&mut self, node: Element<'a>, why: &'static str) {
        let words = plain(node, self.is_elsewhere());
        self.count_code(node);
        self.left(&words, why);
    }

    fn count_code(&mut self, node: Element<'a>) {
        for inner in node.all() {
            self.code.0 += usize::from(inner.name() == "script");
            self.code.1 += usize::from(inner.name() == "style");
        }
    }

    /// Why an element in the text is none of it.
    fn left_out(&mut self, node: Element<'a>, around: &Around) -> Option<Aside> {
        let name = node.name();
        if is_hidden(node) && name != "img" {
            return Some(Aside::Hidden);
        }
        if self.notes.holders.contains(&node.at) {
            return Some(Aside::Other("stands among the notes, and is none that a mark leads to"));
        }
        if let Some(why) = self.page.left_out(node, around.is_in_section).or_else(|| word::left_out(node)) {
            return Some(if why == "comment" { Aside::Comment } else { Aside::Other(why) });
        }
        if name == "form" && !self.page.pages.contains(&node.at) {
            return Some(Aside::Other("form of the page"));
        }
        if name == "input" && super::names::has_type(node, &["checkbox", "radio"]) {
            return None;
        }
        let (why, what) = not_text(name)?;
        // A label around a box holds the words beside it.
        if name == "label"
            && node.all().any(|it| it.name() == "input" && super::names::has_type(it, &["checkbox", "radio"]))
        {
            return None;
        }
        if let Some(what) = what {
            let address = ["src", "data", "href"].iter().find_map(|name| node.attribute(name));
            let source =
                || node.children().find(|it| it.name() == "source").and_then(|it| it.attribute("src"));
            let shown: String =
                address.or_else(source).unwrap_or_default().trim().chars().take(200).collect();
            let at = if shown.is_empty() { String::new() } else { format!(": “{shown}”") };
            self.reports.push(format!("{what} is left out{at}").into());
        }
        Some(Aside::Other(why))
    }

    fn leave(&mut self, node: Element<'a>, aside: Aside, around: &Rc<Around>) {
        let words = plain(node, self.is_elsewhere());
        self.count_code(node);
        if is_block(node) && self.note.is_none() {
            self.end_block(around);
            self.left(&words, aside.reason());
        } else {
            self.aside(words, aside);
        }
    }

    /// The mark of a note.
    fn mark(&mut self, node: Element<'a>, around: &Rc<Around>) {
        let Some(note) = self.notes.marks.get(&node.at).copied() else { return };
        let printed = plain(node, |_| false);
        self.anchors.extend(names(node).map(str::to_owned));
        if around.is_deleted {
            return self.aside(printed, Aside::Deleted);
        }
        let at = *self.known.entry(note).or_insert(self.marked.len());
        if at == self.marked.len() {
            self.marked.push((note, printed.clone()));
        }
        self.blank();
        self.last = printed.chars().next_back();
        self.pieces.push(Piece::Note(at, printed));
    }

    /// A link from a note back to its mark; the number that a note begins with is one.
    pub fn back(&mut self, node: Element<'a>) -> bool {
        let Some(note) = self.note.as_mut().filter(|_| self.notes.back.contains(&node.at)) else {
            return false;
        };
        let words = plain(node, |_| false);
        let is_first = note.label.is_none() && !self.pieces.iter().chain(&note.pieces).any(is_shown);
        if is_first && core(&words) == core(&note.mark) {
            note.label = Some(words);
        } else {
            self.aside(words, BACK);
        }
        true
    }

    /// Ends a paragraph.
    pub fn end_block(&mut self, around: &Around) {
        self.waiting = None;
        self.last = None;
        while let Some(Piece::Break) = self.pieces.last() {
            self.pieces.pop();
        }
        if let Some(note) = &mut self.note {
            if self.pieces.iter().any(is_shown) && note.pieces.iter().any(is_shown) {
                note.pieces.push(Piece::Break);
            }
            if let Some(label) = self.label.take().filter(|_| self.pieces.iter().any(is_shown)) {
                note.pieces.push(Piece::Words(format!("{} ", label.text), Default::default(), None));
            }
            note.pieces.append(&mut self.pieces);
            return;
        }
        if !self.pieces.iter().any(is_shown) {
            let (asides, pages) = std::mem::take(&mut self.pieces)
                .into_iter()
                .partition(|piece| matches!(piece, Piece::Aside(..)));
            self.pieces = pages;
            for piece in asides {
                if let Piece::Aside(words, why) = piece {
                    self.left(words.trim(), why.reason());
                }
            }
            return;
        }
        self.item(around, true);
    }

    /// An item of a list that begins with another list: its number is printed.
    pub fn bare_label(&mut self, around: &Around) {
        if self.note.is_none()
            && self.label.as_ref().is_some_and(|label| label.text.contains(char::is_alphanumeric))
        {
            self.item(around, false);
        }
    }

    fn item(&mut self, around: &Around, takes_pieces: bool) {
        let label = self.label.take();
        let pieces = if takes_pieces { std::mem::take(&mut self.pieces) } else { Vec::new() };
        let number = label.as_ref().map(|label| (label.text.as_str(), label.has_gap));
        let line = self.out.shown.line(number, pieces);
        let look = std::mem::take(&mut self.looks);
        if around.role == Role::Body {
            self.out.usual.add(&look);
        }
        // What follows in an item stands under its words.
        let below = around.depth.map(|depth| depth.saturating_add(1));
        self.out.items.push(Item {
            line,
            role: around.role,
            cell: around.cell,
            left_out: (around.role == Role::Contents).then_some(CONTENTS),
            depth: label.map_or(below, |label| Some(label.depth)).filter(|_| around.cell.is_none()),
            look,
            spoken: std::mem::take(&mut self.spoken),
            anchors: std::mem::take(&mut self.anchors),
            reports: std::mem::take(&mut self.reports),
        });
    }

    /// The language of an element that lies in others.
    fn lang_of(&self, element: Element<'a>) -> Option<Rc<str>> {
        let said = [element].into_iter().chain(element.ancestors()).find_map(own_lang);
        said.map_or_else(|| self.lang.clone(), |lang| Some(lang.into()))
    }

    /// The language in an element, where that around it is known.
    pub fn lang_in(&self, element: Element<'a>, around: &Around) -> Option<Rc<str>> {
        own_lang(element).map_or_else(|| around.lang.clone(), |lang| Some(lang.into()))
    }

    /// Where a link leads.
    pub fn target(&self, href: &str) -> String {
        let href = href.trim();
        let name = href.strip_prefix('#');
        match (&self.base, name) {
            (Some(base), None) => base.join(href).map_or_else(|_| href.to_owned(), String::from),
            _ => href.to_owned(),
        }
    }

    fn end_link(&mut self, link: &Rc<str>, from: usize) {
        let inside = self.pieces.get(from..).unwrap_or_default();
        let has_words =
            inside.iter().any(|piece| matches!(piece, Piece::Words(words, ..) if !words.trim().is_empty()));
        if !has_words && inside.iter().any(|piece| matches!(piece, Piece::Picture(..))) {
            self.reports
                .push(format!("a picture of the file leads to “{link}”, and the link is left out").into());
        }
    }

    /// Whether an element is one of a part of the page, for what stands in it.
    pub fn is_part(node: Element<'a>, around: &Around) -> bool {
        around.is_in_section
            || is_section(node)
            || matches!(Landmark::of(node, true), Some(Landmark::Main | Landmark::Article))
    }
}

/// The language that an element says.
fn own_lang(element: Element<'_>) -> Option<&str> {
    element.attribute("lang").or(element.attribute("xml:lang")).map(str::trim)
}

/// Whether a piece is seen.
pub fn is_shown(piece: &Piece) -> bool {
    match piece {
        Piece::Words(words, ..) => !words.trim().is_empty(),
        Piece::Note(..) | Piece::Picture(..) => true,
        _ => false,
    }
}

/// A label without its brackets and marks.
pub fn core(label: &str) -> String {
    label.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The number of a note with the mark after it that is no part of its link.
fn with_mark(label: String, pieces: &mut [Piece]) -> String {
    let Some(Piece::Words(words, ..)) = pieces.iter_mut().find(|piece| is_shown(piece)) else { return label };
    match words.trim_start().chars().next() {
        Some(c @ ('.' | ')' | ']' | ':' | '、' | '．' | '）' | '：')) => {
            *words = words.trim_start().split_at(c.len_utf8()).1.to_owned();
            format!("{label}{c}")
        }
        _ => label,
    }
}

/// Takes the number away that the words of a note begin with, if it is this one.
fn begun(pieces: &mut Vec<Piece>, core: &str) -> Option<String> {
    let at = pieces.iter().position(is_shown)?;
    let Some(Piece::Words(words, look, _)) = pieces.get_mut(at) else { return None };
    let said = words.trim_start();
    let end = said.find(char::is_whitespace).unwrap_or(said.len());
    let first = said.get(..end)?;
    let is_label = !core.is_empty()
        && self::core(first) == core
        && (first != core || look.vertical != Vertical::Line || end < said.len());
    let label = first.to_owned();
    if !is_label {
        return None;
    }
    *words = said.get(end..)?.trim_start().to_owned();
    Some(label)
}
