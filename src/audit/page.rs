//! The one pass over a page.
//!
//! In: the tokens of the page (see [`tokens`](super::tokens)). Out: a [`PageAudit`]: findings, and what the site needs to
//! know of the page. Each part of the audit gets every element once.
//!
//! Refused: what is inside `noscript`, `iframe` and `template`, which is not part of the page as read.

mod ends;
mod start_tag;

use std::ops::Range;

use ends::Asked;
use serde::de::IgnoredAny;

use super::accessible_name::{Contribution, Count, Names};
use super::applicability::{Tags, TestTarget, TestTargets};
use super::aria::Role;
use super::common_words::CommonWords;
use super::document::Document;
use super::element_kind::ElementKind;
use super::ids::Ids;
use super::input::{Allow, Medium, Page};
use super::labels::Labels;
use super::languages::{Languages, Piece};
use super::links::{At, Links};
use super::name_sources;
use super::needs::Needs;
use super::notes::Notes;
use super::outline::{Outline, TagPlace};
use super::owned::Owned;
use super::page_audit::PageAudit;
use super::reports::{Origin, Reports};
use super::rules;
use super::semantics::{self, Semantics};
use super::stack::{Frame, Stack};
use super::tables::Tables;
use super::tag::{Attribute, Set, Tag};
use super::text::{self, Tally};
use super::token::{EndTag, TokenSink};
use super::tokens;
use crate::source::{Span, slice};

/// Classes by which style sheets keep words for screen readers only.
const HIDDEN_FROM_SIGHT: &[&str] = &["visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text"];

/// Attributes that say nothing to the rules about tags.
const COMMON: Set = Set::of(&[Attribute::Class, Attribute::DataSource, Attribute::Id]);

/// Reads a page to its end.
pub(super) fn read(page: Page<'_>, medium: Medium, allow: &Allow) -> PageAudit {
    let mut reader = PageReader::new(page, medium, allow);
    if let Err(error) = tokens::read(page.html, medium, &mut reader) {
        let message = format!("the page could not be read: {error}");
        reader.reports.add(&rules::NOT_READ, Span::default(), message);
    }
    reader.finish()
}

/// A page half read.
pub(super) struct PageReader<'p> {
    page: Page<'p>,
    medium: Medium,
    allow: &'p Allow,
    /// What was found.
    pub reports: Reports,
    stack: Stack<'p>,
    ids: Ids<'p>,
    links: Links<'p>,
    outline: Outline<'p>,
    notes: Notes<'p>,
    tables: Tables<'p>,
    languages: Languages<'p>,
    common_words: CommonWords<'p>,
    document: Document,
    names: Names<'p, Count<'p>>,
    labels: Labels,
    owned: Owned<'p>,
    /// The words of labels, in and out of the script of their language.
    tally: Tally,
    /// How many texts are open that are labels.
    label_texts: u32,
    html: Option<Origin>,
    /// The language of the page, when it says one.
    lang: Option<&'p str>,
    tags: Tags,
    /// What there is for the rules to judge that tags alone do not show.
    targets: TestTargets,
    /// Whether the page only sends its reader on.
    redirect: bool,
    /// Whether it says when.
    refreshed: bool,
    title: Option<Range<usize>>,
}

impl<'p> PageReader<'p> {
    /// At the start of a page.
    pub fn new(page: Page<'p>, medium: Medium, allow: &'p Allow) -> Self {
        Self {
            page,
            medium,
            allow,
            reports: Reports::default(),
            stack: Stack::new(),
            ids: Ids::new(page.html),
            links: Links::new(page),
            outline: Outline::default(),
            notes: Notes::default(),
            tables: Tables::default(),
            languages: Languages::new(page.html),
            common_words: CommonWords::default(),
            document: Document::default(),
            names: Names::default(),
            labels: Labels::default(),
            owned: Owned::default(),
            tally: Tally::default(),
            label_texts: 0,
            html: None,
            lang: None,
            tags: Tags::default(),
            targets: TestTargets::default(),
            redirect: false,
            refreshed: false,
            title: None,
        }
    }
}

