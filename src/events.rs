//! When events take place, and what is known of them.
//!
//! In: the front matter of an event in the main language of its folder. Out: when it begins and ends, on the clock of the place and in UTC;
//! whether it is over on the day of the build; its place in a list. What is wrong in it is found by `check`. The time zones are those of the
//! IANA database of the program, whatever the machine has.

mod cities;
mod media;

use std::cmp::Reverse;

use jiff::civil::{Date, DateTime};
use jiff::{Timestamp, ToSpan as _, Zoned};

use crate::day::Today;
use crate::front_matter::{EventStatus, FrontMatter, Moment, Zone};
use crate::lang::Lang;

pub use media::{MediaType, SIGNATURE, begins_as, endings, media_type};

/// When something takes place.
#[derive(Debug, Clone)]
pub struct When<'a> {
    /// When it begins.
    pub start: Moment,
    /// When it ends, if that is known.
    pub end: Option<Moment>,
    status: Option<EventStatus>,
    zone: Option<&'a Zone>,
}

/// Where an event stands in a list: the coming ones first, by their beginning; what has no beginning yet comes after them. Texts that are
/// no events stand between these and the events that are over, of which the last comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// It is still to come, or takes place now.
    Coming(DateTime),
    /// It is no event.
    Text,
    /// It is over.
    Over(Reverse<DateTime>),
}

impl Rank {
    /// Where a text stands on a day. `is_event` says whether it takes place at all.
    pub fn of(front: &FrontMatter, is_event: bool, today: Today) -> Self {
        match When::of(front) {
            _ if !is_event => Rank::Text,
            None => Rank::Coming(DateTime::MAX),
            // Nobody knows when it will be.
            Some(When { status: Some(EventStatus::Postponed), .. }) => Rank::Coming(DateTime::MAX),
            Some(when) if when.is_past(today) => Rank::Over(Reverse(when.begins())),
            Some(when) => Rank::Coming(when.begins()),
        }
    }
}

impl<'a> When<'a> {
    /// What the front matter says; none where it names no beginning.
    pub fn of(front: &'a FrontMatter) -> Option<Self> {
        Some(Self {
            start: front.start?,
            end: front.end,
            status: front.status,
            zone: front.time_zone.as_ref(),
        })
    }

    /// The last day.
    pub fn last_day(&self) -> Date {
        self.end.unwrap_or(self.start).day()
    }

    /// Whether it took place and is over.
    pub fn is_over(&self, today: Today) -> bool {
        self.takes_place() && self.is_past(today)
    }

    /// Whether its last day has ended everywhere.
    fn is_past(&self, today: Today) -> bool {
        today.is_over(self.last_day())
    }

    /// Whether it takes place at the time that was announced.
    pub fn takes_place(&self) -> bool {
        !self.status.is_some_and(EventStatus::is_off)
    }

    /// When it begins, by which lists are ordered.
    fn begins(&self) -> DateTime {
        match self.start {
            Moment::Day(day) => day.to_datetime(jiff::civil::Time::midnight()),
            Moment::Time(time) => time,
        }
    }

    /// Whether it lasts whole days.
    pub fn is_whole_days(&self) -> bool {
        matches!(self.start, Moment::Day(_))
    }

    /// A moment of it with its offset from UTC; none for a whole day, and where no time zone is named. A time that a clock shows twice is
    /// the first of the two, as RFC 5545 has it.
    pub fn zoned(&self, moment: Moment) -> Option<Zoned> {
        zoned(moment, self.zone?)
    }

    /// The city by whose name people know the clock, in a language; none where it is that of no city.
    pub fn city(&self, lang: &Lang) -> Option<&'static str> {
        cities::city(self.zone?.name(), lang)
    }

    /// The day after the last, as calendars write where whole days end; none where there is none.
    pub fn day_after(&self) -> Option<Date> {
        self.last_day().checked_add(1.day()).ok()
    }
}

/// A time on the clock of a zone.
fn zoned(moment: Moment, Zone(zone): &Zone) -> Option<Zoned> {
    match moment {
        Moment::Day(_) => None,
        Moment::Time(time) => zone.to_ambiguous_zoned(time).compatible().ok(),
    }
}

/// Whether no clock of a zone ever shows this time, as it was put forward over it.
pub fn is_skipped(moment: Moment, Zone(zone): &Zone) -> bool {
    match moment {
        Moment::Day(_) => false,
        Moment::Time(time) => {
            matches!(zone.to_ambiguous_timestamp(time).offset(), jiff::tz::AmbiguousOffset::Gap { .. })
        }
    }
}

