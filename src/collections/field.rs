//! What a collection asks of its entries: a field, its type, and how a value of it is read.
//!
//! In: `fields` of `collection.yaml`, and what an entry says. Out: a typed [`Value`]. Refused, in words that name what would be right: what
//! is no value of the type.

use std::fmt;

use serde::Deserialize;
use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::places::{self, Place};
use super::when::{Period, When};
use super::words::Words;
use crate::misfit;

/// A field of an entry.
#[derive(Debug)]
pub struct Field {
    /// Its key in the front matter, in addresses and in exports.
    pub name: Box<str>,
    /// What people call it.
    pub label: Words,
    /// What its values are.
    pub values: Type,
    /// Whether it may have several.
    pub many: bool,
    /// Whether every entry has one.
    pub required: bool,
    /// Whether there is a page for each of its values.
    pub facet: bool,
}

/// What the values of a field are.
#[derive(Debug)]
pub enum Type {
    /// Words of any kind.
    Text,
    /// A number.
    Number,
    /// A date, as exact as it is known.
    Date,
    /// From one date to another.
    Period,
    /// A State or area.
    State,
    /// A region of the world, a State or an area.
    Region,
    /// One of a closed list, each with what people call it.
    Choice(Vec<(Box<str>, Words)>),
    /// An address of the web.
    Link,
    /// The name of an organisation.
    Organisation,
    /// The role of a person, never a name.
    Role,
    /// An amount in a currency.
    Money,
}

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

/// The same as the file writes it.
#[derive(Debug, Deserialize)]
#[serde(
    rename_all = "kebab-case",
    deny_unknown_fields,
    expecting = "its parts: {name: theme, label: {zh: …, en: …}, type: text}"
)]
struct Written {
    name: String,
    label: Words,
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    many: bool,
    #[serde(default)]
    required: bool,
    #[serde(default)]
    facet: bool,
    choices: Option<Choices>,
}

/// Every type, as it is written.
const TYPES: [&str; 11] = [
    "text",
    "number",
    "date",
    "period",
    "state",
    "region",
    "choice",
    "link",
    "organisation",
    "role",
    "money",
];

impl<'de> Deserialize<'de> for Field {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Written::deserialize(deserializer)?.judged().map_err(misfit::own)
    }
}

impl Written {
    /// The field, or what is wrong with it.
    fn judged(self) -> Result<Field, String> {
        let name = self.name;
        if !is_key(&name) {
            return Err(format!(
                "the field name “{name}” holds something else than small letters, digits and hyphens"
            ));
        }
        let choices = |choices: Option<Choices>| match choices {
            Some(Choices(choices)) if !choices.is_empty() => Ok(choices),
            _ => Err(format!(
                "the field “{name}” has no “choices”: {{access: {{zh: 无障碍, en: Accessibility}}}}"
            )),
        };
        if self.kind != "choice" && self.choices.is_some() {
            return Err(format!("the field “{name}” has “choices”, so its type is “choice”"));
        }
        let values = match &*self.kind {
            "text" => Type::Text,
            "number" => Type::Number,
            "date" => Type::Date,
            "period" => Type::Period,
            "state" => Type::State,
            "region" => Type::Region,
            "choice" => Type::Choice(choices(self.choices)?),
            "link" => Type::Link,
            "organisation" => Type::Organisation,
            "role" => Type::Role,
            "money" => Type::Money,
            other => {
                return Err(format!(
                    "the type “{other}” of the field “{name}” is none of {}",
                    TYPES.join(", ")
                ));
            }
        };
        if self.facet && matches!(values, Type::Number | Type::Link | Type::Money | Type::Text) {
            return Err(format!(
                "the field “{name}” cannot be a facet: values of the type “{}” are seldom alike",
                self.kind
            ));
        }
        let Self { label, many, required, facet, .. } = self;
        Ok(Field { name: name.into(), label, values, many, required, facet })
    }
}

/// Whether something can be a key: also in addresses on every disk.
fn is_key(name: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    name.bytes().all(|byte| is_letter(byte) || byte == b'-')
        && name.bytes().next().is_some_and(is_letter)
        && !name.ends_with('-')
}

/// A closed list in its order.
#[derive(Debug)]
struct Choices(Vec<(Box<str>, Words)>);

impl<'de> Deserialize<'de> for Choices {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ChoicesVisitor)
    }
}

struct ChoicesVisitor;

impl<'de> Visitor<'de> for ChoicesVisitor {
    type Value = Choices;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("its parts: {access: {zh: …, en: …}}")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Choices, A::Error> {
        let mut choices: Vec<(Box<str>, Words)> = Vec::new();
        while let Some(name) = map.next_key::<Box<str>>()? {
            if !is_key(&name) {
                let message = "holds something else than small letters, digits and hyphens";
                return Err(misfit::own(format!("the choice “{name}” {message}")));
            }
            if choices.iter().any(|(other, _)| *other == name) {
                return Err(misfit::own(format!("the choice “{name}” stands here a second time")));
            }
            choices.push((name, map.next_value()?));
        }
        Ok(Choices(choices))
    }
}

impl Type {
    /// Reads a value.
    ///
    /// # Errors
    /// What is wrong with it, and what would be right.
    fn read(&self, written: &str) -> Result<Value, String> {
        let written = written.trim();
        if written.is_empty() {
            return Err("a value is missing here".to_owned());
        }
        match self {
            Self::Text | Self::Organisation | Self::Role => Ok(Value::Words(written.into())),
            Self::Number => match written.parse::<f64>().is_ok_and(f64::is_finite) {
                true => Ok(Value::Number(written.into())),
                false => Err(format!("“{written}” is no number, such as 12 or 0.5")),
            },
            Self::Date => written
                .parse()
                .map(Value::Date)
                .map_err(|()| format!("“{written}” is no date, such as 2026-03-02, 2026-03 or 2026")),
            Self::Period => written.parse().map(Value::Period).map_err(|()| {
                format!(
                    "“{written}” is no period, such as 2026, 2026-03/2027-02, or 2026-03/.. without an end"
                )
            }),
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
            Self::Link => match url::Url::parse(written) {
                Ok(url) if matches!(url.scheme(), "https" | "http") && url.has_host() => {
                    Ok(Value::Link(written.into()))
                }
                _ => Err(format!("“{written}” is no address of the web, such as https://example.org/a")),
            },
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

fn unknown_choice(written: &str, choices: &[(Box<str>, Words)]) -> String {
    let near = |(name, _): &&(Box<str>, Words)| strsim::jaro_winkler(written, name);
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
        One { field: self.0, before: &[] }.visit_str(written).map(|value| vec![value])
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

impl<'de> DeserializeSeed<'de> for One<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for One<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("one value")
    }

    fn visit_str<E: de::Error>(self, written: &str) -> Result<Value, E> {
        let value = self.field.values.read(written).map_err(misfit::own)?;
        match self.before.contains(&value) {
            true => Err(misfit::own(format!("“{written}” stands here a second time"))),
            false => Ok(value),
        }
    }
}
