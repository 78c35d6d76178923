//! The page of an easy-read version: one idea a row, the picture beside the words.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde::Serialize;

use super::beside::paragraph_name;
use super::facts::long_date;
use super::frame::{Alternate, Frame, FrameParts, Link};
use super::html::{Writer, attribute, text};
use super::official::{full_title, short_title, translations};
use super::words::{self, WordPart, word_id};
use super::{Page, Renderer};
use crate::address::{Address, PageKind};
use crate::coverage;
use crate::document::{Block, BlockKind, Body, Document, Idea, Inline, InlineKind, Section};
use crate::finding::Finding;
use crate::glossary::Glossary;
use crate::languages::Labels;
use crate::library::Work;
use crate::pictures::CONCEPT;
use crate::review::Status;

#[derive(Serialize)]
struct Context {
    page: Frame,
    doc: EasyReadPage,
}

/// What the template `easy-read.html` reads as `doc`.
#[derive(Debug, Serialize)]
struct EasyReadPage {
    title: String,
    official_title: String,
    symbol: Option<String>,
    about: String,
    official: String,
    contents: Vec<Link>,
    sections: Vec<SectionPart>,
    words: Vec<WordPart>,
    status: StatusPart,
    /// Everybody who read it and agreed to be named.
    read_by: Option<String>,
    made_by: Option<String>,
    rules: Option<String>,
    date: Option<String>,
    datetime: Option<String>,
    credits: Vec<String>,
}

#[derive(Debug, Serialize)]
struct SectionPart {
    id: String,
    heading: Option<String>,
    /// The heading's own attribute that says where it comes from, or nothing.
    source: String,
    /// Links back to the official paragraphs.
    explains: Vec<Link>,
    stale: bool,
    ideas: Vec<IdeaPart>,
}

#[derive(Debug, Serialize)]
struct IdeaPart {
    picture: String,
    words: String,
    boxes: Vec<WordPart>,
    source: String,
}

#[derive(Debug, Serialize)]
struct StatusPart {
    /// `not-tested`, `tested` or `changed`, for the theme.
    kind: &'static str,
    words: String,
}

/// Makes the page.
pub fn page(renderer: &Renderer<'_>, work: &Work, easy: &Document) -> Result<Page, Finding> {
    let address = renderer.library.address(easy);
    let official_address = renderer.library.address(&work.official);
    let labels = renderer.labels(&work.lang);
    let official = address.link_to(&official_address);
    let title = easy_title(easy, labels);
    let page = renderer.frame(FrameParts {
        kind: "easy-read",
        lang: &work.lang,
        address: &address,
        title: title.clone(),
        description: easy.front.about.clone(),
        alternates: vec![Alternate {
            href: official.clone(),
            hreflang: work.lang.to_string(),
            title: labels.get("official-text").to_owned(),
        }],
        translations: translations(renderer, &work.slug, PageKind::EasyRead),
        trail: vec![
            (short_title(&work.official), official_address),
            (labels.get("easy-read").to_owned(), address.clone()),
        ],
    });
    let standing = renderer.standing(work);
    let mut setter = Setter {
        work,
        labels,
        official: &official,
        glossary: renderer.library.glossary(&work.lang),
        used: BTreeSet::new(),
        writer: renderer.writer(easy, &address),
    };
    let sections: Vec<SectionPart> = coverage::sections(easy)
        .iter()
        .enumerate()
        .map(|(index, section)| SectionPart {
            stale: standing.stale.contains(&index),
            ..setter.section(section)
        })
        .collect();
    let doc = EasyReadPage {
        title: easy.front.title.clone(),
        official_title: full_title(&work.official),
        symbol: work.official.front.symbol.clone(),
        about: easy.front.about.clone(),
        contents: sections
            .iter()
            .filter_map(|section| {
                Some(Link {
                    href: format!("#{}", section.id),
                    words: plain_heading(section.heading.as_ref()?),
                    lang: None,
                    current: false,
                })
            })
            .collect(),
        words: setter
            .glossary
            .map_or_else(Vec::new, |glossary| words::words(glossary, setter.used.iter().copied(), labels)),
        status: status(&standing.status, labels),
        read_by: (!standing.named.is_empty()).then(|| standing.named.join(labels.get("list-separator"))),
        made_by: easy.front.made_by.clone(),
        rules: easy.front.rules.clone(),
        date: easy.front.date.map(|date| long_date(date, labels)),
        datetime: easy.front.date.map(|date| date.to_string()),
        credits: credits(renderer, easy, labels),
        official,
        sections,
    };
    let html = renderer.templates.render("easy-read.html", &work.lang, &Context { page, doc })?;
    Ok(Page { address, html })
}

