//! The page of an official text.

use super::authority::authority;
use super::beside::Beside;
use super::credits::credits;
use super::easy_read::{self, explained};
use super::facts::facts;
use super::frame::FrameParts;
use super::html::{Label, Writer, text};
use super::{Page, Renderer, event, follow_up, former, matches};
use crate::address::{Address, PageKind};
use crate::document::{BlockKind, Body, Document, Resolution, outline};
use crate::finding::Finding;
use crate::front_matter::VoteList;
use crate::lang::Lang;
use crate::languages::Labels;
use crate::library::Work;
use crate::view::{self, Adoption, Heading, Html, OfficialDocument, Votes};

/// The title as the official text prints it, number first.
pub fn full_title(document: &Document) -> String {
    match &document.front.number {
        Some(number) => format!("{number}. {}", document.front.title),
        None => document.front.title.clone(),
    }
}

/// A short name for the trail: the number, or the title.
pub fn short_title(document: &Document) -> String {
    document.front.number.clone().unwrap_or_else(|| document.front.title.clone())
}

/// Every language's page of this folder.
pub fn translations(renderer: &Renderer<'_>, slug: &str, kind: PageKind) -> Vec<(Lang, Address)> {
    let library = renderer.library;
    library
        .works_of(slug)
        .iter()
        .filter(|work| kind == PageKind::Official || work.easy_read.is_some())
        .map(|work| (work.lang.clone(), library.address_of(slug, &work.lang, kind)))
        .collect()
}

/// Makes the page.
pub fn page(renderer: &Renderer<'_>, work: &Work) -> Result<Page, Finding> {
    let document = &work.official;
    let address = renderer.library.address(document);
    let labels = renderer.labels(&work.lang);
    let coverage = renderer.coverage(work);
    let easy = work.easy_read.as_deref().map(|easy| (easy, renderer.library.address(easy)));
    let easy_href = easy.as_ref().map(|(_, easy)| address.link_to(easy));
    let simple = work.lang.simple().to_string();
    let kind = document.front.kind;
    let mut trail = renderer.sections_around(work);
    trail.push((short_title(document), address.clone()));
    let (previous, next) = renderer.beside(work, &address, |work| renderer.page_of(work));
    let alternates = easy
        .iter()
        .map(|(_, easy)| renderer.alternate(&address, easy, simple.clone(), labels.get("easy-read")));
    let page = renderer.frame(FrameParts {
        kind: kind.layout(),
        lang: &work.lang,
        address: &address,
        title: full_title(document),
        description: description(document),
        alternates: alternates.collect(),
        translations: translations(renderer, &work.slug, PageKind::Official),
        trail,
        work: Some(work),
    });
    let mut doc = OfficialDocument {
        title: full_title(document),
        symbol: document.front.symbol.clone(),
        subtitle: document.front.subtitle.clone(),
        official_words: explained(work, labels, "official-text"),
        authority: authority(renderer, work, ("unofficial-document", "unofficial-text")),
        summary_note: explained(work, labels, "summary-note"),
        summary: document.front.summary.trim().to_owned(),
        facts: facts(renderer, document),
        event: event::event(renderer.library, labels, work, Some(&address)),
        recordings: event::recordings::recordings(renderer, work, Some(&address), None),
        related: event::related::related(renderer, &work.slug, &work.lang, &address),
        downloads: renderer.downloads.on(&address, labels),
        easy_read: easy_href,
        easy_read_missing: easy_read::missing(work, labels),
        easy_read_lang: simple,
        adoption: adoption(document, labels),
        credits: credits(renderer, document, labels),
        previous,
        next,
        former: former::places(renderer, document, &address),
        extra: document.front.extra.clone(),
        ..OfficialDocument::default()
    };
    let beside = Beside { address: &address, labels, coverage: &coverage, easy };
    let mut writer = renderer.writer(document, &address);
    writer.beside = Some(&beside);
    writer.terms = renderer.terms(&work.lang);
    doc.contents = contents(&mut writer, labels);
    with_recordings(&mut doc, labels);
    match &document.body {
        Body::Flow(blocks) => {
            if let Some(opening) = document.opening() {
                beside.explained(&opening.name.to_string(), &mut writer.out);
            }
            writer.blocks(blocks);
            doc.body = writer.taken();
        }
        Body::Resolution(resolution) => {
            writer.blocks(&resolution.before);
            doc.body = writer.taken();
            for paragraph in &resolution.preamble {
                writer.preambular(paragraph);
            }
            doc.preamble = writer.taken();
            writer.new_section();
            for paragraph in &resolution.operative {
                writer.operative(paragraph);
            }
            doc.operative = writer.taken();
            writer.blocks(&resolution.after);
            doc.after = writer.taken();
        }
        Body::EasyRead(_) => {}
    }
    writer.notes(&document.notes);
    doc.notes = writer.taken();
    doc.follow_up = follow_up::of_work(renderer, work, &address);
    doc.matches = matches::of_entry(renderer, work, &address);
    let html = renderer.templates.render(
        &[kind.layout(), ".html"].concat(),
        &work.lang,
        &view::Official { page, doc },
    )?;
    Ok(Page { address, html })
}

