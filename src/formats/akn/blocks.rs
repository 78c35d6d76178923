//! Blocks of a text as elements.
//!
//! In: blocks. Out: elements with names of HTML; official numbers, and those of lists, as the source has them.

use super::collect::Collector;
use super::tree::Element;
use crate::document::{Block, BlockKind, Definition, Item, Notice, Paragraph, ParagraphId, Table, numbers};

impl Collector<'_> {
    /// Collects blocks in order.
    pub fn write_blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    /// Collects one block.
    pub fn block(&mut self, block: &Block) {
        let id = block.id.as_deref().map(str::to_owned);
        let named = |name| Element { id: id.clone(), ..Element::new(name) };
        match &block.kind {
            BlockKind::Paragraph(content) => self.within(named("p"), |out| out.inlines(content)),
            BlockKind::Heading { level, content } => {
                self.within(named("h").with("level", level.to_string()), |out| out.inlines(content));
            }
            BlockKind::List { ordered, items } => {
                self.within(named("ul"), |out| out.items(*ordered, items));
            }
            BlockKind::Article(article) => self.write_numbered(article),
            BlockKind::Table(table) => self.within(named("table"), |out| out.table(table)),
            BlockKind::Quote { notice: None, blocks } => {
                self.within(named("blockquote"), |out| out.write_blocks(blocks));
            }
            BlockKind::Quote { notice: Some(notice), blocks } => {
                self.within(named("notice"), |out| out.notice(*notice, blocks));
            }
            BlockKind::Code(code) => {
                let text = self.document.plain(&code.content);
                self.within(named("pre"), |out| out.builder.say(text.trim_end_matches('\n')));
            }
            BlockKind::Definitions(list) => self.within(named("dl"), |out| out.definitions(list)),
            BlockKind::Html(html) => {
                let depth = self.builder.depth();
                self.html(html, depth);
                self.builder.end_to(depth);
            }
            BlockKind::Figure(figure) => self.within(named("figure"), |out| {
                out.within(Element::new("p"), |out| out.inlines(&figure.picture));
                if let Some(caption) = &figure.caption {
                    out.within(Element::new("figcaption"), |out| out.inlines(caption));
                }
            }),
            BlockKind::Wrapped(wrapped) => {
                let depth = self.builder.depth();
                self.html(&wrapped.open, depth);
                self.write_blocks(&wrapped.blocks);
                self.html(&wrapped.close, depth);
                self.builder.end_to(depth);
            }
            BlockKind::ThematicBreak => self.builder.add(named("hr")),
        }
    }

    fn items(&mut self, ordered: bool, items: &[Item]) {
        for (item, number) in items.iter().zip(numbers(items)) {
            let mut element = Element::new("li");
            if ordered {
                let mark = if item.has_bracket(&self.document.source) { ')' } else { '.' };
                element = element.with("num", format!("{number}{mark}"));
            }
            self.within(element, |out| out.write_blocks(&item.blocks));
        }
    }

    fn notice(&mut self, notice: Notice, blocks: &[Block]) {
        let label = self.labels.get(notice.label());
        self.within(Element::new("label"), |out| out.say(label));
        self.write_blocks(blocks);
    }

    fn definitions(&mut self, list: &[Definition]) {
        for definition in list {
            self.within(Element::new("dt"), |out| out.inlines(&definition.term));
            for meaning in &definition.meanings {
                self.within(Element::new("dd"), |out| out.write_blocks(meaning));
            }
        }
    }

    fn table(&mut self, table: &Table) {
        if let Some(caption) = &table.caption {
            self.within(Element::new("caption"), |out| out.inlines(caption));
        }
        let rows_have_names = table.has_row_names();
        for (number, row) in std::iter::once(&table.head).chain(&table.rows).enumerate() {
            self.within(Element::new("tr"), |out| {
                for (column, cell) in row.iter().enumerate() {
                    let is_head = number == 0 || (column == 0 && rows_have_names);
                    let name = if is_head && !cell.is_empty() { "th" } else { "td" };
                    out.within(Element::new(name), |out| out.inlines(cell));
                }
            });
        }
    }

    /// Collects a numbered paragraph, or an article, with all that is in it.
    pub fn write_numbered(&mut self, paragraph: &Paragraph) {
        self.numbered_as(paragraph, if paragraph.id.part.is_of_act() { "article" } else { "paragraph" });
    }

    fn numbered_as(&mut self, paragraph: &Paragraph, kind: &'static str) {
        let mut unit = Element::new("unit").with("kind", kind);
        unit.id = Some(paragraph.id.to_string());
        unit = unit.with("number", own_number(&paragraph.id));
        if paragraph.id.annex > 0 {
            unit = unit.with("annex", paragraph.id.annex.to_string());
        }
        self.within(unit, |out| {
            if let Some(label) = &paragraph.label {
                let label = out.document.text(label).trim();
                out.within(Element::new("num"), |out| out.say(label));
            }
            let mut blocks = &*paragraph.blocks;
            if let Some((_, words)) = paragraph.heading() {
                out.within(Element::new("heading"), |out| out.inlines(words));
                blocks = blocks.get(1..).unwrap_or_default();
            }
            out.write_blocks(blocks);
            // An article with words of its own has no paragraphs but points.
            let has_points = kind != "article" || !blocks.is_empty();
            for child in &paragraph.children {
                let is_point = has_points || own_number(&child.id).starts_with(char::is_alphabetic);
                out.numbered_as(child, if is_point { "point" } else { "paragraph" });
            }
            out.write_blocks(&paragraph.closing);
        });
    }
}

/// The number or letter of a paragraph in the one around it: `17`, `a`.
fn own_number(id: &ParagraphId) -> String {
    match id.letters.last() {
        Some(letter) => letter.to_string(),
        None => format!("{}{}", id.number, id.suffix),
    }
}
