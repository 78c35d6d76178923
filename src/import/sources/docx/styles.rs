//! The styles of a file: what paragraphs and runs are by their names.
//!
//! In: the part of styles. Out: for each style what it says over the styles it is based on. Refused is nothing: a file without
//! styles has none, and a style that is based on itself ends there.

use std::collections::HashMap;

use super::properties::{ParagraphProperties, RunProperties};
use crate::xml::tree::{Element, Tree};

/// No chain of styles is longer.
const LONGEST_CHAIN: usize = 64;

/// A style, over all that it is based on.
#[derive(Debug, Clone, Default)]
pub struct Style<'a> {
    /// The names of it and of the styles it is based on, in small letters, its own first.
    pub names: Vec<String>,
    /// What it says of paragraphs.
    pub paragraph: ParagraphProperties<'a>,
    /// What it says of words.
    pub run: RunProperties<'a>,
    /// The ids of the same.
    pub ids: Vec<&'a str>,
}

impl Style<'_> {
    /// Whether it is the built-in style of this name, or based on it. Programs write these names in English in all languages.
    pub fn is(&self, name: &str) -> bool {
        self.names.iter().any(|known| known == name)
    }

    /// The number at the end of a name that begins like this: 2 of `heading 2`.
    pub fn numbered(&self, name: &str) -> Option<u8> {
        self.names.iter().find_map(|known| known.strip_prefix(name)?.trim_start().parse().ok())
    }
}

/// All styles.
#[derive(Debug, Default)]
pub struct Styles<'a> {
    styles: HashMap<&'a str, Style<'a>>,
    /// What words are without a style.
    pub words: RunProperties<'a>,
    paragraph: Option<&'a str>,
    none: Style<'a>,
}

impl<'a> Styles<'a> {
    /// Reads the styles.
    pub fn of(tree: Option<&'a Tree>) -> Self {
        let Some(root) = tree.map(Tree::root) else { return Self::default() };
        let all: HashMap<&str, Element<'a>> = root
            .children()
            .filter(|child| child.name() == "w:style")
            .filter_map(|style| Some((style.attribute("w:styleId")?, style)))
            .collect();
        let defaults = root.child("w:docDefaults").and_then(|defaults| defaults.child("w:rPrDefault"));
        let is_default = |style: &Element<'_>| {
            matches!(style.attribute("w:default"), Some("1" | "true" | "on"))
                && style.attribute("w:type") == Some("paragraph")
        };
        let paragraph = root.children().find(is_default).and_then(|style| style.attribute("w:styleId"));
        let styles = all.keys().map(|&id| (id, resolved(id, &all))).collect();
        let words = RunProperties::of(defaults.and_then(|defaults| defaults.child("w:rPr")));
        Self { styles, words, paragraph, none: Style::default() }
    }

    /// The style of a paragraph, by its id; without one, the style of all others.
    pub fn paragraph(&self, id: Option<&str>) -> &Style<'a> {
        let style = id.and_then(|id| self.styles.get(id));
        style.or_else(|| self.styles.get(self.paragraph?)).unwrap_or(&self.none)
    }

    /// The style of a run or a table, by its id.
    pub fn get(&self, id: Option<&str>) -> Option<&Style<'a>> {
        self.styles.get(id?)
    }
}

fn resolved<'a>(id: &'a str, all: &HashMap<&'a str, Element<'a>>) -> Style<'a> {
    let mut style = Style::default();
    let mut next = Some(id);
    for _ in 0..LONGEST_CHAIN {
        let Some(element) = next.and_then(|id| all.get(id)) else { break };
        let value = |name| element.child(name).and_then(|child| child.attribute("w:val"));
        style.ids.extend(element.attribute("w:styleId"));
        style.names.extend(value("w:name").map(str::to_lowercase));
        style.paragraph = style.paragraph.over(&ParagraphProperties::of(element.child("w:pPr")));
        style.run = style.run.over(&RunProperties::of(element.child("w:rPr")));
        next = value("w:basedOn");
    }
    style
}
