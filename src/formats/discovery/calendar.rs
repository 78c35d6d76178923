//! The deadlines of resolutions as a calendar: iCalendar (RFC 5545) with an all-day event for each deadline whose days are known.
//!
//! The same texts give the same bytes: what says when an event was written down is the day of its resolution, or the one on which somebody
//! last looked, and an event is known by its resolution, its paragraph and its place in it.

use std::collections::HashMap;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::ical::{Calendar, day, uid};
use crate::follow_up::Row;
use crate::lang::Lang;
use crate::library::{Library, Work};
use crate::render::{canonical, deadlines, full_title, name_of_paragraph};

/// The days on which something can be done in time.
type Days = (Date, Date);

/// The calendar of a language.
pub fn text(library: &Library, lang: &Lang) -> String {
    let labels = library.language(lang).labels();
    let mut calendar = Calendar::new("follow-up");
    calendar.text("X-WR-CALNAME", &format!("{} - {}", labels.get("follow-up"), library.config.title(lang)));
    let mut places: HashMap<(&str, String), usize> = HashMap::new();
    for (work, row, days) in deadlines(library, lang) {
        let place = places.entry((&work.slug, row.paragraph.clone())).or_default();
        *place += 1;
        event(&mut calendar, library, work, &row, days, *place);
    }
    calendar.finish()
}

fn event(
    calendar: &mut Calendar,
    library: &Library,
    work: &Work,
    row: &Row<'_>,
    (start, end): Days,
    place: usize,
) {
    let name = format!("{}/{}#{}/{place}", work.lang, work.slug, row.paragraph);
    let written = work.official.front.date.into_iter().chain(row.looked_at()).max().unwrap_or(start);
    let after = end.checked_add(1.day()).unwrap_or(end);
    calendar.line("BEGIN", "VEVENT");
    calendar.line("UID", &uid(&name, "follow-up"));
    calendar.line("DTSTAMP", &format!("{}T000000Z", day(written)));
    calendar.line("DTSTART;VALUE=DATE", &day(start));
    calendar.line("DTEND;VALUE=DATE", &day(after));
    calendar.line("TRANSP", "TRANSPARENT");
    let front = &work.official.front;
    let title = front.symbol.clone().unwrap_or_else(|| full_title(&work.official));
    let who = row.who.map(|who| format!(" {who}")).unwrap_or_default();
    let paragraph = name_of_paragraph(&work.official, row, library.language(&work.lang).labels());
    calendar.text("SUMMARY", &format!("{title} {paragraph}{who}"));
    calendar.text("DESCRIPTION", row.what);
    if let Some(base) = &library.config.site.base_url {
        let address = canonical(base, &library.address(&work.official));
        calendar.line("URL", &format!("{address}#{}", row.paragraph));
    }
    calendar.line("END", "VEVENT");
}
