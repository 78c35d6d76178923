//! Days and times of an event in the words of a page.

use jiff::civil::{Date, Time, Weekday};

use super::Shown;
use crate::events::{When, offset, with_offset};
use crate::front_matter::Moment;
use crate::languages::Labels;
use crate::library::Work;
use crate::render::facts::long_date;
use crate::view::EventValue;

const WEEKDAYS: [&str; 7] =
    ["weekday-1", "weekday-2", "weekday-3", "weekday-4", "weekday-5", "weekday-6", "weekday-7"];

/// A day with the name it has in the week.
pub fn day(date: Date, labels: &Labels) -> String {
    let weekday =
        WEEKDAYS[usize::try_from(Weekday::to_monday_zero_offset(date.weekday())).unwrap_or(0).min(6)];
    let (day, weekday) = (long_date(date, labels), labels.get(weekday));
    let arguments = [("day", day.as_str().into()), ("weekday", weekday.into())];
    labels.format("event-day", &arguments).unwrap_or(day)
}

/// A time as clocks show it.
pub fn clock(time: Time) -> String {
    time.strftime("%H:%M").to_string()
}

/// From one to the other.
fn range(labels: &Labels, start: &str, end: &str) -> String {
    let arguments = [("start", start.into()), ("end", end.into())];
    labels.format("event-from-to", &arguments).unwrap_or_else(|| format!("{start}-{end}"))
}

fn moment(labels: &Labels, moment: Moment) -> String {
    let date = day(moment.day(), labels);
    match moment {
        Moment::Day(_) => date,
        Moment::Time(time) => at(labels, &date, &clock(time.time())),
    }
}

fn at(labels: &Labels, day: &str, time: &str) -> String {
    let arguments = [("day", day.into()), ("time", time.into())];
    labels.format("event-day-time", &arguments).unwrap_or_else(|| format!("{day} {time}"))
}

/// When an event takes place, in words, and its beginning for programs.
pub fn in_words(when: &When<'_>, labels: &Labels) -> (String, String) {
    let start = when.zoned(when.start).map_or_else(|| when.start.to_string(), |time| with_offset(&time));
    let words = match (when.start, when.end) {
        (first, None) => moment(labels, first),
        (first, Some(last)) if first == last => moment(labels, first),
        (Moment::Time(first), Some(Moment::Time(last))) if first.date() == last.date() => {
            at(labels, &day(first.date(), labels), &range(labels, &clock(first.time()), &clock(last.time())))
        }
        (first, Some(last)) => range(labels, &moment(labels, first), &moment(labels, last)),
    };
    (words, start)
}

/// The days of an event for a list: its time is on its own page.
pub fn days(work: &Work, labels: &Labels) -> Option<(String, String)> {
    let when = When::of(&work.facts.front).filter(|_| work.kind().takes_place())?;
    let (first, last) = (when.start.day(), when.last_day());
    let words = match first == last {
        true => day(first, labels),
        false => range(labels, &day(first, labels), &day(last, labels)),
    };
    Some((words, first.to_string()))
}

impl Shown<'_> {
    pub(super) fn times(&self) -> Vec<EventValue> {
        let Some(when) = self.when() else { return Vec::new() };
        let (words, start) = in_words(&when, self.labels);
        let datetime = when.end.is_none_or(|end| end == when.start).then_some(start);
        let time = EventValue { words, datetime, ..EventValue::default() };
        let zone = self.zone(&when).map(|words| EventValue { words, ..EventValue::default() });
        std::iter::once(time).chain(zone).collect()
    }

    /// The clock that the times are read from, and how far it is from UTC at the beginning and at the end.
    fn zone(&self, when: &When<'_>) -> Option<String> {
        let start = offset(&when.zoned(when.start)?);
        let end = when.end.and_then(|end| when.zoned(end)).map_or_else(|| start.clone(), |end| offset(&end));
        let label = if start == end { "event-zone" } else { "event-zone-changes" };
        let zone = when.city(&self.work.lang).unwrap_or("none");
        self.labels.format(
            label,
            &[("zone", zone.into()), ("offset", start.as_str().into()), ("end", end.as_str().into())],
        )
    }

    /// The last moment at which people can register.
    pub(super) fn until(&self, until: Moment) -> EventValue {
        let day = moment(self.labels, until);
        let words =
            self.labels.format("event-register-until", &[("date", day.as_str().into())]).unwrap_or(day);
        EventValue { words, datetime: Some(until.to_string()), ..EventValue::default() }
    }
}
