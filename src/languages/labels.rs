//! Labels: the words a page says by itself, in the page's language, written as Fluent messages.

use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

/// A value put into a label.
#[derive(Debug, Clone)]
pub enum Argument {
    /// A number; labels can choose their plural by it.
    Number(u64),
    /// Words.
    Words(String),
}

impl From<usize> for Argument {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

impl From<u32> for Argument {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<&str> for Argument {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

/// The labels of one language.
pub struct Labels {
    bundle: FluentBundle<FluentResource>,
    ids: Vec<String>,
    /// The labels that take no argument, formatted once.
    fixed: BTreeMap<String, String>,
}

impl Labels {
    /// Reads Fluent text.
    ///
    /// # Panics
    /// When the text is not Fluent or the tag is no language: both are built in and tested.
    pub(super) fn read(tag: &str, text: &str) -> Self {
        let resource = FluentResource::try_new(text.to_owned())
            .unwrap_or_else(|(_, errors)| panic!("labels of {tag}: {errors:?}"));
        let mut ids: Vec<String> = text
            .lines()
            .filter_map(|line| line.split_once(" =").map(|(id, _)| id))
            .filter(|id| id.starts_with(|c: char| c.is_ascii_lowercase()))
            .map(str::to_owned)
            .collect();
        ids.sort();
        let language: unic_langid::LanguageIdentifier =
            tag.parse().unwrap_or_else(|error| panic!("{tag}: {error}"));
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).unwrap_or_else(|errors| panic!("labels of {tag}: {errors:?}"));
        let mut labels = Self { bundle, ids, fixed: BTreeMap::new() };
        labels.fixed =
            labels.ids.iter().filter_map(|id| Some((id.clone(), labels.pattern(id, None)?))).collect();
        labels
    }

    fn pattern(&self, id: &str, arguments: Option<&FluentArgs<'_>>) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut errors = Vec::new();
        let words = self.bundle.format_pattern(pattern, arguments, &mut errors);
        errors.is_empty().then(|| words.into_owned())
    }

    /// The ids of all labels, sorted.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.ids.iter().map(String::as_str)
    }

    /// The labels that take no argument.
    pub fn fixed(&self) -> &BTreeMap<String, String> {
        &self.fixed
    }

    /// A label without arguments, if there is one of that id.
    pub fn word(&self, id: &str) -> Option<&str> {
        self.fixed.get(id).map(String::as_str)
    }

    /// A label without arguments; its id where there is none.
    pub fn get<'a>(&'a self, id: &'a str) -> &'a str {
        self.word(id).unwrap_or(id)
    }

    /// A label with arguments; `None` when there is no such label or an argument is missing.
    pub fn format(&self, id: &str, arguments: &[(&str, Argument)]) -> Option<String> {
        let mut values = FluentArgs::with_capacity(arguments.len());
        for (name, argument) in arguments {
            let value = match argument {
                Argument::Number(number) => FluentValue::from(*number),
                Argument::Words(words) => FluentValue::from(words.as_str()),
            };
            values.set(*name, value);
        }
        self.pattern(id, Some(&values))
    }
}
