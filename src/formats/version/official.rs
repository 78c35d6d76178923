//! What a file of an official text says, with its summary and its facts.

use super::{Output, Said, in_one_line};
use crate::document::{Body, Paragraph};
use crate::library::Work;
use crate::render::authority::authority;
use crate::render::credits::credits;
use crate::render::easy_read::explained;
use crate::render::event::standing;
use crate::render::facts::facts;
use crate::render::official::{adoption, full_title};

/// Writes it.
pub fn write<'a, O: Output<'a>>(out: &mut O, work: &'a Work) {
    let (document, renderer, labels) = (&*work.official, out.renderer(), out.labels());
    out.title(&full_title(document));
    document.front.subtitle.iter().for_each(|words| out.subtitle(words));
    standing(renderer.library, labels, work).iter().for_each(|words| out.paragraph(words));
    authority(renderer, work, O::UNOFFICIAL).iter().for_each(|words| out.paragraph(&in_one_line(words)));
    super::event::write(out, work);
    let summary = document.front.summary.trim();
    if !summary.is_empty() {
        out.label_heading("summary");
        out.paragraph(summary);
        out.paragraph(&explained(work, labels, "summary-note"));
    }
    let facts = facts(renderer, document);
    if !facts.is_empty() {
        out.label_heading("facts");
        for fact in &facts {
            let term = Said { lang: fact.term_lang.as_deref(), ..Said::from(&fact.term) };
            let value = Said { words: &fact.words, href: fact.href.as_deref(), lang: fact.lang.as_deref() };
            out.fact(term, &[value]);
        }
        out.end_lines();
    }
    match &document.body {
        Body::Flow(blocks) => out.blocks(blocks),
        Body::Resolution(resolution) => {
            out.blocks(&resolution.before);
            part(out, "preamble", &resolution.preamble);
            part(out, "operative", &resolution.operative);
            out.blocks(&resolution.after);
        }
        Body::EasyRead(_) => {}
    }
    if let Some(adoption) = adoption(document, labels) {
        out.label_heading("adoption");
        adoption.date.iter().chain(&adoption.meeting).for_each(|words| out.paragraph(words));
        adoption.statement.iter().for_each(|words| out.paragraph(words));
        for list in &adoption.lists {
            out.heading(3, &format!("{} {}", list.heading, list.count), "");
            list.states.iter().for_each(|state| out.item(state));
            out.end_lines();
        }
    }
    super::event::recordings_of(out, work);
    out.notes();
    out.end_lines();
    credits(renderer, document, labels).iter().for_each(|credit| out.line(credit));
    out.page(&renderer.library.address(document));
}

/// Writes one of the two parts of a resolution.
fn part<'a>(out: &mut impl Output<'a>, label: &str, paragraphs: &'a [Paragraph]) {
    if !paragraphs.is_empty() {
        out.label_heading(label);
        paragraphs.iter().for_each(|paragraph| out.numbered(paragraph));
    }
}
