//! Which events lead to a text: those whose report it is, those of the series that it is about, those that it asked for.

use std::collections::HashMap;

use super::{Library, Target, Work};
use crate::events::When;
use crate::lang::Lang;

/// What an event has to do with a text that it leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// The text came of it.
    Report,
    /// The text is that of the series that it belongs to.
    Series,
    /// The text asked for it.
    AskedFor,
}

/// The events that lead to the texts of a folder, in the order in which they take place.
pub(super) type Related = HashMap<Box<str>, Vec<(Relation, Box<str>)>>;

impl Library {
    /// Finds the events that lead to texts.
    pub(super) fn relate_events(&self) -> Related {
        let mut related = Related::new();
        let mut events: Vec<&Work> = self.works.iter().filter(|work| work.kind().takes_place()).collect();
        events.retain(|work| std::ptr::eq(&*work.official, &*work.facts));
        events.sort_by_cached_key(|work| When::of(&work.facts.front).map(|when| when.start.day()));
        for event in events {
            let front = &event.facts.front;
            let links = front.report.iter().map(|link| (Relation::Report, link));
            let links = links.chain(front.series.iter().map(|link| (Relation::Series, link)));
            for (relation, link) in links.chain(front.follows.iter().map(|link| (Relation::AskedFor, link))) {
                if let Target::Page { text, .. } = self.resolve(&event.facts, link)
                    && text.slug != event.slug
                {
                    let leads = related.entry(text.slug.clone()).or_default();
                    if !leads.contains(&(relation, event.slug.clone())) {
                        leads.push((relation, event.slug.clone()));
                    }
                }
            }
        }
        related
    }

    /// The events that lead to the text of a folder, in this language or in the first one that they have.
    pub fn events_of(&self, slug: &str, relation: Relation, lang: &Lang) -> Vec<&Work> {
        let leads = self.related.get(slug).map_or(&[][..], Vec::as_slice).iter();
        let events = leads.filter(|(known, _)| *known == relation);
        events
            .filter_map(|(_, event)| self.work(event, lang).or_else(|| self.works_of(event).first()))
            .collect()
    }
}
