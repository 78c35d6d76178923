//! HTML that the sanitiser made, as paragraphs and tables.
//!
//! In: HTML of the few elements that pass, whole or the tags around blocks of Markdown. Out: paragraphs, items, tables with merged
//! cells. What the title of an element says stands after its words, and that of a block before what it holds.

use super::lists::{Lists, SIGNS};
use super::runs::Look;
use super::tables::{Cell, Head};
use super::writer::{Around, Mark, Writer};
use crate::document::{attribute, integer, unescaped};
use crate::formats::text::{INLINE, LEAVES, List, name};
use crate::lang::{Lang, TextDirection};
use crate::render::html::tag_end;
use crate::source::slice;

/// The most columns and rows that a cell takes, as browsers count.
const MOST_COLUMNS: i64 = 1000;
const MOST_ROWS: i64 = 65534;

/// An element that is open.
pub struct Opened {
    name: String,
    tag: String,
    around: Around,
    look: Look,
    /// Where in the words of the paragraph it began.
    start: usize,
}

/// The direction that a tag says.
fn direction(tag: &str) -> Option<TextDirection> {
    match attribute(tag, "dir")?.as_str() {
        "rtl" => Some(TextDirection::Rtl),
        "ltr" => Some(TextDirection::Ltr),
        _ => None,
    }
}

