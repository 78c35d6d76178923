//! The one pass over a page.
//!
//! In: the tokens of the page (see [`tokens`](super::tokens)). Out: a [`PageAudit`]: findings, and what the site needs to
//! know of the page. Each part of the audit gets every element once.
//!
//! Refused: what is inside `noscript`, `iframe` and `template`, which is not part of the page as read.

use std::ops::Range;

use super::accessible_name::{Count, Names, Part};
use super::applicability::{Tags, TestTarget, TestTargets};
use super::aria::Role;
use super::attributes;
use super::book::elements as book_elements;
use super::document::Document;
use super::element_kind::ElementKind;
use super::elements;
use super::focus;
use super::ids::Ids;
use super::input::{Allow, Medium, Page};
use super::labels::Labels;
use super::languages::{Label, Languages, Piece};
use super::links::{At, Links};
use super::markup;
use super::name_sources;
use super::needs::Needs;
use super::notes::Notes;
use super::outline::{Named, Outline, TagPlace};
use super::owned::{Child, Owned};
use super::page_audit::PageAudit;
use super::refresh;
use super::reports::{Origin, Reports};
use super::rules;
use super::semantics::{self, Semantics};
use super::stack::{Debt, Frame, Stack};
use super::tables::Tables;
use super::tag::{Attribute, LABELS, Set, Tag};
use super::text::{self, Tally};
use super::token::{EndTag, TokenSink};
use super::tokens;
use super::wording::Wording;
use crate::source::{Span, slice};

/// Classes by which style sheets keep words for screen readers only.
const HIDDEN_FROM_SIGHT: &[&str] = &["visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text"];

/// Attributes that say nothing to the rules about tags.
const COMMON: Set = Set::of(&[Attribute::Class, Attribute::DataSource, Attribute::Id]);

