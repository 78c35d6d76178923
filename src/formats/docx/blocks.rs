//! Blocks of a text as paragraphs and tables.
//!
//! In: blocks. Out: paragraphs in built-in styles, and tables. Official numbers, and those of lists in an official text, are typed as the
//! source has them.

use super::lists::{Lists, SIGNS};
use super::tables::{Cell, Head};
use super::writer::{Mark, Writer};
use crate::document::{
    Alignment, Block, BlockKind, Definition, Item, Notice, Paragraph, Table, Version, numbers,
};

/// The styles of headings below the title.
const HEADINGS: [&str; 6] = ["Heading1", "Heading2", "Heading3", "Heading4", "Heading5", "Heading6"];

impl<'a> Writer<'a> {
    /// Writes blocks in order.
    pub fn write_blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    /// Writes one block.
    pub fn block(&mut self, block: &Block) {
        if let Some(id) = &block.id {
            self.end();
            self.place(id);
        }
        match &block.kind {
            BlockKind::Paragraph(content) => {
                self.begin(None);
                self.inlines(content);
                self.end();
            }
            BlockKind::Heading { level, content } => {
                self.heading_of(*level, "", |writer| writer.inlines(content))
            }
            BlockKind::List { ordered, items } => self.list(*ordered, items),
            BlockKind::Article(article) => self.write_numbered(article),
            BlockKind::Table(table) => self.table(table),
            BlockKind::Quote { notice: None, blocks } => {
                self.set_in(Some("Quote"), |writer| writer.write_blocks(blocks));
            }
            BlockKind::Quote { notice: Some(notice), blocks } => self.notice(*notice, blocks),
            BlockKind::Code(code) => self.preformatted(&self.document.plain(&code.content)),
            BlockKind::Definitions(list) => self.definitions(list),
            BlockKind::Html(html) => self.html(html),
            BlockKind::Figure(figure) => {
                self.begin(None).keeps_next = figure.caption.is_some();
                self.inlines(&figure.picture);
                self.end();
                if let Some(caption) = &figure.caption {
                    self.begin(Some("Caption"));
                    self.inlines(caption);
                    self.end();
                }
            }
            BlockKind::Wrapped(wrapped) => {
                self.html(&wrapped.open);
                self.write_blocks(&wrapped.blocks);
                self.html(&wrapped.close);
            }
            BlockKind::ThematicBreak => self.rule(),
        }
    }

    /// Writes a heading; level 1 is that of the title.
    pub fn heading_of(&mut self, level: u8, id: &str, write: impl FnOnce(&mut Self)) {
        self.end();
        if !id.is_empty() {
            self.place(id);
        }
        let at = usize::from(level.clamp(2, 7) - 2);
        self.begin(HEADINGS.get(at).copied());
        write(self);
        self.end();
    }

    /// A line between two thoughts.
    pub fn rule(&mut self) {
        self.begin(Some("Break")).stays = true;
        self.end();
    }

    /// Writes lines of which every blank counts, each as a paragraph.
    pub fn preformatted(&mut self, text: &str) {
        for line in text.trim_end_matches('\n').split('\n') {
            self.begin(Some("HTMLPreformatted")).stays = true;
            self.say(line);
            self.end();
        }
    }

    fn notice(&mut self, notice: Notice, blocks: &[Block]) {
        let label = format!("{}{}", self.labels.get(notice.label()), self.labels.get("colon"));
        self.set_in(Some("Notice"), |writer| {
            writer.begin_item(Mark::Label(label));
            writer.write_blocks(blocks);
            writer.end_item();
        });
    }

    fn list(&mut self, ordered: bool, items: &[Item]) {
        self.end();
        let is_typed = self.version == Version::Official;
        let level = Lists::level(self.around.depth);
        let mut counted: Option<(u32, u64)> = None;
        for (item, number) in items.iter().zip(numbers(items)) {
            let has_bracket = item.has_bracket(&self.document.source);
            let mark = match (ordered, is_typed) {
                (false, _) => Mark::Counted(SIGNS, level),
                (true, true) => Mark::Typed(format!("{number}{}", if has_bracket { ')' } else { '.' })),
                (true, false) => {
                    let list =
                        counted.filter(|(_, last)| last.saturating_add(1) == number).map(|(list, _)| list);
                    let list = list.unwrap_or_else(|| self.lists.counted(has_bracket, level, number));
                    counted = Some((list, number));
                    Mark::Counted(list, level)
                }
            };
            self.item(mark, |writer| writer.write_blocks(&item.blocks));
        }
    }

