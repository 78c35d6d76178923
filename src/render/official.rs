//! The page of an official text.

use std::fmt::Write as _;

use serde::Serialize;

use super::frame::{Alternate, Frame, FrameParts};
use super::html::{attribute, text};
use super::{Page, Renderer};
use crate::address::{Address, PageKind};
use crate::coverage::{self, Coverage, Handling};
use crate::document::{BlockKind, Body, Document, Paragraph, Part, Resolution};
use crate::finding::Finding;
use crate::front_matter::VoteList;
use crate::lang::Lang;
use crate::languages::Labels;
use crate::library::Work;

#[derive(Serialize)]
struct Context {
    page: Frame,
    doc: OfficialPage,
}

/// What the template `official.html` reads as `doc`.
#[derive(Debug, Serialize)]
struct OfficialPage {
    /// The title with its number, `52/8. 通过透明……`.
    title: String,
    symbol: Option<String>,
    symbol_href: Option<String>,
    kind: String,
    summary: String,
    facts: Vec<Fact>,
    contents: Vec<Entry>,
    easy_read: Option<String>,
    easy_read_lang: String,
    /// Blocks of a document that is not a resolution, or before the opening words of one.
    body: String,
    preamble: String,
    operative: String,
    after: String,
    adoption: Option<Adoption>,
    notes: String,
}

#[derive(Debug, Serialize)]
struct Fact {
    term: String,
    words: String,
    /// For a date, its ISO form.
    datetime: Option<String>,
    /// Where the words lead.
    href: Option<String>,
    /// The language of the words when it is not the page's.
    lang: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct Entry {
    href: String,
    words: String,
    children: Vec<Entry>,
}

#[derive(Debug, Serialize)]
struct Adoption {
    date: Option<String>,
    datetime: Option<String>,
    meeting: Option<String>,
    statement: Option<String>,
    lists: Vec<Votes>,
}

#[derive(Debug, Serialize)]
struct Votes {
    heading: String,
    count: String,
    states: Vec<String>,
}

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
    renderer
        .languages
        .iter()
        .filter(|lang| {
            let work = library.work(slug, lang);
            work.is_some_and(|work| kind == PageKind::Official || work.easy_read.is_some())
        })
        .map(|lang| (lang.clone(), library.address_of(slug, lang, kind)))
        .collect()
}

/// Makes the page.
pub fn page(renderer: &Renderer<'_>, work: &Work) -> Result<Page, Finding> {
    let document = &work.official;
    let address = renderer.library.address(document);
    let labels = renderer.labels(&work.lang);
    let coverage = renderer.coverage(work);
    let easy = work.easy_read.as_ref().map(|easy| (easy, renderer.library.address(easy)));
    let easy_href = easy.as_ref().map(|(_, easy)| address.link_to(easy));
    let simple = work.lang.simple().to_string();
    let alternates = easy_href.iter().map(|href| Alternate {
        href: href.clone(),
        hreflang: simple.clone(),
        title: labels.get("easy-read").to_owned(),
    });
    let page = renderer.frame(FrameParts {
        kind: "official",
        lang: &work.lang,
        address: &address,
        title: full_title(document),
        description: document.front.summary.clone(),
        alternates: alternates.collect(),
        translations: translations(renderer, &work.slug, PageKind::Official),
        trail: vec![(short_title(document), address.clone())],
    });
    let mut doc = OfficialPage {
        title: full_title(document),
        symbol: document.front.symbol.clone(),
        symbol_href: symbol_href(renderer, document),
        kind: format!("{:?}", document.front.kind).to_lowercase(),
        summary: document.front.summary.trim().to_owned(),
        facts: facts(renderer, document),
        contents: contents(document, labels),
        easy_read: easy_href,
        easy_read_lang: simple,
        body: String::new(),
        preamble: String::new(),
        operative: String::new(),
        after: String::new(),
        adoption: adoption(document, labels),
        notes: String::new(),
    };
    let beside = Beside { address: &address, labels, coverage: &coverage, easy };
    let mut writer = renderer.writer(document, &address);
    match &document.body {
        Body::Flow(blocks) => {
            for block in blocks {
                writer.block(block);
                if let (BlockKind::Heading { level: 0..=2, .. }, Some(id)) = (&block.kind, &block.id) {
                    beside.explained(id, &mut writer.out);
                }
            }
            doc.body = writer.take();
        }
        Body::Resolution(resolution) => {
            writer.blocks(&resolution.before);
            doc.body = writer.take();
            for paragraph in &resolution.preamble {
                beside.preambular(paragraph, &mut writer);
            }
            doc.preamble = writer.take();
            for paragraph in &resolution.operative {
                beside.operative(paragraph, &mut writer);
            }
            doc.operative = writer.take();
            writer.blocks(&resolution.after);
            doc.after = writer.take();
        }
        Body::EasyRead(_) => {}
    }
    writer.notes(&document.notes);
    doc.notes = writer.take();
    let html = renderer.templates.render("official.html", &work.lang, &Context { page, doc })?;
    Ok(Page { address, html })
}

