//! The one pass over a page.
//!
//! In: the tokens of the page (see [`tokens`](super::tokens)). Out: a [`PageAudit`]: findings, and what the site needs to
//! know of the page. Each part of the audit gets every element once.
//!
//! Refused: what is inside `noscript`, `iframe` and `template`, which is not part of the page as read.

use std::ops::Range;

use super::applicability::{Tags, TestTarget};
use super::book::elements as book_elements;
use super::document::Document;
use super::element_kind::ElementKind;
use super::elements;
use super::ids::Ids;
use super::input::{Allow, Medium, Page};
use super::languages::{Label, Languages, Piece};
use super::links::{At, Links};
use super::markup;
use super::notes::Notes;
use super::outline::{Named, Outline, TagPlace};
use super::page_audit::PageAudit;
use super::reports::{Origin, Reports};
use super::rules;
use super::stack::{Debt, Frame, Needs, Stack};
use super::tables::Tables;
use super::tag::{Attribute, LABELS, Set, Tag};
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
    tables: Tables,
    languages: Languages<'p>,
    document: Document,
    /// How many things that can name an element have been seen: text, alternative texts, labels.
    seen: u32,
    /// The words of labels, in and out of the script of their language.
    tally: Tally,
    /// How many labels are open.
    labels: u32,
    html: Option<Origin>,
    /// The language of the page, when it says one.
    lang: Option<&'p str>,
    tags: Tags,
    graphics: bool,
    /// Whether the page only sends its reader on.
    redirect: bool,
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
            document: Document::default(),
            seen: 0,
            tally: Tally::default(),
            labels: 0,
            html: None,
            lang: None,
            tags: Tags::default(),
            graphics: false,
            redirect: false,
            title: None,
        }
    }

    /// Asks every part of the audit about a tag; gives what the element must have by its end.
    #[inline(always)]
    fn judge(&mut self, tag: &Tag<'p>, place: TagPlace) -> Needs {
        let kind = tag.kind;
        let TagPlace { origin, hidden, .. } = place;
        self.tables.open(kind, tag, origin);
        let mut at = At {
            origin: &place.origin,
            hidden,
            medium: self.medium,
            allow: self.allow,
            reports: &mut self.reports,
        };
        elements::check(kind, tag, &mut at);
        if self.medium == Medium::Book {
            book_elements::check(kind, tag, &mut at);
            if !is_plain(tag) {
                self.document.add(tag);
            }
        }
        if self.medium == Medium::Book && tag.of_html && kind.is_raw() && tag.is_closed() {
            let name = tag.name();
            at.report(
                &rules::NOT_READ,
                format!("what follows the {name} was not read: “/>” ends it only in XML"),
            );
        }
        let part = self.links.open(kind, tag, &mut at);
        match kind {
            ElementKind::A => {
                if let Some(name) =
                    tag.get(Attribute::Name).filter(|&name| tag.get(Attribute::Id) != Some(name))
                {
                    self.ids.anchor(name, tag.span);
                }
                self.notes.open(tag.role(), part, origin);
            }
            ElementKind::Html if self.html.is_none() => {
                self.html = Some(origin);
                self.lang = tag.lang().filter(|lang| !lang.is_empty());
            }
            ElementKind::Meta => self.redirect |= tag.is_refresh(),
            _ => {}
        }
        if hidden {
            return Needs::Nothing;
        }
        self.name(tag, place);
        let needs = self.place(kind, tag, place);
        self.graphics |= needs == Needs::Graphic;
        needs
    }

    /// Notes landmarks and headings; gives what the element must have by its end.
    fn place(&mut self, kind: ElementKind, tag: &Tag<'p>, place: TagPlace) -> Needs {
        self.outline.landmark(kind, tag, place);
        if self.outline.heading(kind, tag, place, &mut self.reports) {
            return Needs::Heading;
        }
        match kind {
            ElementKind::A if tag.has(Attribute::Href) => Needs::Link,
            ElementKind::Button | ElementKind::Summary => Needs::Button,
            ElementKind::Svg if tag.role() == Some("img") => Needs::Graphic,
            _ => Needs::Nothing,
        }
    }

    /// Checks the labels of a tag and counts those that name it or what is around it.
    fn name(&mut self, tag: &Tag<'p>, place: TagPlace) {
        if !tag.has_any(const { Set::of(LABELS) }) {
            return;
        }
        for &label in LABELS {
            let Some(value) = tag.get(label) else { continue };
            // A description is read after a name and is none itself.
            self.seen += u32::from(label != Attribute::AriaDescription && !text::is_blank(value));
            // The title of a link to another language is often in that language.
            let of_link = label == Attribute::Title && tag.has(Attribute::Hreflang);
            if label != Attribute::AriaLabelledby && !of_link {
                let label = Label { what: label.name(), value, lang: place.lang, origin: place.origin };
                self.languages.label(&label, self.allow, &mut self.reports);
            }
        }
    }

    fn close_to(&mut self, depth: usize, at: u32) {
        while self.stack.is_above(depth) {
            if let Some(debt) = self.stack.pop() {
                self.labels -= u32::from(debt.label);
                self.closed(&debt, at);
            }
        }
    }

    /// An element has ended: whether it has the name it needs, and a label the right language.
    fn closed(&mut self, debt: &Debt, at: u32) {
        if let Some(id) = debt.id {
            self.ids.close(id, at);
        }
        let named = self.seen > debt.seen;
        match debt.kind {
            ElementKind::Table => self.tables.close(&mut self.reports),
            ElementKind::Caption if named => self.tables.captioned(),
            _ => {}
        }
        if !named {
            let (rule, message) = match debt.needs {
                Needs::Nothing => return,
                Needs::Link => (&rules::EMPTY_LINK, "the link has no name"),
                Needs::Button => (&rules::EMPTY_BUTTON, "the button has no name"),
                Needs::Heading => (&rules::EMPTY_HEADING, "the heading is empty"),
                Needs::Graphic => (&rules::GRAPHIC_WITHOUT_NAME, "the graphic has no name"),
            };
            self.reports.add(rule, debt.origin, message);
        } else if debt.label {
            self.label_text(debt, at);
        }
    }

    fn label_text(&mut self, debt: &Debt, at: u32) {
        let own = self.tally.own - debt.tally.own;
        let foreign = self.tally.foreign - debt.tally.foreign;
        if (Tally { own, foreign }).is_foreign() {
            let inside = self.page.html.get(debt.origin.span.end as usize..at as usize).unwrap_or_default();
            let words = markup::plain(inside);
            let message = format!("the text “{}” is not in the language of the page around it", words.trim());
            self.reports.add(&rules::LABEL_LANGUAGE, debt.origin, message);
        }
    }

    /// Ends the page and checks what only the whole page shows.
    pub fn finish(mut self) -> PageAudit {
        let html = self.page.html;
        self.languages.end_passage(&mut self.reports);
        self.close_to(1, Span::point(html.len()).end);
        let top = self.html.unwrap_or_default();
        if self.lang.is_none() {
            self.reports.add(&rules::MISSING_LANG, top, "the page does not say its language");
        }
        let title = self
            .title
            .clone()
            .map(|range| (text::decode(slice(html, range.clone()).trim()), Span::from(range)));
        let title = title.filter(|(words, _)| !text::is_blank(words));
        if title.is_none() {
            self.reports.add(&rules::MISSING_TITLE, top, "the page has no title");
        }
        let ids = self.ids.finish(&mut self.reports);
        self.notes.finish(&ids, &mut self.reports);
        // A page that only sends its reader on is never seen, so it needs no outline.
        if !self.redirect {
            if self.medium == Medium::Site {
                self.outline.finish_landmarks(top, &mut self.reports);
            }
            // A cover is all picture.
            let is_cover = self.medium == Medium::Book
                && (self.document.inventory.covers > 0 || self.document.inventory.texts == 0);
            if !is_cover {
                self.outline.finish_headings(top, &mut self.reports);
            }
            self.outline.finish_navs(&Named { html, ids: &ids }, &mut self.reports);
        }
        if self.medium == Medium::Site {
            self.links.finish_skip_link(self.outline.is_there(), &ids, &mut self.reports);
        }
        if self.links.runs_scripts() {
            self.reports.leave_to_scripts();
        }
        let outward = self.links.finish(&ids, &mut self.reports);
        let document = (self.medium == Medium::Book).then(|| {
            let inventory = self.document.inventory.finish();
            Box::new(Document { inventory, places: ids.places(), ..self.document })
        });
        let mut targets = self.tags.targets();
        for (target, there) in [
            (TestTarget::Graphic, self.graphics),
            (TestTarget::Note, self.notes.has_calls()),
            (TestTarget::Backlink, self.notes.has_backlinks()),
        ] {
            if there {
                targets.add(target);
            }
        }
        PageAudit {
            path: self.page.path.into(),
            lang: self.lang.unwrap_or_default().into(),
            findings: self.reports.into_findings(self.page),
            title: title.filter(|_| !self.redirect).map(|(words, span)| (words.into(), span)),
            ids: ids.hashes(),
            outward,
            document,
            targets,
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
        let source = tag.place(Attribute::DataSource).unwrap_or(around.source);
        let origin = Origin { span: tag.span, source };
        let lang = self.languages.open(tag, around.lang, origin, &mut self.reports);
        if lang != around.lang || !kind.is_inline() {
            self.languages.end_passage(&mut self.reports);
        }
        let hidden = around.hidden || tag.is_hidden() || kind.is_unread();
        let label = !hidden && is_label(tag);
        let id = self.ids.open(tag, origin);
        let seen = self.seen;
        self.tags.add(kind, tag);
        // The commonest tags are nothing to any rule.
        let needs = if self.medium == Medium::Site && is_plain(tag) {
            Needs::Nothing
        } else {
            self.judge(tag, TagPlace { origin, lang, hidden, sectioned: around.sectioned })
        };
        let owes = id.is_some() || label || needs != Needs::Nothing || kind.is_of_table();
        if owes {
            let tally = self.tally;
            if tag.has_content {
                self.labels += u32::from(label);
                self.stack.owe(Debt { kind, origin, id, needs, seen, tally, label });
            } else {
                self.closed(&Debt { kind, origin, id, needs, seen, tally, label }, tag.span.end);
            }
        }
        if tag.has_content {
            let sectioned = around.sectioned || is_sectioning(kind, tag);
            let code = around.code || kind.is_code();
            self.stack.push(Frame { kind, lang, source, hidden, sectioned, code, owes }, tag);
        }
    }

    fn text(&mut self, range: Range<usize>) {
        let around = self.stack.top();
        let text = slice(self.page.html, range.clone());
        if around.hidden || text::is_blank(text) {
            return;
        }
        self.seen += 1;
        self.document.inventory.text();
        if around.code {
            return;
        }
        if self.labels > 0 {
            let tally = self.languages.tally(text, around.lang, self.allow);
            self.tally.own += tally.own;
            self.tally.foreign += tally.foreign;
        }
        let piece = Piece { text, start: range.start, lang: around.lang, source: around.source };
        self.languages.read(&piece, self.allow, &mut self.reports);
    }

    fn raw(&mut self, range: Range<usize>) {
        match self.stack.top().kind {
            ElementKind::Title if self.title.is_none() => self.title = Some(range),
            ElementKind::Style => {
                if self.medium == Medium::Book {
                    self.document.inventory.style_sheet(slice(self.page.html, range.clone()));
                }
                let source = self.stack.top().source;
                let at = |span: Span| {
                    let place = span.range();
                    Origin { span: (place.start + range.start..place.end + range.start).into(), source }
                };
                let text = slice(self.page.html, range.clone());
                self.links.style(text, self.medium, at, &mut self.reports);
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

/// Whether a tag is nothing to the rules for pages, nor to what is counted in documents.
fn is_plain(tag: &Tag<'_>) -> bool {
    tag.kind.is_common() && tag.attributes().is_in(COMMON)
}

fn is_sectioning(kind: ElementKind, tag: &Tag<'_>) -> bool {
    match tag.role() {
        Some(role) => matches!(role, "article" | "complementary" | "main" | "navigation" | "region"),
        None => kind.is_sectioning(),
    }
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
            assert_eq!(judged.judge(&tag, place), Needs::Nothing, "{name}");
            assert_eq!(judged.seen, 0, "{name}");
            assert_eq!(format!("{:?}", judged.finish()), format!("{:?}", reader().finish()), "{name}");
        }
    }
}
