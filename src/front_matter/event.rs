//! When and where something takes place, and who can come: what the front matter of an event says. What follows from it is the matter of
//! [`events`](crate::events).

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, DateTime, Time};
use serde::de::MapAccess;
use serde::de::value::MapAccessDeserializer;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::answer::{Answer, Described, Sayable, Tag};
use crate::lang::SignLanguage;
use crate::misfit::{self, one_of, one_or_more};
use crate::source::slice;

/// A day, or a time of a day on the clock of the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// The whole day.
    Day(Date),
    /// A time of it.
    Time(DateTime),
}

impl Moment {
    /// The day.
    pub fn day(self) -> Date {
        match self {
            Moment::Day(day) => day,
            Moment::Time(time) => time.date(),
        }
    }
}

impl FromStr for Moment {
    type Err = String;

    fn from_str(written: &str) -> Result<Self, String> {
        let (day, time) =
            written.split_once(['T', ' ']).map_or((written, None), |(day, time)| (day, Some(time.trim())));
        let date = day.parse::<Date>().ok().filter(|_| day.len() == "2026-09-14".len());
        match (date, time) {
            (Some(date), None) => Ok(Moment::Day(date)),
            (Some(date), Some(time)) => clock(time)
                .map(|time| Moment::Time(date.to_datetime(time)))
                .map_err(|wrong| format!("“{written}” {wrong}")),
            (None, None) if clock(written).is_ok() => {
                Err(format!("“{written}” is a time without a day: write both, such as 2026-09-14T{written}"))
            }
            (None, _) if let Some(wrong) = misfit::no_such_day(day) => Err(wrong),
            (None, _) => Err(format!(
                "“{written}” is neither a day nor a day with a time: write 2026-09-14 or 2026-09-14T10:00"
            )),
        }
    }
}

/// A time as a clock shows it.
fn clock(written: &str) -> Result<Time, String> {
    let hours = written.split(':').next().unwrap_or_default();
    let time_before = |at: usize| Some(slice(written, ..at)).filter(|time| time.parse::<Time>().is_ok());
    let offset = written.find(['+', 'Z', 'z']).or_else(|| written.rfind('-'));
    if let Some(time) = offset.and_then(time_before) {
        return Err(format!(
            "has more than a time: write {time}, as the clock of the place shows it; “time-zone” says the rest"
        ));
    }
    let time = written.parse::<Time>().ok().filter(|_| hours.len() == 2 && written.contains(':'));
    if let Some(time) = time.filter(|_| written.len() > "10:00".len()) {
        let time = time.strftime("%H:%M");
        return Err(format!("has more than hours and minutes, which are all that pages say: write {time}"));
    }
    time.ok_or_else(|| match likely(written) {
        Some(time) => {
            format!("has no time as a clock shows it: write the time as \"{}\"", time.strftime("%H:%M"))
        }
        None => "has no time that a clock shows: write the time as \"12:30\", from \"00:00\" to \"23:59\""
            .to_owned(),
    })
}

/// The time that is meant: `10.00`, `9:30`, `12:30 pm`.
fn likely(written: &str) -> Option<Time> {
    let mut numbers = written.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let (hours, minutes) = (numbers.next()?, numbers.next());
    let letters: String = written.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect();
    let half = Some(letters.as_str()).filter(|letters| ["am", "pm"].contains(letters));
    let is_whole = numbers.next().is_none() && minutes.map_or(half.is_some(), |minutes| minutes.len() == 2);
    let hours: i8 = hours.parse().ok().filter(|_| is_whole && (letters.is_empty() || half.is_some()))?;
    let hours = match half {
        Some(_) if !(1..=12).contains(&hours) && hours < 13 => return None,
        Some("pm") if hours < 12 => hours + 12,
        Some("am") if hours == 12 => 0,
        _ => hours,
    };
    Time::new(hours, minutes.unwrap_or("0").parse().ok()?, 0, 0).ok()
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Moment::Day(day) => day.fmt(f),
            Moment::Time(time) => write!(f, "{}", time.strftime("%Y-%m-%dT%H:%M")),
        }
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        misfit::parsed(deserializer, "a day, or a day with a time", str::parse)
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// How people take part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// In one place.
    OnSite,
    /// From anywhere.
    Online,
    /// Both.
    Hybrid,
}

impl<'de> Deserialize<'de> for Form {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        one_of(deserializer, &[("on-site", Form::OnSite), ("online", Form::Online), ("hybrid", Form::Hybrid)])
    }
}

/// What became of it, where it does not take place as it was announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum EventStatus {
    /// It does not take place.
    Cancelled,
    /// It takes place at another time, which nobody knows yet.
    Postponed,
    /// It takes place online, and not where it was to be.
    MovedOnline,
}

impl EventStatus {
    /// Whether it does not take place at the time that was announced.
    pub fn is_off(self) -> bool {
        matches!(self, EventStatus::Cancelled | EventStatus::Postponed)
    }
}

impl<'de> Deserialize<'de> for EventStatus {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        const KNOWN: [(&str, EventStatus); 3] = [
            ("cancelled", EventStatus::Cancelled),
            ("postponed", EventStatus::Postponed),
            ("moved-online", EventStatus::MovedOnline),
        ];
        one_of(deserializer, &KNOWN)
    }
}

