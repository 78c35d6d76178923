//! What an entry of a collection may say, as a JSON Schema (2020-12) of its front matter.
//!
//! It takes what the program takes, as YAML gives it: a code that is written as a number is one. What no schema can say is left to the
//! program: that a day is in the calendar, that a period ends after it begins, and that a value stands twice under two codes.

use serde::Serialize;
use serde_json::{Value as Json, json};

use super::exported::Exported;
use super::in_order::InOrder;
use crate::collections::{Field, Type, places};
use crate::config::Words;
use crate::kinds::Kind;
use crate::library::Export;

const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

const DAY: &str = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
/// A date as exact as it is known.
const WHEN: &str = "[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?";
const UNSIGNED: &str = r"([0-9]+\.?[0-9]*|\.[0-9]+)";

#[derive(Serialize)]
struct File {
    #[serde(rename = "$schema")]
    dialect: &'static str,
    #[serde(rename = "$id", skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    title: String,
    #[serde(rename = "type")]
    kind: &'static str,
    properties: InOrder<String, Json>,
    required: Vec<String>,
    #[serde(rename = "additionalProperties")]
    more: bool,
    #[serde(rename = "$defs", skip_serializing_if = "InOrder::is_empty")]
    definitions: InOrder<String, Json>,
}

/// Writes the file.
pub fn text(exported: &Exported<'_>) -> String {
    let library = exported.library;
    let fields = &exported.shape.fields;
    let of_entries = || Kind::all().filter(|kind| kind.has_fields());
    let mut properties = vec![
        ("title".to_owned(), words()),
        ("kind".to_owned(), json!({ "enum": of_entries().map(Kind::name).collect::<Vec<_>>() })),
        ("summary".to_owned(), words()),
    ];
    properties.extend(fields.iter().map(|field| (field.name.to_string(), property(exported, field))));
    properties.push(("same-as".to_owned(), or_nothing(one_or_several(link(), false))));
    properties.push(("consent".to_owned(), consents()));
    // The other keys of every entry are not the matter of the collection.
    let others =
        of_entries().flat_map(Kind::keys).filter(|key| !properties.iter().any(|(known, _)| known == key));
    let others: Vec<_> = others.map(|key| (key.to_owned(), Json::Bool(true))).collect();
    properties.extend(others);
    let of_kind = of_entries().flat_map(Kind::required).copied().chain(["kind"]).map(str::to_owned);
    let required = fields.iter().filter(|field| field.required).map(|field| field.name.to_string());
    let own = Export::Schema.address(library, exported.folder);
    let file = File {
        dialect: DIALECT,
        id: library.config.site.base_url.is_some().then(|| exported.address(&own)),
        title: exported.sections.first().map(|page| page.front.title.clone()).unwrap_or_default(),
        kind: "object",
        properties: InOrder(properties),
        required: of_kind.chain(required).collect(),
        more: false,
        definitions: definitions(fields),
    };
    serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
}

/// Words in the main language of the site, or the nearest.
fn said<'w>(exported: &Exported<'_>, words: &'w Words) -> &'w str {
    let main = &exported.library.config.language;
    words.nearest(main, main).0
}

fn property(exported: &Exported<'_>, field: &Field) -> Json {
    let one = match &field.values {
        Type::Text | Type::Organisation | Type::Role => words(),
        Type::Number => {
            json!({ "anyOf": [{ "type": "number" }, matching(&format!("[+-]?{UNSIGNED}([eE][+-]?[0-9]+)?"))] })
        }
        Type::Date => year_or(WHEN),
        Type::Period => year_or(&format!(r"{WHEN}(/({WHEN}|\.\.)?)?")),
        Type::State => json!({ "$ref": "#/$defs/type:state" }),
        Type::Region => json!({ "$ref": "#/$defs/type:region" }),
        Type::Choice(choices) => {
            let choice = |(name, called): &(Box<str>, Words)| json!({ "title": said(exported, called), "enum": as_yaml_gives_it(name) });
            json!({ "oneOf": choices.iter().map(choice).collect::<Vec<_>>() })
        }
        Type::Link => link(),
        Type::Money => matching(&format!(r"{UNSIGNED}\s+[A-Z]{{3}}")),
    };
    let mut property = if field.many { one_or_several(one, field.required) } else { one };
    if let Json::Object(property) = &mut property {
        property.insert("title".to_owned(), said(exported, &field.label).into());
    }
    property
}

/// The codes of places, which are long lists.
fn definitions(fields: &[Field]) -> InOrder<String, Json> {
    let has = |wanted: fn(&Type) -> bool| fields.iter().any(|field| wanted(&field.values));
    let codes = |places: &mut dyn Iterator<Item = &'static places::Place>| {
        let of_place = |place: &'static places::Place| place.iso.into_iter().chain([place.m49]);
        json!({ "enum": places.flat_map(of_place).flat_map(as_yaml_gives_it).collect::<Vec<_>>() })
    };
    let states = has(|values| matches!(values, Type::State)).then(|| ("state", codes(&mut places::states())));
    let regions = has(|values| matches!(values, Type::Region))
        .then(|| ("region", codes(&mut places::regions().chain(places::states()))));
    states.into_iter().chain(regions).map(|(name, codes)| (format!("type:{name}"), codes)).collect()
}

/// A code as words, and as what YAML takes it for where no quotation marks stand around it.
fn as_yaml_gives_it(code: &str) -> Vec<Json> {
    let number = code.parse::<u64>().ok().filter(|number| number.to_string() == *code).map(Json::from);
    let truth = code.parse::<bool>().ok().map(Json::from);
    std::iter::once(Json::from(code)).chain(number).chain(truth).collect()
}

/// Words of any kind, which may look like a number.
fn words() -> Json {
    json!({ "type": ["string", "number", "boolean"], "pattern": r"\S" })
}

fn matching(pattern: &str) -> Json {
    json!({ "type": "string", "pattern": format!(r"^\s*{pattern}\s*$") })
}

fn year_or(pattern: &str) -> Json {
    json!({ "anyOf": [{ "type": "integer", "minimum": 1000, "maximum": 9999 }, matching(pattern)] })
}

fn link() -> Json {
    json!({ "type": "string", "pattern": r"^\s*https?://\S+\s*$" })
}

fn one_or_several(one: Json, is_required: bool) -> Json {
    let mut several = json!({ "type": "array", "items": one, "uniqueItems": true });
    if let Json::Object(several) = &mut several
        && is_required
    {
        several.insert("minItems".to_owned(), 1.into());
    }
    json!({ "anyOf": [one, several] })
}

fn or_nothing(value: Json) -> Json {
    json!({ "anyOf": [value, { "type": "null" }] })
}

fn consents() -> Json {
    let day = matching(DAY);
    let consent = json!({
        "type": "object",
        "properties": {
            "by": words(),
            "date": day,
            "scope": { "enum": ["public", "aggregate", "none"] },
            "until": or_nothing(day.clone()),
            "evidence": or_nothing(words()),
        },
        "required": ["by", "date", "scope"],
        "additionalProperties": false,
    });
    or_nothing(json!({ "type": "array", "items": consent }))
}
