//! The plain text of an easy-read version: one sentence a line, words explained where they are used first.

use std::collections::BTreeSet;

use super::lines::Lines;
use super::{Text, Writer};
use crate::coverage;
use crate::document::{Block, BlockKind, Content, Document, Idea, InlineKind, Section, numbers};
use crate::glossary::Glossary;
use crate::library::Work;
use crate::render::Renderer;
use crate::render::easy_read::{
    PartName, colophon, easy_title, explained, explained_parts, not_official, stale_words, used_words,
};
use crate::render::event::standing as standing_of_event;
use crate::render::official::full_title;
use crate::render::words::words;
use crate::review::ReviewStatus;

/// Writes it.
pub fn write(renderer: &Renderer<'_>, work: &Work, easy: &Document) -> Text {
    let standing = ReviewStatus::of(renderer.library, work);
    let colophon = colophon(renderer, work, easy, &standing);
    let mut writer = Writer::new(renderer, easy);
    let labels = writer.labels;
    let not_official = not_official(work, labels);
    writer.lines.heading(1, &easy_title(easy, labels));
    writer.lines.paragraph(&easy.front.about);
    standing_of_event(renderer.library, labels, work).iter().for_each(|words| writer.lines.line(words));
    not_official.iter().for_each(|words| writer.lines.line(words));
    writer.lines.line(&colophon.status.words);
    let mut used = BTreeSet::new();
    for (number, section) in coverage::sections(easy).iter().enumerate() {
        let stale = standing.stale.get(&number).and_then(|stale| stale_words(work, stale, labels));
        writer.section(section, stale, &mut used);
        let parts: Vec<String> = explained_parts(work, easy, number, section, labels)
            .into_iter()
            .map(|part| match part.name {
                PartName::Words(name) => name,
                PartName::Heading(heading) => work.official.said(heading),
            })
            .collect();
        if !parts.is_empty() {
            let explains = writer.before_colon(&explained(work, labels, "explains"));
            let line = explains + &parts.join(labels.get("list-separator"));
            writer.lines.paragraph(&line);
        }
    }
    if let Some(contact) = renderer.library.config.contact(&work.lang) {
        let mut asked = labels.get("not-understood").to_owned() + labels.get("sentence-separator");
        asked.push_str(&writer.before_colon(labels.get("not-understood-link")));
        writer.address("", contact, &mut asked);
        writer.lines.paragraph(&asked);
    }
    let words = used_words(renderer, &work.lang, used);
    if !words.is_empty() {
        writer.label_heading("words-explained");
        for word in &words {
            let term = match &word.pinyin {
                Some(pinyin) => format!("{} ({pinyin})", word.term),
                None => word.term.clone(),
            };
            writer.fact(&term, &word.meaning);
            word.official.iter().for_each(|forms| writer.lines.line(forms));
            writer.lines.gap();
        }
    }
    writer.label_heading("about-this");
    let title = full_title(&work.official);
    let mut official = writer.before_colon(&explained(work, labels, "not-official-link")) + &title;
    if let Some(url) = writer.on_the_web(&renderer.library.address(&work.official), None) {
        writer.address(&title, &url, &mut official);
    }
    writer.lines.line(&official);
    writer.lines.line(&colophon.status.words);
    colophon.symbol.iter().for_each(|symbol| writer.fact(labels.get("symbol"), symbol));
    let said = |label, name, value: &Option<String>| {
        value.as_ref().and_then(|value| labels.format(label, &[(name, value.as_str().into())]))
    };
    let lines = [
        said("read-by", "name", &colophon.read_by),
        said("made-by", "name", &colophon.made_by),
        said("written-by-rules", "rules", &colophon.rules),
    ];
    lines.iter().flatten().for_each(|line| writer.lines.line(line));
    colophon.date.iter().for_each(|date| writer.fact(labels.get("date"), date));
    colophon.credits.iter().for_each(|credit| writer.lines.line(credit));
    writer.lines.gap();
    writer.finish(&renderer.library.address(easy))
}

/// The words of the text that are in the word list.
struct Explained<'g> {
    glossary: Option<&'g Glossary>,
    /// Those that were explained already, each at its first use.
    already: &'g mut BTreeSet<usize>,
    /// Those of the idea.
    boxes: Vec<usize>,
}

impl Writer<'_> {
    fn section(&mut self, section: &Section, stale: Option<String>, used: &mut BTreeSet<usize>) {
        if let Some(Block { kind: BlockKind::Heading { content, .. }, .. }) = &section.heading {
            let words = self.words_in_line(content);
            self.lines.heading(section.level.max(2), &words);
        }
        stale.iter().for_each(|words| self.lines.paragraph(words));
        let glossary = self.renderer.library.glossary(&self.document.lang);
        let mut explained = Explained { glossary, already: used, boxes: Vec::new() };
        section.ideas.iter().for_each(|idea| self.idea(idea, &mut explained));
    }

    fn idea(&mut self, idea: &Idea, explained: &mut Explained<'_>) {
        explained.boxes.clear();
        if let Some(picture) = &idea.picture {
            let words = self.words(picture);
            self.lines.paragraph(&words);
        }
        idea.blocks.iter().for_each(|block| self.easy_block(block, explained));
        let Some(glossary) = explained.glossary else { return };
        for word in words(glossary, explained.boxes.iter().copied(), self.labels) {
            self.fact(&word.term, &word.meaning);
        }
        self.lines.gap();
    }

    fn easy_block(&mut self, block: &Block, explained: &mut Explained<'_>) {
        match &block.kind {
            BlockKind::Paragraph(content) => {
                let words = self.sentences(content, explained);
                self.lines.paragraph(&words);
            }
            BlockKind::List { ordered, items } => {
                self.lines.begin_tight();
                for (item, number) in items.iter().zip(numbers(items)) {
                    let mark = self.item_mark(ordered.then_some(number), item);
                    let written = Lines::item(&mut self.lines, &mark);
                    item.blocks.iter().for_each(|block| self.easy_block(block, explained));
                    self.lines.end_item(written);
                }
                self.lines.end_tight();
            }
            _ => self.block(block),
        }
    }

    /// The words of a paragraph, each line of the source in a line: one sentence each.
    fn sentences(&mut self, content: &Content, explained: &mut Explained<'_>) -> String {
        let mut out = String::new();
        for inline in content {
            match &inline.kind {
                InlineKind::SoftBreak { .. } => out.push('\n'),
                InlineKind::Text(words) => {
                    let words = self.document.text(words);
                    out.push_str(words);
                    for found in explained.glossary.iter().flat_map(|glossary| glossary.uses(words)) {
                        if explained.already.insert(found.term) {
                            explained.boxes.push(found.term);
                        }
                    }
                }
                _ => self.inline(&inline, &mut out),
            }
        }
        out
    }
}
