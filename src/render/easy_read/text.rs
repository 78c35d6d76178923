//! The words of an easy-read version as templates get them: sections, ideas, word boxes, status, credits.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::explained_label;
use super::parts::{ExplainedPart, PartName, explained_parts};
use crate::address::Address;
use crate::coverage;
use crate::document::{Block, BlockKind, Content, Document, Idea, InlineKind, Section};
use crate::glossary::Glossary;
use crate::languages::Labels;
use crate::library::Work;
use crate::render::Renderer;
use crate::render::credits::credits;
use crate::render::facts::long_date;
use crate::render::html::{Label, Writer, text, values};
use crate::render::words::{self, word_id};
use crate::review::{Changed, FEWEST_READERS, ReviewStatus, Stale, Status};
use crate::source::slice;
use crate::view::{self, Colophon, Explained, Html};

/// A section as templates get it, and its heading for contents.
#[derive(Debug)]
pub struct Labelled {
    /// The section.
    pub section: view::Section,
    /// Its heading; missing when it has none with words.
    pub label: Option<Label>,
}

/// What is said about a version itself: from its front matter, the records of readings and the list of pictures.
pub fn colophon(renderer: &Renderer<'_>, work: &Work, easy: &Document, standing: &ReviewStatus) -> Colophon {
    let labels = renderer.labels(&work.lang);
    Colophon {
        symbol: work.official.front.symbol.clone(),
        status: status(&standing.status, work, labels),
        read_by: (!standing.named.is_empty()).then(|| standing.named.join(labels.get("list-separator"))),
        made_by: easy.front.made_by.clone(),
        rules: easy.front.rules.clone(),
        date: easy.front.date.map(|date| long_date(date, labels)),
        datetime: easy.front.date.map(|date| date.to_string()),
        credits: credits(renderer, easy, labels),
    }
}

/// The status of an easy-read version, in the language of the labels.
pub fn status(status: &Status, work: &Work, labels: &Labels) -> view::Status {
    match status {
        Status::NotTested => {
            view::Status { kind: "not-tested", words: labels.get("status-not-tested").to_owned() }
        }
        Status::Read { date, readers } => {
            let date = long_date(*date, labels);
            let arguments = [
                ("date", date.as_str().into()),
                ("count", (*readers).into()),
                ("fewest", FEWEST_READERS.into()),
            ];
            view::Status {
                kind: "not-tested",
                words: labels.format("status-read", &arguments).unwrap_or_default(),
            }
        }
        Status::Tested { first, last, readers, named } => {
            let readers = if named.is_empty() {
                labels
                    .format("readers-with-intellectual-disability", &[("count", (*readers).into())])
                    .unwrap_or_default()
            } else {
                named.join(labels.get("list-separator"))
            };
            let (first, date) = (long_date(*first, labels), long_date(*last, labels));
            let arguments = [
                ("first", first.as_str().into()),
                ("date", date.as_str().into()),
                ("readers", readers.as_str().into()),
            ];
            let label = if first == date { "status-tested" } else { "status-tested-from" };
            view::Status { kind: "tested", words: labels.format(label, &arguments).unwrap_or_default() }
        }
        Status::ChangedSince { date, changed } => {
            let date = long_date(*date, labels);
            let what = what_changed(*changed, work, labels);
            let arguments = [("date", date.as_str().into()), ("changed", what.as_str().into())];
            view::Status {
                kind: "changed",
                words: labels.format("status-changed", &arguments).unwrap_or_default(),
            }
        }
    }
}

/// What changed, as a list of words.
fn what_changed(changed: Changed, work: &Work, labels: &Labels) -> String {
    let Changed { words, pictures, links, either, official, parts, event } = changed;
    let list = [
        (words, "changed-words".into()),
        (pictures, "changed-pictures".into()),
        (either, "changed-words-or-pictures".into()),
        (links, "changed-links".into()),
        (official, explained_label(work, "changed-official-text")),
        (parts, "changed-parts".into()),
        (event, "changed-event".into()),
    ];
    let list: Vec<&str> =
        list.iter().filter(|(there, _)| *there).map(|(_, label)| labels.get(label)).collect();
    list.join(labels.get("list-separator"))
}

/// Sets sections: looks up words, pictures and the official paragraphs they explain.
pub struct Setter<'a> {
    work: &'a Work,
    labels: &'a Labels,
    official: Address,
    glossary: Option<&'a Glossary>,
    stale: &'a BTreeMap<usize, Stale>,
    /// The terms it used, by their number.
    used: BTreeSet<usize>,
    writer: Writer<'a>,
}

impl<'a> Setter<'a> {
    /// A setter for a version's sections, for one page or one document of a book.
    pub fn new(
        renderer: &'a Renderer<'a>,
        work: &'a Work,
        writer: Writer<'a>,
        stale: &'a BTreeMap<usize, Stale>,
    ) -> Self {
        Self {
            work,
            labels: renderer.labels(&work.lang),
            official: renderer.library.address(&work.official),
            glossary: renderer.library.glossary(&work.lang),
            stale,
            used: BTreeSet::new(),
            writer,
        }
    }

    /// Sets the sections of these numbers.
    pub fn sections(&mut self, numbers: Range<usize>) -> Vec<Labelled> {
        let Some(sections) = coverage::sections(self.writer.document).get(numbers.clone()) else {
            return Vec::new();
        };
        numbers
            .zip(sections)
            .map(|(number, section)| {
                let stale = self.stale.get(&number);
                let stale = stale.and_then(|stale| stale_words(self.work, stale, self.labels));
                let explains = self.explains(number, section);
                let Labelled { section, label } = self.section(section);
                Labelled { section: view::Section { stale, explains, ..section }, label }
            })
            .collect()
    }

