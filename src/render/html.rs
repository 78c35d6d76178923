//! Blocks and inlines as HTML.
//!
//! In: parts of the model. Out: HTML in a string, or for a book the same as XHTML, every text escaped, every element
//! closed. Raw HTML in the model passed the sanitiser when it was parsed; nothing else is written as it came.

mod align;
mod article;
mod direction;
mod escape;
mod figure;
mod form;
mod inlines;
mod label;
mod notes;
mod paper;
mod paragraph;
mod places;
mod print;
mod table;
mod terms;
pub mod url;

use std::collections::HashMap;
use std::fmt::Write as _;

use super::beside::Beside;
use crate::document::{Block, BlockKind, Document, Item, Notice, numbers};
use crate::languages::{self, Labels};
use crate::library::Library;
use crate::source::Span;
use crate::view::Html;

pub use escape::{Marks, attribute, text};
use escape::{attribute_from, is_plain};
pub use form::{BookDocument, Form, Places, tag_end, xml_id};
pub use inlines::PAGE_ID;
pub use label::{Label, lines, part};
pub use notes::mark_id;
pub use paper::Widths;
pub use terms::Terms;

/// Whether block elements carry the place they come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SourceMap {
    /// As published.
    #[default]
    Off,
    /// With `data-source="content/…:LINE"`, for the desk and the judges.
    On,
    /// With `data-source="content/…:FIRST-END"`, the bytes, also on links, pictures and tags of raw HTML: for findings.
    Exact,
}

/// Writes parts of one document for one page, or for one document of a book.
pub struct Writer<'a> {
    /// Where links lead.
    pub library: &'a Library,
    /// The document whose parts are written.
    pub document: &'a Document,
    /// What they are written for.
    pub form: Form<'a>,
    /// Its labels.
    pub labels: &'a Labels,
    /// How marks of notes are called.
    pub(super) note_mark: languages::Label<'a>,
    /// Whether to say where blocks come from.
    pub source_map: SourceMap,
    /// What stands beside the parts of an official text on its page.
    pub beside: Option<&'a Beside<'a>>,
    /// The words that lead to what they mean, where the site asks for it.
    pub terms: Option<Terms<'a>>,
    /// What is written so far.
    pub out: String,
    /// The number of the note that was marked last.
    pub(super) last_note: usize,
    /// What titles said so far, by the words that they stand on.
    pub(super) titles: HashMap<String, String>,
    /// A part of the source in which nothing needs escaping: one look for many short texts.
    pub(super) plain: Span,
}

impl<'a> Writer<'a> {
    /// What is written so far; the writer goes on with nothing.
    pub fn take(&mut self) -> String {
        std::mem::take(&mut self.out)
    }

    /// The same as templates get it. The writer keeps its memory for what comes next.
    pub fn taken(&mut self) -> Html {
        let html = Html::new(&self.out);
        self.out.clear();
        html
    }

    /// ` data-source="…"` when asked for.
    pub fn source_attribute(&mut self, span: Span) {
        if self.source_map == SourceMap::Off {
            return;
        }
        let is_exact = self.source_map == SourceMap::Exact;
        // What leads a finding back finds the text by its own path; people look for the file.
        let (source, span) = match is_exact {
            true => (self.document.source.clone(), span),
            false => self.document.source.written(span),
        };
        self.out.push_str(" data-source=\"");
        attribute(source.path(), &mut self.out);
        let place = match is_exact {
            true => format!(":{}-{}\"", span.start, span.end),
            false => format!(":{}\"", source.line_number(span.start)),
        };
        self.out.push_str(&place);
    }

    /// The same on what stands in a line, where every byte counts.
    fn exact_attribute(&mut self, span: Span) {
        if self.source_map == SourceMap::Exact {
            self.source_attribute(span);
        }
    }

    /// Opens a block element with the block's id.
    fn open(&mut self, element: &str, block: &Block) {
        let former = block.id.as_ref().map(|id| self.former_places(id)).unwrap_or_default();
        // These hold no words but those of their parts.
        let is_frame = ["ol", "ul", "dl", "table", "figure"].contains(&element);
        if is_frame {
            self.out.push_str(&former);
        }
        self.out.push('<');
        self.out.push_str(element);
        if let Some(id) = &block.id {
            self.id_attribute(id);
        }
        self.source_attribute(block.span);
        self.out.push('>');
        if !is_frame {
            self.out.push_str(&former);
        }
    }

    /// What old addresses of a place lead to; nothing in a book, which has none.
    pub fn former_places(&self, id: &str) -> String {
        let mut out = String::new();
        if let (Form::Page(_), false) = (self.form, self.document.front.moved.is_empty()) {
            for old in super::former::names(&self.document.front, id) {
                out.push_str("<span id=\"");
                attribute(old, &mut out);
                out.push_str("\"></span>");
            }
        }
        out
    }

    /// Closes a block element.
    fn close(&mut self, element: &str) {
        self.out.push_str("</");
        self.out.push_str(element);
        self.out.push_str(">\n");
    }

    /// Writes blocks in order.
    pub fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    /// Writes one block, and where it is explained.
    pub fn block(&mut self, block: &Block) {
        self.block_alone(block);
        if let (Some(beside), Some(id)) = (self.beside, &block.id) {
            beside.explained(id, &mut self.out);
        }
    }

