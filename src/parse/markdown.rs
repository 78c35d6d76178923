//! From the parser's events to blocks and inlines with spans.
//!
//! Refuses to nest deeper than [`MAX_DEPTH`]: what stands deeper is kept, one level flatter, with a finding.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{
    Alignment as Align, BlockQuoteKind, CodeBlockKind, CowStr, Event, OffsetIter, Options, Parser, Tag,
    TagEnd,
};

use super::emphasis::Prepared;
use super::raw_html::{self, RawTag};
use crate::document::{
    Alignment, Block, BlockKind, Definition, Inline, InlineKind, Item, Note, Notice, Table, Tags, Text,
};
use crate::finding::Finding;
use crate::lang::Lang;
use crate::source::{Source, Span};

/// How deep quotes, lists and inlines may stand in each other.
const MAX_DEPTH: usize = 64;

/// The blocks of a file and its notes.
pub struct Flow {
    pub blocks: Vec<Block>,
    pub notes: Vec<Note>,
}

/// Reads the Markdown of `source` from byte `body` on.
pub fn read(source: &Arc<Source>, body: usize, lang: &Lang, findings: &mut Vec<Finding>) -> Flow {
    let prepared = Prepared::new(&source.text()[body..]);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM;
    let mut reader = Reader {
        events: Parser::new_ext(&prepared.text, options).into_offset_iter(),
        peeked: None,
        prepared: &prepared,
        source,
        body,
        cjk: lang.is_cjk(),
        depth: 0,
        too_deep: None,
        notes: Vec::new(),
        marks: HashMap::new(),
        order: Vec::new(),
        spare: Spare::default(),
        findings,
    };
    let blocks = reader.blocks();
    reader.finish(blocks)
}

type Ranged<'p> = (Event<'p>, Range<usize>);

struct Reader<'p, 'f> {
    events: OffsetIter<'p, pulldown_cmark::DefaultBrokenLinkCallback>,
    peeked: Option<Ranged<'p>>,
    prepared: &'p Prepared<'p>,
    source: &'f Arc<Source>,
    body: usize,
    cjk: bool,
    depth: usize,
    too_deep: Option<Span>,
    notes: Vec<Note>,
    marks: HashMap<Box<str>, u32>,
    order: Vec<Box<str>>,
    spare: Spare,
    findings: &'f mut Vec<Finding>,
}

/// Emptied lists with room in them. Each container gathers its content in one of these and keeps a list of exactly its
/// length: half of a large site's memory would be room to grow that nothing grows into.
#[derive(Default)]
struct Spare {
    blocks: Vec<Vec<Block>>,
    inlines: Vec<Vec<Inline>>,
}

