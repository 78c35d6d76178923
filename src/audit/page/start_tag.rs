//! What the parts of the audit are asked about a start tag, and what its element is to those around it.
//!
//! In: a start tag that is not plain, and where it stands. Out: reports, and what the element must have by its end.

use super::{PageReader, is_plain};
use crate::audit::book::elements as book_elements;
use crate::audit::element_kind::ElementKind;
use crate::audit::input::Medium;
use crate::audit::languages::Label;
use crate::audit::links::At;
use crate::audit::needs::Needs;
use crate::audit::outline::TagPlace;
use crate::audit::owned::Child;
use crate::audit::reports::Origin;
use crate::audit::rules::Basis;
use crate::audit::semantics::Semantics;
use crate::audit::stack::Frame;
use crate::audit::tag::{Attribute, LABELS, Set, Tag};
use crate::audit::{attributes, elements, focus, refresh, rules, text};

impl<'p> PageReader<'p> {
    /// Asks every part of the audit about a tag; gives what the element must have by its end.
    #[inline(always)]
    pub(super) fn judge(
        &mut self,
        tag: &Tag<'p>,
        place: TagPlace,
        semantics: &Semantics,
        around: &Frame,
    ) -> Needs {
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
        if kind == ElementKind::Marquee {
            self.reports.add(
                &rules::MOVING_TEXT,
                origin,
                "this text moves by itself, and nobody can stop it",
            );
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
        let content = tag.get(Attribute::Content).unwrap_or_default();
        if !self.refreshed
            && let Some(seconds) = refresh::delay(content)
        {
            self.refreshed = true;
            self.redirect = refresh::address(content).is_some();
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

    /// Reports an item of HTML that stands outside of what gives it its meaning. What a custom element is, its script says.
    fn stray(&mut self, tag: &Tag<'p>, semantics: &Semantics, origin: Origin) {
        use ElementKind::{
            Datalist, Dd, Div, Dl, Dt, Li, Menu, Ol, Optgroup, Option as Choice, Other, Select, Ul,
        };
        let around = self.stack.top().kind;
        let (is_at_home, home) = match tag.kind {
            Li => (
                !semantics.role.is_some_and(|role| role.is_generic) || matches!(around, Ul | Ol | Menu),
                "ul, ol or menu",
            ),
            Dt | Dd => (around == Dl || around == Div && self.stack.second() == Some(Dl), "dl"),
            Choice | Optgroup => {
                (self.stack.holds(Select) || self.stack.holds(Datalist), "select or datalist")
            }
            _ => return,
        };
        if !is_at_home && around != Other && tag.of_html && tag.given_role().is_none() {
            let message = format!("the {} stands in no {home}", tag.name());
            self.reports.add_on(Basis::NoAct, &rules::WRONG_PARENT, origin, message);
        }
    }

    /// Notes what an element is to those around it and in it.
    pub(super) fn relate(&mut self, tag: &Tag<'p>, semantics: &Semantics, origin: Origin, frame: &mut Frame) {
        self.stray(tag, semantics, origin);
        let Some(role) = semantics.as_parent(tag) else { return };
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
        frame.take_role(role);
        if child.is_busy {
            frame.context = None;
        }
    }
}
