//! What a file of an easy-read version says: one sentence a line, words explained where they are used first.

use std::collections::BTreeSet;

use super::{Output, Said, on_the_web};
use crate::coverage;
use crate::document::{Block, BlockKind, Document, Idea, InlineKind, Section};
use crate::glossary::Glossary;
use crate::library::Work;
use crate::render::easy_read::{
    PartName, colophon, easy_title, explained, explained_parts, not_official, stale_words, used_words,
};
use crate::render::event::standing as standing_of_event;
use crate::render::official::full_title;
use crate::render::words::words;
use crate::review::ReviewStatus;

/// Writes it.
pub fn write<'a>(out: &mut impl Output<'a>, work: &'a Work, easy: &'a Document) {
    let (renderer, labels) = (out.renderer(), out.labels());
    let standing = ReviewStatus::of(renderer.library, work);
    let colophon = colophon(renderer, work, easy, &standing);
    out.title(&easy_title(easy, labels));
    out.paragraph(&easy.front.about);
    standing_of_event(renderer.library, labels, work).iter().for_each(|words| out.line(words));
    not_official(work, labels).iter().for_each(|words| out.line(words));
    out.line(&colophon.status.words);
    let mut used = BTreeSet::new();
    for (number, section) in coverage::sections(easy).iter().enumerate() {
        let stale = standing.stale.get(&number).and_then(|stale| stale_words(work, stale, labels));
        self::section(out, easy, section, stale, &mut used);
        let parts: Vec<String> = explained_parts(work, easy, number, section, labels)
            .into_iter()
            .map(|part| match part.name {
                PartName::Words(name) => name,
                PartName::Heading(heading) => work.official.said(heading),
            })
            .collect();
        if !parts.is_empty() {
            let parts: Vec<_> = parts.iter().map(Said::from).collect();
            out.end_lines();
            out.fact((&explained(work, labels, "explains")).into(), &parts);
            out.end_lines();
        }
    }
    if let Some(contact) = renderer.library.config.contact(&work.lang) {
        let mut asked = labels.get("not-understood").to_owned() + labels.get("sentence-separator");
        asked.push_str(labels.get("not-understood-link"));
        let shown = ["mailto:", "tel:"].iter().find_map(|scheme| contact.strip_prefix(scheme));
        let value = Said { href: Some(contact), ..shown.unwrap_or(contact).into() };
        out.end_lines();
        out.fact((&asked).into(), &[value]);
        out.end_lines();
    }
    let words = used_words(renderer, &work.lang, used);
    if !words.is_empty() {
        out.heading(2, labels.get("words-explained"), "words");
        for word in &words {
            let term = match &word.pinyin {
                Some(pinyin) => format!("{} ({pinyin})", word.term),
                None => word.term.clone(),
            };
            out.fact((&term).into(), &[(&word.meaning).into()]);
            word.official.iter().for_each(|forms| out.line(forms));
            out.end_lines();
        }
    }
    out.label_heading("about-this");
    let title = full_title(&work.official);
    let url = on_the_web(renderer, &renderer.library.address(&work.official));
    let value = Said { href: url.as_deref(), ..Said::from(&title) };
    out.fact((&explained(work, labels, "not-official-link")).into(), &[value]);
    out.line(&colophon.status.words);
    colophon.symbol.iter().for_each(|symbol| out.fact(labels.get("symbol").into(), &[symbol.into()]));
    let said = |label, name, value: &Option<String>| {
        value.as_ref().and_then(|value| labels.format(label, &[(name, value.as_str().into())]))
    };
    let lines = [
        said("read-by", "name", &colophon.read_by),
        said("made-by", "name", &colophon.made_by),
        said("written-by-rules", "rules", &colophon.rules),
    ];
    lines.iter().flatten().for_each(|line| out.line(line));
    colophon.date.iter().for_each(|date| out.fact(labels.get("date").into(), &[date.into()]));
    colophon.credits.iter().for_each(|credit| out.line(credit));
    out.end_lines();
    out.page(&renderer.library.address(easy));
}

/// The words of the text that are in the word list.
struct Explained<'g> {
    glossary: &'g Glossary,
    /// Those that were explained already, each at its first use.
    already: &'g mut BTreeSet<usize>,
    /// Those of the idea.
    boxes: Vec<usize>,
}

fn section<'a>(
    out: &mut impl Output<'a>,
    easy: &'a Document,
    section: &'a Section,
    stale: Option<String>,
    used: &mut BTreeSet<usize>,
) {
    if let (Some(heading), Some(words)) = (&section.heading, section.words_of_heading()) {
        out.section(section.level.max(2), heading, words);
    }
    stale.iter().for_each(|words| out.paragraph(words));
    let glossary = out.renderer().library.glossary(&easy.lang);
    for idea in &section.ideas {
        self::idea(out, idea);
        let Some(glossary) = glossary else { continue };
        let mut explained = Explained { glossary, already: used, boxes: Vec::new() };
        idea.blocks.iter().for_each(|block| explained.find(easy, block));
        for word in words(glossary, explained.boxes, out.labels()) {
            out.fact((&word.term).into(), &[(&word.meaning).into()]);
        }
        out.end_lines();
    }
}

fn idea<'a>(out: &mut impl Output<'a>, idea: &'a Idea) {
    idea.picture.iter().for_each(|picture| out.picture(picture));
    idea.blocks.iter().for_each(|block| out.sentences(block));
}

impl Explained<'_> {
    /// Finds the words of a block.
    fn find(&mut self, easy: &Document, block: &Block) {
        match &block.kind {
            BlockKind::Paragraph(content) => {
                for inline in content {
                    let InlineKind::Text(words) = &inline.kind else { continue };
                    for found in self.glossary.uses(easy.text(words)) {
                        if self.already.insert(found.term) {
                            self.boxes.push(found.term);
                        }
                    }
                }
            }
            BlockKind::List { items, .. } => {
                items.iter().flat_map(|item| &item.blocks).for_each(|block| self.find(easy, block));
            }
            _ => {}
        }
    }
}
