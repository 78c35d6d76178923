//! How entries are compared.

use std::cmp::Ordering;

use super::value::Value;
use super::{Facts, SortKey};

/// What an entry has for one key of the order.
#[derive(Debug, PartialEq)]
pub struct Rank {
    /// None comes last, whichever way the others are sorted.
    value: Option<Comparable>,
    descending: bool,
}

#[derive(Debug, PartialEq, PartialOrd)]
enum Comparable {
    Number(f64),
    /// The first and the last day, as numbers of days.
    Days(i64, i64),
    Words(String),
}

impl Rank {
    /// What an entry with this title and these facts has for a key.
    pub fn of(key: SortKey, title: &str, facts: Option<&Facts>) -> Self {
        let value = match key.field {
            None => Some(Comparable::Words(title.to_lowercase())),
            Some(at) => facts.and_then(|facts| facts.0.get(at)?.first()).map(comparable),
        };
        Self { value, descending: key.descending }
    }
}

fn comparable(value: &Value) -> Comparable {
    let day = |date: jiff::civil::Date| i64::from(date.year()) * 400 + i64::from(date.day_of_year());
    match value {
        Value::Number(number) | Value::Money(number, _) => Comparable::Number(number.parse().unwrap_or(0.0)),
        Value::Date(when) => Comparable::Days(day(when.first()), day(when.last())),
        // A period without an end ends after all others.
        Value::Period(period) => {
            Comparable::Days(day(period.from().first()), period.to().map_or(i64::MAX, |to| day(to.last())))
        }
        // As the list has it.
        Value::Choice(at) => Comparable::Number(*at as f64),
        Value::Place(place) => Comparable::Words(place.code().to_owned()),
        Value::Words(words) | Value::Link(words) => Comparable::Words(words.to_lowercase()),
    }
}

impl Eq for Rank {}

impl PartialOrd for Rank {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Rank {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.value, &other.value) {
            (Some(one), Some(other)) => {
                let order = one.partial_cmp(other).unwrap_or(Ordering::Equal);
                if self.descending { order.reverse() } else { order }
            }
            (one, other) => one.is_none().cmp(&other.is_none()),
        }
    }
}
