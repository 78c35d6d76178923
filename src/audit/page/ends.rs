//! What is found where elements end, and where the page ends.
//!
//! In: elements that were opened with something to do at their end, and the end of the page. Out: reports, and the [`PageAudit`].

use super::PageReader;
use crate::audit::accessible_name::Contribution;
use crate::audit::applicability::TestTarget;
use crate::audit::aria::Role;
use crate::audit::document::Document;
use crate::audit::element_kind::ElementKind;
use crate::audit::input::Medium;
use crate::audit::needs::Needs;
use crate::audit::outline::Named;
use crate::audit::page_audit::PageAudit;
use crate::audit::reports::Origin;
use crate::audit::stack::Debt;
use crate::audit::tag::Tag;
use crate::audit::text::{self, Tally};
use crate::audit::{markup, name_sources, rules, semantics};
use crate::source::{Span, slice};

/// What is asked of an element at its end.
pub(super) struct Asked {
    pub(super) id: Option<u32>,
    pub(super) needs: Needs,
    pub(super) label: bool,
    pub(super) contribution: Contribution,
    pub(super) names_parent: bool,
    pub(super) role: Option<Role>,
}

impl<'p> PageReader<'p> {
    /// Closes the elements that are open above a depth of the stack, at a place of the page.
    pub(super) fn close_to(&mut self, depth: usize, at: u32) {
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
    fn closed(&mut self, debt: &Debt, at: u32) {
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

    /// Notes what is asked of an element at its end.
    pub(super) fn owe(&mut self, tag: &Tag<'p>, asked: Asked, origin: Origin) {
        let Asked { id, needs, label, mut contribution, names_parent, role } = asked;
        let kind = tag.kind;
        if kind == ElementKind::Label {
            self.labels.open(tag);
        }
        let field = semantics::is_labelable(kind, tag).then(|| self.labels.field(tag));
        if field.is_some_and(|field| field.is_inside) {
            contribution = Contribution::None;
        }
        let from_content = name_sources::is_named_by_content(kind, role);
        let name = self.names.open(name_sources::of(kind, tag, role), contribution, from_content);
        let tally = self.tally;
        let debt = Debt { kind, origin, id, needs, name, child: None, names_parent, field, tally, label };
        if tag.has_content {
            self.label_texts += u32::from(label);
            self.stack.owe(debt);
        } else {
            self.closed(&debt, tag.span.end);
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
    pub(super) fn finish(mut self) -> PageAudit {
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
        self.common_words.finish(&mut self.reports);
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
