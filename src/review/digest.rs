//! Digests of what people read: the words and pictures, not their spelling in Markdown.
//!
//! In: a document or a part of it. Out: a digest that changes when its words change, or what `marks.rs` says that words alone do
//! not say; where there is nothing of the second kind, nothing of it is in the digest.

mod marks;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use blake3::Hasher;
use jiff::civil::Date;

use crate::digest::Digest;
use crate::document::{
    Block, BlockKind, Body, Content, Document, InlineKind, Paragraph, PartContent, Section, Text,
};
use crate::front_matter::{AgendaItem, Distribution, FrontMatter, Session, Vote, VoteCounts, VoteList};
use crate::glossary::{Glossary, Term};
use crate::library::{Library, Target};
use crate::pictures::CONCEPT;

use marks::Marks;

/// Gathers words and pictures in reading order; a separator stands between any two pieces. A blank that is lost or added changes
/// words and numbers, so blanks count; how many stand in a row does not.
struct Gather<'a> {
    hasher: Hasher,
    document: &'a Document,
    what: What<'a>,
    /// What the words gathered since the last of them do not say by themselves.
    marks: Marks,
}

/// What is gathered.
#[derive(Clone, Copy)]
enum What<'a> {
    /// Words and pictures.
    Text(&'a Library),
    /// Words, with those that data files add to them: what pictures show, and what words mean.
    Words(&'a Library),
    /// Pictures.
    Pictures(&'a Library),
    /// What the file itself says.
    Written,
}

impl<'a> What<'a> {
    fn of(self, document: &'a Document) -> Gather<'a> {
        Gather { hasher: Hasher::new(), document, what: self, marks: Marks::default() }
    }
}

impl Gather<'_> {
    fn piece(&mut self, words: &str) {
        if matches!(self.what, What::Pictures(_)) {
            return;
        }
        for (index, part) in words.split_whitespace().enumerate() {
            if index > 0 {
                self.hasher.update(b" ");
            }
            self.hasher.update(part.as_bytes());
        }
        self.hasher.update(&[0]);
    }

    /// Adds the marks of the words so far.
    fn marks(&mut self) {
        for mark in self.marks.take() {
            self.piece(&mark);
        }
    }

    /// Adds the marks, and the notes that belong to the words: whoever reads a mark reads its note.
    fn marks_and_notes(&mut self) {
        let (mut labels, mut seen) = (VecDeque::new(), BTreeSet::new());
        loop {
            let marked = self.marks.take_notes();
            labels.extend(marked.into_iter().filter(|label| seen.insert(label.clone())));
            self.marks();
            let Some(label) = labels.pop_front() else { return };
            if let Some((_, note)) = self.document.note(&label) {
                self.piece(&label);
                self.blocks(&note.blocks);
            }
        }
    }

    fn digest(&self) -> Digest {
        Digest::of(&self.hasher)
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        let is_marked = self.marks.begin(block);
        match &block.kind {
            BlockKind::List { ordered, items } => {
                for (item, number) in items.iter().zip(Marks::numbers(self.document, *ordered, items)) {
                    self.marks.item(&number);
                    self.blocks(&item.blocks);
                }
            }
            BlockKind::Quote { notice: _, blocks } => self.blocks(blocks),
            BlockKind::Wrapped(wrapped) => self.blocks(&wrapped.blocks),
            BlockKind::Definitions(list) => {
                for definition in list {
                    self.marks.term();
                    self.inlines(&definition.term);
                    for meaning in &definition.meanings {
                        self.marks.meaning();
                        self.blocks(meaning);
                    }
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
            BlockKind::Heading { level: _, content } | BlockKind::Paragraph(content) => self.inlines(content),
            BlockKind::ThematicBreak => {}
        }
        self.marks.end(block, is_marked);
    }

    fn inlines(&mut self, inlines: &Content) {
        self.piece(&self.document.plain(inlines));
        for inline in inlines.inlines().and_inside() {
            self.marks.inline(self.document, &inline);
        }
        for inline in inlines {
            if let InlineKind::Image { target, .. } = &inline.kind {
                self.picture(target);
            }
        }
    }

    /// The picture's bytes, so that a redrawn picture counts as a change and a renamed file does not.
    fn picture(&mut self, target: &Text<'_>) {
        let written = self.document.text(target);
        let concept = written.strip_prefix(CONCEPT);
        let library = match self.what {
            What::Text(library) | What::Pictures(library) => library,
            What::Words(library) => {
                let picture = concept.and_then(|concept| library.pictures.get(concept));
                self.piece(
                    picture.and_then(|picture| picture.alternative(&self.document.lang)).unwrap_or_default(),
                );
                return;
            }
            What::Written => return,
        };
        let path = match concept {
            Some(concept) => library.pictures.get(concept).map(|picture| picture.path()),
            None => match library.resolve(self.document, written) {
                Target::Asset { path, .. } => Some(path),
                _ => None,
            },
        };
        if let Some(digest) = path.and_then(|path| library.asset(path)?.digest) {
            self.hasher.update(digest.as_bytes());
        }
        self.hasher.update(&[1]);
    }

    /// What the boxes beside the text say of its words, whatever their order in the glossary.
    fn meanings(&mut self, glossary: &Glossary) {
        let mut used: BTreeMap<&str, &Term> = BTreeMap::new();
        self.document.each_inline(&mut |inline| {
            let InlineKind::Text(words) = &inline.kind else { return };
            let uses = glossary.uses(self.document.text(words));
            let terms = uses.iter().filter_map(|found| glossary.terms.get(found.term));
            used.extend(terms.map(|term| (&*term.term, term)));
        });
        for Term { term, pinyin, meaning, official, avoid: _, forms: _ } in used.into_values() {
            self.piece(term);
            self.piece(pinyin.as_deref().unwrap_or_default());
            self.piece(meaning);
            official.iter().for_each(|form| self.piece(form));
        }
    }
}

/// The digest of the words and pictures of the easy-read version.
pub fn easy_read_digest(library: &Library, easy: &Document) -> Digest {
    of_easy_read(What::Text(library).of(easy))
}

/// The digest of its words, and of what readers see beside it: the meanings of words, what pictures show.
pub fn words_digest(library: &Library, easy: &Document) -> Digest {
    let mut gather = What::Words(library).of(easy);
    if let Some(glossary) = library.glossary(&easy.lang) {
        gather.meanings(glossary);
    }
    of_easy_read(gather)
}

/// The digest of its pictures.
pub fn pictures_digest(library: &Library, easy: &Document) -> Digest {
    of_easy_read(What::Pictures(library).of(easy))
}

fn of_easy_read(mut gather: Gather<'_>) -> Digest {
    let easy = gather.document;
    gather.piece(&easy.front.title);
    gather.piece(&easy.front.about);
    if let Body::EasyRead(body) = &easy.body {
        body.sections.iter().for_each(|section| gather_section(&mut gather, section));
    }
    gather.marks_and_notes();
    gather.digest()
}

fn gather_section(gather: &mut Gather<'_>, section: &Section) {
    section.heading.iter().for_each(|heading| gather.block(heading));
    for idea in &section.ideas {
        if let Some(picture) = &idea.picture {
            gather.inlines(picture);
        }
        gather.blocks(&idea.blocks);
    }
}

/// The digest of the words of one section, by which records name it.
pub fn section_digest(easy: &Document, section: &Section) -> Digest {
    let mut gather = What::Written.of(easy);
    gather_section(&mut gather, section);
    gather.marks_and_notes();
    gather.digest()
}

/// The digest of a named part of an official text, with its notes.
pub fn paragraph_digest(official: &Document, id: &str) -> Option<Digest> {
    let mut gather = What::Written.of(official);
    match official.part(id)?.content {
        PartContent::Paragraph(paragraph) => gather_paragraph(&mut gather, paragraph),
        PartContent::Blocks(blocks) => gather.blocks(blocks),
    }
    gather.marks_and_notes();
    Some(gather.digest())
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
    let mut gather = What::Written.of(official);
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
    gather.marks();
    for note in &official.notes {
        gather.piece(&note.label);
        gather.blocks(&note.blocks);
        gather.marks();
    }
    gather.digest()
}

/// Every fact is a piece also where it is missing, so that no fact can take the place of another.
///
/// All keys are named, so that a new one cannot be forgotten: it is a fact, or stands with those that are not.
fn gather_facts(gather: &mut Gather<'_>, front: &FrontMatter) {
    let FrontMatter {
        title,
        symbol,
        number,
        date,
        body,
        session,
        agenda_item,
        adopted,
        closing,
        meeting,
        vote,
        distribution,
        // How the text is published, and the seal itself.
        kind: _,
        summary: _,
        draft: _,
        digest: _,
        allow: _,
        extra: _,
        // Of easy-read versions.
        about: _,
        based_on: _,
        made_by: _,
        rules: _,
        left_out: _,
    } = front;
    let date = date.map(|date| date.to_string());
    let session = session.as_deref().map(|Session { name, dates, start, end }| {
        let day = |day: &Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        (name, [dates.clone().unwrap_or_default(), day(start), day(end)].join(" "))
    });
    let item = agenda_item.as_deref().map(|AgendaItem { number, title }| (number, title));
    let cover = distribution.as_deref();
    let cover = cover.map(|Distribution { kind, date, language, original }| [kind, date, language, original]);
    let of_cover = |at: usize| cover.and_then(|facts| facts[at].as_deref());
    for fact in [
        Some(title.as_str()),
        symbol.as_deref(),
        number.as_deref(),
        date.as_deref(),
        body.as_deref(),
        session.as_ref().map(|(name, _)| name.as_str()),
        session.as_ref().map(|(_, days)| days.as_str()),
        item.map(|(number, _)| number.as_str()),
        item.and_then(|(_, title)| title.as_deref()),
        adopted.as_deref(),
        closing.as_deref(),
        meeting.as_deref(),
        vote.as_deref().map(|vote| vote.statement.as_str()),
        of_cover(0),
        of_cover(1),
        of_cover(2),
        of_cover(3),
    ] {
        gather.piece(fact.unwrap_or_default());
    }
    let Some(Vote { statement: _, in_favour, against, abstaining, counts }) = vote.as_deref() else { return };
    for list in [in_favour, against, abstaining] {
        gather.piece(list.as_ref().map_or("", |VoteList { heading, states: _ }| heading));
        list.iter().flat_map(|VoteList { heading: _, states }| states).for_each(|state| gather.piece(state));
    }
    if let Some(VoteCounts { in_favour, against, abstaining }) = counts {
        gather.piece(&format!("{in_favour} {against} {abstaining}"));
    }
}
