//! An event as a calendar of its own: iCalendar (RFC 5545), which people put into theirs.
//!
//! Times are written in UTC, which needs no rules of a time zone in the file; whole days are written as days. The same texts give the same
//! bytes. An event has one name in all languages, so that nobody has it twice.

use jiff::civil::Time;

use super::ical::{Calendar, day, uid, written};
use crate::address::Address;
use crate::events::{When, in_utc};
use crate::front_matter::Moment;
use crate::library::{Library, Work};
use crate::render::event::{calendar_address, event, standing, status};
use crate::render::{canonical, full_title};
use crate::view::EventFact;

/// The events of a site that have a calendar, each with where it stands.
pub fn all(library: &Library) -> impl Iterator<Item = (Address, &Work)> {
    library.works.iter().filter_map(|work| Some((calendar_address(library, work)?, work)))
}

/// The calendar of an event. What people ask before they come is its description.
pub fn text(library: &Library, work: &Work) -> String {
    let front = &work.facts.front;
    let said = event(library, library.language(&work.lang).labels(), work, None);
    let facts: Vec<EventFact> =
        said.into_iter().flat_map(|event| event.facts.into_iter().chain(event.access)).collect();
    let mut calendar = Calendar::new("event");
    let Some(when) = When::of(front) else { return calendar.finish() };
    calendar.line("BEGIN", "VEVENT");
    calendar.line("UID", &uid(library, &work.slug));
    // What changed in a translation changed in its calendar.
    let days = [front.date, work.official.front.date].into_iter().flatten();
    calendar.line("DTSTAMP", &written(days, library.today));
    times(&mut calendar, &when);
    if !when.takes_place() {
        calendar.line("STATUS", "CANCELLED");
    }
    let labels = library.language(&work.lang).labels();
    let title = full_title(&work.official);
    // Many calendars do not show what an event has become.
    let named = status(labels, work).and_then(|status| {
        let arguments = [("status", status.as_str().into()), ("title", title.as_str().into())];
        labels.format("event-named-with-status", &arguments)
    });
    calendar.words("SUMMARY", &work.lang, &named.unwrap_or(title));
    let summary = work.official.front.summary.trim();
    let (colon, separator) = (labels.get("colon"), labels.get("list-separator"));
    let lines = facts.iter().map(|fact| {
        let said: Vec<&str> = fact
            .values
            .iter()
            .map(|value| value.href.as_deref().filter(is_whole).unwrap_or(&value.words))
            .collect();
        format!("{}{colon}{}", fact.term, said.join(separator))
    });
    let description: Vec<String> = standing(library, labels, work)
        .into_iter()
        .chain([summary.to_owned()])
        .chain(lines)
        .filter(|line| !line.is_empty())
        .collect();
    calendar.words("DESCRIPTION", &work.lang, &description.join("\n"));
    let of = |front: &crate::front_matter::FrontMatter| {
        let place = front.place.as_deref();
        let parts = place.map(|place| [place.name.clone(), place.address.clone()]).unwrap_or_default();
        parts.into_iter().flatten().collect::<Vec<_>>()
    };
    let place = Some(of(&work.official.front)).filter(|place| !place.is_empty()).unwrap_or_else(|| of(front));
    // Nobody joins what is over.
    let online = front.online.clone().filter(|_| !when.is_over(library.today));
    let place = place.into_iter().chain(online).collect::<Vec<_>>().join(", ");
    // Calendars show the way to a place; nobody is to go to what does not take place.
    if !place.is_empty() && when.takes_place() {
        calendar.text("LOCATION", &place);
    }
    if let Some(base) = &library.config.site.base_url {
        calendar.line("URL", &canonical(base, &library.address(&work.official)));
    }
    calendar.line("END", "VEVENT");
    calendar.finish()
}

fn is_whole(href: &&str) -> bool {
    href.starts_with("https:") || href.starts_with("http:")
}

fn times(calendar: &mut Calendar, when: &When<'_>) {
    let mut moment = |name: &str, moment: Moment| match (when.zoned(moment), moment) {
        (Some(time), _) => calendar.line(name, &in_utc(&time)),
        // Without a time zone it is the time of wherever the reader is.
        (None, Moment::Time(time)) => calendar.line(name, &time.strftime("%Y%m%dT%H%M%S").to_string()),
        (None, Moment::Day(_)) => {}
    };
    match when.is_whole_days() {
        true => {
            calendar.line("DTSTART;VALUE=DATE", &day(when.start.day()));
            // Without a day after the last, which is the end of all calendars, the event is the day that it begins on.
            when.day_after().into_iter().for_each(|after| calendar.line("DTEND;VALUE=DATE", &day(after)));
            calendar.line("TRANSP", "TRANSPARENT");
        }
        false => {
            moment("DTSTART", when.start);
            let end = when.end.filter(|end| *end != when.start);
            // A day without a time, which is found, ends with the day.
            let end = end.map(|end| match end {
                Moment::Day(day) => Moment::Time(day.to_datetime(Time::midnight())),
                end => end,
            });
            end.into_iter().for_each(|end| moment("DTEND", end));
        }
    }
}
