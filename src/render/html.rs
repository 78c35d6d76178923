//! Blocks and inlines as HTML.
//!
//! In: parts of the model. Out: HTML in a string, or for a book the same as XHTML, every text escaped, every element
//! closed. Raw HTML in the model passed the sanitiser when it was parsed; nothing else is written as it came.

mod escape;
mod form;
mod paragraph;
mod table;
mod url;

use std::fmt::Write as _;

use crate::address::Address;
use crate::document::{Block, BlockKind, Document, Inline, InlineKind, Inlines, Item, Note, Notice, Text};
use crate::languages::Labels;
use crate::library::{Library, Target};
use crate::pictures;
use crate::source::Span;

pub use escape::{attribute, text};
pub use form::{Form, Leaf, Places, xml_id};

/// Whether block elements carry the place they come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SourceMap {
    /// As published.
    #[default]
    Off,
    /// With `data-source="content/…:LINE"`, for the desk and the judges.
    On,
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
    /// Whether to say where blocks come from.
    pub source_map: SourceMap,
    /// What is written so far.
    pub out: String,
}

impl<'a> Writer<'a> {
    /// What is written so far; the writer goes on with nothing.
    pub fn take(&mut self) -> String {
        std::mem::take(&mut self.out)
    }

    /// ` data-source="…"` when asked for.
    pub fn source_attribute(&mut self, span: Span) {
        if self.source_map == SourceMap::On {
            let source = &self.document.source;
            let line = source.position(span.start).line;
            self.out.push_str(" data-source=\"");
            attribute(source.path(), &mut self.out);
            let _ = write!(self.out, ":{line}\"");
        }
    }

    /// Opens a block element with the block's id.
    fn open(&mut self, element: &str, block: &Block) {
        self.out.push('<');
        self.out.push_str(element);
        if let Some(id) = &block.id {
            self.id_attribute(id);
        }
        self.source_attribute(block.span);
        self.out.push('>');
    }

    /// Writes blocks in order.
    pub fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    /// Writes one block.
    pub fn block(&mut self, block: &Block) {
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
                self.inlines(content);
                let _ = writeln!(self.out, "</{element}>");
            }
            BlockKind::List { ordered, items } => self.list(block, *ordered, items),
            BlockKind::Table(table) => self.table(block, table),
            BlockKind::Quote { notice: None, blocks } => {
                self.open("blockquote", block);
                self.blocks(blocks);
                self.out.push_str("</blockquote>\n");
            }
            BlockKind::Quote { notice: Some(notice), blocks } => self.notice(block, *notice, blocks),
            BlockKind::Code { info, content } => {
                self.open("pre", block);
                let language = info.split_whitespace().next().unwrap_or_default();
                self.out.push_str("<code");
                if !language.is_empty() {
                    self.out.push_str(" class=\"language-");
                    attribute(language, &mut self.out);
                    self.out.push('"');
                }
                self.out.push('>');
                self.inlines(content);
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
                self.raw(html.trim_end());
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
        let element = if ordered { "ol" } else { "ul" };
        self.open(element, block);
        self.out.push('\n');
        let mut expected = 1;
        for item in items {
            self.out.push_str("<li");
            // Only a number that counting would not give needs to be said.
            if let Some(number) = item.number {
                if number != expected {
                    let _ = write!(self.out, " value=\"{number}\"");
                }
                expected = number + 1;
            }
            self.source_attribute(item.span);
            self.out.push('>');
            self.tight(&item.blocks);
            self.out.push_str("</li>\n");
        }
        let _ = writeln!(self.out, "</{element}>");
    }

    fn notice(&mut self, block: &Block, notice: Notice, blocks: &[Block]) {
        let (class, label) = match notice {
            Notice::Note => ("note", "notice-note"),
            Notice::Tip => ("tip", "notice-tip"),
            Notice::Important => ("important", "notice-important"),
            Notice::Warning => ("warning", "notice-warning"),
            Notice::Caution => ("caution", "notice-caution"),
        };
        let _ = write!(self.out, "<div class=\"notice {class}\" role=\"note\"");
        self.source_attribute(block.span);
        self.out.push_str(">\n<p class=\"notice-label\">");
        text(self.labels.get(label), &mut self.out);
        self.out.push_str("</p>\n");
        self.blocks(blocks);
        self.out.push_str("</div>\n");
    }

    fn text(&mut self, words: &Text<'_>) {
        text(self.document.text(words), &mut self.out);
    }

