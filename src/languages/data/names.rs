//! How a language writes long names and says what they are, compiled.
//!
//! In: the small words of names and the words that explain. Out: the names in capitals that a line explains: “The
//! Convention on … is an agreement”.

use regex::{Match, Regex};
use serde::Deserialize;

use crate::source::slice;

/// How a language writes long names and explains them.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Naming {
    /// Words that stand between the words of a name, and before it, in small letters.
    links: Vec<String>,
    /// What follows a name that is explained.
    explained_by: Vec<String>,
    /// What comes before a name that is explained.
    introduced_by: Vec<String>,
}

impl Naming {
    /// What becomes part of a pattern.
    pub(super) fn patterns(&self) -> impl Iterator<Item = &str> {
        self.links.iter().chain(&self.explained_by).chain(&self.introduced_by).map(String::as_str)
    }
}

/// The forms of names and of their explanations, compiled.
#[derive(Debug)]
pub struct Names {
    name: Regex,
    after: Regex,
    before: Regex,
    links: Vec<String>,
}

impl Names {
    /// Compiles what a language says of names; `None` where it says nothing.
    pub fn new(naming: &Naming) -> Option<Self> {
        if naming.links.is_empty() {
            return None;
        }
        let word = r"\p{Lu}[\p{L}\p{M}’'-]*";
        let links = naming.links.join("|");
        Some(Self {
            name: Regex::new(&format!(r"{word}(?:(?: (?:{links}))* {word})+")).ok()?,
            after: Regex::new(&format!(r"^(?: \([^()]*\))? (?:{})\b", naming.explained_by.join("|"))).ok()?,
            before: Regex::new(&format!("(?:{}) [“\"]?$", naming.introduced_by.join("|"))).ok()?,
            links: naming.links.clone(),
        })
    }

    /// The names in a line that the line explains.
    pub fn explained<'t>(&self, line: &'t str) -> Vec<&'t str> {
        let explained = |found: Match<'t>| {
            let name = self.without_article(found.as_str());
            let before = ending(slice(line, ..found.end() - name.len()));
            let is_explained =
                self.after.is_match(slice(line, found.end()..)) || self.before.is_match(before);
            (name.contains(' ') && is_explained).then_some(name)
        };
        self.name.find_iter(line).filter_map(explained).collect()
    }

    /// A name without the small words before it, which have a capital at the beginning of a sentence.
    fn without_article<'a>(&self, mut name: &'a str) -> &'a str {
        while let Some((first, rest)) = name.split_once(' ')
            && self.links.contains(&first.to_lowercase())
        {
            name = rest;
        }
        name
    }
}

/// The last words of a text, as many as an introduction may have: a name does not look back over a whole line.
fn ending(text: &str) -> &str {
    let from = (text.len().saturating_sub(INTRODUCTION)..=text.len()).find(|&at| text.is_char_boundary(at));
    slice(text, from.unwrap_or(text.len())..)
}

/// The longest introduction of a name, in bytes.
const INTRODUCTION: usize = 40;