/// The title with its suffix: 公共服务要保护人的权利（易读版）.
pub fn easy_title(easy: &Document, labels: &Labels) -> String {
    labels.format("easy-read-title", &[("title", easy.front.title.as_str().into())]).unwrap_or_default()
}

/// A heading's HTML without its tags, for the contents: headings hold words only.
fn plain_heading(html: &str) -> String {
    let mut words = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            _ if !inside => words.push(c),
            _ => {}
        }
    }
    words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

fn status(status: &Status, labels: &Labels) -> StatusPart {
    match status {
        Status::NotTested => {
            StatusPart { kind: "not-tested", words: labels.get("status-not-tested").to_owned() }
        }
        Status::Tested { date, readers, named } => {
            let readers = if named.is_empty() {
                labels
                    .format("readers-with-intellectual-disability", &[("count", (*readers).into())])
                    .unwrap_or_default()
            } else {
                named.join(labels.get("list-separator"))
            };
            let arguments =
                [("date", long_date(*date, labels).as_str().into()), ("readers", readers.as_str().into())];
            StatusPart {
                kind: "tested",
                words: labels.format("status-tested", &arguments).unwrap_or_default(),
            }
        }
        Status::ChangedSince { date } => {
            let arguments = [("date", long_date(*date, labels).as_str().into())];
            StatusPart {
                kind: "changed",
                words: labels.format("status-changed", &arguments).unwrap_or_default(),
            }
        }
    }
}

/// Sets sections: looks up words, pictures and the official paragraphs they explain.
struct Setter<'a> {
    work: &'a Work,
    labels: &'a Labels,
    official: &'a str,
    glossary: Option<&'a Glossary>,
    /// The terms the page uses, by their number.
    used: BTreeSet<usize>,
    writer: Writer<'a>,
}