impl<'p> TokenSink<'p> for PageReader<'p> {
    fn start(&mut self, tag: &Tag<'p>) {
        let kind = tag.kind;
        if let Some(depth) = self.stack.implied(kind) {
            self.close_to(depth, tag.span.start);
        }
        let around = *self.stack.top();
        if around.template {
            if tag.has_content {
                self.stack.push(Frame { kind, owes: false, holds: false, table: false, ..around }, tag);
            }
            return;
        }
        let source = tag.place(Attribute::DataSource).unwrap_or(around.source);
        let origin = Origin { span: tag.span, source };
        let lang = self.languages.open(tag, around.lang, origin, &mut self.reports);
        if lang != around.lang || !kind.is_inline() {
            self.languages.end_passage(&mut self.reports);
        }
        let plain = is_plain(tag);
        let semantics =
            if plain { Semantics::plain(kind, &around) } else { Semantics::of(kind, tag, &around) };
        let hidden = around.hidden || !semantics.is_exposed() || kind.is_unread();
        let label = !hidden && is_label(tag);
        let id = self.ids.open(tag, semantics.role, origin);
        self.tags.add(kind, tag);
        // The commonest tags are nothing to any rule.
        let needs = if plain && self.medium == Medium::Site {
            Needs::Nothing
        } else {
            self.judge(
                tag,
                TagPlace { origin, lang, hidden, sectioned: around.sectioned },
                &semantics,
                &around,
            )
        };
        let mut frame = Frame { lang, source, ..semantics.inside(tag, &around, hidden) };
        if let Some(lang) = tag
            .has_any(const { Set::of(&[Attribute::Lang, Attribute::XmlLang]) })
            .then(|| tag.lang())
            .flatten()
        {
            frame.sample = self.common_words.open(lang, kind == ElementKind::Html, origin);
        }
        if !hidden {
            self.relate(tag, &semantics, origin, &mut frame);
        }
        self.stack.top_mut().headed |= semantics::heads(kind, &around);
        frame.table = self.tables.open(tag, &semantics, origin, hidden);
        let names_parent = kind == ElementKind::Other && name_sources::is_title_of_drawing(tag);
        let contribution = name_sources::contribution(kind, tag, hidden && !around.hidden);
        let named = !plain && tag.has_any(name_sources::NAMING)
            || contribution != Contribution::Whole
            || names_parent;
        frame.owes = named || id.is_some() || label || needs != Needs::Nothing || kind.is_asked();
        if frame.owes {
            self.owe(
                tag,
                Asked { id, needs, label, contribution, names_parent, role: semantics.role },
                origin,
            );
        }
        if tag.has_content {
            self.stack.push(frame, tag);
        }
    }

    fn text(&mut self, range: Range<usize>) {
        let around = self.stack.top();
        let text = slice(self.page.html, range.clone());
        if around.template || text::is_blank(text) {
            return;
        }
        // In a drawing a style sheet is text among other text.
        if around.kind == ElementKind::Style {
            return self.style_sheet(range);
        }
        self.names.text(text);
        if around.hidden {
            return;
        }
        if around.context.is_some_and(Role::restricts_children) {
            self.owned.words();
        }
        self.languages.heard(around.lang, &mut self.reports);
        self.document.inventory.text();
        if around.code {
            return;
        }
        if self.label_texts > 0 {
            let tally = self.languages.tally(text, around.lang, self.allow);
            self.tally.own += tally.own;
            self.tally.foreign += tally.foreign;
        }
        self.common_words.read(around.sample, text);
        let piece = Piece { text, start: range.start, lang: around.lang, source: around.source };
        self.languages.read(&piece, self.allow, &mut self.reports);
    }

    fn raw(&mut self, range: Range<usize>) {
        match self.stack.top().kind {
            _ if self.stack.top().template => {}
            ElementKind::Title if self.title.is_none() => self.title = Some(range),
            ElementKind::Style => self.style_sheet(range),
            ElementKind::Script if self.links.data => self.data(range),
            ElementKind::Noscript => {
                let origin = Origin { span: Span::point(range.start), source: self.stack.top().source };
                // It is no part of the page for those who see the skip link first.
                let (medium, allow, hidden) = (self.medium, self.allow, true);
                let mut at = At { origin: &origin, hidden, medium, allow, reports: &mut self.reports };
                self.links.without_scripts(slice(self.page.html, range), &mut at);
            }
            _ => {}
        }
    }

    fn end(&mut self, end: EndTag<'p>) {
        // A known name may stand for an element that is not what it is in HTML.
        let kind = if self.stack.is_other(end.name) { ElementKind::Other } else { end.kind };
        if !kind.is_inline() {
            self.languages.end_passage(&mut self.reports);
        }
        if let Some(depth) = self.stack.ended(kind, end.name) {
            self.close_to(depth, end.at as u32);
        }
    }
}