    fn block_alone(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Paragraph(content) => {
                self.open("p", block);
                self.inlines(content);
                self.out.push_str("</p>\n");
            }
            BlockKind::Heading { level, content, .. } => {
                // The page's title is the only h1.
                let element = ["h2", "h3", "h4", "h5", "h6"][usize::from(level.clamp(&2, &6) - 2)];
                self.open(element, block);
                self.without_terms(|writer| writer.inlines(content));
                self.new_section();
                self.close(element);
            }
            BlockKind::List { ordered, items } => self.list(block, *ordered, items),
            BlockKind::Article(article) => self.article(article),
            BlockKind::Table(table) => self.table(block, table),
            BlockKind::Quote { notice: None, blocks } => {
                self.open("blockquote", block);
                self.blocks(blocks);
                self.out.push_str("</blockquote>\n");
            }
            BlockKind::Quote { notice: Some(notice), blocks } => self.notice(block, *notice, blocks),
            BlockKind::Code(code) => {
                self.open("pre", block);
                let language = code.info.split_whitespace().next().unwrap_or_default();
                self.out.push_str("<code");
                if !language.is_empty() {
                    self.out.push_str(" class=\"language-");
                    attribute(language, &mut self.out);
                    self.out.push('"');
                }
                self.out.push('>');
                self.without_terms(|writer| writer.inlines(&code.content));
                self.out.push_str("</code></pre>\n");
            }
            BlockKind::Definitions(list) => {
                self.open("dl", block);
                for definition in list {
                    self.out.push_str("<dt>");
                    self.inlines(&definition.term);
                    self.out.push_str("</dt>\n");
                    for meaning in &definition.meanings {
                        self.out.push_str("<dd>");
                        self.tight(meaning);
                        self.out.push_str("</dd>\n");
                    }
                }
                self.out.push_str("</dl>\n");
            }
            BlockKind::Html(html) => {
                self.raw_from(html.trim_end(), block.span);
                self.out.push('\n');
            }
            BlockKind::Figure(figure) => self.figure(block, figure),
            BlockKind::Wrapped(wrapped) if wrapped.description.is_some() => self.described(block, wrapped),
            BlockKind::Wrapped(wrapped) => {
                let open = self.placed(&wrapped.open, block.span);
                self.raw(&open);
                self.out.push('\n');
                self.blocks(&wrapped.blocks);
                self.out.push_str(&wrapped.close);
                self.out.push('\n');
            }
            BlockKind::ThematicBreak => {
                self.out.push_str("<hr");
                self.end_void();
                self.out.push('\n');
            }
        }
    }

    /// Blocks of a cell or item: a lone paragraph needs no element of its own.
    fn tight(&mut self, blocks: &[Block]) {
        match blocks {
            [Block { kind: BlockKind::Paragraph(content), .. }] => self.inlines(content),
            [Block { kind: BlockKind::Paragraph(content), .. }, rest @ ..]
                if rest.iter().all(|block| matches!(block.kind, BlockKind::List { .. })) =>
            {
                self.inlines(content);
                self.out.push('\n');
                self.blocks(rest);
            }
            _ => self.blocks(blocks),
        }
    }

    fn list(&mut self, block: &Block, ordered: bool, items: &[Item]) {
        self.begin_list(block, ordered, items);
        for (item, value) in items.iter().zip(values(ordered, items)) {
            self.begin_item(item, value);
            self.tight(&item.blocks);
            self.out.push_str("</li>\n");
        }
        self.end_list(ordered);
    }

    /// Begins a list, in which numbers end as the source writes them.
    pub fn begin_list(&mut self, block: &Block, ordered: bool, items: &[Item]) {
        self.open(list_element(ordered), block);
        if items.first().is_some_and(|item| ordered && item.has_bracket(&self.document.source)) {
            self.out.pop();
            self.out.push_str(" class=\"bracketed\">");
        }
        self.out.push('\n');
    }

    /// Begins an item with its value, one of [`values`].
    pub fn begin_item(&mut self, item: &Item, value: Option<u64>) {
        self.out.push_str("<li");
        if let Some(value) = value {
            let _ = write!(self.out, " value=\"{value}\"");
        }
        self.source_attribute(item.span);
        self.out.push('>');
    }

    /// Ends a list.
    pub fn end_list(&mut self, ordered: bool) {
        self.close(list_element(ordered));
    }

    fn notice(&mut self, block: &Block, notice: Notice, blocks: &[Block]) {
        self.out.push_str("<div class=\"notice ");
        self.out.push_str(notice.name());
        self.out.push_str("\" role=\"note\"");
        self.source_attribute(block.span);
        self.out.push_str(">\n<p class=\"notice-label\">");
        text(self.labels.get(notice.label()), &mut self.out);
        self.out.push_str("</p>\n");
        self.blocks(blocks);
        self.out.push_str("</div>\n");
    }
}

fn list_element(ordered: bool) -> &'static str {
    if ordered { "ol" } else { "ul" }
}

/// The numbers that items of a list have to say, as counting from 1 would give others.
pub fn values(ordered: bool, items: &[Item]) -> impl Iterator<Item = Option<u64>> {
    let mut expected = 1;
    numbers(items).map(move |number| {
        let value = (ordered && number != expected).then_some(number);
        expected = number.saturating_add(1);
        value
    })
}