/// A time as calendars write it: in UTC, which needs no rules of a time zone beside it.
pub fn in_utc(time: &Zoned) -> String {
    let utc: Timestamp = time.timestamp();
    utc.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// A time with its offset, as ISO 8601 writes it: `2026-09-14T10:00+02:00`.
pub fn with_offset(time: &Zoned) -> String {
    time.strftime("%Y-%m-%dT%H:%M%:z").to_string()
}

/// The offset from UTC as people read it: `+2`, `+5:45`, `−3`.
pub fn offset(time: &Zoned) -> String {
    let seconds = time.offset().seconds();
    let sign = if seconds < 0 { '−' } else { '+' };
    let minutes = seconds.unsigned_abs() / 60;
    match minutes % 60 {
        0 => format!("{sign}{}", minutes / 60),
        rest => format!("{sign}{}:{rest:02}", minutes / 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn front(start: &str, end: &str, zone: &str) -> FrontMatter {
        let end = (!end.is_empty()).then(|| end.parse().unwrap());
        let time_zone = (!zone.is_empty()).then(|| zone.parse().unwrap());
        FrontMatter { start: Some(start.parse().unwrap()), end, time_zone, ..FrontMatter::default() }
    }

    fn said(start: &str, end: &str, zone: &str) -> String {
        let front = front(start, end, zone);
        let when = When::of(&front).unwrap();
        let moments = std::iter::once(when.start).chain(when.end);
        let said = |moment| {
            when.zoned(moment).map_or_else(
                || "-".to_owned(),
                |time| format!("{} {} {}", with_offset(&time), in_utc(&time), offset(&time)),
            )
        };
        moments.map(said).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn times_are_those_of_the_clock_of_the_place_whatever_the_season() {
        assert_eq!(
            said("2026-09-14T10:00", "", "Europe/Zurich"),
            "2026-09-14T10:00+02:00 20260914T080000Z +2"
        );
        assert_eq!(
            said("2026-12-14T10:00", "", "Asia/Shanghai"),
            "2026-12-14T10:00+08:00 20261214T020000Z +8"
        );
        assert_eq!(
            said("2026-12-14T10:00", "", "Asia/Kathmandu"),
            "2026-12-14T10:00+05:45 20261214T041500Z +5:45"
        );
        assert_eq!(
            said("2026-12-14T10:00", "", "America/Sao_Paulo"),
            "2026-12-14T10:00-03:00 20261214T130000Z −3"
        );
        // Clocks are put back in the night to 25 October 2026 in Zurich, so the second day is an hour longer.
        assert_eq!(
            said("2026-10-24T10:00", "2026-10-25T18:00", "Europe/Zurich"),
            "2026-10-24T10:00+02:00 20261024T080000Z +2 | 2026-10-25T18:00+01:00 20261025T170000Z +1"
        );
        // What the clock shows twice that night is the first of the two.
        assert_eq!(
            said("2026-10-25T02:30", "", "Europe/Zurich"),
            "2026-10-25T02:30+02:00 20261025T003000Z +2"
        );
        assert_eq!(said("2026-09-14", "2026-09-15", ""), "- | -");
    }

    #[test]
    fn a_time_over_which_the_clock_is_put_forward_is_none() {
        let zone: Zone = "Europe/Zurich".parse().unwrap();
        let skipped = |time: &str| is_skipped(time.parse().unwrap(), &zone);
        assert!(skipped("2026-03-29T02:30") && !skipped("2026-03-29T03:00") && !skipped("2026-10-25T02:30"));
        assert!(!skipped("2026-03-29"));
    }

    #[test]
    fn coming_events_come_first_and_past_ones_last() {
        let today = Today::given("2026-11-30".parse().unwrap());
        let rank = |start: &str, end: &str| Rank::of(&front(start, end, ""), true, today);
        let text = Rank::of(&FrontMatter::default(), false, today);
        let unknown = Rank::of(&FrontMatter::default(), true, today);
        let order = [
            rank("2026-11-28", "2026-11-30"),
            rank("2026-11-30T10:00", ""),
            rank("2026-12-01", ""),
            unknown,
            text,
            rank("2026-11-29", ""),
            rank("2026-11-01", "2026-11-02"),
        ];
        assert!(order.is_sorted() && order.windows(2).all(|pair| pair[0] != pair[1]), "{order:?}");
    }

    #[test]
    fn what_is_no_day_or_time_says_what_to_write() {
        let wrong = |written: &str| written.parse::<Moment>().unwrap_err();
        assert!(wrong("10:00").contains("2026-09-14T10:00"), "{}", wrong("10:00"));
        assert!(
            wrong("2026-09-14T10:00+02:00").contains("write 10:00,"),
            "{}",
            wrong("2026-09-14T10:00+02:00")
        );
        assert!(wrong("2026-09-14T10:00Z").contains("time-zone"), "{}", wrong("2026-09-14T10:00Z"));
        assert!(
            wrong("2026-09-14T25:00").contains("no time that a clock shows"),
            "{}",
            wrong("2026-09-14T25:00")
        );
        assert!(wrong("2026-02-30").contains("the month has 28 days"), "{}", wrong("2026-02-30"));
        assert!(wrong("9 月 14 日").contains("neither a day"), "{}", wrong("9 月 14 日"));
        assert_eq!("2026-09-14 10:00".parse::<Moment>().unwrap().to_string(), "2026-09-14T10:00");
    }

    #[test]
    fn a_zone_that_is_none_names_the_nearest() {
        let wrong = |name: &str| name.parse::<Zone>().unwrap_err();
        assert!(
            wrong("Europe/Zürich").contains("did you mean “Europe/Zurich”"),
            "{}",
            wrong("Europe/Zürich")
        );
        assert!(wrong("zurich").contains("did you mean “Europe/Zurich”"), "{}", wrong("zurich"));
        assert!(
            wrong("asia/shanghai").contains("did you mean “Asia/Shanghai”"),
            "{}",
            wrong("asia/shanghai")
        );
        assert!(wrong("北京").contains("write a name such as"), "{}", wrong("北京"));
    }
}
