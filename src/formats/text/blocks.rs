//! Blocks as plain text.
//!
//! In: blocks. Out: lines. Official numbers stand as they do on the page; a table is written row by row, each cell in a line of its own
//! after the head of its column, which a braille display and a screen reader read in the right order.

use super::inlines::note_mark;
use super::lines::Lines;
use super::{Writer, html};
use crate::document::{Block, BlockKind, Content, Definition, Item, Paragraph, Table, numbers};
use crate::formats::version::before_colon;
use crate::source::slice;

impl Writer<'_> {
    /// Writes blocks in order.
    pub fn write_blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    /// Writes one block.
    pub fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Paragraph(content) => {
                let words = self.words(content);
                self.lines.paragraph(&words);
            }
            BlockKind::Heading { level, content, .. } => {
                let words = self.words_in_line(content);
                self.lines.heading((*level).max(2), &words);
            }
            BlockKind::List { ordered, items } => self.list(*ordered, items),
            BlockKind::Article(article) => self.write_numbered(article),
            BlockKind::Table(table) => self.table(table),
            BlockKind::Quote { notice: None, blocks } => {
                self.lines.gap();
                self.lines.indent();
                self.write_blocks(blocks);
                self.lines.outdent();
            }
            BlockKind::Quote { notice: Some(notice), blocks } => {
                self.lines.gap();
                let item = Lines::item(
                    &mut self.lines,
                    &format!("{}{}", self.labels.get(notice.label()), self.labels.get("colon")),
                );
                self.write_blocks(blocks);
                self.lines.end_item(item);
                self.lines.gap();
            }
            BlockKind::Code(code) => {
                let text = self.words(&code.content);
                self.lines.preformatted(&text);
            }
            BlockKind::Definitions(list) => self.definitions(list),
            BlockKind::Html(html) => html::write(self, html),
            BlockKind::Figure(figure) => {
                let words = self.words(&figure.picture);
                self.lines.paragraph(&words);
                if let Some(caption) = &figure.caption {
                    let words = self.words_in_line(caption);
                    self.lines.paragraph(&words);
                }
            }
            BlockKind::Wrapped(wrapped) => {
                html::write(self, &wrapped.open);
                match wrapped.blocks.split_first() {
                    // It is set in, so that its end is seen; the first block is its summary.
                    Some((summary, rest)) if wrapped.description.is_some() && wrapped.is("details") => {
                        self.block(summary);
                        self.lines.gap();
                        self.lines.indent();
                        self.write_blocks(rest);
                        self.lines.outdent();
                    }
                    _ => self.write_blocks(&wrapped.blocks),
                }
                html::write(self, &wrapped.close);
            }
            BlockKind::ThematicBreak => self.lines.paragraph("* * *"),
        }
    }

    fn list(&mut self, ordered: bool, items: &[Item]) {
        let is_short = |item: &Item| match &*item.blocks {
            [Block { kind: BlockKind::Paragraph(_), .. }, rest @ ..] => {
                rest.iter().all(|block| matches!(block.kind, BlockKind::List { .. }))
            }
            rest => rest.is_empty(),
        };
        let tight = items.iter().all(is_short);
        if tight {
            self.lines.begin_tight();
        }
        for (item, number) in items.iter().zip(numbers(items)) {
            let mark = self.item_mark(ordered.then_some(number), item);
            let written = Lines::item(&mut self.lines, &mark);
            self.write_blocks(&item.blocks);
            self.lines.end_item(written);
        }
        if tight {
            self.lines.end_tight();
        }
        self.lines.gap();
    }

    /// What stands before an item: its number as the source writes it.
    pub fn item_mark(&self, number: Option<u64>, item: &Item) -> String {
        let end = if item.has_bracket(&self.document.source) { ')' } else { '.' };
        number.map_or_else(|| "- ".to_owned(), |number| format!("{number}{end} "))
    }

    fn definitions(&mut self, list: &[Definition]) {
        for definition in list {
            let term = self.words_in_line(&definition.term);
            let mark = self.before_colon(&term);
            self.lines.gap();
            let item = Lines::item(&mut self.lines, &mark);
            definition.meanings.iter().for_each(|meaning| self.write_blocks(meaning));
            self.lines.end_item(item);
            self.lines.gap();
        }
    }

    fn table(&mut self, table: &Table) {
        if let Some(caption) = &table.caption {
            let words = self.caption_word(caption) + &self.words_in_line(caption);
            self.lines.paragraph(&words);
        }
        let heads: Vec<String> = table.head.iter().map(|cell| self.words_in_line(cell)).collect();
        if table.rows.is_empty() {
            let heads: Vec<_> = heads.iter().filter(|head| !head.is_empty()).map(String::as_str).collect();
            self.lines.paragraph(&heads.join(self.labels.get("list-separator")));
        }
        for row in &table.rows {
            let cells: Vec<String> = row.iter().map(|cell: &Content| self.words_in_line(cell)).collect();
            self.row(&heads, &cells);
        }
    }

    /// The word before a caption that a page shows as the form of the caption, `表：`; one with a number is part of the caption.
    fn caption_word(&self, caption: &Content) -> String {
        let source = &self.document.source;
        let start = caption.first().map_or(0, |first| first.span.start as usize);
        let before = slice(source.text(), ..start);
        let word = before.trim_end().trim_end_matches([':', '：']).trim_end();
        let words = self.renderer.library.language(&self.document.lang).table_words();
        let is_marked = word.len() < before.trim_end().len();
        match words.iter().find(|table| is_marked && word.ends_with(**table)) {
            Some(table) => slice(before, word.len() - table.len()..).to_owned(),
            None => String::new(),
        }
    }

    /// Writes a row: each cell in its line, after the head of its column.
    pub fn row(&mut self, heads: &[String], cells: &[String]) {
        self.lines.gap();
        for (column, cell) in cells.iter().enumerate() {
            match heads.get(column).filter(|head| !head.is_empty()) {
                Some(head) => {
                    let line = format!("{}{cell}", self.before_colon(head));
                    self.lines.line(&line);
                }
                None if cell.is_empty() => {}
                None => self.lines.line(cell),
            }
        }
        self.lines.gap();
    }

    /// A term with the colon that leads to what it stands for.
    pub fn before_colon(&self, term: &str) -> String {
        before_colon(term, self.labels)
    }

    /// Writes a numbered paragraph of a resolution with its sub-paragraphs, each with its number as the official text prints it.
    pub fn write_numbered(&mut self, paragraph: &Paragraph) {
        self.labelled(paragraph, "");
    }

    /// Writes a paragraph behind the label of the article that it is the first of.
    fn labelled(&mut self, paragraph: &Paragraph, above: &str) {
        let number = paragraph.label.as_ref().map_or(above, |label| self.document.text(label));
        if let (Some((first, rest)), []) = (paragraph.children.split_first(), &*paragraph.blocks)
            && first.label.is_none()
        {
            self.labelled(first, number);
            rest.iter().for_each(|child| self.write_numbered(child));
            return self.write_blocks(&paragraph.closing);
        }
        let first = match paragraph.blocks.split_first() {
            Some((Block { kind: BlockKind::Paragraph(content), .. }, _)) => self.words(content),
            _ => String::new(),
        };
        let line = format!("{number} {first}");
        self.lines.paragraph(line.trim());
        let rest = match &*paragraph.blocks {
            [Block { kind: BlockKind::Paragraph(_), .. }, rest @ ..] => rest,
            all => all,
        };
        self.write_blocks(rest);
        paragraph.children.iter().for_each(|child| self.write_numbered(child));
        self.write_blocks(&paragraph.closing);
    }

    /// Writes the notes, each after the mark that the text has for it.
    pub fn write_notes(&mut self) {
        let document = self.document;
        if document.notes.is_empty() {
            return;
        }
        self.lines.heading(2, self.labels.get("notes"));
        for (index, note) in document.notes.iter().enumerate() {
            self.lines.gap();
            let item = Lines::item(&mut self.lines, &format!("{} ", note_mark(index + 1)));
            self.write_blocks(&note.blocks);
            self.lines.end_item(item);
            self.lines.gap();
        }
    }
}
