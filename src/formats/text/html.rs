//! HTML that the sanitiser made, as plain text.
//!
//! In: HTML of the few elements that pass. Out: lines: a block is a paragraph, an item has its mark, a row of a table is written cell by
//! cell.

use super::Writer;
use super::inlines::name;
use super::lines::{Item, Lines};
use crate::render::html::tag_end;
use crate::source::slice;

/// Elements in running text; all others begin and end a paragraph.
const INLINE: [&str; 30] = [
    "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q",
    "rb", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var",
    "wbr",
];

/// What is written so far of the HTML.
struct State<'w, 'a> {
    writer: &'w mut Writer<'a>,
    /// The words of the paragraph.
    words: String,
    /// The elements of running text that are open, and where in the words each began.
    open: Vec<(String, usize)>,
    /// The lists that are open: the number of the next item, or none.
    lists: Vec<Option<u64>>,
    items: Vec<Item>,
    preformatted: bool,
    /// The cells of the row, and whether all of them are heads.
    cells: Vec<String>,
    all_heads: bool,
    in_cell: bool,
    heads: Vec<String>,
    heads_used: bool,
}

/// Writes HTML that the sanitiser made.
pub fn write(writer: &mut Writer<'_>, html: &str) {
    writer.ruby_has_brackets = html.contains("<rp");
    let mut state = State {
        writer,
        words: String::new(),
        open: Vec::new(),
        lists: Vec::new(),
        items: Vec::new(),
        preformatted: false,
        cells: Vec::new(),
        all_heads: true,
        in_cell: false,
        heads: Vec::new(),
        heads_used: true,
    };
    let merged = html.contains("span=\"");
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        state.text(slice(rest, ..at));
        let end = tag_end(slice(rest, at..)) + at;
        let tag = slice(rest, at..end);
        rest = slice(rest, end..);
        match tag.strip_prefix("</") {
            Some(closing) => state.close(name(closing), merged),
            None => state.begin(tag),
        }
    }
    state.text(rest);
    // Blocks may stand between the tags of a cell: then its beginning ends here.
    if std::mem::take(&mut state.in_cell) {
        let cell = std::mem::take(&mut state.words);
        state.cells.push(cell.trim().to_owned());
    }
    if !state.cells.is_empty() {
        state.row(true);
    }
    state.paragraph();
    state.end_heads();
    while let Some(item) = state.items.pop() {
        state.writer.lines.end_item(item);
    }
    state.writer.ruby_has_brackets = false;
}

impl State<'_, '_> {
    fn text(&mut self, text: &str) {
        let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
        let text = text.replace("&nbsp;", "\u{a0}").replace("&amp;", "&");
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

    fn begin(&mut self, tag: &str) {
        let name = name(tag);
        match name {
            "br" => self.words.push('\n'),
            "wbr" => {}
            _ if INLINE.contains(&name) => self.open.push((name.to_owned(), self.words.len())),
            "td" | "th" => {
                self.paragraph();
                self.in_cell = true;
                self.all_heads &= name == "th";
            }
            _ => {
                self.paragraph();
                match name {
                    "ul" => self.lists.push(None),
                    "ol" => self.lists.push(Some(number(tag, "start").unwrap_or(1))),
                    "li" if !self.in_cell => self.item(tag),
                    "pre" => self.preformatted = true,
                    "tr" => {
                        self.cells.clear();
                        self.all_heads = true;
                    }
                    "hr" => self.writer.lines.paragraph("* * *"),
                    _ => {}
                }
            }
        }
    }

    fn close(&mut self, name: &str, merged: bool) {
        if INLINE.contains(&name) {
            if let Some((name, start)) = self.open.pop() {
                let words = self.words.split_off(start.min(self.words.len()));
                self.words.push_str(&self.writer.in_element(&name, words));
            }
            return;
        }
        if matches!(name, "td" | "th") {
            let cell = std::mem::take(&mut self.words);
            self.cells.push(cell.split_whitespace().collect::<Vec<_>>().join(" "));
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
            "tr" => self.row(merged),
            "table" => self.end_heads(),
            _ => {}
        }
    }

    fn item(&mut self, tag: &str) {
        let mark = match self.lists.last_mut() {
            Some(Some(next)) => {
                let number = number(tag, "value").unwrap_or(*next);
                *next = number + 1;
                format!("{number}. ")
            }
            _ => "- ".to_owned(),
        };
        self.items.push(Lines::item(&mut self.writer.lines, &mark));
    }

    /// Ends a row. The heads of a table with merged cells are those of no certain column.
    fn row(&mut self, merged: bool) {
        let cells = std::mem::take(&mut self.cells);
        if self.all_heads && !merged {
            self.end_heads();
            self.heads = cells;
            self.heads_used = false;
            return;
        }
        self.heads_used = true;
        let heads = std::mem::take(&mut self.heads);
        // A row that is shorter than the heads still says them.
        let mut cells = cells;
        if cells.len() < heads.len() {
            cells.resize(heads.len(), String::new());
        }
        self.writer.row(&heads, &cells);
        self.heads = heads;
    }

    /// Writes heads under which no row stands.
    fn end_heads(&mut self) {
        let heads = std::mem::take(&mut self.heads);
        if !std::mem::replace(&mut self.heads_used, true) {
            self.writer.row(&[], &heads);
        }
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

/// The number that an attribute of a tag gives.
fn number(tag: &str, attribute: &str) -> Option<u64> {
    let (_, value) = tag.split_once(&format!(" {attribute}=\""))?;
    value.split_once('"')?.0.parse().ok()
}
