//! What an entry says in a field.
//!
//! In: the value as it is written in front matter. Out: a typed [`Value`]. Refused, in words that name what would be right: what is no value
//! of the type, and a value that stands twice.

use std::borrow::Cow;
use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, SeqAccess, Visitor};

use super::field::{Choice, Field, Type};
use super::places::{self, Place};
use super::when::{Period, When};
use crate::config::address::of_web;
use crate::misfit::{self, no_such_day};

/// A value of a field.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Words: of a text, an organisation or a role.
    Words(Box<str>),
    /// A number, as it is written.
    Number(Box<str>),
    /// A date.
    Date(When),
    /// A period.
    Period(Period),
    /// A State, an area or a region.
    Place(&'static Place),
    /// Which of the list.
    Choice(usize),
    /// A whole address.
    Link(Box<str>),
    /// An amount as it is written, and its currency of ISO 4217.
    Money(Box<str>, Box<str>),
}

impl Value {
    /// How front matter writes it: what is read of that is this value.
    pub fn written<'v>(&'v self, field: &'v Field) -> Cow<'v, str> {
        match self {
            Self::Words(words) | Self::Number(words) | Self::Link(words) => Cow::Borrowed(words),
            Self::Date(when) => Cow::Owned(when.to_string()),
            Self::Period(period) => Cow::Owned(period.to_string()),
            Self::Place(place) => Cow::Borrowed(place.code()),
            Self::Choice(at) => match &field.values {
                Type::Choice(choices) => Cow::Borrowed(choices.get(*at).map_or("", |(name, _)| name)),
                _ => Cow::Borrowed(""),
            },
            Self::Money(amount, currency) => Cow::Owned(format!("{amount} {currency}")),
        }
    }
}

impl Type {
    /// What a value must be, with an example.
    pub(super) fn wanted(&self) -> &'static str {
        match self {
            Self::Text | Self::Organisation | Self::Role => "words",
            Self::Number => "a number, such as 12 or 0.5",
            Self::Date => "a date, such as 2026-03-02, 2026-03 or 2026",
            Self::Period => "a period, such as 2026, 2026-03/2027-02, or 2026-03/.. without an end",
            Self::State => "a State or area, such as VN or 704",
            Self::Region => "a region or State, such as 035 or VN",
            Self::Choice(_) => "one of the names that the shape lists",
            Self::Link => "an address of the web, such as https://example.org/",
            Self::Money => "an amount with its currency, such as 12000 USD",
        }
    }

    /// Reads a value.
    ///
    /// # Errors
    /// What is wrong with it, and what would be right.
    pub(super) fn read(&self, written: &str) -> Result<Value, String> {
        let written = written.trim();
        if written.is_empty() {
            return Err(format!("a value is missing here: write {}", self.wanted()));
        }
        match self {
            Self::Text | Self::Organisation | Self::Role => Ok(Value::Words(written.into())),
            Self::Number => match written.parse::<f64>().is_ok_and(f64::is_finite) {
                true => Ok(Value::Number(written.into())),
                false => Err(format!("“{written}” is no number, such as 12 or 0.5")),
            },
            Self::Date => written.parse().map(Value::Date).map_err(|()| {
                let no_such_day = no_such_day(written);
                no_such_day
                    .unwrap_or_else(|| format!("“{written}” is no date, such as 2026-03-02, 2026-03 or 2026"))
            }),
            Self::Period => {
                written.parse().map(Value::Period).map_err(|()| super::when::wrong_period(written))
            }
            Self::State => match places::state(written) {
                Some(place) => Ok(Value::Place(place)),
                None => Err(unknown_place(
                    written,
                    places::nearest_state(written),
                    "a State or area, such as VN or 704",
                )),
            },
            Self::Region => match places::region(written) {
                Some(place) => Ok(Value::Place(place)),
                None => Err(unknown_place(
                    written,
                    places::nearest_region(written),
                    "a region or State, such as 035 or VN",
                )),
            },
            Self::Choice(choices) => match choices.iter().position(|(name, _)| **name == *written) {
                Some(at) => Ok(Value::Choice(at)),
                None => Err(unknown_choice(written, choices)),
            },
            Self::Link => of_web(written).map(|address| Value::Link(address.into())),
            Self::Money => match written.split_once(char::is_whitespace) {
                Some((amount, currency)) if is_amount(amount) && is_currency(currency.trim()) => {
                    Ok(Value::Money(amount.into(), currency.trim().into()))
                }
                _ => Err(format!("“{written}” is no amount with its currency, such as 12000 USD")),
            },
        }
    }
}

