//! The page of an easy-read version: one idea a row, the picture beside the words.

mod parts;
mod text;

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::frame::FrameParts;
use super::official::{full_title, heading, short_title, translations};
use super::words;
use super::{Page, Renderer, event, former};
use crate::address::{Address, PageKind};
use crate::coverage;
use crate::document::{Document, outline};
use crate::finding::Finding;
use crate::lang::Lang;
use crate::languages::Labels;
use crate::library::Work;
use crate::view::{self, Heading, Word};

pub use parts::{PartName, explained_parts};
pub use text::{Labelled, Setter, colophon, stale_words, status};

/// Makes the page.
pub fn page(renderer: &Renderer<'_>, work: &Work, easy: &Document) -> Result<Page, Finding> {
    let address = renderer.library.address(easy);
    let official_address = renderer.library.address(&work.official);
    let labels = renderer.labels(&work.lang);
    let official = address.link_to(&official_address);
    let title = easy_title(easy, labels);
    let mut trail = renderer.sections_around(work);
    trail.push((short_title(&work.official), official_address.clone()));
    trail.push((labels.get("easy-read").to_owned(), address.clone()));
    let (previous, next) = renderer.beside(work, &address, |work| {
        let easy = work.easy_read.as_deref()?;
        Some((easy.front.title.clone(), renderer.library.address(easy)))
    });
    let page = renderer.frame(FrameParts {
        kind: "easy-read",
        lang: &work.lang,
        address: &address,
        title: title.clone(),
        description: easy.front.about.clone(),
        alternates: vec![renderer.alternate(
            &address,
            &official_address,
            work.lang.to_string(),
            &explained(work, labels, "official-text"),
        )],
        translations: translations(renderer, &work.slug, PageKind::EasyRead),
        trail,
        work: Some(work),
    });
    let standing = renderer.standing(work);
    let mut setter = Setter::new(renderer, work, renderer.writer(easy, &address), &standing.stale);
    let sections = setter.sections(0..coverage::sections(easy).len());
    let doc = view::EasyReadDocument {
        title: easy.front.title.clone(),
        official_title: full_title(&work.official),
        about: easy.front.about.clone(),
        contents: contents(&sections),
        words: used_words(renderer, &work.lang, setter.into_used()),
        downloads: renderer.downloads.on(&address, labels),
        previous,
        next,
        former: former::places(renderer, easy, &address),
        extra: easy.front.extra.clone(),
        colophon: colophon(renderer, work, easy, &standing),
        official,
        official_words: explained(work, labels, "official-text"),
        official_link: explained(work, labels, "not-official-link"),
        not_official: not_official(work, labels),
        event_standing: event::standing(renderer.library, labels, work),
        explains: explained(work, labels, "explains"),
        sections: sections.into_iter().map(|labelled| labelled.section).collect(),
    };
    let html = renderer.templates.render("easy-read.html", &work.lang, &view::EasyRead { page, doc })?;
    Ok(Page { address, html })
}

/// The sentence that a version is not the official text, where its text is called so.
pub fn not_official(work: &Work, labels: &Labels) -> Option<String> {
    work.is_called_official().then(|| labels.get("not-official").to_owned())
}

/// The sentence that there is no easy-read version.
pub fn missing(work: &Work, labels: &Labels) -> String {
    let label = if work.kind().takes_place() { "easy-read-missing-of-event" } else { "easy-read-missing" };
    labels.get(label).to_owned()
}

/// A label that speaks of the text that a version explains, in the words for one that is called official or for another.
pub fn explained(work: &Work, labels: &Labels, label: &str) -> String {
    labels.get(&explained_label(work, label)).to_owned()
}

/// The name of such a label.
pub fn explained_label<'n>(work: &Work, label: &'n str) -> Cow<'n, str> {
    if work.is_called_official() { label.into() } else { [label, "-of-page"].concat().into() }
}

/// The headings, those of lower levels under the one before.
fn contents(sections: &[Labelled]) -> Vec<Heading> {
    let mut entries: Vec<Heading> = Vec::new();
    for Labelled { section, label } in sections {
        let Some(label) = label else { continue };
        let line = heading(&section.id, &label.html);
        outline::add_line(&mut entries, section.level, line, |last| &mut last.children);
    }
    entries
}

/// The title with its suffix: 公共服务要保护人的权利（易读版）.
pub fn easy_title(easy: &Document, labels: &Labels) -> String {
    labels.format("easy-read-title", &[("title", easy.front.title.as_str().into())]).unwrap_or_default()
}

/// The words of these numbers with their meanings.
pub fn used_words(renderer: &Renderer<'_>, lang: &Lang, used: BTreeSet<usize>) -> Vec<Word> {
    let glossary = renderer.library.glossary(lang);
    glossary.map_or_else(Vec::new, |glossary| words::words(glossary, used, renderer.labels(lang)))
}

/// The address of an easy-read version as seen from another page.
pub fn href(renderer: &Renderer<'_>, from: &Address, work: &Work) -> Option<String> {
    let easy = work.easy_read.as_ref()?;
    Some(from.link_to(&renderer.library.address(easy)))
}
