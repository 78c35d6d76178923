//! Digests of what people read: the words and pictures, not their spelling in Markdown.

use std::fmt;
use std::str::FromStr;

use blake3::Hasher;
use serde::{Deserialize, Serialize};

use crate::document::{Block, BlockKind, Body, Content, Document, InlineKind, Paragraph, Text};
use crate::front_matter::FrontMatter;
use crate::library::{Library, Target};
use crate::pictures::CONCEPT;

/// The first half of a BLAKE3 hash, written `blake3:` and 32 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Digest(Box<str>);

const PREFIX: &str = "blake3:";
const DIGITS: usize = 32;

impl Digest {
    fn of(hasher: &Hasher) -> Self {
        Self(hasher.finalize().to_hex()[..DIGITS].into())
    }
}

impl FromStr for Digest {
    type Err = String;

    fn from_str(written: &str) -> Result<Self, String> {
        match written.strip_prefix(PREFIX) {
            Some(hex)
                if hex.len() == DIGITS
                    && hex.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)) =>
            {
                Ok(Self(hex.into()))
            }
            _ => Err(format!(
                "invalid value: “{written}” is not a digest; it is “{PREFIX}” and {DIGITS} digits 0-9, a-f"
            )),
        }
    }
}

impl TryFrom<String> for Digest {
    type Error = String;

    fn try_from(written: String) -> Result<Self, String> {
        written.parse()
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> Self {
        digest.to_string()
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PREFIX}{}", self.0)
    }
}

/// Gathers words and pictures in reading order; a separator stands between any two pieces.
struct Gather<'a> {
    hasher: Hasher,
    /// What stands for the blanks within a piece.
    blank: &'static str,
    document: &'a Document,
    library: Option<&'a Library>,
}

impl Gather<'_> {
    fn piece(&mut self, words: &str) {
        for (index, part) in words.split_whitespace().enumerate() {
            if index > 0 {
                self.hasher.update(self.blank.as_bytes());
            }
            self.hasher.update(part.as_bytes());
        }
        self.hasher.update(&[0]);
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::List { items, .. } => items.iter().for_each(|item| self.blocks(&item.blocks)),
            BlockKind::Quote { blocks, .. } => self.blocks(blocks),
            BlockKind::Wrapped(wrapped) => self.blocks(&wrapped.blocks),
            BlockKind::Definitions(list) => {
                for definition in list {
                    self.piece(&self.document.plain(&definition.term));
                    definition.meanings.iter().for_each(|meaning| self.blocks(meaning));
                }
            }
            BlockKind::Code(code) => {
                for line in &code.content {
                    if let InlineKind::Text(line) = &line.kind {
                        self.piece(self.document.text(line));
                    }
                }
            }
            BlockKind::Html(html) => self.piece(html),
            BlockKind::Table(table) => {
                for cell in table.caption.iter().chain(&table.head).chain(table.rows.iter().flatten()) {
                    self.inlines(cell);
                }
            }
            BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => self.inlines(content),
            BlockKind::ThematicBreak => {}
        }
    }

    fn inlines(&mut self, inlines: &Content) {
        self.piece(&self.document.plain(inlines));
        for inline in inlines {
            if let InlineKind::Image { target, .. } = &inline.kind {
                self.picture(target);
            }
        }
    }

    /// The picture's bytes, so that a redrawn picture counts as a change and a renamed file does not.
    fn picture(&mut self, target: &Text<'_>) {
        let Some(library) = self.library else { return };
        let written = self.document.text(target);
        let path = match written.strip_prefix(CONCEPT) {
            Some(concept) => library.pictures.get(concept).map(|picture| picture.path()),
            None => match library.resolve(self.document, written) {
                Target::Asset(path) => Some(path),
                _ => None,
            },
        };
        if let Some(digest) = path.and_then(|path| library.asset(path)?.digest) {
            self.hasher.update(digest.as_bytes());
        }
        self.hasher.update(&[1]);
    }
}

/// The digest of everything a reader of the easy-read version sees.
pub fn easy_read_digest(library: &Library, easy: &Document) -> Digest {
    let mut gather = Gather { hasher: Hasher::new(), blank: "", document: easy, library: Some(library) };
    gather.piece(&easy.front.title);
    gather.piece(&easy.front.about);
    if let Body::EasyRead(body) = &easy.body {
        for section in &body.sections {
            section.heading.iter().for_each(|heading| gather.block(heading));
            for idea in &section.ideas {
                if let Some(picture) = &idea.picture {
                    gather.inlines(picture);
                }
                gather.blocks(&idea.blocks);
            }
        }
    }
    Digest::of(&gather.hasher)
}

