//! The entries in the words of schema.org, as JSON-LD: a data feed with the files that hold the same, and a work for each entry.
//!
//! Only what has a property of the same meaning is said: places, periods, organisations, choices and links, and where else an entry
//! stands. Texts, numbers, single dates, roles and money could mean anything, and consents have no property; they stand in the other files.

use serde::Serialize;
use serde_json::{Map, Value as Json, json};

use super::exported::{Entry, Exported};
use super::in_order::Made;
use super::lines;
use crate::collections::places::Place;
use crate::collections::{Type, Value};
use crate::config::Words;
use crate::document::Document;
use crate::kinds::SchemaType;
use crate::lang::Lang;
use crate::library::Export;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Feed<'a, E: Serialize> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: String,
    name: Vec<Json>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    description: Vec<Json>,
    url: Vec<String>,
    in_language: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    publisher: Vec<Json>,
    distribution: Vec<Json>,
    data_feed_element: E,
}

/// Writes the file.
pub fn text(exported: &Exported<'_>) -> String {
    let sections = || exported.sections.iter();
    let address = |export: Export| exported.address(&export.address(exported.library, exported.folder));
    let file = |export: Export| json!({ "@type": "DataDownload", "encodingFormat": export.media_type(), "contentUrl": address(export) });
    let config = &exported.library.config;
    let feed = Feed {
        context: "https://schema.org",
        kind: "DataFeed",
        id: address(Export::JsonLd),
        name: sections().map(|page| words(&page.lang, &page.front.title)).collect(),
        description: sections().filter_map(|page| summary(page)).collect(),
        url: sections().map(|page| exported.page(page)).collect(),
        in_language: exported.languages.iter().map(|lang| lang.as_str()).collect(),
        publisher: config.authors(&config.language).iter().map(|name| json!({ "name": name })).collect(),
        distribution: [Export::Csv, Export::Json].map(file).into(),
        data_feed_element: Made(|| {
            exported
                .entries()
                .flat_map(|entry| std::iter::once(work(exported, &entry)).chain(easy_read(exported, &entry)))
        }),
    };
    lines::text(&feed)
}

fn words(lang: &Lang, words: &str) -> Json {
    json!({ "@language": lang.as_str(), "@value": words.trim() })
}

fn summary(text: &Document) -> Option<Json> {
    let said = text.front.summary.trim();
    (!said.is_empty()).then(|| words(&text.lang, said))
}

/// Words in the languages that have them.
fn in_languages(exported: &Exported<'_>, said: &Words) -> Vec<Json> {
    let main = &exported.library.config.language;
    let said = exported.languages.iter().filter_map(|lang| match said.nearest(lang, main) {
        (said, None) => Some(words(lang, said)),
        _ => None,
    });
    said.collect()
}

fn place(exported: &Exported<'_>, place: &Place) -> Json {
    let code =
        |system: &str, code: &str| json!({ "@type": "PropertyValue", "propertyID": system, "value": code });
    let names = exported.languages.iter().filter_map(|lang| match place.name(lang) {
        (name, None) => Some(words(lang, name)),
        _ => None,
    });
    let iso = place.iso.map(|iso| code("ISO 3166-1 alpha-2", iso));
    let codes: Vec<Json> = iso.into_iter().chain([code("M49", place.m49)]).collect();
    json!({ "@type": "Place", "name": names.collect::<Vec<_>>(), "identifier": codes })
}

/// What is said of an entry.
fn work(exported: &Exported<'_>, entry: &Entry<'_>) -> Json {
    let texts = || entry.works.iter().map(|work| &*work.official);
    let kind = entry
        .works
        .first()
        .map_or(SchemaType::CreativeWork, |work| work.kind().schema_type(work.is_called_official()));
    let mut said = Map::new();
    said.insert("@type".to_owned(), kind.name().into());
    said.insert("@id".to_owned(), texts().next().map(|text| exported.page(text)).into());
    said.insert("identifier".to_owned(), entry.id.into());
    let mut add = |property: &str, value: Json| {
        if let Json::Array(list) = said.entry(property).or_insert_with(|| Json::Array(Vec::new()))
            && !list.contains(&value)
        {
            list.push(value);
        }
    };
    for text in texts() {
        add("name", words(&text.lang, &text.front.title));
        summary(text).into_iter().for_each(|said| add("description", said));
        add("inLanguage", text.lang.as_str().into());
        add("url", exported.page(text).into());
    }
    for (field, values) in entry.fields(exported.shape) {
        for value in values {
            match (value, &field.values) {
                (Value::Place(named), _) => add("spatialCoverage", place(exported, named)),
                (Value::Period(period), _) => add("temporalCoverage", period.to_string().into()),
                (Value::Link(address), _) => add("citation", (&**address).into()),
                (Value::Words(name), Type::Organisation) => {
                    add("contributor", json!({ "@type": "Organization", "name": &**name }));
                }
                (Value::Choice(at), Type::Choice(choices)) => {
                    let Some((code, called)) = choices.get(*at) else { continue };
                    let list =
                        json!({ "@type": "DefinedTermSet", "name": in_languages(exported, &field.label) });
                    let name = in_languages(exported, called);
                    add(
                        "keywords",
                        json!({ "@type": "DefinedTerm", "termCode": &**code, "name": name, "inDefinedTermSet": list }),
                    );
                }
                (
                    Value::Words(_) | Value::Number(_) | Value::Date(_) | Value::Choice(_) | Value::Money(..),
                    _,
                ) => {}
            }
        }
    }
    let days = ["datePublished", "dateModified"].into_iter().zip(entry.days());
    days.for_each(|(name, day)| day.into_iter().for_each(|day| add(name, day.to_string().into())));
    exported.same_as(entry).into_iter().for_each(|address| add("sameAs", address.into()));
    Json::Object(said)
}

/// The easy-read versions of an entry, as works that are based on it.
fn easy_read(exported: &Exported<'_>, entry: &Entry<'_>) -> Vec<Json> {
    let entry_id = entry.works.first().map(|work| exported.page(&work.official));
    let easy = entry.easy_read().map(|easy| {
        json!({
            "@type": SchemaType::CreativeWork.name(),
            "@id": exported.page(easy),
            "url": exported.page(easy),
            "name": words(&easy.lang, &easy.front.title),
            "description": words(&easy.lang, &easy.front.about),
            "inLanguage": easy.lang.as_str(),
            "isBasedOn": { "@id": entry_id },
        })
    });
    easy.collect()
}
