//! Values that several data files have, read so that a message says what is wanted.

use std::fmt;

use jiff::civil::Date;
use serde::Deserialize;
use serde::de::value::SeqAccessDeserializer;
use serde::de::{self, Deserializer, SeqAccess, Unexpected, Visitor};

use super::own;

/// Reads a date, and says so where there is none.
///
/// # Errors
/// When what stands there is no date.
pub fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    deserializer.deserialize_str(Day)
}

/// The day that words name, as in `2026-03-02`; with a time they name a moment.
pub fn day(written: &str) -> Option<Date> {
    let written = written.trim();
    written.parse().ok().filter(|_| written.len() == "2026-03-02".len())
}

/// What is wrong with a day that its month does not have, as 30 February.
pub fn no_such_day(written: &str) -> Option<String> {
    let written = written.trim();
    let (month, day) = written.rsplit_once('-').filter(|_| written.len() == "2026-03-02".len())?;
    let first: Date = format!("{month}-01").parse().ok()?;
    let last = first.days_in_month();
    let is_past = day.parse::<i8>().is_ok_and(|day| day < 1 || day > last);
    is_past.then(|| {
        format!(
            "“{written}” is no day, as the month has {last} days: write one from {month}-01 to {month}-{last}"
        )
    })
}

/// Reads a value from its words; `wanted` says in a message what it is. What `read` finds wrong has the place of the value.
///
/// # Errors
/// When something else than words stands there, or they are not that value.
pub fn parsed<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    wanted: &'static str,
    read: impl FnOnce(&str) -> Result<T, String>,
) -> Result<T, D::Error> {
    // Only a mistake that a visitor reports has its place.
    deserializer.deserialize_str(Parsed { wanted, read })
}

/// Reads words, or a list of them; where nothing stands, none.
///
/// # Errors
/// When something else stands there.
pub fn one_or_more<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    deserializer.deserialize_any(OneOrMore)
}

/// Reads words of one or more lines, each as one that stands for itself; empty ones are none.
///
/// # Errors
/// When something else stands there.
pub fn lines<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let written = one_or_more(deserializer)?;
    let lines = written.iter().flat_map(|words| words.lines()).map(str::trim);
    Ok(lines.filter(|line| !line.is_empty()).map(str::to_owned).collect())
}

/// Reads a date, or nothing.
///
/// # Errors
/// When what stands there is no date.
pub fn optional_date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    deserializer.deserialize_option(OptionalDay)
}

/// Reads one of a few words, each with what it means; where another stands, the message lists them.
///
/// # Errors
/// When something else stands there.
pub fn one_of<'de, T: Copy, D: Deserializer<'de>>(
    deserializer: D,
    words: &'static [(&'static str, T)],
) -> Result<T, D::Error> {
    deserializer.deserialize_str(OneOf(words))
}

struct OneOf<T: 'static>(&'static [(&'static str, T)]);

impl<T: Copy> Visitor<'_> for OneOf<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<String> = self.0.iter().map(|(name, _)| format!("“{name}”")).collect();
        match names.as_slice() {
            [others @ .., last] if !others.is_empty() => {
                write!(f, "the word {} or {last}", others.join(", "))
            }
            names => write!(f, "the word {}", names.join("")),
        }
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<T, E> {
        let found = self.0.iter().find(|(known, _)| *known == name);
        found.map(|(_, meant)| *meant).ok_or_else(|| E::invalid_value(Unexpected::Str(name), &self))
    }
}

struct Parsed<R> {
    wanted: &'static str,
    read: R,
}

impl<T, R: FnOnce(&str) -> Result<T, String>> Visitor<'_> for Parsed<R> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.wanted)
    }

    fn visit_str<E: de::Error>(self, written: &str) -> Result<T, E> {
        (self.read)(written).map_err(own)
    }
}

struct OneOrMore;

impl<'de> Visitor<'de> for OneOrMore {
    type Value = Vec<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("words or a list of words")
    }

    fn visit_unit<E>(self) -> Result<Vec<String>, E> {
        Ok(Vec::new())
    }

    fn visit_str<E>(self, words: &str) -> Result<Vec<String>, E> {
        Ok(vec![words.to_owned()])
    }

    // A year that stands alone is meant as it is written.
    fn visit_u64<E>(self, number: u64) -> Result<Vec<String>, E> {
        Ok(vec![number.to_string()])
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Vec<String>, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(list))
    }
}

struct Day;

impl Visitor<'_> for Day {
    type Value = Date;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date")
    }

    fn visit_str<E: de::Error>(self, written: &str) -> Result<Date, E> {
        if let Some(wrong) = no_such_day(written) {
            return Err(own(wrong));
        }
        day(written).ok_or_else(|| E::invalid_value(Unexpected::Str(written), &self))
    }
}

struct OptionalDay;

impl<'de> Visitor<'de> for OptionalDay {
    type Value = Option<Date>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date")
    }

    fn visit_none<E>(self) -> Result<Option<Date>, E> {
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Option<Date>, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<Date>, D::Error> {
        date(deserializer).map(Some)
    }
}