/// The digest of an official paragraph with its sub-paragraphs, or of the part under a heading.
pub fn paragraph_digest(official: &Document, id: &str) -> Option<Digest> {
    let mut gather = Gather { hasher: Hasher::new(), blank: "", document: official, library: None };
    match &official.body {
        Body::Resolution(resolution) => {
            let paragraphs = resolution.paragraphs();
            let paragraph = paragraphs.into_iter().find(|paragraph| paragraph.id.is(id))?;
            gather_paragraph(&mut gather, paragraph);
        }
        Body::Flow(blocks) => {
            let (blocks, start) = with_id(blocks, id)?;
            let level = |block: &Block| match &block.kind {
                BlockKind::Heading { level, .. } => Some(*level),
                _ => None,
            };
            let own = level(&blocks[start]);
            let end = match own {
                Some(own) => blocks[start + 1..]
                    .iter()
                    .position(|block| level(block).is_some_and(|other| other <= own))
                    .map_or(blocks.len(), |length| start + 1 + length),
                None => start + 1,
            };
            gather.blocks(&blocks[start..end]);
        }
        Body::EasyRead(_) => return None,
    }
    Some(Digest::of(&gather.hasher))
}

/// The blocks among which the one of this id stands, and its place among them.
fn with_id<'a>(blocks: &'a [Block], id: &str) -> Option<(&'a [Block], usize)> {
    let here = blocks.iter().position(|block| block.id.as_deref() == Some(id)).map(|at| (blocks, at));
    here.or_else(|| {
        blocks.iter().find_map(|block| match &block.kind {
            BlockKind::Wrapped(wrapped) => with_id(&wrapped.blocks, id),
            _ => None,
        })
    })
}

fn gather_paragraph(gather: &mut Gather<'_>, paragraph: &Paragraph) {
    if let Some(label) = &paragraph.label {
        gather.piece(gather.document.text(label));
    }
    gather.blocks(&paragraph.blocks);
    paragraph.children.iter().for_each(|child| gather_paragraph(gather, child));
    gather.blocks(&paragraph.closing);
}

/// The digest of an official text: its words, numbers and notes, and what its cover and its end say of it. The summary
/// and the settings of the publisher are no part of it, nor is how the Markdown is laid out.
pub fn official_digest(official: &Document) -> Digest {
    // A blank that is lost or added changes words, so blanks count; how many stand in a row does not.
    let mut gather = Gather { hasher: Hasher::new(), blank: " ", document: official, library: None };
    gather_facts(&mut gather, &official.front);
    match &official.body {
        Body::Resolution(resolution) => {
            gather.blocks(&resolution.before);
            resolution.preamble.iter().for_each(|paragraph| gather_paragraph(&mut gather, paragraph));
            resolution.operative.iter().for_each(|paragraph| gather_paragraph(&mut gather, paragraph));
            gather.blocks(&resolution.after);
        }
        Body::Flow(blocks) => gather.blocks(blocks),
        Body::EasyRead(_) => {}
    }
    official.each_inline(&mut |inline| {
        if let InlineKind::NoteMark { label, .. } = &inline.kind {
            gather.piece(official.text(label));
        }
    });
    for note in &official.notes {
        gather.piece(&note.label);
        gather.blocks(&note.blocks);
    }
    Digest::of(&gather.hasher)
}

/// Every fact is a piece also where it is missing, so that no fact can take the place of another.
fn gather_facts(gather: &mut Gather<'_>, front: &FrontMatter) {
    let session = front.session.as_ref();
    let item = front.agenda_item.as_ref();
    let vote = front.vote.as_ref();
    let cover = front.distribution.as_ref();
    let date = front.date.map(|date| date.to_string());
    for fact in [
        Some(front.title.as_str()),
        front.symbol.as_deref(),
        front.number.as_deref(),
        date.as_deref(),
        front.body.as_deref(),
        session.map(|session| session.name.as_str()),
        session.and_then(|session| session.dates.as_deref()),
        item.map(|item| item.number.as_str()),
        item.and_then(|item| item.title.as_deref()),
        front.adopted.as_deref(),
        front.closing.as_deref(),
        front.meeting.as_deref(),
        vote.map(|vote| vote.statement.as_str()),
        cover.and_then(|cover| cover.kind.as_deref()),
        cover.and_then(|cover| cover.date.as_deref()),
        cover.and_then(|cover| cover.language.as_deref()),
        cover.and_then(|cover| cover.original.as_deref()),
    ] {
        gather.piece(fact.unwrap_or_default());
    }
    let lists = vote.map(|vote| [&vote.in_favour, &vote.against, &vote.abstaining]);
    for list in lists.into_iter().flatten() {
        gather.piece(list.as_ref().map_or("", |list| &list.heading));
        list.iter().flat_map(|list| &list.states).for_each(|state| gather.piece(state));
    }
    if let Some(counts) = vote.and_then(|vote| vote.counts) {
        gather.piece(&format!("{} {} {}", counts.in_favour, counts.against, counts.abstaining));
    }
}