/// What stands beside each paragraph: its link, and where it is explained.
struct Beside<'a> {
    address: &'a Address,
    labels: &'a Labels,
    coverage: &'a Coverage,
    easy: Option<(&'a Document, Address)>,
}

impl Beside<'_> {
    fn preambular(&self, paragraph: &Paragraph, writer: &mut super::html::Writer<'_>) {
        let _ = write!(writer.out, "<div class=\"paragraph\" id=\"{}\"", paragraph.id);
        writer.source_attribute(paragraph.span);
        writer.out.push_str(">\n");
        writer.blocks(&paragraph.blocks);
        self.margin(paragraph, &mut writer.out);
        writer.out.push_str("</div>\n");
    }

    fn operative(&self, paragraph: &Paragraph, writer: &mut super::html::Writer<'_>) {
        let _ = write!(writer.out, "<li class=\"paragraph\" id=\"{}\"", paragraph.id);
        writer.source_attribute(paragraph.span);
        writer.out.push_str(">\n");
        // The number stands in the text, so that it is copied, heard and shown with it.
        let label = paragraph.label.as_ref().map_or("", |label| writer.document.text(label)).to_owned();
        match paragraph.blocks.split_first() {
            Some((first, rest)) if matches!(first.kind, BlockKind::Paragraph(_)) => {
                writer.out.push_str("<p><span class=\"number\">");
                text(&label, &mut writer.out);
                writer.out.push_str("</span> ");
                if let BlockKind::Paragraph(content) = &first.kind {
                    writer.inlines(content);
                }
                writer.out.push_str("</p>\n");
                writer.blocks(rest);
            }
            _ => {
                writer.out.push_str("<p><span class=\"number\">");
                text(&label, &mut writer.out);
                writer.out.push_str("</span></p>\n");
                writer.blocks(&paragraph.blocks);
            }
        }
        self.margin(paragraph, &mut writer.out);
        if !paragraph.children.is_empty() {
            writer.out.push_str("<ol class=\"sub plain\">\n");
            paragraph.children.iter().for_each(|child| self.operative(child, writer));
            writer.out.push_str("</ol>\n");
        }
        writer.blocks(&paragraph.closing);
        writer.out.push_str("</li>\n");
    }

    fn margin(&self, paragraph: &Paragraph, out: &mut String) {
        out.push_str("<div class=\"beside\">");
        let name = paragraph_name(paragraph, self.labels);
        let _ = write!(out, "<a class=\"permalink\" href=\"#{}\">", paragraph.id);
        text(&name, out);
        out.push_str("</a>");
        self.explained_links(&paragraph.id.to_string(), out);
        out.push_str("</div>\n");
    }

    /// A line of its own that says where a heading's part is explained.
    fn explained(&self, id: &str, out: &mut String) {
        let mut links = String::new();
        self.explained_links(id, &mut links);
        if !links.is_empty() {
            let _ = writeln!(out, "<div class=\"beside\">{links}</div>");
        }
    }

    fn explained_links(&self, id: &str, out: &mut String) {
        let Some((easy, easy_address)) = &self.easy else { return };
        let href = self.address.link_to(easy_address);
        for &index in self.coverage.sections(id) {
            let Some(heading) =
                coverage::sections(easy).get(index).and_then(|section| section.heading.as_ref())
            else {
                continue;
            };
            let BlockKind::Heading { content, .. } = &heading.kind else { continue };
            let title = easy.plain(content);
            out.push_str(" <a class=\"explained\" href=\"");
            attribute(&href, out);
            let _ = write!(
                out,
                "#{}\" hreflang=\"{}\">",
                heading.id.as_deref().unwrap_or_default(),
                easy.lang.simple()
            );
            text(
                &self.labels.format("explained-in", &[("title", title.as_str().into())]).unwrap_or_default(),
                out,
            );
            out.push_str("</a>");
        }
        let left_out = self.coverage.required.iter().find(|required| required.id == id).map(|r| &r.handling);
        if let Some(Handling::LeftOut(reason)) = left_out {
            out.push_str(" <span class=\"left-out\">");
            let words = self.labels.format("left-out-in-easy-read", &[("reason", reason.as_str().into())]);
            text(&words.unwrap_or_default(), out);
            out.push_str("</span>");
        }
    }
}

/// How a paragraph is called: 第 17(a) 段.
pub fn paragraph_name(paragraph: &Paragraph, labels: &Labels) -> String {
    let id = &paragraph.id;
    if id.part == Part::Preamble && id.number == 0 {
        return labels.get("opening-words").to_owned();
    }
    let letters: String = id.letters.iter().map(|letter| format!("({letter})")).collect();
    let number = format!("{}{letters}", id.number);
    let label = match id.part {
        Part::Preamble => "preambular-paragraph",
        Part::Operative => "operative-paragraph",
    };
    labels.format(label, &[("number", number.as_str().into())]).unwrap_or_default()
}