    /// Writes an item of a list.
    pub fn item(&mut self, mark: Mark, write: impl FnOnce(&mut Self)) {
        self.begin_item(mark);
        self.set_in(None, |writer| {
            writer.around.depth = writer.around.depth.saturating_add(1);
            write(writer);
            writer.end_item();
        });
    }

    /// Sets the mark of an item; one that stands first in another item has a line of its own.
    pub fn begin_item(&mut self, mark: Mark) {
        self.end_item();
        self.mark = Some(mark);
    }

    /// Ends an item; of one without words the mark stays.
    pub fn end_item(&mut self) {
        self.end();
        if self.mark.is_some() {
            self.begin(None);
            self.end();
        }
    }

    fn definitions(&mut self, list: &[Definition]) {
        for definition in list {
            self.begin(Some("DefinitionTerm")).keeps_next = true;
            self.with(|look| look.is_bold = true, |writer| writer.inlines(&definition.term));
            self.end();
            for meaning in &definition.meanings {
                self.set_in(None, |writer| writer.write_blocks(meaning));
            }
        }
    }

    fn table(&mut self, table: &Table) {
        if let Some(caption) = &table.caption {
            self.begin(Some("Caption")).keeps_next = true;
            self.inlines(caption);
            self.end();
        }
        self.begin_table();
        if let Some(open) = self.tables.last_mut() {
            open.is_in_head = true;
        }
        let alignment = |column: usize| match table.alignments.get(column) {
            Some(Alignment::Start) => Some("left"),
            Some(Alignment::Center) => Some("center"),
            Some(Alignment::End) => Some("right"),
            _ => None,
        };
        let rows_have_names = table.has_row_names();
        for (number, row) in std::iter::once(&table.head).chain(&table.rows).enumerate() {
            self.begin_row();
            for (column, cell) in row.iter().enumerate() {
                let names_row = number > 0 && column == 0 && rows_have_names;
                let head = match () {
                    () if cell.is_empty() => None,
                    () if number == 0 => Some(Head::Column),
                    () => names_row.then_some(Head::Row),
                };
                self.begin_cell(Cell::new((1, 1), head, alignment(column)));
                self.inlines(cell);
                self.end_cell();
            }
            if let Some(open) = self.tables.last_mut() {
                open.is_in_head = false;
            }
        }
        self.end_table();
    }

    /// Writes a numbered paragraph of a resolution with its sub-paragraphs, each with its number as the official text prints it.
    pub fn write_numbered(&mut self, paragraph: &Paragraph) {
        self.numbered_behind(paragraph, None);
    }

    /// Writes a paragraph behind the label of the article that it is the first of.
    fn numbered_behind(&mut self, paragraph: &Paragraph, above: Option<&str>) {
        self.end();
        self.place(&paragraph.id.to_string());
        let label = paragraph.label.as_ref().map(|label| self.document.text(label).trim()).or(above);
        if let (Some((first, rest)), []) = (paragraph.children.split_first(), &*paragraph.blocks)
            && first.label.is_none()
        {
            self.numbered_behind(first, label);
            rest.iter().for_each(|child| self.write_numbered(child));
            return self.write_blocks(&paragraph.closing);
        }
        match label.filter(|label| !label.is_empty()) {
            None => self.write_blocks(&paragraph.blocks),
            Some(label) => {
                self.mark = Some(Mark::Typed(label.to_owned()));
                self.set_in(None, |writer| {
                    writer.write_blocks(&paragraph.blocks);
                    writer.end_item();
                });
            }
        }
        self.set_in(None, |writer| paragraph.children.iter().for_each(|child| writer.write_numbered(child)));
        self.write_blocks(&paragraph.closing);
    }
}
