//! The deadlines of resolutions as a calendar: iCalendar (RFC 5545) with an all-day event for each deadline whose days are known.
//!
//! The same texts give the same bytes: what says when an event was written down is the day of its resolution, or the one on which somebody
//! last looked, and an event is known by its site, its resolution, its paragraph and its place in it.

use jiff::ToSpan as _;

use super::ical::{Calendar, day, uid, written};
use crate::lang::Lang;
use crate::library::Library;
use crate::render::{DatedRow, canonical, deadlines, full_title, name_of_paragraph, short_title, who};
use crate::source::slice;

/// About so many characters of a task are in its summary, which calendars show in a line or two.
const SUMMARY: usize = 60;

/// The calendar of a language.
pub fn text(library: &Library, lang: &Lang) -> String {
    let labels = library.language(lang).labels();
    let mut calendar = Calendar::new("follow-up");
    calendar.text("X-WR-CALNAME", &format!("{} - {}", labels.get("follow-up"), library.config.title(lang)));
    for dated in deadlines(library, lang) {
        event(&mut calendar, library, &dated);
    }
    calendar.finish()
}

fn event(calendar: &mut Calendar, library: &Library, dated: &DatedRow<'_>) {
    let DatedRow { work, row, place, days: (start, end) } = dated;
    let labels = library.language(&work.lang).labels();
    let page = library.address(&work.official);
    let base = library.config.site.base_url.as_deref();
    let days = work.official.front.date.into_iter().chain(row.looked_at());
    calendar.line("BEGIN", "VEVENT");
    calendar.line("UID", &uid(library, &format!("{}#{}/{place}", page.path(), row.paragraph)));
    calendar.line("DTSTAMP", &written(days, library.today));
    calendar.line("DTSTART;VALUE=DATE", &day(*start));
    // Without a day after the last, which is the end of all calendars, the event is the one day that it begins on.
    if let Ok(after) = end.checked_add(1.day()) {
        calendar.line("DTEND;VALUE=DATE", &day(after));
    }
    calendar.line("TRANSP", "TRANSPARENT");
    let paragraph = name_of_paragraph(&work.official, row, labels);
    let summary = [
        ("who", who(row, labels).unwrap_or_else(|| "none".to_owned())),
        ("what", shortened(row.what)),
        ("place", format!("{} {paragraph}", short_title(&work.official))),
    ];
    let summary = summary.each_ref().map(|(name, words)| (*name, words.as_str().into()));
    calendar.words("SUMMARY", &work.lang, &labels.format("follow-up-event", &summary).unwrap_or_default());
    calendar.words("DESCRIPTION", &work.lang, &format!("{}\n{}", row.what, full_title(&work.official)));
    if let Some(base) = base {
        calendar.line("URL", &format!("{}#{}", canonical(base, &page), row.paragraph));
    }
    calendar.line("END", "VEVENT");
}

/// The beginning of a task: whole clauses where they are neither long nor few, and else whole words.
fn shortened(words: &str) -> String {
    let Some((most, _)) = words.char_indices().nth(SUMMARY) else { return words.to_owned() };
    let beginning = slice(words, ..most);
    let clause = beginning.rfind(['，', '；', '、', ',', ';']).filter(|end| *end > most / 3);
    let end = clause.or_else(|| beginning.rfind(char::is_whitespace)).unwrap_or(most);
    format!("{}…", slice(words, ..end))
}
