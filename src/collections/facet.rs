//! The values of a facet: what of a value has a page of its own.
//!
//! In: the values of a field. Out: a [`Key`] for each page that the entry belongs on: a choice, a place, a name, or each year of a period.

use super::field::{Field, Type};
use super::places::Place;
use super::value::Value;

/// So many years of a period are listed; a longer one is listed where it begins.
const MOST_YEARS: i16 = 50;

/// A value of a facet.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Key {
    /// One of the closed list, by its place.
    Choice(usize),
    /// A year.
    Year(i16),
    /// A State, an area or a region.
    Place(&'static Place),
    /// A name.
    Words(Box<str>),
}

impl Key {
    /// The keys of an entry's values. A period without an end goes on in `this_year`.
    pub fn of(values: &[Value], this_year: i16) -> Vec<Key> {
        let mut keys: Vec<Key> = values.iter().flat_map(|value| of_value(value, this_year)).collect();
        keys.sort();
        keys.dedup();
        keys
    }

    /// How an address names it; two names may give the same.
    pub fn slug(&self, field: &Field) -> String {
        match (self, &field.values) {
            (Key::Choice(at), Type::Choice(choices)) => {
                choices.get(*at).map_or_else(String::new, |(name, _)| name.to_string())
            }
            (Key::Choice(at), _) => at.to_string(),
            (Key::Year(year), _) => year.to_string(),
            (Key::Place(place), _) => place.code().to_lowercase(),
            (Key::Words(words), _) => in_address(words),
        }
    }

    /// The value that says it in words.
    pub fn value(&self) -> Option<Value> {
        match self {
            Key::Choice(at) => Some(Value::Choice(*at)),
            Key::Year(year) => format!("{year:04}").parse().ok().map(Value::Date),
            Key::Place(place) => Some(Value::Place(place)),
            Key::Words(words) => Some(Value::Words(words.clone())),
        }
    }
}

fn of_value(value: &Value, this_year: i16) -> Vec<Key> {
    match value {
        Value::Choice(at) => vec![Key::Choice(*at)],
        Value::Place(place) => vec![Key::Place(place)],
        Value::Words(words) => vec![Key::Words(words.clone())],
        Value::Date(when) => vec![Key::Year(when.year())],
        Value::Period(period) => {
            let first = period.from().year();
            let last = period.to().map_or(this_year.max(first), |to| to.year());
            let last = if last - first < MOST_YEARS { last } else { first };
            (first..=last).map(Key::Year).collect()
        }
        Value::Number(_) | Value::Link(_) | Value::Money(..) => Vec::new(),
    }
}

/// A name as a part of an address: letters and digits of any script, with hyphens between.
fn in_address(words: &str) -> String {
    let parts = words.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let slug = parts.collect::<Vec<_>>().join("-").to_lowercase();
    if slug.is_empty() { "x".to_owned() } else { slug }
}
