//! What a page is, in the words of schema.org, as JSON-LD.
//!
//! In: a page. Out: one object for a text, an easy-read version, a section or the site; nothing for other pages. It says what the
//! page and the front matter say. What it claims of the accessibility of a book was counted in the finished book. Names whose
//! kind nobody says, of a person or of an organisation, have no type.

mod event;

use std::borrow::Cow;

use serde::Serialize;

use super::Renderer;
use super::authority::{own_publisher, writers};
use super::facts::symbol_href;
use super::frame::FrameParts;
use super::head::Subject;
use super::official::full_title;
use crate::address::Address;
use crate::authority::Authority;
use crate::document::Document;
use crate::kinds::SchemaType;
use crate::library::Work;
use crate::view::{BookMetadata, Html};

const CONTEXT: &str = "https://schema.org";

/// A work, or a part of the site.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Thing<'a> {
    #[serde(rename = "@context", skip_serializing_if = "Option::is_none")]
    context: Option<&'static str>,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    name: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    alternative_headline: Option<&'a str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Agent<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    publisher: Vec<Agent<'a>>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    keywords: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    legislation_identifier: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    legislation_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    legislation_date_of_applicability: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    legislation_passed_by: Option<Agent<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    same_as: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_based_on: Option<Basis<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_part_of: Option<Box<Thing<'a>>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    encoding: Vec<File<'a>>,
    /// What a text is about, where it is an event.
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<Box<Thing<'a>>>,
    /// What events alone have.
    #[serde(flatten)]
    of_event: serde_json::Map<String, serde_json::Value>,
}

/// What a work is drawn from.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Basis<'a> {
    Work(Box<Thing<'a>>),
    Address(String),
}

/// Somebody with a name.
#[derive(Debug, Serialize)]
struct Agent<'a> {
    #[serde(rename = "@type", skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    name: &'a str,
}

/// A file that holds the work.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct File<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    encoding_format: &'static str,
    content_url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    legislation_legal_value: Option<&'static str>,
    #[serde(flatten)]
    accessibility: Option<Accessibility<'a>>,
}

/// What a book says of its accessibility.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Accessibility<'a> {
    access_mode: &'a [&'static str],
    access_mode_sufficient: Vec<Modes>,
    accessibility_feature: &'a [&'static str],
    accessibility_hazard: &'a [&'static str],
    accessibility_summary: &'a str,
}

/// Modes that suffice together.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Modes {
    #[serde(rename = "@type")]
    kind: &'static str,
    item_list_element: Vec<&'static str>,
}

impl<'a> Accessibility<'a> {
    fn of(book: &'a BookMetadata) -> Self {
        let modes = |together: &&'static str| Modes {
            kind: "ItemList",
            item_list_element: together.split(',').collect(),
        };
        Self {
            access_mode: &book.modes,
            access_mode_sufficient: book.sufficient.iter().map(modes).collect(),
            accessibility_feature: &book.features,
            accessibility_hazard: &book.hazards,
            accessibility_summary: &book.summary,
        }
    }
}

fn unknown(name: &String) -> Agent<'_> {
    Agent { kind: None, name }
}

