//! HTML that the sanitiser made, as plain text.
//!
//! In: HTML of the few elements that pass. Out: lines: a block is a paragraph, an item has its mark, a row of a table is written cell by
//! cell.

pub mod lists;
mod rows;

use super::Writer;
use super::inlines::{name, near};
use super::lines::{Item, Lines};
use crate::document::unescaped;
use crate::render::html::tag_end;
use crate::source::slice;
use lists::List;
use rows::Rows;

/// Elements in running text; all others begin and end a paragraph.
pub const INLINE: [&str; 30] = [
    "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q",
    "rb", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var",
    "wbr",
];

/// Elements that hold one paragraph or cell: what their title says follows their words. That of others stands before what
/// they hold.
pub const LEAVES: [&str; 10] = ["caption", "dd", "dt", "figcaption", "li", "p", "pre", "summary", "td", "th"];

/// What is written so far of the HTML.
struct State<'w, 'a> {
    writer: &'w mut Writer<'a>,
    /// The words of the paragraph.
    words: String,
    /// The tags of running text that are open, and where in the words each began.
    open: Vec<(String, usize)>,
    /// The tags of paragraphs and cells that are open.
    leaves: Vec<String>,
    lists: Vec<List>,
    items: Vec<Item>,
    preformatted: bool,
    rows: Rows,
    in_cell: bool,
}

/// Writes HTML that the sanitiser made.
pub fn write(writer: &mut Writer<'_>, html: &str) {
    writer.ruby_has_brackets = html.contains("<rp");
    let mut state = State {
        writer,
        words: String::new(),
        open: Vec::new(),
        leaves: Vec::new(),
        lists: Vec::new(),
        items: Vec::new(),
        preformatted: false,
        rows: Rows::new(),
        in_cell: false,
    };
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        state.text(slice(rest, ..at));
        let end = tag_end(slice(rest, at..)) + at;
        let tag = slice(rest, at..end);
        rest = slice(rest, end..);
        match tag.strip_prefix("</") {
            Some(closing) => state.close(name(closing)),
            None => state.begin(tag, rest),
        }
    }
    state.text(rest);
    while !state.leaves.is_empty() {
        state.end_leaf();
    }
    // Blocks may stand between the tags of a cell: then its beginning ends here.
    if std::mem::take(&mut state.in_cell) {
        let cell = std::mem::take(&mut state.words);
        state.rows.end_cell(&cell);
    }
    if state.rows.has_cells() {
        state.rows.end(state.writer);
    }
    state.paragraph();
    state.rows.end_heads(state.writer);
    while let Some(item) = state.items.pop() {
        state.writer.lines.end_item(item);
    }
    state.writer.ruby_has_brackets = false;
}

impl State<'_, '_> {
    fn text(&mut self, text: &str) {
        let text = unescaped(text);
        if self.preformatted {
            return self.words.push_str(&text);
        }
        for (at, word) in text.split([' ', '\n', '\t', '\r']).enumerate() {
            if at > 0 && !self.words.is_empty() && !self.words.ends_with([' ', '\n']) {
                self.words.push(' ');
            }
            self.words.push_str(word);
        }
    }

    /// Begins an element; `rest` follows its tag.
    fn begin(&mut self, tag: &str, rest: &str) {
        let name = name(tag);
        match name {
            "br" => self.words.push('\n'),
            "wbr" => {}
            _ if INLINE.contains(&name) => self.open.push((tag.to_owned(), self.words.len())),
            "td" | "th" => {
                self.paragraph();
                self.leaves.push(tag.to_owned());
                self.in_cell = true;
                self.rows.begin_cell(tag, name == "th");
            }
            _ => {
                self.paragraph();
                if LEAVES.contains(&name) {
                    self.leaves.push(tag.to_owned());
                } else {
                    self.writer.title(tag, "", &mut self.words);
                    self.paragraph();
                }
                match name {
                    "ul" => self.lists.push(List::bullets()),
                    "ol" => self.lists.push(List::numbered(tag, rest)),
                    "li" if !self.in_cell => self.item(tag),
                    "pre" => self.preformatted = true,
                    "thead" => self.rows.in_head = true,
                    "tr" => self.rows.begin(),
                    "hr" => self.writer.lines.paragraph("* * *"),
                    _ => {}
                }
            }
        }
    }

    fn close(&mut self, name: &str) {
        if INLINE.contains(&name) {
            if let Some((tag, start)) = self.open.pop() {
                let words = self.words.split_off(start.min(self.words.len()));
                self.writer.element(&tag, words, &mut self.words);
            }
            return;
        }
        if LEAVES.contains(&name) {
            self.end_leaf();
        }
        if matches!(name, "td" | "th") {
            let cell = std::mem::take(&mut self.words);
            self.rows.end_cell(&cell);
            self.in_cell = false;
            return;
        }
        self.paragraph();
        match name {
            "ul" | "ol" => _ = self.lists.pop(),
            "li" if !self.in_cell => {
                if let Some(item) = self.items.pop() {
                    self.writer.lines.end_item(item);
                }
            }
            "pre" => self.preformatted = false,
            "thead" | "tbody" | "tfoot" => self.rows.end_group(),
            "tr" => self.rows.end(self.writer),
            "table" => self.rows.end_heads(self.writer),
            _ => {}
        }
    }

    /// Ends a paragraph or cell with what its title says.
    fn end_leaf(&mut self) {
        if let Some(tag) = self.leaves.pop() {
            // A cell may hold many paragraphs: only the last words are looked at for each.
            let words = near(&self.words).to_owned();
            self.writer.title(&tag, &words, &mut self.words);
        }
    }

    fn item(&mut self, tag: &str) {
        let mark = self.lists.last_mut().map_or_else(|| List::bullets().mark(tag), |list| list.mark(tag));
        self.items.push(Lines::item(&mut self.writer.lines, &mark));
    }

    fn paragraph(&mut self) {
        // A paragraph inside a cell is part of its line.
        if self.in_cell {
            if !self.words.is_empty() && !self.words.ends_with([' ', '\n']) {
                self.words.push(' ');
            }
            return;
        }
        let words = std::mem::take(&mut self.words);
        self.open.iter_mut().for_each(|(_, start)| *start = 0);
        if self.preformatted && !words.trim().is_empty() {
            self.writer.lines.preformatted(&words);
        } else {
            self.writer.lines.paragraph(&words);
        }
    }
}
