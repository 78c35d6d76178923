//! From the parser's events to blocks and inlines with spans.
//!
//! Refuses to nest deeper than [`MAX_DEPTH`]: what stands deeper is kept, one level flatter, with a finding.

mod captions;
mod containers;
mod left_out;
mod raw;
mod running;

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, OffsetIter, Options, Parser, Tag};

use super::account::{Account, holds_words};
use super::emphasis::Prepared;
use super::raw_html::{self};
use super::{Input, heading};
use crate::content::Role;
use crate::document::{Block, BlockKind, Builder, Code, Name, Note, Notice, Open, Text};
use crate::finding::Finding;
use crate::source::{Source, Span, slice};

/// How deep quotes, lists and inlines may stand in each other.
const MAX_DEPTH: usize = 64;

/// What is read beside CommonMark.
pub const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_DEFINITION_LIST)
    .union(Options::ENABLE_GFM);

/// What stands in the braces of a heading, apart from its id.
pub type Attributes = Box<[Attribute]>;

/// `name=value` in the braces of a heading.
pub struct Attribute {
    /// The whole of it.
    pub span: Span,
    pub name: Box<str>,
    /// What stands after the first `=`; empty where there is none.
    pub value: Box<str>,
}

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
    let mut reader = Reader {
        events: Parser::new_ext(&prepared.text, OPTIONS).into_offset_iter(),
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
        titles: Vec::new(),
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
    used_definitions: HashSet<usize>,
    /// How many elements of each name began in running text that do not pass, and have not ended.
    refused: HashMap<String, usize>,
    prepared: &'p Prepared<'p>,
    source: &'f Arc<Source>,
    body: usize,
    cjk: bool,
    is_easy_read: bool,
    depth: usize,
    too_deep: Option<Span>,
    notes: Vec<Note>,
    attributes: Vec<(Span, Attributes)>,
    /// The titles of pictures that are no captions yet, each with its picture.
    titles: Vec<(Span, String)>,
    marks: HashMap<Name, Marks>,
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
    /// `None` where it stands too deep: its words are kept, it is not.
    open: Option<Open>,
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
                        let span = first.span.to(last.span);
                        let kind = self.paragraph(content);
                        blocks.push(block(span, kind));
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
            Tag::Paragraph => {
                let content = self.content();
                self.paragraph(content)
            }
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
                let label = Name::from(&*self.prepared.strip(&label));
                self.notes.push(Note { label, span, marks: 0, blocks: note_blocks });
                return;
            }
            Tag::Table(alignments) => BlockKind::Table(Box::new(self.table(&alignments))),
            Tag::DefinitionList => {
                let (definitions, end) = self.definitions(&range);
                let span = self.trimmed(self.span(&(range.start..end)));
                blocks.push(block(span, BlockKind::Definitions(definitions)));
                return;
            }
            // The remaining tags only occur inside the containers above, which read them themselves.
            _ => return,
        };
        blocks.push(block(span, kind));
    }

    /// Takes what stands in braces at the end of the heading at `span` off its words; gives its id.
    fn braces(&mut self, span: Span) -> Option<Name> {
        let text = self.content.last_text()?;
        if let Some((at, written)) = heading::full_width(self.source.slice(text), self.is_easy_read) {
            let start = text.start as usize + at;
            let place = self.trimmed(Span { start: start as u32, end: text.end });
            let message = "full-width signs stand in the braces of this heading, and are read as words";
            let rule = if self.is_easy_read { "easy-read/unknown-attribute" } else { "markdown/lost-words" };
            let help = format!("Write “{written}” with half-width signs.");
            self.findings.push(Finding::error(rule, self.source, place, message).help(help));
            return None;
        }
        let braces = heading::braces(self.source.slice(text), self.is_easy_read)?;
        self.content.end_text_at(text.start + braces.words_end as u32);
        if self.is_easy_read && !braces.others.is_empty() {
            let attribute = |&(at, word): &(usize, &str)| {
                let start = text.start as usize + at;
                let (name, value) = word.split_once('=').unwrap_or((word, ""));
                let span = Span::from(start..start + word.len());
                Attribute { span, name: name.into(), value: value.into() }
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

    /// Words beside the marks that begin code: only the name of its language is published there. Attributes are no words, but for those that
    /// other tools show.
    fn words_beside_fence(&mut self, range: &Range<usize>) {
        let first = slice(&self.prepared.text, range.clone()).lines().next().unwrap_or_default();
        let info = first.trim_start_matches(['`', '~', ' ']);
        let (name, rest) = info.split_once(char::is_whitespace).unwrap_or((info, ""));
        let words = if name.is_ascii() { rest.trim_start() } else { info };
        let end = range.start + first.len();
        let shown = ["title", "caption", "alt"].into_iter().find_map(|name| {
            let at = ['"', '\''].into_iter().find_map(|quote| info.find(&format!("{name}={quote}")))?;
            let attribute = slice(info, at..);
            let quote = attribute.chars().nth(name.len() + 1)?;
            let value = attribute.split(quote).nth(1)?;
            holds_words(value).then_some((at, name.len() + value.len() + 3, name))
        });
        if let Some((at, length, name)) = shown {
            let start = end - info.len() + at;
            let span = self.trimmed(self.span(&(start..(start + length).min(end))));
            let message = format!("“{name}” of code is not published, and its words are lost");
            return self.lost(span, message, "Put the words into a line of their own before the code.");
        }
        if !holds_words(words) || info.contains(['=', '{', '[']) {
            return;
        }
        let span = self.trimmed(self.span(&(end - words.len()..end)));
        self.lost(
            span,
            "only the name of a language stands beside the marks that begin code",
            "Put the words into a line of their own, before the code or in it.",
        );
    }

    /// The span without the blank lines the parser counts to the end of a block.
    fn trimmed(&self, span: Span) -> Span {
        let text = self.source.slice(span);
        Span { start: span.start, end: span.start + text.trim_end().len() as u32 }
    }

    /// Puts the notes into the order of their marks.
    fn finish(mut self, blocks: Vec<Block>) -> Flow {
        if let Some(span) = self.too_deep {
            self.findings.push(
                Finding::error("markdown/too-deep", self.source, span, format!("this stands more than {MAX_DEPTH} levels deep"))
                    .help("Use fewer quotes, lists, emphasis or HTML elements inside each other; what is deeper is shown one level flatter."),
            );
        }
        self.account.end(&self.prepared.text);
        self.lost_titles();
        self.left_out();
        let mut labels = HashSet::new();
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