/// Whether browsers show what is in a template from the start.
fn is_shadow(tag: &Tag<'_>) -> bool {
    tag.all_attributes().any(|(name, _)| name == "shadowrootmode")
}

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
    wording: Wording<'p>,
    document: Document,
    names: Names<Count<'p>>,
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
            wording: Wording::default(),
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

    /// Asks every part of the audit about a tag; gives what the element must have by its end.
    #[inline(always)]
    fn judge(&mut self, tag: &Tag<'p>, place: TagPlace, semantics: &Semantics, around: &Frame) -> Needs {
        let kind = tag.kind;
        let TagPlace { origin, hidden, .. } = place;
        let mut at = At {
            origin: &place.origin,
            hidden,
            medium: self.medium,
            allow: self.allow,
            reports: &mut self.reports,
        };
        if !is_plain(tag) {
            elements::check(kind, tag, semantics, &mut at);
            attributes::check(kind, tag, semantics, &mut at);
            focus::check(kind, tag, semantics, around, &mut at);
        }
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
                self.lang = self.page_language(tag).filter(|lang| !lang.trim().is_empty());
            }
            ElementKind::Meta if tag.is_refresh() => self.refresh(tag, origin),
            _ => {}
        }
        if hidden {
            return Needs::Nothing;
        }
        self.label_languages(tag, place);
        self.outline.landmark(kind, tag, place);
        self.outline.heading(kind, tag, place, &mut self.reports);
        let needs = Needs::of(kind, tag, semantics, around);
        self.targets.add_needs(needs);
        needs
    }

    /// What says the language of a page: in HTML, `xml:lang` says nothing.
    fn page_language(&self, tag: &Tag<'p>) -> Option<&'p str> {
        match self.medium {
            Medium::Site => tag.get(Attribute::Lang),
            Medium::Book => tag.lang(),
        }
    }

    /// Notes that the page sends its reader on, and when. Only the first time that is right counts.
    fn refresh(&mut self, tag: &Tag<'p>, origin: Origin) {
        self.redirect = true;
        if !self.refreshed
            && let Some(seconds) = tag.get(Attribute::Content).and_then(refresh::delay)
        {
            self.refreshed = true;
            refresh::check(seconds, origin, &mut self.reports);
        }
    }

    /// Checks that labels are in the language of the text around them.
    fn label_languages(&mut self, tag: &Tag<'p>, place: TagPlace) {
        if !tag.has_any(const { Set::of(LABELS) }) {
            return;
        }
        for &label in LABELS {
            let Some(value) = tag.get(label) else { continue };
            // The title of a link to another language is often in that language.
            let of_link = label == Attribute::Title && tag.has(Attribute::Hreflang);
            if label != Attribute::AriaLabelledby && !of_link {
                let label = Label { what: label.name(), value, lang: place.lang, origin: place.origin };
                self.languages.label(&label, self.allow, &mut self.reports);
                if !text::is_blank(value) {
                    self.languages.heard(place.lang, &mut self.reports);
                }
            }
        }
    }

    fn close_to(&mut self, depth: usize, at: u32) {
        while self.stack.is_above(depth) {
            let Some((frame, debt)) = self.stack.pop() else { return };
            if frame.holds {
                self.owned.close(&mut self.reports);
            }
            if frame.table {
                self.tables.close(&mut self.reports);
            }
            if let Some(debt) = debt {
                self.label_texts -= u32::from(debt.label);
                self.closed(&debt, at);
            }
        }
    }

    /// An element has ended: whether it has the name it needs, and a label the right language.
    fn closed(&mut self, debt: &Debt<'p>, at: u32) {
        let content = self.names.content(&debt.name);
        let closed = self.names.close(&debt.name, debt.child);
        if let Some(id) = debt.id {
            self.ids.close(id, at, closed.referred.sure);
        }
        if debt.names_parent
            && let Some(parent) = self.stack.debt_mut()
        {
            parent.child = Some(content);
        }
        match debt.kind {
            ElementKind::Caption if content.sure => self.tables.captioned(),
            ElementKind::Label => self.labels.close(closed.name),
            _ => {}
        }
        if debt.label && content.sure {
            self.label_text(debt, at);
        }
        if closed.name.sure || debt.needs == Needs::Nothing {
            return;
        }
        if debt.field.is_some() || closed.name.may_have_words() {
            self.labels.wait(debt.needs, debt.origin, closed.name, debt.field);
        } else if let Some((rule, message)) = debt.needs.missing() {
            self.reports.add(rule, debt.origin, message);
        }
    }

    /// Notes what an element is to those around it and in it.
    fn relate(&mut self, tag: &Tag<'p>, semantics: &Semantics, origin: Origin, frame: &mut Frame) {
        let Some(role) = semantics.as_parent(tag) else { return };
        frame.leaf |= role.is_leaf;
        frame.grid = match role.name {
            "grid" | "treegrid" => true,
            "table" => false,
            _ => frame.grid,
        };
        let child = Child {
            role,
            is_given: semantics.is_changed(),
            context: frame.context,
            id: tag.get(Attribute::Id),
            owns: tag.get(Attribute::AriaOwns),
            is_busy: tag.says(Attribute::AriaBusy, "true"),
            origin,
        };
        frame.holds = self.owned.child(&child, &mut self.reports);
        frame.context = if child.is_busy { None } else { Some(role) };
    }

    /// Notes what is asked of an element at its end.
    fn owe(&mut self, tag: &Tag<'p>, asked: Asked, origin: Origin) {
        let Asked { id, needs, label, mut part, names_parent, role } = asked;
        let kind = tag.kind;
        if kind == ElementKind::Label {
            self.labels.open(tag);
        }
        let field = semantics::is_labelable(kind, tag).then(|| self.labels.field(tag));
        if field.is_some_and(|field| field.is_inside) {
            part = Part::None;
        }
        let from_content = name_sources::is_named_by_content(kind, role);
        let name = self.names.open(name_sources::of(kind, tag, role), part, from_content);
        let tally = self.tally;
        let debt = Debt { kind, origin, id, needs, name, child: None, names_parent, field, tally, label };
        if tag.has_content {
            self.label_texts += u32::from(label);
            self.stack.owe(debt);
        } else {
            self.closed(&debt, tag.span.end);
        }
    }

    fn label_text(&mut self, debt: &Debt<'p>, at: u32) {
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
        self.close_to(1, Span::point(html.len()).end);
        self.languages.finish(&mut self.reports);
        let top = self.html.unwrap_or_default();
        if self.lang.is_none() {
            self.reports.add(
                &rules::MISSING_LANG,
                top,
                "the html element does not say the language of the page",
            );
        }
        let title = self
            .title
            .clone()
            .map(|range| (text::decode(slice(html, range.clone()).trim()), Span::from(range)));
        let title = title.filter(|(words, _)| !text::is_blank(words));
        if title.is_none() {
            self.reports.add(&rules::MISSING_TITLE, top, "the page has no title");
        }
        self.wording.finish(&mut self.reports);
        let ids = self.ids.finish(&mut self.reports);
        let references = self.names.words.resolve(|id| ids.has_words(id));
        self.labels.finish(&references, &mut self.reports);
        self.owned.finish(&ids, &mut self.reports);
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
        let mut targets = self.tags.targets().with(self.targets);
        for (target, there) in
            [(TestTarget::Note, self.notes.has_calls()), (TestTarget::Backlink, self.notes.has_backlinks())]
        {
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
        let mut frame = Frame {
            kind,
            lang,
            source,
            hidden,
            sectioned: around.sectioned || is_sectioning(kind, tag),
            code: around.code || kind.is_code(),
            summarised: false,
            owes: false,
            holds: false,
            table: false,
            template: kind == ElementKind::Template && !is_shadow(tag),
            ..around
        };
        if let Some(lang) = tag
            .has_any(const { Set::of(&[Attribute::Lang, Attribute::XmlLang]) })
            .then(|| tag.lang())
            .flatten()
        {
            frame.wording = self.wording.open(lang, kind == ElementKind::Html, origin);
        }
        frame.disabled |= kind == ElementKind::Fieldset && semantics.disabled;
        frame.closed = semantics.closed;
        frame.shuts = kind == ElementKind::Details && !tag.has(Attribute::Open);
        frame.unreachable = !semantics.reachable;
        frame.aria_hidden = semantics.aria_hidden;
        if !hidden {
            self.relate(tag, &semantics, origin, &mut frame);
        }
        if kind == ElementKind::Summary && semantics::is_summary(&around) {
            self.stack.top_mut().summarised = true;
        }
        frame.table = self.tables.open(tag, &semantics, origin, hidden);
        let names_parent = kind == ElementKind::Other && name_sources::is_title_of_drawing(tag);
        let part = name_sources::part(kind, tag, hidden && !around.hidden);
        let named = !plain && tag.has_any(name_sources::NAMING) || part != Part::Whole || names_parent;
        frame.owes = named || id.is_some() || label || needs != Needs::Nothing || kind.is_asked();
        if frame.owes {
            self.owe(tag, Asked { id, needs, label, part, names_parent, role: semantics.role }, origin);
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
        self.wording.read(around.wording, text);
        let piece = Piece { text, start: range.start, lang: around.lang, source: around.source };
        self.languages.read(&piece, self.allow, &mut self.reports);
    }

    fn raw(&mut self, range: Range<usize>) {
        match self.stack.top().kind {
            _ if self.stack.top().template => {}
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

/// What is asked of an element at its end.
struct Asked {
    id: Option<u32>,
    needs: Needs,
    label: bool,
    part: Part,
    names_parent: bool,
    role: Option<Role>,
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