impl<'p> Reader<'p, '_> {
    fn next(&mut self) -> Option<Ranged<'p>> {
        self.peeked.take().or_else(|| self.events.next())
    }

    fn span(&self, range: &Range<usize>) -> Span {
        Span::from(
            self.body + self.prepared.original(range.start)..self.body + self.prepared.original(range.end),
        )
    }

    /// The model's text for what the parser says stands at `range`.
    fn text(&self, text: &CowStr<'p>, range: &Range<usize>) -> Text {
        if self.prepared.text.get(range.clone()) == Some(text) {
            Text::Source(self.span(range))
        } else {
            Text::Owned(self.prepared.strip(text).into())
        }
    }

    /// Text that a tag carries, such as a link's target, found again in the source where it stands literally.
    fn carried(&self, text: &CowStr<'p>, range: &Range<usize>) -> Text {
        let text = self.prepared.strip(text);
        let span = self.span(range);
        match self.source.slice(span).rfind(&*text) {
            Some(at) if !text.is_empty() => {
                let start = span.start as usize + at;
                Text::Source((start..start + text.len()).into())
            }
            _ => Text::Owned(text.into()),
        }
    }

    /// Blocks up to the end of the container they stand in.
    fn blocks(&mut self) -> Vec<Block> {
        self.depth += 1;
        let mut blocks = self.spare.blocks.pop().unwrap_or_default();
        // Containers past the limit are dissolved: their ends must be passed over too.
        let mut dissolved = 0usize;
        while let Some((event, range)) = self.next() {
            match event {
                Event::Start(Tag::BlockQuote(_) | Tag::List(_) | Tag::Item) if self.depth >= MAX_DEPTH => {
                    dissolved += 1;
                    let span = self.span(&range);
                    self.too_deep.get_or_insert(span);
                }
                Event::End(_) if dissolved > 0 => dissolved -= 1,
                Event::End(_) => break,
                Event::Start(tag) if !is_inline(&tag) => self.block(tag, range, &mut blocks),
                Event::Rule => blocks.push(block(self.span(&range), BlockKind::ThematicBreak)),
                inline => {
                    self.peeked = Some((inline, range));
                    let content = self.tight_paragraph();
                    if let (Some(first), Some(last)) = (content.first(), content.last()) {
                        blocks.push(block(first.span.to(last.span), BlockKind::Paragraph(content)));
                    }
                }
            }
        }
        self.depth -= 1;
        let exact = Vec::from_iter(blocks.drain(..));
        self.spare.blocks.push(blocks);
        exact
    }

    fn block(&mut self, tag: Tag<'p>, range: Range<usize>, blocks: &mut Vec<Block>) {
        let span = self.trimmed(self.span(&range));
        let kind = match tag {
            Tag::Paragraph => BlockKind::Paragraph(self.inlines()),
            Tag::Heading { level, id, attrs, .. } => {
                let attributes = attrs
                    .iter()
                    .map(|(name, value)| {
                        let value = value.as_deref().unwrap_or_default();
                        (Box::from(&**name), Box::from(&*self.prepared.strip(value)))
                    })
                    .collect();
                let content = self.inlines();
                let kind = BlockKind::Heading { level: level as u8, content, attributes };
                blocks.push(Block { span, id: id.map(|id| Box::from(&*id)), kind });
                return;
            }
            Tag::BlockQuote(kind) => BlockKind::Quote { notice: kind.map(notice), blocks: self.blocks() },
            Tag::CodeBlock(kind) => {
                let info = match &kind {
                    CodeBlockKind::Fenced(info) => self.carried(info, &range),
                    CodeBlockKind::Indented => Text::Owned("".into()),
                };
                BlockKind::Code { info, content: self.literal_text() }
            }
            Tag::HtmlBlock => {
                let raw: String = self.literal_text().iter().map(|text| self.resolve(text)).collect();
                let cleaned = raw_html::clean_block(&raw, self.source, span, self.findings);
                if cleaned.trim().is_empty() {
                    return;
                }
                BlockKind::Html(cleaned.into())
            }
            Tag::List(start) => {
                BlockKind::List { ordered: start.is_some(), items: self.items(start.is_some()) }
            }
            Tag::FootnoteDefinition(label) => {
                let note_blocks = self.blocks();
                self.notes.push(Note { label: Box::from(&*label), span, marks: 0, blocks: note_blocks });
                return;
            }
            Tag::Table(alignments) => BlockKind::Table(Box::new(self.table(&alignments))),
            Tag::DefinitionList => BlockKind::Definitions(self.definitions()),
            // The remaining tags only occur inside the containers above, which read them themselves.
            _ => return,
        };
        blocks.push(block(span, kind));
    }

    fn resolve<'a>(&'a self, text: &'a Text) -> &'a str {
        match text {
            Text::Source(span) => self.source.slice(*span),
            Text::Owned(text) => text,
        }
    }

    /// The span without the blank lines the parser counts to the end of a block.
    fn trimmed(&self, span: Span) -> Span {
        let text = self.source.slice(span);
        Span { start: span.start, end: span.start + text.trim_end().len() as u32 }
    }

    fn literal_text(&mut self) -> Vec<Text> {
        let mut texts = Vec::new();
        while let Some((event, range)) = self.next() {
            match event {
                Event::End(_) => break,
                Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                    texts.push(self.text(&text, &range))
                }
                _ => {}
            }
        }
        texts
    }

    fn items(&mut self, ordered: bool) -> Vec<Item> {
        let mut items = Vec::new();
        while let Some((event, range)) = self.next() {
            match event {
                Event::Start(Tag::Item) => {
                    let span = self.span(&range);
                    let marker_length = self.source.slice(span).find([' ', '\t', '\n']).unwrap_or(0);
                    let start = span.start as usize;
                    let marker = Span::from(start..start + marker_length);
                    let digits = self.source.slice(marker).trim_end_matches(['.', ')']);
                    let number = if ordered { digits.parse().ok() } else { None };
                    let blocks = self.blocks();
                    items.push(Item { span: self.trimmed(span), number, marker, blocks });
                }
                Event::End(_) => break,
                _ => {}
            }
        }
        items
    }

    fn table(&mut self, alignments: &[Align]) -> Table {
        let mut table = Table {
            caption: None,
            head: Vec::new(),
            rows: Vec::new(),
            alignments: alignments
                .iter()
                .map(|alignment| match alignment {
                    Align::None => Alignment::Natural,
                    Align::Left => Alignment::Start,
                    Align::Center => Alignment::Center,
                    Align::Right => Alignment::End,
                })
                .collect(),
        };
        let mut row = Vec::new();
        while let Some((event, _)) = self.next() {
            match event {
                Event::Start(Tag::TableCell) => row.push(self.inlines()),
                Event::End(TagEnd::TableHead) => table.head = std::mem::take(&mut row),
                Event::End(TagEnd::TableRow) => table.rows.push(std::mem::take(&mut row)),
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        table
    }

    fn definitions(&mut self) -> Vec<Definition> {
        let mut list: Vec<Definition> = Vec::new();
        while let Some((event, _)) = self.next() {
            match event {
                Event::Start(Tag::DefinitionListTitle) => {
                    list.push(Definition { term: self.inlines(), meanings: Vec::new() });
                }
                Event::Start(Tag::DefinitionListDefinition) => {
                    let meaning = self.blocks();
                    if let Some(last) = list.last_mut() {
                        last.meanings.push(meaning);
                    }
                }
                Event::End(_) => break,
                _ => {}
            }
        }
        list
    }

    /// Inlines that stand in an item without a paragraph around them.
    fn tight_paragraph(&mut self) -> Box<[Inline]> {
        let mut content = self.pending();
        while let Some((event, range)) = self.next() {
            let ends = match &event {
                Event::Start(tag) => !is_inline(tag),
                Event::End(_) | Event::Rule => true,
                _ => false,
            };
            if ends {
                self.peeked = Some((event, range));
                break;
            }
            self.inline(event, range, &mut content);
        }
        self.closed(content)
    }

    fn pending(&mut self) -> Pending {
        Pending { inlines: self.spare.inlines.pop().unwrap_or_default(), open: Vec::new() }
    }

    fn closed(&mut self, content: Pending) -> Box<[Inline]> {
        let mut inlines = content.close_all(self.source, self.findings);
        let exact = inlines.drain(..).collect();
        self.spare.inlines.push(inlines);
        exact
    }

    /// Inlines up to the end of the element they stand in.
    fn inlines(&mut self) -> Box<[Inline]> {
        self.depth += 1;
        let mut content = self.pending();
        let mut dissolved = 0usize;
        while let Some((event, range)) = self.next() {
            match event {
                Event::End(_) if dissolved > 0 => dissolved -= 1,
                Event::End(_) => break,
                Event::Start(_) if self.depth >= MAX_DEPTH => {
                    dissolved += 1;
                    let span = self.span(&range);
                    self.too_deep.get_or_insert(span);
                }
                event => self.inline(event, range, &mut content),
            }
        }
        self.depth -= 1;
        self.closed(content)
    }

    fn inline(&mut self, event: Event<'p>, range: Range<usize>, content: &mut Pending) {
        let span = self.span(&range);
        let kind = match event {
            Event::Text(text) => return content.push_text(span, self.text(&text, &range)),
            Event::Code(code) => InlineKind::Code(self.carried(&code, &range)),
            Event::SoftBreak => InlineKind::SoftBreak { joins: self.joins(span) },
            Event::HardBreak => InlineKind::HardBreak,
            Event::TaskListMarker(ticked) => InlineKind::Checkbox(ticked),
            Event::FootnoteReference(label) => self.mark(&label),
            Event::InlineHtml(tag) | Event::Html(tag) => return self.raw_tag(&tag, span, content),
            Event::Start(Tag::Emphasis) => InlineKind::Emphasis(self.inlines()),
            Event::Start(Tag::Strong) => InlineKind::Strong(self.inlines()),
            Event::Start(Tag::Strikethrough) => InlineKind::Deleted(self.inlines()),
            Event::Start(Tag::Link { dest_url, .. }) => {
                let target = Box::new(self.carried(&dest_url, &range));
                InlineKind::Link { target, children: self.inlines() }
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                let target = Box::new(self.carried(&dest_url, &range));
                InlineKind::Image { target, alt: self.inlines() }
            }
            _ => return,
        };
        content.inlines.push(Inline { span, kind });
    }

    fn raw_tag(&mut self, tag: &str, span: Span, content: &mut Pending) {
        match raw_html::inline_tag(&self.prepared.strip(tag)) {
            RawTag::Open(tag) => {
                let parent = content.open.last().map(|(_, element, _)| element.name.as_str());
                if let Some(fault) = raw_html::wrong_tag(tag.open.trim_start_matches('<'), parent) {
                    self.findings.push(raw_html::wrong(fault, self.source, span));
                }
                content.open.push((std::mem::take(&mut content.inlines), tag, span));
            }
            RawTag::Close(name) => content.close(&name, span, self.source, self.findings),
            RawTag::Void(open) => {
                let tags = Box::new(Tags { open: open.into(), close: "".into() });
                let kind = InlineKind::Html { tags, children: Box::default() };
                content.inlines.push(Inline { span, kind });
            }
            RawTag::Comment => {}
            RawTag::Refused(name) => self.findings.push(raw_html::refused(&name, self.source, span)),
        }
    }

    /// Whether the lines before and after a soft break join without a space.
    fn joins(&self, span: Span) -> bool {
        // Emphasis may end with one line or begin with the next; its marks are not what readers see.
        const MARKS: [char; 3] = ['*', '_', '~'];
        let text = self.source.text();
        let before = text[..span.start as usize].trim_end_matches(MARKS).chars().next_back();
        let next = text[span.start as usize..].trim_start().trim_start_matches('>').trim_start();
        let after = next.trim_start_matches(MARKS).chars().next();
        before.zip(after).is_some_and(|(before, after)| super::soft_break::joins(before, after, self.cjk))
    }

    fn mark(&mut self, label: &str) -> InlineKind {
        let label: Box<str> = label.into();
        if !self.marks.contains_key(&label) {
            self.order.push(label.clone());
        }
        let count = self.marks.entry(label.clone()).or_default();
        *count += 1;
        InlineKind::NoteMark { label, occurrence: *count }
    }

    /// Puts the notes into the order of their marks.
    fn finish(mut self, blocks: Vec<Block>) -> Flow {
        if let Some(span) = self.too_deep {
            self.findings.push(
                Finding::error("markdown/too-deep", self.source, span, format!("this stands more than {MAX_DEPTH} levels deep"))
                    .help("Use fewer quotes, lists or emphasis inside each other; what is deeper is shown one level flatter."),
            );
        }
        let place: HashMap<&str, usize> =
            self.order.iter().enumerate().map(|(at, label)| (&**label, at)).collect();
        for note in &mut self.notes {
            note.marks = self.marks.get(&note.label).copied().unwrap_or(0);
        }
        self.notes.sort_by_key(|note| place.get(&*note.label).copied().unwrap_or(usize::MAX));
        Flow { blocks, notes: self.notes }
    }
}

/// The inlines of one container while raw HTML elements in it are still open.
struct Pending {
    inlines: Vec<Inline>,
    open: Vec<(Vec<Inline>, raw_html::Element, Span)>,
}

impl Pending {
    /// Adds text; text that goes on where the last one ended becomes one with it.
    fn push_text(&mut self, span: Span, text: Text) {
        if let (
            Some(Inline { span: last_span, kind: InlineKind::Text(Text::Source(last)) }),
            Text::Source(new),
        ) = (self.inlines.last_mut(), &text)
            && last.end == new.start
        {
            last.end = new.end;
            last_span.end = span.end;
            return;
        }
        self.inlines.push(Inline { span, kind: InlineKind::Text(text) });
    }

    fn close(&mut self, name: &str, span: Span, source: &Arc<Source>, findings: &mut Vec<Finding>) {
        let Some(at) = self.open.iter().rposition(|(_, element, _)| element.name == name) else {
            findings.push(
                Finding::error(
                    "markdown/unbalanced-html",
                    source,
                    span,
                    format!("“</{name}>” closes nothing"),
                )
                .help(format!("Remove it, or add the opening “<{name}>” in the same paragraph.")),
            );
            return;
        };
        while self.open.len() > at + 1 {
            self.unclosed(source, findings);
        }
        if let Some((outer, element, start)) = self.open.pop() {
            let children = std::mem::replace(&mut self.inlines, outer);
            let tags = Box::new(Tags { open: element.open.into(), close: element.close.into() });
            let kind = InlineKind::Html { tags, children: children.into() };
            self.inlines.push(Inline { span: start.to(span), kind });
        }
    }

    /// The innermost open element has no end: its content is kept, its tag is not.
    fn unclosed(&mut self, source: &Arc<Source>, findings: &mut Vec<Finding>) {
        if let Some((outer, element, span)) = self.open.pop() {
            findings.push(
                Finding::error(
                    "markdown/unbalanced-html",
                    source,
                    span,
                    format!("“<{}>” is never closed", element.name),
                )
                .help(format!("Add “</{}>” in the same paragraph.", element.name)),
            );
            let inner = std::mem::replace(&mut self.inlines, outer);
            self.inlines.extend(inner);
        }
    }

    fn close_all(mut self, source: &Arc<Source>, findings: &mut Vec<Finding>) -> Vec<Inline> {
        while !self.open.is_empty() {
            self.unclosed(source, findings);
        }
        self.inlines
    }
}

fn block(span: Span, kind: BlockKind) -> Block {
    Block { span, id: None, kind }
}

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
}

fn notice(kind: BlockQuoteKind) -> Notice {
    match kind {
        BlockQuoteKind::Note => Notice::Note,
        BlockQuoteKind::Tip => Notice::Tip,
        BlockQuoteKind::Important => Notice::Important,
        BlockQuoteKind::Warning => Notice::Warning,
        BlockQuoteKind::Caution => Notice::Caution,
    }
}
