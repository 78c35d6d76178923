//! The events that lead to a text, as the page of that text shows them.

use super::short_name;
use super::when::days;
use crate::address::Address;
use crate::lang::Lang;
use crate::library::{Relation, Target, Work};
use crate::render::Renderer;
use crate::render::official::full_title;
use crate::view::{EventValue, RelatedEvent, RelatedEvents};

/// The events that lead to the text of a folder, whose page stands at `page`.
pub fn related(renderer: &Renderer<'_>, slug: &str, lang: &Lang, page: &Address) -> Vec<RelatedEvents> {
    let library = renderer.library;
    let of = |(relation, id, label): (Relation, &str, &str)| {
        let events = library.events_of(slug, relation, lang);
        let event = |work: &Work| event(renderer, work, lang, page, relation == Relation::Series);
        (!events.is_empty()).then(|| RelatedEvents {
            id: id.to_owned(),
            heading: renderer.labels(lang).get(label).to_owned(),
            events: events.into_iter().map(event).collect(),
        })
    };
    [
        (Relation::Report, "events-reported", "events-reported"),
        (Relation::Series, "events-in-series", "events-in-series"),
        (Relation::AskedFor, "events-asked-for", "events-asked-for"),
    ]
    .into_iter()
    .filter_map(of)
    .collect()
}

fn event(
    renderer: &Renderer<'_>,
    work: &Work,
    lang: &Lang,
    page: &Address,
    with_reports: bool,
) -> RelatedEvent {
    let library = renderer.library;
    let days = days(work, renderer.labels(lang));
    let reports = work.facts.front.report.iter().filter(|_| with_reports);
    let report = |link: &String| match library.resolve(&work.facts, link) {
        Target::Page { text, .. } => {
            let text = super::led_to(library, text, lang);
            Some(EventValue {
                words: short_name(text).to_owned(),
                lang: (text.lang != *lang).then(|| text.lang.to_string()),
                href: Some(page.link_to(&library.address(text))),
                ..EventValue::default()
            })
        }
        _ => None,
    };
    RelatedEvent {
        title: full_title(&work.official),
        lang: (work.lang != *lang).then(|| work.lang.to_string()),
        href: page.link_to(&library.address(&work.official)),
        datetime: days.as_ref().map(|(_, day)| day.clone()),
        date: days.map(|(words, _)| words),
        status: super::status(renderer.labels(lang), work),
        reports: reports.filter_map(report).collect(),
    }
}
