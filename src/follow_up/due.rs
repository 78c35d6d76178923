//! By when something is to be done, as `follow-up.yaml` says it: one time, or a list of several.
//!
//! In: the value of the key `due`. Out: from when on, and all deadlines in the order of the file. Refused: what is neither a time nor a list
//! of times. Whether the times fit the entry is the matter of [`form`](super::form) and [`judge`](super::judge).

use std::fmt;

use jiff::civil::Date;
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::file::stated;
use super::{Due, Session};
use crate::languages::When;
use crate::misfit::{one_of, optional_date};

/// One time, as a file says it; empty where there is no deadline.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(
    deny_unknown_fields,
    rename_all = "kebab-case",
    expecting = "its parts: {session: A/HRC/56, when: before} or {date: 2027-06-30}"
)]
pub struct WrittenDue {
    /// A session.
    #[serde(default, deserialize_with = "stated")]
    pub session: Option<Session>,
    /// A day.
    #[serde(default, deserialize_with = "optional_date")]
    pub date: Option<Date>,
    /// How the task lies to it.
    #[serde(default, deserialize_with = "when")]
    pub when: Option<When>,
}

fn when<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<When>, D::Error> {
    one_of(deserializer, &[("before", When::Before), ("at", When::At), ("from", When::From)]).map(Some)
}

impl WrittenDue {
    /// The time that it says.
    pub(super) fn time(&self) -> Option<Due> {
        let when = self.when.unwrap_or(When::At);
        let by_session = self.session.clone().map(|session| Due::Session(session, when));
        by_session.or_else(|| self.date.map(|date| Due::Day(date, when)))
    }

    /// Whether it says from when on, which is no deadline.
    pub(super) fn is_start(&self) -> bool {
        self.when == Some(When::From)
    }
}

/// All times of a task, as a file says them.
#[derive(Debug, Clone)]
pub enum WrittenTimes {
    /// One; an empty one says that there is no deadline.
    One(WrittenDue),
    /// A list.
    Several(Vec<WrittenDue>),
}

impl WrittenTimes {
    /// The times, as the file orders them.
    pub fn all(&self) -> &[WrittenDue] {
        match self {
            Self::One(due) => std::slice::from_ref(due),
            Self::Several(all) => all,
        }
    }

    /// From when on, and by when, it says; without a deadline there is none.
    pub(super) fn times(&self) -> (Option<Due>, Vec<Due>) {
        let of = |start: bool| self.all().iter().filter(move |due| due.is_start() == start);
        (of(true).find_map(WrittenDue::time), of(false).filter_map(WrittenDue::time).collect())
    }
}

impl<'de> Deserialize<'de> for WrittenTimes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OneOrSeveral)
    }
}

struct OneOrSeveral;

impl<'de> Visitor<'de> for OneOrSeveral {
    type Value = WrittenTimes;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "its parts: {session: A/HRC/56, when: before} or {date: 2027-06-30}, or a list of such times",
        )
    }

    fn visit_unit<E: Error>(self) -> Result<WrittenTimes, E> {
        Ok(WrittenTimes::One(WrittenDue::default()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<WrittenTimes, A::Error> {
        WrittenDue::deserialize(MapAccessDeserializer::new(map)).map(WrittenTimes::One)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<WrittenTimes, A::Error> {
        let mut all = Vec::new();
        while let Some(due) = list.next_element()? {
            all.push(due);
        }
        Ok(WrittenTimes::Several(all))
    }
}