impl Writer<'_> {
    /// Writes HTML.
    pub fn html(&mut self, html: &str) {
        let mut rest = html;
        self.ruby_has_brackets = html.contains("<rp");
        while let Some(at) = rest.find('<') {
            self.html_text(slice(rest, ..at));
            let end = tag_end(slice(rest, at..)) + at;
            let tag = slice(rest, at..end);
            rest = slice(rest, end..);
            match tag.strip_prefix("</") {
                Some(closing) => self.close(name(closing)),
                None => self.begin_element(tag, rest),
            }
        }
        self.html_text(rest);
        self.ruby_has_brackets = false;
    }

    fn html_text(&mut self, text: &str) {
        let text = unescaped(text);
        if self.around.is_preformatted {
            let mut lines = text.split('\n');
            lines.next().iter().for_each(|first| self.say(first));
            for line in lines {
                self.begin(Some("HTMLPreformatted")).stays = true;
                self.say(line);
            }
            return;
        }
        for (at, word) in text.split([' ', '\n', '\t', '\r']).enumerate() {
            let said = self.paragraph.as_ref().map_or("", |paragraph| paragraph.words.as_str());
            if at > 0 && !said.is_empty() && !said.ends_with([' ', '\n']) {
                self.say(" ");
            }
            self.say(word);
        }
    }

    /// Begins an element; `rest` follows its tag.
    fn begin_element(&mut self, tag: &str, rest: &str) {
        let name = name(tag);
        match name {
            "br" => return self.line_break(),
            "wbr" | "col" => return,
            "hr" => {
                self.block_title(tag);
                return self.rule();
            }
            _ if INLINE.contains(&name) => return self.begin_inline(tag),
            _ => {}
        }
        self.end();
        let before = (self.around.clone(), self.look.clone());
        self.language_of(tag);
        let alignment = attribute(tag, "align");
        let alignment = alignment.and_then(|wanted| {
            ["left", "center", "right"].into_iter().find(|known| known.eq_ignore_ascii_case(wanted.trim()))
        });
        self.around.alignment = alignment.or(self.around.alignment);
        if !LEAVES.contains(&name) {
            self.block_title(tag);
        }
        match name {
            "ul" => self.html_lists.push(List::bullets()),
            "ol" => self.html_lists.push(List::numbered(tag, rest)),
            "li" => self.begin_html_item(tag),
            "dd" => self.indent(),
            "dt" => {
                self.look.is_bold = true;
                self.begin(Some("DefinitionTerm")).keeps_next = true;
            }
            "summary" => {
                self.look.is_bold = true;
                self.begin(None).keeps_next = true;
            }
            "caption" => self.begin(Some("Caption")).keeps_next = true,
            "figcaption" => self.around.style = Some("Caption"),
            "blockquote" => {
                self.indent();
                self.around.style = Some("Quote");
            }
            "pre" => {
                self.around.is_preformatted = true;
                self.around.style = Some("HTMLPreformatted");
            }
            "table" => self.begin_table(),
            "thead" => self.tables.iter_mut().last().into_iter().for_each(|table| table.is_in_head = true),
            "tr" => self.begin_row(),
            "td" | "th" => self.begin_html_cell(tag, name == "th"),
            _ => {}
        }
        let (around, look) = before;
        self.opened.push(Opened { name: name.to_owned(), tag: tag.to_owned(), around, look, start: 0 });
    }

    /// The language and direction of what an element holds.
    fn language_of(&mut self, tag: &str) {
        if let Some(lang) = attribute(tag, "lang").and_then(|lang| lang.parse::<Lang>().ok()) {
            self.around.direction = lang.direction();
            self.look.lang = lang;
        }
        if let Some(direction) = direction(tag) {
            self.around.direction = direction;
            self.look.direction = Some(direction);
        }
    }

    /// Writes what the title of a block says.
    fn block_title(&mut self, tag: &str) {
        if let Some(said) = self.titles.after(tag, "", "", &self.document.lang) {
            self.begin(None);
            self.say(&said);
            self.end();
        }
    }

    fn begin_html_item(&mut self, tag: &str) {
        let mark = self.html_lists.last_mut().map(|list| list.mark(tag));
        let level = Lists::level((self.html_lists.len().max(1) - 1).min(u8::MAX.into()) as u8);
        self.begin_item(match mark.as_deref().map(str::trim_end) {
            None | Some("-") => Mark::Counted(SIGNS, level),
            Some(number) => Mark::Typed(number.to_owned()),
        });
        self.indent();
        self.around.depth = self.around.depth.saturating_add(1);
    }

    fn begin_html_cell(&mut self, tag: &str, is_head: bool) {
        let head = match attribute(tag, "scope").as_deref() {
            Some("row" | "rowgroup") if is_head => Some(Head::Row),
            _ => is_head.then_some(Head::Column),
        };
        let span = |name| attribute(tag, name).and_then(|span| integer(&span));
        let columns = span("colspan").unwrap_or(1).clamp(1, MOST_COLUMNS);
        // Without end, a cell takes all rows of its group.
        let rows = match span("rowspan") {
            Some(0) => MOST_ROWS,
            rows => rows.unwrap_or(1).clamp(1, MOST_ROWS),
        };
        self.begin_cell(Cell::new((columns as usize, rows as usize), head, self.around.alignment));
    }

    /// Ends the elements down to the last one of this name.
    fn close(&mut self, name: &str) {
        let Some(at) = self.opened.iter().rposition(|opened| opened.name == name) else { return };
        while self.opened.len() > at {
            self.end_innermost();
        }
    }

    fn end_innermost(&mut self) {
        let is_inline = self.opened.last().is_some_and(|opened| INLINE.contains(&opened.name.as_str()));
        if is_inline {
            return self.end_inline();
        }
        let Some(Opened { name, tag, around, look, .. }) = self.opened.pop() else { return };
        if LEAVES.contains(&name.as_str()) {
            self.title_after(&tag, 0);
        }
        match name.as_str() {
            "li" => self.end_item(),
            "ul" | "ol" => _ = self.html_lists.pop(),
            "td" | "th" => self.end_cell(),
            "thead" | "tbody" | "tfoot" => {
                if let Some(table) = self.tables.last_mut() {
                    table.is_in_head = false;
                    table.group += 1;
                }
            }
            "table" => self.end_table(),
            _ => {}
        }
        self.end();
        (self.around, self.look) = (around, look);
    }

    /// Begins an element in running text.
    pub fn begin_inline(&mut self, tag: &str) {
        let name = name(tag);
        let start = self.paragraph.as_ref().map_or(0, |paragraph| paragraph.words.len());
        let (around, look) = (self.around.clone(), self.look.clone());
        self.opened.push(Opened { name: name.to_owned(), tag: tag.to_owned(), around, look, start });
        if let Some(lang) = attribute(tag, "lang").and_then(|lang| lang.parse::<Lang>().ok()) {
            self.look.lang = lang;
            self.look.direction = None;
        }
        self.look.direction = direction(tag).or(self.look.direction);
        let look = &mut self.look;
        match name {
            "b" | "strong" => look.is_bold = true,
            "em" => look.is_stressed = true,
            "i" | "cite" | "dfn" | "var" => look.is_slanted = true,
            "del" | "s" => look.is_struck = true,
            "ins" | "u" => look.is_underlined = true,
            "mark" => look.is_marked = true,
            "sup" => look.vertical = Some("superscript"),
            "sub" => look.vertical = Some("subscript"),
            "code" | "kbd" | "samp" => look.style = Some("HTMLCode"),
            "q" => self.say("“"),
            "rt" if !self.ruby_has_brackets => self.say("("),
            _ => {}
        }
    }

    /// Ends it, with what its title says.
    pub fn end_inline(&mut self) {
        let Some(Opened { name, tag, look, start, .. }) = self.opened.pop() else { return };
        match name.as_str() {
            "q" => self.say("”"),
            "rt" if !self.ruby_has_brackets => self.say(")"),
            _ => {}
        }
        self.look = look;
        self.title_after(&tag, start);
    }

    /// Writes what the title of an element says after its words, which began there in the paragraph.
    fn title_after(&mut self, tag: &str, start: usize) {
        if !tag.contains(" title=") {
            return;
        }
        let before = self.paragraph.as_ref().map_or("", |paragraph| paragraph.words.as_str());
        let words = slice(before, start.min(before.len())..);
        if let Some(said) = self.titles.after(tag, words, before, &self.document.lang) {
            self.say(&said);
        }
    }
}
