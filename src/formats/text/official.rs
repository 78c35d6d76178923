//! The plain text of an official text, with its summary and its facts.

use super::lines::in_one_line;
use super::{Text, Writer};
use crate::document::{Body, Paragraph};
use crate::library::Work;
use crate::render::Renderer;
use crate::render::authority::authority;
use crate::render::credits::credits;
use crate::render::easy_read::explained;
use crate::render::event::standing;
use crate::render::facts::facts;
use crate::render::official::{adoption, full_title};

/// Writes it.
pub fn write(renderer: &Renderer<'_>, work: &Work) -> Text {
    let document = &*work.official;
    let mut writer = Writer::new(renderer, document);
    let labels = writer.labels;
    writer.lines.heading(1, &full_title(document));
    document.front.subtitle.iter().for_each(|words| writer.lines.paragraph(&in_one_line(words)));
    standing(renderer.library, labels, work).iter().for_each(|words| writer.lines.paragraph(words));
    if let Some(words) = authority(renderer, work, ("text-unofficial-of", "text-unofficial")) {
        writer.lines.paragraph(&in_one_line(&words));
    }
    writer.event(work);
    let summary = document.front.summary.trim();
    if !summary.is_empty() {
        writer.label_heading("summary");
        writer.lines.paragraph(summary);
        writer.lines.paragraph(&explained(work, labels, "summary-note"));
    }
    let facts = facts(renderer, document);
    if !facts.is_empty() {
        writer.label_heading("facts");
        for fact in &facts {
            let mut words = fact.words.clone();
            if let Some(href) = &fact.href {
                writer.address(&fact.words, href, &mut words);
            }
            writer.fact(&fact.term, &words);
        }
    }
    match &document.body {
        Body::Flow(blocks) => writer.blocks(blocks),
        Body::Resolution(resolution) => {
            writer.blocks(&resolution.before);
            writer.part("preamble", &resolution.preamble);
            writer.part("operative", &resolution.operative);
            writer.blocks(&resolution.after);
        }
        Body::EasyRead(_) => {}
    }
    if let Some(adoption) = adoption(document, labels) {
        writer.label_heading("adoption");
        adoption.date.iter().chain(&adoption.meeting).for_each(|words| writer.lines.paragraph(words));
        adoption.statement.iter().for_each(|words| writer.lines.paragraph(words));
        for list in &adoption.lists {
            writer.lines.heading(3, &format!("{} {}", list.heading, list.count));
            list.states.iter().for_each(|state| writer.lines.line(&format!("- {state}")));
            writer.lines.gap();
        }
    }
    writer.recordings(work);
    writer.notes(document);
    writer.lines.gap();
    credits(renderer, document, labels).iter().for_each(|credit| writer.lines.line(credit));
    writer.finish(&renderer.library.address(document))
}

impl Writer<'_> {
    /// Writes one of the two parts of a resolution.
    fn part(&mut self, label: &str, paragraphs: &[Paragraph]) {
        if !paragraphs.is_empty() {
            self.label_heading(label);
            paragraphs.iter().for_each(|paragraph| self.numbered(paragraph));
        }
    }
}