impl Setter<'_> {
    fn section(&mut self, section: &Section) -> SectionPart {
        let heading = section.heading.as_ref().map(|heading| {
            if let BlockKind::Heading { content, .. } = &heading.kind {
                self.writer.inlines(content);
            }
            self.writer.take()
        });
        let source = section.heading.as_ref().map_or_else(String::new, |heading| self.source(heading));
        // A word is explained at its first use in each section: readers do not begin at the top.
        let mut explained = BTreeSet::new();
        SectionPart {
            id: section
                .heading
                .as_ref()
                .and_then(|heading| heading.id.as_deref())
                .unwrap_or_default()
                .to_owned(),
            heading,
            source,
            explains: self.explains(section),
            stale: false,
            ideas: section.ideas.iter().map(|idea| self.idea(idea, &mut explained)).collect(),
        }
    }

    fn source(&mut self, block: &Block) -> String {
        self.writer.source_attribute(block.span);
        self.writer.take()
    }

    fn explains(&self, section: &Section) -> Vec<Link> {
        let link = |id: &str, words: String| Link {
            href: format!("{}#{id}", self.official),
            words,
            lang: None,
            current: false,
        };
        let mut links: Vec<Link> = Vec::new();
        for covers in &section.covers {
            match &self.work.official.body {
                Body::Resolution(resolution) => {
                    let paragraphs = resolution.paragraphs();
                    if let Some(paragraph) =
                        paragraphs.into_iter().find(|paragraph| paragraph.id.is(&covers.id))
                    {
                        links.push(link(&covers.id, paragraph_name(paragraph, self.labels)));
                    }
                }
                _ => self.work.official.each_block(&mut |block| {
                    if let (true, BlockKind::Heading { content, .. }) =
                        (block.id.as_deref() == Some(&*covers.id), &block.kind)
                    {
                        links.push(link(&covers.id, self.work.official.plain(content)));
                    }
                }),
            }
        }
        links
    }

    fn idea(&mut self, idea: &Idea, explained: &mut BTreeSet<usize>) -> IdeaPart {
        let source = idea.blocks.first().map_or_else(String::new, |block| self.source(block));
        let picture = idea.picture.as_ref().map_or_else(String::new, |picture| {
            self.writer.inline(picture);
            self.writer.take()
        });
        let mut boxes = Vec::new();
        for block in &idea.blocks {
            self.block(block, explained, &mut boxes);
        }
        let words = self.writer.take();
        self.used.extend(&boxes);
        let boxes =
            self.glossary.map_or_else(Vec::new, |glossary| words::words(glossary, boxes, self.labels));
        IdeaPart { picture, words, boxes, source }
    }

    fn block(&mut self, block: &Block, explained: &mut BTreeSet<usize>, boxes: &mut Vec<usize>) {
        match &block.kind {
            BlockKind::Paragraph(content) => {
                self.writer.out.push_str("<p>");
                self.lines(content, explained, boxes);
                self.writer.out.push_str("</p>\n");
            }
            BlockKind::List { ordered, items } => {
                let element = if *ordered { "ol" } else { "ul" };
                let _ = writeln!(self.writer.out, "<{element}>");
                for item in items {
                    self.writer.out.push_str("<li>");
                    for block in &item.blocks {
                        match &block.kind {
                            BlockKind::Paragraph(content) => self.lines(content, explained, boxes),
                            _ => self.block(block, explained, boxes),
                        }
                    }
                    self.writer.out.push_str("</li>\n");
                }
                let _ = writeln!(self.writer.out, "</{element}>");
            }
            _ => self.writer.block(block),
        }
    }

    /// Each source line is a line on the page: one sentence each.
    fn lines(&mut self, content: &[Inline], explained: &mut BTreeSet<usize>, boxes: &mut Vec<usize>) {
        for inline in content {
            match &inline.kind {
                InlineKind::SoftBreak { .. } => self.writer.out.push_str("<br>\n"),
                InlineKind::Text(words) => {
                    let words = self.writer.document.text(words).to_owned();
                    self.words(&words, explained, boxes);
                }
                _ => self.writer.inline(inline),
            }
        }
    }

    /// Text in which the first use of a word leads to its meaning.
    fn words(&mut self, words: &str, explained: &mut BTreeSet<usize>, boxes: &mut Vec<usize>) {
        let Some(glossary) = self.glossary else { return text(words, &mut self.writer.out) };
        let out = &mut self.writer.out;
        let mut copied = 0;
        for found in glossary.uses(words) {
            if !explained.insert(found.term) {
                continue;
            }
            boxes.push(found.term);
            text(&words[copied..found.start], out);
            out.push_str("<a class=\"word\" role=\"doc-glossref\" href=\"#");
            attribute(&word_id(found.term), out);
            out.push_str("\">");
            text(&words[found.start..found.end], out);
            out.push_str("</a>");
            copied = found.end;
        }
        text(&words[copied..], out);
    }
}

/// Who drew the pictures, and under which licence they may be used.
fn credits(renderer: &Renderer<'_>, easy: &Document, labels: &Labels) -> Vec<String> {
    let mut authors: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    easy.each_inline(&mut |inline| {
        let InlineKind::Image { target, .. } = &inline.kind else { return };
        let concept = easy.text(target).strip_prefix(CONCEPT);
        if let Some(picture) = concept.and_then(|concept| renderer.library.pictures.get(concept)) {
            authors.entry(picture.author.clone()).or_default().insert(picture.licence.clone());
        }
    });
    authors
        .into_iter()
        .map(|(author, licences)| {
            let licences = licences.into_iter().collect::<Vec<_>>().join(labels.get("list-separator"));
            let arguments = [("authors", author.as_str().into()), ("licences", licences.as_str().into())];
            labels.format("picture-credit", &arguments).unwrap_or_default()
        })
        .collect()
}

/// The address of an easy-read version as seen from another page.
pub fn href(renderer: &Renderer<'_>, from: &Address, work: &Work) -> Option<String> {
    let easy = work.easy_read.as_ref()?;
    Some(from.link_to(&renderer.library.address(easy)))
}