impl PageReader<'_> {
    /// Judges data that stands in the page for programs.
    fn data(&mut self, range: Range<usize>) {
        self.targets.add(TestTarget::Data);
        let json = slice(self.page.html, range.clone());
        if let Err(error) = serde_json::from_str::<IgnoredAny>(json) {
            let origin = Origin { span: range.into(), source: self.stack.top().source };
            self.reports.add(&rules::BROKEN_DATA, origin, format!("the data is no JSON: {error}"));
        }
    }

    /// Judges a style sheet that stands in the page.
    fn style_sheet(&mut self, range: Range<usize>) {
        let text = slice(self.page.html, range.clone());
        if self.medium == Medium::Book {
            self.document.inventory.style_sheet(text);
        }
        let source = self.stack.top().source;
        let at = |span: Span| {
            let place = span.range();
            Origin { span: (place.start + range.start..place.end + range.start).into(), source }
        };
        self.links.style_sheet(text, self.medium, at, &mut self.reports);
    }
}

/// Whether a tag is nothing to the rules for pages, nor to what is counted in documents.
fn is_plain(tag: &Tag<'_>) -> bool {
    tag.kind.is_common() && tag.attributes().is_in(COMMON)
}

/// Whether the text of an element is a label.
fn is_label(tag: &Tag<'_>) -> bool {
    let hidden_from_sight =
        |class: &str| class.split_ascii_whitespace().any(|class| HIDDEN_FROM_SIGHT.contains(&class));
    matches!(tag.kind, ElementKind::Button | ElementKind::Summary)
        || tag.get(Attribute::Class).is_some_and(hidden_from_sight)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_tags_are_nothing_to_any_rule() {
        let allow = Allow::default();
        for (name, _) in ElementKind::NAMED.iter().filter(|(_, kind)| kind.is_common()) {
            let html = format!("<{name} class=\"a\" data-source=\"b\" id=\"c\">");
            let reader = || PageReader::new(Page { path: "index.html", html: &html }, Medium::Site, &allow);
            let mut tag = Tag::new(&html);
            tag.read(Span::from(0..html.len()));
            tag.kind = ElementKind::of(super::super::names::number(name.as_bytes()));
            assert!(tag.attributes().is_in(COMMON), "{name}");
            let mut judged = reader();
            let place = TagPlace { origin: tag.span.into(), lang: 0, hidden: false, sectioned: false };
            let around = *judged.stack.top();
            let semantics = Semantics::of(tag.kind, &tag, &around);
            assert_eq!(
                format!("{semantics:?}"),
                format!("{:?}", Semantics::plain(tag.kind, &around)),
                "{name}"
            );
            assert_eq!(judged.judge(&tag, place, &semantics, &around), Needs::Nothing, "{name}");
            assert_eq!(format!("{:?}", judged.finish()), format!("{:?}", reader().finish()), "{name}");
        }
    }
}
