//! The deadlines of resolutions as a calendar: iCalendar (RFC 5545) with an all-day event for each deadline whose days are known.
//!
//! The same texts give the same bytes: what says when an event was written down is the day of its resolution, or the one on which somebody
//! last looked, and an event is known by its site, its resolution, its paragraph and its place in it. A library for this would bring a
//! calendar of its own and a clock.

use std::fmt::Write as _;

use jiff::ToSpan as _;
use jiff::civil::Date;
use uuid::Uuid;

use crate::lang::Lang;
use crate::library::Library;
use crate::render::{DatedRow, canonical, deadlines, full_title, name_of_paragraph, short_title, who};
use crate::source::slice;

/// The longest line, in bytes, without its end.
const LINE: usize = 75;

/// About so many characters of a task are in its summary, which calendars show in a line or two.
const SUMMARY: usize = 60;

/// The calendar of a language.
pub fn text(library: &Library, lang: &Lang) -> String {
    let labels = library.language(lang).labels();
    let mut calendar = Calendar(String::new());
    calendar.line("BEGIN", "VCALENDAR");
    calendar.line("VERSION", "2.0");
    calendar.line("PRODID", "-//Curbcut//follow-up//EN");
    calendar.line("CALSCALE", "GREGORIAN");
    calendar.text("X-WR-CALNAME", &format!("{} - {}", labels.get("follow-up"), library.config.title(lang)));
    for dated in deadlines(library, lang) {
        calendar.event(library, &dated);
    }
    calendar.line("END", "VCALENDAR");
    calendar.0
}

struct Calendar(String);

impl Calendar {
    fn event(&mut self, library: &Library, dated: &DatedRow<'_>) {
        let DatedRow { work, row, place, days: (start, end) } = dated;
        let labels = library.language(&work.lang).labels();
        let page = library.address(&work.official);
        let base = library.config.site.base_url.as_deref();
        let site = base.unwrap_or(&library.config.title).trim_end_matches('/');
        let name = format!("{site}/{}#{}/{place}", page.path(), row.paragraph);
        let written = work.official.front.date.into_iter().chain(row.looked_at()).max().unwrap_or(*start);
        self.line("BEGIN", "VEVENT");
        self.line("UID", &Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes()).to_string());
        self.line("DTSTAMP", &format!("{}T000000Z", day(written)));
        self.line("DTSTART;VALUE=DATE", &day(*start));
        // Without a day after the last, which is the end of all calendars, the event is the one day that it begins on.
        if let Ok(after) = end.checked_add(1.day()) {
            self.line("DTEND;VALUE=DATE", &day(after));
        }
        self.line("TRANSP", "TRANSPARENT");
        let paragraph = name_of_paragraph(&work.official, row, labels);
        let summary = [
            ("who", who(row, labels).unwrap_or_else(|| "none".to_owned())),
            ("what", shortened(row.what)),
            ("place", format!("{} {paragraph}", short_title(&work.official))),
        ];
        let summary = summary.each_ref().map(|(name, words)| (*name, words.as_str().into()));
        self.text("SUMMARY", &labels.format("follow-up-event", &summary).unwrap_or_default());
        self.text("DESCRIPTION", &format!("{}\n{}", row.what, full_title(&work.official)));
        if let Some(base) = base {
            self.line("URL", &format!("{}#{}", canonical(base, &page), row.paragraph));
        }
        self.line("END", "VEVENT");
    }

    /// Writes words, in which some marks are escaped.
    fn text(&mut self, name: &str, words: &str) {
        let mut escaped = String::with_capacity(words.len());
        for c in words.chars() {
            match c {
                '\\' | ';' | ',' => escaped.extend(['\\', c]),
                '\n' => escaped.push_str("\\n"),
                c if c.is_control() => {}
                c => escaped.push(c),
            }
        }
        self.line(name, &escaped);
    }

    /// Writes a line; a long one goes on in lines that begin with a space.
    fn line(&mut self, name: &str, value: &str) {
        let line = format!("{name}:{value}");
        let mut rest = line.as_str();
        let mut most = LINE;
        while rest.len() > most {
            let cut = (0..=most).rev().find(|&at| rest.is_char_boundary(at)).unwrap_or(most);
            let _ = write!(self.0, "{}\r\n ", slice(rest, ..cut));
            rest = slice(rest, cut..);
            most = LINE - 1;
        }
        let _ = write!(self.0, "{rest}\r\n");
    }
}

/// The beginning of a task: whole clauses where they are neither long nor few, and else whole words.
fn shortened(words: &str) -> String {
    let Some((most, _)) = words.char_indices().nth(SUMMARY) else { return words.to_owned() };
    let beginning = slice(words, ..most);
    let clause = beginning.rfind(['，', '；', '、', ',', ';']).filter(|end| *end > most / 3);
    let end = clause.or_else(|| beginning.rfind(char::is_whitespace)).unwrap_or(most);
    format!("{}…", slice(words, ..end))
}

fn day(date: Date) -> String {
    date.strftime("%Y%m%d").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_characters_and_marks_are_escaped() {
        let mut calendar = Calendar(String::new());
        let words = "讨论会，报告；a,b;c\\d\n".repeat(12);
        calendar.text("DESCRIPTION", &words);
        assert!(calendar.0.ends_with("\r\n"));
        for line in calendar.0.split_terminator("\r\n") {
            assert!(line.len() <= LINE, "{line}");
        }
        let unfolded = calendar.0.replace("\r\n ", "");
        assert_eq!(unfolded, format!("DESCRIPTION:{}\r\n", r"讨论会，报告；a\,b\;c\\d\n".repeat(12)));
    }
}