    /// The terms that were used so far, by their number.
    pub fn into_used(self) -> BTreeSet<usize> {
        self.used
    }

    fn section(&mut self, section: &Section) -> Labelled {
        let content = section.words_of_heading();
        let id = section.heading.as_ref().and_then(|heading| heading.id.as_deref());
        let heading = content.map(|content| {
            let former = id.map(|id| self.writer.former_places(id)).unwrap_or_default();
            self.writer.out.push_str(&former);
            self.writer.inlines(content);
            self.writer.taken()
        });
        let label = content.and_then(|content| Label::of(self.writer.document, self.writer.form, content));
        let source = section.heading.as_ref().map_or_else(Html::default, |heading| self.source(heading));
        // A word leads to its meaning at its first use in each section, as readers do not begin at the top. The meaning itself
        // stands beside the first use of all: again and again, it would be longer than the text.
        let mut linked = BTreeSet::new();
        let section = view::Section {
            id: id.map(|id| self.writer.own_id(id).into_owned()).unwrap_or_default(),
            heading,
            level: section.level,
            sums_up: !section.sums_up.is_empty(),
            source,
            ideas: section.ideas.iter().map(|idea| self.idea(idea, &mut linked)).collect(),
            ..view::Section::default()
        };
        Labelled { section, label }
    }

    fn source(&mut self, block: &Block) -> Html {
        self.writer.source_attribute(block.span);
        self.writer.taken()
    }

    fn explains(&self, number: usize, section: &Section) -> Vec<Explained> {
        let parts = explained_parts(self.work, self.writer.document, number, section, self.labels);
        let mut links = Vec::new();
        for ExplainedPart { place, name } in parts {
            let mut words = String::new();
            match name {
                PartName::Words(name) => text(&name, &mut words),
                // It is in the language that the official text says.
                PartName::Heading(heading) => {
                    let label = Label::of(&self.work.official, self.writer.form, heading);
                    words.extend(label.map(|label| label.html));
                }
            }
            links.push(Explained { href: self.writer.href(&self.official, place), words: Html::new(&words) });
        }
        links
    }

    fn idea(&mut self, idea: &Idea, linked: &mut BTreeSet<usize>) -> view::Idea {
        let source = idea.blocks.first().map_or_else(Html::default, |block| self.source(block));
        let picture = idea.picture.as_ref().map_or_else(Html::default, |picture| {
            self.writer.inlines(picture);
            self.writer.taken()
        });
        let mut boxes = Vec::new();
        for block in &idea.blocks {
            self.block(block, linked, &mut boxes);
        }
        let words = self.writer.taken();
        let boxes =
            self.glossary.map_or_else(Vec::new, |glossary| words::words(glossary, boxes, self.labels));
        view::Idea { picture, words, boxes, source }
    }

    fn block(&mut self, block: &Block, linked: &mut BTreeSet<usize>, boxes: &mut Vec<usize>) {
        match &block.kind {
            BlockKind::Paragraph(content) => {
                self.writer.out.push_str("<p>");
                self.lines(content, linked, boxes);
                self.writer.out.push_str("</p>\n");
            }
            BlockKind::List { ordered, items } => {
                self.writer.begin_list(block, *ordered, items);
                for (item, value) in items.iter().zip(values(*ordered, items)) {
                    self.writer.begin_item(item, value);
                    let is_paragraph = |block: &&Block| matches!(block.kind, BlockKind::Paragraph(_));
                    let is_tight = item.blocks.iter().filter(is_paragraph).count() == 1;
                    for block in &item.blocks {
                        match &block.kind {
                            BlockKind::Paragraph(content) if is_tight => self.lines(content, linked, boxes),
                            _ => self.block(block, linked, boxes),
                        }
                    }
                    self.writer.out.push_str("</li>\n");
                }
                self.writer.end_list(*ordered);
            }
            _ => self.writer.block(block),
        }
    }

    /// Each source line is a line on the page: one sentence each.
    fn lines(&mut self, content: &Content, linked: &mut BTreeSet<usize>, boxes: &mut Vec<usize>) {
        for inline in content {
            match &inline.kind {
                InlineKind::SoftBreak { .. } => self.writer.line_break(),
                InlineKind::Text(words) => {
                    let words = self.writer.document.text(words).to_owned();
                    self.words(&words, linked, boxes);
                }
                _ => self.writer.inline(&inline),
            }
        }
    }

    /// Text in which the first use of a word leads to its meaning.
    fn words(&mut self, words: &str, linked: &mut BTreeSet<usize>, boxes: &mut Vec<usize>) {
        let Some(glossary) = self.glossary else { return text(words, &mut self.writer.out) };
        let mut copied = 0;
        for found in glossary.uses(words) {
            if !linked.insert(found.term) {
                continue;
            }
            if self.used.insert(found.term) {
                boxes.push(found.term);
            }
            let href = self.writer.href_here(&word_id(found.term));
            text(slice(words, copied..found.start), &mut self.writer.out);
            self.writer.word(slice(words, found.start..found.end), Some(href));
            copied = found.end;
        }
        text(slice(words, copied..), &mut self.writer.out);
    }
}

/// That a section was not checked as it stands to the official text now.
pub fn stale_words(work: &Work, stale: &Stale, labels: &Labels) -> Option<String> {
    let date = long_date(stale.date, labels);
    let label = match stale {
        Stale { added, .. } if !added.is_empty() => "status-section-new",
        Stale { changed, .. } if !changed.is_empty() => "status-section-changed",
        _ => "status-section-less",
    };
    labels.format(&explained_label(work, label), &[("date", date.as_str().into())])
}