/// Where it takes place.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(
    rename_all = "kebab-case",
    deny_unknown_fields,
    default,
    expecting = "its parts: {name: …, address: …, map: https://…}"
)]
pub struct Place {
    /// The name of the room or building.
    pub name: Option<String>,
    /// The address for those who travel there.
    pub address: Option<String>,
    /// A map, elsewhere.
    pub map: Option<String>,
}

/// Who answers questions.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default, expecting = "its parts: {role: …, mail: …}")]
pub struct Contact {
    /// What they do there; not their name.
    pub role: Option<String>,
    /// Their address.
    pub mail: Option<String>,
}

/// A point of the programme.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(
    rename_all = "kebab-case",
    deny_unknown_fields,
    expecting = "its parts: {at: \"10:00\", title: …, speakers: […]}"
)]
pub struct ProgrammePoint {
    /// When it begins.
    pub at: At,
    /// What it is.
    pub title: String,
    /// Who speaks.
    #[serde(default, deserialize_with = "one_or_more")]
    pub speakers: Vec<String>,
}

/// A time of the first day, or of a day that is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// On the first day.
    FirstDay(Time),
    /// On this one.
    Named(DateTime),
}

impl At {
    /// The day, where it is known, and the time, for an event that begins on a day.
    pub fn on(self, first_day: Option<Date>) -> (Option<Date>, Time) {
        match self {
            At::FirstDay(time) => (first_day, time),
            At::Named(time) => (Some(time.date()), time.time()),
        }
    }
}

/// Whether a day may be meant.
fn begins_with_year(written: &str) -> bool {
    written.bytes().take_while(u8::is_ascii_digit).count() > 2
}

impl<'de> Deserialize<'de> for At {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        misfit::parsed(deserializer, "a time such as “10:00”", |written| match clock(written) {
            Ok(time) => Ok(At::FirstDay(time)),
            Err(wrong) if !begins_with_year(written) => Err(format!("“{written}” {wrong}")),
            Err(_) => match written.parse()? {
                Moment::Time(time) => Ok(At::Named(time)),
                Moment::Day(day) => {
                    Err(format!("“{day}” is a day without a time: write both, such as {day}T10:00"))
                }
            },
        })
    }
}

impl Serialize for At {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            At::FirstDay(time) => serializer.collect_str(&time.strftime("%H:%M")),
            At::Named(time) => Moment::Time(*time).serialize(serializer),
        }
    }
}

/// How people register.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(
    rename_all = "kebab-case",
    deny_unknown_fields,
    default,
    expecting = "its parts: {at: https://…, until: 2026-08-31}"
)]
pub struct Registration {
    /// Where.
    pub at: Option<String>,
    /// The last moment.
    pub until: Option<Moment>,
}

impl Sayable for Registration {
    const WANTED: &'static str =
        "its parts: {at: https://…, until: 2026-08-31}, or the word “false” or “unknown”";
    const YES: bool = false;
    fn of_keys<'de, A: MapAccess<'de>>(keys: A) -> Option<Result<Self, A::Error>> {
        Some(Registration::deserialize(MapAccessDeserializer::new(keys)))
    }
}

/// What there is for those who need it. What is not written is shown as not known.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(
    rename_all = "kebab-case",
    deny_unknown_fields,
    default,
    expecting = "its parts: {sign-languages: [csl], wheelchair: true}"
)]
pub struct Access {
    /// The sign languages into which is interpreted.
    #[serde(skip_serializing_if = "Answer::is_unwritten")]
    pub sign_languages: Answer<Vec<SignLanguage>>,
    /// The languages of live captions.
    #[serde(skip_serializing_if = "Answer::is_unwritten")]
    pub captions: Answer<Vec<Tag>>,
    /// Whether what is handed out is easy to read.
    #[serde(skip_serializing_if = "Answer::is_unwritten")]
    pub easy_read: Answer<String>,
    /// Whether a wheelchair can go everywhere.
    #[serde(skip_serializing_if = "Answer::is_unwritten")]
    pub wheelchair: Answer<String>,
    /// Whether hearing aids receive the sound.
    #[serde(skip_serializing_if = "Answer::is_unwritten")]
    pub hearing_loop: Answer<String>,
    /// Whether there is a room to rest in.
    #[serde(skip_serializing_if = "Answer::is_unwritten")]
    pub quiet_room: Answer<String>,
    /// Whether somebody helps.
    #[serde(skip_serializing_if = "Answer::is_unwritten")]
    pub assistance: Answer<String>,
    /// Whether those who accompany somebody can come.
    #[serde(skip_serializing_if = "Answer::is_unwritten")]
    pub companions: Answer<String>,
    /// How to get there.
    #[serde(skip_serializing_if = "Answer::is_unwritten")]
    pub transport: Answer<Described>,
    /// What there is to eat.
    #[serde(skip_serializing_if = "Answer::is_unwritten")]
    pub food: Answer<Described>,
    /// What it costs.
    #[serde(skip_serializing_if = "Answer::is_unwritten")]
    pub cost: Answer<Described>,
    /// What to do if something is missing.
    #[serde(skip_serializing_if = "Answer::is_unwritten")]
    pub if_missing: Answer<Described>,
}
