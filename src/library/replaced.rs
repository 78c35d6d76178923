//! A new reading of one text in a library: a preview puts it in the place of the old one where nothing else changes.

use std::sync::Arc;

use super::{Library, TextPlace, follow_up};
use crate::document::{Body, Document};

impl Library {
    /// Puts a new reading of a file in the place of the old one; `false` when the library has no text of this file.
    pub fn replace(&mut self, document: Arc<Document>) -> bool {
        let place = match self.index.texts.get(document.source.path()).copied() {
            Some(TextPlace::Home(at)) => &mut self.homes[at],
            Some(TextPlace::Section(at)) => {
                self.sections[at] = document;
                self.page_works = Arc::new(self.find_page_works());
                return true;
            }
            Some(TextPlace::Official(at)) => {
                self.works[at].tasks = follow_up::tasks(&document, &self.language_data);
                self.works[at].official = document;
                self.share_facts();
                self.followed = Arc::new(self.follow());
                self.related = Arc::new(self.relate_events());
                return true;
            }
            Some(TextPlace::EasyRead(at)) => match &mut self.works[at].easy_read {
                Some(easy) => easy,
                None => return false,
            },
            None => return false,
        };
        *place = document;
        true
    }

    /// Gives each work the text that holds the facts of its folder.
    pub(super) fn share_facts(&mut self) {
        let mut first: Option<Arc<Document>> = None;
        for work in &mut self.works {
            let facts =
                first.filter(|facts| facts.slug == work.slug).unwrap_or_else(|| work.official.clone());
            work.facts = facts.clone();
            first = Some(facts);
        }
    }

    /// Whether a new reading of a text stands otherwise among the others than the one that the library has: in a list, in the menu, or in
    /// whose wording counts.
    pub fn stands_otherwise(&self, document: &Document) -> bool {
        fn placed(document: &Document) -> impl PartialEq + use<'_> {
            let front = &document.front;
            let session = front.session.as_ref().map(|session| &session.name);
            let kind = (front.kind.listing(), front.kind.is_official(), front.authority);
            let is_resolution = matches!(document.body, Body::Resolution(_));
            let time = (front.start, front.end);
            (
                kind,
                is_resolution,
                &front.title,
                front.date,
                session,
                front.order,
                front.group,
                &front.menu,
                time,
            )
        }
        self.text(document.source.path()).is_none_or(|old| placed(old) != placed(document))
    }
}
