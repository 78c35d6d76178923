//! What a collection asks of its entries: fields and their types.
//!
//! In: `fields` of `collection.yaml`. Out: a [`Field`] with its [`Type`]. Refused, in words that name what would be right: names that cannot
//! stand in an address, unknown types, lists without choices, and facets of values that are seldom alike.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

use crate::config::Words;
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

/// One of a closed list: its key, and what people call it.
pub type Choice = (Box<str>, Words);

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
    Choice(Vec<Choice>),
    /// An address of the web.
    Link,
    /// The name of an organisation.
    Organisation,
    /// The role of a person, never a name.
    Role,
    /// An amount in a currency.
    Money,
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
        self.label.judged().map_err(|fault| format!("{fault}: “label” of the field “{name}”"))?;
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

impl Type {
    /// As it is written.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Date => "date",
            Self::Period => "period",
            Self::State => "state",
            Self::Region => "region",
            Self::Choice(_) => "choice",
            Self::Link => "link",
            Self::Organisation => "organisation",
            Self::Role => "role",
            Self::Money => "money",
        }
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
pub(super) struct Choices(pub(super) Vec<Choice>);

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
        let mut choices: Vec<Choice> = Vec::new();
        while let Some(name) = map.next_key::<Box<str>>()? {
            if !is_key(&name) {
                let message = "holds something else than small letters, digits and hyphens";
                return Err(misfit::own(format!("the choice “{name}” {message}")));
            }
            if choices.iter().any(|(other, _)| *other == name) {
                return Err(misfit::own(format!("the choice “{name}” stands here a second time")));
            }
            let words: Words = map.next_value()?;
            words.judged().map_err(|fault| misfit::own(format!("{fault}: the choice “{name}”")))?;
            choices.push((name, words));
        }
        Ok(Choices(choices))
    }
}
