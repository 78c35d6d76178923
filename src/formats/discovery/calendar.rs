//! The deadlines of resolutions as a calendar: iCalendar (RFC 5545) with an all-day event for each deadline whose days are known.
//!
//! The same texts give the same bytes: what says when an event was written down is the day of its resolution, or the one on which somebody
//! last looked, and an event is known by its resolution, its paragraph and its place in it. A library for this would bring a calendar of
//! its own and a clock.

use std::collections::HashMap;
use std::fmt::Write as _;

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::follow_up::Row;
use crate::lang::Lang;
use crate::library::{Library, Work};
use crate::render::{canonical, deadlines, full_title, name_of_paragraph};
use crate::source::slice;

/// The longest line, in bytes, without its end.
const LINE: usize = 75;

/// The days on which something can be done in time.
type Days = (Date, Date);

/// The calendar of a language.
pub fn text(library: &Library, lang: &Lang) -> String {
    let labels = library.language(lang).labels();
    let mut calendar = Calendar(String::new());
    calendar.line("BEGIN", "VCALENDAR");
    calendar.line("VERSION", "2.0");
    calendar.line("PRODID", "-//Curbcut//follow-up//EN");
    calendar.line("CALSCALE", "GREGORIAN");
    calendar.text("X-WR-CALNAME", &format!("{} - {}", labels.get("follow-up"), library.config.title(lang)));
    let mut places: HashMap<(&str, String), usize> = HashMap::new();
    for (work, row, days) in deadlines(library, lang) {
        let place = places.entry((&work.slug, row.paragraph.clone())).or_default();
        *place += 1;
        calendar.event(library, work, &row, days, *place);
    }
    calendar.line("END", "VCALENDAR");
    calendar.0
}

struct Calendar(String);

impl Calendar {
    fn event(&mut self, library: &Library, work: &Work, row: &Row<'_>, (start, end): Days, place: usize) {
        let name = format!("{}/{}#{}/{place}", work.lang, work.slug, row.paragraph);
        let uid = blake3::hash(name.as_bytes()).to_hex();
        let written = work.official.front.date.into_iter().chain(row.looked_at()).max().unwrap_or(start);
        let after = end.checked_add(1.day()).unwrap_or(end);
        self.line("BEGIN", "VEVENT");
        self.line("UID", &format!("{}@follow-up", slice(&uid, ..32)));
        self.line("DTSTAMP", &format!("{}T000000Z", day(written)));
        self.line("DTSTART;VALUE=DATE", &day(start));
        self.line("DTEND;VALUE=DATE", &day(after));
        self.line("TRANSP", "TRANSPARENT");
        let front = &work.official.front;
        let title = front.symbol.clone().unwrap_or_else(|| full_title(&work.official));
        let who = row.who.map(|who| format!(" {who}")).unwrap_or_default();
        let paragraph = name_of_paragraph(&work.official, row, library.language(&work.lang).labels());
        self.text("SUMMARY", &format!("{title} {paragraph}{who}"));
        self.text("DESCRIPTION", row.what);
        if let Some(base) = &library.config.site.base_url {
            let address = canonical(base, &library.address(&work.official));
            self.line("URL", &format!("{address}#{}", row.paragraph));
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
