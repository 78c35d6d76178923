//! The documents of a book as XHTML, through the templates in `templates/book/`.

use std::collections::BTreeSet;
use std::ops::Range;

use super::chapter::{Chapter, ChapterPart, Content, Piece};
use super::contents::ContentsEntry;
use crate::document::{Block, Document, Note, Paragraph, PartContent, articles, outline};
use crate::finding::Finding;
use crate::lang::Lang;
use crate::languages::Labels;
use crate::library::Work;
use crate::render::Owes;
use crate::render::Renderer;
use crate::render::authority::authority;
use crate::render::beside::paragraph_name;
use crate::render::credits::credits;
use crate::render::easy_read::{Labelled, Setter, colophon, easy_title, explained, not_official, used_words};
use crate::render::event::recordings::recordings;
use crate::render::event::{event, standing as standing_of_event};
use crate::render::facts::facts;
use crate::render::html::{BookDocument, Form, Label, Places, Writer, xml_id};
use crate::render::official::{adoption, full_title};
use crate::review::ReviewStatus;
use crate::view::{
    self, BookAbout, BookAboutDocument, BookEasyRead, BookEasyReadDocument, BookFrame, BookNotes,
    BookNotesDocument, BookOfficial, BookOfficialDocument, BookOpening, BookOpeningDocument, BookWords,
    BookWordsDocument, View,
};

/// What stands around a document of a book; its title differs from those of all others in the book.
pub fn frame(lang: &Lang, kind: &'static str, title: String) -> BookFrame {
    BookFrame { kind, lang: lang.to_string(), dir: lang.direction().attribute(), title }
}

/// A finished document.
pub struct Xhtml {
    /// Its text.
    pub text: String,
    /// What the table of contents says of it.
    pub entry: ContentsEntry,
}

/// Writes the chapters of one book, one after the other.
pub struct Scribe<'a> {
    /// The library, the templates and the languages.
    pub renderer: &'a Renderer<'a>,
    /// Where everything in the book stands.
    pub places: &'a Places,
    /// The site's address.
    pub base_url: Option<&'a str>,
    /// Whether paragraphs are listed in the opening of a text rather than in the table of contents.
    pub lists: ParagraphList,
    /// The words that the easy-read version explains which is being written.
    pub used: BTreeSet<usize>,
}

/// The level of what stands under all headings in a table of contents.
const BELOW_HEADINGS: u8 = 7;

/// Where the list of the official paragraphs stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParagraphList {
    /// In the table of contents.
    InContents,
    /// In the opening of each text: a collection's contents would be too long to use.
    InOpening,
}

impl<'a> Scribe<'a> {
    /// Writes a chapter; `None` when it has nothing to say.
    ///
    /// # Errors
    /// When a template fails; the finding says where in it.
    pub fn chapter(&mut self, chapter: &Chapter<'a>) -> Result<Option<Xhtml>, Finding> {
        let work = chapter.work;
        match &chapter.content {
            Content::Opening => self.opening(chapter, work),
            Content::Official(part) => self.official(chapter, part),
            Content::Notes(notes) => self.notes(chapter, notes),
            Content::EasyRead(easy, part) => self.easy_read(chapter, easy, part),
            Content::Words => self.words(chapter),
            Content::Colophon(easy) => self.colophon(chapter, easy),
        }
    }