fn is_amount(written: &str) -> bool {
    written.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && written.parse::<f64>().is_ok()
}

/// Whether it has the form of a code of ISO 4217.
fn is_currency(written: &str) -> bool {
    written.len() == 3 && written.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn unknown_place(written: &str, nearest: Option<&'static Place>, wanted: &str) -> String {
    match nearest {
        Some(place) => {
            let (name, _) = place.name(&crate::languages::fallback());
            format!("“{written}” is no code of {wanted}; {} is {name}", place.code())
        }
        None => format!("“{written}” is no code of {wanted}"),
    }
}

pub(super) fn unknown_choice(written: &str, choices: &[Choice]) -> String {
    let near = |(name, _): &&Choice| strsim::jaro_winkler(written, name);
    let nearest = choices.iter().max_by(|a, b| near(a).total_cmp(&near(b))).filter(|best| near(best) > 0.7);
    match nearest {
        Some((nearest, _)) => format!("“{written}” is not in the list; did you mean “{nearest}”?"),
        None => {
            let names: Vec<&str> = choices.iter().map(|(name, _)| &**name).collect();
            format!("“{written}” is not in the list: {}", names.join(", "))
        }
    }
}

/// Reads the values of a field from where they stand, so that what is wrong has its place.
#[derive(Clone, Copy)]
pub struct Reading<'f>(pub &'f Field);

impl<'de> DeserializeSeed<'de> for Reading<'_> {
    type Value = Vec<Value>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<Value>, D::Error> {
        match self.0.many {
            // A list or a single value.
            true => deserializer.deserialize_any(self),
            // As it is written: `1.50` stays so.
            false => One { field: self.0, before: &[] }.deserialize(deserializer).map(|value| vec![value]),
        }
    }
}

impl<'de> Visitor<'de> for Reading<'_> {
    type Value = Vec<Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or a list of values")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<Value>, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element_seed(One { field: self.0, before: &values })? {
            values.push(value);
        }
        Ok(values)
    }

    fn visit_str<E: de::Error>(self, written: &str) -> Result<Vec<Value>, E> {
        One { field: self.0, before: &[] }.read(written).map(|value| vec![value]).map_err(misfit::own)
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Vec<Value>, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Vec<Value>, E> {
        self.visit_str(&number.to_string())
    }

    // `1.50` would lose its last digit; in a list it is read as it is written.
    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Vec<Value>, E> {
        Err(misfit::own(format!("several values may stand here: write [{number}], with the brackets")))
    }
}

/// One value, which is none of those before it.
#[derive(Clone, Copy)]
struct One<'f> {
    field: &'f Field,
    before: &'f [Value],
}

impl One<'_> {
    fn read(self, written: &str) -> Result<Value, String> {
        let value = self.field.values.read(written)?;
        match self.before.contains(&value) {
            true => Err(format!("“{written}” stands here a second time")),
            false => Ok(value),
        }
    }
}

impl<'de> DeserializeSeed<'de> for One<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        misfit::parsed(deserializer, self.field.values.wanted(), |written| self.read(written))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_of_a_value_is_read_as_that_value() {
        let shape = "{name: a, label: 甲, type: TYPE}";
        for (kind, values) in [
            ("text", &["街道; 社区", "a\\b"][..]),
            ("number", &["1.50", "-3", "1e3"]),
            ("date", &["2024", "2024-03", "2024-03-02"]),
            ("period", &["2024-03/2025-02", "2024-03/..", "2024-03/", "2024/2024", "2024"]),
            ("state", &["VN", "704"]),
            ("region", &["035", "VN"]),
            ("choice, choices: {upr: 审议, access: 无障碍}", &["upr", "access"]),
            ("link", &["https://example.org/a;b"]),
            ("organisation", &["街道办事处"]),
            ("role", &["协调员"]),
            ("money", &["12000.50 USD", "7  EUR"]),
        ] {
            let field: Field = serde_yaml::from_str(&shape.replace("TYPE", kind)).unwrap();
            assert_eq!(field.values.name(), kind.split(',').next().unwrap());
            for value in values {
                let read = field.values.read(value).unwrap();
                assert_eq!(field.values.read(&read.written(&field)).as_ref(), Ok(&read), "{value}");
            }
        }
    }
}