impl Renderer<'_> {
    /// The description of a page.
    pub(super) fn structured_data(&self, parts: &FrameParts<'_>) -> Html {
        let thing = match self.subject(parts) {
            Subject::Other => return Html::default(),
            Subject::Site => self.site(parts),
            Subject::Section => Thing {
                kind: "CollectionPage",
                is_part_of: Some(Box::new(self.whole(parts))),
                ..self.described(parts, None)
            },
            Subject::Text(work) if work.kind().takes_place() => self.event(parts, work),
            Subject::Text(work) => self.text(parts, work),
            Subject::EasyRead(work, easy) => self.easy_read(parts, work, easy),
        };
        let thing = Thing { context: Some(CONTEXT), ..thing };
        Html::new(&in_markup(serde_json::to_string(&thing).unwrap_or_default()))
    }

    /// What is said of any page.
    fn described<'p>(&'p self, parts: &'p FrameParts<'_>, legal_value: Option<&'static str>) -> Thing<'p> {
        let url = self.canonical(parts.address);
        Thing {
            id: url.clone(),
            url,
            name: (&*parts.title).into(),
            description: parts.description.trim(),
            in_language: Some(parts.lang.as_str()),
            encoding: self.files(parts.address, legal_value),
            ..Thing::default()
        }
    }

    fn site<'p>(&'p self, parts: &'p FrameParts<'_>) -> Thing<'p> {
        let publisher = self.library.config.authors(parts.lang).iter().map(unknown).collect();
        Thing { kind: "WebSite", publisher, ..self.described(parts, None) }
    }

    /// The site that a page is part of.
    fn whole<'p>(&'p self, parts: &FrameParts<'_>) -> Thing<'p> {
        let url = self.canonical(&self.home(parts.lang));
        let name = self.library.config.title(parts.lang).into();
        Thing { kind: "WebSite", id: url.clone(), url, name, ..Thing::default() }
    }

    fn text<'p>(&'p self, parts: &'p FrameParts<'_>, work: &'p Work) -> Thing<'p> {
        let front = &work.official.front;
        let kind = work.kind().schema_type(work.is_called_official());
        let is_legislation = kind == SchemaType::Legislation;
        let date = front.date.map(|date| date.to_string());
        let body = front.body.as_deref();
        let agent = |name: &'p String| Agent { kind: (body == Some(name)).then_some("Organization"), name };
        // What stands elsewhere is the basis of what renders it here.
        let elsewhere = symbol_href(self, &work.official).filter(|_| work.authority == Authority::Unofficial);
        let legal_value = is_legislation.then(|| legal_value(work.authority));
        Thing {
            kind: kind.name(),
            alternative_headline: front.subtitle.as_deref(),
            identifier: front.symbol.as_deref(),
            date_published: date.clone(),
            author: writers(work).iter().map(agent).collect(),
            publisher: self.publishers(parts, work),
            keywords: &front.keywords,
            legislation_identifier: front.symbol.as_deref().filter(|_| is_legislation),
            legislation_date: date.filter(|_| is_legislation),
            legislation_date_of_applicability: front
                .in_force
                .filter(|_| is_legislation)
                .map(|date| date.to_string()),
            legislation_passed_by: body
                .filter(|_| is_legislation)
                .map(|name| Agent { kind: Some("Organization"), name }),
            same_as: self.library.same_as(&work.slug),
            is_based_on: elsewhere.map(Basis::Address),
            is_part_of: Some(Box::new(self.whole(parts))),
            ..self.described(parts, legal_value)
        }
    }

    fn event<'p>(&'p self, parts: &'p FrameParts<'_>, work: &'p Work) -> Thing<'p> {
        Thing {
            kind: work.kind().schema_type(work.is_called_official()).name(),
            identifier: work.official.front.symbol.as_deref(),
            keywords: &work.official.front.keywords,
            of_event: event::properties(self, work, parts.address),
            // Files hold a text about it, not the event.
            encoding: Vec::new(),
            ..self.described(parts, None)
        }
    }

    fn easy_read<'p>(&'p self, parts: &'p FrameParts<'_>, work: &'p Work, easy: &'p Document) -> Thing<'p> {
        let official = self.canonical(&self.library.address(&work.official));
        let explained = Thing {
            kind: work.kind().schema_type(work.is_called_official()).name(),
            id: official.clone(),
            url: official,
            name: full_title(&work.official).into(),
            identifier: work.official.front.symbol.as_deref(),
            ..Thing::default()
        };
        // A text is based on a text; an event is what it is about.
        let (about, is_based_on) = match work.kind().takes_place() {
            true => (Some(Box::new(explained)), None),
            false => (None, Some(Basis::Work(Box::new(explained)))),
        };
        Thing {
            kind: SchemaType::CreativeWork.name(),
            name: (&*easy.front.title).into(),
            date_published: easy.front.date.map(|date| date.to_string()),
            author: easy.front.made_by.iter().map(unknown).collect(),
            publisher: self.publishers(parts, work),
            keywords: &work.official.front.keywords,
            is_based_on,
            about,
            is_part_of: Some(Box::new(self.whole(parts))),
            ..self.described(parts, None)
        }
    }

    /// Who publishes a text, as its book says it.
    fn publishers<'p>(&'p self, parts: &FrameParts<'_>, work: &'p Work) -> Vec<Agent<'p>> {
        let body = work.official.front.body.as_deref();
        match own_publisher(work).filter(|_| work.kind().is_official()) {
            Some(name) => vec![Agent { kind: (body == Some(name)).then_some("Organization"), name }],
            None => self.library.config.authors(parts.lang).iter().map(unknown).collect(),
        }
    }

    /// The files that a page offers.
    fn files(&self, page: &Address, legal_value: Option<&'static str>) -> Vec<File<'_>> {
        let files = self.downloads.of(page).iter().map(|file| File {
            kind: if legal_value.is_some() { "LegislationObject" } else { "MediaObject" },
            encoding_format: file.media_type,
            content_url: self.canonical(&file.address).unwrap_or_else(|| page.link_to(&file.address)),
            legislation_legal_value: legal_value,
            accessibility: file.book.as_deref().map(Accessibility::of),
        });
        files.collect()
    }
}

/// What the wording of a file of legislation is worth.
fn legal_value(authority: Authority) -> &'static str {
    match authority {
        Authority::Authentic => "https://schema.org/DefinitiveLegalValue",
        Authority::Official => "https://schema.org/OfficialLegalValue",
        Authority::Unofficial => "https://schema.org/UnofficialLegalValue",
    }
}

/// JSON that may stand in a `script` element, where `<` could end it; such signs stand only in its strings.
fn in_markup(json: String) -> String {
    if memchr::memchr3(b'<', b'>', b'&', json.as_bytes()).is_none() {
        return json;
    }
    json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_value_ends_the_element_that_it_stands_in() {
        let written = "甲</script><!-- & \"乙\" \u{2028}";
        let json = in_markup(serde_json::to_string(written).unwrap());
        assert!(!json.contains(['<', '>', '&']), "{json}");
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), written);
    }
}