/// Where the official document itself is found.
fn symbol_href(renderer: &Renderer<'_>, document: &Document) -> Option<String> {
    let pattern = renderer.library.config.site.symbol_url.as_deref()?;
    let symbol = document.front.symbol.as_deref()?;
    let mut encoded = String::new();
    for (index, part) in symbol.split('/').enumerate() {
        if index > 0 {
            encoded.push('/');
        }
        crate::address::encode(part, &mut encoded);
    }
    Some(pattern.replace("{lang}", document.lang.primary()).replace("{symbol}", &encoded))
}

fn facts(renderer: &Renderer<'_>, document: &Document) -> Vec<Fact> {
    let front = &document.front;
    let labels = renderer.labels(&document.lang);
    let mut facts = Vec::new();
    let mut add = |term: &str, words: Option<String>| -> Option<usize> {
        let words = words.filter(|words| !words.trim().is_empty())?;
        let term = labels.get(term).to_owned();
        facts.push(Fact { term, words, datetime: None, href: None, lang: None });
        Some(facts.len() - 1)
    };
    let symbol = add("symbol", front.symbol.clone());
    add("body", front.body.clone());
    add("session", front.session.as_ref().map(|session| session.name.clone()));
    add("session-dates", front.session.as_ref().and_then(|session| session.dates.clone()));
    add(
        "agenda-item",
        front.agenda_item.as_ref().map(|item| match &item.title {
            Some(title) => format!("{}{}{title}", item.number, labels.get("colon")),
            None => item.number.clone(),
        }),
    );
    let resolution = matches!(document.body, Body::Resolution(_));
    let date =
        add(if resolution { "adopted-on" } else { "date" }, front.date.map(|date| long_date(date, labels)));
    add("meeting", front.meeting.clone());
    add("decision", front.vote.as_ref().map(|vote| vote.statement.clone()));
    let mut english = Vec::new();
    if let Some(distribution) = &front.distribution {
        english.extend(add("distribution", distribution.kind.clone()));
        english.extend(add("distribution-date", distribution.date.clone()));
        english.extend(add("distribution-language", distribution.language.clone()));
        english.extend(add("distribution-original", distribution.original.clone()));
    }
    if let Some(at) = symbol {
        facts[at].href = symbol_href(renderer, document);
    }
    if let Some(at) = date {
        facts[at].datetime = front.date.map(|date| date.to_string());
    }
    // The distribution block is printed in English in every language version.
    for at in english {
        if facts[at].words.is_ascii() && document.lang.primary() != "en" {
            facts[at].lang = Some("en");
        }
    }
    facts
}

/// A date in the words of the language.
pub fn long_date(date: jiff::civil::Date, labels: &Labels) -> String {
    let month = labels.get(MONTHS[usize::try_from(date.month() - 1).unwrap_or(0).min(11)]).to_owned();
    let arguments = [
        ("year", date.year().to_string().as_str().into()),
        ("month", month.as_str().into()),
        ("day", date.day().to_string().as_str().into()),
    ];
    labels.format("long-date", &arguments).unwrap_or_else(|| date.to_string())
}

const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9",
    "month-10", "month-11", "month-12",
];

fn contents(document: &Document, labels: &Labels) -> Vec<Entry> {
    let entry = |id: &str, words: String| Entry { href: format!("#{id}"), words, children: Vec::new() };
    let mut entries = Vec::new();
    match &document.body {
        Body::Resolution(resolution) => resolution_contents(resolution, labels, &mut entries),
        Body::Flow(blocks) => {
            for block in blocks {
                let (BlockKind::Heading { level, content, .. }, Some(id)) = (&block.kind, &block.id) else {
                    continue;
                };
                let new = entry(id, document.plain(content));
                match entries.last_mut() {
                    Some(last) if *level > 2 => push_child(last, new),
                    _ => entries.push(new),
                }
            }
        }
        Body::EasyRead(_) => {}
    }
    if has_adoption(document) {
        entries.push(entry("adoption", labels.get("adoption").to_owned()));
    }
    if !document.notes.is_empty() {
        entries.push(entry("notes", labels.get("notes").to_owned()));
    }
    entries
}

fn push_child(parent: &mut Entry, child: Entry) {
    parent.children.push(child);
}

fn resolution_contents(resolution: &Resolution, labels: &Labels, entries: &mut Vec<Entry>) {
    for (id, paragraphs) in [("preamble", &resolution.preamble), ("operative", &resolution.operative)] {
        if !paragraphs.is_empty() {
            entries.push(Entry {
                href: format!("#{id}"),
                words: labels.get(id).to_owned(),
                children: Vec::new(),
            });
        }
    }
}

fn has_adoption(document: &Document) -> bool {
    let front = &document.front;
    front.closing.is_some() || front.meeting.is_some() || front.vote.is_some()
}

fn adoption(document: &Document, labels: &Labels) -> Option<Adoption> {
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
