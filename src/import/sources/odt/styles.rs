//! The styles of a file: what paragraphs and words are by their names.
//!
//! In: the parts that hold styles. Out: for each style what it says over the styles it is based on. Refused is nothing: a style
//! that is not there says nothing, and a style that is based on itself ends there.

use std::collections::HashMap;

use super::properties::RunProperties;
use crate::import::sources::styled::Role;
use crate::xml::tree::Element;

/// No chain of styles is longer.
const LONGEST_CHAIN: usize = 64;

/// A style of paragraphs or words, over all that it is based on.
#[derive(Debug, Clone, Default)]
pub struct Style<'a> {
    /// The names of it and of the styles it is based on, in small letters, without blanks, its own first.
    names: Vec<String>,
    /// What it says of words.
    pub run: RunProperties<'a>,
    /// What the named style says of words that an author changed for one place.
    pub common: RunProperties<'a>,
    /// Its level in the outline, from 1.
    pub outline: Option<u8>,
    /// Its list; empty for none.
    pub list: Option<&'a str>,
    /// Whether a page begins with it.
    pub begins_page: bool,
    /// Whether a page ends with it.
    pub ends_page: bool,
    /// The number of the page that begins with it.
    pub page_number: Option<u32>,
}

impl Style<'_> {
    /// Whether it is the style of this name, or based on it. LibreOffice writes these names in English in all languages.
    pub fn is(&self, name: &str) -> bool {
        self.names.iter().any(|known| known == name)
    }

    /// The number at the end of a name that begins like this: 2 of `heading2`.
    pub fn numbered(&self, name: &str) -> Option<u8> {
        self.names.iter().find_map(|known| known.strip_prefix(name)?.parse().ok())
    }
}

#[derive(Debug, Clone, Copy)]
struct Given<'a> {
    element: Element<'a>,
    is_automatic: bool,
}

/// All styles.
#[derive(Debug, Default)]
pub struct Styles<'a> {
    paragraphs: HashMap<&'a str, Style<'a>>,
    words: HashMap<&'a str, Vec<Element<'a>>>,
    /// What paragraphs are without a style.
    none: Style<'a>,
}

impl<'a> Styles<'a> {
    /// Reads the styles that stand in these elements, the later before the earlier; each with whether a program made them.
    pub fn of(rooms: &[(Element<'a>, bool)]) -> Self {
        let mut all: HashMap<(&str, &str), Given<'a>> = HashMap::new();
        let mut styles = Self::default();
        for (room, is_automatic) in rooms {
            for element in room.children() {
                let family = element.attribute("style:family").unwrap_or_default();
                match (element.name(), element.attribute("style:name")) {
                    ("style:default-style", _) if family == "paragraph" => {
                        let words = element.child("style:text-properties");
                        styles.none.run = RunProperties::over(words, &RunProperties::default());
                        styles.none.common = styles.none.run.clone();
                    }
                    ("style:style", Some(name)) => {
                        all.insert((family, name), Given { element, is_automatic: *is_automatic });
                    }
                    _ => {}
                }
            }
        }
        for (family, name) in all.keys() {
            let chain = chain(&all, family, name);
            match *family {
                "paragraph" => _ = styles.paragraphs.insert(name, paragraph(&chain, &styles.none)),
                "text" => {
                    let said = chain.iter().rev().filter_map(|it| it.element.child("style:text-properties"));
                    styles.words.insert(name, said.collect());
                }
                _ => {}
            }
        }
        styles
    }

    /// A style of paragraphs.
    pub fn paragraph(&self, name: Option<&str>) -> &Style<'a> {
        name.and_then(|name| self.paragraphs.get(name)).unwrap_or(&self.none)
    }

    /// What a style of words says over what stands before it.
    pub fn words(&self, name: Option<&str>, before: &RunProperties<'a>) -> RunProperties<'a> {
        let said = name.and_then(|name| self.words.get(name));
        let said = said.into_iter().flatten();
        said.fold(before.clone(), |before, said| RunProperties::over(Some(*said), &before))
    }

    /// What words are without a style.
    pub fn usual(&self) -> &RunProperties<'a> {
        &self.none.run
    }
}

/// A style with those it is based on, its own first.
fn chain<'a>(all: &HashMap<(&str, &str), Given<'a>>, family: &str, name: &str) -> Vec<Given<'a>> {
    let mut chain = Vec::new();
    let mut next = all.get(&(family, name));
    while let Some(given) = next.filter(|_| chain.len() < LONGEST_CHAIN) {
        chain.push(*given);
        next = given
            .element
            .attribute("style:parent-style-name")
            .filter(|parent| *parent != name)
            .and_then(|parent| all.get(&(family, parent)));
    }
    chain
}

fn paragraph<'a>(chain: &[Given<'a>], none: &Style<'a>) -> Style<'a> {
    let mut style = none.clone();
    for given in chain.iter().rev() {
        let value = |name| given.element.attribute(name);
        style.run = RunProperties::over(given.element.child("style:text-properties"), &style.run);
        if !given.is_automatic {
            style.common = style.run.clone();
        }
        style.outline = match value("style:default-outline-level") {
            Some(level) => level.parse().ok(),
            None => style.outline,
        };
        style.list = value("style:list-style-name").or(style.list);
        // A page style begins a page.
        style.begins_page |= value("style:master-page-name").is_some_and(|name| !name.is_empty());
        if let Some(said) = given.element.child("style:paragraph-properties") {
            let breaks = |name| said.attribute(name).map(|it| it == "page");
            style.begins_page = breaks("fo:break-before").unwrap_or(style.begins_page);
            style.ends_page = breaks("fo:break-after").unwrap_or(style.ends_page);
            let number = said.attribute("style:page-number");
            style.page_number = number.map_or(style.page_number, |number| number.parse().ok());
        }
    }
    let name = |given: &Given<'_>| {
        let name = given.element.attribute("style:name").unwrap_or_default();
        name.replace("_20_", "").replace([' ', '_'], "").to_lowercase()
    };
    style.names = chain.iter().map(name).collect();
    style
}

/// Styles of captions, as LibreOffice and pandoc name them.
const CAPTIONS: [&str; 7] =
    ["caption", "illustration", "table", "figure", "drawing", "tablecaption", "figurecaption"];

/// What a paragraph is; `level` is its level in the outline.
pub fn role(style: &Style<'_>, is_heading: bool, level: Option<u8>) -> Role {
    let is = |names: &[&str]| names.iter().any(|name| style.is(name));
    let by_name = || style.numbered("heading").filter(|level| (1..=10).contains(level));
    match level.or_else(by_name).filter(|level| *level > 0) {
        _ if is(&["title"]) => Role::Title,
        _ if is(&["subtitle"]) => Role::Subtitle,
        Some(level) => Role::Heading(level),
        None if is_heading => Role::Heading(1),
        None if is(&["quotations", "quotation", "quote", "intensequote", "blocktext"]) => Role::Quotation,
        None if is(&CAPTIONS) => Role::Caption,
        None if style.numbered("contents").is_some() => Role::Contents,
        None => Role::Body,
    }
}
