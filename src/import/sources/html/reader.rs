//! The blocks of a page in their order.
//!
//! In: the tree of a page, which part of it is the text, and its notes. Out: for each paragraph its line of the shown text, and what the
//! page says it is; what is left out, each with its reason. Nothing calls itself: what is still to be read stands in a list.

use std::collections::HashMap;
use std::rc::Rc;

use url::Url;

use super::around::{Around, Task};
use super::lists::{Label, List};
use super::names::{Landmark, is_code_of_page, plain};
use super::note_text::Note;
use super::notes::Notes;
use super::page::{Page, is_section};
use super::tree::Element;
use crate::count::counted;
use crate::import::sources::archive::Damaged;
use crate::import::sources::beside::Beside;
use crate::import::sources::styled::Contents;
use crate::import::sources::styled::shown::Piece;
use crate::import::unsure::Unsure;

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

    /// Whether something of it is seen.
    pub is_begun: bool,
    /// Pages that begin before its words.
    pub pages: Vec<Piece>,
    /// Its last character; none at its beginning and after the end of a line.
    pub last: Option<char>,
    /// Whether blanks wait for what follows them, and a line end is among them.
    pub waiting: Option<bool>,
    /// The label of the item that was begun.
    pub label: Option<Label>,
    /// The first paragraph that is a title by its element.
    pub title: Option<usize>,
    /// Whether the title that stands elsewhere was read.
    is_title_read: bool,
    /// The note that is read, with its pieces and its printed number.
    pub note: Option<Note>,
    /// The notes in the order of their marks, each with its number as the mark prints it.
    pub marked: Vec<(u32, String)>,
    /// Where each note is among them.
    pub known: HashMap<u32, usize>,
    /// How many programs and style sheets there are.
    pub code: (usize, usize),
}

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
            is_begun: false,
            pages: Vec::new(),
            last: None,
            waiting: None,
            label: None,
            title: None,
            is_title_read: false,
            note: None,
            marked: Vec::new(),
            known: HashMap::new(),
            code: (0, 0),
        }
    }

    /// Reads the page.
    pub fn read(&mut self, root: Element<'a>) -> Result<(), Damaged> {
        let around = Rc::new(Around::new(self.lang.clone()));
        if let Some(at) = self.page.title {
            let around = Rc::new(Around { is_text: true, is_in_section: true, ..(*around).clone() });
            self.tasks.push(Task::Read(root.elsewhere(at), around));
            self.run()?;
            self.is_title_read = true;
        }
        self.tasks.push(Task::Read(root, around.clone()));
        self.run()?;
        self.end_block(&around);
        for why in std::mem::take(&mut self.out.reports) {
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
    pub fn run(&mut self) -> Result<(), Damaged> {
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
                    self.words(&mark, &around);
                    self.waiting = waiting;
                }
                Task::EndLink(link, from) => self.end_link(&link, from),
            }
        }
        Ok(())
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
        if self.page.title == Some(node.at) && self.is_title_read {
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

    /// The language of an element that lies in others.
    pub fn lang_of(&self, element: Element<'a>) -> Option<Rc<str>> {
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
        let inside = self.out.pieces.get(from..).unwrap_or_default();
        let has_words =
            inside.iter().any(|piece| matches!(piece, Piece::Words(words, ..) if !words.trim().is_empty()));
        if !has_words && inside.iter().any(|piece| matches!(piece, Piece::Picture(..))) {
            self.out
                .reports
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