    fn labels(&self, work: &Work) -> &'a Labels {
        self.renderer.labels(&work.lang)
    }

    fn render<V: View + Owes>(
        &self,
        chapter: &Chapter<'_>,
        (template, kind): (&str, &'static str),
        entry: ContentsEntry,
        view: impl FnOnce(BookFrame) -> V,
    ) -> Result<Option<Xhtml>, Finding> {
        let lang = &chapter.work.lang;
        let work_title = full_title(&chapter.work.official);
        let title =
            if entry.words == work_title { work_title } else { format!("{} - {work_title}", entry.words) };
        let text = self.renderer.templates.render(template, lang, &view(frame(lang, kind, title)))?;
        Ok(Some(Xhtml { text, entry }))
    }

    /// Lets a writer write for this chapter.
    fn write<R>(&self, chapter: &Chapter<'_>, document: &Document, write: impl FnOnce(Writer<'_>) -> R) -> R {
        let page = self.renderer.library.address(document);
        let document_of_book =
            BookDocument { file: &chapter.file, page: &page, places: self.places, base_url: self.base_url };
        write(self.renderer.writer_for(document, Form::Book(&document_of_book)))
    }

    fn opening(&self, chapter: &Chapter<'_>, work: &Work) -> Result<Option<Xhtml>, Finding> {
        let labels = self.labels(work);
        let document = &*work.official;
        let title = full_title(document);
        let mut entry = ContentsEntry::new(&chapter.file, &title);
        let doc = BookOpeningDocument {
            title,
            symbol: document.front.symbol.clone(),
            subtitle: document.front.subtitle.clone(),
            authority: authority(self.renderer, work, ("unofficial-book-of", "unofficial-book")),
            summary: document.front.summary.trim().to_owned(),
            summary_note: explained(work, labels, "summary-note"),
            facts: facts(self.renderer, document),
            event: event(self.renderer.library, labels, work, None),
            extra: document.front.extra.clone(),
            paragraphs: match self.lists {
                ParagraphList::InContents => Vec::new(),
                ParagraphList::InOpening => {
                    self.paragraphs(work).into_iter().map(ContentsEntry::link).collect()
                }
            },
        };
        if !doc.summary.is_empty() {
            entry
                .children
                .push(ContentsEntry::new(format!("{}#summary", chapter.file), labels.get("summary")));
        }
        if let Some(event) = &doc.event {
            let new = |id: &str, label: &str| {
                ContentsEntry::new(format!("{}#{id}", chapter.file), labels.get(label))
            };
            entry.children.insert(0, new("event", "event"));
            if !event.programme.is_empty() {
                entry.children.insert(1, new("programme", "event-programme"));
            }
        }
        if !doc.facts.is_empty() {
            entry.children.push(ContentsEntry::new(format!("{}#facts", chapter.file), labels.get("facts")));
        }
        self.render(chapter, ("book/opening.xhtml", "opening"), entry, |page| BookOpening { page, doc })
    }

    /// The official paragraphs of a work, each with its way there.
    fn paragraphs(&self, work: &Work) -> Vec<ContentsEntry> {
        match &work.official.body {
            crate::document::Body::Resolution(resolution) => {
                self.paragraph_entries(work, &resolution.operative)
            }
            crate::document::Body::Flow(blocks) => {
                articles(blocks).filter_map(|article| self.paragraph_entry(work, article)).collect()
            }
            crate::document::Body::EasyRead(_) => Vec::new(),
        }
    }

    fn paragraph_entries(&self, work: &Work, paragraphs: &[Paragraph]) -> Vec<ContentsEntry> {
        let entry = |paragraph| {
            let mut entry = self.paragraph_entry(work, paragraph)?;
            entry.children = self.paragraph_entries(work, &paragraph.children);
            Some(entry)
        };
        paragraphs.iter().filter_map(entry).collect()
    }

    /// The headings of a text, and its articles under them.
    fn text_entries(
        &self,
        work: &Work,
        blocks: &[Block],
        (form, here): (Form<'_>, &dyn Fn(&str) -> String),
        entries: &mut Vec<ContentsEntry>,
    ) {
        for part in outline::parts_of_blocks(blocks).iter().filter(|part| !part.is_inside) {
            let (level, line) = match (part.heading(), part.content) {
                (Some((level, words)), _) => {
                    let label = Label::of(&work.official, form, words);
                    (level, label.map(|label| ContentsEntry::of_heading(here(&part.name.to_string()), label)))
                }
                (None, PartContent::Paragraph(article))
                    if article.id.letters.is_empty() && self.lists == ParagraphList::InContents =>
                {
                    (BELOW_HEADINGS, self.paragraph_entry(work, article))
                }
                _ => continue,
            };
            let Some(line) = line else { continue };
            outline::add_line(entries, level, line, |last| &mut last.children);
        }
    }

    /// The way to a paragraph, without those in it.
    fn paragraph_entry(&self, work: &Work, paragraph: &Paragraph) -> Option<ContentsEntry> {
        let page = self.renderer.library.address(&work.official);
        let href = self.places.find(&page, Some(&paragraph.id.to_string()))?;
        Some(ContentsEntry::new(href, paragraph_name(&paragraph.id, self.labels(work))))
    }

    fn official(
        &self,
        chapter: &Chapter<'_>,
        part: &ChapterPart<Vec<Piece<'_>>>,
    ) -> Result<Option<Xhtml>, Finding> {
        let work = chapter.work;
        let labels = self.labels(work);
        let document = &*work.official;
        let heading = heading(&explained(work, labels, "official-text"), part, labels);
        let mut entry = ContentsEntry::new(&chapter.file, &heading);
        let here = |id: &str| format!("{}#{}", chapter.file, xml_id(id));
        let mut pieces = Vec::new();
        self.write(chapter, document, |mut writer| {
            for piece in &part.content {
                let (kind, begins) = match piece {
                    Piece::Blocks(blocks) => {
                        writer.blocks(blocks);
                        self.text_entries(work, blocks, (writer.form, &here), &mut entry.children);
                        ("text", true)
                    }
                    Piece::Preamble { paragraphs, begins } => {
                        paragraphs.iter().for_each(|paragraph| writer.preambular(paragraph));
                        if *begins {
                            entry.children.push(ContentsEntry::new(here("preamble"), labels.get("preamble")));
                        }
                        ("preamble", *begins)
                    }
                    Piece::Operative { paragraphs, begins } => {
                        paragraphs.iter().for_each(|paragraph| writer.operative(paragraph));
                        let listed = match self.lists {
                            ParagraphList::InContents => self.paragraph_entries(work, paragraphs),
                            ParagraphList::InOpening => Vec::new(),
                        };
                        if *begins {
                            let mut new = ContentsEntry::new(here("operative"), labels.get("operative"));
                            new.children = listed;
                            entry.children.push(new);
                        } else {
                            entry.children.extend(listed);
                        }
                        ("operative", *begins)
                    }
                };
                pieces.push(view::Piece { kind, begins, text: writer.taken() });
            }
        });
        let adoption = adoption(document, labels).filter(|_| part.is_last());
        if adoption.is_some() {
            entry.children.push(ContentsEntry::new(here("adoption"), labels.get("adoption")));
        }
        let recordings = match part.is_last() {
            true => self.recordings(chapter, work),
            false => Vec::new(),
        };
        if !recordings.is_empty() {
            entry.children.push(ContentsEntry::new(here("recordings"), labels.get("recordings")));
        }
        let credits = match part.is_last() {
            true => credits(self.renderer, document, labels),
            false => Vec::new(),
        };
        let doc = BookOfficialDocument { heading, pieces, adoption, recordings, credits };
        self.render(chapter, ("book/official.xhtml", "official"), entry, |page| BookOfficial { page, doc })
    }

    /// The recordings of an event: a book has their words.
    fn recordings(&self, chapter: &Chapter<'_>, work: &Work) -> Vec<view::Recording> {
        let page = self.renderer.library.address(&work.official);
        let document =
            BookDocument { file: &chapter.file, page: &page, places: self.places, base_url: self.base_url };
        recordings(self.renderer, work, None, Some(Form::Book(&document)))
    }

    fn notes(&self, chapter: &Chapter<'_>, notes: &[Note]) -> Result<Option<Xhtml>, Finding> {
        let notes = self.write(chapter, &chapter.work.official, |mut writer| {
            writer.notes(notes);
            writer.taken()
        });
        let doc = BookNotesDocument { notes };
        let entry = ContentsEntry::new(&chapter.file, self.labels(chapter.work).get("notes"));
        self.render(chapter, ("book/notes.xhtml", "notes"), entry, |page| BookNotes { page, doc })
    }

    fn easy_read(
        &mut self,
        chapter: &Chapter<'_>,
        easy: &Document,
        part: &ChapterPart<Range<usize>>,
    ) -> Result<Option<Xhtml>, Finding> {
        let work = chapter.work;
        let labels = self.labels(work);
        let standing = ReviewStatus::of(self.renderer.library, work);
        let (sections, used) = self.write(chapter, easy, |writer| {
            let mut setter = Setter::new(self.renderer, work, writer, &standing.stale);
            (setter.sections(part.content.clone()), setter.into_used())
        });
        // A new version begins with its first part: the words of the version before are reported.
        if part.number == 1 {
            self.used.clear();
        }
        self.used.extend(used);
        let heading = heading(&easy_title(easy, labels), part, labels);
        let mut entry = ContentsEntry::new(&chapter.file, &heading);
        for Labelled { section, label } in &sections {
            if let Some(label) = label {
                let new =
                    ContentsEntry::of_heading(format!("{}#{}", chapter.file, section.id), label.clone());
                match entry.children.last_mut() {
                    Some(last) if section.level > 2 => last.children.push(new),
                    _ => entry.children.push(new),
                }
            }
        }
        let doc = BookEasyReadDocument {
            heading,
            begins: part.number == 1,
            about: easy.front.about.clone(),
            not_official: not_official(work, labels),
            event_standing: standing_of_event(self.renderer.library, labels, work),
            explains: explained(work, labels, "explains"),
            extra: easy.front.extra.clone(),
            sections: sections.into_iter().map(|labelled| labelled.section).collect(),
            colophon: colophon(self.renderer, work, easy, &standing),
        };
        self.render(chapter, ("book/easy-read.xhtml", "easy-read"), entry, |page| BookEasyRead { page, doc })
    }

    fn words(&self, chapter: &Chapter<'_>) -> Result<Option<Xhtml>, Finding> {
        if self.used.is_empty() {
            return Ok(None);
        }
        let lang = &chapter.work.lang;
        let entry = ContentsEntry::new(&chapter.file, self.labels(chapter.work).get("words-explained"));
        let doc = BookWordsDocument { words: used_words(self.renderer, lang, self.used.clone()) };
        self.render(chapter, ("book/words.xhtml", "easy-read"), entry, |page| BookWords { page, doc })
    }

    fn colophon(&self, chapter: &Chapter<'_>, easy: &Document) -> Result<Option<Xhtml>, Finding> {
        let work = chapter.work;
        let labels = self.labels(work);
        let official = self.renderer.library.address(&work.official);
        let doc = BookAboutDocument {
            official: self.write(chapter, easy, |writer| writer.href(&official, None)),
            official_title: full_title(&work.official),
            official_words: explained(work, labels, "official-text"),
            official_link: explained(work, labels, "not-official-link"),
            not_official: not_official(work, labels),
            contact: self.renderer.library.config.contact(&work.lang).map(str::to_owned),
            colophon: colophon(self.renderer, work, easy, &ReviewStatus::of(self.renderer.library, work)),
        };
        let entry = ContentsEntry::new(&chapter.file, self.labels(work).get("about-this"));
        self.render(chapter, ("book/about.xhtml", "easy-read"), entry, |page| BookAbout { page, doc })
    }
}

/// The heading of a part: its number stands there when there are several.
fn heading<T>(title: &str, part: &ChapterPart<T>, labels: &Labels) -> String {
    if part.of == 1 {
        return title.to_owned();
    }
    let arguments = [("title", title.into()), ("number", part.number.into())];
    labels.format("part-of-text", &arguments).unwrap_or_default()
}
