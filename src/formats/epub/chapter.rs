//! How a text is cut into the documents of a book, and where its ids then stand.
//!
//! A reading system opens one document at a time and is slow with long ones, so a long text becomes several, cut
//! between operative paragraphs or before headings of the second level.

use std::ops::Range;

use super::Book;
use crate::address::Address;
use crate::coverage;
use crate::document::outline::{self, NamedPart};
use crate::document::{
    Block, BlockKind, Body, Document, InlineKind, Note, Paragraph, each_block, each_paragraph,
};
use crate::library::{Library, Work};
use crate::parse::ids;
use crate::render::html::{Places, mark_id};

/// The longest part of a source, in bytes, that becomes one document, unless there is no place to cut.
const LONGEST: usize = 100_000;

/// One document of a book.
#[derive(Debug)]
pub struct Chapter<'a> {
    /// Its file.
    pub file: String,
    /// The work it belongs to.
    pub work: &'a Work,
    /// What it holds.
    pub content: Content<'a>,
}

/// What a document of a book holds.
#[derive(Debug)]
pub enum Content<'a> {
    /// Title, summary and facts of an official text.
    Opening,
    /// A part of the official text.
    Official(ChapterPart<Vec<Piece<'a>>>),
    /// The notes of an official text.
    Notes(&'a [Note]),
    /// A part of an easy-read version.
    EasyRead(&'a Document, ChapterPart<Range<usize>>),
    /// The words that an easy-read version explains.
    Words,
    /// What is said about an easy-read version itself.
    Colophon(&'a Document),
}

/// One of the parts of a text.
#[derive(Debug)]
pub struct ChapterPart<T> {
    /// Which it is, from 1.
    pub number: usize,
    /// How many there are.
    pub of: usize,
    /// What it holds.
    pub content: T,
}

impl<T> ChapterPart<T> {
    /// Whether nothing comes after it.
    pub fn is_last(&self) -> bool {
        self.number == self.of
    }

    fn all(contents: Vec<T>) -> Vec<Self> {
        let of = contents.len();
        contents
            .into_iter()
            .enumerate()
            .map(|(at, content)| ChapterPart { number: at + 1, of, content })
            .collect()
    }
}

/// A run of an official text.
#[derive(Debug, Clone, Copy)]
pub enum Piece<'a> {
    /// Blocks.
    Blocks(&'a [Block]),
    /// Paragraphs of the preamble; `begins` for the first of them.
    Preamble { paragraphs: &'a [Paragraph], begins: bool },
    /// Operative paragraphs; `begins` for the first of them.
    Operative { paragraphs: &'a [Paragraph], begins: bool },
}

/// The documents of a book, in reading order, and where everything in them stands.
pub fn chapters<'a>(book: &Book<'a>, library: &'a Library) -> (Vec<Chapter<'a>>, Places) {
    let mut places = Places::default();
    let mut chapters = Vec::new();
    let works = book.works(library);
    for (number, &work) in works.iter().enumerate() {
        // The number keeps two folders apart whose names read alike in plain letters.
        let name = match book {
            Book::Collection(_) | Book::Entries(_) => format!("w{}-{}-", number + 1, ids::slug(&work.slug)),
            _ => String::new(),
        };
        let mut texts = Texts { library, work, name, chapters: &mut chapters, places: &mut places };
        match book {
            Book::Official(_) => {
                texts.opening();
                texts.official();
            }
            Book::EasyRead(_, easy) => texts.easy_read(easy),
            Book::Collection(_) | Book::Entries(_) => {
                texts.opening();
                if let Some(easy) = work.easy_read.as_deref() {
                    texts.easy_read(easy);
                }
                texts.official();
            }
        }
    }
    (chapters, places)
}

/// Adds the texts of one work to a book.
struct Texts<'a, 'b> {
    library: &'a Library,
    work: &'a Work,
    /// What the names of its files begin with.
    name: String,
    chapters: &'b mut Vec<Chapter<'a>>,
    places: &'b mut Places,
}

impl<'a> Texts<'a, '_> {
    fn add(&mut self, file: &str, content: Content<'a>) -> String {
        let file = format!("{}{file}.xhtml", self.name);
        self.chapters.push(Chapter { file: file.clone(), work: self.work, content });
        file
    }

    fn page(&self, document: &Document) -> Address {
        self.library.address(document)
    }

    fn opening(&mut self) {
        let page = self.page(&self.work.official);
        let file = self.add("opening", Content::Opening);
        self.places.add_text(page.clone(), &file);
        for id in ["summary", "facts", "event", "access", "programme"] {
            self.places.add_id(&page, id, &file);
        }
    }

    fn official(&mut self) {
        let document = &*self.work.official;
        let page = self.page(document);
        // The row of a table has no text.
        if matches!(&document.body, Body::Flow(blocks) if blocks.is_empty()) {
            return;
        }
        for part in ChapterPart::all(pieces(document)) {
            let (number, last) = (part.number, part.is_last());
            let name = if number == 1 { "text".to_owned() } else { format!("text-{number}") };
            let pieces = part.content.clone();
            let file = self.add(&name, Content::Official(part));
            for piece in pieces {
                match piece {
                    Piece::Blocks(blocks) => self.block_ids(document, blocks, &file),
                    Piece::Preamble { paragraphs, begins } => {
                        if begins {
                            self.places.add_id(&page, "preamble", &file);
                        }
                        self.paragraph_ids(document, paragraphs, &file);
                    }
                    Piece::Operative { paragraphs, begins } => {
                        if begins {
                            self.places.add_id(&page, "operative", &file);
                        }
                        self.paragraph_ids(document, paragraphs, &file);
                    }
                }
            }
            if last {
                self.places.add_id(&page, "adoption", &file);
                self.places.add_id(&page, "recordings", &file);
            }
        }
        if !document.notes.is_empty() {
            let file = self.add("notes", Content::Notes(&document.notes));
            self.places.add_id(&page, "notes", &file);
            self.places.add_ids(&page, "note-", &file);
            for note in &document.notes {
                self.block_ids(document, &note.blocks, &file);
            }
        }
    }

    fn easy_read(&mut self, easy: &'a Document) {
        let page = self.page(easy);
        let sections = coverage::sections(easy);
        let size = |at: usize| sections[at].ideas.iter().flat_map(|idea| &idea.blocks).map(length).sum();
        for part in ChapterPart::all(cut(sections.len(), size, |at| sections[at].level <= 2)) {
            let (number, range) = (part.number, part.content.clone());
            let name = if number == 1 { "easy-read".to_owned() } else { format!("easy-read-{number}") };
            let file = self.add(&name, Content::EasyRead(easy, part));
            if number == 1 {
                self.places.add_text(page.clone(), &file);
            }
            for section in &sections[range] {
                if let Some(heading) = &section.heading {
                    self.block_ids(easy, std::slice::from_ref(heading), &file);
                }
                for idea in &section.ideas {
                    self.block_ids(easy, &idea.blocks, &file);
                }
            }
        }
        let file = self.add("words", Content::Words);
        self.places.add_id(&page, "words", &file);
        self.places.add_ids(&page, "word-", &file);
        let file = self.add("about", Content::Colophon(easy));
        self.places.add_id(&page, "about-this", &file);
    }

    fn paragraph_ids(&mut self, document: &Document, paragraphs: &[Paragraph], file: &str) {
        self.part_ids(document, &outline::parts_of_paragraphs(paragraphs), file);
        each_paragraph(paragraphs, &mut |block| self.mark_ids(document, block, file));
    }

    fn block_ids(&mut self, document: &Document, blocks: &[Block], file: &str) {
        self.part_ids(document, &outline::parts_of_blocks(blocks), file);
        each_block(blocks, &mut |block| self.mark_ids(document, block, file));
    }

    fn part_ids(&mut self, document: &Document, parts: &[NamedPart<'_>], file: &str) {
        let page = self.page(document);
        parts.iter().for_each(|part| self.places.add_id(&page, &part.name.to_string(), file));
    }

    /// The ids of the marks of notes in a block.
    fn mark_ids(&mut self, document: &Document, block: &Block, file: &str) {
        block.each_inline(&mut |inline| {
            if let InlineKind::NoteMark { label, occurrence } = &inline.kind
                && let Some((index, _)) = document.note(document.text(label))
            {
                self.places.add_id(&self.page(document), &mark_id(index + 1, *occurrence), file);
            }
        });
    }
}

/// The parts of an official text.
fn pieces(document: &Document) -> Vec<Vec<Piece<'_>>> {
    match &document.body {
        Body::Flow(blocks) => {
            let heading = |at: usize| matches!(blocks[at].kind, BlockKind::Heading { level: 0..=2, .. });
            let flat = !blocks.iter().any(|block| matches!(block.kind, BlockKind::Heading { .. }));
            let parts = cut(blocks.len(), |at| length(&blocks[at]), |at| flat || heading(at));
            parts.into_iter().map(|range| vec![Piece::Blocks(&blocks[range])]).collect()
        }
        Body::Resolution(resolution) => {
            let mut parts = vec![Vec::new()];
            let mut add = |piece, new_part: bool| match parts.last_mut() {
                Some(last) if !new_part => last.push(piece),
                _ => parts.push(vec![piece]),
            };
            if !resolution.before.is_empty() {
                add(Piece::Blocks(&resolution.before), false);
            }
            for (at, paragraphs) in runs(&resolution.preamble).enumerate() {
                add(Piece::Preamble { paragraphs, begins: at == 0 }, at > 0);
            }
            for (at, paragraphs) in runs(&resolution.operative).enumerate() {
                add(Piece::Operative { paragraphs, begins: at == 0 }, at > 0);
            }
            if !resolution.after.is_empty() {
                add(Piece::Blocks(&resolution.after), false);
            }
            parts
        }
        Body::EasyRead(_) => Vec::new(),
    }
}

/// The paragraphs in runs of which none is too long.
fn runs(paragraphs: &[Paragraph]) -> impl Iterator<Item = &[Paragraph]> {
    let length = |at: usize| (paragraphs[at].span.end - paragraphs[at].span.start) as usize;
    let runs = cut(paragraphs.len(), length, |_| true);
    runs.into_iter().map(|range| &paragraphs[range]).filter(|run| !run.is_empty())
}

fn length(block: &Block) -> usize {
    (block.span.end - block.span.start) as usize
}

/// Ranges of `count` things that together are not longer than [`LONGEST`], cut only where allowed; always one.
fn cut(
    count: usize,
    length: impl Fn(usize) -> usize,
    may_begin: impl Fn(usize) -> bool,
) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let (mut start, mut size) = (0, 0);
    for at in 0..count {
        let this = length(at);
        if at > start && size + this > LONGEST && may_begin(at) {
            ranges.push(start..at);
            (start, size) = (at, 0);
        }
        size += this;
    }
    ranges.push(start..count);
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_where_they_may_be() {
        let cut = |count, length: usize, may_begin: fn(usize) -> bool| {
            cut(count, |_| length, may_begin).iter().map(|range| (range.start, range.end)).collect::<Vec<_>>()
        };
        assert_eq!(cut(0, 0, |_| true), [(0, 0)]);
        assert_eq!(cut(3, 10, |_| true), [(0, 3)]);
        assert_eq!(cut(4, LONGEST / 2, |_| true), [(0, 2), (2, 4)]);
        assert_eq!(cut(4, LONGEST, |at| at == 3), [(0, 3), (3, 4)]);
    }
}
