//! How a calendar is written: iCalendar (RFC 5545), with lines of at most 75 bytes.
//!
//! In: properties. Out: the lines of the file. A library for this would bring a calendar of its own and a clock.

use std::fmt::Write as _;

use jiff::civil::Date;
use uuid::Uuid;

use crate::day::Today;
use crate::lang::Lang;
use crate::library::Library;
use crate::source::slice;

/// The longest line, in bytes, without its end.
const LINE: usize = 75;

/// A calendar that is being written.
pub struct Calendar(String);

impl Calendar {
    /// A calendar without events; `product` names what wrote it.
    pub fn new(product: &str) -> Self {
        let mut calendar = Self(String::new());
        calendar.line("BEGIN", "VCALENDAR");
        calendar.line("VERSION", "2.0");
        calendar.line("PRODID", &format!("-//Curbcut//{product}//EN"));
        calendar.line("CALSCALE", "GREGORIAN");
        calendar
    }

    /// The whole file.
    pub fn finish(mut self) -> String {
        self.line("END", "VCALENDAR");
        self.0
    }

    /// Writes words of a language.
    pub fn words(&mut self, name: &str, lang: &Lang, words: &str) {
        self.text(&format!("{name};LANGUAGE={lang}"), words);
    }

    /// Writes words, in which some marks are escaped.
    pub fn text(&mut self, name: &str, words: &str) {
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
    pub fn line(&mut self, name: &str, value: &str) {
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

/// The name by which calendars know an event again: it depends on nothing but the site and where in it the event is described.
pub fn uid(library: &Library, place: &str) -> String {
    let site = library.config.site.base_url.as_deref().unwrap_or(&library.config.title);
    let name = format!("{}/{place}", site.trim_end_matches('/'));
    Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes()).to_string()
}

/// When an event was written down, which is past: the latest of these days that has come. Where there is none, it is a day before all
/// others: the day of the build would be another in each.
pub fn written(days: impl IntoIterator<Item = Date>, today: Today) -> String {
    const BEFORE_ALL: Date = jiff::civil::date(1970, 1, 1);
    let known = days.into_iter().filter(|day| *day <= today.date()).max();
    format!("{}T000000Z", day(known.unwrap_or(BEFORE_ALL)))
}

/// A day as a calendar writes it.
pub fn day(date: Date) -> String {
    date.strftime("%Y%m%d").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_never_written_on_a_day_to_come() {
        let day = |day: &str| day.parse::<Date>().unwrap();
        let written =
            |days: &[&str]| written(days.iter().map(|written| day(written)), Today::given(day("2026-11-30")));
        assert_eq!(written(&["2026-09-01", "2026-10-01", "2026-12-14"]), "20261001T000000Z");
        assert_eq!(written(&["2026-11-30"]), "20261130T000000Z");
        assert_eq!(written(&["2026-12-14"]), "19700101T000000Z");
        assert_eq!(written(&[]), "19700101T000000Z");
    }

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
