//! The words of each language, as data: one folder a language below `src/languages`, built into the program.
//!
//! A new language is a new folder. Tags are looked up by their ever shorter beginnings, so that `zh-Hans` finds
//! `zh`.

mod data;
mod examples;
mod labels;
mod resolution;
pub mod segment;
mod wording;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use include_dir::{Dir, include_dir};

pub use data::{Candidates, Hit, LanguageData, Lines, List, Names, Unit, is_whole_word};
pub use examples::Examples;
pub use labels::{Argument, Label, Labels};
pub use resolution::{Body, LONGEST_HEADING, ResolutionPatterns};

use crate::lang::Lang;

static PACKS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/languages");

/// The language whose labels stand in where a language has none.
const FALLBACK: &str = "en";

static LABELS: LazyLock<BTreeMap<&'static str, Labels>> = LazyLock::new(|| {
    tags()
        .filter_map(|tag| {
            let text = PACKS.get_file(format!("{tag}/labels.ftl"))?.contents_utf8()?;
            Some((tag, Labels::read(tag, text)))
        })
        .collect()
});

/// The tags of all packs.
pub fn tags() -> impl Iterator<Item = &'static str> {
    PACKS.dirs().filter_map(|dir| dir.path().to_str())
}

/// A file of the data of the language.
pub fn file(lang: &Lang, name: &str) -> Option<&'static str> {
    lang.fallbacks().find_map(|tag| PACKS.get_file(format!("{tag}/{name}"))?.contents_utf8())
}

/// The labels of the language; those of English where it has none, which [`has_labels`] tells.
pub fn labels(lang: &Lang) -> &'static Labels {
    let found = lang.fallbacks().find_map(|tag| LABELS.get(tag));
    found.or_else(|| LABELS.get(FALLBACK)).expect("the built-in English labels")
}

static EXAMPLES: LazyLock<BTreeMap<&'static str, Examples>> = LazyLock::new(|| {
    let read = |tag: &'static str| {
        let text = PACKS.get_file(format!("{tag}/examples.yaml"))?.contents_utf8()?;
        Some((tag, serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{tag}/examples.yaml: {error}"))))
    };
    tags().filter_map(read).collect()
});

/// The examples of the language; those of English where it has none.
pub fn examples(lang: &Lang) -> &'static Examples {
    let found = lang.fallbacks().find_map(|tag| EXAMPLES.get(tag));
    found.or_else(|| EXAMPLES.get(FALLBACK)).expect("the built-in English examples")
}

/// Whether the language has labels of its own.
pub fn has_labels(lang: &Lang) -> bool {
    lang.fallbacks().any(|tag| LABELS.contains_key(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_the_same_labels() {
        let english: Vec<_> = LABELS[FALLBACK].ids().collect();
        for (tag, labels) in &*LABELS {
            assert_eq!(labels.ids().collect::<Vec<_>>(), english, "{tag}");
        }
    }

    #[test]
    fn every_language_has_examples() {
        assert_eq!(EXAMPLES.keys().collect::<Vec<_>>(), LABELS.keys().collect::<Vec<_>>());
        assert_eq!(examples(&"zh-Hant".parse().unwrap()).title, "地方政府与人权");
        assert_eq!(examples(&"fr".parse().unwrap()).title, "Local government and human rights");
    }

    #[test]
    fn labels_are_found_by_the_beginning_of_the_tag() {
        let lang: Lang = "zh-Hans-CN".parse().unwrap();
        assert!(has_labels(&lang));
        assert_eq!(labels(&lang).get("skip-to-content"), "跳到正文");
        assert!(!has_labels(&"fr".parse().unwrap()));
    }
}
