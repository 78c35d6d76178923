//! From the parser's events to blocks and inlines with spans.
//!
//! Refuses to nest deeper than [`MAX_DEPTH`]: what stands deeper is kept, one level flatter, with a finding.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use foldhash::quality::FixedState;
use pulldown_cmark::{
    Alignment as Align, BlockQuoteKind, CodeBlockKind, Event, LinkType, OffsetIter, Options, Parser, Tag,
    TagEnd,
};

use super::account::{Account, holds_words};
use super::emphasis::Prepared;
use super::raw_html::{self, Part, RawTag};
use super::{Input, heading, link_text};
use crate::content::Role;
use crate::document::{
    Alignment, Block, BlockKind, Builder, Code, Content, Definition, Element, Item, Name, Note, Notice, Open,
    Reference, Table, Tags, Text, Wrapped,
};
use crate::finding::Finding;
use crate::source::{Source, Span, slice};

/// How deep quotes, lists and inlines may stand in each other.
const MAX_DEPTH: usize = 64;

/// Names and values.
pub type Attributes = Box<[(Box<str>, Box<str>)]>;

/// The blocks of a file and its notes.
pub struct Flow {
    /// What headings say in `{name=value}`, apart from their ids, in reading order.
    pub attributes: Vec<(Span, Attributes)>,
    pub blocks: Vec<Block>,
    pub notes: Vec<Note>,
}

/// Reads the Markdown of `source` from byte `body` on.
pub fn read(input: &Input, body: usize, findings: &mut Vec<Finding>) -> Flow {
    let Input { source, lang, role, .. } = input;
    let prepared = Prepared::new(slice(source.text(), body..));
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM;
    let mut reader = Reader {
        events: Parser::new_ext(&prepared.text, options).into_offset_iter(),
        peeked: None,
        account: Account::default(),
        used_definitions: HashSet::default(),
        refused: HashMap::default(),
        prepared: &prepared,
        source,
        body,
        cjk: lang.is_cjk(),
        is_easy_read: *role == Role::EasyRead,
        depth: 0,
        too_deep: None,
        notes: Vec::new(),
        attributes: Vec::new(),
        marks: HashMap::default(),
        spare: Vec::new(),
        content: Builder::default(),
        findings,
    };
    let blocks = reader.blocks();
    reader.finish(blocks)
}

type Ranged<'p> = (Event<'p>, Range<usize>);

struct Reader<'p, 'f> {
    events: OffsetIter<'p, pulldown_cmark::DefaultBrokenLinkCallback>,
    peeked: Option<Ranged<'p>>,
    account: Account,
    /// Where the definitions stand that links use.
    used_definitions: HashSet<usize, FixedState>,
    /// How many elements of each name began in running text that do not pass, and have not ended.
    refused: HashMap<String, usize, FixedState>,
    prepared: &'p Prepared<'p>,
    source: &'f Arc<Source>,
    body: usize,
    cjk: bool,
    is_easy_read: bool,
    depth: usize,
    too_deep: Option<Span>,
    notes: Vec<Note>,
    attributes: Vec<(Span, Attributes)>,
    marks: HashMap<Name, Marks, FixedState>,
    /// Emptied lists with room in them. Each container gathers its blocks in one of these and keeps a list of exactly
    /// their number: half of a large site's memory would be room to grow that nothing grows into.
    spare: Vec<Vec<Block>>,
    content: Builder,
    findings: &'f mut Vec<Finding>,
}

/// The marks of a note.
struct Marks {
    /// How many notes are marked before it.
    place: usize,
    count: u32,
}

/// A raw HTML element that is open in the running text, and where its tag stands.
struct OpenTag {
    open: Open,
    name: String,
    span: Span,
}

/// An element of raw HTML that holds blocks of Markdown and is open.
struct Around {
    name: String,
    /// `None` where it stands too deep: its blocks are kept, it is not.
    element: Option<raw_html::Element>,
    span: Span,
    /// How many blocks come before it.
    from: usize,
}

