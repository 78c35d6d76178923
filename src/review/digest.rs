//! Digests of what people read: the words and pictures, not their spelling in Markdown.
//!
//! In: a document or a part of it. Out: a digest that changes when its words change, or what `marks.rs` says that words alone do
//! not say; where there is nothing of the second kind, nothing of it is in the digest. What is added to a text later is digested
//! by itself (pictures, links), so that older records hold and say nothing of it.

mod forms;
mod marks;
mod official;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use blake3::Hasher;

use crate::content::Asset;
use crate::digest::Digest;
use crate::document::{
    Block, BlockKind, Body, Content, Document, Inline, InlineKind, PAGE_BREAK, Section, Text,
};
use crate::glossary::{Glossary, Term};
use crate::library::{Library, Target, scheme};
use crate::pictures::CONCEPT;

pub use forms::Digests;
use forms::Form;
use marks::Marks;
pub use official::{event_digest, official_digest, official_pictures, paragraph_digest, paragraph_pictures};

/// Gathers words and pictures in reading order; a separator stands between any two pieces. A blank that is lost or added changes
/// words and numbers, so blanks count; how many stand in a row does not.
struct Gather<'a> {
    hasher: Hasher,
    document: &'a Document,
    what: What<'a>,
    form: Form,
    /// What the words gathered since the last of them do not say by themselves.
    marks: Marks,
    /// How many pictures there were.
    pictures: usize,
    /// Whether a picture stands inside a link or emphasis.
    has_inner_picture: bool,
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
    /// Where links lead.
    Links,
    /// What the file itself says.
    Written,
}

impl<'a> What<'a> {
    fn of(self, document: &'a Document, form: Form) -> Gather<'a> {
        Gather {
            hasher: Hasher::new(),
            document,
            what: self,
            form,
            marks: Marks::new(form),
            pictures: 0,
            has_inner_picture: false,
        }
    }
}

impl Gather<'_> {
    fn piece(&mut self, words: &str) {
        if !matches!(self.what, What::Pictures(_) | What::Links) {
            self.add(words);
        }
    }

    fn add(&mut self, words: &str) {
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
                self.name_of_note(&label);
                self.blocks(&note.blocks);
            }
        }
    }

    fn name_of_note(&mut self, label: &str) {
        let name = self.marks.name_of_note(label);
        self.piece(&name);
    }

    /// Whether the other form of the digest may be another one.
    fn differs_by_form(&self) -> bool {
        self.marks.has_other_label() || self.has_inner_picture
    }

    fn of_pictures(&self) -> Option<Digest> {
        (self.pictures > 0).then(|| self.digest())
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
            BlockKind::Article(article) => official::gather_paragraph(self, article),
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
            // Its long description is the next block.
            BlockKind::Figure(figure) => {
                self.inlines(&figure.picture);
                figure.caption.iter().for_each(|caption| self.inlines(caption));
            }
            BlockKind::ThematicBreak => {}
        }
        self.marks.end(block, is_marked);
    }

    fn inlines(&mut self, inlines: &Content) {
        self.piece(&self.document.plain(inlines));
        for inline in inlines.inlines().and_inside() {
            self.marks.inline(self.document, &inline);
            self.link(&inline);
        }
        let is_picture = |inline: &Inline<'_>| matches!(inline.kind, InlineKind::Image { .. });
        let inner: Vec<Inline<'_>> = inlines.inlines().and_inside().filter(is_picture).collect();
        let outer: Vec<Inline<'_>> = inlines.inlines().filter(is_picture).collect();
        self.has_inner_picture |= inner.len() > outer.len();
        let pictures = match self.form {
            Form::Now => inner,
            Form::Older => outer,
        };
        for picture in pictures {
            if let InlineKind::Image { target, .. } = &picture.kind {
                self.picture(target);
            }
        }
    }

    /// Where a link to the web leads, and from which words. What stands elsewhere on the site is moved without a change for
    /// readers, as in an official text.
    fn link(&mut self, inline: &Inline<'_>) {
        let InlineKind::Link { target, children } = &inline.kind else { return };
        let target = self.document.text(target);
        if matches!(self.what, What::Links) && scheme(target).is_some() && !target.starts_with(PAGE_BREAK) {
            self.add(target);
            self.add(&self.document.plain(*children));
        }
    }

    /// The picture's bytes, so that a redrawn picture counts as a change and a renamed file does not.
    fn picture(&mut self, target: &Text<'_>) {
        self.pictures += 1;
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
            What::Written | What::Links => return,
        };
        let file = picture_file(library, self.document, written);
        // The second is what readers with a dark colour scheme see.
        let dark = file.and_then(|file| library.asset(library.dark(&file.path)?));
        for digest in [file, dark].into_iter().flatten().filter_map(|file| file.digest) {
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

/// The file of a picture, by its address or its concept.
fn picture_file<'a>(library: &'a Library, document: &Document, written: &str) -> Option<&'a Asset> {
    match written.strip_prefix(CONCEPT) {
        Some(concept) => library.asset(library.pictures.get(concept)?.path()),
        None => match library.resolve(document, written) {
            Target::Asset { path, .. } => library.asset(path),
            _ => None,
        },
    }
}

/// The first picture of a text whose file is not there, as the text writes it.
pub fn missing_picture(library: &Library, document: &Document) -> Option<String> {
    let mut missing = None;
    document.each_inline(&mut |inline| {
        if let InlineKind::Image { target, .. } = &inline.kind
            && missing.is_none()
            && picture_file(library, document, document.text(target)).is_none()
        {
            missing = Some(document.text(target).to_owned());
        }
    });
    missing
}

/// The digest of the words and pictures of the easy-read version.
pub fn easy_read_digest(library: &Library, easy: &Document) -> Digests {
    Digests::of(|form| of_easy_read(What::Text(library).of(easy, form)))
}

/// The digest of its words, and of what readers see beside it: the meanings of words, what pictures show.
pub fn words_digest(library: &Library, easy: &Document) -> Digests {
    Digests::of(|form| {
        let mut gather = What::Words(library).of(easy, form);
        if let Some(glossary) = library.glossary(&easy.lang) {
            gather.meanings(glossary);
        }
        of_easy_read(gather)
    })
}

/// The digest of its pictures.
pub fn pictures_digest(library: &Library, easy: &Document) -> Digests {
    Digests::of(|form| of_easy_read(What::Pictures(library).of(easy, form)))
}

/// The digest of where its links to the web lead.
pub fn links_digest(easy: &Document) -> Digest {
    of_easy_read(What::Links.of(easy, Form::Now)).digest()
}

/// Whether it has links to the web.
pub fn has_links(easy: &Document) -> bool {
    links_digest(easy) != Digest::of(&Hasher::new())
}

fn of_easy_read(mut gather: Gather<'_>) -> Gather<'_> {
    let easy = gather.document;
    gather.piece(&easy.front.title);
    gather.piece(&easy.front.about);
    if let Body::EasyRead(body) = &easy.body {
        body.sections.iter().for_each(|section| gather_section(&mut gather, section));
    }
    gather.marks_and_notes();
    gather
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
pub fn section_digest(easy: &Document, section: &Section) -> Digests {
    Digests::of(|form| {
        let mut gather = What::Written.of(easy, form);
        gather_section(&mut gather, section);
        gather.marks_and_notes();
        gather
    })
}