/// What a page is, for search results: its summary, else its first paragraph.
pub fn description(document: &Document) -> String {
    let summary = &document.front.summary;
    if !summary.trim().is_empty() {
        return summary.clone();
    }
    let mut first = None;
    document.each_block(&mut |block| {
        if let (None, BlockKind::Paragraph(content)) = (&first, &block.kind) {
            first = Some(document.said(content));
        }
    });
    first.unwrap_or_default()
}

/// A line of the contents that leads to an id, with its words as HTML.
pub fn heading(id: &str, html: &str) -> Heading {
    Heading { href: ["#", id].concat(), words: Html::new(html), children: Vec::new() }
}

/// The same for a part that a label names.
pub fn named(id: &str, label: &str, labels: &Labels) -> Heading {
    let mut words = String::new();
    text(labels.get(label), &mut words);
    heading(id, &words)
}

fn contents(writer: &mut Writer<'_>, labels: &Labels) -> Vec<Heading> {
    let document = writer.document;
    let mut entries = Vec::new();
    match &document.body {
        Body::Resolution(resolution) => resolution_contents(resolution, labels, &mut entries),
        Body::Flow(blocks) => {
            for (id, level, words) in outline::headings(&outline::parts_of_blocks(blocks)) {
                let Some(label) = Label::of(document, writer.form, words) else { continue };
                outline::add_line(&mut entries, level, heading(&id, &label.html), |last| &mut last.children);
            }
        }
        Body::EasyRead(_) => {}
    }
    if has_adoption(document) {
        entries.push(named("adoption", "adoption", labels));
    }
    if !document.notes.is_empty() {
        entries.push(named("notes", "notes", labels));
    }
    entries
}

/// Where the recordings of an event stand in its contents: first when it is over, as on its page, else behind the text.
fn with_recordings(doc: &mut OfficialDocument, labels: &Labels) {
    if !doc.recordings.is_empty() {
        let is_over = doc.event.as_ref().is_some_and(|event| event.is_over);
        let at = if is_over { 0 } else { doc.contents.len() };
        doc.contents.insert(at, named("recordings", "recordings", labels));
    }
}

fn resolution_contents(resolution: &Resolution, labels: &Labels, entries: &mut Vec<Heading>) {
    for (id, paragraphs) in [("preamble", &resolution.preamble), ("operative", &resolution.operative)] {
        if !paragraphs.is_empty() {
            entries.push(named(id, id, labels));
        }
    }
}

fn has_adoption(document: &Document) -> bool {
    let front = &document.front;
    front.closing.is_some() || front.meeting.is_some() || front.vote.is_some()
}

/// What the front matter says of the adoption.
pub fn adoption(document: &Document, labels: &Labels) -> Option<Adoption> {
    let front = &document.front;
    if !has_adoption(document) {
        return None;
    }
    let vote = front.vote.as_ref();
    let list = |votes: &Option<VoteList>| {
        votes.as_ref().map(|votes| Votes {
            heading: votes.heading.trim_end_matches(['：', ':']).to_owned(),
            count: labels.format("vote-count", &[("count", votes.states.len().into())]).unwrap_or_default(),
            states: votes.states.clone(),
        })
    };
    let lists =
        vote.into_iter().flat_map(|vote| [&vote.in_favour, &vote.against, &vote.abstaining]).filter_map(list);
    Some(Adoption {
        date: front.closing.clone(),
        datetime: front.date.map(|date| date.to_string()),
        meeting: front.meeting.clone(),
        statement: vote.map(|vote| vote.statement.clone()),
        lists: lists.collect(),
    })
}