impl<'p> Reader<'p, '_> {
    fn next(&mut self) -> Option<Ranged<'p>> {
        self.peeked.take().or_else(|| {
            let (event, range) = self.events.next()?;
            self.account.event(&event, &range, &self.prepared.text);
            Some((event, range))
        })
    }

    fn span(&self, range: &Range<usize>) -> Span {
        Span::from(
            self.body + self.prepared.original(range.start)..self.body + self.prepared.original(range.end),
        )
    }

    /// Whether the source says this text literally where the parser says it stands.
    fn is_literal(&self, text: &str, range: &Range<usize>) -> bool {
        self.prepared.text.get(range.clone()) == Some(text)
    }

    /// Text that a tag carries, such as a link's target, found again in the source where it stands literally.
    fn carried<'t>(&self, text: &'t str, span: Span) -> Text<'t> {
        let written = self.source.slice(span);
        // Mostly one character stands after it, and closes what carries it.
        let inside =
            written.get(..written.len().saturating_sub(1)).and_then(|inside| inside.strip_suffix(text));
        let found = match inside.filter(|_| written.as_bytes().last() != text.as_bytes().last()) {
            Some(before) => Some(before.len()),
            None => written.rfind(text),
        };
        match found {
            Some(at) if !text.is_empty() => {
                let start = span.start as usize + at;
                Text::Source((start..start + text.len()).into())
            }
            _ => Text::Owned(text),
        }
    }

    /// Blocks up to the end of the container they stand in.
    fn blocks(&mut self) -> Vec<Block> {
        self.depth += 1;
        let mut blocks = self.spare.pop().unwrap_or_default();
        let mut around = Vec::new();
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
                Event::Start(Tag::HtmlBlock) => self.html(range, &mut blocks, &mut around),
                Event::Start(tag) if !is_inline(&tag) => self.block(tag, range, &mut blocks),
                Event::Rule => blocks.push(block(self.span(&range), BlockKind::ThematicBreak)),
                inline => {
                    self.peeked = Some((inline, range));
                    let content = self.tight_paragraph();
                    if let (Some(first), Some(last)) = (content.first(), content.inlines().last()) {
                        blocks.push(block(first.span.to(last.span), BlockKind::Paragraph(content)));
                    }
                }
            }
        }
        self.end_around(&mut around, 0);
        self.depth -= 1;
        let exact = Vec::from_iter(blocks.drain(..));
        self.spare.push(blocks);
        exact
    }

    fn block(&mut self, tag: Tag<'p>, range: Range<usize>, blocks: &mut Vec<Block>) {
        let span = self.trimmed(self.span(&range));
        let kind = match tag {
            Tag::Paragraph => BlockKind::Paragraph(self.content()),
            Tag::Heading { level, .. } => {
                self.inlines();
                let id = self.braces(span);
                let kind = BlockKind::Heading { level: level as u8, content: self.content.finish() };
                blocks.push(Block { span, id, kind });
                return;
            }
            Tag::BlockQuote(kind) => {
                BlockKind::Quote { notice: kind.map(notice), blocks: self.blocks().into() }
            }
            Tag::CodeBlock(kind) => {
                let info = match &kind {
                    CodeBlockKind::Fenced(info) => {
                        self.words_beside_fence(&range);
                        Box::from(&*self.prepared.strip(info))
                    }
                    CodeBlockKind::Indented => Box::default(),
                };
                BlockKind::Code(Box::new(Code { info, content: self.code() }))
            }
            Tag::List(start) => {
                BlockKind::List { ordered: start.is_some(), items: self.items(start.is_some()) }
            }
            Tag::FootnoteDefinition(label) => {
                let note_blocks = self.blocks().into();
                self.notes.push(Note { label: Name::from(&*label), span, marks: 0, blocks: note_blocks });
                return;
            }
            Tag::Table(alignments) => BlockKind::Table(Box::new(self.table(&alignments))),
            Tag::DefinitionList => BlockKind::Definitions(self.definitions()),
            // The remaining tags only occur inside the containers above, which read them themselves.
            _ => return,
        };
        blocks.push(block(span, kind));
    }

    /// Takes what stands in braces at the end of the heading at `span` off its words; gives its id.
    fn braces(&mut self, span: Span) -> Option<Name> {
        let text = self.content.last_text()?;
        let braces = heading::braces(self.source.slice(text), self.is_easy_read)?;
        self.content.end_text_at(text.start + braces.words_end as u32);
        if self.is_easy_read && !braces.others.is_empty() {
            let attribute = |&(_, word): &(usize, &str)| {
                let (name, value) = word.split_once('=').unwrap_or((word, ""));
                (Box::from(name), Box::from(value))
            };
            self.attributes.push((span, braces.others.iter().map(attribute).collect()));
        } else {
            for (at, word) in braces.others {
                let start = text.start as usize + at;
                let place = Span::from(start..start + word.len());
                let message = format!("“{word}” in the braces of a heading is not published");
                self.lost(place, message, "Keep only the id in the braces: ## words {#id}.");
            }
        }
        braces.id.map(Name::from)
    }

    fn lost(&mut self, span: Span, message: impl Into<String>, help: &str) {
        self.findings.push(Finding::error("markdown/lost-words", self.source, span, message).help(help));
    }

    /// Words beside the marks that begin code: only the name of its language is published there. Attributes are no words.
    fn words_beside_fence(&mut self, range: &Range<usize>) {
        let first = slice(&self.prepared.text, range.clone()).lines().next().unwrap_or_default();
        let info = first.trim_start_matches(['`', '~', ' ']);
        let (name, rest) = info.split_once(char::is_whitespace).unwrap_or((info, ""));
        let words = if name.is_ascii() { rest.trim_start() } else { info };
        if !holds_words(words) || info.contains(['=', '{', '[']) {
            return;
        }
        let end = range.start + first.len();
        let span = self.trimmed(self.span(&(end - words.len()..end)));
        self.lost(
            span,
            "only the name of a language stands beside the marks that begin code",
            "Put the words into a line of their own, before the code or in it.",
        );
    }

    /// A block of raw HTML: what stands by itself, and the ends of elements around other blocks.
    fn html(&mut self, range: Range<usize>, blocks: &mut Vec<Block>, around: &mut Vec<Around>) {
        let span = self.trimmed(self.span(&range));
        let raw = self.raw();
        let parent = around.last().map(|around| around.name.as_str());
        for part in raw_html::clean_block(&raw, parent, self.source, span, self.findings) {
            match part {
                Part::Html(html) => blocks.push(block(span, BlockKind::Html(html))),
                Part::Open(element, span) => {
                    let name = element.name.clone();
                    let element = Some(element).filter(|_| self.depth < MAX_DEPTH);
                    if element.is_none() {
                        self.too_deep.get_or_insert(span);
                    }
                    self.depth += 1;
                    around.push(Around { name, element, span, from: blocks.len() });
                }
                Part::Close(name, end) => match around.iter().rposition(|around| around.name == name) {
                    Some(at) => {
                        self.end_around(around, at + 1);
                        self.depth -= 1;
                        if let Some(Around { element: Some(element), span, from, .. }) = around.pop() {
                            let inside = blocks.drain(from..).collect();
                            let wrapped = Wrapped {
                                open: element.open.into(),
                                close: element.close.into(),
                                blocks: inside,
                            };
                            blocks.push(block(span.to(end), BlockKind::Wrapped(Box::new(wrapped))));
                        }
                    }
                    None => self.unbalanced(end, format!("“</{name}>” closes nothing"), || {
                        format!("Remove it, or add the opening “<{name}>”.")
                    }),
                },
            }
        }
    }

    /// The elements from the `from`th on have no end: their blocks are kept, they are not.
    fn end_around(&mut self, around: &mut Vec<Around>, from: usize) {
        for Around { name, span, .. } in around.drain(from..) {
            self.depth -= 1;
            self.unbalanced(span, format!("“<{name}>” is never closed"), || {
                format!("Add “</{name}>” after the last block that is in it.")
            });
        }
    }

    fn unbalanced(&mut self, span: Span, message: String, help: impl Fn() -> String) {
        self.findings
            .push(Finding::error("markdown/unbalanced-html", self.source, span, message).help(help()));
    }

    /// The span without the blank lines the parser counts to the end of a block.
    fn trimmed(&self, span: Span) -> Span {
        let text = self.source.slice(span);
        Span { start: span.start, end: span.start + text.trim_end().len() as u32 }
    }

    /// The lines of a block of code.
    fn code(&mut self) -> Content {
        while let Some((event, range)) = self.next() {
            match event {
                Event::End(_) => break,
                Event::Text(text) => {
                    let span = self.span(&range);
                    match self.is_literal(&text, &range) {
                        true => self.content.line(span),
                        false => self.content.spelled_text(span, &self.prepared.strip(&text)),
                    }
                }
                _ => {}
            }
        }
        self.content.finish()
    }

    /// The text of a block of HTML.
    fn raw(&mut self) -> String {
        let mut raw = String::new();
        while let Some((event, _)) = self.next() {
            match event {
                Event::End(_) => break,
                Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                    raw.push_str(&self.prepared.strip(&text));
                }
                _ => {}
            }
        }
        raw
    }

    fn items(&mut self, ordered: bool) -> Box<[Item]> {
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
                    let blocks = self.blocks().into();
                    items.push(Item { span: self.trimmed(span), number, marker, blocks });
                }
                Event::End(_) => break,
                _ => {}
            }
        }
        items.into()
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
                Event::Start(Tag::TableCell) => row.push(self.content()),
                Event::End(TagEnd::TableHead) => table.head = std::mem::take(&mut row),
                Event::End(TagEnd::TableRow) => table.rows.push(std::mem::take(&mut row)),
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        table
    }

    fn definitions(&mut self) -> Box<[Definition]> {
        let mut list: Vec<Definition> = Vec::new();
        while let Some((event, _)) = self.next() {
            match event {
                Event::Start(Tag::DefinitionListTitle) => {
                    list.push(Definition { term: self.content(), meanings: Vec::new() });
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
        list.into()
    }

    /// Inlines that stand in an item without a paragraph around them.
    fn tight_paragraph(&mut self) -> Content {
        let mut tags = Vec::new();
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
            self.inline(event, range, &mut tags);
        }
        self.close_tags(&mut tags, 0);
        self.content.finish()
    }

    /// The running text of the block that has begun.
    fn content(&mut self) -> Content {
        self.inlines();
        self.content.finish()
    }

    /// Inlines up to the end of the element they stand in.
    fn inlines(&mut self) {
        self.depth += 1;
        let mut tags = Vec::new();
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
                event => self.inline(event, range, &mut tags),
            }
        }
        self.depth -= 1;
        self.close_tags(&mut tags, 0);
    }

    fn inline(&mut self, event: Event<'p>, range: Range<usize>, tags: &mut Vec<OpenTag>) {
        let span = self.span(&range);
        match event {
            Event::Text(text) if self.is_literal(&text, &range) => {
                self.content.text(span);
                if text.ends_with(']') {
                    self.spaces_in_target(range);
                }
            }
            Event::Text(text) => self.content.spelled_text(span, &self.prepared.strip(&text)),
            Event::Code(code) => {
                let code = self.prepared.strip(&code);
                let words = self.carried(&code, span);
                self.content.code(span, words);
            }
            Event::SoftBreak => self.content.soft_break(span, self.joins(span)),
            Event::HardBreak => self.content.hard_break(span),
            Event::TaskListMarker(ticked) => self.content.checkbox(span, ticked),
            Event::FootnoteReference(label) => {
                let occurrence = self.mark(&label);
                self.content.note_mark(span, &label, occurrence, self.source);
            }
            Event::InlineHtml(tag) | Event::Html(tag) => self.raw_tag(&tag, span, tags),
            Event::Start(Tag::Emphasis) => self.element(span, Element::Emphasis),
            Event::Start(Tag::Strong) => self.element(span, Element::Strong),
            Event::Start(Tag::Strikethrough) => self.element(span, Element::Deleted),
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                self.definition(link_type, &id, &title, span);
                match link_type {
                    LinkType::Email => self.reference(span, Reference::Link, &format!("mailto:{dest_url}")),
                    _ => self.reference(span, Reference::Link, &dest_url),
                }
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                self.definition(link_type, &id, &title, span);
                self.reference(span, Reference::Image, &dest_url);
            }
            _ => {}
        }
    }

    fn element(&mut self, span: Span, element: Element) {
        let open = self.content.open(span, element);
        self.inlines();
        self.content.close(open);
    }

    fn reference(&mut self, span: Span, reference: Reference, target: &str) {
        let target = self.prepared.strip(target);
        let target = self.carried(&target, span);
        let open = self.content.open_reference(span, reference, target);
        self.inlines();
        self.content.close(open);
    }

    /// Remembers that a link uses the definition of this label. Titles are shown to nobody without a mouse.
    fn definition(&mut self, link_type: LinkType, label: &str, title: &str, span: Span) {
        if matches!(link_type, LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut) {
            let definition = self.events.reference_definitions().get(label).map(|found| found.span.start);
            self.used_definitions.extend(definition);
        }
        if !title.trim().is_empty() {
            let title = self.prepared.strip(title);
            let message = format!("the title “{title}” of this link or picture is not published");
            self.lost(
                span,
                message,
                "Write its words into the text: readers without a mouse never see a title.",
            );
        }
    }

    /// Finds a link that is none because its target has spaces.
    fn spaces_in_target(&mut self, bracket: Range<usize>) {
        let text = &self.prepared.text;
        if let Some(length) = text.get(bracket.end..).and_then(link_text::target_with_spaces) {
            let place = self.span(&(bracket.end..bracket.end + length));
            self.findings.push(
                Finding::warning("link/spaces-in-target", self.source, place, "this is text and no link")
                    .help("A target with spaces stands in “<” and “>”: [words](<my file.pdf>)."),
            );
        }
    }

    fn raw_tag(&mut self, tag: &str, span: Span, tags: &mut Vec<OpenTag>) {
        let tag = &*self.prepared.strip(tag);
        match raw_html::inline_tag(tag) {
            RawTag::Open(element) => {
                self.findings.extend(raw_html::inline_attributes(tag, self.source, span));
                let parent = tags.last().map(|open| open.name.as_str());
                if let Some(fault) = raw_html::wrong_tag(element.open.trim_start_matches('<'), parent) {
                    self.findings.push(raw_html::wrong(fault, self.source, span));
                }
                let open = self.content.open_html(span, Tags { open: &element.open, close: &element.close });
                tags.push(OpenTag { open, name: element.name, span });
            }
            RawTag::Close(name) => self.close_tag(&name, span, tags),
            RawTag::Void(open) => {
                self.findings.extend(raw_html::inline_attributes(tag, self.source, span));
                let open = self.content.open_html(span, Tags { open: &open, close: "" });
                self.content.close(open);
            }
            RawTag::Comment => {}
            RawTag::Dropped => self.findings.push(raw_html::dropped(self.source, span)),
            RawTag::Refused(name) => {
                self.findings.push(raw_html::refused(&name, self.source, span));
                *self.refused.entry(name).or_default() += 1;
            }
            // An element that does not pass is one fault, which stands at its start.
            RawTag::EndOfRefused(name) => match self.refused.get_mut(&name).filter(|open| **open > 0) {
                Some(open) => *open -= 1,
                None => self.findings.push(raw_html::refused(&name, self.source, span)),
            },
        }
    }

    fn close_tag(&mut self, name: &str, span: Span, tags: &mut Vec<OpenTag>) {
        let Some(at) = tags.iter().rposition(|open| open.name == name) else {
            return self.unbalanced(span, format!("“</{name}>” closes nothing"), || {
                format!("Remove it, or add the opening “<{name}>” in the same paragraph.")
            });
        };
        self.close_tags(tags, at + 1);
        if let Some(tag) = tags.pop() {
            self.content.close_html(tag.open, span);
        }
    }

    /// The tags from the `from`th on have no end: their content is kept, they are not.
    fn close_tags(&mut self, tags: &mut Vec<OpenTag>, from: usize) {
        while tags.len() > from
            && let Some(OpenTag { open, name, span }) = tags.pop()
        {
            self.unbalanced(span, format!("“<{name}>” is never closed"), || {
                format!("Add “</{name}>” in the same paragraph.")
            });
            self.content.dissolve_html(open);
        }
    }

    /// Whether the lines before and after a soft break join without a space.
    fn joins(&self, span: Span) -> bool {
        // Emphasis may end with one line or begin with the next; its marks are not what readers see.
        const MARKS: [char; 3] = ['*', '_', '~'];
        let text = self.source.text();
        let before = slice(text, ..span.start as usize).trim_end_matches(MARKS).chars().next_back();
        let next = slice(text, span.start as usize..).trim_start().trim_start_matches('>').trim_start();
        let after = next.trim_start_matches(MARKS).chars().next();
        before.zip(after).is_some_and(|(before, after)| super::soft_break::joins(before, after, self.cjk))
    }

    /// Counts a mark of the note with this label.
    fn mark(&mut self, label: &str) -> u32 {
        if let Some(marks) = self.marks.get_mut(label) {
            marks.count += 1;
            return marks.count;
        }
        self.marks.insert(label.into(), Marks { place: self.marks.len(), count: 1 });
        1
    }

    /// Finds the words that no block holds: definitions of links that no link uses, and what the parser drops.
    fn left_out(&mut self) {
        let definitions = self.events.reference_definitions().iter();
        let mut definitions: Vec<(Range<usize>, bool)> = definitions
            // “[//]: # (words)” is how authors write a comment.
            .map(|(label, found)| (found.span.clone(), label.trim_start_matches('/').is_empty()))
            .map(|(span, is_comment)| {
                (span.clone(), is_comment || self.used_definitions.contains(&span.start))
            })
            .collect();
        definitions.sort_unstable_by_key(|(span, _)| span.start);
        for (range, _) in definitions.iter().filter(|(_, is_used)| !is_used) {
            self.lost(
                self.trimmed(self.span(range)),
                "Markdown takes this for the target of links, and no link uses it",
                "Remove it, or write “\\[” for “[” if it is text.",
            );
        }
        for left_out in std::mem::take(&mut self.account.left_out) {
            let Range { mut start, end } = left_out.range;
            let first = definitions.partition_point(|(span, _)| span.end <= start);
            let inside = definitions.iter().skip(first).map(|(span, _)| span);
            let inside = inside.take_while(|span| span.start < end);
            for definition in inside.chain([&(end..end)]) {
                if start < definition.start {
                    self.words_left_out(start..definition.start, left_out.is_in_row);
                }
                start = definition.end;
            }
        }
    }

    fn words_left_out(&mut self, range: Range<usize>, is_in_row: bool) {
        let words = slice(&self.prepared.text, range.clone());
        let is_around = |c: char| c.is_whitespace() || is_in_row && c == '|';
        let inner = words.trim_start_matches(is_around);
        let start = range.start + words.len() - inner.len();
        let span = self.span(&(start..start + inner.trim_end_matches(is_around).len()));
        match is_in_row {
            true => self.lost(
                span,
                "this row has more cells than the head of its table",
                "Add a cell to the head, or write “\\|” for a bar that divides no cells, also in code.",
            ),
            false if holds_words(words) => self.lost(
                span,
                "Markdown drops this",
                "Write it so that it is text: a second definition of a label is one too many.",
            ),
            false => {}
        }
    }

    /// Puts the notes into the order of their marks.
    fn finish(mut self, blocks: Vec<Block>) -> Flow {
        if let Some(span) = self.too_deep {
            self.findings.push(
                Finding::error("markdown/too-deep", self.source, span, format!("this stands more than {MAX_DEPTH} levels deep"))
                    .help("Use fewer quotes, lists or emphasis inside each other; what is deeper is shown one level flatter."),
            );
        }
        self.account.end(&self.prepared.text);
        self.left_out();
        let mut labels = HashSet::with_hasher(FixedState::default());
        for note in self.notes.iter().filter(|note| !labels.insert(&*note.label)) {
            let message = format!("a note “{}” stands above already", &*note.label);
            self.findings.push(
                Finding::error("markdown/note-twice", self.source, note.span, message)
                    .help("Give one of the two another label, here and where the text marks it."),
            );
        }
        for note in &mut self.notes {
            note.marks = self.marks.get(&*note.label).map_or(0, |marks| marks.count);
        }
        let place = |note: &Note| self.marks.get(&*note.label).map_or(usize::MAX, |marks| marks.place);
        self.notes.sort_by_cached_key(place);
        self.notes.shrink_to_fit();
        Flow { attributes: self.attributes, blocks, notes: self.notes }
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