    /// Writes inlines in order.
    pub fn inlines<'c>(&mut self, inlines: impl Into<Inlines<'c>>) {
        inlines.into().for_each(|inline| self.inline(&inline));
    }

    fn wrapped(&mut self, element: &str, children: &Inlines<'_>) {
        let _ = write!(self.out, "<{element}>");
        self.inlines(children);
        let _ = write!(self.out, "</{element}>");
    }

    /// Writes one inline.
    pub fn inline(&mut self, inline: &Inline<'_>) {
        match &inline.kind {
            InlineKind::Text(words) => self.text(words),
            InlineKind::Code(words) => {
                self.out.push_str("<code>");
                self.text(words);
                self.out.push_str("</code>");
            }
            InlineKind::Emphasis(children) => self.wrapped("em", children),
            InlineKind::Strong(children) => self.wrapped("strong", children),
            InlineKind::Deleted(children) => self.wrapped("del", children),
            InlineKind::Link { target, children } => self.link(target, children),
            InlineKind::Image { target, alt } => self.image(target, alt),
            InlineKind::NoteMark { label, occurrence } => {
                self.note_mark(self.document.text(label), *occurrence)
            }
            InlineKind::Html { tags, children } => {
                self.raw(tags.open);
                self.inlines(children);
                self.out.push_str(tags.close);
            }
            InlineKind::Checkbox(ticked) => {
                // In words: a small box is a picture that not every font, eye and reader can tell ticked from open.
                self.out.push_str("<strong class=\"task\">");
                text(self.labels.get(if *ticked { "task-done" } else { "task-open" }), &mut self.out);
                text(self.labels.get("colon"), &mut self.out);
                self.out.push_str("</strong>");
            }
            InlineKind::SoftBreak { joins: true } => {}
            InlineKind::SoftBreak { joins: false } => self.out.push('\n'),
            InlineKind::HardBreak => self.line_break(),
        }
    }

    /// Ends a line inside a paragraph.
    pub fn line_break(&mut self) {
        self.out.push_str("<br");
        self.end_void();
        self.out.push('\n');
    }

    fn link(&mut self, target: &Text<'_>, children: &Inlines<'_>) {
        let href = match self.library.resolve(self.document, self.document.text(target)) {
            Target::Page { address, fragment } => self.href(&address, fragment.as_deref()),
            Target::Fragment(fragment) => Some(self.href_here(&fragment)),
            Target::Asset(path) => self.href(&Address::file(path), None),
            Target::External(url) => self.outward(url),
            Target::PageBreak(page) => return self.page_break(&page),
            // The finding stands where the link is written; its words are still worth reading.
            Target::Nowhere { .. } => None,
        };
        let Some(href) = href else { return self.inlines(children) };
        self.out.push_str("<a href=\"");
        attribute(&href, &mut self.out);
        self.out.push_str("\">");
        self.inlines(children);
        self.out.push_str("</a>");
    }

    /// Marks where a page of the printed document begins: in a book with its name, for the list of pages; on a page of
    /// the site only as a place to link to.
    fn page_break(&mut self, page: &str) {
        let _ = write!(self.out, "<span class=\"page-break\" id=\"{PAGE_ID}{page}\"");
        if let Form::Book(_) = self.form {
            self.role("pagebreak");
            let name = self.labels.format("page-number", &[("number", page.into())]).unwrap_or_default();
            self.out.push_str(" aria-label=\"");
            attribute(&name, &mut self.out);
            self.out.push('"');
        }
        self.out.push_str("></span>");
    }

    fn image(&mut self, target: &Text<'_>, alt: &Inlines<'_>) {
        let written = self.document.text(target);
        let words = self.document.plain(alt);
        let (path, alternative) = match written.strip_prefix(pictures::CONCEPT) {
            Some(concept) => match self.library.pictures.get(concept) {
                // Beside words that say the same, a picture is silent, unless its author gave it words.
                Some(picture) => (picture.path().to_owned(), words),
                None => return,
            },
            None => match self.library.resolve(self.document, written) {
                Target::Asset(path) => (path, words),
                _ => return text(&words, &mut self.out),
            },
        };
        let Some(src) = self.picture(path) else { return text(&alternative, &mut self.out) };
        self.out.push_str("<img src=\"");
        attribute(&src, &mut self.out);
        self.out.push_str("\" alt=\"");
        attribute(&alternative, &mut self.out);
        self.out.push('"');
        self.end_void();
    }

    fn note_mark(&mut self, label: &str, occurrence: u32) {
        let Some((index, _)) = self.document.note(label) else { return };
        let number = index + 1;
        let id = mark_id(number, occurrence);
        let href = self.href_here(&format!("note-{number}"));
        let _ = write!(self.out, "<a class=\"note-mark\" id=\"{id}\" href=\"{href}\"");
        self.role("noteref");
        self.out.push_str(" aria-label=\"");
        let name = self.labels.format("note-mark", &[("number", number.into())]).unwrap_or_default();
        attribute(&name, &mut self.out);
        let _ = write!(self.out, "\">{number}</a>");
    }

    /// Writes the items of the list of notes, each with a named way back to every mark.
    pub fn notes(&mut self, notes: &[Note]) {
        for (index, note) in notes.iter().enumerate() {
            let number = index + 1;
            let _ = write!(self.out, "<li id=\"note-{number}\"");
            self.source_attribute(note.span);
            self.out.push('>');
            let (last, before) = match note.blocks.split_last() {
                Some((Block { kind: BlockKind::Paragraph(content), .. }, before)) => {
                    (content.inlines(), before)
                }
                _ => (Inlines::default(), note.blocks.as_slice()),
            };
            self.blocks(before);
            self.out.push_str("<p>");
            self.inlines(last);
            for occurrence in 1..=note.marks {
                let id = mark_id(number, occurrence);
                let name = self
                    .labels
                    .format("note-back-name", &[("number", number.into()), ("occurrence", occurrence.into())])
                    .unwrap_or_default();
                let href = self.href_here(&id);
                let _ = write!(self.out, " <a class=\"note-back\" href=\"{href}\"");
                self.role("backlink");
                self.out.push_str(" aria-label=\"");
                attribute(&name, &mut self.out);
                self.out.push_str("\">");
                text(self.labels.get("note-back"), &mut self.out);
                self.out.push_str("</a>");
            }
            self.out.push_str("</p></li>\n");
        }
    }
}

/// What the id of a page break begins with.
pub const PAGE_ID: &str = "page-";

/// The id of one of a note's marks.
pub fn mark_id(number: usize, occurrence: u32) -> String {
    if occurrence == 1 { format!("mark-{number}") } else { format!("mark-{number}-{occurrence}") }
}
